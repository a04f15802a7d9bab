"""Whether what is said is called untrue, or is taken back: "the *charge* was dropped"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.factuality.clause_content import (
    is_account,
    sources_of,
)
from actorgraph.extraction.modality.factuality.unreality import (
    is_corrected,
    is_in_error,
)
from actorgraph.extraction.parse.closed_classes import LACKING, OF_CHARACTER
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    COMPLEMENTS,
    RELATIVE_CLAUSES,
    dependents,
    has_dependent,
    prepositions,
    shares_subject,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import is_noun_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions before what someone is accused, tried or cleared of.
OF_OFFENCE = grammar_words("preposition of an offence")

#: Of what is said, they call it untrue; of what is done, only bad: "it is *wrong* that Roth left".
WRONG = grammar_words("adjective of what is untrue or bad")

#: What an untrue statement lacks: "is *without* *foundation*".
GROUNDS = grammar_words("noun of what makes a statement true")

#: Where someone is cleared, rather than of what: "was acquitted on *appeal*".
NEW_TRIALS = grammar_words("noun of a new trial")


class Untruths:
    """Reads what governing words say of the truth of what they govern.

    Args:
        parsed: The text.
        lexicon: The words that express modality.
    """

    def __init__(self, parsed: ParsedText, lexicon: Lexicon) -> None:
        self.parsed = parsed
        self.lexicon = lexicon

    def has(self, word: Token, kind: Cue) -> bool:
        """Whether a word, or its lemma, is a cue of a kind."""
        words = self.lexicon.cues[kind]
        if word.lower_ in words:
            return True
        return self.parsed.lemma(word) in words

    def deny(self, governor: Token, token: Token) -> bool:
        """Whether a governing word calls untrue, or takes back, what a word expresses."""
        is_baseless = _is_baseless(governor) or is_in_error(governor, token)
        is_false = is_baseless or self._is_false(governor, token)
        is_cleared = self._is_exonerated(governor, token)
        return is_false or is_cleared or self._is_withdrawn(governor, token)

    def is_of_offence(self, governor: Token, token: Token, kind: Cue) -> bool:
        """Whether a word is what someone is, say, cleared or suspected of."""
        return _follows_verdict(token) and self.has(governor, kind)

    def _is_false(self, governor: Token, token: Token) -> bool:
        """Whether the governing word, or a word beside it, calls a statement untrue."""
        words = _predicates(governor)
        for subject in sources_of(governor, token):
            if is_corrected(subject):
                return True
            # CASE source: "a *hoax* article said that …"
            if subject.i != token.i:
                words += [subject, *dependents(subject, "amod", "compound")]
        # CASE mistaken: "the report that Roth met Marsh is *wrong*"
        wrong = WRONG if self._is_said(token) else frozenset[str]()
        for word in words:
            is_untrue = word.lower_ in wrong or self.has(word, Cue.FALSEHOOD)
            if is_untrue and word.i != token.i:
                return True
        # CASE noun: "the *lie* that Roth met Marsh"
        if is_noun_form(governor) and self.has(governor, Cue.FALSEHOOD):
            return True
        # CASE manner: "*falsely* claimed that …", but not "falsely *accused* Marsh"
        return any(
            self.has(word, Cue.FALSELY) for word in dependents(governor, "advmod")
        )

    def _is_said(self, token: Token) -> bool:
        """Whether a word means that something is said: "the *report*", "it is wrong to *say*"."""
        if is_account(self.parsed, token, self.lexicon):
            return True
        return self.has(token, Cue.CLAUSE)

    def _is_withdrawn(self, governor: Token, token: Token) -> bool:
        """Whether a report, charge or verdict is taken back: "the *charge* was dropped"."""
        # CASE apology: "*apologised* for reporting that Roth met Marsh"
        if token.dep_ == "ccomp" and governor.dep_ == "pcomp":
            return self.has(governor.head.head, Cue.RETRACTING)
        statements = [token]
        # CASE offence: "overturned the *conviction* of Roth for *killing* Marsh"
        if _follows_verdict(token):
            statements += dependents(governor, "dobj", "nsubjpass")
        accounts = [
            word for word in statements if is_account(self.parsed, word, self.lexicon)
        ]
        words = [governor] if accounts else []
        # CASE participle: "had his conviction for killing Marsh *overturned*"
        for account in accounts:
            words += dependents(account, "acl", "amod")
        return any(self._retracts(word) for word in words)

    def _retracts(self, verb: Token) -> bool:
        words = self.parsed.phrasal(verb), self.parsed.lemma(verb)
        return not self.lexicon.cues[Cue.RETRACTING].isdisjoint(words)

    def _is_exonerated(self, governor: Token, token: Token) -> bool:
        """Whether whoever was punished is cleared: "Roth, *jailed* for theft, was acquitted"."""
        if not _follows_verdict(token):
            return False
        for word in _told_of_convict(governor):
            # CASE of something else: "Roth, jailed for theft, was acquitted *of* murder"
            offences = prepositions(word, OF_OFFENCE)
            is_of_other = not all(map(self._is_occasion, offences))
            if self.has(word, Cue.ACQUITTAL) and not is_of_other:
                return True
        return False

    def _is_occasion(self, preposition: Token) -> bool:
        """Whether a preposition says when: "was acquitted *in* May", "*on* appeal"."""
        for noun in dependents(preposition, "pobj"):
            mention = self.parsed.covering(noun.i)
            is_day = mention is not None and mention.is_time
            if is_day or noun.lower_ in NEW_TRIALS:
                return True
        return False


def _follows_verdict(token: Token) -> bool:
    """Whether a word is what someone is, say, charged with or jailed for."""
    return token.dep_ in COMPLEMENTS and token.head.lower_ in OF_OFFENCE


def _told_of_convict(verdict: Token) -> list[Token]:
    """Return what else is said of whoever is punished: "Roth was *jailed* but later *cleared*"."""
    # CASE clause after a name: "Roth, *jailed* for theft, was cleared"
    if verdict.dep_ in RELATIVE_CLAUSES:
        convict = verdict.head
        return [convict.head] if convict.dep_ in AFFECTED else []
    words = list(filter(shares_subject, verdict.conjuncts))
    # CASE clause before it: "*Jailed* for theft, Roth was later cleared"
    if verdict.dep_ == "advcl":
        words += [verdict.head, *dependents(verdict.head, "acomp")]
    return words


def _is_baseless(verb: Token) -> bool:
    """Whether its subject lacks grounds: "the report is without *foundation*"."""
    lacks = prepositions(verb, LACKING)
    return any(has_dependent(lack, GROUNDS, "pobj") for lack in lacks)


def _predicates(governor: Token) -> list[Token]:
    """Return what a verb says that something is, in its predicate or after "as"."""
    # CASE predicate: "reports that … are *false*", "it is a *myth* that …"
    words = dependents(governor, "acomp", "attr", "oprd")
    # CASE characterization: "dismissed as *nonsense* the claim that …"
    for preposition in prepositions(governor, OF_CHARACTER):
        words += dependents(preposition, "pobj", "amod", "pcomp")
    return words
