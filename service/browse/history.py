"""What happened to one kinerja, in the order of time: versions that stated, reworded or moved it, and decisions.

In: its versions and log entries as `browse/kinerja` gives them. Out: one list of `Event`, oldest first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from service.bahasa.wording import key
from service.boxes import decisions
from service.browse.answers.kinerja import Event
from service.facts import Decided
from service.fold.printed import printed
from service.model import Decision, DecisionKind
from service.said import UNDONE, WHAT, about_pair, other_end, quoted, value

Row = Mapping[str, Any]


def history(row: Row) -> tuple[Event, ...]:
    """Everything about the kinerja of a row of `browse/kinerja`."""
    names = dict(row["nama"])
    own, former = decisions(row["putusan"]), decisions(row["putusan_lama"])
    told = [*_versions(row["versi"], names), *(_decided(one, names) for one in (*own, *former))]
    told += [_about_pair(one, row["pernah"]) for one in decisions(row["silang"])]
    return tuple(sorted(told, key=lambda event: (event.pada, event.urut)))


def words_of(one: Decided) -> tuple[str, str]:
    """(label, value) of an entry where no names are at hand."""
    entry = as_decision(one)
    return WHAT[entry.jenis].removesuffix(" kinerja").capitalize(), value(entry, {})


def as_decision(one: Decided) -> Decision:
    """The entry of the log that is shown."""
    kind = cast(DecisionKind, one.jenis)
    return Decision(one.id, one.urut, kind, one.subjek, one.isi, one.oleh, one.pada, one.alasan, one.membatalkan)


def _decided(one: Decided, names: Mapping[str, str]) -> Event:
    entry = as_decision(one)
    what = WHAT[entry.jenis].removesuffix(" kinerja").capitalize()
    return Event(one.pada, one.urut, one.oleh, what, value(entry, names), one.alasan, one)


def _about_pair(one: Decided, own: Collection[str]) -> Event:
    """A word about a crosscutting pair, with the end that is another kinerja than this one (`own`: its ids)."""
    joined = one.isi.get("gabung") in own and one.isi.get("nama_pihak") == one.isi.get("nama_a")
    other = "b" if one.subjek in own or joined else "a"
    told = f"{UNDONE}, dengan {other_end(one.isi, other)}" if one.membatalkan else about_pair(one.isi, other)
    return Event(one.pada, one.urut, one.oleh, "Crosscutting", told, one.alasan, one)


def _versions(versions: Sequence[Row], names: Mapping[str, str]) -> Iterator[Event]:
    """The first version, and every later one that reworded or moved it."""
    before = ""
    for version in versions:
        now = printed(version["kalimat"])
        changes = list(_changes(before, now, version["pindah"], names))
        if changes:
            yield Event(
                version["pada"],
                0,
                version["oleh"],
                f"Versi {version['nomor']}",
                " ".join(changes),
                "",
                None,
                version["nomor"],
            )
        before = now


def _changes(before: str, now: str, moved: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    if not before:
        yield "Pertama kali disebut."
    elif key(before) != key(now):
        yield f"Kalimatnya berubah: “{before}” menjadi “{now}”."
    for text in moved:
        _, old, new = text.split("=", 2)
        yield f"Induknya berpindah dari {_parent(old, names)} ke {_parent(new, names)}."


def _parent(one: str, names: Mapping[str, str]) -> str:
    return quoted(one, names) if one else "(tanpa induk)"
