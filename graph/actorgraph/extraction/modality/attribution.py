"""Who says what: direct and indirect speech, "according to", and what people want, deny or promise.

A passage is attributed through a cue: a verb of the lexicon with its subject and what it governs, or "according to".
Quotation marks without a verb of their own go to whoever spoke last in the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Construction → the cues of the lexicon that take part in it.
CLAUSE, INFINITIVE, OBJECT, PREPOSITION = (
    "clause",
    "infinitive",
    "object",
    "preposition",
)

#: Prepositions that introduce what is talked about, not to whom or where.
ABOUT = frozenset({"for", "of", "about", "against", "on", "over"})

#: Subjects that are no speaker, or only the speaker of the quotation that they stand in.
NO_SPEAKERS = frozenset(
    {"it", "there", "that", "which", "this", "i", "we", "you", "what", "those", "these"}
)

#: Prepositions of what a verb says of its object.
SAYING_OF = frozenset({"as", "before"})

#: A quotation interrupted by its cue ("…," Roth said, "…") has both halves within so many tokens of it.
BESIDE_CUE = 6

#: How far from a quotation the verb of speech may stand that the parse does not connect with it, in tokens.
NEAR = 8

#: Fewest tokens of an object that says something ("the plan" is no content, "a ban on all new drilling" is).
SHORTEST_OBJECT = 3


@dataclass(slots=True)
class Speech:
    """A passage that somebody says, in tokens.

    Attributes:
        source: Tokens of the speaker's phrase; empty when the text does not say.
        content: Tokens of what is said, sorted.
        speaker: The chunk that the speaker's phrase is about, if it is one.
    """

    cue: list[int]
    source: list[int]
    content: list[int]
    construction: str
    lemma: str
    speaker: TokenMention | None = None
    direct: bool = False


def find_speech(
    parsed: ParsedText,
    lexicon: Lexicon,
    quotations: list[Quotation],
    cues: frozenset[int] = frozenset(),
) -> list[Speech]:
    """All attributions of a page, in the order of their cues.

    Args:
        cues: Tokens that are known to tell that something is said, whatever their verb.
    """
    phrases = [phrase.split() for phrase in sorted(lexicon.cues["according"])]
    found: list[Speech] = []
    for token in parsed.doc:
        found.extend(_according(parsed, token, phrases))
        found.extend(_at(parsed, token, lexicon, quotations, heard=token.i in cues))
    found = _without_repeats(found)
    _add_loose_quotations(parsed, found, quotations, lexicon)
    return sorted(
        found, key=lambda speech: (speech.cue or speech.content, speech.content)
    )


def _at(
    parsed: ParsedText,
    token: Token,
    lexicon: Lexicon,
    quotations: list[Quotation],
    *,
    heard: bool,
) -> Iterator[Speech]:
    if token.tag_.startswith("V"):
        lemma = parsed.lemma(token)
        called_off = parsed.phrasal(token) in lexicon.cues["denial"] - {lemma}
        for construction, complement in _complements(token):
            if (heard or lemma in lexicon.cues[construction]) and not called_off:
                speech = _speech(
                    parsed, token, lemma, construction, complement, quotations, lexicon
                )
                if speech is not None:
                    yield speech


def _complements(verb: Token) -> Iterator[tuple[str, Token]]:
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis") and (
            child.i > verb.i or child.dep_ == "ccomp"
        ):
            yield CLAUSE, child
        elif child.dep_ == "xcomp" and any(c.lower_ == "to" for c in child.children):
            yield INFINITIVE, child
        elif child.dep_ == "dobj":
            yield OBJECT, child
        elif child.dep_ == "prep" and child.lower_ in ABOUT:
            yield PREPOSITION, child
    inserted = (
        verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") and verb.head.i < verb.i
    )
    if inserted and not any(
        c.dep_ in ("ccomp", "xcomp", "dobj", "mark", "aux") for c in verb.children
    ):
        yield CLAUSE, verb.head


def _speech(
    parsed: ParsedText,
    verb: Token,
    lemma: str,
    construction: str,
    complement: Token,
    quotations: list[Quotation],
    lexicon: Lexicon,
) -> Speech | None:
    subject = subject_of(verb)
    if subject is None or subject.lower_ in NO_SPEAKERS or subject.dep_ == "nsubjpass":
        return None
    if subject.tag_ in ("PRP", "WP") and any(
        quotation.start <= verb.i < quotation.end for quotation in quotations
    ):
        return None
    if construction == OBJECT and any(
        child.tag_ == "MD" or child.dep_ == "mark" for child in verb.children
    ):
        return None
    speaker = speaker_of(parsed, subject)
    if (
        speaker is None
        and subject.tag_ in ("NN", "NNS")
        and not _can_speak(parsed, subject, lexicon)
    ):
        return None
    cue = _cue(verb)
    source = sorted(token.i for token in subject.subtree)
    inside = {
        token.i
        for part in (complement, *_elaborations(verb, construction))
        for token in part.subtree
    }
    above = (
        {token.i for token in verb.subtree} if complement is verb.head else set(source)
    )
    content = sorted(inside - set(cue) - above - set(source))
    content = _with_quotations(content, cue, source, quotations, construction)
    content = trimmed(parsed, content)
    if not content or (
        construction == OBJECT
        and len(content) < SHORTEST_OBJECT
        and not quoted(content, quotations)
    ):
        return None
    return Speech(
        cue, source, content, construction, lemma, speaker, quoted(content, quotations)
    )


def _can_speak(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a common noun is somebody, or a report or poll that speaks for somebody."""
    lemma = parsed.lemma(noun)
    words = {noun.lower_, lemma}
    return bool(
        words & lexicon.cues["source"]
        or words & lexicon.actor_nouns.keys()
        or words & lexicon.roles.keys()
    )


