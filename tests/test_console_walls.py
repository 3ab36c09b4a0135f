"""The walls in front of a person's Cypher: what each stops alone, what passes all, and that the real server agrees."""

from __future__ import annotations

import json
import re
import timeit
from dataclasses import replace

import neo4j
import pytest
from neo4j import exceptions as faults

from service.config import ROOT
from service.console.statement import Explained, Statement
from service.console.tokens import FAULT, LINE_END, tokenize
from service.console.walls import (
    FUNCTIONS,
    PLAN_WALLS,
    PROCEDURES,
    TEXT_WALLS,
    WALLS,
    Refused,
    check_plan,
    check_text,
)
from service.console.walls.clauses import CLAUSES
from service.console.walls.plan import OPERATORS
from service.graph import Graph
from service.queries import all_queries
from tests.attacks import attacks, honest
from tests.conftest import emptied

ATTACKS = attacks()
TEXT = [wall.name for wall in TEXT_WALLS]
READING = {"CALL", "FINISH", "LIMIT", "MATCH", "OFFSET", "OPTIONAL", "ORDER", "RETURN", "SKIP"} | {
    "UNION",
    "UNWIND",
    "WHERE",
    "WITH",
}
"""Openings that only read."""


@pytest.fixture(scope="module")
def small(shared_graph: Graph) -> Graph:
    """Enough nodes for the planner to expect many pairs of them."""
    emptied(shared_graph)
    nodes = [{"labels": ["Kinerja"], "isi": {"id": f"K{n}", "uraian": f"angka stunting turun {n}"}} for n in range(300)]
    shared_graph.write("backup/write_nodes", isi=nodes)
    return shared_graph


def refusal(statement: Statement, off: frozenset[str] = frozenset()) -> Refused | None:
    try:
        check_text(statement, off)
    except Refused as fault:
        return fault
    return None


def explained(graph: Graph, statement: Statement) -> Explained:
    with (
        graph.driver.session(database=graph.database, default_access_mode=neo4j.READ_ACCESS) as session,
        session.begin_transaction(timeout=10) as transaction,
    ):
        told = transaction.run("EXPLAIN " + statement.teks, dict(statement.parameter)).consume()  # type: ignore[arg-type]
    return Explained(told.query_type, told.plan or {}, [])


# ---- what passes


def test_honest_questions_pass_every_wall(small: Graph) -> None:
    stopped = []
    for statement in honest():
        try:
            check_text(statement)
            check_plan(explained(small, statement), statement)
        except (Refused, faults.Neo4jError) as fault:
            stopped.append((statement.teks, fault))
    assert stopped == []


def test_our_own_queries_pass_and_those_that_write_meet_the_wall_of_clauses() -> None:
    writing = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|SHOW)\b")
    wrong = []
    for name, query in all_queries().items():
        fault = refusal(Statement(query.text, dict.fromkeys(query.params, 1)))
        bare = re.sub(r"'[^']*'|//[^\n]*", "", query.text)
        if (fault.dinding if fault else "") != ("klausa" if writing.search(bare) else ""):
            wrong.append((name, fault))
    assert wrong == []


# ---- what is stopped


def test_every_attempt_meets_first_and_alone_the_walls_that_its_file_says() -> None:
    wrong = []
    for attack in ATTACKS:
        alone = [wall for wall in TEXT if refusal(attack.statement, frozenset(TEXT) - {wall})]
        first = refusal(attack.statement)
        if attack.tried and alone != [wall for wall in attack.alone if wall in TEXT]:
            wrong.append((attack.statement.teks[:80], alone, attack.alone))
        if (first.dinding if first else None) != (attack.ends[0] if attack.ends[0] in TEXT else None):
            wrong.append((attack.statement.teks[:80], first, attack.ends))
    assert wrong == []


def test_every_attempt_meets_alone_the_walls_of_the_plan_that_its_file_says(small: Graph) -> None:
    wrong = []
    for attack in ATTACKS:
        said = [wall for wall in attack.alone if wall in ("jenis", "operator")]
        if not said:
            continue
        missing = {name: 1 for name in ("n", "id", "alamat") if name not in attack.statement.parameter}
        plan = explained(small, replace(attack.statement, parameter={**attack.statement.parameter, **missing}))
        alone = [wall.name for wall in PLAN_WALLS if _stops(plan, wall.name)]
        if alone != said:
            wrong.append((attack.statement.teks[:80], alone, said))
    assert wrong == []


def _stops(plan: Explained, only: str) -> bool:
    try:
        check_plan(plan, Statement(""), frozenset(wall.name for wall in PLAN_WALLS) - {only})
    except Refused as fault:
        return fault.dinding == only
    return False


def test_every_wall_of_text_and_plan_has_attempts_that_it_alone_stops() -> None:
    stopped = {wall for attack in ATTACKS for wall in attack.alone}
    assert {*TEXT, "jenis", "operator"} <= stopped


