"""The entry of the log that records one side's word about a pair: what it says, and all that stood there.

In: a wish with what the graph knows, and how the pair stands. Out: the entry, with both statements, their digests and
what the detector said, so that a later wording can be compared and an undoing can put back what was there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.decisions.pair_checks import check_word, for_whom
from service.decisions.pair_wish import Wish
from service.fold.pair_edges import evidence
from service.fold.pair_keys import BOTH, ONLY_UNIT, UNIT
from service.fold.pair_said import Said
from service.fold.pairs import PairState
from service.log import Entry

SAID = ("kata", "jenis", "utama", "keterangan", "sebab", "gabung")
"""What of an entry its side says; the rest is what stood there."""
FOUND = ("pita", "alasan", "beda", "kutipan", "kelompok")
"""What the detector said, kept as it is; `skor`, `ukuran_sama` and the kind beside them are written as text."""


def entry_for(wish: Wish, state: PairState | None, alasan: str, oleh: str) -> Entry:
    """The entry that records `wish`; raises Invalid, Forbidden."""
    made = for_whom(wish)
    check_word(made, state)
    return Entry("silang", made.word.a, _isi(made, state), alasan, oleh)


def _isi(wish: Wish, state: PairState | None) -> dict[str, str]:
    word, a, b = wish.word, wish.a, wish.b
    added = not wish.temuan and (state is None or state.status == "terbuka")
    isi = {
        **{name: _printable(getattr(word, name)) for name in SAID},
        **_joined(wish),
        "dengan": word.b,
        "pihak": word.pihak,
        "nama_pihak": wish.nama.get(word.pihak, ""),
        "manual": "ya" if word.manual or added else "",
        "searti": _printable(word.searti),
        "kalimat_a": a["uraian"],
        "kalimat_b": b["uraian"] if b["jenis"] == "Kinerja" else "",
        "nama_a": a["nama"],
        "nama_b": b["nama"],
        "badan": (b.get("badan") or "") if b["jenis"] == "Mitra" else "",
        "sidik_a": a["sidik"] or "",
        "sidik_b": b["sidik"] or "",
        **_found(wish, state),
    }
    return {name: value for name, value in isi.items() if value}


def _printable(text: str) -> str:
    """Without control letters and those that turn the direction round: it is shown, and printed, as it was meant."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text).strip()


def _joined(wish: Wish) -> dict[str, str]:
    """Nothing when the side joins with what stands at its end already."""
    own_end = dict(zip(wish.pihak, (wish.word.a, wish.word.b), strict=True)).get(wish.word.pihak, "")
    stands = {own_end} | ({ONLY_UNIT} if own_end.startswith(UNIT) else set())
    if wish.word.gabung in stands:
        return {"gabung": ""}
    return {"gabung": wish.word.gabung, "kalimat_gabung": wish.gabung["uraian"] if wish.gabung else ""}


def _found(wish: Wish, state: PairState | None) -> Mapping[str, str]:
    """What the detector says; once the pair is spoken of, what it said then."""
    if wish.temuan is None:
        names = (*FOUND, "skor", "ukuran_sama", "usul")
        older = evidence(state) if state else {}
        return {name: older[name] for name in names if name in older}
    edge: Mapping[str, Any] = wish.temuan
    skor = edge.get("skor")
    return {
        **{name: edge.get(name) or "" for name in FOUND},
        "skor": "" if skor is None else repr(float(skor)),
        "ukuran_sama": "ya" if edge.get("ukuran_sama") else "",
        "usul": edge.get("jenis") or "",
    }


def says_already(isi: Mapping[str, str], state: PairState | None) -> Said | None:
    """The entry in force that says the same of the same wording; None: what is said is new."""
    before = [one for one in state.kata.values() if one.entri.isi.get("pihak") == isi["pihak"]] if state else []
    now = max(before, key=lambda one: one.entri.urut, default=None)
    if now is None or any(now.entri.isi.get(name, "") != isi.get(name, "") for name in (*SAID, "sidik_a", "sidik_b")):
        return None
    overtaken = isi["pihak"] == BOTH and len(before) < len(now.pihak)  # a side has spoken after what was settled
    return None if overtaken else now
