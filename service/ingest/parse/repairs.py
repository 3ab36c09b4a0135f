"""What was mended in reading a row, told to the person who can mend the document.

In: a row as read and the claim made of it. Out: issues, each with what was read and what it was taken for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.bahasa.terms import mend
from service.bahasa.wording import tidy, words
from service.ingest.parse.entries import Entry
from service.ingest.parse.heads import head_role
from service.ingest.parse.kinds import cell_kind
from service.ingest.parse.table import Section, runs
from service.model import Claim, Issue, Place
from service.remarks import remark

BROKEN = re.compile(r"[^\W\d]+-\s+[^\W\d]+")


def repairs(entry: Entry, claim: Claim) -> Iterator[Issue]:
    if entry.tumpah:
        read = f'"{entry.label[0]}" | "{entry.tumpah}"'
        taken = f'tingkat "{claim.tingkat}"' + (f' dan komponen "{claim.komponen}"' if claim.komponen else "")
        yield remark(
            "TXT14", claim.tempat, f"Tingkat tumpah ke sel sebelahnya: terbaca {read}; dianggap {taken}.", claim.baris
        )
    if entry.bergeser:
        message = f'Isi baris tidak berada di kolomnya; dibaca menurut isinya, sebagai pernyataan: "{claim.uraian}".'
        yield remark("BACA06", claim.tempat, message, claim.baris)
    yield from _closed_up(entry, claim)
    mended = [word for word in words(claim.label) if mend(word) != word]
    if mended:
        yield remark("BACA07", claim.tempat, f'Ejaan tingkat "{claim.label}" dianggap "{claim.tingkat}".', claim.baris)
    if entry.sisa:
        unused = ", ".join(f'"{text}"' for text in entry.sisa)
        yield remark("BACA05", claim.tempat, f"Isi sel yang tidak dipakai: {unused}.", claim.baris)


def _closed_up(entry: Entry, claim: Claim) -> Iterator[Issue]:
    """A word that a line end broke, in the statement or an indicator: "Perundang- Undangan"."""
    for raw, cell in zip(entry.line.raw.sel, entry.line.sel, strict=True):
        broken = BROKEN.search(raw)
        if broken and cell_kind(cell) in ("pernyataan", "ukuran", "teks"):
            taken = tidy(broken.group())
            yield remark(
                "TXT12",
                claim.tempat,
                f'Kata terputus di akhir baris: terbaca "{broken.group()}"; dianggap "{taken}".',
                claim.baris,
            )


def columns_left_out(sections: Sequence[Section], tahap: int) -> Iterator[Issue]:
    """Columns that no cascading needs: Satuan, Target. One issue for a column, not for each cell."""
    for section in sections:
        for column, head in enumerate(section.heads):
            filled = [line for line in section.rows if len(line.sel) == len(section.heads) and line.sel[column]]
            if head_role(head) == "lain" and filled:
                place = Place(filled[0].raw.lokasi, tahap)
                message = f'Kolom "{head}" tidak dipakai ({len(filled)} sel terisi).'
                yield remark("BACA05", place, message, [line.nomor for line in filled])


def changed_widths(sections: Sequence[Section], tahap: int) -> Iterator[Issue]:
    blocks = [run for section in sections for run in runs(section.rows)]
    for above, below in pairwise(blocks):
        before, after = len(above[0].sel), len(below[0].sel)
        if before != after:
            place = Place(below[0].raw.lokasi, tahap)
            change = f"Jumlah kolom berubah dari {before} menjadi {after}"
            message = f"{change} (pergantian halaman); tiap sel dibaca menurut isinya."
            yield remark("BACA02", place, message, (below[0].nomor,))
