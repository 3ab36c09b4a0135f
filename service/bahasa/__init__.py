"""The Indonesian of cascading documents, pure text work: no file, no graph, no settings.

`wording` makes two spellings of one sentence comparable, `spelling` says when two sentences are one with a slip of the
pen, `openings` tells a statement from an indicator by how it begins, `terms` knows the words for levels, planning
components and positions, `bodies` finds the unit, its regency and the year in a heading.
"""
