"""Word files and workbooks made of raw XML: what no library would write, but what people's files hold.

In: XML of a body, of rows, of parts. Out: the bytes of a complete .docx or .xlsx.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx import Document as new_document
from openpyxl import Workbook

WORD_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
    b'.spreadsheetml.sharedStrings+xml"/></Types>'
)


def word(body: str = "", before: str = "", encoding: str = "utf-8") -> bytes:
    """A .docx whose main part is `body`, with `before` ahead of its root."""
    root = f'<w:document xmlns:w="{WORD_NS}"><w:body>{body}</w:body></w:document>'
    part = f'<?xml version="1.0" encoding="{encoding}"?>{before}{root}'
    return changed(empty_docx(), {"word/document.xml": part.encode(encoding)})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def sheet(rows: str = "", dimension: str = "A1", before: str = "", strings: str = "") -> bytes:
    """An .xlsx whose only sheet holds `rows` (as XML); `strings` replaces its shared strings."""
    inner = f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData>'
    part = f'{before}<worksheet xmlns="{SHEET_NS}">{inner}</worksheet>'
    parts = {"xl/worksheets/sheet1.xml": part.encode()}
    if strings:
        parts["xl/sharedStrings.xml"] = strings.encode()
        types = part_of(empty_xlsx(), "[Content_Types].xml")
        parts["[Content_Types].xml"] = types.replace(b"</Types>", STRINGS_TYPE)
    return changed(empty_xlsx(), parts)


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def zip_of(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def empty_docx() -> bytes:
    stream = BytesIO()
    new_document().save(stream)
    return stream.getvalue()


def empty_xlsx() -> bytes:
    stream = BytesIO()
    book = Workbook()
    book.save(stream)
    return stream.getvalue()


def part_of(original: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(original)) as archive:
        return archive.read(name)


def changed(original: bytes, parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(BytesIO(original)) as archive:
        return zip_of({name: archive.read(name) for name in archive.namelist()} | parts)
