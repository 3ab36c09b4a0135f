"""Views over all pairs: the matrix unit by unit, outside bodies, the marks in a tree."""
