"""How a claim is told: affirmed or denied; asserted, planned, possible, alleged or demanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.lexicon import Lexicon
from actorgraph.extraction.page import Page
from actorgraph.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies through which a governing word colours what it governs ("plans to *visit*", "accused of *shelling*").
INHERITED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "oprd", "dobj", "pobj", "acomp", "conj", "nsubj", "nsubjpass"})

#: How far up the governing words are looked at.
CLIMB = 4

ORDER = (Modality.ALLEGED, Modality.DEMANDED, Modality.PLANNED, Modality.POSSIBLE)


def telling(page: Page, trigger: int, lexicon: Lexicon) -> tuple[Polarity, Modality]:
    """Read polarity and modality around a trigger word and the words that govern it."""
    token = page.doc[trigger]
    denied, found = False, []
    for step in range(CLIMB):
        own = _cues(page, token, lexicon, step)
        denied ^= "negation" in own or ("denial" in own and step > 0)
        found.extend(own)
        if token.dep_ == "relcl" or token.dep_ not in INHERITED or _stops(token):
            break
        if token.dep_ == "pobj" and token.head.dep_ in ("prep", "pcomp"):
            token = token.head
        token = token.head
    modality = next((kind for kind in ORDER if kind.value in found), Modality.ASSERTED)
    return (Polarity.DENIED if denied else Polarity.AFFIRMED), modality


def _stops(token: Token) -> bool:
    """Whether the word above does not govern this one: a coordinated main clause, or a clause that is quoted."""
    if token.dep_ == "conj":
        return True
    return token.dep_ in ("ccomp", "nsubj") and token.dep_ == "ccomp" and not any(child.dep_ == "mark" for child in token.children) and token.head.i > token.i


def _cues(page: Page, token: Token, lexicon: Lexicon, step: int) -> list[str]:
    words = [(child, child.lower_) for child in token.children if child.dep_ in ("aux", "neg", "mark", "advmod", "amod", "det", "preconj")]
    found = [kind for kind in ("negation", *(m.value for m in ORDER)) for _, word in words if word in lexicon.cues[kind]]
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children) and token.dep_ == "ROOT":
        found.append("planned")  # the infinitive of headlines: "Chancellor to visit capital"
    if step > 0:
        lemma = page.lemma(token)
        found.extend(kind for kind in ("denial", *(m.value for m in ORDER)) if lemma in lexicon.cues[kind] and not _did_it(token, kind))
    return found


def _did_it(token: Token, kind: str) -> bool:
    """ "tell" and "call" demand only with an infinitive; their other uses report."""
    return kind == "demanded" and not any(child.dep_ in ("xcomp", "ccomp", "prep") for child in token.children)
