"""The part of a page that shows one pair: what it needs beside the pair itself.

In: an open read transaction and the two ends. Out: an `Opened` for `silang_bagian.html` and `silang_jawab.html`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from service.crosscut.detect.explain import Sentence, sentence
from service.crosscut.detect.kinds import BANDS
from service.crosscut.pair import read_pair
from service.crosscut.pair.answer import PairPage
from service.crosscut.pair.form import PairForm, read_form
from service.crosscut.pair.waterfall import Waterfall, waterfall
from service.fold.pair_keys import SEBAB, pair_key
from service.graph import Tx

BOUNDS = tuple(sorted(least for name, least in BANDS if name != "lemah"))
"""Scores where the bands of the list begin."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One pair as it is shown."""

    isi: PairPage
    kalimat: Sentence | None
    grafik: Waterfall | None
    formulir: PairForm
    nama: Mapping[str, str]
    """Side -> its name."""
    sebab: tuple[str, ...] = SEBAB

    @property
    def kunci(self) -> str:
        return pair_key(self.isi.a.kunci, self.isi.b.kunci)


def open_pair(tx: Tx, a: str, b: str, unit: str = "") -> Opened:
    """The pair; `unit`: from whose side it is looked at. Raises NotFound."""
    found = read_pair(tx, a, b)
    return Opened(
        isi=found,
        kalimat=sentence(found.temuan) if found.temuan else None,
        grafik=waterfall(found.temuan, BOUNDS),
        formulir=read_form(tx, found, unit),
        nama={key: end.unit.nama for end in (found.a, found.b) for key in (end.unit.kode, end.kunci)},
    )
