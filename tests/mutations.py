"""Ways in which documents of the genre differ, each a function that changes `Pages` in place."""

from __future__ import annotations

import random

from tests.variants import Mutation, Pages


def shuffled_4(p: Pages, r: random.Random) -> None:
    r.shuffle(p.rows[4])


def shuffled_5(p: Pages, r: random.Random) -> None:
    r.shuffle(p.rows[5])


def other_heads(p: Pages, r: random.Random) -> None:
    p.heads[2] = ["No.", "Faktor Kunci Keberhasilan", "Isu Strategis", "Kondisi"]
    p.heads[3] = ["CSF", "Uraian Kondisi", "Tingkat"]
    p.heads[4] = ["Tahap", "Sasaran", "IKU", "Level"]
    p.heads[5] = ["Ref.", "Uraian Kinerja", "Ukuran Kinerja", "Jenjang", "Komponen Perencanaan"]


def heads_in_words_of_their_own(p: Pages, r: random.Random) -> None:
    p.heads[3] = ["Hulu", "Butir", "Kelas"]
    p.heads[4] = ["Hulu", "Butir", "Alat Takar", "Kelas"]
    p.heads[5] = ["Hulu", "Butir", "Alat Takar", "Kelas", "Wadah"]


def level_printed_twice(p: Pages, r: random.Random) -> None:
    p.heads[4] = [*p.heads[4], "Level"]
    p.rows[4] = [[*row, row[3].removeprefix("kinerja ").title()] for row in p.data(4)]


