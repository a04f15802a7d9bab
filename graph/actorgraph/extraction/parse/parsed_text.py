"""A parsed document while it is being read: its tokens, and which of them refer to an actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.datelines import datelines
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from actorgraph.extraction.parse.parser import Parser


@dataclass(slots=True, eq=False)
class TokenMention:
    """Tokens ``start`` to ``end`` (exclusive) that refer to an actor.

    ``actor`` is the number of that actor, −1 until it is known.
    """

    start: int
    end: int
    root: int
    type: ActorType
    kind: MentionKind = MentionKind.NAME
    subtype: str | None = None
    actor: int = -1
    demonym: bool = False


class ParsedText:
    """Tokens of a document, its chunks, and which chunk covers which token."""

    def __init__(self, doc: Doc, parser: Parser) -> None:
        self.doc = doc
        self.parser = parser
        self.mentions: list[TokenMention] = []
        self._cover: list[TokenMention | None] = [None] * len(doc)
        self._headings = _headings(doc)
        self._quotations = [-1] * len(doc)
        self._datelines = {i for dateline in datelines(doc) for i in dateline}
        self._stand_ins: dict[int, TokenMention] = {}
        self._wordings: dict[tuple[int, int], tuple[str, str]] = {}
        self.sentence_of = _sentence_numbers(doc)
        self.lower = [token.lower_ for token in doc]
        self.tags = [
            "_SP" if token.is_space else token.tag_ for token in doc
        ]  # the tagger takes line breaks for nouns

    def add(self, mention: TokenMention) -> TokenMention:
        """Add a chunk; where chunks nest, a token belongs to the one that was added first."""
        self.mentions.append(mention)
        for i in range(mention.start, mention.end):
            if self._cover[i] is None:
                self._cover[i] = mention
        return mention

    def give(self, i: int, mention: TokenMention) -> None:
        """Make token ``i`` belong to a chunk that covers it."""
        self._cover[i] = mention

    def covering(self, i: int) -> TokenMention | None:
        """The chunk that token ``i`` is in, if any."""
        return self._cover[i] if 0 <= i < len(self._cover) else None

    def let_stand_for(self, i: int, mention: TokenMention) -> None:
        """Say that the noun ``i`` ("an *area*, occupied by …") means the actor of a chunk elsewhere."""
        self._stand_ins[i] = mention

    def actor_at(self, i: int) -> TokenMention | None:
        """The chunk that the noun ``i`` heads or stands for, if any; not one that it only modifies or stands in."""
        mention = self.covering(i)
        if mention is not None and (
            mention.root == i
            or mention.end - 1 == i
            or self.doc[mention.root].head.i == i
        ):
            return mention
        return self._stand_ins.get(i)

    def in_heading(self, i: int) -> bool:
        """Whether token ``i`` stands in a line whose words are all capitalised, as in headings."""
        return self._headings[i]

    def mark_quotation(self, number: int, start: int, end: int) -> None:
        """Say that tokens ``start`` to ``end`` stand between quotation marks."""
        self._quotations[start:end] = [number] * (end - start)

    def quotation_of(self, i: int) -> int | None:
        """Number of the quotation that token ``i`` stands in, or None."""
        return self._quotations[i] if self._quotations[i] >= 0 else None

    def in_dateline(self, i: int) -> bool:
        """Whether token ``i`` only says where and when a report was filed: "OSLO, 3 May —"."""
        return i in self._datelines

    def same_paragraph(self, i: int, j: int) -> bool:
        """Whether no line break stands between two tokens."""
        return not any("\n" in token.text for token in self.doc[min(i, j) : max(i, j)])

    def lemma(self, token: Token) -> str:
        """Dictionary form of a token."""
        return self.parser.lemma(token)

    def phrasal(self, verb: Token) -> str:
        """A verb in its dictionary form with its particle, if it has one: "call off"."""
        particle = next(
            (child.lower_ for child in verb.children if child.dep_ == "prt"), None
        )
        return (
            self.lemma(verb) if particle is None else f"{self.lemma(verb)} {particle}"
        )

    def text(self, start: int, end: int) -> str:
        """Text of tokens ``start`` to ``end``, as it stands."""
        return str(self.doc[start:end].text)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Code-point offsets of tokens ``start`` to ``end``."""
        last = self.doc[end - 1]
        return int(self.doc[start].idx), int(last.idx + len(last))

    def wording(self, start: int, end: int) -> tuple[str, str]:
        """The words of tokens ``start`` to ``end``, in small letters and in dictionary form, each between spaces."""
        if (start, end) not in self._wordings:
            lemmas = (self.lemma(token) for token in self.doc[start:end])
            self._wordings[start, end] = (
                f" {' '.join(self.lower[start:end])} ",
                f" {' '.join(lemmas)} ",
            )
        return self._wordings[start, end]

    def in_order(self) -> list[TokenMention]:
        """Chunks from first to last, longer ones before those that they contain."""
        return sorted(self.mentions, key=lambda mention: (mention.start, -mention.end))

    def sentences(self) -> Iterator[Span]:
        """The sentences."""
        return iter(self.doc.sents)


def _sentence_numbers(doc: Doc) -> list[int]:
    """Number of the sentence that each token stands in."""
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        numbers[sentence.start : sentence.end] = [number] * (
            sentence.end - sentence.start
        )
    return numbers


#: A heading has at least so many words of four letters and more, and this share of them is capitalised.
HEADING_WORDS, HEADING_SHARE = 4, 0.8


def _headings(doc: Doc) -> list[bool]:
    marks = [False] * len(doc)
    for sentence in doc.sents:
        long = [token for token in sentence if token.is_alpha and len(token) > 3]
        capitals = sum(1 for token in long if token.text[0].isupper())
        ends_line = sentence.end < len(doc) and "\n" in doc[sentence.end - 1].text
        if (
            ends_line
            and len(long) >= HEADING_WORDS
            and capitals >= HEADING_SHARE * len(long)
        ):
            marks[sentence.start : sentence.end] = [True] * (
                sentence.end - sentence.start
            )
    return marks


def root_of(doc: Doc, start: int, end: int) -> int:
    """The token of a span that governs the others: the one whose head lies outside."""
    for i in range(end - 1, start - 1, -1):
        head = doc[i].head.i
        if head == i or not start <= head < end:
            return i
    return end - 1
