"""What a cell says, whatever column it stands in.

In: the text of a cell. Out: its `Kind`: a number, a reference to a stage, a level, a planning component or owner, a
statement, a measure, or plain text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from service.bahasa.openings import is_measure, is_statement
from service.bahasa.planning import is_planning
from service.bahasa.stages import stage_number
from service.bahasa.terms import is_label, is_label_piece

Kind = Literal["", "angka", "rujukan", "label", "rencana", "pernyataan", "ukuran", "teks"]
LABEL_LIKE = re.compile(r"^(?:kinerja|kondisi)(?: [^\W\d]+){1,3}$", re.IGNORECASE)
"""A level in words of a document's own: "kinerja pendukung layanan"."""


@lru_cache(maxsize=50_000)
def cell_kind(text: str) -> Kind:
    """What a cell says, whatever column it stands in."""
    if not text:
        return ""
    if re.fullmatch(r"\(?(?:\d{1,3}|\d+(?:\.\d+)+|[a-z]|[ivx]{1,4})[.)]?\)?\.?", text, re.IGNORECASE):
        return "angka"
    found = stage_number(text)
    if found and len(found[1].split()) < 2:
        return "rujukan"
    return _kind_of_words(text)


def _kind_of_words(text: str) -> Kind:
    if is_label(text):
        return "label"
    if is_measure(text):
        return "ukuran"
    if is_statement(text):
        return "pernyataan"
    if is_planning(text):
        return "rencana"
    return "label" if is_label_piece(text) or LABEL_LIKE.match(text) else "teks"
