"""How speakers judge others and their plans: "the reform is *absurd*", says the minister."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.mentions.arguments import arguments
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.modality.speech import Speech
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Template
from actorgraph.grammar import grammar_words
from actorgraph.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words for someone or something → what they express; blame outweighs praise.
JUDGEMENTS = (
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
#: Nouns that only their adjective judges: "the bravest *person*".
GENERIC = grammar_words("generic noun")

#: Verbs for what is wrong to do → what they express: "Marsh *lied*", "Marsh *botched* it".
DEEDS = (
    (grammar_words("verb of wrongdoing"), Construction.WRONGDOING_IN_SPEECH),
    (grammar_words("verb of failing"), Construction.BLAME_IN_SPEECH),
)
#: Verbs and objects that together are wrong: "*broke* the *law*".
BREAKING = grammar_words("verb of breaking")
BINDING = grammar_words("noun of what binds")

#: Verbs that judge by what they call someone: "*called* Marsh a liar".
CALLING = grammar_words("verb of calling")
BEFORE_PREDICATE = grammar_words("preposition before a predicate")

NEGATIONS = grammar_words("negation of a verb") | grammar_words("negation of a noun")
CONDITIONS = grammar_words("conjunction of a condition")
#: Modal verbs that leave a judgement as firm as it is: "he *would* be the best".
FIRM = grammar_words("modal verb of a judgement")
AUXILIARY_LABELS = ("aux", "auxpass")

#: Clauses that describe someone in passing, or say what shall be.
SUBORDINATE = ("relcl", "acl", "advcl", "pcomp", "xcomp")
#: Speakers within their own words: "*I* think that Marsh lied".
FIRST_PERSON = grammar_words("pronoun of the first person")


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a clause says of someone, and by which word."""

    construction: Construction
    word: Token


def appraisal_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield how speakers, and those who call others something, judge these; in text order."""
    innermost = _innermost(speeches)
    for verb in parsed.doc:
        if not verb.tag_.startswith("V"):
            continue
        # CASE naming: "Roth *called* Marsh a liar"
        if parsed.lemma(verb) in CALLING:
            yield from _called(parsed, verb, knowledge)
        # CASE clause: "“Marsh *is* a liar,” Roth said"
        speech = innermost.get(verb.i)
        if (
            speech is not None
            and _is_firm(verb)
            and not _is_view_of_others(verb, speech)
        ):
            yield from _said(parsed, verb, speech, knowledge)


def _innermost(speeches: Iterable[Speech]) -> dict[int, Speech]:
    """Map each token of a content to the shortest speech that it belongs to."""
    innermost: dict[int, Speech] = {}
    for speech in sorted(speeches, key=lambda speech: -len(speech.content)):
        innermost.update(dict.fromkeys(speech.content, speech))
    return innermost


def _is_firm(verb: Token) -> bool:
    """Whether a clause asserts what its verb says."""
    # CASE aside, infinitive: "Marsh, who lied", "promised to be brave"
    if verb.dep_ in SUBORDINATE:
        return False
    # CASE bare participle: "he was beaten and *betrayed*"
    auxiliaries = dependents(verb, *AUXILIARY_LABELS)
    if verb.tag_ in ("VBN", "VBG") and not auxiliaries:
        return False
    for child in verb.children:
        # CASE passive, question: "Marsh was betrayed", "is Marsh a liar?"
        is_question = child.dep_ == "nsubj" and child.i > verb.i
        if child.dep_ == "auxpass" or is_question:
            return False
        # CASE denied, open: "Marsh is not a liar", "if Marsh lied", "Marsh may have lied"
        is_modal = child.tag_ == "MD" and child.lower_ not in FIRM
        if is_modal or child.lower_ in NEGATIONS | CONDITIONS:
            return False
    return True


def _is_view_of_others(verb: Token, speech: Speech) -> bool:
    """Whether a speech only says what others think: "they think that Marsh *is* a liar"."""
    is_view = verb.dep_ == "ccomp" and speech.says(verb.head.i)
    subjects = {child.lower_ for child in dependents(verb.head, "nsubj")}
    return is_view and bool(subjects) and FIRST_PERSON.isdisjoint(subjects)


def _said(
    parsed: ParsedText, verb: Token, speech: Speech, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield how a speaker judges the subject of a clause."""
    judges = [] if speech.speaker is None else [speech.speaker]
    targets = arguments(parsed, verb, ("nsubj",))
    inside = [target for target in targets if speech.says(target.start)]
    copulas = knowledge.lexicon.cues[Cue.COPULA]
    for appraisal in _appraisals(parsed, verb, copulas):
        yield from _candidates(parsed, judges, inside, appraisal, knowledge)


