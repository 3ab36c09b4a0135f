"""Faults on purpose: the service and its database killed in the middle of what they do, documents mutated at random.

`make test` runs a handful of each, `make torture` as many as there is time for; a seed makes any of them again.
"""
