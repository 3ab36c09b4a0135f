"""Texts in, ranked candidates with their exact reasons out: no graph, no page.

`detector` tells the story; what it needs to compute with takes a third of a second to load, so nothing that a page
loads may import it. `evaluate` says how well it ranks; `explain`, `kinds`, `labels` and `objects` put it into words.
"""
