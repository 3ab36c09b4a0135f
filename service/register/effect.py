"""What a change of the register does to the cascades that are shown: folded again, and it is said what moved.

In: the open transaction, the kind of entry, its values and the names of the changed fields. Out: sentences. Ladders
decide on levels, names of positions on owners, the kind of a unit on its ladder, the names of units and partners on
whom a document means; nothing else reaches a cascade.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from service.bahasa.wording import slug
from service.graph import Tx
from service.live import GENERAL, refold
from service.register.kinds import Kind, Values

REACHING: Mapping[str, frozenset[str]] = {
    "jenjang": frozenset({"urut", "tingkat", "alias", "komponen", "kelas_jabatan"}),
    "jabatan": frozenset({"nama", "alias"}),
    "skpd": frozenset({"jenis", "nama", "alias", "pemda"}),
    "mitra": frozenset({"nama", "alias"}),
}
"""Fields that a fold reads, by kind."""

Standing = dict[str, dict[str, Any]]


def fold_again(tx: Tx, found: Kind, kode: str, values: Values, changed: Collection[str]) -> tuple[str, ...]:
    """Fold every cascade that the change reaches; one sentence for each that came out otherwise."""
    if not REACHING.get(found.nama, frozenset()) & set(changed):
        return ()
    documents = _documents(tx, found, kode, values)
    said = [sentence for dokumen in documents for sentence in _folded(tx, dokumen)]
    if documents and not said:
        return (f"{len(documents)} dokumen dihitung ulang; tidak ada tingkat atau pengampu yang berubah.",)
    return tuple(said)


def _documents(tx: Tx, found: Kind, kode: str, values: Values) -> list[str]:
    if found.nama == "jenjang":
        # the general ladder serves every kind without one of its own: all are folded, most come out the same
        kind_of_unit = "" if values["jenis_unit"] == GENERAL else values["jenis_unit"]
        rows = tx.run("load/documents", jenis_unit=kind_of_unit)
    elif found.nama == "jabatan":
        rows = tx.run("register/documents_of", skpd=values["skpd"])
    else:
        own = tx.run("register/documents_of", skpd=kode) if found.nama == "skpd" else []
        rows = [*own, *_naming(tx, kode, values)]
    return list(dict.fromkeys(row["id"] for row in rows))


def _naming(tx: Tx, kode: str, values: Values) -> list[dict[str, Any]]:
    """Documents that name this unit or body as a partner, or print one of its names."""
    aliases = values.get("alias")
    names = {slug(name) for name in (str(values["nama"]), *(aliases if isinstance(aliases, list) else ()))}
    rows = tx.run("register/naming")
    return [row for row in rows if kode in row["kode"] or names & {slug(name) for name in row["nama"]}]


def _folded(tx: Tx, dokumen: str) -> list[str]:
    before = _standing(tx, dokumen)
    refold(tx, dokumen)
    after = _standing(tx, dokumen)
    moved = [key for key in after if key in before and after[key]["tingkat"] != before[key]["tingkat"]]
    owned = [key for key in after if key in before and after[key]["jabatan"] != before[key]["jabatan"]]
    said = []
    if moved:
        first = after[moved[0]]
        change = f"{before[moved[0]]['tingkat']} → {first['tingkat']}"
        said.append(f"{dokumen}: {len(moved)} kinerja berpindah tingkat, misalnya “{first['uraian']}” ({change}).")
    if owned:
        said.append(f"{dokumen}: pengampu {len(owned)} kinerja berubah.")
    return said


def _standing(tx: Tx, dokumen: str) -> Standing:
    rows = tx.run("register/owned", dokumen=dokumen)
    return {row["id"]: {**row, "jabatan": sorted(row["jabatan"])} for row in rows}
