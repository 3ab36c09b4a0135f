"""Which rows of a template speak of the same kinerja, and what is wrong with single rows.

In: the data rows. Out: `Stated` kinerja, in order, each with its rows, and an issue for every cell that cannot be
read, with its place. A row without a statement goes on with the kinerja above it, or with the one of its id or code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from service.bahasa.wording import key
from service.ingest.parse.templat_table import LABELS, Line
from service.model import Issue
from service.remarks import remark

DATE = re.compile(r"\d{2}/\d{2}/\d{4}( \d{2}:\d{2})?")
"""How the reader shows a cell that a spreadsheet took for a date."""
SEVERAL = re.compile(r"[;\n]")
OWN = ("induk", "tingkat", "id")
"""What a row says only of a kinerja of its own."""
DEPENDENT = ("satuan", "target", "baseline")


@dataclass
class Stated:
    """One kinerja with its rows."""

    nomor: int
    """1, 2, 3 … in this document."""
    kode: str
    uraian: str
    id: str
    """As its row carries it; empty: none, or one that another row carries already."""
    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.lines[0]


@dataclass
class Gathering:
    """The kinerja as they are found, row by row."""

    kinerja: list[Stated] = field(default_factory=list)
    by_code: dict[str, Stated] = field(default_factory=dict)
    by_id: dict[str, Stated] = field(default_factory=dict)
    wordless: set[str] = field(default_factory=set)
    """Codes and ids of rows that have no statement, told once."""
    issues: list[Issue] = field(default_factory=list)


def gather(lines: Sequence[Line]) -> Gathering:
    """All kinerja of the sheet, and the faults of its rows."""
    found, later = Gathering(), list[Line]()
    for line in lines:
        found.issues += _dates(line)
        if _is_further(line) and not _whose(found, line):
            later.append(line)
        else:
            _take(found, line)
    for line in later:
        _take(found, line)
    return found


def code(text: str) -> str:
    """A code as it is compared: `1.1.` and `(1.1)` are `1.1`."""
    return re.sub(r"[\s().]+$", "", text.strip(" (")).casefold()


def parts(text: str) -> list[str]:
    """What one cell lists: parted by semicolons or line breaks."""
    return [" ".join(part.split()) for part in SEVERAL.split(text) if part.strip()]


def _is_further(line: Line) -> bool:
    """A row without a statement that says by its id or code whose it is; sorting may put it above that one."""
    return not line.text("uraian") and not line.has("induk", "tingkat") and line.has("id", "kode")


def _whose(found: Gathering, line: Line) -> Stated | None:
    return found.by_id.get(line.id) or found.by_code.get(code(line.text("kode")))


def _take(found: Gathering, line: Line) -> None:
    own, words = code(line.text("kode")), line.text("uraian")
    same = found.by_id.get(line.id)
    known = found.by_code.get(own) if own else None
    last = found.kinerja[-1] if found.kinerja else None
    if same and (not words or key(words) == key(same.uraian)):
        _go_on(found, same, line)
    elif known and words and key(words) != key(known.uraian):
        found.issues.append(_doubled(line, known))
    elif known:
        _go_on(found, known, line)
    elif words and not own and last and not line.has(*OWN) and key(words) == key(last.uraian):
        _go_on(found, last, line)
    elif words:
        _begin(found, line, own, words)
    elif own or line.has(*OWN):
        if (handle := own or line.id) not in found.wordless:
            found.issues.append(_wordless(line))
        found.wordless.add(handle or line.place("uraian"))
    elif last:
        _go_on(found, last, line)
    else:
        found.issues.append(_homeless(line))


def _begin(found: Gathering, line: Line, own: str, words: str) -> None:
    key_ = line.id
    if key_ in found.by_id:
        above = found.by_id[key_].first.place("id")
        message = f'ID "{key_}" sudah dipakai di {above}; baris ini dianggap kinerja lain tanpa ID.'
        found.issues.append(remark("TPL07", line.place("id"), message, (line.cells.nomor,)))
        key_ = ""
    one = Stated(len(found.kinerja) + 1, own, words, key_, [line])
    found.kinerja.append(one)
    if key_:
        found.by_id[key_] = one
    if own:
        found.by_code[own] = one
    found.issues += _unmeasured(line)


def _go_on(found: Gathering, one: Stated, line: Line) -> None:
    one.lines.append(line)
    found.issues += _unmeasured(line)


def _doubled(line: Line, known: Stated) -> Issue:
    above = known.first.place("kode")
    message = f'Kode "{line.text("kode")}" sudah dipakai di {above} untuk "{known.uraian}".'
    return remark("TPL03", line.place("kode"), message, (known.first.cells.nomor, line.cells.nomor))


def _wordless(line: Line) -> Issue:
    told = " dan ".join(
        f'{LABELS[name]} "{line.text(name)}"' for name in ("id", "kode", "induk", "tingkat") if line.text(name)
    )
    return remark("TPL02", line.place("uraian"), f"Uraian kinerja kosong, padahal {told} terisi.", (line.cells.nomor,))


def _homeless(line: Line) -> Issue:
    name = next(
        name
        for name in ("indikator", *DEPENDENT, "jabatan", "mitra", "komponen", "komponen_kode", "komponen_nama", "kode")
        if line.text(name) or name == "kode"
    )
    message = f'{LABELS[name]} "{line.text(name)}" berdiri di atas kinerja pertama, jadi tidak ada pemiliknya.'
    return remark("TPL04", line.place(name), message, (line.cells.nomor,))


def _unmeasured(line: Line) -> Iterable[Issue]:
    """A target (or its unit, or a baseline) without an indicator; one remark for each row."""
    filled = [name for name in DEPENDENT if line.text(name)]
    if filled and not line.text("indikator"):
        told = ", ".join(f'{LABELS[name]} "{line.text(name)}"' for name in filled)
        message = f"{told} tanpa indikator di {line.place('indikator')}; tidak dipakai."
        yield remark("TPL06", line.place(filled[0]), message, (line.cells.nomor,))


def _dates(line: Line) -> Iterable[Issue]:
    for name in ("kode", "induk", "komponen_kode"):
        if DATE.fullmatch(line.text(name)):
            message = f'{LABELS[name]} terbaca sebagai tanggal "{line.text(name)}".'
            yield remark("TPL08", line.place(name), message, (line.cells.nomor,))
