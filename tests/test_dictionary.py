"""The data dictionary tells of all that a graph holds and of nothing else; what is around a node is counted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from service import register
from service.config import read_settings
from service.console.hints import hints
from service.console.known import known
from service.console.statement import Statement
from service.console.walls import check_text
from service.console.walls.functions import FUNCTIONS
from service.console.walls.procedures import PROCEDURES
from service.crosscut.glossary.change import Change
from service.decisions.pairs import Word, say
from service.dictionary import EXAMPLES, document, neighbour_counts, neighbours, schema_panel
from service.dictionary.panel import panel
from service.errors import Invalid, NotFound
from service.examples import loading
from service.graph import Graph
from service.kamus import Label, Type, kamus
from service.queries import FOLDER
from service.refresh import refresh_now
from service.register.konsep import change_concept
from tests.conftest import environment
from tests.test_nomenclature import bring_list
from tests.two_examples import two_examples
from tests.worksheet import WATER, bring, worksheet

REASON = "Sesuai rapat bersama"

SELDOM: dict[str, set[str]] = {
    "BECAME": set(),
    "Komponen": {"usang"},
    "Meta": {"kegiatan", "gerbang", "gerbang_oleh", "gerbang_sampai", "gerbang_diminta"},
    "MAY_CROSSCUT": {"ulang", "kelompok"},
}
"""What the history below does not write."""

PAIRS = """
MATCH (a:Kinerja)-[c:MAY_CROSSCUT]->(b:Kinerja) WHERE c.pita = 'kuat'
MATCH (a)-[:OWNED_BY]->(s:SKPD) MATCH (b)-[:OWNED_BY]->(t:SKPD)
RETURN a.id AS a, b.id AS b, s.kode AS pihak, t.kode AS lain ORDER BY c.skor DESC, a, b LIMIT 4
"""
BODIES = """
MATCH (a:Kinerja)-[:MAY_CROSSCUT]->(m:Mitra) MATCH (a)-[:OWNED_BY]->(s:SKPD)
RETURN a.id AS a, 'mitra:' + m.kode AS b, s.kode AS pihak ORDER BY m.kode, a LIMIT 3
"""


@pytest.fixture(scope="module")
def lived_in(seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Graph:
    """A graph in which nearly everything has happened once."""
    folder = tmp_path_factory.mktemp("lived_in")
    own = read_settings(environment(folder / "data", cache))
    loading.ask(seeded)
    list(loading.load(seeded, own, two_examples(folder / "examples")))
    bring(worksheet(), seeded, own)
    bring(worksheet(WATER[:-1]), seeded, own)
    bring_list(seeded)
    register.add(seeded, "pemda", {"nama": "Kabupaten Uji", "contoh": True})
    register.add(seeded, "skpd", {"nama": "Dinas Uji", "jenis": "dinas", "singkatan": "DUJ", "kode_nasional": "9.99"})
    register.add(seeded, "jenjang", {"jenis_unit": "badan", "urut": "1", "tingkat": "strategis skpd"})
    change_concept(seeded, Change("stunting", "tambah", ("balita kerdil",)), REASON)
    refresh_now(seeded)
    agreed, proposed, refused, doubted = seeded.command(PAIRS)
    for pihak in (agreed["pihak"], agreed["lain"]):
        spoken(seeded, agreed, "ya", pihak)
    spoken(seeded, proposed, "ya")
    spoken(seeded, refused, "tidak", sebab="objek berbeda")
    spoken(seeded, doubted, "ragu")
    yes, no, both = seeded.command(BODIES)
    spoken(seeded, yes, "ya")
    spoken(seeded, no, "tidak", sebab="objek berbeda")
    for pihak in (both["pihak"], both["b"]):
        spoken(seeded, both, "ya", pihak, jenis="mitra")
    return seeded


def spoken(graph: Graph, pair: dict[str, Any], kata: str, pihak: str = "", **more: Any) -> None:
    say(graph, Word(pair["a"], pair["b"], kata, pihak or pair["pihak"], **more), REASON)


def held(graph: Graph) -> dict[str, set[str]]:
    """Label or type -> properties that stand on any of them."""
    nodes = graph.command("MATCH (n) UNWIND labels(n) AS nama RETURN nama, collect(DISTINCT keys(n)) AS sifat")
    edges = graph.command("MATCH ()-[r]->() RETURN type(r) AS nama, collect(DISTINCT keys(r)) AS sifat")
    return {row["nama"]: {name for names in row["sifat"] for name in names} for row in [*nodes, *edges]}


def test_what_a_graph_holds_is_in_the_dictionary_and_nothing_else(lived_in: Graph) -> None:
    book = {one.nama: {prop.nama for prop in one.sifat} for one in everything()}
    there = held(lived_in)
    for name, never in SELDOM.items():
        there.setdefault(name, set()).update(never)
    assert there == book


def everything() -> list[Label | Type]:
    """All labels and types of the dictionary."""
    return [*kamus().label.values(), *kamus().jenis.values()]


KINDS = {
    "STRING": "teks", "INTEGER": "bilangan bulat", "FLOAT": "bilangan", "BOOLEAN": "ya/tidak",
    "LIST<STRING>": "daftar teks", "LIST<INTEGER>": "daftar bilangan bulat",
}  # fmt: skip


def test_values_are_of_the_kind_that_it_says(lived_in: Graph) -> None:
    nodes = "MATCH (n) UNWIND labels(n) AS nama UNWIND keys(n) AS sifat "
    nodes += "RETURN DISTINCT nama, sifat, valueType(n[sifat]) AS v"
    edges = "MATCH ()-[r]->() UNWIND keys(r) AS sifat RETURN DISTINCT type(r) AS nama, sifat, valueType(r[sifat]) AS v"
    told = {(one.nama, prop.nama): prop.jenis for one in everything() for prop in one.sifat}
    rows = [*lived_in.command(nodes), *lived_in.command(edges)]
    there = {(row["nama"], row["sifat"], row["v"].replace(" NOT NULL", "")) for row in rows}
    wrong = {(nama, sifat, v) for nama, sifat, v in there if v != "LIST<NOTHING>" and KINDS[v] != told[nama, sifat]}
    assert wrong == set()


def test_types_run_between_the_labels_that_it_says(lived_in: Graph) -> None:
    text = "MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS jenis, labels(a)[0] AS dari, labels(b)[0] AS ke"
    there = {(row["jenis"], row["dari"], row["ke"]) for row in lived_in.command(text)}
    told = {(one.nama, start, end) for one in kamus().jenis.values() for start, end in one.pasangan}
    assert there - told == set()
    assert {jenis for jenis, *_ in told} - {jenis for jenis, *_ in there} == {"BECAME"}


def test_keys_are_those_of_the_schema() -> None:
    schema = (FOLDER / "schema.cypher").read_text(encoding="utf-8")
    keys = {
        label: key for label, key in re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE", schema) if key != "urut"
    }
    assert {one.nama: one.kunci for one in kamus().label.values() if one.nama != "Terdeteksi"} == keys


def test_its_own_patterns_and_pairs_fit_together() -> None:
    for one in kamus().jenis.values():
        assert f":{one.nama}" in one.contoh
        assert {start for start, _ in one.pasangan} == set(one.dari)
        assert {end for _, end in one.pasangan} == set(one.ke)
        assert set(one.gambar) <= set(one.pasangan)
        assert hints([], Statement(f"MATCH {one.contoh} RETURN 1")) == []


def test_other_words_are_no_names_and_mean_one_thing() -> None:
    for named in (kamus().label, kamus().jenis):
        others = [other.casefold() for one in named.values() for other in one.lain]
        assert len(others) == len(set(others))
        assert set(others) & {name.casefold() for name in named} == set()


def test_functions_and_procedures_are_those_that_the_walls_let_through() -> None:
    assert set(FUNCTIONS.values()) - set(kamus().fungsi) == set()
    assert set(kamus().fungsi) - set(FUNCTIONS.values()) == {"id"} - set(FUNCTIONS.values())
    assert set(kamus().prosedur) == set(PROCEDURES)
    assert {name for name in known().fungsi.values() if name not in kamus().fungsi} == set()


def test_every_sentence_ends_and_says_something() -> None:
    book = kamus()
    told = [word.arti for word in (*book.fungsi.values(), *book.prosedur.values(), *book.kata_kunci.values())]
    told += [one.arti for one in everything()]
    told += [prop.arti for one in everything() for prop in one.sifat]
    assert [text for text in told if not text.endswith(".") or len(text) < 5 or "  " in text] == []


def test_no_two_boxes_of_the_model_touch() -> None:
    """As the page draws them: 26 high, as wide as their name."""
    boxes = [(one.nama, *one.tempat, max(30, len(one.nama) * 3.9 + 8)) for one in kamus().label.values() if one.tempat]
    touching = [
        (a[0], b[0])
        for nth, a in enumerate(boxes)
        for b in boxes[nth + 1 :]
        if abs(a[1] - b[1]) < a[3] + b[3] + 8 and abs(a[2] - b[2]) < 34
    ]
    assert touching == []
    assert all(0 < x < 560 and 0 < y < 420 for _, x, y, _ in boxes)


def test_the_panel_has_every_name_with_its_count_and_examples(lived_in: Graph) -> None:
    found = schema_panel(lived_in)
    counted = {
        row["nama"]: row["n"]
        for row in lived_in.command("MATCH (n) UNWIND labels(n) AS nama RETURN nama, count(*) AS n")
    }
    typed = {
        row["nama"]: row["n"] for row in lived_in.command("MATCH ()-[r]->() RETURN type(r) AS nama, count(*) AS n")
    }
    assert {one["nama"]: one["jumlah"] for one in found["label"]} == {
        name: counted.get(name, 0) for name in kamus().label
    }
    assert {one["nama"]: one["jumlah"] for one in found["jenis"]} == {
        name: typed.get(name, 0) for name in kamus().jenis
    }
    assert found["revisi"] == lived_in.revision()
    (ladder,) = [one for one in found["label"] if one["nama"] == "Jenjang"]
    # Which come first depends on the order in which the database keeps them.
    examples = {prop["nama"]: (prop["jenis"], prop["contoh"]) for prop in ladder["sifat"]}
    stated = lived_in.command(
        "MATCH (n:Jenjang) RETURN n.jenis_unit AS jenis_unit, n.urut AS urut, n.tingkat AS tingkat"
    )
    for name, kind in (("jenis_unit", "teks"), ("urut", "bilangan bulat"), ("tingkat", "teks")):
        told, shown = examples[name]
        assert (told, len(set(shown)), set(shown) <= {row[name] for row in stated}) == (kind, 3, True)
    assert schema_panel(lived_in) == found


def test_a_panel_of_an_empty_graph_says_zero() -> None:
    found = panel(kamus(), 0, dict.fromkeys(kamus().label, 0), dict.fromkeys(kamus().jenis, 0), {})
    assert set(found) == {"revisi", "label", "jenis", "fungsi", "prosedur", "kata_kunci", "model"}
    assert found["label"][-1] == {
        "nama": "Meta",
        "arti": kamus().label["Meta"].arti,
        "jumlah": 0,
        "kunci": "kode",
        "sifat": [
            {"nama": p.nama, "jenis": p.jenis, "arti": p.arti, "contoh": []} for p in kamus().label["Meta"].sifat
        ],
    }
    assert found["model"]["simpul"][0] == {"nama": "Pemda", "x": 70, "y": 30}
    assert {"dari": "Kinerja", "ke": "Kinerja", "jenis": "CAUSES"} in found["model"]["garis"]


def test_the_dictionary_is_printed_in_the_documentation() -> None:
    assert document.FILE.read_text(encoding="utf-8") == document.page(kamus())


def test_the_examples_to_begin_with_pass_the_walls_and_find_something(lived_in: Graph) -> None:
    nothing = []
    for example in EXAMPLES:
        statement = Statement(example.teks)
        check_text(statement)
        assert hints([], statement) == []
        nothing += [] if lived_in.command(example.teks) else [example.judul]
    assert nothing == ["Kinerja tanpa indikator"]  # of these documents every kinerja has one
    assert len({one.judul for one in EXAMPLES}) == len(EXAMPLES) == 12


def test_a_hub_is_counted_from_its_degree_and_paged(lived_in: Graph) -> None:
    plan = str(lived_in.plan("dictionary/neighbour_counts", label="SKPD", kunci="x"))
    assert ("getDegree" in plan, "Expand" in plan, "Scan" in plan) == (True, False, False)
    unit = "dinas-kesehatan"
    (row,) = lived_in.command(
        "MATCH (s:SKPD {kode: $k}) RETURN COUNT { (s)<-[:OWNED_BY]-() } AS milik, elementId(s) AS eid", k=unit
    )
    counts = {
        (one["jenis"], one["arah"]): one["jumlah"] for one in neighbour_counts(lived_in, "SKPD", unit)["hitungan"]
    }
    assert (counts["OWNED_BY", "masuk"], counts["PART_OF", "keluar"]) == (row["milik"], 1)
    seen: list[str] = []
    while True:
        found = neighbours(lived_in, "SKPD", unit, "OWNED_BY", "masuk", len(seen))
        seen += [one["kunci"] for one in found["simpul"]]
        assert (found["asal"], found["jumlah"], found["lewati"]) == (
            row["eid"],
            row["milik"],
            len(seen) - len(found["simpul"]),
        )
        assert {edge["ke"] for edge in found["hubungan"]} == {row["eid"]}
        if not found["ada_lagi"]:
            break
    assert len(seen) == len(set(seen)) == row["milik"]
    assert neighbours(lived_in, "SKPD", unit, "OWNED_BY", "keluar")["simpul"] == []


def test_a_former_kinerja_a_measure_and_a_detected_body_have_neighbours(lived_in: Graph) -> None:
    for label in ("KinerjaLama", "Ukuran", "Terdeteksi", "Keputusan", "Komponen"):
        text = f"MATCH (n:{label}) WHERE EXISTS {{ (n)--() }} RETURN coalesce(n.id, n.kode, n.nama_baku) AS kunci"
        row = lived_in.command(f"{text} ORDER BY kunci LIMIT 1")[0]
        assert neighbour_counts(lived_in, label, row["kunci"])["hitungan"] != []


def test_what_is_not_there_is_told(lived_in: Graph) -> None:
    with pytest.raises(NotFound, match="Kinerja BTM-22-XXXX tidak ada di graf sekarang"):
        neighbour_counts(lived_in, "Kinerja", "BTM-22-XXXX")
    with pytest.raises(NotFound, match="tidak punya label Kucing"):
        neighbour_counts(lived_in, "Kucing", "x")
    for jenis, arah, lewati in (("KUCING", "keluar", 0), ("CAUSES", "ke mana", 0), ("CAUSES", "keluar", -1)):
        with pytest.raises(Invalid):
            neighbours(lived_in, "Kinerja", "x", jenis, arah, lewati)
