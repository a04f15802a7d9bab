"""Bodies named after their description: "a firm called Brightwater", "his firm, Delmore"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import COLLECTIVES
from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.names.proper_nouns import (
    end_of_complement,
    is_closed,
    proper_nouns,
)
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_PREDICATE,
    DEFINITE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
    has_dependent,
    is_complement_of,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    NAME_TAGS,
    RELATIVE_TAGS,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "a firm *called* Brightwater", "a group *known* as the Lions".
CALLED = grammar_words("participle of naming")
#: "a gang *calling itself* the Lions".
SELF_NAMING = grammar_words("verb of naming oneself")
REFLEXIVE = grammar_words("reflexive pronoun of a body")
#: "a firm *by* the *name* of Brightwater".
NAMES = grammar_words("noun for a name")
BEFORE_NAME = grammar_words("preposition before a name")
#: From the noun for a body to the verb of naming, at most: "a group of young doctors called".
NAMING_REACH = 6
#: Dependency labels of a name after a participle.
NAMED = ("oprd", "attr", "dobj", "appos")

#: Nouns for whoever is near another, be it a person, a body or a state: "its *neighbour* Norway".
BESIDE_OTHERS = grammar_words("noun for a person, a body or a state")
BODIES_AND_STATES = frozenset({ActorType.ORGANIZATION, ActorType.PLACE})

#: Words of a name that the recogniser did not see, at least.
SHORTEST_APPOSED = 2


def find_named_bodies(
    parsed: ParsedText, lexicon: Lexicon, gazetteer: Gazetteer
) -> None:
    """Give names their type by the noun beside them, and let the noun refer to the name.

    It does before "called", and where the name says what "the charity Brightwater" is.
    """
    nouns = lexicon.actor_nouns
    for noun, root in _called(parsed, lexicon):
        type_ = _type_of(noun, lexicon) or nouns.get(parsed.lemma(noun))
        mention = _mention(parsed, root, type_)
        if mention is not None:
            parsed.set_stand_in(noun.i, mention)
    for noun in parsed.doc:
        if parsed.covering(noun.i) is not None:
            continue
        if _is_body(noun, lexicon):
            _find_apposed(parsed, noun, lexicon, gazetteer)
        elif noun.lower_ in BESIDE_OTHERS:
            _find_neighbour(parsed, noun)


def _called(parsed: ParsedText, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """Yield a noun and the last word of the name that a verb of naming gives it."""
    for verb in parsed.doc:
        yield from _by_name(verb, lexicon)
        if not _gives_name(verb):
            continue
        noun = _body_named(verb, lexicon)
        if noun.tag_ in COMMON_NOUN_TAGS and parsed.covering(noun.i) is None:
            for root in _names(verb):
                yield noun, root


def _by_name(word: Token, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """Yield a noun and its name where a phrase says so: "a firm *by the name of* Brightwater"."""
    if word.lower_ not in NAMES or not is_complement_of(word, BEFORE_NAME):
        return
    # CASE clause: "a gang that *goes* by the name of the Lions"
    verb = word.head.head
    is_clause = verb.dep_ in RELATIVE_CLAUSES
    noun = verb.head if is_clause else word.doc[max(0, word.head.i - 1)]
    if _is_body(noun, lexicon):
        for preposition in prepositions(word, OF_WHOLE):
            yield from ((noun, name) for name in preposition.children)


def _gives_name(verb: Token) -> bool:
    """Whether a verb says what the noun before it is called."""
    if verb.dep_ not in RELATIVE_CLAUSES:
        return False
    # CASE by itself: "a gang *calling* itself the Lions"
    if has_dependent(verb, REFLEXIVE, "dobj"):
        return verb.lower_ in SELF_NAMING
    if verb.lower_ not in CALLED:
        return False
    # CASE by others: "a group *known* as the Lions", "which is *known* as the Lions"
    if verb.dep_ == "acl" or dependents(verb, "auxpass"):
        return True
    # CASE by its founders: "a gang, which they *named* the Lions"
    return any(word.tag_ in RELATIVE_TAGS for word in dependents(verb, "dobj"))


def _body_named(verb: Token, lexicon: Lexicon) -> Token:
    """Return the noun that is named; of members, their body: "a *group* of doctors called"."""
    noun = verb.head
    if _is_body(noun, lexicon):
        return noun
    first = max(0, verb.i - NAMING_REACH)
    for word in reversed(verb.doc[first : verb.i]):
        is_beside = word.is_ancestor(noun) or noun.is_ancestor(word)
        if is_beside and _is_body(word, lexicon):
            return word
    return noun


# in apposition --------------------------------------------------------------------------


def _is_body(noun: Token, lexicon: Lexicon) -> bool:
    if noun.tag_ != "NN" or not noun.is_lower:
        return False
    return _type_of(noun, lexicon) in COLLECTIVES


def _type_of(noun: Token, lexicon: Lexicon) -> str | None:
    """Return the type of actor that a noun or two nouns describe: "bank", "think *tank*"."""
    pair = " ".join(word.lower_ for word in noun.doc[max(0, noun.i - 1) : noun.i + 1])
    return lexicon.actor_nouns.get(pair) or lexicon.actor_nouns.get(noun.lower_)


def _find_apposed(
    parsed: ParsedText, noun: Token, lexicon: Lexicon, gazetteer: Gazetteer
) -> None:
    """Make the words after a noun for a body its name, if they can be nothing else."""
    start = _start_of_apposed(parsed, noun)
    if start is None or parsed.tag(start) != "NNP":
        return
    end = proper_nouns(parsed, parsed.doc[start])[1]
    if _is_time(parsed, start) or _may_be_person(parsed, start, end, gazetteer):
        return
    if _may_name_head(parsed, noun, start, lexicon):
        return
    # CASE title: "the company *Vice President*", but not "the *Harbour Party*"
    is_body = parsed.doc[end - 1].text in lexicon.name_words
    if not is_body and any(word in lexicon.roles for word in parsed.lower[start:end]):
        return
    is_named = parsed.covering(start) is not None
    type_ = _type_of(noun, lexicon)
    if not is_named and end - start < SHORTEST_APPOSED:
        return
    mention = _mention(parsed, parsed.doc[end - 1], type_)
    if mention is not None and not _is_somebodys(noun):
        parsed.set_stand_in(noun.i, mention)


def _find_neighbour(parsed: ParsedText, noun: Token) -> None:
    """Let a noun for a person, a body or a state refer to the body or state named after it."""
    for child in dependents(noun, "appos"):
        name = parsed.name_at(child.i)
        if name is None or name.type not in BODIES_AND_STATES:
            continue
        between = parsed.lower[noun.i + 1 : name.start]
        if between in ([], [","]):
            parsed.set_stand_in(noun.i, name)


def _start_of_apposed(parsed: ParsedText, noun: Token) -> int | None:
    """Return where a name in apposition to a noun begins, or None."""
    after = noun.i + 1
    # CASE beside it: "the charity *Brightwater House*"
    if parsed.tag(after) == "NNP":
        is_definite = has_dependent(noun, DEFINITE)
        return after if is_definite else None
    # CASE relative clause: "the party that she leads, the *Harbour Party*,"
    clauses = dependents(noun, "relcl")
    if clauses:
        after = clauses[0].right_edge.i + 1
    # CASE someone's: "her charity, *Brightwater House*,"
    elif not _is_somebodys(noun):
        return None
    if parsed.word(after) != ",":
        return None
    start = parsed.past_article(after + 1)
    return start if is_closed(parsed, start) else None


def _is_somebodys(noun: Token) -> bool:
    return bool(dependents(noun, "poss"))


def _is_time(parsed: ParsedText, start: int) -> bool:
    """Whether a day follows, and no name: "told the council *Tuesday* that …"."""
    mention = parsed.covering(start)
    return mention is not None and mention.is_time


def _may_be_person(
    parsed: ParsedText, start: int, end: int, gazetteer: Gazetteer
) -> bool:
    """Whether a name begins with a given name, or was taken for a person's without a doubt."""
    if gazetteer.genders(parsed.doc[start].text):
        return True
    # CASE title: "the company Chairman *Roth*", where the name begins later
    for mention in filter(None, map(parsed.covering, range(start, end))):
        if mention.is_person and mention.start != start:
            return True
    return False


