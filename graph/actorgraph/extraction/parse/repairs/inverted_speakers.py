"""Speakers between two parts of what they say: "“The dam,” said *Roth, a nurse,* “is shut.”".

The parser takes Roth for what is shut, as though she were the subject of the second part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.quotation_marks import QUOTE_MARKS
from actorgraph.extraction.parse.repairs.inserted_clauses import INTERRUPTING
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_inverted_speakers(doc: Doc) -> Doc:
    """Make whoever follows a verb of speech its subject, and the words before it those of "is"."""
    for verb in list(doc[1:]):
        if verb.lower_ not in INTERRUPTING or verb.nbor(-1).text not in QUOTE_MARKS:
            continue
        speaker = _subject_after(verb)
        if speaker is None:
            continue
        changes = {speaker: (verb, "nsubj")}
        for noun in doc[verb.sent.start : verb.i]:
            is_lost = noun.head == verb or noun.head.text in QUOTE_MARKS
            if is_lost and noun.tag_ in NOUN_TAGS:
                changes[noun] = speaker.head, speaker.dep_
        reattach(doc, changes)
    return doc


def _subject_after(verb: Token) -> Token | None:
    """Return the subject of the next quotation whose phrase begins right after a verb."""
    for noun in verb.doc[verb.i + 1 : verb.sent.end]:
        if noun.dep_ not in SUBJECTS or noun.left_edge.i != verb.i + 1:
            continue
        between = noun.doc[noun.i + 1 : noun.head.i]
        if any(word.text in QUOTE_MARKS for word in between):
            return noun
    return None
