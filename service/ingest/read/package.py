"""The parts of a .docx or .xlsx, with no XML trick left in them, and how they refer to one another.

In: the bytes of a file. Out: a `Package` of XML parts that are free of document types and entities, in the namespaces
of the transitional form, named as their list of contents names them. The readers, and openpyxl, see only what passed
here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

from defusedxml.ElementTree import fromstring

from service.ingest.read.limits import RESAVE, refused
from service.ingest.read.recognise import truncated
from service.ingest.read.unzip import xml_parts

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
    return Package(_as_listed({name: _plain(content) for name, content in xml_parts(data).items()}))


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
