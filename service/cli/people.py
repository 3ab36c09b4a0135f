"""`kinerja people add|list|reset|disable|enable`: accounts by hand, also while the service is stopped.

In: handles, roles, kode of units. Out: the change in the application store, and a link with which the owner of the
account sets the password: shown once, kept nowhere. The graph is asked whether the units exist only when it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import click
from rich.markup import escape
from rich.table import Column, Table

from service import server
from service.access import LABELS, ROLES
from service.cli import door
from service.cli.recorded import recorded
from service.cli.status import ANSWERING
from service.config import Settings, read_settings
from service.store import Store, accounts, invitations, open_store
from service.store.account import Account

MOST = 10_000


@click.group("people")
def command() -> None:
    """Akun: siapa boleh masuk, dan dengan peran apa."""


@command.command("add")
@click.argument("nama")
@click.option("--role", "peran", required=True, type=click.Choice(list(ROLES)), help="Peran akun.")
@click.option("--unit", multiple=True, metavar="KODE", help="Perangkat daerah seorang perencana; boleh berulang.")
@click.option("--sebutan", default="", help="Untuk apa akun ini, misalnya 'Perencana Dinas Perikanan'.")
@click.option("--password-stdin", "typed", is_flag=True, help="Kata sandi dari masukan standar, tanpa tautan.")
@door.as_json
def add_(nama: str, peran: str, unit: tuple[str, ...], sebutan: str, typed: bool, machine: bool) -> None:
    """Tambah akun, lalu tampilkan tautan untuk menetapkan kata sandinya."""
    settings = read_settings()
    _check_units(settings, unit)
    with _store(settings) as store, recorded(settings, "people add", nama):
        sandi = _from_standard_input() if typed else None
        made = accounts.add(store, nama, peran, unit, sebutan, sandi=sandi)
        link = "" if typed else _link(store, settings, made.nama)
    _tell(made, link, machine, f"Akun {made.nama} dibuat sebagai {LABELS[made.peran]}.")


@command.command("list")
@door.as_json
def list_(machine: bool) -> None:
    """Tampilkan semua akun."""
    with _store(read_settings()) as store:
        found = accounts.some(store, per_page=MOST).akun
    if machine:
        door.print_json({"akun": [asdict(one) for one in found]})
    elif found:
        door.people.print(_table(found))
    else:
        door.say("Belum ada akun. Tambahkan: kinerja people add NAMA --role administrator")


@command.command("reset")
@click.argument("nama")
@door.as_json
def reset_(nama: str, machine: bool) -> None:
    """Buat tautan kata sandi baru; sandi lama, sesi, dan kuncian berakhir."""
    settings = read_settings()
    with _store(settings) as store, recorded(settings, "people reset", nama):
        link = _link(store, settings, nama)
        account = accounts.find(store, nama)
    _tell(account, link, machine, f"Kata sandi lama akun {account.nama} tidak berlaku lagi, dan sesinya berakhir.")


@command.command("disable")
@click.argument("nama")
@door.as_json
def disable_(nama: str, machine: bool) -> None:
    """Nonaktifkan akun; sesinya berakhir."""
    settings = read_settings()
    with _store(settings) as store, recorded(settings, "people disable", nama):
        account = accounts.disable(store, nama)
    _tell(account, "", machine, f"Akun {account.nama} nonaktif. Kembalikan: kinerja people enable {account.nama}")


@command.command("enable")
@click.argument("nama")
@door.as_json
def enable_(nama: str, machine: bool) -> None:
    """Aktifkan lagi akun yang nonaktif."""
    settings = read_settings()
    with _store(settings) as store, recorded(settings, "people enable", nama):
        account = accounts.enable(store, nama)
    _tell(account, "", machine, f"Akun {account.nama} aktif lagi.")


@contextmanager
def _store(settings: Settings) -> Iterator[Store]:
    store = open_store(settings)
    try:
        yield store
    finally:
        store.close()


def _link(store: Store, settings: Settings, nama: str) -> str:
    return f"{settings.address}/undangan/{invitations.for_account(store, nama)}"


def _check_units(settings: Settings, unit: Sequence[str]) -> None:
    """Raises Invalid for a unit that the register does not have; only said when the graph cannot be asked."""
    if not unit:
        return
    if server.status(settings).keadaan not in ANSWERING:
        door.say("Basis data tidak berjalan: kode perangkat daerah tidak diperiksa.")
        return
    from service.browse.unit_names import unit_names

    with door.open_graph(settings) as graph:
        known = {one.kode for one in unit_names(graph)}
    accounts.check_units(unit, known)


def _from_standard_input() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _tell(account: Account, link: str, machine: bool, said: str) -> None:
    if machine:
        told: dict[str, Any] = {"akun": asdict(account)}
        door.print_json(told | ({"tautan": link} if link else {}))
        return
    door.say(said)
    if link:
        door.say("Tautan untuk menetapkan kata sandi (sekali pakai, 24 jam; hanya tampil di sini):")
        door.people.print(link, highlight=False, markup=False, soft_wrap=True)


def _table(found: Sequence[Account]) -> Table:
    rest = [Column(name, overflow="fold") for name in ("sebutan", "peran", "perangkat daerah", "keadaan")]
    # a handle is copied into the next command: whole, on one line
    table = Table(Column("akun", no_wrap=True), *rest, Column("terakhir masuk", min_width=10))
    for one in found:
        state = "nonaktif" if not one.aktif else "aktif" if one.bersandi else "belum menetapkan sandi"
        last = one.terakhir_masuk[:16].replace("T", " ") or "belum pernah"
        table.add_row(*map(escape, (one.nama, one.sebutan, LABELS[one.peran], ", ".join(one.unit), state, last)))
    return table
