"""What a change of the register tells the activity log: the fields before and after, in words.

In: the entry before, or after, or the change itself. Out: a note (`actor.note`); nothing is written here.
"""

from __future__ import annotations

from service.actor import note
from service.register.entry import Change, Entry
from service.register.kinds import Values, kind
from service.register.node import aliases, in_words


def unit_of(jenis: str, kode: str, isi: Values) -> str:
    """Kode of the unit that an entry belongs to; empty: to the whole pemda."""
    return kode if jenis == "skpd" else str(isi.get("skpd", "")) if jenis == "jabatan" else ""


def tell_changed(change: Change) -> None:
    """Some fields of an entry have other values now."""
    entry = change.entri
    note(
        subjek=entry.kode,
        unit=unit_of(entry.jenis, entry.kode, entry.isi),
        sebelum={one.label: one.sebelum for one in change.beda},
        sesudah={one.label: one.sesudah for one in change.beda},
    )


def tell_added(entry: Entry) -> None:
    """An entry is new."""
    note(subjek=entry.kode, unit=unit_of(entry.jenis, entry.kode, entry.isi), sesudah=_fields(entry))


def tell_removed(entry: Entry) -> None:
    """An entry is gone."""
    note(subjek=entry.kode, unit=unit_of(entry.jenis, entry.kode, entry.isi), sebelum=_fields(entry))


def tell_merged(goes: Entry, stays: Entry, now: Entry) -> None:
    """A position is another name of one that stays."""
    note(
        subjek=stays.kode,
        unit=unit_of("jabatan", stays.kode, stays.isi),
        sebelum={"jabatan": f"{goes.nama}; {stays.nama}", "Nama lain": in_words(aliases(stays.isi))},
        sesudah={"jabatan": now.nama, "Nama lain": in_words(aliases(now.isi))},
    )


def _fields(entry: Entry) -> dict[str, str]:
    found = kind(entry.jenis)
    told = {field.label: in_words(entry.isi[field.nama]) for field in found.fields}
    return {label: value for label, value in told.items() if value}
