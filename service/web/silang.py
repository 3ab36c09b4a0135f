"""The inbox of crosscutting: pairs worth reading from the top, one of them opened beside the list.

In: a filter in the address, and which pair is open. Out: the list with its counts, the pair with its reasons and the
form to answer; after an answer the next pair opens. Answers are recorded by `silang_pasangan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.access import EVERY_UNIT
from service.actor import acting
from service.app import current_graph
from service.browse.unit_names import UnitName, read_unit_names
from service.crosscut.detect.explain import sentence
from service.crosscut.lists.answers import Overlap, OverlapPage, Totals
from service.crosscut.lists.overlaps import BANDS, KINDS, PER_PAGE, SIDES, Wanted, read_overlaps
from service.errors import NotFound
from service.fold.pair_keys import pair_key
from service.graph import PATIENT_SECONDS, Tx
from service.web.asked import chosen, number, page_number
from service.web.silang_isi import Opened, open_pair

bp = Blueprint("silang", __name__, url_prefix="/crosscutting")

FIELDS = ("unit", "pihak", "jenis", "pita", "q", "pemda", "tahun", "lawan")
"""What an address may narrow the list to."""

STATES: tuple[tuple[str, str, str, bool], ...] = (
    ("masuk", "Perlu dijawab", "masuk", True),
    ("keluar", "Menunggu pihak lain", "keluar", True),
    ("satu pihak", "Baru satu pihak", "satu_pihak", False),
    ("terdeteksi", "Terdeteksi", "terdeteksi", False),
    ("ragu", "Ragu", "ragu", False),
    ("ulang", "Kalimat berubah", "ulang", False),
    ("disepakati", "Disepakati", "disepakati", False),
    ("ditolak", "Ditolak", "ditolak", False),
)
"""State, its name, its field of `Totals`, and whether it needs a unit to look from."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the open pair stands in the list."""

    nomor: int
    """1, 2, 3 … through all pages; 0: it is not in this list (any more)."""
    sebelum: str
    """Key of the pair before it; empty: none on this page."""
    sesudah: str


@bp.get("")
def page() -> str | Response:
    """The list, and the pair that is open (`pasangan`; else the first). `dari`: the one that was answered just now, to
    which taking the answer back leads."""
    if request.args.get("pihak") == "lepas" and request.args.get("unit"):
        return redirect(url_for("silang_unit.page", kode=request.args["unit"]))  # the sheet has them, with what to do
    wanted, at = wanted_here(), page_number()
    opened, answered = request.args.get("pasangan", ""), request.args.get("dari", "")

    def work(tx: Tx) -> tuple[OverlapPage, tuple[UnitName, ...], Opened | None]:
        units = read_unit_names(tx)
        if wanted.unit and wanted.unit not in {one.kode for one in units}:
            raise NotFound(f"Tidak ada perangkat daerah {wanted.unit!r}.", "Pilih dari daftar di halaman Crosscutting.")
        found = read_overlaps(tx, wanted, at, PER_PAGE)
        key = opened or (key_of(found.isi[0]) if found.isi else "")
        return found, units, _opened(tx, key, wanted.unit) if key else None

    found, units, pair = current_graph().reading(work, PATIENT_SECONDS)
    asked = {name: str(value) for name in FIELDS if (value := getattr(wanted, name))} | {"pihak": wanted.pihak}
    place = _place(found, pair)
    return render_template(
        "silang.html",
        daftar=found,
        dibuka=bool(opened),
        pasangan=pair,
        letak=place,
        kunci=key_of,
        objek=lambda one: sentence(one).objek,
        diminta=asked,
        keadaan=_states(found.jumlah, wanted),
        unit=[one for one in units if one.pemda == found.lingkup.nama],
        maju=_progress(found.jumlah, wanted),
        alamat=lambda **more: _address(asked, **more),
        halaman_url=lambda n: _address(asked, halaman=n),
        kembali=_address(asked, pasangan=place.sesudah, halaman=at, dari=pair.kunci if pair else ""),
        kembali_urung=_address(asked, pasangan=answered, halaman=at) if answered else "",
        revisi=found.keadaan.revisi,
    )


def key_of(one: Overlap) -> str:
    """`<a>~<b>`, as an address names a pair."""
    return pair_key(one.a.kunci, one.b.kunci)


def wanted_here() -> Wanted:
    """What the address asks for. Without a word about it a planner of one unit looks from there, and everybody at what
    waits: an inbox that keeps what is answered is no inbox."""
    return Wanted(
        unit=request.args.get("unit", _own_unit())[:200],
        lawan=request.args.get("lawan", "")[:200],
        pihak=chosen("pihak", SIDES) if "pihak" in request.args else "terdeteksi",  # type: ignore[arg-type]
        jenis=chosen("jenis", KINDS),  # type: ignore[arg-type]
        pita=chosen("pita", BANDS),  # type: ignore[arg-type]
        q=request.args.get("q", "").strip()[:200],
        pemda=request.args.get("pemda", "")[:200],
        tahun=number("tahun", 1990, 2100),
    )


def _own_unit() -> str:
    one = acting()
    return one.unit[0] if one.peran not in EVERY_UNIT and len(one.unit) == 1 else ""


def _opened(tx: Tx, key: str, unit: str) -> Opened | None:
    a, _, b = key.partition("~")
    try:
        return open_pair(tx, a, b, unit)
    except NotFound:
        return None


def _place(found: OverlapPage, pair: Opened | None) -> Place:
    keys = [key_of(one) for one in found.isi]
    own = pair.kunci if pair else ""
    if own not in keys:
        return Place(0, "", keys[0] if keys else "")
    at = keys.index(own)
    before = keys[at - 1] if at else ""
    after = keys[at + 1] if at + 1 < len(keys) else ""
    return Place((found.paging.halaman - 1) * found.paging.per_halaman + at + 1, before, after)


def _states(counts: Totals, wanted: Wanted) -> list[tuple[str, str, int]]:
    """State, its name, how many; what needs a unit only with one, and what is told better by it only without."""
    hidden = "satu pihak" if wanted.unit else ""
    return [
        (key, name, getattr(counts, field))
        for key, name, field, own in STATES
        if key != hidden and (wanted.unit or not own)
    ]


def _progress(counts: Totals, wanted: Wanted) -> tuple[int, int]:
    """(answered, all that was or is to be answered), from the unit's side when there is one."""
    own = counts.keluar if wanted.unit else counts.satu_pihak
    done = own + counts.disepakati + counts.ditolak
    return done, done + counts.terdeteksi + (counts.masuk if wanted.unit else 0)


def _address(asked: Mapping[str, str], ending: str = "", **more: object) -> str:
    parts = {name: str(value) for name, value in {**asked, **more}.items() if value or name == "pihak"}
    return f"/crosscutting{ending}?{urlencode(parts)}"
