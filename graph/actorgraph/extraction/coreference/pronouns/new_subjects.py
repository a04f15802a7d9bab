"""Where the text turns to someone else: the latest named subject before a pronoun.

“Hallam slept. He snored. *Roth* runs the bank. She resigned.”: from "Roth" on a pronoun refers to
nobody who was mentioned only before, however often.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from actorgraph.extraction.mentions.entities import only
from actorgraph.extraction.parse.dependents import AFFECTED, SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention


def latest_new_subject(
    parsed: ParsedText, candidates: Iterable[TokenMention], pronoun: TokenMention
) -> TokenMention | None:
    """Return the last of the candidates that is a named subject, if the text turns to it.

    Args:
        candidates: Mentions before the pronoun to which type and gender let it refer.

    Returns:
        The mention; None if no candidate is such a subject.
    """
    before = _before(candidates, pronoun)
    topics = [mention for mention in before if _is_topic(parsed, mention)]
    return max(topics, key=attrgetter("start"), default=None)


def subject_gone_on_with(
    parsed: ParsedText, candidates: Iterable[TokenMention], pronoun: TokenMention
) -> TokenMention | None:
    """Return the subject that a coordinated clause goes on with: "*Roth* stayed, and she sang".

    Args:
        candidates: Mentions before the pronoun to which type and gender let it refer.

    Returns:
        The mention; None if the clauses are not coordinated or someone else comes between.
    """
    noun = parsed.head_of(pronoun)
    clause = noun.head
    if noun.dep_ not in SUBJECTS or clause.dep_ != "conj":
        return None
    before = _before(candidates, pronoun)
    latest = max(before, key=attrgetter("start"), default=None)
    if latest is None or not _is_topic(parsed, latest):
        return None
    if parsed.head_of(latest).head != clause.head:
        return None
    return latest


def object_before(
    parsed: ParsedText, candidates: Iterable[TokenMention], pronoun: TokenMention
) -> int | None:
    """Return the object of the clause above a subject: "Hale found *Quint* when *she* sang"."""
    noun = parsed.head_of(pronoun)
    if noun.dep_ not in SUBJECTS:
        return None
    above = set(noun.head.ancestors)
    objects = {
        mention.actor
        for mention in _before(candidates, pronoun)
        if parsed.head_of(mention).dep_ in AFFECTED
        and parsed.head_of(mention).head in above
    }
    return only(objects)


def _before(
    candidates: Iterable[TokenMention], pronoun: TokenMention
) -> list[TokenMention]:
    return [mention for mention in candidates if mention.start < pronoun.start]


def _is_topic(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a name is the subject of a clause outside of quotations."""
    if not mention.is_name:
        return False
    if parsed.quotation_of(mention.root) is not None:
        return False
    return parsed.noun_in_clause(mention).dep_ in SUBJECTS
