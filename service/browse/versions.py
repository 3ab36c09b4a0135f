"""What is told of a version wherever one is shown: its card, its issues by code, its guidance lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from service.boxes import issue, source_row
from service.browse.answers import IssueGroup, Tip, VersionCard
from service.graph import Tx

SEVERITIES = ("error", "peringatan", "info")


def version_cards(rows: Iterable[Mapping[str, Any]]) -> tuple[VersionCard, ...]:
    """Newest first."""
    made = [VersionCard(**{**row, "berlaku": bool(row["berlaku"])}) for row in rows]
    return tuple(sorted(made, key=lambda card: -card.nomor))


def issue_groups(tx: Tx, versi_id: str | None) -> tuple[IssueGroup, ...]:
    """Issues of a version by code, worst first, then the most."""
    if not versi_id:
        return ()
    made = [_group(row) for row in tx.run("browse/issues", versi=versi_id)]
    return tuple(sorted(made, key=lambda g: (SEVERITIES.index(g.keparahan), -g.jumlah, g.kode)))


def _group(row: Mapping[str, Any]) -> IssueGroup:
    cards = tuple(issue(one) for one in row["isu"])
    worst = min((card.keparahan for card in cards), key=SEVERITIES.index)
    return IssueGroup(row["kode"], worst, row["jumlah"], cards[0].saran, cards)


def tips(rows: Iterable[Mapping[str, Any]]) -> tuple[Tip, ...]:
    """Guidance lines by stage, each sentence of a stage once."""
    made: dict[tuple[int, str], Tip] = {}
    for row in rows:
        text = row["teks"] or " ".join(cell for cell in row["sel"] if cell)
        place = source_row(row["id"], row["tahap"], row["urutan"], row["tempat"], " | ".join(row["sel"]))
        made.setdefault((place.tahap, text.casefold()), Tip(place.tahap, text, place))
    return tuple(sorted(made.values(), key=lambda tip: tip.tahap))
