"""How good the detector is: on the labelled development set if it lies beside the repository, and on our own labels.

The glossary was written by people who had not seen the development set, so its figures are those of units that nobody
had in mind. The floors are the ones that a measured method asks for; docs/crosscut.md has the figures themselves.
"""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from seeds.regency import conditions, labelled, unit_names
from service.config import ROOT
from service.crosscut.detect.detector import detect
from service.crosscut.detect.evaluate import (
    LabelledSet,
    average_precision,
    evaluate,
    figures,
    precision,
    ranking,
    read_set,
    recall_of_each,
)
from service.crosscut.detect.gates import HOUSEKEEPING_CODE, housekeeping
from service.crosscut.glossary import shipped
from service.crosscut.statement import Detection
from service.errors import Invalid

SET = ROOT.parent / "shared" / "crosscut" / "dev.json"
SCORER = SET.with_name("nilai.py")
beside = pytest.mark.skipif(not SET.exists(), reason="the development set is not beside the repository")

FLOORS = {
    "ap_netral": 0.76,
    "ap_ketat": 0.66,
    "p50": 0.96,
    "p100": 0.94,
    "r10": 0.92,
    "blocking_recall": 0.96,
}
SAME_BODY = {
    "Kantor Pertanahan (ATR/BPN)": "Kantor Pertanahan",
    "Dinas Kependudukan dan Pencatatan Sipil": "Disdukcapil",
    "Satuan Polisi Pamong Praja dan Pemadam Kebakaran": "Satpol PP",
}
"""Our name of a body -> the one of the development set."""


@cache
def dev() -> LabelledSet:
    return read_set(SET.read_text(encoding="utf-8"))


@cache
def found_in_dev() -> Detection:
    return detect(dev().conditions, shipped(), units=dev().units, least=0)


def raw() -> dict[str, Any]:
    return dict(json.loads(SET.read_text(encoding="utf-8")))


@beside
@pytest.mark.parametrize("figure", FLOORS)
def test_the_development_set_is_ranked_no_worse_than_a_floor(figure: str) -> None:
    assert getattr(evaluate(dev(), found_in_dev()), figure) >= FLOORS[figure]


@beside
def test_the_figures_are_those_of_the_scorer_that_came_with_the_set() -> None:
    spec = importlib.util.spec_from_file_location("nilai", SCORER)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    order = ranking(found_in_dev())
    theirs = scorer.nilai(str(SET), [(a, b, str(-rank)) for rank, (a, b) in enumerate(order)])
    ours = evaluate(dev(), found_in_dev())
    assert (ours.ap_netral, ours.ap_ketat) == pytest.approx((theirs["AP_netral"], theirs["AP_ketat"]))
    assert (ours.p50, ours.p100) == pytest.approx((theirs["P50_netral"], theirs["P100_netral"]))
    assert ours.r10 == pytest.approx(theirs["R10_per_node"])


@beside
def test_housekeeping_is_found_whole_without_codes() -> None:
    coded = {one.id for one in dev().conditions if HOUSEKEEPING_CODE.match(one.kode)}
    without = [replace(one, kode="") for one in dev().conditions]
    assert len(coded) == 39
    assert housekeeping(without, shipped(), {one.id: True for one in without}) == coded


@beside
def test_every_named_body_is_found_and_none_besides() -> None:
    gold = {(one["id"], body) for unit in raw()["unit"] for one in unit["kondisi"] for body in one["mitra_emas"]}
    found = {(one.kinerja, SAME_BODY.get(one.badan, one.badan)) for one in found_in_dev().mentions}
    assert len(gold) == 29
    assert found == gold


@beside
def test_repetitions_within_a_unit_are_found_with_few_false_ones() -> None:
    owner = {one.id: one.unit for one in dev().conditions}
    gold = {(min(p["a"], p["b"]), max(p["a"], p["b"])) for p in raw()["positif"] if owner[p["a"]] == owner[p["b"]]}
    found = {(one.a, one.b) for one in found_in_dev().repeats}
    assert (len(found & gold), len(gold)) >= (3, 4)
    assert len(found) <= 4


@beside
def test_a_set_without_its_gold_is_ranked_alike() -> None:
    """Nothing of the labels reaches the detector."""
    bare = raw() | {"positif": [], "abu_abu": [], "negatif_sulit": []}
    for unit in bare["unit"]:
        for one in unit["kondisi"]:
            del one["mitra_emas"]
    blind = read_set(json.dumps(bare))
    assert detect(blind.conditions, shipped(), units=blind.units, least=0) == found_in_dev()


def test_our_own_labels_stand_before_the_look_alikes() -> None:
    order = ranking(detect(conditions(), shipped(), units=unit_names(), least=0))
    marks = labelled()
    gold = marks["duplikat"] | marks["melengkapi"]
    judged = [pair for pair in order if pair in gold | marks["beda"]]
    assert average_precision(judged, gold) >= 0.84
    assert recall_of_each(order, gold, 10) >= 0.74
    assert len(gold.intersection(order)) / len(gold) >= 0.88


A, B, C, D = ("1", "2"), ("1", "3"), ("2", "3"), ("2", "4")


def test_average_precision_counts_what_is_not_ranked() -> None:
    assert average_precision([A, B, C], {A, C, D}) == pytest.approx((1 + 2 / 3) / 3)
    assert average_precision([], {A}) == average_precision([A], set()) == 0


def test_precision_is_of_the_asked_length() -> None:
    assert precision([A, B], {A}, 50) == 1 / 50


def test_recall_is_a_mean_over_conditions() -> None:
    assert recall_of_each([A, B, C], {A, D}, 1) == pytest.approx((1 + 0.5 + 0) / 3)


def test_pairs_that_could_be_called_either_way_are_left_out_or_wrong() -> None:
    labels = LabelledSet((), {}, frozenset({B}), frozenset({A}))
    found = figures(labels, [A, B])
    assert (found.ap_netral, found.ap_ketat, found.blocking_recall) == (1.0, 0.5, 1.0)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"unit": [{"kode": "A"}]}', '{"nama": "x", "unit": 3, "positif": []}']
)
def test_what_is_no_labelled_set_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(Invalid, match="bukan set berlabel") as refused:
        read_set(text)
    assert "docs/crosscut.md" in refused.value.hint
