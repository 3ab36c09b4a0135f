"""What a screen shows. Frozen values; everything bounded, and told when cut."""

from service.browse.answers.documents import DocumentPage, IssueGroup, RowUse, Tip, VersionCard
from service.browse.answers.kinerja import (
    BasisCard,
    Evidence,
    IndicatorPage,
    KinerjaPage,
    MeasureCard,
    OldKinerja,
    SuccessFactorCard,
    Use,
)
from service.browse.answers.units import MAX_TREE, About, Tree, TreeNode, UnitCard, UnitList, UnitPage

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
    "Use",
    "VersionCard",
]
