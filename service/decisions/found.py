"""What a decision is about, and an entry of the log by its id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from service import log
from service.errors import Invalid, NotFound
from service.graph import Tx
from service.model import Decision


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about."""

    id: str
    jenis: str
    """Kinerja | KinerjaLama | Dokumen"""
    uraian: str
    dokumen: str
    """Id of the document of its unit and year."""


def subject(tx: Tx, key: str) -> Subject:
    """What `key` is the id of; raises NotFound."""
    found = tx.run("decide/subject", id=key)
    if not found:
        raise NotFound(f"Tidak ada kinerja atau dokumen dengan id {key}.", "Cari lewat kotak pencarian.")
    row = found[0]
    return Subject(key, row["jenis"], row["uraian"], row["dokumen"])


def one_document(tx: Tx, keys: Collection[str]) -> str:
    """Id of the document that all of these belong to; raises NotFound, and Invalid when there are several."""
    rows = tx.run("decide/subjects", id=sorted(keys))
    lost = set(keys) - {row["id"] for row in rows}
    if lost:
        raise NotFound(f"Tidak ada kinerja atau dokumen dengan id {min(lost)}.", "Cari lewat kotak pencarian.")
    documents = {row["dokumen"] for row in rows}
    if len(documents) != 1:
        raise Invalid("Keputusan bersama harus tentang satu perangkat daerah dan satu tahun.", "Pilih ulang.")
    return str(documents.pop())


def entry(tx: Tx, key: str) -> Decision:
    """The entry `key` of the log; raises NotFound."""
    return entries(tx, [key])[0]


def entries(tx: Tx, keys: Collection[str]) -> tuple[Decision, ...]:
    """The same for several, newest first."""
    found = tuple(log.from_properties(row["keputusan"]) for row in tx.run("decide/some", id=list(keys)))
    lost = set(keys) - {one.id for one in found}
    if lost:
        raise NotFound(f"Tidak ada keputusan {min(lost)}.", "Lihat daftar keputusan.")
    return found
