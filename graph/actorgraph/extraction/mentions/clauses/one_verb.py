"""Pronouns and mentions of one verb: "*Roth* met *him*", "*Norland* left with *its own* ships"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.entities import only
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    governor_of,
    has_subject,
    shares_subject,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    PARTICIPLE_TAGS,
    RELATIVE_TAGS,
    is_verb_form,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Ties a possessive to the subject of its clause: "its *own* ships".
OWN = grammar_words("word for one's own")
#: Right after a verb, before someone other than its subject: "met *with* her".
BEFORE_ANOTHER = grammar_words("preposition before another")
#: Before another than the subject of a clause: "*like* Roth, he left".
BESIDE_SUBJECT = grammar_words("preposition before another than the subject")
#: Dependency labels of what may come before the subject of its verb.
ADJUNCTS = ("advcl", "prep")
#: Dependency labels of pronouns that are not the subject of their verb.
NON_SUBJECTS = ("dobj", "dative", "pobj")


def is_of_one_verb(
    parsed: ParsedText, pronoun: TokenMention, mention: TokenMention
) -> bool:
    """Whether a mention and a pronoun are of one verb, so that they differ: "Roth met *him*"."""
    token, antecedent = parsed.head_of(pronoun), parsed.head_of(mention)
    if token.dep_ in SUBJECTS:
        is_compared = _is_beside(token, antecedent)
        return is_compared or _is_in_participle_of(token, antecedent)
    if token.dep_ not in NON_SUBJECTS:
        return False
    verb = _verb_of_object(token)
    if _does(antecedent, verb):
        return True
    # CASE coordination: "*Roth* sacked Marsh and replaced *him*"
    while shares_subject(verb):
        verb = verb.head
    return antecedent.dep_ in SUBJECTS and antecedent.head == verb


def _does(noun: Token, verb: Token) -> bool:
    """Whether a noun does what a clause below it says: "*Roth*, who accused him"."""
    if verb.dep_ == "relcl" and verb.head == noun:
        subjects = dependents(verb, *SUBJECTS)
        return any(subject.tag_ in RELATIVE_TAGS for subject in subjects)
    # CASE accused: "Hale accused *Roth* of beating him"
    is_of_object = verb.dep_ == "pcomp" and verb.head.lower_ in OF_WHOLE
    return is_of_object and noun.dep_ == "dobj" and noun.head == verb.head.head


def _is_beside(subject: Token, other: Token) -> bool:
    """Whether a subject is compared with another: "Like *Roth*, *he* left"."""
    preposition = other.head
    if other.dep_ != "pobj" or preposition.lower_ not in BESIDE_SUBJECT:
        return False
    return preposition.head == subject.head


def _verb_of_object(pronoun: Token) -> Token:
    """Return the verb whose object a pronoun is, also across "talked *to* him", "sued *by* her"."""
    governor = pronoun.head
    if pronoun.dep_ != "pobj" or governor.lower_ not in BEFORE_ANOTHER:
        return governor
    verb = governor.head
    # CASE recipient: "gave money *to* her"
    is_object = governor.dep_ == "dative" or governor.i == verb.i + 1
    return verb if is_object else governor


def _is_in_participle_of(subject: Token, argument: Token) -> bool:
    """Whether a participle that shares a subject has an argument: "Asked about *Roth*, he left"."""
    if argument.dep_ not in NON_SUBJECTS:
        return False
    participle = governor_of(argument)
    if participle.tag_ not in PARTICIPLE_TAGS:
        return False
    if participle.dep_ not in ("advcl", "pcomp") or has_subject(participle):
        return False
    return governor_of(participle) == subject.head


def subject_meant(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    """Return the subject that a pronoun can only refer to, if grammar says which one it is."""
    subject = _subject_of_own(parsed, pronoun)
    if subject is None:
        subject = _subject_after_adjunct(parsed, pronoun)
    return subject


def _subject_of_own(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    """Return the subject before "its own": "Roth left after *Norland* expelled *its own* envoy"."""
    if parsed.word(pronoun.end) not in OWN:
        return None
    token = parsed.head_of(pronoun)
    verb = verb_above(token.head)
    subject = only(dependents(verb, "nsubj"))
    if subject is None or subject.i >= token.i:
        return None
    return parsed.actor_at(subject.i)


def _subject_after_adjunct(
    parsed: ParsedText, pronoun: TokenMention
) -> TokenMention | None:
    """Return the name after a phrase: "When *she* won, *Roth* left", "In *her* talk, *Roth* said".

    A name that comes after such a phrase is nearly always whom the pronoun in it means.
    """
    token = parsed.head_of(pronoun)
    adjunct = _adjunct_of(token)
    # CASE inserted: "If *he* returned, Roth said, the police would arrest him"
    if adjunct is None or parsed.word(adjunct.head.i + 1) == ",":
        return None
    subject = _subject_or_name_before(parsed, adjunct.head)
    if subject is None or subject.start < pronoun.end or not subject.is_name:
        return None
    if parsed.quotation_of(subject.root) != parsed.quotation_of(token.i):
        return None
    # CASE body: "In *its* ruling, *Delmore Court* said so"
    is_of_body = adjunct.dep_ == "prep" and not subject.is_person
    return subject if pronoun.is_person or is_of_body else None


def _adjunct_of(token: Token) -> Token | None:
    """Return the clause or phrase before a subject that a pronoun is in.

    None if a verb in it has another subject, who may be meant: "when *Marsh* lost his job".
    """
    path = [token]
    for word in token.ancestors:
        subjects = dependents(word, *SUBJECTS)
        # CASE participle: "*speaking* after she won, Roth said so"
        is_main = bool(subjects) or word.dep_ not in ADJUNCTS
        is_before = is_main and all(subject.i > token.i for subject in subjects)
        if is_before and is_verb_form(word) and path[-1].dep_ in ADJUNCTS:
            return path[-1]
        if subjects and subjects[0] not in path:
            return None
        path.append(word)
    return None


def _subject_or_name_before(parsed: ParsedText, verb: Token) -> TokenMention | None:
    """Return the subject of a verb, or the name before it where the parser finds none."""
    subjects = dependents(verb, *SUBJECTS)
    if subjects:
        return parsed.actor_at(subjects[0].i)
    # CASE lost subject: "after she won, *the mayor of Oslo, Ada Roth*, said"
    before = verb.i - 1
    if parsed.word(before) == ",":
        before -= 1
    return parsed.actor_at(before)
