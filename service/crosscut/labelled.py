"""The units of a labelled set, to measure the detector on units that it was not made for.

In: the JSON of a set: units with their conditions (id, parent, level, statement, indicators, national code). Out:
`SetUnits`, or every fault with its place. Labels and marked partners are not even read here; `evaluate` reads the
labels, when the ranking is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError, model_validator

from service.errors import DocumentRefused, refusal

TOLD = 5
"""Faults of a file that are told; the rest is counted."""


class _Written(BaseModel):
    """An object of a set, where null says as little as a field that is not there."""

    @model_validator(mode="before")
    @classmethod
    def without_nulls(cls, written: Any) -> Any:
        """Only what says something."""
        return (
            {name: value for name, value in written.items() if value is not None}
            if isinstance(written, dict)
            else written
        )


class SetCondition(_Written):
    """One condition of a set."""

    id: str = Field(min_length=1)
    kondisi: str = Field(min_length=1)
    induk: str | None = None
    jenjang: str | None = None
    kedalaman: int | None = None
    indikator: list[str] = []
    kode_nomenklatur: str | None = None


class SetUnit(_Written):
    """One unit of a set."""

    kode: str = Field(min_length=1)
    nama: str = Field(min_length=1)
    jenis: str = ""
    kondisi: list[SetCondition]


class SetUnits(BaseModel):
    """The units of a set, without its labels."""

    unit: list[SetUnit] = Field(min_length=1)


def read_units(path: Path) -> tuple[SetUnits, str]:
    """The units, and the text of the file for whoever scores; raises DocumentRefused in words."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        whole = json.loads(text)
    except OSError as fault:
        raise DocumentRefused(f"{path} tidak dapat dibaca: {refusal(fault)}.", "Periksa letak berkasnya.") from None
    except (ValueError, RecursionError) as fault:
        raise DocumentRefused(f"{path} bukan JSON{_where(fault)}.", "Pilih berkas set berlabel (JSON).") from None
    try:
        found = SetUnits.model_validate(whole)
    except ValidationError as fault:
        raise _wrong(path, [_told(one["loc"], one["type"]) for one in fault.errors()]) from None
    if faults := list(_faults(found)):
        raise _wrong(path, faults)
    return found, text


def _faults(found: SetUnits) -> Iterator[str]:
    """What no type says: codes and ids are unique, a parent stands in its own unit, and no effect leads back."""
    seen: set[str] = set()
    codes: set[str] = set()
    for unit in found.unit:
        if unit.kode in codes:
            yield f"kode unit {unit.kode} dipakai dua kali"
        codes.add(unit.kode)
        own = {one.id for one in unit.kondisi}
        for one in unit.kondisi:
            if one.id in seen:
                yield f"id {one.id} dipakai dua kali"
            seen.add(one.id)
            if one.induk and one.induk not in own:
                yield f"{one.id}: induk {one.induk} tidak ada di unit {unit.kode}"
        if ring := _ring({one.id: one.induk for one in unit.kondisi}):
            yield f"{ring}: rantai induknya kembali ke dirinya sendiri"


def _ring(effects: Mapping[str, str | None]) -> str:
    """The first whose effects lead back to itself; empty: none."""
    sound: set[str] = set()
    for first in effects:
        way: dict[str, None] = {}
        at: str | None = first
        while at and at not in sound:
            if at in way:
                return at
            way[at] = None
            at = effects.get(at)
        sound.update(way)
    return ""


def _where(fault: Exception) -> str:
    """Where reading ended, in words."""
    if isinstance(fault, json.JSONDecodeError):
        return f": tidak terbaca mulai baris {fault.lineno}, kolom {fault.colno}"
    return ": isinya bukan teks UTF-8" if isinstance(fault, UnicodeDecodeError) else ""


def _told(place: Sequence[str | int], kind: str) -> str:
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".") or "berkas"
    return f"{where}: {KINDS.get(kind, 'bentuknya salah')}"


def _wrong(path: Path, faults: Sequence[str]) -> DocumentRefused:
    more = f"; dan {len(faults) - TOLD} lagi" if len(faults) > TOLD else ""
    return DocumentRefused(
        f"{path.name} bukan set berlabel yang utuh: {'; '.join(faults[:TOLD])}{more}. Tidak ada yang dihitung.",
        "Bentuknya dijelaskan di docs/crosscut.md: unit[] dengan kondisi[] (id, kondisi, induk, indikator).",
    )


KINDS: Mapping[str, str] = {
    "missing": "tidak ada",
    "string_type": "harus teks",
    "string_too_short": "kosong",
    "list_type": "harus daftar",
    "too_short": "kosong",
    "model_type": "harus objek",
    "dict_type": "harus objek",
    "int_type": "harus angka",
}
"""Fault of a field, in words."""
