"""`kinerja import FILE FILE …`: many documents, one report; each is imported whole or not at all.

In: files and the options of `kinerja import`. Out: what was read of each, one question, the imports, and a table at the
end. With `--json` one object: `{"berkas": [the answer of one file, with "nama_berkas" and "diterapkan"]}`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from service.cli import door
from service.cli.recorded import recorded
from service.config import Settings
from service.errors import DocumentRefused, KinerjaError
from service.graph import Graph
from service.ingest import importing
from service.ingest.importing import Prepared

REFUSED = DocumentRefused.exit_code


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    file: Path
    prepared: Prepared | None
    """None: it could not even be opened."""
    said: str
    diterapkan: bool = False

    @property
    def failed(self) -> bool:
        return self.prepared is None or self.prepared.refused


def import_many(
    files: Sequence[Path],
    content: Callable[[Path], bytes],
    graph: Graph | None,
    settings: Settings,
    *,
    apply: bool,
    ask: bool,
    reason: str,
    machine: bool,
) -> int:
    """Exit code: 0, or 2 when a file was refused. `apply`: not only a look; `ask`: a person is asked once before."""
    looked = [_look(file, content, graph, settings) for file in files]
    ready = [one for one in looked if not one.failed]
    agreed = apply and graph is not None and bool(ready) and (not ask or _agreed(looked, len(ready)))
    done = [_applied(one, graph, settings, reason) if agreed and graph else one for one in looked]
    if machine:
        door.print_json({"berkas": [_as_object(one) for one in done]})
    elif agreed or not ask:
        _show(done)
    return REFUSED if any(one.failed for one in done) else 0


def _look(file: Path, content: Callable[[Path], bytes], graph: Graph | None, settings: Settings) -> Outcome:
    try:
        prepared = importing.prepare(content(file), file.name, graph, settings)
    except DocumentRefused as fault:
        return Outcome(file, None, str(fault))
    if prepared.refused:
        wrong = next(issue for issue in prepared.issues if issue.keparahan == "error")
        return Outcome(file, prepared, f"ditolak: {wrong.pesan} {wrong.saran}")
    if prepared.duplicate_of:
        return Outcome(file, prepared, "sudah termuat, tidak ada yang berubah")
    return Outcome(file, prepared, f"{prepared.preview.jumlah_kinerja} kinerja terbaca")


def _applied(one: Outcome, graph: Graph, settings: Settings, reason: str) -> Outcome:
    if one.failed or one.prepared is None:
        return one
    try:  # compared anew: an earlier file of this drop may have been of the same unit and year
        prepared = importing.prepare(one.prepared.data, one.file.name, graph, settings)
        with recorded(settings, "import", prepared.nama_berkas):
            result = importing.apply(prepared, graph, settings, alasan=reason, expected_urut=prepared.urut)
    except KinerjaError as fault:
        return replace(one, prepared=None, said=f"gagal: {fault}")
    return replace(one, said=str(result), diterapkan=result.berubah)


def _agreed(looked: Sequence[Outcome], ready: int) -> bool:
    _show(looked)
    if not sys.stdin.isatty():
        return True
    return click.confirm(f"Terapkan {ready} dari {len(looked)} dokumen?", default=True, err=True)


def _show(outcomes: Sequence[Outcome]) -> None:
    table = Table("berkas", "perangkat daerah", "tahun", "hasil")
    for one in outcomes:
        unit = one.prepared.unit if one.prepared else None
        year = one.prepared.document.tahun if one.prepared and one.prepared.document else ""
        table.add_row(one.file.name, unit.nama if unit else "", str(year or ""), one.said)
    door.people.print(table)


def _as_object(one: Outcome) -> dict[str, Any]:
    about = {"nama_berkas": one.file.name, "diterapkan": one.diterapkan, "hasil": one.said}
    return about | (importing.as_contract(one.prepared) if one.prepared else {"ditolak": True})
