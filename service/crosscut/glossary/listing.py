"""The glossary as a list: its concepts, where they come from, and where they are found in a regency.

In: words to look for, which concepts, a government and year, a page number. Out: a `GlossaryPage`. Four queries, and
one reading of all texts, which is remembered until a text or the glossary changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.bahasa.wording import slug, tidy
from service.crosscut.glossary import Entry
from service.crosscut.glossary.answers import ConceptRow, GlossaryPage, Shown, UsedBy
from service.crosscut.glossary.edits import Edits, in_force, of_concept, phrases_of, read_edits, version
from service.crosscut.glossary.proposals import proposals, read_synonyms
from service.crosscut.glossary.use import NOWHERE, Use, uses
from service.crosscut.scope import NOTHING, Scopes, read_scopes
from service.crosscut.statement import Condition
from service.facts import Paging
from service.fold.pair_said import Said
from service.graph import Graph, Tx

PER_PAGE = 50
MOST_SHOWN = 5
"""Phrases that are named as the reason why a concept was found."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What every page about the glossary begins with."""

    lingkup: Scopes
    kondisi: tuple[Condition, ...]
    unit: Mapping[str, str]
    """Kode -> name."""
    ubahan: Edits

    @property
    def pakai(self) -> Mapping[str, Use]:
        return uses(self.kondisi, self.ubahan)


def glossary_list(
    graph: Graph,
    cari: str = "",
    lihat: Shown = "semua",
    pemda: str = "",
    tahun: int | None = None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> GlossaryPage:
    """Page `halaman` of the concepts whose name or phrases hold `cari`; raises NotFound for a scope that is none."""

    def work(tx: Tx) -> tuple[Looked, tuple[Said, ...]]:
        return look(tx, pemda, tahun), read_synonyms(tx)

    seen, synonyms = graph.reading(work)  # what follows takes a second for a large regency: no transaction waits for it
    rows = rows_of(seen, cari, "semua")
    wanted = rows if lihat == "semua" else rows_of(seen, cari, lihat)
    start = (halaman - 1) * per_halaman
    glossary = in_force(seen.ubahan)
    return GlossaryPage(
        isi=wanted[start : start + per_halaman],
        paging=Paging(halaman, per_halaman, len(wanted)),
        jumlah={shown: sum(_is_shown(row, shown) for row in rows) for shown in SHOWN},
        varian=len({(one.konsep, one.varian) for one in glossary.entri}),
        ditemukan=len(seen.pakai),
        ubahan=tuple(sorted(seen.ubahan, key=lambda one: one.pada, reverse=True)),
        versi_subjek={one.konsep: version(of_concept(seen.ubahan, one.konsep)) for one in seen.ubahan},
        usulan=proposals(synonyms, glossary),
        kinerja=len(seen.kondisi),
        lingkup=seen.lingkup.ini,
        lingkup_lain=seen.lingkup.lain,
    )


def rows_of(seen: Looked, cari: str, lihat: Shown) -> tuple[ConceptRow, ...]:
    """Every concept that is shown, in order."""
    asked = tidy(cari).casefold()
    found = (row for row in _rows(seen, asked) if _is_shown(row, lihat))
    return tuple(sorted(found, key=lambda row: _place(row, asked, lihat)))


def look(tx: Tx, pemda: str, tahun: int | None) -> Looked:
    """The texts of one government and year, and what people changed in the glossary; three queries."""
    scopes = read_scopes(tx, "", pemda, tahun)
    here = scopes.ini
    rows = tx.run("crosscut/texts", pemda=here.pemda, tahun=here.tahun) if here != NOTHING else []
    return Looked(
        lingkup=scopes,
        kondisi=tuple(
            Condition(
                id=row["id"],
                unit=row["unit"],
                jenis_unit="",
                pemda=here.pemda,
                tahun=here.tahun,
                uraian=row["uraian"] or "",
                indikator=tuple(sorted(row["indikator"])),
                induk=tuple(sorted(row["induk"])),
            )
            for row in rows
        ),
        unit={row["unit"]: row["nama_unit"] or row["unit"] for row in rows},
        ubahan=read_edits(tx),
    )


def used_by(use: Use, names: Mapping[str, str]) -> tuple[UsedBy, ...]:
    """The units, the one with most kinerja first."""
    found = (UsedBy(kode, names[kode], count) for kode, count in use.unit.items())
    return tuple(sorted(found, key=lambda one: (-one.kinerja, one.nama)))


def origins(entries: Iterable[Entry]) -> tuple[str, ...]:
    """`umum`, `nomenklatur`, `telaah`, each once."""
    return tuple(sorted({entry.asal.partition(" ")[0] for entry in entries}))


def _rows(seen: Looked, asked: str) -> Iterator[ConceptRow]:
    """Every concept that fits, those too of which everything was taken out."""
    concepts = in_force(seen.ubahan).concepts
    used = seen.pakai
    changed: dict[str, int] = {}
    for one in seen.ubahan:
        changed[one.konsep] = changed.get(one.konsep, 0) + 1
    for name in sorted({*concepts, *changed}):
        entries = phrases_of(concepts.get(name, ())).values()
        through = [entry.varian for entry in entries if asked and asked in entry.varian]
        if asked in name or through:
            use = used.get(name, NOWHERE)
            kinds = [entry.jenis for entry in entries]
            yield ConceptRow(
                kunci=slug(name),
                nama=name,
                sinonim=kinds.count("sinonim"),
                terkait=kinds.count("terkait"),
                asal=origins(entries),
                kinerja=len(use.kinerja),
                unit=used_by(use, seen.unit),
                lewat=tuple(through[:MOST_SHOWN]) if asked not in name else (),
                ubahan=changed.get(name, 0),
            )


SHOWN: tuple[Shown, ...] = ("semua", "dipakai", "tidak", "diubah")


def _is_shown(row: ConceptRow, lihat: Shown) -> bool:
    match lihat:
        case "dipakai":
            return row.kinerja > 0
        case "tidak":
            return row.kinerja == 0
        case "diubah":
            return row.ubahan > 0
    return True


def _place(row: ConceptRow, asked: str, lihat: Shown) -> tuple[bool, bool, int, str]:
    """The concept of this very name first, then those that hold the words in their name, then by use or by name."""
    return row.nama != asked, bool(row.lewat), -row.kinerja if lihat == "dipakai" else 0, row.nama
