"""Relations that the reading treats alike: ``ontology/relation-lists.ttl``."""

from __future__ import annotations

from functools import cache

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.entry import read_entries
from actorgraph.resources import ontology_file


def relation_list(name: str) -> frozenset[str]:
    """Return the local names of the relations of one list.

    Args:
        name: The list's ``rdfs:label``.

    Raises:
        OntologyError: if there is no list of that name.

    >>> sorted(relation_list("head of a whole"))
    ['leads']
    """
    lists = relation_lists()
    if name not in lists:
        raise OntologyError(f"ontology/relation-lists.ttl has no list {name!r}")
    return lists[name]


@cache
def relation_lists() -> dict[str, frozenset[str]]:
    """Return every list by its name."""
    lists = {}
    path = ontology_file("relation-lists.ttl")
    for entry in read_entries([path], "RelationList"):
        names = entry.names("relation")
        lists[entry.label] = frozenset(names)
    return lists


#: Relations between those who meet in a contest, at which nobody else is present.
CONTEST = relation_list("act in a contest")

#: Relations of violent acts.
VIOLENCE = relation_list("act of violence")
#: Relations too grave to be expressed by words for anything less.
UNMISTAKABLE = relation_list("deed that only its own words tell")
#: Acts that concern a post where nobody is named: "appointed a new chairman".
ACTS_ON_NAMED = relation_list("act on a named person")
#: Relations of those who are somewhere for a time.
VISIT = relation_list("visit")
#: Relations of a place to the place that it is in.
LOCATION = relation_list("place of a place")
#: Lasting relations that no membership is.
STANCES = relation_list("stance")
#: Offices that a body gives to someone, or takes away.
HEADSHIPS = relation_list("office at the head of a body")
#: Relations to what someone merely belongs to: an MP of a party has no post in it.
MEMBERSHIPS = relation_list("membership without a post")
#: Offices that each country has once.
NATIONAL_OFFICES = relation_list("office of a country")
#: Offices that a deputy does not have: the deputy mayor is not the mayor.
UNDIVIDED = relation_list("office without deputies")
#: Relations of players, to a club or a country, which no adjective tells: "*Norwegian* striker".
PLAYING = relation_list("role apart from nationality")
#: Offices of those who say "we" of a body.
SPEAKING_FOR = relation_list("office of whoever speaks for others")
#: Acts by words, which their target can reject: "*criticism* from Marsh", not a court's "charges".
REPROACHES = relation_list("act of reproach")
#: Relations between people of one family.
KINSHIP = relation_list("kinship")
#: Relations to whoever is asked.
ASKING = relation_list("act of asking")
#: Relations of whoever says so: "we *condemn* it".
BY_WORDS = relation_list("act by words")
