"""The Indonesian of cascading documents, pure text work: no file, no graph, no settings.

`wording` makes two spellings of one sentence comparable, `spelling` says when two sentences are one with a slip of the
pen (with `lexicon`, the words of the genre), `openings` tells a statement from an indicator by how it begins, `terms`
knows the words for levels and planning components, `planning` takes a cell of component and owners apart, `stages`
knows the five stages by name, `bodies` finds the unit, its regency and the year in a heading, `forms` matches the words
of a search, `codes` spells the codes of the national nomenclature one way, `dates` and `numbers` write
those as a letter does.
"""
