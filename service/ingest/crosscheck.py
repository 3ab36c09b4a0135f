"""What the stages of one document say of each other's rows.

In: the claims of each kinerja. Out: issues: a row that refers to the wrong stage (STR10), a kinerja that a stage leaves
out (STR09). A stage that the whole document lacks is no fault of single rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.bahasa.stages import referred_stage
from service.model import Claim, Issue
from service.remarks import remark

HOME = {"outcome": 1, "csf": 2, "kinerja": 3}
"""Kind of claim -> the stage in which such a kinerja is at home."""


def cross_check(groups: Sequence[Sequence[Claim]]) -> list[Issue]:
    """Issues of all kinerja; each inner sequence holds the claims of one."""
    stages = {claim.tahap for group in groups for claim in group if claim.jenis == "kinerja"}
    return [issue for group in groups for issue in (*_wrong_references(group), *_left_out(group, stages))]


def _wrong_references(group: Sequence[Claim]) -> Iterable[Issue]:
    home = {HOME[claim.jenis] for claim in group if claim.jenis in HOME and claim.tahap <= 3}
    for claim in group:
        stage = referred_stage(claim.rujukan)
        if stage and home and stage not in home:
            right = " atau ".join(f"Tahap {number}" for number in sorted(home))
            message = f'Rujukan "{claim.rujukan}" pada "{claim.uraian}"; pernyataan itu berasal dari {right}.'
            yield remark("STR10", claim.tempat, message, claim.baris)


def _left_out(group: Sequence[Claim], stages: set[int]) -> Iterable[Issue]:
    there = {claim.tahap for claim in group if claim.jenis == "kinerja"}
    above = any(claim.jenis in ("outcome", "csf") for claim in group) or any(
        referred_stage(claim.rujukan) in (1, 2) for claim in group
    )
    missing = sorted(stages - there - ({3} if above else set()))
    if missing:
        names = " dan ".join(f"Tahap {number}" for number in missing)
        yield remark("STR09", group[0].tempat, f'"{group[0].uraian}" tidak ditemukan di {names}.', group[0].baris)
