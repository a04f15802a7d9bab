"""The exceptions, one tree.  The command line maps each branch to an exit code.

ActorgraphError
├── UsageError              2  what was asked for cannot be done as asked
│   ├── UnsupportedSystem      an operating system that it does not run on
│   ├── UnknownTerm            a class or relation that the ontology lacks
│   ├── OntologyError          an ontology file that cannot be used
│   └── QueryRefused           a query that would leave the machine or change the store
│       └── QueryStopped          a query that takes too much time or memory
├── NotFound                1  an actor, document, claim or named question that is not there
├── InvalidData             1  a dataset that breaks a shape, or a quote that is not in its text
├── ServiceError           1  a service that the user named fails or does not keep to its interface
├── DocumentError           3  a document that cannot be read (it is listed, the others go on)
└── StoreError              4  no graph there, or one that is damaged or locked

Every message is one line: what was found, what is allowed, what to do.
"""

from __future__ import annotations


class ActorgraphError(Exception):
    """Base of all errors that the product raises on purpose."""

    exit_code = 1


class UsageError(ActorgraphError):
    """What was asked for cannot be done as asked."""

    exit_code = 2


class UnsupportedSystem(UsageError):
    """The operating system lacks what the program needs."""


class UnknownTerm(UsageError):
    """A class or relation that the ontology lacks."""


class OntologyError(UsageError):
    """An ontology file that cannot be used."""


class QueryRefused(UsageError):
    """A query that would leave the machine, change the store or cannot be parsed."""


class QueryStopped(QueryRefused):
    """A query that takes too much time or memory, so that it has no answer."""


class NotFound(ActorgraphError):
    """An actor, document, claim or named question that is not there."""


class InvalidData(ActorgraphError):
    """A dataset that breaks a shape, or a quote that is not in its text."""


class ServiceError(ActorgraphError):
    """A service that the user named fails, or does not keep to its interface."""


class DocumentError(ActorgraphError):
    """A document that cannot be read."""

    exit_code = 3


class StoreError(ActorgraphError):
    """No graph there, or one that is damaged or locked."""

    exit_code = 4
