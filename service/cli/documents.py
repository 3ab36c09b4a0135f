"""`kinerja document versions|compare|withdraw|erase`: the versions of a document, by hand.

In: the id of a document (unit and year). Out: tables for people, one JSON object with `--json`. Erasing for good is
only here, never on a page: it asks with the counts, and wants a reason that the log keeps.
"""

from __future__ import annotations

import sys

import click
from rich.markup import escape
from rich.table import Table

from service import versions
from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.errors import Invalid

REASON = click.option("--reason", default="", help="Alasan yang dicatat; terbaca oleh semua.")
YES = click.option("--yes", is_flag=True, help="Jangan bertanya.")


@click.group("document")
def command() -> None:
    """Versi-versi satu dokumen: daftar, bandingkan, tarik, hapus untuk selamanya."""


@command.command("versions")
@click.argument("document", metavar="DOKUMEN")
@door.as_json
def versions_(document: str, machine: bool) -> None:
    """Semua versi, dan apa yang diubah masing-masing."""
    with door.open_graph() as graph:
        found = versions.history(graph, document)
    if machine:
        door.print_json(found)
        return
    table = Table("versi", "", "diimpor", "oleh", "berkas", "kinerja", "perubahan dari versi sebelumnya")
    for one in found.versi:
        now = "berlaku" if one.versi.berlaku else ""
        cells = (str(one.versi.nomor), now, one.versi.diimpor_pada[:16].replace("T", " "), escape(one.versi.oleh))
        table.add_row(*cells, escape(one.versi.nama_berkas), str(one.kinerja or "-"), escape(one.perubahan or "-"))
    door.people.print(table)
    if not any(one.versi.berlaku for one in found.versi):
        door.say("Dokumen ini ditarik: tidak ada versi yang berlaku.")


@command.command("compare")
@click.argument("document", metavar="DOKUMEN")
@click.option("--from", "before", type=click.IntRange(1), help="Nomor versi yang lama.")
@click.option("--to", "after", type=click.IntRange(1), help="Nomor versi yang baru.")
@door.as_json
def compare_(document: str, before: int | None, after: int | None, machine: bool) -> None:
    """Apa yang berbeda antara dua versi; tanpa nomor: yang berlaku dan yang sebelumnya."""
    with door.open_graph() as graph:
        found = versions.comparison(graph, document, before, after, per_page=1_000_000)
    if machine:
        door.print_json(found)
        return
    for one in found.isi:
        door.people.print(f"[bold]{one.sifat}[/] {escape(one.uraian)} [dim]{one.id}[/]", highlight=False)
        for change in one.perubahan if one.sifat == "berubah" else ():
            said = f"  {change.hal}: {change.sebelum or '-'} -> {change.sesudah or '-'}"
            door.people.print(escape(said), highlight=False)
    door.say(f"Versi {found.dari.nomor} -> {found.ke.nomor}: {found.ringkasan}")


@command.command("withdraw")
@click.argument("document", metavar="DOKUMEN")
@REASON
@YES
@door.as_json
def withdraw_(document: str, reason: str, yes: bool, machine: bool) -> None:
    """Tarik dokumen: tidak ada versinya yang berlaku lagi; dapat diurungkan."""
    settings = read_settings()
    with door.open_graph(settings) as graph:
        told = versions.withdrawal(graph, document)
        what = f"{told.kinerja} kinerja {told.unit.nama} {told.tahun}"
        if not _agreed(f"Tarik {what} ({len(told.keputusan)} keputusan kehilangan sasarannya)?", yes, machine):
            return
        with recorded(settings, "document withdraw", document):
            made = versions.withdraw(graph, document, reason, told.versi_pohon)
    if machine:
        door.print_json(made)
    else:
        door.say(f"{what} ditarik (keputusan nomor {made.urut}). Berlakukan lagi di halaman versi dokumennya.")


@command.command("erase")
@click.argument("document", metavar="DOKUMEN")
@REASON
@YES
@door.as_json
def erase_(document: str, reason: str, yes: bool, machine: bool) -> None:
    """Hapus dokumen untuk selamanya: versi, baris, kinerja, keputusan, dan berkas aslinya."""
    settings = read_settings()
    with door.open_graph(settings) as graph:
        told = versions.erasure(graph, document)
        if not machine:
            door.say(_counted(told))
        if not _agreed("Hapus untuk selamanya? Ini tidak dapat diurungkan.", yes, machine):
            door.say("Tidak ada yang dihapus.")
            return
        with recorded(settings, "document erase", document):
            versions.erase(graph, settings, document, reason, told)
    if machine:
        door.print_json(told)
    else:
        door.say("Dihapus. Nomor keputusannya tetap ada tanpa isi; cadangan yang dibuat sebelum ini masih memuatnya.")


def _counted(told: versions.Erasure) -> str:
    return (
        f"{told.unit} {told.tahun}: {told.versi} versi, {told.baris} baris, {told.kinerja} kinerja (hidup dan lama), "
        f"{told.keputusan} keputusan, {len(told.berkas)} berkas asli akan hilang."
    )


def _agreed(question: str, yes: bool, machine: bool) -> bool:
    """A person at the terminal is asked; a script has to say `--yes`."""
    if yes:
        return True
    if machine or not sys.stdin.isatty():
        raise Invalid("Perintah ini perlu --yes bila tidak dijalankan di terminal. Tidak ada yang diubah.")
    return click.confirm(question, default=False, err=True)
