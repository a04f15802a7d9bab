"""Who bears a role: by title, apposition, copula or appointment."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.extraction.arguments import arguments
from actorgraph.extraction.lexicon import Lexicon
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import MentionKind, Status

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_bearers(page: Page, lexicon: Lexicon, phrases: list[RolePhrase]) -> list[RolePhrase]:
    """Note who bears each role; a plural whose bearers have owners of their own becomes one phrase for each."""
    for previous, phrase in zip([None, *phrases], phrases, strict=False):
        _find(page, lexicon, phrase, previous)
        if len(phrase.bearers) == 1 and not phrase.plural:
            page.let_stand_for(phrase.head, phrase.bearers[0][0])
    phrases = [part for phrase in phrases for part in _with_owners_after_names(page, phrase)]
    for previous, phrase in reversed(list(pairwise(phrases))):
        if _joined(page, previous, phrase):
            _share(previous, phrase)
    return phrases


def _share(first: RolePhrase, second: RolePhrase) -> None:
    """Give a role what it shares with the next: “chairman and founder Dana Roth”, “the founder and head of X”."""
    if not first.bearers:
        first.bearers = [bearer for bearer in second.bearers if bearer[1] == "title"]
    if first.determiner == "the" and not second.determiner and not first.owners:
        first.owners = [owner for owner in second.owners if owner[1] == "of"]


def _find(page: Page, lexicon: Lexicon, phrase: RolePhrase, previous: RolePhrase | None) -> None:
    before = page.lower[phrase.start - 1] if phrase.start else ""
    phrase.negated = before in lexicon.cues["negation"]
    inside = page.covering(phrase.head)
    if inside is not None:
        if not (phrase.senses and any(inside.type in sense.subject_types for sense in phrase.senses)):
            phrase.senses = []
        phrase.bearers.append((inside, "name"))
        return
    for find in (_by_title, _by_apposed_name, _by_apposition, _by_reversed_apposition):
        phrase.bearers = find(page, phrase)
        if phrase.bearers:
            return
    phrase.bearers = _by_grammar(page, lexicon, phrase)
    if phrase.bearers:
        return
    if previous is not None and _joined(page, previous, phrase):
        phrase.bearers = [(chunk, how) for chunk, how in previous.bearers if how != "title"]


def _with_owners_after_names(page: Page, phrase: RolePhrase) -> list[RolePhrase]:
    """Each bearer with an owner of their own: “Presidents Dana Roth of Sylvania and Ilya Marsh of Borduria”."""
    if any(mark in ("possessive", "premodifier") for _, mark in phrase.owners) or not all(
        how == "title" for _, how in phrase.bearers
    ):
        return [phrase]
    owners = [(bearer, _owner_after(page, bearer)) for bearer, _ in phrase.bearers]
    if not any(owner for _, owner in owners):
        return [phrase]
    return [
        replace(phrase, bearers=[(bearer, "title")], owners=[*phrase.owners, *([(owner, "of")] if owner else [])])
        for bearer, owner in owners
    ]


def _owner_after(page: Page, bearer: Chunk) -> Chunk | None:
    if page.lower[bearer.end : bearer.end + 1] != ["of"]:
        return None
    i = bearer.end + (2 if page.lower[bearer.end + 1 : bearer.end + 2] == ["the"] else 1)
    return page.covering(i)


def _joined(page: Page, previous: RolePhrase, phrase: RolePhrase) -> bool:
    """Whether two role phrases are coordinated: "a historian and adviser to the bank"."""
    gap = page.lower[max(previous.end, previous.last) : phrase.start]
    return gap in (["and"], [","], [",", "and"], ["or"]) and page.doc[previous.head].sent == page.doc[phrase.head].sent


def _fits(phrase: RolePhrase, chunk: Chunk) -> bool:
    if not phrase.senses:
        return chunk.type == "Person"
    return any(chunk.type in sense.subject_types or chunk.subtype in sense.subject_types for sense in phrase.senses)


def _by_title(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    i = phrase.end
    found = []
    chunk = page.covering(i)
    if chunk is None and phrase.last > phrase.end and not phrase.plural:
        chunk = page.covering(phrase.last)  # "ambassador to Borduria Peter Hallam"
    while chunk is not None and chunk.kind is MentionKind.NAME and _fits(phrase, chunk) and not chunk.demonym:
        found.append((chunk, "title"))
        owner = _owner_after(page, chunk)
        i = owner.end if owner is not None else chunk.end
        if not phrase.plural or page.lower[i : i + 1] not in (["and"], [","]):
            break
        chunk = page.covering(i + 1)
    if found and page.doc[found[0][0].start].sent != page.doc[phrase.head].sent:
        return []
    return found


def _kind(phrase: RolePhrase) -> str:
    """What a noun such as "region" or "party" says its bearer is; empty for roles of people."""
    kinds = {kind for sense in phrase.senses for kind in sense.subject_types}
    return (
        kinds.pop()
        if len(kinds) == 1 and kinds <= {"Place", "Organization"} and not phrase.word.startswith("capital")
        else ""
    )


def _by_apposed_name(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """The complement of “of” is the bearer itself where the role is a kind of place: “the city of Alderfen”."""
    kind = _kind(phrase)
    named = [
        owner
        for owner in phrase.owners
        if owner[1] == "premodifier"
        and owner[0].end == phrase.head
        and owner[0].type == kind
        and owner[0].subtype != "Country"
    ]
    if named and not any(kind in sense.object_types and kind == "Organization" for sense in phrase.senses):
        phrase.owners.remove(named[0])
        return [(named[0][0], "name")]
    if kind != "Place":
        return []
    apposed = [owner for owner in phrase.owners if owner[1] == "of" and owner[0].type == "Place"]
    if apposed and page.lower[phrase.end] == "of":
        phrase.owners.remove(apposed[0])
        return [(apposed[0][0], "apposition")]
    return []


def _by_apposition(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """The name before the comma: “Ada Quint, 45, an analyst”."""
    i = phrase.start - 1 - phrase.negated
    if page.doc[phrase.head].dep_ == "compound" and page.tags[phrase.end : phrase.end + 1] in (["NN"], ["NNS"]):
        return []  # "Delmore, a government source said": the source is one, and Delmore is no government
    if i < 1 or page.lower[i] not in (",", "(", "–", "—") or phrase.plural or page.doc[phrase.start].is_sent_start:
        return []
    i -= 1
    if page.tags[i] == "CD" and i > 1 and page.lower[i - 1] == ",":
        i -= 2
    chunk = page.covering(i) or page.actor_at(i)
    if (
        chunk is None
        or chunk.kind is not MentionKind.NAME
        or not _fits(phrase, chunk)
        or page.doc[i].sent != page.doc[phrase.head].sent
    ):
        return []
    after = page.lower[max(phrase.last, phrase.end) : max(phrase.last, phrase.end) + 1]
    if _by_reversed_apposition(page, phrase) and not phrase.determiner:
        return []
    if (
        not phrase.determiner
        and page.doc[phrase.head].dep_ not in ("appos", "conj", "attr")
        and after not in ([","], ["."], ["and"], [")"], ["who"], ["–"])
    ):
        return []
    return [(chunk, "apposition")]


def _by_reversed_apposition(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """The name after the comma, closed by another or by a verb: “The head of the union, Jan Hale, said”."""
    i = max(phrase.last, phrase.end)
    if page.doc[phrase.head].dep_ == "pobj" and phrase.determiner in ("a", "an"):
        return []  # "according to an official, Roth …"
    if phrase.plural or page.lower[i : i + 1] != [","] or not (phrase.determiner or phrase.owners):
        return []
    chunk = page.covering(i + 1)
    if chunk is None or chunk.kind is not MentionKind.NAME or not _fits(phrase, chunk) or chunk.demonym:
        return []
    after = page.tags[chunk.end] if chunk.end < len(page.tags) else ""
    closed = after in (",", "IN", "-LRB-", ".", "VBD", "VBZ", ":", "-RRB-", "''", "MD")
    return [(chunk, "apposition")] if closed and page.doc[i].sent == page.doc[phrase.head].sent else []


def _by_grammar(page: Page, lexicon: Lexicon, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """Bearers by copula ("Roth is an analyst"), by "as", and by verbs of appointment and removal."""
    noun = page.doc[phrase.head]
    while noun.dep_ == "conj" and noun.head.tag_ in ("NN", "NNS", "NNP") and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if noun.dep_ == "appos":
        return _by_apposed_noun(page, phrase, verb)
    lemma, cues = page.lemma(verb), lexicon.cues
    served = noun.dep_ == "pobj" and lemma in cues["serving"]
    if (noun.dep_ in ("attr", "acomp") and lemma in cues["copula"]) or served:
        return _past(page, phrase, verb, arguments(page, verb, ("nsubj",)), "copula")
    if noun.dep_ in ("oprd", "attr", "pobj", "dobj", "xcomp") and lemma in cues["appointing"] | cues["removing"]:
        phrase.status = Status.FORMER if lemma in cues["removing"] else phrase.status
        phrase.told_by = verb.i
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or verb.dep_ == "acl"
        chunks = arguments(page, verb, ("nsubjpass",) if passive else ("dobj",))
        return [(chunk, "appointment") for chunk in chunks if _fits(phrase, chunk)]
    return []


def _by_apposed_noun(page: Page, phrase: RolePhrase, noun: Token) -> list[tuple[Chunk, str]]:
    chunk = page.covering(noun.i)
    named = chunk is not None and chunk.kind is MentionKind.NAME and not phrase.plural
    return [(chunk, "apposition")] if chunk is not None and named and _fits(phrase, chunk) else []


def _past(page: Page, phrase: RolePhrase, verb: Token, chunks: list[Chunk], how: str) -> list[tuple[Chunk, str]]:
    """“Was the head of” and “served as” tell of a role that ended, “has been” of one that lasts."""
    phrase.told_by = verb.i
    words = {child.lower_ for child in verb.children}
    past = verb.tag_ in ("VBD", "VBN") and not words & {"has", "have", "'ve"} and page.lemma(verb) != "become"
    if (past and phrase.status is Status.CURRENT and not words & {"not", "n't", "never"}) or "longer" in words:
        phrase.status = Status.FORMER
    return [(chunk, how) for chunk in chunks if _fits(phrase, chunk)]
