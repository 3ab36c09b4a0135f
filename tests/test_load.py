"""Importing into a real graph: what stands there afterwards, whole or nothing, once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service import live
from service.config import ROOT, Settings
from service.errors import Conflict, DocumentRefused, Invalid, KinerjaError
from service.graph import Graph
from service.ingest import importing
from service.ingest.document import document
from service.ingest.originals import digest, keep, original
from service.ingest.read import read
from service.ingest.validate import validate
from service.live.write import At, write_cascade
from service.model import Basis, SuccessFactor
from service.queries import all_queries
from service.stored import claims_of, rows_of
from tests.conftest import on_tmpfs
from tests.worksheet import WATER, Box, bring, ids, links, ready, worksheet

BATUMANDI = ROOT / "seeds" / "batumandi-2022.txt"


def test_batumandi_stands_in_the_graph_as_the_document_says(graph: Graph, settings: Settings) -> None:
    result = bring(BATUMANDI.read_bytes(), graph, settings, name="batumandi-2022.txt")

    assert str(result) == "Kecamatan Batumandi 2022: 26 kinerja"
    assert _nodes(graph) == {
        "Baris": 159,
        "CSF": 1,
        "Dasar": 1,
        "Dokumen": 1,
        "Indikator": 23,
        "Isu": len([i for i in result.issues if i.kode != "UNIT01"]),
        "Jabatan": 5,
        "Jenjang": 10,
        "Keputusan": 1,
        "Kinerja": 26,
        "Pemda": 1,
        "SKPD": 1,
        "Ukuran": 23,
        "Versi": 1,
    }
    assert _count(graph, "MATCH (:Kinerja)-[r:CAUSES {asal: 'urutan', utama: true}]->(:Kinerja)") == 25
    assert _count(graph, "MATCH (:Isu {kode: 'STR07', terbuka: true})-[r:CONCERNS]->(:Kinerja)") == 15
    four_hops = "MATCH (k:Kinerja {tingkat: 'operasional'})-[:CAUSES*4]->(o {tingkat: 'strategis skpd'})"
    assert _count(graph, four_hops) == 11
    assert graph.command("MATCH (s:SKPD)-[:PART_OF]->(p) RETURN s.kode AS kode, s.jenis AS jenis, p.nama AS pemda") == [
        {"kode": "kecamatan-batumandi", "jenis": "kecamatan", "pemda": "Kabupaten Balangan"}
    ]


def test_every_row_and_claim_can_be_read_back_without_loss(graph: Graph, settings: Settings) -> None:
    prepared = ready(BATUMANDI.read_bytes(), graph)
    versi = importing.apply(prepared, graph, settings).versi

    stored = [row["baris"] for row in graph.read("load/rows", versi=versi)]

    assert prepared.document is not None
    assert rows_of(stored) == prepared.document.rows
    assert claims_of(stored) == tuple(sorted(prepared.document.claims, key=lambda c: c.baris[0]))


def test_the_same_file_twice_changes_nothing_and_says_so(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    before, revision = graph.content_hash(), graph.revision()

    again = bring(worksheet(), graph, settings)

    assert (again.berubah, str(again)) == (
        False,
        "Kecamatan Tanjung Contoh 2024: sudah termuat, tidak ada yang berubah",
    )
    assert (graph.content_hash(), graph.revision()) == (before, revision)


def test_the_same_document_in_another_empty_graph_has_the_same_ids(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    first = ids(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    bring(worksheet(), graph, settings)
    assert ids(graph) == first


def test_folding_again_changes_nothing(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    bring(worksheet(WATER[:-1]), graph, settings)
    before = graph.content_hash()
    assert live.refold_all(graph) == 1
    assert graph.content_hash() == before


def test_a_document_with_an_error_is_refused_and_nothing_is_written(graph: Graph, settings: Settings) -> None:
    prepared = ready(b"Surat undangan rapat\n\nKepada Yth. Camat\n", graph)
    assert prepared.refused
    before = graph.revision()
    with pytest.raises(DocumentRefused) as refused:
        importing.apply(prepared, graph, settings)
    assert [issue.keparahan for issue in refused.value.issues] == ["error"] * len(refused.value.issues)
    assert (_nodes(graph), graph.revision()) == ({}, before)
    assert not settings.originals.exists()


def test_a_document_larger_than_a_transaction_is_an_error_with_a_way_out() -> None:
    prepared = ready(worksheet(), None)
    assert prepared.document is not None
    assert prepared.cascade is not None
    nine = prepared.cascade.kinerja
    large = [validate(prepared.document, replace(prepared.cascade, kinerja=nine * n)) for n in (111, 112)]
    assert [[(i.keparahan, i.pesan) for i in issues] for issues in large] == [
        [],
        [("error", "Terbaca 1008 kinerja; satu dokumen memuat paling banyak 1000.")],
    ]


def test_a_file_that_cannot_be_opened_is_refused_in_the_answer(settings: Settings) -> None:
    prepared = importing.prepare(b"%PDF-1.7 ...", "pohon.pdf", None, settings)
    assert prepared.refused
    assert importing.as_contract(prepared)["dokumen"] == {"unit": None, "tahun": None, "judul": None}
    assert [issue["keparahan"] for issue in importing.as_contract(prepared)["isu"]] == ["error"]


def test_the_original_is_kept_and_comes_back_unchanged(graph: Graph, settings: Settings) -> None:
    data = worksheet()
    bring(data, graph, settings)
    assert original(digest(data), settings) == data
    assert [path.name for path in settings.originals.iterdir()] == [digest(data)]


def test_an_original_that_cannot_be_kept_stops_the_import(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    blocked = replace(settings, data=tmp_path / "berkas")
    with pytest.raises(KinerjaError, match="Tidak ada yang diubah"):
        bring(worksheet(), graph, blocked)
    assert _nodes(graph) == {}


def test_a_new_version_replaces_the_live_cascade_and_keeps_the_old_rows(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    old = ids(graph)

    result = bring(worksheet(WATER[:-1]), graph, settings)

    assert result.versi == "kecamatan-tanjung-contoh-2024-v2"
    gone = WATER[-1].uraian
    assert ids(graph) == {words: key for words, key in old.items() if words != gone}
    assert graph.command("MATCH (l:KinerjaLama)-[:OWNED_BY]->(s) RETURN properties(l) AS l, s.kode AS kode") == [
        {
            "l": {"id": old[gone], "uraian": gone, "tahun": 2024, "tingkat": "operasional", "sidik": _sidik(gone)},
            "kode": "kecamatan-tanjung-contoh",
        }
    ]
    assert _count(graph, "MATCH (:Versi)<-[:IN_VERSION]-(:Baris {kinerja_id: $id})", id=old[gone]) == 3
    assert _count(graph, "MATCH (:Baris)-[:STATES]->(:KinerjaLama)") == 0
    assert _count(graph, "MATCH (i:Indikator {nama: $nama})", nama=WATER[-1].indikator) == 0
    assert _count(graph, "MATCH (u:Ukuran) WHERE NOT (u)<-[:SAME_MEASURE]-()") == 0
    assert graph.command("MATCH (:Dokumen)-[:CURRENT]->(v) RETURN v.nomor AS nomor") == [{"nomor": 2}]


def test_going_back_to_an_older_file_makes_its_version_current_again(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    first = _live(graph)
    bring(worksheet(WATER[:-1]), graph, settings)

    back = bring(worksheet(), graph, settings)

    assert back.versi == "kecamatan-tanjung-contoh-2024-v1"
    assert _live(graph) == first
    assert _nodes(graph)["Versi"] == 2
    assert "KinerjaLama" not in _nodes(graph)


def test_positions_that_no_document_names_go_unless_a_person_touched_them(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    graph.command("MATCH (j:Jabatan {nama: 'camat'}) SET j.nama = 'Camat Tanjung Contoh', j.diatur = ['nama']")
    bring(worksheet([Box("Meningkatnya Mutu Udara", 0), Box("Berkurangnya Asap", 1)], tahun=2024), graph, settings)
    names = graph.command("MATCH (j:Jabatan) RETURN j.kode AS kode, j.nama AS nama")
    assert names == [{"kode": "kecamatan-tanjung-contoh-camat", "nama": "Camat Tanjung Contoh"}]


def test_names_of_a_unit_are_added_unless_a_person_set_them(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    aliases = "MATCH (s:SKPD) RETURN s.alias AS alias"
    assert graph.command(aliases) == [{"alias": ["KECAMATAN TANJUNG CONTOH"]}]
    graph.command("MATCH (s:SKPD) SET s.alias = ['Kec. TC'], s.diatur = ['alias']")
    bring(worksheet(WATER[:-1]), graph, settings)
    assert graph.command(aliases) == [{"alias": ["Kec. TC"]}]


def test_a_unit_that_a_person_entered_is_used_as_it_stands(graph: Graph, settings: Settings) -> None:
    graph.command("CREATE (:SKPD {kode: 'tc', nama: 'Kecamatan Tanjung Contoh', jenis: 'kecamatan', singkatan: 'TC'})")
    result = bring(worksheet(), graph, settings)
    assert result.dokumen == "tc-2024"
    assert not [issue for issue in result.issues if issue.kode == "UNIT01"]
    assert graph.command("MATCH (s:SKPD)-[:PART_OF]->(p) RETURN properties(s) AS s, p.nama AS pemda") == [
        {
            "s": {
                "kode": "tc",
                "nama": "Kecamatan Tanjung Contoh",
                "jenis": "kecamatan",
                "singkatan": "TC",
                "alias": ["KECAMATAN TANJUNG CONTOH"],
            },
            "pemda": "Kabupaten Rawa Contoh",
        }
    ]


def test_a_new_unit_joins_the_pemda_that_has_its_name(graph: Graph, settings: Settings) -> None:
    graph.command("CREATE (:Pemda {kode: 'rawa', nama: 'KABUPATEN RAWA CONTOH'})")
    bring(worksheet(), graph, settings)
    assert graph.command("MATCH (s:SKPD)-[:PART_OF]->(p:Pemda) RETURN p.kode AS kode") == [{"kode": "rawa"}]
    assert _nodes(graph)["Pemda"] == 1


def test_a_unit_is_found_by_a_name_that_a_person_gave_it(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    graph.command("MATCH (s:SKPD) SET s.alias = ['Kecamatan Tanjung Baru'], s.diatur = ['alias']")
    result = bring(worksheet(WATER[:-1], unit="KECAMATAN TANJUNG BARU"), graph, settings)
    assert (result.unit, result.dokumen) == ("Kecamatan Tanjung Contoh", "kecamatan-tanjung-contoh-2024")


def test_two_units_with_the_same_short_name_and_indicators_stay_apart(graph: Graph, settings: Settings) -> None:
    bring(worksheet(unit="KECAMATAN PARINGIN"), graph, settings)
    bring(worksheet(unit="KECAMATAN PARINGIN SELATAN"), graph, settings)
    assert _nodes(graph)["Indikator"] == 18
    assert _nodes(graph)["Ukuran"] == 9
    assert _count(graph, "MATCH (n:Kinerja|Indikator) WHERE COUNT { (n)-[:OWNED_BY]->() } <> 1") == 0


def test_another_year_of_the_unit_is_another_document(graph: Graph, settings: Settings) -> None:
    bring(worksheet(tahun=2023), graph, settings)
    before = _live(graph)
    bring(worksheet(tahun=2024), graph, settings)
    assert _live(graph, 2023) == before
    assert _nodes(graph)["Kinerja"] == 18


def test_a_decision_that_came_in_between_is_told_and_nothing_is_imported(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    waiting = ready(worksheet(WATER[:-1]), graph)
    bring(worksheet(WATER[:-2]), graph, settings)
    with pytest.raises(Conflict) as told:
        importing.apply(waiting, graph, settings, expected_urut=waiting.urut)
    assert "keputusan nomor 1 -> 2" in told.value.message
    assert told.value.current == "2"


def test_a_file_that_was_current_when_it_was_prepared_is_applied_when_it_is_no_more(
    graph: Graph, settings: Settings
) -> None:
    bring(worksheet(), graph, settings)
    waiting = ready(worksheet(), graph)
    assert waiting.duplicate_of
    bring(worksheet(WATER[:-1]), graph, settings)

    result = importing.apply(waiting, graph, settings)

    assert (result.berubah, result.versi) == (True, "kecamatan-tanjung-contoh-2024-v1")
    assert len(ids(graph)) == len(WATER)


def test_the_second_of_two_equal_imports_names_the_version_that_the_first_made(
    graph: Graph, settings: Settings
) -> None:
    first, second = ready(worksheet(), graph), ready(worksheet(), graph)
    made = importing.apply(first, graph, settings)
    again = importing.apply(second, graph, settings)
    assert (again.berubah, again.versi, again.dokumen) == (False, made.versi, made.dokumen)


def test_an_error_that_only_shows_when_it_is_written_refuses_the_import(graph: Graph, settings: Settings) -> None:
    boxes = [*WATER[:2], *(Box(f"Terlaksananya Kegiatan Nomor {n}", 4, f"Jumlah {n}") for n in range(1000))]
    waiting = replace(ready(worksheet(boxes), graph), refused=False)
    with pytest.raises(DocumentRefused):
        importing.apply(waiting, graph, settings)
    assert _nodes(graph) == {}


def test_a_reason_longer_than_a_page_is_refused(graph: Graph, settings: Settings) -> None:
    with pytest.raises(Invalid, match="1000 huruf"):
        importing.apply(ready(worksheet(), graph), graph, settings, alasan="a" * 1001)
    assert _nodes(graph) == {}


def test_a_position_is_called_as_its_newest_document_prints_it_whatever_was_folded_last(
    graph: Graph, settings: Settings
) -> None:
    name = "MATCH (j:Jabatan {kode: 'kecamatan-tanjung-contoh-staf-umum'}) RETURN j.nama AS nama"
    bring(worksheet(tahun=2024), graph, settings)
    bring(worksheet(tahun=2023).replace(b"staf umum", b"Staf Umum"), graph, settings)
    assert graph.command(name) == [{"nama": "staf umum"}]
    before = graph.content_hash()
    live.refold_all(graph)
    assert graph.content_hash() == before


def test_grounds_and_factors_that_carry_no_kinerja_are_not_left_behind(graph: Graph, settings: Settings) -> None:
    prepared = ready(worksheet(), graph)
    importing.apply(prepared, graph, settings)
    assert prepared.cascade is not None
    loose = replace(
        prepared.cascade,
        dasar=(Basis("TNJ-24-D1", "mandat", "Undang-undang", ()),),
        csf=(SuccessFactor("TNJ-24-C1", "Layanan", "", "", ()),),
    )
    at = At("kecamatan-tanjung-contoh-2024", "kecamatan-tanjung-contoh", 2024, "")
    for cascade in (loose, prepared.cascade):
        graph.writing(lambda tx, it=cascade: write_cascade(tx, at, (), it))  # type: ignore[misc]
    assert graph.command("MATCH (n:Dasar|CSF) WHERE NOT (n)-->() RETURN n.id AS id") == []


def test_an_original_that_does_not_fit_on_the_disk_leaves_no_piece_of_it(settings: Settings) -> None:
    with on_tmpfs("size=64k") as disk:
        small = replace(settings, data=disk)
        with pytest.raises(KinerjaError, match="tidak dapat disimpan"):
            keep(b"x" * 1_000_000, small)
        assert list(small.originals.iterdir()) == []


def test_a_fictional_document_comes_into_a_pemda_of_its_own(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    marked = worksheet(unit="DOKUMEN FIKTIF\nKECAMATAN TANJUNG CONTOH")
    bring(marked, graph, settings)
    found = graph.command(
        "MATCH (s:SKPD)-[:PART_OF]->(p) RETURN s.kode AS unit, p.nama AS pemda, p.contoh AS contoh ORDER BY unit"
    )
    assert found == [
        {"unit": "kecamatan-tanjung-contoh", "pemda": "Kabupaten Rawa Contoh", "contoh": False},
        {
            "unit": "kecamatan-tanjung-contoh-kabupaten-rawa-contoh-fiktif",
            "pemda": "Kabupaten Rawa Contoh (fiktif)",
            "contoh": True,
        },
    ]


def test_links_are_written_in_words_and_direction(graph: Graph, settings: Settings) -> None:
    bring(worksheet(WATER[:3]), graph, settings)
    assert links(graph) == {
        (WATER[1].uraian, WATER[0].uraian, "urutan"),
        (WATER[2].uraian, WATER[1].uraian, "urutan"),
    }


BULK = [name for name, query in all_queries().items() if name.startswith("load/write_") and "UNWIND" in query.text]


@pytest.mark.parametrize("name", BULK)
def test_a_bulk_load_never_gathers_all_rows_before_it_writes(graph: Graph, name: str) -> None:
    plan = graph.plan(name, **dict.fromkeys(all_queries()[name].params))
    assert "Eager" not in set(_operators(plan))


def _operators(plan: dict[str, object]) -> list[str]:
    children: list[dict[str, object]] = plan.get("children") or []  # type: ignore[assignment]
    return [str(plan["operatorType"]).split("@")[0], *(name for child in children for name in _operators(child))]


def _nodes(graph: Graph) -> dict[str, int]:
    rows = graph.command("MATCH (n) WHERE NOT n:Meta RETURN labels(n)[0] AS label, count(*) AS jumlah")
    return {row["label"]: row["jumlah"] for row in rows}


def _count(graph: Graph, pattern: str, **params: object) -> int:
    return int(graph.command(f"{pattern} RETURN count(*) AS jumlah", **params)[0]["jumlah"])


def _live(graph: Graph, tahun: int | None = None) -> list[dict[str, object]]:
    """Every living kinerja with what hangs on it."""
    return graph.command(
        "MATCH (k:Kinerja) WHERE $tahun IS NULL OR k.tahun = $tahun RETURN properties(k) AS k, "
        "COLLECT { MATCH (k)-[r:CAUSES]->(b) RETURN [b.id, r.asal, r.alasan] } AS induk, "
        "COLLECT { MATCH (i)-[r:MEASURES]->(k) RETURN [i.id, i.nama, r.urutan] ORDER BY r.urutan } AS indikator, "
        "COLLECT { MATCH (k)-[r:ASSIGNED_TO]->(j) RETURN [j.kode, r.kelompok] ORDER BY j.kode } AS jabatan, "
        "COLLECT { MATCH (b)-[r:STATES]->(k) RETURN [b.id, r.tahap] ORDER BY b.id } AS baris ORDER BY k.id",
        tahun=tahun,
    )


def _sidik(text: str) -> str:
    from service.bahasa.wording import sidik

    return sidik(text)


def test_reading_in_the_process_of_its_own_gives_the_same(settings: Settings) -> None:
    data = BATUMANDI.read_bytes()
    apart = importing.prepare(data, "batumandi-2022.txt", None, settings)
    here = importing.weigh(document(read(data, "batumandi-2022.txt")), data, "batumandi-2022.txt", None)
    assert importing.as_contract(apart) == importing.as_contract(here)
