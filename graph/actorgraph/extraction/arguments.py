"""Arguments of verbs and prepositions, followed through coordination, relative clauses and shared subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.page import Chunk, Page

if TYPE_CHECKING:
    from spacy.tokens import Token


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
                if chunk is not None and chunk not in found:
                    found.append(chunk)
    if not found and any(dep.startswith("nsubj") for dep in dependencies):
        found.extend(_shared_subject(page, verb))
    return found


def _antecedent(page: Page, verb: Token) -> list[Chunk]:
    if verb.dep_ != "relcl":
        return []
    noun = verb.head
    chunk = page.actor_at(noun.i)
    return [chunk] if chunk is not None else []


def _shared_subject(page: Page, verb: Token) -> list[Chunk]:
    """The subject that a coordinated, participial or infinitive verb takes from the verb or noun above it."""
    above = verb.head
    dep = verb.dep_
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) or above is verb:
        return []
    if (
        dep == "conj"
        or (dep == "xcomp" and not any(child.dep_ == "dobj" for child in above.children))
        or (dep == "advcl" and verb.tag_ == "VBG")
    ):
        return arguments(page, above, ("nsubj", "nsubjpass"))
    if dep == "xcomp":
        return arguments(page, above, ("dobj",))
    if dep == "pcomp":
        return arguments(page, above.head, ("nsubj", "nsubjpass"))
    if dep == "acl":
        chunk = page.actor_at(above.i)
        if chunk is None and above.dep_ == "dobj" and verb.tag_ == "VBG":
            return arguments(page, above.head, ("nsubj",))  # "filed a suit accusing …"
        return [chunk] if chunk is not None else []
    return []