def definition_beside_the_indicator(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        p.heads[stage] = [*p.heads[stage][:3], "Definisi Operasional", "Cara Mengukur", *p.heads[stage][3:]]
        p.rows[stage] = [
            [*row[:3], "Persentase dari jumlah seluruhnya", "Jumlah dibagi seluruhnya", *row[3:]]
            for row in p.data(stage)
        ]


def no_heads(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        p.heads[stage] = []


def label_first(p: Pages, r: random.Random) -> None:
    for stage, order in ((4, [3, 0, 1, 2]), (5, [3, 4, 1, 2, 0]), (3, [0, 2, 1])):
        p.heads[stage] = [p.heads[stage][i] for i in order]
        p.rows[stage] = [[row[i] for i in order] for row in p.data(stage)]
    p.heads[5] = ["Level", "Komponen dan Jabatan", "Kinerja", "Indikator", "Rujukan"]


def indicator_before_statement(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        p.heads[stage] = [p.heads[stage][i] for i in [0, 2, 1, *range(3, len(p.heads[stage]))]]
        p.rows[stage] = [[row[0], row[2], row[1], *row[3:]] for row in p.data(stage)]


def numbered_rows(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        p.heads[stage] = ["No", *p.heads[stage]]
        p.rows[stage] = [[str(n), *row] for n, row in enumerate(p.data(stage), 1)]


def columns_counted(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        p.rows[stage].insert(0, [f"({n})" for n in range(1, len(p.heads[stage]) + 1)])


def owners_apart(p: Pages, r: random.Random) -> None:
    p.heads[5] = ["Rujukan", "Kinerja", "Indikator", "Level", "Komponen", "Penanggung Jawab"]
    p.rows[5] = [[*row[:4], row[4].split(" pk ")[0], *(row[4].split(" pk ")[1:] or [""])] for row in p.data(5)]


def owners_apart_with_pk(p: Pages, r: random.Random) -> None:
    p.heads[5] = ["Rujukan Tahapan", "Kinerja", "Indikator Kinerja", "", "Keterangan"]
    p.rows[5] = [
        [*row[:4], row[4].split(" pk ")[0], *(f"pk {x}" for x in row[4].split(" pk ")[1:])] for row in p.data(5)
    ]
    p.rows[5] = [row + [""] * (6 - len(row)) for row in p.data(5)]


def everything_in_one_cell(p: Pages, r: random.Random) -> None:
    p.heads[5] = [*p.heads[5][:3], "Keterangan"]
    p.rows[5] = [[*row[:3], f"{row[3]} {row[4]}"] for row in p.data(5)]


def spilled_label(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        words = row[3].split()
        if len(words) == 3 and r.random() < 0.6:
            row[3], row[4] = f"{words[0]} {words[2]}", f"{words[1]} {row[4]}"


def spilled_label_straight(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        words = row[3].split()
        if len(words) == 3 and r.random() < 0.6:
            row[3], row[4] = " ".join(words[:2]), f"{words[2]} {row[4]}"


def page_breaks(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        p.rows[stage].insert(len(p.rows[stage]) // 2, "")


def page_breaks_with_heads(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        at = len(p.rows[stage]) // 2
        p.rows[stage][at:at] = ["", list(p.heads[stage])]


def page_footers(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        at = len(p.rows[stage]) // 3
        p.rows[stage][at:at] = ["", "Halaman 3 dari 9", "Dokumen ini dicetak dari aplikasi perencanaan.", ""]


def columns_split_after_break(p: Pages, r: random.Random) -> None:
    at = len(p.rows[5]) // 2
    for n, row in enumerate(p.data(5)):
        if n >= at:
            component, _, owner = row[4].partition(" pk ")
            row[4:] = [component, f"pk {owner}" if owner else ""]
    p.rows[5].insert(at, " ")


def reference_column_lost_after_break(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        at = len(p.rows[stage]) // 2
        for n, row in enumerate(p.data(stage)):
            if n >= at:
                del row[0]
        p.rows[stage].insert(at, "")


def empty_column_after_break(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        at = len(p.rows[stage]) // 2
        for n, row in enumerate(p.data(stage)):
            if n >= at:
                row.insert(2, "")
        p.rows[stage].insert(at, "")


def rows_cut(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        for at in sorted(r.sample(range(2, len(p.rows[stage])), 2), reverse=True):
            row = p.rows[stage][at]
            assert isinstance(row, list)
            rest = [""] * len(row)
            for column in (1, 2) if len(row[1].split()) > 4 else ():
                words = row[column].split()
                if len(words) > 4:
                    row[column], rest[column] = " ".join(words[:-2]), " ".join(words[-2:])
            if rest[1]:
                p.rows[stage].insert(at + 1, rest)
                if r.random() < 0.5:
                    p.rows[stage].insert(at + 1, "")


def cells_broken_over_lines(p: Pages, r: random.Random) -> None:
    """A text export that prints the line break inside a cell: the row goes on in the next line, from that cell on."""
    for stage in (4, 5):
        rows: list[list[str] | str] = []
        for n, row in enumerate(p.data(stage)):
            words = row[1].split()
            if n % 4 == 2 and len(words) > 4:
                rows += [[row[0], " ".join(words[:3])], [" ".join(words[3:]), *row[2:]]]
            else:
                rows.append(row)
        p.rows[stage] = rows


def words_broken_at_line_ends(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        row[1] = row[1].replace("eningkatnya", "ening- katnya", 1).replace("Terlatihnya", "Terla-\ntihnya", 1)


def factors_by_name(p: Pages, r: random.Random) -> None:
    """Stage 3 names the CSF, not the condition that it became."""
    names = {row[3]: row[1] for row in p.data(2)}
    for row in p.data(3):
        row[0] = names.get(row[0], row[0])


def bare_references(p: Pages, r: random.Random) -> None:
    """Rows that hold a reference and nothing else."""
    for stage in (4, 5):
        p.rows[stage].insert(3, ["Tahap 2", *[""] * (len(p.data(stage)[0]) - 1)])


def conditions_cut(p: Pages, r: random.Random) -> None:
    for at in sorted(r.sample(range(1, len(p.rows[3])), 2), reverse=True):
        row = p.rows[3][at]
        assert isinstance(row, list)
        words = row[1].split()
        if len(words) > 3:
            row[1] = " ".join(words[:-2])
            p.rows[3].insert(at + 1, ["", " ".join(words[-2:]), ""])


def typos(p: Pages, r: random.Random) -> None:
    """One letter doubled, dropped or swapped in a long word of some statements of one later stage."""
    for stage in (4, 5):
        rows = p.data(stage)
        for row in r.sample(rows[2:], max(1, len(rows) // 5)):
            if stage == 5 and any(row[1] != other[1] and _same(row[1], other[1]) for other in p.data(4)):
                continue
            row[1] = typo(row[1], r)


def typo(text: str, r: random.Random) -> str:
    words = text.split()
    at = r.choice([n for n, word in enumerate(words) if len(word) >= 8 and word.isalpha()])
    word = words[at]
    i = r.randrange(2, len(word) - 2)
    how = r.randrange(3)
    words[at] = (
        word[:i] + word[i] + word[i:]
        if how == 0
        else (word[:i] + word[i + 1 :] if how == 1 else word[:i] + word[i + 1] + word[i] + word[i + 2 :])
    )
    return " ".join(words)


def _same(one: str, other: str) -> bool:
    return sorted(one)[:5] == sorted(other)[:5] and one[:4] == other[:4]


def cut_off_indicators(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        words = row[2].split()
        if len(words) > 6 and ";" not in row[2] and r.random() < 0.4:
            row[2] = " ".join(words[:-1])


def cut_off_statements(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        words = row[1].split()
        others = [other[1] for other in p.data(4) if other[1] != row[1]]
        short = " ".join(words[:-1])
        if len(words) > 5 and r.random() < 0.4 and not any(other.startswith(short) for other in others):
            row[1] = short


def levels_rotated_in_5(p: Pages, r: random.Random) -> None:
    ladder = p.truth.t4
    for row in p.data(5):
        if r.random() < 0.5:
            wrong = r.choice([level for level in ladder if level != row[3]])
            row[3] = wrong
            p.berbeda.add(row[1])


def one_level_wrong_in_4(p: Pages, r: random.Random) -> None:
    """Stage 3 and the component outvote it."""
    in_3 = {row[1] for row in p.data(3)}
    rows = [row for row in p.data(4) if row[1] in in_3]
    counts = {level: sum(1 for row in rows if row[3] == level) for level in p.truth.t4}
    row = r.choice([row for row in rows if counts[row[3]] >= 3])
    row[3] = r.choice([level for level in p.truth.t4 if level != row[3]])
    p.berbeda.add(row[1])


def one_level_wrong_in_3(p: Pages, r: random.Random) -> None:
    labels = [row[2] for row in p.data(3)]
    rows = [row for row in p.data(3)[1:] if labels.count(row[2]) >= 3]
    if len(set(labels)) < 2 or not rows:
        return
    row = r.choice(rows)
    row[2] = r.choice([label for label in set(labels) if label != row[2]])
    p.berbeda.add(row[1])


def indicators_by_line(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        for row in p.data(stage):
            row[2] = row[2].replace("; ", "\n")


def indicators_counted(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        for row in p.data(stage):
            parts = row[2].split("; ")
            if len(parts) > 1:
                row[2] = " ".join(f"{n}. {part}" for n, part in enumerate(parts, 1))


def indicators_in_rows_below(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        rows: list[list[str] | str] = []
        for row in p.data(stage):
            first, *more = row[2].split("; ")
            rows.append([*row[:2], first, *row[3:]])
            rows += [["", "", other, *[""] * (len(row) - 3)] for other in more]
        p.rows[stage] = rows


def statement_repeated_beside_each_indicator(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        p.rows[stage] = [[*row[:2], part, *row[3:]] for row in p.data(stage) for part in row[2].split("; ")]


def in_capitals(p: Pages, r: random.Random) -> None:
    for stage in (5,):
        for row in p.data(stage):
            row[:] = [cell.upper() for cell in row]
    for node in p.truth.nodes:
        node.jabatan = [name.upper() for name in node.jabatan]
        node.komponen = node.komponen.upper()


def crosscutting_placeholder(p: Pages, r: random.Random) -> None:
    p.rows[5].append(["Tahap 2", "", "", "", "CROSSCUTTING", ""])
    p.tail = ["POHON KINERJA", "", "Crosscutting", ""]


def crosscutting_remark(p: Pages, r: random.Random) -> None:
    p.rows[5].insert(3, ["Tahap 3", "Crosscutting dengan Dinas Sebelah", "", "", ""])


def levels_numbered(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        for row in p.data(stage):
            row[3] = f"{p.truth.t4.index(row[3]) + 1}. {row[3]}"


def levels_in_rows_of_their_own(p: Pages, r: random.Random) -> None:
    p.heads[4] = ["Kinerja", "Indikator Kinerja"]
    of_level = {label: [row[1:3] for row in p.data(4) if row[3] == label] for label in p.truth.t4}
    p.rows[4] = [row for label, rows in of_level.items() for row in ([label.upper(), ""], *rows)]


def a_column_for_each_level_in_3(p: Pages, r: random.Random) -> None:
    labels = list(dict.fromkeys(row[2] for row in p.data(3)))
    labels.sort(key=p.truth.t3.index)
    if len(labels) < 2:
        return
    drawn: list[list[str]] = []
    for factor, statement, label in p.data(3):
        column = labels.index(label) + 1
        if factor or not drawn or any(drawn[-1][column:]):
            drawn.append([factor, *("" for _ in labels)])
        drawn[-1][column] = statement
    p.heads[3], p.rows[3] = ["CSF", *labels], list(drawn)


def owners_counted(p: Pages, r: random.Random) -> None:
    owners_apart(p, r)
    for row in p.data(5):
        owners = row[5].split("/")
        row[5] = " ".join(f"{n}. {owner}" for n, owner in enumerate(owners, 1)) if len(owners) > 1 else row[5]


def owners_after_oleh(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        row[4] = row[4].replace(" pk ", " oleh ")


def indicators_dashed(p: Pages, r: random.Random) -> None:
    for row in p.data(5):
        row[2] = f"- {row[2]}".replace("; ", "\n- ") if "; " in row[2] else row[2]


def extra_columns(p: Pages, r: random.Random) -> None:
    for stage in (4, 5):
        p.heads[stage] = [*p.heads[stage][:3], "Satuan", "Target", *p.heads[stage][3:]]
        p.rows[stage] = [[*row[:3], "persen", "85", *row[3:]] for row in p.data(stage)]


def factor_on_every_row(p: Pages, r: random.Random) -> None:
    csf = ""
    for row in p.data(3):
        csf = row[0] or csf
        row[0] = csf


def spaces_lost_and_doubled(p: Pages, r: random.Random) -> None:
    for row in p.data(4):
        row[1] = row[1].replace(" ", "  ", 2)
    for row in p.data(5):
        words = row[1].split()
        if len(words) > 4:
            row[1] = " ".join([*words[:2], words[2] + words[3], *words[4:]])


def plain_labels(p: Pages, r: random.Random) -> None:
    for stage in (3, 4, 5):
        for row in p.data(stage):
            column = {3: 2, 4: 3, 5: 3}[stage]
            row[column] = row[column].removeprefix("kinerja ").removeprefix("kondisi ").title()


def roman_headings(p: Pages, r: random.Random) -> None:
    p.headings = {n: f"TAHAP {roman}" for n, roman in zip(p.headings, ("I", "II", "III", "IV", "V"), strict=True)}


def headings_in_words(p: Pages, r: random.Random) -> None:
    p.headings = {
        1: "Menentukan Outcome",
        2: "Identifikasi CSF",
        3: "Menguraikan CSF ke Kondisi Antara",
        4: "Merumuskan Indikator Kinerja",
        5: "Menerjemahkan Pohon Kinerja ke Komponen Perencanaan",
    }


def steps_for_headings(p: Pages, r: random.Random) -> None:
    p.headings = {n: f"LANGKAH KE-{n}" for n in p.headings}


def no_headings(p: Pages, r: random.Random) -> None:
    p.headings = dict.fromkeys(p.headings, "")
    p.rows[1] = [["Outcome", row[1]] for row in p.data(1)]


def no_texts(p: Pages, r: random.Random) -> None:
    p.texts = {n: [] for n in p.texts}


def noise(p: Pages, r: random.Random) -> None:
    for stage in p.texts:
        p.texts[stage] = [
            "Catatan: dokumen ini belum ditandatangani.",
            *p.texts[stage],
            "Sumber: hasil rapat tim perumus.",
        ]
    p.judul = [
        "LAMPIRAN KEPUTUSAN NOMOR 12 TAHUN 2019",
        *p.judul,
        "Disusun berdasarkan PermenPANRB Nomor 89 Tahun 2021",
    ]
    p.tail = ["Mengetahui,", "Pembina Tingkat I"]


def without(*stages: int) -> Mutation:
    def missing(p: Pages, r: random.Random) -> None:
        p.order = [stage for stage in p.order if stage not in stages]

    missing.__name__ = "without_" + "_".join(map(str, stages))
    return missing
