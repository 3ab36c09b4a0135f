"""Who is named in a text: outside bodies and the regency's own units.

In: conditions, the glossary's bodies, the units by their names. Out: one `Mention` for each body a kinerja names, with
the words that name it. A body with a name of its own (Polri) is meant wherever it stands; one that is also an object of
work (pemerintah desa, dunia usaha) only where the text does something *with* it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.stems import bare, tokens
from service.bahasa.wording import tidy
from service.crosscut.detect.phrases import Phrases, Place
from service.crosscut.glossary import ALSO_OBJECTS, Glossary
from service.crosscut.statement import Condition, Mention

WITH = re.compile(
    r"\b(?:bersama|dengan|oleh|melalui|kepada|kerja\s?sama|bekerja\s?sama|kemitraan|bermitra|melibatkan|keterlibatan|kolaborasi"
    r"|sinergi\w*|antara|dukungan|peran serta)\W+(?:[\w/]+[\s,/]+){0,3}$",
    re.IGNORECASE,
)
"""What stands before the name of somebody who is worked with."""
SHORT_NAMES: tuple[tuple[str, str], ...] = (
    ("polisi pamong praja", "satpol pp"),
    ("kependudukan", "disdukcapil"),
    ("dinas kesehatan", "dinkes"),
    ("dinas sosial", "dinsos"),
    ("dinas pendidikan", "disdik"),
    ("dinas pendidikan", "disdikbud"),
    ("dinas pendidikan", "dikbud"),
    ("pemberdayaan masyarakat dan desa", "dpmd"),
    ("pemberdayaan masyarakat desa", "dpmd"),
    ("dinas pekerjaan umum", "dpupr"),
    ("dinas pekerjaan umum", "dinas pupr"),
    ("dinas lingkungan hidup", "dlh"),
    ("dinas perhubungan", "dishub"),
    ("komunikasi", "diskominfo"),
    ("penanaman modal", "dpmptsp"),
    ("tenaga kerja", "disnaker"),
    ("perindustrian", "disperindag"),
    ("pariwisata", "disparbud"),
    ("pariwisata", "dispar"),
    ("kepemudaan", "dispora"),
    ("pemuda", "dispora"),
    ("pemberdayaan perempuan", "dp3a"),
    ("pemberdayaan perempuan", "dp3akb"),
    ("pengendalian penduduk", "dppkb"),
    ("perpustakaan", "dispusip"),
    ("penanggulangan bencana", "bpbd"),
    ("perencanaan pembangunan", "bappeda"),
    ("perencanaan pembangunan", "bapperida"),
    ("perencanaan pembangunan", "bappedalitbang"),
    ("kesatuan bangsa", "kesbangpol"),
    ("kesatuan bangsa", "bakesbangpol"),
    ("kepegawaian", "bkpsdm"),
    ("pendapatan", "bapenda"),
    ("keuangan dan aset", "bpkad"),
    ("rumah sakit umum daerah", "rsud"),
)
"""Part of a unit's name -> how offices call it for short."""
NOBODY = "!"
KINDS_ONLY = frozenset({
    "badan", "camat", "dinas", "dinas terkait", "instansi terkait", "kecamatan", "kelurahan", "lurah", "opd",
    "opd terkait", "pd terkait", "perangkat daerah", "perangkat daerah terkait", "puskesmas", "rsud", "skpd",
    "skpd terkait", "upt", "uptd",
})  # fmt: skip
"""What a list of partners may say without naming anybody: units of the regency, not outside bodies."""
AREAS = frozenset({"daerah", "kabupaten", "kecamatan", "kota", "provinsi"})
"""Behind a body's name they tell its place: "KPU Kabupaten"."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A body or a unit that may be named."""

    nama: str
    jenis: str
    skpd: str = ""


class Names:
    """All names that a text may contain, made ready for reading."""

    def __init__(self, glossary: Glossary, units: Mapping[str, Sequence[str]]) -> None:
        self._known: dict[str, _Known] = {}
        self._canonical: dict[tuple[str, ...], _Known] = {}
        self._phrases = Phrases(self._named(glossary, units))

    def _named(self, glossary: Glossary, units: Mapping[str, Sequence[str]]) -> Iterator[tuple[tuple[str, ...], str]]:
        for code in sorted(units):
            names = [name for name in units[code] if name]
            self._known[f"skpd {code}"] = _Known(names[0] if names else code, "skpd", code)
            yield from ((_words(name), f"skpd {code}") for name in _spellings(names))
        for body in glossary.badan:
            self._known[body.nama] = self._canonical[_words(body.nama)] = _Known(body.nama, body.jenis)
            yield from ((_words(name), body.nama) for name in body.varian)
            yield from ((_words(phrase), NOBODY) for phrase in body.kecuali)

    def within(self, text: str) -> Iterator[tuple[_Known, str]]:
        """Whom `text` names, with the words."""
        found = tokens(text)
        for place in self._phrases.longest([bare(text[token.start : token.end]) for token in found]):
            known = self._meant(place)
            start, end = found[place.begin].start, found[place.end - 1].end
            if known and (known.jenis not in ALSO_OBJECTS or WITH.search(text[:start])):
                yield known, text[start:end]

    def called(self, name: str) -> _Known:
        """The body that a document lists under `name`, with or without its place ("Polsek Muara Teduh"); one that
        nobody knows bears the name as printed."""
        whole = _words(name)
        if whole in self._canonical:
            return self._canonical[whole]
        place = next(self._phrases.longest(whole), None)
        known = self._meant(place) if place and place.begin == 0 else None
        if place and known and (known.jenis not in (*ALSO_OBJECTS, "skpd") or place.end > 1 or _is_place(whole[1:])):
            return known
        return _Known(tidy(name), "")

    def _meant(self, place: Place) -> _Known | None:
        """The regency's own unit before an outside body of the same name; None: an exception, nobody is meant."""
        return next((self._known[name] for name in place.means if name != NOBODY), None)


def _is_place(words: Sequence[str]) -> bool:
    """Nothing, or what begins like the place behind a name."""
    return not words or words[0] in AREAS


def _words(name: str) -> tuple[str, ...]:
    """Names are compared word by word as they are written: `pengelola wisata` is nobody in "pengelolaan wisata"."""
    return tuple(bare(name[token.start : token.end]) for token in tokens(name))


def mentions(conditions: Iterable[Condition], names: Names) -> list[Mention]:
    """One for each kinerja and body, in order of their ids; a unit does not name itself."""
    found: dict[tuple[str, str], Mention] = {}
    for one in sorted(conditions, key=lambda one: one.id):
        listed = [(names.called(name), name) for name in one.sebutan if tidy(name).casefold() not in KINDS_ONLY]
        for known, quote in (*_in_texts(one, names), *listed):
            if known.skpd != one.unit:
                mention = Mention(one.id, known.nama, known.jenis, quote, known.skpd)
                found.setdefault((one.id, known.nama), mention)
    return [found[key] for key in sorted(found)]


def _in_texts(one: Condition, names: Names) -> Iterator[tuple[_Known, str]]:
    for text in (one.uraian, *one.indikator):
        yield from names.within(text)


def _spellings(names: Sequence[str]) -> Iterator[str]:
    """A unit's names, each also up to its first "dan" or comma, and its usual short forms."""
    for name in names:
        yield name
        first = re.split(r",| dan ", name, maxsplit=1)[0]
        if len(first.split()) > 1:
            yield first
        yield from (short for part, short in SHORT_NAMES if part in name.casefold())
