"""Statements assembled from the clauses of Cypher, with odd spacing, comments, names that are keywords, and writes.

Out: strategies of hypothesis. `statements` are mostly what Neo4j takes (about two of three), reading and writing alike;
`scraps` are pieces in any order. Whether one writes is asked of Neo4j itself, never of this file.
"""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = [
    "n",
    "k",
    "m",
    "r1",
    "create",
    "set",
    "as",
    "return",
    "delete",
    "call",
    "use",
    "`a b`",
    "`x``y`",
    "é",
    "`create (n)`",
]
SPACES = [
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\t",
    "\r\n",
    "\r",
    "\u00a0",
    "\v",
    "\u2003",
    " /* CREATE (x) */ ",
    " // SET n.x = 1\n",
    "/**/ ",
    " //\r",
]
LITERALS = [
    "1",
    "-1",
    "0x1F",
    "1.5e3",
    "'a'",
    "'it\\'s; DELETE n'",
    '"CREATE (n)"',
    "true",
    "null",
    "$x",
    "$`a b`",
    "$ x",
    "[]",
    "{}",
]
LABELS = ["Kinerja", "SKPD", "`CREATE`", "Set", "Load", "Kinerja|SKPD", "!Kinerja", "%"]
TYPES = ["CAUSES", "SET", "CAUSES|DELETE", "`X Y`"]
WRITES = [
    "CREATE ({n}:Kinerja {{x: {e}}})",
    "CREATE p{i} = ({n})-[:CAUSES]->({m})",
    "INSERT (:Kinerja)",
    "MERGE ({n}:Kinerja {{x: {l}}})",
    "MERGE (:SKPD {{kode: {l}}}) ON CREATE SET {n}.x = {e}",
    "SET {n}.x = {e}",
    "SET {n}:Baru",
    "SET {n} += {{x: {e}}}",
    "SET {n}['x'] = {e}",
    "SET ({n}).x = {e}",
    "REMOVE {n}.x",
    "REMOVE {n}:Kinerja",
    "DELETE {n}",
    "DETACH DELETE {n}, {m}",
    "NODETACH DELETE {n}",
    "FOREACH (i IN [1] | CREATE (:Kinerja))",
    "CALL ({n}) {{ SET {n}.x = 1 }}",
    "CALL () {{ CREATE (z{i}) RETURN z{i} }}",
    "CALL ({n}) {{ MATCH (q) DELETE q }} IN TRANSACTIONS",
]
OTHERS = [
    "LOAD CSV FROM 'file:///x' AS l{i}",
    "CALL dbms.listConfig() YIELD name AS c{i}",
    "CALL db.createLabel('x')",
    "USE system",
    "SHOW USERS",
    "SHOW TRANSACTIONS",
    "CREATE INDEX FOR (n:K) ON (n.x)",
    "DROP INDEX x IF EXISTS",
    "TERMINATE TRANSACTIONS 'x'",
]
READS = [
    "MATCH ({n}:{label})",
    "MATCH ({n})-[:{type}]->({m})",
    "MATCH ({n}:{label})-[:{type}*1..2]-({m}) WHERE {n}.x = {e}",
    "MATCH ({n})((a{i})-[:{type}]->(b{i})){{1,2}}({m})",
    "OPTIONAL MATCH ({m}:{label} {{x: {l}}})",
    "UNWIND [{e}, {e}] AS u{i}",
    "UNWIND range(1, 3) AS u{i}",
    "WITH *",
    "WITH *, {e} AS w{i}",
    "WITH * ORDER BY {e} LIMIT 5",
    "WITH * WHERE {e} IS :: LIST<INTEGER>",
    "WITH * WHERE {n} IS NOT NULL",
    "CALL () {{ MATCH (q) RETURN count(q) AS q{i} }}",
    "CALL (*) {{ RETURN {e} AS s{i} UNION RETURN 2 AS s{i} }}",
    "CALL db.labels() YIELD label AS d{i}",
]
ENDS = [
    "RETURN *",
    "RETURN {e} AS hasil",
    "RETURN count(*) AS create",
    "RETURN {n}, {m} LIMIT 3",
    "FINISH",
    "RETURN {e} AS a UNION ALL RETURN {e} AS a",
    "",
]
STARTS = ["EXPLAIN ", "PROFILE ", "CYPHER 5 ", "USE neo4j ", *[""] * 20]
TAILS = ["; CREATE (n)", " // x", " /* ; */", ";", *[""] * 8]
SCRAPS = [
    "\\u0043REATE",
    "`",
    "'",
    '"',
    "/*",
    "*/",
    "//",
    "\\",
    "$",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "|",
    "..",
    "=~ '(a+)+'",
    "\x00",
    "\ufeff",
    "“",
]

