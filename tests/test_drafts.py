"""Uploads that wait: whole or not there, bounded in number, and none that is damaged keeps the page from opening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.config import Settings
from service.errors import KinerjaError, NotFound
from service.ingest import drafts
from tests.conftest import on_tmpfs

NO_SHA = ("", "..", "../session.key", "a" * 63, "A" * 64, "a" * 64, "a" * 64 + "\n")


def test_a_draft_comes_back_with_its_choices(settings: Settings) -> None:
    made = drafts.keep(b"isi", "lembar.txt", settings)
    drafts.choose(made, {3: "baru"}, settings)
    found, data = drafts.find(made.sha256, settings)
    assert (found, found.choices, data) == (replace(made, pilihan={"3": "baru"}), {3: "baru"}, b"isi")


@pytest.mark.parametrize("name", NO_SHA)
def test_what_was_never_uploaded_is_not_found(settings: Settings, name: str) -> None:
    drafts.keep(b"isi", "lembar.txt", settings)
    with pytest.raises(NotFound):
        drafts.find(name, settings)
    drafts.drop(name, settings)
    assert len(drafts.all_drafts(settings)) == 1


def test_a_draft_without_its_file_is_gone(settings: Settings) -> None:
    made = drafts.keep(b"isi", "lembar.txt", settings)
    (settings.data / "drafts" / made.sha256).unlink()
    with pytest.raises(NotFound):
        drafts.find(made.sha256, settings)


@pytest.mark.parametrize("left", ["", '{"sha256": "', "[]", '{"lain": 1}'])
def test_a_damaged_draft_is_passed_over(settings: Settings, left: str) -> None:
    whole = drafts.keep(b"isi", "lembar.txt", settings)
    broken = drafts.keep(b"lain", "lain.txt", settings)
    (settings.data / "drafts" / f"{broken.sha256}.json").write_text(left)
    assert drafts.all_drafts(settings) == [whole]
    with pytest.raises(NotFound):
        drafts.find(broken.sha256, settings)


def test_only_the_newest_are_kept(settings: Settings) -> None:
    for n in range(drafts.KEPT + 3):
        drafts.keep(str(n).encode(), f"{n}.txt", settings)
    assert len(drafts.all_drafts(settings)) == drafts.KEPT
    assert len(list((settings.data / "drafts").iterdir())) == 2 * drafts.KEPT


def test_a_full_disk_is_told_and_leaves_no_piece(settings: Settings) -> None:
    with on_tmpfs("size=64k") as disk:
        small = replace(settings, data=disk)
        with pytest.raises(KinerjaError, match="tidak dapat disimpan"):
            drafts.keep(b"x" * 1_000_000, "besar.txt", small)
        assert list((disk / "drafts").iterdir()) == []


def test_a_name_with_folders_is_cut_to_the_name(settings: Settings) -> None:
    names = {"../../etc/lembar.txt": "lembar.txt", "C:\\Users\\camat\\lembar.txt": "lembar.txt", "a/": "a"}
    assert {given: drafts.keep(b"isi", given, settings).nama for given in names} == names
