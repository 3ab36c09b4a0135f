"""The table of `make load`: what is asked for, and that it stays on the page that `make bench` writes anew."""

from __future__ import annotations

from pathlib import Path

from benchmarks import load
from benchmarks.load import KINDS, Seen


def seen(kind: str, milliseconds: list[float], failures: list[str]) -> Seen:
    return Seen({kind: milliseconds}, {kind: failures} if failures else {})


def test_the_shares_of_the_kinds_are_percent() -> None:
    assert sum(often for often, _ in KINDS.values()) == 100


def test_a_failure_is_counted_beside_the_idle_time() -> None:
    table = load.markdown(seen("cari", [10.0] * 20, []), seen("cari", [30.0] * 50, ["503 /cari"]), 200, 300.0)
    assert "| cari | 50 | 1 | 30 | 30 | 10 | 3.0 |" in table
    assert "| semua | 50 | 1 | 30 | 30 | 10 | 3.0 |" in table


def test_the_table_is_replaced_and_survives_the_rest_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("# Benchmarks\n\nfigures\n", encoding="utf-8")
    assert load.kept(page) == ""
    for section in ("## Load\n\nold\n", "## Load\n\nnew\n"):
        load.keep(section, page)
    assert page.read_text(encoding="utf-8") == "# Benchmarks\n\nfigures\n\n## Load\n\nnew\n"
    assert load.kept(page) == "\n## Load\n\nnew\n"
