"""What can be asked: each file of `graph/questions/` as a question with typed parameters, read from its head.

In: `graph/questions/jalur-ke-outcome.cypher`. Out: `question("jalur-ke-outcome")`, a frozen `Question`. Beside what
every query has, its head says:

    // group: one of groups.GROUPS                          // draws: true      (its answer is drawn as a graph)
    // description: what the answer means, and what not
    // inputs: {unit: unit, jarak: {type: bilangan, default: 1, min: 1, max: 6}}

An input is a type, or a map: type (one of TYPES), default, choices (a query of `graph/questions/pilihan/`, a list or a
map value -> label), from (parameter of that query -> input, when the names differ), min, max, wajib. An input that the
text does not use only narrows the choices of those behind it. A wrong head stops the start with its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from service.errors import NotFound
from service.queries import Query, QueryFault, all_queries, query

FOLDER, CHOICES = "questions/", "questions/pilihan/"
ROWS = "batas"
"""The parameter that every question ends with: rows to return. No person fills it in."""

Type = Literal[
    "teks",
    "bilangan",
    "pilihan",
    "unit",
    "pemda",
    "tahun",
    "tingkat",
    "kinerja",
    "indikator",
    "jabatan",
    "komponen",
    "mitra",
]
TYPES: Mapping[str, str] = {
    "teks": "",
    "bilangan": "",
    "pilihan": "",
    "unit": "Perangkat daerah",
    "pemda": "Pemerintah daerah",
    "tahun": "Tahun",
    "tingkat": "Tingkat",
    "kinerja": "Kinerja",
    "indikator": "Indikator",
    "jabatan": "Jabatan",
    "komponen": "Komponen",
    "mitra": "Badan luar",
}
"""Type -> label of an input that only narrows; those without are typed, the others picked from the graph."""
BY_HAND = ("teks", "bilangan", "pilihan")
OF_CHOICES = ("nilai", "cari", "batas")
"""Parameters that every query of choices has; the others are other inputs."""

KEYS = ("group", "description", "inputs", "draws")
INPUT_KEYS = ("type", "default", "choices", "from", "min", "max", "wajib")

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing to fill in."""

    nama: str
    label: str
    jenis: Type
    sumber: str = ""
    """Name of the query under `graph/questions/pilihan/` that its choices come from; empty: none."""
    bergantung: Mapping[str, str] = field(default_factory=dict)
    """Parameter of that query -> parameter of this question whose value narrows the choices."""
    pilihan: tuple[tuple[str, str], ...] = ()
    """Fixed choices, (value, label)."""
    bawaan: Value = None
    """What holds when nothing is said; None: the first of the choices."""
    min: float | None = None
    max: float | None = None
    wajib: bool = True
    """An empty value is none; False: it means any."""
    menyempit: bool = False
    """It only narrows the choices of another one; the question itself does not use it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the repository."""

    nama: str
    """Its address: `jalur-ke-outcome`."""
    judul: str
    kelompok: str
    """Key of its group."""
    keterangan: str
    """What the answer means, and what it does not."""
    parameter: tuple[Parameter, ...]
    kolom: Mapping[str, str]
    """Column -> what it holds, in order."""
    digambar: bool
    """Its answer is nodes and relationships: best seen as a picture."""
    cypher: str

    @property
    def query(self) -> str:
        """Name of its query."""
        return FOLDER + self.nama


def question(nama: str) -> Question:
    """The question called so; raises NotFound."""
    found = all_questions().get(nama)
    if found is None:
        raise NotFound(f"Tidak ada pertanyaan {nama!r}.", "Lihat daftarnya: kinerja questions, atau halaman Konsol.")
    return found


@cache
def all_questions() -> Mapping[str, Question]:
    """Every question by its name; raises QueryFault for the first whose head is wrong."""
    own = [q for name, q in all_queries().items() if name.startswith(FOLDER) and not name.startswith(CHOICES)]
    return {found.nama: found for found in map(_read, own)}


def _read(q: Query) -> Question:
    more = dict.fromkeys(KEYS) | q.more
    _expect(q, set(more) == set(KEYS), f"kunci kepala {sorted(set(more) - set(KEYS))} tidak dikenal")
    _expect(q, bool(more["group"] and more["description"] and q.returns), "group, description, atau returns belum ada")
    _expect(q, q.text.endswith(f"LIMIT ${ROWS}"), f"harus berakhir dengan LIMIT ${ROWS}")
    inputs = more["inputs"] or {}
    _expect(q, set(q.params) - {ROWS} <= set(inputs), f"tanpa inputs: {sorted(set(q.params) - {ROWS} - set(inputs))}")
    return Question(
        nama=q.name.removeprefix(FOLDER),
        judul=q.title,
        kelompok=str(more["group"]),
        keterangan=str(more["description"]).strip(),
        parameter=tuple(_parameter(q, name, said, inputs) for name, said in inputs.items()),
        kolom=q.returns,
        digambar=bool(more["draws"]),
        cypher=q.text,
    )


def _parameter(q: Query, name: str, said: Any, inputs: Mapping[str, Any]) -> Parameter:
    said = said if isinstance(said, dict) else {"type": said}
    kind, choices = said.get("type"), said.get("choices")
    _expect(q, kind in TYPES and set(said) <= set(INPUT_KEYS), f"input {name} salah: {said}")
    source = "" if kind in BY_HAND else str(choices or kind)
    return Parameter(
        nama=name,
        label=q.params.get(name) or TYPES[kind],
        jenis=kind,
        sumber=source,
        bergantung=_depends(name, source, said.get("from") or {}, inputs),
        pilihan=_fixed(choices) if kind == "pilihan" else (),
        bawaan=said.get("default"),
        min=said.get("min"),
        max=said.get("max"),
        wajib=bool(said.get("wajib", True)),
        menyempit=name not in q.params,
    )


def _depends(name: str, source: str, renamed: Mapping[str, str], inputs: Mapping[str, Any]) -> dict[str, str]:
    """Only inputs that stand before this one: they are settled in this order."""
    if not source:
        return {}
    wanted = [param for param in query(CHOICES + source).params if param not in OF_CHOICES]
    before = list(inputs)[: list(inputs).index(name)]
    return {param: at for param in wanted for at in [renamed.get(param, param)] if at in before}


def _fixed(choices: Any) -> tuple[tuple[str, str], ...]:
    pairs = choices.items() if isinstance(choices, dict) else [(one, one) for one in choices or ()]
    return tuple((str(value), str(label)) for value, label in pairs)


def _expect(q: Query, holds: bool, wrong: str) -> None:
    if not holds:
        raise QueryFault(f"graph/{q.name}.cypher: {wrong}.", "Betulkan kepalanya menurut service/questions/heads.py.")
