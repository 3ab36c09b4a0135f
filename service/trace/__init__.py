"""Why is this done, and how: every way from a kinerja or an indicator up to the outcome, and all that supports it.

In: the connected graph and an id. Out: frozen answers with the source row of every step. Each question is one query in
`graph/trace/`, anchored on a unique id; each is bounded, and says so in `terpotong` when a bound was met.
"""

from service.trace.answers import (
    MAX_BELOW,
    MAX_DEPTH,
    MAX_DUTIES,
    MAX_MEASURED,
    MAX_PATHS,
    Branch,
    Break,
    BreakReason,
    Duty,
    Hop,
    IndicatorLineage,
    OtherUse,
    Path,
    PositionLineage,
    Support,
    Trace,
)
from service.trace.contract import as_contract
from service.trace.down import way_down
from service.trace.find import find_one
from service.trace.indicator import indicator_lineage
from service.trace.position import position_lineage
from service.trace.up import way_up, ways_up

__all__ = [
    "MAX_BELOW",
    "MAX_DEPTH",
    "MAX_DUTIES",
    "MAX_MEASURED",
    "MAX_PATHS",
    "Branch",
    "Break",
    "BreakReason",
    "Duty",
    "Hop",
    "IndicatorLineage",
    "OtherUse",
    "Path",
    "PositionLineage",
    "Support",
    "Trace",
    "as_contract",
    "find_one",
    "indicator_lineage",
    "position_lineage",
    "way_down",
    "way_up",
    "ways_up",
]
