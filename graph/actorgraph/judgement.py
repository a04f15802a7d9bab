"""A person's decision on whether two actors are the same."""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.kinds import ActorId, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about two actors.  It survives rebuilds and outranks every score.

    Attributes:
        left: Actor id.
        right: Actor id, after ``left`` in order.
        by: Who decided.
        why: The reason, free text, may be empty.
    """

    left: ActorId
    right: ActorId
    verdict: Verdict
    by: str = ""
    why: str = ""
