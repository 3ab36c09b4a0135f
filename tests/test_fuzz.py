"""Documents that hurt: 200 here, 100,000 with `make torture`; each is read or refused in words, within its bounds."""

from __future__ import annotations

import json
import subprocess
import sys

from service.config import ROOT
from tests.faults.documents import document_of
from tests.faults.fuzzing import MOST_SECONDS

DOCUMENTS = 200
PROCESSES = 2
MOST_MEMORY = 500
"""Megabytes that the process which reads them all may ever hold."""


def test_mutated_documents_are_read_or_refused_in_words() -> None:
    each = DOCUMENTS // PROCESSES
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.fuzzing", str(n * each), str(each)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(PROCESSES)
    ]
    reports = [json.loads(child.communicate(timeout=240)[0]) for child in children]
    assert [wrong for report in reports for wrong in report["salah"]] == []
    assert sum(report["dibaca"] + report["ditolak"] for report in reports) == DOCUMENTS
    assert min(report["dibaca"] for report in reports) > each // 5  # most of them are still documents
    assert min(report["ditolak"] for report in reports) > each // 10
    assert max(report["terlama"] for report in reports) < MOST_SECONDS
    assert max(report["memori"] for report in reports) < MOST_MEMORY


def test_a_seed_gives_the_same_document_again() -> None:
    texts = [seed for seed in range(40) if document_of(seed)[1] == "uji.txt"]  # a zip holds the hour it was made
    assert len(texts) > 5
    assert [document_of(seed) for seed in texts] == [document_of(seed) for seed in texts]
