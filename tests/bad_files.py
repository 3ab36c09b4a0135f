"""Files that must be refused, as real bytes: each with its name and the words by which the refusal is known.

In: nothing. Out: `BAD`, a table of (file name, maker of the bytes, words of the message). Makers are called one by
one, so that the big ones never lie in memory together.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.office_xml import SHEET_NS, changed, empty_docx, empty_xlsx, inline, paragraph, sheet, word, zip_of

MB = 1024 * 1024
GB = 1024 * MB

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha ha ha ha ">'
    + "".join(f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True)
class BadFile:
    """One file and what must be said of it."""

    name: str
    make: Callable[[], bytes]
    says: str
    """Words of the message."""


def zeros(declared: int = 0) -> bytes:
    """A .docx with 2 GB of zeros in its main part; `declared`: the size it lies about."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b"\0" * 16 * MB) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block * 128 + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    return raw_zip("word/document.xml", packed, declared or 2 * GB)


def raw_zip(name: str, packed: bytes, size: int) -> bytes:
    """A zip with one entry, written by hand: whatever it says of itself is not checked."""
    sizes = struct.pack("<III", 0, len(packed), size)
    common = struct.pack("<HHHHH", 20, 0, 8, 0, 0x21) + sizes + struct.pack("<HH", len(name), 0)
    local = b"PK\x03\x04" + common + name.encode() + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def ole(*streams: str) -> bytes:
    """A compound file (what .doc, .xls and encrypted files are) with empty streams of these names."""
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head += struct.pack("<108I", *[0xFFFFFFFF] * 108)
    directory = b"".join(_ole_entry(name, 5 if n == 0 else 2) for n, name in enumerate(("Root Entry", *streams)))
    return head[:512].ljust(512, b"\xff") + fat + directory.ljust(512, b"\0")


def nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("dalam") + "</w:tc></w:tr></w:tbl>" * depth


def nested_grids(depth: int) -> str:
    """The same with two cells a row, so that no level is a mere frame."""
    return f"<w:tbl><w:tr><w:tc>{paragraph('kiri')}</w:tc><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth


def noise(size: int) -> bytes:
    return random.Random(20221124).randbytes(size)


def letters(size: int) -> str:
    return "".join(random.Random(20221124).choices("abcdefghij klmnop", k=size))


def million_rows() -> bytes:
    return sheet("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_000_001)))


def million_short_rows() -> bytes:
    return sheet("".join(f"<row><c><v>{n * 7919 % 9973}</v></c></row>" for n in range(1_000_000)))


def huge_string() -> bytes:
    strings = f'<sst xmlns="{SHEET_NS}"><si><t>{letters(1 * MB)}</t></si></sst>'
    return sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)


def many_parts() -> bytes:
    return changed(empty_docx(), {f"word/media/{n}.bin": b"" for n in range(3_000)})


def repeated_part() -> bytes:
    """Two parts of one name: which of them is read depends on the reader."""
    return zip_of({"word/document.xml": b"<a/>", "word/document.xmm": b"<b/>"}).replace(b".xmm", b".xml")


def deep() -> bytes:
    return word("".join(f'<w:x w:n="{n * 7919 % 99991}">' for n in range(200_000)) + "</w:x>" * 200_000)


def outside_strings() -> bytes:
    cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    return sheet(cell, strings=f'{OUTSIDE}<sst xmlns="{SHEET_NS}"><si><t>&a;</t></si></sst>')


