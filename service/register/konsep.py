"""Changing the glossary of a regency: phrases of one concept added, taken out, or left as they were shipped.

In: a change, a reason, and the version of the concept that it was based on (None: whatever stands). Out: the concept's
edits as they stand now. The node holds nothing but edits, and goes with the last of them; what comes with the program
stays in its files.
"""

from __future__ import annotations

from collections.abc import Iterable

from service.access import require_register
from service.actor import acting, note
from service.bahasa.wording import slug
from service.crosscut.glossary.change import Change, after, check_reason, checked
from service.crosscut.glossary.edits import Edit, Edits, as_note, of_concept, read_edits, version
from service.errors import Conflict
from service.graph import Graph, Tx
from service.log import now
from service.register.entities import Konsep
from service.register.lending import writing

WORDS = {"tambah": "ditambahkan", "cabut": "dicabut"}
"""Action -> what has become of the phrase."""


def change_concept(graph: Graph, wanted: Change, alasan: str, versi: int | None = None) -> Edits:
    """Make it; raises Invalid (fields), Conflict when the concept's version is not `versi` any more, Forbidden."""
    require_register("konsep")
    reason = "" if wanted.aksi == "urungkan" else check_reason(alasan)

    def work(tx: Tx) -> Edits:
        edits = read_edits(tx)
        change = checked(wanted, edits)
        before = of_concept(edits, change.konsep)
        _check_version(change.konsep, before, versi)
        now_held = of_concept(after(change, edits, acting().akun, now(), reason), change.konsep)
        _save(change.konsep, now_held)
        note(subjek=change.konsep, sebelum=_told(before, change), sesudah=_told(now_held, change))
        return now_held

    return writing(graph, work)


def _check_version(konsep: str, stands: Edits, versi: int | None) -> None:
    if versi is None or versi == version(stands):
        return
    last = max(stands, key=lambda one: one.pada, default=None)
    said = f"{_sentence(last)} oleh {last.oleh}" if last else "semua perubahannya diurungkan"
    raise Conflict(
        f"Konsep “{konsep}” sudah diubah orang lain setelah Anda membukanya: {said}. Perubahan Anda belum disimpan.",
        "Muat ulang, periksa variannya yang sekarang, lalu ulangi perubahan Anda.",
        "; ".join(map(_sentence, stands)),
    )


def _save(konsep: str, edits: Edits) -> None:
    node = Konsep.nodes.get_or_none(kode=slug(konsep))
    if not edits:
        if node:
            node.delete()
        return
    node = node or Konsep(kode=slug(konsep), nama=konsep)
    node.varian = _phrases(edits, "tambah")
    node.dicabut = _phrases(edits, "cabut")
    node.catatan = [as_note(one) for one in edits]
    node.save()


def _phrases(edits: Iterable[Edit], aksi: str) -> list[str]:
    return [one.varian for one in edits if one.aksi == aksi]


def _sentence(one: Edit) -> str:
    return f"“{one.varian}” {WORDS[one.aksi]}"


def _told(edits: Edits, change: Change) -> dict[str, str]:
    """The phrases of the change as the activity log tells them."""
    known = {one.varian: f"{WORDS[one.aksi]} ({one.jenis})" for one in edits}
    return {phrase: known.get(phrase, "seperti bawaan") for phrase in change.varian}
