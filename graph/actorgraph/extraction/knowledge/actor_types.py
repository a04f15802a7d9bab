"""Types of actors that the reading treats alike."""

from __future__ import annotations

from actorgraph.model import ActorType

#: What consists of people and acts as one: "the bank", "the rebels".
COLLECTIVES = frozenset({ActorType.GROUP, ActorType.ORGANIZATION})
#: What others are for or against, but which does nothing itself: "the reform", "the summit".
MATTERS = frozenset({ActorType.EVENT, ActorType.WORK})
