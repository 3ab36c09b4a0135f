"""The documents as they were uploaded, each kept once under its sha256 beside the store.

In: the bytes of an upload. Out: a file in `originals/`, complete or not there at all, before the graph says that it
exists. `write_whole` is how everything in the data folder is written that nobody can make again.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

from service.config import Settings
from service.errors import KinerjaError, NotFound, refusal


def digest(data: bytes) -> str:
    """The name under which an original is kept."""
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes, settings: Settings) -> Path:
    """Keep `data`; raises KinerjaError when the disk does not take it."""
    path = settings.originals / digest(data)
    if not path.exists() or path.stat().st_size != len(data):
        write_whole(path, data)
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Write under another name, push to the disk, rename; raises KinerjaError, and leaves no piece, when that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
            try:
                part.write(data)
                part.flush()
                os.fsync(part.fileno())
                Path(part.name).replace(path)
            except BaseException:  # a piece would keep a full disk full
                Path(part.name).unlink()
                raise
    except OSError as fault:
        raise KinerjaError(
            f"Dokumen tidak dapat disimpan di {path.parent}: {refusal(fault)}. Tidak ada yang diubah.",
            "Periksa ruang kosong dan izin tulis folder itu, lalu impor lagi.",
        ) from fault


def base_name(name: str) -> str:
    """The name of an upload without the folders that some programs send along."""
    return PurePosixPath(name.replace("\\", "/")).name


def original(sha256: str, settings: Settings) -> bytes:
    """The bytes of an original, checked; raises NotFound when the file is gone or damaged."""
    try:
        data = (settings.originals / sha256).read_bytes()
    except OSError:
        raise NotFound("Berkas asli tidak ada di folder data.", "Pulihkan folder `originals` dari cadangan.") from None
    if digest(data) != sha256:
        raise NotFound("Berkas asli rusak: isinya tidak lagi sama.", "Pulihkan folder `originals` dari cadangan.")
    return data
