"""Ports on this machine: a free one for Neo4j, and a clear sentence when the service's own is taken."""

from __future__ import annotations

import socket

from service.errors import ServerError


def free_port() -> int:
    """A loopback port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def free_port_or_refuse(host: str, port: int) -> None:
    """Returns when `host`:`port` can be listened on; ServerError naming the remedy when it cannot."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the web server does it: a connection of the last run that lingers is no listener.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError as fault:
            raise ServerError(f"Port {port} hanya untuk administrator.", _other(8000)) from fault
        except OSError as fault:
            message = f"Alamat http://{host}:{port} sudah dipakai program lain."
            raise ServerError(message, f"Hentikan program itu, atau pilih port lain: {_other(port + 1)}") from fault


def answers(port: int) -> bool:
    """Whether somebody accepts connections on the loopback port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def _other(port: int) -> str:
    return f"KINERJA_PORT={port if port <= 65535 else 8000} make run"