BAD: tuple[BadFile, ...] = (
    BadFile("kosong.txt", lambda: b"", "Berkas kosong"),
    BadFile("spasi.txt", lambda: b"\xef\xbb\xbf \r\n\t\n   \n", "tidak memuat tulisan"),
    BadFile("kosong.docx", lambda: empty_docx(), "tidak memuat tulisan"),
    BadFile("kosong.xlsx", lambda: empty_xlsx(), "tidak memuat tulisan"),
    BadFile("derau.txt", lambda: noise(200_000), "bukan teks"),
    BadFile("nul.txt", lambda: b"Tahap 1 menentukan outcome\n\x00\x00\x00Tahap 2\n", "bukan teks"),
    BadFile("utf16-cacat.txt", lambda: b"\xff\xfeT\x00a\xd8h\x00", "bukan teks"),
    BadFile("terkunci.docx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "kata sandi"),
    BadFile("terkunci.xlsx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "kata sandi"),
    BadFile("lama.doc", lambda: ole("WordDocument", "1Table"), "Word lama (.doc)"),
    BadFile("lama.xls", lambda: ole("Workbook"), "Excel lama (.xls)"),
    BadFile("pindaian.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    BadFile("surat.rtf", lambda: b"{\\rtf1\\ansi Tahap 1}", "RTF"),
    BadFile("halaman.xls", lambda: b"<html><body><table></table></body></html>", "halaman web"),
    BadFile("foto.docx", lambda: b"\x89PNG\r\n\x1a\n" + noise(100), "gambar PNG"),
    BadFile("dokumen.odt", lambda: zip_of({"mimetype": b"oasis", "content.xml": b"<a/>"}), "LibreOffice"),
    BadFile("paparan.pptx", lambda: zip_of({"ppt/presentation.xml": b"<a/>"}), "PowerPoint"),
    BadFile("biner.xlsb", lambda: zip_of({"xl/workbook.bin": b"\0"}), ".xlsb"),
    BadFile("kumpulan.zip", lambda: zip_of({"satu.docx": empty_docx()}), "arsip zip"),
    BadFile("bom-dalam-bom.zip", lambda: zip_of({"dalam.zip": zeros()}), "arsip zip"),
    BadFile("teks-50mb.txt", lambda: b"Meningkatnya kualitas\n" * (50 * MB // 22), "batasnya 20 MB"),
    BadFile("sejuta-baris.txt", lambda: b"a\tb\n" * 1_000_000, "lebih dari 20.000 baris"),
    BadFile("sejuta-baris.csv", lambda: b"a;b\n" * 1_000_000, "lebih dari 20.000 baris"),
    BadFile("baris-panjang.txt", lambda: b"x" * 15 * MB, "batasnya 20.000"),
    BadFile("kolom.txt", lambda: b"\t".join([b"x"] * 100_000), "kolom"),
    BadFile("bom.docx", zeros, "2048 MB"),
    BadFile("bom-berdusta.docx", lambda: zeros(declared=1_000), "rusak atau terpotong"),
    BadFile("bom-berdusta-besar.docx", lambda: zeros(declared=150 * MB), "lebih besar dari 32 MB"),
    BadFile("mampat.xlsx", lambda: sheet(f"<!--{' ' * 20 * MB}-->"), "dimampatkan lebih dari"),
    BadFile("banyak-bagian.docx", many_parts, "bagian; batasnya"),
    BadFile("jalur.docx", lambda: changed(empty_docx(), {"../../etc/cron.d/x": b""}), "menunjuk ke luar"),
    BadFile("jalur-mutlak.xlsx", lambda: changed(empty_xlsx(), {"/etc/passwd": b""}), "menunjuk ke luar"),
    BadFile("berulang.docx", repeated_part, "berulang"),
    BadFile("terpotong.docx", lambda: empty_docx()[:-3_000], "rusak atau terpotong"),
    BadFile("terpotong.xlsx", lambda: empty_xlsx()[: len(empty_xlsx()) // 2], "rusak atau terpotong"),
    BadFile("rusak.docx", lambda: word(paragraph("x") + "<w:p>"), "XML di dalam berkas rusak"),
    BadFile("tanpa-isi.docx", lambda: zip_of({"word/x.xml": b"<a/>"}), "rusak atau terpotong"),
    BadFile("entitas.docx", lambda: word(paragraph("&j;"), before=LAUGHS), "entitas XML"),
    BadFile("entitas-utf16.docx", lambda: word(paragraph("&j;"), before=LAUGHS, encoding="utf-16"), "entitas XML"),
    BadFile("entitas.xlsx", lambda: sheet(before=LAUGHS), "entitas XML"),
    BadFile("entitas-luar.xlsx", outside_strings, "entitas XML"),
    BadFile("sejuta-baris.xlsx", million_rows, "lebih besar dari 32 MB"),
    BadFile("sejuta-baris-pendek.xlsx", million_short_rows, "20.000 baris"),
    BadFile("teks-raksasa.xlsx", huge_string, "batasnya 20.000"),
    BadFile("rumus.xlsx", lambda: sheet('<row r="2"><c r="B2"><f>A1</f></c></row>'), "Rumus di Sheet!B2"),
    BadFile("sel-terjauh.xlsx", lambda: sheet(f'<row r="9">{inline("XFD9", "x")}</row>'), "Sheet!XFD9"),
    BadFile("sarang.docx", lambda: word(nested_tables(500)), "bersarang"),
    BadFile("sarang-dua-sel.docx", lambda: word(nested_grids(500)), "bersarang"),
    BadFile("sarang-dalam.docx", deep, "bersarang"),
    BadFile("kendali\x07.txt", lambda: b"Tahap 1", "karakter yang tidak tampak"),
    BadFile("terbalik\u202etxt.docx", lambda: b"Tahap 1", "karakter yang tidak tampak"),
)


def _ole_entry(name: str, kind: int) -> bytes:
    utf16 = (name + "\0").encode("utf-16-le")
    return utf16.ljust(64, b"\0") + struct.pack("<HBB", len(utf16), kind, 1) + b"\xff" * 12 + b"\0" * 48
