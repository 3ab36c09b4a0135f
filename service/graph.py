"""The only door to Neo4j: named queries in, rows out; every write counted.

In: the name of a query under `graph/` and its parameters. Out: a list of rows (dicts by column). Reads run as managed
READ transactions, writes as managed WRITE transactions that raise the revision by one; both are retried by the
driver, go to the named database and end at a time limit. The content hash is defined here and nowhere else.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions as faults
from neo4j import unit_of_work

from service.actor import doing
from service.errors import GraphUnavailable, KinerjaError, Paused
from service.queries import query

# The driver retries by itself; what it mutters meanwhile, in English, is not for the person at the terminal.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)

T = TypeVar("T")
Rows = list[dict[str, Any]]

READ_SECONDS = 15.0
WRITE_SECONDS = 60.0
"""Time limits of one transaction; the server's own default is 30 s."""
HOLD_SECONDS = 12.0
"""How long writers may be held up: they give up after the server's 15 s for a lock."""
PATIENT_SECONDS = 45.0
"""For a first look right after the start: the server plans the largest queries there are for the first time, beside the
detection that runs then. A page that takes long is better than one that fails."""

POOL: dict[str, Any] = {
    "max_connection_pool_size": 24,  # threads of the web server and a few for the command line
    "connection_acquisition_timeout": 5.0,
    "connection_timeout": 5.0,
    "max_transaction_retry_time": 10.0,
    "keep_alive": True,
    "user_agent": "kinerja-graph",
    "notifications_min_severity": "OFF",
}

DISK_FAILED = (
    "Neo.DatabaseError.Transaction.TransactionLogError",
    "Neo.DatabaseError.Transaction.TransactionCommitFailed",
    "Neo.DatabaseError.Transaction.TransactionStartFailed",
)
"""What Neo4j says when its log cannot be written, and at every question after that until it is started again."""


@dataclass(frozen=True)
class Tx:
    """One open transaction; queries inside it see the same graph."""

    raw: neo4j.ManagedTransaction | neo4j.Transaction
    revisi: int = 0
    """In a write: the number of this write."""

    def run(self, name: str, /, order: str = "", **params: Any) -> Rows:
        """Rows of the query `name`; `order` is one of the keys in its head."""
        q = query(name)
        text = q.ordered(order) if q.orders else q.text
        # Not .data(): it walks through every nested value again, a quarter of a trace's time.
        return [dict(record) for record in self.raw.run(text, params)]

    def each(self, name: str, /, **params: Any) -> Iterator[dict[str, Any]]:
        """The same rows one by one as they arrive: for answers that are as large as the graph."""
        for record in self.raw.run(query(name).text, params):
            yield dict(record)


