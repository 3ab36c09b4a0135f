"""The repository's questions: heads, choices, values, and answers that are true of the documents of `seeds/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from service import questions
from service.cli import main
from service.config import ROOT, Settings
from service.console.asking import Console
from service.console.parts import End, Head, Rows
from service.console.statement import Limits, Statement
from service.errors import Invalid, NotFound
from service.graph import Graph, Tx
from service.queries import QueryFault, query
from service.questions import GROUPS, Question, all_questions
from service.questions.choosing import sources
from service.questions.heads import Value, _read
from service.server import Connection
from tests.conftest import emptied
from tests.console_here import Here

NAMES = sorted(all_questions())
BATUMANDI = (
    *("TZ6G", "SB7B", "FE9H", "V4CF", "W685", "TZC5", "EN4E", "4PZY", "V2T4", "J8DA", "VCYW", "2634", "9GG8"),
    *("3N4Q", "YWX5", "8HEA", "ENJJ", "TCRK", "PXW2", "WHK5", "AXKE", "YDFF", "AB5P", "QJ96", "EPNE", "RHGK"),
)
"""The kinerja of Kecamatan Batumandi in the order of Tahap 4 and 5: the first is row 1."""

BPBD, FISHERY = "badan-penanggulangan-bencana-daerah", "dinas-perikanan"
PAIRS = [("MAY_CROSSCUT", 0.7, "kuat"), ("MAY_CROSSCUT", 0.2, "lemah"), ("PROPOSES_CROSSCUT", 0.6, "kuat"),
         ("CROSSCUTS", 0.5, "kuat"), ("NOT_CROSSCUT", 0.4, "kuat")]  # fmt: skip
"""Between the first, second, .. kinerja of two units: one pair of each state, and a weak one that no question shows."""
PAIRED = """
UNWIND range(0, size($pairs) - 1) AS n
MATCH (:SKPD {kode: $one})<-[:OWNED_BY]-(a:Kinerja {urutan: n + 1})
MATCH (:SKPD {kode: $other})<-[:OWNED_BY]-(b:Kinerja {urutan: n + 1})
CREATE (a)-[r:$($pairs[n][0])]->(b)
SET r.skor = $pairs[n][1], r.pita = $pairs[n][2], r.jenis = 'melengkapi', r.pihak = $other
"""
CODES = {
    "AXKE": "7.01.06",
    "YDFF": "7.01.06.2.01",
    "QJ96": "7.01.06.2.01.0003",
    "V4CF": "7.01.02.2.01",
    "W685": "7.01.02.2.02.0003",
}
"""What they would be in the nomenclature; the last is under the wrong parent."""
PLANNED = """
UNWIND keys($codes) AS k
MATCH (n:Kinerja {id: 'BTM-22-' + k})
MERGE (c:Komponen {kode: $codes[k]}) SET c.nama = 'Komponen ' + $codes[k], c.jenis = 'program'
CREATE (n)-[:PLANNED_AS {asal: 'diputuskan'}]->(c)
"""
NAMED = """
MATCH (k:Kinerja {id: 'BTM-22-ENJJ'}) MERGE (m:Mitra {kode: 'polri'}) SET m.nama = 'Polri'
CREATE (k)-[:NAMES {nama: 'Kepolisian', urutan: 1}]->(m)
"""
UNDONE = """
MATCH (k:Kinerja {id: 'BTM-22-QJ96'})
UNWIND [['tingkat', ''], ['batal', 'keputusan-901']] AS one
WITH k, one, CASE one[1] WHEN '' THEN 901 ELSE 902 END AS urut
CREATE (:Keputusan {id: 'keputusan-' + toString(urut), urut: urut, jenis: one[0], subjek: k.id, isi: '{}',
                    oleh: 'lokal', pada: '2026-11-24T10:00:00+07:00', alasan: 'Uji', membatalkan: one[1]})-[:ABOUT]->(k)
"""


@pytest.fixture(scope="module")
def asked(seeded: Graph) -> Graph:
    """The seeds, with pairs, codes, a body and a decision that was taken back."""

    def write(tx: Tx) -> None:
        tx.raw.run(PAIRED, pairs=PAIRS, one=BPBD, other=FISHERY).consume()
        tx.raw.run(PLANNED, codes=CODES).consume()
        tx.raw.run(NAMED).consume()
        tx.raw.run(UNDONE).consume()

    seeded.writing(write)
    return seeded


@pytest.fixture(scope="module")
def console(asked: Graph, neo4j_server: Connection) -> Iterator[Console]:
    """The console; the run's server stands in the place of the mirror (`console_here`)."""
    one = Console(Here(neo4j_server, asked), frozenset({"laju"}))
    yield one
    one.close()


