"""How values are written on a page: Indonesian dates, numbers and sizes, the words of certainty.

In: plain values of the answers (ISO times, counts, origins). Out: text for the templates; `teach(app)` makes every
function of FILTERS a Jinja filter of the same name. Nothing here asks the graph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from flask import Flask
from markupsafe import Markup

from service.bahasa.dates import MONTHS, date_in_words, local_time, moment_in_words
from service.bahasa.numbers import in_digits
from service.browse.history import words_of
from service.crosscut.detect.explain import marks
from service.facts import Decided, SourceRow
from service.web.marking import marked, told_cells

CERTAINTY = {
    "tersurat": ("tertulis", "Hubungan ini tertulis di dokumen."),
    "urutan": ("disimpulkan", "Hubungan ini disimpulkan dari susunan dokumen; belum dibenarkan siapa pun."),
    "diputuskan": ("✓ diputuskan", "Hubungan ini diputuskan oleh seseorang."),
}
"""Origin of a link -> its word on a page, and what the word means."""


BROWSERS = {"Edge": "Edg/", "Opera": "OPR/", "Firefox": "Firefox/", "Chrome": "Chrome/", "Safari": "Safari/"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "macOS": "Mac OS X",
    "Linux": "Linux",
}
"""Name -> what stands in a User-Agent; the first that fits (Chrome's holds Safari's, Android's holds Linux)."""


def tentang_apa(one: Decided) -> str:
    """What an entry of the log changes: `Tingkat`."""
    return words_of(one)[0]


def putusan(one: Decided) -> str:
    """What it says, where no statements are at hand."""
    return words_of(one)[1]


def tanggal(moment: str | datetime) -> str:
    """`24 November 2026`; empty for an empty value."""
    return date_in_words(moment)


def tanggal_pendek(moment: str | datetime) -> str:
    """`24 Nov 2026`, for tables."""
    at = local_time(moment)
    return f"{at.day} {MONTHS[at.month - 1][:3]} {at.year}" if at else ""


def waktu(moment: str | datetime) -> str:
    """`24 November 2026 pukul 14.05`."""
    return moment_in_words(moment)


def angka(value: float) -> str:
    """`1.234` or `1.234,5`."""
    return in_digits(value)


def certainty(origin: str) -> str:
    """The word for where a link comes from."""
    return CERTAINTY.get(origin, (origin, ""))[0]


def certainty_means(origin: str) -> str:
    """The sentence behind that word, for a title or a legend."""
    return CERTAINTY.get(origin, ("", ""))[1]


def in_file(row: SourceRow) -> str:
    """Where a row stands in its file, without the stage that its chip says already: `baris berkas 130`."""
    inner = re.search(r"\(([^()]+)\)$", row.tempat)
    return inner[1] if inner else row.tempat


def ukuran(size: int) -> str:
    """`812 bita`, `15,2 kB`, `1,4 MB`."""
    if size < 1000:
        return f"{size} bita"
    return f"{angka(round(size / 1e3, 1))} kB" if size < 1e6 else f"{angka(round(size / 1e6, 1))} MB"


def peramban(agent: str) -> str:
    """`Firefox di Windows`, from what a browser calls itself."""
    name = next((name for name, part in BROWSERS.items() if part in agent), "Program lain")
    system = next((name for name, part in SYSTEMS.items() if part in agent), "")
    return f"{name} di {system}" if system else name


def bertanda(text: str, words: Iterable[str]) -> Markup:
    """`text` with the words marked, each as a whole."""
    return marked(text, marks(text, words))


def now() -> datetime:
    """The moment a page is made, for its print form."""
    return datetime.now().astimezone()


def teach(app: Flask) -> None:
    """Make the functions above filters of the templates."""
    for filter_ in FILTERS:
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.globals.update(now=now, CERTAINTY=CERTAINTY)


FILTERS: tuple[Callable[..., object], ...] = (
    tanggal,
    tanggal_pendek,
    waktu,
    angka,
    ukuran,
    peramban,
    marked,
    bertanda,
    told_cells,
    in_file,
    certainty,
    certainty_means,
    tentang_apa,
    putusan,
)
