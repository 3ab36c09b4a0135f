"""The words for levels, planning components and positions, and how they share a cell.

In: one cell. Out: `is_label` and `level_name` for a level ("Kinerja taktikal immediate" -> "taktikal immediate"),
`component_type` for a planning component ("sasaran pertama skpd" -> "sasaran"), and `read_planning`, which takes a cell
such as "taktikal sasaran program pk kasi" apart into what spilled over from the label, the component and the owners.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from service.bahasa.wording import tidy, words

CORE = (
    "strategis", "strategic", "strategik", "taktikal", "tactical", "taktis", "intermediate", "immediate", "operasional",
    "operational", "ultimate", "outcome", "output", "antara", "tematik", "initial", "individu", "teknis", "makro", "mikro",
)  # fmt: skip
"""A label holds one of these, or a rank as below."""
FILLER = (
    "kinerja", "kondisi", "level", "tingkat", "jenjang", "skpd", "opd", "pd", "pemda", "daerah", "utama", "kunci", "akhir", "awal",
    "final", "atas", "bawah", "menengah", "madya", "lanjutan", "lanjut", "dasar", "pendukung", "penunjang", "staf", "staff",
    "pelaksana", "puncak", "individual", "organisasi", "unit", "tim", "kerja", "pertama", "kedua", "ketiga", "keempat", "kelima",
    "i", "ii", "iii", "iv", "v", "vi", "vii", "a", "b", "c", "dan",
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
    r"\b(?:indikator\s+)?(?:tujuan|sasaran|misi|program|sub\s*-?\s*kegiatan|subkegiatan|subkeg|kegiatan|aktivitas|rincian output)\b",
    re.IGNORECASE,
)
COMPONENT_WORDS = frozenset({
    "tujuan", "sasaran", "misi", "program", "sub", "kegiatan", "subkegiatan", "subkeg", "aktivitas", "skpd",
    "opd", "pd", "renstra", "rpjmd", "renja", "pemda", "daerah", "perangkat", "strategis", "ke", "pertama",
    "kedua", "ketiga", "keempat", "kelima", "keenam", "rincian", "output", "utama", "unit", "kerja",
    "rsud", "dinas", "badan", "kecamatan", "kelurahan", "inspektorat", "puskesmas", "instansi",
    "kabupaten", "kota", "i", "ii", "iii", "iv", "v", "dan", "a", "b", "c",
})  # fmt: skip
"""What a bare type of component is made of; anything more is a component's name."""
TYPES: tuple[tuple[str, str], ...] = (
    (r"\bsub\s*-?\s*keg(?:iatan)?\b|\bsubkeg", "sub kegiatan"),
    (r"\bkegiatan\b", "kegiatan"),
    (r"\bprogram\b", "program"),
    (r"\bsasaran\b", "sasaran"),
    (r"\btujuan\b", "tujuan"),
    (r"\bmisi\b", "misi"),
    (r"\baktivitas\b", "aktivitas"),
)
"""Pattern -> type, the most particular first: `sasaran program` is of the program."""

