"""Changing the register: check, compare, write, and say what follows; whole or not at all.

In: kind, kode, what a person typed, and the version it was based on (None: whatever stands there). Out: the entry as it
is now, or the `Change` that saving would make. A preview is the change itself, rolled back, so that it can never
promise something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.errors import Conflict, Invalid
from service.graph import Graph, Tx
from service.register.checks import clean, folded, refuse
from service.register.effect import fold_again
from service.register.entities import SKPD, Jabatan, Pemda
from service.register.entry import EMPTY, Change, Difference, Entry, node_of, shown
from service.register.keys import keys
from service.register.kinds import Field, Kind, Value, Values, kind
from service.register.lending import reading, writing
from service.register.taken import reasons


class _RolledBack(Exception):
    """Ends a preview: carries its result out of the transaction that must not be committed."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.change = change


def preview(graph: Graph, jenis: str, kode: str, raw: Mapping[str, Any]) -> Change:
    """What `edit` would do with `raw`; raises what `edit` would raise."""

    def work(tx: Tx) -> None:
        raise _RolledBack(_edited(tx, kind(jenis), kode, raw, None))

    try:
        writing(graph, work)
    except _RolledBack as done:
        return done.change
    raise AssertionError("a preview always rolls back")


def edit(graph: Graph, jenis: str, kode: str, raw: Mapping[str, Any], versi: int | None) -> Entry:
    """Set the fields in `raw`; raises Invalid (fields), NotFound, Conflict when `versi` is no longer the one."""

    def work(tx: Tx) -> Entry:
        _edited(tx, kind(jenis), kode, raw, versi)
        return shown(tx, kind(jenis), [node_of(kind(jenis), kode)])[0]

    if not preview(graph, jenis, kode, raw).beda:  # nothing to write, nothing to count
        return reading(graph, lambda tx: _based_on(tx, kind(jenis), kode, versi))
    return writing(graph, work)


def add(graph: Graph, jenis: str, raw: Mapping[str, Any]) -> Entry:
    """A new entry; raises Invalid (fields)."""
    found = kind(jenis)
    values = {f.nama: EMPTY[f.macam] for f in found.fields} | clean(found, raw, adding=True)

    def work(tx: Tx) -> Entry:
        refuse(reasons(found, "", values))
        node = found.model(kode=_free_key(found, values))
        given = tuple(name for name, value in values.items() if value)
        _set(found, node, values, given)
        fold_again(tx, found, node.kode, values, given)
        return shown(tx, found, [node])[0]

    return writing(graph, work)


def remove(graph: Graph, jenis: str, kode: str, versi: int | None) -> Entry:
    """Take an entry away on which nothing hangs, and return it; raises Conflict saying what does."""

    def work(tx: Tx) -> Entry:
        current = _based_on(tx, kind(jenis), kode, versi)
        if current.dipakai:
            hanging = ", ".join(f"{n} {what}" for what, n in current.dipakai.items())
            raise Conflict(
                f"{current.nama} tidak dihapus karena masih dipakai: {hanging}.",
                "Entri dapat dihapus setelah tidak ada lagi yang memakainya.",
                hanging,
            )
        node_of(kind(jenis), kode).delete()
        fold_again(tx, kind(jenis), kode, current.isi, current.isi.keys())
        return current

    return writing(graph, work)


def merge(graph: Graph, dari: str, ke: str, versi: int | None) -> Entry:
    """Two names of one position become one: `dari` goes, its names become aliases of `ke`, and so do its kinerja.
    `versi` is that of `dari`. Raises Invalid when the two stand in different units."""
    found = kind("jabatan")

    def work(tx: Tx) -> Entry:
        goes, stays = _based_on(tx, found, dari, versi), shown(tx, found, [node_of(found, ke)])[0]
        _refuse_merge(goes, stays)
        names = _without([*_aliases(stays.isi), goes.nama, *_aliases(goes.isi)], stays.nama)
        node_of(found, dari).delete()
        _set(found, node_of(found, ke), {"alias": names}, (*stays.diatur, "alias"))
        fold_again(tx, found, ke, stays.isi, ["alias"])
        return shown(tx, found, [node_of(found, ke)])[0]

    return writing(graph, work)


