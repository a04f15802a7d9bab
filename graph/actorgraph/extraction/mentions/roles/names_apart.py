"""Names after a role: those whose title it is not, and those that commas enclose."""

from __future__ import annotations

from actorgraph.extraction.mentions.clauses.clause_starts import begins_main_clause
from actorgraph.extraction.mentions.roles.role_parts import comma_after_fields
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

#: Before a closing quotation mark: “Doctor Hale*.*”
STOPS = frozenset({",", "."})


def is_apart(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a role does not introduce the name after it."""
    text = parsed.mention_text(name)
    for owner in phrase.owners:
        # CASE owner, where a stop is lost: "Hale was *Roth*'s driver *Roth* was born in Oslo"
        is_before = owner.mention.end <= phrase.end
        if is_before and parsed.mention_text(owner.mention) == text:
            return True
    return _is_quoted(parsed, phrase, name)


def _is_quoted(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether quotation marks enclose no more, as they do a work: the film “Doctor Hale”."""
    if parsed.tag(phrase.start - 1) != "``":
        return False
    end = name.end
    if parsed.word(end) in STOPS:
        end += 1
    return parsed.tag(end) == "''"


def is_name_enclosed(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether commas enclose a name between a role and its verb: "the head, *Jan Hale*, left"."""
    comma = comma_after_fields(parsed, phrase)
    if parsed.word(comma) != ",":
        return False
    name = parsed.name_at(comma + 1)
    if name is None or not phrase.admits(name):
        return False
    if parsed.word(name.end) != ",":
        return False
    return parsed.tag(name.end + 1) in FINITE_TAGS


def has_verb_before(parsed: ParsedText, start: int) -> bool:
    """Whether a clause begins before what is then not the subject of the sentence."""
    i = start - 1
    while i >= 0 and parsed.same_sentence(i, start):
        if parsed.tags[i] in FINITE_TAGS:
            return True
        i -= 1
    return False


def is_speaker(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a name after a role begins a clause about what is said before it."""
    # CASE quotation: "“She is a friend of the union,” *Jan Hale* said"
    if parsed.quotation_of(phrase.head) != parsed.quotation_of(name.root):
        return True
    # CASE clause: "Quint is a friend of the union, *Jan Hale* said"
    has_verb = parsed.tag(name.end) in FINITE_TAGS
    if has_verb and has_verb_before(parsed, phrase.start):
        return True
    # CASE inserted clause: "A friend of the union, *Jan Hale* said, left it"
    role, noun = parsed.doc[phrase.head], parsed.head_of(name)
    if role.dep_ not in SUBJECTS or noun.dep_ not in SUBJECTS:
        return False
    return role.head != noun.head


def is_inserted(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a role begins a sentence, and commas enclose a name: "Foreign minister, Roth, …"."""
    if parsed.word(name.end) != ",":
        return False
    if parsed.doc[phrase.head].dep_ not in SUBJECTS:
        return False
    return bool(parsed.doc[phrase.start].is_sent_start)


def follows_introduction(
    parsed: ParsedText, phrase: RolePhrase, name: TokenMention
) -> bool:
    """Whether a name is the subject of the sentence after a phrase that ends in a role."""
    role, subject = parsed.doc[phrase.head], parsed.head_of(name)
    if role.dep_ != "pobj" or parsed.word(name.end) == ",":
        return False
    # CASE predicate: "As head of the union, *Jan Hale* left"
    if role.head.lower_ in BEFORE_PREDICATE:
        return False
    return subject.dep_ in SUBJECTS or begins_main_clause(subject)
