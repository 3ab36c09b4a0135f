"""A small cascading document in text, from rows: enough to ask one question of the reader or the fold."""

from __future__ import annotations

from collections.abc import Sequence

HEAD = "KANTOR CAMAT ANGAN KABUPATEN REKAAN\nCASCADING KEC. ANGAN TAHUN 2024\n"
TOP = (
    ("1", "Meningkatnya Kepuasan Warga", "Indeks kepuasan", "strategis skpd", "tujuan skpd", ""),
    ("2", "Meningkatnya Mutu Loket", "Nilai mutu", "strategis", "sasaran skpd", "camat"),
)
LOWER = (
    ("3", "Meningkatnya Tata Kelola", "Persentase tertib", "taktikal intermediate", "sasaran program", "kasi"),
    ("3", "Terkoordinasinya Layanan", "Jumlah rapat", "taktikal immediate", "sasaran kegiatan", "kasi/jafung"),
    ("3", "Tersusunnya Laporan", "Jumlah laporan", "operasional", "sasaran sub kegiatan", "staf"),
    ("3", "Terlatihnya Petugas", "Jumlah petugas", "operasional", "sasaran sub kegiatan", "staf"),
)
CONDITIONS = {
    "taktikal intermediate": "kondisi antara utama",
    "taktikal immediate": "kondisi antara",
    "operasional": "kondisi operasional",
}
Rows = Sequence[tuple[str, str, str, str, str, str]]


def small(
    rows: Rows = (*TOP, *LOWER),
    stages: Sequence[int] = (1, 2, 3, 4, 5),
    t3: dict[str, str] | None = None,
    t4: dict[str, str] | None = None,
    t5: dict[str, str] | None = None,
    planning: dict[str, str] | None = None,
) -> str:
    """The document; `t3`, `t4`, `t5`, `planning` replace what a stage says of a statement ("" : nothing)."""
    parts = {
        1: ["Tahap 1", *(f"Tahap 1 menentukan outcome kecamatan\t{r[1]}" for r in rows if r[0] == "1")],
        2: ["Tahap 2", "\tCSF Layanan\tKondisi", *(f"1\tLayanan lambat\t{r[1]}" for r in rows if r[0] == "2")],
        3: ["Tahap 3", "CSF\tKondisi\tKeterangan", *_third(rows, t3 or {})],
        4: ["Tahap 4", "Rujukan\tKinerja\tIndikator\tKeterangan", *_fourth(rows, t4 or {})],
        5: ["Tahap 5", "Rujukan\tKinerja\tIndikator\t\tKeterangan", *_fifth(rows, t5 or {}, planning or {})],
    }
    return HEAD + "\n".join("\n".join([*parts[stage], ""]) for stage in stages)


def _third(rows: Rows, other: dict[str, str]) -> list[str]:
    factor = next((r[1] for r in rows if r[0] == "2"), "")
    lower = [r for r in rows if r[0] == "3"]
    return [
        f"{factor if n == 0 else ''}\t{r[1]}\t{other.get(r[1], CONDITIONS.get(r[3], r[3]))}"
        for n, r in enumerate(lower)
    ]


def _fourth(rows: Rows, other: dict[str, str]) -> list[str]:
    return [f"Tahap {r[0]}\t{r[1]}\t{r[2]}\t{_level(other.get(r[1], r[3]))}" for r in rows]


def _fifth(rows: Rows, other: dict[str, str], planning: dict[str, str]) -> list[str]:
    return [
        f"Tahap {r[0]}\t{r[1]}\t{r[2]}\t{_level(other.get(r[1], r[3]))}\t"
        + planning.get(r[1], f"{r[4]} pk {r[5]}" if r[5] else r[4])
        for r in rows
    ]


def _level(level: str) -> str:
    return f"kinerja {level}" if level else ""
