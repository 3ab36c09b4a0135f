"""The twelve example units of the template: made from their sources, read as the README says, labelled pair by pair."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from seeds.labels import CLASSES, labels
from seeds.workbook import Content, template_units
from service.bahasa.codes import canonical, is_under
from service.config import ROOT
from service.fold import fold
from service.ingest.document import document as document_of
from service.ingest.read import read
from service.model import Cascade, Document
from tests.answers import with_ids

FOLDER = ROOT / "seeds" / "contoh"
README = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")

READ = {
    "KMT": ("Kecamatan Muara Teduh", "kecamatan", 23, 22, 23, []),
    "KBR": ("Kecamatan Bukit Rawai", "kecamatan", 23, 22, 23, []),
    "KSL": ("Kecamatan Sungai Lestari", "kecamatan", 22, 21, 22, []),
    "DKS": ("Dinas Kesehatan", "dinas", 26, 26, 27, []),
    "DIK": ("Dinas Pendidikan", "dinas", 25, 24, 25, []),
    "PUP": ("Dinas Pekerjaan Umum dan Penataan Ruang", "dinas", 25, 24, 24, ["TPL11"]),
    "SOS": ("Dinas Sosial", "dinas", 26, 25, 25, []),
    "PMD": ("Dinas Pemberdayaan Masyarakat dan Desa", "dinas", 23, 22, 23, []),
    "SPP": ("Satuan Polisi Pamong Praja", "satpol pp", 21, 20, 20, []),
    "DLH": ("Dinas Lingkungan Hidup", "dinas", 21, 20, 21, []),
    "PTN": ("Dinas Ketahanan Pangan dan Pertanian", "dinas", 24, 23, 25, []),
    "DKC": ("Dinas Kependudukan dan Pencatatan Sipil", "dinas", 23, 22, 23, []),
}  # fmt: skip
"""Short name in the README -> unit, kind, kinerja, links, indicators, codes of the issues."""

UNITS: dict[str, Content] = {
    short: unit for unit in template_units() for short in READ if READ[short][0] == unit["unit"]
}


@cache
def read_unit(short: str) -> tuple[Document, Cascade]:
    name = UNITS[short]["berkas"]
    document = document_of(read((FOLDER / name).read_bytes(), name))
    claims, register = with_ids(document)
    return document, fold(claims, (), register)


def planted(what: str) -> set[str]:
    """Places (`KSL 1.1`) in the first cell of the README's row whose second cell says `what`."""
    (row,) = [line for line in README.splitlines() if line.startswith("| ") and f"| {what} |" in line]
    return set(re.findall(r"[A-Z]{3} [\d.]+", row.split(" | ")[0]))


def every() -> list[tuple[str, str, Content]]:
    """(place, code of its unit's component in the one spelling, entry) of all kinerja."""
    return [
        (f"{short} {one['kode']}", canonical(one.get("komponen", "").split(" ")[0]), one)
        for short, unit in UNITS.items()
        for one in unit["kinerja"]
    ]


@pytest.mark.parametrize("short", READ)
def test_a_unit_is_read_as_the_readme_says(short: str) -> None:
    document, cascade = read_unit(short)
    codes = sorted({issue.kode for issue in (*document.issues, *cascade.issues)})
    sizes = [len(found) for found in (cascade.kinerja, cascade.edges, cascade.indikator)]
    assert (document.unit, document.jenis_unit, *sizes, codes) == READ[short]
    assert (document.pemda, document.tahun, "fiktif" in document.judul) == ("Kabupaten Tanjung Harapan", 2023, True)
    written = [named for one in UNITS[short]["kinerja"] if "mitra" in one for named in one["mitra"].split("; ")]
    assert sorted(partner.nama for partner in cascade.mitra) == sorted(written)
    assert len(cascade.komponen) == sum("komponen" in one for one in UNITS[short]["kinerja"])
    assert f"| {short} | {document.unit} | " in README
    assert f" | {sizes[0]} | " in next(line for line in README.splitlines() if line.startswith(f"| {short} |"))


def test_every_kinerja_has_level_parent_owner_and_measure_but_where_it_is_planted() -> None:
    without = {place for place, _, one in every() if not one.get("indikator")}
    assert without == {"DIK 1"}
    assert {place for place, _, one in every() if not one.get("jabatan")} == {"DKC 1.1.1.1.2"}
    assert [short for short, unit in UNITS.items() if not any("mitra" in one for one in unit["kinerja"])] == ["KBR"]


