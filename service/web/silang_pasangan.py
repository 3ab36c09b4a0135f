"""One crosscutting pair on a page of its own, and the answers to it: yes, no, unsure, for all with the same sentence.

In: the two ends in the address; a form with the number that its page was made from. Out: the page; an entry of the log
for each pair that was answered, and back to the list, where the next pair is open and the answer can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.app import current_graph
from service.crosscut.pair import pair_page
from service.crosscut.pair.answer import PairPage
from service.crosscut.pair.form import alike, reason
from service.crosscut.pair.voices import voices, words
from service.decisions import pairs
from service.decisions.pair_wish import Word
from service.errors import Invalid
from service.fold.pair_keys import BOTH, is_body, pair_key
from service.web.ours import ours_or
from service.web.seen import seen
from service.web.silang_isi import open_pair

bp = Blueprint("silang_pasangan", __name__, url_prefix="/crosscutting/pasangan")

UNSURE = "Ragu: perlu dipastikan dulu"
"""The reason of an unsure answer that gives none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form says, as the log takes it."""

    kata: str
    alasan: str
    sebab: str = ""


@bp.get("/<a>/<b>")
def page(a: str, b: str) -> str | Response:
    """The pair; one that is known under other ends now is opened there."""
    unit = request.args.get("unit", "")
    found = current_graph().reading(lambda tx: open_pair(tx, a, b, unit))
    now = found.isi.a.kunci, found.isi.b.kunci
    if now != (a, b):
        return redirect(url_for("silang_pasangan.page", a=now[0], b=now[1], unit=unit or None))
    return render_template("silang_pasangan.html", pasangan=found, kembali=request.full_path, revisi=found.isi.revisi)


@bp.post("/<a>/<b>")
def say(a: str, b: str) -> Response:
    """Record one side's answer, or the same one for every unit with this sentence (`semua`)."""
    number = seen()
    found = pair_page(current_graph(), a, b)
    answer = _answer(found)
    word = _word(a, b, answer)
    if request.form.get("semua"):
        told = _say_for_all(found, word, answer, number)
    else:
        made = pairs.say(current_graph(), word, answer.alasan, based_on=number)
        told = f"urungkan {made.id}"
    flash(_done(found, word, told), told)
    here = url_for("silang_pasangan.page", a=a, b=b)
    return redirect(ours_or(request.form.get("kembali", ""), here), 303)


def _answer(page: PairPage) -> Answer:
    """A button of the refusals says why; the others say what."""
    form, why = request.form, request.form.get("tolak", "")
    if why:
        return Answer("tidak", form.get("catatan", "").strip(), why)
    if form.get("kata") == "ragu":
        return Answer("ragu", form.get("ragu", "").strip() or UNSURE)
    if form.get("kata") == "ya":
        return Answer("ya", form.get("alasan", "").strip() or reason(page))
    raise Invalid("Jawaban tidak terbaca. Tidak ada yang diubah.", "Pilih Terima, Tolak, atau Ragu.")


def _word(a: str, b: str, answer: Answer) -> Word:
    form = request.form
    yes = answer.kata == "ya"
    same = [form.get(name, "").strip() for name in ("searti_a", "searti_b")]
    return Word(
        a=a,
        b=b,
        kata=answer.kata,
        pihak=form.get("pihak", ""),
        jenis=("mitra" if is_body(b) else form.get("jenis", "")) if yes else "",
        utama=form.get("utama", "") if yes else "",
        keterangan=form.get("keterangan" if yes else "catatan" if answer.sebab else "", "").strip(),
        sebab=answer.sebab,
        gabung=form.get("gabung", "") if yes else "",
        searti=" = ".join(same) if all(same) else "",
    )


def _say_for_all(page: PairPage, word: Word, answer: Answer, number: int) -> str:
    """The same word about each unit that has the sentence; how the step is undone."""
    words = _words(page, word)
    own = {pair_key(word.a, word.b): number}
    made = pairs.say_many(current_graph(), words, answer.alasan, based_on=own)
    return f"bersama {made[0].urut} {made[-1].urut}" if made else ""


def _words(page: PairPage, word: Word) -> list[Word]:
    found = alike(page, [word.pihak])
    if found is None:
        raise Invalid(
            "Jawaban ini hanya berlaku untuk perangkat daerah Anda sendiri. Tidak ada yang diubah.",
            "Kosongkan pilihan “terapkan ke semua”, atau jawab untuk pihak lain.",
        )
    end, same = found
    other = page.b.kunci if end is page.a else page.a.kunci
    leads = word.utama == end.unit.kode
    return [word] + [
        replace(word, a=one.id, b=other, utama=one.unit.kode if leads else word.utama, gabung="") for one in same
    ]


def _done(page: PairPage, word: Word, told: str) -> str:
    """What was recorded, and what follows from it."""
    if not told:
        return "Semua sudah dijawab begitu; tidak ada yang berubah."
    names = {key: end.unit.nama for end in (page.a, page.b) for key in (end.unit.kode, end.kunci)}
    who = "untuk keduanya" if word.pihak == BOTH else f"oleh {names.get(word.pihak, word.pihak)}"
    if word.kata == "tidak":
        said = f"Ditolak {who}. Tidak ditanyakan lagi selama kalimatnya tidak berubah."
    elif word.kata == "ragu":
        said = f"Dicatat ragu {who}; tetap di bagian “Ragu”."
    else:
        said = _agreed(page, word, who)
    return said + _many(told)


def _agreed(page: PairPage, word: Word, who: str) -> str:
    """Both have said yes, one is asked now, or has refused already."""
    other = next((end for end in (page.b, page.a) if end.unit.kode != word.pihak), page.b)
    said = words(page).items()
    if word.pihak != BOTH and any(side != word.pihak and one.isi.get("kata") == "tidak" for side, one in said):
        return f"Dicatat setuju {who}; pasangan ini tetap ditolak oleh {other.unit.nama}."
    answers = word.pihak == BOTH or any(voice.menjawab for voice in voices(page) if voice.pihak == word.pihak)
    return f"Disepakati {who}." if answers else f"Diusulkan {who}; menunggu jawaban {other.unit.nama}."


def _many(told: str) -> str:
    if not told.startswith("bersama "):
        return ""
    first, last = map(int, told.split()[1:])
    return f" Berlaku untuk {last - first + 1} pasangan dengan kalimat yang sama."
