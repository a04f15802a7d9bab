"""What a text does not say to be so: questions, unreal conditions, stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.closed_classes import OF_TIME, REASONS
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    SUBJECTS,
    dependents,
    has_dependent,
    is_infinitive,
    obliques,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Auxiliaries that begin a condition without "if": "*had* Roth met Marsh".
OF_CONDITION = grammar_words("auxiliary before a condition")

#: Words that introduce a subordinate clause, about which a question asks nothing.
SUBORDINATORS = OF_TIME | REASONS

#: Preposition before the story in which something happens: "*in* the novel".
OF_STORY = grammar_words("preposition of a story")

#: Verbs that say what happens in a story: "the film *follows* Roth".
NARRATING = grammar_words("verb of telling a story")

#: Adjectives of what is only imagined.
IMAGINED = grammar_words("adjective of what is imagined")

#: What makes a text say what is not so, and what introduces it: "*due* to an editing *error*".
ERRORS = grammar_words("noun of an error")
OF_ERROR = grammar_words("preposition before an error")

#: Texts that a correction speaks of: "an *earlier version* said that Roth met Marsh".
CORRECTED = grammar_words("noun of a text that was corrected")
OF_CORRECTED = grammar_words("adjective of a text that was corrected")

#: Say what someone wants now: "*would like* Roth to go".
OF_POLITENESS = grammar_words("modal verb of a polite wish")
POLITE_WISHES = grammar_words("verb of a polite wish")

#: What ends a clause or a sentence.
SENTENCE_ENDS = frozenset({"?", "!", ".", ";"})

#: Most words of a source after the colon of a headline.
LONGEST_SOURCE = 6

#: Dependencies of predicates; a copula without any has lost its predicate to an apposition.
PREDICATES = ("attr", "acomp", "prep", "advmod")


def is_unreal(
    parsed: ParsedText, token: Token, highest: Token, lexicon: Lexicon
) -> bool:
    """Whether a clause asks for, imagines or narrates what a word expresses.

    Args:
        parsed: The text.
        token: The word that expresses it.
        highest: The highest word that governs how it is stated.
        lexicon: The nouns for stories.
    """
    if is_condition(highest) or is_condition(token):
        return True
    if _is_narrated(parsed, highest, lexicon):
        return True
    return _heads_question(highest) and in_question(parsed, token.i)


def is_corrected(noun: Token) -> bool:
    """Whether a noun is a text that a correction speaks of: "an *earlier version* said so"."""
    if noun.lower_ not in CORRECTED:
        return False
    return has_dependent(noun, OF_CORRECTED, "amod")


def is_in_error(verb: Token, clause: Token) -> bool:
    """Whether a text says something by mistake: "due to an editing *error*, said that …"."""
    if clause.dep_ != "ccomp":
        return False
    causes = prepositions(verb, OF_ERROR)
    return any(has_dependent(cause, ERRORS, "pobj") for cause in causes)


def asks_for_apposition(parsed: ParsedText, noun: Token) -> bool:
    """Whether a noun is the predicate of a question: "Is Roth the *mayor* of Oslo?".

    The parse takes it for an apposition of the subject.
    """
    subject = noun.head
    copula = subject.head
    if noun.dep_ != "appos" or subject.dep_ not in (*SUBJECTS, "attr"):
        return False
    if copula.i > subject.i:
        return False
    for predicate in dependents(copula, *PREDICATES):
        if predicate != subject:
            return False
    return in_question(parsed, noun.i)


def in_question(parsed: ParsedText, i: int) -> bool:
    """Whether the clause of a token ends in a question mark."""
    sentence = parsed.doc[i].sent
    for word in parsed.doc[i : sentence.end]:
        if word.text in SENTENCE_ENDS:
            return bool(word.text == "?")
    return False


def is_reported_in_headline(parsed: ParsedText, i: int) -> bool:
    """Whether a headline names who says what it says: "Roth *killed* Marsh: minister"."""
    sentence = parsed.doc[i].sent
    words = [word for word in sentence if not word.is_space]
    if not words or words[-1].text in SENTENCE_ENDS:
        return False
    source = _after_colon(words, i)
    if not source or len(source) > LONGEST_SOURCE:
        return False
    return not any(map(is_verb_form, source))


def _after_colon(words: list[Token], i: int) -> list[Token]:
    """Return the words after the first colon that follows token ``i``."""
    for place, word in enumerate(words):
        if word.text == ":" and word.i > i:
            return words[place + 1 :]
    return []


def _heads_question(token: Token) -> bool:
    """Whether a word is not in a subordinate clause: "When Roth *met* Marsh, who knew it?"."""
    if token.dep_ in ("relcl", "acl", "appos", "compound", "poss", "amod"):
        return False
    words = dependents(token, "mark", "advmod")
    is_subordinate = any(word.lower_ in SUBORDINATORS for word in words)
    # CASE inversion: "When *did* Roth meet Marsh?"
    return _is_inverted(token) or not is_subordinate


def _is_inverted(verb: Token) -> bool:
    """Whether an auxiliary of a verb precedes its subject."""
    subjects = dependents(verb, *SUBJECTS)
    auxiliaries = dependents(verb, *AUXILIARIES)
    if not subjects or not auxiliaries:
        return False
    return auxiliaries[0].i < subjects[0].i


def is_condition(verb: Token) -> bool:
    """Whether a verb is inverted as in "*Had* Roth met Marsh, the strike would have ended"."""
    if verb.dep_ not in ("advcl", "ccomp") or verb.head.i < verb.i:
        return False
    subjects = dependents(verb, *SUBJECTS)
    if not subjects:
        return False
    auxiliaries = (verb, *dependents(verb, *AUXILIARIES))
    first = min(auxiliaries, key=lambda word: word.i)
    if first.i > subjects[0].i:
        return False
    return first.lower_ in OF_CONDITION


def _is_narrated(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether something only happens in a story: "In the novel, Roth *kills* Marsh"."""
    if _is_told_by_story(parsed, verb, lexicon):
        return True
    # CASE plot: "the film *follows* Roth, who kills Marsh", but not "won praise from Roth, who …"
    plots = [word for word in verb.ancestors if parsed.lemma(word) in NARRATING]
    if any(_is_told_by_story(parsed, plot, lexicon) for plot in plots):
        return True
    for noun in obliques(verb, OF_STORY):
        if parsed.lemma(noun) in lexicon.cues[Cue.FICTION]:
            return True
        # CASE imagined: "beat Marsh in a *hypothetical* race"
        if has_dependent(noun, IMAGINED, "amod"):
            return True
    return False


def _is_told_by_story(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a story says something, or a clause says what happens in it."""
    fiction = lexicon.cues[Cue.FICTION]
    # CASE subject: "The play *imagines* that Roth killed Marsh"
    nouns = dependents(verb, "nsubj")
    # CASE relative clause: "a film in which Roth *kills* Marsh"
    if verb.dep_ == "relcl":
        nouns += [verb.head, *dependents(verb.head, "compound")]
    # CASE name: "Delmore *Films* is suing Marsh"
    stories = [noun for noun in nouns if noun.tag_ in COMMON_NOUN_TAGS]
    return any(parsed.lemma(noun) in fiction for noun in stories)


def is_wished(verb: Token, token: Token) -> bool:
    """Whether an act is only wished for: "would like to *meet* Roth"."""
    is_wish = verb.lower_ in POLITE_WISHES and is_infinitive(token)
    return is_wish and has_dependent(verb, OF_POLITENESS, "aux")
