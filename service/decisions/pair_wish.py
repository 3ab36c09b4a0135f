"""What one side wants to say about one crosscutting pair, together with what the graph knows of its two ends.

In: `Word`s. Out: a `Wish` for each, with both ends as they stand and what the detector says; or a refusal for ends that
are no pair: unknown, gone, of one unit, or of two governments or years.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service.bahasa.wording import slug
from service.decisions.pair_body import body_called, body_name, check_no_unit
from service.errors import Invalid, NotFound
from service.fold.pair_keys import BODY, ONLY_UNIT, UNIT, is_body, ordered, pair_key
from service.graph import Tx
from service.live.pairs import keys

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """One side's word about one pair. The order of `a` and `b` does not matter."""

    a: str
    """Id of a kinerja."""
    b: str
    """Id of a kinerja of another unit, `skpd:<kode>` or `mitra:<kode>`."""
    kata: str
    """ya | tidak | ragu"""
    pihak: str = ""
    """Whose word it is: kode of the unit, `mitra:<kode>` for the answer of an outside body, `keduanya` (Bappeda settles
    for both); empty: the side that the account writes for."""
    jenis: str = ""
    """duplikat | melengkapi | mitra; empty: not said."""
    utama: str = ""
    """Kode of the unit that leads (`mitra:<kode>` for a body); empty: not said."""
    keterangan: str = ""
    sebab: str = ""
    """Why not, one of `fold.pairs.SEBAB`."""
    gabung: str = ""
    """Id of an own kinerja that joins instead of the one at the end, or `unit`: the unit joins as a whole."""
    manual: bool = False
    """A person adds the pair."""
    searti: str = ""
    """`kata = kata`: words that mean the same, told with a hand-added pair."""
    badan: str = ""
    """Name of an outside body that the graph does not know yet; `b` is `mitra:` and its slug, or `mitra:` alone."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A word whose ends are known."""

    word: Word
    """With its ends in order, and whose word it is."""
    a: Row
    """{id, uraian, sidik, tahun, kode, nama, pemda}; `kode` and `nama` of the unit."""
    b: Row
    """The same; of a unit or a body: its own, and `badan`, the kind of body."""
    gabung: Row | None
    temuan: Row | None
    """Properties of what was detected; None: nothing was."""

    @property
    def kunci(self) -> str:
        return pair_key(self.word.a, self.word.b)

    @property
    def pihak(self) -> tuple[str, str]:
        """Side of `a` and of `b`."""
        return self.a["kode"], f"{BODY}{self.b['kode']}" if self.b["jenis"] == "Mitra" else self.b["kode"]

    @property
    def nama(self) -> dict[str, str]:
        """Side -> its name."""
        return dict(zip(self.pihak, (self.a["nama"], self.b["nama"]), strict=True))

    @property
    def ends(self) -> set[str]:
        """The kinerja that it speaks of."""
        joined = {self.gabung["id"]} if self.gabung else set()
        return {end for end in (self.word.a, self.word.b) if not is_body(end)} | joined


def wishes(tx: Tx, words: Sequence[Word]) -> tuple[Wish, ...]:
    """`words` with their ends, in one query; raises NotFound, Invalid."""
    told = [_in_order(_named(tx, word)) for word in words]
    asked = [{**keys(word.a, word.b), "gabung": word.gabung or None} for word in told]
    rows = sorted(tx.run("crosscut/pair_ends_to_decide", pasangan=asked), key=lambda row: row["nomor"])
    made = tuple(_wish(word, row) for word, row in zip(told, rows, strict=True))
    for word, wish, row in zip(told, made, rows, strict=True):
        if row["b"] is None:
            check_no_unit(tx, word.badan, wish.a["pemda"])
    return made


def _named(tx: Tx, word: Word) -> Word:
    """With the body that is meant, and its name as it can be printed."""
    if not word.badan:
        return word
    name = body_name(word.badan)
    return replace(word, badan=name, b=body_called(tx, name) if word.b in ("", BODY) else word.b)


def _in_order(word: Word) -> Word:
    first, second = ordered(word.a, word.b)
    if is_body(first):
        raise Invalid("Satu ujung pasangan harus kinerja. Tidak ada yang diubah.", "Pilih kinerjanya.")
    return replace(word, a=first, b=second)


def _wish(word: Word, row: Row) -> Wish:
    new = {"id": word.b, "hidup": True, "uraian": word.badan, "sidik": "", "tahun": None, "pemda": None}
    new |= {"kode": word.b.removeprefix(BODY), "nama": word.badan, "jenis": "Mitra", "badan": "lainnya"}
    b = row["b"] or (new if word.badan and word.b == f"{BODY}{slug(word.badan)}" else None)
    for end, found in ((word.a, row["a"]), (word.b, b)):
        if found is None:
            raise NotFound(
                f"Tidak ada {_what(end)} {end.rpartition(':')[2]!r}. Tidak ada yang diubah.", "Pilih dari daftar."
            )
        _check_living(found)
    if word.gabung and word.gabung != ONLY_UNIT and row["gabung"] is None:
        raise NotFound(f"Tidak ada kinerja {word.gabung!r}. Tidak ada yang diubah.", "Pilih dari daftar.")
    made = Wish(word, row["a"], b or {}, row["gabung"], row["temuan"])
    _check_two(made)
    return made


def _what(end: str) -> str:
    if end.startswith(UNIT):
        return "perangkat daerah"
    return "badan" if end.startswith(BODY) else "kinerja"


def _check_living(found: Row) -> None:
    if found["hidup"]:
        return
    where = f"Kini kalimat itu kinerja {found['menjadi']}; pakai pasangannya." if found["menjadi"] else ""
    raise Invalid(
        f"“{found['uraian']}” tidak ada lagi di dokumen yang berlaku. Tidak ada yang diubah.",
        where or "Pasangan ini ada di daftar pasangan yang lepas; di sana ada jalannya.",
    )


def _check_two(wish: Wish) -> None:
    """Two units of one government and year."""
    if wish.pihak[0] == wish.pihak[1]:
        raise Invalid(
            "Kedua ujungnya milik satu perangkat daerah, jadi bukan crosscutting. Tidak ada yang diubah.",
            "Kalimat yang berulang dalam satu perangkat daerah ada di daftar rangkap.",
        )
    if wish.b["jenis"] != "Mitra" and wish.a["pemda"] != wish.b["pemda"]:
        raise Invalid("Kedua ujungnya milik pemerintah daerah yang berbeda. Tidak ada yang diubah.", "Pilih yang lain.")
    if wish.b["tahun"] is not None and wish.a["tahun"] != wish.b["tahun"]:
        raise Invalid("Kedua kinerja itu dari tahun yang berbeda. Tidak ada yang diubah.", "Pilih dari tahun itu juga.")
