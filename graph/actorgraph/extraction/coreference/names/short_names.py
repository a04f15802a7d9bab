"""Which short names abbreviate a longer one, and which are of someone else."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from operator import attrgetter

from actorgraph.extraction.coreference.names.name_index import head_word
from actorgraph.extraction.coreference.names.titled_names import title_fits
from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.clauses.one_verb import is_of_one_verb
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.names.name_bounds import FOREIGN_AND
from actorgraph.extraction.parse.closed_classes import COMPANIONS, DEFINITE, INDEFINITE
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    ADJECTIVE_TAGS,
    COMMON_NOUN_TAGS,
    POSSESSIVE_TAG,
)
from actorgraph.grammar import grammar_words

#: Shorter first words are shared by many organisations: "New", "The".
SHORTEST_FIRST_WORD = 4
#: Words of bodies that belong to another: "Delmore *Pension* Fund" is not Delmore.
DEPENDENT = grammar_words("word of a body that belongs to another")
#: Words of bodies that may have the name of another: "Delmore *Foundation*" may be.
NAMESAKE = grammar_words("word of a body that may have the name of another")
#: "Jan Roth *junior*".
GENERATIONS = grammar_words("word for a generation")
#: Relatives who are named by their given names: "her *sons*, Dana and Ilya".
RELATIVES = grammar_words("plural noun for relatives")
#: Between relatives and their names, and between these.
LIST_MARKS = grammar_words("mark in a list of names")
#: How a sentence mentions somebody: not at all, in passing, as its subject.
ABSENT, MENTIONED, PROMINENT = range(3)
#: Labels of who is prominent: "*Dana* left", "Norland's envoy and *Dana* left".
PROMINENT_LABELS = (*SUBJECTS, "conj")


def may_abbreviate(
    entities: Entities, name: TokenMention, words: list[str], longer: Entity
) -> bool:
    """Whether a short name may refer to the entity of a longer name that contains it.

    Args:
        words: The words of the short name, folded.
    """
    if name.is_organisation:
        is_head = _is_head(entities, name, words, longer)
        return is_head or _may_be_body(entities, name, words, longer)
    if not title_fits(entities, name, longer):
        return False
    full_name = longer.key.split()
    number = len(words)
    # CASE first words: "*Lim Bao*" is Lim Bao Seng after him, but not "Lim Bao senior"
    if number > 1 and words == full_name[:number]:
        is_of_generation = full_name[-1].rstrip(".") in GENERATIONS
        # CASE two people in one name: "Dana Roth *und* Ilya Hale"
        is_of_two = not FOREIGN_AND.isdisjoint(full_name)
        return longer.start < name.start and not (is_of_generation or is_of_two)
    # CASE relative: "Roth left. *His wife*, Jana Roth, …"
    if number > 1 or words[0] == full_name[-1]:
        return longer.start < name.start or not _is_somebodys(entities, longer)
    # CASE first surname: "Moss" is not Dana *Moss* Roth, though "Moss Roth" is
    if words[0] != full_name[0]:
        return False
    return _may_be_given_name(entities, name, longer)


# organisations --------------------------------------------------------------------------


def _may_be_body(
    entities: Entities, name: TokenMention, words: list[str], longer: Entity
) -> bool:
    if len(words[0]) < SHORTEST_FIRST_WORD and not _begins_with_initials(
        entities, name
    ):
        return False
    # CASE surname: "Vidal" may be "Bertrand *Vidal*", but "Norway" is not the "Bank of Norway"
    first = longer.key.split()[: len(words)]
    if first != words and not entities.gazetteer.genders(first[0].capitalize()):
        return False
    # CASE adjective: "*Nordic* forests" are not the Nordic Union's
    is_party = PARTY in (name.subtype, longer.subtype)
    if not is_party and _is_adjective(entities, name):
        return False
    added = set(longer.key.split()[len(words) :])
    if any(_is_other_body(entities, name, mention) for mention in longer.mentions):
        return False
    # CASE belongs to it: "Delmore" is not the "Delmore *Staff* Fund"
    if not DEPENDENT.isdisjoint(added):
        return False
    # CASE city: "Oslo" is not the "Oslo *Press Club*", though it may be "Oslo United"
    if entities.gazetteer.is_big_city(entities.text(name)):
        return NAMESAKE.isdisjoint(added)
    # CASE named after it: "Delmore" before the "Delmore *Foundation*" is another body, and so is
    # the "University of Delmore" beside the "University of Delmore *Hospital*"
    is_short_form = name.subtype is None and longer.start < name.start
    return NAMESAKE.isdisjoint(added) or is_short_form


def _is_other_body(
    entities: Entities, name: TokenMention, longer: TokenMention
) -> bool:
    """Whether a name cannot mean the body of a longer one, because of where the two are."""
    # CASE inside it: the "*Lake Union* Assembly" is one of the Lake Union
    is_inside = longer.start <= name.start and name.end <= longer.end
    # CASE of one verb: "the *Delmore Foundation* sued *Delmore*"
    return is_inside or is_of_one_verb(entities.parsed, name, longer)


def _is_head(
    entities: Entities, name: TokenMention, words: list[str], longer: Entity
) -> bool:
    """Whether a word is what a body named before is: "the *Observatory*" for Human Rights."""
    if longer.start >= name.start:
        return False
    full_name = longer.key.split()
    if words != [head_word(full_name)] or words == full_name[-1:]:
        return False
    before = entities.parsed.word(name.start - 1)
    return before in DEFINITE or before in full_name


def _begins_with_initials(entities: Entities, name: TokenMention) -> bool:
    """Whether initials begin a name of several words: "*JK* Moss" is JK Moss Delmore."""
    if name.length == 1:
        return False
    first = entities.parsed.doc[name.start].text
    if not first.isupper():
        return False
    return entities.gazetteer.territory(first) is None


def _is_adjective(entities: Entities, name: TokenMention) -> bool:
    if name.length > 1:
        return False
    return entities.parsed.tags[name.start] in ADJECTIVE_TAGS


# people ---------------------------------------------------------------------------------


def _is_somebodys(entities: Entities, person: Entity) -> bool:
    """Whether a text first names a person as a relative or companion of someone without a name.

    "*His sister, Jana Roth*, …", "*Jana Roth, his sister*, …".
    """
    parsed = entities.parsed
    first = min(person.mentions, key=attrgetter("start"))
    before = first.start - 1
    if parsed.word(before) == ",":
        before -= 1
    if _is_companion(parsed, before):
        return True
    possessive = first.end
    if parsed.word(possessive) == ",":
        possessive += 1
    after = possessive + 1
    while parsed.tag(after) in ADJECTIVE_TAGS:
        after += 1
    return _is_companion(parsed, after)


def _is_companion(parsed: ParsedText, noun: int) -> bool:
    """Whether a noun is like "his elder *sister*"."""
    if parsed.word(noun) not in COMPANIONS:
        return False
    i = noun - 1
    while parsed.tag(i) in ADJECTIVE_TAGS:
        i -= 1
    return parsed.tag(i) == POSSESSIVE_TAG


def with_whole_surname(
    entities: Entities, name: TokenMention, bearers: Collection[Entity]
) -> list[Entity]:
    """Return who has a surname as it stands: "Roth" is Dana *Roth*, not Jan Moss-*Roth*."""
    if not name.is_person:
        return []
    return [each for each in bearers if not _has_half(entities, name, each)]


def _has_half(entities: Entities, name: TokenMention, bearer: Entity) -> bool:
    """Whether a surname is only the end of somebody's, which has a hyphen."""
    parsed = entities.parsed
    longest = max(bearer.mentions, key=attrgetter("length"))
    first = longest.end - name.length
    return parsed.word(first - 1) == "-" and longest.start < first - 1


