"""Between which units overlaps are looked for: those of one government and year.

In: what an address asks for, or nothing. Out: the `Scope` that is shown, and the others there are. Without a wish: the
own government before an example, a year in which several units have a document before one in which only one has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import NotFound
from service.graph import Tx

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """A government and a year."""

    pemda: str
    """Kode; empty: the graph holds no document yet."""
    nama: str
    contoh: bool
    """It is the fictional example."""
    tahun: int
    unit: int
    """Units with a current document."""


NOTHING = Scope("", "", contoh=False, tahun=0, unit=0)


@dataclass(frozen=True, slots=True)
class Scopes:
    """What is shown, and what else there is."""

    ini: Scope
    lain: tuple[Scope, ...]


def read_scopes(tx: Tx, unit: str = "", pemda: str = "", tahun: int | None = None) -> Scopes:
    """The scope of what is asked for. Raises NotFound for a government or a year that has none."""
    found = [Scope(**row) for row in tx.run("crosscut/scopes", unit=unit)]
    fitting = [one for one in found if pemda in ("", one.pemda) and tahun in (None, one.tahun)]
    if not fitting and (pemda or tahun):
        asked = " ".join(part for part in (pemda, str(tahun or "")) if part)
        raise NotFound(
            f"Tidak ada cascading {asked} yang dapat dibandingkan.",
            "Pilih pemerintah daerah atau tahun lain.",
        )
    chosen = _first(fitting)
    return Scopes(chosen, tuple(one for one in found if one != chosen))


def _first(found: Sequence[Scope]) -> Scope:
    """Several units before one, the own before an example, the newest year first."""
    return min(found, key=lambda one: (one.unit < SEVERAL, one.contoh, -one.tahun, one.pemda), default=NOTHING)
