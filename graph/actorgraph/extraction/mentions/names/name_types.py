"""The type of each name: corrected by word lists and neighbours, and equal for equal spellings."""

from __future__ import annotations

from collections import Counter, defaultdict

from actorgraph.extraction.knowledge.actor_types import SETTLEMENT
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.place_words import (
    ENDS_OF_PLACES,
    countries_as_places,
    is_beside_place_words,
    is_held,
    is_in_territory,
    towns_of_bodies,
)
from actorgraph.extraction.mentions.names.single_words import (
    first_words_of_bodies,
    surnames_of_bodies,
    surnames_of_people,
)
from actorgraph.extraction.parse.closed_classes import PLACE_PREPOSITIONS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import NOUN_TAGS
from actorgraph.model import ActorType

#: A single word in capitals with at most this many letters is an acronym, not a person.
LONGEST_ACRONYM = 4
#: A person's name has at most this many words.
MOST_WORDS_OF_PERSON = 4

#: Types that a noun beside the name does not change into an organisation.
FIXED_TYPES = (ActorType.GROUP, ActorType.EVENT, ActorType.TIME)


def agree_on_types(evidence: NameEvidence, names: list[TokenMention]) -> None:
    """Correct the type of each name, then let the majority decide for equal spellings.

    Args:
        names: The names of a text; their types, subtypes and demonym marks are set.
    """
    for name in names:
        _correct(evidence, name)
    towns = towns_of_bodies(evidence, names)
    votes = _votes(evidence, names, towns)
    companies = first_words_of_bodies(evidence, names) - towns
    families = surnames_of_bodies(evidence, names)
    surnames = surnames_of_people(evidence, names)
    places = countries_as_places(evidence, names)
    for name in names:
        text = evidence.parsed.mention_text(name)
        # CASE surname that is listed: "Lisbon" after "Dana Lisbon"
        is_after_full_name = name.start > surnames.get(text, len(evidence.doc))
        if is_after_full_name and not (text in places or name.demonym):
            _take_for_surname(evidence, name)
            continue
        if evidence.listed(name.start, name.end) is not None:
            continue
        # Of equally frequent types the first: a text says what is new in it.
        majority, _ = votes[text].most_common(1)[0]
        # CASE short name: "Norvale" beside "Norvale Shipping"
        # CASE town of a body: "Alderfen" beside "Alderfen Hospital Trust"
        is_town = majority is ActorType.PLACE and evidence.gazetteer.is_big_city(text)
        is_named_first = text in companies and not is_town
        is_short = is_named_first and _may_be_body(evidence, names, text, majority)
        # CASE name of the owner: "Quint" after "the firm Ada Quint"
        is_firm = text in families and not _is_human(evidence, name)
        # CASE surname before the full name: "Roth" in a heading above "Dana Roth"
        if text in surnames and name.length == 1:
            name.type, name.subtype = ActorType.PERSON, None
        elif is_short or is_firm:
            name.type, name.subtype = ActorType.ORGANIZATION, None
        else:
            name.type = majority
    for name in names:
        # a person is never a settlement, whatever the name looked like before
        name.subtype = None if name.is_person else name.subtype


def _may_be_body(
    evidence: NameEvidence, names: list[TokenMention], text: str, majority: ActorType
) -> bool:
    """Whether the first word of an organisation's name refers to it, even if it looks human.

    Not a given name, and not where it has a title: "Mr *Norvale*".
    """
    if majority is not ActorType.PERSON:
        return True
    for name in names:
        is_single = name.length == 1
        if not is_single or evidence.parsed.mention_text(name) != text:
            continue
        if evidence.is_given_name(name.start) or _is_human(evidence, name):
            return False
    return True


def _is_human(evidence: NameEvidence, name: TokenMention) -> bool:
    if evidence.is_title(name.start - 1):
        return True
    return evidence.has_human_apposition(name.end)


def _votes(
    evidence: NameEvidence, names: list[TokenMention], towns: set[str]
) -> dict[str, Counter[ActorType]]:
    """Count the types of each name; "in *Amsel*" beside "the Amsel Courier" is a place."""
    votes: dict[str, Counter[ActorType]] = defaultdict(Counter)
    for name in names:
        text = evidence.parsed.mention_text(name)
        type_ = ActorType.PLACE if text in towns else name.type
        votes[text][type_] += 1
    return votes


