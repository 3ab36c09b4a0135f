"""Writes the fictional documents from their content in `seeds/source/`; the same content gives the same bytes.

In: `source/*.yaml`. Out: the .docx of a dinas (real tables, page breaks that cut them, merged cells), the .xlsx of a
badan (a sheet a stage, merged cells, a hidden sheet), and in `contoh/` a filled template workbook for each of the
other units. After a change of the content: `python -m seeds.make_examples`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from seeds.office import Content, Grid, as_docx, as_xlsx, pinned
from seeds.workbook import as_template, template_units

TARGET = Path(__file__).resolve().parent
SOURCE = TARGET / "source"
TEMPLATES = "contoh"
"""Folder of the units that come through the template workbook."""


def main() -> None:
    perikanan, bpbd = (_content(name) for name in ("perikanan", "bpbd"))
    (TARGET / perikanan["berkas"]).write_bytes(pinned(as_docx(perikanan, _stages(perikanan))))
    (TARGET / bpbd["berkas"]).write_bytes(pinned(as_xlsx(bpbd, _stages(bpbd))))
    (TARGET / TEMPLATES).mkdir(exist_ok=True)
    for unit in template_units():
        (TARGET / TEMPLATES / unit["berkas"]).write_bytes(as_template(unit))


def _stages(content: Content) -> list[list[Grid]]:
    """The tables of each stage; two where a page break cuts one."""
    return [stage(content) for stage in (first_outcome, factors, conditions, indicators, translation)]


def first_outcome(content: Content) -> list[Grid]:
    return [Grid([[content["tahap1"]["tabel"], content["kinerja"][0]["uraian"]]])]


def factors(content: Content) -> list[Grid]:
    form, by_code = content["tahap2"], {kinerja.get("kode"): kinerja for kinerja in content["kinerja"]}
    rows = [
        [str(n), csf["nama"], csf["isu"], csf["sumber"], by_code[csf["kinerja"]]["uraian"]]
        for n, csf in enumerate(form["csf"], 1)
    ]
    return [Grid([form["kepala"], *rows])]


def conditions(content: Content) -> list[Grid]:
    """Stage 3: the conditions below the CSF they belong to, whose cell is merged down over them."""
    head = content["tahap3"]["kepala"]
    rows: list[list[str | None]] = []
    csf: str | None = None
    for kinerja in content["kinerja"]:
        if kinerja["tingkat"] < 3:
            csf = kinerja["uraian"] if kinerja["tingkat"] == 2 else None
            continue
        row = [csf, _said(kinerja, "t3", "uraian"), _label(content, kinerja, "t3")]
        rows.append(([str(len(rows) + 1)] if head[0] == "No" else []) + row)
        csf = None
    return [Grid([head, *rows])]


def indicators(content: Content) -> list[Grid]:
    """Stage 4: a row an indicator; the cells of a kinerja with several are merged down over them."""
    form = content["tahap4"]
    rows: list[list[str | None]] = []
    for number, kinerja in enumerate(_ordered(content, form), 1):
        reference = _said(kinerja, "t4", "rujukan") or f"Tahap {min(kinerja['tingkat'], 3)}"
        said = [reference, _said(kinerja, "t4", "uraian")]
        label = _label(content, kinerja, "t4")
        for n, indicator in enumerate(kinerja["indikator"]):
            keys = ([str(number)] if form["kepala"][0] == "No" else []) + said
            unit = [kinerja["satuan"][n]] if "satuan" in kinerja else []
            rows.append([*(keys if n == 0 else [None] * len(keys)), indicator, *unit, label if n == 0 else None])
    return _cut(form, form["kepala"], rows)


def translation(content: Content) -> list[Grid]:
    """Stage 5: planning component and position; after its page break the two share a column."""
    form = content["tahap5"]
    rows: list[list[str | None]] = []
    for kinerja in content["kinerja"]:
        if _said(kinerja, "t5", "hilang"):
            continue
        key = str(len(rows) + 1) if form["kepala"][0] == "No" else f"Tahap {min(kinerja['tingkat'], 3)}"
        indicator = "\n".join(_numbered(_said(kinerja, "t5", "indikator")))
        component = kinerja.get("komponen") or content["tingkat"][kinerja["tingkat"]]["komponen"]
        owner = _said(kinerja, "t5", "jabatan")
        rows.append([key, _said(kinerja, "t5", "uraian"), indicator, _label(content, kinerja, "t5"), component, owner])
    if "akhir" in form:
        rows.append([str(len(rows) + 1), "", "", "", "", form["akhir"]])
    first, *rest = _cut(form, form["kepala"], rows)
    return [first, *(Grid([[*row[:4], f"{row[4]} pk {row[5]}"] for row in grid.rows[1:]]) for grid in rest)]


def _content(name: str) -> Content:
    content: Content = yaml.safe_load((SOURCE / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


def _said(kinerja: Content, stage: str, field: str) -> Any:
    """What this stage says, which may be a planted mistake."""
    return kinerja.get("salah", {}).get(stage, {}).get(field, kinerja.get(field))


def _label(content: Content, kinerja: Content, stage: str) -> str:
    if stage == "t3":
        label: str | None = kinerja.get("salah", {}).get("t3", {}).get("label")
        return str(content["tingkat"][kinerja["tingkat"]]["t3"]) if label is None else label
    return str(content["tingkat"][_said(kinerja, stage, "tingkat")]["t4"])


def _ordered(content: Content, form: Content) -> list[Content]:
    if "urutan" not in form:
        return list(content["kinerja"])
    by_code = {kinerja["kode"]: kinerja for kinerja in content["kinerja"]}
    return [by_code[code] for code in form["urutan"]]


def _numbered(lines: list[str]) -> Iterator[str]:
    return (f"{n}. {line}" if len(lines) > 1 else line for n, line in enumerate(lines, 1))


def _cut(form: Content, head: list[str], rows: list[list[str | None]]) -> list[Grid]:
    at = form.get("potong", len(rows))
    parts = [rows[:at], rows[at:]] if at < len(rows) else [rows]
    return [Grid([head, *part]) for part in parts]


if __name__ == "__main__":
    main()
