"""A document version as the graph keeps it: `Baris` and `Isu` nodes, there and back without loss.

In: the rows, claims and issues of one version. Out: property maps for the load queries, and from such maps the same
rows, claims and issues again. A claim is stored on its first row; a second claim of that row gets a node of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from service.model import Claim, Issue, Place, Row

Properties = dict[str, Any]
Finder = Literal["baca", "lipat"]
"""Who found an issue: the reading of the file, or the fold."""

_PLACE = re.compile(r"Tahap (?P<tahap>\d+)(?:, baris (?P<baris>\d+))?(?: \((?P<lokasi>.*)\))?", re.DOTALL)

_CLAIM_TEXTS = (
    *("uraian", "label", "tingkat", "komponen", "rujukan", "csf", "isu", "sumber"),
    *("kode", "induk", "kelompok", "kinerja_id"),
)
"""Fields of a claim that a `Baris` holds under the same name, as they are."""

_FURTHER_TEXTS = ("komponen_kode", "komponen_nama")
_FURTHER_LISTS = ("satuan", "target", "baseline", "mitra")
"""Only on rows that say something there: most forms have no such columns."""

OPEN_UNLESS = frozenset({"info"})
"""An issue of this weight asks nothing of anybody."""


def row_properties(versi: str, rows: Sequence[Row], claims: Sequence[Claim]) -> list[Properties]:
    """One map per row, and one more for each further claim of a row."""
    waiting: dict[int, list[Claim]] = {}
    for claim in claims:
        waiting.setdefault(claim.baris[0], []).append(claim)
    return [made for row in rows for made in _of_row(versi, row, waiting.get(row.nomor, []))]


def rows_of(stored: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    """The rows again, in file order."""
    first: dict[int, Mapping[str, Any]] = {}
    for baris in stored:
        first.setdefault(baris["nomor"], baris)
    return tuple(Row(b["nomor"], _place(b["tempat"]), tuple(b["sel"]), b["peran"]) for b in first.values())


def claims_of(stored: Iterable[Mapping[str, Any]]) -> tuple[Claim, ...]:
    """The claims again, in file order."""
    return tuple(_claim(baris) for baris in stored if baris["jenis"])


def row_key(versi: str, nomor: int, nth: int = 0) -> str:
    """Id of the `Baris` of row `nomor`, or of its second claim (`nth` = 1), third …"""
    return f"{versi}-{nomor}" + (f"-{nth + 1}" if nth else "")


def issue_properties(versi: str, asal: Finder, issues: Sequence[Issue], settled: frozenset[str]) -> list[Properties]:
    """One map per issue; `settled`: ids of kinerja whose level a person decided."""
    return [
        {
            "id": f"{versi}-{asal}-{nomor}",
            "nomor": nomor,
            "kode": issue.kode,
            "keparahan": issue.keparahan,
            "tempat": issue.tempat,
            "pesan": issue.pesan,
            "saran": issue.saran,
            "asal": asal,
            "terbuka": issue.keparahan not in OPEN_UNLESS and not (issue.kode == "STR07" and issue.kinerja in settled),
        }
        for nomor, issue in enumerate(issues, start=1)
    ]


def issue_of(isu: Mapping[str, Any], baris: Sequence[int]) -> Issue:
    """An issue of reading again."""
    return Issue(isu["kode"], isu["keparahan"], isu["tempat"], isu["pesan"], isu["saran"], tuple(baris))


def _of_row(versi: str, row: Row, claims: Sequence[Claim]) -> Iterator[Properties]:
    plain: Properties = {
        "id": row_key(versi, row.nomor),
        "nomor": row.nomor,
        "tempat": str(row.tempat),
        "tahap": row.tempat.tahap,
        "sel": list(row.sel),
        "peran": row.peran,
        "jenis": "",
        "kinerja_id": "",
    }
    if not claims:
        yield {**plain, "urutan": row.tempat.baris}
    for nth, claim in enumerate(claims):
        yield {**plain, **_of_claim(claim), "id": row_key(versi, row.nomor, nth)}


def _of_claim(claim: Claim) -> Properties:
    return {
        **{name: getattr(claim, name) for name in _CLAIM_TEXTS},
        "id_tertulis": claim.id_tertulis,
        "induk_urutan": claim.induk_urutan,
        **{name: value for name in _FURTHER_TEXTS if (value := getattr(claim, name))},
        **{name: list(value) for name in _FURTHER_LISTS if (value := getattr(claim, name))},
        "jenis": claim.jenis,
        "tempat": str(claim.tempat),
        "tahap": claim.tahap,
        "urutan": claim.urutan,
        "lanjutan": list(claim.baris),
        "indikator": list(claim.indikator),
        "jabatan": ["/".join(cell) for cell in claim.jabatan],
        "dasar": claim.dasar,
    }


def _claim(baris: Mapping[str, Any]) -> Claim:
    return Claim(
        **{name: baris[name] for name in _CLAIM_TEXTS},
        id_tertulis=baris.get("id_tertulis", ""),
        induk_urutan=baris.get("induk_urutan", False),
        satuan=tuple(baris.get("satuan", ())),
        target=tuple(baris.get("target", ())),
        baseline=tuple(baris.get("baseline", ())),
        komponen_kode=baris.get("komponen_kode", ""),
        komponen_nama=baris.get("komponen_nama", ""),
        mitra=tuple(baris.get("mitra", ())),
        jenis=baris["jenis"],
        tempat=_place(baris["tempat"]),
        tahap=baris["tahap"],
        urutan=baris["urutan"],
        baris=tuple(baris["lanjutan"]),
        indikator=tuple(baris["indikator"]),
        jabatan=tuple(tuple(cell.split("/")) for cell in baris["jabatan"]),
        dasar=baris.get("dasar"),
    )


def _place(text: str) -> Place:
    """`str(Place)` read back."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return Place(text)
    baris = found["baris"]
    return Place(found["lokasi"] or "", int(found["tahap"]), int(baris) if baris else None)
