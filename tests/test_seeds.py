"""The example documents are fictional, come from their sources, and hold what their README says."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from seeds import make_examples
from seeds.office import pinned
from service.config import ROOT, read_settings
from service.ingest.importing import prepare
from service.ingest.read import read
from service.model import RawRow

SEEDS = ROOT / "seeds"
FICTIONAL = ("dinas-perikanan-tanjung-harapan-2023.docx", "bpbd-tanjung-harapan-2023.xlsx")

SIZES = {
    FICTIONAL[0]: [1, 3, 26, 15, 17, 17, 11],
    FICTIONAL[1]: [1, 1, 4, 15, 22, 20],
}
"""Rows of each table, heads included."""


def rows_of(name: str) -> list[RawRow]:
    return read((SEEDS / name).read_bytes(), name)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", FICTIONAL)
def test_an_example_says_at_its_head_that_it_is_fictional(name: str) -> None:
    head = [row.sel[0] for row in rows_of(name)[:7]]
    assert "KABUPATEN TANJUNG HARAPAN (FIKTIF)" in head
    assert "Dokumen fiktif untuk contoh; tidak menggambarkan pemerintah daerah mana pun." in head


@pytest.mark.parametrize("name", FICTIONAL)
def test_an_example_has_the_tables_of_five_stages(name: str) -> None:
    sizes: dict[int, int] = {}
    for row in rows_of(name):
        if row.tabel is not None:
            sizes[row.tabel] = sizes.get(row.tabel, 0) + 1
    assert list(sizes.values()) == SIZES[name]


def test_the_examples_are_what_their_sources_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_examples, "TARGET", tmp_path)
    make_examples.main()
    for name in FICTIONAL:
        assert parts((tmp_path / name).read_bytes()) == parts((SEEDS / name).read_bytes())
    made, kept = ({p.name: p.read_bytes() for p in (at / "contoh").iterdir()} for at in (tmp_path, SEEDS))
    assert made == kept, "run `python -m seeds.make_examples` after a change of the content or of the template"


def test_making_them_twice_gives_the_same_bytes() -> None:
    data = (SEEDS / FICTIONAL[0]).read_bytes()
    assert pinned(data) == pinned(pinned(data))


READ: dict[str, tuple[str, tuple[str, ...], int, int, int, int]] = {
    FICTIONAL[0]: ("Dinas Perikanan", ("ekspektasi",), 28, 27, 29, 5),
    FICTIONAL[1]: ("Badan Penanggulangan Bencana Daerah", ("mandat", "permasalahan"), 18, 17, 20, 3),
}
"""Unit, what stage 1 leaves open, kinerja, edges, indicators, conflicts of level, as seeds/README.md has them."""


@pytest.mark.parametrize("name", READ)
def test_an_example_is_read_as_the_readme_says(name: str) -> None:
    prepared = prepare((SEEDS / name).read_bytes(), name, None, read_settings({}))
    document, cascade = prepared.document, prepared.cascade
    assert document is not None
    assert cascade is not None
    conflicts = sum(issue.kode == "STR07" for issue in prepared.issues)
    sizes = (len(cascade.kinerja), len(cascade.edges), len(cascade.indikator))
    assert (document.unit, document.tidak_disebut, *sizes, conflicts) == READ[name]
    assert not prepared.refused