def _may_name_head(
    parsed: ParsedText, noun: Token, start: int, lexicon: Lexicon
) -> bool:
    """Whether a name may be that of a body's head: "the head of its council, *Nasser Quint*"."""
    name = parsed.covering(start)
    if name is None or not name.is_person:
        return False
    if not is_complement_of(noun, OF_WHOLE):
        return False
    return noun.head.head.lower_ in lexicon.roles


def _names(participle: Token) -> Iterator[Token]:
    """Yield the proper noun that a participle gives as a name."""
    for child in participle.children:
        if child.dep_ in NAMED and _is_capitalised(child):
            yield child
        elif child.lower_ in BEFORE_PREDICATE:
            yield from filter(_is_capitalised, child.children)
        # CASE taken for a subject: "a gang calling itself the *Lions* robbed Marsh"
        elif child.lower_ in REFLEXIVE:
            yield from _subject_after(child)


def _subject_after(reflexive: Token) -> Iterator[Token]:
    """Yield the name right after a reflexive that the parser takes for the subject of a verb."""
    start = reflexive.i + 1
    for name in reflexive.doc[start : reflexive.sent.end]:
        is_subject = name.dep_ in SUBJECTS and name.left_edge.i == start
        if is_subject and _is_capitalised(name):
            yield name


def _is_capitalised(word: Token) -> bool:
    """Whether a word is a proper noun, or a plural in capitals: "*Friends* of the River"."""
    if word.tag_ in NAME_TAGS:
        return True
    return bool(word.tag_ == "NNS" and word.is_title)


def _mention(
    parsed: ParsedText, root: Token, type_name: str | None
) -> TokenMention | None:
    """Return the mention of a name, which is added where it was missed."""
    start, end = proper_nouns(parsed, root)
    mention = next(filter(None, map(parsed.covering, range(start, end))), None)
    if type_name is None or type_name not in COLLECTIVES:
        return mention
    type_, end = ActorType(type_name), end_of_complement(parsed, root, end)
    # CASE name in parts: "the *Sons* of the *Valley*", "*Clear River* | *Relief*"
    if mention is None or mention.start > start or mention.end < end:
        return parsed.replace(TokenMention(start, end, root.i, type_))
    if mention.type not in COLLECTIVES:
        mention.type, mention.subtype = type_, None
    return mention
