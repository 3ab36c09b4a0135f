"""`kinerja trace ID|TEXT`: every way from a kinerja up to the outcome, with the source row of every step."""

from __future__ import annotations

import click
from rich.markup import escape
from rich.tree import Tree

from service import trace
from service.cli import door

ORIGIN = {"tersurat": "tertulis", "urutan": "disimpulkan dari urutan baris", "diputuskan": "diputuskan"}


@click.command("trace")
@click.argument("id_or_text", metavar="ID|TEKS")
@click.option("--down", is_flag=True, help="Telusuri ke bawah: apa saja yang menopangnya.")
@door.as_json
def command(id_or_text: str, down: bool, machine: bool) -> None:
    """Telusuri sebuah kinerja atau indikator sampai ke outcome, baris demi baris."""
    with door.open_graph() as graph:
        start = trace.find_one(graph, id_or_text)
        if down:
            _show_support(trace.way_down(graph, start), machine=machine)
        else:
            _show_trace(trace.ways_up(graph, start), machine=machine)


def _show_trace(found: trace.Trace, *, machine: bool) -> None:
    if machine:
        door.print_json(trace.as_contract(found))
        return
    door.people.print(f"{found.unit.nama} · {found.tahun}", style="bold", markup=False)
    for number, path in enumerate(found.jalur, start=1):
        main = " (utama)" if path.utama and len(found.jalur) > 1 else ""
        door.people.print(_path_tree(path, f"Jalur {number}{main}"))
    if found.disimpulkan:
        door.say(f"{found.disimpulkan} hubungan disimpulkan dari urutan baris dan belum dibenarkan.")
    if found.terpotong:
        door.say(f"Hanya {trace.MAX_PATHS} jalur yang ditampilkan; masih ada jalur lain.")


def _path_tree(path: trace.Path, heading: str) -> Tree:
    top = Tree(heading)
    at = top
    for hop in path.langkah:
        at = at.add(_hop_text(hop))
    if path.putus:
        at.add(f"[bold red]Putus:[/] {escape(path.putus.pesan)}")
    return top


def _hop_text(hop: trace.Hop) -> str:
    box = hop.kinerja
    owner = "/".join(p.nama for p in box.jabatan) or "tanpa jabatan"
    facts = f"{box.id} · {box.tingkat} · {owner}"
    lines = [f"[bold]{escape(box.singkat)}[/] {escape(box.uraian)}", f"[dim]{escape(facts)}[/]"]
    lines += [f"[dim]indikator: {escape(i.teks)}[/]" for i in box.indikator]
    lines.append("[dim]sumber: " + escape("; ".join(row.tempat for row in box.baris)) + "[/]")
    if hop.lewat:
        lines.append(f"[italic]agar[/] [dim]({ORIGIN[hop.lewat.asal]})[/]")
    return "\n".join(lines)


def _show_support(found: trace.Support, *, machine: bool) -> None:
    if machine:
        door.print_json(found)
        return
    tree = Tree(_branch_text(found.akar))
    _add(tree, found.akar)
    door.people.print(tree)
    door.say(f"{found.jumlah} kinerja menopang yang ini." + (" Sebagian tidak ditampilkan." if found.terpotong else ""))


def _add(tree: Tree, branch: trace.Branch) -> None:
    for cause in branch.sebab:
        _add(tree.add(_branch_text(cause)), cause)


def _branch_text(branch: trace.Branch) -> str:
    box = branch.kinerja
    return f"[bold]{escape(box.singkat)}[/] {escape(box.uraian)} [dim]{box.id} · {branch.turunan} di bawahnya[/]"
