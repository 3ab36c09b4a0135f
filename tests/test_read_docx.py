"""What Word puts into a document, and the rows that come of it."""

from __future__ import annotations

import pytest

from service.ingest.read import read
from service.model import RawRow
from tests.office_xml import WORD_NS, changed, empty_docx, paragraph, part_of, word

LONG = "Meningkatnya kualitas pelayanan dasar"
OTHER = "Terlaksananya pelayanan keliling desa"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


SPAN = '<w:gridSpan w:val="2"/>'
START = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"
BOX = f"<w:txbxContent>{paragraph('dalam kotak')}</w:txbxContent>"
SHAPE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TWO = table(row(cell("a"), cell("b")))

CASES: dict[str, tuple[str, list[RawRow]]] = {
    "inserted text is kept and deleted text is not": (
        "<w:p><w:r><w:t>Meningkatnya </w:t></w:r><w:ins><w:r><w:t>mutu</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>kualitas</w:delText></w:r></w:del></w:p>",
        [RawRow("paragraf 1", ("Meningkatnya mutu",))],
    ),
    "a deleted row is left out": (
        table(row(cell("a"), cell("b")), row(cell("x"), cell("y"), properties="<w:del/>"), row(cell("c"), cell("d"))),
        [RawRow("tabel 1 baris 1", ("a", "b"), 1), RawRow("tabel 1 baris 3", ("c", "d"), 1)],
    ),
    "links, fields and content controls are read through": (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>" + TWO + "</w:sdtContent></w:sdt>",
        [RawRow("paragraf 1", ("tautan",)), RawRow("tabel 1 baris 1", ("a", "b"), 1)],
    ),
    "a text box follows its paragraph, once": (
        f'<w:p><w:r><w:t>judul</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{SHAPE}">'
        f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        [RawRow("paragraf 1", ("judul",)), RawRow("paragraf 1, kotak teks", ("dalam kotak",))],
    ),
    "a line break in a cell stays, a tab there is a space": (
        table(
            row(
                "<w:tc><w:p><w:r><w:t>satu</w:t><w:br/><w:t>dua</w:t><w:tab/><w:t>tiga</w:t></w:r></w:p>"
                + paragraph("empat")
                + "</w:tc>",
                cell("b"),
            )
        ),
        [RawRow("tabel 1 baris 1", ("satu\ndua tiga\nempat", "b"), 1)],
    ),
    "a line break in running text makes two lines": (
        "<w:p><w:r><w:t>DINAS</w:t><w:br/><w:t>KABUPATEN</w:t></w:r></w:p><w:p/>",
        [RawRow("paragraf 1", ("DINAS",)), RawRow("paragraf 1", ("KABUPATEN",)), RawRow("paragraf 2", ("",))],
    ),
    "a cell over two columns stands in the first": (
        table(row(cell("a", SPAN), cell("c")), row(cell("1"), cell("2"), cell("3"))),
        [RawRow("tabel 1 baris 1", ("a", "", "c"), 1), RawRow("tabel 1 baris 2", ("1", "2", "3"), 1)],
    ),
    "columns that every row merges are one": (
        table(row(cell("a", SPAN), cell("c")), row(cell("1", SPAN), cell("3"))),
        [RawRow("tabel 1 baris 1", ("a", "c"), 1), RawRow("tabel 1 baris 2", ("1", "3"), 1)],
    ),
    "a row that starts later keeps its columns": (
        table(
            row(cell("a"), cell("b"), cell("c")),
            row(cell("2"), cell("3"), properties='<w:gridBefore w:val="1"/>'),
        ),
        [RawRow("tabel 1 baris 1", ("a", "b", "c"), 1), RawRow("tabel 1 baris 2", ("", "2", "3"), 1)],
    ),
    "a statement merged over its indicators is empty below": (
        table(
            row(cell("1", START), cell(LONG, START), cell("indikator a"), cell("operasional", START)),
            row(cell("", GOES_ON), cell("", GOES_ON), cell("indikator b"), cell("", GOES_ON)),
        ),
        [
            RawRow("tabel 1 baris 1", ("1", LONG, "indikator a", "operasional"), 1),
            RawRow("tabel 1 baris 2", ("", "", "indikator b", ""), 1),
        ],
    ),
    "a level merged over several statements is repeated": (
        table(
            row(cell(LONG), cell("kondisi antara", START)),
            row(cell(OTHER), cell("", GOES_ON)),
        ),
        [
            RawRow("tabel 1 baris 1", (LONG, "kondisi antara"), 1),
            RawRow("tabel 1 baris 2", (OTHER, "kondisi antara"), 1),
        ],
    ),
    "a title over the whole width parts a table in two": (
        table(row(cell("a"), cell("b")), row(cell("Tahap 5", SPAN)), row(cell("c"), cell("d"))),
        [
            RawRow("tabel 1 baris 1", ("a", "b"), 1),
            RawRow("tabel 1 baris 2", ("Tahap 5",)),
            RawRow("tabel 1 baris 3", ("c", "d"), 2),
        ],
    ),
    "a table inside a frame is a table of its own": (
        table(f"<w:tr><w:tc>{paragraph('Tahap 4')}{TWO}</w:tc></w:tr>"),
        [RawRow("tabel 1 baris 1", ("Tahap 4",)), RawRow("tabel 2 baris 1", ("a", "b"), 1)],
    ),
    "a table inside a cell follows its table": (
        table(row(cell("kiri"), f"<w:tc>{paragraph('kanan')}{TWO}</w:tc>")),
        [RawRow("tabel 1 baris 1", ("kiri", "kanan"), 1), RawRow("tabel 2 baris 1", ("a", "b"), 2)],
    ),
    "lines typed with tabs are one table": (
        "<w:p><w:r><w:t>Kinerja</w:t><w:tab/><w:t>Indikator</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>" + TWO,
        [
            RawRow("paragraf 1", ("Kinerja", "Indikator"), 1),
            RawRow("paragraf 2", ("a", "b"), 1),
            RawRow("tabel 1 baris 1", ("a", "b"), 2),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_in_word(case: str) -> None:
    body, rows = CASES[case]
    assert read(word(body), "a.docx") == rows


def test_the_strict_form_reads_the_same() -> None:
    usual = word(paragraph("isi") + TWO)
    main = part_of(usual, "word/document.xml").replace(
        WORD_NS.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    links = part_of(usual, "_rels/.rels").replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    data = changed(usual, {"word/document.xml": main, "_rels/.rels": links})
    assert [row.sel for row in read(data, "a.docx")] == [("isi",), ("a", "b")]


def test_the_header_comes_first_and_the_footer_last_without_page_numbers() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = part_of(empty_docx(), "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        f'<Relationship Id="r91" Type="{kind}header" Target="header9.xml"/>'
        f'<Relationship Id="r92" Type="{kind}footer" Target="footer9.xml"/></Relationships>'.encode(),
    )
    header = f'<w:hdr xmlns:w="{WORD_NS}">{paragraph("KECAMATAN MAJU")}{paragraph("KECAMATAN MAJU")}</w:hdr>'
    footer = f'<w:ftr xmlns:w="{WORD_NS}">{paragraph("12")}{paragraph("rahasia")}</w:ftr>'
    parts = {
        "word/_rels/document.xml.rels": links,
        "word/header9.xml": header.encode(),
        "word/footer9.xml": footer.encode(),
    }
    assert read(changed(word(paragraph("isi")), parts), "a.docx") == [
        RawRow("kepala halaman", ("KECAMATAN MAJU",)),
        RawRow("paragraf 1", ("isi",)),
        RawRow("kaki halaman", ("rahasia",)),
    ]


def test_automatic_numbers_are_read_as_they_are_printed() -> None:
    def level(depth: int, kind: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        )

    def numbered(text: str, number: int, depth: int = 0) -> str:
        mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    stages = level(0, "decimal", "Tahap %1") + level(1, "lowerLetter", "%2.") + level(2, "upperRoman", "%1.%3)")
    numbering = (
        f'<w:numbering xmlns:w="{WORD_NS}"><w:abstractNum w:abstractNumId="7">{stages}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="8">{level(0, "bullet", "x")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
    )
    body = (
        numbered("menentukan outcome", 1)
        + numbered("mandat", 1, 1)
        + numbered("ekspektasi", 1, 1)
        + numbered("dalam", 1, 2)
        + numbered("", 1)
        + numbered("menentukan CSF", 1)
        + numbered("isu", 1, 1)
        + numbered("trik", 2)
        + numbered("biasa", 0)
        + table(row(f"<w:tc>{numbered('', 2)}</w:tc>", cell("x")))
    )
    rows = read(changed(word(body), {"word/numbering.xml": numbering.encode()}), "a.docx")
    assert [row.sel for row in rows] == [
        ("Tahap 1 menentukan outcome",),
        ("a. mandat",),
        ("b. ekspektasi",),
        ("1.I) dalam",),
        ("",),
        ("Tahap 2 menentukan CSF",),
        ("a. isu",),
        ("- trik",),
        ("biasa",),
        ("-", "x"),
    ]


def test_a_bomb_among_the_embedded_files_stays_shut() -> None:
    bomb = b"PK\x03\x04" + b"\0" * 1_000_000
    data = changed(word(paragraph("isi")), {"word/embeddings/oleObject1.zip": bomb})
    assert read(data, "a.docx") == [RawRow("paragraf 1", ("isi",))]
