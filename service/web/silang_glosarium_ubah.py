"""Changing the glossary on pages: what would move is shown before it is made, and can be taken back after.

In: forms. Out: the preview, whose button makes the change; the page that a refused form came from, with what was typed.
What may be changed is decided in `service/crosscut/glossary/change.py`.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.app import current_graph
from service.bahasa.wording import slug
from service.crosscut.glossary.change import Change
from service.crosscut.glossary.edits import concept_names, read_edits
from service.errors import Conflict, Invalid, KinerjaError
from service.refresh.preview import preview
from service.register.konsep import change_concept
from service.web.asked import year
from service.web.seen import seen, seen_if_told
from service.web.silang_glosarium import concept_page, list_page

bp = Blueprint("silang_glosarium_ubah", __name__)

DONE = {"tambah": "ditambahkan ke", "cabut": "dicabut dari", "urungkan": "dikembalikan seperti bawaan pada"}
UNDONE_AT_ONCE = 5
"""So many phrases the message can take back again; more are taken back in the list."""


@bp.post("/crosscutting/glosarium")
def change() -> Response | str | tuple[str, int]:
    """First what would move, then, with the button of that page, the change; taking one back needs no preview."""
    wanted, graph = _wanted(), current_graph()
    try:
        if request.form.get("langkah") == "terapkan":
            based_on = seen_if_told() if wanted.aksi == "urungkan" else seen()
            change_concept(graph, wanted, request.form.get("alasan", ""), based_on)
            return _changed(wanted)
        return _moved(wanted)
    except (Invalid, Conflict) as fault:
        only_reason = isinstance(fault, Invalid) and fault.fields.keys() == {"alasan"}
        return (_moved(wanted, fault) if only_reason else _again(wanted, fault)), fault.status


def _wanted() -> Change:
    """What the form says; phrases stand one a line, or are ticked."""
    typed = [line for value in request.form.getlist("varian") for line in value.splitlines()]
    return Change(
        konsep=request.form.get("konsep", ""),
        aksi=request.form.get("aksi", "tambah"),  # type: ignore[arg-type]
        varian=tuple(typed),
        jenis=request.form.get("jenis", "sinonim"),  # type: ignore[arg-type]
    )


def _changed(wanted: Change) -> Response:
    told = ", ".join(f"“{phrase}”" for phrase in wanted.varian[:UNDONE_AT_ONCE]) or f"“{wanted.konsep}”"
    rest = len(wanted.varian) - UNDONE_AT_ONCE
    more = f" dan {rest} varian lain" if rest > 0 else ""
    back = wanted.aksi != "urungkan" and 0 < len(wanted.varian) <= UNDONE_AT_ONCE
    flash(
        f"{told}{more} {DONE[wanted.aksi]} konsep “{wanted.konsep}”. "
        "Daftar crosscutting dihitung ulang dalam beberapa detik; putusan tidak berubah.",
        "\n".join(("glosarium", wanted.konsep, *wanted.varian)) if back else "baik",
    )
    known = concept_names(current_graph().reading(read_edits))
    key = slug(wanted.konsep)
    return redirect(
        url_for("silang_glosarium.one", konsep=key) if key in known else url_for("silang_glosarium.page"), 303
    )


def _again(wanted: Change, fault: KinerjaError) -> str:
    """The page that the form came from, with the fault and what was typed."""
    known = concept_names(current_graph().reading(read_edits))
    if slug(wanted.konsep) in known:
        return concept_page(slug(wanted.konsep), fault, wanted)
    return list_page(fault, wanted)


def _moved(wanted: Change, fault: KinerjaError | None = None) -> str:
    found = preview(current_graph(), wanted, request.args.get("pemda", ""), year())
    return render_template("silang_glosarium_uji.html", page=found, kunci=slug(found.perubahan.konsep), masalah=fault)
