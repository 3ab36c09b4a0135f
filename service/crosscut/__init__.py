"""Which units work on the same thing: found, explained, listed, taken along. Nothing here writes to the graph.

    statement   what the detector takes and gives, as plain values
    glossary/   which phrases mean the same object; what people of this regency changed in it
    detect/     texts in, ranked candidates with their exact reasons out; pure, no graph
    lists/      overlaps by wording and by structure, repetitions, twins
    pair/       one pair as its page shows it
    views/      all pairs at once: the matrix, outside bodies, the marks in a tree
    handover/   the matrix crosscutting as offices bring it to a meeting, and the sheet of a unit

`service/refresh` runs the detector over the graph, `service/decisions/pairs` records what people say of a pair.
"""
