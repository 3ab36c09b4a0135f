"""Views over all pairs: the matrix unit by unit, outside bodies, a unit's sheet, the marks in a tree."""
