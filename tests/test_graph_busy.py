"""What a writer is told that could not get its turn: the lock, the retries and their end belong to Neo4j's driver."""

from __future__ import annotations

import neo4j
import pytest
from neo4j.exceptions import TransientError

from service.errors import GraphUnavailable
from service.graph import Graph, Tx
from service.server import Connection


def test_a_writer_that_waited_in_vain_is_told_to_try_again(neo4j_server: Connection, graph: Graph) -> None:
    at = neo4j_server
    login = (at.user, at.password)
    with (
        neo4j.GraphDatabase.driver(at.uri, auth=login, max_transaction_retry_time=0) as impatient,
        pytest.raises(GraphUnavailable, match="belum dikerjakan"),
    ):
        Graph(impatient, at.database).writing(_no_lock)
    assert graph.revision() == 0


def _no_lock(_tx: Tx) -> None:
    """What the server says after 15 seconds of waiting for another writer."""
    raise TransientError("Neo.TransientError.Transaction.LockAcquisitionTimeout")
