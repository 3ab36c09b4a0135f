"""The activity log: the same entries as on the page, with the same filter."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from service.activities import ActivityPage, activities
from service.app import current_store
from service.graph import Graph
from service.web.api.endpoints import endpoint
from service.web.api.units import PageAsked
from service.web.kegiatan import wanted


class ActivitiesAsked(PageAsked):
    akun: str = Field("", max_length=64, description="Nama akun")
    tindakan: str = Field("", max_length=100, description="Kata kerjanya, misalnya: menetapkan tingkat")
    unit: str = Field("", max_length=200, description="Kode perangkat daerah")
    keadaan: Literal["", "mulai", "selesai", "gagal", "tidak jadi"] = Field("", description="Bagaimana berakhir")
    dari: date | None = Field(None, description="Hari pertama, misalnya 2026-11-24")
    sampai: date | None = Field(None, description="Hari terakhir")


@endpoint("GET", "/kegiatan", ActivityPage, "Catatan kegiatan, terbaru dahulu", query=ActivitiesAsked)
def list_activities(graph: Graph, q: ActivitiesAsked) -> ActivityPage:
    asked = {name: str(value) for name, value in q.model_dump(exclude={"halaman", "per_halaman"}).items() if value}
    return activities(current_store(), graph, wanted(asked), q.halaman, q.per_halaman)
