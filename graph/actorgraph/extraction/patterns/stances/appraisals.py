"""How speakers judge others and their plans: "the reform is *absurd*", says the minister."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_PREDICATE,
    CALLING,
    CONDITIONS,
)
from actorgraph.extraction.parse.dependents import AUXILIARIES, SUBJECTS, dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PARTICIPLE_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.stances.impersonal_judgements import (
    impersonal_judgements,
)
from actorgraph.extraction.patterns.stances.judging_words import (
    Appraisal,
    appraisals_of_clause,
    appraisals_of_predicates,
)
from actorgraph.extraction.patterns.verbs.owned_objects import judged_owners
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modal verbs that leave a judgement as firm as it is: "he *would* be the best".
FIRM = grammar_words("modal verb of a judgement")
#: Modal verbs that leave an effect as firm as it is: "the law *could* endanger the press".
FIRM_OF_EFFECTS = FIRM | grammar_words("modal verb of an effect")
#: Modal verbs that deny only with a negation: "Marsh *can*not be trusted".
ABLE = grammar_words("modal verb of ability")

#: Clauses that describe someone in passing, or say what shall be.
SUBORDINATE = ("relcl", "acl", "advcl", "pcomp", "xcomp")
#: Verbs whose infinitive their subject does or is about to do: "is *trying* to mislead Marsh".
PURSUING = grammar_words("verb of pursuing")
#: Verbs of what is not yet so: "*hoped* that Marsh would be brave".
WISHING = grammar_words("verb of wishing")


def appraisal_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield how speakers, and those who call others something, judge these; in text order."""
    innermost = innermost_speeches(speeches)
    for verb in parsed.doc:
        if not is_verb_form(verb):
            continue
        # CASE naming: "Roth *called* Marsh a liar"
        if parsed.lemma(verb) in CALLING:
            yield from _called(parsed, verb, knowledge)
        # CASE clause: "“Marsh *is* a liar,” Roth said"
        speech = innermost.get(verb.i)
        if (
            speech is not None
            and _is_stated(parsed, verb)
            and not _is_view_of_others(verb, speech)
        ):
            yield from _said(parsed, verb, speech, knowledge)


def innermost_speeches(speeches: Iterable[Speech]) -> dict[int, Speech]:
    """Map each token of a content to the shortest speech that it belongs to."""
    innermost: dict[int, Speech] = {}
    for speech in sorted(speeches, key=lambda speech: -len(speech.content)):
        innermost.update(dict.fromkeys(speech.content, speech))
    return innermost


def _is_stated(parsed: ParsedText, verb: Token) -> bool:
    """Whether a clause asserts or denies what its verb says, apart from modal verbs."""
    # CASE attempt: "is *trying* to mislead Marsh"
    if verb.dep_ == "xcomp" and parsed.lemma(verb.head) in PURSUING:
        return _is_stated(parsed, verb.head)
    # CASE wish: "hoped that Marsh would *do* the right thing"
    if verb.dep_ == "ccomp" and parsed.lemma(verb.head) in WISHING:
        return False
    # CASE aside, infinitive: "Marsh, who lied", "promised to be brave"
    if verb.dep_ in SUBORDINATE:
        return False
    # CASE bare participle: "he was beaten and *betrayed*"
    auxiliaries = dependents(verb, *AUXILIARIES)
    if verb.tag_ in PARTICIPLE_TAGS and not auxiliaries:
        return False
    for child in verb.children:
        # CASE question, condition: "is Marsh a liar?", "if Marsh lied"
        is_question = child.dep_ in SUBJECTS and child.i > verb.i
        if is_question or child.lower_ in CONDITIONS:
            return False
    return True


def _modals(verb: Token) -> set[str]:
    """Return the modal verbs of a clause, apart from that of "*can*not be trusted"."""
    modals = {child.lower_ for child in verb.children if child.tag_ == "MD"}
    if dependents(verb, "neg") and dependents(verb, "auxpass"):
        return modals - ABLE
    return modals


