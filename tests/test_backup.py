"""One archive holds everything, and gives it back; a damaged one, or a place that is not empty, is refused."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from service.backup import gate
from service.backup.archive import UNFINISHED
from service.backup.making import make, usual_name
from service.backup.restoring import restore
from service.config import Settings, read_settings
from service.decisions import decide
from service.errors import BackupRefused, KinerjaError, NotFound, Paused, ServerError
from service.graph import Graph
from service.replay import export_log, replay
from service.schema import HALF_RESTORED, RESTORER, ensure
from service.server.state import Process
from service.store import Store, open_store
from service.store.activity import recorded
from service.store.tables import Akun, Kegiatan, Sesi
from tests.conftest import emptied, environment, on_tmpfs
from tests.worksheet import WATER, bring, ids, worksheet

REASON = "Sesuai rapat bersama"


@dataclass
class Place:
    """A graph, a store and a folder."""

    graph: Graph
    store: Store
    settings: Settings


@pytest.fixture
def place(graph: Graph, settings: Settings) -> Iterator[Place]:
    """Two documents with a history, an account that is signed in, and what was done."""
    store = open_store(settings)
    with recorded(store, "impor.apply", "lembar.txt"):
        bring(worksheet(), graph, settings)
    bring(worksheet(WATER[:-1]), graph, settings)
    bring(worksheet(unit="KECAMATAN HULU CONTOH"), graph, settings)
    with recorded(store, "keputusan.decide"):
        decide(graph, "tingkat", ids(graph)[WATER[5].uraian], {"tingkat": "taktikal immediate"}, REASON)
    with store.session() as session:
        session.add(Akun(nama="perencana-contoh", peran="perencana", sandi="$argon2id$contoh", dibuat_pada="2026"))
    yield Place(graph, store, settings)
    store.close()


@contextmanager
def elsewhere(one: Place, tmp_path: Path) -> Iterator[Place]:
    """The emptied graph and another, new data folder."""
    emptied(one.graph)
    settings = replace(one.settings, data=tmp_path / "baru")
    store = open_store(settings)
    yield Place(one.graph, store, settings)
    store.close()


def rows(store: Store, table: type) -> list[dict[str, object]]:
    with store.session() as session:
        return [{c.name: getattr(row, c.name) for c in row.__table__.columns} for row in session.query(table)]


def originals(settings: Settings) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in settings.originals.iterdir()}


def test_everything_comes_back_in_an_empty_place(place: Place, tmp_path: Path) -> None:
    before, log, revision = place.graph.content_hash(), export_log(place.graph), place.graph.revision()
    people, done = rows(place.store, Akun), rows(place.store, Kegiatan)
    path = tmp_path / "cadangan" / "satu.zip"

    made = make(place.graph, place.store, place.settings, path)

    assert (made.manifest.sidik_isi, made.manifest.revisi) == (before, revision)
    assert made.manifest.jumlah == {
        "unit": 2,
        "dokumen": 2,
        "kinerja": 17,
        "hubungan": 15,
        "keputusan": 4,
        "berkas": 3,
        "baris": _lines(place.graph),
    }
    assert (made.ukuran, stat.S_IMODE(path.stat().st_mode)) == (path.stat().st_size, 0o600)
    assert [one.name for one in path.parent.iterdir()] == ["satu.zip"]
    with elsewhere(place, tmp_path) as new:
        restored = restore(path, new.graph, new.store, new.settings)
        assert (restored.sidik_isi, new.graph.content_hash()) == (before, before)
        assert (export_log(new.graph), new.graph.revision()) == (log, revision)
        assert (rows(new.store, Akun), rows(new.store, Kegiatan)) == (people, done)
        assert originals(new.settings) == originals(place.settings)
        ensure(new.graph)  # it opens, and takes the next write
        bring(worksheet(), new.graph, new.settings)
        assert new.graph.revision() == revision + 1


def _lines(graph: Graph) -> int:
    nodes = graph.command("MATCH (n) WHERE NOT n:Meta RETURN count(n) AS n")[0]["n"]
    return int(nodes + graph.command("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"])


def test_what_opens_a_door_is_not_in_it(place: Place, tmp_path: Path) -> None:
    with place.store.session() as session:
        session.add(Sesi(sha256="f" * 64, akun_id=1, dibuat_pada="", terakhir_pada="", kedaluwarsa_pada=""))
    (place.settings.data / "session.key").write_bytes(b"rahasia" * 9)
    made = make(place.graph, place.store, place.settings, tmp_path / "satu.zip")
    with zipfile.ZipFile(made.path) as file:
        inside = b"".join(file.read(name) for name in file.namelist())
    assert b"rahasia" not in inside
    assert b"f" * 64 not in inside


def test_the_log_in_it_alone_gives_the_same_graph(place: Place, tmp_path: Path) -> None:
    made = make(place.graph, place.store, place.settings, tmp_path / "satu.zip")
    with elsewhere(place, tmp_path) as new:
        restore(made.path, new.graph, new.store, new.settings)
        log = export_log(new.graph)
        new.graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
        replay(log, new.graph)
        assert new.graph.content_hash() == made.manifest.sidik_isi


# While it is made


def test_reading_goes_on_and_writers_are_told(place: Place) -> None:
    before = place.graph.content_hash()
    with gate.closed(place.graph, "cadangan sedang dibuat"):
        assert place.graph.read("meta/counts")[0]["unit"] == 2
        with pytest.raises(Paused) as told:
            bring(worksheet(unit="KECAMATAN LAIN CONTOH"), place.graph, place.settings)
    assert str(told.value) == (
        "Penulisan dijeda: cadangan sedang dibuat. Tidak ada yang diubah. Membaca tetap bisa. Coba lagi sebentar lagi."
    )
    assert place.graph.content_hash() == before
    bring(worksheet(unit="KECAMATAN LAIN CONTOH"), place.graph, place.settings)


def test_a_second_backup_is_told_that_one_is_being_made(place: Place, tmp_path: Path) -> None:
    with gate.closed(place.graph, "cadangan sedang dibuat"), pytest.raises(Paused, match="oleh yang lain: cadangan"):
        make(place.graph, place.store, place.settings, tmp_path / "dua.zip")
    assert list(tmp_path.glob("*.zip")) == []


def test_a_gate_that_a_killed_process_left_opens_by_itself(graph: Graph) -> None:
    gate.close(graph, "cadangan sedang dibuat", "komputer-lain/1@1.0/x", 0.2)
    assert gate.open_left_behind(graph) is False  # nobody can look at processes of another computer
    with pytest.raises(Paused):
        graph.write("meta/next_revision", kegiatan=None)
    _wait(0.25)
    graph.write("meta/next_revision", kegiatan=None)


def test_a_gate_whose_owner_is_dead_is_opened_at_once(graph: Graph) -> None:
    mine = gate._mine()
    gate.close(graph, "cadangan sedang dibuat", mine, 60)
    assert gate.open_left_behind(graph) is False
    dead = mine.replace(f"@{Process.me().started}", "@1.0")
    gate.close(graph, "cadangan sedang dibuat", mine, 0)
    gate.close(graph, "cadangan sedang dibuat", dead, 60)
    assert gate.open_left_behind(graph) is True
    graph.write("meta/next_revision", kegiatan=None)


def _wait(seconds: float) -> None:
    import time

    time.sleep(seconds)


def test_a_backup_of_a_graph_that_moved_is_thrown_away(place: Place, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="berubah selagi dibaca"), gate.closed(place.graph, "cadangan"):
        place.graph.command("MATCH (m:Meta) SET m.revisi = m.revisi + 1")


def test_what_a_killed_backup_left_goes_with_the_next(place: Place, tmp_path: Path) -> None:
    left, others = tmp_path / f"{UNFINISHED}1@1.0@satu.zip", tmp_path / "surat.zip"
    left.touch()
    others.touch()
    make(place.graph, place.store, place.settings, tmp_path / "satu.zip")
    assert (left.exists(), others.exists()) == (False, True)


def test_a_full_disk_ends_in_a_sentence_and_leaves_no_piece(place: Place) -> None:
    with on_tmpfs("size=64k") as disk:
        with pytest.raises(KinerjaError) as told:
            make(place.graph, place.store, place.settings, disk / "satu.zip")
        assert str(told.value) == (
            f"Cadangan tidak dapat ditulis ke {disk}: disk penuh. Tidak ada cadangan yang dibuat. "
            "Periksa ruang kosong dan izin tulis folder itu, atau pilih folder lain."
        )
        assert list(disk.iterdir()) == []
    bring(worksheet(unit="KECAMATAN LAIN CONTOH"), place.graph, place.settings)  # the gate is open again


def test_a_damaged_original_is_told(place: Place, tmp_path: Path) -> None:
    damaged = next(place.settings.originals.iterdir())
    damaged.write_bytes(b"lain")
    with pytest.raises(KinerjaError, match=f"{damaged.name} rusak"):
        make(place.graph, place.store, place.settings, tmp_path / "satu.zip")
    assert list(tmp_path.glob("*.zip")) == []


# What is refused


def _flipped(data: bytes, at: float) -> bytes:
    place = int(len(data) * at)
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def _other_manifest(data: bytes, tmp: Path, **values: object) -> bytes:
    """The same archive whose manifest says something else."""
    old, new = tmp / "lama.zip", tmp / "lain.zip"
    old.write_bytes(data)
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, json.dumps(json.loads(text) | values) if name == "manifes.json" else text)
    return new.read_bytes()


DAMAGE: dict[str, tuple[Callable[[bytes, Path], bytes], str]] = {
    "nothing": (lambda data, tmp: b"", "bukan cadangan Kinerja Graph, atau rusak atau terpotong"),
    "no archive": (lambda data, tmp: b"halo" * 99, "bukan cadangan Kinerja Graph"),
    "cut off": (lambda data, tmp: data[:-200], "rusak atau terpotong"),
    "half": (lambda data, tmp: data[: len(data) // 2], "rusak atau terpotong"),
    "a bit at the beginning": (lambda data, tmp: _flipped(data, 0.05), "rusak"),
    "a bit in the middle": (lambda data, tmp: _flipped(data, 0.4), "rusak"),
    "a bit near the end": (lambda data, tmp: _flipped(data, 0.8), "rusak"),
    "another hash": (lambda data, tmp: _other_manifest(data, tmp, bagian=_parts(data, tmp, "0" * 64)), "tidak sama"),
    "another content hash": (lambda data, tmp: _other_manifest(data, tmp, sidik_isi="0" * 64), "bagiannya tidak"),
    "a part too few": (lambda data, tmp: _other_manifest(data, tmp, bagian=_parts(data, tmp)[:-1]), "bagiannya tidak"),
    "a part elsewhere": (lambda data, tmp: _other_manifest(data, tmp, bagian=_outside(data, tmp)), "bagiannya tidak"),
    "no revision": (lambda data, tmp: _other_manifest(data, tmp, revisi=None), "tidak lengkap"),
    "an older format": (lambda data, tmp: _other_manifest(data, tmp, format=0), "berformat 0, dibuat program versi"),
    "a newer format": (lambda data, tmp: _other_manifest(data, tmp, format=9), "Perbarui program ini"),
    "a newer schema": (lambda data, tmp: _other_manifest(data, tmp, skema=99), "program yang lebih baru"),
    "a newer store": (lambda data, tmp: _other_manifest(data, tmp, skema_aplikasi="9999"), "lebih baru"),
}


def _parts(data: bytes, tmp: Path, second: str = "") -> list[dict[str, object]]:
    (tmp / "asal.zip").write_bytes(data)
    with zipfile.ZipFile(tmp / "asal.zip") as file:
        parts: list[dict[str, object]] = json.loads(file.read("manifes.json"))["bagian"]
    return [parts[0], parts[1] | {"sha256": second}, *parts[2:]] if second else parts


def _outside(data: bytes, tmp: Path) -> list[dict[str, object]]:
    parts = _parts(data, tmp)
    return [*parts[:-1], parts[-1] | {"nama": "asli/../../jahat"}]


@pytest.fixture(scope="module")
def archive(
    shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path
) -> tuple[bytes, Graph, Store, Settings]:
    """An archive of a small graph, and an empty place to restore it to."""
    tmp = tmp_path_factory.mktemp("arsip")
    old, new = (read_settings(environment(tmp / name, cache)) for name in ("lama", "baru"))
    shared_graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    shared_graph.command("MATCH (m:Meta) SET m.gerbang = null")
    bring(worksheet(), shared_graph, old)
    made = make(shared_graph, open_store(old), old, tmp / "a.zip")
    shared_graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    return made.path.read_bytes(), shared_graph, open_store(new), new


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_archive_is_refused_before_anything_is_written(
    archive: tuple[bytes, Graph, Store, Settings], tmp_path: Path, damage: str
) -> None:
    data, graph, store, settings = archive
    change, says = DAMAGE[damage]
    path = tmp_path / "cadangan.zip"
    path.write_bytes(change(data, tmp_path))
    before = graph.content_hash()
    with pytest.raises(BackupRefused) as told:
        restore(path, graph, store, settings)
    assert says in str(told.value)
    assert "Tidak ada yang ditulis." in str(told.value)
    assert (graph.content_hash(), settings.originals.exists()) == (before, False)
    ensure(graph)


def test_a_file_that_is_not_there_is_told(archive: tuple[bytes, Graph, Store, Settings], tmp_path: Path) -> None:
    _, graph, store, settings = archive
    with pytest.raises(NotFound, match=r"tidak-ada\.zip tidak dapat dibaca"):
        restore(tmp_path / "tidak-ada.zip", graph, store, settings)


def test_a_place_that_is_not_empty_is_left_alone(place: Place, tmp_path: Path) -> None:
    made = make(place.graph, place.store, place.settings, tmp_path / "satu.zip")
    before = place.graph.content_hash()
    with pytest.raises(BackupRefused) as told:
        restore(made.path, place.graph, place.store, place.settings)
    assert str(told.value) == (
        "Cadangan hanya dipulihkan ke tempat yang kosong, dan basis datanya berisi graf dan folder datanya berisi "
        "dokumen asli dan penyimpanan aplikasinya sudah dipakai. Tidak ada yang ditulis. "
        "Pakai folder data yang baru (KINERJA_DATA) atau basis data luar yang kosong (NEO4J_URI), lalu ulangi."
    )
    assert place.graph.content_hash() == before


def test_an_interrupted_restore_opens_for_nobody_until_it_is_repeated(place: Place, tmp_path: Path) -> None:
    made = make(place.graph, place.store, place.settings, tmp_path / "satu.zip")
    with elsewhere(place, tmp_path) as new:
        gate.close(new.graph, HALF_RESTORED, RESTORER, gate.FOR_EVER)
        new.graph.command("CREATE (:SKPD {kode: 'separuh'})")
        new.settings.originals.mkdir(parents=True)
        (new.settings.originals / "a").touch()
        with pytest.raises(ServerError, match=r"Pemulihan cadangan ke sini terputus.*kinerja restore BERKAS"):
            ensure(new.graph)
        restored = restore(made.path, new.graph, new.store, new.settings)
        assert new.graph.content_hash() == restored.sidik_isi == made.manifest.sidik_isi
        ensure(new.graph)


def test_the_usual_name_sorts_by_time() -> None:
    assert usual_name(datetime(2026, 11, 24, 2, 0, 5)) == "kinerja-20261124-020005.zip"
