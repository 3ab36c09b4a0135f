"""Ids for kinerja that the graph does not know yet, and the keys of units.

In: claims that `join` has numbered. Out: the same with `kinerja_id`. An id is short, can be read aloud, and is made of
unit, year and wording only, so that the same document in an empty graph gives the same ids: `BTM-22-K7QF`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from service.bahasa.bodies import proper_name
from service.bahasa.wording import short_digest, sidik, slug
from service.fold.printed import printed
from service.model import Claim, Register

VOWELS = "AEIOU"


def first_ids(claims: Sequence[Claim], register: Register, tahun: int, taken: Collection[str]) -> tuple[Claim, ...]:
    """`claims` with new ids, one for each `kelompok`; an id in `taken` gets a suffix."""
    ids = _ids(claims, register, tahun, set(taken))
    return tuple(replace(claim, kinerja_id=ids.get(claim.kelompok, "")) for claim in claims)


def unit_kode(nama: str) -> str:
    """`Kecamatan Batumandi` -> `kecamatan-batumandi`."""
    return slug(nama)


def unit_prefix(nama: str) -> str:
    """Three letters for ids, consonants of the proper name: `Kecamatan Batumandi` -> `BTM`."""
    letters = re.sub(r"[^A-Z]", "", slug(proper_name(nama)).upper()) or re.sub(r"[^A-Z]", "", slug(nama).upper())
    consonants = [letter for letter in letters if letter not in VOWELS]
    return "".join([*consonants, *letters, *"XXX"][:3])


def id_stem(nama: str, tahun: int) -> str:
    """`Kecamatan Batumandi`, 2022 -> `BTM-22-`, with which all ids of that unit and year begin."""
    return f"{unit_prefix(nama)}-{tahun % 100:02}-"


def _ids(claims: Sequence[Claim], register: Register, tahun: int, taken: set[str]) -> Mapping[int, str]:
    """kelompok -> id."""
    stem = id_stem(register.nama, tahun)
    ids: dict[int, str] = {}
    seen: dict[str, int] = {}
    carried = {claim.kelompok: claim.id_tertulis for claim in claims if claim.id_tertulis.startswith(stem)}
    reserved = set(carried.values())
    for group in sorted({claim.kelompok for claim in claims} - {0}):
        digest = sidik(printed([claim.uraian for claim in claims if claim.kelompok == group]))
        seen[digest] = seen.get(digest, 0) + 1
        wish = carried.get(group, "")
        what = f"{register.kode} {tahun} {digest} {seen[digest]}"
        ids[group] = wish if wish and wish not in taken else _free(stem, what, taken | reserved)
        taken.add(ids[group])
    return ids


def _free(stem: str, what: str, taken: set[str]) -> str:
    first = f"{stem}{short_digest(what)}"
    number = 2
    found = first
    while found in taken:
        found, number = f"{first}{number}", number + 1
    return found
