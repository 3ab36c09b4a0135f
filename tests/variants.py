"""Variants of cascading documents, each with the answer it must give.

In: an outline (`tests/outlines/*.txt`: the truth as an indented list), a layout and mutations. Out: `Pages`, the tables
and texts of the five stages, which `as_text`, `as_docx` and `as_xlsx` turn into files; and `expected`, what the dry run
must find in them. A mutation changes the pages as people and word processors do, and notes in `berbeda` every kinerja
whose level it made the stages disagree on.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl

OUTLINES = Path(__file__).parent / "outlines"


@dataclass
class Node:
    uraian: str
    depth: int
    indikator: list[str]
    jabatan: list[str]
    komponen: str
    induk: str


@dataclass
class Truth:
    judul: list[str]
    unit: str
    tahun: int
    pemda: str
    t4: list[str]
    t3: list[str]
    nodes: list[Node]

    def level(self, node: Node) -> str:
        return self.t4[node.depth].removeprefix("kinerja ")


@dataclass
class Pages:
    """A document in five stages. Rows are lists of cells; a `str` among rows is a line of text."""

    truth: Truth
    headings: dict[int, str]
    texts: dict[int, list[str]]
    heads: dict[int, list[str]]
    rows: dict[int, list[list[str] | str]]
    order: list[int] = field(default_factory=lambda: [1, 2, 3, 4, 5])
    judul: list[str] = field(default_factory=list)
    berbeda: set[str] = field(default_factory=set)
    """Statements on whose level the stages disagree."""
    tail: list[str] = field(default_factory=list)

    def data(self, stage: int) -> list[list[str]]:
        return [row for row in self.rows[stage] if isinstance(row, list)]


Mutation = Callable[[Pages, random.Random], None]


def read_outline(name: str) -> Truth:
    lines = (OUTLINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    meta = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    unit, tahun, pemda = meta["unit"].split(" | ")
    nodes: list[Node] = []
    stack: list[Node] = []
    for line in (line for line in lines if line and not line.startswith("# ")):
        depth = (len(line) - len(line.lstrip())) // 2
        uraian, indikator, jabatan, komponen = (
            (part.strip() for part in line.split(" | ", 3)) if line.count(" | ") == 3 else _parts(line)
        )
        stack = stack[:depth]
        node = Node(
            uraian,
            depth,
            [i.strip() for i in indikator.split(";")],
            [j for j in jabatan.split("/") if j],
            komponen,
            stack[-1].uraian if stack else "",
        )
        nodes.append(node)
        stack.append(node)
    return Truth(
        meta["judul"].split(" / "),
        unit,
        int(tahun),
        pemda,
        meta["tahap 4"].split(" > "),
        meta["tahap 3"].split(" > "),
        nodes,
    )


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


HEADINGS = {
    1: "Tahap 1 menentukan outcome",
    2: "Tahap 2",
    3: "Tahap 3",
    4: "Tahap 4 merumuskan indikator kinerja",
    5: "Tahap 5 menerjemahkan pohon kinerja ke komponen perencanaan dan kinerja jabatan",
}
TEXTS = {
    1: [
        "Cara menentukan outcome",
        "- a Mandat/Tugas dan Fungsi",
        "- b Permasalahan yang dihadapi",
        "Masyarakat mengharapkan layanan yang lebih baik",
        "Trik menentukan outcome",
        "- 1 Outcome harus dirumuskan bersama",
    ],
    2: [
        "identifikasi CSF yang dibutuhkan untuk mencapai kinerja",
        "Trik menentukan CSF",
        "- 1 CSF menggambarkan isu faktual",
    ],
    3: [
        "Uraikan CSF ke kondisi antara sampai kondisi paling teknis atau operasional",
        "- 1 trik menguraikan kondisi",
        "- 2 jangan kaitkan dulu dengan anggaran",
    ],
    4: [],
    5: [],
}
HEADS = {
    1: [],
    2: ["No", "CSF", "Isu", "Kondisi yang diperlukan"],
    3: ["CSF yang sudah dirubah ke bahasa kondisi pada tahap 2", "Kondisi yang diperlukan", "Keterangan"],
    4: ["Rujukan Tahapan", "Kinerja", "Indikator Kinerja", "Keterangan"],
    5: ["Rujukan Tahapan", "Kinerja", "Indikator Kinerja", "", "Keterangan"],
}


def pages(truth: Truth) -> Pages:
    """The plain document: one table a stage, nothing wrong in it."""
    factors = [node for node in truth.nodes if node.depth == 1]
    outcomes = [node for node in truth.nodes if node.depth == 0]
    return Pages(
        truth,
        headings=dict(HEADINGS),
        texts={stage: list(lines) for stage, lines in TEXTS.items()},
        heads={stage: list(heads) for stage, heads in HEADS.items()},
        rows={
            1: [["Tahap 1 Menentukan outcome perangkat daerah", node.uraian] for node in outcomes],
            2: [
                [str(n), f"Faktor {n}", f"Masalah {n} belum optimal", node.uraian] for n, node in enumerate(factors, 1)
            ],
            3: _third(truth),
            4: [[_ref(node), node.uraian, "; ".join(node.indikator), truth.t4[node.depth]] for node in truth.nodes],
            5: [
                [_ref(node), node.uraian, "; ".join(node.indikator), truth.t4[node.depth], _planned(node)]
                for node in truth.nodes
            ],
        },
        judul=list(truth.judul),
    )


def _third(truth: Truth) -> list[list[str] | str]:
    """Conditions in the order of the tree; the CSF's condition beside the first of its conditions only."""
    rows: list[list[str] | str] = []
    factor, last = "", ""
    for node in truth.nodes:
        if node.depth == 1:
            factor = node.uraian
        elif node.depth >= 2:
            rows.append([factor if factor != last else "", node.uraian, truth.t3[node.depth]])
            last = factor
    return rows


