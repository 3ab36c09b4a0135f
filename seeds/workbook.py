"""The content of an example unit as a template workbook, the way units without a five-stage document bring theirs in.

In: `source/<unit>.yaml`, one entry a kinerja, everything as text. Out: bytes of an .xlsx. A code says where a kinerja
hangs (1.2.1 supports 1.2, on the third level) unless the entry names its level or parent itself; an indicator is
written `nama | satuan | target | baseline`, a component with its code before its name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from service.templat.book import write
from service.templat.content import Component, Entry, Head, Measure

PEMDA = "Kabupaten Tanjung Harapan (fiktif)"
TAHUN = 2023
SOURCE = Path(__file__).resolve().parent / "source"
LEVELS = ("strategis skpd", "strategis", "taktikal intermediate", "taktikal immediate", "operasional")
COMPONENTS = ("tujuan skpd", "sasaran skpd", "sasaran program", "sasaran kegiatan", "sasaran sub kegiatan")
"""By the level of the entry's code, top first."""

Content = dict[str, Any]


def template_units() -> list[Content]:
    """Every example unit that comes through the template, in the order of its file name."""
    found = (content_of(path.stem) for path in sorted(SOURCE.glob("*.yaml")))
    return [content for content in found if "unit" in content and "jenis" in content]


@cache
def content_of(name: str) -> Content:
    """What `source/<name>.yaml` holds; every scalar is text, so that 1.10 stays a code and 85,0 a target."""
    text = (SOURCE / f"{name}.yaml").read_text(encoding="utf-8")
    content: Content = yaml.load(text, yaml.BaseLoader)  # noqa: S506  (this loader makes nothing but text)
    return content


def as_template(content: Content) -> bytes:
    """The workbook; the same content gives the same bytes."""
    unit = content["unit"]
    title = f"Penjenjangan Kinerja {unit} Tahun {TAHUN} (dokumen fiktif untuk contoh)"
    return write(Head(unit, TAHUN, content["jenis"], PEMDA, title), [_entry(one) for one in content["kinerja"]])


def _entry(one: Content) -> Entry:
    kode = one["kode"]
    level = one.get("tingkat", LEVELS[kode.count(".")])
    code, _, name = one.get("komponen", "").partition(" ")
    return Entry(
        uraian=one["uraian"],
        kode=kode,
        induk=one.get("induk", kode.rpartition(".")[0]),
        tingkat=level,
        indikator=tuple(_measure(text) for text in _several(one.get("indikator", []))),
        komponen=COMPONENTS[LEVELS.index(level)],
        bagian=(Component(code, name),) if code or name else (),
        jabatan=tuple((tuple(one["jabatan"].split("/")),) if one.get("jabatan") else ()),
        mitra=tuple(one["mitra"].split("; ")) if one.get("mitra") else (),
    )


def _measure(text: str) -> Measure:
    return Measure(*(part.strip() for part in text.split("|")))


def _several(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given
