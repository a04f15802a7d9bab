"""The kinds of cue: words that change how a claim is stated, or that show who states it."""

from __future__ import annotations

from enum import StrEnum


class Cue(StrEnum):
    """A kind of cue, as ``ontology/vocabulary.ttl`` declares and explains it."""

    # How firmly
    NEGATION = "negation"
    NOBODY = "nobody"
    DENIAL = "denial"
    FALSEHOOD = "falsehood"
    POSSIBLE = "possible"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DEMANDED = "demanded"
    OBLIGATION = "obligation"
    # Whether it is proved
    ACCOUNT = "account"
    ACQUITTAL = "acquittal"
    ALLEGATION = "allegation"
    CONTESTING = "contesting"
    FALSELY = "falsely"
    FICTION = "fiction"
    HEARSAY = "hearsay"
    INCITING = "inciting"
    RETRACTING = "retracting"
    SUSPECTING = "suspecting"
    TRIAL = "trial"
    # Whether the role lasts
    FORMER = "former"
    ENDED = "ended"
    ACTING = "acting"
    DESIGNATE = "designate"
    APPOINTING = "appointing"
    REMOVING = "removing"
    LEAVING = "leaving"
    SERVING = "serving"
    COPULA = "copula"
    STATE = "state"
    PARTIAL = "partial"
    # Who speaks
    ACCORDING = "according"
    DIRECT = "direct"
    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    PREPOSITION = "preposition"
    SOURCE = "source"
    # Grammar
    CARRIER = "carrier"
    SUPERLATIVE = "superlative"
    TITLE = "title"
