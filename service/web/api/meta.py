"""The service itself: whether it answers, what stands in it, and the description of this API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service import __version__
from service.graph import Graph
from service.web.api.endpoints import endpoint


@dataclass(frozen=True, slots=True)
class Health:
    """The service answers, and so does its graph."""

    versi: str
    """Of the service."""
    revisi: int
    """Number of the last write."""
    skema: int
    unit: int
    dokumen: int
    kinerja: int
    hubungan: int
    keputusan: int


@endpoint("GET", "/status", Health, "Keadaan layanan dan isi graf")
def health(graph: Graph) -> Health:
    counts = graph.read("meta/counts")[0]
    return Health(versi=__version__, **{name: counts[name] or 0 for name in Health.__slots__ if name != "versi"})


@endpoint("GET", "/openapi.json", dict[str, Any], "Uraian API ini (OpenAPI 3.1)")
def description(graph: Graph) -> dict[str, Any]:  # noqa: ARG001  (every endpoint is given the graph)
    from service.web.api.openapi import describe

    return describe()
