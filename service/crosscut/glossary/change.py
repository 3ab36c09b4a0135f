"""A change of the glossary before it is made: checked whole, then applied to the edits that stand.

In: a concept, phrases to add, to take out or to leave as they were shipped, and the edits that stand. Out: the `Change`
as it would be made, or Invalid with the reason for every phrase that is refused; the edits afterwards. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from service.bahasa.wording import slug
from service.crosscut.glossary import Entry, EntryKind, Glossary, shipped
from service.crosscut.glossary.edits import ORIGIN, Edit, Edits, in_force, phrases_of
from service.crosscut.glossary.phrases import once, one_phrase, reading_of, reason_against, too_long
from service.errors import Invalid

ChangeKind = Literal["tambah", "cabut", "urungkan"]

MOST_AT_ONCE = 50
REASON_LETTERS = (5, 500)


@dataclass(frozen=True, slots=True)
class Change:
    """Phrases of one concept that are added, taken out, or left as they were shipped."""

    konsep: str
    """Name; one that is not known makes a new concept, whose name is its first phrase."""
    aksi: ChangeKind
    varian: tuple[str, ...]
    jenis: EntryKind = "sinonim"
    """Of phrases that are added."""


def checked(wanted: Change, edits: Edits) -> Change:
    """`wanted` as it would be made; raises Invalid with everything that is wrong."""
    if wanted.aksi not in get_args(ChangeKind) or wanted.jenis not in get_args(EntryKind):
        raise Invalid("Perubahan glosarium ini tidak dikenal. Tidak ada yang diubah.", "Muat ulang halamannya.")
    glossary = in_force(edits)
    tidied = replace(wanted, konsep=_known_name(one_phrase(wanted.konsep), glossary), varian=once(wanted.varian))
    _refuse(_missing(tidied, glossary))
    match tidied.aksi:
        case "tambah":
            return _to_add(tidied, glossary)
        case "cabut":
            return _to_take_out(tidied, glossary)
    return _to_leave(tidied, edits)


def after(change: Change, edits: Edits, oleh: str, pada: str, alasan: str) -> Edits:
    """The edits when a checked `change` has been made."""
    touched = {(change.konsep, phrase) for phrase in change.varian}
    kept = [one for one in edits if (one.konsep, one.varian) not in touched]
    if change.aksi == "urungkan":
        return tuple(kept)
    as_shipped = phrases_of(shipped().concepts.get(change.konsep, ()))
    for phrase in change.varian:
        kind = _kind(change, as_shipped[phrase].jenis if phrase in as_shipped else None)
        if kind:
            action: Literal["tambah", "cabut"] = "cabut" if change.aksi == "cabut" else "tambah"
            kept.append(Edit(change.konsep, phrase, action, kind, oleh, pada, alasan))
    return tuple(sorted(kept))


def check_reason(alasan: str) -> str:
    """The reason, tidied; raises Invalid for one that nobody could follow later."""
    least, most = REASON_LETTERS
    if not least <= len(alasan.strip()) <= most:
        _refuse({"alasan": f"Alasan {least} sampai {most} huruf; semua orang dapat membacanya."})
    return alasan.strip()


def _kind(change: Change, as_shipped: EntryKind | None) -> EntryKind | None:
    """Of the edit that a phrase needs; None: it needs none to be as it was shipped, or not to be."""
    if change.aksi == "cabut":
        return as_shipped
    return None if change.jenis == as_shipped else change.jenis


def _known_name(name: str, glossary: Glossary) -> str:
    """The concept that is meant, however it is spelled."""
    return next((known for known in glossary.concepts if slug(known) == slug(name)), name)


def _missing(wanted: Change, glossary: Glossary) -> dict[str, str]:
    wrong = {}
    if not slug(wanted.konsep):
        wrong["konsep"] = "Nama konsep harus diisi: objek, sasaran, atau masalahnya, misalnya “sampah plastik”."
    elif why := too_long(wanted.konsep):
        wrong["konsep"] = why
    if not wanted.varian and (wanted.aksi != "tambah" or wanted.konsep in glossary.concepts):
        wrong["varian"] = "Tulis setidaknya satu frasa." if wanted.aksi == "tambah" else "Pilih setidaknya satu varian."
    if len(wanted.varian) > MOST_AT_ONCE:
        wrong["varian"] = f"Paling banyak {MOST_AT_ONCE} varian sekali ubah; ini {len(wanted.varian)}."
    return wrong


def _to_add(wanted: Change, glossary: Glossary) -> Change:
    """A new concept's own name is its first phrase."""
    wrong = {}
    if wanted.konsep not in glossary.concepts:
        if why := reason_against(Entry(wanted.konsep, "sinonim", wanted.konsep), glossary):
            wrong["konsep"] = why
        wanted = replace(wanted, varian=once((wanted.konsep, *wanted.varian)))
    typed = (phrase for phrase in wanted.varian if phrase != wanted.konsep or wanted.konsep in glossary.concepts)
    reasons = (reason_against(Entry(wanted.konsep, wanted.jenis, phrase, ORIGIN), glossary) for phrase in typed)
    if told := " ".join(why for why in reasons if why):
        wrong["varian"] = told
    _refuse(wrong)
    return wanted


def _to_take_out(wanted: Change, glossary: Glossary) -> Change:
    """Every phrase that is read the same goes along, else nothing would change."""
    known = {entry.varian: reading_of(entry.varian) for entry in glossary.concepts.get(wanted.konsep, ())}
    _refuse_strange(wanted, known, "bukan varian")
    gone = {known[phrase] for phrase in wanted.varian}
    return replace(wanted, varian=tuple(phrase for phrase, reading in known.items() if reading in gone))


def _to_leave(wanted: Change, edits: Edits) -> Change:
    _refuse_strange(wanted, [one.varian for one in edits if one.konsep == wanted.konsep], "tidak (lagi) diubah pada")
    return wanted


def _refuse_strange(wanted: Change, known: Iterable[str], what: str) -> None:
    lost = [phrase for phrase in wanted.varian if phrase not in set(known)]
    if lost:
        named = ", ".join(f"“{phrase}”" for phrase in lost)
        _refuse({"varian": f"{named} {what} konsep “{wanted.konsep}”."})


def _refuse(wrong: dict[str, str]) -> None:
    if wrong:
        raise Invalid("Perubahan glosarium ini tidak diterima.", "Perbaiki, lalu ulangi. Tidak ada yang diubah.", wrong)
