"""Words made comparable: one spelling, no affixes.

In: a word or a sentence as written. Out: `tokens`, its words with their stems and where they stand, so that a page can
mark what a term was read from. The stemmer is Snowball's for Indonesian; spelling twins are a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from snowballstemmer import stemmer

from service.bahasa.wording import one_spelling

TWINS = {
    "ketenteraman": "ketentraman", "tenteram": "tentram", "pelindungan": "perlindungan", "pemukiman": "permukiman",
    "terlantar": "telantar", "antri": "antre", "nasehat": "nasihat", "aktip": "aktif", "kadaluarsa": "kedaluwarsa",
    "kadaluwarsa": "kedaluwarsa", "apotik": "apotek", "sistim": "sistem", "tehnis": "teknis", "tehnologi": "teknologi",
    "metoda": "metode", "komplek": "kompleks", "hirarki": "hierarki", "jadual": "jadwal", "hakekat": "hakikat",
    "rapih": "rapi", "perduli": "peduli", "idiologi": "ideologi", "narkotik": "narkotika",
    "kwantitas": "kuantitas",
}  # fmt: skip
"""Spelling -> the one that counts; beyond the official variants in `wording`, which ids are made of."""
WHOLE = {
    **{word: word for word in (
        "pemasaran", "pekerja", "pekerjaan", "ketenagakerjaan", "bangunan", "perusahaan", "pengadilan", "koperasi",
        "peringkat", "perangkat", "keuangan", "penyakit", "penyandang", "peserta", "pengadaan", "permukiman",
        "kearifan", "menengah", "kejuruan", "kesatuan", "perikanan", "peternakan", "perumahan",
        "kecamatan", "kelurahan",
    )},
    **dict.fromkeys(("pemberdayaan", "keberdayaan", "memberdayakan", "berdaya", "terberdayakan", "terberdayakannya",
                     "diberdayakan"), "berdaya"),
    **dict.fromkeys(("pemasarannya",), "pemasaran"),
}  # fmt: skip
"""Word -> its term, where taking the affixes off would make two things one (pasar, pemasaran; bangun, bangunan)."""
MELTED = {
    "abang": "tambang", "agih": "tagih", "ambang": "tambang", "ampil": "terampil", "ampung": "tampung",
    "anam": "tanam", "andang": "sandang", "andung": "kandung", "angan": "tangan", "anggulang": "tanggulang",
    "angkap": "tangkap", "antau": "pantau", "apor": "lapor", "arik": "tarik", "aring": "jaring", "ata": "tata",
    "awat": "rawat", "awin": "kawin", "ebang": "tebang", "ebut": "rebut", "ekam": "rekam", "ekayasa": "rekayasa",
    "elaah": "telaah", "eliti": "teliti", "elola": "kelola", "elusur": "telusur", "emaja": "remaja", "emas": "kemas",
    "embali": "kembali", "embang": "kembang", "embunyi": "sembunyi", "empat": "tempat", "enal": "kenal",
    "encana": "rencana", "endali": "kendali", "entu": "tentu", "erang": "terang", "erap": "terap", "erbit": "terbit",
    "erima": "terima", "ering": "kering", "ertib": "tertib", "etani": "tani", "etap": "tetap", "etapan": "tetap",
    "imbun": "timbun", "indak": "tindak", "ingkat": "tingkat", "irim": "kirim", "isiko": "risiko",
    "kendal": "kendali", "lenggara": "selenggara", "lihara": "pelihara", "masan": "kemas", "meni": "nikah",
    "ndali": "kendali", "paka": "pakai", "ruju": "rujuk", "uasa": "kuasa", "uat": "kuat", "ujuk": "rujuk",
    "ukuh": "kukuh", "ular": "tular", "umah": "rumah", "umbuh": "tumbuh", "umpul": "kumpul", "umuh": "kumuh",
    "unjang": "tunjang", "unjung": "kunjung", "untas": "tuntas", "urang": "kurang", "urun": "turun", "usak": "rusak",
    "utup": "tutup",
}  # fmt: skip
"""Stem -> stem: the first letter that a prefix swallowed (penataan and tertatanya are one word)."""
FUNCTION_WORDS = frozenset({
    "dan", "atau", "di", "ke", "dari", "yang", "pada", "dalam", "oleh", "untuk", "serta", "dengan", "terhadap", "bagi",
    "atas", "para", "sebagai", "secara", "melalui", "tentang", "antar", "antara", "guna", "agar", "rangka", "akan",
    "telah", "sudah", "dapat", "adalah", "ini", "itu", "nya", "per", "dll", "dsb", "sd",
    "maupun", "kepada", "hingga", "sampai", "termasuk", "seperti", "berdasarkan", "menurut",
})  # fmt: skip
"""They carry no object, and a phrase may be written with or without them."""
WORD = re.compile(r"(?:(?:ter|non)-)?[^\W_]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence."""

    stem: str
    """A bare number or a single letter too: it may be part of a phrase ("paket c"), never an object by itself."""
    start: int
    end: int


@lru_cache(maxsize=60_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words that may carry an object, in their order; function words are left out."""
    found = []
    for match in WORD.finditer(text):
        term = stem(match.group())
        if term:
            found.append(Token(term, match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """`Terkelolanya` -> `kelola`; empty: a function word."""
    plain = spelled(word)
    if plain in FUNCTION_WORDS:
        return ""
    if len(plain) < 4 or plain.isdigit():
        return plain
    if plain in WHOLE:
        return WHOLE[plain]
    found = cast(str, _stemmer().stemWord(plain))
    return MELTED.get(found, found)


@lru_cache(maxsize=60_000)
def spelled(word: str) -> str:
    """The word in small letters in its one spelling."""
    plain = one_spelling(word.casefold().replace("-", ""))
    return TWINS.get(plain, plain)


@lru_cache(maxsize=60_000)
def bare(word: str) -> str:
    """The same without "-nya": `Pengembangannya` -> `pengembangan`."""
    return re.sub(r"(?<=\w{3})nya$", "", spelled(word))


@lru_cache(maxsize=60_000)
def plain(text: str) -> str:
    """What two spellings of a text that differ in case, spaces, punctuation and spelling variants have in common."""
    return " ".join(spelled(word) for word in WORD.findall(text))


def stems(text: str) -> tuple[str, ...]:
    """The stems of a phrase."""
    return tuple(token.stem for token in tokens(text))


@cache
def _stemmer():  # type: ignore[no-untyped-def]
    return stemmer("indonesian")
