"""What a person typed becomes values, or every refusal with its reason, field by field, all at once.

In: a form or a JSON object. Out: clean `Values`; raises Invalid whose `fields` say what is wrong and what would be
right. Pure; what needs the graph (a name that is taken, a unit that does not exist) is in `taken.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from service.errors import Invalid
from service.register.kinds import Field, FieldKind, Kind, Value, Values

LONGEST = 300
MOST_ALIASES = 50
HIGHEST_STEP = 12

_SPACE = re.compile(r"\s+")
_YES = {"1", "true", "ya", "on"}


class _Refused(ValueError):
    """One field's reason, in words."""


def clean(found: Kind, raw: Mapping[str, Any], adding: bool) -> Values:
    """The values of `raw` for the fields that may be set now (all when adding); absent fields are left out."""
    values: Values = {}
    wrong = {name: "Isian ini tidak dikenal." for name in raw if name not in {f.nama for f in found.fields}}
    for field in found.fields:
        if field.nama not in raw and not (adding and field.wajib):
            continue
        if field.tetap and not adding:
            wrong[field.nama] = f"{field.label} tidak dapat diubah; buat entri baru, lalu hapus yang ini."
            continue
        try:
            values[field.nama] = _value(field, raw.get(field.nama))
        except _Refused as reason:
            wrong[field.nama] = str(reason)
    refuse(wrong)
    return values


def refuse(wrong: Mapping[str, str]) -> None:
    """Raise Invalid when there is anything to refuse."""
    if wrong:
        raise Invalid(
            f"{len(wrong)} isian tidak diterima.",
            "Perbaiki yang ditandai, lalu simpan lagi. Tidak ada yang diubah.",
            dict(wrong),
        )


def one_line(text: str) -> str:
    """White space made single, composed letters, nothing invisible."""
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if c.isspace() or unicodedata.category(c)[0] != "C")
    return _SPACE.sub(" ", kept).strip()


def folded(text: str) -> str:
    """How two names are compared: case and white space do not tell them apart."""
    return one_line(text).casefold()


def _value(field: Field, raw: Any) -> Value:
    value = READERS[field.macam](field, raw)
    if field.wajib and value in ("", []):
        raise _Refused(f"{field.label} harus diisi.")
    extra = EXTRA.get(field.nama)
    if extra and value:
        extra(value)
    return value


def _text(field: Field, raw: Any) -> str:
    if raw is not None and not isinstance(raw, str):
        raise _Refused(f"{field.label} harus berupa teks.")
    text = one_line(raw or "")
    if len(text) > LONGEST:
        raise _Refused(f"{field.label} paling panjang {LONGEST} huruf; ini {len(text)}.")
    return text.lower() if field.kecil else text


def _list(field: Field, raw: Any) -> list[str]:
    lines = raw.splitlines() if isinstance(raw, str) else raw or []
    if not isinstance(lines, list):
        raise _Refused(f"{field.label} harus berupa daftar, satu nama per baris.")
    names = {folded(line): line for line in (_text(field, line) for line in lines) if line}
    if len(names) > MOST_ALIASES:
        raise _Refused(f"Paling banyak {MOST_ALIASES} baris; ini {len(names)}.")
    return list(names.values())


def _number(field: Field, raw: Any) -> int:
    text = str(raw if raw is not None else "").strip()
    if not text.isdecimal() or not 1 <= int(text) <= HIGHEST_STEP:
        raise _Refused(f"{field.label} harus angka 1 sampai {HIGHEST_STEP}.")
    return int(text)


def _yes(_field: Field, raw: Any) -> bool:
    return raw is True or str(raw).strip().lower() in _YES


def _choice(field: Field, raw: Any) -> str:
    text = _text(field, raw).lower()
    if text and text not in field.pilihan:
        raise _Refused(f"{text!r} tidak dikenal. Pilih: {', '.join(field.pilihan)}.")
    return text


READERS: Mapping[FieldKind, Callable[[Field, Any], Value]] = {
    "teks": _text,
    "daftar": _list,
    "angka": _number,
    "ya": _yes,
    "pilihan": _choice,
    "rujukan": _text,
}


def _short_name(value: Value) -> None:
    if not re.fullmatch(r"[A-Z]{2,5}", str(value)):
        raise _Refused("Singkatan terdiri dari 2 sampai 5 huruf besar tanpa spasi, misalnya BTM.")


def _national_code(value: Value) -> None:
    if not re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z.\-/]{0,39}", str(value)):
        raise _Refused("Kode nasional hanya berisi angka, huruf, titik, garis miring atau tanda hubung.")


def _has_letters(value: Value) -> None:
    if not any(c.isalnum() for c in str(value)):
        raise _Refused("Harus berisi huruf atau angka.")


EXTRA: Mapping[str, Callable[[Value], None]] = {
    "nama": _has_letters,
    "tingkat": _has_letters,
    "singkatan": _short_name,
    "kode_nasional": _national_code,
}
