"""Who lost or left the role that a title gives: "Minister Roth, who was sacked, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.clauses.appointees import SUCCEEDING
from actorgraph.extraction.mentions.clauses.verb_wordings import verb_wordings
from actorgraph.extraction.mentions.roles.nominalizations import (
    DEPARTURES,
    TERMS,
    nominalization_of,
)
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern, RolePhrase
from actorgraph.extraction.modality.factuality.factuality import PLAIN, factuality
from actorgraph.extraction.modality.past_roles import is_of_past, share_past
from actorgraph.extraction.modality.validity import term_of
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_PREDICATE,
    LEAVING_OFFICE,
    LEAVING_ROLE,
    OF_WHOLE,
    OFFICES,
    REMOVING,
)
from actorgraph.extraction.parse.dependents import (
    dependents,
    has_dependent,
    is_complement_of,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS, is_verb_form
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "*parted ways* with Minister Roth".
PARTING = grammar_words("verb of parting with somebody")
PARTING_WITH = grammar_words("preposition before whom one parts with")
#: Before another role, or what is left instead: "resigned *as* chairman", "*from* the board".
BEFORE_ANOTHER = grammar_words("preposition before what is left")

#: "Roth's term as chairman *began*"
BEGINNING = grammar_words("verb of a beginning")

#: "the *sacking* of Minister Roth", unlike "the *departure* of Minister Roth for Oslo"
LOSSES = grammar_words("noun of the loss of an office")

#: "the *late* Dana Roth"
DEAD = grammar_words("adjective of the dead")

#: How a role must be connected with its holder; a verb in between has a tense of its own.
NOMINAL_PATTERNS = frozenset({HolderPattern.TITLE, HolderPattern.APPOSITION})


def mark_departures(
    parsed: ParsedText,
    phrases: Sequence[RolePhrase],
    lexicon: Lexicon,
    published: str | None = None,
) -> None:
    """Make roles former whose holder left or lost them in the same sentence, or whose term is over.

    Args:
        phrases: Role phrases with their holders; their status is changed.
        published: Day of publication, ``YYYY-MM-DD``, if it is known.
    """
    for phrase in phrases:
        patterns = {holder.pattern for holder in phrase.holders}
        if not patterns or phrase.status is not Status.CURRENT or phrase.negated:
            continue
        is_titled = patterns <= NOMINAL_PATTERNS
        is_lost = is_titled and (
            _is_titled_before(parsed, phrase, lexicon)
            or is_of_past(parsed, phrase, published)
            or _is_lost_as(parsed, phrase, lexicon)
            or _is_term_over(parsed, phrase, published)
        )
        is_left = _is_body_left(parsed, phrase, lexicon)
        if is_lost or is_left or _is_ended_by_act(parsed, phrase, lexicon):
            phrase.status = Status.FORMER
    share_past(parsed, phrases)


def _is_titled_before(parsed: ParsedText, phrase: RolePhrase, lexicon: Lexicon) -> bool:
    """Whether whoever has a title lost or left the role, or is dead."""
    nouns = _nouns(parsed, phrase)
    # CASE both: "the *late* founder and chairman of the bank", but not "and the chairman"
    role = parsed.doc[phrase.head]
    if role.dep_ == "conj" and not phrase.determiner and _is_dead(role.head):
        return True
    return any(_is_lost(parsed, noun, lexicon) or _is_dead(noun) for noun in nouns)


def _is_lost_as(parsed: ParsedText, phrase: RolePhrase, lexicon: Lexicon) -> bool:
    """Whether a participle takes a role from its subject: "*Sacked* as chairman, Roth left"."""
    role = parsed.doc[phrase.head]
    if not is_complement_of(role, BEFORE_PREDICATE):
        return False
    verb = role.head.head
    losing = lexicon.cues[Cue.REMOVING] | REMOVING | LEAVING_ROLE
    is_loss = verb.dep_ == "advcl" and verb.tag_ == "VBN"
    return is_loss and not losing.isdisjoint(verb_wordings(parsed, verb))


def _is_term_over(
    parsed: ParsedText, phrase: RolePhrase, published: str | None
) -> bool:
    """Whether a role has ended: "Dana Roth, mayor of Oslo *from 2010 to 2013*, …"."""
    start = 0
    for owner in phrase.owners:
        if owner.mention.is_time:
            start = owner.mention.start
            break
    _, end = term_of(parsed, phrase.head, published, start - 1)
    if end is None:
        return False
    return not published or end < published[: len(end)]


def _is_body_left(parsed: ParsedText, phrase: RolePhrase, lexicon: Lexicon) -> bool:
    """Whether people leave the body that is called theirs: "left *her party*, the Civic Union"."""
    is_body = any(sense.inverted for sense in phrase.senses)
    if not is_body or not any(owner.mention.is_pronoun for owner in phrase.owners):
        return False
    noun = parsed.doc[phrase.head]
    verb, leaving = noun.head, LEAVING_OFFICE
    # CASE preposition: "was expelled *from* her party", "resigned *from* his firm"
    if noun.dep_ == "pobj" and verb.lower_ in BEFORE_ANOTHER:
        verb, leaving = verb_above(verb), frozenset(lexicon.cues[Cue.LEAVING])
    elif noun.dep_ != "dobj":
        return False
    if leaving.isdisjoint(verb_wordings(parsed, verb)):
        return False
    return factuality(parsed, verb.i, lexicon) == PLAIN


def _is_ended_by_act(parsed: ParsedText, phrase: RolePhrase, lexicon: Lexicon) -> bool:
    """Whether a noun says that a role is over: "after Roth's *resignation* as head"."""
    noun = nominalization_of(parsed, parsed.doc[phrase.head])
    if noun is None or phrase.stated_by is not None:
        return False
    lemma = parsed.lemma(noun)
    verb = verb_above(noun)
    # CASE term: "Roth's *tenure* as head ended", "was marked by a strike"
    if lemma in TERMS:
        return verb.tag_ == "VBD" and parsed.lemma(verb) not in BEGINNING
    # CASE office: "left her *post* as head", "was stripped of his *role* as head"
    if lemma in OFFICES:
        leaving = lexicon.cues[Cue.REMOVING] | REMOVING | LEAVING_OFFICE | LEAVING_ROLE
        if leaving.isdisjoint(verb_wordings(parsed, verb)):
            return False
        return factuality(parsed, verb.i, lexicon) == PLAIN
    if lemma not in DEPARTURES:
        return False
    return factuality(parsed, noun.i, lexicon) == PLAIN


def is_departure(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the subject of a verb loses a role: "*stepped down* as head", "was *sacked* by …"."""
    if not _loses_role(parsed, verb, lexicon):
        return False
    return factuality(parsed, verb.i, lexicon) == PLAIN


