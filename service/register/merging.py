"""Two names of one position become one position, and stay so for every document that uses either name.

In: the kode of the position that goes and of the one that stays. Out: the one that stays, with the other's names as
aliases; the unit's cascades are folded again, so its kinerja follow.
"""

from __future__ import annotations

from service.access import require_register
from service.errors import Invalid
from service.graph import Graph, Tx
from service.register.effect import fold_again
from service.register.entry import Entry, node_of, shown
from service.register.kinds import kind
from service.register.lending import writing
from service.register.node import aliases, based_on, set_values, without
from service.register.telling import tell_merged, unit_of


def merge(graph: Graph, dari: str, ke: str, versi: int | None) -> Entry:
    """Two names of one position become one: `dari` goes, its names become aliases of `ke`, and so do its kinerja.
    `versi` is that of `dari`. Raises Invalid when the two stand in different units."""
    found = kind("jabatan")

    def work(tx: Tx) -> Entry:
        goes, stays = based_on(tx, found, dari, versi), shown(tx, found, [node_of(found, ke)])[0]
        require_register("jabatan", unit_of("jabatan", dari, goes.isi))
        _refuse_merge(goes, stays)
        names = without([*aliases(stays.isi), goes.nama, *aliases(goes.isi)], stays.nama)
        node_of(found, dari).delete()
        set_values(found, node_of(found, ke), {"alias": names}, (*stays.diatur, "alias"))
        fold_again(tx, found, ke, stays.isi, ["alias"])
        made = shown(tx, found, [node_of(found, ke)])[0]
        tell_merged(goes, stays, made)
        return made

    return writing(graph, work)


def _refuse_merge(goes: Entry, stays: Entry) -> None:
    if goes.kode == stays.kode:
        raise Invalid("Jabatan tidak dapat digabung dengan dirinya sendiri.", "Pilih jabatan lain.", {"ke": "Sama."})
    if goes.isi["skpd"] != stays.isi["skpd"]:
        raise Invalid(
            f"{goes.nama} dan {stays.nama} berada di perangkat daerah yang berbeda.",
            "Hanya dua nama dari satu jabatan di satu perangkat daerah yang digabung.",
            {"ke": "Berada di perangkat daerah lain."},
        )
