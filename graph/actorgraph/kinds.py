"""The enumerations of the model, for actors, mentions, claims and verdicts, and its ids."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
ActorId = NewType("ActorId", str)
ClaimId = NewType("ClaimId", str)


class ActorType(StrEnum):
    """What kind of thing an actor is: local names of classes in ``ontology/actors.ttl``."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    """A body with members, staff or owners: a company, a party, a ministry, an army."""
    PLACE = "Place"
    """A country, which may act as a state, a region, a town, a building."""
    GROUP = "Group"
    """People without a body: a people, police, protesters."""
    EVENT = "Event"
    ROLE = "Role"
    """A post, such as President of Norway, which people hold one after another."""
    WORK = "Work"
    """What somebody made or agreed on: a law, a treaty, a book."""
    TIME = "Time"
    """A date, as the object of a relation such as ``bornOn``."""
    OTHER = "Other"


#: Types that say something about others but do not act themselves: posts and dates.
NOT_ACTING = (ActorType.ROLE, ActorType.TIME)


class MentionKind(StrEnum):
    """How a passage refers to an actor."""

    NAME = "name"
    NOMINAL = "nominal"
    """A description: “the Norwegian chancellor”."""
    PRONOUN = "pronoun"


class Polarity(StrEnum):
    """Whether the text affirms the relation or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    """“Roth did not meet Marsh”, “Roth was acquitted of killing Marsh”."""


class Modality(StrEnum):
    """How certain the text presents the relation as being."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    """“Roth will meet Marsh”."""
    POSSIBLE = "possible"
    """“Roth may meet Marsh”, “if Roth meets Marsh”."""
    ALLEGED = "alleged"
    """“Roth is said to have met Marsh”, “was charged with killing Marsh”."""
    DEMANDED = "demanded"
    """“Hale called on Roth to meet Marsh”."""


class Status(StrEnum):
    """Whether someone has a role now."""

    CURRENT = "current"
    """At the time of the document."""
    FORMER = "former"
    ACTING = "acting"
    """For the time being: “interim director”."""
    DESIGNATE = "designate"
    """Not yet: “president-elect”."""


class SpeechAct(StrEnum):
    """What a speaker does with what is attributed to them."""

    SAYS = "says"
    DENIES = "denies"
    WITHHOLDS = "does not say"


class Verdict(StrEnum):
    """What a person decided: about two actors, a claim, an actor, or an earlier decision."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    REJECTED = "rejected"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    RENAMED = "renamed"
    RETYPED = "retyped"
    HIDDEN = "hidden"
    NOTED = "noted"
    ALIGNED = "aligned"
    UNDONE = "undone"


#: Verdicts about whether two actors are the same.
PAIR_VERDICTS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
#: Verdicts about a claim, or about all claims of an edge.
CLAIM_VERDICTS = frozenset({Verdict.REJECTED, Verdict.CONFIRMED, Verdict.CORRECTED})
#: Verdicts about one actor.
ACTOR_VERDICTS = frozenset(
    {
        Verdict.RENAMED,
        Verdict.RETYPED,
        Verdict.HIDDEN,
        Verdict.NOTED,
        Verdict.ALIGNED,
    }
)


#: Methods of claims that rest on background knowledge, not on what the text says.
BACKGROUND_METHODS = frozenset({"gazetteer", "home", "place in name"})

#: The method of claims that only the learned reader proposes; see ``Claim.method``.
LEARNED = "learned reader"

#: Beginnings of the methods by which a body may be read to be where it only works: "the bank in
#: Oslo".
PRESENCE_METHODS = ("organisation in place", LEARNED)
