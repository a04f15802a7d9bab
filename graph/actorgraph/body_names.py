"""The words that the names of bodies share: "party" and "ministry", "of" and "for"."""

from __future__ import annotations

from actorgraph.grammar import grammar_words

#: Words that many organisations share.  A name of nothing else means another organisation in
#: another document.
GENERAL_WORDS = grammar_words("general word of a name")
SMALL_WORDS = grammar_words("small word of a name")
#: Words for a kind of body; no letter is one, as the ending of a possessive is.
KIND_WORDS = frozenset(word for word in GENERAL_WORDS - SMALL_WORDS if len(word) > 1)


def names_body(post: str) -> bool:
    """Whether a folded post names its body or place.

    >>> names_body("president of norland"), names_body("president")
    (True, False)
    """
    words = post.split()
    return not SMALL_WORDS.isdisjoint(words)


def names_kind(name: str) -> bool:
    """Whether a folded name says of what kind a body is.

    >>> names_kind("coast party"), names_kind("delmore")
    (True, False)
    """
    words = name.split()
    return not KIND_WORDS.isdisjoint(words)
