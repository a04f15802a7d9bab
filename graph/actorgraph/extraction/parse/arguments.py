"""Arguments of verbs and prepositions, followed through coordination, relative clauses and shared subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token


SUBJECTS = ("nsubj", "nsubjpass")

#: Prepositions before what somebody is accused *of*, blamed *for* or kept *from* doing.
CONTROLLING = frozenset({"of", "for", "from", "into"})

#: Prepositions before what anybody may do: "a row over funding the dam".
OPEN = frozenset({"over", "against"})

#: Prepositions before the person that is asked to do something: "called *on* Roth to go".
ADDRESSING = frozenset({"on", "upon", "to"})


def arguments(
    parsed: ParsedText, verb: Token, dependencies: tuple[str, ...]
) -> list[TokenMention]:
    """Chunks of a verb's arguments, coordinated ones too; relative pronouns and shared subjects are followed."""
    found: list[TokenMention] = []
    for child in verb.children:
        if child.dep_ in dependencies:
            if child.tag_ in ("WP", "WDT"):
                found.extend(_antecedent(parsed, verb))
                continue
            for token in (child, *child.conjuncts):
                mention = parsed.actor_at(token.i)
                if (
                    mention is None
                    or mention in found
                    or parsed.in_dateline(mention.start)
                ):
                    continue
                if not _is_excepted(parsed, mention):
                    found.append(mention)
    if not found and any(dep.startswith("nsubj") for dep in dependencies):
        found.extend(_shared_subject(parsed, verb))
    return found


def complements(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    return arguments(parsed, preposition, ("pobj",))


def _is_excepted(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether an argument is the one that is left out, as in “Roth, but not Marsh”."""
    return mention.start > 0 and parsed.lower[mention.start - 1] == "not"


def _antecedent(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    if verb.dep_ != "relcl":
        return []
    noun = verb.head
    mention = parsed.actor_at(noun.i)
    return [mention] if mention is not None else []


def _shared_subject(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """The subject that a coordinated, participial or infinitive verb takes from the verb or noun above it."""
    above = verb.head
    if above is verb or any(
        child.dep_ in ("nsubj", "nsubjpass") for child in verb.children
    ):
        return []
    if verb.dep_ == "xcomp":
        return _controller(parsed, above)
    if verb.dep_ == "pcomp":
        governor = above.head
        if above.lower_ in OPEN:
            return []
        return (
            _controller(parsed, governor)
            if above.lower_ in CONTROLLING
            else arguments(parsed, governor, SUBJECTS)
        )
    if verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
        return arguments(parsed, above, SUBJECTS)
    return _modified(parsed, verb, above) if verb.dep_ == "acl" else []


def _controller(parsed: ParsedText, governor: Token) -> list[TokenMention]:
    """Who does what an infinitive says: the object ("urged Roth to go", "called on Roth to go"), else the subject."""
    if any(child.dep_ == "dobj" for child in governor.children):
        return arguments(parsed, governor, ("dobj",))
    for child in governor.children:
        if child.dep_ == "prep" and child.lower_ in ADDRESSING and child.i > governor.i:
            return arguments(parsed, child, ("pobj",))
    return arguments(parsed, governor, SUBJECTS)


def _modified(parsed: ParsedText, verb: Token, noun: Token) -> list[TokenMention]:
    """The noun that a participle modifies; in "filed a suit accusing …" whoever filed it."""
    mention = parsed.actor_at(noun.i)
    if mention is None and noun.dep_ == "dobj" and verb.tag_ == "VBG":
        return arguments(parsed, noun.head, ("nsubj",))
    return [mention] if mention is not None else []
