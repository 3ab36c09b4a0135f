"""What people of this regency changed in the glossary, and the glossary that is in force with it.

In: the `Konsep` of the graph. Out: an `Edit` for every phrase that was added or taken out, with who, when and why; the
shipped glossary with these edits on top. The files that come with the program are never changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Literal

from service.bahasa.wording import slug
from service.crosscut.glossary import Entry, EntryKind, Glossary, shipped
from service.graph import Tx

Action = Literal["tambah", "cabut"]

ORIGIN = "telaah"
"""`Entry.asal` of what was added here."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One phrase of one concept that is not as it was shipped."""

    konsep: str
    varian: str
    aksi: Action
    jenis: EntryKind
    """What it is, or was when it was taken out."""
    oleh: str
    pada: str
    alasan: str

    @property
    def entry(self) -> Entry:
        """The same as a row of the glossary."""
        return Entry(self.konsep, self.jenis, self.varian, ORIGIN)


Edits = tuple[Edit, ...]


def read_edits(tx: Tx) -> Edits:
    """All of them, in order of concept and phrase."""
    rows = tx.run("crosscut/concepts")
    return tuple(sorted(from_note(row["nama"], note) for row in rows for note in row["catatan"]))


def read_glossary(tx: Tx) -> Glossary:
    """The glossary in force."""
    return in_force(read_edits(tx))


@lru_cache(maxsize=8)
def in_force(edits: Edits) -> Glossary:
    """The shipped glossary with `edits` on top; the same object for the same edits."""
    added = [one.entry for one in edits if one.aksi == "tambah"]
    return shipped().with_edits(added, [(one.konsep, one.varian) for one in edits if one.aksi == "cabut"])


@lru_cache(maxsize=8)
def concept_names(edits: Edits) -> Mapping[str, str]:
    """Key of a concept as addresses have it -> its name; those of which every phrase was taken out too."""
    names = {*in_force(edits).concepts, *(one.konsep for one in edits)}
    return {slug(name): name for name in sorted(names)}


def phrases_of(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Phrase -> the entry that counts, a synonym before what is only related: some files list a phrase as both."""
    return {one.varian: one for one in sorted(entries, key=lambda one: (one.jenis == "sinonim", one.varian))}


def of_concept(edits: Iterable[Edit], konsep: str) -> Edits:
    """The edits of one concept."""
    return tuple(one for one in edits if one.konsep == konsep)


def version(edits: Iterable[Edit]) -> int:
    """Changes whenever an edit of the concept does: what a form about it is based on. 0: it is as it was shipped."""
    notes = sorted(as_note(one) for one in edits)
    return int.from_bytes(hashlib.sha256("\n".join(notes).encode()).digest()[:6]) if notes else 0


def as_note(one: Edit) -> str:
    """An edit as the graph holds it, beside the name of its concept."""
    told = asdict(one)
    del told["konsep"]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def from_note(konsep: str, note: str) -> Edit:
    return Edit(konsep=konsep, **json.loads(note))
