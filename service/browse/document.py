"""One version of a document: its rows with the use that was made of them, its issues, its guidance, its gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.boxes import source_row
from service.browse.answers import DocumentPage, RowUse
from service.browse.units import paged, skipped
from service.browse.versions import issue_groups, tips, version_cards
from service.errors import NotFound
from service.facts import Ref, UnitRef
from service.graph import Graph, Tx


def document_page(
    graph: Graph, dokumen_id: str, versi: int | None = None, peran: str = "", page: int = 1, per_page: int = 100
) -> DocumentPage:
    """A version of a document (default: the current one); `peran` filters its rows. Raises NotFound."""
    return graph.reading(lambda tx: _page(tx, dokumen_id, versi, peran, page, per_page))


def _page(tx: Tx, dokumen_id: str, versi: int | None, peran: str, page: int, per_page: int) -> DocumentPage:
    found = tx.run("browse/document", id=dokumen_id, nomor=versi)
    if not found or not found[0]["versi_id"]:
        raise _missing(dokumen_id, versi if found else None)
    row = found[0]
    cards = version_cards(row["semua_versi"])
    uses = {use or "": number for use, number in row["peran"]}
    paging = paged(page, per_page, uses.get(peran, 0) if peran else sum(uses.values()))
    shown = {"versi": row["versi_id"], "peran": peran, "lewati": skipped(paging), "banyak": paging.per_halaman}
    return DocumentPage(
        dokumen=row["id"],
        judul=row["judul"] or "",
        jenis=row["jenis"] or "",
        tahun=row["tahun"] or 0,
        unit=UnitRef(**row["unit"]),
        versi=next(card for card in cards if card.id == row["versi_id"]),
        semua_versi=cards,
        peran=tuple(uses.items()),
        baris=tuple(_use(one) for one in tx.run("browse/document_rows", **shown)),
        paging=paging,
        isu=issue_groups(tx, row["versi_id"]),
        trik=tips(tx.run("browse/tips", versi=row["versi_id"])),
        tidak_disebut=tuple(row["tidak_disebut"]),
        versi_pohon=row["urut_pohon"],
        revisi=row["revisi"],
    )


def _use(row: Mapping[str, Any]) -> RowUse:
    place = source_row(row["id"], row["tahap"], row["urutan"], row["tempat"], " | ".join(row["sel"]))
    stated = Ref(*row["kinerja"]) if row["kinerja"] else None
    return RowUse(place, tuple(row["sel"]), row["peran"] or "", stated, tuple(dict.fromkeys(row["isu"])))


def _missing(dokumen_id: str, versi: int | None) -> NotFound:
    if versi is not None:
        return NotFound(f"Dokumen {dokumen_id} tidak punya versi {versi}.", "Lihat daftar versinya.")
    return NotFound(f"Tidak ada dokumen {dokumen_id!r}.", "Buka dokumen lewat halaman perangkat daerahnya.")
