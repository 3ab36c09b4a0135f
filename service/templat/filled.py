"""The template of a unit: with all that lives in the graph, or with the unit's name and nothing else.

In: the kode of a unit and a year. Out: the bytes of a workbook and the name of its file. A unit without a document of
that year gets an empty template in its name; `blank` makes one for a kind of unit, `of_reading` one of a document that
was read in part and never imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from service import live
from service.bahasa.bodies import KINDS, pemda_in
from service.errors import NotFound
from service.fold import fold
from service.graph import Graph, Tx
from service.jenjang import ladder_for
from service.model import Cascade, DecisionKind, Document, Register, Step
from service.templat.book import write
from service.templat.content import Head, Lists
from service.templat.filling import entries

ABOUT_PARENTS: tuple[DecisionKind, ...] = ("induk", "induk_lain", "utama")
FICTIONAL = "fiktif"


@dataclass(frozen=True, slots=True)
class Made:
    """A workbook to take away."""

    nama_berkas: str
    isi: bytes
    jumlah_kinerja: int
    """0: an empty one."""
    dokumen: str = ""
    """Id of the Dokumen that it holds; empty: none."""


def of_unit(graph: Graph, kode: str, tahun: int | None = None) -> Made:
    """The template of a unit and year (its newest without one); raises NotFound for a unit that is not there."""
    return graph.reading(lambda tx: _of_unit(tx, kode, tahun))


def blank(jenis: str = "") -> Made:
    """An empty template; `jenis`: kind of unit whose levels it offers."""
    head = Head(jenis=jenis)
    name = f"templat-{jenis.replace(' ', '-')}.xlsx" if jenis else "templat.xlsx"
    return Made(name, write(head, (), _lists(ladder_for(jenis), (), ())), 0)


def of_reading(document: Document, name: str) -> Made:
    """What was read of a document that was not imported, to be completed there."""
    claims = tuple(replace(c, kinerja_id=f"#{c.kelompok}") if c.kelompok else c for c in document.claims)
    register = Register("", document.unit, document.jenis_unit, ladder_for(document.jenis_unit))
    cascade = fold(claims, (), register)
    owners = sorted({one.nama for one in cascade.assignments})
    head = Head(document.unit, document.tahun or None, document.jenis_unit, document.pemda, document.judul)
    rows = entries(cascade, cascade, claims, numbered=True)
    made = write(head, rows, _lists(register.jenjang, owners, (), cascade))
    return Made(f"templat-{name.rpartition('.')[0] or name}.xlsx", made, len(rows))


def _of_unit(tx: Tx, kode: str, tahun: int | None) -> Made:
    found = tx.run("templat/unit", kode=kode, tahun=tahun)
    if not found:
        raise NotFound(f"Tidak ada perangkat daerah {kode!r}.", "Lihat daftar perangkat daerah di halaman mulai.")
    row = found[0]
    state = live.known_state(tx, row["dokumen"]) if row["dokumen"] else None
    steps = state.register.jenjang if state else live.ladder_of(tx, row["jenis"])
    steps = steps or ladder_for(row["jenis"])
    if state is None:
        year = tahun or date.today().year
        lists = _lists(steps, row["jabatan"], row["mitra"])
        return Made(f"templat-{kode}-{year}.xlsx", write(_head(row, year), (), lists), 0)
    cascade = live.cascade_of(state)
    lists = _lists(steps, row["jabatan"], row["mitra"], cascade)
    rows = entries(cascade, live.without(state, *ABOUT_PARENTS), state.claims)
    name = f"templat-{kode}-{state.tahun}.xlsx"
    return Made(name, write(_head(row, state.tahun), rows, lists), len(rows), state.dokumen)


def _head(row: dict[str, Any], tahun: int) -> Head:
    """The title says of an example that it is one, wherever the name of its government does not."""
    title = row["judul"] or ""
    told = FICTIONAL in f"{title} {row['nama']} {row['pemda'] or ''}".casefold()
    if row["contoh"] and not told:
        title = f"{title} (contoh {FICTIONAL})".strip()
    pemda = row["pemda"] or ""
    pemda = pemda if pemda_in(pemda) else ""  # what stands for a government that nobody has named is no name
    return Head(row["nama"], tahun, row["jenis"], pemda, title)


def _lists(
    steps: Sequence[Step], jabatan: Sequence[str], mitra: Sequence[str], cascade: Cascade | None = None
) -> Lists:
    """Levels are those of the document itself, top first, then the usual ones that it leaves out."""
    own = sorted({(k.urut_tingkat, k.tingkat) for k in cascade.kinerja if k.tingkat} if cascade else ())
    return Lists(
        tingkat=tuple(dict.fromkeys([*(level for _, level in own), *(step.tingkat for step in steps)])),
        komponen=tuple(dict.fromkeys(step.komponen for step in steps if step.komponen)),
        jabatan=tuple(jabatan),
        mitra=tuple(mitra),
        jenis=tuple(kind for kind, *_ in KINDS),
    )
