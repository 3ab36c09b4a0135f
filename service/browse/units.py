"""The list of units with what their documents hold, and the overview of one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.boxes import CROSSING, level_steps
from service.browse.answers import BasisCard, SuccessFactorCard, UnitCard, UnitList, UnitPage
from service.browse.versions import issue_groups, version_cards
from service.errors import Invalid, NotFound
from service.facts import Paging, PositionRef, Ref
from service.graph import Graph, Tx
from service.queries import query

Row = Mapping[str, Any]

MAX_PER_PAGE = 500


def units(graph: Graph, order: str = "nama", page: int = 1, per_page: int = 50) -> UnitList:
    """Units with counts, one entry per unit and year; `order`: nama | kinerja | konflik | impor."""
    return graph.reading(lambda tx: read_units(tx, order, page, per_page))


def read_units(tx: Tx, order: str, page: int, per_page: int) -> UnitList:
    """`units` inside a transaction."""
    known = query("browse/units").orders
    if order not in known:
        raise Invalid(f"Urutan {order!r} tidak dikenal.", f"Pilih: {', '.join(known)}.")
    whole = tx.run("browse/units_total")[0]
    paging = paged(page, per_page, whole["total"])
    rows = tx.run("browse/units", order, lewati=skipped(paging), banyak=paging.per_halaman)
    return UnitList(tuple(_card(row) for row in rows), paging, whole["contoh"], whole["revisi"])


def unit_page(graph: Graph, kode: str, tahun: int | None = None) -> UnitPage:
    """Overview of a unit; without `tahun` its newest year. Raises NotFound."""
    return graph.reading(lambda tx: read_unit_page(tx, kode, tahun))


def paged(page: int, per_page: int, total: int) -> Paging:
    """The page that exists: at least the first, at most the last."""
    size = min(max(per_page, 1), MAX_PER_PAGE)
    last = max(1, -(-total // size))
    return Paging(min(max(page, 1), last), size, total)


def skipped(paging: Paging) -> int:
    """Entries before this page."""
    return (paging.halaman - 1) * paging.per_halaman


def no_such_unit(kode: str, tahun: int | None) -> NotFound:
    """The fault for a unit, or a year of it, that is not there."""
    if tahun is None:
        return NotFound(f"Tidak ada perangkat daerah {kode!r}.", "Lihat daftar perangkat daerah di halaman mulai.")
    return NotFound(f"{kode} tidak punya cascading tahun {tahun}.", "Pilih tahun lain di halaman perangkat daerah itu.")


def read_unit_page(tx: Tx, kode: str, tahun: int | None) -> UnitPage:
    """`unit_page` inside a transaction."""
    found = tx.run("browse/unit", kode=kode, tahun=tahun)
    if not found or (tahun is not None and found[0]["tahun"] is None):
        raise no_such_unit(kode, tahun if found else None)
    row = found[0]
    others = sorted((year for year in row["semua_tahun"] if year != row["tahun"]), reverse=True)
    return UnitPage(
        kartu=_card(row),
        alias=tuple(row["alias"]),
        tahun_lain=tuple(others),
        tingkat=level_steps((urut or 0, tingkat or "", n) for urut, tingkat, n in row["tingkat"]),
        posisi=tuple(sorted((PositionRef(key, name) for key, name in row["posisi"]), key=lambda p: p.nama)),
        versi=version_cards(row["semua_versi"]),
        csf=tuple(factor(one) for one in row["csf"]),
        dasar=tuple(basis(one) for one in row["dasar"]),
        tidak_disebut=tuple(row["tidak_disebut"]),
        isu=issue_groups(tx, row["versi_id"]),
        revisi=row["revisi"],
        menunggu=row["menunggu"],
        lintas={CROSSING[kind]: count for kind, count in row["lintas"]},
    )


def _card(row: Row) -> UnitCard:
    return UnitCard(
        kode=row["kode"],
        nama=row["nama"] or row["kode"],
        jenis=row["jenis"] or "",
        singkatan=row["singkatan"] or "",
        pemda=row["pemda"] or "",
        contoh=bool(row["contoh"]),
        tahun=row["tahun"],
        dokumen=row["dokumen"] or "",
        versi=row["versi"] or 0,
        diimpor_pada=row["diimpor_pada"] or "",
        **{name: row[name] for name in ("kinerja", "indikator", "jabatan", "konflik", "disimpulkan")},
    )


def factor(row: Row, kinerja: tuple[Ref, ...] | None = None) -> SuccessFactorCard:
    """A CSF; `kinerja`: what it became, when the row does not say it."""
    became = tuple(Ref(*one) for one in row["kinerja"]) if kinerja is None else kinerja
    return SuccessFactorCard(row["id"], row["nama"] or "", row["isu"] or "", row["sumber"] or "", became)


def basis(row: Row, kinerja: tuple[Ref, ...] | None = None) -> BasisCard:
    """A ground of the outcome."""
    grounded = tuple(Ref(*one) for one in row["kinerja"]) if kinerja is None else kinerja
    return BasisCard(row["id"], row["jenis"] or "", row["uraian"] or "", grounded)
