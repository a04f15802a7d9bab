"""What a governing word says of a word that it governs: that it is denied, planned, alleged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.relation_lists import VIOLENCE
from actorgraph.extraction.modality.factuality.clause_content import (
    is_account,
    is_predicate,
    is_proved,
)
from actorgraph.extraction.modality.factuality.clause_scope import is_left_standing
from actorgraph.extraction.modality.factuality.presupposed import is_definite_object
from actorgraph.extraction.modality.factuality.unreality import is_wished
from actorgraph.extraction.modality.factuality.untruths import Untruths
from actorgraph.extraction.modality.factuality.verb_forms import is_subjunctive
from actorgraph.extraction.modality.factuality.words_of_others import (
    is_heard,
    is_performed,
)
from actorgraph.extraction.parse.closed_classes import (
    CALLING,
    DESCRIPTIONS,
    FULFILLED,
    INDEFINITE,
    NAMING,
    OF_CHARACTER,
    OPINIONS,
    RUNNING,
)
from actorgraph.extraction.parse.dependents import (
    COMPLEMENTS,
    dependents,
    has_dependent,
    is_complement_of,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.repairs.late_reasons import is_prevented
from actorgraph.extraction.parse.word_tags import is_noun_form, is_verb_form
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modalities in the order in which they prevail over each other; each is also a kind of cues.
ORDER = (Modality.ALLEGED, Modality.DEMANDED, Modality.PLANNED, Modality.POSSIBLE)

#: A verb demands or plans its infinitive, object or complement, not a clause that it reports.
UNREPORTED = frozenset({Modality.DEMANDED, Modality.PLANNED})

#: Verbs whose infinitive is a plan: "*is* to visit".
SCHEDULING = grammar_words("verb of a schedule")

#: Adverbs of what has not happened so far: "has *yet* to visit Oslo".
STILL = grammar_words("adverb of what is still to come")

#: Adjectives of what is about to happen.
NEARNESS = grammar_words("adjective of what is near")

#: Nouns for a decision: who announces it has done what it is about.
DECISIONS = grammar_words("noun of a decision")

#: What is settled before an event: "a *date* for the talks".
PREPARATIONS = grammar_words("noun of what an event needs first")
OF_EVENT = grammar_words("preposition after what an event needs")

#: Objects that are asked or ordered to do something.
ADDRESSEES = (ActorType.PERSON, ActorType.ORGANIZATION, ActorType.GROUP)

#: Do not prove a crime: "the police *believe* that Roth killed Marsh".
BELIEVING = grammar_words("word of a belief")

#: Kinds of nouns whose complement is not proved.
UNPROVED = (Cue.ALLEGATION, Cue.TRIAL)


class GoverningCues:
    """Reads the cues of governing words.

    Args:
        parsed: The text.
        lexicon: The words that express modality.
        by_means: Whether the act in question is done by whatever leads to it.
    """

    def __init__(
        self, parsed: ParsedText, lexicon: Lexicon, *, by_means: bool = False
    ) -> None:
        self.parsed = parsed
        self.lexicon = lexicon
        self.by_means = by_means
        self.untruths = Untruths(parsed, lexicon)

    def kinds(self, governor: Token, token: Token) -> set[str]:
        """Return the kinds of cue that a governing word is for a word that it governs."""
        if self.untruths.deny(governor, token):
            return {Cue.DENIAL}
        # CASE subject: "the *talks* failed" does not deny that they took place
        # CASE performed: "I want to *thank* Roth"
        if token.dep_ == "nsubj" or is_performed(self.parsed, governor, token):
            return set()
        # CASE prevention: "was barred from *entering* Oslo"
        # CASE acquittal: "was cleared of *killing* Marsh"
        if is_prevented(governor, token) or self.untruths.is_of_offence(
            governor, token, Cue.ACQUITTAL
        ):
            return {Cue.DENIAL}
        if self._is_unproved(governor, token):
            return {Modality.ALLEGED}
        if self._is_intended(governor, token) or is_wished(governor, token):
            return {Modality.PLANNED}
        # CASE opinion: "is seen as the *head* of the clan"
        if is_predicate(token) and self.parsed.lemma(governor) in OPINIONS:
            return {Modality.POSSIBLE}
        kinds = self._worded(governor, token)
        # CASE answered: "rejected Roth's *demand*", which Roth has made
        # CASE occasion: "rejected it at a *meeting* with Roth"
        return kinds - {Cue.DENIAL} if is_left_standing(self.parsed, token) else kinds

    def _worded(self, governor: Token, token: Token) -> set[str]:
        """Return the kinds of a phrasal verb, else of the verb alone, else of its form."""
        phrase, lemma = self.parsed.phrasal(governor), self.parsed.lemma(governor)
        is_addressee, kinds = self._is_addressee(token), set[str]()
        # CASE phrasal: "*set up* a bank", which there is, but "set up *talks*" that are to come
        is_set_up = is_addressee and phrase != lemma
        for word in (phrase,) if is_set_up else (phrase, lemma, governor.lower_):
            kinds = kinds or self.kinds_of(word, Cue.DENIAL, *ORDER)
        # CASE nearness: "is *close* to signing the deal"
        if governor.tag_ == "JJ" and governor.lower_ in NEARNESS:
            return {Modality.PLANNED}
        if is_addressee or self._is_judged(governor, token):
            kinds -= {Modality.DEMANDED}
        # CASE purpose of a noun: "in the *running* to lead", but not "the *first* to lead"
        if not kinds and self._is_open(governor, token):
            return {Modality.POSSIBLE}
        # CASE view: "considers the *alliance* as a mistake"
        if token.dep_ == "dobj" and has_dependent(governor, OF_CHARACTER, "prep"):
            kinds -= {Modality.PLANNED, Modality.POSSIBLE}
        # CASE subjunctive: "demanded that Roth *go*"
        if token.dep_ != "ccomp" or is_subjunctive(token):
            return kinds
        # CASE infinitive with a subject: "wants Roth to *go*"
        if is_infinitive(token):
            return kinds
        # CASE clause: "planned it, since Roth *goes*" reports what is, whatever is planned
        return kinds - UNREPORTED

    def kinds_of(self, word: str, *kinds: str) -> set[str]:
        """Return those of some kinds that list a word."""
        return {kind for kind in kinds if word in self.lexicon.cues[kind]}

    def _is_addressee(self, noun: Token) -> bool:
        """Whether a noun is told something: "told *reporters* from Oslo", "asked *Roth* of …"."""
        if noun.dep_ not in ("dobj", "dative"):
            return False
        mention = self.parsed.actor_at(noun.i)
        return mention is not None and mention.type in ADDRESSEES

    def _is_judged(self, verb: Token, noun: Token) -> bool:
        """Whether a noun is called something: "called the *arrest* a mistake", not "a *strike*"."""
        return self.parsed.lemma(verb) in CALLING and is_definite_object(noun)

    def _is_open(self, noun: Token, verb: Token) -> bool:
        """Whether a noun leaves open whether its infinitive comes true: "the *right* to arrest"."""
        if not is_noun_form(noun) or not is_infinitive(verb):
            return False
        # CASE decision: "Roth's *decision* to reject the deal"
        if self.by_means and self.parsed.lemma(noun) in DECISIONS:
            return False
        modifiers = dependents(noun, "amod", "advmod", "nummod")
        return all(
            word.tag_ != "JJS" and word.lower_ not in FULFILLED for word in modifiers
        )

    def _is_unproved(self, governor: Token, token: Token) -> bool:
        # CASE suspicion: "was indicted for *killing* Marsh"
        if self.untruths.is_of_offence(governor, token, Cue.SUSPECTING):
            return True
        # CASE accusation: "the *charge* that Roth killed Marsh", "on *trial* for killing Marsh"
        is_open = is_noun_form(governor) and not is_proved(self.parsed, governor)
        if is_open and any(self.untruths.has(governor, kind) for kind in UNPROVED):
            return True
        # CASE contested verdict: "fights her *conviction*"
        is_verdict = is_account(self.parsed, token, self.lexicon)
        if is_verdict and self.untruths.has(governor, Cue.CONTESTING):
            return True
        # CASE description: "was *described* as the head of the clan"
        if self._is_described(governor, token):
            return True
        # CASE trial: "went on *trial* for killing Marsh", "faced a *charge* over …"
        if token.dep_ in COMPLEMENTS and self._has_allegation(governor, token):
            return True
        if is_heard(self.parsed, governor, token):
            return True
        # CASE hearsay: "is *said* to own the bank", "it is *thought* that Roth owns it"
        is_passive = bool(dependents(governor, "auxpass"))
        is_content = token.dep_ in ("xcomp", "ccomp") and token.i > governor.i
        is_hearsay = is_passive and self.untruths.has(governor, Cue.HEARSAY)
        # CASE belief: "the police *believe* that Roth killed Marsh"
        is_violent = self.lexicon.says(self.parsed.lemma(token), VIOLENCE)
        is_belief = is_violent and self.parsed.lemma(governor) in BELIEVING
        return is_content and (is_hearsay or is_belief)

    def _has_allegation(self, governor: Token, token: Token) -> bool:
        """Whether a noun beside the governing verb says that a crime is not proved."""
        nouns = dependents(governor, "dobj")
        for preposition in dependents(governor, "prep"):
            if preposition.i < token.head.i:
                nouns += dependents(preposition, "pobj")
        before = (noun for noun in nouns if noun.i < token.i)
        return any(self.untruths.has(noun, Cue.TRIAL) for noun in before)

    def _is_intended(self, governor: Token, token: Token) -> bool:
        # CASE preparation: "no date for the *talks* has been set"
        if self.parsed.lemma(governor) in PREPARATIONS:
            return is_complement_of(token, OF_EVENT)
        if not is_verb_form(token) or not is_infinitive(token):
            return False
        # CASE schedule: "Roth *is* to visit Oslo", "*is* to be sworn in", "*runs* to be mayor"
        is_present = token.tag_ == "VB" or bool(dependents(token, "auxpass"))
        is_ahead = token.dep_ in ("xcomp", "advcl") and is_present
        if is_ahead and self.parsed.lemma(governor) in SCHEDULING | RUNNING:
            return True
        # CASE still to come: "has *yet* to visit Oslo"
        if has_dependent(governor, STILL, "advmod"):
            return True
        # CASE incitement: "*hired* Roth to kill Marsh"
        return self.untruths.has(governor, Cue.INCITING)

    def _is_described(self, governor: Token, token: Token) -> bool:
        """Whether a word is what someone is called by nobody in particular."""
        verb = self.parsed.lemma(governor)
        # CASE one of several: "was *named* as a member of the gang", unlike "as its head"
        if verb in NAMING and has_dependent(token, INDEFINITE, "det"):
            return is_predicate(token)
        if verb not in DESCRIPTIONS or not dependents(governor, "auxpass"):
            return False
        # CASE by someone: "was described by *Marsh* as the head"
        return is_predicate(token) and not dependents(governor, "agent")
