"""How far back a pronoun of the third person refers."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

#: A pronoun refers to a mention at most this many sentences back.
PRONOUN_REACH = 2
#: Nor is it further back where the sentences between are quoted.
LONGEST_REACH = 12


class PronounReach:
    """The sentences of a text that the pronouns of another one may refer to."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self._quoted = _quoted_sentences(parsed)

    def sentences(self, pronoun: TokenMention) -> Iterator[int]:
        """Yield the numbers of the sentences in reach, from that of the pronoun backwards.

        Outside of quotations, sentences that are only quoted do not count: “It rains,” Roth said.
        “*It pours. It thunders. It will stop.*” *She* smiled.
        """
        sentence = self.parsed.sentence_of[pronoun.root]
        in_quotation = self.parsed.quotation_of(pronoun.root) is not None
        left = PRONOUN_REACH + 1
        earliest = max(0, sentence - LONGEST_REACH + 1)
        for number in range(sentence, earliest - 1, -1):
            is_counted = in_quotation or number not in self._quoted
            if is_counted:
                left -= 1
            yield number
            if left == 0:
                return


def _quoted_sentences(parsed: ParsedText) -> set[int]:
    """Return the numbers of the sentences all of whose words are quoted."""
    quoted: set[int] = set()
    for number, sentence in enumerate(parsed.doc.sents):
        words = [token.i for token in sentence if token.is_alpha]
        outside = (i for i in words if parsed.quotation_of(i) is None)
        if words and next(outside, None) is None:
            quoted.add(number)
    return quoted
