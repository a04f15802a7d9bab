"""How a claim is told: affirmed or denied; asserted, planned, possible, alleged or demanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies through which a governing word colours what it governs ("plans to *visit*", "accused of *shelling*").
INHERITED = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "advcl",
        "oprd",
        "dobj",
        "pobj",
        "acomp",
        "conj",
        "nsubj",
        "nsubjpass",
    }
)

#: How far up the governing words are looked at.
CLIMB = 4

ORDER = (Modality.ALLEGED, Modality.DEMANDED, Modality.PLANNED, Modality.POSSIBLE)

#: Dependencies of words that stand beside a verb or noun and colour it.
BESIDE = frozenset({"aux", "neg", "mark", "advmod", "amod", "det", "preconj"})

#: A governing word demands or plans only what is its infinitive, object or complement, not what it reports in a clause.
UNREPORTED = frozenset({"demanded", "planned"})


def factuality(
    parsed: ParsedText, trigger: int, lexicon: Lexicon
) -> tuple[Polarity, Modality]:
    """Read polarity and modality around a trigger word and the words that govern it."""
    token = parsed.doc[trigger]
    found = _beside(token, lexicon)
    denied = "negation" in found
    for _ in range(CLIMB):
        if token.dep_ not in INHERITED or _is_quoted(token):
            break
        governor = token.head.head if token.dep_ in ("pobj", "pcomp") else token.head
        above = [
            *_beside(governor, lexicon),
            *_governing(parsed, governor, token.dep_, lexicon),
        ]
        denied ^= "negation" in above or "denial" in above
        found.extend(above)
        token = governor
    modality = next((kind for kind in ORDER if kind.value in found), Modality.ASSERTED)
    return (Polarity.DENIED if denied else Polarity.AFFIRMED), modality


def _is_quoted(token: Token) -> bool:
    """Whether the word above only reports: a coordinated clause, or a clause that stands before its verb of speech."""
    reported = token.dep_ == "ccomp" and not any(
        child.dep_ == "mark" for child in token.children
    )
    return token.dep_ == "conj" or (reported and token.head.i > token.i)


def _beside(token: Token, lexicon: Lexicon) -> list[str]:
    words = [child.lower_ for child in token.children if child.dep_ in BESIDE]
    arguments = [
        child
        for child in token.children
        if child.dep_ in ("nsubj", "nsubjpass", "dobj")
    ]
    found = [
        kind
        for kind in ("negation", *ORDER)
        for word in words
        if word in lexicon.cues[kind]
    ]
    if any(
        word.lower_ in lexicon.cues["nobody"]
        for child in arguments
        for word in (child, *child.children)
    ):
        found.append("negation")
    if token.dep_ == "ROOT" and any(
        child.dep_ == "aux" and child.lower_ == "to" for child in token.children
    ):
        found.append(
            Modality.PLANNED
        )  # the infinitive of headlines: "Chancellor to visit capital"
    return [str(kind) for kind in found]


def _governing(
    parsed: ParsedText, governor: Token, dependency: str, lexicon: Lexicon
) -> list[str]:
    if any(
        parsed.lemma(child) in lexicon.cues["falsehood"]
        for child in governor.children
        if child.dep_ == "acomp"
    ):
        return ["denial"]  # "reports that … are false"
    if dependency == "nsubj":
        return []  # "the talks failed" does not deny that they were held
    phrase = parsed.phrasal(governor)
    if not any(phrase in lexicon.cues[kind] for kind in ("denial", *ORDER)):
        phrase = parsed.lemma(governor)
    kinds = [kind for kind in ("denial", *ORDER) if phrase in lexicon.cues[kind]]
    return [
        str(kind)
        for kind in kinds
        if not (dependency == "ccomp" and kind in UNREPORTED)
    ]
