"""Checks that need the graph: names and aliases that already belong to another entry, references that lead nowhere.

In: clean values, inside the transaction that will write them. Out: reasons by field, empty when all is well. Two
entries must not share a name: a document would then find two units (or positions, or levels) for one spelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from service.bahasa.wording import key
from service.register.entities import Entity
from service.register.kinds import KINDS, Kind, Value, Values, label_of


def reasons(found: Kind, kode: str, values: Values) -> dict[str, str]:
    """Why `values`, the whole entry as it would be, cannot stand; `kode` is its own key ("" for a new one)."""
    wrong = dict(_lost_references(found, values))
    return wrong or dict(_names_of_others(found, kode, values))


def _lost_references(found: Kind, values: Values) -> Iterator[tuple[str, str]]:
    for field in found.fields:
        kode = values.get(field.nama)
        if field.rujuk and kode and not KINDS[field.rujuk].model.nodes.get_or_none(kode=kode):
            yield field.nama, f"{field.label} {kode!r} tidak ada di register."


def _names_of_others(found: Kind, kode: str, values: Values) -> Iterator[tuple[str, str]]:
    owners = _owners(found, kode, values)
    for field in (found.judul, "alias"):
        for name in _names(values.get(field)):
            owner = owners.get(key(name))
            if owner:
                yield field, f"{name} sudah dipakai oleh {owner}. Satu nama hanya boleh menunjuk satu entri."
                break


def _owners(found: Kind, kode: str, values: Values) -> Mapping[str, str]:
    owners: dict[str, str] = {}
    for other in _same_scope(found, values):
        if other.kode != kode:
            isi = {f.nama: getattr(other, f.nama) for f in found.fields if not f.rujuk}
            for name in (*_names(isi[found.judul]), *_names(isi.get("alias"))):
                owners[key(name)] = f"{label_of(found, isi)} ({other.kode})"
    return owners


def _same_scope(found: Kind, values: Values) -> list[Entity]:
    scope = values.get(found.lingkup)
    if not found.lingkup or not scope:
        return list(found.nodes().all())
    field = found.field(found.lingkup)
    if not field.rujuk:
        return list(found.model.nodes.filter(**{field.nama: scope}).all())
    return list(KINDS[field.rujuk].model.nodes.get(kode=scope).anggota.all())


def _names(value: Value | None) -> list[str]:
    if isinstance(value, list):
        return value
    return [str(value)] if value else []
