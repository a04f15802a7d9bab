"""How the clause of a pronoun is related to what comes before: reported, quoted, read on."""

from __future__ import annotations

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

#: What the last word of a sentence of prose ends with; headings and captions have no full stop.
SENTENCE_ENDS = frozenset('.!?"”’')


def is_reported(parsed: ParsedText, pronoun: TokenMention) -> bool:
    """Whether the clause of a pronoun is what the subject says, thinks or wants."""
    verb = parsed.head_of(pronoun).head
    if verb.dep_ != "ccomp":
        return False
    # CASE hearer: "Norland told the *rebels* they would lose"
    hearers = dependents(verb.head, "dobj", "dative")
    return not hearers


def is_quoted_apart(
    parsed: ParsedText, quoted: TokenMention, mention: TokenMention
) -> bool:
    """Whether one mention is in a quotation that another is not in."""
    quotation = parsed.quotation_of(quoted.root)
    if quotation is None:
        return False
    return quotation != parsed.quotation_of(mention.root)


def is_read_on(
    parsed: ParsedText, mention: TokenMention, pronoun: TokenMention
) -> bool:
    """Whether two sentences follow each other in prose, also in two paragraphs."""
    if parsed.same_paragraph(mention.root, pronoun.root):
        return True
    sentence = parsed.head_of(mention).sent
    for token in reversed(sentence):
        if not token.is_space:
            return token.text[-1] in SENTENCE_ENDS
    return False
