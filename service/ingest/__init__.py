"""From the bytes of a document to the live graph.

    read        bytes -> rows with their place, in a child process with limits
    parse       rows -> claims: what each stage says of each kinerja
    join        claims -> which of them speak of the same kinerja
    plan        against the live graph: which id each speaks of, the cascade, its issues, what would change
    load        one transaction: version, rows, log entry, and the cascade folded anew

`importing.prepare` does all but the last and writes nothing; `importing.apply` does the last, whole or not at all.
Nothing is imported here: the child process that only reads a file must not load the database.
"""
