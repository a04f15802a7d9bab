"""Lists of names in headlines, which a comma joins: "*Norway, Sweden* sign a deal".

The parser takes the first name for an adverb, or the second for what the first one is.  A verb in
the plural shows that both are its subjects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMMA = ","
#: Tag of a verb in the plural of the present.
PLURAL_VERB_TAG = "VBP"
#: Fewest names of a list.
FEWEST = 2


def attach_headline_lists(doc: Doc) -> Doc:
    """Make the names with which a sentence begins the subjects of the verb after them."""
    for sentence in list(doc.sents):
        names, end = _names_from(doc, sentence.start, sentence.end)
        if len(names) < FEWEST or end == sentence.end:
            continue
        verb = doc[end]
        if verb.tag_ == PLURAL_VERB_TAG and verb.dep_ == "ROOT":
            first, *others = names
            listed = dict.fromkeys(others, (first, "conj"))
            reattach(doc, {first: (verb, "nsubj"), **listed})
    return doc


def _names_from(doc: Doc, start: int, end: int) -> tuple[list[Token], int]:
    """Return the last words of the names in a list, and where it ends."""
    names: list[Token] = []
    i = start
    while i < end and doc[i].tag_ in NAME_TAGS:
        following = doc[i + 1] if i + 1 < end else None
        if following is None or following.tag_ not in NAME_TAGS:
            names.append(doc[i])
            if following is None or following.text != COMMA:
                return names, i + 1
            i += 1
        i += 1
    return names, i
