"""The page of an exported document: landscape, small type, and a foot that numbers itself.

In: a python-docx document and the line at the foot of every page. Out: the same document, set up.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from service.lembar.wordtable import MARGIN, PAGE, clean


def landscape(document: Document, below: str) -> None:
    """Landscape A4 with narrow margins; `below` at the foot of every page."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(9)
    normal.paragraph_format.space_after = Pt(3)
    line = section.footer.paragraphs[0]
    line.add_run(clean(below) + " · halaman ").font.size = Pt(8)
    _number(line, "PAGE")
    line.add_run(" dari ").font.size = Pt(8)
    _number(line, "NUMPAGES")


def _number(line: Paragraph, field: str) -> None:
    """A field that Word counts itself."""
    run = line.add_run()
    run.font.size = Pt(8)
    for kind, text in (("begin", ""), ("", field), ("separate", ""), ("shown", "1"), ("end", "")):
        if kind == "shown":
            run.add_text(text)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            asked = OxmlElement("w:instrText")
            asked.text = field
            run._r.append(asked)
