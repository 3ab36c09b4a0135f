"""What a decision may say, and how a refusal is explained.

In: what a person wants, and the cascade as it stands. Out: the entry for the log, or `Invalid` with what is wrong and
what would be right. One row of `KINDS` per kind of decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from service.errors import Invalid
from service.fold.decided import in_force
from service.graph import Tx
from service.live import State
from service.log import LONGEST_REASON, Entry
from service.model import Cascade, Decision, DecisionKind, Kinerja

SHORTEST_REASON = 5
"""Letters; all can read the reason, so it should be one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a person wants."""

    jenis: DecisionKind
    subjek: str
    isi: Mapping[str, str]


def entry_for(tx: Tx, change: Change, state: State, cascade: Cascade, alasan: str, oleh: str) -> Entry:
    """The entry that records `change`; raises Invalid."""
    if change.jenis not in KINDS:
        raise Invalid(f"Jenis keputusan {change.jenis!r} tidak dikenal.", f"Pilih: {', '.join(KINDS)}.")
    said = KINDS[change.jenis](tx, change, state, cascade)
    return Entry(change.jenis, change.subjek, said, alasan.strip(), oleh)


def check_new(state: State, jenis: DecisionKind, subjek: str, isi: Mapping[str, str]) -> None:
    """A second click is no second decision, and no quarrel either: what is wished for is decided already."""
    now = next((d for d in in_force(state.decisions) if (d.jenis, d.subjek) == (jenis, subjek)), None)
    if now is not None and jenis != "versi" and now.isi.get(jenis) == isi.get(jenis):
        raise Invalid(
            f"Itu sudah diputuskan (keputusan nomor {now.urut}). Tidak ada yang diubah.",
            "Untuk mengubahnya, pilih yang lain atau urungkan keputusan itu.",
        )


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
    """Every parent just decided stands in the cascade: several decisions together may still close a circle."""
    decided = {(edge.sebab, edge.akibat) for edge in cascade.edges if edge.asal == "diputuskan"}
    for decision in made:
        if decision.jenis == "induk" and (decision.subjek, decision.isi["induk"]) not in decided:
            raise Invalid(
                f"Induk {decision.isi['induk']} untuk {decision.subjek} membuat lingkaran bersama keputusan lain. "
                "Tidak ada yang diubah.",
                "Putuskan satu per satu, dari yang paling atas.",
            )


def _level(_tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    _living(change, cascade)
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


def _parent(tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    child = _living(change, cascade)
    target = change.isi.get("induk", "")
    known = {k.id: k for k in cascade.kinerja}
    if target == child.id:
        raise Invalid("Sebuah kinerja tidak dapat menjadi induk dirinya sendiri.", "Pilih kinerja lain.")
    if target not in known:
        raise Invalid(_elsewhere(tx, target, state), "Pilih induk dari pohon kinerja yang sama.")
    chain = way_up(cascade, target, child.id)
    if chain:
        said = " agar ".join(f"“{known[key].uraian}”" for key in chain)
        raise Invalid(
            f"Pilihan ini membuat lingkaran: {said}. Kinerja itu sendiri ada di atas induk yang dipilih.",
            "Pilih induk yang bukan bagian dari cabang kinerja ini, atau pindahkan cabang itu lebih dahulu.",
            {"induk": "membuat lingkaran"},
        )
    now = next((edge.akibat for edge in cascade.edges if edge.sebab == child.id and edge.utama), "")
    return {"induk": target, "dari": now if now != target else ""}


def way_up(cascade: Cascade, start: str, goal: str) -> tuple[str, ...]:
    """Ids from `start` up to `goal` over the causes as they stand; empty: no way."""
    above: dict[str, list[str]] = {}
    for edge in cascade.edges:
        above.setdefault(edge.sebab, []).append(edge.akibat)
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == goal:
            return way
        fresh = [key for key in above.get(way[-1], ()) if key not in seen]
        seen.update(fresh)
        ways.extend((*way, key) for key in fresh)
    return ()


def _version(tx: Tx, change: Change, state: State, _cascade: Cascade) -> dict[str, str]:
    versions = {row["versi"]["id"]: row["versi"] for row in tx.run("load/versions", id=state.dokumen)}
    wish = change.isi.get("versi", "")
    if change.subjek != state.dokumen or wish not in versions:
        raise Invalid(f"Dokumen {change.subjek} tidak punya versi {wish!r}.", f"Pilih: {', '.join(versions)}.")
    if wish == state.versi:
        raise Invalid(f"Versi {versions[wish]['nomor']} sudah berlaku.", "Pilih versi lain.")
    return {"versi": wish}


KINDS: dict[str, Callable[[Tx, Change, State, Cascade], dict[str, str]]] = {
    "tingkat": _level,
    "induk": _parent,
    "versi": _version,
}
"""Kind -> what it may say: checks a wish and gives the `isi` of the entry."""


def _living(change: Change, cascade: Cascade) -> Kinerja:
    found = next((k for k in cascade.kinerja if k.id == change.subjek), None)
    if found is None:
        raise Invalid(
            f"{change.subjek} tidak ada di versi yang berlaku, jadi tidak dapat diputuskan.",
            "Buka kinerja itu untuk melihat ke mana ia berpindah.",
        )
    return found


def _elsewhere(tx: Tx, target: str, state: State) -> str:
    found = tx.run("decide/subject", id=target) if target else []
    if not found or found[0]["jenis"] == "Dokumen":
        return f"Tidak ada kinerja dengan id {target!r}." if target else "Induk belum dipilih."
    if found[0]["jenis"] == "KinerjaLama":
        return f"“{found[0]['uraian']}” tidak ada lagi di versi yang berlaku."
    where = f"{found[0]['skpd']} tahun {found[0]['tahun']}"
    return f"“{found[0]['uraian']}” milik {where}, bukan {state.register.nama} tahun {state.tahun}."
