"""Uploads that nobody has applied yet: leaving the import page and coming back keeps the step.

In: the bytes and name of an upload. Out: its sha256, by which it is found again with what a person chose so far. Drafts
lie in the data folder, never in the graph; a draft that was applied or thrown away is gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from service.actor import acting, note
from service.config import Settings
from service.errors import NotFound
from service.ingest.originals import base_name, digest, write_whole

SHA256 = re.compile(r"[0-9a-f]{64}")
KEPT = 300
"""Drafts that are kept: several drops of a whole regency. The oldest go first, so that a folder of refused files does
not grow for ever."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An upload that waits."""

    sha256: str
    nama: str
    pada: str
    """When it was uploaded, ISO 8601."""
    pilihan: Mapping[str, str] = field(default_factory=dict)
    """Number of a statement in the document -> id of the kinerja it is, or `baru`."""
    oleh: str = ""
    """Account that uploaded it; empty: nobody's in particular."""

    @property
    def choices(self) -> dict[int, str]:
        """The same, as `prepare` takes it."""
        return {int(group): chosen for group, chosen in self.pilihan.items()}


def keep(data: bytes, name: str, settings: Settings) -> Draft:
    """Write a draft; the same bytes again start it anew."""
    draft = Draft(digest(data), base_name(name), datetime.now().astimezone().isoformat(), oleh=acting().akun)
    write_whole(_folder(settings) / draft.sha256, data)
    _write(draft, settings)
    for old in all_drafts(settings)[KEPT:]:
        drop(old.sha256, settings)
    note(subjek=draft.nama)
    return draft


def find(sha256: str, settings: Settings) -> tuple[Draft, bytes]:
    """The draft and its bytes; raises NotFound when it was applied or thrown away."""
    draft = _read(_folder(settings) / f"{sha256}.json") if SHA256.fullmatch(sha256) else None
    with suppress(OSError):  # thrown away by another page between the two
        if draft:
            note(subjek=draft.nama)
            return draft, (_folder(settings) / sha256).read_bytes()
    raise NotFound("Unggahan ini tidak ada lagi.", "Sudah diterapkan atau dibuang; unggah lagi bila perlu.")


def choose(draft: Draft, choices: Mapping[int, str], settings: Settings) -> None:
    """Remember what a person said of single statements."""
    chosen = {str(group): said for group, said in choices.items()}
    _write(replace(draft, pilihan=chosen), settings)


def drop(sha256: str, settings: Settings) -> None:
    """Throw a draft away; harmless when it is gone."""
    if SHA256.fullmatch(sha256):
        for path in (_folder(settings) / sha256, _folder(settings) / f"{sha256}.json"):
            path.unlink(missing_ok=True)


def all_drafts(settings: Settings) -> list[Draft]:
    """Every draft, newest first; one that is damaged or was thrown away a moment ago is passed over."""
    found = [_read(path) for path in _folder(settings).glob("*.json")]
    return sorted((draft for draft in found if draft), key=lambda draft: draft.pada, reverse=True)


def _folder(settings: Settings) -> Path:
    return settings.data / "drafts"


def _read(path: Path) -> Draft | None:
    try:
        return Draft(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write(draft: Draft, settings: Settings) -> None:
    text = json.dumps(asdict(draft), ensure_ascii=False)
    write_whole(_folder(settings) / f"{draft.sha256}.json", text.encode())
