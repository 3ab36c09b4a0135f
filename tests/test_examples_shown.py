"""Real units beside examples: real ones first, examples marked, nothing compared across the two regencies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service import examples
from service.actor import Actor, acting_as
from service.browse import units
from service.config import Settings, read_settings
from service.errors import Conflict, Forbidden
from service.graph import Graph
from service.search import search
from service.trace import indicator_lineage
from tests.conftest import emptied, environment
from tests.two_examples import two_examples
from tests.worksheet import bring, worksheet

REAL = "kecamatan-tanjung-contoh"
SHARED = "Indeks kepuasan masyarakat kecamatan"
"""An indicator of the real unit, and of an example."""


@pytest.fixture(scope="module")
def own_settings(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return read_settings(environment(tmp_path_factory.mktemp("contoh") / "data", cache))


@pytest.fixture(scope="module")
def both(shared_graph: Graph, own_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A real unit and two examples, loaded once for this file: nothing here changes them."""
    emptied(shared_graph)
    own = worksheet(pemda="KABUPATEN RAWA").decode().replace("Indeks Kesejahteraan Warga", SHARED)
    bring(own.encode(), shared_graph, own_settings)
    examples.ask(shared_graph)
    list(examples.load(shared_graph, own_settings, two_examples(tmp_path_factory.mktemp("seeds") / "seeds")))
    return shared_graph


def test_real_things_come_first_and_examples_are_marked(both: Graph) -> None:
    listed = units(both, order="kinerja")
    assert [(card.nama, card.contoh) for card in listed.unit] == [
        ("Kecamatan Tanjung Contoh", False),
        ("Dinas Kesehatan", True),
        ("Kecamatan Muara Teduh", True),
    ]
    assert (listed.paging.total, listed.contoh) == (3, 2)
    hits = {group.jenis: [hit.contoh for hit in group.hasil] for group in search(both, "camat").kelompok}
    assert hits["jabatan"] == [False, True]
    named = [group for group in search(both, "Polsek").kelompok if group.jenis == "mitra"]
    assert [hit.contoh for hit in named[0].hasil] == [True]


def test_a_measure_is_not_joined_across_the_two_regencies(both: Graph) -> None:
    for unit in (REAL, "kecamatan-muara-teduh"):
        (found,) = both.command(
            "MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(i:Indikator {nama: $nama}) RETURN i.id AS id",
            unit=unit,
            nama=SHARED,
        )
        assert indicator_lineage(both, found["id"]).unit_lain == ()


def test_who_may_not_erase_may_not_take_them_away(both: Graph, own_settings: Settings) -> None:
    before = both.content_hash()
    with acting_as(Actor("bappeda", "bappeda")), pytest.raises(Forbidden, match="tidak berhak"):
        examples.remove(both, own_settings)
    with pytest.raises(Conflict, match="berubah sesudah dihitung"):
        examples.remove(both, own_settings, replace(examples.removal(both), kinerja=1))
    assert both.content_hash() == before
