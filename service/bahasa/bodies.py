"""The unit, its regency and the year, as a heading names them.

In: lines of a heading. Out: `unit_in` ("KEC. BATUMANDI" -> kecamatan, "Kecamatan Batumandi"), `pemda_in`, `years_in`.
The kinds of unit are a table; another kind is one row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.bahasa.wording import tidy

SHORT_BADAN = (
    "bappeda|bappelitbangda|bapperida|bappedalitbang|bpkad|bkad|bkpsdm|bkpp|bkd|bpbd|bapenda|bakesbangpol|kesbangpol"
)
SHORT_DINAS = (
    "dpmptsp|dpmpd|dpmd|dpupr|dinkes|dinsos|disdik|disdikbud|dishub|diskominfo|disperindag|dispora|disnaker|dlh|dp3a"
)
KINDS: tuple[tuple[str, str, str], ...] = (
    ("kecamatan", r"(?:kantor\s+)?(?:kecamatan|camat|kec\.?)", "Kecamatan"),
    ("kelurahan", r"(?:kantor\s+)?(?:kelurahan|lurah|kel\.?)", "Kelurahan"),
    ("inspektorat", r"inspektorat(?:\s+daerah)?", ""),
    ("sekretariat", r"(?:sekretariat\s+(?:daerah|dprd|dewan)|setda\b|setwan\b|bagian)", ""),
    ("rsud", r"(?:rsud|rumah\s+sakit(?:\s+umum(?:\s+daerah)?|\s+jiwa(?:\s+daerah)?)?|rsu)", ""),
    ("puskesmas", r"(?:uptd?\s+)?puskesmas", ""),
    ("satpol pp", r"(?:satuan\s+polisi\s+pamong\s+praja|satpol\s*\.?\s*pp)", ""),
    ("dinas", rf"(?:dinas|{SHORT_DINAS})", ""),
    ("badan", rf"(?:badan|{SHORT_BADAN})", ""),
    ("kantor", r"kantor", ""),
)
"""kind, pattern, how its name begins (empty: as written)."""
PEMDA = re.compile(
    r"\b(?:pemerintah\s+(?:daerah\s+)?)?(?P<jenis>kabupaten|kab\.?|kota|provinsi|prov\.?)(?!\s*/)\s*:?\s+(?P<nama>[a-z'.-]+(?:\s+[a-z'.-]+){0,5})",
    re.IGNORECASE,
)
NEEDS_NAME = re.compile(
    r"(?:kantor\s+)?(?:dinas|badan|kantor|kecamatan|camat|kec\.?|kelurahan|lurah|kel\.?|bagian)", re.IGNORECASE
)
"""Words that name no unit by themselves: "kecamatan" alone is a word of prose."""
PEMDA_KINDS = {"kab": "Kabupaten", "kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "prov": "Provinsi"}
STOP = re.compile(
    r"\s*(?:\b(?:pemerintah|kabupaten|kab\b|kota\s|provinsi|prov\b|tahun|ta\b|t\.a\.|pohon|cascading|penjenjangan|penjabaran|kinerja|periode"
    r"|matriks?|dokumen|berdasarkan|perubahan\s+(?:tahun|kinerja)|kecamatan|dinas|badan|kantor\s+camat|inspektorat|kelurahan|rsud"
    r"|nomor|kode|nip|jalan|jl\b|alamat)|\d|[;:|(/–—]|\s-\s).*$",
    re.IGNORECASE,
)
"""Where a proper name ends."""
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
REGULATION = re.compile(r"\bno(?:mor|\.)?\s*[\w./-]+\s+tahun\s+\d{4}|\b\d{1,3}/(?:19|20)\d\d", re.IGNORECASE)
"""Years of laws are no year of the document."""
RANGE = re.compile(r"(20\d\d)\s*(?:-|–|—|s\.?d\.?|s/d|sampai(?:\s+dengan)?|hingga)\s*(20\d\d)", re.IGNORECASE)
SMALL = frozenset({
    "dan", "di", "ke", "dari", "yang", "serta", "untuk", "pada", "atas",
})  # fmt: skip
ACRONYMS = frozenset({
    "RSUD", "RSU", "RS", "DPRD", "PP", "UPT", "UPTD", "PTSP", "KB", "BPBD", "BKPSDM", "BPKAD", "PPKB", "PUPR",
    "DPMD", "SDM", "TI", "UMKM", "UKM", "P3A", "PAD", "LH",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as a heading names it."""

    jenis: str
    nama: str
    sebutan: str
    """As written."""


