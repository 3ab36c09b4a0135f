"""The data dictionary as a page of documentation, `docs/graph.md`: `python -m service.dictionary.document` writes it.

In: `graph/kamus.yaml`. Out: Markdown; a test compares the file with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.config import ROOT
from service.kamus import Kamus, Label, Property, Type, kamus

FILE = ROOT / "docs" / "graph.md"
HEAD = """# The graph, name by name

Every label, relationship type and property, as analysts read them in the console's schema panel. Made from
`graph/kamus.yaml` by `python -m service.dictionary.document`; change the sentence there. How the parts hang together is
drawn in the head of `graph/schema.cypher`.

Numbers in documents (`target`, `baseline`) are kept as printed, moments as ISO texts. An empty text says "the document
does not say"; a property that is absent says "there is no such thing".
"""


def page(book: Kamus) -> str:
    """The whole page."""
    return "\n".join(_lines(book)) + "\n"


def _lines(book: Kamus) -> Iterator[str]:
    yield HEAD
    yield "## Labels"
    for label in book.label.values():
        yield from _label(label)
    yield "\n## Relationship types"
    for one in book.jenis.values():
        yield from _type(one)


def _label(one: Label) -> Iterator[str]:
    yield f"\n### {one.nama}\n\n{one.arti} Kunci: `{one.kunci}`.\n"
    yield from _table(one.sifat)


def _type(one: Type) -> Iterator[str]:
    yield f"\n### {one.nama}\n\n{one.arti}\n\n`{one.contoh}` · dari {', '.join(one.dari)} ke {', '.join(one.ke)}\n"
    yield from _table(one.sifat)


def _table(sifat: Iterable[Property]) -> Iterator[str]:
    rows = [f"| `{prop.nama}` | {prop.jenis} | {prop.arti} |" for prop in sifat]
    if rows:
        yield from ("| Sifat | Jenis | Arti |", "|---|---|---|", *rows)


if __name__ == "__main__":
    FILE.write_text(page(kamus()), encoding="utf-8")
