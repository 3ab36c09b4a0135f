"""The repository's own questions as tables, DataFrames and CSV files, for analysts in a notebook (optional extra).

In: the name of a question (`kinerja questions`), or of any query under `graph/`, and its parameters. Out: a py2neo
`Table`, a pandas DataFrame, a file. Only named queries, only reading; no free Cypher. It joins the Neo4j of the data
folder (or NEO4J_URI) as any other process does:

    from service.notebook import Notebook
    with Notebook.open() as buku:
        buku.frame("jalur-ke-outcome", kinerja="BTM-22-QJ96")

py2neo speaks Bolt 4.3, so this is also the proof that an old client still reaches the server.
"""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.config import Settings, read_settings
from service.console.statement import LARGEST
from service.errors import GraphUnavailable, Invalid, KinerjaError
from service.graph import Graph
from service.queries import Query, all_queries, query
from service.questions import all_questions, grouped, question, settle
from service.questions.heads import FOLDER, ROWS
from service.server import Connection, Terminal, with_server

if TYPE_CHECKING:
    import pandas
    import py2neo

try:
    import py2neo
    from py2neo.errors import ClientError, ConnectionUnavailable
except ImportError:
    raise KinerjaError(
        "Buku catatan memerlukan paket tambahan yang belum terpasang.", "Jalankan: pip install -e '.[notebook]'"
    ) from None


class Notebook:
    """A connection for reading; `open()` finds the server, `close()` or the end of a `with` block lets it go."""

    def __init__(self, at: Connection) -> None:
        """Raises GraphUnavailable when the server does not answer or refuses the password."""
        # py2neo says "Connection has been closed" to a wrong password; the driver says what is wrong
        self._door = Graph.connect(at.uri, at.user, at.password, at.database)
        self._held = ExitStack()
        self._held.callback(self._door.close)
        self._graph = py2neo.Graph(at.uri, auth=(at.user, at.password), name=at.database)

    @classmethod
    def open(cls, settings: Settings | None = None) -> Notebook:
        """The graph of this data folder (settings: by default from the environment); starts its server if none runs."""
        with ExitStack() as held:
            notebook = cls(held.enter_context(with_server(settings or read_settings(), Terminal())))
            held.push(notebook._held)  # lets the connection go before the server
            notebook._held = held.pop_all()
        return notebook

    def close(self) -> None:
        self._held.close()

    def __enter__(self) -> Notebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def questions(self) -> dict[str, str]:
        """What can be asked, group by group: name of the question -> the question and its parameters."""
        return {one.nama: _told(one.judul, [p.nama for p in one.parameter]) for group in grouped() for one in group.isi}

    def queries(self) -> dict[str, str]:
        """The queries behind the pages, which can be read too: name -> title (in English) and parameters."""
        own = (q for q in all_queries().values() if q.returns and not q.name.startswith(FOLDER))
        return {q.name: _told(q.title, [*q.params, *(["order"] if q.orders else [])]) for q in own}

    def table(self, name: str, /, order: str = "", **params: Any) -> py2neo.integration.Table:
        """Rows of the question or query `name`, shown as a table by Jupyter. What of a question is not said is the
        first choice there is. Raises Invalid for wrong parameters or a writing query, GraphUnavailable when the server
        is gone. `order`: a key from the query's head, where it has any."""
        q = _named(name)
        params = self._settled(name, params) if name in all_questions() else params
        _check(q, params, order)
        try:
            return self._graph.query(q.ordered(order) if q.orders else q.text, params).to_table()
        except ClientError as fault:
            if "AccessMode" in str(fault.code):
                raise Invalid(f"Kueri {name} menulis ke graf.", "Buku catatan hanya membaca.") from None
            raise
        except ConnectionUnavailable:
            raise GraphUnavailable("Basis data tidak menjawab lagi.", "Buka lagi: Notebook.open().") from None

    def frame(self, name: str, /, order: str = "", **params: Any) -> pandas.DataFrame:
        """The same as a pandas DataFrame, with the columns of the query's head also when there is no row."""
        import pandas  # slow to import, and only this method needs it

        table = self.table(name, order, **params)
        return pandas.DataFrame(list(table), columns=list(_named(name).returns))

    def csv(self, name: str, path: str | Path, /, order: str = "", **params: Any) -> Path:
        """The same as a CSV file (UTF-8, with a header row); lists and maps are written as JSON."""
        table, target = self.table(name, order, **params), Path(path)
        # utf-8-sig: Excel reads accents right. py2neo's own write_csv writes no header row and lists as Python text.
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(_named(name).returns)
            rows.writerows([_cell(value) for value in row] for row in table)
        return target

    def _settled(self, name: str, said: dict[str, Any]) -> dict[str, Any]:
        """The parameters of a question, each one known and allowed; `batas`: rows, the most there can be in a file."""
        asked, one = {key: value for key, value in said.items() if key != ROWS}, question(name)
        values = self._door.reading(lambda tx: settle(tx, one, asked).of(one))
        return {**values, ROWS: said.get(ROWS, LARGEST)}


def _named(name: str) -> Query:
    """The query of a question, or the query called so."""
    return query(FOLDER + name if name in all_questions() else name)


def _told(title: str, names: list[str]) -> str:
    return f"{title} ({', '.join(names)})" if names else title


def _check(q: Query, params: dict[str, Any], order: str) -> None:
    missing, unknown = sorted(q.params.keys() - params), sorted(params.keys() - q.params)
    if missing or unknown:
        raise Invalid(
            f"Parameter kueri {q.name} tidak cocok: kurang {missing}, tidak dikenal {unknown}.",
            f"Yang diperlukan: {q.params}.",
        )
    if q.orders and order not in q.orders:
        raise Invalid(f"Urutan {order!r} tidak dikenal oleh {q.name}.", f"Pilih: {', '.join(q.orders)}.")


def _cell(value: Any) -> Any:
    return (
        json.dumps(value, ensure_ascii=False, sort_keys=True, default=str) if isinstance(value, list | dict) else value
    )
