"""What stands where Cypher expects something else: Neo4j's `Invalid input 'X': expected …`, made into one sentence.

In: what was found, what would fit, and the statement up to there. Out: sentence, remedy, and what to put instead when
that is clear. Whoever knows SQL writes what SQL knows; for that there is a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.console.scope import opened
from service.console.similar import nearest
from service.console.tokens import NOTHING, OPENING, WORD, tokenize


@dataclass(frozen=True)
class Remedy:
    """What is told of one place."""

    pesan: str
    saran: str = ""
    ganti: str = ""
    """What could stand there instead; empty: nothing is clear."""


FROM_SQL: dict[str, Remedy] = {
    "SELECT": Remedy("SELECT adalah bahasa SQL, bukan Cypher.", "Tulis `MATCH (k:Kinerja) RETURN k.uraian`.", "MATCH"),
    "FROM": Remedy("FROM adalah bahasa SQL.", "Asal data ditulis sebagai pola: `MATCH (k:Kinerja)`."),
    "JOIN": Remedy("JOIN adalah bahasa SQL.", "Ikuti hubungan: `MATCH (k:Kinerja)-[:OWNED_BY]->(s:SKPD)`."),
    "GROUP": Remedy(
        "Cypher tidak memakai GROUP BY.",
        "Kolom yang bukan hitungan otomatis menjadi kelompok: `RETURN k.tahun, count(*)`.",
    ),
    "HAVING": Remedy("Cypher tidak memakai HAVING.", "Tulis `WITH k.tahun AS tahun, count(*) AS n WHERE n > 1`."),
    "BETWEEN": Remedy("Cypher tidak memakai BETWEEN.", "Tulis `2020 <= k.tahun <= 2022`."),
    "LIKE": Remedy("Cypher tidak memakai LIKE.", "Tulis `k.uraian CONTAINS 'desa'` atau `STARTS WITH`.", "CONTAINS"),
    "ILIKE": Remedy("Cypher tidak memakai ILIKE.", "Tulis `toLower(k.uraian) CONTAINS 'desa'`.", "CONTAINS"),
    "TOP": Remedy("Cypher tidak memakai TOP.", "Tulis `LIMIT 5` di akhir.", "LIMIT"),
    "NOT": Remedy("NOT berdiri di depan syarat.", "Tulis `NOT k.id IN ['…']`, bukan `k.id NOT IN ['…']`."),
    "WHERE": Remedy(
        "WHERE tidak dapat berdiri di sini.",
        "WHERE ditulis sesudah MATCH atau WITH, sebelum RETURN.",
    ),
    "START": Remedy("Yang dimaksud mungkin `STARTS WITH`.", "Tulis `k.id STARTS WITH 'BTM'`.", "STARTS"),
    "ORDER": Remedy("ORDER BY tidak dapat berdiri di sini.", "Tulis sesudah RETURN atau WITH."),
    "END": Remedy("END tanpa CASE.", "Tulis `CASE WHEN … THEN … ELSE … END`."),
}
"""Words that other languages have here, and what Cypher says instead."""

SIGNS: dict[str, Remedy] = {
    "&": Remedy("Tanda `&&` tidak dikenal.", "Tulis `AND`.", "AND"),
    "&&": Remedy("Tanda `&&` tidak dikenal.", "Tulis `AND`.", "AND"),
    "|": Remedy("Tanda `|` tidak dapat dipakai di sini.", "Untuk “atau” di antara syarat tulis `OR`.", "OR"),
    "||": Remedy("Tanda `||` tidak dapat dipakai di sini.", "Untuk “atau” di antara syarat tulis `OR`.", "OR"),
    "“": Remedy("Tanda petik melengkung tidak dikenal.", "Ganti dengan petik lurus: ' atau \".", "'"),
    "”": Remedy("Tanda petik melengkung tidak dikenal.", "Ganti dengan petik lurus: ' atau \".", "'"),
    "‘": Remedy("Tanda petik melengkung tidak dikenal.", "Ganti dengan petik lurus: ' atau \".", "'"),
    "’": Remedy("Tanda petik melengkung tidak dikenal.", "Ganti dengan petik lurus: ' atau \".", "'"),
    "`": Remedy("Tanda ` ini tidak ditutup.", "Nama yang diapit ` harus ditutup dengan ` juga."),
    ">": Remedy("Panah ini belum lengkap.", "Tulis `(a)-[:CAUSES]->(b)` atau `(a)-->(b)`."),
}
"""Signs that stand where Cypher has none."""

EXPECTED: dict[str, str] = {
    "a parameter": "parameter seperti $id",
    "an expression": "sebuah nilai",
    "an identifier": "sebuah nama",
    "a variable name": "sebuah nama",
    "a graph pattern": "pola seperti (k:Kinerja)",
    "a node pattern": "simpul seperti (k:Kinerja)",
    "a relationship type": "jenis hubungan",
    "a node label": "label",
    "a property": "sifat",
    "a string": "teks",
    "an integer value": "bilangan bulat",
    "an unsigned integer": "bilangan bulat",
    "<EOF>": "akhir pertanyaan",
}
"""Neo4j's words for what would fit -> ours."""

CLAUSES = (
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "CALL", "YIELD", "UNION", "ORDER", "BY", "SKIP", "LIMIT",
    "DISTINCT", "AS", "AND", "OR", "NOT", "XOR", "IN", "CONTAINS", "STARTS", "ENDS", "IS", "NULL", "CASE", "WHEN",
    "THEN", "ELSE", "END", "EXISTS", "COUNT", "COLLECT", "DESC", "ASC", "ALL", "ANY", "NONE", "SINGLE", "TRUE",
    "FALSE", "OFFSET", "DESCENDING", "ASCENDING",
)  # fmt: skip
"""Words of the language that a slip of the finger may mean."""
FEW = 6
"""So many things that would fit are worth telling; of more, nobody reads."""