def test_an_unknown_operator_and_a_missing_plan_are_refused() -> None:
    for plan in (
        {"operatorType": "BaruSekali@neo4j"},
        {},
        {"operatorType": "Filter", "children": [{"operatorType": "LoadCSV"}]},
    ):
        assert _stops(Explained("r", plan, []), "operator")
    for kind in ("w", "rw", "s", "", "R"):
        assert _stops(Explained(kind, {"operatorType": "Filter"}, []), "jenis")


# ---- what is said

SAID = {
    "MATCH (n)\nDETACH DELETE n": (
        "klausa",
        "Baris 2, kolom 1: DETACH DELETE tidak diizinkan: menghapus simpul beserta hubungannya.",
        "Konsol hanya membaca. Ganti dengan MATCH … RETURN; perubahan dibuat lewat halaman keputusan dan impor. "
        "Bila `DETACH` di sini nama, tulis di antara tanda `.",
        (2, 1, 13),
    ),
    "RETURN 1; RETURN 2": (
        "tunggal",
        "Baris 1, kolom 9: titik koma memisahkan dua pernyataan; hanya satu yang boleh dijalankan.",
        "Jalankan satu per satu.",
        (1, 9, 1),
    ),
    "MATCH (n) RETURN sizee(n.nama)": (
        "fungsi",
        "Baris 1, kolom 18: fungsi sizee() tidak ada dalam daftar fungsi yang diizinkan.",
        "Maksud Anda size()? Daftar fungsi ada di pelengkap ketikan dan di docs/console.md.",
        (1, 18, 5),
    ),
    "RETURN “x”": (
        "huruf",
        "Baris 1, kolom 8: tanda kutip “ tidak dikenal Cypher.",
        "Pakai ' atau \".",
        (1, 8, 1),
    ),
    "UNWIND range(1, 5000000) AS i\rRETURN i": (
        "ongkos",
        "Baris 1, kolom 8: range() sepanjang 5.000.000 melebihi 1.000.000.",
        "Pakai batas langsung, misalnya range(0, size(daftar) - 1), paling panjang 1.000.000.",
        (1, 8, 17),
    ),
}


MISTAKES = ("MATCH (n) RETURN sizee(n.nama)", "RETURN “x”")
"""Of these, what Neo4j would not understand either: told as a mistake."""


@pytest.mark.parametrize("text", SAID)
def test_a_refusal_says_where_what_and_what_to_do_instead(text: str) -> None:
    fault = refusal(Statement(text))
    assert fault
    assert (fault.dinding, fault.message, fault.hint, (fault.baris, fault.kolom, fault.panjang)) == SAID[text]
    assert (fault.status, fault.exit_code) == ((400, 1) if text in MISTAKES else (422, 3))


def test_every_refusal_of_the_attempts_has_both_sentences() -> None:
    faults_ = [fault for attack in ATTACKS if (fault := refusal(attack.statement))]
    assert [
        str(fault) for fault in faults_ if not (fault.message.endswith(".") and fault.hint.rstrip("`").endswith("."))
    ] == []
    assert max(len(str(fault)) for fault in faults_) < 700


# ---- the real server agrees


def expected(graph: Graph, text: str) -> set[str]:
    """The words that the parser would have taken instead of the sign at the end of `text`."""
    with pytest.raises(faults.CypherSyntaxError) as fault:
        explained(graph, Statement(text))
    said = re.search(r"expected (.*?) \(line", str(fault.value), re.DOTALL)
    assert said
    return {word.split()[0] for word in re.findall(r"'([A-Z][A-Z ]+)'", said[1])}


def test_every_opening_that_the_server_knows_reads_or_is_refused(shared_graph: Graph) -> None:
    known = {
        word
        for text in ("§", "MATCH (n) §", "CALL () { §", "MATCH (n) RETURN n §")
        for word in expected(shared_graph, text)
    }
    refused_words = {clause.word for clause in CLAUSES} | {"USE", "AS"}
    assert known - READING - refused_words == set()


@pytest.mark.parametrize(
    "word", ["CREATE", "DROP", "ALTER", "SHOW", "TERMINATE", "RENAME", "DRYRUN", "START", "ENABLE"]
)
def test_every_body_that_the_server_knows_is_known_here(shared_graph: Graph, word: str) -> None:
    clause = next(clause for clause in CLAUSES if clause.word == word)
    assert expected(shared_graph, f"{word} §") <= set(clause.follows.split())


def test_functions_and_procedures_of_the_lists_are_those_of_the_server(shared_graph: Graph) -> None:
    functions = {row["name"].lower() for row in shared_graph.command("SHOW FUNCTIONS YIELD name")}
    procedures = {row["name"]: row["mode"] for row in shared_graph.command("SHOW PROCEDURES YIELD name, mode")}
    patterns = {"shortestpath", "allshortestpaths"}
    assert functions - set(FUNCTIONS) == {"file", "linenumber", "graph.byelementid", "graph.byname"}
    assert set(FUNCTIONS) - functions == patterns
    assert {procedures.get(name) for name in PROCEDURES} == {"READ"}


WRITING = ("create", "merge", "set", "delete", "remove", "foreach", "load", "show", "terminate", "drop", "transaction")


