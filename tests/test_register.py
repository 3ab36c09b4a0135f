"""The register: entries added, listed, edited, removed and merged on a real graph, and every refusal in words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from neomodel import db

from service import register
from service.backup.gate import closed
from service.errors import Conflict, Invalid, KinerjaError, NotFound, Paused
from service.graph import Graph
from service.register import Difference, Entry

PEMDA = {"nama": "Kabupaten Contoh", "contoh": True}
SKPD = {
    "nama": "Kecamatan Uji",
    "jenis": "Kecamatan",
    "alias": "Kec. Uji\n\nKEC UJI\nkec  uji",
    "pemda": "kabupaten-contoh",
}
OTHER = {"nama": "Dinas Uji", "jenis": "dinas", "singkatan": "DUJ"}
KASI = {"nama": "Kasi Pelayanan", "skpd": "kecamatan-uji"}
MITRA = {"nama": "Polsek Uji", "jenis": "polri"}
JENJANG = {"jenis_unit": "kecamatan", "urut": "4", "tingkat": "taktikal immediate", "alias": "Immediate"}
KOMPONEN = {"jenis": "kegiatan", "nama": "Koordinasi Ketentraman", "kode_nasional": "7.01.04.2.01"}

ALL = (
    ("pemda", PEMDA),
    ("skpd", SKPD),
    ("jabatan", KASI),
    ("mitra", MITRA),
    ("jenjang", JENJANG),
    ("komponen", KOMPONEN),
)


@pytest.fixture
def filled(graph: Graph) -> Graph:
    """One entry of each kind."""
    for jenis, raw in ALL:
        register.add(graph, jenis, raw)
    return graph


def test_an_added_unit_is_shown_whole(filled: Graph) -> None:
    shown = register.entry(filled, "skpd", "kecamatan-uji")
    assert shown == Entry(
        jenis="skpd",
        kode="kecamatan-uji",
        nama="Kecamatan Uji",
        isi={
            "nama": "Kecamatan Uji",
            "jenis": "kecamatan",
            "singkatan": "",
            "alias": ["Kec. Uji", "kec uji"],
            "kode_nasional": "",
            "pemda": "kabupaten-contoh",
        },
        diatur=("alias", "jenis", "nama", "pemda"),
        rujukan={"pemda": "Kabupaten Contoh"},
        dipakai={"jabatan": 1},
        versi_subjek=shown.versi_subjek,
    )


@pytest.mark.parametrize(
    ("jenis", "kode", "dipakai"),
    [
        ("pemda", "kabupaten-contoh", {"perangkat daerah": 1}),
        ("jabatan", "kecamatan-uji-kasi-pelayanan", {}),
        ("mitra", "polsek-uji", {}),
        ("jenjang", "kecamatan-4", {}),
        ("komponen", "kegiatan-koordinasi-ketentraman", {}),
    ],
)
def test_every_kind_is_listed_with_its_key_and_what_hangs_on_it(
    filled: Graph, jenis: str, kode: str, dipakai: dict[str, int]
) -> None:
    page = register.entries(filled, jenis)
    assert [(e.kode, e.dipakai) for e in page.entri] == [(kode, dipakai)]
    assert page.paging.total == 1


def test_a_list_is_ordered_paged_and_searched(graph: Graph) -> None:
    for name in ("Gamma", "Alfa", "Beta", "Delta"):
        register.add(graph, "mitra", {"nama": f"Desa {name}", "jenis": "desa"})
    second = register.entries(graph, "mitra", halaman=2, per_halaman=3)
    assert ([e.nama for e in second.entri], second.paging.total) == (["Desa Gamma"], 4)
    assert [e.nama for e in register.entries(graph, "mitra", cari="ALFA").entri] == ["Desa Alfa"]
    assert register.entries(graph, "mitra", cari="tidak ada").entri == ()


def test_levels_are_listed_top_first(graph: Graph) -> None:
    for urut, name in ((10, "paling bawah"), (2, "strategis"), (1, "strategis skpd")):
        register.add(graph, "jenjang", {"jenis_unit": "dinas", "urut": urut, "tingkat": name})
    assert [e.nama for e in register.entries(graph, "jenjang").entri] == ["strategis skpd", "strategis", "paling bawah"]


REFUSED: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("skpd", {}, {"nama": "Nama harus diisi.", "jenis": "Jenis harus diisi."}),
    ("skpd", {**OTHER, "nama": " \t "}, {"nama": "Nama harus diisi."}),
    ("skpd", {**OTHER, "nama": 7}, {"nama": "Nama harus berupa teks."}),
    ("skpd", {**OTHER, "nama": "x" * 301}, {"nama": "Nama paling panjang 300 huruf; ini 301."}),
    ("skpd", {**OTHER, "asing": "x"}, {"asing": "Isian ini tidak dikenal."}),
    (
        "skpd",
        {**OTHER, "singkatan": "btm1"},
        {"singkatan": "Singkatan terdiri dari 2 sampai 5 huruf besar tanpa spasi, misalnya BTM."},
    ),
    (
        "skpd",
        {**OTHER, "alias": ["KEC  UJI"], "pemda": "kabupaten-contoh"},
        {
            "alias": "KEC UJI sudah dipakai oleh Kecamatan Uji (kecamatan-uji). "
            "Satu nama hanya boleh menunjuk satu entri."
        },
    ),
    ("skpd", {**OTHER, "pemda": "kota-lain"}, {"pemda": "Pemerintah daerah 'kota-lain' tidak ada di register."}),
    ("skpd", {**OTHER, "alias": [f"n{i}" for i in range(51)]}, {"alias": "Paling banyak 50 baris; ini 51."}),
    ("skpd", {**OTHER, "alias": {"a": 1}}, {"alias": "Nama lain harus berupa daftar, satu nama per baris."}),
    (
        "skpd",
        {**OTHER, "nama": "Kecamatan -- Uji"},
        {
            "nama": "Kecamatan -- Uji sudah dipakai oleh Kecamatan Uji (kecamatan-uji). "
            "Satu nama hanya boleh menunjuk satu entri."
        },
    ),
    ("skpd", {**OTHER, "nama": "???"}, {"nama": "Harus berisi huruf atau angka."}),
    ("jabatan", {"nama": "Camat"}, {"skpd": "Perangkat daerah harus diisi."}),
    ("jabatan", {"nama": "Camat", "skpd": "entah"}, {"skpd": "Perangkat daerah 'entah' tidak ada di register."}),
    (
        "jabatan",
        {"nama": "kasi pelayanan", "skpd": "kecamatan-uji"},
        {
            "nama": "kasi pelayanan sudah dipakai oleh Kasi Pelayanan (kecamatan-uji-kasi-pelayanan). "
            "Satu nama hanya boleh menunjuk satu entri."
        },
    ),
    (
        "mitra",
        {"nama": "Koramil", "jenis": "tentara"},
        {"jenis": "'tentara' tidak dikenal. Pilih: polri, tni, instansi vertikal, pusat atau provinsi, desa, lainnya."},
    ),
    ("jenjang", {**JENJANG, "urut": "0"}, {"urut": "Urutan harus angka 1 sampai 12."}),
    ("jenjang", {**JENJANG, "urut": "dua"}, {"urut": "Urutan harus angka 1 sampai 12."}),
    (
        "jenjang",
        {**JENJANG, "urut": 5, "tingkat": "IMMEDIATE", "alias": ""},
        {
            "tingkat": "immediate sudah dipakai oleh taktikal immediate (kecamatan-4). "
            "Satu nama hanya boleh menunjuk satu entri."
        },
    ),
    (
        "jenjang",
        {**JENJANG, "tingkat": "lain", "alias": ""},
        {"tingkat": "Sudah ada entri dengan kode kecamatan-4. Ubah entri itu."},
    ),
    (
        "komponen",
        {"jenis": "program", "nama": "Program Uji", "kode_nasional": "7 01"},
        {"kode_nasional": "Kode nasional hanya berisi angka, huruf, titik, garis miring atau tanda hubung."},
    ),
]


@pytest.mark.parametrize(("jenis", "raw", "fields"), REFUSED)
def test_what_is_refused_says_why_field_by_field_and_changes_nothing(
    filled: Graph, jenis: str, raw: dict[str, Any], fields: dict[str, str]
) -> None:
    before = (filled.revision(), filled.content_hash())
    with pytest.raises(Invalid) as refused:
        register.add(filled, jenis, raw)
    assert refused.value.fields == fields
    assert (filled.revision(), filled.content_hash()) == before


def test_another_government_may_have_a_unit_of_the_same_name(filled: Graph) -> None:
    register.add(filled, "pemda", {"nama": "Kota Lain"})
    made = register.add(filled, "skpd", {**SKPD, "pemda": "kota-lain"})
    assert (made.kode, made.isi["nama"]) == ("kecamatan-uji-kota-lain", "Kecamatan Uji")


def test_an_unknown_kind_or_entry_is_not_found(graph: Graph) -> None:
    with pytest.raises(NotFound, match="Register tidak punya bagian 'pegawai'"):
        register.entries(graph, "pegawai")
    with pytest.raises(NotFound, match="Tidak ada mitra dengan kode 'x'"):
        register.entry(graph, "mitra", "x")


def test_a_renamed_unit_keeps_its_key_and_its_old_name(filled: Graph) -> None:
    before = register.entry(filled, "skpd", "kecamatan-uji")
    after = register.edit(
        filled, "skpd", "kecamatan-uji", {"nama": "Kecamatan Uji Baru", "singkatan": "UJB"}, before.versi_subjek
    )
    assert (after.kode, after.isi["alias"]) == ("kecamatan-uji", ["Kec. Uji", "kec uji", "Kecamatan Uji"])
    assert after.diatur == ("alias", "jenis", "nama", "pemda", "singkatan")
    assert after.versi_subjek != before.versi_subjek


def test_only_the_fields_that_a_person_changed_are_remembered(graph: Graph) -> None:
    graph.command("CREATE (:SKPD {kode: 'dinas-x', nama: 'Dinas X', jenis: 'dinas'})")
    found = register.entry(graph, "skpd", "dinas-x")
    assert found.diatur == ()
    edited = register.edit(graph, "skpd", "dinas-x", {"nama": "Dinas X", "singkatan": "DSX"}, found.versi_subjek)
    assert edited.diatur == ("singkatan",)


def test_a_preview_says_what_saving_does_and_writes_nothing(filled: Graph) -> None:
    before = (filled.revision(), filled.content_hash())
    change = register.preview(filled, "skpd", "kecamatan-uji", {"nama": "Kecamatan Baru", "pemda": "kabupaten-contoh"})
    assert change.beda == (
        Difference("nama", "Nama", "Kecamatan Uji", "Kecamatan Baru"),
        Difference("alias", "Nama lain", "Kec. Uji, kec uji", "Kec. Uji, kec uji, Kecamatan Uji"),
    )
    assert (filled.revision(), filled.content_hash()) == before


def test_saving_what_stands_there_already_is_no_write(filled: Graph) -> None:
    found = register.entry(filled, "skpd", "kecamatan-uji")
    revision = filled.revision()
    assert register.edit(filled, "skpd", "kecamatan-uji", found.isi, found.versi_subjek) == found
    assert filled.revision() == revision


def test_the_second_of_two_people_is_told_with_the_value_that_stands_now(filled: Graph) -> None:
    seen = register.entry(filled, "mitra", "polsek-uji")
    register.edit(filled, "mitra", "polsek-uji", {"nama": "Polsek Uji Kota"}, seen.versi_subjek)
    with pytest.raises(Conflict, match="Polsek Uji Kota sudah diubah orang lain") as refused:
        register.edit(filled, "mitra", "polsek-uji", {"nama": "Polsek Uji Timur"}, seen.versi_subjek)
    assert refused.value.current == "nama: Polsek Uji Kota; jenis: polri; alias: Polsek Uji"


def test_a_field_that_makes_the_key_cannot_be_changed(filled: Graph) -> None:
    found = register.entry(filled, "jenjang", "kecamatan-4")
    with pytest.raises(Invalid) as refused:
        register.edit(filled, "jenjang", "kecamatan-4", {"urut": 3}, found.versi_subjek)
    assert refused.value.fields == {"urut": "Urutan tidak dapat diubah; buat entri baru, lalu hapus yang ini."}


def test_an_unused_entry_is_removed_and_a_used_one_says_by_what_it_is_used(filled: Graph) -> None:
    unit = register.entry(filled, "skpd", "kecamatan-uji")
    with pytest.raises(Conflict, match="Kecamatan Uji tidak dihapus karena masih dipakai: 1 jabatan"):
        register.remove(filled, "skpd", "kecamatan-uji", unit.versi_subjek)
    position = register.entries(filled, "jabatan").entri[0]
    register.remove(filled, "jabatan", position.kode, position.versi_subjek)
    register.remove(filled, "skpd", "kecamatan-uji", unit.versi_subjek)
    assert register.entries(filled, "skpd").paging.total == 0


@pytest.mark.parametrize(
    ("ke", "says"),
    [
        ("kecamatan-uji-kasi-pelayanan", "dirinya sendiri"),
        ("dinas-uji-kasi-pelayanan", "perangkat daerah yang berbeda"),
    ],
)
def test_positions_that_are_not_one_are_not_merged(filled: Graph, ke: str, says: str) -> None:
    register.add(filled, "skpd", OTHER)
    register.add(filled, "jabatan", {**KASI, "skpd": "dinas-uji"})
    goes = register.entry(filled, "jabatan", "kecamatan-uji-kasi-pelayanan")
    with pytest.raises(Invalid, match=says):
        register.merge(filled, goes.kode, ke, goes.versi_subjek)


def test_every_write_is_counted_once(graph: Graph) -> None:
    made = register.add(graph, "mitra", MITRA)
    edited = register.edit(graph, "mitra", made.kode, {"nama": "Polsek Baru"}, made.versi_subjek)
    register.remove(graph, "mitra", made.kode, edited.versi_subjek)
    assert graph.revision() == 3


def test_a_closed_gate_holds_neomodel_too(graph: Graph) -> None:
    with closed(graph, "cadangan sedang dibuat"), pytest.raises(Paused, match="dijeda: cadangan sedang dibuat"):
        register.add(graph, "mitra", MITRA)
    assert register.entries(graph, "mitra").paging.total == 0


def test_reading_with_neomodel_cannot_write(graph: Graph) -> None:
    from service.register.entities import Mitra
    from service.register.lending import reading

    with pytest.raises(Exception, match="read access mode"):
        reading(graph, lambda tx: Mitra(kode="x", nama="x", jenis="desa").save())
    assert register.entries(graph, "mitra").paging.total == 0


def test_threads_write_side_by_side_and_each_write_counts(graph: Graph) -> None:
    def add(i: int) -> str:
        return register.add(graph, "mitra", {"nama": f"Desa {i:02}", "jenis": "desa"}).kode

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(add, range(24)))
    assert sorted(made) == [f"desa-{i:02}" for i in range(24)]
    assert (register.entries(graph, "mitra").paging.total, graph.revision()) == (24, 24)


def test_the_driver_stays_ours_after_an_error(graph: Graph) -> None:
    with pytest.raises(KinerjaError):
        register.entry(graph, "mitra", "tidak-ada")
    assert db._active_transaction is None
    assert graph.revision() == 0