def usual_bearer(
    entities: Entities, name: TokenMention, bearers: Collection[Entity]
) -> Entity | None:
    """Return whom of several people a text means by a short name, None if that is open.

    It is the only one whom it has called by that name alone, or its main character.  It is open
    if another of them is named just before, "Roth's father, *Jan Roth*, left.  Roth …", and not
    only in passing: "Dana Roth, whose father is *Jan Roth*, left.  Roth …".
    """
    if not name.is_person:
        return None
    called = set(filter(partial(_is_called, entities, name), bearers))
    # CASE somebody new: "the Danish *painter* Roth", whose son the text is about
    is_introduced = entities.parsed.tag(name.start - 1) in COMMON_NOUN_TAGS
    main = None if is_introduced else _main_character(bearers)
    usual = only(called) if called else main
    if usual is None:
        return None
    prominence = partial(_just_before, entities, name)
    others = set(bearers) - {usual}
    most = max(map(prominence, others))
    if most == ABSENT:
        return usual
    is_subject = prominence(usual) == PROMINENT
    return usual if is_subject and most < PROMINENT else None


def _just_before(entities: Entities, name: TokenMention, bearer: Entity) -> int:
    """Return how prominent somebody is in the sentence of a name and in the one before."""
    parsed = entities.parsed
    sentence = parsed.sentence_of[name.start]
    prominence = ABSENT
    for mention in bearer.mentions:
        distance = sentence - parsed.sentence_of[mention.start]
        if distance not in (0, 1):
            continue
        if parsed.head_of(mention).dep_ in PROMINENT_LABELS:
            return PROMINENT
        prominence = MENTIONED
    return prominence


def _main_character(bearers: Collection[Entity]) -> Entity | None:
    """Return who is named first, more than once and as often as anybody else of that surname."""
    first = min(bearers, key=attrgetter("start"), default=None)
    if first is None:
        return None
    number = len(first.mentions)
    if number == 1:
        return None
    most = max(len(bearer.mentions) for bearer in bearers)
    return first if number == most else None


def _is_called(entities: Entities, name: TokenMention, bearer: Entity) -> bool:
    """Whether a text has called an entity by the words of a name before it."""
    text = entities.text(name)
    return any(
        mention.start < name.start and entities.text(mention) == text
        for mention in bearer.mentions
    )


def _may_be_given_name(entities: Entities, name: TokenMention, longer: Entity) -> bool:
    """Whether a given name alone may mean someone whose full name is in the text."""
    # CASE heading: "*Dana* wins", above "Dana Roth won"
    is_early = entities.parsed.sentence_of[name.start] == 0
    if longer.start > name.start and not is_early:
        return False
    if _is_introduced(entities, name):
        return False
    return not _is_relative(entities, name)


def _is_introduced(entities: Entities, name: TokenMention) -> bool:
    """Whether a name is followed by who that is: "Dana, *a nurse*", "Dana, *19*"."""
    comma = name.end
    if entities.parsed.word(comma) != ",":
        return False
    word = entities.parsed.word(comma + 1)
    return word in INDEFINITE or word.isdigit()


def _is_relative(entities: Entities, name: TokenMention) -> bool:
    """Whether a name is in a list of someone's relatives: "her sons, *Dana* and *Ilya*"."""
    parsed = entities.parsed
    i = name.start - 1
    while i >= 0 and parsed.same_sentence(i, name.start):
        if parsed.lower[i] in RELATIVES:
            return True
        is_name = parsed.covering(i) is not None
        if not is_name and parsed.lower[i] not in LIST_MARKS:
            return False
        i -= 1
    return False
