"""Kinerja Graph: government performance cascades as a graph that can be traced row by row."""

from importlib.metadata import version

__version__ = version("kinerja-graph")