def _take_for_surname(evidence: NameEvidence, name: TokenMention) -> None:
    """Make a name a person's, unless it is a place that the text treats as one."""
    is_place = evidence.listed(name.start, name.end) is not None
    if not is_place:
        is_place = evidence.gazetteer.is_big_city(_spaced(evidence, name))
    if is_place and is_beside_place_words(evidence, name):
        return
    name.type = ActorType.PERSON
    name.subtype = None
    name.demonym = False


def _correct(evidence: NameEvidence, name: TokenMention) -> None:
    """Correct a type from the form of the name and the words around it."""
    start, end = name.start, name.end
    name.capital = evidence.is_capital(start, end)
    listed = evidence.listed(start, end)
    if listed is not None:
        name.type, name.subtype, name.demonym = listed
        return
    name.type = _type_by_form(evidence, name)
    name.type = _type_by_neighbours(evidence, name)
    name.subtype = name.subtype or _subtype(evidence, name)


def _type_by_form(evidence: NameEvidence, name: TokenMention) -> ActorType:
    """Return the type that the words of a name suggest."""
    if name.length == 1:
        return _type_of_word(evidence, name)
    if _is_described_body(evidence, name):
        return ActorType.ORGANIZATION
    # CASE text or event: "the Lima *Accord*", "the Geneva *Conference*"
    head = evidence.head_of_name(name.start, name.end)
    type_ = evidence.type_of_matter(head) or name.type
    # CASE organisation: "Delmore *Bank*", "the *Centre* for Law and Order"
    is_open = type_ is not ActorType.EVENT and not name.demonym
    ends = {head, name.end - 1}
    if is_open and any(map(evidence.ends_organisation, ends)):
        return ActorType.ORGANIZATION
    # CASE place taken for a person: "Ada *Island*"
    is_either = type_ in (ActorType.PERSON, ActorType.PLACE)
    if is_either and evidence.parsed.lower[head] in ENDS_OF_PLACES:
        return ActorType.PLACE
    # CASE person taken for an organisation, thing or place: "singer *Ada Quint*"
    may_be_person = type_ in (ActorType.ORGANIZATION, ActorType.OTHER)
    if may_be_person and _looks_like_person(evidence, name):
        return ActorType.PERSON
    return _person_or_place(evidence, name) if type_ is ActorType.PLACE else type_


def _type_of_word(evidence: NameEvidence, name: TokenMention) -> ActorType:
    """Return the type that a name of one word and the words around it suggest."""
    # CASE person taken for an organisation or place: "Mr. *Roth*", "*Quint*, a historian"
    is_titled = name.is_organisation and _looks_like_person(evidence, name)
    if is_titled or _is_described_person(evidence, name):
        return ActorType.PERSON
    # CASE place taken for a person or organisation: "in *Amsel*"
    if _is_misread_place(evidence, name):
        return ActorType.PLACE
    # CASE body taken for a person: "*NHF*", "*Gamix*, a Norwegian lender"
    if _is_misread_acronym(evidence, name) or _is_described_body(evidence, name):
        return ActorType.ORGANIZATION
    return name.type


