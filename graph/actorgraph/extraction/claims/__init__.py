"""Claims: candidates come in; claims with evidence, refusals with reasons, and actors leave.

Candidates become claims or refusals (``acceptance``), reported claims get their ``speakers``, and
the ``rules`` of the ontology add what follows.
"""
