"""The two ends of a pair as a page shows them: statement, indicators, owner, the way up, the words to mark.

In: rows of `crosscut/pair` and the words of either side. Out: an `End` each. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from service.boxes import positions
from service.crosscut.detect.explain import marks
from service.crosscut.pair.answer import End, Measure, Neighbour, Same, Step
from service.facts import Ref, UnitRef
from service.fold.pair_keys import UNIT
from service.levels import colour, short

Row = Mapping[str, Any]

NOBODY: Row = {"kode": "", "nama": "", "jenis": ""}


def kinerja_end(row: Row, words: Sequence[str]) -> End:
    """A kinerja, living or former, with `words` marked in its statement and its indicators."""
    unit, text = row["unit"] or NOBODY, row["uraian"] or ""
    return End(
        kunci=row["id"],
        jenis="kinerja" if row["hidup"] else "kinerja lama",
        uraian=text,
        unit=UnitRef(unit["kode"], unit["nama"] or ""),
        tanda=tuple(marks(text, words)),
        tahun=row["tahun"] or 0,
        tingkat=row["tingkat"] or "",
        singkat=short(row["tingkat"] or "", row["urut_tingkat"] or 0),
        warna=_colour(row["tingkat"], row["urut_tingkat"], row),
        jenis_unit=unit["jenis"] or "",
        contoh=row["contoh"],
        jabatan=positions(row["jabatan"]),
        indikator=tuple(_measure(one, words) for one in sorted(row["indikator"], key=lambda i: (i[2] or 0, i[1]))),
        komponen=tuple(Ref(kode, nama or "") for kode, nama in sorted(row["rencana"])),
        jalan=tuple(_step(one, row) for one in row["jalan"]),
        menjadi=tuple(Ref(*one) for one in row["menjadi"]),
        kembar=tuple(Same(key, UnitRef(kode, nama)) for key, kode, nama in row["kembar"]),
    )


def body_end(key: str, row: Row) -> End:
    """A whole unit or an outside body; `key`: `skpd:<kode>` or `mitra:<kode>`."""
    here = UnitRef(row["kode"], row["nama"] or row["kode"])
    return End(key, "skpd" if key.startswith(UNIT) else "mitra", here.nama, here, jenis_unit=row["jenis"] or "")


def neighbours(rows: Mapping[str, Row], own: set[str]) -> tuple[Neighbour, ...]:
    """What is weakly like one of the ends, the strongest first; the pair itself is none of it."""
    found = [(one["skor"] or 0.0, key, one) for key, row in rows.items() for one in row["lemah"]]
    best = sorted(found, key=lambda weak: (-weak[0], weak[1], weak[2]["id"]))
    return tuple(
        Neighbour(one["id"], one["uraian"] or "", UnitRef(one["kode"], one["nama"] or ""), key)
        for _, key, one in best
        if one["id"] not in own
    )


def _measure(found: Sequence[Any], words: Sequence[str]) -> Measure:
    key, name, _, satuan, target = found
    return Measure(key, name, tuple(marks(name, words)), " ".join(filter(None, (target, satuan if target else ""))))


def _step(found: Sequence[Any], end: Row) -> Step:
    key, uraian, tingkat, urut, asal = found
    return Step(key, uraian, tingkat or "", short(tingkat or "", urut or 0), _colour(tingkat, urut, end), asal)


def _colour(tingkat: str | None, urut: int | None, end: Row) -> int:
    ladder = max(end["urut_tingkat"] or 0, *(step[3] or 0 for step in end["jalan"]), 1)
    return colour(tingkat or "", urut or 0, ladder)
