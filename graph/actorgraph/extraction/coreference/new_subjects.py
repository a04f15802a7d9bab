"""Where the text turns to somebody else: the latest named subject before a pronoun.

“Hallam slept. He snored. *Roth* runs the bank. She resigned.”: from "Roth" on a pronoun refers to
nobody who was mentioned only before, however often.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.arguments import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of clauses that a verb of speech introduces.
REPORTED = ("ccomp",)


def latest_new_subject(
    parsed: ParsedText, candidates: Iterable[TokenMention], pronoun: TokenMention
) -> TokenMention | None:
    """Return the last of the candidates that is a named subject, if the text turns to it.

    Args:
        candidates: Mentions before the pronoun to which type and gender let it refer.

    Returns:
        The mention; None if no candidate is such a subject.
    """
    latest: TokenMention | None = None
    for mention in candidates:
        if mention.start < pronoun.start and _is_topic(parsed, mention):
            is_later = latest is None or mention.start > latest.start
            latest = mention if is_later else latest
    return latest


def _is_topic(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a name is the subject of a clause that tells of this person.

    Not that of a verb of speech: in "Roth left. Hallam said that she was ill" both go on.
    """
    token = parsed.doc[mention.root]
    if mention.kind is not MentionKind.NAME or token.dep_ not in SUBJECTS:
        return False
    if parsed.quotation_of(mention.root) is not None:
        return False
    return not _reports(token.head)


def _reports(verb: Token) -> bool:
    """Whether a verb has a clause as its object: "Hallam *said* that …"."""
    return any(child.dep_ in REPORTED for child in verb.children)