def answered(
    graph: Graph, name: str, limits: Limits | None = None, **said: Any
) -> tuple[list[str], list[list[Any]], End]:
    head, *rows, end = questions.answer(graph, questions.question(name), said, limits)
    assert isinstance(head, Head)
    assert isinstance(end, End)
    return head.kolom, [row for part in rows if isinstance(part, Rows) for row in part.baris], end


def columns(graph: Graph, name: str, *wanted: str, **said: Any) -> list[tuple[Any, ...]]:
    """These columns of the answer; an id of Batumandi as the number of its row in Tahap 4 and 5."""
    names, rows, _ = answered(graph, name, **said)
    return [tuple(_numbered(row[names.index(column)]) for column in wanted) for row in rows]


def _numbered(value: Any) -> Any:
    return (
        BATUMANDI.index(value[7:]) + 1
        if isinstance(value, str) and value[:7] == "BTM-22-" and len(value) == 11
        else value
    )


@pytest.mark.parametrize("name", NAMES)
def test_its_head_says_everything(name: str) -> None:
    one = questions.question(name)
    assert one.judul.endswith("?")
    assert one.keterangan.endswith(".")
    assert one.kelompok in {group.kunci for group in GROUPS}
    assert all(p.label and (p.sumber or p.jenis in ("teks", "bilangan", "pilihan")) for p in one.parameter)
    assert all(meaning != "None" for meaning in one.kolom.values())
    wanted = dict.fromkeys(one.parameter and [p.nama for p in one.parameter if not p.menyempit], "")
    assert set(query(one.query).params) == {*wanted, "batas"}


def test_every_question_stands_in_one_group_and_in_the_documentation() -> None:
    listed = [one.nama for group in questions.grouped() for one in group.isi]
    assert sorted(listed) == NAMES
    told = (ROOT / "docs" / "console.md").read_text(encoding="utf-8")
    assert [one for one in NAMES if f"`{one}`" not in told] == []
    assert [nama for group in GROUPS for nama in group.dahulu if nama not in NAMES] == []


DECLARED = "// params: {batas: b, unit: u}\n// group: g\n// description: d\n// returns: {satu: s}"
WRONG_HEADS: dict[str, tuple[str, str]] = {
    "no group": ("// params: {batas: b}\n// returns: {satu: s}\n// description: d.", "group, description, atau"),
    "a key that nobody knows": ("// params: {batas: b}\n// kelompok: jalur", "kelompok"),
    "no input": (DECLARED, "tanpa inputs"),
    "no such type": (f"{DECLARED}\n// inputs: {{unit: kantor}}", "input unit salah"),
    "no such key of an input": (f"{DECLARED}\n// inputs: {{unit: {{type: unit, pilih: x}}}}", "input unit salah"),
}