names = st.sampled_from(NAMES)
literals = st.sampled_from(LITERALS)


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.sampled_from(
        [
            "({0} + {1})",
            "[{0}, {1}]",
            "{{set: {0}, create: {1}}}",
            "coalesce({0}, {1})",
            "size([x IN [{0}] WHERE x = {1}])",
            "CASE WHEN {0} = {1} THEN {0} ELSE {1} END",
            "reduce(a = {0}, x IN [{1}] | a)",
            "[{0}, {1}][0]",
            "any(x IN [{0}] WHERE x = {1})",
            "COUNT {{ MATCH (z) WHERE z.x = {0} }}",
            "EXISTS {{ (:Kinerja {{x: {0}}})-->() }}",
            "COLLECT {{ MATCH (z) RETURN {0} LIMIT 1 }}",
            "EXISTS {{ CREATE (z {{x: {0}}}) }}",
            "COUNT {{ MATCH (z) SET z.x = {0} RETURN z }}",
            "toString({0}) =~ 'a.*'",
            "{0} IN [{1}]",
        ]
    )
    return st.builds(lambda form, a, b: form.format(a, b), one, inner, inner)


expressions = st.recursive(literals, _wider, max_leaves=4)


@st.composite
def statements(draw: st.DrawFn) -> str:
    """A statement, reading or writing."""
    clauses = draw(
        st.lists(st.one_of(*map(st.sampled_from, (READS, READS, READS, READS, WRITES, [*WRITES, *OTHERS]))), max_size=4)
    )
    first = f"MATCH ({draw(names)}:Kinerja), ({draw(names)}:SKPD)" if draw(st.booleans()) else ""
    n, m = draw(names), draw(names)
    if first:
        first = f"MATCH ({n}:Kinerja), ({m}:SKPD)"
    parts = [first, *clauses, draw(st.sampled_from(ENDS))]
    filled = [_filled(draw, part, n, m, i) for i, part in enumerate(parts)]
    text = draw(st.sampled_from(STARTS)) + " ".join(filled) + draw(st.sampled_from(TAILS))
    return _spaced(draw, text)


def _filled(draw: st.DrawFn, part: str, n: str, m: str, i: int) -> str:
    said = {"n": n, "m": m, "i": i, "l": draw(literals)}
    more = {"e": draw(expressions), "label": draw(st.sampled_from(LABELS)), "type": draw(st.sampled_from(TYPES))}
    return part.format(**said, **more)


def _spaced(draw: st.DrawFn, text: str) -> str:
    """Each space becomes another one (inside of texts too, where it does no harm); sometimes in other letters."""
    space = draw(st.sampled_from(SPACES))
    odd = draw(st.integers(0, 3))
    words = text.split(" ")
    text = "".join(word + (space if i % (odd + 1) == odd else " ") for i, word in enumerate(words))
    return text.lower() if draw(st.integers(0, 5)) == 0 and "$" not in text else text


scraps = st.lists(
    st.sampled_from([*SCRAPS, *SPACES, *NAMES, *LITERALS, "CREATE", "MATCH", "SET", "RETURN", "CALL"]), max_size=30
).map("".join)
"""Pieces in any order."""
texts = st.one_of(scraps, st.text(max_size=200), st.text(alphabet="'\"`\\/*$\n\r(){}[]|.;uCRE ", max_size=200))
"""Anything at all."""
