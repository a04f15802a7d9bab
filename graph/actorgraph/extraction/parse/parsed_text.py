"""A parsed document: its tokens, and the mentions of actors that are added while it is read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.datelines import datelines
from actorgraph.extraction.parse.dependents import BESIDE_NOUN, SUBJECTS
from actorgraph.extraction.parse.headings import heading_marks
from actorgraph.extraction.parse.typed import Typed
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actorgraph.extraction.parse.parser import Parser

#: Tag of line breaks and other white space; the tagger takes line breaks for nouns.
SPACE_TAG = "_SP"
#: Takes away the brackets around what an editor adds to a quotation.
_NO_BRACKETS = str.maketrans("", "", "[]")


@dataclass(slots=True, eq=False)
class TokenMention(Typed):
    """A mention of an actor, in tokens.

    Attributes:
        start, end: First token, and the token after the last.
        root: The token that governs the others.
        actor: Number of the entity that it refers to; −1 until it is resolved.
        demonym: Whether it is an adjective or people of a territory, such as “Norwegian”.
        capital: Whether it is the capital of a country, and so may mean its government.
    """

    start: int
    end: int
    root: int
    type: ActorType
    kind: MentionKind = MentionKind.NAME
    subtype: str | None = None
    actor: int = -1
    demonym: bool = False
    capital: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it names its actor: “Dana Roth”."""
        return self.kind is MentionKind.NAME

    @property
    def is_resolved(self) -> bool:
        """Whether it is known which entity it refers to."""
        return self.actor >= 0

    @property
    def is_named_person(self) -> bool:
        """Whether it names a person."""
        return self.is_name and self.is_person

    @property
    def length(self) -> int:
        """Number of its tokens."""
        return self.end - self.start

    @property
    def is_description(self) -> bool:
        """Whether it describes its actor by a noun: “the mayor”."""
        return self.kind is MentionKind.NOMINAL

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a pronoun: “she”, “his”."""
        return self.kind is MentionKind.PRONOUN


class ParsedText:
    """Tokens of a document, its mentions, and which mention covers which token.

    Attributes:
        mentions: All mentions, in the order in which they were added.
        lower: The tokens in lower case.
        tags: Their Penn Treebank tags; white space has the tag ``_SP``.
        sentence_of: The number of each token's sentence.
    """

    def __init__(self, doc: Doc, parser: Parser) -> None:
        self.doc = doc
        self.parser = parser
        self.mentions: list[TokenMention] = []
        self.lower = [token.lower_ for token in doc]
        self.tags = [_tag(token) for token in doc]
        self.sentence_of = _sentence_numbers(doc)
        self._mention_of: list[TokenMention | None] = [None] * len(doc)
        self._stand_ins: dict[int, TokenMention] = {}
        self._members: dict[int, list[TokenMention]] = {}
        self._quotations = [-1] * len(doc)
        self._headings = heading_marks(doc)
        self._datelines = frozenset(chain.from_iterable(datelines(doc)))
        self._line_breaks = _line_breaks_before(doc)
        self._wordings: dict[tuple[int, int], tuple[str, str]] = {}

    # mentions ---------------------------------------------------------------------------

    def add(self, mention: TokenMention) -> TokenMention:
        """Add a mention; where mentions nest, a token belongs to the one added first."""
        self.mentions.append(mention)
        for i in range(mention.start, mention.end):
            if self._mention_of[i] is None:
                self._mention_of[i] = mention
        return mention

    def replace(self, mention: TokenMention) -> TokenMention:
        """Add a mention in place of those that overlap it."""
        tokens = range(mention.start, mention.end)
        overlapped = [m for m in map(self.covering, tokens) if m is not None]
        self.mentions = [each for each in self.mentions if each not in overlapped]
        for each in overlapped:
            self._mention_of[each.start : each.end] = [None] * each.length
        return self.add(mention)

    def assign(self, i: int, mention: TokenMention) -> None:
        """Make token ``i`` belong to a mention that covers it."""
        self._mention_of[i] = mention

    def covering(self, i: int) -> TokenMention | None:
        """Return the mention that token ``i`` belongs to, if any; ``i`` may be out of range."""
        return self._mention_of[i] if 0 <= i < len(self._mention_of) else None

    def name_at(self, i: int) -> TokenMention | None:
        """Return the name that token ``i`` belongs to, if any; ``i`` may be out of range."""
        mention = self.covering(i)
        if mention is None or not mention.is_name:
            return None
        return mention

    def set_stand_in(self, i: int, mention: TokenMention) -> None:
        """Let the noun ``i`` ("an *area*, occupied by …") refer to the actor of a mention."""
        self._stand_ins[i] = mention

    def stand_in(self, i: int) -> TokenMention | None:
        """Return the mention whose actor the noun ``i`` refers to, if that was set."""
        return self._stand_ins.get(i)

    def actor_at(self, i: int) -> TokenMention | None:
        """Return the mention that the noun ``i`` heads or refers to.

        Not one that the noun merely modifies or is a part of.
        """
        mention = self.covering(i)
        if mention is not None and self._heads(i, mention):
            return mention
        return self._stand_ins.get(i)

    def set_members(self, i: int, mentions: list[TokenMention]) -> None:
        """Let the pronoun ``i`` ("they") refer to the actors of several mentions."""
        self._members[i] = mentions

    def actors_at(self, i: int) -> list[TokenMention]:
        """Return the mentions of all actors that the word ``i`` heads or refers to."""
        if i in self._members:
            return self._members[i]
        mention = self.actor_at(i)
        return [] if mention is None else [mention]

    def _heads(self, i: int, mention: TokenMention) -> bool:
        if i in (mention.root, mention.end - 1):
            return True
        governor = self.doc[mention.root].head
        return bool(governor.i == i)

    def in_order(self) -> list[TokenMention]:
        """Return the mentions in text order, longer ones before those that they contain."""
        return sorted(self.mentions, key=lambda mention: (mention.start, -mention.end))

    # where a token is -------------------------------------------------------------------

    def mark_quotation(self, number: int, start: int, end: int) -> None:
        """Note that tokens ``start`` to ``end`` are between quotation marks."""
        self._quotations[start:end] = [number] * (end - start)

    def quotation_of(self, i: int) -> int | None:
        """Return the number of the quotation that contains token ``i``, or None."""
        return self._quotations[i] if self._quotations[i] >= 0 else None

    def in_heading(self, i: int) -> bool:
        """Whether token ``i`` is in a line whose words are all capitalised, as in headings."""
        return self._headings[i]

    def in_dateline(self, i: int) -> bool:
        """Whether token ``i`` is part of a dateline, such as "OSLO, 3 May —"."""
        return i in self._datelines

    def same_paragraph(self, i: int, j: int) -> bool:
        """Whether the two tokens are in the same paragraph."""
        return self._line_breaks[i] == self._line_breaks[j]

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether the two tokens are in the same sentence."""
        return self.sentence_of[i] == self.sentence_of[j]

    # words ------------------------------------------------------------------------------

    def word(self, i: int) -> str:
        """Return token ``i`` in lower case; "" before and after the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def tag(self, i: int) -> str:
        """Return the part-of-speech tag of token ``i``; "" before and after the text."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def past_article(self, i: int) -> int:
        """Return the token after the definite article at ``i``; ``i`` itself where none is."""
        return i + (self.word(i) in DEFINITE)

    def lemma(self, token: Token) -> str:
        """Return the dictionary form of a token."""
        return self.parser.lemma(token)

    def phrasal(self, verb: Token) -> str:
        """Return the dictionary form of a verb with its particle, if any: "call off"."""
        lemma = self.lemma(verb)
        for child in verb.children:
            if child.dep_ == "prt":
                return f"{lemma} {child.lower_}"
        return lemma

    def head_of(self, mention: TokenMention) -> Token:
        """Return the token of a mention that governs the others."""
        return self.doc[mention.root]

    def noun_in_clause(self, mention: TokenMention) -> Token:
        """Return the noun by which a mention is part of a clause: “the *mayor*, Roth, left”."""
        name = self.head_of(mention)
        if name.dep_ not in BESIDE_NOUN:
            return name
        # CASE attached too low: "the *mayor* of the town, Roth, left"
        for token in name.sent:
            if self._stand_ins.get(token.i) is mention and token.dep_ in SUBJECTS:
                return token
        return name.head if name.head.tag_ in COMMON_NOUN_TAGS else name

    def head_word(self, mention: TokenMention) -> str:
        """Return the head of a mention in lower case."""
        return self.lower[mention.root]

    def text(self, start: int, end: int) -> str:
        """Return the text of tokens ``start`` to ``end``."""
        return str(self.doc[start:end].text)

    def mention_text(self, mention: TokenMention) -> str:
        """Return the text of a mention, without an editor's brackets: "[Dana] Roth"."""
        return self.text(mention.start, mention.end).translate(_NO_BRACKETS)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the code-point offsets of tokens ``start`` to ``end``."""
        first, last = self.doc[start], self.doc[end - 1]
        last_end = last.idx + len(last)
        return int(first.idx), int(last_end)

    def wording(self, start: int, end: int) -> tuple[str, str]:
        """Return the words of tokens ``start`` to ``end``, as written and as lemmas.

        Both are in lower case, with a space before and after each word.
        """
        if (start, end) not in self._wordings:
            lemmas = map(self.lemma, self.doc[start:end])
            written = " ".join(self.lower[start:end])
            forms = " ".join(lemmas)
            self._wordings[start, end] = f" {written} ", f" {forms} "
        return self._wordings[start, end]


def _tag(token: Token) -> str:
    if token.is_space:
        return SPACE_TAG
    return token.tag_


def _sentence_numbers(doc: Doc) -> list[int]:
    """Return the number of each token's sentence."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        length = len(sentence)
        numbers.extend([number] * length)
    return numbers


def _line_breaks_before(doc: Doc) -> list[int]:
    """Return how many tokens before each token contain a line break; one more for the end."""
    breaks = (int("\n" in token.text) for token in doc)
    return list(accumulate(breaks, initial=0))