NAMED_WORDS = 14
"""A component by name is no longer than this."""
PK = re.compile(
    r"(?:\b(?:pk|p\.k\.|perjanjian kinerja|skp)\b\.?\s*[:\-]?|(?:^|[(\-:;])\s*(?:oleh|pic|penanggung\s*jawab|pengampu)\b\.?\s*[:\-]?"
    r"|\b(?:oleh|pic|penanggung\s*jawab|pengampu)\s*:)\s*",
    re.IGNORECASE,
)
"""What parts the owners from the component: "pk kasi", "PIC: kabid", "(oleh camat)"."""
POSITIONS = (
    "camat", "sekcam", "lurah", "seklur", "kepala", "sekretaris", "sekdin", "sekban", "sekda", "kadis", "kadin", "kaban", "kabid",
    "kabag", "kasi", "kasie", "kasubag", "kasubbag", "kasubid", "kasubbid", "kasub", "kanit", "kaupt", "ka", "wakil", "wadir",
    "direktur", "inspektur", "irban", "asisten", "staf", "staff", "pelaksana", "jafung", "jfu", "jft", "jf", "fungsional", "pejabat",
    "analis", "analisis", "pengawas", "pengelola", "pengadministrasi", "pranata", "penyuluh", "penyusun", "perencana", "auditor",
    "arsiparis", "bendahara", "operator", "verifikator", "koordinator", "subkoordinator", "subkor", "ketua", "anggota", "administrator",
    "dokter", "perawat", "bidan", "guru", "pamong", "danru", "komandan", "bupati", "walikota", "manajer", "petugas", "surveyor",
    "statistisi", "pustakawan", "penata", "pengolah", "penelaah", "instruktur", "medik", "eselon", "seluruh", "semua", "tim",
)  # fmt: skip
POSITION = re.compile(rf"\b(?:sub[- ]koordinator|kasi|(?:{'|'.join(POSITIONS)}))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Planning:
    """What stands in a planning cell."""

    sisa: str = ""
    """What spilled over from the label in the cell before: `taktikal`."""
    komponen: str = ""
    jabatan: tuple[str, ...] = ()
    """Alternatives, in the order written."""


@lru_cache(maxsize=20_000)
def is_label(text: str) -> bool:
    """A level and nothing else."""
    line = tidy(text).strip(" .:-()")
    if RANK.match(LEADING.sub("", line)) or RANK.match(line):
        return True
    found = [mend(word) for word in words(line)]
    return 0 < len(found) <= 7 and any(word in CORE for word in found) and all(_label_word(word) for word in found)


def is_label_piece(text: str) -> bool:
    """Only words of a label, though perhaps not a whole one: `kinerja`, `taktikal`."""
    found = [mend(word) for word in words(text)]
    return 0 < len(found) <= 5 and all(_label_word(word) for word in found)


@lru_cache(maxsize=20_000)
def level_name(label: str) -> str:
    """The label without "kinerja" or "kondisi", in small letters, spelled one way; the usual five always alike."""
    line = LEADING.sub("", tidy(label).strip(" .:-()")).casefold()
    found = [ONE_SPELLING.get(mend(word), mend(word)) for word in re.findall(r"[^\W_]+", line)]
    by_words = {frozenset(name.split()): name for name in USUAL}
    return by_words.get(frozenset(found), " ".join(found))


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
    """A bare type of component spelled one way: `sasaran pertama skpd` -> `sasaran skpd`, `sasaran program` -> `program`.

    A component by name is only its type.
    """
    if not is_bare_component(component):
        return component_type(component)
    line = re.sub(rf"\b(?:ke\s+)?{ORDINALS}\b", " ", tidy(component).casefold())
    line = re.sub(r"\b(?:opd|pd|perangkat daerah)\b", "skpd", line)
    kind = component_type(component)
    return kind if kind not in ("sasaran", "tujuan", "misi") else " ".join(line.split())


def is_bare_component(text: str) -> bool:
    """A type of component without a name: `sasaran sub kegiatan`."""
    return bool(COMPONENT.match(tidy(text))) and all(word in COMPONENT_WORDS or word.isdigit() for word in words(text))


@lru_cache(maxsize=20_000)
def is_planning(text: str) -> bool:
    """A component, an owner, or both, perhaps behind a piece of a label."""
    line = tidy(text)
    if len(line.split()) > 25:
        return False
    read = read_planning(line)
    if read.komponen:
        if PK.search(line) and len(read.komponen.split()) <= NAMED_WORDS:
            return not read.sisa or len(read.sisa.split()) <= 4
        return is_bare_component(read.komponen) and (not read.sisa or is_label_piece(read.sisa))
    return bool(read.jabatan) and (bool(PK.match(line)) or bool(POSITION.match(line)))


@lru_cache(maxsize=20_000)
def read_planning(text: str) -> Planning:
    """Take a planning cell apart; what is no component and follows none is taken for owners."""
    line = tidy(text).strip(" .;,")
    marked = PK.search(line)
    before, after = (line[: marked.start()], line[marked.end() :]) if marked else _before_position(line)
    component = COMPONENT.search(before)
    if component is None:
        return Planning(before.strip(" -:;,/(["), "", read_positions(after))
    return Planning(
        before[: component.start()].strip(" -:;,/(["),
        before[component.start() :].strip(" -:;,/(["),
        read_positions(after),
    )


def read_positions(text: str) -> tuple[str, ...]:
    """Alternatives of one cell: split at a slash, a semicolon, a line, "atau", and at "dan" or a comma before an owner."""
    line = PK.sub("/", text)
    line = re.sub(r"\s*(?:[/;\n|]|\batau\b)\s*", "/", line)
    line = re.sub(rf"\s*(?:,|\bdan\b|&)\s*(?={POSITION.pattern})", "/", line, flags=re.IGNORECASE)
    found = [tidy(part).strip(" .,;:-()[]") for part in line.split("/")]
    return tuple(dict.fromkeys(part for part in found if part and part != "-"))


def _before_position(line: str) -> tuple[str, str]:
    """Without "pk": the owner begins at the first word that names a position, if it begins the cell or follows a component."""
    found = POSITION.search(line)
    if found is None:
        return line, ""
    before = line[: found.start()]
    return (before, line[found.start() :]) if not before.strip() or COMPONENT.search(before) else (line, "")


def _label_word(word: str) -> bool:
    return word in CORE or word in FILLER or word == "eselon" or (word.isdigit() and len(word) <= 2)
