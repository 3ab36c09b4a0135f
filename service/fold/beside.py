"""What a form with more columns says beside a kinerja: units of measure and targets, components, partners.

In: the claims of each kinerja. Out: what stands beside its indicators, and the components and partners it names. The
five-stage form has none of these columns; then all of it is empty, which is no fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.codes import canonical, kind_of
from service.bahasa.terms import component_type
from service.bahasa.wording import key, slug, tidy
from service.model import TEMPLATE, Claim, Partner, Planned


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one indicator of one kinerja; empty: nothing."""

    satuan: str = ""
    target: str = ""
    baseline: str = ""

    def __or__(self, other: Beside) -> Beside:
        """The first word on each holds."""
        return Beside(self.satuan or other.satuan, self.target or other.target, self.baseline or other.baseline)


def lists_of(of: Sequence[Claim]) -> list[tuple[str, ...]]:
    """Names of indicators by row; the rows of a template are one list: two names there are never one indicator."""
    template = tuple(name for row in of if row.tahap == TEMPLATE for name in row.indikator)
    return [row.indikator for row in of if row.tahap != TEMPLATE] + ([template] if template else [])


def beside_of(of: Sequence[Claim]) -> dict[str, Beside]:
    """Name of an indicator as compared -> what stands beside it at this kinerja."""
    found: dict[str, Beside] = {}
    for row in of:
        for nth, name in enumerate(row.indikator):
            here = Beside(*(_nth(texts, nth) for texts in (row.satuan, row.target, row.baseline)))
            found[key(name)] = found.get(key(name), Beside()) | here
    return found


def first_of(names: Iterable[str], found: Mapping[str, Beside]) -> Beside:
    """What stands beside an indicator under any of its spellings."""
    whole = Beside()
    for name in names:
        whole = whole | found.get(key(name), Beside())
    return whole


def planned(rows: Mapping[str, Sequence[Claim]]) -> tuple[Planned, ...]:
    """Components that rows name by code or name; the bare type ("sasaran program") is a property of the kinerja."""
    found: dict[tuple[str, str], Planned] = {}
    for id_, of in rows.items():
        for row in of:
            if made := planned_as(id_, row):
                found.setdefault((id_, made.kode), made)
    return tuple(found.values())


def planned_as(id_: str, row: Claim) -> Planned | None:
    """The component that one row names."""
    if not (row.komponen_kode or row.komponen_nama):
        return None
    code = canonical(row.komponen_kode)
    kind = kind_of(code) or component_type(row.komponen)
    name = tidy(row.komponen_nama)
    handle = code or slug(row.komponen_kode or f"{kind} {name}")
    return Planned(id_, handle, name or tidy(row.komponen_kode), "tersurat", kind)


def partners(rows: Mapping[str, Sequence[Claim]]) -> tuple[Partner, ...]:
    """Bodies that rows name as partners, each once for a kinerja."""
    named: dict[tuple[str, str], Partner] = {}
    for id_, name in _named(rows):
        if slug(name):
            named.setdefault((id_, slug(name)), Partner(id_, slug(name), name))
    return tuple(named.values())


def _named(rows: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[str, str]]:
    return ((id_, tidy(name)) for id_, of in rows.items() for row in of for name in row.mitra)


def _nth(texts: Sequence[str], nth: int) -> str:
    return texts[nth] if nth < len(texts) else ""