def _appraisals(
    parsed: ParsedText, verb: Token, copulas: Collection[str]
) -> Iterator[Appraisal]:
    """Yield what a clause says of its subject, if that is a judgement."""
    lemma = parsed.lemma(verb)
    # CASE predicate: "Marsh is *a liar*"
    if lemma in copulas:
        yield from _of_predicates(parsed, dependents(verb, "attr", "acomp"))
        return
    # CASE breach: "Marsh *broke* the law"
    bound = {parsed.lemma(noun) for noun in dependents(verb, "dobj")}
    if lemma in BREAKING and not BINDING.isdisjoint(bound):
        yield Appraisal(Construction.WRONGDOING_IN_SPEECH, verb)
    # CASE deed: "Marsh *lied*", but not "Marsh *lies* down"
    is_phrasal = bool(dependents(verb, "prt"))
    for words, construction in DEEDS:
        if lemma in words and not is_phrasal:
            yield Appraisal(construction, verb)


def _of_predicates(parsed: ParsedText, predicates: list[Token]) -> Iterator[Appraisal]:
    """Yield the judgement that each predicate expresses, if it does."""
    for predicate in predicates:
        words = _judging_words(parsed, predicate)
        for listed, construction in JUDGEMENTS:
            judging = [word for word in words if _forms(parsed, word) & listed]
            if judging:
                yield Appraisal(construction, judging[0])
                break


def _forms(parsed: ParsedText, word: Token) -> set[str]:
    return {word.lower_, parsed.lemma(word)}


def _judging_words(parsed: ParsedText, predicate: Token) -> list[Token]:
    """Return the words of a predicate that may judge; none if it is denied."""
    if any(child.lower_ in NEGATIONS for child in predicate.children):
        return []
    # CASE advice: "Marsh would be *wise* to leave"
    is_adjective = predicate.dep_ == "acomp"
    clauses = (*dependents(predicate, "xcomp"), *dependents(predicate.head, "xcomp"))
    if is_adjective and clauses:
        return []
    # CASE adjective: "the *bravest* person"
    is_generic = parsed.lemma(predicate) in GENERIC
    return [predicate, *dependents(predicate, "amod")] if is_generic else [predicate]


def _called(
    parsed: ParsedText, verb: Token, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield whom the subject of a verb judges by what it calls them."""
    if not _is_firm(verb):
        return
    predicates = dependents(verb, "oprd", "attr")
    targets = arguments(parsed, verb, ("dobj",))
    for child in verb.children:
        # CASE clause: the parse makes one of "called *Marsh a liar*"
        if child.dep_ == "ccomp" and not child.tag_.startswith("V"):
            predicates.append(child)
            targets += arguments(parsed, child, ("nsubj",))
        # CASE preposition: "described Marsh *as* a liar"
        if child.dep_ == "prep" and child.lower_ in BEFORE_PREDICATE:
            predicates += dependents(child, "pobj", "amod")
    callers = arguments(parsed, verb, ("nsubj",))
    for appraisal in _of_predicates(parsed, predicates):
        yield from _candidates(parsed, callers, targets, appraisal, knowledge)


def _candidates(
    parsed: ParsedText,
    judges: list[TokenMention],
    targets: list[TokenMention],
    appraisal: Appraisal,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    senses = knowledge.lexicon.constructions.get(appraisal.construction, ())
    for judge, target in product(judges, targets):
        # CASE own: "Roth said that *her* decision was a mistake"
        if _is_owned(parsed, target, judge):
            continue
        for sense in senses:
            if knowledge.fits_sense(parsed, judge, target, sense):
                yield Candidate(
                    judge,
                    sense.relation,
                    target,
                    appraisal.word.i,
                    Template(appraisal.construction),
                    parsed.lemma(appraisal.word),
                )


def _is_owned(parsed: ParsedText, target: TokenMention, judge: TokenMention) -> bool:
    """Whether what is judged belongs to the judge, as a pronoun says."""
    for i in range(target.start, target.root):
        owner = parsed.covering(i)
        is_pronoun = owner is not None and owner.kind is MentionKind.PRONOUN
        if owner is not None and is_pronoun and owner.actor == judge.actor >= 0:
            return True
    return False
