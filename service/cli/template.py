"""`kinerja template [UNIT]`: the template workbook, empty or filled with what is live of a unit.

In: the kode of a unit (none: an empty template), a year, a file to write. Out: that file, and a sentence about it.
"""

from __future__ import annotations

from pathlib import Path

import click

from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.errors import Invalid, refusal
from service.templat import filled


@click.command("template")
@click.argument("unit", metavar="[UNIT]", required=False)
@click.option("--year", type=int, help="Tahun; tanpa ini tahun yang terbaru.")
@click.option("--kind", default="", help="Jenis perangkat daerah untuk templat kosong, misalnya kecamatan.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="BERKAS", help="Berkas .xlsx yang ditulis.")
@door.as_json
def command(unit: str | None, year: int | None, kind: str, output: Path | None, machine: bool) -> None:
    """Tulis templat .xlsx: kosong, atau berisi cascading sebuah perangkat daerah."""
    if unit is None:
        made = filled.blank(kind)
    else:
        settings = read_settings()
        with door.open_graph(settings) as graph, recorded(settings, "template", unit):
            made = filled.of_unit(graph, unit, year)
    target = output or Path(made.nama_berkas)
    try:
        target.write_bytes(made.isi)
    except OSError as fault:
        raise Invalid(
            f"Berkas {target} tidak dapat ditulis: {refusal(fault)}.", "Pilih tempat lain dengan -o."
        ) from None
    if machine:
        door.print_json({"berkas": str(target), "dokumen": made.dokumen or None, "kinerja": made.jumlah_kinerja})
        return
    what = f"{made.jumlah_kinerja} kinerja" if made.jumlah_kinerja else "kosong"
    door.say(f"Templat {what} ditulis ke {target}.")
