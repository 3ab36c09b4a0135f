"""Jobs and their documents, as the store keeps them: asked for, worked off one by one, told in one report.

In: who asks and which files. Out: `Job`s, newest first, each with its `Item`s in the order of the drop. One runner
takes the jobs in turn; whatever a restart has cut short is `terputus`, and can be asked for again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, selectinload

from service.actor import Actor
from service.errors import NotFound
from service.store import Store
from service.store.tables import Butir, Pekerjaan

Kind = Literal["periksa", "impor"]

WAITING, RUNNING = "antre", "berjalan"
OPEN = (WAITING, RUNNING)
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a job, and what became of it."""

    urutan: int
    nama_berkas: str
    sha256: str
    keadaan: str = WAITING
    """antre | terbaca | diterapkan | sudah termuat | ditolak | gagal | dilewati"""
    unit: str = ""
    """Kode of the unit."""
    unit_nama: str = ""
    tahun: int | None = None
    dokumen: str = ""
    versi: str = ""
    kinerja: int = 0
    isu: tuple[dict[str, str], ...] = ()
    """{kode, keparahan, tempat, pesan, saran}"""
    pesan: str = ""
    """What became of it, in a sentence."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work that takes longer than a page may wait."""

    id: int
    jenis: str
    """periksa (read and compare, write nothing) | impor"""
    akun: str
    peran: str
    unit: tuple[str, ...]
    """Units that the account writes for: the job acts as whoever asked for it."""
    dibuat_pada: str
    mulai_pada: str | None
    selesai_pada: str | None
    keadaan: str
    minta_batal: bool
    pesan: str
    jumlah: int
    """Documents in it."""
    dikerjakan: int
    """Documents that are done with."""
    butir: tuple[Item, ...] = ()
    """Empty in a list of jobs."""

    @property
    def terbuka(self) -> bool:
        """Waits or runs."""
        return self.keadaan in OPEN


def ask(store: Store, jenis: Kind, actor: Actor, files: Sequence[tuple[str, str]]) -> int:
    """Put a job at the end of the queue; `files`: (sha256, name) in order. Its id."""
    items = [Butir(urutan=n, sha256=sha256, nama_berkas=name) for n, (sha256, name) in enumerate(files, 1)]
    job = Pekerjaan(
        jenis=jenis,
        akun=actor.akun,
        peran=actor.peran,
        unit=json.dumps(list(actor.unit)),
        dibuat_pada=_now(),
        butir=items,
    )
    with store.session() as session:
        session.add(job)
    return job.id


def take(store: Store) -> Job | None:
    """The oldest job that waits, running from now on; None: none waits."""
    with store.session() as session:
        key = session.scalar(select(Pekerjaan.id).where(Pekerjaan.keadaan == WAITING).order_by(Pekerjaan.id).limit(1))
        if key is None:
            return None
        session.execute(update(Pekerjaan).where(Pekerjaan.id == key).values(keadaan=RUNNING, mulai_pada=_now()))
    return find(store, key)


def find(store: Store, key: int) -> Job:
    """A job with its documents; raises NotFound."""
    with store.session() as session:
        row = session.get(Pekerjaan, key, options=[selectinload(Pekerjaan.butir)])
        if row is None:
            raise NotFound(f"Tidak ada pekerjaan nomor {key}.", "Lihat daftar pekerjaan.")
        return _job(row, tuple(_item(one) for one in row.butir))


def some(store: Store, halaman: int = 1, per_halaman: int = PER_PAGE) -> tuple[list[Job], int]:
    """A page of all jobs, newest first, and how many there are."""
    with store.session() as session:
        total = session.scalar(select(func.count()).select_from(Pekerjaan)) or 0
        newest = select(Pekerjaan).options(selectinload(Pekerjaan.butir)).order_by(Pekerjaan.id.desc())
        rows = session.scalars(newest.offset((halaman - 1) * per_halaman).limit(per_halaman))
        return [_job(row) for row in rows], total


