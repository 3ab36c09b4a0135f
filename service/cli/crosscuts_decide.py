"""`kinerja crosscuts decide|undo`: one side's word about a crosscutting pair, and taking it back.

In: the two ends, whose word it is, and why. Out: the entry of the log and how the pair stands now, for people or as one
JSON object.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from service import decisions
from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.decisions import pairs
from service.errors import Invalid
from service.fold.pair_keys import KINDS, SEBAB, WORDS
from service.fold.pairs import PairState
from service.graph import Graph
from service.model import Decision
from service.said import other_end, word

ROLES = ("utama", "anggota")
REASON = click.option("--reason", default="", help="Alasan yang dicatat; terbaca oleh semua.")


@click.command("decide")
@click.argument("a", metavar="KINERJA")
@click.argument("b", metavar="DENGAN")
@click.option("--word", "kata", type=click.Choice(WORDS), required=True, help="Jawabannya.")
@click.option("--side", "pihak", default="", help="Atas nama siapa: kode unit, mitra:KODE, atau keduanya (Bappeda).")
@click.option(
    "--kind",
    "jenis",
    default="",
    type=click.Choice(["", *KINDS]),
    metavar=f"[{'|'.join(KINDS)}]",
    help="Jenis crosscutting.",
)
@click.option("--role", type=click.Choice(ROLES), help="Peran pihak itu.")
@click.option("--lead", default="", help="Kode pihak yang memimpin, bila bukan lewat --role.")
@click.option("--note", "keterangan", default="", help="Keterangan untuk matriks.")
@click.option(
    "--because",
    "sebab",
    default="",
    type=click.Choice(["", *SEBAB]),
    metavar=f"[{'|'.join(SEBAB)}]",
    help="Sebab, bila jawabannya tidak.",
)
@click.option("--joins", "gabung", default="", help="Kinerja sendiri yang bergabung sebagai gantinya, atau unit.")
@click.option("--body", "badan", default="", help="Nama pihak luar yang belum dikenal; DENGAN: mitra:")
@click.option("--same", "searti", default="", help="Kata yang searti, untuk pasangan yang ditambahkan: kata = kata")
@REASON
@door.as_json
def decide_(a: str, b: str, role: str | None, lead: str, reason: str, machine: bool, **said: str) -> None:
    """Jawab satu pasangan: kinerja (nomornya) dengan kinerja lain, skpd:KODE, atau mitra:KODE."""
    settings = read_settings()
    with door.open_graph(settings) as graph, recorded(settings, "crosscuts decide", a):
        texts: dict[str, Any] = said
        wanted = pairs.Word(a, b, **texts, utama=lead)
        if role:
            wanted = replace(wanted, utama=_lead(graph, wanted, role))
        made = pairs.say(graph, wanted, reason)
        _tell(made, pairs.standing_of(graph, made.subjek, made.isi["dengan"]), machine)


@click.command("undo")
@click.argument("entry", metavar="KEPUTUSAN")
@REASON
@door.as_json
def undo_(entry: str, reason: str, machine: bool) -> None:
    """Urungkan satu jawaban (misalnya keputusan-12); pengurungan pun dapat diurungkan."""
    settings = read_settings()
    with door.open_graph(settings) as graph, recorded(settings, "crosscuts undo", entry):
        made = decisions.undo(graph, entry, reason)
        if made.jenis != "silang":
            door.say(f"Keputusan nomor {made.urut} mengurungkan {entry}.")
            return
        _tell(made, pairs.standing_of(graph, made.subjek, made.isi["dengan"]), machine)


def _lead(graph: Graph, wanted: pairs.Word, role: str) -> str:
    """The lead by the role of the side that speaks."""
    both = pairs.sides_of(graph, wanted)
    if wanted.pihak not in both:
        raise Invalid("--role adalah peran pihak di --side. Tidak ada yang diubah.", "Sebut --side, atau --lead KODE.")
    return wanted.pihak if role == "utama" else next(one for one in both if one != wanted.pihak)


def _tell(made: Decision, state: PairState | None, machine: bool) -> None:
    status = state.status if state else ""
    if machine:
        door.print_json({"keputusan": made, "status": status})
        return
    what = f"mengurungkan {made.membatalkan}" if made.membatalkan else word(made.isi)
    door.say(f"Keputusan nomor {made.urut}: {what}, dengan {other_end(made.isi)}.")
    door.say(f"Pasangan ini kini: {STANDS.get(status, status)}.")


STANDS = {
    "disepakati": "disepakati kedua pihak",
    "satu pihak": "baru satu pihak, menunggu yang lain",
    "ditolak": "ditolak",
    "ragu": "masih terbuka; satu pihak belum yakin",
    "terbuka": "belum dijawab siapa pun",
}
