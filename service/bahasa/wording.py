"""Two spellings of one sentence made comparable.

In: text as a cell holds it. Out: `tidy` for people (white space and words broken at a line end mended), `key` for
comparing (letters and digits only, official spelling variants made one), `sidik` and `sidik_makna`, the digests that
ids and crosscutting pairs are made of.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from service.bahasa.lexicon import lexicon

VARIANTS: tuple[tuple[str, str], ...] = (
    (r"ktifitas", "ktivitas"),
    (r"\b(prosentase|presentase|persentasi|prosentasi)\b", "persentase"),
    (r"\bketenteraman\b", "ketentraman"),
    (r"\bess?elon\b", "eselon"),
    (r"\bijin\b", "izin"),
    (r"\bpedesaan\b", "perdesaan"),
    (r"\bpraktek\b", "praktik"),
    (r"\b(ob|sub)yek", r"\1jek"),
    (r"\bpropinsi\b", "provinsi"),
    (r"\bkwalitas\b", "kualitas"),
    (r"\bmanagemen\b", "manajemen"),
    (r"\bkarir\b", "karier"),
    (r"\bperijinan\b", "perizinan"),
    (r"\bresiko\b", "risiko"),
    (r"\banalisa\b", "analisis"),
    (r"\bstandarisasi\b", "standardisasi"),
    (r"\bsub kegiatan\b", "subkegiatan"),
)
"""Pattern -> the one spelling used for comparing; official names are printed both ways."""

RESULT_VERB = re.compile(r"^(me|ter|ber|pe)\w+nya\b\s*", re.IGNORECASE)
DIGEST_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 letters and digits; I, O, 0 and 1 are left out because people read ids aloud."""
DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": "", "\u200b": "", "\ufeff": ""})


@lru_cache(maxsize=50_000)
def tidy(text: str) -> str:
    """`text` on one line, single spaces, a word broken as "Perundang- Undangan" closed up again."""
    line = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(DASHES)).strip()
    line = re.sub(r"(?<=\w)- (?=[A-Z])", "-", line)
    line = re.sub(r"\b([^\W\d]+)- ([^\W\dA-Z]+)\b", _closed_up, line)
    return re.sub(r" ([,;.)])", r"\1", line)


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """Words and numbers in small letters, spelling variants made one."""
    return tuple(re.findall(r"[^\W_]+", one_spelling(text)))


@lru_cache(maxsize=50_000)
def key(text: str) -> str:
    """What two spellings that differ in case, spaces and punctuation only have in common."""
    return "".join(words(text))


def sidik(text: str) -> str:
    """Digest of the normalised wording: 16 hexadecimal digits."""
    return hashlib.sha256(key(text).encode()).hexdigest()[:16]


def sidik_makna(text: str) -> str:
    """The same without the opening verb and the order of the words: what the sentence is about."""
    rest = RESULT_VERB.sub("", tidy(text))
    return hashlib.sha256(" ".join(sorted(set(words(rest)))).encode()).hexdigest()[:16]


def short_digest(text: str, length: int = 4) -> str:
    """`length` letters that stand for `text` in an id."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:16])
    letters = []
    for _ in range(length):
        number, rest = divmod(number, len(DIGEST_LETTERS))
        letters.append(DIGEST_LETTERS[rest])
    return "".join(letters)


def slug(text: str) -> str:
    """`Kecamatan Batumandi` -> `kecamatan-batumandi`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def _closed_up(broken: re.Match[str]) -> str:
    """ "Pemerin- tahan" is one word; "rata- rata" keeps its hyphen."""
    whole = broken[1] + broken[2]
    return whole if whole.casefold() in lexicon() else f"{broken[1]}-{broken[2]}"


def one_spelling(text: str) -> str:
    """`text` in small letters, tidied, official spelling variants made one."""
    line = tidy(text).casefold()
    for pattern, spelling in VARIANTS:
        line = re.sub(pattern, spelling, line)
    return line
