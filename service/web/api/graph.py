"""Kinerja, indicators and positions: what stands about them, where they lead, their passports."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from service.browse import IndicatorPage, KinerjaPage, OldKinerja, indicator_page, kinerja_page
from service.graph import Graph
from service.passport import Passport, indicator_passport, kinerja_passport
from service.trace import (
    IndicatorLineage,
    PositionLineage,
    Support,
    Trace,
    indicator_lineage,
    position_lineage,
    way_down,
    way_up,
)
from service.web.api.endpoints import Asked, endpoint


class WayAsked(Asked):
    arah: Literal["naik", "turun"] = Field("naik", description="naik: sampai outcome · turun: semua yang menopang")


@endpoint(
    "GET", "/kinerja/<id>", KinerjaPage | OldKinerja, "Semua tentang satu kinerja; id lama: menjadi apa", faults=(404,)
)
def one_kinerja(graph: Graph, id: str) -> KinerjaPage | OldKinerja:
    return kinerja_page(graph, id)


@endpoint(
    "GET",
    "/kinerja/<id>/telusur",
    Trace | Support,
    "Jalan ke outcome, atau semua yang menopang",
    query=WayAsked,
    faults=(404,),
)
def trace_kinerja(graph: Graph, id: str, q: WayAsked) -> Trace | Support:
    return way_up(graph, id) if q.arah == "naik" else way_down(graph, id)


@endpoint("GET", "/kinerja/<id>/paspor", Passport, "Paspor silsilah kinerja, dengan sidik isinya", faults=(404,))
def passport_of_kinerja(graph: Graph, id: str) -> Passport:
    return kinerja_passport(graph, id)


@endpoint("GET", "/indikator/<id>", IndicatorPage, "Semua tentang satu indikator", faults=(404,))
def one_indicator(graph: Graph, id: str) -> IndicatorPage:
    return indicator_page(graph, id)


@endpoint(
    "GET",
    "/indikator/<id>/telusur",
    IndicatorLineage,
    "Kinerja yang diukur dan jalan masing-masing ke outcome",
    faults=(404,),
)
def trace_indicator(graph: Graph, id: str) -> IndicatorLineage:
    return indicator_lineage(graph, id)


@endpoint("GET", "/indikator/<id>/paspor", Passport, "Paspor silsilah indikator, dengan sidik isinya", faults=(404,))
def passport_of_indicator(graph: Graph, id: str) -> Passport:
    return indicator_passport(graph, id)


@endpoint(
    "GET",
    "/jabatan/<kode>",
    PositionLineage,
    "Kinerja yang menjadi tugas satu jabatan dan yang dilayaninya",
    faults=(404,),
)
def one_position(graph: Graph, kode: str) -> PositionLineage:
    return position_lineage(graph, kode)
