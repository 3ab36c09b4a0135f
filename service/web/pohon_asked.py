"""What all forms of the box diagram start from: a unit's cascade as a tree, what is asked of it, and its drawing.

In: the kode of a unit and the address of this request. Out: `Asked`, and the drawing with its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.app import current_graph
from service.browse import Tree as Cascade
from service.browse import UnitPage
from service.browse.tree import read_tree
from service.browse.units import read_unit_page
from service.crosscut.views.at_tree import Partner, read_partners
from service.errors import NotFound
from service.graph import Tx
from service.pohon.drawing import Drawing, draw
from service.pohon.legend import Heading, LegendEntry
from service.pohon.tree import Tree
from service.pohon.view import View
from service.web.asked import year
from service.web.pohon_view import address, asked_crossings, asked_view, tree_of
from service.web.words import angka, now, waktu

Partners = Mapping[str, Sequence[Partner]]


@dataclass(frozen=True)
class Asked:
    """A unit's cascade as a tree, and what is to be shown of it."""

    unit: UnitPage
    cascade: Cascade
    tree: Tree
    view: View
    revisi: int


def looked_up(kode: str) -> tuple[UnitPage, Cascade | None, Partners]:
    """A unit, its cascade and the partners of its kinerja as they stand together; None: it has no document."""
    tahun, shown = year(), asked_crossings()

    def work(tx: Tx) -> tuple[UnitPage, Cascade | None, Partners]:
        unit = read_unit_page(tx, kode, tahun)
        if not unit.kartu.dokumen or unit.kartu.tahun is None:
            return unit, None, {}
        cascade = read_tree(tx, kode, unit.kartu.tahun)
        if shown == "tanpa":
            return unit, cascade, {}
        return unit, cascade, read_partners(tx, kode, unit.kartu.tahun, shown == "terdeteksi")

    return current_graph().reading(work)


def asked_of(unit: UnitPage, cascade: Cascade | None, partners: Partners) -> Asked:
    """The cascade of `unit` and what this request asks to see of it; raises NotFound for a unit without a document."""
    if cascade is None:
        raise NotFound(
            f"{unit.kartu.nama} belum punya dokumen cascading, jadi belum ada gambarnya.", "Impor dokumennya dahulu."
        )
    grown = tree_of(cascade, partners)
    view = asked_view()
    if view.fokus and view.fokus not in grown.boxes:
        raise NotFound(
            f"Kinerja {view.fokus} tidak ada di pohon {unit.kartu.nama} {cascade.tahun}.",
            "Buka pohonnya tanpa fokus, lalu pilih cabang yang lain.",
        )
    return Asked(unit, cascade, grown, view, unit.revisi)


def drawing_of(asked: Asked, listed: int | None = None, still: bool = False) -> Drawing:
    """The picture that `asked` asks for."""
    legend = [LegendEntry(one.singkat, one.tingkat, one.warna) for one in asked.cascade.tingkat]
    return draw(asked.tree, asked.view, heading_of(asked), legend, listed=listed, still=still)


def heading_of(asked: Asked) -> Heading:
    """Unit, year, version, revision, date, counts."""
    card, cascade = asked.unit.kartu, asked.cascade
    origin = [f"Tahun {cascade.tahun}", f"versi {cascade.versi}", card.pemda, "contoh fiktif" if card.contoh else ""]
    notes = [
        " · ".join(part for part in origin if part),
        f"Revisi {angka(asked.revisi)} · dibuat {waktu(now())}",
        f"{angka(card.kinerja)} kinerja · {angka(card.indikator)} indikator",
    ]
    if asked.view.fokus:
        notes.append("Hanya satu cabang ditampilkan")
    return Heading(f"Pohon kinerja {card.nama}", tuple(notes))


def here_with(asked: Asked, view: View) -> str:
    """The address of the page that shows `view`."""
    return address("pohon.page", asked.unit.kartu.kode, asked.cascade.tahun, view)