def unit_in(line: str) -> UnitName | None:
    """The first unit that `line` names."""
    text = tidy(line)
    found = [hit for kind in KINDS if (hit := _named(text, *kind))]
    return min(found, key=lambda hit: hit[0])[1] if found else None


def pemda_in(line: str) -> str:
    """`PEMERINTAH KABUPATEN BALANGAN` -> `Kabupaten Balangan`; empty: none."""
    found = PEMDA.search(tidy(line))
    if found is None:
        return ""
    name = STOP.sub("", found["nama"]).strip(" .-")
    kind = PEMDA_KINDS[found["jenis"].casefold().rstrip(".")]
    return f"{kind} {proper_case(name)}" if name else ""


def years_in(line: str) -> list[int]:
    """Single years that `line` names; years of laws and of periods are left out."""
    return [int(year) for year in YEAR.findall(RANGE.sub(" ", REGULATION.sub(" ", line)))]


def period_in(line: str) -> int | None:
    """First year of a period ("2021-2026")."""
    found = RANGE.search(REGULATION.sub(" ", line))
    return int(found[1]) if found else None


def proper_case(name: str, first: bool = True) -> str:
    """`PENDIDIKAN DAN KEBUDAYAAN` -> `Pendidikan dan Kebudayaan`; a name in mixed letters stays.

    `first`: it begins the name, so that its first word has a capital whatever it is.
    """
    if name != name.upper() and name != name.lower():
        return name
    parts = [_cased(word, first and index == 0) for index, word in enumerate(name.split())]
    return " ".join(parts)


def proper_name(unit: str) -> str:
    """The name without its kind: `Kecamatan Batumandi` -> `Batumandi`; `Inspektorat` stays."""
    for _, pattern, _ in KINDS:
        rest = re.sub(rf"^{pattern}\s+", "", unit, flags=re.IGNORECASE)
        if rest != unit:
            return rest
    return unit


def _named(text: str, jenis: str, pattern: str, begins: str) -> tuple[int, UnitName] | None:
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    if found is None:
        return None
    name = _proper(text[found.end() :].strip(" .-:,"), jenis)
    if not name and NEEDS_NAME.fullmatch(found.group()):
        return None
    kind = begins or _kind_name(found.group())
    return found.start(), UnitName(
        jenis, f"{kind} {proper_case(name, first=False)}".strip(), f"{found.group()} {name}".strip()
    )


def _proper(rest: str, jenis: str) -> str:
    """Where the name ends; "Kota" begins the name of a kecamatan, and ends that of a dinas."""
    town = re.match(r"kota\b", rest, re.IGNORECASE) if jenis in ("kecamatan", "kelurahan") else None
    begins = town.group() if town else ""
    return f"{begins}{STOP.sub('', rest[len(begins) :])}".strip(" .-:,")


def _kind_name(word: str) -> str:
    """`DINAS` -> `Dinas`; an acronym stays in capitals."""
    short = re.fullmatch(rf"{SHORT_BADAN}|{SHORT_DINAS}", word, re.IGNORECASE)
    return word.upper() if short else proper_case(word)


def _cased(word: str, first: bool) -> str:
    bare = word.strip(".,()")
    if bare.upper() in ACRONYMS:
        return word.upper()
    if bare.casefold() in SMALL and not first:
        return word.casefold()
    return "-".join(part.capitalize() for part in word.split("-"))
