"""Pages of the register: a tab per kind, a list, a form with its faults in place, and what a change would do.

In: /register/<kind>[/<kode>] and forms. Out: pages. A change takes two steps: the form shows what would change, then
that is saved. What is allowed is decided in `service/register/`; nothing here touches the graph by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import register
from service.app import current_graph
from service.errors import Conflict, Invalid, KinerjaError
from service.register import KINDS, Entry, Kind

bp = Blueprint("register", __name__, url_prefix="/register")

MOST_CHOICES = 500
"""Entries offered in a reference field; more are not expected of one regency."""

NEW = "_add"
"""No kode holds an underscore, so this path cannot be one."""


@bp.get("")
def start() -> Response:
    return redirect(url_for("register.listed", jenis="skpd"))


@bp.get("/<jenis>")
def listed(jenis: str) -> str:
    """The list of one kind, searched by ?q= and paged by ?halaman=."""
    page_number = max(1, request.args.get("halaman", 1, type=int))
    seek = request.args.get("cari", "").strip()[:100]
    page = register.entries(current_graph(), jenis, seek, page_number)

    def page_url(number: int) -> str:
        return url_for("register.listed", jenis=jenis, cari=seek or None, halaman=number)

    found = register.kind(jenis)
    return render_template("register.html", bagian=found, page=page, seek=seek, KINDS=KINDS, page_url=page_url)


@bp.get(f"/<jenis>/{NEW}")
def blank(jenis: str) -> str:
    return _form(register.kind(jenis), None, request.args)


@bp.post(f"/<jenis>/{NEW}")
def add(jenis: str) -> Response | tuple[str, int]:
    found = register.kind(jenis)
    try:
        made = register.add(current_graph(), jenis, _typed(found))
    except Invalid as fault:
        return _form(found, None, request.form, fault), fault.status
    return _saved(made)


@bp.get("/<jenis>/<kode>")
def shown(jenis: str, kode: str) -> str:
    entry = register.entry(current_graph(), jenis, kode)
    return _form(register.kind(jenis), entry, entry.isi)


@bp.post("/<jenis>/<kode>")
def change(jenis: str, kode: str) -> Response | str | tuple[str, int]:
    """First what would change, then, with the button of that page, the change itself."""
    found, graph = register.kind(jenis), current_graph()
    try:
        if request.form.get("langkah") == "simpan":
            return _saved(register.edit(graph, jenis, kode, _typed(found), _seen()))
        would = register.preview(graph, jenis, kode, _typed(found))
    except (Invalid, Conflict) as fault:
        return _form(found, register.entry(graph, jenis, kode), request.form, fault), fault.status
    return render_template("register_preview.html", bagian=found, perubahan=would, isian=_typed_lines(found))


@bp.post("/<jenis>/<kode>/remove")
def remove(jenis: str, kode: str) -> Response | tuple[str, int]:
    graph = current_graph()
    try:
        register.remove(graph, jenis, kode, _seen())
    except Conflict as fault:
        entry = register.entry(graph, jenis, kode)
        return _form(register.kind(jenis), entry, entry.isi, fault), fault.status
    return redirect(url_for("register.listed", jenis=jenis, hapus=kode))


@bp.post("/jabatan/<kode>/merge")
def merge(kode: str) -> Response | tuple[str, int]:
    graph = current_graph()
    try:
        return _saved(register.merge(graph, kode, request.form.get("ke", ""), _seen()))
    except KinerjaError as fault:
        entry = register.entry(graph, "jabatan", kode)
        return _form(register.kind("jabatan"), entry, entry.isi, fault), fault.status


def _form(found: Kind, entry: Entry | None, values: Mapping[str, Any], fault: KinerjaError | None = None) -> str:
    return render_template(
        "register_form.html",
        bagian=found,
        entri=entry,
        isian=values,
        masalah=fault,
        salah=fault.fields if isinstance(fault, Invalid) else {},
        pilihan=_choices(found),
        kembar=_siblings(entry),
    )


def _choices(found: Kind) -> dict[str, tuple[Entry, ...]]:
    """Entries that the reference fields may point to."""
    named = {field.nama: field.rujuk for field in found.fields if field.rujuk}
    return {
        name: register.entries(current_graph(), kind, per_halaman=MOST_CHOICES).entri for name, kind in named.items()
    }


def _siblings(entry: Entry | None) -> list[Entry]:
    """Other positions of the same unit: one of them may be the same position under another name."""
    if entry is None or entry.jenis != "jabatan" or not entry.isi["skpd"]:
        return []
    near = register.entries(current_graph(), "jabatan", str(entry.isi["skpd"]), per_halaman=MOST_CHOICES).entri
    return [one for one in near if one.isi["skpd"] == entry.isi["skpd"] and one.kode != entry.kode]


def _typed(found: Kind) -> dict[str, str]:
    """What the form sent for the fields of this kind; a box that is not ticked is not sent, and means no."""
    if not request.form:
        abort(400)
    ticks = {field.nama: "" for field in found.fields if field.macam == "ya"}
    names = {field.nama for field in found.fields}
    return ticks | {name: value for name, value in request.form.items() if name in names}


def _seen() -> int:
    """The version that the form was made from; a form without one fits nothing that stands there."""
    return request.form.get("versi", -1, type=int)


def _typed_lines(found: Kind) -> list[tuple[str, str]]:
    return [(name, value) for name, value in _typed(found).items() if not found.field(name).tetap]


def _saved(entry: Entry) -> Response:
    return redirect(url_for("register.shown", jenis=entry.jenis, kode=entry.kode, simpan=1), code=303)
