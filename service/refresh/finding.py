"""The detector run over everything that was read, one government and year after the other.

In: a `Gathered`, a glossary, the bodies that the graph knows. Out: a `Found`: all edges, and the counts that pages tell
("N pasangan tidak diperingkat"). Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.crosscut.detect.detector import LEAST, detect
from service.crosscut.detect.namings import Names
from service.crosscut.glossary import Glossary
from service.crosscut.statement import Detection
from service.refresh.candidates import BANDS_OF_ALL, EVERY_BAND, Body, Edge, Edges, Key, edges
from service.refresh.conditions import Gathered, Group


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a graph, as far as words tell."""

    edges: Edges
    jumlah: Mapping[str, Any]
    """`<pemda>/<year>` -> {kondisi, calon, gerbang: {reason: pairs}}."""


def find(read: Gathered, glossary: Glossary, known: tuple[Body, ...], least: float | None) -> Found:
    """Detect in every group; candidates that score below `least` (None: the detector's own) are left
    out; with one given, every unit with the same sentence gets its weak ones too."""
    pairs: dict[Key, Edge] = {}
    bodies: dict[str, Body] = {}
    counts: dict[str, Any] = {}
    for group in read.kelompok:
        found = detect(group.kondisi, glossary, read.nama_resmi, group.unit, LEAST if least is None else least)
        told = edges(found, known, _named(group, glossary), BANDS_OF_ALL if least is None else EVERY_BAND)
        pairs |= told.pasangan
        bodies |= {body.kode: body for body in told.badan}
        counts[f"{group.pemda}/{group.tahun}"] = _counts(group, found)
    return Found(Edges(pairs, tuple(bodies[kode] for kode in sorted(bodies))), counts)


def _named(group: Group, glossary: Glossary) -> dict[tuple[str, str], str]:
    """(kinerja, body as the glossary calls it) -> the unit or body that its document names so."""
    names = Names(glossary, group.unit)
    return {
        (kinerja, names.called(printed).nama): node
        for kinerja, named in group.disebut.items()
        for printed, node in named
    }


def _counts(group: Group, found: Detection) -> dict[str, Any]:
    return {"kondisi": len(group.kondisi), "calon": len(found.candidates), "gerbang": dict(sorted(found.gated.items()))}
