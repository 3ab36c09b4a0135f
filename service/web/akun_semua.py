"""Accounts of everybody, for administrators: add, give a role and units, disable, make a new link.

In: forms of an administrator. Out: the list, one account, and a link that is shown once, on the answer to the form that
made it; it is kept nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.access import LABELS
from service.actor import Role, acting
from service.app import current_graph, current_settings, current_store
from service.browse.unit_names import unit_names
from service.errors import Conflict, Invalid, KinerjaError
from service.store import accounts, invitations
from service.store.account import Account
from service.web.asked import page_number

bp = Blueprint("akun_semua", __name__, url_prefix="/akun/semua")

NEW = "_tambah"
"""No handle holds an underscore, so this path cannot be one."""

EXPLAINED: dict[Role, str] = {
    "administrator": "semua hal, termasuk akun, cadangan, dan penghapusan",
    "bappeda": "mengimpor dan memutuskan untuk semua perangkat daerah, memelihara register",
    "auditor": "membaca semua, mengerjakan temuan, membaca catatan kegiatan",
    "perencana": "mengimpor dan memutuskan untuk perangkat daerahnya sendiri; membaca semua",
    "analis": "membaca semua, bertanya bebas di konsol",
    "pembaca": "membaca dan mengunduh semua",
}
"""Role -> what it may do, in a few words; `access.ROLES` is what counts."""


@bp.before_request
def _only_with_accounts() -> Response | None:
    return None if current_settings().accounts else redirect(url_for("akun.own"))


@bp.get("")
def listed() -> str:
    """All accounts, narrowed by ?cari=."""
    seek = request.args.get("cari", "").strip()[:100]
    found = accounts.some(current_store(), seek, page_number())
    return render_template(
        "akun_semua.html",
        daftar=found.akun,
        paging=found.paging,
        seek=seek,
        PERAN=LABELS,
        nama_unit=_unit_names(),
        page_url=lambda number: url_for("akun_semua.listed", cari=seek or None, halaman=number),
    )


@bp.get(f"/{NEW}")
def blank() -> str:
    return _form(None, {"peran": "perencana", "unit": ()})


@bp.post(f"/{NEW}")
def add() -> str | tuple[str, int]:
    """A new account, and the link with which its owner sets the password."""
    try:
        made = accounts.add(current_store(), request.form.get("nama", ""), *_wanted())
    except (Invalid, Conflict) as fault:
        return _form(None, _typed(), fault), fault.status
    return _linked(made, new=True), 201


@bp.get("/<nama>")
def one(nama: str) -> str:
    account = accounts.find(current_store(), nama)
    return _form(account, _values(account))


@bp.post("/<nama>")
def change(nama: str) -> Response | tuple[str, int]:
    """Role, units, label."""
    try:
        accounts.change(current_store(), nama, *_wanted(), seen=request.form.get("berdasar", "-"))
    except (Invalid, Conflict) as fault:
        return _form(accounts.find(current_store(), nama), _typed(), fault), fault.status
    flash(f"Akun {nama} disimpan.", "selesai")
    return redirect(url_for("akun_semua.one", nama=nama), 303)


@bp.post("/<nama>/tautan")
def invite(nama: str) -> str | tuple[str, int]:
    """A new link: the old password and the sessions of the account end now."""
    account = accounts.find(current_store(), nama)
    if account.nama == acting().akun:
        fault = Conflict("Ini akun Anda sendiri. Tidak ada yang diubah.", "Ganti kata sandi Anda di halaman Akun.")
        return _form(account, _values(account), fault), fault.status
    return _linked(account, new=False)


@bp.post("/<nama>/nonaktifkan")
def disable(nama: str) -> Response | tuple[str, int]:
    try:
        accounts.disable(current_store(), nama)
    except Conflict as fault:
        account = accounts.find(current_store(), nama)
        return _form(account, _values(account), fault), fault.status
    flash(f"Akun {nama} dinonaktifkan; sesinya diakhiri.", f"aktifkan {nama}")
    return redirect(url_for("akun_semua.one", nama=nama), 303)


@bp.post("/<nama>/aktifkan")
def enable(nama: str) -> Response:
    accounts.enable(current_store(), nama)
    flash(f"Akun {nama} aktif lagi.", "selesai")
    return redirect(url_for("akun_semua.one", nama=nama), 303)


def _linked(account: Account, *, new: bool) -> str:
    secret = invitations.for_account(current_store(), account.nama)
    base = current_settings().url or request.host_url.rstrip("/")
    link = base + url_for("masuk.invitation", rahasia=secret)
    return render_template("akun_tautan.html", akun=account, tautan=link, baru=new, peran=LABELS[account.peran])


def _form(account: Account | None, values: Mapping[str, Any], fault: KinerjaError | None = None) -> str:
    return render_template(
        "akun_satu.html",
        akun=account,
        isian=values,
        masalah=fault,
        salah=fault.fields if isinstance(fault, Invalid) else {},
        PERAN=LABELS,
        JELAS=EXPLAINED,
        semua_unit=unit_names(current_graph()),
        sendiri=account is not None and account.nama == acting().akun,
    )


def _wanted() -> tuple[str, list[str], str]:
    """Role, units and label of a form; raises Invalid for units that there are not."""
    unit = request.form.getlist("unit")
    accounts.check_units(unit, _unit_names())
    return request.form.get("peran", ""), unit, request.form.get("sebutan", "")


def _typed() -> dict[str, Any]:
    return {**request.form.to_dict(), "unit": request.form.getlist("unit")}


def _values(account: Account) -> dict[str, Any]:
    return {"sebutan": account.sebutan, "peran": account.peran, "unit": account.unit}


def _unit_names() -> dict[str, str]:
    return {one.kode: one.nama for one in unit_names(current_graph())}
