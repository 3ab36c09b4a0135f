"""One family of exceptions: each knows its HTTP status, its exit code, what happened, and the remedy.

In: a sentence in Indonesian (what, where) and a hint (what to do next). Out: raised anywhere, translated once at the
door: `web/problems.py` makes an RFC 9457 answer or a page of it, `cli/` prints it and ends with `exit_code`.
Faults in a *document* are not exceptions but values (`model.Issue`).
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.model import Issue


REFUSALS = {
    errno.ENOENT: "berkas atau folder itu tidak ada",
    errno.EISDIR: "itu sebuah folder, bukan berkas",
    errno.ENOTDIR: "ada berkas di tempat folder",
    errno.EEXIST: "ada berkas di tempat folder",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}
"""What the operating system refuses, in words."""


def refusal(fault: OSError) -> str:
    """Why the operating system refused; its own words for what we have none for."""
    return REFUSALS.get(fault.errno or 0, fault.strerror or str(fault))


class KinerjaError(Exception):
    """Something that ends a request or a command with a sentence, never with a traceback."""

    status = 500
    exit_code = 1
    title = "Kesalahan"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SettingError(KinerjaError):
    """A setting that cannot be read; the program does not start."""

    title = "Pengaturan tidak dapat dibaca"


class ServerError(KinerjaError):
    """The private Neo4j cannot be installed, started or stopped."""

    status = 503
    title = "Server basis data tidak dapat dijalankan"


class GraphUnavailable(KinerjaError):
    """Neo4j does not answer, or refuses the account."""

    status = 503
    title = "Basis data tidak menjawab"


class MirrorUnavailable(GraphUnavailable):
    """The second database that free questions are asked of cannot be filled or started."""

    title = "Cermin tidak dapat disiapkan"


class NotFound(KinerjaError):
    """No such unit, kinerja, indikator, jabatan, dokumen."""

    status = 404
    exit_code = 4
    title = "Tidak ditemukan"


class Ambiguous(KinerjaError):
    """A text that fits several kinerja; `candidates` are (id, statement) pairs."""

    status = 409
    exit_code = 5
    title = "Lebih dari satu yang cocok"

    def __init__(self, message: str, hint: str = "", candidates: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(message, hint)
        self.candidates = tuple(candidates)


class DocumentRefused(KinerjaError):
    """A document that cannot be read or may not be imported; `issues` say where and what to do."""

    status = 422
    exit_code = 2
    title = "Dokumen ditolak"

    def __init__(self, message: str, hint: str = "", issues: Sequence[Issue] = ()) -> None:
        super().__init__(message, hint)
        self.issues = tuple(issues)


class Invalid(KinerjaError):
    """A value that a person sent and that is not allowed; `fields` says which and why."""

    status = 422
    exit_code = 2
    title = "Isian tidak diterima"

    def __init__(self, message: str, hint: str = "", fields: dict[str, str] | None = None) -> None:
        super().__init__(message, hint)
        self.fields = fields or {}


class Conflict(KinerjaError):
    """Somebody else changed the same thing first; `current` is the value that stands now."""

    status = 409
    title = "Sudah diubah orang lain"

    def __init__(self, message: str, hint: str = "", current: str = "") -> None:
        super().__init__(message, hint)
        self.current = current


class Paused(KinerjaError):
    """Writing is closed for a moment (a backup is being made); reading goes on."""

    status = 503
    title = "Penulisan dijeda"


class BackupRefused(KinerjaError):
    """An archive that cannot be restored, or not here; nothing was written."""

    status = 422
    exit_code = 2
    title = "Cadangan ditolak"


class SignInNeeded(KinerjaError):
    """Nobody is signed in, or the session or token has ended."""

    status = 401
    title = "Perlu masuk"


class SignInRefused(KinerjaError):
    """A handle and a password that do not belong together; which of the two is wrong is never told."""

    status = 401
    title = "Tidak dapat masuk"


class TooMany(KinerjaError):
    """Too many attempts; `seconds` until the next one is looked at."""

    status = 429
    title = "Terlalu banyak percobaan"

    def __init__(self, message: str, hint: str = "", seconds: int = 0) -> None:
        super().__init__(message, hint)
        self.seconds = seconds


class Forbidden(KinerjaError):
    """A request that may not be made from there: foreign Host or Origin, missing form token."""

    status = 403
    title = "Permintaan ditolak"