@pytest.mark.parametrize("case", WRONG_HEADS)
def test_a_wrong_head_is_told_with_its_file(case: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from service import queries

    head, told = WRONG_HEADS[case]
    monkeypatch.setattr(queries, "FOLDER", tmp_path)
    (tmp_path / "questions").mkdir()
    file = tmp_path / "questions" / "salah.cypher"
    use = "$unit AS satu" if "unit" in head else "1 AS satu"
    file.write_text(f"// title: Benarkah?\n{head}\nRETURN {use} LIMIT $batas", encoding="utf-8")
    with pytest.raises(QueryFault, match=told) as fault:
        _read(queries._read(file))
    assert "graph/questions/salah.cypher" in fault.value.message


@pytest.mark.parametrize("name", NAMES)
def test_it_answers_on_the_first_click_and_the_same_the_second_time(asked: Graph, name: str) -> None:
    first = answered(asked, name)
    assert first[0] == list(questions.question(name).kolom)
    assert first[:2] == answered(asked, name)[:2]
    assert first[2].terpotong is None


EMPTY = {"tanpa-jalur-ke-outcome", "tingkat-terlompat", "induk-bukan-nomenklatur"}
"""Nothing of the kind is wrong with the first unit there is."""
OF_OTHERS = {"kalimat-sama-antar-unit", "ukuran-sama-target-berbeda"}
"""Two units that have nothing of the kind in common."""


def test_few_first_answers_are_empty(asked: Graph) -> None:
    assert {name for name in NAMES if not answered(asked, name, Limits(baris=1))[1]} == EMPTY | OF_OTHERS


def test_the_fifteen_kinerja_whose_level_differs_are_those_of_the_document(asked: Graph) -> None:
    found = columns(asked, "tingkat-berbeda-antar-tahap", "id", "tahap_4", "tahap_5", "dipakai", "diputuskan")
    ti, tm, op, ss = "taktikal intermediate", "taktikal immediate", "operasional", "strategis skpd"
    assert found == [
        (number, before, after, before, "belum")
        for number, before, after in [
            (6, tm, op), (7, op, ss), (8, tm, ti), (9, op, tm), (10, ti, op), (11, tm, op), (12, op, tm), (13, tm, op),
            (18, ti, op), (19, tm, ti), (20, op, tm), (21, ti, op), (22, tm, op), (23, op, ti), (24, op, tm),
        ]
    ]  # fmt: skip


def test_the_way_of_a_kinerja_to_its_outcome(asked: Graph) -> None:
    inferred = "disimpulkan dari urutan baris"
    found = columns(
        asked,
        "jalur-ke-outcome",
        "jalur",
        "langkah",
        "id",
        "tingkat",
        "jabatan",
        "hubungan_ke_atas",
        kinerja="BTM-22-QJ96",
    )
    assert found == [
        (1, 1, 24, "operasional", ["staf umum"], inferred),
        (1, 2, 22, "taktikal immediate", ["kasi", "jafung", "analisis"], inferred),
        (1, 3, 21, "taktikal intermediate", ["kasi"], inferred),
        (1, 4, 2, "strategis", ["camat"], inferred),
        (1, 5, 1, "strategis skpd", [], None),
    ]
    rows = ["Tahap 3, baris 22 (baris berkas 85)", "Tahap 4, baris 24 (baris berkas 117)"]
    first = columns(asked, "jalur-ke-outcome", "sumber", kinerja="BTM-22-QJ96")[0]
    assert first == ([*rows, "Tahap 5, baris 24 (baris berkas 148)"],)


IKM = "Indeks Kepuasan Masyarakat (IKM)"
TRUE: dict[str, tuple[dict[str, Any], tuple[str, ...], list[tuple[Any, ...]]]] = {
    "cabang-satu-jalur": (
        {}, ("id", "penopang_id"),
        [(1, 2), (4, 5), (6, 7), (8, 9), (11, 12), (13, 14), (15, 16), (16, 17), (18, 19), (19, 20), (21, 22)],
    ),
    "indikator-sama-atas-bawah": ({}, ("id_atas", "id_bawah", "langkah"), [(1, 2, 1), (3, 8, 1), (21, 22, 1)]),
    "indikator-di-tingkat-mana": (
        {}, ("urut", "tingkat", "id", "indikator"),
        [(1, "strategis skpd", 1, IKM), (2, "strategis", 2, IKM)],
    ),
    "indikator-menghitung-keluaran": ({}, ("id",), [(4,), (6,), (13,), (16,)]),
    "kinerja-beberapa-jabatan": (
        {}, ("id", "jumlah_jabatan", "jabatan", "ditulis"),
        [(n, 3, ["kasi", "jafung", "analisis"], "pilihan") for n in (4, 6, 8, 11, 13, 16, 19, 22)],
    ),
    "komponen-dipakai": (
        {"komponen": "7.01.06"}, ("kode_komponen", "id"),
        [("7.01.06", 21), ("7.01.06.2.01", 22), ("7.01.06.2.01.0003", 24)],
    ),
    "induk-bukan-nomenklatur": (
        {"pemda": "kabupaten-balangan"}, ("id", "kode_komponen", "id_induk", "kode_komponen_induk"),
        [(5, "7.01.02.2.02.0003", 4, "7.01.02.2.01")],
    ),
    "putusan-orang": (
        {}, ("urut", "jenis", "id", "dibatalkan"),
        [(902, "batal", 24, "tidak"), (901, "tingkat", 24, "ya"), (1, "versi", "kecamatan-batumandi-2022", "tidak")],
    ),
    "kinerja-tanpa-jabatan": ({}, ("id", "belum_ada"), [(1, ["jabatan"])]),
    "jabatan-dan-bebannya": (
        {}, ("jabatan", "jumlah_kinerja", "sendiri", "atas_dan_bawah"),
        [("camat", 1, 1, 0), ("analisis", 8, 0, 0), ("jafung", 8, 0, 0), ("staf umum", 11, 11, 0), ("kasi", 13, 5, 8)],
    ),
    "penopang-hilang": (
        {"kinerja": "BTM-22-YDFF"}, ("dampak", "jarak", "id"),
        [("kehilangan penopang", 1, 21), *(("terputus dari outcome", 1, n) for n in (23, 24, 25, 26))],
    ),
    "leluhur-bersama": (
        {"kinerja": "BTM-22-QJ96", "kinerja_lain": "BTM-22-YDFF"}, ("id", "langkah_dari_pertama", "langkah_dari_kedua"),
        [(22, 1, 0), (21, 2, 1), (2, 3, 2), (1, 4, 3)],
    ),
    "kinerja-per-tingkat": (
        {}, ("urut", "jumlah_kinerja", "dengan_indikator", "dengan_jabatan"),
        [(1, 1, 1, 0), (2, 1, 1, 1), (3, 5, 5, 5), (4, 8, 8, 8), (5, 11, 11, 11)],
    ),
    "bentuk-pohon": (
        {}, ("jumlah_kinerja", "outcome", "kedalaman", "rata_rata_penopang", "penopang_terbanyak", "tanpa_penopang"),
        [(26, 1, 5, 1.67, 5, 11)],
    ),
    "kata-pembuka": (
        {}, ("urut", "kata_pembuka", "jumlah_kinerja", "persen"),
        [(1, "meningkatnya", 1, 100.0), (2, "meningkatnya", 1, 100.0), (3, "meningkatnya", 5, 100.0),
         (4, "terkoordinasinya", 3, 37.5), (4, "terlaksananya", 3, 37.5), (4, "terselenggaranya", 2, 25.0),
         (5, "terlaksananya", 6, 54.5), (5, "terfasilitasinya", 5, 45.5)],
    ),
    "pemegang-kinerja": (
        {"kata": "ketertiban"}, ("jabatan", "bersama", "id", "komponen"),
        [("kasi", "tidak", 15, "sasaran program"), ("kasi", "ya", 16, "sasaran kegiatan"),
         ("jafung", "ya", 16, "sasaran kegiatan"), ("analisis", "ya", 16, "sasaran kegiatan")],
    ),
    "melibatkan-badan": ({"mitra": "polri"}, ("id", "tertulis_sebagai", "status"), [(17, "Kepolisian", None)]),
    "crosscutting-unit": (
        {"unit": BPBD}, ("status", "skor", "kode_pihak_lain"),
        [("disepakati", 0.5, FISHERY), ("satu pihak", 0.6, FISHERY), ("terdeteksi", 0.7, FISHERY)],
    ),
    "matriks-crosscutting": (
        {}, ("kode_unit", "kode_pihak_lain", "disepakati", "satu_pihak", "terdeteksi", "jumlah"),
        [(BPBD, FISHERY, 1, 1, 1, 3)],
    ),
    "crosscutting-menunggu": (
        {"ambang": "0,7"}, ("status", "skor", "pihak"),
        [("satu pihak", 0.6, FISHERY), ("terdeteksi", 0.7, FISHERY)],
    ),
    "unit-belum-crosscutting": ({}, ("kode_unit", "mitra_tertulis"), [("kecamatan-batumandi", 1)]),
}  # fmt: skip
"""Question -> what is said, columns, what is true: checked by hand against the document."""


@pytest.mark.parametrize("name", TRUE)
def test_its_answer_is_true(asked: Graph, name: str) -> None:
    said, wanted, truth = TRUE[name]
    assert columns(asked, name, *wanted, **said) == truth


@pytest.mark.parametrize("name", [name for name in NAMES if questions.question(name).digambar])
def test_a_picture_is_made_of_nodes_and_relationships(asked: Graph, name: str) -> None:
    _, rows, _ = answered(asked, name, None, **({"unit": BPBD} if "crosscutting" in name else {}))
    kinds = {cell["_"] for row in rows for cell in row if isinstance(cell, dict)}
    assert kinds in ({"simpul", "hubungan"}, {"jalur"})


@pytest.mark.parametrize("name", NAMES)
def test_it_passes_every_wall_and_answers_the_same_in_the_console(asked: Graph, console: Console, name: str) -> None:
    one = questions.question(name)
    values = asked.reading(lambda tx: questions.settle(tx, one, {}).of(one))
    head, *rows, _ = console.start(Statement(one.cypher, {**values, "batas": 1_001}), "uji").parts()
    assert isinstance(head, Head)
    there = [row for part in rows if isinstance(part, Rows) for row in part.baris]
    names, here, _ = answered(asked, name)
    assert (head.kolom, _without_database(there)) == (names, _without_database(here))


def _without_database(rows: list[list[Any]]) -> str:
    """Element ids begin with the id of the database."""
    return re.sub(r'"(\d+):[0-9a-f-]{36}:(\d+)"', r'"\1:\2"', json.dumps(rows))


def test_an_answer_longer_than_the_limit_says_so(asked: Graph) -> None:
    _, rows, end = answered(asked, "gambar-pohon", Limits(baris=25))
    assert (len(rows), end.baris, end.terpotong) == (25, 25, None)
    _, rows, end = answered(asked, "gambar-pohon", Limits(baris=24))
    assert (len(rows), end.baris, end.terpotong) == (24, 24, "baris")
    _, rows, end = answered(asked, "gambar-pohon", Limits(bita=4_000))
    assert 0 < len(rows) < 25
    assert (end.baris, end.terpotong) == (len(rows), "bita")


def test_an_answer_that_is_left_gives_its_transaction_back(asked: Graph) -> None:
    for _ in range(30):  # more than the pool has connections
        parts: Iterator[Any] = questions.answer(asked, questions.question("gambar-pohon"), {})
        next(parts)
        parts.close()  # type: ignore[attr-defined]


def not_there(value: str) -> str:
    return f"{value!r} tidak ada di antara pilihannya; pilih dari daftar, atau kosongkan."


TREE, SAME, WAITING = "gambar-pohon", "indikator-sama-atas-bawah", "crosscutting-menunggu"
SAID: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    "an unknown unit": (TREE, {"unit": "kecamatan-x"}, {"unit": not_there("kecamatan-x")}),
    "a year without document": (TREE, {"tahun": "2021"}, {"tahun": not_there("2021")}),
    "no year at all": (TREE, {"tahun": "dua"}, {"tahun": "'dua' bukan tahun; tulis empat angka, misalnya 2023."}),
    "a number out of range": (SAME, {"jarak": 9}, {"jarak": "9 di luar batas; isi bilangan bulat 1 sampai 6."}),
    "no number": (WAITING, {"ambang": "x"}, {"ambang": "'x' tidak dapat dibaca; isi bilangan 0 sampai 1."}),
    "not finite": (WAITING, {"ambang": "nan"}, {"ambang": "nan di luar batas; isi bilangan 0 sampai 1."}),
    "no such word": ("catatan-pembacaan", {"status": "ya"}, {"status": "'ya' bukan pilihannya; pilih semua, terbuka."}),
    "a long text": ("pemegang-kinerja", {"kata": "a" * 201}, {"kata": "paling panjang 200 huruf; ini 201."}),
    "a kinerja of another unit": (
        "jalur-ke-outcome", {"unit": FISHERY, "kinerja": "BTM-22-QJ96"}, {"kinerja": not_there("BTM-22-QJ96")},
    ),
    "a field that is not there": (TREE, {"skpd": "x"}, {"skpd": "tidak dikenal"}),
    "two at once": (
        SAME, {"unit": "x", "jarak": 0},
        {"unit": not_there("x"), "jarak": "0 di luar batas; isi bilangan bulat 1 sampai 6."},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID)
def test_a_wrong_value_is_told_by_field(asked: Graph, case: str) -> None:
    name, said, told = SAID[case]
    with pytest.raises(Invalid) as fault:
        next(questions.answer(asked, questions.question(name), said))
    assert fault.value.fields == told
    assert fault.value.hint
    if case != "a field that is not there":
        assert questions.form(asked, questions.question(name), said).galat == told


def test_a_kinerja_alone_says_its_unit_and_year(asked: Graph) -> None:
    filled = questions.form(asked, questions.question("jalur-ke-outcome"), {"kinerja": "BTM-22-QJ96"})
    assert [(one.nama, one.nilai, one.label_nilai) for one in filled.isian] == [
        ("unit", "kecamatan-batumandi", "Kecamatan Batumandi"),
        ("tahun", "2022", "2022"),
        ("kinerja", "BTM-22-QJ96", "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa"),
    ]


def test_a_form_offers_what_can_be_picked_and_what_depends_on_what(asked: Graph) -> None:
    first, second, third, fourth = questions.form(asked, questions.question("pemegang-kinerja"), {}).isian
    assert (first.nama, first.nilai, first.bergantung, first.wajib) == ("unit", "kecamatan-batumandi", (), True)
    assert [c.nilai for c in first.pilihan or ()] == [
        "kecamatan-batumandi",
        BPBD,
        FISHERY,
    ]
    assert (second.nama, second.nilai, second.bergantung) == ("tahun", "2022", ("unit",))
    assert (third.nama, third.nilai, third.bergantung, third.wajib) == ("tingkat", "", ("unit", "tahun"), False)
    assert [c.label for c in third.pilihan or ()][:2] == ["strategis skpd", "strategis"]
    assert (fourth.nama, fourth.nilai, fourth.sumber, fourth.pilihan) == ("kata", "", None, None)


@pytest.mark.parametrize("source", sorted(sources()))
def test_its_choices_are_bounded_and_searched_by_words(asked: Graph, source: str) -> None:
    beside: dict[str, Value] = {
        "unit": "kecamatan-batumandi",
        "tahun": 2022,
        "kinerja": "BTM-22-QJ96",
        "jabatan": "kecamatan-batumandi-kasi",
    }
    every = questions.choices(asked, source, "", beside)
    assert every.pilihan
    assert len({one.nilai for one in every.pilihan}) == len(every.pilihan)
    assert questions.choices(asked, source, "tidak ada yang begini", beside).pilihan == ()
    assert "LIMIT $batas" in query(f"questions/pilihan/{source}").text.splitlines()[-1]


def test_choices_are_found_by_all_words_and_told_when_there_are_more(asked: Graph) -> None:
    found = questions.choices(asked, "kinerja", "DESA keuangan", {"unit": "kecamatan-batumandi"})
    assert [(one.nilai, one.ket) for one in found.pilihan] == [("BTM-22-QJ96", "operasional · 2022")]
    with pytest.raises(NotFound, match="Tidak ada sumber pilihan 'akun"):
        questions.choices(asked, "akun")
    with pytest.raises(Invalid, match="'x' bukan tahun"):
        questions.choices(asked, "kinerja", "", {"unit": "kecamatan-batumandi", "tahun": "x"})


@pytest.fixture
def command(asked: Graph, neo4j_server: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`command("jalur-ke-outcome", …)` on the same graph."""
    at = neo4j_server
    for name, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("KINERJA_DATA", str(settings.data))
    return lambda *words: CliRunner().invoke(main, ["questions", *words])


def test_the_command_answers_and_says_for_what(command: Any) -> None:
    result = command("indikator-sama-atas-bawah", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["kolom"][0], len(told["baris"]), told["terpotong"]) == (0, "indikator", 3, False)
    assert "perangkat daerah Kecamatan Batumandi, tahun 2022" in " ".join(result.stderr.split())
    cut = command("gambar-pohon", "--format", "csv", "--limit", "3")
    assert (len(cut.stdout.splitlines()), "Dipotong pada 3 baris" in cut.stderr) == (4, True)


def test_the_command_lists_explains_and_refuses(command: Any) -> None:
    listed = json.loads(command("--json").stdout)["kelompok"]
    assert [group["nama"] for group in listed] == [group.nama for group in GROUPS]
    assert "Apa saja yang menopang sebuah kinerja" in " ".join(command("gambar-penopang", "--about").stdout.split())
    wrong = [("xx",), ("gambar-pohon", "--param", "unit=x"), ("gambar-pohon", "--param", "unit")]
    assert [command(*words).exit_code for words in wrong] == [4, 2, 64]


def test_an_unknown_question_is_told() -> None:
    with pytest.raises(NotFound, match="Tidak ada pertanyaan 'meta/counts"):
        questions.question("meta/counts")


def test_an_empty_graph_says_what_is_missing(graph: Graph) -> None:
    with pytest.raises(
        NotFound, match=r"Belum ada perangkat daerah untuk dipilih\. Pertanyaan dijawab dari isi dokumen"
    ):
        next(questions.answer(emptied(graph), questions.question("gambar-pohon"), {}))
    filled = questions.form(graph, questions.question("gambar-pohon"), {})
    assert filled.galat["unit"].startswith("Belum ada perangkat daerah untuk dipilih.")


def test_a_description_is_plain_data() -> None:
    one: Question = questions.question("jalur-ke-outcome")
    assert json.loads(json.dumps(dict(one.kolom)))["jalur"] == "nomor jalur"
