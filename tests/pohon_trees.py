"""Trees for the tests of the picture: made ones of any size, always the same for the same numbers."""

from __future__ import annotations

from collections import deque
from random import Random

from service.pohon.drawing import Drawing, draw
from service.pohon.legend import Heading, LegendEntry
from service.pohon.tree import Box, Link, Tree, grow
from service.pohon.view import View

LEVELS = (
    ("hasil akhir", "T1", 1),
    ("hasil antara", "T2", 2),
    ("sasaran", "T3", 2),
    ("program", "T4", 3),
    ("kegiatan", "T5", 4),
    ("subkegiatan", "T6", 4),
    ("langkah kerja", "T7", 5),
)
WORDS = [
    *("terwujudnya", "layanan", "perizinan", "jalan", "desa", "gizi", "balita", "arsip", "sungai", "sekolah", "pasar"),
    *("petani", "nelayan", "warga", "laporan", "data", "pengendalian", "dan", "di", "untuk", "berkelanjutan"),
    *("terpadu", "penyelenggaraan", "pertanggungjawaban"),
]
OWNERS = ("", "kepala seksi", "kepala bidang / penyuluh / analis", "pelaksana")
ALL_OPEN = View(sampai=0, lengkap=True)


def made(size: int, depth: int = 7, seed: int = 1) -> tuple[list[Box], list[Link]]:
    """`size` boxes on at most `depth` levels, statements of 2 to 20 words, 0 to 4 indicators, every kind of link."""
    chance = Random(seed)
    boxes: list[Box] = []
    links: list[Link] = []
    waiting: deque[tuple[str, int]] = deque([("", 0)])
    while waiting and len(boxes) < size:
        effect, level = waiting.popleft()
        boxes.append(_box(chance, f"k{len(boxes)}", level))
        if effect:
            links.append(Link(boxes[-1].id, effect, chance.choice(("urutan", "urutan", "tersurat", "diputuskan"))))
        if level < depth - 1:
            waiting.extend((boxes[-1].id, level + 1) for _ in range(chance.randint(2, 5)))
    links.extend(Link(boxes[-n].id, boxes[n].id, "tersurat", utama=False) for n in range(1, 4) if size > 20)
    return boxes, links


def grown(size: int, depth: int = 7) -> Tree:
    return grow(*made(size, depth))


def drawn(tree: Tree, view: View = ALL_OPEN, listed: int | None = None, still: bool = False) -> Drawing:
    heading = Heading("Pohon kinerja Dinas Rekaan", ("Tahun 2031 · versi 1", "Revisi 7 · dibuat 1 Januari 2031"))
    legend = [LegendEntry(short, name, step) for name, short, step in LEVELS]
    return draw(tree, view, heading, legend, listed=listed, still=still)


def _box(chance: Random, name: str, level: int) -> Box:
    tingkat, short, step = LEVELS[level]
    return Box(
        id=name,
        uraian=_sentence(chance, 2, 20),
        tingkat=tingkat,
        langkah=step,
        singkat=short,
        indikator=tuple(_sentence(chance, 2, 16) for _ in range(chance.choice((0, 1, 1, 2, 4)))),
        pengampu=chance.choice(OWNERS),
    )


def _sentence(chance: Random, least: int, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(least, most))).capitalize()
