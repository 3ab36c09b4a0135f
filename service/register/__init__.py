"""The register: master data that people keep one entry at a time (units, positions, partners, levels, components).

    entries / entry      what is there, and what hangs on it
    preview              what a change would do, nothing written
    add / edit / remove  one entry; every refusal is explained, field by field
    merge                two names of one position become one

A field that a person set is remembered in `diatur`, and no document overwrites it. neomodel does the single entries;
every write goes through the counted, gated transaction of `service/graph.py` (see `lending.py`).
"""

from service.register.change import add, edit, preview, remove
from service.register.entry import Change, Difference, Entry, Page, entries, entry
from service.register.kinds import KINDS, Field, Kind, Values, kind
from service.register.merging import merge

__all__ = [
    "KINDS",
    "Change",
    "Difference",
    "Entry",
    "Field",
    "Kind",
    "Page",
    "Values",
    "add",
    "edit",
    "entries",
    "entry",
    "kind",
    "merge",
    "preview",
    "remove",
]
