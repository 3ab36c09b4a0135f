"""Lists of what units share: overlaps by wording, structure, repetitions and twins; read from the graph."""
