"""One crosscutting pair, one side's word about it, and taking that back. With the checks of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from service import decisions
from service.actor import note
from service.crosscut.pair import pair_page
from service.crosscut.pair.answer import PairPage
from service.decisions import pairs
from service.fold.pair_keys import Word
from service.fold.pairs import Status
from service.graph import Graph
from service.model import Decision
from service.web.api.endpoints import Asked, endpoint

KindSaid = Literal["", "duplikat", "melengkapi", "mitra"]
Why = Literal["", "objek berbeda", "kalimat umum", "wilayah berbeda", "sudah satu alur perintah", "lainnya"]


class AnswerWanted(Asked):
    """One side's word about a pair."""

    kata: Word
    pihak: str = Field(
        "",
        max_length=200,
        description="Atas nama siapa: kode perangkat daerah, mitra:<kode> (jawaban pihak luar), atau keduanya (hanya "
        "Bappeda); kosong: perangkat daerah akun ini",
    )
    jenis: KindSaid = ""
    utama: str = Field("", max_length=200, description="Kode pihak yang memimpin; kosong: belum ditentukan")
    keterangan: str = Field("", max_length=500, description="Untuk matriks crosscutting")
    sebab: Why = Field("", description="Wajib bila kata tidak")
    gabung: str = Field("", max_length=200, description="Kinerja sendiri yang bergabung sebagai gantinya, atau unit")
    searti: str = Field("", max_length=500, description="Kata yang searti, untuk pasangan yang ditambahkan sendiri")
    badan: str = Field("", max_length=200, description="Nama pihak luar yang belum dikenal")
    alasan: str = Field("", max_length=1000, description="Mengapa; dapat dibaca semua orang. Kosong: sebabnya")


class AnswerUndone(Asked):
    """Taking one word back."""

    keputusan: str = Field(max_length=200, description="Id entri yang diurungkan: keputusan-12")
    alasan: str = Field("", max_length=1000, description="Mengapa diurungkan")


@dataclass(frozen=True, slots=True)
class Answered:
    """The entry of the log, and how the pair stands now."""

    keputusan: Decision
    status: Status
    urut: int
    """What the next change of this pair sends as If-Match."""


@endpoint(
    "GET", "/crosscutting/pasangan/<a>/<b>", PairPage, "Satu pasangan: kedua ujungnya, temuan, dan jawaban kedua pihak",
    faults=(404,),
)  # fmt: skip
def one_pair(graph: Graph, a: str, b: str) -> PairPage:
    return pair_page(graph, a, b)


@endpoint(
    "POST", "/crosscutting/pasangan/<a>/<b>", Answered, "Menjawab satu pasangan crosscutting; If-Match: urut pasangan",
    body=AnswerWanted, seen=True, status=201, faults=(404, 409, 415, 428),
)  # fmt: skip
def answer_pair(graph: Graph, a: str, b: str, body: AnswerWanted, seen: int | None) -> Answered:
    said = body.model_dump(exclude={"alasan"})
    return _answered(graph, pairs.say(graph, pairs.Word(a, b, **said), body.alasan, based_on=seen))


@endpoint(
    "POST", "/crosscutting/pasangan/<a>/<b>/urungkan", Answered, "Mengurungkan satu jawaban tentang pasangan itu",
    body=AnswerUndone, seen=True, status=201, faults=(404, 409, 415, 428),
)  # fmt: skip
def undo_pair_answer(graph: Graph, a: str, b: str, body: AnswerUndone, seen: int | None) -> Answered:
    note(subjek=a)
    pairs.check_is_about(graph, body.keputusan, a, b)
    return _answered(graph, decisions.undo(graph, body.keputusan, body.alasan, based_on=seen))


def _answered(graph: Graph, made: Decision) -> Answered:
    state = pairs.standing_of(graph, made.subjek, made.isi["dengan"])
    return Answered(made, state.status if state else "terbuka", state.urut if state else made.urut)