def _loses_role(parsed: ParsedText, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb means that its subject loses a role, whether or not it is so."""
    if dependents(verb, "auxpass"):
        removing = lexicon.cues[Cue.REMOVING] | REMOVING
        if not removing.isdisjoint(verb_wordings(parsed, verb)):
            return True
    return _leaves(parsed, verb)


def is_removed(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    """Whether someone loses a role by what is done to them: "the board sacked *Roth*"."""
    verbs = _removing(parsed, noun, lexicon)
    return any(factuality(parsed, verb.i, lexicon) == PLAIN for verb in verbs)


def _nouns(parsed: ParsedText, phrase: RolePhrase) -> set[Token]:
    """Return the nouns that a verb can have as arguments: the name and the role."""
    nouns = {parsed.head_of(holder.mention) for holder in phrase.holders}
    nouns.add(parsed.doc[phrase.head])
    return nouns


def _is_dead(noun: Token) -> bool:
    """Whether someone had a role in life: "the *late* Dana Roth, a member of the party"."""
    # CASE relative: "her *late* husband, Senator Dana Roth"
    nouns = [noun, noun.head] if noun.dep_ == "appos" else [noun]
    return any(has_dependent(word, DEAD, "amod") for word in nouns)


def _is_lost(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> bool:
    words = [*_left(parsed, noun), *_removing(parsed, noun, lexicon), *_losses(noun)]
    return any(_is_told(parsed, word, lexicon) for word in words)


def _is_told(parsed: ParsedText, word: Token, lexicon: Lexicon) -> bool:
    """Whether a verb or noun reports the loss of a role as a fact."""
    # CASE answered: "refused to accept the *resignation* of Minister Roth"
    is_answered = word.dep_ == "dobj"
    if is_answered and factuality(parsed, word.head.i, lexicon) != PLAIN:
        return False
    return factuality(parsed, word.i, lexicon) == PLAIN


def _losses(noun: Token) -> Iterator[Token]:
    """Yield nouns for the loss of a role: "the *sacking* of Minister Roth", "Roth's *sacking*"."""
    is_after = is_complement_of(noun, OF_WHOLE)
    loss = noun.head.head if is_after else noun.head
    is_of_noun = is_after or noun.dep_ == "poss"
    if is_of_noun and loss.lower_ in LOSSES and not _has_another(loss):
        yield loss


def _left(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """Yield verbs by which someone leaves a role."""
    for verb in _verbs_of_subject(noun, "nsubj"):
        if _leaves(parsed, verb) and not _has_another(verb):
            yield verb


def _leaves(parsed: ParsedText, verb: Token) -> bool:
    wordings = verb_wordings(parsed, verb)
    objects = dependents(verb, "dobj")
    if not objects:
        return not LEAVING_ROLE.isdisjoint(wordings)
    lemma = parsed.lemma(verb)
    for noun in objects:
        # CASE notice: "handed in her *resignation*"
        if f"{lemma} {noun.lower_}" in LEAVING_ROLE:
            return True
        # CASE office: "Minister Roth gave up her *post*", but not "Minister Roth quit the room"
        if noun.lower_ in OFFICES and not LEAVING_OFFICE.isdisjoint(wordings):
            return True
    return False


def _removing(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield verbs by which someone loses a role."""
    # CASE passive: "Minister Roth was sacked", "Minister Roth, who was sacked"
    verbs = list(_verbs_of_subject(noun, "nsubjpass"))
    # CASE active: "sacked Minister Roth", "showed Minister Roth the door", "succeeded her"
    if noun.dep_ in ("dobj", "dative"):
        verbs.append(noun.head)
    # CASE participle: "Minister Roth, sacked in May, …"
    verbs += [child for child in noun.children if _is_participle(child)]
    for verb in verbs:
        words = verb_wordings(parsed, verb)
        removes = words & (lexicon.cues[Cue.REMOVING] | REMOVING | SUCCEEDING)
        if removes and not _has_another(verb):
            yield verb
    # CASE parting: "parted ways with Minister Roth", but not "replaced Hale with Minister Roth"
    if is_complement_of(noun, PARTING_WITH):
        verb = verb_above(noun.head.head)
        if not PARTING.isdisjoint(verb_wordings(parsed, verb)):
            yield verb


def _is_participle(token: Token) -> bool:
    if token.dep_ != "acl":
        return False
    return bool(token.tag_ == "VBN")


def _verbs_of_subject(noun: Token, dependency: str) -> Iterator[Token]:
    """Yield the verbs whose subject is a noun, also through "who"."""
    if noun.dep_ == dependency:
        yield noun.head
        yield from (verb for verb in noun.head.conjuncts if is_verb_form(verb))
    for clause in dependents(noun, "relcl"):
        if _has_relative_subject(clause, dependency):
            yield clause


def _has_relative_subject(clause: Token, dependency: str) -> bool:
    subjects = dependents(clause, dependency)
    return any(subject.tag_ in RELATIVE_TAGS for subject in subjects)


def _has_another(verb: Token) -> bool:
    """Whether something else is left: "resigned as deputy", "resigned from the board"."""
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ not in BEFORE_ANOTHER:
            continue
        # CASE office: "removed Minister Roth from *office*"
        if all(noun.lower_ not in OFFICES for noun in child.children):
            return True
    return False
