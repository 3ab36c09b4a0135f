"""The documents as they were uploaded, each kept once under its sha256 beside the store.

In: the bytes of an upload. Out: a file in `originals/`, complete or not there at all: it is written under another name,
pushed to the disk and renamed, before the graph says that it exists.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from service.config import Settings
from service.errors import KinerjaError, NotFound


def digest(data: bytes) -> str:
    """The name under which an original is kept."""
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes, settings: Settings) -> Path:
    """Keep `data`; raises KinerjaError when the disk does not take it."""
    path = settings.originals / digest(data)
    if path.exists() and path.stat().st_size == len(data):
        return path
    try:
        settings.originals.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=settings.originals, prefix=".", delete=False) as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(path)
    except OSError as fault:
        raise KinerjaError(
            f"Dokumen asli tidak dapat disimpan di {settings.originals}: {fault.strerror}. Tidak ada yang diubah.",
            "Periksa ruang kosong dan izin tulis folder itu, lalu impor lagi.",
        ) from fault
    return path


def original(sha256: str, settings: Settings) -> bytes:
    """The bytes of an original, checked; raises NotFound when the file is gone or damaged."""
    try:
        data = (settings.originals / sha256).read_bytes()
    except OSError:
        raise NotFound("Berkas asli tidak ada di folder data.", "Pulihkan folder `originals` dari cadangan.") from None
    if digest(data) != sha256:
        raise NotFound("Berkas asli rusak: isinya tidak lagi sama.", "Pulihkan folder `originals` dari cadangan.")
    return data
