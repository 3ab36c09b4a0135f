"""What a decision may say, and how a refusal is explained.

In: what a person wants, and the cascade as it stands. Out: the entry for the log, or `Invalid` with what is wrong and
what would be right. One row of `KINDS` per kind of decision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service.decisions.change import Change as Change
from service.decisions.change import living
from service.decisions.holdings import component, measure, owner
from service.decisions.matching import match, new_subject
from service.decisions.ways import further_parent, main_parent, parent
from service.errors import Invalid
from service.fold.decided import in_force, slot
from service.graph import Tx
from service.live import State
from service.log import LONGEST_REASON, Entry
from service.model import Cascade, Decision, DecisionKind

SHORTEST_REASON = 5
"""Letters; all can read the reason, so it should be one."""


def entry_for(tx: Tx, change: Change, state: State, cascade: Cascade, alasan: str, oleh: str) -> Entry:
    """The entry that records `change`; raises Invalid."""
    if change.jenis not in KINDS:
        raise Invalid(f"Jenis keputusan {change.jenis!r} tidak dikenal.", f"Pilih: {', '.join(KINDS)}.")
    said = KINDS[change.jenis](tx, change, state, cascade)
    about = new_subject(tx, state, said["dari"]) if said.get("baru") else change.subjek
    return Entry(change.jenis, about, said, alasan.strip(), oleh)


def check_new(state: State, wish: Change) -> None:
    """A second click is no second decision, and no quarrel either: what is wished for is decided already."""
    now = next((d for d in in_force(state.decisions) if slot(d) == slot(wish)), None)
    if now is not None and wish.jenis != "versi" and _says(now, wish):
        raise Invalid(
            f"Itu sudah diputuskan (keputusan nomor {now.urut}). Tidak ada yang diubah.",
            "Untuk mengubahnya, pilih yang lain atau urungkan keputusan itu.",
        )


def _says(now: Decision, wish: Change) -> bool:
    whole = {"tarik": "", **wish.isi}
    return bool(wish.isi) and all(now.isi.get(name, "") == value for name, value in whole.items())


def check_reason(alasan: str) -> None:
    """A decision without a reason is worth nothing to an auditor."""
    length = len(alasan.strip())
    if not SHORTEST_REASON <= length <= LONGEST_REASON:
        raise Invalid(
            f"Alasan harus {SHORTEST_REASON} sampai {LONGEST_REASON} huruf (sekarang {length}).",
            "Tulis mengapa diputuskan begitu; alasan dapat dibaca semua orang.",
            {"alasan": f"{SHORTEST_REASON} sampai {LONGEST_REASON} huruf"},
        )


def check_followed(made: Sequence[Decision], cascade: Cascade) -> None:
    """Everything just decided is followed in the cascade: several decisions together may still close a circle."""
    why = {one.keputusan: one.sebab for one in cascade.lepas}
    lost = next((one for one in made if one.id in why), None)
    if lost is None:
        return
    if lost.jenis in ("induk", "induk_lain"):
        raise Invalid(
            f"Induk {lost.isi['induk']} untuk {lost.subjek} membuat lingkaran bersama keputusan lain. "
            "Tidak ada yang diubah.",
            "Putuskan satu per satu, dari yang paling atas.",
        )
    raise Invalid(
        f"Keputusan tentang {lost.subjek} tidak dapat diikuti: {why[lost.id]}. Tidak ada yang diubah.",
        "Putuskan satu per satu.",
    )


def _level(_tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    living(change.subjek, cascade)
    wish = change.isi.get("tingkat", "").strip().casefold()
    allowed = levels(state, cascade)
    if wish not in allowed:
        raise Invalid(
            f"Tingkat {change.isi.get('tingkat', '')!r} tidak dikenal untuk {state.register.nama}.",
            f"Pilih salah satu: {', '.join(allowed)}.",
            {"tingkat": "tidak dikenal"},
        )
    return {"tingkat": wish}


def levels(state: State, cascade: Cascade) -> tuple[str, ...]:
    """Levels that may be decided, top first: those of this tree, then those of the ladder of its kind of unit."""
    of_tree = [k.tingkat for k in sorted(cascade.kinerja, key=lambda k: k.urut_tingkat)]
    of_ladder = [step.tingkat for step in state.register.jenjang]
    return tuple(dict.fromkeys(level for level in (*of_tree, *of_ladder) if level))


def _version(tx: Tx, change: Change, state: State, _cascade: Cascade) -> dict[str, str]:
    versions = {row["versi"]["id"]: row["versi"] for row in tx.run("load/versions", id=state.dokumen)}
    wish = change.isi.get("versi", "")
    if change.subjek == state.dokumen and not wish:
        return _withdrawn(state)
    if change.subjek != state.dokumen or wish not in versions:
        raise Invalid(f"Dokumen {change.subjek} tidak punya versi {wish!r}.", f"Pilih: {', '.join(versions)}.")
    if wish == state.versi:
        raise Invalid(f"Versi {versions[wish]['nomor']} sudah berlaku.", "Pilih versi lain.")
    return {"versi": wish}


def _withdrawn(state: State) -> dict[str, str]:
    """No version is current any more; its own page tells beforehand what goes."""
    if not state.versi:
        raise Invalid("Dokumen ini sudah ditarik. Tidak ada yang diubah.", "Buka daftar versinya.")
    return {"versi": ""}


KINDS: dict[DecisionKind, Callable[[Tx, Change, State, Cascade], dict[str, str]]] = {
    "tingkat": _level,
    "induk": parent,
    "induk_lain": further_parent,
    "utama": main_parent,
    "indikator": measure,
    "jabatan": owner,
    "padanan": match,
    "komponen": component,
    "versi": _version,
}
"""Kind -> what it may say: checks a wish and gives the `isi` of the entry."""
