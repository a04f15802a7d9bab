"""Questions that the parser takes for relative clauses: "Of Quint and Hale, *who lied?*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

WHO_TAG = "WP"


def attach_questions(doc: Doc) -> Doc:
    """Make the verb after "who" the head of its sentence, where that has no other verb."""
    for verb in list(doc):
        root = verb.sent.root
        if verb.dep_ != "relcl" or is_verb_form(root) or verb.sent[-1].text != "?":
            continue
        if any(word.tag_ == WHO_TAG for word in dependents(verb, "nsubj")):
            reattach(doc, {verb: (verb, "ROOT"), root: (verb, "prep")})
    return doc
