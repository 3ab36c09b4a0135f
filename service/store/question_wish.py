"""What a person wants to save as a question, checked field by field.

In: name, description, Cypher, parameters, shared or not, as they were typed. Out: the same, tidied; `Invalid` names
every field that is not accepted, all at once. Whether the Cypher runs is not asked here: a draft may be saved too.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.errors import Invalid

LONGEST_NAME = 120
LONGEST_ABOUT = 2_000
LONGEST_TEXT = 10_000
"""As many letters as the console takes."""
MOST_PARAMETERS = 50
LONGEST_PARAMETERS = 100_000
"""Letters of all of them, as JSON."""

NAME = re.compile(r"[^\W\d]\w{0,63}")

KINDS: Mapping[str, Callable[[Any], bool]] = {
    "teks": lambda value: isinstance(value, str),
    "angka": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value),
    "ya-tidak": lambda value: isinstance(value, bool),
    "json": lambda _: True,
}
"""Kind of a parameter -> whether it takes this value; none yet (null) is taken by every kind."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to save."""

    nama: str
    keterangan: str
    teks: str
    parameter: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    """{nama, jenis, nilai} in order."""
    bersama: bool = False


def checked(wish: Wish) -> Wish:
    """As it is kept; raises Invalid by field."""
    tidy = Wish(" ".join(wish.nama.split()), wish.keterangan.strip(), wish.teks, _named(wish.parameter), wish.bersama)
    wrong = dict(_faults(tidy))
    if wrong:
        said = "; ".join(f"{name}: {reason}" for name, reason in wrong.items())
        raise Invalid(f"Pertanyaan tidak disimpan ({said}).", "Perbaiki isian itu, lalu simpan lagi.", wrong)
    return tidy


def _named(given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"nama": one.get("nama"), "jenis": one.get("jenis"), "nilai": one.get("nilai")} for one in given]


def _faults(wish: Wish) -> list[tuple[str, str]]:
    found = []
    if not (1 <= len(wish.nama) <= LONGEST_NAME and wish.nama.isprintable()):
        found.append(("nama", f"1 sampai {LONGEST_NAME} huruf yang tampak"))
    if len(wish.keterangan) > LONGEST_ABOUT:
        found.append(("keterangan", f"paling banyak {LONGEST_ABOUT} huruf"))
    if not wish.teks.strip():
        found.append(("teks", "tulis pertanyaannya dulu"))
    if len(wish.teks) > LONGEST_TEXT:
        found.append(("teks", f"paling banyak {LONGEST_TEXT} huruf"))
    reason = _of_parameters(wish.parameter)
    return [*found, ("parameter", reason)] if reason else found


def _of_parameters(given: Sequence[Mapping[str, Any]]) -> str:
    """Why they are not accepted; empty: they are."""
    if len(given) > MOST_PARAMETERS:
        return f"paling banyak {MOST_PARAMETERS}"
    names = [one["nama"] for one in given]
    odd = [name for name in names if not (isinstance(name, str) and NAME.fullmatch(name))]
    if odd:
        return f"nama {odd[0]!r} bukan nama parameter: huruf, angka, dan garis bawah"
    if len(set(names)) < len(names):
        return "ada nama yang dipakai dua kali"
    for one in given:
        fits = KINDS.get(one["jenis"]) if isinstance(one["jenis"], str) else None
        if fits is None:
            return f"jenis {one['nama']}: pilih {', '.join(KINDS)}"
        if one["nilai"] is not None and not fits(one["nilai"]):
            return f"nilai {one['nama']} bukan {one['jenis']}"
    if len(json.dumps(given, ensure_ascii=False)) > LONGEST_PARAMETERS:
        return f"semuanya paling banyak {LONGEST_PARAMETERS} huruf"
    return ""
