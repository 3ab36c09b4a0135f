"""Stage 2: the critical success factors, each with its issue, its source and the condition it became.

In: the sections of the stage. Out: claims of kind `csf`, one for each row. The name may stand in the head of the table
("CSF Pelayan Publik yang Berkualitas") or in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.bahasa.openings import is_measure, strip_number
from service.bahasa.wording import tidy, words
from service.ingest.parse.cells import PLACEHOLDER
from service.ingest.parse.entries import Entry, read_entry
from service.ingest.parse.grounds import Grounds
from service.ingest.parse.lembar_cells import as_printed
from service.ingest.parse.table import Section, column_roles
from service.model import Claim, Place

CSF_WORDS = re.compile(
    r"\b(?:nama|no|csf|critical|success|factors?|key|faktor|kunci|penentu|keberhasilan)\b|[()/:.]", re.IGNORECASE
)
CSF_FORM = frozenset({
    "isu", "faktual", "kebutuhan", "strategis", "yang", "dibutuhkan", "diperlukan", "untuk", "mencapai",
    "kinerja", "dan", "lingkungan", "atau", "masalah", "permasalahan", "outcome", "dengan", "sebagai",
    "penyebab", "sebab", "masa", "depan", "perubahan", "uraian",
})  # fmt: skip
SOURCE = re.compile(
    r"\b(?:renstra|rpjmd|renja|rkpd|survei|survey|lhe|lkjip|skm|ikm|tusi|mandat|sumber|dokumen|laporan|hasil)\b",
    re.IGNORECASE,
)


def read_factors(section: Section, first: int, into: Grounds) -> int:
    """Table rows of stage 2, each one CSF; answers the number of the last data row."""
    roles = column_roles(section)
    name = csf_name(section.heads)
    above: Entry | None = None
    count = first
    for line in section.rows:
        entry = read_entry(line, roles[line.nomor], 2)
        if not entry.uraian:
            into.uses[line.nomor] = "tak terpakai"
            continue
        count += 1
        into.uses[line.nomor] = "data"
        into.claims.append(_factor(entry, above, name, count))
        above = entry
    return count


def csf_name(heads: Sequence[str]) -> str:
    """Name that a head carries: "CSF Pelayan Publik yang Berkualitas" -> "Pelayan Publik yang Berkualitas"."""
    for head in heads:
        rest = tidy(CSF_WORDS.sub(" ", head))
        named = re.match(r"^(?:csf|critical success|faktor kunci)", head.strip(), re.IGNORECASE)
        if named and len(rest.split()) >= 2 and not set(words(rest)) <= CSF_FORM:
            return rest
    return ""


def _factor(entry: Entry, above: Entry | None, name: str, count: int) -> Claim:
    """One row of stage 2; an empty factor cell repeats the one above (merged cells)."""
    rest = [text for text in (*entry.sisa, *entry.indikator) if not PLACEHOLDER.match(text) and not is_measure(text)]
    source = entry.sumber or next((text for text in rest if SOURCE.search(text)), "")
    issue = entry.isu or next((text for text in rest if text != source), "")
    factor = entry.csf or (above.csf if above and not issue else "")
    if name or (factor and not issue):
        issue = issue or factor
    said = Claim(
        "csf",
        entry.lines,
        Place(entry.line.raw.lokasi, 2, count),
        2,
        count,
        entry.uraian,
        csf=strip_number(re.sub(r"^csf\b[\s:.\d-]*", "", name or factor, flags=re.IGNORECASE)),
        isu=issue,
        sumber=source,
        kode=entry.kode,
    )
    return as_printed(said)
