"""What may be decided about what hangs on a kinerja: its owners, indicators and planning components.

In: a wish and the cascade as it stands. Out: the `isi` of the entry with the names as they read now, so that the log
still speaks when what it names is gone; or `Invalid`.
"""

from __future__ import annotations

import re

from service.bahasa.wording import key, slug, tidy
from service.decisions.change import Change, living
from service.errors import Invalid
from service.graph import Tx
from service.live import State
from service.model import Cascade

LONGEST_NAME = 120
"""Letters of a position."""
PARTED = re.compile(r"[/;]")
"""Parts positions in every document that is written and read again."""


def owner(tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    """Assign a position of the unit (by `jabatan`, or a new one by `nama`), or withdraw one."""
    child, action = living(change.subjek, cascade), _action(change, ("tugaskan", "tarik"))
    owned = {one.jabatan: one.nama for one in cascade.assignments if one.kinerja == child.id}
    kode, nama = position(tx, change, state)
    if action == "tugaskan" and kode in owned:
        raise Invalid(f"{nama} sudah mengampu kinerja ini. Tidak ada yang diubah.", "Pilih jabatan lain.")
    if action == "tarik" and kode not in owned:
        raise Invalid(f"{nama} tidak mengampu kinerja ini. Tidak ada yang diubah.", "Muat ulang halamannya.")
    return {"aksi": action, "jabatan": kode, "nama": owned.get(kode, nama)}


def position(tx: Tx, change: Change, state: State) -> tuple[str, str]:
    """(kode, name) of the position that is meant."""
    kode, nama = change.isi.get("jabatan", ""), tidy(change.isi.get("nama", ""))
    names = {row["kode"]: row["nama"] for row in tx.run("decide/positions", skpd=state.register.kode)}
    if kode:
        if kode not in names:
            raise Invalid(
                f"{state.register.nama} tidak punya jabatan {kode!r}. Tidak ada yang diubah.",
                "Pilih dari daftar, atau tulis nama jabatan baru.",
            )
        return kode, names[kode]
    if not slug(nama) or len(nama) > LONGEST_NAME:
        raise Invalid(
            "Jabatan belum dipilih. Tidak ada yang diubah.",
            f"Pilih dari daftar, atau tulis nama jabatan (bukan nama orang), paling panjang {LONGEST_NAME} huruf.",
            {"jabatan": "wajib diisi"},
        )
    if PARTED.search(nama):
        raise Invalid(
            f"“{nama}” adalah beberapa jabatan. Tidak ada yang diubah.",
            "Tugaskan satu per satu; garis miring dan titik koma memisahkan jabatan.",
            {"jabatan": "satu jabatan saja"},
        )
    return _known(nama, names, state) or (f"{state.register.kode}-{slug(nama)}", nama)


def measure(_tx: Tx, change: Change, _state: State, cascade: Cascade) -> dict[str, str]:
    """Join an indicator of a kinerja to another of the unit, or part it from a shared one."""
    child, action = living(change.subjek, cascade), _action(change, ("gabung", "pisah"))
    known = {one.id: one for one in cascade.indikator}
    mine = known.get(change.isi.get("indikator", ""))
    if mine is None or child.id not in mine.kinerja:
        raise Invalid("Indikator itu tidak mengukur kinerja ini. Tidak ada yang diubah.", "Muat ulang halamannya.")
    said = {"aksi": action, "indikator": mine.id, "nama": mine.nama}
    if action == "pisah":
        if len(mine.kinerja) == 1:
            raise Invalid(
                "Indikator itu hanya mengukur kinerja ini. Tidak ada yang diubah.", "Tidak ada yang perlu dipisah."
            )
        return said
    other = known.get(change.isi.get("dengan", ""))
    if other is None or other.id == mine.id:
        raise Invalid(
            "Indikator yang dituju belum dipilih, atau bukan indikator perangkat daerah ini. Tidak ada yang diubah.",
            "Pilih indikator lain dari daftar.",
        )
    return {**said, "dengan": other.id, "nama_dengan": other.nama}


def component(tx: Tx, change: Change, _state: State, cascade: Cascade) -> dict[str, str]:
    """Accept a component of the nomenclature for a kinerja, or refuse it."""
    living(change.subjek, cascade)
    kode, action = change.isi.get("komponen", ""), _action(change, ("pilih", "tolak"))
    found = tx.run("decide/component", kode=kode)
    if not found:
        raise Invalid(
            f"Tidak ada komponen {kode!r} di nomenklatur. Tidak ada yang diubah.", "Muat nomenklaturnya dulu."
        )
    return {"aksi": action, "komponen": kode, "nama": found[0]["nama"]}


def _known(nama: str, names: dict[str, str], state: State) -> tuple[str, str] | None:
    """A new name may be a known position under another spelling."""
    spelled = {key(name): kode for kode, name in names.items()}
    kode = state.register.jabatan.get(nama) or spelled.get(key(nama)) or _alias(nama, state)
    return (kode, names.get(kode, nama)) if kode else None


def _alias(nama: str, state: State) -> str:
    return next((kode for spelling, kode in state.register.jabatan.items() if key(spelling) == key(nama)), "")


def _action(change: Change, allowed: tuple[str, ...]) -> str:
    action = change.isi.get("aksi", "")
    if action not in allowed:
        raise Invalid(f"Aksi {action!r} tidak dikenal.", f"Pilih: {', '.join(allowed)}.", {"aksi": "tidak dikenal"})
    return action