class Graph:
    """A connected Neo4j. One per process; safe to share between threads."""

    def __init__(self, driver: neo4j.Driver, database: str) -> None:
        self.driver = driver
        self.database = database

    @classmethod
    def connect(cls, uri: str, user: str, password: str, database: str = "neo4j") -> Graph:
        """Open a pool and ask once; raises GraphUnavailable with the remedy."""
        with _translated(uri):
            driver = neo4j.GraphDatabase.driver(uri, auth=(user, password), **POOL)
            driver.execute_query("RETURN 1", routing_=neo4j.RoutingControl.READ, database_=database)
        return cls(driver, database)

    def close(self) -> None:
        self.driver.close()

    def read(self, name: str, /, order: str = "", **params: Any) -> Rows:
        """Rows of one query, in one READ transaction."""
        return self.reading(lambda tx: tx.run(name, order, **params))

    def reading(self, work: Callable[[Tx], T], seconds: float = READ_SECONDS) -> T:
        """`work` in one READ transaction: a screen that needs several queries sees one state of the graph. It may be
        tried again from its beginning; `seconds`: its time limit."""

        @unit_of_work(timeout=seconds)
        def managed(raw: neo4j.ManagedTransaction) -> T:
            return work(Tx(raw))

        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(managed)

    @contextmanager
    def open_reading(self, seconds: float = READ_SECONDS) -> Iterator[Tx]:
        """One READ transaction that stays open while its rows are taken one by one; never tried again."""
        with self._session(neo4j.READ_ACCESS) as session, session.begin_transaction(timeout=seconds) as raw:
            yield Tx(raw)

    def write(self, name: str, /, **params: Any) -> Rows:
        """Rows of one writing query; raises the revision."""
        return self.writing(lambda tx: tx.run(name, **params))

    def writing(self, work: Callable[[Tx], T], seconds: float = WRITE_SECONDS) -> T:
        """`work` in one WRITE transaction, whole or nothing. Raising the revision first makes writers
        wait for each other, so that two of them never see the same number."""

        one = doing()
        number = one.nomor if one else None
        revision = 0

        @unit_of_work(timeout=seconds)
        def managed(raw: neo4j.ManagedTransaction) -> T:
            nonlocal revision
            counted = Tx(raw).run("meta/next_revision", kegiatan=number)[0]
            _check_gate(counted["gerbang"])
            revision = counted["revisi"]
            return work(Tx(raw, revision))

        with self._session(neo4j.WRITE_ACCESS) as session:
            done = session.execute_write(managed)
        if one:
            one.revisi = revision
        return done

    def deriving(self, work: Callable[[Tx], T], seconds: float = WRITE_SECONDS) -> T:
        """`work` in one WRITE transaction that writes what is computed from the content and no part of it: the gate
        holds it, other writers wait for it, and the revision (`Tx.revisi`: as it stands) stays."""

        @unit_of_work(timeout=seconds)
        def managed(raw: neo4j.ManagedTransaction) -> T:
            standing = Tx(raw).run("meta/derive")[0]
            _check_gate(standing["gerbang"])
            return work(Tx(raw, standing["revisi"]))

        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(managed)

    def holding(self, work: Callable[[Tx], T], seconds: float = HOLD_SECONDS) -> T:
        """`work` while every writer waits (is not refused), whether the gate is open or not; nothing may be written in
        it (`Tx.revisi`: as it stands). Raises GraphUnavailable when it took longer than `seconds`, in which case
        somebody may have written meanwhile."""
        with self._session(neo4j.WRITE_ACCESS) as session, session.begin_transaction(timeout=seconds) as raw:
            tx = Tx(raw, Tx(raw).run("meta/hold")[0]["revisi"])
            done = work(tx)
            tx.run("meta/hold")  # fails when the server has ended the transaction, and the lock with it
            raw.rollback()
            return done

    def uncounted(self, name: str, /, **params: Any) -> Rows:
        """A write that is no change of content, and that no gate holds: the gate itself, the schema's version, a
        restore into an empty graph."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda raw: Tx(raw).run(name, **params))

    def command(self, text: str, **params: Any) -> Rows:
        """A schema command or an EXPLAIN from this repository, on its own; never a person's text."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.run(text, params).data()

    def plan(self, name: str, /, **params: Any) -> dict[str, Any]:
        """How Neo4j would answer the query `name`: nested operators."""
        q = query(name)
        text = "EXPLAIN " + (q.ordered(next(iter(q.orders))) if q.orders else q.text)
        with self._session(neo4j.READ_ACCESS) as session:
            return session.run(text, params).consume().plan or {}

    def port(self) -> int:
        """Port of the server that this is connected to."""
        with _translated():
            return int(self.driver.get_server_info().address[1])

    def revision(self) -> int:
        """Number of the last write."""
        return int(self.read("meta/revision")[0]["revisi"])

    def content_hash(self, seconds: float = READ_SECONDS) -> str:
        """SHA-256 of all content (no counters, no derived edges), independent of order and of internal ids."""
        return self.reading(digest_of_content, seconds)

    @contextmanager
    def _session(self, access: str) -> Iterator[neo4j.Session]:
        with (
            _translated(),
            self.driver.session(database=self.database, default_access_mode=access) as session,
        ):
            yield session


def _check_gate(reason: str | None) -> None:
    if reason:
        raise Paused(
            f"Penulisan dijeda: {reason}. Tidak ada yang diubah.", "Membaca tetap bisa. Coba lagi sebentar lagi."
        )


CONTENT = ("meta/all_nodes", "meta/all_relationships")
"""The queries whose rows are all the content of a graph."""


def digest_of_content(tx: Tx) -> str:
    """`content_hash` as this transaction sees it."""
    lines = [content_line(row) for name in CONTENT for row in tx.each(name)]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def content_line(row: dict[str, Any]) -> str:
    """One node or relationship as a line of the canonical dump: the content hash is the digest of all, sorted."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


@contextmanager
def _translated(uri: str = "") -> Iterator[None]:
    """Driver faults become ours; a fault of our own passes through untouched."""
    try:
        yield
    except faults.AuthError:
        raise GraphUnavailable(
            "Basis data menolak nama pengguna atau kata sandi.", "Periksa NEO4J_USER dan NEO4J_PASSWORD."
        ) from None
    except (faults.ServiceUnavailable, faults.SessionExpired, faults.ConfigurationError) as fault:
        where = f" di {uri}" if uri else ""
        raise GraphUnavailable(
            f"Basis data{where} tidak menjawab.",
            "Coba lagi sebentar lagi. Bila tetap begitu, jalankan `kinerja status`, atau periksa NEO4J_URI.",
        ) from fault
    except faults.DriverError as fault:
        raise GraphUnavailable("Sambungan ke basis data habis atau terputus.", "Coba lagi sebentar.") from fault
    except faults.Neo4jError as fault:
        if fault.code and ("TransactionTimedOut" in fault.code or "MemoryPoolOutOfMemory" in fault.code):
            raise KinerjaError(
                "Pertanyaan ini terlalu berat dan dihentikan.", "Persempit pertanyaannya, lalu coba lagi."
            ) from fault
        if fault.code in DISK_FAILED:
            raise GraphUnavailable(
                "Basis data berhenti menulis karena disk gagal atau penuh.",
                "Kosongkan ruang di disk, lalu hentikan dan jalankan lagi; yang sudah tersimpan aman.",
            ) from fault
        if isinstance(fault, faults.TransientError):  # waited for another writer, and the driver's retries are over
            raise GraphUnavailable(
                "Basis data masih sibuk dengan perubahan lain; permintaan ini belum dikerjakan.", "Coba lagi sebentar."
            ) from fault
        raise
