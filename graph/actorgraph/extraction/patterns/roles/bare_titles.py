"""Offices of a country that the title leaves out: "Peru votes in May, President Dana Roth said".

The country is the only one that the text is about.  Where it names several countries, or the
holder's role belongs to something else, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import COUNTRY, MEDIUM
from actorgraph.extraction.knowledge.lexicon import LEADING, Lexicon, Sense
from actorgraph.extraction.knowledge.relation_lists import (
    HEADSHIPS,
    NATIONAL_OFFICES,
    UNDIVIDED,
    relation_list,
)
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_GOAL,
    COUNTERPARTS,
    DEFINITE,
)
from actorgraph.extraction.parse.dependents import SUBJECTS, verb_above
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Template
from actorgraph.grammar import grammar_words

#: Titles that are different offices in different countries.
AMBIGUOUS_TITLES = grammar_words("title of different offices")
#: Of those who are abroad: "*arrived* in Norland", "*is* in Norland for talks".
VISITING = grammar_words("verb of being abroad")
#: "President Roth *accused* Norland", which is not hers.
AGAINST_STATES = relation_list("act against another state")
#: How a title names its holder: "*President* Dana Roth", "the *president*, Dana Roth,".
BESIDE_NAME = (HolderPattern.TITLE, HolderPattern.APPOSITION)
#: Of those who stand for a country in another: "the *Danish* ambassador".
OFFICES_ABROAD = relation_list("office abroad")
#: Means the country of what is in none, or in one that is not known.
NO_COUNTRY = ""


def bare_title_candidates(
    entities: Entities, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the offices that people have in the only country of a text."""
    roles = list(roles)
    country = _only_country(entities, knowledge, _represented(roles))
    if country is None or country in _foreign(roles):
        return
    owned = {
        holder.mention.actor
        for phrase in roles
        for holder in phrase.holders
        if phrase.owners or phrase.unrelated
    }
    apart = owned | _strangers(entities, country, knowledge.lexicon)
    apart |= _peers(entities, country, roles)
    led = _led(roles)
    for phrase in roles:
        sense = national_office(phrase)
        # CASE leader: "President Roth met Hale. The *Danish* leader spoke" may be about either
        if sense is None or (sense.relation in UNDIVIDED and country in led):
            continue
        for holder, pattern in phrase.holders:
            is_bare = holder.actor not in apart and pattern in BESIDE_NAME
            if is_bare and knowledge.fits(holder, sense.subject_types):
                nearest = _nearest(entities, country, phrase.head)
                mark = _distance(entities, nearest, phrase.head)
                template = Template(pattern, mark)
                yield office_candidate(phrase, holder, sense, nearest, template)


def _strangers(entities: Entities, country: int, lexicon: Lexicon) -> set[int]:
    """Return who goes to a country or its capital, or acts against it.

    "Minister *Roth* flew to Riga", "*Roth* accused Norland"
    """
    parsed, mentions = entities.parsed, entities.all[country].mentions
    places = list(mentions)
    for entity in entities.all:
        places += [name for name in entity.mentions if name.capital]
    strangers: set[int] = set()
    for place in places:
        strangers.update(goer.actor for goer in _goers(parsed, place))
    for state in mentions:
        for foe in _adversaries(parsed, state, lexicon):
            strangers.add(foe.actor)
    return strangers


def _goers(parsed: ParsedText, place: TokenMention) -> list[TokenMention]:
    """Return whose goal a place is: "President *Dana Roth*, who fled to Norland"."""
    noun = parsed.head_of(place)
    is_object = noun.dep_ == "dobj"
    verb = noun.head if is_object else noun.head.head
    if parsed.lemma(verb) in VISITING:
        return arguments(parsed, verb, SUBJECTS)
    if is_object or noun.head.lower_ not in BEFORE_GOAL:
        return []
    return arguments(parsed, verb, SUBJECTS)


def _adversaries(
    parsed: ParsedText, state: TokenMention, lexicon: Lexicon
) -> list[TokenMention]:
    """Return who acts against a state: "President *Dana Roth* accused Norland"."""
    noun = parsed.head_of(state)
    if noun.dep_ != "dobj" or parsed.actor_at(noun.i) is not state:
        return []
    verb = noun.head
    if not lexicon.says(parsed.lemma(verb), AGAINST_STATES):
        return []
    return arguments(parsed, verb, SUBJECTS)


def _peers(entities: Entities, country: int, roles: Iterable[RolePhrase]) -> set[int]:
    """Return who deals with officials of a country that is named with these alone.

    "*President Roth* met Norlandic Foreign Minister Marsh" does not say which country Roth leads.
    """
    named = {mention.start for mention in entities.all[country].mentions}
    peers: set[int] = set()
    for phrase in roles:
        owners = {owner.mention.start for owner in phrase.owners}
        for holder, _ in phrase.holders if owners & named else ():
            named -= owners
            verb = verb_above(entities.parsed.head_of(holder))
            for person in arguments(entities.parsed, verb, SUBJECTS):
                peers |= {person.actor} - {holder.actor}
    return set() if named else peers


