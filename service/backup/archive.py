"""The archive itself: a zip that is whole or not there, and is read only after every part was compared.

In: a path. Out: a `Writer` whose parts are hashed as they are written, under another name until it is complete and on
the disk; and `opened`, which gives an `Archive` after all digests agreed, or BackupRefused before anything was done.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from service.backup import manifest
from service.backup.manifest import ANOTHER, NOT_OURS, NOTHING, Manifest, Part
from service.errors import BackupRefused, KinerjaError, NotFound, refusal
from service.server.state import Process

BLOCK = 1024 * 1024
UNFINISHED = ".kinerja-cadangan-"
"""How the name of an archive begins while it is written; such a file is of no use to anybody."""


@dataclass
class Writer:
    """An archive that is being written."""

    file: zipfile.ZipFile
    parts: list[Part] = field(default_factory=list)

    def put(self, name: str, blocks: Iterable[bytes]) -> Part:
        """Write a part."""
        digest, size = hashlib.sha256(), 0
        with self.file.open(name, "w", force_zip64=True) as entry:
            for block in blocks:
                entry.write(block)
                digest.update(block)
                size += len(block)
        self.parts.append(Part(name, size, digest.hexdigest()))
        return self.parts[-1]

    def put_file(self, name: str, path: Path) -> Part:
        """Write a part from a file."""
        with path.open("rb") as file:
            return self.put(name, iter(lambda: file.read(BLOCK), b""))

    def close(self, made: Manifest) -> None:
        """Write the manifest, the last entry."""
        self.file.writestr(manifest.NAME, manifest.as_json(made))


@contextmanager
def written(path: Path) -> Iterator[Writer]:
    """Inside the block parts are written; afterwards `path` is there, complete, for its owner's eyes only. Raises
    KinerjaError and leaves no piece when the disk does not take it."""
    temporary = unfinished(path)
    try:
        with _owners_own(temporary) as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as file:
                yield Writer(file)
            raw.flush()
            os.fsync(raw.fileno())
        temporary.replace(path)
        _push(path.parent)
    except OSError as fault:
        raise KinerjaError(
            f"Cadangan tidak dapat ditulis ke {path.parent}: {refusal(fault)}. Tidak ada cadangan yang dibuat.",
            "Periksa ruang kosong dan izin tulis folder itu, atau pilih folder lain.",
        ) from fault
    finally:
        temporary.unlink(missing_ok=True)


@dataclass(frozen=True)
class Archive:
    """An archive whose parts are what they were when it was made."""

    file: zipfile.ZipFile
    manifest: Manifest
    path: Path

    def lines(self) -> Iterator[bytes]:
        """The lines of the graph, in order."""
        with self.file.open(manifest.GRAPH) as entry:
            yield from (line.rstrip(b"\n") for line in entry)

    def read(self, part: Part) -> bytes:
        """A small part, whole."""
        return self.file.read(part.nama)

    def take_out(self, name: str, path: Path) -> None:
        """Write a part to a new file at `path`."""
        with self.file.open(name) as entry, _owners_own(path) as out:
            shutil.copyfileobj(entry, out, BLOCK)


@contextmanager
def opened(path: Path, told: Callable[[str], None] = lambda _: None) -> Iterator[Archive]:
    """The archive at `path`; raises BackupRefused when a single byte of it is another, NotFound without a file."""
    try:
        file = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise BackupRefused(f"{NOT_OURS} atau terpotong: {path}. {NOTHING}", ANOTHER) from None
    except OSError as fault:
        raise NotFound(f"Cadangan {path} tidak dapat dibaca: {refusal(fault)}.", "Periksa letak berkas itu.") from None
    with file:
        told("Memeriksa cadangan ...")
        yield Archive(file, _checked(file), path)


def unfinished(path: Path, ending: str = "") -> Path:
    """Another name beside `path`, that tells which process writes there."""
    me = Process.me()
    return path.with_name(f"{UNFINISHED}{me.pid}@{me.started}@{path.name}{ending}")


def made_by_living(path: Path) -> bool:
    """Whether the process that the name of an unfinished file tells of still runs."""
    pid, _, rest = path.name.removeprefix(UNFINISHED).partition("@")
    try:
        return Process(int(pid), float(rest.partition("@")[0])).alive
    except ValueError:
        return False


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(file: zipfile.ZipFile) -> Manifest:
    """The manifest, after every part was read to its end."""
    names = file.namelist()
    try:
        if names.count(manifest.NAME) != 1:
            raise BackupRefused(f"{NOT_OURS}: keterangannya tidak ada. {NOTHING}", ANOTHER)
        found = manifest.from_json(file.read(manifest.NAME))
        if sorted(names) != sorted([manifest.NAME, *(part.nama for part in found.bagian)]):
            raise BackupRefused(f"{NOT_OURS}: bagiannya tidak seperti seharusnya. {NOTHING}", ANOTHER)
        for part in found.bagian:
            _compare(file, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise BackupRefused(f"{NOT_OURS}: ada bagian yang tidak terbaca. {NOTHING}", ANOTHER) from None
    return found


def _compare(file: zipfile.ZipFile, part: Part) -> None:
    with file.open(part.nama) as entry:
        digest = hashlib.file_digest(entry, "sha256").hexdigest()  # type: ignore[arg-type]  # reads as a file does
    named = part.nama.removeprefix(manifest.ORIGINALS)
    if digest != part.sha256 or (part.nama != named and named != digest):
        raise BackupRefused(f"Cadangan ini rusak: isi {part.nama} tidak sama dengan sidiknya. {NOTHING}", ANOTHER)


@contextmanager
def _owners_own(path: Path) -> Iterator[IO[bytes]]:
    """A new file that only its owner reads: password hashes are in it."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        yield file


def _push(folder: Path) -> None:
    """The name is on the disk as well, where the system can do that."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