EXPECTS = re.compile(r"'((?:[^']|'')+?)'|((?:a|an) [a-z ]+?|<EOF>)(?=,| or |$)")


def wrong_here(found: str, expected: str, before: str) -> Remedy:
    """`found` stands where `expected` (Neo4j's list) would fit; `before`: the statement up to there."""
    fits = [quoted or word for quoted, word in EXPECTS.findall(expected)]
    told = (
        _unclosed(found, fits, before)
        or _in_list(found, fits, before)
        or _half_sign(found, before)
        or SIGNS.get(found)
        or _arrow(found, fits)
        or FROM_SQL.get(found.upper())
        or _case(found, before)
        or _slip(found, fits)
        or _two_values(found, fits)
        or _clause_inside(found, fits, before)
    )
    return told or Remedy(_not_here(found), _would_fit(fits))


def _unclosed(found: str, fits: list[str], before: str) -> Remedy | None:
    """A bracket that is still open where a clause or the end comes."""
    last = opened(before)
    if last is None or OPENING[last.text] not in fits or (found and not found.isalpha()):
        return None
    where = f"baris {last.line}, kolom {last.column}"
    return Remedy(f"Kurung `{last.text}` di {where} belum ditutup.", f"Tambahkan `{OPENING[last.text]}`.")


def _in_list(found: str, fits: list[str], before: str) -> Remedy | None:
    words = [token.upper for token in tokenize(before)]
    if "AS" in fits and len(fits) == 2 and "UNWIND" in words:
        return Remedy("Sesudah UNWIND … harus ada AS dan sebuah nama.", "Tulis `UNWIND daftar AS satu`.")
    if found == "," and ")" in fits and re.search(r"\bIN\s*\([^()]*$", before, re.IGNORECASE):
        return Remedy("Daftar sesudah IN memakai kurung siku.", "Tulis `IN ['a', 'b']`.")
    if found == "}" and fits == [":"]:
        return Remedy("Parameter tidak ditulis dengan kurung kurawal.", "Tulis `$nama`, bukan `{nama}`.")
    if "WITH" in fits and len(fits) == 1 and words and words[-1] in ("STARTS", "ENDS"):
        return Remedy(f"Sesudah {words[-1]} harus ada WITH.", f"Tulis `{words[-1]} WITH {found or '…'}`.")
    return None


def _half_sign(found: str, before: str) -> Remedy | None:
    if found == "=" and before.endswith("="):
        return Remedy("Tanda `==` tidak dikenal.", "Untuk sama dengan tulis satu tanda `=`.", "")
    if found == "=" and re.search(r"\)\s*$", before):
        return Remedy("Panah `=>` tidak dikenal.", "Tulis `(a)-[:CAUSES]->(b)` atau `(a)-->(b)`.")
    return None


def _arrow(found: str, fits: list[str]) -> Remedy | None:
    if fits == ["-"] or (found == "-" and "]" in fits):
        missing = "]" if found == "-" else "-"
        return Remedy(f"Panah belum lengkap: kurang `{missing}`.", "Tulis `(a)-[:CAUSES]->(b)` atau `(a)-->(b)`.")
    return None


def _case(found: str, before: str) -> Remedy | None:
    words = [token.upper for token in tokenize(before) if token.kind == WORD]
    if found.upper() == "WHEN" and words[-1:] == ["CASE"]:
        return Remedy("CASE ini tidak ditutup.", "Tutup dengan END: `CASE WHEN … THEN … ELSE … END`.")
    return None


def _slip(found: str, fits: list[str]) -> Remedy | None:
    """A word that is nearly one that Cypher has, best one that fits here."""
    if not found.isalpha() or found.upper() in CLAUSES:
        return None
    here = [word for fit in fits if fit.isupper() or " " in fit for word in fit.split()[:1] if word.isupper()]
    meant = nearest(found, [*here, *(word for word in CLAUSES if word not in here)])
    if meant is None:
        return None
    return Remedy(f"`{found}` tidak dikenal di sini.", f"Maksud Anda `{meant}`?", meant)


def _two_values(found: str, fits: list[str]) -> Remedy | None:
    """Two values side by side."""
    if "," in fits and re.match(r"\w|'|\"|\$", found) and found.upper() not in CLAUSES:
        name = "atau beri nama dengan `AS`" if "AS" in fits else "nama dengan spasi diapit tanda `…`"
        return Remedy(f"Sebelum `{found}` kurang tanda.", f"Pisahkan dengan koma, {name}.")
    return None


def _clause_inside(found: str, fits: list[str], before: str) -> Remedy | None:
    """A clause that begins while the one before still waits for something."""
    last = next(reversed(tokenize(before)), NOTHING)
    if fits == ["a graph pattern"] and last.upper in CLAUSES and last.upper != "MATCH":
        return Remedy(f"Sebelum {last.upper} masih kurang {_listed(fits)}.", "Atau hapus koma di depannya.")
    if found.upper() in CLAUSES and fits and all(fit in EXPECTED or fit == "AS" for fit in fits):
        return Remedy(f"Sebelum {found.upper()} masih kurang {_listed(fits)}.")
    return None


def _not_here(found: str) -> str:
    return f"`{found}` tidak dapat berdiri di sini." if found else "Pertanyaan ini belum lengkap: berhenti di sini."


def _would_fit(fits: list[str]) -> str:
    return f"Yang cocok di sini: {_listed(fits)}." if 0 < len(fits) <= FEW else ""


def _listed(fits: list[str]) -> str:
    named = [EXPECTED.get(fit) or (f"`{fit}`") for fit in fits]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} atau {named[-1]}"
