"""Jobs on a page: forty documents dropped at once are one job, with its progress, its end, and one report.

In: the number of a job. Out: the page that tells every document for itself; while the job runs it is asked again every
second (js/pekerjaan.js, or the browser by itself). What was only looked at becomes an import by one button.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.access import is_own, require_own
from service.actor import acting
from service.app import current_jobs, current_settings, current_store
from service.errors import Invalid
from service.facts import Paging
from service.ingest import drafts
from service.store import jobs
from service.store.jobs import Item, Job
from service.web.asked import page_number

bp = Blueprint("pekerjaan", __name__, url_prefix="/pekerjaan")

STATES = {
    "antre": ("menunggu", ""),
    "terbaca": ("siap diterapkan", "tag-info"),
    "diterapkan": ("diterapkan", "tag-good"),
    "sudah termuat": ("sudah termuat", ""),
    "ditolak": ("ditolak", "tag-error"),
    "gagal": ("gagal", "tag-error"),
    "dilewati": ("tidak dikerjakan", "tag-warn"),
}
"""State of a document -> its words and the class of its tag."""


@bp.get("")
def page() -> str:
    """All jobs, newest first."""
    found, total = jobs.some(current_store(), page_number())
    paging = Paging(page_number(), jobs.PER_PAGE, total)
    return render_template(
        "pekerjaan.html", daftar=found, paging=paging, page_url=lambda n: url_for("pekerjaan.page", halaman=n)
    )


@bp.get("/<int:nomor>")
def one(nomor: int) -> str:
    """A job with the report of its documents."""
    job = jobs.find(current_store(), nomor)
    return render_template("pekerjaan_satu.html", kerja=job, **told(job))


@bp.post("/<int:nomor>/batal")
def cancel(nomor: int) -> Response:
    """Stop before the next document."""
    _check_own(nomor)
    job = jobs.cancel(current_store(), nomor)
    flash("Pekerjaan berhenti sesudah berkas yang sedang dibaca." if job.terbuka else "Pekerjaan sudah berhenti.")
    return redirect(url_for("pekerjaan.one", nomor=nomor), 303)


@bp.post("/<int:nomor>/terapkan")
def apply(nomor: int) -> Response:
    """Import the documents of a look that are ticked."""
    _check_own(nomor)
    chosen = {int(n) for n in request.form.getlist("butir") if n.isascii() and n.isdigit()}
    items = [item for item in jobs.find(current_store(), nomor).butir if item.urutan in chosen]
    return _asked("impor", [item for item in items if item.keadaan == "terbaca"])


@bp.post("/<int:nomor>/lanjutkan")
def go_on(nomor: int) -> Response:
    """Do what a job that was stopped has not done."""
    _check_own(nomor)
    job = jobs.find(current_store(), nomor)
    kind: jobs.Kind = "impor" if job.jenis == "impor" else "periksa"
    return _asked(kind, [item for item in job.butir if item.keadaan == "dilewati"])


def start(kind: jobs.Kind, files: Sequence[tuple[str, str]]) -> int:
    """Put a job in and wake the runner; its number."""
    number = jobs.ask(current_store(), kind, acting(), files)
    current_jobs().wake()
    return number


def told(job: Job) -> dict[str, Any]:
    """What the page of a job shows beside it; an upload that was applied or thrown away since is not offered again."""
    kept = frozenset(draft.sha256 for draft in drafts.all_drafts(current_settings()))
    return {
        "jumlah": [(STATES[state][0], count) for state, count in Counter(i.keadaan for i in job.butir).items()],
        "keadaan": STATES,
        "kembar": _twins(job.butir),
        "siap": [item for item in job.butir if item.keadaan == "terbaca" and item.sha256 in kept],
        "tersimpan": kept,
        "sisa": [item for item in job.butir if item.keadaan == "dilewati"],
        "milik_sendiri": is_own(job.akun),
    }


def _asked(kind: jobs.Kind, items: Sequence[Item]) -> Response:
    if not items:
        raise Invalid("Belum ada berkas yang dipilih. Tidak ada yang diubah.", "Centang sekurangnya satu berkas.")
    number = start(kind, [(item.sha256, item.nama_berkas) for item in items])
    return redirect(url_for("pekerjaan.one", nomor=number), 303)


def _twins(items: Sequence[Item]) -> frozenset[int]:
    """Documents of one unit and year: the last would become the current version, so a person picks."""
    counts = Counter(item.dokumen for item in items if item.keadaan == "terbaca")
    return frozenset(item.urutan for item in items if item.keadaan == "terbaca" and counts[item.dokumen] > 1)


def _check_own(nomor: int) -> None:
    require_own(jobs.find(current_store(), nomor).akun, f"Pekerjaan {nomor}")
