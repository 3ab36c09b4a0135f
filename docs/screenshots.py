"""The pictures of the README, taken anew from the served seeds: `make screenshots` writes docs/img/*.png.

In: an installed Chromium and the seeds. Out: one PNG per line of PICTURES. Nothing of the user's own data is touched:
the service runs in a data folder of its own that is thrown away afterwards.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, sync_playwright
from waitress.server import create_server

from service import schema
from service.app import create_app
from service.config import ROOT, Settings, read_settings
from service.graph import Graph
from service.ingest.seeds import load_seeds
from service.server import Terminal, with_server
from service.trace import find_one

FOLDER = ROOT / "docs" / "img"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
START = "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa"
UNIT = "/skpd/kecamatan-batumandi"
DOCUMENT = "/dokumen/kecamatan-batumandi-2022"

PICTURES: tuple[tuple[str, str, int, int], ...] = (
    ("telusur", "{kinerja}", 1280, 840),
    ("mulai", "/", 1200, 640),
    ("unit", UNIT, 1200, 900),
    ("pohon", f"{UNIT}/pohon", 1440, 900),
    ("rekonsiliasi", f"{DOCUMENT}/rekonsiliasi", 1200, 900),
    ("paspor", "{kinerja}/paspor", 900, 1100),
    ("ponsel", "{kinerja}", 390, 844),
)
"""Name of the picture, address, width and height of the window in CSS pixels."""


def main() -> int:
    """Serve the seeds, take the pictures; 1 when there is no Chromium."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        print("Chromium tidak ditemukan. Pasang dulu, lalu ulangi `make screenshots`.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kinerja-gambar-") as folder:
        settings = replace(read_settings(), data=Path(folder) / "data")
        with _served(settings) as (url, graph):
            take(program, url, f"/kinerja/{find_one(graph, START)}")
    return 0


def take(program: str, url: str, kinerja: str) -> None:
    """Every picture, from the service at `url`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, address, width, height in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            _picture(page, url + address.format(kinerja=kinerja), FOLDER / f"{name}.png")
        browser.close()


def _picture(page: Page, address: str, path: Path) -> None:
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or not answer.ok:
        raise SystemExit(f"{address} tidak dapat dipotret: {answer and answer.status}")
    page.screenshot(path=path)
    page.close()
    print(path.relative_to(ROOT))


@contextmanager
def _served(settings: Settings) -> Iterator[tuple[str, Graph]]:
    with with_server(settings, Terminal()) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        schema.apply(graph)
        load_seeds(graph, settings)
        server = create_server(create_app(graph, settings), host="127.0.0.1", port=0, threads=12)
        Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}", graph
        server.close()
        graph.close()


if __name__ == "__main__":
    raise SystemExit(main())
