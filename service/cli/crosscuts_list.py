"""`kinerja crosscuts`: overlaps between units, best first; detected anew when the graph has moved on since.

In: unit, kind, band, state. Out: a table for people, or one JSON object with the fields of the list of the API.
"""

from __future__ import annotations

from typing import cast, get_args

from rich.markup import escape
from rich.table import Table

from service.cli import door
from service.crosscut.detect.objects import objects
from service.crosscut.lists.answers import Overlap, OverlapPage
from service.crosscut.lists.overlaps import Kind, Wanted, overlaps
from service.crosscut.lists.structural import WORDS, StructuralPage, Structure, structural
from service.errors import NotFound
from service.graph import Graph
from service.refresh import is_stale, refresh_now


def show(wanted: Wanted, jenis: str, limit: int, *, machine: bool) -> None:
    """Print what is wanted; `jenis`: a kind of overlap, or of structure."""
    with door.open_graph() as graph:
        _up_to_date(graph)
        if jenis in get_args(Structure):
            kind = cast(Structure, jenis)
            groups = structural(graph, kind, wanted.unit, per_halaman=limit)
            _known(wanted.unit, groups)
            _print_groups(groups, kind, machine=machine)
            return
        asked = Wanted(wanted.unit, "", wanted.pihak, cast(Kind, jenis), wanted.pita, wanted.q)
        found = overlaps(graph, asked, 1, limit)
        _known(wanted.unit, found)
        _print(found, machine=machine)


def _up_to_date(graph: Graph) -> None:
    if is_stale(graph):
        done = refresh_now(graph)
        door.say(f"Crosscutting dihitung pada revisi {done.revisi}: {done.calon} usulan dari {done.kondisi} kinerja.")


def _known(unit: str, found: OverlapPage | StructuralPage) -> None:
    if unit and not found.lingkup.pemda:
        raise NotFound(f"Tidak ada perangkat daerah {unit!r} dengan dokumen yang berlaku.", "Lihat: kinerja units.")


def _print(found: OverlapPage, *, machine: bool) -> None:
    if machine:
        door.print_json(found)
        return
    if not found.isi:
        door.say(
            "Tidak ada crosscutting yang cocok. Crosscutting dicari antar perangkat daerah: muat dokumen keduanya."
        )
        return
    table = Table("keadaan", "pasangan", "objek yang sama")
    for one in found.isi:
        pair = "\n".join(f"{end.kunci} {end.unit.nama}: {end.teks}" for end in (one.a, one.b))
        table.add_row(escape(_state(one)), escape(pair), escape(_objects(one)))
    door.people.print(table)
    if found.paging.total > len(found.isi):
        door.say(f"{len(found.isi)} dari {found.paging.total}; lebih banyak dengan --limit.")


def _state(one: Overlap) -> str:
    """`terdeteksi, kuat 0,71, duplikat?`, what is not known left out; a kind that nobody has said is a question."""
    score = "" if one.skor is None else f"{one.pita} {one.skor:.2f}".replace(".", ",")
    kind = f"{one.jenis}?" if one.status == "terdeteksi" and one.jenis in ("duplikat", "melengkapi") else one.jenis
    return "\n".join(filter(None, (one.status, score, kind)))


def _objects(one: Overlap) -> str:
    return ", ".join(objects(one.alasan)) or one.kutipan


def _print_groups(found: StructuralPage, kind: Structure, *, machine: bool) -> None:
    if machine:
        door.print_json(found)
        return
    if not found.isi:
        door.say(f"Tidak ada {WORDS[kind]} di beberapa perangkat daerah.")
        return
    table = Table(WORDS[kind], "unit", "kinerja")
    for group in found.isi:
        members = "\n".join(f"{one.kinerja.id} {one.unit.nama}: {one.kinerja.teks}" for one in group.anggota)
        table.add_row(escape(group.nama), str(group.unit), escape(members))
    door.people.print(table)
