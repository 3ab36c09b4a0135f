"""What Neo4j says of a statement, told in Indonesian with its place: faults, and hints about one that runs."""

from __future__ import annotations

from typing import Any

import neo4j
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from service.config import ROOT
from service.console.faults import StatementFault, told
from service.console.hints import MOST, hints
from service.console.similar import nearest
from service.console.statement import Statement
from service.console.walls import Refused
from service.graph import Graph

CASES = yaml.safe_load((ROOT / "tests" / "console_faults.yml").read_text(encoding="utf-8"))

LIVE = (
    "MATCH (n:Kinerja RETURN n",
    "RETURN foo",
    "RETURN toUper('x')",
    "RETURN 'abc",
    "RETURN count(count(1))",
    "MATCH (a:Kinerja) WITH count(*) RETURN a",
    "RETURN toInteger()",
    "RETURN size(1)",
    "MATCH (a:Kinerja) WHERE a.id != 'x' RETURN a",
    "RETURN 1/0",
    "RETURN $tahun",
    "RETURN date('kemarin')",
    "RETURN 'a' =~ '(['",
    "CALL db.labelz()",
    "CALL db.index.fulltext.queryNodes('tidak_ada', 'desa') YIELD node RETURN node",
    "CREATE (n:X)",
)
"""Asked of the server again in every run: its words must still be those of the table."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["teks"][:60])
def test_a_fault_is_told_with_its_place_and_remedy(case: dict[str, Any]) -> None:
    found = told(case["kode"], case["neo4j"], Statement(case["teks"]))
    if isinstance(found, Refused):
        assert (found.message, found.hint, found.dinding) == (case["pesan"], case["saran"], case["dinding"])
        return
    place = [found.baris, found.kolom] if found.baris else None
    assert (found.message, found.hint, place, found.ganti) == (
        case["pesan"], case["saran"], case["tempat"], case.get("ganti"),
    )  # fmt: skip


def test_no_sentence_is_english_but_one_that_says_so() -> None:
    english = [case["teks"] for case in CASES if "Katanya, dalam bahasa Inggris" in case["pesan"]]
    assert english == ["USE system MATCH (n) RETURN n", "EXPLAIN PROFILE RETURN 1"]  # the walls refuse both before


@pytest.mark.parametrize("text", LIVE)
def test_the_server_still_says_so(shared_graph: Graph, text: str) -> None:
    (case,) = [case for case in CASES if case["teks"] == text]
    with (
        shared_graph.driver.session(default_access_mode=neo4j.READ_ACCESS) as session,
        pytest.raises(neo4j.exceptions.Neo4jError) as fault,
    ):
        session.run(text).consume()
    code, message = fault.value.code or "", fault.value.message or ""
    assert code == case["kode"]
    assert str(told(code, message, Statement(text))) == str(told(case["kode"], case["neo4j"], Statement(text)))


def fault(text: str, message: str, **given: Any) -> StatementFault:
    found = told("Neo.ClientError.Statement.SyntaxError", message, Statement(text, given))
    assert isinstance(found, StatementFault)
    return found


def test_the_line_is_shown_with_a_caret_below_the_place() -> None:
    text = "MATCH (k:Kinerja)\r\n\tRETURN k.urai, foo\nLIMIT 3"
    found = fault(text, 'Variable `foo` not defined (line 2, column 17 (offset: 35))\n"  RETURN"\n   ^')
    assert (found.baris, found.kolom, found.potongan) == (2, 17, " RETURN k.urai, foo\n" + " " * 16 + "^")


def test_of_a_long_line_only_the_part_around_the_place_is_shown() -> None:
    text = f"RETURN {'1 + ' * 100}foo"
    found = fault(text, "Variable `foo` not defined (line 1, column 408 (offset: 407))")
    shown, caret = (found.potongan or "").split("\n")
    assert (len(shown), shown[:4], shown[caret.index("^") :]) == (101, "… 1 ", "foo")


def test_a_place_behind_a_sign_of_two_units_is_counted_in_characters() -> None:
    found = fault("RETURN '😀', foo", "Variable `foo` not defined (line 1, column 14 (offset: 13))")
    assert (found.kolom, found.potongan) == (13, "RETURN '😀', foo\n            ^")


def test_a_place_that_is_not_in_the_text_is_none() -> None:
    for line in (0, 2, 99):
        found = fault("RETURN foo", f"Variable `foo` not defined (line {line}, column 8 (offset: 7))")
        assert (found.baris, found.kolom, found.potongan) == (None, None, None)


def test_a_variable_is_asked_for_by_what_the_statement_names() -> None:
    asked = {
        "MATCH (kinerja:Kinerja) RETURN kinrja": ("kinrja", "Maksud Anda `kinerja`?"),
        "MATCH (k:Kinerja) RETURN kinerja.uraian": ("kinerja", "Maksud Anda `k`?"),
        "MATCH (k:Kinerja) WITH k.id AS id RETURN k": ("k", "Ikutkan dalam WITH sebelum tempat ini: `WITH k, …`."),
        "MATCH (k:Kinerja) RETURN uraian": (
            "uraian", "Sifat ditulis dengan pemiliknya: `k.uraian`; teks dengan petik: 'uraian'.",
        ),
        "MATCH (k:Kinerja) WHERE k.tingkat = operasional RETURN k": (
            "operasional", "Bila ini teks, apit dengan tanda petik: 'operasional'.",
        ),
    }  # fmt: skip
    for text, (name, hint) in asked.items():
        assert fault(text, f"Variable `{name}` not defined (line 1, column 8 (offset: 7))").hint == hint


def test_a_missing_parameter_is_asked_for_by_those_that_are_given() -> None:
    found = told(
        "Neo.ClientError.Statement.ParameterMissing",
        "Expected parameter(s): thun",
        Statement("RETURN $thun", {"tahun": 1}),
    )
    assert (found.message, found.hint, found.baris, found.kolom) == (
        "Parameter `$thun` belum diisi.", "Maksud Anda `$tahun`?", 1, 8,
    )  # fmt: skip


def test_a_message_of_any_length_is_told_in_a_few_words() -> None:
    huge = "Don't know how to treat that as a predicate: String(\"" + "x" * 5_000_000 + '")'
    found = fault("MATCH (k) WHERE k.a RETURN k", huge)
    assert "xxx…" in found.message
    assert len(found.message) < 200
    assert len(fault("RETURN 1", "Something nobody has seen. " * 1000).message) < 500


SPELLED = "MATCH RETURN AS WITH -> <- // k Kinerja CAUSES .uraian '2022' null $x"
WORDS = [*"()[]{}:-|*,`'=", *SPELLED.split()]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.sampled_from([case["teks"] for case in CASES]),
    st.lists(
        st.sampled_from(WORDS),
        max_size=25,
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None)
@given(
    text=TEXTS,
    message=st.one_of(st.sampled_from([case["neo4j"] for case in CASES]), st.text(max_size=60)),
    line=st.integers(0, 4),
    column=st.integers(0, 90),
)
def test_no_statement_and_no_message_is_too_odd_to_be_told(text: str, message: str, line: int, column: int) -> None:
    found = told(
        "Neo.ClientError.Statement.SyntaxError",
        f"{message} (line {line}, column {column} (offset: 1))",
        Statement(text),
    )
    assert found.message
    notes = hints(
        [{"kode": "X.UnknownLabelWarning", "pesan": message, "baris": line, "kolom": column}], Statement(text)
    )
    assert len(notes) <= MOST


KINDS = {
    "Label": ("UnknownLabelWarning", "(the missing label name is: {})"),
    "Jenis": ("UnknownRelationshipTypeWarning", "(the missing relationship type is: {})"),
    "Sifat": ("UnknownPropertyKeyWarning", "(the missing property name is: {})"),
}
UNKNOWN = {
    ("Label", "kinerja"): ("Label `kinerja` tidak ada dalam graf.", "Maksud Anda `Kinerja`?", "Kinerja"),
    ("Label", "OPD"): ("Label `OPD` tidak ada dalam graf.", "Maksud Anda `SKPD`?", "SKPD"),
    ("Label", "CAUSES"): ("`CAUSES` adalah jenis hubungan, bukan label.", "Tulis `-[:CAUSES]->`.", None),
    ("Label", "Konsep"): ("Graf ini belum punya simpul berlabel `Konsep`.", "", None),
    ("Jenis", "CAUSE"): ("Jenis hubungan `CAUSE` tidak ada dalam graf.", "Maksud Anda `CAUSES`?", "CAUSES"),
    ("Jenis", "MENGUKUR"): ("Jenis hubungan `MENGUKUR` tidak ada dalam graf.", "Maksud Anda `MEASURES`?", "MEASURES"),
    ("Jenis", "Kinerja"): ("`Kinerja` adalah label simpul, bukan jenis hubungan.", "Tulis `(n:Kinerja)`.", None),
    ("Sifat", "urain"): ("Sifat `urain` tidak ada dalam graf.", "Maksud Anda `uraian`?", "uraian"),
    ("Sifat", "usang"): ("Graf ini belum punya nilai untuk sifat `usang`.", "", None),
    ("Sifat", "qwertyuiop"): ("Sifat `qwertyuiop` tidak ada dalam graf.", "", None),
}


@pytest.mark.parametrize(("kind", "name"), UNKNOWN)
def test_an_unknown_name_is_asked_for(kind: str, name: str) -> None:
    code, text = KINDS[kind]
    one = {"kode": f"Neo.ClientNotification.Statement.{code}", "pesan": text.format(name), "baris": 1, "kolom": 9}
    pesan, saran, ganti = UNKNOWN[kind, name]
    assert hints([one], Statement("MATCH (k) RETURN k")) == [
        {"pesan": pesan, "saran": saran, "baris": 1, "kolom": 9, "ganti": ganti}
    ]


def test_a_name_like_no_other_lists_what_there_is() -> None:
    one = {"kode": "X.UnknownLabelWarning", "pesan": "(the missing label name is: Qwertyuiop)", "baris": 1, "kolom": 2}
    (found,) = hints([one], Statement("RETURN 1"))
    assert found["saran"].startswith("Yang ada: Baris, CSF, Dasar, ")


REVERSED = "Panahnya terbalik: MEASURES berjalan dari indikator ke kinerja."
SEEN: dict[str, list[tuple[str, int, str | None]]] = {
    "MATCH (k:Kinerja) RETURN k.nama": [
        ("`Kinerja` tidak punya sifat `nama`, jadi nilainya selalu kosong.", 28, "uraian")
    ],
    "MATCH (k:Kinerja) RETURN k {.id, .urain}": [
        ("`Kinerja` tidak punya sifat `urain`, jadi nilainya selalu kosong.", 35, "uraian")
    ],
    "MATCH (k:Kinerja {tahn: 2022}) RETURN k": [
        ("`Kinerja` tidak punya sifat `tahn`, jadi nilainya selalu kosong.", 19, "tahun")
    ],
    "MATCH (k)-[a:ASSIGNED_TO]->(j) RETURN a.target": [
        ("`ASSIGNED_TO` tidak punya sifat `target`, jadi nilainya selalu kosong.", 41, None)
    ],
    "MATCH (k:Kinerja {tahun: '2022'}) RETURN k": [
        ("`tahun` berisi bilangan bulat, tidak pernah sama dengan teks.", 26, "2022")
    ],
    "MATCH (s:SKPD) WHERE s.kode = 5 RETURN s": [("`kode` berisi teks, tidak pernah sama dengan bilangan.", 31, "'5'")],
    "MATCH (k:Kinerja) WHERE k.konflik = 'ya' RETURN k": [("`konflik` berisi ya atau tidak.", 37, None)],
    "MATCH (s:SKPD) WHERE s.alias = 'X' RETURN s": [
        ("`alias` berisi daftar, tidak pernah sama dengan satu teks.", 24, None)
    ],
    "MATCH (k:Kinerja) WHERE k.kode = null RETURN k": [("`= null` tidak pernah benar.", 32, None)],
    "MATCH (k:Kinerja)-[:MEASURES]->(i:Indikator) RETURN k": [(REVERSED, 21, None)],
    "MATCH (i:Indikator) MATCH (i)<-[:MEASURES]-(k:Kinerja) RETURN k": [(REVERSED, 34, None)],
    "MATCH (a:Kinerja)-[:OWNED_BY]->(b:Kinerja) RETURN a": [
        ("Tidak ada OWNED_BY antara `Kinerja` dan `Kinerja`, jadi tidak akan ada hasil.", 21, None)
    ],
    "MATCH (a:Kinerja)-[:CROSSCUTS]->(b:Kinerja) RETURN a": [
        ("CROSSCUTS disimpan sekali untuk satu pasangan, jadi panah melewatkan separuhnya.", 21, None)
    ],
    "MATCH (a:Kinerja)-[:CROSSCUTS]->(b:Mitra) RETURN a": [],
    "MATCH (k:Kinerja)<-[:MEASURES|STATES]-(x) RETURN x": [],
    "MATCH (a:Kinerja)-[:CAUSES*1..5]->(b) RETURN b.uraian": [],
    "MATCH (k:!Kinerja) RETURN k.nama": [],
    "MATCH (k:Kinerja) WITH k.uraian AS k RETURN k.nama": [],
    "MATCH (k:Kinerja|KinerjaLama) RETURN k.kode, date.truncate('month', date())": [],
    "MATCH (k:Apa) RETURN k.saja": [],
    "WITH {nama: 'x', tahun: '2022'} AS peta RETURN peta.nama": [],
}


@pytest.mark.parametrize("text", SEEN)
def test_what_neo4j_does_not_know_is_seen_in_the_statement(text: str) -> None:
    assert [(one["pesan"], one["kolom"], one["ganti"]) for one in hints([], Statement(text))] == SEEN[text]


def test_our_own_word_about_a_place_stands_instead_of_neo4j_s() -> None:
    one = {
        "kode": "X.UnknownPropertyKeyWarning",
        "pesan": "(the missing property name is: urain)",
        "baris": 1,
        "kolom": 28,
    }
    (found,) = hints([one], Statement("MATCH (k:Kinerja) RETURN k.urain"))
    assert found["pesan"].startswith("`Kinerja` tidak punya sifat `urain`")


def test_a_parameter_for_nothing_is_told() -> None:
    (found,) = hints([], Statement("RETURN $tahun AS tahun", {"tahun": 1, "unit": "x"}))
    assert found["pesan"] == "Parameter `$unit` diisi, tetapi tidak dipakai dalam pertanyaan."


def test_a_slip_is_near_and_another_word_is_not() -> None:
    names = ("Kinerja", "KinerjaLama", "Indikator", "SKPD")
    asked = ("kinerja", "Kinrja", "Knierja", "kinerja_lama", "SKPT", "Indicator", "Qwerty", "a", "")
    assert [nearest(word, names) for word in asked] == [
        "Kinerja", "Kinerja", "Kinerja", "KinerjaLama", "SKPD", "Indikator", None, None, None,
    ]  # fmt: skip
