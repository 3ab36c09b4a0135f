"""The template workbook: the form in which units without a five-stage document bring their cascade in.

    form        its sheets and columns by name; the reader (`ingest/parse/templat*`) knows no more than this
    content     what goes into one: `Head`, `Entry` (one kinerja), `Measure` (one indicator), and the rows they make
    guide       the words of the sheet that explains
    book        content -> bytes of an .xlsx
    filled      the live cascade of a unit and year -> content

Nothing is imported here: the child process that reads an upload takes `form` alone.
"""
