"""Which format a file really has, told from its first bytes and its parts; the extension only tells .csv from text.

In: the bytes and the file's name. Out: a key of `FORMATS` (`text`, `csv`, `docx`, `xlsx`), or DocumentRefused saying
what the file is and how to bring it in.
"""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from service.errors import DocumentRefused
from service.ingest.read.limits import RESAVE, refused

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"MIME-Version:", "halaman web (MHT)"),
)
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg")

INSIDE_ZIP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"word/|document\d*\.xml$"), "docx"),
    (re.compile(r"xl/|workbook\d*\.xml$"), "xlsx"),
)
"""A part that only this kind of file has, mostly in its own folder."""
OTHER_ZIP: tuple[tuple[str, str], ...] = (
    ("ppt/", "PowerPoint"),
    ("content.xml", "LibreOffice (.odt/.ods)"),
    ("Index/", "Pages/Numbers"),
)
INSIDE_OLE: tuple[tuple[str, str], ...] = (
    ("WordDocument", "Word lama (.doc)"),
    ("Workbook", "Excel lama (.xls)"),
    ("Book", "Excel lama (.xls)"),
    ("PowerPoint Document", "PowerPoint lama (.ppt)"),
)
NAME_LETTERS = 255
"""No file system takes a longer name, so this one was made up."""
RETYPE = "Buka berkas itu, simpan isinya sebagai .docx atau .xlsx, lalu unggah lagi."
SCAN = "Minta berkas Word atau Excel aslinya, atau ketik tabelnya ke .xlsx, lalu unggah lagi."


def recognise(data: bytes, name: str) -> str:
    """Key of `FORMATS` for this file."""
    if data.startswith(ZIP):
        return _inside_zip(data)
    if data.startswith(OLE):
        raise _ole(data)
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise _unsupported(kind, SCAN if "PDF" in kind or "gambar" in kind else RETYPE)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        raise _unsupported("halaman web atau XML", RETYPE)
    return "csv" if name.lower().endswith(".csv") else "text"


def check_name(name: str) -> None:
    """Raises DocumentRefused for a name that cannot be shown as it is: control or direction-changing characters."""
    if len(name) > NAME_LETTERS:
        raise refused(f"Nama berkas lebih dari {NAME_LETTERS} huruf.", "Pendekkan nama berkas itu, lalu unggah lagi.")
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in name):
        raise refused("Nama berkas memuat karakter yang tidak tampak.", "Ganti nama berkas itu, lalu unggah lagi.")


def _inside_zip(data: bytes) -> str:
    try:
        names = [name.replace("\\", "/") for name in ZipFile(BytesIO(data)).namelist()]
    except (BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        raise truncated() from None
    if "xl/workbook.bin" in names:
        raise _unsupported("Excel biner (.xlsb)", RETYPE)
    for part, kind in INSIDE_ZIP:
        if any(part.match(name) for name in names):
            return kind
    for start, kind in OTHER_ZIP:
        if any(name.startswith(start) for name in names):
            raise _unsupported(kind, RETYPE)
    raise _unsupported("arsip zip", "Keluarkan dokumennya dari arsip, lalu unggah satu per satu.")


def _ole(data: bytes) -> DocumentRefused:
    """Old Office files and encrypted new ones share a container; its directory holds the names as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refused(
            "Berkas terkunci dengan kata sandi.", "Buka berkas itu, hapus kata sandinya, simpan, lalu unggah lagi."
        )
    for name, kind in INSIDE_OLE:
        if name.encode("utf-16-le") in data:
            return _unsupported(kind, RESAVE)
    return _unsupported("Office lama", RESAVE)


def truncated() -> DocumentRefused:
    return refused(
        "Berkas rusak atau terpotong; isinya tidak dapat dibuka.",
        "Unduh atau salin ulang berkas aslinya, pastikan dapat dibuka di Word atau Excel, lalu unggah lagi.",
    )


def _unsupported(kind: str, hint: str) -> DocumentRefused:
    return refused(f"Berkas ini {kind}; yang dapat dibaca: .txt, .docx dan .xlsx.", hint)
