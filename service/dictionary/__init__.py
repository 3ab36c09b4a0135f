"""The data dictionary of the console: what the graph can hold, in words, with what it holds now.

graph/kamus.yaml (service/kamus.py)  what each name means
counts, examples                     asked of the live graph, examples once for each revision
`schema_panel`                       both together, as the console's schema panel and completion take it
`neighbour_counts`, `neighbours`     what is around a node, for the picture of an answer
`examples.EXAMPLES`                  statements to begin with
"""

from service.dictionary.examples import EXAMPLES
from service.dictionary.neighbours import neighbour_counts, neighbours
from service.dictionary.panel import schema_panel

__all__ = ["EXAMPLES", "neighbour_counts", "neighbours", "schema_panel"]
