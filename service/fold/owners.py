"""Owners with a person's word on top: a position assigned that no row names, one withdrawn that a row names.

In: the assignments that rows state, and the decisions in force. Out: the assignments as decided. A position that was
joined to another in the register is that other one, whenever it was decided. What is left alone in its cell is no
alternative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from service.bahasa.wording import key
from service.model import Assignment, Decision, Register


def with_owners(found: Sequence[Assignment], holding: Sequence[Decision], register: Register) -> tuple[Assignment, ...]:
    """`found` as decided; a decision about a kinerja that is not there writes nothing."""
    known = {key(spelling): kode for spelling, kode in register.jabatan.items()}
    laid = list(found)
    for decision in holding:
        if decision.jenis == "jabatan":
            nama = decision.isi.get("nama", "")
            _follow(laid, decision, known.get(key(nama), decision.isi.get("jabatan", "")), nama)
    beside = Counter((one.kinerja, one.kelompok) for one in laid)
    return tuple(replace(one, alternatif=beside[one.kinerja, one.kelompok] > 1) for one in laid)


def _follow(laid: list[Assignment], decision: Decision, kode: str, nama: str) -> None:
    here = [one for one in laid if one.kinerja == decision.subjek]
    if decision.isi.get("aksi") == "tarik":
        laid[:] = [one for one in laid if (one.kinerja, one.jabatan) != (decision.subjek, kode)]
    elif not any(one.jabatan == kode for one in here):
        group = max((one.kelompok for one in here), default=0) + 1
        laid.append(Assignment(decision.subjek, kode, nama, group, alternatif=False))
