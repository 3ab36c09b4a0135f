"""Questions that people saved: their own, and those that are shared with everybody of the console.

In: the handle of an account, what to save, and which state of it was seen. Out: `Saved`. Only the owner changes one;
an administrator may take a shared one back or away. A deleted one stays for a month, to be put back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from service.access import may
from service.actor import acting, note
from service.errors import Conflict, Forbidden, NotFound
from service.store import Store
from service.store.moments import now, written
from service.store.question_wish import Wish, checked
from service.store.tables import Pertanyaan

KEPT = timedelta(days=30)
"""How long a deleted one can be put back."""

PRIVATE = "pertanyaan pribadi"
"""What the activity log calls one that is not shared: auditors read that log, and what a person asks is their own."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved question, as one account sees it."""

    nomor: int
    nama: str
    keterangan: str
    teks: str
    parameter: list[dict[str, Any]]
    """{nama, jenis, nilai} in order."""
    bersama: bool
    oleh: str
    """Handle of its owner."""
    milik: bool
    """It is whose account looks at it."""
    revisi: int
    """Counts its changes."""
    diubah: str
    """When it was changed last."""


def visible(store: Store) -> tuple[Saved, ...]:
    """Those of who acts, then those that others share, each by name."""
    me = acting().akun
    seen = select(Pertanyaan).where(
        Pertanyaan.dihapus_pada.is_(None), or_(Pertanyaan.akun == me, Pertanyaan.bersama.is_(True))
    )
    with store.session() as session:
        found = [_saved(row) for row in session.scalars(seen)]
    return tuple(sorted(found, key=lambda one: (not one.milik, one.nama.casefold(), one.nomor)))


def find(store: Store, nomor: int) -> Saved:
    """One that who acts may see; raises NotFound."""
    with store.session() as session:
        return _saved(_seen(session, nomor))


def save(store: Store, wish: Wish) -> Saved:
    """A new one of who acts. Raises Invalid by field, Conflict for a name that is taken or one too many."""
    asked, moment = checked(wish), written(now())
    row = Pertanyaan(akun=acting().akun, dibuat_pada=moment, diubah_pada=moment, revisi=1, **_columns(asked))
    with store.session() as session:
        _sweep(session, now())
        _check_room(session)
        _check_name(session, asked.nama)
        session.add(row)
        session.flush()
        _note(row, sesudah=_told(row))
        return _saved(row)


def change(store: Store, nomor: int, wish: Wish, seen: int) -> Saved:
    """The question as `wish` says, when it still stands as its owner saw it (`seen`). An administrator changes of a
    shared one only that it is shared. Raises Conflict with what stands now."""
    with store.session() as session:
        row = _writable(session, nomor, seen)
        before, asked = _told(row), checked(wish)
        if row.akun == acting().akun:
            _check_name(session, asked.nama, but=nomor)
        elif replace(asked, bersama=row.bersama) != checked(_wish(row)):
            raise _not_mine(row)
        for name, value in _columns(asked).items():
            setattr(row, name, value)
        _touch(row)
        _note(row, sebelum=before, sesudah=_told(row))
        return _saved(row)


def remove(store: Store, nomor: int, seen: int) -> Saved:
    """Take one away; `put_back` undoes it."""
    with store.session() as session:
        row = _writable(session, nomor, seen)
        row.dihapus_pada = written(now())
        _touch(row)
        _note(row, sebelum=_told(row))
        return _saved(row)


def put_back(store: Store, nomor: int) -> Saved:
    """Undo a removal; harmless when it stands. When its name was given to another meanwhile it gets a number."""
    with store.session() as session:
        row = session.get(Pertanyaan, nomor)
        if row is None or not _may_write(row):
            raise _absent()
        if row.dihapus_pada is not None:
            row.nama = _free_name(session, row)
            row.dihapus_pada = None
            _touch(row)
        _note(row, sesudah=_told(row))
        return _saved(row)


MOST = 500
"""Questions of one account."""


def _check_room(session: Session) -> None:
    mine = select(Pertanyaan.nomor).where(Pertanyaan.akun == acting().akun, Pertanyaan.dihapus_pada.is_(None))
    if len(session.scalars(mine).all()) >= MOST:
        raise Conflict(f"Anda sudah menyimpan {MOST} pertanyaan. Tidak ada yang disimpan.", "Hapus yang tidak dipakai.")


