"""What to say of an id that no live kinerja has: where it went, or that it never was."""

from __future__ import annotations

from service.errors import NotFound
from service.graph import Tx

SEARCH = "Cari dengan kata dari pernyataannya."


def no_such_kinerja(tx: Tx, kinerja_id: str) -> NotFound:
    """The fault to raise; a kinerja that was replaced names its successor."""
    old = tx.run("browse/old_kinerja", id=kinerja_id)
    if not old:
        return NotFound(f"Tidak ada kinerja {kinerja_id!r}.", SEARCH)
    became = old[0]["menjadi"]
    if not became:
        return NotFound(f"Kinerja {kinerja_id} (“{old[0]['uraian']}”) tidak lagi disebut dokumen mana pun.", SEARCH)
    named = ", ".join(f"{key} (“{text}”)" for key, text in became)
    return NotFound(f"Kinerja {kinerja_id} sudah menjadi {named}.", "Buka yang baru.")
