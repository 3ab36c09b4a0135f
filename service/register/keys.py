"""Keys of new entries: short, readable, ours, and never changed afterwards, whatever becomes of the name.

In: kind and clean values. Out: `kode`, the same that a document would give to the same unit or position.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from service.bahasa.wording import slug
from service.register.kinds import Kind, Values


def keys(found: Kind, values: Values) -> tuple[str, ...]:
    """What a new entry with these values may be called, best first: two regencies may have a unit of one name."""
    best = KEYS[found.nama](values)
    return (best, f"{best}-{values['pemda']}") if values.get("pemda") else (best,)


KEYS: Mapping[str, Callable[[Values], str]] = {
    "pemda": lambda v: slug(str(v["nama"])),
    "skpd": lambda v: slug(str(v["nama"])),
    "jabatan": lambda v: f"{v['skpd']}-{slug(str(v['nama']))}",
    "mitra": lambda v: slug(str(v["nama"])),
    "jenjang": lambda v: f"{slug(str(v['jenis_unit']))}-{v['urut']}",
    "komponen": lambda v: slug(f"{v['jenis']} {v['nama']}"),
}
