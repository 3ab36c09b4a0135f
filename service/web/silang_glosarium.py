"""The glossary on pages: its concepts and where they are found, what people changed, all of it as a file.

In: words in the address. Out: pages; forms on them go to `silang_glosarium_ubah`, which shows a page of here again when
it refuses one.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from service.app import current_graph
from service.bahasa.wording import slug
from service.crosscut.glossary.change import Change
from service.crosscut.glossary.concept import concept
from service.crosscut.glossary.listing import SHOWN, glossary_list
from service.crosscut.glossary.table import GlossaryFile, as_table, glossary_file
from service.errors import KinerjaError
from service.web.asked import chosen, number, page_number, year
from service.web.silang_unduh import answered, table_forms

bp = Blueprint("silang_glosarium", __name__, url_prefix="/crosscutting")

NAMES = {"semua": "semua", "dipakai": "ditemukan di sini", "tidak": "tidak ditemukan", "diubah": "diubah"}
"""Which concepts -> the name of the filter."""
FORMS = table_forms(as_table, GlossaryFile, lambda found: f"{found.lingkup.nama} {found.lingkup.tahun or ''}".strip())
"""Ending of a file -> its writer."""
A_SECOND = 500
"""Kinerja that a preview gets through in a second, twice; what takes longer than a few is told before."""
FEW_SECONDS = 3


@bp.get("/glosarium")
def page() -> str:
    """The concepts, and what people changed."""
    return list_page()


@bp.get("/glosarium.<bentuk>")
def file(bentuk: str) -> Response:
    """Every phrase of the concepts on the screen."""
    return answered(FORMS, bentuk, lambda: glossary_file(current_graph(), **_asked()), lambda _: "glosarium")


@bp.get("/glosarium/<konsep>")
def one(konsep: str) -> str:
    """One concept."""
    return concept_page(konsep)


def list_page(fault: KinerjaError | None = None, typed: Change | None = None) -> str:
    asked = _asked()
    found = glossary_list(current_graph(), **asked, halaman=page_number())
    return render_template(
        "silang_glosarium.html",
        page=found,
        diminta=asked,
        pilihan=NAMES,
        detik=_seconds(found.kinerja),
        berkas=lambda form: url_for("silang_glosarium.file", bentuk=form, **_kept(asked)),
        alamat=lambda **more: url_for("silang_glosarium.page", **_kept({**asked, **more})),
        halaman_url=lambda n: url_for("silang_glosarium.page", **_kept({**asked, "halaman": n})),
        satu=lambda key: url_for("silang_glosarium.one", konsep=key, **_kept(_scope())),
        masalah=fault,
        isian=typed,
        slug=slug,
    )


def _asked() -> dict[str, Any]:
    """What the address narrows the list to."""
    return {
        "cari": request.args.get("cari", "").strip()[:100],
        "lihat": chosen("lihat", SHOWN),
        "pemda": request.args.get("pemda", "")[:200],
        "tahun": number("tahun", 1990, 2100),
    }


def concept_page(key: str, fault: KinerjaError | None = None, typed: Change | None = None) -> str:
    found = concept(current_graph(), key, request.args.get("pemda", ""), year(), page_number())
    scope = _kept(_scope())
    return render_template(
        "silang_glosarium_konsep.html",
        page=found,
        detik=_seconds(found.diperiksa),
        ubah=url_for("silang_glosarium_ubah.change", **scope),
        daftar=url_for("silang_glosarium.page", **scope),
        halaman_url=lambda n: url_for("silang_glosarium.one", konsep=key, halaman=n, **scope),
        satu=lambda name: url_for("silang_glosarium.one", konsep=slug(name), **scope),
        masalah=fault,
        isian=typed,
    )


def _seconds(kinerja: int) -> int:
    """How long a preview will take; 0: not worth a word."""
    seconds = kinerja // A_SECOND
    return seconds if seconds > FEW_SECONDS else 0


def _scope() -> dict[str, Any]:
    return {"pemda": request.args.get("pemda", ""), "tahun": year()}


def _kept(asked: dict[str, Any]) -> dict[str, Any]:
    """Without what asks for nothing."""
    return {name: value for name, value in asked.items() if value and (name, value) != ("lihat", "semua")}
