"""What is beside the pairs: what units share by structure, what one unit says twice, official sentences many share.

In: which of the three, which government, year and unit, in the address. Out: a page each, and the same as a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from service.app import current_graph
from service.browse.unit_names import UnitName, read_unit_names
from service.crosscut.computed import read_computed
from service.crosscut.lists.answers import Computed
from service.crosscut.lists.redundancy import TWINS, RepeatPage, TwinPage, read_repeats, read_twins
from service.crosscut.lists.structural import STRUCTURES, WORDS, StructuralPage, read_structural
from service.crosscut.lists.tables import alike, repeated, shared
from service.crosscut.tables import Table
from service.graph import Tx
from service.web.asked import chosen, page_number, year
from service.web.silang_unduh import answered, dated, table_forms

bp = Blueprint("silang_lain", __name__, url_prefix="/crosscutting")

PER_PAGE = 40
WHOLE = 5_000
"""Groups of a file."""

Reader = Callable[[Tx, int, int], Any]
"""(transaction, page, groups of a page) -> the list that the address asks for."""


@dataclass(frozen=True, slots=True)
class View:
    """One of the three."""

    templat: str
    baca: Callable[[], Reader]
    tabel: Callable[[Any], Table]
    jenis: Any
    """Type of the list, for JSON."""
    tambahan: tuple[str, ...] = ()
    """What its address may ask beside government, year and unit."""


def _structure() -> Reader:
    jenis, unit, pemda, tahun = chosen("jenis", STRUCTURES), *_scope()
    return lambda tx, page, size: read_structural(tx, jenis, unit, pemda, tahun, page, size)  # type: ignore[arg-type]


def _repeats() -> Reader:
    unit, pemda, tahun = _scope()
    return lambda tx, page, size: read_repeats(tx, unit, pemda, tahun, page, size)


def _twins() -> Reader:
    macam, unit, pemda, tahun = chosen("macam", TWINS), *_scope()
    return lambda tx, page, size: read_twins(tx, unit, macam, pemda, tahun, page, size)  # type: ignore[arg-type]


VIEWS: Mapping[str, View] = {
    "struktur": View("silang_struktur.html", _structure, shared, StructuralPage, ("jenis",)),
    "rangkap": View("silang_rangkap.html", _repeats, repeated, RepeatPage),
    "kembar": View("silang_kembar.html", _twins, alike, TwinPage, ("macam",)),
}
"""Last part of the address -> what it shows."""
LISTS = f"any({', '.join(VIEWS)})"


@bp.get(f"/<{LISTS}:daftar>")
def page(daftar: str) -> str:
    """One page of the groups."""
    view = VIEWS[daftar]
    read, at = view.baca(), page_number()

    def work(tx: Tx) -> tuple[Any, Computed, tuple[UnitName, ...]]:
        found = read(tx, at, PER_PAGE)
        return found, read_computed(tx, found.lingkup), read_unit_names(tx)

    found, state, units = current_graph().reading(work)
    asked = {name: request.args[name] for name in _fields(view) if request.args.get(name)}
    return render_template(
        view.templat,
        daftar=found,
        diminta=asked,
        unit=[one for one in units if one.pemda == found.lingkup.nama],
        kata=WORDS,
        jalur=f"/crosscutting/{daftar}",
        tanya=f"?{urlencode(asked)}" if asked else "",
        alamat=lambda **more: _address(daftar, {**asked, **more}),
        halaman_url=lambda n: _address(daftar, {**asked, "halaman": n}),
        revisi=state.revisi,
    )


@bp.get(f"/<{LISTS}:daftar>.<bentuk>")
def file(daftar: str, bentuk: str) -> Response:
    """All groups as a file, with ids."""
    view = VIEWS[daftar]
    read = view.baca()

    def work(tx: Tx) -> tuple[Any, Computed]:
        found = read(tx, 1, WHOLE)
        return found, read_computed(tx, found.lingkup)

    found, state = current_graph().reading(work)
    forms = table_forms(view.tabel, view.jenis, lambda of: dated(of.lingkup, state))
    named = f"{daftar}-{found.lingkup.pemda or 'kosong'}-{found.lingkup.tahun}"
    return answered(forms, bentuk, lambda: found, lambda _: named, request.args.get("unit", "")[:200])


def _scope() -> tuple[str, str, int | None]:
    return request.args.get("unit", "")[:200], request.args.get("pemda", "")[:200], year()


def _fields(view: View) -> tuple[str, ...]:
    return ("unit", "pemda", "tahun", *view.tambahan)


def _address(daftar: str, parts: Mapping[str, Any]) -> str:
    given = {name: value for name, value in parts.items() if value}
    return f"/crosscutting/{daftar}" + (f"?{urlencode(given)}" if given else "")
