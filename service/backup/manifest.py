"""What an archive says of itself: when it was made, of what, and the digest of every part.

In: the parts as they were written. Out: `manifes.json`, the last entry of the archive; and from such a text a
`Manifest` again, or BackupRefused with the reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter, ValidationError

from service import __version__, schema
from service.errors import BackupRefused

FORMAT = 1
"""Number of the shape of an archive."""

NAME = "manifes.json"
GRAPH = "graf.jsonl"
STORE = "aplikasi.db"
ORIGINALS = "asli/"
PART = re.compile(rf"{re.escape(GRAPH)}|{re.escape(STORE)}|{ORIGINALS}[0-9a-f]{{64}}")
"""Names that a part may have: nothing of an archive is ever written elsewhere."""

NOT_OURS = "Berkas ini bukan cadangan Kinerja Graph, atau rusak"
NOTHING = "Tidak ada yang ditulis."
ANOTHER = "Pakai berkas cadangan lain, atau salin lagi berkas ini dari tempat asalnya."


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of the archive."""

    nama: str
    ukuran: int
    """Bytes, unpacked."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in an archive."""

    format: int
    program: str
    """Version of the program that made it."""
    pada: str
    """When, ISO 8601."""
    skema: int
    """Version of the graph's schema."""
    skema_aplikasi: str
    """Revision of the application store's tables; empty: the store is not in the archive."""
    revisi: int
    """Number of the last write."""
    sidik_isi: str
    """Content hash of the graph; the digest of its part as well."""
    kegiatan: tuple[str, ...]
    """The activities that wrote last, as the graph remembers them."""
    jumlah: Mapping[str, int]
    """unit, dokumen, kinerja, hubungan, keputusan, baris (lines of the graph's part), berkas (originals)."""
    bagian: tuple[Part, ...]

    @property
    def graph_size(self) -> int:
        """Bytes of the graph's lines."""
        return next((part.ukuran for part in self.bagian if part.nama == GRAPH), 0)

    @property
    def originals(self) -> tuple[Part, ...]:
        return tuple(part for part in self.bagian if part.nama.startswith(ORIGINALS))


def as_json(manifest: Manifest) -> bytes:
    """The text of the entry."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()


def from_json(text: bytes) -> Manifest:
    """The manifest again; raises BackupRefused for one that this program cannot follow."""
    try:
        body = json.loads(text)
        number, program = int(body["format"]), str(body["program"])
    except (ValueError, KeyError, TypeError):
        raise BackupRefused(f"{NOT_OURS}: keterangannya tidak terbaca. {NOTHING}", ANOTHER) from None
    if number != FORMAT:
        raise BackupRefused(
            f"Cadangan ini berformat {number}, dibuat program versi {program}; program ini ({__version__}) mengenal "
            f"format {FORMAT}. {NOTHING}",
            "Perbarui program ini." if number > FORMAT else f"Pulihkan dengan program versi {program}, lalu perbarui.",
        )
    try:
        found = TypeAdapter(Manifest).validate_python(body)
    except ValidationError:
        raise BackupRefused(f"{NOT_OURS}: keterangannya tidak lengkap. {NOTHING}", ANOTHER) from None
    _check(found)
    return found


def _check(found: Manifest) -> None:
    names = [part.nama for part in found.bagian]
    known = all(PART.fullmatch(name) for name in names) and len(set(names)) == len(names)
    if not known or Part(GRAPH, found.graph_size, found.sidik_isi) not in found.bagian:
        raise BackupRefused(f"{NOT_OURS}: bagiannya tidak seperti seharusnya. {NOTHING}", ANOTHER)
    if found.skema > schema.VERSION:
        raise BackupRefused(
            f"Cadangan ini dibuat program yang lebih baru ({found.program}; skema {found.skema}, program ini mengenal "
            f"sampai {schema.VERSION}). {NOTHING}",
            "Perbarui program ini, lalu ulangi.",
        )
