"""How a clause judges its subject: "is *absurd*", "*lied*", "*undermines* the court"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.parse.closed_classes import VERB_NEGATIONS
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words for someone or something → what they express; blame outweighs praise.
JUDGEMENTS = (
    (
        grammar_words("adjective of guilt") | grammar_words("noun of guilt"),
        Construction.WRONGDOING_IN_SPEECH,
    ),
    (
        grammar_words("adjective of blame") | grammar_words("noun of blame"),
        Construction.BLAME_IN_SPEECH,
    ),
    (
        grammar_words("adjective of praise") | grammar_words("noun of praise"),
        Construction.PRAISE_IN_SPEECH,
    ),
    (
        grammar_words("adjective of approval") | grammar_words("noun of approval"),
        Construction.APPROVAL_IN_SPEECH,
    ),
)
#: Verbs whose object judges their subject: "Marsh *made* a mistake", "Marsh *has* courage".
LIGHT = grammar_words("verb of doing or having")
VIRTUES = grammar_words("noun of a virtue")

#: What turns into blame when it is denied: "the reform is *not fair*".
FAVOURABLE = (Construction.PRAISE_IN_SPEECH, Construction.APPROVAL_IN_SPEECH)

#: Nouns that only their adjective judges: "the bravest *person*".
GENERIC = grammar_words("generic noun")

#: Verbs for what is wrong to do → what they express: "Marsh *lied*", "Marsh *botched* it".
DEEDS = (
    (grammar_words("verb of wrongdoing"), Construction.WRONGDOING_IN_SPEECH),
    (grammar_words("verb of failing"), Construction.BLAME_IN_SPEECH),
)
#: Verbs for what something brings about: "it *undermines* the court", "it *protects* the court".
EFFECTS = (
    (grammar_words("verb of harm"), Construction.BLAME_IN_SPEECH),
    (grammar_words("verb of benefit"), Construction.APPROVAL_IN_SPEECH),
)
#: Verbs and objects that together are wrong: "*broke* the *law*", "*spread* *lies*".
WRONGS = (
    (grammar_words("verb of breaking"), grammar_words("noun of what binds")),
    (grammar_words("verb of doing wrong"), grammar_words("noun of a wrong")),
)

#: Words after a copula that blame for what follows them: "was *behind* the attack".
BLAMING = grammar_words("word of responsibility")
OFFENCES = grammar_words("noun of an offence")

NEGATIONS = VERB_NEGATIONS | grammar_words("negation of a noun")


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a clause says of someone, and by which word.

    Attributes:
        is_effect: True if it says what something brings about, which may lie ahead.
    """

    construction: Construction
    word: Token
    is_effect: bool = False


def appraisals_of_clause(
    parsed: ParsedText, verb: Token, copulas: Collection[str]
) -> Iterator[Appraisal]:
    """Yield what a clause says of its subject, if that is a judgement."""
    is_denied = _is_denied(verb)
    for appraisal in _stated(parsed, verb, copulas):
        # CASE affirmed: "the reform is absurd"
        if not is_denied:
            yield appraisal
        # CASE denied: "the reform is *not* fair"; who finds it "not absurd" may still be against it
        elif appraisal.construction in FAVOURABLE:
            yield Appraisal(
                Construction.BLAME_IN_SPEECH, appraisal.word, appraisal.is_effect
            )


def appraisals_of_predicates(
    parsed: ParsedText, predicates: Iterable[Token]
) -> Iterator[Appraisal]:
    """Yield the judgement that each predicate expresses, if it does."""
    for predicate in predicates:
        words = _judging_words(parsed, predicate)
        for listed, construction in JUDGEMENTS:
            judging = [word for word in words if _forms(parsed, word) & listed]
            if judging:
                yield Appraisal(construction, judging[0])
                break


def _is_denied(verb: Token) -> bool:
    """Whether a clause is denied, or the thought that it is: "I do *not* think that it is fair"."""
    governors = [verb]
    # CASE thought: "I do not *think* that it is fair", "I am not *sure* that it is fair"
    if verb.dep_ == "ccomp":
        governors += [
            verb.head,
            *([verb.head.head] if verb.head.dep_ == "acomp" else []),
        ]
    words = {child.lower_ for governor in governors for child in governor.children}
    return not NEGATIONS.isdisjoint(words)


