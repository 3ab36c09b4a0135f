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

QUALITY = re.compile(r"^ke\w+an\b", re.IGNORECASE)
"""A measure that names what it measures: Ketepatan, Kecepatan."""
UNFINISHED = re.compile(r"[,/&(-]$")
FUNCTION_WORDS = frozenset({
    "di", "ke", "dari", "dan", "yang", "pada", "dalam", "oleh", "untuk", "serta", "atau", "dengan", "terhadap",
    "bagi",
})  # fmt: skip
"""Words that are dropped or doubled in typing without changing what is meant."""


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


def begins_indicator(line: str, above: str) -> bool:
    """Whether `line`, below the indicator `above`, is a further one and not its rest.

    A measure word begins one. Without it: a capital and two words, below an indicator that wants no more; "Jumlah"
    and "Persentase" want so much more that what follows them is rather their rest.
    """
    if unfinished(above) or (line[:1].islower() and not above[:1].islower()):
        return False
    if is_measure(line) or not line[:1].isupper():
        return is_measure(line)
    whole = not is_measure(above) or bool(QUALITY.match(strip_number(above)))
    return whole and len(line.split()) > 1 and len(above.split()) > 1


def unfinished(text: str) -> bool:
    """It ends on a hyphen, a comma, an open bracket, or a word that wants another."""
    last = text.casefold().split()[-1:]
    return bool(UNFINISHED.search(text)) or (bool(last) and last[0] in FUNCTION_WORDS)
