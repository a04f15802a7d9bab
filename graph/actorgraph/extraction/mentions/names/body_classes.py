"""Classes of bodies by the nouns beside their names: "the Harbour *party*", "*daily* Courier"."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.knowledge.actor_types import MEDIUM, PARTY
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

#: Noun beside the name of a body → class of the body.
CLASSES = {
    **dict.fromkeys(grammar_words("noun beside a media outlet"), MEDIUM),
    **dict.fromkeys(grammar_words("noun beside a party"), PARTY),
}
#: What parties and their members are called: "a *Conservative* lawmaker".
PARTY_WORDS = grammar_words("name of a party's members")
#: Between a noun and the name: “the daily *“*Courier””, "the miners' party *(*MPB)".
OPENING_SIGNS = frozenset({"(", '"', "“", "‘", "'", "``"})


def classify_bodies(parsed: ParsedText, names: Iterable[TokenMention]) -> None:
    """Give bodies of no class the class of the noun beside them, wherever they are named."""
    bodies = [name for name in names if _is_unclassified(name)]
    classes: dict[str, str] = {}
    for name in bodies:
        class_ = _class_beside(parsed, name)
        if class_ is not None:
            classes[parsed.mention_text(name)] = class_
    for name in bodies:
        name.subtype = classes.get(parsed.mention_text(name))


def _is_unclassified(name: TokenMention) -> bool:
    if not name.is_organisation:
        return False
    return name.subtype is None


def _class_beside(parsed: ParsedText, name: TokenMention) -> str | None:
    """Return the class that a name has by its word, or by the noun right before or after it."""
    # CASE party: "a *Conservative* lawmaker", but not "*Conservative* estimates …"
    is_initial = bool(parsed.doc[name.start].is_sent_start)
    if parsed.mention_text(name).lower() in PARTY_WORDS and not is_initial:
        return PARTY
    before = name.start - 1
    if before > 0 and parsed.doc[before].text in OPENING_SIGNS:
        before -= 1
    for i in (before, name.end):
        if parsed.tag(i) != "NN":
            continue
        class_ = CLASSES.get(parsed.lower[i])
        if class_ is not None:
            return class_
    return None
