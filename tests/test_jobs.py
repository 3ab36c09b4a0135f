"""Jobs: many documents in one drop are looked at, imported and told one by one, and can be stopped between two."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from service.actor import LOCAL, Actor
from service.app import MAX_UPLOAD, create_app
from service.config import Settings
from service.errors import NotFound
from service.graph import Graph
from service.ingest import drafts
from service.jobs import Runner
from service.store import Store, jobs, open_store
from service.web import impor
from tests.worksheet import WATER, worksheet

UNITS = ("KECAMATAN TANJUNG CONTOH", "KECAMATAN HULU CONTOH", "KECAMATAN HILIR CONTOH")
DOCUMENTS = tuple(worksheet(unit=unit) for unit in UNITS)


@pytest.fixture
def store(settings: Settings) -> Store:
    return open_store(settings)


@pytest.fixture
def runner(graph: Graph, settings: Settings, store: Store) -> Runner:
    return Runner(graph, settings, store)


def dropped(settings: Settings, *contents: bytes) -> list[tuple[str, str]]:
    kept = [drafts.keep(content, f"berkas-{n}.txt", settings) for n, content in enumerate(contents, 1)]
    return [(draft.sha256, draft.nama) for draft in kept]


def states(job: jobs.Job) -> list[tuple[str, str, int]]:
    return [(item.unit, item.keadaan, item.kinerja) for item in job.butir]


def test_looking_at_documents_writes_nothing(runner: Runner, settings: Settings, store: Store) -> None:
    before = runner.graph.revision()
    key = jobs.ask(store, "periksa", LOCAL, dropped(settings, *DOCUMENTS[:2], b"bukan cascading"))
    runner.work_off()
    job = jobs.find(store, key)
    assert (job.keadaan, job.dikerjakan, job.jumlah) == ("selesai", 3, 3)
    assert states(job) == [
        ("kecamatan-tanjung-contoh", "terbaca", 9),
        ("kecamatan-hulu-contoh", "terbaca", 9),
        ("", "ditolak", 0),
    ]
    assert job.butir[0].pesan == "9 baru"
    assert "bukan dokumen cascading" in job.butir[2].pesan
    assert runner.graph.revision() == before


def test_one_document_that_fails_does_not_keep_the_next_from_being_imported(
    runner: Runner, settings: Settings, store: Store
) -> None:
    key = jobs.ask(store, "impor", LOCAL, dropped(settings, DOCUMENTS[0], b"%PDF-1.7", DOCUMENTS[1]))
    runner.work_off()
    job = jobs.find(store, key)
    assert [item.keadaan for item in job.butir] == ["diterapkan", "ditolak", "diterapkan"]
    assert [item.versi for item in job.butir] == [
        "kecamatan-tanjung-contoh-2024-v1",
        "",
        "kecamatan-hulu-contoh-2024-v1",
    ]
    assert runner.graph.command("MATCH (k:Kinerja) RETURN count(k) AS n") == [{"n": 18}]
    assert [draft.nama for draft in drafts.all_drafts(settings)] == ["berkas-2.txt"]


def test_asking_again_is_harmless(runner: Runner, settings: Settings, store: Store) -> None:
    for _ in range(2):
        key = jobs.ask(store, "impor", LOCAL, dropped(settings, DOCUMENTS[0]))
        runner.work_off()
    assert states(jobs.find(store, key)) == [("kecamatan-tanjung-contoh", "sudah termuat", 9)]
    assert runner.graph.command("MATCH (v:Versi) RETURN count(v) AS n") == [{"n": 1}]


def test_an_upload_that_is_gone_is_told(runner: Runner, store: Store) -> None:
    key = jobs.ask(store, "impor", LOCAL, [("0" * 64, "hilang.txt")])
    runner.work_off()
    assert [(item.keadaan, item.pesan) for item in jobs.find(store, key).butir] == [
        ("gagal", "Unggahannya tidak ada lagi; unggah lagi berkas ini.")
    ]


def test_a_job_acts_as_whoever_asked_for_it(runner: Runner, settings: Settings, store: Store) -> None:
    planner = Actor("perencana-hulu", "perencana", ("kecamatan-hulu-contoh",), "sesi")
    key = jobs.ask(store, "impor", planner, dropped(settings, *DOCUMENTS[:2]))
    runner.work_off()
    assert [item.keadaan for item in jobs.find(store, key).butir] == ["gagal", "diterapkan"]
    assert "tidak menulis untuk" in jobs.find(store, key).butir[0].pesan
    assert runner.graph.command("MATCH (v:Versi) RETURN v.oleh AS oleh") == [{"oleh": "perencana-hulu"}]


def test_a_job_that_waits_is_over_at_once_when_cancelled(runner: Runner, settings: Settings, store: Store) -> None:
    key = jobs.ask(store, "impor", LOCAL, dropped(settings, *DOCUMENTS))
    assert (jobs.cancel(store, key).keadaan, jobs.take(store)) == ("dibatalkan", None)
    assert {item.keadaan for item in jobs.find(store, key).butir} == {"dilewati"}


def test_a_job_stops_before_its_next_document(runner: Runner, settings: Settings, store: Store) -> None:
    key = jobs.ask(store, "impor", LOCAL, dropped(settings, *DOCUMENTS))
    written = runner.graph.writing

    def cancelling(work: object) -> object:
        jobs.cancel(store, key)  # while the first document is being written
        return written(work)  # type: ignore[arg-type]

    runner.graph = _With(runner.graph, cancelling)  # type: ignore[assignment]
    runner.work_off()
    job = jobs.find(store, key)
    assert (job.keadaan, [i.keadaan for i in job.butir]) == ("dibatalkan", ["diterapkan", "dilewati", "dilewati"])


class _With:
    """The real graph, with something that happens while it is written."""

    def __init__(self, graph: Graph, writing: object) -> None:
        self.reading, self.writing = graph.reading, writing


def test_a_job_that_a_restart_cut_short_says_so(runner: Runner, settings: Settings, store: Store) -> None:
    key = jobs.ask(store, "impor", LOCAL, dropped(settings, *DOCUMENTS))
    assert jobs.take(store) is not None
    assert jobs.interrupted(store) == 1
    job = jobs.find(store, key)
    assert (job.keadaan, {item.keadaan for item in job.butir}) == ("terputus", {"dilewati"})
    assert jobs.interrupted(store) == 0


def test_jobs_are_worked_off_beside_the_pages(runner: Runner, settings: Settings, store: Store) -> None:
    with runner.running():
        key = jobs.ask(store, "periksa", LOCAL, dropped(settings, DOCUMENTS[0]))
        runner.wake()
        for _ in range(200):
            if not jobs.find(store, key).terbuka:
                break
            runner._over.wait(0.05)
    assert jobs.find(store, key).keadaan == "selesai"


def test_an_unknown_job_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="Tidak ada pekerjaan nomor 7"):
        jobs.find(store, 7)


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    app = create_app(graph, settings)
    app.config["WTF_CSRF_ENABLED"] = False
    return app.test_client()


def test_a_drop_of_many_files_becomes_one_report_and_then_one_import(client: FlaskClient) -> None:
    runner: Runner = client.application.extensions["jobs"]
    twin = worksheet(WATER[:-1], unit=UNITS[1])
    texts = (*DOCUMENTS[:2], twin, b"bukan cascading")
    files = [(BytesIO(text), f"{n}.txt") for n, text in enumerate(texts, 1)]
    answer = client.post("/impor", data={"berkas": files})
    assert (answer.status_code, answer.location) == (303, "/pekerjaan/1")
    assert "Menunggu giliran." in client.get("/pekerjaan/1").text
    runner.work_off()

    page = client.get("/pekerjaan/1").text
    assert "3 siap diterapkan, 1 ditolak." in page
    assert "2 berkas menyangkut perangkat daerah dan tahun yang sama" in page
    assert (page.count('name="butir"'), page.count(" checked")) == (3, 1)

    answer = client.post("/pekerjaan/1/terapkan", data={"butir": ["1", "2", "4"]})
    assert answer.location == "/pekerjaan/2"
    runner.work_off()
    assert "2 diterapkan." in client.get("/pekerjaan/2").text
    assert "Pemeriksaan nomor 1" in client.get("/pekerjaan").text


def test_a_drop_may_be_larger_than_a_document(client: FlaskClient) -> None:
    client.application.config["WTF_CSRF_ENABLED"] = True  # the token is looked for in the form before its view runs
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/impor").text)
    assert token
    files = [(BytesIO(bytes([65 + n]) * 11_000_000), f"{n}.txt") for n in range(2)]
    assert client.post("/impor", data={"csrf": token[1], "berkas": files}).location == "/pekerjaan/1"
    assert (
        client.post("/impor/x/buang", data={"csrf": token[1], "a": (BytesIO(b"x" * MAX_UPLOAD), "x")}).status_code
        == 413
    )


def test_a_long_document_is_a_job_of_its_own(client: FlaskClient) -> None:
    long = DOCUMENTS[0] + b"\n" * impor.LONG_BYTES
    answer = client.post("/impor", data={"berkas": (BytesIO(long), "panjang.txt")})
    assert (answer.status_code, answer.location) == (303, "/pekerjaan/1")
    short = client.post("/impor", data={"berkas": (BytesIO(DOCUMENTS[0]), "pendek.txt")})
    assert short.location.startswith("/impor/")


def test_nothing_ticked_is_told(client: FlaskClient, settings: Settings) -> None:
    store: Store = client.application.extensions["store"]
    jobs.ask(store, "periksa", LOCAL, dropped(settings, DOCUMENTS[0]))
    answer = client.post("/pekerjaan/1/terapkan")
    assert (answer.status_code, "Belum ada berkas yang dipilih" in answer.text) == (422, True)


def test_what_a_stopped_job_has_not_done_is_done_by_the_next(client: FlaskClient, settings: Settings) -> None:
    store: Store = client.application.extensions["store"]
    key = jobs.ask(store, "impor", LOCAL, dropped(settings, *DOCUMENTS[:2]))
    client.post(f"/pekerjaan/{key}/batal")
    assert "Lanjutkan 2 berkas sisanya" in client.get(f"/pekerjaan/{key}").text
    client.post(f"/pekerjaan/{key}/lanjutkan")
    client.application.extensions["jobs"].work_off()
    assert states(jobs.find(store, key + 1)) == [
        ("kecamatan-tanjung-contoh", "diterapkan", 9),
        ("kecamatan-hulu-contoh", "diterapkan", 9),
    ]
