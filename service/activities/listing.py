"""The activity log as people read it: each entry in a sentence, with what it is about and what stood there before.

In: which entries. Out: a page of them, newest first. Subjects are called as the graph calls them now; one that is gone
keeps its id. A page costs three questions to the store and one to the graph, whatever the size of the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.activities.words import sentence, verb
from service.errors import Invalid
from service.facts import Paging
from service.graph import Graph
from service.store import Store, activity_rows
from service.store.activity_rows import Wanted
from service.store.tables import Kegiatan

PER_PAGE = 50
MOST_EXPORTED = 100_000


@dataclass(frozen=True, slots=True)
class Difference:
    """One value before and after."""

    nama: str
    sebelum: str
    """Empty: there was none."""
    sesudah: str
    """Empty: there is none any more."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that somebody did, or tried to do."""

    nomor: int
    pada: str
    """When it began."""
    akun: str
    """Handle; empty: nobody had signed in."""
    peran: str
    cara: str
    """lokal | sesi | token | perintah"""
    dari: str
    """Address of the caller; empty: this computer."""
    tindakan: str
    """Endpoint or command."""
    kata: str
    """The same as a verb."""
    kalimat: str
    """What happened, in a sentence."""
    subjek: str
    """Id or kode."""
    subjek_jenis: str
    """Label in the graph; empty: it is not there (any more)."""
    subjek_teks: str
    """What the subject is called now; empty: it is not there."""
    unit: str
    unit_nama: str
    perubahan: tuple[Difference, ...]
    keadaan: str
    """mulai | selesai | gagal | tidak jadi"""
    revisi: int | None
    """Revision of the graph that it made."""
    pesan: str
    selesai_pada: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """One page of the log."""

    isi: tuple[Activity, ...]
    """Newest first."""
    paging: Paging


Names = Mapping[str, tuple[str, str]]
"""Id or kode -> (label, what it is called)."""


def activities(
    store: Store, graph: Graph, wanted: Wanted, halaman: int = 1, per_halaman: int = PER_PAGE
) -> ActivityPage:
    """Page `halaman` (1, 2, …) of the entries that are wanted."""
    return with_names(store, graph, wanted, halaman, per_halaman)[0]


def with_names(
    store: Store, graph: Graph, wanted: Wanted, halaman: int, per_halaman: int = PER_PAGE, also: Iterable[str] = ()
) -> tuple[ActivityPage, Names]:
    """The same with what `also` (kode of the units in the filter) are called: one question to the graph for both."""
    rows, total = activity_rows.some(store, wanted, (halaman - 1) * per_halaman, per_halaman)
    names = names_of(graph, {*also, *_keys(rows)})
    told = tuple(_activity(row, names) for row in rows)
    return ActivityPage(told, Paging(halaman, per_halaman, total)), names


def all_activities(store: Store, graph: Graph, wanted: Wanted) -> tuple[Activity, ...]:
    """Everything that is wanted, for a file; raises Invalid when it is more than a file should hold."""
    rows, total = activity_rows.some(store, wanted, 0, MOST_EXPORTED)
    if total > MOST_EXPORTED:
        raise Invalid(
            f"Ada {total} catatan; sebuah berkas memuat paling banyak {MOST_EXPORTED}.",
            "Persempit rentang waktunya, lalu unduh lagi.",
        )
    names = names_of(graph, _keys(rows))
    return tuple(_activity(row, names) for row in rows)


def _keys(rows: Sequence[Kegiatan]) -> set[str]:
    return {key for row in rows for key in (row.subjek, row.unit)}


def names_of(graph: Graph, keys: set[str]) -> Names:
    """What these ids and kode are called; those that are not in the graph are missing."""
    known = sorted(keys - {""})
    found = graph.read("browse/subjects", id=known) if known else []
    return {row["id"]: (row["jenis"], row["teks"]) for row in found}


def _activity(row: Kegiatan, names: Names) -> Activity:
    kind, text = names.get(row.subjek, ("", ""))
    about = f"“{text}”" if text else row.subjek if row.subjek != row.akun else ""
    return Activity(
        nomor=row.nomor,
        pada=row.pada,
        akun=row.akun,
        peran=row.peran,
        cara=row.cara,
        dari=row.dari,
        tindakan=row.tindakan,
        kata=verb(row.tindakan),
        kalimat=sentence(row.akun, verb(row.tindakan), about, row.keadaan, row.pesan),
        subjek=row.subjek,
        subjek_jenis=kind,
        subjek_teks=text,
        unit=row.unit,
        unit_nama=names.get(row.unit, ("", ""))[1],
        perubahan=_differences(json.loads(row.sebelum), json.loads(row.sesudah)),
        keadaan=row.keadaan,
        revisi=row.revisi,
        pesan=row.pesan,
        selesai_pada=row.selesai_pada or "",
    )


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    names = dict.fromkeys((*before, *after))
    told = (Difference(name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(one for one in told if one.sebelum or one.sesudah)