def test_no_operator_of_the_list_writes() -> None:
    wrong = {name for name in OPERATORS if any(word in name.lower() for word in WRITING)}
    assert wrong == set()
    assert {name for name in OPERATORS if not re.fullmatch(r"\w+(\([A-Z][A-Za-z,]+\))?", name)} == set()


SPACES = "\t\n\v\f\r\x1c\x1f \u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"


def test_words_are_parted_where_the_server_parts_them(shared_graph: Graph) -> None:
    for space in SPACES:
        explained(shared_graph, Statement(f"RETURN{space}1 AS a"))
        assert [token.text for token in tokenize(f"RETURN{space}1")] == ["RETURN", "1"]
    for end in "\n\r":
        explained(shared_graph, Statement(f"// x{end}RETURN 1 AS a"))
        assert [token.text for token in tokenize(f"// x{end}RETURN")] == ["RETURN"]
    for none in "\u2028\u0085\v\f":
        with pytest.raises(faults.CypherSyntaxError):
            explained(shared_graph, Statement(f"// x{none}RETURN 1 AS a"))
        assert tokenize(f"// x{none}RETURN") == ()


# ---- tokens


def test_tokens_carry_kind_and_place() -> None:
    text = "MATCH (n:`A``b` {x: 'it\\'s'})\r\n// c\rRETURN n.create, 1..3, $`p q`, \"x\ny\" /* z */ AS é;"
    found = [(token.kind, token.text, token.line, token.column) for token in tokenize(text)]
    assert found == [
        ("kata", "MATCH", 1, 1),
        ("tanda", "(", 1, 7),
        ("kata", "n", 1, 8),
        ("tanda", ":", 1, 9),
        ("bertanda", "`A``b`", 1, 10),
        ("tanda", "{", 1, 17),
        ("kata", "x", 1, 18),
        ("tanda", ":", 1, 19),
        ("teks", "'it\\'s'", 1, 21),
        ("tanda", "}", 1, 28),
        ("tanda", ")", 1, 29),
        ("kata", "RETURN", 3, 1),
        ("kata", "n", 3, 8),
        ("tanda", ".", 3, 9),
        ("kata", "create", 3, 10),
        ("tanda", ",", 3, 16),
        ("bilangan", "1", 3, 18),
        ("tanda", "..", 3, 19),
        ("bilangan", "3", 3, 21),
        ("tanda", ",", 3, 22),
        ("parameter", "$`p q`", 3, 24),
        ("tanda", ",", 3, 30),
        ("teks", '"x\ny"', 3, 32),
        ("kata", "AS", 4, 12),
        ("kata", "é", 4, 15),
        ("tanda", ";", 4, 16),
    ]
    assert [token.name for token in tokenize("`A``b` $`p q` $x")] == ["A`b", "p q", "x"]


@pytest.mark.parametrize(
    ("text", "fault"), [("'x", "teks"), ('"x', "teks"), ("`x", "nama"), ("/* x", "komentar"), ("“", "tanda")]
)
def test_what_cannot_be_read_is_a_token_too(text: str, fault: str) -> None:
    assert [(token.kind, token.fault, token.column) for token in tokenize(f"a {text}")][1] == (FAULT, fault, 3)


HARD = [
    "a ",
    "'",
    "`",
    "/*",
    "'\\",
    "(",
    "\r\n",
    "$",
    "1e",
    "//",
    "x'y'",
    "=~ '",
    "range(1,a)",
    "[x IN ",
    "CALL ",
    "CASE ",
    "create ",
]


@pytest.mark.parametrize("piece", HARD)
def test_the_longest_text_is_looked_at_in_time_that_grows_with_its_length(piece: str) -> None:
    def looked_at(length: int) -> float:
        """Seconds of this process: the best of three, since others share the processor."""
        statement = Statement((piece * length)[:length])
        return min(timeit.repeat(lambda: [refusal(statement, off) for off in alone], number=1, repeat=3))

    others = ("panjang", "sarang")  # which would see it first
    alone = [frozenset(TEXT) - {wall.name} for wall in TEXT_WALLS if wall.name not in others]
    assert looked_at(16_000) < 12 * looked_at(4_000) + 0.2


def test_places_in_the_text_count_every_kind_of_line_end() -> None:
    assert [token.line for token in tokenize("a\r\nb\rc\nd")] == [1, 2, 3, 4]
    assert len(LINE_END.findall("\r\n\r\n")) == 2


def test_numbers_that_the_driver_cannot_send_and_halves_of_letters_are_refused() -> None:
    given = (
        {"x": [{"y": 1 << 63}]},
        {"x": "\ud800"},
        {"\udfff": 1},
        {"x": "y" * 100_001},
        {"x": json.loads("[" * 70 + "]" * 70)},
    )
    found = [refusal(Statement("RETURN 1", one)) for one in given]
    assert [fault and fault.dinding for fault in found] == ["panjang", "huruf", "huruf", "panjang", "sarang"]


def test_the_table_of_walls_in_the_documentation_is_the_one_of_the_code() -> None:
    text = (ROOT / "docs/console.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \| (.*?) \|", text, re.MULTILINE)
    assert [name for name, _ in rows if name in WALLS] == list(WALLS)
