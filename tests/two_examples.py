"""Two of the example documents in a folder of their own, so that a test costs two imports and not fourteen."""

from __future__ import annotations

import shutil
from pathlib import Path

from service.config import ROOT

NAMES = ("kecamatan-muara-teduh-tanjung-harapan-2023.xlsx", "dinas-kesehatan-tanjung-harapan-2023.xlsx")


def two_examples(folder: Path) -> Path:
    """`folder`, made and filled as `seeds/` is."""
    (folder / "contoh").mkdir(parents=True)
    for name in NAMES:
        shutil.copy(ROOT / "seeds" / "contoh" / name, folder / "contoh" / name)
    return folder
