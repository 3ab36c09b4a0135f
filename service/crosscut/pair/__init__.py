"""One pair, whatever its state: both ends with their reasons, what the detector found, what people said about it.

In: the two ends as an address spells them. Out: a `PairPage`, read by two queries in one transaction. The ends of the
page may be others than those that were asked for: what a former kinerja became, or the pair that an agreed edge, which
runs from the kinerja that a side joined, was decided on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from service.crosscut.detect.gates import TERRITORY
from service.crosscut.pair.answer import Before, End, Found, PairPage, Stand, Status
from service.crosscut.pair.ends import body_end, kinerja_end, neighbours
from service.crosscut.stored import differences, shares
from service.decisions.pairs import revision
from service.errors import NotFound
from service.facts import Decided
from service.fold.pair_edges import EDGES, edge_of, ends_of
from service.fold.pair_keys import BODY, UNIT, is_body, ordered, pair_key
from service.fold.pair_said import Said
from service.fold.pairs import PairState
from service.graph import Graph, Tx
from service.live.pairs import pairs_around

Row = Mapping[str, Any]


def pair_page(graph: Graph, a: str, b: str) -> PairPage:
    """Everything about the pair; raises NotFound."""
    return graph.reading(lambda tx: read_pair(tx, a, b))


def read_pair(tx: Tx, a: str, b: str) -> PairPage:
    """`pair_page` inside a transaction."""
    a, b = ordered(a, b)
    here = pairs_around(tx, [end for end in (a, b) if not is_body(end)][:1])
    state = _state(here.pairs, a, b)
    a, b = (state.a, state.b) if state else (a, b)
    ids = [end for end in (a, b) if not is_body(end)]
    body = {"skpd": _kode(b, UNIT), "mitra": _kode(b, BODY)}
    rows = {row["id"]: row for row in tx.run("crosscut/pair", id=ids, wilayah=sorted(TERRITORY), **body)}
    if len(rows) < len(ids) or a not in rows or (is_body(b) and not rows[a]["badan"]):
        raise NotFound(f"Tidak ada pasangan {a} dan {b}.", "Buka daftarnya di halaman Crosscutting.")
    found = _page(rows, state, a, b, revision(here, pair_key(a, b)))
    if state is None and not _are_two(found):
        raise NotFound(
            f"{a} dan {b} milik satu perangkat daerah atau dari tahun yang berbeda, jadi bukan pasangan.",
            "Buka daftarnya di halaman Crosscutting.",
        )
    return found


def _are_two(page: PairPage) -> bool:
    """Of two units and one year, as every pair of which somebody speaks or that is detected."""
    years = {end.tahun for end in (page.a, page.b) if end.tahun}
    return len(years) <= 1 and (page.b.jenis == "mitra" or page.a.unit.kode != page.b.unit.kode)


def _state(pairs: Iterable[PairState], a: str, b: str) -> PairState | None:
    """The pair that is meant: these ends, else the pair whose edge runs between them, else one they were before."""
    known, asked = list(pairs), (a, b)
    same = [one for one in known if (one.a, one.b) == asked]
    joined = [one for one in known if one.status == "disepakati" and ends_of(one) == asked]
    before = [one for one in known if any(_named(said) == asked for said in one.entri)]
    return next(iter((*same, *joined, *before)), None)


def _named(said: Said) -> tuple[str, str]:
    return ordered(said.entri.subjek, said.entri.isi.get("dengan", ""))


def _kode(end: str, kind: str) -> str:
    return end.removeprefix(kind) if end.startswith(kind) else ""


def _page(ends: Mapping[str, Row], state: PairState | None, a: str, b: str, urut: int) -> PairPage:
    row = ends[a]
    detected = next((one["isi"] for one in row["hubungan"] if one["tipe"] == "MAY_CROSSCUT"), None)
    edge = edge_of(state) if state else None
    found = _found(detected) if detected else _remembered(state, edge.isi if edge else {})
    one, other = _ends(ends, found, a, b)
    log = _log(state)
    return PairPage(
        a=one,
        b=other,
        status=_status(state, detected is not None),
        temuan=found,
        putusan=_stand(edge.isi) if edge else None,
        kata=log,
        lama=_before(log, one, other) if found and found.ulang else None,
        tetangga=neighbours(ends, {a, b}),
        urut=urut,
        revisi=row["revisi"],
        lewat=tuple(sorted(set(ends_of(state)) - {a, b})) if state and edge else (),
        lepas=state.lepas if state and state.kata else "",
    )


def _ends(ends: Mapping[str, Row], found: Found | None, a: str, b: str) -> tuple[End, End]:
    if is_body(b):
        quoted = [found.kutipan] if found and found.kutipan else []
        return kinerja_end(ends[a], quoted), body_end(b, ends[a]["badan"])
    shares = found.alasan if found else ()
    words_a = [word for share in shares for word in share.kata_a]
    words_b = [word for share in shares for word in share.kata_b]
    return kinerja_end(ends[a], words_a), kinerja_end(ends[b], words_b)


def _status(state: PairState | None, detected: bool) -> Status:
    if state and state.kata and state.lepas:
        return "lepas"
    if state and state.status in EDGES:
        return state.status  # type: ignore[return-value]
    return "terdeteksi" if detected else "belum"


def _log(state: PairState | None) -> tuple[Decided, ...]:
    """Everything that was said, newest first, each marked whether it holds."""
    if state is None:
        return ()
    held = {said.entri.id for said in state.kata.values()}
    names = ("id", "urut", "jenis", "subjek", "oleh", "pada", "alasan", "membatalkan")
    entries = [said.entri for said in reversed(state.entri)]
    return tuple(
        Decided(**{name: getattr(one, name) for name in names}, isi=dict(one.isi), berlaku=one.id in held)
        for one in entries
    )


def _found(edge: Row) -> Found:
    """What the detector says now."""
    return Found(
        skor=float(edge.get("skor") or 0),
        pita=edge.get("pita") or "",
        jenis=edge.get("jenis") or "",
        alasan=shares(edge.get("alasan")),
        beda=differences(edge.get("beda")),
        ukuran_sama=bool(edge.get("ukuran_sama")),
        kutipan=edge.get("kutipan") or "",
        ulang=bool(edge.get("ulang")),
        ragu=bool(edge.get("ragu")),
    )


def _remembered(state: PairState | None, edge: Row) -> Found | None:
    """What it said when the pair was decided; None for a pair that only people know."""
    words = sorted(state.kata.values(), key=lambda one: -one.entri.urut) if state else []
    told = next((one.entri.isi for one in words if one.entri.isi.get("pita") or one.entri.isi.get("kutipan")), None)
    return _found({**told, "jenis": told.get("usul"), "ragu": edge.get("ragu"), "ulang": False}) if told else None


def _stand(edge: Row) -> Stand:
    texts = {name: edge.get(name) or "" for name in ("jenis", "utama", "pihak", "keterangan", "sebab", "oleh", "pada")}
    flags = {name: bool(edge.get(name)) for name in ("ditetapkan", "ragu", "manual")}
    return Stand(**texts, **flags)  # type: ignore[arg-type]


def _before(log: Iterable[Decided], a: End, b: End) -> Before | None:
    """The last word in force that was given on another wording."""
    for one in log:
        was = one.isi.get("kalimat_a", ""), one.isi.get("kalimat_b", "")
        if one.berlaku and any(was) and was != (a.uraian, b.uraian):
            return Before(*was, one.pada, one.oleh, one.isi.get("kata", ""))
    return None
