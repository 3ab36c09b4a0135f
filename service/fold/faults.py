"""What a fold finds to be wrong: levels on which the stages differ, parents that nothing gives, circles.

In: the rows, what was proposed, the ways as they are laid. Out: one `Issue` each, in document order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.fold.tree import Link, Tree
from service.fold.verdicts import Verdict
from service.fold.ways import Ways, circle
from service.model import Claim, Issue
from service.remarks import remark


def conflicts(
    rows: Mapping[str, Sequence[Claim]], verdicts: Mapping[str, Verdict], statements: Mapping[str, str]
) -> list[Issue]:
    """STR07: one issue for each kinerja on whose level the stages disagree."""
    issues = []
    for id_, of in rows.items():
        verdict = verdicts[id_]
        if not verdict.konflik:
            continue
        said = {3: verdict.t3, 4: verdict.t4, 5: verdict.t5}
        odd = next((tahap for tahap in (5, 4, 3) if said[tahap] and said[tahap] != verdict.tingkat), 5)
        row = next((row for row in of if row.tahap == odd and row.jenis == "kinerja"), of[0])
        heard = ", ".join(f'Tahap {tahap} "{level}"' for tahap, level in said.items() if level)
        message = (
            f'Tingkat "{statements[id_]}" berbeda antar tahap: {heard}; diusulkan "{verdict.tingkat}". {verdict.alasan}'
        )
        lines = [n for claim in of if claim.jenis == "kinerja" for n in claim.baris]
        issues.append(remark("STR07", row.tempat, message, lines, id_))
    return issues


def unplaced(tree: Tree, ways: Ways) -> list[Issue]:
    """Issues of the order, without those that a decision has settled."""
    settled = {*ways.main, *ways.tops}
    return [issue for issue in tree.issues if not (issue.kode == "STR01" and issue.kinerja in settled)]


def circles(links: Mapping[str, Link], statements: Mapping[str, str]) -> list[Issue]:
    """STR02: one issue for each circle that the document itself closes."""
    seen: set[str] = set()
    issues = []
    for id_ in links:
        round_ = circle(links, id_) if id_ not in seen else []
        if round_:
            seen |= set(round_)
            names = " -> ".join(f'"{statements[one]}"' for one in [*round_, round_[0]])
            issues.append(remark("STR02", links[id_].alasan, f"Hubungan sebab-akibat berputar: {names}.", kinerja=id_))
    return issues
