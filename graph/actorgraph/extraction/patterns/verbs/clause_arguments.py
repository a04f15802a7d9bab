"""The arguments of the clauses that a verb governs: "refused to accept *the plan*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.knowledge.relation_lists import ASKING
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.mentions.clauses.direct_objects import objects
from actorgraph.extraction.parse.closed_classes import (
    COMPLEMENTIZERS,
    INFINITIVE_MARKERS,
    OUGHT,
)
from actorgraph.extraction.parse.dependents import (
    dependents,
    has_dependent,
    has_subject,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import ADJECTIVE_TAGS
from actorgraph.extraction.patterns.verbs.owned_objects import (
    REACHING,
    owners_of_objects,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SINGULAR_TAGS = frozenset({"NN", "NNP"})

#: Tags of the heads of clauses without a finite verb: "made Roth *captain*", "let Roth *go*".
SMALL_CLAUSE_TAGS = ADJECTIVE_TAGS | {"NN", "NNP", "VB"}

#: Means any act in a frame: "SUBJECT threaten to *do* OBJECT".
ACTING = grammar_words("verb for any act")

#: Prepositions before the target of an act: "impose sanctions *on* Norland".
BEFORE_CONCERNED = grammar_words("preposition before whom an act concerns")


def clause_arguments(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> Iterator[TokenMention]:
    """Yield the arguments of the clauses that a verb governs."""
    # CASE clause: "demanded (that) *Norland* free Roth", but not "that Roth be freed"
    for clause in _with_coordinated(dependents(verb, "ccomp", "advcl", "xcomp")):
        if _is_of_frame(parsed, clause, frame) or _is_demand(clause, frame):
            yield from arguments(parsed, clause, ("nsubj",))
    for clause in dependents(verb, "xcomp"):
        # CASE any infinitive: "threatened to sue *Norland*", "to cut off aid to *Norland*"
        if not ACTING.isdisjoint(frame.prepositions):
            yield from objects(parsed, clause)
            for governor in (clause, *dependents(clause, "dobj")):
                yield from _concerned(parsed, governor)
        # CASE infinitive of the frame: "refused to accept *the plan*", "*Roth's* plan"
        elif _is_named_infinitive(parsed, clause, frame):
            yield from objects(parsed, clause)
            if frame.sense.relation in REACHING:
                yield from owners_of_objects(parsed, clause, ("dobj",))


def _with_coordinated(clauses: list[Token]) -> Iterator[Token]:
    """Yield clauses, and those after them: "demanded that Roth resign and *that Marsh go*"."""
    for clause in clauses:
        yield clause
        yield from filter(has_subject, clause.conjuncts)


def _is_demand(clause: Token, frame: VerbFrame) -> bool:
    """Whether a clause lacks the frame's "that", but has the verb form of a demand."""
    if COMPLEMENTIZERS.isdisjoint(frame.prepositions):
        return False
    if dependents(clause, "mark", "aux"):
        return False
    return _is_subjunctive(clause)


def _is_subjunctive(verb: Token) -> bool:
    """Whether a verb has the form of a demand: "demands Norland *go*", not "think they *go*"."""
    if verb.tag_ != "VBP":
        return bool(verb.tag_ == "VB")
    # CASE taken for the present tense, which no singular subject has in this form
    subjects = {word.tag_ for word in dependents(verb, "nsubj")}
    return bool(subjects) and subjects <= SINGULAR_TAGS


def _is_of_frame(parsed: ParsedText, clause: Token, frame: VerbFrame) -> bool:
    """Whether a word of a frame begins a clause: "wants Roth *to* go", "asked *that* Roth go"."""
    if not _begins_with(clause, frame.prepositions):
        return False
    is_asked = frame.sense.relation in ASKING
    if not is_asked or COMPLEMENTIZERS.isdisjoint(frame.prepositions):
        return True
    # CASE report: "insisted that Roth *had* gone", "that Roth *will* go"
    first = (*dependents(clause, "aux"), clause)[0]
    if first.tag_ == "MD":
        return first.lower_ in OUGHT
    return bool(first.lower_ == parsed.lemma(first))


def _is_named_infinitive(parsed: ParsedText, clause: Token, frame: VerbFrame) -> bool:
    """Whether a frame names the verb of an infinitive: "SUBJECT refuse to *accept* OBJECT"."""
    if INFINITIVE_MARKERS.isdisjoint(frame.literal):
        return False
    return parsed.lemma(clause) in frame.prepositions


def _concerned(parsed: ParsedText, governor: Token) -> Iterator[TokenMention]:
    """Yield the targets of an act: "impose sanctions *on Norland*"."""
    for child in dependents(governor, "prep", "dative"):
        if child.lower_ in BEFORE_CONCERNED:
            yield from complements(parsed, child)


def actors_wanted(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> list[TokenMention]:
    """Return who shall do something: "wants *Roth* to resign"."""
    if INFINITIVE_MARKERS.isdisjoint(frame.literal):
        return []
    wanted: list[TokenMention] = []
    for clause in dependents(verb, "ccomp", "xcomp"):
        if _begins_with(clause, INFINITIVE_MARKERS):
            wanted.extend(arguments(parsed, clause, ("nsubj",)))
    return wanted


def small_clause_subjects(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> list[TokenMention]:
    """Return whom a small clause has for its subject, where that is the object of the verb.

    "declared *it* illegal", "let *Roth* go", "made *Roth* captain", "helped *Roth* find it"
    """
    subjects: list[TokenMention] = []
    for clause in dependents(verb, "ccomp"):
        if clause.tag_ not in SMALL_CLAUSE_TAGS:
            continue
        # CASE word of the frame: "let Roth *go*", but not "let Roth *go* first"
        is_whole = clause.tag_ != "VB" or clause.right_edge.i == clause.i
        is_worded = is_whole and clause.lower_ in frame.literal
        # CASE any infinitive: "helped Roth (to) *find* it"
        is_free = not frame.literal and _is_infinitive(clause)
        if is_worded or is_free:
            subjects += arguments(parsed, clause, ("nsubj",))
    return subjects


def _is_infinitive(clause: Token) -> bool:
    """Whether a clause has no finite verb: "Roth *find* it", but not "Roth *may* find it"."""
    if clause.tag_ != "VB":
        return False
    auxiliaries = {word.lower_ for word in dependents(clause, "aux")}
    return auxiliaries <= INFINITIVE_MARKERS


def _begins_with(clause: Token, words: frozenset[str]) -> bool:
    """Whether one of the words introduces a clause with a subject of its own."""
    if not has_subject(clause):
        return False
    return has_dependent(clause, words, "mark", "aux")
