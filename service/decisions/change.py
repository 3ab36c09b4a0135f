"""One thing that a person wants, before it is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from service.errors import Invalid
from service.model import Cascade, DecisionKind, Kinerja


@dataclass(frozen=True, slots=True)
class Change:
    """A wish; `isi` as `model.Decision` has it, without what the checks add."""

    jenis: DecisionKind
    subjek: str
    isi: Mapping[str, str]


def living(key: str, cascade: Cascade) -> Kinerja:
    """The kinerja that a decision is about; raises Invalid when it is in no current version."""
    found = next((k for k in cascade.kinerja if k.id == key), None)
    if found is None:
        raise Invalid(
            f"{key} tidak ada di versi yang berlaku, jadi tidak dapat diputuskan.",
            "Buka kinerja itu untuk melihat ke mana ia berpindah.",
        )
    return found
