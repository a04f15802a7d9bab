"""The words of a description: what distinguishes it from others, and what users see of it."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.closed_classes import NEW_DETERMINERS, OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    dependents,
    is_aside,
    obliques,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    NAME_TAGS,
    PLURAL_TAGS,
    POSSESSIVE_TAGS,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Tags of words that do not distinguish descriptions.
DETERMINER_TAGS = ("DT", "PDT", *POSSESSIVE_TAGS)
#: Adjectives of a number that distinguishes nothing: "*several* aid groups".
VAGUE_NUMBERS = grammar_words("adjective of a vague number")
#: Words of a number and a noun, which more words have to distinguish.
SHORTEST_NUMBERED = 2
#: Types of descriptions that look like names where they are capitalised.
NAMED_TYPES = frozenset({ActorType.PERSON, ActorType.ORGANIZATION, ActorType.GROUP})
#: Tags of words that say nothing of what a description refers to.
NEUTRAL_TAGS = (*DETERMINER_TAGS, "POS")
#: Dependencies of what follows a noun and says who is meant.
RESTRICTING = ("acl", "amod", "relcl")


def is_named(mention: TokenMention) -> bool:
    """Whether a mention is a name of anything but a time."""
    if mention.is_time:
        return False
    return mention.is_name


def is_in_title_case(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a description is capitalised as in a headline, so that it looks like a name."""
    head = parsed.head_of(mention)
    if not head.is_title or mention.type not in NAMED_TYPES:
        return False
    # CASE possessed: "*Dana Roth's Son* Lands" is distinguished by her name
    if "POS" in parsed.tags[mention.start : mention.root]:
        return False
    if parsed.in_heading(head.i):
        return True
    # CASE heading too short to recognise: "Norwegian *Envoy* Lands", unlike "the *Envoy*"
    if parsed.tags[mention.start] in DETERMINER_TAGS:
        return False
    return mention.is_person and head.tag_ not in PLURAL_TAGS


def label(entities: Entities, mention: TokenMention, place: str) -> str:
    """Return "court in Easthaven"; "police, Easthaven" if the place is that of an act.

    Args:
        place: What follows the description, such as "in Easthaven"; may be empty.
    """
    words = written(entities, mention)
    first = entities.parsed.doc[mention.start]
    # CASE first word of a sentence: "*Police* arrested Roth"
    is_raised = first.is_sent_start and first.tag_ not in NAME_TAGS
    if is_raised and first.text.istitle() and words.startswith(first.text):
        words = words[0].lower() + words[1:]
    if not place.startswith(","):
        words += " "
    return f"{words}{place}".strip()


def written(entities: Entities, mention: TokenMention) -> str:
    """Return a description as it is written, without its articles and possessives."""
    parsed = entities.parsed
    words = ""
    for i in range(mention.start, mention.end):
        is_article = parsed.tags[i] in DETERMINER_TAGS
        if not is_article:
            words += parsed.doc[i].text_with_ws
    return " ".join(words.split())


def distinct_wording(entities: Entities, mention: TokenMention) -> str:
    """Return what distinguishes a description from others.

    That is its position too if it is "a man" or "men loyal to Roth", who are others each time.
    """
    parsed = entities.parsed
    words = telling_words(entities, mention)
    # CASE number: "*several* aid groups" are "aid groups", though "several people" may be any
    if len(words) > SHORTEST_NUMBERED:
        words = [word for word in words if word not in VAGUE_NUMBERS]
    wording = " ".join(words)
    determiner = parsed.lower[mention.start]
    is_other = mention.is_person and determiner in NEW_DETERMINERS
    if is_other or is_restricted(parsed, mention):
        wording += f"@{mention.start}"
    return wording


def is_restricted(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether words after a bare plural say who is meant: "forces *loyal to Roth*".

    An aside does not: "residents of Oslo, *who fled*,".
    """
    if parsed.tags[mention.start] in DETERMINER_TAGS:
        return False
    return any(
        child.i > mention.root and not is_aside(child)
        for child in dependents(parsed.head_of(mention), *RESTRICTING)
    )


def telling_words(entities: Entities, mention: TokenMention) -> list[str]:
    """Return the words of a description, each name by its entity: "*Bordurian* police"."""
    parsed = entities.parsed
    words: list[str] = []
    start = mention.start
    owner = named_owner(entities, mention)
    if owner is not None:
        start = min(owner.start, start)
    for i in range(start, mention.end):
        name = parsed.covering(i) if i < mention.root else None
        if name is not None and is_named(name) and name.is_resolved:
            word = f"#{name.actor}"
        elif parsed.tags[i] in NEUTRAL_TAGS:
            continue
        else:
            word = parsed.lower[i]
        if words[-1:] != [word]:
            words.append(word)
    return words


def named_owner(entities: Entities, mention: TokenMention) -> TokenMention | None:
    """Return the name of the owner of a thing: "*Norland's* ban", "ban *of Norland*"."""
    parsed = entities.parsed
    noun = parsed.head_of(mention)
    for word in (*dependents(noun, "poss"), *obliques(noun, OF_WHOLE)):
        owner = parsed.covering(word.i)
        if owner is not None and owner is not mention and is_named(owner):
            return owner
    return None


def content_words(entities: Entities, mention: TokenMention) -> list[str]:
    """Return the words of a description but its articles and possessives."""
    parsed = entities.parsed
    return [
        parsed.doc[i].text
        for i in range(mention.start, mention.end)
        if parsed.tags[i] not in DETERMINER_TAGS
    ]
