"""What a person sees when opening a unit, a kinerja, a document or the page about the data.

In: the connected graph and a kode or id. Out: one frozen answer per screen, read in one transaction by at most four
queries, whatever the size of the data.
"""

from service.browse.about import about
from service.browse.answers import (
    MAX_TREE,
    About,
    BasisCard,
    DocumentPage,
    Evidence,
    IndicatorPage,
    IssueGroup,
    KinerjaPage,
    MeasureCard,
    OldKinerja,
    RowUse,
    SuccessFactorCard,
    Tip,
    Tree,
    TreeNode,
    UnitCard,
    UnitList,
    UnitPage,
    VersionCard,
)
from service.browse.document import document_page
from service.browse.indicator import indicator_page, indicator_with_lineage
from service.browse.kinerja import kinerja_page
from service.browse.tree import tree, unit_with_tree
from service.browse.units import unit_page, units

__all__ = [
    "MAX_TREE",
    "About",
    "BasisCard",
    "DocumentPage",
    "Evidence",
    "IndicatorPage",
    "IssueGroup",
    "KinerjaPage",
    "MeasureCard",
    "OldKinerja",
    "RowUse",
    "SuccessFactorCard",
    "Tip",
    "Tree",
    "TreeNode",
    "UnitCard",
    "UnitList",
    "UnitPage",
    "VersionCard",
    "about",
    "document_page",
    "indicator_page",
    "indicator_with_lineage",
    "kinerja_page",
    "tree",
    "unit_page",
    "unit_with_tree",
    "units",
]
