"""Bringing a document in: the file, what was read, what would change, and only then the change.

In: an upload. Out: one page with three steps. Each upload has an address of its own (its sha256), so that a person may
leave and come back; nothing is in the graph before "Terapkan".
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.access import is_own, may_write, require_own
from service.actor import note
from service.app import current_graph, current_settings
from service.errors import Invalid, NotFound
from service.ingest import drafts, importing
from service.ingest.parse.sheet import PLACE, column_number
from service.ingest.preview import Preview
from service.model import Issue, Row
from service.web import pekerjaan
from service.web.seen import seen

bp = Blueprint("impor", __name__)

LONG_BYTES = 2 * 1024 * 1024
"""From this size on a single document is a job too: reading it may take longer than a page should."""
DROP_BYTES = 80 * 1024 * 1024
DROP_FILES = 100
"""What one drop may hold; a regency has forty units, and their documents are small."""

SHOWN = 40
"""Issues of one kind on the page; the rest is counted."""

WORST_FIRST = {"error": 0, "peringatan": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Pile:
    """Issues of one kind, with their rows as written."""

    kode: str
    keparahan: str
    saran: str
    """What to do; empty when it differs from issue to issue."""
    jumlah: int
    isu: tuple[tuple[Issue, tuple[Row, ...]], ...]


@bp.url_value_preprocessor
def _room_for_a_drop(endpoint: str | None, _: object) -> None:
    """Said this early because the form is read before its view runs: its token is in it."""
    if endpoint == "impor.upload":
        request.max_content_length = DROP_BYTES


@bp.get("/impor")
def start() -> str:
    """The form, and the uploads that wait."""
    return render_template("impor.html", menunggu=drafts.all_drafts(current_settings()))


@bp.post("/impor")
def upload() -> Response:
    """Take a file and go to its page; several at once, or a long one, become a job with one report."""
    given = [file for file in request.files.getlist("berkas") if file.filename]
    if not given:
        raise Invalid("Belum ada berkas yang dipilih. Tidak ada yang diubah.", "Pilih sebuah .txt, .docx, atau .xlsx.")
    if len(given) > DROP_FILES:
        raise Invalid(
            f"{len(given)} berkas sekaligus terlalu banyak. Tidak ada yang diubah.",
            f"Kirim paling banyak {DROP_FILES} berkas sekali jalan.",
        )
    read = [(file.read(), file.filename or "") for file in given]
    kept = [drafts.keep(data, name, current_settings()) for data, name in read]
    if len(kept) == 1 and len(read[0][0]) < LONG_BYTES:
        return redirect(url_for("impor.page", sha256=kept[0].sha256), 303)
    files = {draft.sha256: draft.nama for draft in kept}  # one file dropped twice is one
    note(subjek=f"{len(files)} berkas", sesudah={"berkas": "; ".join(files.values())})
    number = pekerjaan.start("periksa", list(files.items()))
    return redirect(url_for("pekerjaan.one", nomor=number), 303)


@bp.get("/impor/<sha256>")
def page(sha256: str) -> str | Response:
    """What was read from an upload, and what would change."""
    draft, data = drafts.find(sha256, current_settings())
    try:
        prepared = _prepared(draft, data)
    except Invalid:  # another import has taken, or ended, what a person had chosen
        if not draft.choices:
            raise
        drafts.choose(draft, {}, current_settings())
        flash("Dokumen lain diimpor sesudah Anda memilih; pilihan Anda dibatalkan. Periksa lagi.")
        return redirect(url_for("impor.page", sha256=sha256), 303)
    piles = _piles(prepared)
    return render_template(
        "impor_pratinjau.html",
        draft=draft,
        milik_sendiri=is_own(draft.oleh),
        siap=prepared,
        tumpukan=piles,
        sel_keliru=_named_cell,
        jumlah=_counts(prepared),
        perubahan=_changes(prepared.preview),
    )


@bp.post("/impor/<sha256>/pilihan")
def choose(sha256: str) -> Response:
    """Say of a reworded statement that it is another one after all (or the same again)."""
    draft, data = drafts.find(sha256, current_settings())
    group, chosen = request.form.get("kelompok", type=int), request.form.get("adalah", "")
    if group is None:
        raise Invalid("Pilihan tidak terbaca.", "Muat ulang halaman ini.")
    rest = {g: said for g, said in draft.choices.items() if g != group}
    choices = rest | ({group: chosen} if chosen else {})
    # raises for a choice that cannot be
    prepared = importing.prepare(data, draft.nama, current_graph(), current_settings(), choices)
    if not (prepared.unit and may_write(prepared.unit.kode)):  # Bappeda may have uploaded it for the unit
        require_own(draft.oleh, f"Unggahan {draft.nama}")
    drafts.choose(draft, choices, current_settings())
    return redirect(url_for("impor.page", sha256=sha256) + "#berubah", 303)


@bp.post("/impor/<sha256>/terapkan")
def apply(sha256: str) -> Response:
    """Write the import; a change that came in between is told, and nothing is written then."""
    prepared = _prepared(*drafts.find(sha256, current_settings()))
    result = importing.apply(
        prepared,
        current_graph(),
        current_settings(),
        alasan=request.form.get("alasan", "").strip(),
        expected_urut=seen(),
    )
    drafts.drop(sha256, current_settings())
    done = f"{result.jumlah_kinerja} kinerja {result.unit} {result.tahun} diterapkan."
    flash(done if result.berubah else "Berkas ini sudah termuat; tidak ada yang berubah.")
    unit = prepared.unit.kode if prepared.unit else ""
    return redirect(url_for("unit.page", kode=unit, tahun=result.tahun), 303)


@bp.post("/impor/<sha256>/buang")
def discard(sha256: str) -> Response:
    """Throw an upload away; the graph never knew it. A second click is harmless."""
    with suppress(NotFound):
        draft, _ = drafts.find(sha256, current_settings())
        require_own(draft.oleh, f"Unggahan {draft.nama}")
    drafts.drop(sha256, current_settings())
    flash("Unggahan dibuang. Graf tidak berubah.")
    return redirect(url_for("impor.start"), 303)


def _prepared(draft: drafts.Draft, data: bytes) -> importing.Prepared:
    return importing.prepare(data, draft.nama, current_graph(), current_settings(), draft.choices)


def _piles(prepared: importing.Prepared) -> list[Pile]:
    rows = {row.nomor: row for row in prepared.document.rows} if prepared.document else {}
    kinds: dict[tuple[str, str], list[Issue]] = {}
    for issue in prepared.issues:
        kinds.setdefault((issue.keparahan, issue.kode), []).append(issue)
    found = [_pile(kind, issues, rows) for kind, issues in kinds.items()]
    return sorted(found, key=lambda pile: WORST_FIRST[pile.keparahan])


def _pile(kind: tuple[str, str], issues: list[Issue], rows: dict[int, Row]) -> Pile:
    advice = {issue.saran for issue in issues}
    shown = tuple((issue, tuple(rows[n] for n in issue.baris if n in rows)) for issue in issues[:SHOWN])
    return Pile(kind[1], kind[0], advice.pop() if len(advice) == 1 else "", len(issues), shown)


def _named_cell(issue: Issue, row: Row) -> int:
    """Place in `row` of the cell that an issue names (`Kinerja!C14`), from 0; -1: it names none of this row."""
    named, here = PLACE.fullmatch(issue.tempat), PLACE.fullmatch(row.tempat.lokasi)
    if not named or not here or (named["lembar"], named["baris"]) != (here["lembar"], here["baris"]):
        return -1
    return column_number(named["kolom"]) - 1


def _counts(prepared: importing.Prepared) -> list[tuple[str, int]]:
    if prepared.document is None or prepared.cascade is None:
        return []
    used = sum(row.peran not in ("kosong", "tak terpakai") for row in prepared.document.rows)
    unused = sum(row.peran == "tak terpakai" for row in prepared.document.rows)
    return [
        ("kinerja", len(prepared.cascade.kinerja)),
        ("hubungan", len(prepared.cascade.edges)),
        ("indikator", len(prepared.cascade.indikator)),
        ("jabatan", len({a.jabatan for a in prepared.cascade.assignments})),
        ("baris terpakai", used),
        ("baris tak terpakai", unused),
    ]


def _changes(preview: Preview) -> list[tuple[str, str, tuple[object, ...]]]:
    """Kinds of change that there are: (anchor, heading, changes)."""
    kinds = (
        ("baru", "Baru", preview.baru),
        ("berubah", "Dianggap kalimat yang diperbaiki", preview.berubah_kalimat),
        ("pindah", "Pindah induk", preview.pindah),
        ("tingkat", "Berubah tingkat", preview.berubah_tingkat),
        ("hilang", "Hilang dari dokumen", preview.hilang),
        ("kembali", "Kembali", preview.kembali),
        ("rincian", "Target, komponen, mitra, atau pengampu berubah", preview.rincian),
    )
    return [kind for kind in kinds if kind[2]]
