"""The walls in front of a statement: tables of name, sentence and check; each holds alone, and all hold together.

    text -> TEXT_WALLS (pure) -> EXPLAIN on the mirror -> PLAN_WALLS -> a READ transaction with limits (RUNNING_WALLS)

In: a statement, later its plan. Out: nothing, or `Refused` with the wall's name, the place, and what to do instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.console.refusal import Refused
from service.console.statement import Explained, Statement
from service.console.walls.clauses import check_clauses
from service.console.walls.costs import check_costs
from service.console.walls.functions import FUNCTIONS, check_functions
from service.console.walls.letters import check_letters
from service.console.walls.plan import check_operators, check_type
from service.console.walls.procedures import PROCEDURES, check_procedures
from service.console.walls.single import check_prefix, check_single
from service.console.walls.size import check_depth, check_length
from service.console.walls.written import Written

__all__ = [
    "FUNCTIONS",
    "PLAN_WALLS",
    "PROCEDURES",
    "RUNNING_WALLS",
    "TEXT_WALLS",
    "WALLS",
    "Refused",
    "check_plan",
    "check_text",
]


@dataclass(frozen=True)
class TextWall:
    """A wall that looks at the text and the parameters."""

    name: str
    judul: str
    """What it is for, one sentence."""
    check: Callable[[Written], None]


@dataclass(frozen=True)
class PlanWall:
    """A wall that looks at what EXPLAIN told."""

    name: str
    judul: str
    check: Callable[[Explained], None]


TEXT_WALLS: tuple[TextWall, ...] = (
    TextWall("panjang", "Pernyataan paling panjang 10.000 huruf, parameternya 100 kB.", check_length),
    TextWall("sarang", "Kurung, CASE, subkueri, dan rantai tanda tidak terlalu dalam atau panjang.", check_depth),
    TextWall("huruf", r"Tidak ada \u, huruf kendali, atau kutip dan komentar yang tidak ditutup.", check_letters),
    TextWall("tunggal", "Satu pernyataan saja.", check_single),
    TextWall("awalan", "Tanpa EXPLAIN, PROFILE, CYPHER, dan USE.", check_prefix),
    TextWall("klausa", "Tidak ada klausa yang mengubah, mengelola, atau membaca berkas.", check_clauses),
    TextWall("prosedur", "Hanya prosedur dalam daftar pendek.", check_procedures),
    TextWall("fungsi", "Hanya fungsi dalam daftar.", check_functions),
    TextWall("ongkos", "Tidak ada range() raksasa atau pola =~ yang dapat berjalan bermenit-menit.", check_costs),
)
PLAN_WALLS: tuple[PlanWall, ...] = (
    PlanWall("jenis", "Neo4j sendiri membacanya sebagai pertanyaan (jenis tepat r).", check_type),
    PlanWall("operator", "Setiap langkah rencananya termasuk langkah yang hanya membaca.", check_operators),
)
RUNNING_WALLS: dict[str, str] = {
    "baca": "Transaksi hanya-baca: Neo4j sendiri menolak setiap perubahan.",
    "tenggat": "Batas waktu; yang melewatinya dihentikan bersama cermin.",
    "ingatan": "Batas memori server dan proses yang membaca hasil.",
    "baris": "Jumlah baris hasil; selebihnya dipotong.",
    "sel": "Panjang satu sel; selebihnya dipotong.",
    "bita": "Ukuran seluruh hasil; selebihnya dipotong.",
    "slot": "Jumlah pertanyaan yang berjalan bersamaan, seluruhnya dan per akun.",
    "laju": "Jumlah pertanyaan per menit satu akun.",
    "konfigurasi": "Pengaturan server: tidak ada impor berkas atau jaringan, tidak ada prosedur tambahan.",
}
"""Walls that stand while a statement runs: in `asking`, `worker` and the configuration of the mirror."""
WALLS: dict[str, str] = {
    **{wall.name: wall.judul for wall in TEXT_WALLS},
    **{wall.name: wall.judul for wall in PLAN_WALLS},
    **RUNNING_WALLS,
}
"""Every wall by name, in the order in which a statement meets them."""


def check_text(statement: Statement, off: frozenset[str] = frozenset()) -> None:
    """Raises Refused at the first wall of the text that turns it away; `off`: walls that are left out."""
    written = Written(statement)
    for wall in TEXT_WALLS:
        if wall.name not in off:
            wall.check(written)


def check_plan(explained: Explained, statement: Statement, off: frozenset[str] = frozenset()) -> None:
    """Raises Refused at the first wall of the plan that turns it away."""
    del statement
    for wall in PLAN_WALLS:
        if wall.name not in off:
            wall.check(explained)
