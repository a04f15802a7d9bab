"""Who bears a role: by title, apposition, copula or appointment."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.mentions.arguments import arguments
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import MentionKind, Status

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_holders(
    parsed: ParsedText, lexicon: Lexicon, phrases: list[RolePhrase]
) -> list[RolePhrase]:
    """Note who bears each role; a plural whose bearers have owners of their own becomes one phrase for each."""
    for previous, phrase in zip([None, *phrases], phrases, strict=False):
        _find(parsed, lexicon, phrase, previous)
        if len(phrase.holders) == 1 and not phrase.plural:
            parsed.set_stand_in(phrase.head, phrase.holders[0][0])
    phrases = [
        part for phrase in phrases for part in _with_owners_after_names(parsed, phrase)
    ]
    for previous, phrase in reversed(list(pairwise(phrases))):
        if _joined(parsed, previous, phrase):
            _share(previous, phrase)
    return phrases


def _share(first: RolePhrase, second: RolePhrase) -> None:
    """Give a role what it shares with the next: “chairman and founder Dana Roth”, “the founder and head of X”."""
    if not first.holders:
        first.holders = [holder for holder in second.holders if holder[1] == "title"]
    if first.determiner == "the" and not second.determiner and not first.owners:
        first.owners = [owner for owner in second.owners if owner[1] == "of"]


def _find(
    parsed: ParsedText,
    lexicon: Lexicon,
    phrase: RolePhrase,
    previous: RolePhrase | None,
) -> None:
    before = parsed.lower[phrase.start - 1] if phrase.start else ""
    phrase.negated = before in lexicon.cues["negation"]
    inside = parsed.covering(phrase.head)
    if inside is not None:
        if not (
            phrase.senses
            and any(inside.type in sense.subject_types for sense in phrase.senses)
        ):
            phrase.senses = []
        phrase.holders.append((inside, "name"))
        return
    for find in (_by_title, _by_apposed_name, _by_apposition, _by_reversed_apposition):
        phrase.holders = find(parsed, phrase)
        if phrase.holders:
            return
    phrase.holders = _by_grammar(parsed, lexicon, phrase)
    if phrase.holders:
        return
    if previous is not None and _joined(parsed, previous, phrase):
        phrase.holders = [
            (mention, how) for mention, how in previous.holders if how != "title"
        ]


def _with_owners_after_names(
    parsed: ParsedText, phrase: RolePhrase
) -> list[RolePhrase]:
    """Each bearer with an owner of their own: “Presidents Dana Roth of Sylvania and Ilya Marsh of Borduria”."""
    if any(
        mark in ("possessive", "premodifier") for _, mark in phrase.owners
    ) or not all(how == "title" for _, how in phrase.holders):
        return [phrase]
    owners = [(holder, _owner_after(parsed, holder)) for holder, _ in phrase.holders]
    if not any(owner for _, owner in owners):
        return [phrase]
    return [
        replace(
            phrase,
            holders=[(holder, "title")],
            owners=[*phrase.owners, *([(owner, "of")] if owner else [])],
        )
        for holder, owner in owners
    ]


def _owner_after(parsed: ParsedText, holder: TokenMention) -> TokenMention | None:
    if parsed.lower[holder.end : holder.end + 1] != ["of"]:
        return None
    i = holder.end + (
        2 if parsed.lower[holder.end + 1 : holder.end + 2] == ["the"] else 1
    )
    return parsed.covering(i)


def _joined(parsed: ParsedText, previous: RolePhrase, phrase: RolePhrase) -> bool:
    """Whether two role phrases are coordinated: "a historian and adviser to the bank"."""
    gap = parsed.lower[max(previous.end, previous.last) : phrase.start]
    return (
        gap in (["and"], [","], [",", "and"], ["or"])
        and parsed.doc[previous.head].sent == parsed.doc[phrase.head].sent
    )


def _fits(phrase: RolePhrase, mention: TokenMention) -> bool:
    if not phrase.senses:
        return mention.type == "Person"
    return any(
        mention.type in sense.subject_types or mention.subtype in sense.subject_types
        for sense in phrase.senses
    )


def _by_title(parsed: ParsedText, phrase: RolePhrase) -> list[tuple[TokenMention, str]]:
    i = phrase.end
    found = []
    mention = parsed.covering(i)
    if mention is None and phrase.last > phrase.end and not phrase.plural:
        mention = parsed.covering(phrase.last)  # "ambassador to Borduria Peter Hallam"
    while (
        mention is not None
        and mention.kind is MentionKind.NAME
        and _fits(phrase, mention)
        and not mention.demonym
    ):
        found.append((mention, "title"))
        owner = _owner_after(parsed, mention)
        i = owner.end if owner is not None else mention.end
        if not phrase.plural or parsed.lower[i : i + 1] not in (["and"], [","]):
            break
        mention = parsed.covering(i + 1)
    if found and parsed.doc[found[0][0].start].sent != parsed.doc[phrase.head].sent:
        return []
    return found


def _kind(phrase: RolePhrase) -> str:
    """What a noun such as "region" or "party" says its bearer is; empty for roles of people."""
    kinds = {kind for sense in phrase.senses for kind in sense.subject_types}
    return (
        kinds.pop()
        if len(kinds) == 1
        and kinds <= {"Place", "Organization"}
        and not phrase.word.startswith("capital")
        else ""
    )


def _by_apposed_name(
    parsed: ParsedText, phrase: RolePhrase
) -> list[tuple[TokenMention, str]]:
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
    if named and not any(
        kind in sense.object_types and kind == "Organization" for sense in phrase.senses
    ):
        phrase.owners.remove(named[0])
        return [(named[0][0], "name")]
    if kind != "Place":
        return []
    apposed = [
        owner
        for owner in phrase.owners
        if owner[1] == "of" and owner[0].type == "Place"
    ]
    if apposed and parsed.lower[phrase.end] == "of":
        phrase.owners.remove(apposed[0])
        return [(apposed[0][0], "apposition")]
    return []


def _by_apposition(
    parsed: ParsedText, phrase: RolePhrase
) -> list[tuple[TokenMention, str]]:
    """The name before the comma: “Ada Quint, 45, an analyst”."""
    i = phrase.start - 1 - phrase.negated
    if parsed.doc[phrase.head].dep_ == "compound" and parsed.tags[
        phrase.end : phrase.end + 1
    ] in (["NN"], ["NNS"]):
        return []  # "Delmore, a government source said": the source is one, and Delmore is no government
    if (
        i < 1
        or parsed.lower[i] not in (",", "(", "–", "—")
        or phrase.plural
        or parsed.doc[phrase.start].is_sent_start
    ):
        return []
    i -= 1
    if parsed.tags[i] == "CD" and i > 1 and parsed.lower[i - 1] == ",":
        i -= 2
    mention = parsed.covering(i) or parsed.actor_at(i)
    if (
        mention is None
        or mention.kind is not MentionKind.NAME
        or not _fits(phrase, mention)
        or parsed.doc[i].sent != parsed.doc[phrase.head].sent
    ):
        return []
    after = parsed.lower[
        max(phrase.last, phrase.end) : max(phrase.last, phrase.end) + 1
    ]
    if _by_reversed_apposition(parsed, phrase) and not phrase.determiner:
        return []
    if (
        not phrase.determiner
        and parsed.doc[phrase.head].dep_ not in ("appos", "conj", "attr")
        and after not in ([","], ["."], ["and"], [")"], ["who"], ["–"])
    ):
        return []
    return [(mention, "apposition")]


def _by_reversed_apposition(
    parsed: ParsedText, phrase: RolePhrase
) -> list[tuple[TokenMention, str]]:
    """The name after the comma, closed by another or by a verb: “The head of the union, Jan Hale, said”."""
    i = max(phrase.last, phrase.end)
    if parsed.doc[phrase.head].dep_ == "pobj" and phrase.determiner in ("a", "an"):
        return []  # "according to an official, Roth …"
    if (
        phrase.plural
        or parsed.lower[i : i + 1] != [","]
        or not (phrase.determiner or phrase.owners)
    ):
        return []
    mention = parsed.covering(i + 1)
    if (
        mention is None
        or mention.kind is not MentionKind.NAME
        or not _fits(phrase, mention)
        or mention.demonym
    ):
        return []
    after = parsed.tags[mention.end] if mention.end < len(parsed.tags) else ""
    closed = after in (",", "IN", "-LRB-", ".", "VBD", "VBZ", ":", "-RRB-", "''", "MD")
    return (
        [(mention, "apposition")]
        if closed and parsed.doc[i].sent == parsed.doc[phrase.head].sent
        else []
    )


def _by_grammar(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase
) -> list[tuple[TokenMention, str]]:
    """Bearers by copula ("Roth is an analyst"), by "as", and by verbs of appointment and removal."""
    noun = parsed.doc[phrase.head]
    while (
        noun.dep_ == "conj"
        and noun.head.tag_ in ("NN", "NNS", "NNP")
        and noun.head.i < noun.i
    ):
        noun = noun.head
    verb = (
        noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "as"
        else noun.head
    )
    if noun.dep_ == "appos":
        return _by_apposed_noun(parsed, phrase, verb)
    lemma, cues = parsed.lemma(verb), lexicon.cues
    served = noun.dep_ == "pobj" and lemma in cues["serving"]
    if (noun.dep_ in ("attr", "acomp") and lemma in cues["copula"]) or served:
        return _past(
            parsed, phrase, verb, arguments(parsed, verb, ("nsubj",)), "copula"
        )
    if (
        noun.dep_ in ("oprd", "attr", "pobj", "dobj", "xcomp")
        and lemma in cues["appointing"] | cues["removing"]
    ):
        phrase.status = Status.FORMER if lemma in cues["removing"] else phrase.status
        phrase.stated_by = verb.i
        passive = (
            any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
            or verb.dep_ == "acl"
        )
        mentions = arguments(parsed, verb, ("nsubjpass",) if passive else ("dobj",))
        return [
            (mention, "appointment") for mention in mentions if _fits(phrase, mention)
        ]
    return []


def _by_apposed_noun(
    parsed: ParsedText, phrase: RolePhrase, noun: Token
) -> list[tuple[TokenMention, str]]:
    mention = parsed.covering(noun.i)
    named = (
        mention is not None and mention.kind is MentionKind.NAME and not phrase.plural
    )
    return (
        [(mention, "apposition")]
        if mention is not None and named and _fits(phrase, mention)
        else []
    )


def _past(
    parsed: ParsedText,
    phrase: RolePhrase,
    verb: Token,
    mentions: list[TokenMention],
    how: str,
) -> list[tuple[TokenMention, str]]:
    """“Was the head of” and “served as” tell of a role that ended, “has been” of one that lasts."""
    phrase.stated_by = verb.i
    words = {child.lower_ for child in verb.children}
    past = (
        verb.tag_ in ("VBD", "VBN")
        and not words & {"has", "have", "'ve"}
        and parsed.lemma(verb) != "become"
    )
    if (
        past and phrase.status is Status.CURRENT and not words & {"not", "n't", "never"}
    ) or "longer" in words:
        phrase.status = Status.FORMER
    return [(mention, how) for mention in mentions if _fits(phrase, mention)]
