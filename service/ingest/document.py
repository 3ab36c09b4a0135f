"""From rows to a document whose claims know which kinerja they speak of; what the reading process is asked to do.

In: the rows of a file. Out: a `Document`. This module and what it imports know no database, so that the process that
reads an upload starts quickly and has nothing to lose.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.ingest.join import join
from service.ingest.parse import parse
from service.ingest.parse.templat import is_template, read_template
from service.model import Document, RawRow

WORK = "service.ingest.document:document"
"""The name of this function, for `read_in_child`."""


def document(rows: Sequence[RawRow]) -> Document:
    """Read the claims of `rows` and bring those of one kinerja together."""
    if is_template(rows):
        return read_template(rows)
    return join(parse(rows, ""))
