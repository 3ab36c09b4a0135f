"""The detector: what it ranks, what it never ranks, and that its reasons are its computation. Pure, no graph."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from seeds.regency import conditions, labelled, unit_names
from service.crosscut.detect.detector import LEAST, MOST, detect
from service.crosscut.detect.gates import TERRITORY
from service.crosscut.glossary import Glossary, shipped
from service.crosscut.statement import REST, Condition, Detection, Repeat, Twin

PEMDA, TAHUN = "Kabupaten Uji", 2023


def condition(id_: str, uraian: str, *indikator: str, jenis: str = "dinas", **more: object) -> Condition:
    unit = id_.split("-")[0]
    return replace(Condition(id_, unit, jenis, PEMDA, TAHUN, uraian, indikator), **more)


SMALL = [
    condition("A-1", "Meningkatnya Pengelolaan Sampah", "Persentase sampah yang tertangani"),
    condition("A-2", "Terangkutnya Sampah Setiap Hari", "Volume sampah terangkut", induk=("A-1",)),
    condition("B-1", "Menurunnya Prevalensi Stunting", "Prevalensi stunting pada balita"),
    condition("B-2", "Terkelolanya Pelayanan Gizi Balita", "Jumlah balita gizi buruk yang ditangani", induk=("B-1",)),
    condition(
        "K-1",
        "Terkoordinasinya Rembuk Stunting",
        "Jumlah rembuk stunting yang menghasilkan rencana kerja",
        jenis="kecamatan",
    ),
    condition("K-2", "Terkelolanya Bank Sampah Desa", "Jumlah bank sampah desa yang aktif", jenis="kecamatan"),
    condition("C-1", "Meningkatnya Kunjungan Wisata", "Jumlah kunjungan wisatawan"),
]


@pytest.fixture(scope="module")
def regency() -> list[Condition]:
    return conditions()


@pytest.fixture(scope="module")
def detected(regency: list[Condition]) -> Detection:
    return detect(regency, shipped(), units=unit_names())


def pairs(found: Detection) -> list[tuple[str, str]]:
    return [(one.a, one.b) for one in found.candidates]


def small(found: Sequence[Condition]) -> Detection:
    return detect(found, shipped())


def test_two_units_with_one_object_are_a_candidate_with_the_object_as_its_reason() -> None:
    found = {(one.a, one.b): one for one in small(SMALL).candidates}
    assert set(list(found)[:3]) == {("B-1", "K-1"), ("A-1", "K-2"), ("A-2", "K-2")}
    stunting = found["B-1", "K-1"].alasan[0]
    assert (stunting.istilah, stunting.konsep) == ("stunting", True)
    assert {"Stunting"} <= {word.split()[-1].capitalize() for word in (*stunting.kata_a, *stunting.kata_b)}


def test_every_score_is_the_sum_of_its_shares(detected: Detection) -> None:
    assert [one for one in detected.candidates if abs(sum(part.bobot for part in one.alasan) - one.skor) > 1e-9] == []
    assert max(len(one.alasan) for one in detected.candidates) == 6
    assert {one.alasan[5].istilah for one in detected.candidates if len(one.alasan) == 6} == {REST}


def test_a_share_names_words_that_stand_in_the_texts(regency: list[Condition], detected: Detection) -> None:
    texts = {one.id: " ".join((one.uraian, *one.indikator, *one.sebutan)) for one in regency}
    for one in detected.candidates:
        for part in one.alasan:
            assert all(word in texts[one.a] for word in part.kata_a), (one.a, part)
            assert all(word in texts[one.b] for word in part.kata_b), (one.b, part)


def test_the_order_of_the_input_is_irrelevant(regency: list[Condition], detected: Detection) -> None:
    mixed = regency[:]
    random.Random(5).shuffle(mixed)
    assert detect(mixed, shipped(), units=unit_names()) == detected


def test_a_score_is_the_same_from_either_side() -> None:
    swapped = [replace(one, id=one.id.translate(str.maketrans("ABCK", "zyxw"))) for one in SMALL]
    turned = [
        replace(one, induk=tuple(up.translate(str.maketrans("ABCK", "zyxw")) for up in one.induk)) for one in swapped
    ]
    assert sorted(round(one.skor, 12) for one in small(turned).candidates) == sorted(
        round(one.skor, 12) for one in small(SMALL).candidates
    )


def test_candidates_stand_in_order_and_above_the_weakest_band(detected: Detection) -> None:
    keys = [(-one.skor, one.a, one.b) for one in detected.candidates]
    assert keys == sorted(keys)
    assert all(one.a < one.b and one.skor >= LEAST for one in detected.candidates)
    assert {one.pita for one in detected.candidates} == {"kuat", "tinjau", "lemah"}


def test_nothing_that_is_never_crosscutting_is_ranked(regency: list[Condition], detected: Detection) -> None:
    by_id = {one.id: one for one in regency}
    for a, b in pairs(detected):
        assert by_id[a].unit != by_id[b].unit
        assert not (by_id[a].jenis_unit == by_id[b].jenis_unit and by_id[a].jenis_unit in TERRITORY)
    twins = {id_ for twin in detected.twins if twin.jenis == "sekretariat" for id_ in twin.ids}
    assert len(twins) == 12
    assert not twins & {id_ for pair in pairs(detected) for id_ in pair}


def test_the_top_hundred_of_the_example_regency_holds_no_twin_and_few_look_alikes(detected: Detection) -> None:
    top = set(pairs(detected)[:100])
    marks = labelled()
    assert len(top & marks["beda"]) <= 2
    assert len(top & (marks["duplikat"] | marks["melengkapi"])) >= 40


def test_other_governments_and_years_are_never_compared() -> None:
    apart = [replace(SMALL[0], pemda="Kabupaten Lain"), replace(SMALL[2], tahun=2024), *SMALL[4:]]
    found = [detect([one for one in apart if (one.pemda, one.tahun) == scope], shipped()) for scope in {
        (one.pemda, one.tahun) for one in apart
    }]  # fmt: skip
    assert [pair for one in found for pair in pairs(one)] == []


def test_an_unrelated_unit_changes_no_wording_digest_and_hardly_a_score(
    regency: list[Condition], detected: Detection
) -> None:
    stranger = condition("ZZ-1", "Terbitnya Majalah Dinding Arsip Kuno", "Jumlah terbitan")
    more = detect([*regency, stranger], shipped(), units=unit_names())
    assert {id_: more.sidik[id_] for id_ in detected.sidik} == detected.sidik
    before, after = ({(one.a, one.b): one for one in found.candidates} for found in (detected, more))
    strong = [pair for pair, one in before.items() if one.skor >= 0.4]
    assert max(abs(after[pair].skor - before[pair].skor) for pair in strong) < 0.01


def test_a_comma_or_another_result_verb_does_not_change_the_digest_but_another_object_does() -> None:
    texts = ("Terlaksananya penertiban pedagang, kaki lima", "Terselenggaranya penertiban pedagang kaki lima")
    one, two = (small([condition("A-1", text)]).sidik["A-1"] for text in texts)
    assert one == two != small([condition("A-1", "Terlaksananya penertiban bangunan liar")]).sidik["A-1"]


def test_kecamatan_with_one_wording_are_compared_once_and_stand_for_each_other() -> None:
    kecamatan = [
        condition(f"K{n}-1", "Terkoordinasinya Rembuk Stunting", "Jumlah desa", jenis="kecamatan") for n in range(4)
    ]
    found = small([*SMALL[:4], *kecamatan])
    assert found.wakil == {"K0-1": ("K0-1", "K1-1", "K2-1", "K3-1")}
    assert found.twins == (
        Twin("kembar templat", ("K0-1", "K1-1", "K2-1", "K3-1"), "Terkoordinasinya Rembuk Stunting"),
    )
    assert {id_ for pair in pairs(found) for id_ in pair if id_.startswith("K")} == {"K0-1"}
    assert found.gated["satuan wilayah sejenis"] == 6


@pytest.mark.parametrize(
    ("kode", "uraian", "ranked"),
    [
        ("1.02.01.2.01.0001", "Terkelolanya Bank Sampah Desa", False),
        ("2.11.11.2.01", "Terkelolanya Bank Sampah Desa", True),
        ("", "Tersusunnya Dokumen Perencanaan Perangkat Daerah tentang sampah", False),
        ("", "Terkelolanya Bank Sampah Desa", True),
    ],
)
def test_housekeeping_is_known_by_its_code_or_its_words(kode: str, uraian: str, ranked: bool) -> None:
    found = small([SMALL[0], condition("D-1", uraian, "Jumlah bank sampah", kode=kode)])
    assert (pairs(found) == [("A-1", "D-1")]) is ranked


def test_what_only_serves_housekeeping_is_housekeeping() -> None:
    office = condition("D-1", "Meningkatnya Akuntabilitas Kinerja Perangkat Daerah")
    child = condition("D-2", "Terkelolanya Bank Sampah Desa", induk=("D-1",))
    assert pairs(small([SMALL[0], office, child])) == []
    assert pairs(small([SMALL[0], office, replace(child, induk=())])) == [("A-1", "D-2")]


def test_the_same_sentence_in_many_units_is_a_twin_unless_it_has_an_object() -> None:
    general = [condition(f"{unit}-1", "Terwujudnya Kesiapan Ruang Rapat") for unit in "ABCD"]
    stunting = [condition(f"{unit}-1", "Menurunnya Prevalensi Stunting") for unit in "ABCD"]
    assert (pairs(small(general)), small(general).gated["sekretariat"]) == ([], 6)
    assert len(pairs(small(stunting))) == 6


def test_one_measure_or_one_statement_twice_in_a_unit_is_a_repeat() -> None:
    measure = "Indeks Kepuasan Masyarakat"
    found = small([
        condition("A-1", "Meningkatnya Mutu", measure),
        condition("A-2", "Meningkatnya Layanan", measure.upper()),
        condition("A-3", "meningkatnya layanan.", "Jumlah layanan"),
        condition("B-1", "Meningkatnya Hal Lain", measure),
    ])  # fmt: skip
    assert found.repeats == (Repeat("A", "A-1", "A-2", "indikator"), Repeat("A", "A-2", "A-3", "kondisi"))


def test_equal_measures_and_equal_statements_suggest_a_duplicate() -> None:
    same = [condition(f"{unit}-1", "Tumbuhnya Bank Sampah", "Jumlah bank sampah aktif") for unit in "AB"]
    other = [SMALL[1], SMALL[5]]
    assert [(one.jenis, one.ukuran_sama) for one in small(same).candidates] == [("duplikat", True)]
    assert [(one.jenis, one.ukuran_sama) for one in small(other).candidates] == [("melengkapi", False)]


def test_no_list_is_filled_by_one_sentence_that_everybody_has() -> None:
    crowd = [condition(f"U{n:02}-1", "Menurunnya Prevalensi Stunting", f"Angka nomor {n}") for n in range(40)]
    lists = pairs(small(crowd))
    assert 0 < len(lists) <= 40 * MOST


ALIKE = {("B-1", "K-1"), ("A-1", "K-2")}


def shouted(one: Condition) -> Condition:
    return replace(one, uraian=one.uraian.upper(), indikator=tuple(text.upper() for text in one.indikator))


def turned(one: Condition) -> Condition:
    return replace(one, uraian=one.indikator[0], indikator=(one.uraian,))


def everywhere(one: Condition) -> Condition:
    return replace(
        one, uraian=f"{one.uraian} Kabupaten/Kota", indikator=tuple(f"{i} Kabupaten/Kota" for i in one.indikator)
    )


def long(one: Condition) -> Condition:
    return replace(one, uraian=f"{one.uraian} " + "yang sesuai dengan ketentuan " * 100) if one.id == "B-1" else one


def worn(one: Condition) -> Condition:
    """One letter in a hundred misread, the way a scanner does; the longer statements lose one."""
    spoiled = one.uraian.replace("Terkoordinasinya", "Terk0ordinasinya").replace("Pengelolaan", "Pengeloiaan")
    return replace(one, uraian=spoiled)


SABOTAGE: dict[str, Callable[[Condition], Condition]] = {
    "columns swapped": turned,
    "all capitals": shouted,
    "no indicators": lambda one: replace(one, indikator=()),
    "empty indicators": lambda one: replace(one, indikator=("", " ")),
    "three thousand characters": long,
    "Kabupaten/Kota everywhere": everywhere,
    "letters misread": worn,
    "effects that are not there": lambda one: replace(one, induk=("gone",)),
}


@pytest.mark.parametrize("damage", SABOTAGE)
def test_the_true_pairs_survive(damage: str) -> None:
    found = small([SABOTAGE[damage](one) for one in SMALL])
    strong = {(one.a, one.b) for one in found.candidates if one.pita != "lemah"}
    assert strong >= ALIKE
    assert all(sum(part.bobot for part in one.alasan) == pytest.approx(one.skor, abs=1e-9) for one in found.candidates)


@pytest.mark.parametrize("few", [0, 1, 2])
def test_a_regency_of_hardly_anything_is_no_fault(few: int) -> None:
    empty = condition("X-1", "", "")
    assert small([empty, SMALL[6]][:few]).candidates == ()


def test_without_a_glossary_words_alone_are_compared() -> None:
    found = detect(SMALL, Glossary(), least=0.1).candidates
    assert ("A-1", "K-2") in {(one.a, one.b) for one in found}
    assert not any(part.konsep for one in found for part in one.alasan)
