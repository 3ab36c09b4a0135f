"""A sentence is known by how it begins: a condition by a result verb, an indicator by the word for a measure.

In: the text of a cell. Out: yes or no. Both may be no ("Pelayanan publik yang prima"): then the column decides.
"""

from __future__ import annotations

import re

NUMBERING = re.compile(
    r"^\s*(?:[-•*·▪●]\s+|\(?(?:\d{1,3}|[a-h]|[ivx]{1,4})[.)]\s*(?=\D)|\d+(?:\.\d+)+\.?\s+|\d{1,2}\s+(?=[A-Z][a-z]+nya\b))",
)
"""A bullet or number in front of a sentence: `1.`, `a)`, `1.2.3`, `-`."""

RESULT = re.compile(r"^(?:[A-Za-z]+nya|tidak adanya|semakin [a-z]+nya|makin [a-z]+nya)\b", re.IGNORECASE)
ACTIVE = re.compile(
    r"^(?:meningkatkan|melaksanakan|menyusun|mewujudkan|menyelenggarakan|menyediakan|mengembangkan|memfasilitasi"
    r"|mengkoordinasikan|mengoordinasikan|menurunkan|mengoptimalkan|memperkuat|peningkatan|pengembangan|penguatan"
    r"|terwujud|tercapai|terlaksana|meningkat)\b",
    re.IGNORECASE,
)
MEASURES = (
    "jumlah", "persentase", "prosentase", "presentase", "persen", "indeks", "index", "rasio", "nilai", "rata-rata",
    "rata rata", "rerata", "cakupan", "angka", "skor", "predikat", "opini", "proporsi", "laju", "frekuensi",
    "kategori", "indikator", "tingkat", "waktu", "lama", "jangka waktu", "banyaknya", "kecepatan", "ketepatan",
    "volume", "luas", "panjang", "ikm", "ipm", "ikk", "survei", "survey", "capaian", "hasil", "level", "total",
    "selisih", "kontribusi", "pertumbuhan", "prevalensi", "respon time", "response time", "maturitas", "status",
    "derajat", "besaran", "%",
)  # fmt: skip
PLAIN_MEASURE = re.compile(
    r"^(?:jumlah|p[re]+sentase|indeks|nilai|rasio|rata-rata|cakupan|skor|angka)\b", re.IGNORECASE
)
"""Words that begin an indicator and nothing else; "Tingkat" may go on with "Kecamatan"."""
MEASURE = re.compile(rf"^(?:{'|'.join(re.escape(word) for word in MEASURES)})(?!\w)", re.IGNORECASE)


def strip_number(text: str) -> str:
    """`1.2 Terlaksananya …` -> `Terlaksananya …`."""
    return NUMBERING.sub("", text, count=1).strip()


def number_of(text: str) -> str:
    """The number in front of a sentence without its full stop: `1.2`; empty: none."""
    found = NUMBERING.match(text)
    return found.group().strip(" .()-•*·▪●") if found else ""


def is_statement(text: str) -> bool:
    """It begins the way a condition begins: Meningkatnya, Terlaksananya, Optimalnya."""
    first = strip_number(text)
    return bool(RESULT.match(first) or ACTIVE.match(first)) and not is_measure(first)


def is_measure(text: str) -> bool:
    """It begins the way an indicator begins: Jumlah, Persentase, Indeks; "persen" alone is a unit, not an indicator."""
    line = strip_number(text)
    found = MEASURE.match(line)
    return found is not None and (found.end() < len(line.rstrip(" .")) or line.isupper())
