"""The analysts' console: a person's Cypher in, rows out; nothing that a person writes reaches the live graph.

text -> walls (pure) -> a slot -> a worker process that asks the mirror: EXPLAIN -> walls of the plan -> READ -> rows
"""
