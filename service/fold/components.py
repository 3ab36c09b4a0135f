"""Planning components with a person's word on top: a proposal of the nomenclature accepted, a component refused.

In: the components that rows state, and the decisions in force. Out: the components as decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.model import Decision, Planned


def with_components(found: Sequence[Planned], holding: Sequence[Decision]) -> tuple[Planned, ...]:
    """`found` as decided; what a person says of a component replaces what a row says of it."""
    laid = {(one.kinerja, one.kode): one for one in found}
    for decision in holding:
        if decision.jenis == "komponen":
            kode = decision.isi.get("komponen", "")
            laid.pop((decision.subjek, kode), None)
            if decision.isi.get("aksi") != "tolak":
                made = Planned(decision.subjek, kode, decision.isi.get("nama", "") or kode, "diputuskan")
                laid[decision.subjek, kode] = made
    return tuple(laid.values())
