"""The safe door into a .docx or .xlsx: which parts it has, unpacked within limits, with no XML trick left in them.

In: the bytes of a zip. Out: a `Package` holding only its XML parts, each really unpacked and measured (not as
declared), free of document types and entities, its namespaces those of the transitional form. The readers, and
openpyxl, see only what passed here; pictures, macros and embedded files are never unpacked, so a bomb inside a bomb
stays shut.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring

from service.ingest.read.limits import ENTRIES, MB, PART_BYTES, RESAVE, UNPACKED_BYTES, refused
from service.ingest.read.recognise import truncated

ENCRYPTED = 0x1
RATIO = 400
"""Unpacked to packed; plain XML of the dullest table reaches about 60."""
RATIO_FROM = 1 * MB
"""Below this size the ratio of a part says nothing."""
READ_AT_ONCE = 1 * MB

DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)

WIDE: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
"""How an XML part in UTF-16 begins."""

TYPES = "[Content_Types].xml"
DECLARED = re.compile(rb'<(?:\w+:)?Override\b[^>]*?PartName="/([^"]+)"[^>]*/>')
"""An entry of the list of contents, by the name of its part."""

STRICT: tuple[tuple[bytes, bytes], ...] = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
)
"""Namespaces of the strict form, and the ones that everything else writes."""


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of an Office file."""

    parts: dict[str, bytes]

    def xml(self, name: str) -> Element:
        """Root of a part; KeyError when there is none."""
        root: Element = fromstring(self.parts[name], forbid_dtd=True)
        return root

    def main(self) -> str:
        """Name of the main part, as the package itself says."""
        for kind, target in self.related(""):
            if kind.endswith("/officeDocument"):
                return target
        raise truncated()

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """(type, part) of everything that the part `name` refers to inside the package."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        for link in self.xml(links) if links in self.parts else ():
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
            if target in self.parts:
                yield link.get("Type", ""), target

    def as_zip(self) -> BytesIO:
        """The same as an uncompressed zip, for a library that wants a file."""
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        stream.seek(0)
        return stream


def open_package(data: bytes) -> Package:
    """The vetted parts; raises DocumentRefused with the reason."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            parts = {_name(entry): _unpack(archive, entry) for entry in entries if _is_xml(entry.filename)}
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, ValueError, OSError):
        raise truncated() from None
    return Package(_as_listed({name: _plain(content) for name, content in parts.items()}))


def _check_entries(entries: list[ZipInfo]) -> None:
    if len(entries) > ENTRIES:
        raise _bomb(f"Berkas memuat {len(entries)} bagian; batasnya {ENTRIES}.")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise refused("Isi berkas dikunci dengan kata sandi.", RESAVE)
    names = [_name(entry) for entry in entries]
    if any(_leads_out(name) for name in names) or len(set(names)) < len(names):
        raise refused("Susunan berkas tidak wajar: nama bagian di dalamnya menunjuk ke luar atau berulang.", RESAVE)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > UNPACKED_BYTES:
        raise _bomb(f"Isi berkas menjadi {unpacked // MB} MB setelah dibuka; batasnya {UNPACKED_BYTES // MB} MB.")


def _name(entry: ZipInfo) -> str:
    """Name with slashes: some programs on Windows write the other ones."""
    return entry.filename.replace("\\", "/")


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ":" in name or ".." in name.split("/")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _unpack(archive: ZipFile, entry: ZipInfo) -> bytes:
    """One part, counted while it is unpacked: what the zip declares about itself may be a lie."""
    if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(entry.compress_size, 1):
        raise _bomb(f'Bagian "{entry.filename}" dimampatkan lebih dari {RATIO} kali.')
    chunks, size = [], 0
    with archive.open(entry) as stream:
        while chunk := stream.read(READ_AT_ONCE):
            size += len(chunk)
            if size > PART_BYTES:
                raise _bomb(f'Bagian "{entry.filename}" lebih besar dari {PART_BYTES // MB} MB setelah dibuka.')
            chunks.append(chunk)
    return b"".join(chunks)


def _plain(content: bytes) -> bytes:
    """UTF-8 without document type, in the transitional namespaces."""
    encoding = next((name for start, name in WIDE if content.startswith(start)), "")
    if encoding:
        content = content.decode(encoding).encode("utf-8")
        content = re.sub(rb'encoding\s*=\s*["\'][^"\']*["\']', b'encoding="utf-8"', content, count=1)
    if DECLARATION.search(content):
        raise refused("Berkas memuat definisi entitas XML, yang tidak pernah ditulis Word atau Excel.", RESAVE)
    for strict, transitional in STRICT:
        content = content.replace(strict, transitional)
    return content


def _as_listed(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, named as the list of contents names them: Office takes large and small letters for the same."""
    listed = {found.decode().casefold(): found.decode() for found in DECLARED.findall(parts.get(TYPES, b""))}
    return {listed.get(name.casefold(), name): content for name, content in parts.items()}


def _bomb(message: str) -> Exception:
    return refused(message, "Hapus gambar dan lembar yang tidak perlu, simpan ulang, lalu unggah lagi.")
