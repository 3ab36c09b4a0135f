"""The fictional regency beside the real one: brought in, told apart, and taken away without a trace.

    documents   the files in `seeds/`, read two at a time
    loading     each of them imported; what is there already stays as it is
    removing    units, documents, kinerja and what was decided about them, in one transaction
    runner      loads in the background of the service, and says how far it is

Whether they are wanted is kept beside the revision, in the graph: an empty graph asks for them once, a removal stands
until somebody loads them again.
"""

from service.examples.loading import State, ask, load, state
from service.examples.removing import Removal, removal, remove
from service.examples.runner import Progress, Runner

__all__ = ["Progress", "Removal", "Runner", "State", "ask", "load", "removal", "remove", "state"]
