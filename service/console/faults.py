"""What Neo4j finds wrong with a statement, told in Indonesian: what, where, and what to write instead.

In: Neo4j's code and message, and the statement. Out: a `StatementFault` when the statement is to be mended, a `Refused`
when a limit or the read-only door of the mirror stopped it. Pure. A message without a sentence of ours in
`fault_words.py` is told as it is, and said to be Neo4j's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from service.console.fault_names import meant_by
from service.console.fault_words import SAYINGS, TEMPORAL, TYPES, WRITTEN, Saying
from service.console.places import PLACE, Place, before, excerpt, find, place_in
from service.console.statement import Statement
from service.console.syntax_words import Remedy, wrong_here
from service.console.walls import Refused
from service.errors import KinerjaError


class StatementFault(KinerjaError):
    """The statement itself is wrong: `message` says what, `hint` what to do."""

    status = 400
    exit_code = 1
    title = "Pertanyaan salah"

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        baris: int | None = None,
        kolom: int | None = None,
        potongan: str | None = None,
        ganti: str | None = None,
    ) -> None:
        super().__init__(message, hint)
        self.baris = baris
        self.kolom = kolom
        """Place in the statement, both from 1; None: nobody knows."""
        self.potongan = potongan
        """The line that it is in, and below it a caret under the place."""
        self.ganti = ganti
        """What could stand at the place instead; None: nothing is clear."""


@dataclass(frozen=True)
class Stop:
    """A code of Neo4j that is no fault of the statement's wording."""

    kode: str
    """A part of the code."""
    dinding: str
    pesan: str
    saran: str


STOPS = (
    Stop(
        "OutOfMemory",
        "ingatan",
        "Pertanyaan ini memerlukan ingatan lebih dari yang tersedia, jadi dihentikan.",
        "Saring lebih awal, ambil lebih sedikit kolom, atau tambahkan LIMIT sebelum collect dan ORDER BY.",
    ),
    Stop(
        "StackOverFlow",
        "ingatan",
        "Pertanyaan ini bersarang terlalu dalam, jadi dihentikan.",
        "Bagi menjadi beberapa langkah dengan WITH.",
    ),
    Stop(
        "TimedOut",
        "tenggat",
        "Pertanyaan ini belum selesai sampai batas waktunya, jadi dihentikan.",
        "Mulai dari label dan nilai yang pasti, beri batas pada jalur (misalnya `*1..5`), tambahkan LIMIT.",
    ),
    Stop(
        "Transaction.Terminated",
        "tenggat",
        "Pertanyaan ini dihentikan sebelum selesai.",
        "Jalankan sekali lagi; bila berulang, persempit pertanyaannya.",
    ),
    Stop(
        "Statement.AccessMode",
        "baca",
        "Konsol hanya membaca; pertanyaan ini akan mengubah graf. Tidak ada yang diubah.",
        "Hapus CREATE, MERGE, SET, REMOVE, dan DELETE. Perubahan dibuat di halaman masing-masing.",
    ),
    Stop(
        "ExternalResourceFailed",
        "konfigurasi",
        "Konsol tidak membaca berkas dan tidak membuka alamat lain.",
        "Bawa datanya sebagai parameter, misalnya sebuah daftar.",
    ),
    Stop(
        "Kinerja.RecursionError",
        "operator",
        "Rencana pertanyaan ini bertingkat terlalu banyak.",
        "Bagi menjadi beberapa pertanyaan yang lebih pendek.",
    ),
)
"""Code -> the wall that stopped it, and what is told; the first that fits."""

INVALID = re.compile(r"^Invalid input '(?P<ada>.*?)': expected (?P<cocok>.*?)(?: \(line|$)", re.DOTALL)
QUOTE = re.compile(r"\)\)\n\".*", re.DOTALL)
"""Neo4j repeats the line of the statement behind the place; we show our own."""
READ = 20_000
"""Characters of a message that are looked at; some repeat a value, which may be as long as it likes."""
VALUE = 60
"""Characters of a value that are repeated."""
LONGEST = 400
"""Characters of a message of Neo4j that we have no words for."""


