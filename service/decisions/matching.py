"""What may be said of which kinerja rows speak: of an old one, of a new one, or rightly of the one they are read as.

In: a wish and the cascade as it stands. Out: the `isi` of the entry, or `Invalid`.
"""

from __future__ import annotations

from service.bahasa.wording import short_digest
from service.decisions.change import Change, living
from service.errors import Invalid
from service.fold.decided import in_force
from service.graph import Tx
from service.ingest.choices import parted
from service.live import State
from service.model import Cascade


def match(tx: Tx, change: Change, state: State, cascade: Cascade) -> dict[str, str]:
    """`dari`: the living kinerja whose rows are meant; the subject: the old one, or the same one."""
    rows = living(change.isi.get("dari") or change.subjek, cascade)
    if change.isi.get("baru"):
        return parted(rows.id, state.versi, [claim for claim in state.claims if claim.kinerja_id == rows.id])
    if change.subjek == rows.id:
        return {"dari": rows.id}
    _check_old(tx, change.subjek, rows.id, state, cascade)
    return {"dari": rows.id}


def new_subject(tx: Tx, state: State, old: str) -> str:
    """Id for the kinerja that rows are said to speak of instead of `old`."""
    stem = old[: old.rfind("-") + 1]
    taken = {row["id"] for row in tx.run("load/taken_ids", awalan=stem)}
    first = f"{stem}{short_digest(f'{old} {state.versi} baru')}"
    return next(key for n in range(1, len(taken) + 2) if (key := first if n == 1 else f"{first}{n}") not in taken)


def _check_old(tx: Tx, old: str, now: str, state: State, cascade: Cascade) -> None:
    if any(k.id == old for k in cascade.kinerja):
        raise Invalid(
            f"Kinerja {old} masih hidup di versi yang berlaku, jadi bukan kalimat lama. Tidak ada yang diubah.",
            "Muat ulang halamannya; mungkin orang lain sudah mencocokkannya.",
        )
    if tx.run("decide/subject", id=old)[0]["dokumen"] != state.dokumen:
        raise Invalid("Kalimat lama itu milik dokumen lain. Tidak ada yang diubah.", "Pilih dari daftar.")
    apart = [d for d in in_force(state.decisions) if d.jenis == "padanan" and (d.subjek, d.isi["dari"]) == (now, old)]
    if apart:
        raise Invalid(
            f"Keputusan nomor {apart[-1].urut} menyatakan keduanya berbeda. Tidak ada yang diubah.",
            "Urungkan keputusan itu.",
        )