def _stated(
    parsed: ParsedText, verb: Token, copulas: Collection[str]
) -> Iterator[Appraisal]:
    """Yield what a clause would say of its subject if nothing denied it."""
    lemma = parsed.lemma(verb)
    # CASE predicate: "Marsh is *a liar*"
    if lemma in copulas:
        yield from appraisals_of_predicates(parsed, dependents(verb, "attr", "acomp"))
        yield from _of_responsibility(parsed, verb)
        return
    # CASE participle: "the reform is badly *needed*"; other passives say nothing of their subject
    if dependents(verb, "auxpass"):
        yield from appraisals_of_predicates(parsed, [verb])
        return
    # CASE wrong by its object: "Marsh *broke* the law", "Marsh is *spreading* lies"
    objects = {parsed.lemma(noun) for noun in dependents(verb, "dobj")}
    for verbs, nouns in WRONGS:
        if lemma in verbs and not nouns.isdisjoint(objects):
            yield Appraisal(Construction.WRONGDOING_IN_SPEECH, verb)
    is_phrasal = bool(dependents(verb, "prt"))
    # CASE light verb: "Marsh *made* the right decision", "Marsh *has* courage"
    if lemma in LIGHT and not is_phrasal:
        yield from _of_light_verb(parsed, dependents(verb, "dobj"))
    # CASE deed: "Marsh *lied*", but not "Marsh *lies* down"
    for words, construction in () if is_phrasal else (*DEEDS, *EFFECTS):
        if lemma in words:
            yield Appraisal(construction, verb, (words, construction) in EFFECTS)


def _of_responsibility(parsed: ParsedText, copula: Token) -> Iterator[Appraisal]:
    """Yield the accusation that someone is *behind*, or *responsible* for, an offence."""
    for word in dependents(copula, "prep", "acomp", "xcomp"):
        if parsed.lemma(word) not in BLAMING:
            continue
        followers = [word, *dependents(word, "prep"), *dependents(copula, "prep")]
        nouns: set[str] = set()
        for follower in followers:
            nouns.update(map(parsed.lemma, dependents(follower, "pobj")))
        if not nouns.isdisjoint(OFFENCES):
            yield Appraisal(Construction.WRONGDOING_IN_SPEECH, word)


def _of_light_verb(parsed: ParsedText, objects: list[Token]) -> Iterator[Appraisal]:
    """Yield how the object of a light verb judges its subject, who is praised for what is right."""
    for noun in objects:
        # CASE virtue: "has *courage*", but not "shows Roth's courage"
        if parsed.lemma(noun) in VIRTUES and not dependents(noun, "poss"):
            yield Appraisal(Construction.PRAISE_IN_SPEECH, noun)
    for appraisal in appraisals_of_predicates(parsed, objects):
        word = appraisal.word
        if appraisal.construction is not Construction.APPROVAL_IN_SPEECH:
            yield appraisal
        # CASE approval: "made the *right* decision", but not "has the *right* to act"
        elif word not in objects:
            yield Appraisal(Construction.PRAISE_IN_SPEECH, word)


def _forms(parsed: ParsedText, word: Token) -> set[str]:
    return {word.lower_, parsed.lemma(word)}


def _judging_words(parsed: ParsedText, predicate: Token) -> list[Token]:
    """Return the words of a predicate that may judge; none if it is denied."""
    # CASE denied: "Marsh is *no* liar"; of a verb, the clause is denied
    is_verb = predicate.tag_.startswith("V")
    if not is_verb and any(child.lower_ in NEGATIONS for child in predicate.children):
        return []
    # CASE advice: "Marsh would be *wise* to leave"
    is_adjective = predicate.dep_ == "acomp"
    clauses = (*dependents(predicate, "xcomp"), *dependents(predicate.head, "xcomp"))
    if is_adjective and clauses:
        return []
    # CASE adjective: "the *bravest* person"
    is_generic = parsed.lemma(predicate) in GENERIC
    return [predicate, *dependents(predicate, "amod")] if is_generic else [predicate]