def _free_key(found: Kind, values: Values) -> str:
    wanted = keys(found, values)
    free = [kode for kode in wanted if not found.model.nodes.get_or_none(kode=kode)]
    if not free:
        refuse({found.judul: f"Sudah ada entri dengan kode {wanted[0]}. Ubah entri itu."})
    return free[0]


def _edited(tx: Tx, found: Kind, kode: str, raw: Mapping[str, Any], versi: int | None) -> Change:
    before = _based_on(tx, found, kode, versi)
    values = before.isi | clean(found, raw, adding=False)
    if "alias" in values:
        values["alias"] = _without([*_aliases(values), before.nama], str(values[found.judul]))
    refuse(reasons(found, kode, values))
    changed = tuple(f for f in found.fields if values[f.nama] != before.isi[f.nama])
    names = tuple(f.nama for f in changed)
    _set(found, node_of(found, kode), {name: values[name] for name in names}, (*before.diatur, *names))
    follows = fold_again(tx, found, kode, values, names)
    return Change(before, tuple(_difference(f, before.isi, values) for f in changed), follows)


def _based_on(tx: Tx, found: Kind, kode: str, versi: int | None) -> Entry:
    current = shown(tx, found, [node_of(found, kode)])[0]
    if versi is not None and versi != current.versi_subjek:
        raise Conflict(
            f"{current.nama} sudah diubah orang lain setelah Anda membukanya. Isian Anda belum disimpan.",
            "Muat ulang, periksa nilai yang sekarang, lalu ulangi perubahan Anda.",
            "; ".join(f"{name}: {in_words(value)}" for name, value in current.isi.items()),
        )
    return current


def _set(found: Kind, node: Any, values: Values, diatur: tuple[str, ...]) -> None:
    for name in {f.nama for f in found.fields if not f.rujuk} & values.keys():
        setattr(node, name, values[name])
    node.diatur = sorted(set(diatur))
    node.save()
    _connect(node, values)


def _connect(node: Any, values: Values) -> None:
    if isinstance(node, SKPD) and "pemda" in values:
        _only(node.pemda, Pemda, values["pemda"])
    if isinstance(node, Jabatan) and "skpd" in values:
        _only(node.skpd, SKPD, values["skpd"])


def _only(relation: Any, model: Any, kode: Value) -> None:
    relation.disconnect_all()
    if kode:
        relation.connect(model.nodes.get(kode=kode))


def _refuse_merge(goes: Entry, stays: Entry) -> None:
    if goes.kode == stays.kode:
        raise Invalid("Jabatan tidak dapat digabung dengan dirinya sendiri.", "Pilih jabatan lain.", {"ke": "Sama."})
    if goes.isi["skpd"] != stays.isi["skpd"]:
        raise Invalid(
            f"{goes.nama} dan {stays.nama} berada di perangkat daerah yang berbeda.",
            "Hanya dua nama dari satu jabatan di satu perangkat daerah yang digabung.",
            {"ke": "Berada di perangkat daerah lain."},
        )


def _aliases(isi: Values) -> list[str]:
    value = isi.get("alias")
    return value if isinstance(value, list) else []


def _without(names: list[str], own: str) -> list[str]:
    """The names once each, without the entry's own."""
    kept = {folded(name): name for name in reversed(names)}
    kept.pop(folded(own), None)
    return list(reversed(kept.values()))


def _difference(field: Field, before: Values, after: Values) -> Difference:
    return Difference(field.nama, field.label, in_words(before[field.nama]), in_words(after[field.nama]))


def in_words(value: Value) -> str:
    """A value as a page prints it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return ", ".join(value) if isinstance(value, list) else str(value)
