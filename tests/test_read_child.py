"""A document is read in a process of its own: the answer comes back whole, or the reason why there is none."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from service.config import ROOT
from service.errors import DocumentRefused, KinerjaError
from service.ingest.read.child import read_in_child, rows_in_child
from service.ingest.read.limits import BOUNDS, MB, Bounds
from service.model import Issue, Place, RawRow

TEXT = b"Tahap 4\nKinerja\tIndikator\n"
ROWS = [
    RawRow("baris berkas 1", ("Tahap 4",)),
    RawRow("baris berkas 2", ("Kinerja", "Indikator"), 1),
]
SMALL = replace(BOUNDS, output=1 * MB)
TIGHT = replace(SMALL, cpu_seconds=1, wall_seconds=2)

STOPPED: tuple[tuple[str, str], ...] = (
    ("spin", "terlalu lama"),
    ("sleep", "terlalu lama"),
    ("swell", "terlalu besar"),
    ("talk", "hasil bacaannya terlalu besar"),
    ("write", "kesalahan program"),
    ("die", "berhenti mendadak"),
    ("fail", "kesalahan program"),
    ("lie", "tidak sesuai"),
)


def asked(work: str, result: Any, bounds: Bounds = SMALL) -> Any:
    return read_in_child(TEXT, "a.txt", f"tests.reading_work:{work}", result, bounds)


def test_the_rows_come_back_as_they_were_read() -> None:
    assert rows_in_child(TEXT, "a.txt") == ROWS


def test_what_the_work_makes_of_them_comes_back_as_dataclasses() -> None:
    assert asked("places", list[Place]) == [Place("baris berkas 1", 4, 0), Place("baris berkas 2", 4, 1)]


def test_a_refusal_by_the_work_comes_back_with_its_issues() -> None:
    with pytest.raises(DocumentRefused) as refusal:
        asked("refuse", list[Place])
    issue = Issue("BACA01", "error", "baris berkas 1", "tidak ada kinerja", "periksa", (1, 2))
    assert refusal.value.issues == (issue,)
    assert (refusal.value.message, refusal.value.hint) == ("Tidak ada kinerja.", "Periksa berkas.")


@pytest.mark.parametrize(("work", "says"), STOPPED)
def test_a_process_that_misbehaves_is_stopped_with_a_sentence(work: str, says: str) -> None:
    start = time.monotonic()
    with pytest.raises(KinerjaError, match=says):
        asked(work, list[RawRow], TIGHT if work in ("spin", "sleep") else SMALL)
    assert time.monotonic() - start < SMALL.wall_seconds


def test_the_process_knows_nothing_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "rahasia")
    with open("/etc/hostname") as _:
        assert asked("surroundings", list[str]) == ["LC_ALL", "OPENPYXL_LXML"]


def test_several_threads_may_ask_at_once() -> None:
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda _: rows_in_child(TEXT, "a.txt"), range(6))) == [ROWS] * 6


def test_it_works_from_a_program_whose_main_module_does_not_matter() -> None:
    program = "from service.ingest.read.child import rows_in_child; print(len(rows_in_child(b'a\\tb', 'a.txt')))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_a_large_upload_is_refused_before_a_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(DocumentRefused, match="50 MB; batasnya 20 MB"):
        rows_in_child(b"x" * (50 * MB), "a.txt")


def test_without_room_for_temporary_files_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    with pytest.raises(KinerjaError, match=r"tidak dapat dijalankan.*Periksa ruang kosong di /no/such/folder"):
        rows_in_child(TEXT, "a.txt")