def _elaborations(verb: Token, construction: str) -> list[Token]:
    """What a verb says of its object: "described the offer *as a trap*", "requested details *before signing*"."""
    if construction != OBJECT:
        return []
    return [
        child
        for child in verb.children
        if child.i > verb.i and child.dep_ == "prep" and child.lower_ in SAYING_OF
    ]


def _cue(verb: Token) -> list[int]:
    return sorted(
        [
            verb.i,
            *[
                child.i
                for child in verb.children
                if child.dep_ in ("aux", "neg", "prt", "auxpass")
                and abs(child.i - verb.i) < 4
            ],
        ]
    )


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with or depends on."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def speaker_of(parsed: ParsedText, subject: Token) -> TokenMention | None:
    """The chunk that a speaker's phrase is about."""
    mention = parsed.covering(subject.i)
    if mention is None:
        mention = next(
            (
                parsed.covering(child.i)
                for child in subject.children
                if child.dep_ == "appos" and parsed.covering(child.i)
            ),
            None,
        )
    return mention


def _with_quotations(
    content: list[int],
    cue: list[int],
    source: list[int],
    quotations: list[Quotation],
    construction: str,
) -> list[int]:
    """Take in the whole of every quotation that the content is part of."""
    if construction != CLAUSE:
        return content
    held = set(content)
    held |= _other_half(held, cue, quotations) - set(cue) - set(source)
    for quotation in quotations:
        tokens = set(range(quotation.start, quotation.end)) - set(cue) - set(source)
        if len(held & tokens) * 2 > min(len(tokens), len(held)):
            held |= tokens
    return sorted(held)


def _other_half(
    content: set[int], cue: list[int], quotations: list[Quotation]
) -> set[int]:
    """The rest of a quotation that its cue interrupts: "…," Roth said, "…"."""
    around = [
        q
        for q in quotations
        if abs(q.end - cue[0]) <= BESIDE_CUE or abs(q.start - cue[-1]) <= BESIDE_CUE
    ]
    halves = {i for q in around for i in range(q.start, q.end)}
    return halves if len(around) > 1 and content & halves else set()


def quoted(content: list[int], quotations: list[Quotation]) -> bool:
    """Whether most of what is said stands between quotation marks."""
    inside = sum(1 for i in content if any(q.start <= i < q.end for q in quotations))
    return inside * 2 > len(content)


def trimmed(parsed: ParsedText, content: list[int]) -> list[int]:
    """Drop commas, full stops and white space at the ends."""
    while content and (
        parsed.doc[content[-1]].is_space
        or parsed.lower[content[-1]] in (",", ".", ";", ":", "-", "–")
    ):
        content = content[:-1]
    while content and (
        parsed.doc[content[0]].is_space
        or parsed.lower[content[0]] in (",", ".", ";", ":", "that", "-", "–")
    ):
        content = content[1:]
    return content


