"""Participles that say what an act came to: "set off a bomb, *killing* three people"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.relation_lists import VIOLENCE
from actorgraph.extraction.parse.parsed_text import ParsedText

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_result(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a participle names the victims of the act of the verb before it.

    It is stated as that act is: "is believed to have set off a bomb, *killing* Marsh".
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < verb.head.i:
        return False
    return lexicon.says(parsed.lemma(verb), VIOLENCE)