def _is_view_of_others(verb: Token, speech: Speech) -> bool:
    """Whether a speech only says what others think: "they think that Marsh *is* a liar"."""
    outer = verb.head
    if verb.dep_ != "ccomp" or not speech.says(outer.i):
        return False
    subjects = {child.lower_ for child in dependents(outer, "nsubj")}
    return bool(subjects) and FIRST_PERSON.isdisjoint(subjects)


def _said(
    parsed: ParsedText, verb: Token, speech: Speech, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield how a speaker judges the subject of a clause, and whose that is."""
    judges = [] if speech.speaker is None else [speech.speaker]
    targets = arguments(parsed, verb, SUBJECTS)
    targets += judged_owners(parsed, verb, SUBJECTS)
    modals = _modals(verb)
    copulas = knowledge.lexicon.cues[Cue.COPULA]
    judgements = [
        *(
            (appraisal, targets)
            for appraisal in appraisals_of_clause(parsed, verb, copulas)
        ),
        *impersonal_judgements(parsed, verb, copulas),
    ]
    for appraisal, concerned in judgements:
        inside = [target for target in concerned if speech.says(target.start)]
        judged = _judged(inside, appraisal, modals)
        yield from appraisal_of(parsed, judges, judged, appraisal, knowledge)


def _judged(
    targets: list[TokenMention], appraisal: Appraisal, modals: set[str]
) -> list[TokenMention]:
    """Return which subjects of a clause are judged, whatever modal verbs it has."""
    # CASE open: "Marsh may have lied"
    if not modals <= FIRM and not (appraisal.is_effect and modals <= FIRM_OF_EFFECTS):
        return []
    # CASE effect: "the law *may* harm the press" judges the law; "the storm harmed it" nothing
    judged: list[TokenMention] = []
    for target in targets:
        is_open = not modals <= FIRM and target.type is not ActorType.WORK
        is_event = appraisal.is_effect and target.type is ActorType.EVENT
        if not is_open and not is_event:
            judged.append(target)
    return judged


def _called(
    parsed: ParsedText, verb: Token, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the targets that the subject of a verb judges by what it calls them or theirs."""
    is_denied = bool(dependents(verb, "neg", "auxpass"))
    if is_denied or not _modals(verb) <= FIRM or not _is_stated(parsed, verb):
        return
    predicates = dependents(verb, "oprd", "attr", "npadvmod")
    targets = arguments(parsed, verb, ("dobj",))
    targets += judged_owners(parsed, verb, ("dobj",))
    for child in verb.children:
        # CASE clause: the parse makes one of "called *Marsh a liar*"
        if child.dep_ == "ccomp" and not is_verb_form(child):
            predicates.append(child)
            targets += arguments(parsed, child, ("nsubj",))
            targets += judged_owners(parsed, child, ("nsubj",))
        # CASE preposition: "described Marsh *as* a liar"
        if child.dep_ == "prep" and child.lower_ in BEFORE_PREDICATE:
            predicates += dependents(child, "pobj", "amod")
    callers = arguments(parsed, verb, ("nsubj",))
    for appraisal in appraisals_of_predicates(parsed, predicates):
        yield from appraisal_of(parsed, callers, targets, appraisal, knowledge)


def appraisal_of(
    parsed: ParsedText,
    judges: list[TokenMention],
    targets: list[TokenMention],
    appraisal: Appraisal,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """Yield the relation that an appraisal expresses between each judge and each target."""
    for judge, target in product(judges, targets):
        # CASE own: "Roth said that *her* decision was a mistake"
        if not _is_owned(parsed, target, judge):
            yield from construction_candidates(
                parsed,
                appraisal.construction,
                judge,
                target,
                knowledge,
                trigger=appraisal.word.i,
                word=parsed.lemma(appraisal.word),
            )


def _is_owned(parsed: ParsedText, target: TokenMention, judge: TokenMention) -> bool:
    """Whether what is judged belongs to the judge, as a pronoun says."""
    if not judge.is_resolved:
        return False
    for i in range(target.start, target.root):
        owner = parsed.covering(i)
        if owner is None or not owner.is_pronoun:
            continue
        if owner.actor == judge.actor:
            return True
    return False