def _check_name(session: Session, nama: str, but: int = 0) -> None:
    if nama in _names(session, acting().akun, but):
        raise Conflict(
            f"Anda sudah menyimpan pertanyaan bernama “{nama}”. Tidak ada yang disimpan.",
            "Pilih nama lain, atau ubah yang itu.",
        )


def _free_name(session: Session, row: Pertanyaan) -> str:
    taken, n, name = _names(session, row.akun, row.nomor), 1, row.nama
    while name in taken:
        n += 1
        name = f"{row.nama} ({n})"
    return name


def _names(session: Session, akun: str, but: int) -> set[str]:
    others = (Pertanyaan.akun == akun, Pertanyaan.nomor != but, Pertanyaan.dihapus_pada.is_(None))
    return set(session.scalars(select(Pertanyaan.nama).where(*others)))


def _seen(session: Session, nomor: int) -> Pertanyaan:
    """The row, when who acts may look at it."""
    row = session.get(Pertanyaan, nomor)
    if row is None or row.dihapus_pada is not None or not (row.bersama or row.akun == acting().akun):
        raise _absent()
    return row


def _writable(session: Session, nomor: int, seen: int) -> Pertanyaan:
    """The row, when who acts may change it and has seen it as it stands."""
    row = _seen(session, nomor)
    if not _may_write(row):
        raise _not_mine(row)
    if row.revisi != seen:
        raise Conflict(
            f"Pertanyaan ini sudah diubah sesudah Anda membukanya (revisi {seen}, sekarang {row.revisi}). "
            "Perubahan Anda belum disimpan.",
            "Buka lagi pertanyaan itu, lalu ulangi; atau simpan sebagai pertanyaan baru.",
            current=str(row.revisi),
        )
    return row


def _may_write(row: Pertanyaan) -> bool:
    """Its owner; and who reads the run log (an administrator) for what is shared."""
    return row.akun == acting().akun or (row.bersama and may("catatan"))


def _not_mine(row: Pertanyaan) -> Forbidden:
    return Forbidden(
        f"Pertanyaan ini milik akun {row.akun}. Tidak ada yang diubah.",
        "Simpan salinannya dengan nama Anda sendiri, atau minta akun itu mengubahnya.",
    )


def _absent() -> NotFound:
    return NotFound(
        "Pertanyaan itu tidak ada, sudah dihapus, atau tidak dibagikan. Tidak ada yang diubah.", "Lihat daftarnya."
    )


def _touch(row: Pertanyaan) -> None:
    row.revisi += 1
    row.diubah_pada = written(now())


def _columns(wish: Wish) -> dict[str, Any]:
    return {
        "nama": wish.nama,
        "keterangan": wish.keterangan,
        "teks": wish.teks,
        "parameter": json.dumps(list(wish.parameter), ensure_ascii=False),
        "bersama": wish.bersama,
    }


def _wish(row: Pertanyaan) -> Wish:
    return Wish(row.nama, row.keterangan, row.teks, json.loads(row.parameter), row.bersama)


def _saved(row: Pertanyaan) -> Saved:
    return Saved(
        nomor=row.nomor,
        nama=row.nama,
        keterangan=row.keterangan,
        teks=row.teks,
        parameter=json.loads(row.parameter),
        bersama=row.bersama,
        oleh=row.akun,
        milik=row.akun == acting().akun,
        revisi=row.revisi,
        diubah=row.diubah_pada,
    )


def _told(row: Pertanyaan) -> dict[str, str]:
    """What the activity log keeps of it: never the text of a private one, nor its name."""
    if not row.bersama:
        return {"dibagikan": "tidak"}
    return {"nama": row.nama, "dibagikan": "ya", "teks": row.teks}


def _note(row: Pertanyaan, sebelum: dict[str, str] | None = None, sesudah: dict[str, str] | None = None) -> None:
    note(subjek=row.nama if row.bersama else PRIVATE, sebelum=sebelum, sesudah=sesudah)


def _sweep(session: Session, at: datetime) -> None:
    """Those deleted long ago go when somebody saves a new one."""
    session.execute(delete(Pertanyaan).where(Pertanyaan.dihapus_pada < written(at - KEPT)))