def _according(
    parsed: ParsedText, token: Token, phrases: list[list[str]]
) -> Iterator[Speech]:
    """Sentences that begin or end with "according to Roth", "in the view of Roth"."""
    cue = next(
        (
            [*range(token.i, token.i + len(words))]
            for words in phrases
            if _begins(parsed, token.i, words)
        ),
        [],
    )
    source = next(
        (
            child
            for i in cue[-1:]
            for child in parsed.doc[i].children
            if child.dep_ == "pobj"
        ),
        None,
    )
    if source is None:
        return
    clause = token.head if token.dep_ in ("prep", "advmod", "acl") else token
    while clause.tag_[:1] != "V" and clause.head.i != clause.i:
        clause = clause.head
    own = {child.i for child in token.subtree}
    content = trimmed(
        parsed, sorted(child.i for child in clause.subtree if child.i not in own)
    )
    if content:
        named = sorted(child.i for child in source.subtree)
        yield Speech(
            cue, named, content, "according", "according to", speaker_of(parsed, source)
        )


def _begins(parsed: ParsedText, i: int, words: list[str]) -> bool:
    return parsed.lower[i] == words[0] and parsed.lower[i : i + len(words)] == words


def _without_repeats(found: list[Speech]) -> list[Speech]:
    """Of speeches with the same cue keep the one that says most; of equal contents the one with a clause."""
    best: dict[int, Speech] = {}
    for speech in found:
        key = max(speech.cue)
        if key not in best or len(speech.content) > len(best[key].content):
            best[key] = speech
    kept = list(best.values())
    return [
        speech
        for speech in kept
        if not any(_is_within(speech, other) for other in kept if other is not speech)
    ]


def _is_within(inner: Speech, outer: Speech) -> bool:
    """Whether the same speaker's words are only a part of a larger attribution ("declined to comment on …")."""
    return inner.source == outer.source and set(inner.content) < set(outer.content)


def _add_loose_quotations(
    parsed: ParsedText,
    found: list[Speech],
    quotations: list[Quotation],
    lexicon: Lexicon,
) -> None:
    """Give quotations without a cue of their own to whoever speaks in the same paragraph, before them if possible."""
    for quotation in quotations:
        tokens = [
            i
            for i in range(quotation.start, quotation.end)
            if not parsed.doc[i].is_space
        ]
        if not quotation.is_sentence or any(
            set(tokens) & set(speech.content) for speech in found
        ):
            continue
        near = [
            speech
            for speech in found
            if speech.cue and parsed.same_paragraph(speech.cue[0], quotation.start)
        ]
        before = [
            speech
            for speech in near
            if speech.cue[0] < quotation.start
            and speech.construction in (CLAUSE, "according", "verb")
        ]
        speech = max(before, key=lambda speech: speech.cue[0]) if before else None
        if speech is not None and (
            speech.direct or parsed.doc[speech.cue[0]].sent.end >= quotation.start - 1
        ):
            speech.content = sorted({*speech.content, *tokens})
            speech.direct = True
        else:
            found.extend(_beside(parsed, quotation, quotations, lexicon))


def _beside(
    parsed: ParsedText,
    quotation: Quotation,
    quotations: list[Quotation],
    lexicon: Lexicon,
) -> Iterator[Speech]:
    """A quotation with a verb of speech right after or before it that the parse does not connect."""
    inside = range(quotation.start, quotation.end)
    after = range(quotation.end, min(quotation.end + NEAR, len(parsed.doc)))
    before = range(quotation.start - 1, max(quotation.start - NEAR, -1), -1)
    for token in (parsed.doc[i] for i in (*after, *before)):
        subject = (
            subject_of(token)
            if parsed.lemma(token) in lexicon.cues["direct"] and token.tag_[0] == "V"
            else None
        )
        if subject is not None and subject.i not in inside:
            source, cue = (
                sorted(child.i for child in subject.subtree if child.i not in inside),
                _cue(token),
            )
            tokens = {i for i in inside if not parsed.doc[i].is_space}
            content = sorted(
                (tokens | _other_half(tokens, cue, quotations)) - {*cue, *source}
            )
            yield Speech(
                cue,
                source,
                content,
                "verb",
                parsed.lemma(token),
                speaker_of(parsed, subject),
                direct=True,
            )
            return
