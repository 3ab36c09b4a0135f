"""The entry that a change starts from, its values written onto its node, and told in words.

In: the open transaction, kind and kode, clean values, the names of the fields that a person has set. Out: the entry as
it stands, or a Conflict; the node saved and connected.
"""

from __future__ import annotations

from typing import Any

from service.errors import Conflict
from service.graph import Tx
from service.register.checks import folded
from service.register.entities import SKPD, Jabatan, Pemda
from service.register.entry import Difference, Entry, node_of, shown
from service.register.kinds import Field, Kind, Value, Values


def based_on(tx: Tx, found: Kind, kode: str, versi: int | None) -> Entry:
    """The entry as it stands; raises NotFound, and Conflict when it is not `versi` (None: any)."""
    current = shown(tx, found, [node_of(found, kode)])[0]
    if versi is not None and versi != current.versi_subjek:
        raise Conflict(
            f"{current.nama} sudah diubah orang lain setelah Anda membukanya. Isian Anda belum disimpan.",
            "Muat ulang, periksa nilai yang sekarang, lalu ulangi perubahan Anda.",
            "; ".join(f"{name}: {in_words(value)}" for name, value in current.isi.items()),
        )
    return current


def set_values(found: Kind, node: Any, values: Values, diatur: tuple[str, ...]) -> None:
    """Save `values` (some fields or all) on `node`; `diatur`: every field that a person has set, now or before."""
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


def aliases(isi: Values) -> list[str]:
    """Other names of an entry; [] for a kind that has none."""
    value = isi.get("alias")
    return value if isinstance(value, list) else []


def without(names: list[str], own: str) -> list[str]:
    """The names once each, without the entry's own."""
    kept = {folded(name): name for name in reversed(names)}
    kept.pop(folded(own), None)
    return list(reversed(kept.values()))


def difference(field: Field, before: Values, after: Values) -> Difference:
    """One field before and after, in words."""
    return Difference(field.nama, field.label, in_words(before[field.nama]), in_words(after[field.nama]))


def in_words(value: Value) -> str:
    """A value as a page prints it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return ", ".join(value) if isinstance(value, list) else str(value)