def test_the_second_of_two_parents_in_a_cell_is_no_main_one() -> None:
    _, cascade = read_unit("DKS")
    (water,) = [k.id for k in cascade.kinerja if k.uraian == "Terujinya Mutu Air Minum Rumah Tangga"]
    statement = {k.id: k.uraian for k in cascade.kinerja}
    assert [(statement[edge.akibat], edge.utama) for edge in cascade.edges if edge.sebab == water] == [
        ("Terhentinya Kebiasaan Buang Air Besar Sembarangan", True),
        ("Terkendalinya Penyakit Menular dan Kejadian Luar Biasa", False),
    ]


def test_codes_are_those_of_their_level_in_three_spellings() -> None:
    parts = {place: code.count(".") + 1 for place, code, one in every() if "komponen" in one}
    wrong = {place for place, count in parts.items() if (3, 5, 6)[place.count(".") - 2] != count}
    assert wrong == {"KBR 1.1.1.3"}  # the operational one that skips a level
    written = {one["komponen"].split(" ")[0] for _, _, one in every() if "komponen" in one}
    spellings = Counter(
        "two digits" if re.search(r"\.\d\d$", code) and len(code.split(".")) == 6 else
        "zero" if re.search(r"^\d\.\d\d\.\d\d\.0", code) else "usual"
        for code in written
    )  # fmt: skip
    assert min(spellings.values()) >= 30


def test_components_of_another_branch_are_those_of_the_readme() -> None:
    code_of = {place: code for place, code, _ in every()}
    found = {
        place
        for place, code in code_of.items()
        if code and (upper := code_of.get(place.rpartition(".")[0], "")) and not is_under(code, upper)
    }
    assert found == planted("the code does not continue the code of the parent")


def test_components_used_twice_are_those_of_the_readme() -> None:
    used = Counter((place.split(" ")[0], code) for place, code, _ in every() if code.count(".") == 5)
    found = {place for place, code, _ in every() if used[place.split(" ")[0], code] > 1}
    assert found == planted("one sub kegiatan under several kinerja")


def test_flat_and_falling_targets_are_those_of_the_readme() -> None:
    flat, falling = set(), set()
    for place, _, one in every():
        for text in one.get("indikator", []) if isinstance(one.get("indikator"), list) else [one.get("indikator", "")]:
            values = [number(part) for part in text.split("|")[2:]]
            if len(values) == 2 and None not in values:
                flat |= {place} if values[0] == values[1] else set()
                falling |= {place} if values[0] < values[1] else set()  # type: ignore[operator]
    secretariats = {"DIK 1.2.3.1.1", "PMD 1.2.3.1.1", "DKC 1.3.1.1.1"}
    assert flat - secretariats - {"DKS 1.1"} == planted("target equals baseline")
    assert falling == (
        planted("target below baseline")
        | planted("target 80 below baseline 83,5")
        | planted("fewer recipients than before")
        | {"SPP 1.1.2.1.3"}
    )


def number(text: str) -> float | None:
    """`1.250`, `83,5` and `97.5` as numbers; None: words."""
    text = text.strip()
    plain = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else text.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d+(\.\d+)?", plain) else None


def test_twins_of_the_template_are_word_for_word_in_all_kecamatan() -> None:
    shared = set.intersection(*({k["uraian"] for k in UNITS[short]["kinerja"]} for short in ("KMT", "KBR", "KSL")))
    assert len(shared) == 6
    assert {text for text in shared if f'"{text}"' not in README} == set()


def test_every_place_the_readme_names_is_there() -> None:
    named = set(re.findall(r"\b[A-Z]{3} \d(?:\.\d)*\b", README.split("## Mistakes planted in the dinas")[0]))
    assert named - {place for place, _, _ in every()} == set()


def test_a_workbook_says_in_its_first_rows_that_it_is_fictional() -> None:
    rows = read((FOLDER / UNITS["KMT"]["berkas"]).read_bytes(), "a.xlsx")
    assert any("fiktif" in cell for row in rows if row.lokasi.startswith("Unit!") for cell in row.sel)


def test_labels_name_pairs_of_two_units_once_each() -> None:
    found = labels()
    counts = Counter(label.kelas for label in found)
    assert [counts[kind] for kind in CLASSES] == [25, 89, 72]
    assert f"{len(found)} pairs of kinerja" in README
    assert all(label.a.unit != label.b.unit and label.alasan for label in found)
    pairs = [frozenset(((label.a.unit, label.a.kode), (label.b.unit, label.b.kode))) for label in found]
    assert len(set(pairs)) == len(pairs)


def test_labels_cover_every_unit() -> None:
    named = Counter(side.unit for label in labels() for side in (label.a, label.b))
    assert len(named) == len(UNITS) + 2
    assert min(named.values()) >= 15
