"""What an entry of the log says, in the words of a person: one table, read by conflicts, lists, history and pages.

In: the kind and `isi` of an entry, and names for the ids in it. Out: a label and a value. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from service.fold.pair_keys import BOTH, ONLY_UNIT
from service.model import Decision, DecisionKind

Isi = Mapping[str, str]
Names = Mapping[str, str]
"""Id of a kinerja -> its statement."""

WHAT: dict[DecisionKind, str] = {
    "versi": "versi dokumen",
    "tingkat": "tingkat kinerja",
    "induk": "induk kinerja",
    "induk_lain": "induk lain kinerja",
    "utama": "induk utama kinerja",
    "indikator": "indikator kinerja",
    "jabatan": "pengampu kinerja",
    "padanan": "padanan kalimat kinerja",
    "komponen": "komponen perencanaan kinerja",
    "silang": "crosscutting kinerja",
}
"""Kind -> what it changes."""

UNDONE = "diurungkan"


def value(decision: Decision, names: Names) -> str:
    """What is decided: `taktikal immediate`, `“Meningkatnya …”`, `camat ditugaskan`."""
    if decision.membatalkan:
        return f"{UNDONE}, dengan {other_end(decision.isi)}" if decision.jenis == "silang" else UNDONE
    return VALUES[decision.jenis](decision.subjek, decision.isi, names)


def quoted(key: str, names: Names) -> str:
    """The statement of a kinerja, or its id where that is all there is."""
    return f"“{names[key]}”" if key in names else key


def _version(subjek: str, isi: Isi, _names: Names) -> str:
    return f"versi {isi['versi'].removeprefix(f'{subjek}-v')}" if isi.get("versi") else "ditarik"


def _level(_subjek: str, isi: Isi, _names: Names) -> str:
    return isi.get("tingkat", "")


def _parent(_subjek: str, isi: Isi, names: Names) -> str:
    return quoted(isi["induk"], names) if isi.get("induk") else "tanpa induk: hasil yang dituju"


def _further(subjek: str, isi: Isi, names: Names) -> str:
    return f"{_parent(subjek, isi, names)} {'dilepas' if isi.get('tarik') else 'ditambahkan'}"


def _measure(_subjek: str, isi: Isi, _names: Names) -> str:
    mine = f"“{isi.get('nama') or isi.get('indikator', '')}”"
    if isi.get("aksi") == "gabung":
        return f"{mine} digabung dengan “{isi.get('nama_dengan') or isi.get('dengan', '')}”"
    return f"{mine} dipisah menjadi indikator sendiri"


def _owner(_subjek: str, isi: Isi, _names: Names) -> str:
    return f"{isi.get('nama') or isi.get('jabatan', '')} {'ditarik' if isi.get('aksi') == 'tarik' else 'ditugaskan'}"


def _matched(subjek: str, isi: Isi, names: Names) -> str:
    old = isi.get("dari", "")
    if isi.get("baru"):
        return f"kalimat baru, bukan {quoted(old, names)}"
    return "benar kalimat yang sama" if old == subjek else f"{quoted(old, names)} adalah kalimat lama ini"


def _component(_subjek: str, isi: Isi, _names: Names) -> str:
    name = isi.get("nama") or isi.get("komponen", "")
    return f"{name} {'ditolak' if isi.get('aksi') == 'tolak' else 'dipilih'}"


def _pair(_subjek: str, isi: Isi, _names: Names) -> str:
    return about_pair(isi)


def about_pair(isi: Isi, side: str = "b") -> str:
    """The same with what stands at the other end (`side`), what joins instead, and the remark."""
    told = [word(isi), f"dengan {other_end(isi, side)}"]
    if joined := isi.get("gabung"):
        what = "sebagai perangkat daerah" if joined == ONLY_UNIT else f"lewat “{isi.get('kalimat_gabung', joined)}”"
        told.append(f"bergabung {what}")
    if remark := isi.get("keterangan"):
        told.append(f"keterangan “{remark}”")
    return ", ".join(told)


def word(isi: Isi) -> str:
    """One side's word about a crosscutting pair: `Dinas Sosial: tidak (objek berbeda)`."""
    who = "Bappeda untuk kedua pihak" if isi.get("pihak") == BOTH else isi.get("nama_pihak") or isi.get("pihak", "")
    why = isi.get("sebab") or isi.get("jenis")
    return f"{who}: {KATA.get(isi.get('kata', ''), '')}{f' ({why})' if why else ''}"


def other_end(isi: Isi, side: str = "b") -> str:
    """What stands at one end of the pair, as it was called: `“Terlaksananya …” (Dinas Sosial)`, `Polres`."""
    text, of = isi.get(f"kalimat_{side}", ""), isi.get(f"nama_{side}", "")
    return f"“{text}” ({of})" if text else of or isi.get("dengan", "")


KATA = {"ya": "ya", "tidak": "tidak", "ragu": "belum yakin"}
"""Word about a crosscutting pair -> as a person reads it."""

VALUES: dict[DecisionKind, Callable[[str, Isi, Names], str]] = {
    "versi": _version,
    "tingkat": _level,
    "induk": _parent,
    "induk_lain": _further,
    "utama": _parent,
    "indikator": _measure,
    "jabatan": _owner,
    "padanan": _matched,
    "komponen": _component,
    "silang": _pair,
}

NAMED = ("induk", "dari")
"""What in an `isi` is the id of a kinerja."""
