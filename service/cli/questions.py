"""`kinerja questions [NAME]`: the repository's own questions; with a name its answer, as a table or a file.

In: a name, values of its parameters, a form. Out: the list by group, or an answer from the live graph. What was not
said is the first choice there is; which one is told on standard error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.table import Table

from service import questions
from service.cli import door
from service.cli.answers import FORMS, form_of, show
from service.cli.ending import ended_in_order
from service.console.statement import LARGEST, Limits, limits_for
from service.graph import Graph
from service.questions import Form, Listed, Question

OFFERED = 5
"""Choices that `--about` names; a page or the notebook has them all."""


@click.command("questions")
@click.argument("name", metavar="[NAMA]", default="")
@click.option("--param", "params", metavar="ISIAN=NILAI", multiple=True, help="Isian; boleh beberapa kali.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="Bentuk jawaban; bawaan: table, atau akhiran --output."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Tulis ke berkas ini.")
@click.option(
    "--limit", default=Limits.baris, show_default=True, type=click.IntRange(1, LARGEST), help="Baris terbanyak."
)
@click.option("--about", is_flag=True, help="Jelaskan pertanyaan itu: arti, isian dan pilihannya, kolom, Cypher.")
@door.as_json
def command(
    name: str, params: tuple[str, ...], form: str | None, output: Path | None, limit: int, about: bool, machine: bool
) -> None:
    """Daftar pertanyaan yang sudah tersedia; dengan NAMA: jawabannya."""
    if not name:
        _list(machine=machine)
        return
    one, asked = questions.question(name), dict(_pair(text) for text in params)
    wanted = form_of(form, output, machine=machine)
    with ended_in_order(), door.open_graph() as graph:
        if about:
            _explain(one, questions.form(graph, one, asked), machine=machine)
            return
        limits = limits_for(limit)
        _answer(graph, one, asked, wanted, output, limits)


def _answer(graph: Graph, one: Question, asked: dict[str, str], form: str, output: Path | None, limits: Limits) -> None:
    settled = graph.reading(lambda tx: questions.settle(tx, one, asked))
    said = [f"{p.label.lower()} {settled.label[p.nama]}" for p in one.parameter if settled.label[p.nama]]
    door.say(f"{one.judul} ({', '.join(said)})" if said else one.judul)
    kept = {name: value for name, value in settled.nilai.items() if value is not None}
    show(questions.answer(graph, one, kept, limits), form, output, limits)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"{text!r} bukan NAMA=NILAI.", param_hint="--param")
    return name.strip(), value


def _list(*, machine: bool) -> None:
    if machine:
        door.print_json({"kelompok": [_as_object(group) for group in questions.grouped()]})
        return
    for group in questions.grouped():
        table = Table(title=f"{group.nama}. {group.keterangan}", title_justify="left", box=None, show_header=False)
        for one in group.isi:
            table.add_row(f"  {one.nama}", escape(one.judul))
        door.people.print(table)
    door.say("Jalankan: kinerja questions NAMA. Arti dan isiannya: kinerja questions NAMA --about.")


def _as_object(group: Listed) -> dict[str, Any]:
    return {"nama": group.nama, "keterangan": group.keterangan, "pertanyaan": [described(one) for one in group.isi]}


def described(one: Question) -> dict[str, Any]:
    """A question as a script reads it."""
    return {
        "nama": one.nama,
        "judul": one.judul,
        "keterangan": one.keterangan,
        "parameter": [
            {"nama": p.nama, "label": p.label, "jenis": p.jenis, "bawaan": p.bawaan, "min": p.min, "maks": p.max}
            | {"pilihan": [value for value, _ in p.pilihan], "wajib": p.wajib and not p.menyempit}
            for p in one.parameter
        ],
        "kolom": dict(one.kolom),
    }


def _explain(one: Question, filled: Form, *, machine: bool) -> None:
    if machine:
        door.print_json(described(one))
        return
    door.people.print(one.judul, style="bold", markup=False)
    door.people.print(one.keterangan, markup=False)
    fields = Table("isian", "nama", "bila tidak diisi", "pilihan")
    for field in filled.isian:
        offered = [str(choice.nilai) for choice in field.pilihan or ()]
        more = ["..."] if len(offered) > OFFERED else []
        fields.add_row(
            escape(field.label), field.nama, escape(field.nilai), escape(", ".join(offered[:OFFERED] + more))
        )
    door.people.print(fields)
    columns = Table("kolom", "isinya")
    for column, meaning in one.kolom.items():
        columns.add_row(column, escape(meaning))
    door.people.print(columns)
    door.people.print(one.cypher, markup=False, highlight=False)
