"""What the form under a pair offers to the person who looks at it: sides, a reason to start from, what can be joined.

In: the page of a pair and who acts. Out: a `PairForm`; the kinerja that a side could join instead are read only where
the other side has said yes already.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from service.access import EVERY_UNIT, may, may_write
from service.actor import acting
from service.crosscut.detect.explain import sentence
from service.crosscut.pair.answer import End, PairPage, Same
from service.crosscut.pair.voices import Voice, voices
from service.facts import Decided, Ref
from service.fold.pair_keys import BODY, BOTH, is_body
from service.graph import Tx
from service.levels import short

MOST_JOINABLE = 400


@dataclass(frozen=True, slots=True)
class Joining:
    """Which of its kinerja the answering side could join with."""

    sendiri: str
    """The one that was found."""
    lain: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Units of one kind whose documents have the very same sentence."""

    jenis: str
    """kecamatan"""
    jumlah: int
    """With the one that is shown."""


@dataclass(frozen=True, slots=True)
class PairForm:
    """The form; without `suara` it is not shown."""

    suara: tuple[Voice, ...]
    usul: str
    """The reason that yes starts from, made from the explanation."""
    gabung: Joining | None
    kembar: Alike | None
    milik: frozenset[str]
    """Ids of the words in force that this person may take back."""
    batal: str
    """The newest of them; empty: none."""
    tanya_kata: bool
    """No term is shared: ask which words mean the same."""


def read_form(tx: Tx, page: PairPage, prefer: str = "") -> PairForm:
    """`prefer`: kode of the unit whose list the person works through."""
    sides = voices(page, prefer)
    own = [one for one in page.kata if one.berlaku and _may_undo(page, one)]
    return PairForm(
        suara=sides,
        usul=reason(page),
        gabung=_joining(tx, page, sides),
        kembar=_alike(page, sides),
        milik=frozenset(one.id for one in own),
        batal=own[0].id if own else "",
        tanya_kata=page.temuan is None and not is_body(page.b.kunci),
    )


def reason(page: PairPage) -> str:
    """The explanation as the reason of a yes; empty where nothing was detected."""
    found = page.temuan
    if found is None:
        return ""
    if is_body(page.b.kunci):
        return f"Kalimatnya menyebut “{found.kutipan}”." if found.kutipan else ""
    return sentence(found).plain(page.a.unit.nama, page.b.unit.nama)


def alike(page: PairPage, sides: Collection[str]) -> tuple[End, tuple[Same, ...]] | None:
    """The end whose sentence other units of its kind have too, and where, of which one of `sides` is none: nobody
    answers for units of others. Of a weak pair only the one that was compared is in the graph, so there is nothing to
    apply an answer to."""
    if page.temuan and page.temuan.pita == "lemah":
        return None
    for end, other in ((page.a, page.b), (page.b, page.a)):
        same = tuple(one for one in end.kembar if one.unit.kode != other.unit.kode)
        if same and ({BOTH, other.unit.kode} & set(sides)):
            return end, same
    return None


def _alike(page: PairPage, sides: tuple[Voice, ...]) -> Alike | None:
    found = alike(page, [side.pihak for side in sides])
    return Alike(found[0].jenis_unit, len(found[1]) + 1) if found else None


def _joining(tx: Tx, page: PairPage, sides: tuple[Voice, ...]) -> Joining | None:
    own = next((side.kinerja for side in sides if side.menjawab and side.kinerja), "")
    if not own:
        return None
    end = page.a if page.a.kunci == own else page.b
    rows = tx.run("crosscut/joinable", id=own, banyak=MOST_JOINABLE)
    others = (Ref(r["id"], f"{short(r['tingkat'] or '', r['urut_tingkat'] or 0)} · {r['uraian']}") for r in rows)
    return Joining(f"{end.singkat} · {end.uraian}", tuple(others))


def _may_undo(page: PairPage, word: Decided) -> bool:
    """Who may say a word may take it back; what a body answered belongs to whoever asked it."""
    side = word.isi.get("pihak", "")
    if not may("putuskan"):
        return False
    if side == BOTH or any(one.isi.get("pihak") == BOTH for one in page.kata if one.berlaku):
        return acting().peran in EVERY_UNIT  # what Bappeda settled is not undone by one of the two
    return may_write(page.a.unit.kode if side.startswith(BODY) else side)
