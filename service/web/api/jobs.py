"""Jobs and their reports over the API: the same that `/pekerjaan` shows."""

from __future__ import annotations

from dataclasses import dataclass

from service.app import current_store
from service.facts import Paging
from service.graph import Graph
from service.store import jobs
from service.store.jobs import Job
from service.web.api.endpoints import endpoint
from service.web.api.units import PageAsked


@dataclass(frozen=True, slots=True)
class JobPage:
    """One page of the jobs, newest first, without their documents."""

    pekerjaan: tuple[Job, ...]
    paging: Paging


@endpoint("GET", "/pekerjaan", JobPage, "Pekerjaan, terbaru dahulu", query=PageAsked)
def list_of_jobs(graph: Graph, q: PageAsked) -> JobPage:  # noqa: ARG001
    found, total = jobs.some(current_store(), q.halaman, q.per_halaman)
    return JobPage(tuple(found), Paging(q.halaman, q.per_halaman, total))


@endpoint("GET", "/pekerjaan/<nomor>", Job, "Satu pekerjaan dengan laporan tiap berkasnya", faults=(404,))
def one_job(graph: Graph, nomor: str) -> Job:  # noqa: ARG001
    return jobs.find(current_store(), int(nomor) if nomor.isascii() and nomor.isdigit() and len(nomor) < 12 else 0)
