"""The first query: the sign that Neo4j is ready, and the moment its first password is set.

In: a port and the generated password. Out: nothing, or the driver's fault. A Bolt handshake alone proves nothing: the
first query comes a second later. This is the one place outside `graph.py` that uses the neo4j driver, because there
is no graph yet to ask; nothing here reads or writes data.
"""

from __future__ import annotations

from contextlib import suppress

import neo4j
from neo4j.exceptions import AuthError, ClientError, DriverError, TransientError

from service.errors import ServerError

USER = "neo4j"
FACTORY_PASSWORD = "neo4j"  # noqa: S105  what every new store has, and what it makes us change
NOT_YET = (DriverError, TransientError)
"""What a server says that is still starting."""


def answered(uri: str, password: str, where: str) -> bool:
    """Whether the server answered its first query; False: not yet. `where` names the password file in the error."""
    try:
        try:
            _ask(uri, password)
        except AuthError:
            # A new store, or one whose first start was killed before the password was set.
            _set_password(uri, password, where)
            _ask(uri, password)
    except NOT_YET:
        return False
    return True


def _ask(uri: str, password: str) -> None:
    with _driver(uri, password) as driver, driver.session(database="neo4j") as session:
        session.run("RETURN 1").consume()


def _set_password(uri: str, password: str, where: str) -> None:
    change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    try:
        with _driver(uri, FACTORY_PASSWORD) as driver, driver.session(database="system") as session:
            session.run(change, old=FACTORY_PASSWORD, new=password).consume()
    except (AuthError, ClientError) as fault:
        if isinstance(fault, TransientError):
            raise
        raise ServerError(
            f"Kata sandi di {where} tidak cocok dengan basis data di folder yang sama.",
            "Kembalikan berkas itu dari cadangan folder data.",
        ) from fault


def _driver(uri: str, password: str) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        uri, auth=(USER, password), connection_timeout=5.0, max_connection_pool_size=1, user_agent="kinerja-graph"
    )


def quietly_ask(uri: str, password: str, statements: tuple[str, ...]) -> None:
    """Runs statements of this repository for their effect on the Java process (training); faults do not matter."""
    with _driver(uri, password) as driver, driver.session(database="neo4j") as session:
        for statement in statements:
            with suppress(neo4j.exceptions.Neo4jError):
                session.run(statement).consume()
