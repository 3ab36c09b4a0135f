"""The unit's own word of stage 3 for each level: `taktikal immediate` -> `kondisi antara`.

In: a cascade and the claims it was folded from. Out: one label for each level that has one. The word that stands most
often beside the level, where stage 3 says what was settled; then any word beside it. A level without a word of stage 3
is printed by its own name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from service.model import Cascade, Claim


def labels_of(cascade: Cascade, claims: Sequence[Claim]) -> dict[str, str]:
    """Level -> label."""
    written = {c.kinerja_id: c.label for c in claims if c.tahap == 3 and c.jenis == "kinerja" and c.label}
    agreeing, any_at_all = dict[str, Counter[str]](), dict[str, Counter[str]]()
    for k in cascade.kinerja:
        if k.id in written:
            any_at_all.setdefault(k.tingkat, Counter())[written[k.id]] += 1
            if k.tingkat_t3 == k.tingkat:
                agreeing.setdefault(k.tingkat, Counter())[written[k.id]] += 1
    levels = {k.tingkat for k in cascade.kinerja}
    found = {level: agreeing.get(level) or any_at_all.get(level) for level in levels}
    return {level: counts.most_common(1)[0][0] if counts else level for level, counts in found.items()}
