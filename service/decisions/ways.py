"""What may be decided about the ways up: the parent, a second one, and which of several reports follow.

In: a wish and the cascade as it stands. Out: the `isi` of the entry, or `Invalid` that says the chain it would close.
"""

from __future__ import annotations

from service.decisions.change import Change, living
from service.errors import Invalid
from service.fold.decided import in_force
from service.graph import Tx
from service.live import State
from service.model import Cascade, Edge


def parent(tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    """Confirm or move: `induk`, or `puncak` for a result that rightly has none."""
    child = living(change.subjek, cascade)
    now = next((edge.akibat for edge in _links(cascade, child.id) if edge.utama), "")
    if change.isi.get("puncak"):
        return {"induk": "", "puncak": "ya", "dari": now}
    target = _target(tx, change, state, cascade)
    return {"induk": target, "dari": now if now != target else ""}


def further_parent(tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    """Add a second parent, or with `tarik` take one away: one that a person added, or that is not the main one."""
    child, wish = living(change.subjek, cascade), change.isi.get("induk", "")
    links = {edge.akibat: edge for edge in _links(cascade, child.id)}
    if change.isi.get("tarik"):
        if wish not in links or (links[wish].utama and not _added(state, child.id, wish)):
            raise Invalid(
                "Induk itu bukan induk tambahan. Tidak ada yang diubah.",
                "Induk utama dari dokumen diganti lewat “Ubah induk”, bukan dilepas.",
            )
        return {"induk": wish, "tarik": "ya"}
    target = _target(tx, change, state, cascade)
    if target in links:
        raise Invalid("Kinerja itu sudah menjadi induknya. Tidak ada yang diubah.", "Pilih kinerja lain.")
    return {"induk": target}


def main_parent(_tx: Tx, change: Change, _state: State, cascade: Cascade) -> dict[str, str]:
    """Which of several parents reports follow."""
    child, wish = living(change.subjek, cascade), change.isi.get("induk", "")
    links = {edge.akibat: edge for edge in _links(cascade, child.id)}
    if wish not in links:
        raise Invalid("Yang dipilih bukan induk kinerja ini. Tidak ada yang diubah.", "Tambahkan dulu sebagai induk.")
    if links[wish].utama:
        raise Invalid("Induk itu sudah yang utama. Tidak ada yang diubah.", "Pilih induk lain.")
    return {"induk": wish}


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


def _target(tx: Tx, change: Change, state: State, cascade: Cascade) -> str:
    """The chosen effect, when it can be one."""
    target, known = change.isi.get("induk", ""), {k.id: k for k in cascade.kinerja}
    if target == change.subjek:
        raise Invalid("Sebuah kinerja tidak dapat menjadi induk dirinya sendiri.", "Pilih kinerja lain.")
    if target not in known:
        raise Invalid(_elsewhere(tx, target, state), "Pilih induk dari pohon kinerja yang sama.")
    chain = way_up(cascade, target, change.subjek)
    if chain:
        said = " agar ".join(f"“{known[key].uraian}”" for key in chain)
        raise Invalid(
            f"Pilihan ini membuat lingkaran: {said}. Kinerja itu sendiri ada di atas induk yang dipilih.",
            "Pilih induk yang bukan bagian dari cabang kinerja ini, atau pindahkan cabang itu lebih dahulu.",
            {"induk": "membuat lingkaran"},
        )
    return target


def _links(cascade: Cascade, child: str) -> list[Edge]:
    return [edge for edge in cascade.edges if edge.sebab == child]


def _added(state: State, child: str, effect: str) -> bool:
    return any(
        (d.jenis, d.subjek, d.isi.get("induk"), d.isi.get("tarik")) == ("induk_lain", child, effect, None)
        for d in in_force(state.decisions)
    )


def _elsewhere(tx: Tx, target: str, state: State) -> str:
    found = tx.run("decide/subject", id=target) if target else []
    if not found or found[0]["jenis"] == "Dokumen":
        return f"Tidak ada kinerja dengan id {target!r}." if target else "Induk belum dipilih."
    if found[0]["jenis"] == "KinerjaLama":
        return f"“{found[0]['uraian']}” tidak ada lagi di versi yang berlaku."
    where = f"{found[0]['skpd']} tahun {found[0]['tahun']}"
    return f"“{found[0]['uraian']}” milik {where}, bukan {state.register.nama} tahun {state.tahun}."
