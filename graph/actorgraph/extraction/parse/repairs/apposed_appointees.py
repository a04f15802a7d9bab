"""Appointees that the parser joins to their post: "named *Roth* chief executive".

It takes such a sentence for one about a "Roth chief executive", and in "named *Roth* as her deputy"
it takes the name for the post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import MODIFIERS, dependents, prepositions
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Verbs with an object and a post: "*elected* Roth chair".
APPOINTING = grammar_words("verb form of giving a post")
#: What else a name before a post may be: "elected *Norland* president" gives no post to Norland.
PLACE_LABELS = ("GPE", "LOC", "NORP")


def attach_appointees(doc: Doc) -> Doc:
    """Make a name between a verb and a post the object of the verb."""
    for post in list(doc):
        name = _name_before(post)
        if name:
            reattach(doc, _changes(post, name))
            _end_name(doc, name, post)
        elif _is_taken_for_post(post):
            reattach(doc, {post: (post.head, "dobj")})
    return doc


def _name_before(post: Token) -> list[Token]:
    """Return the words between an active verb and a post if they are a name, else none."""
    verb = post.head
    if post.tag_ != "NN" or post.dep_ not in ("oprd", "dobj") or verb.i > post.i:
        return []
    # CASE passive: "was elected *Delmore Bank* chairman"
    if verb.lower_ not in APPOINTING or not dependents(verb, "nsubj"):
        return []
    name: list[Token] = []
    for word in post.doc[verb.i + 1 : post.i]:
        if word.tag_ not in NAME_TAGS or word.ent_type_ in PLACE_LABELS:
            break
        name.append(word)
    if not name or name[-1].head != post:
        return []
    return name if name[-1].dep_ in MODIFIERS else []


def _is_taken_for_post(name: Token) -> bool:
    """Whether a name is the object of a verb that says as what: "named *Roth* as her deputy"."""
    verb = name.head
    if name.dep_ != "oprd" or name.tag_ not in NAME_TAGS:
        return False
    if verb.lower_ not in APPOINTING:
        return False
    if dependents(verb, "dobj", "auxpass"):
        return False
    return bool(prepositions(verb, BEFORE_PREDICATE))


def _changes(post: Token, name: list[Token]) -> dict[Token, tuple[Token, str]]:
    *first, last = name
    changes = dict.fromkeys(first, (last, "compound"))
    changes[last] = post.head, "dobj"
    changes[post] = post.head, "oprd"
    return changes


def _end_name(doc: Doc, name: list[Token], post: Token) -> None:
    """Let the recognised name of a person end before the post."""
    from spacy.tokens import Span

    start, end = name[0].i, name[-1].i + 1
    person = Span(doc, start, end, label="PERSON")
    rest = doc[end : post.i + 1]
    doc.set_ents([person], outside=[rest], default="unmodified")
