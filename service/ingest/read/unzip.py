"""The XML parts of a zip, unpacked within limits.

In: the bytes of a .docx or .xlsx. Out: name -> content, each part really unpacked and measured (not as declared).
Pictures, macros and embedded files are never unpacked, so a bomb inside a bomb stays shut.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from service.errors import DocumentRefused
from service.ingest.read.limits import ENTRIES, MB, PART_BYTES, RESAVE, UNPACKED_BYTES, refused
from service.ingest.read.recognise import truncated

ENCRYPTED = 0x1
RATIO = 400
"""Unpacked to packed; plain XML of the dullest table reaches about 60."""
RATIO_FROM = 1 * MB
"""Below this size the ratio of a part says nothing."""
READ_AT_ONCE = 1 * MB


def xml_parts(data: bytes) -> dict[str, bytes]:
    """All XML parts; raises DocumentRefused with the reason."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            return {_name(entry): _unpack(archive, entry) for entry in entries if _is_xml(entry.filename)}
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, ValueError, OSError):
        raise truncated() from None


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


def _bomb(message: str) -> DocumentRefused:
    return refused(message, "Hapus gambar dan lembar yang tidak perlu, simpan ulang, lalu unggah lagi.")
