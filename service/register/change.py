"""Changing the register: check, compare, write, and say what follows; whole or not at all.

In: kind, kode, what a person typed, and the version it was based on (None: whatever stands there). Out: the entry as it
is now, or the `Change` that saving would make. A preview is the change itself, rolled back, so that it can never
promise something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.access import require_register
from service.errors import Conflict
from service.graph import Graph, Tx
from service.register.checks import clean, refuse
from service.register.effect import fold_again
from service.register.entry import EMPTY, Change, Entry, node_of, shown
from service.register.keys import keys
from service.register.kinds import Kind, Values, kind
from service.register.lending import writing
from service.register.node import aliases, based_on, difference, set_values, without
from service.register.taken import reasons
from service.register.telling import tell_added, tell_changed, tell_removed, unit_of


class _RolledBack(Exception):
    """Carries the result out of a transaction that must not be committed: a preview, or nothing to write."""

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
        change = _edited(tx, kind(jenis), kode, raw, versi)
        if not change.beda:  # nothing to write, nothing to count
            raise _RolledBack(change)
        tell_changed(change)
        return shown(tx, kind(jenis), [node_of(kind(jenis), kode)])[0]

    try:
        return writing(graph, work)
    except _RolledBack as unchanged:
        return unchanged.change.entri


def add(graph: Graph, jenis: str, raw: Mapping[str, Any]) -> Entry:
    """A new entry; raises Invalid (fields)."""
    found = kind(jenis)
    values = {f.nama: EMPTY[f.macam] for f in found.fields} | clean(found, raw, adding=True)
    require_register(jenis, unit_of(jenis, "", values))

    def work(tx: Tx) -> Entry:
        refuse(reasons(found, "", values))
        if jenis == "mitra":
            tx.run("crosscut/forget_bodies", kode=list(keys(found, values)))
        node = found.model(kode=_free_key(found, values))
        given = tuple(name for name, value in values.items() if value)
        set_values(found, node, values, given)
        fold_again(tx, found, node.kode, values, given)
        made = shown(tx, found, [node])[0]
        tell_added(made)
        return made

    return writing(graph, work)


def remove(graph: Graph, jenis: str, kode: str, versi: int | None) -> Entry:
    """Take an entry away on which nothing hangs, and return it; raises Conflict saying what does."""

    def work(tx: Tx) -> Entry:
        current = based_on(tx, kind(jenis), kode, versi)
        require_register(jenis, unit_of(jenis, kode, current.isi))
        if current.dipakai:
            hanging = ", ".join(f"{n} {what}" for what, n in current.dipakai.items())
            raise Conflict(
                f"{current.nama} tidak dihapus karena masih dipakai: {hanging}.",
                "Entri dapat dihapus setelah tidak ada lagi yang memakainya.",
                hanging,
            )
        node_of(kind(jenis), kode).delete()
        fold_again(tx, kind(jenis), kode, current.isi, current.isi.keys())
        tell_removed(current)
        return current

    return writing(graph, work)


def _free_key(found: Kind, values: Values) -> str:
    wanted = keys(found, values)
    free = [kode for kode in wanted if not found.model.nodes.get_or_none(kode=kode)]
    if not free:
        refuse({found.judul: f"Sudah ada entri dengan kode {wanted[0]}. Ubah entri itu."})
    return free[0]


def _edited(tx: Tx, found: Kind, kode: str, raw: Mapping[str, Any], versi: int | None) -> Change:
    before = based_on(tx, found, kode, versi)
    values = before.isi | clean(found, raw, adding=False)
    require_register(found.nama, unit_of(found.nama, kode, before.isi))
    require_register(found.nama, unit_of(found.nama, kode, values))  # nor may a position be given away to another unit
    if "alias" in values:
        values["alias"] = without([*aliases(values), before.nama], str(values[found.judul]))
    refuse(reasons(found, kode, values))
    changed = tuple(f for f in found.fields if values[f.nama] != before.isi[f.nama])
    names = tuple(f.nama for f in changed)
    set_values(found, node_of(found, kode), {name: values[name] for name in names}, (*before.diatur, *names))
    follows = fold_again(tx, found, kode, values, names)
    return Change(before, tuple(difference(f, before.isi, values) for f in changed), follows)
