"""The versions of a document: listed, compared, withdrawn, moved to another unit or year, erased for good.

    history / comparison     which versions there are, and what two of them say differently
    withdrawal / withdraw    what goes when no version is current any more; restorable
    targets / removal / move the version belongs to another unit or year: what comes there, what goes here
    erasure / erase          for good, by an administrator

What only compares writes nothing; what changes writes one transaction, through the log, like every decision.
"""

from service.versions.answers import FACETS, Comparison, Difference, FacetChange, History, Line, Version
from service.versions.destination import Removal
from service.versions.erasing import Erasure, erase, erasure
from service.versions.moving import move, removal, undo_move
from service.versions.orphans import Orphan
from service.versions.reading import PER_PAGE, comparison, history
from service.versions.whereto import Choice, targets
from service.versions.withdrawing import Withdrawal, withdraw, withdrawal

__all__ = [
    "FACETS",
    "PER_PAGE",
    "Choice",
    "Comparison",
    "Difference",
    "Erasure",
    "FacetChange",
    "History",
    "Line",
    "Orphan",
    "Removal",
    "Version",
    "Withdrawal",
    "comparison",
    "erase",
    "erasure",
    "history",
    "move",
    "removal",
    "targets",
    "undo_move",
    "withdraw",
    "withdrawal",
]