def _foreign(roles: Iterable[RolePhrase]) -> set[int]:
    """Return the countries of counterparts, who are abroad: "Roth met her *Danish* counterpart"."""
    foreign: set[int] = set()
    for phrase in roles:
        if phrase.word in COUNTERPARTS:
            foreign.update(owner.mention.actor for owner in phrase.owners)
    return foreign


def _led(roles: Iterable[RolePhrase]) -> set[int]:
    """Return the countries of those who are only described as leaders: "the *Danish* leader"."""
    led: set[int] = set()
    for phrase in roles:
        if phrase.holders:
            continue
        relations = phrase.relations
        if LEADING in relations and NATIONAL_OFFICES.isdisjoint(relations):
            led.update(owner.mention.actor for owner in phrase.owners)
    return led


def _distance(entities: Entities, country: TokenMention, title: int) -> OwnerMark:
    """Return how far a country is from a title: in its sentence or the one before it, or not."""
    sentence_of = entities.parsed.sentence_of
    sentences = sentence_of[title] - sentence_of[country.start]
    if sentences in (0, 1):
        return OwnerMark.NEARBY
    return OwnerMark.ELSEWHERE


def national_office(phrase: RolePhrase) -> Sense | None:
    """Return the sense of a bare title in which it is an office of a country."""
    # CASE article: "*the* oil minister, Dana Roth,", but not "*a* minister", "*the* president"
    may_be_of_body = not HEADSHIPS.isdisjoint(phrase.relations)
    is_the_one = phrase.determiner in DEFINITE and not may_be_of_body
    is_titled = is_the_one or not phrase.determiner
    is_bare = not phrase.owners and is_titled and not phrase.unrelated
    if not is_bare or phrase.deputy or phrase.negated or phrase.partial:
        return None
    # CASE several offices: the British chancellor is a minister, the German one is not
    if phrase.word in AMBIGUOUS_TITLES:
        return None
    for sense in phrase.senses:
        if sense.relation in NATIONAL_OFFICES and COUNTRY in sense.object_types:
            return sense
    return None


def office_candidate(
    phrase: RolePhrase,
    holder: TokenMention,
    sense: Sense,
    country: TokenMention,
    template: Template,
) -> Candidate:
    """Return the claim that someone has an office of a country that its title leaves out."""
    return Candidate(
        holder,
        sense.relation,
        country,
        phrase.head,
        template,
        phrase.word,
        phrase.status,
        phrase.stated_by,
        phrase.negated,
    )


def _represented(roles: Iterable[RolePhrase]) -> set[TokenMention]:
    """Return how a text names countries with their envoys: "met the *Danish* ambassador"."""
    return {
        owner.mention
        for phrase in roles
        for owner in phrase.owners
        if not OFFICES_ABROAD.isdisjoint(phrase.relations)
    }


def _only_country(
    entities: Entities, knowledge: Knowledge, represented: Container[TokenMention]
) -> int | None:
    """Return the number of the only country that a text names, also by its cities and bodies.

    Args:
        represented: Mentions of countries that do not say where a text is set.
    """
    countries: set[str] = set()
    numbers: dict[str, int] = {}
    for entity in entities.all:
        if entity.is_place and entity.subtype == COUNTRY:
            # CASE body: "the *India* Tea Board" does not say where a text is set
            if all(
                name in represented or _is_in_name(entities.parsed, name)
                for name in entity.mentions
            ):
                continue
            numbers[entity.key] = entity.number
            countries.add(entity.key)
        elif entity.mentions and entity.mentions[0].is_name:
            code = _country_of(entity, entities.text(entity.mentions[0]), knowledge)
            countries.add(code or NO_COUNTRY)
    countries.discard(NO_COUNTRY)
    return numbers.get(countries.pop()) if len(countries) == 1 else None


def _is_in_name(parsed: ParsedText, country: TokenMention) -> bool:
    """Whether a mention of a country is a part of another name."""
    return parsed.covering(country.start) is not country


def _country_of(entity: Entity, name: str, knowledge: Knowledge) -> str | None:
    """Return the code of the country of a city or of a body; the press reports from anywhere."""
    if entity.is_place:
        territory = knowledge.gazetteer.country_of(name)
        return None if territory is None else territory.code
    if not entity.is_organisation or entity.subtype == MEDIUM:
        return None
    home = knowledge.lexicon.homes.get(name)
    return home if home in knowledge.gazetteer.territories else None


def _nearest(entities: Entities, number: int, token: int) -> TokenMention:
    """Return the mention of a country that is nearest to a token."""
    mentions = entities.all[number].mentions
    return min(
        mentions, key=lambda mention: (abs(mention.start - token), mention.start)
    )
