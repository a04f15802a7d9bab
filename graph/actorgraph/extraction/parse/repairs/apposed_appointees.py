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
    is_post = post.dep_ in ("oprd", "dobj") and post.tag_ == "NN" and verb.i < post.i
    # CASE passive: "was elected *Delmore Bank* chairman"
    if not is_post or verb.lower_ not in APPOINTING or not dependents(verb, "nsubj"):
        return []
    name: list[Token] = []
    for word in post.doc[verb.i + 1 : post.i]:
        if word.tag_ not in NAME_TAGS or word.ent_type_ in PLACE_LABELS:
            break
        name.append(word)
    is_modifier = bool(name) and name[-1].head == post
    return name if is_modifier and name[-1].dep_ in MODIFIERS else []


def _is_taken_for_post(name: Token) -> bool:
    """Whether a name is the object of a verb that says as what: "named *Roth* as her deputy"."""
    verb = name.head
    is_predicate = name.dep_ == "oprd" and name.tag_ in NAME_TAGS
    if not is_predicate or verb.lower_ not in APPOINTING:
        return False
    is_active = not dependents(verb, "dobj", "auxpass")
    return is_active and bool(prepositions(verb, BEFORE_PREDICATE))


def _changes(post: Token, name: list[Token]) -> dict[Token, tuple[Token, str]]:
    *first, last = name
    changes = dict.fromkeys(first, (last, "compound"))
    return changes | {last: (post.head, "dobj"), post: (post.head, "oprd")}


def _end_name(doc: Doc, name: list[Token], post: Token) -> None:
    """Let the recognised name of a person end before the post."""
    from spacy.tokens import Span

    person = Span(doc, name[0].i, name[-1].i + 1, label="PERSON")
    rest = doc[name[-1].i + 1 : post.i + 1]
    doc.set_ents([person], outside=[rest], default="unmodified")
