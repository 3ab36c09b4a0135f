"""First ids: the same document in an empty graph gives the same ids, and no two kinerja share one."""

from __future__ import annotations

import re

from service.ingest.identify import first_ids
from service.ingest.join import join
from service.ingest.parse import parse
from service.ingest.read import read
from service.model import Claim
from tests.answers import with_ids
from tests.small import LOWER, TOP, small


def claims_of(text: str) -> tuple[Claim, ...]:
    return join(parse(read(text.encode(), "x.txt"), "x.txt")).claims


def ids(text: str, taken: tuple[str, ...] = ()) -> dict[str, set[str]]:
    document = join(parse(read(text.encode(), "x.txt"), "x.txt"))
    register = with_ids(document)[1]
    found: dict[str, set[str]] = {}
    for claim in first_ids(document.claims, register, document.tahun, taken):
        if claim.kelompok:
            found.setdefault(claim.uraian, set()).add(claim.kinerja_id)
    return found


def test_all_rows_of_a_kinerja_have_one_id_of_unit_and_year() -> None:
    found = ids(small())
    assert {len(of) for of in found.values()} == {1}
    assert all(re.fullmatch(r"NGN-24-[A-HJ-NP-Z2-9]{4}", id_) for of in found.values() for id_ in of)
    assert len({id_ for of in found.values() for id_ in of}) == 6


def test_order_case_and_spacing_do_not_matter() -> None:
    mixed = small().replace("Tersusunnya Laporan", "TERSUSUNNYA  LAPORAN")
    assert ids(mixed)["TERSUSUNNYA LAPORAN"] == ids(small())["Tersusunnya Laporan"]


def test_a_repeated_statement_has_an_id_of_its_own() -> None:
    again = ("3", "Meningkatnya Tata Kelola Desa", *LOWER[0][2:])
    found = ids(small((*TOP, *LOWER, again, LOWER[1], LOWER[2])))
    assert [
        len(found[name]) for name in ("Tersusunnya Laporan", "Terkoordinasinya Layanan", "Terlatihnya Petugas")
    ] == [2, 2, 1]


def test_a_taken_id_gets_a_suffix() -> None:
    (first,) = ids(small())["Tersusunnya Laporan"]
    assert ids(small(), (first,))["Tersusunnya Laporan"] == {f"{first}2"}
    assert ids(small(), (first, f"{first}2"))["Tersusunnya Laporan"] == {f"{first}3"}


def test_claims_that_speak_of_no_kinerja_have_none() -> None:
    assert {c.kelompok for c in claims_of(small()) if c.jenis in ("trik", "dasar")} <= {0}
