"""Keys for programs: made by their owner, shown once, limited to some rights and days, revoked at any time.

In: the handle of an account, a name, rights and days; or the secret that a program sent. Out: the secret once, cards
for the owner's page, or the account as it acts through the token. A token never does more than its account may at that
moment, and dies with it.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from service.access import API_RIGHTS, ROLES
from service.actor import Actor, note
from service.errors import Conflict, Invalid, NotFound, ServerError
from service.store import Store
from service.store.account import account_of, row_of
from service.store.moments import now, read, written
from service.store.secret import digest, fresh
from service.store.tables import Akun, Token

PREFIX = "kg_"
"""A secret that lies about in a file or a log can be told by it."""
SHOWN_LETTERS = 8
LONGEST_NAME = 60
LONGEST_DAYS = 365
MOST = 20
"""Tokens of one account that are valid at a time."""
SEEN_EVERY = timedelta(minutes=1)
"""Reading through the API should not write to the disk each time."""
KEPT = timedelta(days=90)
"""How long one that has ended stays in the list, so that its owner sees why a program no longer works."""


@dataclass(frozen=True, slots=True)
class Card:
    """A token as its owner sees it."""

    id: int
    nama: str
    awalan: str
    """Its first letters."""
    cakupan: tuple[str, ...]
    dibuat_pada: str
    kedaluwarsa_pada: str
    terakhir_pada: str
    """Empty: never used."""
    dicabut_pada: str
    """Empty: not revoked."""
    keadaan: str
    """berlaku | kedaluwarsa | dicabut"""


@dataclass(frozen=True, slots=True)
class Found:
    """What the secret of a request leads to."""

    actor: Actor | None
    """None: it is not valid (any more)."""
    dikenal: bool
    """It was a token once: its program is out of date, and nobody is guessing."""


def offered(peran: str) -> tuple[str, ...]:
    """Rights that a token of this role may have: those that the API asks for, in the order of the table."""
    return tuple(right for right in API_RIGHTS if right in ROLES[peran])  # type: ignore[index]


def make(
    store: Store, akun: str, nama: str, cakupan: Collection[str], hari: int, at: datetime | None = None
) -> tuple[Card, str]:
    """A new token and its secret, which nobody can be told again; raises Invalid by field, Conflict for a name that
    is taken or one token too many."""
    moment = at or now()
    with store.session() as session:
        owner = row_of(session, akun)
        name, rights = _checked(owner, nama, cakupan, hari)
        _sweep(session, moment)
        _check_room(session, owner, name, moment)
        secret = PREFIX + fresh()
        row = Token(
            akun_id=owner.id,
            nama=name,
            sha256=digest(secret),
            awalan=secret[:SHOWN_LETTERS],
            cakupan=json.dumps(rights),
            dibuat_pada=written(moment),
            kedaluwarsa_pada=written(moment + timedelta(days=hari)),
        )
        session.add(row)
        session.flush()
        note(subjek=name, sesudah={"awalan": row.awalan, "hak": ", ".join(rights), "hari": str(hari)})
        return _card(row, moment), secret


def of_account(store: Store, akun: str, at: datetime | None = None) -> tuple[Card, ...]:
    """Tokens of an account: the valid ones first, each group newest first."""
    moment = at or now()
    with store.session() as session:
        rows = session.scalars(select(Token).where(Token.akun_id == row_of(session, akun).id).order_by(Token.id.desc()))
        cards = [_card(row, moment) for row in rows]
    return tuple(sorted(cards, key=lambda card: card.keadaan != "berlaku"))


def revoke(store: Store, akun: str, key: int, at: datetime | None = None) -> Card:
    """End a token now; harmless when it has ended already. Raises NotFound for one of another account."""
    moment = at or now()
    with store.session() as session:
        row = session.get(Token, key)
        if row is None or row.akun_id != row_of(session, akun).id:
            raise NotFound("Token itu tidak ada di akun Anda. Tidak ada yang diubah.", "Muat ulang halaman Akun.")
        row.dicabut_pada = row.dicabut_pada or written(moment)
        note(subjek=row.nama, sebelum={"awalan": row.awalan})
        return _card(row, moment)


def find(store: Store, secret: str, dari: str = "", at: datetime | None = None) -> Found:
    """Who acts with `secret`, limited to the rights of the token."""
    moment = at or now()
    with store.session() as session:
        found = session.execute(
            select(Token, Akun).join(Akun, Akun.id == Token.akun_id).where(Token.sha256 == digest(secret))
        ).first()
        if found is None:
            return Found(None, dikenal=False)
        token: Token = found.Token
        if not found.Akun.aktif or _state(token, moment) != "berlaku":
            return Found(None, dikenal=True)
        actor = replace(account_of(found.Akun).acting("token", dari), cakupan=frozenset(json.loads(token.cakupan)))
    if not token.terakhir_pada or moment - read(token.terakhir_pada) >= SEEN_EVERY:
        _used(store, token.id, moment)
    return Found(actor, dikenal=True)


def _used(store: Store, key: int, at: datetime) -> None:
    with suppress(ServerError), store.session() as session:  # on a full disk programs read on
        session.execute(update(Token).where(Token.id == key).values(terakhir_pada=written(at)))


def _checked(owner: Akun, nama: str, cakupan: Collection[str], hari: int) -> tuple[str, list[str]]:
    """Name and rights as they are kept."""
    name, allowed = " ".join(nama.split()), offered(owner.peran)
    wrong: dict[str, str] = {}
    if not (1 <= len(name) <= LONGEST_NAME and name.isprintable()):
        wrong["nama"] = f"1 sampai {LONGEST_NAME} huruf yang tampak, misalnya nama program yang memakainya"
    if not cakupan or not set(cakupan) <= set(allowed):
        wrong["cakupan"] = "pilih sekurangnya satu hak yang dimiliki akun ini"
    if not 1 <= hari <= LONGEST_DAYS:
        wrong["hari"] = f"1 sampai {LONGEST_DAYS}"
    if wrong:
        said = "; ".join(f"{name}: {reason}" for name, reason in wrong.items())
        raise Invalid(f"Token tidak dibuat ({said}).", "Perbaiki isian itu, lalu kirim lagi.", wrong)
    return name, [right for right in allowed if right in cakupan]


def _check_room(session: Session, owner: Akun, name: str, at: datetime) -> None:
    rows = session.scalars(select(Token).where(Token.akun_id == owner.id))
    valid = [row.nama for row in rows if _state(row, at) == "berlaku"]
    if name in valid:
        raise Conflict(f"Sudah ada token bernama {name!r} yang berlaku.", "Pilih nama lain, atau cabut yang itu dulu.")
    if len(valid) >= MOST:
        raise Conflict(f"Akun ini sudah punya {MOST} token yang berlaku.", "Cabut yang tidak dipakai lagi.")


def _state(row: Token, at: datetime) -> str:
    if row.dicabut_pada:
        return "dicabut"
    return "berlaku" if at < read(row.kedaluwarsa_pada) else "kedaluwarsa"


def _card(row: Token, at: datetime) -> Card:
    return Card(
        id=row.id,
        nama=row.nama,
        awalan=row.awalan,
        cakupan=tuple(json.loads(row.cakupan)),
        dibuat_pada=row.dibuat_pada,
        kedaluwarsa_pada=row.kedaluwarsa_pada,
        terakhir_pada=row.terakhir_pada or "",
        dicabut_pada=row.dicabut_pada or "",
        keadaan=_state(row, at),
    )


def _sweep(session: Session, at: datetime) -> None:
    """Those that ended long ago go when somebody makes a new one; the activity log still tells of them."""
    long_ago = written(at - KEPT)
    session.execute(delete(Token).where(or_(Token.kedaluwarsa_pada < long_ago, Token.dicabut_pada < long_ago)))
