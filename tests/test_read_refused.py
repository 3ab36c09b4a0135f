"""What cannot or may not be read is refused with the reason, quickly, and the service stays as it was."""

from __future__ import annotations

import time

import pytest

from service.errors import DocumentRefused
from service.ingest.read.child import rows_in_child
from service.ingest.read.limits import BOUNDS
from tests.bad_files import BAD, BadFile


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: ascii(bad.name))
def test_a_bad_file_is_refused_with_the_reason_and_the_remedy_in_bounded_time(bad: BadFile) -> None:
    data = bad.make()
    start = time.monotonic()
    with pytest.raises(DocumentRefused) as refusal:
        rows_in_child(data, bad.name)
    assert bad.says in refusal.value.message
    assert refusal.value.message.endswith("Tidak ada yang diubah.")
    assert refusal.value.hint.endswith(".")
    assert time.monotonic() - start < BOUNDS.wall_seconds
