"""Types and classes of actors that several files of the reading distinguish."""

from __future__ import annotations

from actorgraph.model import ActorType

#: What consists of people and acts as one: "the bank", "the rebels".
COLLECTIVES = frozenset({ActorType.GROUP, ActorType.ORGANIZATION})
#: Types that "who" can refer to, and that can have a role.
PEOPLE = frozenset({ActorType.PERSON, ActorType.GROUP})
#: What "who" never refers to.
CIRCUMSTANCES = frozenset({ActorType.PLACE, ActorType.TIME})
#: What others are for or against, but which does nothing itself: "the reform", "the summit".
MATTERS = frozenset({ActorType.EVENT, ActorType.WORK})

# Classes of the ontology, which are subtypes of actors.
COUNTRY = "Country"
REGION = "Region"
SETTLEMENT = "Settlement"
SPORTS_TEAM = "SportsTeam"
PARTY = "PoliticalParty"
SCHOOL = "School"
ARMED_FORCE = "ArmedForce"
MEDIUM = "MediaOutlet"
COMPANY = "Company"
ALLIANCE = "InternationalOrganization"
