"""Out again: the five-stage worksheet of a unit and year, and its matrix, as files that a unit mends and brings back.

    form        sheets, columns and marks by name; the reader (`ingest/parse/lembar*`) knows no more than this
    gathered    the live cascade with everything that a file prints about it
    tree        its kinerja in the order of the tree
    stages      the worksheet as plain tables, stage by stage
    components  the planning components of a kinerja as its cells print them
    notes       what was mended, who settled what, what is still open: the last page
    workbook    worksheet -> bytes of an .xlsx
    word        worksheet -> bytes of a .docx
    matrix      the matrix cascading as plain rows, and `matrixbook` its .xlsx
    names       names of the files

Nothing is imported here: the child process that reads an upload takes `form` alone.
"""
