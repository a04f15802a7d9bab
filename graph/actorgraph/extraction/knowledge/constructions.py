"""Names of the grammatical constructions that express a relation without a trigger word.

The lexicon says which relation each of them expresses (``ag:Construction``), and
``extraction/patterns`` reads them.
"""

from __future__ import annotations

from enum import StrEnum


class Construction(StrEnum):
    """A grammatical construction; the values are those of ``ag:construction`` in the lexicon."""

    #: "“The reform is necessary,” Dana Roth said"
    APPROVAL_IN_SPEECH = "approval in speech"
    #: "Dana Roth said at the summit"
    AT_EVENT = "at an event"
    #: "Dana Roth said at a meeting in Oslo": where she was
    AT_EVENT_IN_PLACE = "at an event in a place"
    #: "the Oslo-based lender Delmore Bank"
    BASED = "based"
    #: "“Peter Hallam is a disgrace,” Dana Roth said"
    BLAME_IN_SPEECH = "blame in speech"
    #: "the Norwegian-born painter Ada Quint"
    BORN = "born"
    #: "the presidential candidate Dana Roth", "Dana Roth ran for president"
    CANDIDATE_FOR_POST = "candidate for a post"
    #: "Photo: Ada Quint/Delmore News"
    CREDIT = "credit"
    #: "the Norwegian Civic Party"
    DEMONYM = "demonym"
    #: "a trial in Oslo", "soldiers in Bergen"
    DESCRIPTION_IN_PLACE = "description in place"
    #: "the Winter Games in Oslo"
    EVENT_IN_PLACE = "event in place"
    #: "countries such as Norway and Sweden"
    EXAMPLE = "example of a group"
    #: "Bergen", where the text also names Norway
    GAZETTEER = "gazetteer"
    #: "the Storting", where the text also names Norway
    HOME = "home"
    #: "Dana Roth vowed to scrap the levy"
    INTENDED_OPPOSITION = "intended opposition"
    #: "Dana Roth wants to introduce a levy"
    INTENDED_SUPPORT = "intended support"
    #: "Ada Quint (1920–2001)", "Ada Quint (b. 1920)": the date of birth
    LIFE_DATES = "life dates"
    #: "Ada Quint (1920–2001)", "Ada Quint (d. 2001)": the date of death
    LIFE_DATES_END = "life dates end"
    #: "Democrat Dana Roth", "the Labour mayor Dana Roth"
    MEMBER_OF_PARTY = "member of a party"
    #: "Oslo said", where the text also names Norway
    METONYM = "metonym"
    #: "Peter Hallam must resign, Dana Roth said"
    MODAL_IN_SPEECH = "modal in speech"
    #: "Delmore Bank in Oslo"
    ORGANIZATION_IN_PLACE = "organisation in place"
    #: "Dana Roth was one of seven Norwegian poets", "among the Norwegian poets"
    ONE_OF_GROUP = "one of a group"
    #: "Norway's offensive"
    OWNER_OF_EVENT = "owner of an event"
    #: "the talks between Norway and Sweden"
    PARTIES_OF_EVENT = "parties of an event"
    #: "Dana Roth (Civic Party)"
    PARTY_IN_BRACKETS = "party in brackets"
    #: "Dana Roth of the Oslo Museum"
    PERSON_OF_EMPLOYER = "person of employer"
    #: "Dana Roth, 58, of Bergen"
    PERSON_FROM_PLACE = "person from place"
    #: "Dana Roth of the Civic Party"
    PERSON_OF_ORGANIZATION = "person of organisation"
    #: "the Norland Chamber of Trade", where the text also names Norland
    PLACE_IN_NAME = "place in name"
    #: "Bergen in Norway"
    PLACE_IN_PLACE = "place in place"
    #: "Bergen, Norway"
    PLACE_LIST = "place list"
    #: "Oslo's Delmore Bank"
    POSSESSIVE = "possessive"
    #: "Dana Roth, the mayor of Bergen": she has the post "mayor"
    POST = "post"
    #: "“Peter Hallam is a hero,” Dana Roth said"
    PRAISE_IN_SPEECH = "praise in speech"
    #: "the anti-Norwegian rebels"
    PREFIX_OF_OPPOSITION = "prefix of opposition"
    #: "the pro-Norwegian rebels"
    PREFIX_OF_SUPPORT = "prefix of support"
    #: "Sen. Dana Roth, R-Texas"
    SEAT = "seat"
    #: "Peter Hallam broke the law, Dana Roth said"
    WRONGDOING_IN_SPEECH = "wrongdoing in speech"
