"""The mirror: a second private Neo4j with a copy of the live graph, for questions that a person writes.

    places      two slots below the data folder: one answers, the next copy goes to the other
    content     what a slot holds
    copying     the store of the running private server, copied while writers wait
    pouring     the same by queries, for an external server
    settling    indexes that were never written down
    filling     a slot filled, started and compared
    running     the server of a slot
    retiring    an old one ends when nothing runs on it any more
    watching    it follows the graph, comes back when it was killed, rests when nobody asks
    address     which one answers, and how it is doing
    mirror      what others see of all this: `at`, `kill`, `state`, `running`, `stop`

Nothing that is done to a mirror reaches the live graph: it has its own files, process, port and password, Neo4j refuses
to write to it, and it may be killed at any moment.
"""

from service.mirror.address import At, State
from service.mirror.mirror import Mirror

__all__ = ["At", "Mirror", "State"]
