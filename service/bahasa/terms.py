"""The words for levels and for planning components.

In: one cell. Out: `is_label` and `level_name` for a level ("Kinerja taktikal immediate" -> "taktikal immediate"),
`component_type` and `component_name` for a planning component ("sasaran pertama skpd" -> "sasaran skpd").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from service.bahasa.wording import tidy, words

CORE = (
    "strategis", "strategic", "strategik", "taktikal", "tactical", "taktis", "intermediate", "immediate",
    "operasional", "operational", "ultimate", "outcome", "output", "antara", "tematik", "initial", "individu",
    "teknis", "makro", "mikro", "dampak", "hasil", "keluaran", "proses", "masukan",
)  # fmt: skip
"""A label holds one of these, or a rank as below."""
FILLER = (
    "kinerja", "kondisi", "level", "tingkat", "jenjang", "skpd", "opd", "pd", "pemda", "daerah", "utama", "kunci",
    "akhir", "awal", "final", "atas", "bawah", "menengah", "madya", "lanjutan", "lanjut", "dasar", "pendukung",
    "penunjang", "staf", "staff", "pelaksana", "puncak", "individual", "organisasi", "unit", "tim", "kerja",
    "pertama", "kedua", "ketiga", "keempat", "kelima", "i", "ii", "iii", "iv", "v", "vi", "vii", "a", "b", "c",
    "dan",
)  # fmt: skip
RANK = re.compile(
    r"^(?:level|tingkat|jenjang|eselon|esselon|lapis|lv|l)\s*[-.]?\s*(?:\d{1,2}|[ivx]+)(?:\s*[.]?[ab])?$", re.IGNORECASE
)
LEADING = re.compile(r"^(?:(?:level|tingkat|jenjang)\s+)?(?:kinerja|kondisi)\b\s*[:\-]?\s*", re.IGNORECASE)
ONE_SPELLING = {
    "strategic": "strategis",
    "strategik": "strategis",
    "tactical": "taktikal",
    "taktis": "taktikal",
    "operational": "operasional",
    "opd": "skpd",
    "pd": "skpd",
    "esselon": "eselon",
    "staff": "staf",
}
USUAL = ("strategis skpd", "strategis", "taktikal intermediate", "taktikal immediate", "operasional")
"""The levels as they are written in one form; any other level stays as the document says it."""

ORDINALS = r"(?:ke-?\d+|pertama|kedua|ketiga|keempat|kelima|keenam|\d{1,2}|[ivx]{1,4})"
COMPONENT = re.compile(
    r"\b(?:(?:indikator|rincian|(?:outcome|output)(?=\s+(?:program|sub\b|subkeg\w*|kegiatan)))\s+)?"
    r"(?:tujuan|sasaran|misi|program|sub\s*-?\s*kegiatan|subkegiatan|subkeg|kegiatan|aktivitas|rincian output)\b",
    re.IGNORECASE,
)
COMPONENT_WORDS = frozenset({
    "tujuan", "sasaran", "misi", "program", "sub", "kegiatan", "subkegiatan", "subkeg", "aktivitas", "skpd", "opd",
    "pd", "renstra", "rpjmd", "renja", "pemda", "daerah", "perangkat", "strategis", "ke", "pertama", "kedua",
    "ketiga", "keempat", "kelima", "keenam", "rincian", "outcome", "output", "utama", "unit", "kerja", "rsud", "dinas",
    "badan", "kecamatan", "kelurahan", "inspektorat", "puskesmas", "instansi", "kabupaten", "kota", "i", "ii",
    "iii", "iv", "v", "dan", "a", "b", "c",
})  # fmt: skip
"""What a bare type of component is made of; anything more is a component's name."""
TYPES: tuple[tuple[str, str], ...] = (
    (r"\brincian\b", "rincian"),
    (r"\baktivitas\b", "aktivitas"),
    (r"\bsub\s*-?\s*keg(?:iatan)?\b|\bsubkeg", "sub kegiatan"),
    (r"\bkegiatan\b", "kegiatan"),
    (r"\bprogram\b", "program"),
    (r"\bsasaran\b", "sasaran"),
    (r"\btujuan\b", "tujuan"),
    (r"\bmisi\b", "misi"),
)
"""Pattern -> type, the most particular first: `sasaran program` is of the program."""


@lru_cache(maxsize=20_000)
def is_label(text: str) -> bool:
    """A level and nothing else."""
    line = without_number(text)
    if RANK.match(LEADING.sub("", line)) or RANK.match(line):
        return True
    found = [mend(word) for word in words(line)]
    return 0 < len(found) <= 7 and any(word in CORE for word in found) and all(_label_word(word) for word in found)


def names_level(text: str) -> bool:
    """A level that says so itself, and no rest of a sentence: `Kinerja operasional`, `Level 3`."""
    line = without_number(text)
    return is_label(line) and bool(LEADING.match(line) or RANK.match(line))


def is_label_piece(text: str) -> bool:
    """Only words of a label, though perhaps not a whole one: `kinerja`, `taktikal`."""
    found = [mend(word) for word in words(text)]
    return 0 < len(found) <= 5 and all(_label_word(word) for word in found)


@lru_cache(maxsize=20_000)
def level_name(label: str) -> str:
    """The label without "kinerja" or "kondisi", in small letters, spelled one way; the usual five always alike."""
    line = LEADING.sub("", without_number(label)).casefold()
    found = [ONE_SPELLING.get(mend(word), mend(word)) for word in re.findall(r"[^\W_]+", line)]
    by_words = {frozenset(name.split()): name for name in USUAL}
    return by_words.get(frozenset(found), " ".join(found))


def without_number(label: str) -> str:
    """`3. Kinerja taktikal` -> `Kinerja taktikal`; "Level 3" keeps its number, which is its name."""
    return re.sub(r"(?i)^\(?(?:\d{1,2}|[a-z])[.)]\s*(?=[^\W\d]{3})", "", tidy(label).strip(" .:-(")).strip(" .:-()")


@cache
def mend(word: str) -> str:
    """`oprasional` -> `operasional`; a word that is near none stays."""
    if len(word) < 6 or word in CORE or word in FILLER or word in COMPONENT_WORDS:
        return word
    near = [(OSA.distance(word, core), core) for core in CORE if len(core) >= 6 and core[0] == word[0]]
    best = min(near, default=(9, word))
    return best[1] if best[0] <= 1 + (len(best[1]) > 8) else word


def component_type(component: str) -> str:
    """tujuan | sasaran | program | kegiatan | sub kegiatan | …; empty: none that is known."""
    line = tidy(component).casefold()
    return next((kind for pattern, kind in TYPES if re.search(pattern, line)), "")


def component_name(component: str) -> str:
    """A bare type spelled one way: `sasaran pertama skpd` -> `sasaran skpd`; a component by name is only its type."""
    if not is_bare_component(component):
        return component_type(component)
    line = re.sub(rf"\b(?:ke\s+)?{ORDINALS}\b", " ", tidy(component).casefold())
    line = re.sub(r"\b(?:opd|pd|perangkat daerah)\b", "skpd", line)
    kind = component_type(component)
    return kind if kind not in ("sasaran", "tujuan", "misi") else " ".join(line.split())


def is_bare_component(text: str) -> bool:
    """A type of component without a name: `sasaran sub kegiatan`."""
    return bool(COMPONENT.match(tidy(text))) and all(word in COMPONENT_WORDS or word.isdigit() for word in words(text))


def _label_word(word: str) -> bool:
    return word in CORE or word in FILLER or word == "eselon" or (word.isdigit() and len(word) <= 2)
