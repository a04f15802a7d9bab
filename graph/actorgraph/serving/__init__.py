"""The graph over HTTP: a SPARQL endpoint, pages, and answers as JSON.

It only reads, but for judgements of whoever has the token.  The process that talks to clients never
computes an answer: ``live_graph`` has worker processes for that, which can be stopped.  A request
goes through ``doorkeeper`` (hosts, origins, tokens, sizes), then to a route of ``application``.
"""
