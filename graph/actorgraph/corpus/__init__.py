"""A whole archive, on Spark: millions of documents, read and resolved by many processes.

``run`` goes from documents to a graph in parts; the same code runs on the processors of one machine
and on a cluster.  The folder of an archive must be one that all machines see::

    archive/readings/            a row for each document, as ``reading_records`` has it
    archive/results/000001/      what was made of all readings: the tables of ``columns.TABLES`` and
        {actors,claims,…}/       ``doubts`` and ``refused`` as Parquet, and the sorted lines of
        quads/part-….nq          N-Quads, which joined in the order of their names are the graph
    archive/archive.json         which result is in force

Reading, nearly all of the work, appends to ``readings`` batch by batch: what was read stays
read, whatever happens.  A result is in force when it is complete, and replaces the one before.

Who is who is decided in one process, the driver, by the resolution that a single graph has: so the
result is the same.  It is given what resolution looks at (text, names, mentions, claims, and a
sample of the text's shingles, by which near-copies are found), not quotations, refusals or RDF.
Everything else is done where the documents are.
"""

from __future__ import annotations

from actorgraph.corpus.archive import ArchiveReport, run
from actorgraph.corpus.archive_slice import Slice, open_slice

__all__ = ["ArchiveReport", "Slice", "open_slice", "run"]
