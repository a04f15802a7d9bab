"""How a clause judges its subject: "is *absurd*", "*lied*", "*undermines* the court"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.roles.unheld_roles import OF_FITNESS
from actorgraph.extraction.parse.closed_classes import OF_WHOLE, VERB_NEGATIONS
from actorgraph.extraction.parse.dependents import dependents, has_dependent, obliques
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import ADJECTIVE_TAGS, is_verb_form
from actorgraph.extraction.patterns.verbs.frame_words import measured
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

#: Nouns whose kind follows after "of": "an *act* of aggression".
KINDS = grammar_words("noun of a kind")


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
#: Verbs and objects that together are an effect: "will *lead to* job *losses*".
BROUGHT = grammar_words("verb of bringing about")
OUTCOMES = (
    (grammar_words("noun of an ill"), Construction.BLAME_IN_SPEECH),
    (grammar_words("noun of a good"), Construction.APPROVAL_IN_SPEECH),
)
#: Verbs and objects that together are wrong: "*broke* the *law*", "*spread* *lies*".
WRONGS = (
    (grammar_words("verb of breaking"), grammar_words("noun of what binds")),
    (grammar_words("verb of doing wrong"), grammar_words("noun of a wrong")),
)

#: What a copula and a preposition say of a subject: "is *out of touch*", "is *at fault*".
PHRASES = (
    (grammar_words("phrase of blame"), Construction.BLAME_IN_SPEECH),
    (grammar_words("phrase of approval"), Construction.APPROVAL_IN_SPEECH),
)

#: Conjunctions of opposites: "harsh *but* fair".
CONTRASTS = grammar_words("conjunction of a contrast")

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
    for predicate in _with_listed(predicates):
        words = _judging_words(parsed, predicate)
        for listed, construction in JUDGEMENTS:
            judging = [word for word in words if _forms(parsed, word) & listed]
            if judging:
                yield Appraisal(construction, judging[0])
                break


def _with_listed(predicates: Iterable[Token]) -> Iterator[Token]:
    """Yield predicates with those that are listed after them: "slow and *unfair*"."""
    for predicate in predicates:
        yield predicate
        # CASE contrast: "harsh *but* fair" says both
        if not has_dependent(predicate, CONTRASTS):
            yield from dependents(predicate, "conj")


def _is_denied(verb: Token) -> bool:
    """Whether a clause is denied, or the thought that it is: "I do *not* think that it is fair"."""
    governors = [verb]
    # CASE thought: "I do not *think* that it is fair", "I am not *sure* that it is fair"
    if verb.dep_ == "ccomp":
        governors.append(verb.head)
        if verb.head.dep_ == "acomp":
            governors.append(verb.head.head)
    return any(has_dependent(governor, NEGATIONS) for governor in governors)


def _stated(
    parsed: ParsedText, verb: Token, copulas: Collection[str]
) -> Iterator[Appraisal]:
    """Yield what a clause would say of its subject if nothing denied it."""
    lemma = parsed.lemma(verb)
    # CASE predicate: "Marsh is *a liar*"
    if lemma in copulas:
        yield from appraisals_of_predicates(parsed, dependents(verb, "attr", "acomp"))
        yield from _of_responsibility(parsed, verb)
        yield from _of_phrases(parsed, verb)
        return
    # CASE participle: "the reform is badly *needed*"; other passives say nothing of their subject
    if dependents(verb, "auxpass"):
        yield from appraisals_of_predicates(parsed, [verb])
        return
    # CASE wrong by its object: "Marsh *broke* the law", "Marsh is *spreading* lies"
    objects = set(map(parsed.lemma, _done(verb)))
    for verbs, nouns in WRONGS:
        if lemma in verbs and not nouns.isdisjoint(objects):
            yield Appraisal(Construction.WRONGDOING_IN_SPEECH, verb)
    is_phrasal = bool(dependents(verb, "prt"))
    # CASE light verb: "Marsh *made* the right decision", "Marsh *has* courage"
    if lemma in LIGHT and not is_phrasal:
        yield from _of_light_verb(parsed, dependents(verb, "dobj"))
    yield from appraisals_of_deed(parsed, verb)
    yield from _of_outcome(parsed, verb)
    # CASE effect: "it *undermines* the court"
    for words, construction in EFFECTS:
        if parsed.phrasal(verb) in words:
            yield Appraisal(construction, verb, is_effect=True)


def appraisals_of_deed(parsed: ParsedText, verb: Token) -> Iterator[Appraisal]:
    """Yield how a verb judges who does it: "Marsh *lied*", but not "Marsh *lies* down"."""
    for words, construction in DEEDS:
        if parsed.phrasal(verb) in words:
            yield Appraisal(construction, verb)


def _of_outcome(parsed: ParsedText, verb: Token) -> Iterator[Appraisal]:
    """Yield what a verb and its object bring about: "will *lead to* job losses"."""
    if parsed.phrasal(verb) not in BROUGHT:
        return
    for noun in _done(verb):
        if has_dependent(noun, NEGATIONS):
            continue
        lemma = parsed.lemma(noun)
        for nouns, construction in OUTCOMES:
            if lemma in nouns:
                yield Appraisal(construction, noun, is_effect=True)


def _done(verb: Token) -> Iterator[Token]:
    """Yield what is done: "committed *crimes*", "a number of *crimes*", "resorted to *terror*"."""
    for noun in (*dependents(verb, "dobj"), *obliques(verb)):
        yield noun
        yield from measured(noun)


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
        # CASE fault: "Marsh is *to blame*"
        elif word.dep_ == "xcomp":
            yield Appraisal(Construction.BLAME_IN_SPEECH, word)


def _of_phrases(parsed: ParsedText, copula: Token) -> Iterator[Appraisal]:
    """Yield how a phrase after a copula judges its subject: "is *on the right track*"."""
    for preposition in dependents(copula, "prep"):
        for phrase in _phrases(parsed, preposition):
            for phrases, construction in PHRASES:
                if phrase in phrases:
                    yield Appraisal(construction, preposition)


def _phrases(parsed: ParsedText, preposition: Token) -> Iterator[str]:
    """Yield a preposition with what it governs, without determiners: "out of touch"."""
    word = preposition.lower_
    for noun in dependents(preposition, "pobj"):
        words = (*dependents(noun, "amod"), noun)
        lemmas = map(parsed.lemma, words)
        yield " ".join([word, *lemmas])
    for inner in dependents(preposition, "prep"):
        for phrase in _phrases(parsed, inner):
            yield f"{word} {phrase}"


def _of_light_verb(parsed: ParsedText, objects: list[Token]) -> Iterator[Appraisal]:
    """Yield how the object of a light verb judges its subject, who is praised for what is right."""
    for noun in objects:
        # CASE virtue: "has *courage*", but not "shows Roth's courage"
        if parsed.lemma(noun) in VIRTUES and not dependents(noun, "poss"):
            yield Appraisal(Construction.PRAISE_IN_SPEECH, noun)
    for appraisal in appraisals_of_predicates(parsed, objects):
        word = appraisal.word
        # CASE effort: "will do its *best* to help", which may not be good
        if word.tag_ in ADJECTIVE_TAGS and dependents(word, "poss"):
            continue
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
    if not is_verb_form(predicate) and has_dependent(predicate, NEGATIONS):
        return []
    # CASE advice: "Marsh would be *wise* to leave", but not "is *unfit* to lead"
    is_adjective = predicate.dep_ == "acomp" and predicate.lower_ not in OF_FITNESS
    clauses = (*dependents(predicate, "xcomp"), *dependents(predicate.head, "xcomp"))
    if is_adjective and clauses:
        return []
    # CASE adjective: "the *bravest* person"
    if parsed.lemma(predicate) not in GENERIC | KINDS:
        return [predicate]
    words = [predicate, *dependents(predicate, "amod")]
    # CASE kind: "an act *of aggression*"
    if parsed.lemma(predicate) in KINDS:
        words += obliques(predicate, OF_WHOLE)
    return words
