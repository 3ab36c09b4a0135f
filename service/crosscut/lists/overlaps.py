"""The list of overlaps: what was detected, proposed, agreed and refused between units, best first.

In: which government, year, unit, state, kind, band and words. Out: an `OverlapPage`. Rows and their order are read from
the graph by one query, all numbers by another; beside them stand the scope and the revision of the detection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

from service.boxes import CROSSING
from service.crosscut.computed import read_computed
from service.crosscut.lists.answers import Overlap, OverlapEnd, OverlapPage, Totals
from service.crosscut.scope import read_scopes
from service.crosscut.stored import differences, shares
from service.errors import Invalid
from service.facts import Paging, UnitRef
from service.graph import Graph, Tx
from service.levels import short

PER_PAGE = 50
MOST = 20_000
"""Rows of a file."""

Side = Literal["", "terdeteksi", "ragu", "ulang", "satu pihak", "masuk", "keluar", "disepakati", "ditolak"]
Kind = Literal["", "duplikat", "melengkapi", "mitra"]
BandWanted = Literal["", "kuat", "tinjau", "lemah", "semua"]
SIDES, KINDS, BANDS = get_args(Side), get_args(Kind), get_args(BandWanted)

DETECTED, PROPOSED, AGREED, REFUSED = "MAY_CROSSCUT", "PROPOSES_CROSSCUT", "CROSSCUTS", "NOT_CROSSCUT"
SHOWN: Mapping[str, tuple[str, ...]] = {"": ("kuat", "tinjau"), "semua": ("kuat", "tinjau", "lemah")}
"""Band as it is asked for -> bands that are shown; any other only itself."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to."""

    unit: str = ""
    """Kode of a unit: only its pairs."""
    lawan: str = ""
    """Kode of the other unit, or of a body."""
    pihak: Side = ""
    """State; masuk and keluar need `unit`. Empty: all but what was refused."""
    jenis: Kind = ""
    pita: BandWanted = ""
    """Of what was only detected. Empty: kuat and tinjau."""
    q: str = ""
    """Words that must all occur in a statement or among the shared terms."""
    pemda: str = ""
    tahun: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that a state, a kind and a band stand for."""

    tipe: tuple[str, ...]
    """Types of relationship."""
    arah: tuple[str, ...] = ()
    """Directions of a proposal; empty: any."""
    ragu: bool = False
    ulang: bool = False
    jenis: tuple[str, ...] = ()
    """Empty: any."""
    pita: tuple[str, ...] = ()
    """Bands of what was only detected; what has none is always among them."""

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row of the counts is one of them."""
        return (
            row["cocok"]
            and row["tipe"] in self.tipe
            and (not self.arah or row["arah"] in self.arah)
            and (not self.jenis or row["jenis"] in self.jenis)
            and (row["tipe"] != DETECTED or row["pita"] is None or row["pita"] in self.pita)
            and (row["ragu"] or not self.ragu)
            and (row["ulang"] or not self.ulang)
        )


STATES: Mapping[Side, Chosen] = {
    "": Chosen((DETECTED, PROPOSED, AGREED)),
    "terdeteksi": Chosen((DETECTED,)),
    "ragu": Chosen((DETECTED, PROPOSED), ragu=True),
    "ulang": Chosen((DETECTED,), ulang=True),
    "satu pihak": Chosen((PROPOSED,)),
    "masuk": Chosen((PROPOSED,), arah=("masuk",)),
    "keluar": Chosen((PROPOSED,), arah=("keluar",)),
    "disepakati": Chosen((AGREED,)),
    "ditolak": Chosen((REFUSED,)),
}
"""State as it is asked for -> its rows."""


def overlaps(graph: Graph, wanted: Wanted, halaman: int = 1, per_halaman: int = PER_PAGE) -> OverlapPage:
    """Page `halaman` (1, 2, …) of what is `wanted`. Raises NotFound for a government or year that there is not."""
    return graph.reading(lambda tx: read_overlaps(tx, wanted, halaman, per_halaman))


def all_overlaps(graph: Graph, wanted: Wanted) -> OverlapPage:
    """Everything that is `wanted` on one page, for a file; raises Invalid when it is more than a file should hold."""
    found = overlaps(graph, wanted, 1, MOST)
    if found.paging.total > MOST:
        raise Invalid(
            f"Ada {found.paging.total} pasangan; sebuah berkas memuat paling banyak {MOST}.",
            "Persempit dengan unit, kekuatan, atau kata, lalu unduh lagi.",
        )
    return found


