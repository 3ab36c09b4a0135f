"""Who may serve: one `kinerja run` per data folder, on a port that nobody has."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace

import pytest

from service.config import ROOT, Settings
from service.errors import ServerError
from service.server import free_port_or_refuse, one_service, served_by_another
from tests.conftest import environment, on_tmpfs

SERVE_AND_WAIT = """
import sys
from service.config import read_settings
from service.server import one_service
with one_service(read_settings()):
    print("serving", flush=True)
    sys.stdin.read()
"""
REMEDY = "Buka alamat itu, hentikan dengan Ctrl-C di jendelanya, atau pakai folder lain dengan KINERJA_DATA."


def serving(settings: Settings) -> subprocess.Popen[str]:
    """Another process that serves the data folder."""
    other = subprocess.Popen(
        [sys.executable, "-c", SERVE_AND_WAIT],
        cwd=ROOT,
        env=os.environ | environment(settings.data, settings.cache) | {"KINERJA_PORT": "8765"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout
    assert other.stdout.readline() == "serving\n"
    return other


def test_the_second_is_told_who_serves_where_and_a_killed_first_leaves_the_way_free(settings: Settings) -> None:
    other = serving(settings)
    with pytest.raises(ServerError) as refused, one_service(settings):
        pass
    assert str(refused.value) == (
        f"Folder data {settings.data} sudah dilayani di http://127.0.0.1:8765 (proses {other.pid}). {REMEDY}"
    )
    assert served_by_another(settings)
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert not served_by_another(settings)

    with one_service(settings):
        assert not served_by_another(settings)
        content = json.loads((settings.data / "service.json").read_text(encoding="utf-8"))
        assert content == {"pid": os.getpid(), "url": "http://127.0.0.1:8000"}
    assert not (settings.data / "service.json").exists()


def test_two_data_folders_are_served_side_by_side(settings: Settings) -> None:
    other = serving(replace(settings, data=settings.data / "lain"))
    with one_service(settings):
        assert other.poll() is None
    other.kill()
    other.wait()


def test_a_read_only_disk_ends_in_a_sentence(settings: Settings) -> None:
    with on_tmpfs("ro") as disk, pytest.raises(ServerError, match=r"disk hanya dapat dibaca\. Pilih folder lain"):
        one_service(replace(settings, data=disk / "data")).__enter__()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_taken_port_is_refused_with_a_free_one_proposed(host: str) -> None:
    with socket.create_server((host, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServerError) as refused:
            free_port_or_refuse(host, port)
        assert str(refused.value) == (
            f"Alamat http://{host}:{port} sudah dipakai program lain. "
            f"Hentikan program itu, atau pilih port lain: KINERJA_PORT={port + 1} make run"
        )
    free_port_or_refuse(host, port)
