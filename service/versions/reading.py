"""The versions of a document, read from the graph: their list with what changed, and any two of them compared.

In: the id of a document, numbers of versions. Out: a `History`, a `Comparison`. Each costs four queries in one read
transaction; every version is folded on its own, so that what people decided later does not hide what a document says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from service import live, log
from service.boxes import decisions
from service.errors import NotFound
from service.facts import Decided, Paging, UnitRef
from service.fold import fold
from service.fold.decided import in_force, standing
from service.fold.matched import matched, same_kinerja
from service.graph import Graph, Rows, Tx
from service.live import State
from service.model import Decision
from service.stored import claims_of
from service.versions.answers import Comparison, Difference, Facet, History, Line, Moved, Place, Version
from service.versions.compare import Reading, differences, summary

FROM, TO, MOVED_FROM = "dari_versi", "pindah_ke", "pindah_dari"
"""In the `isi` of a `versi` decision: the version that it was before it was moved here; the one it became elsewhere,
and the one that was moved away."""
READ = 8
"""So many of the newest versions are read for the list; what changed in older ones is told when it is asked for."""
USUAL = 2
"""The newest and the one before: what is compared when nobody says which."""
PER_PAGE = 100


def comparison(
    graph: Graph,
    dokumen: str,
    dari: int | None = None,
    ke: int | None = None,
    hal: Facet | str = "",
    page: int = 1,
    per_page: int = PER_PAGE,
) -> Comparison:
    """What version `ke` (default: the current, else the newest) says differently from `dari` (default: the one
    before); `hal`: only what differs in this, or only `baru`, `hilang`. Raises NotFound."""
    return graph.reading(lambda tx: _comparison(tx, dokumen, dari, ke, hal, page, per_page))


def history(graph: Graph, dokumen: str) -> History:
    """All versions of a document, newest first; raises NotFound."""
    return graph.reading(lambda tx: _history(tx, dokumen))


def reading_of(state: State, row: Mapping[str, Any]) -> Reading:
    """A row of versions/read, folded on its own: who is who as people said it, indicators under the ids they keep."""
    claims = matched(claims_of(row["klaim"]), same_kinerja(in_force(state.decisions)))
    kept = live.as_map(row["versi"].get("indikator_tetap") or [])
    return Reading(row["versi"]["id"], claims, fold(claims, (), state.register, kept))


def version_of(row: Mapping[str, Any], current: str) -> Version:
    """A row of versions/read as it is told."""
    versi = row["versi"]
    names = ("id", "nomor", "nama_berkas", "ukuran", "sha256", "diimpor_pada", "oleh", "pembaca")
    return Version(**{name: versi[name] for name in names}, berlaku=versi["id"] == current, baris=row["baris"])


def _comparison(
    tx: Tx, dokumen: str, dari: int | None, ke: int | None, hal: str, page: int, per_page: int
) -> Comparison:
    state = live.state_of(tx, dokumen)
    rows = _rows(tx, dokumen, [n for n in (dari, ke) if n], 0 if dari and ke else USUAL)
    versions = tuple(version_of(row, state.versi) for row in rows)
    after = _chosen(versions, ke, dokumen) if ke else _shown(versions, dokumen)
    before = _chosen(versions, dari, dokumen) if dari else _before(versions, after)
    wanted = [before.nomor, after.nomor]
    if not (dari and ke) and min(wanted) <= versions[-1].nomor - USUAL:  # an old version is the current one
        rows = _rows(tx, dokumen, wanted, 0)
    read = {row["versi"]["nomor"]: row for row in rows}
    found, counts = differences(
        reading_of(state, read[before.nomor]), reading_of(state, read[after.nomor]), _decided(state.decisions)
    )
    shown = [one for one in found if _wanted(one, hal)]
    paging = Paging(min(page, max(1, -(-len(shown) // per_page))), per_page, len(shown))
    start = (paging.halaman - 1) * per_page
    return Comparison(
        dokumen=dokumen,
        judul=rows[0]["judul"] or "",
        unit=UnitRef(state.register.kode, state.register.nama),
        tahun=state.tahun,
        dari=before,
        ke=after,
        jumlah=counts,
        ringkasan=summary(counts),
        isi=tuple(shown[start : start + per_page]),
        paging=paging,
        semua_versi=versions[::-1],
        versi_pohon=_last(state.decisions),
        revisi=rows[0]["revisi"],
    )


def _rows(tx: Tx, dokumen: str, numbers: Sequence[int], newest: int) -> Rows:
    return tx.run("versions/read", id=dokumen, nomor=list(numbers), terbaru=newest)


def _chosen(versions: Sequence[Version], nomor: int, dokumen: str) -> Version:
    found = next((one for one in versions if one.nomor == nomor), None)
    if found is None:
        there = ", ".join(str(one.nomor) for one in versions)
        raise NotFound(f"Dokumen {dokumen} tidak punya versi {nomor}.", f"Pilih: {there}.")
    return found


def _shown(versions: Sequence[Version], dokumen: str) -> Version:
    if not versions:
        raise NotFound(f"Dokumen {dokumen} belum punya versi.", "Impor dokumennya lebih dahulu.")
    return next((one for one in versions if one.berlaku), versions[-1])


def _before(versions: Sequence[Version], after: Version) -> Version:
    """The version before; the first one is compared with itself, which says that nothing differs."""
    earlier = [one for one in versions if one.nomor < after.nomor]
    return earlier[-1] if earlier else after


def _wanted(one: Difference, hal: str) -> bool:
    if hal in ("", "baru", "hilang"):
        return not hal or one.sifat == hal
    return one.sifat == "berubah" and any(change.hal == hal for change in one.perubahan)


def _decided(entries: Sequence[Decision]) -> dict[str, tuple[Decided, ...]]:
    """Id of a kinerja -> decisions in force about it."""
    found: dict[str, list[Decided]] = defaultdict(list)
    for one in decisions(log.as_properties(entry) for entry in entries):
        if one.berlaku and not one.membatalkan and one.jenis != "versi":
            found[one.subjek].append(one)
    return {key: tuple(said) for key, said in found.items()}


def _history(tx: Tx, dokumen: str) -> History:
    state = live.state_of(tx, dokumen)
    rows = _rows(tx, dokumen, [], READ)
    readings = {row["versi"]["id"]: reading_of(state, row) for row in rows[-READ:]}
    changes = {later: summary(differences(readings[a], readings[later], {})[1]) for a, later in pairwise(readings)}
    said = _in_words(state.decisions, dokumen)
    lines = (_line(row, state.versi, readings.get(row["versi"]["id"]), changes, said) for row in rows)
    return History(
        dokumen=dokumen,
        judul=rows[0]["judul"] or "" if rows else "",
        unit=UnitRef(state.register.kode, state.register.nama),
        tahun=state.tahun,
        versi=tuple(lines)[::-1],
        ditarik=None if state.versi else withdrawn(state.decisions, dokumen),
        versi_pohon=_last(state.decisions),
        revisi=rows[0]["revisi"] if rows else 0,
    )


def _line(
    row: Mapping[str, Any],
    current: str,
    reading: Reading | None,
    changes: Mapping[str, str],
    said: Sequence[Decided],
) -> Line:
    version = version_of(row, current)
    of_it = [one for one in said if one.isi.get("versi") == version.id]
    away = [one for one in said if one.isi.get(MOVED_FROM) == version.id]
    cascade = reading.cascade if reading else None
    return Line(
        versi=version,
        kinerja=len(cascade.kinerja) if cascade else 0,
        hubungan=len(cascade.edges) if cascade else 0,
        indikator=len(cascade.indikator) if cascade else 0,
        jabatan=len({one.jabatan for one in cascade.assignments}) if cascade else 0,
        dibaca=reading is not None,
        perubahan=changes.get(version.id, ""),
        alasan=of_it[-1].alasan if of_it else "",
        asal=next((place_of(one.isi[FROM]) for one in reversed(of_it) if one.isi.get(FROM)), None),
        pindah=Moved(place_of(away[-1].isi[TO]), away[-1]) if away else None,
    )


def place_of(versi: str) -> Place:
    """`kecamatan-hulu-2024-v2`, taken apart."""
    dokumen, _, nomor = versi.rpartition("-v")
    return Place(dokumen, int(nomor))


def withdrawn(entries: Sequence[Decision], dokumen: str) -> Decided | None:
    """The last word in force about the versions of a document, when it withdraws it."""
    said = _in_words(entries, dokumen)
    return said[-1] if said and not said[-1].isi.get("versi") else None


def _in_words(entries: Sequence[Decision], dokumen: str) -> list[Decided]:
    """What was said of the versions of a document and not taken back, oldest first."""
    held = {one.id for one in standing(entries) if one.subjek == dokumen and one.jenis == "versi"}
    own = decisions(log.as_properties(entry) for entry in entries if entry.id in held)
    return [one for one in own if not one.membatalkan]


def _last(entries: Sequence[Decision]) -> int:
    return max((one.urut for one in entries), default=0)