def _planned(node: Node) -> str:
    return f"{node.komponen} pk {'/'.join(node.jabatan)}" if node.jabatan else node.komponen


def expected(found: Pages) -> dict[str, object]:
    """What the dry run must give, in statements instead of ids."""
    truth = found.truth
    return {
        "unit": truth.unit,
        "tahun": truth.tahun,
        "pemda": truth.pemda,
        "kinerja": {node.uraian: _says(found, node) for node in truth.nodes},
        "berbeda": sorted(found.berbeda),
    }


def _says(found: Pages, node: Node) -> tuple[str, str, tuple[str, ...], tuple[str, ...], str]:
    """Level, parent, indicators, owners and component, as far as the stages that are left say them."""
    stages = set(found.order)
    level = found.truth.level(node) if stages & {4, 5} else _level_of_3(found.truth, node)
    indicators = tuple(sorted(node.indikator)) if stages & {4, 5} else ()
    owners = tuple(sorted(node.jabatan)) if 5 in stages else ()
    return level, node.induk, indicators, owners, node.komponen if 5 in stages else ""


USUAL_3 = {"antara utama": "taktikal intermediate", "antara": "taktikal immediate", "operasional": "operasional"}


def _level_of_3(truth: Truth, node: Node) -> str:
    """Stage 3 alone: in the words of the usual ladder if that has all of them, else in its own."""
    labels = [label.removeprefix("kondisi ") for label in truth.t3]
    if node.depth <= 1:
        return ("strategis skpd", "strategis")[node.depth]
    usual = all(label in USUAL_3 for label in labels[2:])
    return USUAL_3[labels[node.depth]] if usual else labels[node.depth]


def lines_of(found: Pages) -> list[str | list[str]]:
    """The document as lines of text and rows of tables."""
    lines: list[str | list[str]] = [*found.judul, ""]
    for stage in found.order:
        if found.headings[stage]:
            lines += ["", found.headings[stage], ""]
        lines += [*found.texts[stage], ""]
        if found.heads[stage]:
            lines.append(found.heads[stage])
        lines += [*found.rows[stage], ""]
    return [*lines, *found.tail]


def as_text(found: Pages, newline: str = "\n", encoding: str = "utf-8") -> bytes:
    lines = [
        line if isinstance(line, str) else "\t".join(re.sub(r"\s*\n\s*", "; ", cell) for cell in line)
        for line in lines_of(found)
    ]
    return (newline.join(lines) + newline).encode(encoding)


def as_docx(found: Pages) -> bytes:
    document = docx.Document()
    table: list[list[str]] = []
    for line in [*lines_of(found), ""]:
        if isinstance(line, list):
            table.append(line)
            continue
        if table:
            _add_table(document, table)
            table = []
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document: object, rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width)  # type: ignore[attr-defined]
    for row, cells in zip(rows, table.rows, strict=True):
        for text, cell in zip(row + [""] * (width - len(row)), cells.cells, strict=True):
            cell.text = text


def as_xlsx(found: Pages, one_sheet: bool = False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1" if one_sheet else "Judul"
    for line in found.judul:
        sheet.append([line])
    for stage in found.order:
        if not one_sheet:
            sheet = book.create_sheet(f"Tahap {stage}")
        sheet.append([])
        if found.headings[stage]:
            sheet.append([found.headings[stage]])
        for text in found.texts[stage]:
            sheet.append([text])
        sheet.append([])
        if found.heads[stage]:
            sheet.append(found.heads[stage])
        for row in found.rows[stage]:
            sheet.append(row if isinstance(row, list) else [row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ref(node: Node) -> str:
    return f"Tahap {min(node.depth + 1, 3)}"