def told(code: str, message: str, statement: Statement | None) -> Refused | StatementFault:
    """What Neo4j said, in words. `statement`: None when the text is not at hand."""
    for stop in STOPS:
        if stop.kode in code:
            return Refused(stop.pesan, stop.saran, dinding=stop.dinding)
    text = statement.teks if statement else ""
    message = QUOTE.sub("))", message[:READ])
    place = place_in(text, message)
    remedy, word = _remedy(message, text, place, statement)
    return fault_at(text, place or (find(text, word) if word else None), remedy)


def fault_at(text: str, place: Place | None, remedy: Remedy) -> StatementFault:
    """The fault with the line that it is in."""
    return StatementFault(
        remedy.pesan,
        remedy.saran,
        baris=place.baris if place else None,
        kolom=place.kolom if place else None,
        potongan=excerpt(text, place) if place else None,
        ganti=remedy.ganti or None,
    )


def _remedy(message: str, text: str, place: Place | None, statement: Statement | None) -> tuple[Remedy, str]:
    """What to say, and the word that shows where when there is no place."""
    if invalid := INVALID.match(message):
        return wrong_here(invalid["ada"], invalid["cocok"], before(text, place)), ""
    for saying in SAYINGS:
        if found := saying.pola.search(message):
            remedy = _filled(saying, found)
            word = (found.groupdict().get(saying.tempat) or "").partition(",")[0]
            return meant_by(found, remedy, text, statement), word
    return _as_told(message), ""


def _filled(saying: Saying, found: re.Match[str]) -> Remedy:
    parts = {name: _in_words(name, value or "") for name, value in found.groupdict().items()}
    remedy = Remedy(_with(saying.pesan, parts), _with(saying.saran, parts))
    if not remedy.saran and "mau" in parts:
        remedy = _converted(remedy, found["mau"], parts["ada"])
    return Remedy(remedy.pesan[:1].upper() + remedy.pesan[1:], remedy.saran)


def _with(sentence: str, parts: Mapping[str, str]) -> str:
    """The sentence with its places filled; braces of Cypher stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda place: parts.get(place[1], place[0]), sentence)


def _in_words(name: str, value: str) -> str:
    """A captured piece as a person reads it."""
    if name in ("ada", "mau"):
        return types_in_words(value)
    if name == "batas":
        return value.replace(" - ", " sampai ")
    return value if len(value) <= VALUE else f"{value[:VALUE]}…"


def types_in_words(value: str) -> str:
    """`String or List<T>` -> `teks atau daftar`; dates of all kinds are told once."""
    names = [re.sub(r"<.*|[{(].*", "", name) for name in re.split(r", | or ", value)]
    if len(TEMPORAL & set(names)) > 1:
        names = [name for name in names if name not in TEMPORAL] + ["DateTime"]
    if "Float" in names:
        names = [name for name in names if name != "Integer"]
    words = list(dict.fromkeys(TYPES.get(name, name) for name in names))
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} atau {words[-1]}"


def _converted(remedy: Remedy, wanted: str, there: str) -> Remedy:
    """How what is there becomes what is wanted, if it can."""
    names = re.split(r", | or ", wanted)
    if names == ["Path"] and there != TYPES["Integer"]:
        return Remedy(remedy.pesan, "Panjang teks atau banyaknya isi daftar ditanyakan dengan `size(…)`.")
    if names == ["Boolean"]:
        return Remedy(remedy.pesan, "Bandingkan dengan sesuatu: `= …`, `> …`, `IS NOT NULL`.")
    ways = [WRITTEN[name] for name in names if name in WRITTEN]
    plain = there in (TYPES["String"], TYPES["Integer"], TYPES["Float"])
    return Remedy(remedy.pesan, f"Ubah dulu dengan {ways[0]}.") if ways and plain else remedy


def _as_told(message: str) -> Remedy:
    bare = PLACE.sub("", message).strip()
    short = bare if len(bare) <= LONGEST else f"{bare[:LONGEST]}…"
    return Remedy(f"Neo4j menolak pertanyaan ini. Katanya, dalam bahasa Inggris: {short}")
