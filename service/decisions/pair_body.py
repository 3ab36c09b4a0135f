"""An outside body that a person names while adding a pair: the one that is known by that name, or a new one.

In: a name as somebody typed it. Out: the end of a pair; or a refusal for a name that is none, and for one that belongs
to a unit of the own government, which answers for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.bahasa.wording import slug, tidy
from service.errors import Invalid
from service.fold.pair_keys import BODY
from service.graph import Tx

LONGEST_NAME = 200

Row = Mapping[str, Any]


def body_name(text: str) -> str:
    """`text` on one line without what cannot be printed; raises Invalid for a name that nobody could read."""
    name = tidy("".join(letter if letter.isprintable() else " " for letter in text))
    if not slug(name) or len(name) > LONGEST_NAME:
        raise Invalid(
            f"Nama badan harus berisi huruf atau angka dan paling panjang {LONGEST_NAME} huruf. Tidak ada yang diubah.",
            "Tulis namanya seperti di suratnya.",
            {"badan": "tidak terbaca sebagai nama"},
        )
    return name


def body_called(tx: Tx, name: str) -> str:
    """`mitra:<kode>` of the body that has this name or another spelling of it, else of a new one."""
    wanted = slug(name)
    rows = sorted(tx.run("crosscut/bodies_known"), key=lambda row: (row["kode"] != wanted, row["kode"]))
    found = (row["kode"] for row in rows if _is_called(row, wanted))
    return f"{BODY}{next(found, wanted)}"


def check_no_unit(tx: Tx, name: str, pemda: str) -> None:
    """Raises Invalid when a unit of that government has the name of a body that nobody knows yet."""
    wanted = slug(name)
    unit = next((u for u in tx.run("load/units") if u["pemda_kode"] == pemda and _is_called(u, wanted)), None)
    if unit:
        raise Invalid(
            f"{unit['nama']} perangkat daerah di sini, bukan badan di luarnya. Tidak ada yang diubah.",
            "Cari dan pilih perangkat daerahnya, atau salah satu kinerjanya.",
            {"badan": "nama perangkat daerah"},
        )


def _is_called(row: Row, wanted: str) -> bool:
    return wanted in {slug(name) for name in (row["kode"], row["nama"] or "", *row["alias"])}
