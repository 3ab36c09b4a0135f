"""Which kinerja supports which: from the order of stage 3, else of stage 4, else of stage 5, or as written."""

from __future__ import annotations

from tests.answers import folded, tree
from tests.small import LOWER, TOP, Rows, small

PLAIN = {
    ("Meningkatnya Mutu Loket", "Meningkatnya Kepuasan Warga"),
    ("Meningkatnya Tata Kelola", "Meningkatnya Mutu Loket"),
    ("Terkoordinasinya Layanan", "Meningkatnya Tata Kelola"),
    ("Tersusunnya Laporan", "Terkoordinasinya Layanan"),
    ("Terlatihnya Petugas", "Terkoordinasinya Layanan"),
}


def test_it_works() -> None:
    cascade = folded(small())
    assert tree(cascade) == PLAIN
    assert {edge.asal for edge in cascade.edges} == {"urutan"}
    assert [k.kedalaman for k in cascade.kinerja] == [0, 1, 2, 3, 4, 4]


def test_any_stage_that_is_left_gives_the_same_tree() -> None:
    for stages in ((1, 2, 3), (4,), (5,), (1, 4), (2, 5), (1, 2, 4, 5), (3, 4), (3, 5)):
        found = tree(folded(small(stages=stages)))
        assert found == (
            PLAIN if stages != (3,) else PLAIN - {("Meningkatnya Mutu Loket", "Meningkatnya Kepuasan Warga")}
        ), stages


def test_parents_follow_the_proposed_level_not_the_label_of_stage_3() -> None:
    text = small(t3={"Tersusunnya Laporan": "kondisi antara"})
    assert tree(folded(text)) == PLAIN


def test_a_skipped_level_hangs_under_the_nearest_above_and_is_told() -> None:
    rows: Rows = (*TOP, LOWER[0], LOWER[2], LOWER[3])
    cascade = folded(small(rows))
    assert ("Tersusunnya Laporan", "Meningkatnya Tata Kelola") in tree(cascade)
    assert [i.kode for i in cascade.issues] == []
    cascade = folded(small((*rows, *((r[0], f"{r[1]} Desa", *r[2:]) for r in LOWER))))
    assert [(i.kode, i.pesan) for i in cascade.issues][:1] == [
        ("STR06", '"Tersusunnya Laporan" langsung mendukung "Meningkatnya Tata Kelola", melewati 1 tingkat.')
    ]


def test_a_kinerja_that_no_order_places_gets_an_issue_and_no_parent() -> None:
    text = small(t3={}).replace("\tTerlatihnya Petugas\tkondisi operasional\n", "")
    text = text.replace(
        "\tTersusunnya Laporan\t", "\tTerkoordinasinya Desa\tkondisi antara\n\tTersusunnya Laporan\t", 1
    )
    text += "Tahap 3\tTerkoordinasinya Desa\tJumlah desa\tkinerja taktikal immediate\tsasaran kegiatan pk kasi\n"
    cascade = folded(text)
    assert "Terlatihnya Petugas" not in {cause for cause, _ in tree(cascade)}
    assert [i.pesan for i in cascade.issues if i.kode == "STR01"] == [
        'Induk "Terlatihnya Petugas" tidak dapat disimpulkan: urutan barisnya tidak menunjukkan satu induk.'
    ]


def test_each_csf_has_its_own_conditions() -> None:
    second: Rows = (("2", "Meningkatnya Kemandirian Desa", "Indeks desa", "strategis", "sasaran skpd", "camat"),)
    text = small((*TOP, *second, *LOWER))
    text = text.replace(
        "\tTerlatihnya Petugas\tkondisi", "Meningkatnya Kemandirian Desa\tTerlatihnya Petugas\tkondisi", 1
    )
    found = tree(folded(text))
    assert ("Terlatihnya Petugas", "Meningkatnya Kemandirian Desa") in found
    assert ("Meningkatnya Kemandirian Desa", "Meningkatnya Kepuasan Warga") in found
    assert ("Meningkatnya Tata Kelola", "Meningkatnya Mutu Loket") in found


WRITTEN = """INSPEKTORAT KABUPATEN REKAAN
CASCADING TAHUN 2024
Tahap 4
Kode\tKinerja\tIndikator Kinerja\tInduk\tKeterangan
K1\tMeningkatnya Integritas\tNilai integritas\t{}\tkinerja strategis
K2\tTerlaksananya Audit\tJumlah audit\tK1\tkinerja taktikal
K3\tTersusunnya Laporan Audit\tJumlah laporan\tK1\tkinerja operasional
"""


def test_a_parent_that_the_row_names_wins_over_the_order() -> None:
    cascade = folded(WRITTEN.format(""))
    assert tree(cascade) == {
        ("Terlaksananya Audit", "Meningkatnya Integritas"),
        ("Tersusunnya Laporan Audit", "Meningkatnya Integritas"),
    }
    assert {edge.asal for edge in cascade.edges} == {"tersurat"}


def test_a_circle_is_an_error() -> None:
    errors = [i for i in folded(WRITTEN.format("K3")).issues if i.keparahan == "error"]
    assert [i.kode for i in errors] == ["STR02"]


def test_repeated_statements_are_two_kinerja_and_the_nth_row_is_the_nth_of_them() -> None:
    again = (LOWER[0][0], f"{LOWER[0][1]} Desa", *LOWER[0][2:])
    rows = (*TOP, *LOWER[:3], again, LOWER[1], ("3", "Tersusunnya Laporan", "Jumlah laporan desa", *LOWER[2][3:]))
    cascade = folded(small(rows))
    found = [k for k in cascade.kinerja if k.uraian == "Tersusunnya Laporan"]
    measured = [[i.nama for i in cascade.indikator if k.id in i.kinerja] for k in found]
    assert measured == [["Jumlah laporan"], ["Jumlah laporan desa"]]
    assert (len(cascade.kinerja), len(cascade.edges)) == (8, 7)
