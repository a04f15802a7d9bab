"""Arguments of verbs and prepositions, followed through coordination, relative clauses and shared subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.page import Chunk, Page

if TYPE_CHECKING:
    from spacy.tokens import Token


SUBJECTS = ("nsubj", "nsubjpass")

#: Prepositions before what somebody is accused *of*, blamed *for* or kept *from* doing.
CONTROLLING = frozenset({"of", "for", "from", "into"})

#: Prepositions before what anybody may do: "a row over funding the dam".
OPEN = frozenset({"over", "against"})

#: Prepositions before the person that is asked to do something: "called *on* Roth to go".
ADDRESSING = frozenset({"on", "upon", "to"})


def arguments(page: Page, verb: Token, dependencies: tuple[str, ...]) -> list[Chunk]:
    """Chunks of a verb's arguments, coordinated ones too; relative pronouns and shared subjects are followed."""
    found: list[Chunk] = []
    for child in verb.children:
        if child.dep_ in dependencies:
            if child.tag_ in ("WP", "WDT"):
                found.extend(_antecedent(page, verb))
                continue
            for token in (child, *child.conjuncts):
                chunk = page.actor_at(token.i)
                if chunk is None or chunk in found or page.in_dateline(chunk.start):
                    continue
                if not _is_excepted(page, chunk):
                    found.append(chunk)
    if not found and any(dep.startswith("nsubj") for dep in dependencies):
        found.extend(_shared_subject(page, verb))
    return found


def _is_excepted(page: Page, chunk: Chunk) -> bool:
    """Whether an argument is the one that is left out, as in “Roth, but not Marsh”."""
    return chunk.start > 0 and page.lower[chunk.start - 1] == "not"


def _antecedent(page: Page, verb: Token) -> list[Chunk]:
    if verb.dep_ != "relcl":
        return []
    noun = verb.head
    chunk = page.actor_at(noun.i)
    return [chunk] if chunk is not None else []


def _shared_subject(page: Page, verb: Token) -> list[Chunk]:
    """The subject that a coordinated, participial or infinitive verb takes from the verb or noun above it."""
    above = verb.head
    if above is verb or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return []
    if verb.dep_ == "xcomp":
        return _controller(page, above)
    if verb.dep_ == "pcomp":
        governor = above.head
        if above.lower_ in OPEN:
            return []
        return _controller(page, governor) if above.lower_ in CONTROLLING else arguments(page, governor, SUBJECTS)
    if verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
        return arguments(page, above, SUBJECTS)
    return _modified(page, verb, above) if verb.dep_ == "acl" else []


def _controller(page: Page, governor: Token) -> list[Chunk]:
    """Who does what an infinitive says: the object ("urged Roth to go", "called on Roth to go"), else the subject."""
    if any(child.dep_ == "dobj" for child in governor.children):
        return arguments(page, governor, ("dobj",))
    for child in governor.children:
        if child.dep_ == "prep" and child.lower_ in ADDRESSING and child.i > governor.i:
            return arguments(page, child, ("pobj",))
    return arguments(page, governor, SUBJECTS)


def _modified(page: Page, verb: Token, noun: Token) -> list[Chunk]:
    """The noun that a participle modifies; in "filed a suit accusing …" whoever filed it."""
    chunk = page.actor_at(noun.i)
    if chunk is None and noun.dep_ == "dobj" and verb.tag_ == "VBG":
        return arguments(page, noun.head, ("nsubj",))
    return [chunk] if chunk is not None else []
