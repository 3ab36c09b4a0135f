"""Why Neo4j ended, read from what it printed.

In: the server's log. Out: a ServerError with the reason in words, the remedy, and the last lines of the log where no
reason is known.
"""

from __future__ import annotations

import re
from pathlib import Path

from service.errors import ServerError

QUOTED = 6
"""Lines of the log in an error nobody foresaw."""

PORT_TAKEN = "Address already in use"

REASONS: tuple[tuple[str, str, str], ...] = (
    (r"No space left on device|Disk quota exceeded", "disk penuh", "Kosongkan ruang di disk itu, lalu ulangi."),
    (r"Read-only file system", "disk hanya dapat dibaca", "Pilih folder lain dengan KINERJA_DATA."),
    (
        r"AccessDeniedException|Permission denied",
        "tidak ada izin menulis",
        "Perbaiki izin folder data atau pilih folder lain dengan KINERJA_DATA.",
    ),
    (
        r"GlobalLocker|Lock file has been locked|FileLockException",
        "folder data sedang dipakai Neo4j lain",
        "Jalankan: kinerja neo4j stop. Lalu ulangi.",
    ),
    (PORT_TAKEN, "porta diambil program lain saat dimulai", "Ulangi."),
    (
        r"Could not reserve enough space|insufficient memory|Cannot allocate memory",
        "memori komputer tidak cukup",
        "Tutup program lain, atau kecilkan KINERJA_HEAP (misalnya 256m).",
    ),
    (r"UnsupportedClassVersionError", "Java ini terlalu tua", "Kosongkan KINERJA_JAVA agar Java bawaan yang dipakai."),
    (
        r"(?i)unknown store version|UpgradeNotAllowed|StoreVersionException|not supported store format",
        "basis data dibuat oleh Neo4j versi lain",
        "Pakai versi Kinerja Graph yang membuatnya, atau pulihkan dari cadangan.",
    ),
)
"""What the log says (pattern), what that means, and the remedy; the first that fits."""


def log_fault(log: Path) -> ServerError:
    """The error for a Neo4j that ended by itself."""
    text = tail(log)
    for pattern, reason, remedy in REASONS:
        if re.search(pattern, text):
            return ServerError(f"Basis data Neo4j tidak dapat dimulai: {reason}.", f"{remedy} Catatan: {log}")
    return ServerError(f"Basis data Neo4j berhenti saat dimulai.{_quoted(text)}", f"Catatan lengkap: {log}")


def tail(log: Path, size: int = 64 * 1024) -> str:
    """The last `size` bytes of the log, as text."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - size))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""


def rotate(log: Path) -> None:
    """Keeps the log of the last run beside the new one."""
    if log.exists():
        log.replace(log.with_name(f"{log.name}.1"))


def _quoted(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("\tat ")]
    return "\n" + "\n".join(f"  {line}" for line in lines[-QUOTED:]) if lines else ""
