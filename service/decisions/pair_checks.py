"""What a side may say about a crosscutting pair, and how a refusal is explained.

In: a wish with what the graph knows, and how the pair stands. Out: nothing, or `Invalid` or `Forbidden` with what is
wrong and what would be right.
"""

from __future__ import annotations

from dataclasses import replace

from service.access import EVERY_UNIT, LABELS, may_write, require_unit
from service.actor import acting, note
from service.decisions.checks import SHORTEST_REASON, check_reason
from service.decisions.pair_wish import Wish
from service.errors import Forbidden, Invalid
from service.fold.pair_keys import BODY, BOTH, KINDS, ONLY_UNIT, SEBAB, WORDS, is_body
from service.fold.pair_said import Said
from service.fold.pairs import PairState

LONGEST_TEXT = 500
"""Letters of a remark; it is a cell of the matrix."""
*BETWEEN_KINERJA, WITH_BODY = KINDS
"""Kinds of a pair of two kinerja, and the one of a kinerja with a whole unit or an outside body."""


def check_word(wish: Wish, state: PairState | None) -> None:
    """Raises Forbidden when who acts may not say it, Invalid when it cannot be said."""
    _check_may(wish, state)
    _check_word(wish, state)


def reason_of(wish: Wish, alasan: str) -> str:
    """`alasan`; of a refusal for one of the usual reasons that reason will do. Raises Invalid."""
    said = alasan.strip()
    if not said and wish.word.kata == "tidak" and wish.word.sebab in SEBAB[:-1]:
        said = wish.word.keterangan.strip()
        said = said if len(said) >= SHORTEST_REASON else wish.word.sebab.capitalize()
    check_reason(said)
    return said


def for_whom(wish: Wish) -> Wish:
    """With whose word it is: the side that the account writes for, when only one of the two is possible."""
    if wish.word.pihak:
        _check_side(wish)
        return wish
    mine = [side for side in wish.pihak if may_write(side)]
    if len(mine) != 1:
        names = " atau ".join(wish.nama.values())
        raise Invalid(
            "Belum jelas atas nama siapa jawaban ini. Tidak ada yang diubah.",
            f"Pilih pihaknya: {names}.",
            {"pihak": "wajib dipilih"},
        )
    return replace(wish, word=replace(wish.word, pihak=mine[0]))


def require_side(pihak: str, own: str, nama: str = "") -> None:
    """Raises Forbidden when who acts may not speak for `pihak`; `own`: kode of the unit whose kinerja is at the other
    end of a body, which writes down what that body answers."""
    if pihak == BOTH:
        note(unit=own)
        if acting().peran not in EVERY_UNIT:
            raise Forbidden(
                "Menetapkan untuk kedua pihak hanya oleh Bappeda. Tidak ada yang diubah.",
                f"Jawab atas nama perangkat daerah Anda, atau minta {LABELS['bappeda']}.",
            )
        return
    require_unit(own if pihak.startswith(BODY) else pihak, "" if pihak.startswith(BODY) else nama)


def _check_side(wish: Wish) -> None:
    if wish.word.pihak not in (*wish.pihak, BOTH):
        raise Invalid(
            f"{wish.word.pihak} bukan pihak dari pasangan ini. Tidak ada yang diubah.",
            f"Pilih: {', '.join((*wish.pihak, BOTH))}.",
            {"pihak": "bukan pihak pasangan ini"},
        )


def _check_may(wish: Wish, state: PairState | None) -> None:
    """The right of who acts; and what Bappeda settled for both is not undone by one of them."""
    pihak = wish.word.pihak
    require_side(pihak, wish.a["kode"], wish.nama.get(pihak, ""))
    check_settled(state)


def check_settled(state: PairState | None) -> None:
    """Raises Forbidden when who acts may not speak any more: Bappeda has settled the pair."""
    settled = _settled(state)
    if settled and acting().peran not in EVERY_UNIT:
        raise Forbidden(
            f"Pasangan ini sudah ditetapkan untuk kedua pihak (keputusan nomor {settled.entri.urut}, "
            f"oleh {settled.entri.oleh}). Tidak ada yang diubah.",
            "Bila tidak sesuai, minta Bappeda mengubahnya.",
        )


def _settled(state: PairState | None) -> Said | None:
    words = state.kata.values() if state and not state.lepas else ()
    return next((one for one in words if one.siapa == BOTH), None)


def _check_word(wish: Wish, state: PairState | None) -> None:
    word = wish.word
    _choose("kata", word.kata, WORDS)
    _choose("jenis", word.jenis, ("", WITH_BODY) if is_body(word.b) else ("", *BETWEEN_KINERJA))
    _choose("utama", word.utama, ("", *wish.pihak))
    if word.kata == "tidak":
        _choose("sebab", word.sebab, SEBAB)
    if word.kata == "ragu" and word.pihak == BOTH:
        raise Invalid("Yang ditetapkan untuk kedua pihak: ya atau tidak. Tidak ada yang diubah.", "Pilih salah satu.")
    if word.kata != "ya" and not wish.temuan and (state is None or state.status == "terbuka"):
        raise Invalid(
            "Pasangan ini tidak terdeteksi dan tidak diusulkan siapa pun. Tidak ada yang diubah.",
            "Pasangan yang ditambahkan sendiri adalah sebuah usul; jawab “ya”.",
        )
    for name, text in (("keterangan", word.keterangan), ("searti", word.searti)):
        if len(text) > LONGEST_TEXT:
            raise Invalid(
                f"{name.capitalize()} paling panjang {LONGEST_TEXT} huruf (sekarang {len(text)}).",
                "Ringkas. Tidak ada yang diubah.",
                {name: f"paling panjang {LONGEST_TEXT} huruf"},
            )
    _check_joined(wish, state)


def _choose(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Invalid(
            f"{name.capitalize()} {value!r} tidak dikenal. Tidak ada yang diubah.",
            f"Pilih: {', '.join(filter(None, allowed))}.",
            {name: "tidak dikenal"},
        )


def _check_joined(wish: Wish, state: PairState | None) -> None:
    """A side joins as a whole, or with a living kinerja of its own of that year; one end stays a kinerja."""
    word = wish.word
    if not word.gabung:
        return
    if word.kata != "ya" or word.pihak == BOTH or word.pihak.startswith(BODY):
        raise Invalid("Yang bergabung dengan kinerja lain hanya pihak yang setuju. Tidak ada yang diubah.", "Jawab ya.")
    if word.gabung == ONLY_UNIT and _joins_whole(wish, state):
        raise Invalid(
            "Pihak lain sudah bergabung tanpa kinerja tertentu, jadi di sini harus ada kinerjanya. "
            "Tidak ada yang diubah.",
            "Pilih salah satu kinerja perangkat daerah itu.",
            {"gabung": "pilih kinerja"},
        )
    joined = wish.gabung
    if joined and not (joined["hidup"] and joined["kode"] == word.pihak and joined["tahun"] == wish.a["tahun"]):
        raise Invalid(
            f"“{joined['uraian']}” bukan kinerja {wish.nama[word.pihak]} yang berlaku. Tidak ada yang diubah.",
            "Pilih kinerja perangkat daerah itu sendiri.",
            {"gabung": "bukan kinerja sendiri"},
        )


def _joins_whole(wish: Wish, state: PairState | None) -> bool:
    """Whether the other side is there without a kinerja: a unit or a body, or as it said itself."""
    if is_body(wish.word.b):
        return wish.word.pihak == wish.pihak[0]
    words = state.kata.items() if state else ()
    return any(side != wish.word.pihak and one.gabung == ONLY_UNIT for side, one in words)
