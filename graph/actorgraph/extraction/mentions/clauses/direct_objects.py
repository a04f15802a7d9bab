"""What an act is done to, also where the parse puts it elsewhere: "the man *Roth accused*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import (
    actor_of,
    dependent_mentions,
)
from actorgraph.extraction.mentions.clauses.misparsed_objects import (
    object_before_predicate,
    object_before_score,
)
from actorgraph.extraction.parse.dependents import dependents, has_subject
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import RELATIVE_CLAUSE_TAGS, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Adjectives that look like participles: "*neighbouring* Norland".
ADJECTIVAL = grammar_words("adjective like a participle")

#: Verbs that mean nothing without an object: "*arrested* and charged Roth".
NEEDING_OBJECT = grammar_words("verb that needs an object")
#: Dependencies of words between two verbs with one object: "arrested *and later* charged Roth".
BETWEEN_VERBS = ("advmod", "aux", "cc", "npadvmod", "punct")


def objects(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the direct objects of a verb; in “the man *Roth accused*”, the man."""
    mentions = arguments(parsed, verb, ("dobj",))
    # CASE object before its clause: "the town *that Roth's army seized*"
    if not mentions and _lacks_object(verb):
        return actor_of(parsed, verb.head)
    # CASE adjective taken for a verb: "accused Borduria and neighbouring *Norland*"
    for child in dependents(verb, "conj"):
        if child.lower_ in ADJECTIVAL:
            mentions += dependent_mentions(parsed, child, ("dobj",))
    return (
        mentions
        or object_before_score(parsed, verb)
        or object_before_predicate(parsed, verb)
        or _shared_objects(parsed, verb)
    )


def _shared_objects(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the objects that a verb shares with the next: "arrested and charged *Roth*"."""
    if parsed.lemma(verb) not in NEEDING_OBJECT:
        return []
    for following in dependents(verb, "conj"):
        if not is_verb_form(following):
            continue
        between = verb.doc[verb.i + 1 : following.i]
        if all(word.dep_ in BETWEEN_VERBS for word in between):
            shared = arguments(parsed, following, ("dobj",))
            return shared or _shared_objects(parsed, following)
    return []


def _lacks_object(verb: Token) -> bool:
    """Whether the object of a relative clause precedes it: "the man *Roth accused*"."""
    if verb.dep_ != "relcl" or not has_subject(verb):
        return False
    for child in verb.children:
        # CASE an argument is the relative pronoun or follows: "who left", "where Roth met Marsh"
        if child.dep_ in ("dobj", "ccomp", "xcomp", "prt", "auxpass"):
            return False
        if child.tag_ in RELATIVE_CLAUSE_TAGS:
            return False
        # CASE stranded preposition: "the town *Roth lives in*"
        if child.dep_ == "prep" and not any(child.children):
            return False
    return True