def _is_described_person(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether an apposition makes a place or organisation a person: "*Quint*, a historian"."""
    if not name.is_place and not name.is_organisation:
        return False
    return evidence.has_human_apposition(name.end)


def _is_described_body(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether what follows makes a person a body: "*Gamix*, a Norwegian lender"."""
    if not name.is_person or evidence.is_given_name(name.start):
        return False
    if evidence.has_body_apposition(name.end):
        return True
    # CASE its people: "*Gamix* and its chairman"
    return evidence.has_own_people(name.end)


def _person_or_place(evidence: NameEvidence, name: TokenMention) -> ActorType:
    if not _looks_like_person(evidence, name):
        return ActorType.PLACE
    if evidence.gazetteer.is_big_city(_spaced(evidence, name)):
        return ActorType.PLACE
    return ActorType.PERSON


def _is_misread_place(evidence: NameEvidence, name: TokenMention) -> bool:
    if not name.is_person and not name.is_organisation:
        return False
    return _looks_like_place(evidence, name)


def _is_misread_acronym(evidence: NameEvidence, name: TokenMention) -> bool:
    if not name.is_person:
        return False
    text = evidence.doc[name.start].text
    return text.isupper() and len(text) <= LONGEST_ACRONYM


def _type_by_neighbours(evidence: NameEvidence, name: TokenMention) -> ActorType:
    """Return the type that the noun beside a name suggests."""
    type_, before = name.type, evidence.word_before(name.start)
    # CASE noun after it: "the *Alderfen* region", but not "a *Christian* town"
    is_noun = name.length == 1 and evidence.parsed.tags[name.start] in NOUN_TAGS
    is_before_kind = is_noun and evidence.is_noun_for(name.end, ActorType.PLACE)
    if is_before_kind and type_ is not ActorType.EVENT:
        return ActorType.PLACE
    # CASE noun for a person before it: "rapper *Zed0*"
    if type_ is ActorType.OTHER and evidence.is_noun_for(before, ActorType.PERSON):
        return ActorType.PERSON
    if type_ in FIXED_TYPES:
        return type_
    # CASE noun for a body before it: "the daily *Courier*", but not "the publisher *Ada Quint*"
    # CASE title: "Secretary for *Intelligence* Ada Quint"
    is_noun = before >= 0 and evidence.doc[before].is_lower
    is_before_body = is_noun and evidence.is_noun_for(before, ActorType.ORGANIZATION)
    is_ambiguous = evidence.is_noun_for_person(before)
    # CASE noun for either: "the broker *Ada Quint*", "head of the agency *Ada Quint*"
    if type_ is ActorType.PERSON and evidence.is_given_name(name.start):
        is_ambiguous |= evidence.is_for_either(before) or evidence.is_led(before)
    return ActorType.ORGANIZATION if is_before_body and not is_ambiguous else type_


def _subtype(evidence: NameEvidence, name: TokenMention) -> str | None:
    if name.is_place:
        is_city = evidence.gazetteer.city(_spaced(evidence, name)) is not None
        return SETTLEMENT if is_city else None
    if name.is_organisation:
        for i in reversed(range(name.start, name.end)):
            if evidence.ends_organisation(i):
                return evidence.lexicon.name_words[evidence.doc[i].text]
    return None


def _spaced(evidence: NameEvidence, name: TokenMention) -> str:
    """Return the tokens of a name with spaces between them."""
    return " ".join(token.text for token in evidence.doc[name.start : name.end])


# forms of names -------------------------------------------------------------------------


def _looks_like_person(evidence: NameEvidence, name: TokenMention) -> bool:
    before = name.start - 1
    if not _has_form_of_person(evidence, name):
        # CASE surname with a title: "Mr. *Roth*"
        return name.length == 1 and evidence.is_title(before)
    # CASE title or noun: "Dr. *Ada Quint*", "singer *Ada Quint*"
    if evidence.is_title(before) or evidence.is_noun_for_person(before):
        return True
    # CASE apposition: "*Ada Quint*, a historian"; CASE given name: "*Ada* Quint"
    return evidence.has_human_apposition(name.end) or evidence.is_given_name(name.start)


def _has_form_of_person(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether a name has two to four words and none that ends names of organisations."""
    if not 2 <= name.length <= MOST_WORDS_OF_PERSON:
        return False
    for i in range(name.start, name.end):
        starts_with_letter = evidence.doc[i].text[:1].isalpha()
        if evidence.ends_organisation(i) or not starts_with_letter:
            return False
    return True


def _looks_like_place(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether a single word is a city that the text treats as a place."""
    word = evidence.doc[name.start].text
    # CASE territory after it: "*Amsel* in Norway"
    if is_in_territory(evidence, name.end):
        return evidence.gazetteer.city(word) is not None
    # CASE power before it: "Norwegian-held *Amsel*"
    if is_held(evidence.parsed, name):
        return True
    # CASE preposition before it: "near *Amsel*"
    before = evidence.parsed.word(name.start - 1)
    if before not in PLACE_PREPOSITIONS or evidence.is_given_name(name.start):
        return False
    return evidence.gazetteer.is_big_city(word)
