"""`kinerja crosscuts glossary`: the glossary listed, one concept of it, and changing it with a preview.

In: a concept, phrases to add, take out or leave as they were shipped. Out: what would move; with `--apply` the change
itself. For people, or as one JSON object.
"""

from __future__ import annotations

import click
from rich.markup import escape
from rich.table import Table

from service.bahasa.wording import slug
from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.crosscut.glossary import EntryKind
from service.crosscut.glossary.answers import ConceptPage, GlossaryPage
from service.crosscut.glossary.change import Change
from service.crosscut.glossary.concept import concept
from service.crosscut.glossary.edits import Edits
from service.crosscut.glossary.listing import PER_PAGE, SHOWN, glossary_list
from service.graph import Graph
from service.refresh.moved import DIRECTIONS
from service.refresh.preview import Moved, preview
from service.register.konsep import change_concept

ARROWS = {"naik": "naik", "turun": "turun", "baru": "masuk", "hilang": "keluar", "": ""}
PHRASES = 20
"""Phrases that a concept shows to people; `--json` has all."""


@click.command("glossary")
@click.argument("konsep", default="", metavar="[KONSEP]")
@click.option("--words", "cari", default="", help="Kata dalam konsep atau varian.")
@click.option("--show", "lihat", default="semua", type=click.Choice(SHOWN), help="Konsep yang mana.")
@click.option("--limit", default=PER_PAGE, show_default=True, type=click.IntRange(1, 5_000), help="Jumlah baris.")
@click.option("--add", "tambah", multiple=True, metavar="FRASA", help="Tambahkan varian; boleh berulang.")
@click.option("--remove", "cabut", multiple=True, metavar="FRASA", help="Cabut varian; boleh berulang.")
@click.option("--undo", "urungkan", multiple=True, metavar="FRASA", help="Kembalikan varian seperti bawaan.")
@click.option("--related", is_flag=True, help="Yang ditambahkan terkait, bukan sinonim.")
@click.option("--apply", "make", is_flag=True, help="Terapkan; tanpa ini hanya akibatnya yang ditampilkan.")
@click.option("--reason", default="", help="Alasan yang dicatat; terbaca oleh semua.")
@door.as_json
def glossary_(
    konsep: str,
    cari: str,
    lihat: str,
    limit: int,
    tambah: tuple[str, ...],
    cabut: tuple[str, ...],
    urungkan: tuple[str, ...],
    related: bool,
    make: bool,
    reason: str,
    machine: bool,
) -> None:
    """Glosarium crosscutting: daftar konsep, satu konsep, atau mengubahnya dengan pratinjau."""
    asked = {"tambah": tambah, "cabut": cabut, "urungkan": urungkan}
    chosen = [(aksi, phrases) for aksi, phrases in asked.items() if phrases]
    if len(chosen) > 1 or (chosen and not konsep):
        raise click.UsageError("Satu macam perubahan pada satu KONSEP: --add, --remove, atau --undo.")
    settings = read_settings()
    with door.open_graph(settings) as graph:
        if not chosen:
            _show(graph, konsep, cari, lihat, limit, machine)
            return
        kind: EntryKind = "terkait" if related else "sinonim"
        wanted = Change(konsep, chosen[0][0], chosen[0][1], kind)  # type: ignore[arg-type]
        if not make:
            _tell_moved(preview(graph, wanted), machine)
            return
        with recorded(settings, "crosscuts glossary", konsep):
            _tell_made(konsep, change_concept(graph, wanted, reason), machine)


def _show(graph: Graph, konsep: str, cari: str, lihat: str, limit: int, machine: bool) -> None:
    found: ConceptPage | GlossaryPage
    if konsep:
        found = concept(graph, slug(konsep), per_halaman=limit)
    else:
        found = glossary_list(graph, cari, lihat, per_halaman=limit)  # type: ignore[arg-type]
    if machine:
        door.print_json(found)
    elif isinstance(found, ConceptPage):
        _print_concept(found)
    else:
        _print_list(found)


def _print_list(found: GlossaryPage) -> None:
    table = Table("konsep", "varian", "kinerja", "perangkat daerah")
    for row in found.isi:
        units = ", ".join(one.nama for one in row.unit)
        table.add_row(escape(row.nama), str(row.sinonim + row.terkait), str(row.kinerja), escape(units))
    door.people.print(table)
    door.say(f"{len(found.isi)} dari {found.paging.total} konsep; {len(found.ubahan)} perubahan di pemda ini.")


def _print_concept(found: ConceptPage) -> None:
    table = Table("varian", "jenis", "asal", "kinerja")
    for one in found.varian[:PHRASES]:
        told = "dicabut" if one.dicabut else str(one.kinerja)
        table.add_row(escape(one.varian), one.jenis, escape(one.asal), told)
    door.people.print(table)
    door.say(f"{len(found.varian)} varian; ditemukan pada {found.paging.total} kinerja di {len(found.unit)} unit.")


def _tell_moved(found: Moved, machine: bool) -> None:
    if machine:
        door.print_json(found)
        return
    for one in found.pasangan[:PHRASES]:
        door.say(f"{ARROWS[one.arah]:7} {one.a.id} {one.a.uraian} × {one.b.id} {one.b.uraian}")
    counted = ", ".join(f"{found.jumlah[arah]} {ARROWS[arah]}" for arah in DIRECTIONS)
    door.say(f"Pasangan: {counted}; {found.putusan} putusan tersentuh. Terapkan dengan --apply --reason.")


def _tell_made(konsep: str, made: Edits, machine: bool) -> None:
    if machine:
        door.print_json({"konsep": konsep, "ubahan": made})
        return
    door.say(f"Konsep “{konsep}” kini punya {len(made)} perubahan; crosscutting dihitung ulang oleh layanan.")