def record(store: Store, key: int, item: Item) -> None:
    """Write down what became of one document."""
    values: dict[str, Any] = {
        "keadaan": item.keadaan,
        "unit": item.unit,
        "unit_nama": item.unit_nama,
        "tahun": item.tahun,
        "dokumen": item.dokumen,
        "versi": item.versi,
        "kinerja": item.kinerja,
        "isu": json.dumps(list(item.isu), ensure_ascii=False),
        "pesan": item.pesan,
    }
    with store.session() as session:
        of_item = (Butir.pekerjaan_id == key) & (Butir.urutan == item.urutan)
        session.execute(update(Butir).where(of_item).values(**values))


def cancelled(store: Store, key: int) -> bool:
    """Whether somebody wants the job to stop."""
    with store.session() as session:
        return bool(session.scalar(select(Pekerjaan.minta_batal).where(Pekerjaan.id == key)))


def cancel(store: Store, key: int) -> Job:
    """Stop a job before its next document; one that still waits is over at once. Harmless when it is over already."""
    with store.session() as session:
        mine = Pekerjaan.id == key
        session.execute(update(Pekerjaan).where(mine, Pekerjaan.keadaan == RUNNING).values(minta_batal=True))
        over = {"keadaan": "dibatalkan", "selesai_pada": _now(), "pesan": "Dibatalkan sebelum mulai."}
        waiting = session.execute(update(Pekerjaan).where(mine, Pekerjaan.keadaan == WAITING).values(**over))
        if getattr(waiting, "rowcount", 0):
            _pass_over(session, [key])
    return find(store, key)


def cancel_all(session: Session, akun: str) -> None:
    """Stop whatever an account has asked for before its next document, in the transaction that takes rights from it."""
    mine = (Pekerjaan.akun == akun) & Pekerjaan.keadaan.in_(OPEN)
    session.execute(update(Pekerjaan).where(mine).values(minta_batal=True))


def close(store: Store, key: int, keadaan: str, pesan: str) -> None:
    """The job is over: selesai | gagal | dibatalkan. What was not reached is `dilewati`."""
    with store.session() as session:
        values = {"keadaan": keadaan, "pesan": pesan, "selesai_pada": _now()}
        session.execute(update(Pekerjaan).where(Pekerjaan.id == key).values(**values))
        _pass_over(session, [key])


def interrupted(store: Store) -> int:
    """At start: what was running when the service ended is `terputus`; how many there were."""
    with store.session() as session:
        keys = list(session.scalars(select(Pekerjaan.id).where(Pekerjaan.keadaan == RUNNING)))
        told = "Layanan berhenti di tengah pekerjaan ini; yang sudah diterapkan tetap ada."
        values = {"keadaan": "terputus", "pesan": told, "selesai_pada": _now()}
        session.execute(update(Pekerjaan).where(Pekerjaan.id.in_(keys)).values(**values))
        _pass_over(session, keys)
    return len(keys)


def _pass_over(session: Session, keys: Iterable[int]) -> None:
    waiting = (Butir.pekerjaan_id.in_(list(keys))) & (Butir.keadaan == WAITING)
    session.execute(update(Butir).where(waiting).values(keadaan="dilewati", pesan="Belum dikerjakan."))


def _job(row: Pekerjaan, items: tuple[Item, ...] = ()) -> Job:
    done = sum(one.keadaan not in (WAITING, "dilewati") for one in row.butir)
    names = ("id", "jenis", "akun", "peran", "dibuat_pada", "mulai_pada", "selesai_pada", "keadaan", "pesan")
    plain = {name: getattr(row, name) for name in names}
    return Job(
        **plain,
        unit=tuple(json.loads(row.unit)),
        minta_batal=row.minta_batal,
        jumlah=len(row.butir),
        dikerjakan=done,
        butir=items,
    )


def _item(row: Butir) -> Item:
    names = ("urutan", "nama_berkas", "sha256", "keadaan", "unit", "unit_nama", "tahun", "dokumen", "versi", "kinerja")
    return Item(**{name: getattr(row, name) for name in names}, isu=tuple(json.loads(row.isu)), pesan=row.pesan)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
