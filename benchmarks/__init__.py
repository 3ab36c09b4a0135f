"""How fast is it: the trace over Bolt and HTTP, the import, the start; each as a ratio to something measured beside it.

    cascades   seeded cascades of made-up units, as rows for the graph
    filling    the rows in bulk into a scratch data folder
    measure    interleaved rounds, percentiles
    tracing    RETURN 1, the trace over Bolt, as JSON and as a page
    importing  Batumandi end to end
    starting   from nothing to the first page, against Neo4j alone
    report     docs/benchmarks.md, with machine, date and targets

`make bench` runs all; `make bench ARGS=--quick` shows in a minute that it works. Nothing here touches your own data.
"""