def read_overlaps(tx: Tx, wanted: Wanted, halaman: int, per_halaman: int) -> OverlapPage:
    """`overlaps` inside a transaction."""
    scopes = read_scopes(tx, wanted.unit, wanted.pemda, wanted.tahun)
    chosen = _chosen(wanted)
    of: dict[str, Any] = {
        "pemda": scopes.ini.pemda,
        "tahun": scopes.ini.tahun,
        "unit": wanted.unit,
        "lawan": wanted.lawan,
        "kata": wanted.q.casefold().split(),
    }
    counts = tx.run("crosscut/overlap_counts", **of)
    skip = (halaman - 1) * per_halaman
    rows = tx.run("crosscut/overlaps", lewati=skip, banyak=per_halaman, **of, **_parameters(chosen))
    return OverlapPage(
        isi=tuple(overlap(row, wanted.unit) for row in rows),
        paging=Paging(halaman, per_halaman, sum(row["banyak"] for row in counts if chosen.holds(row))),
        jumlah=totals(counts),
        lingkup=scopes.ini,
        lingkup_lain=scopes.lain,
        keadaan=read_computed(tx, scopes.ini),
    )


def _chosen(wanted: Wanted) -> Chosen:
    return replace(
        STATES[wanted.pihak],
        jenis=(wanted.jenis,) if wanted.jenis else (),
        pita=SHOWN.get(wanted.pita, (wanted.pita,)),
    )


def _parameters(chosen: Chosen) -> dict[str, Any]:
    """As the query takes it."""
    told = asdict(chosen)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}


def overlap(row: Mapping[str, Any], unit: str = "") -> Overlap:
    """A row of the query; `unit`: from whose side it is seen."""
    edge, status = row["r"], CROSSING[row["tipe"]]
    proposed = status == "satu pihak" and unit
    return Overlap(
        a=_end(row["a"]),
        b=_end(row["b"]),
        status=status,
        arah=("keluar" if edge.get("pihak") == unit else "masuk") if proposed else "",
        jenis=edge.get("jenis") or "",
        skor=edge.get("skor"),
        pita=edge.get("pita") or "",
        alasan=shares(edge.get("alasan")),
        beda=differences(edge.get("beda")),
        banyak=row["banyak"],
        **_stated(edge),
    )


def _stated(edge: Mapping[str, Any]) -> dict[str, Any]:
    flags = {name: bool(edge.get(name)) for name in ("ukuran_sama", "ragu", "ulang", "ditetapkan", "manual")}
    texts = ("kutipan", "utama", "pihak", "sebab", "keterangan", "oleh", "pada")
    return flags | {name: edge.get(name) or "" for name in texts}


def totals(counts: Iterable[Mapping[str, Any]]) -> Totals:
    """Rows of `crosscut/overlap_counts` added up, whether the words that are looked for occur or not."""
    told = dict.fromkeys(Totals.__slots__, 0)
    for row in counts:
        for name in _counted_as(row):
            told[name] += row["banyak"]
    return Totals(**told)


def _counted_as(row: Mapping[str, Any]) -> Iterator[str]:
    """The fields of `Totals` that a row counts for."""
    if row["tipe"] != DETECTED:
        yield CROSSING[row["tipe"]].replace(" ", "_")
    elif row["pita"] == "lemah":
        yield "lemah"
    else:
        yield "terdeteksi"
        if row["pita"] or row["jenis"] == "mitra":
            yield row["pita"] or "mitra"
    yield from (name for name in ("ragu", "ulang") if row[name])
    if row["arah"]:
        yield row["arah"]


def _end(found: Mapping[str, Any]) -> OverlapEnd:
    kind = "mitra" if found.get("mitra") else "skpd" if found.get("skpd") else "kinerja"
    if kind != "kinerja":
        return OverlapEnd(f"{kind}:{found['id']}", kind, found["teks"] or "", UnitRef(found["id"], found["teks"] or ""))  # type: ignore[arg-type]
    kode, nama, jenis = found["unit"] or ("", "", "")
    tingkat = found["tingkat"] or ""
    return OverlapEnd(
        found["id"], "kinerja", found["teks"] or "", UnitRef(kode, nama or kode), jenis or "", tingkat,
        short(tingkat, found["urut_tingkat"] or 0),
    )  # fmt: skip
