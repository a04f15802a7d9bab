"""Holders of roles by apposition: the name and the role are apart by a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.names.place_words import is_region_after_town
from actorgraph.extraction.mentions.roles.complement_ends import begins_time
from actorgraph.extraction.mentions.roles.insertions import before_insertion
from actorgraph.extraction.mentions.roles.listed_roles import is_listed
from actorgraph.extraction.mentions.roles.names_apart import (
    follows_introduction,
    has_verb_before,
    is_inserted,
    is_name_enclosed,
    is_speaker,
)
from actorgraph.extraction.mentions.roles.past_phrases import (
    ASIDE_DASHES,
    OPENING_MARKS,
)
from actorgraph.extraction.mentions.roles.role_parts import comma_after_fields
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    INDEFINITE,
)
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    has_subject,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    COMPLEMENT_TAGS,
    FINITE_TAGS,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Where an apposition without an article ends: "Ada Quint, analyst*,* said".
CLOSING_MARKS = ASIDE_DASHES | {",", ".", ")"}
CLOSING_WORDS = grammar_words("word after an apposition")
#: Before a role that someone has today: "Ada Quint, *now* an analyst".
OF_PRESENT = grammar_words("adverb of a present role")
#: What may follow the name in apposition to a role: "The head, Jan Hale, *said*".
TAGS_AFTER_NAME = frozenset(
    {",", ".", ":", "-LRB-", "-RRB-", "''", "IN", "VBD", "VBZ", "MD"}
)
#: Those of a name that something is done to, and of a name beside one.
OBJECTS = ("appos", "dobj", "pobj")
#: Dependency labels of a noun that the parser takes for an apposition, a conjunct or a predicate.
APPOSED = ("appos", "conj", "attr")

TAGS_IN_COMPLEMENT = COMPLEMENT_TAGS - {"CC"}


def by_apposition(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the name before the comma: “Ada Quint, 45, an analyst”."""
    # CASE another noun follows: in "Delmore, a government source said" the source is apposed
    is_other = _modifies_noun(parsed, phrase) or is_listed(parsed.doc[phrase.head])
    if phrase.is_of_several or is_other:
        return []
    # CASE possessor: in "Roth, the chancellor's brother, …" the brother is apposed
    if parsed.tag(phrase.end) == "POS":
        return []
    name = _name_before_comma(parsed, phrase)
    if name is None or not _is_name_for(phrase, name):
        return []
    # CASE relative: in "Roth, whose sister is a judge", the sister is another
    if any(owner.mention is name for owner in phrase.owners):
        return []
    # CASE new clause: "It was written by Quint, the head of the union *said*"
    if begins_clause(parsed, phrase, name):
        return []
    # CASE article: "Ada Quint, *an* analyst"
    # CASE none: "Ada Quint, analyst at Delmore Bank, said", but not "With Quint, analyst Hale …"
    if phrase.determiner or _is_closed_apposition(parsed, phrase):
        return [Holder(name, HolderPattern.APPOSITION)]
    return []


def _modifies_noun(parsed: ParsedText, phrase: RolePhrase) -> bool:
    if parsed.doc[phrase.head].dep_ != "compound":
        return False
    return parsed.tag(phrase.end) in COMMON_NOUN_TAGS


def _name_before_comma(parsed: ParsedText, phrase: RolePhrase) -> TokenMention | None:
    """Return the mention before the comma that precedes a role, skipping an age."""
    comma = phrase.start - 1 - phrase.negated
    # CASE present: "Ada Quint, *now* an analyst"
    comma -= parsed.word(comma) in OF_PRESENT
    if comma < 1 or parsed.lower[comma] not in OPENING_MARKS:
        return None
    i = before_insertion(parsed, comma - 1)
    if not parsed.same_sentence(i, phrase.head):
        return None
    return parsed.covering(i) or parsed.actor_at(i)


def begins_clause(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a role beside a name is the subject of a clause of its own.

    In “It was written by Quint, the head of the union said” a verb precedes the name, and one
    follows the role without a comma.
    """
    # CASE introductory phrase: "After talks with Quint, the head of the union left"
    if _ends_introduction(parsed, phrase, name) or _is_source(parsed, phrase, name):
        return True
    has_verb_after = _verb_after(parsed, phrase) is not None
    return has_verb_after and has_verb_before(parsed, name.start)


def _is_source(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a role is that of whoever says so: "Quint, the head of the union *said*, left"."""
    # CASE headline: "Time for talks with Quint*: Norwegian chancellor*"
    before, end = parsed.word(phrase.start - 1), phrase.after
    is_last = end >= len(parsed.doc) or not parsed.same_sentence(end, end - 1)
    if before == ":" and is_last:
        return True
    # CASE clause within another, each with a subject of its own
    role, noun = parsed.doc[phrase.head], parsed.head_of(name)
    are_subjects = role.dep_ in SUBJECTS and noun.dep_ in SUBJECTS
    return are_subjects and role.head != noun.head and before == ","


def _ends_introduction(
    parsed: ParsedText, phrase: RolePhrase, name: TokenMention
) -> bool:
    """Whether a role is the subject of a verb before which a phrase ends in a name.

    In “After talks with Quint, the head of the union left” the head is not Quint.
    """
    role, noun = parsed.doc[phrase.head], parsed.head_of(name)
    # CASE participle: "Having met Quint, *the head* of the union left"
    if role.dep_ in SUBJECTS and noun.dep_ in OBJECTS:
        return role.head in noun.ancestors
    if noun.dep_ != "pobj":
        return False
    # CASE name after it: "According to Quint, the head of the union, *Jan Hale*, left"
    if is_name_enclosed(parsed, phrase):
        return True
    # CASE taken for an apposition, which leaves the verb without a subject
    i = _verb_after(parsed, phrase)
    verb = None if i is None else parsed.doc[i]
    if verb is None or verb not in noun.ancestors:
        return False
    return not has_subject(verb)


def _verb_after(parsed: ParsedText, phrase: RolePhrase) -> int | None:
    """Return the finite verb that follows a role and its complement without a comma."""
    i = phrase.after
    while parsed.tag(i) in TAGS_IN_COMPLEMENT:
        i += 1
    if parsed.tag(i) not in FINITE_TAGS:
        return None
    return i if parsed.same_sentence(i, phrase.head) else None


def _is_closed_apposition(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether a role without an article is in apposition to the name before it."""
    # CASE the name after it has the role: "Quint, analyst at Delmore Bank, *Hale*, said"
    if by_reversed_apposition(parsed, phrase):
        return False
    after = parsed.word(phrase.after)
    if after in CLOSING_MARKS or after in CLOSING_WORDS:
        return True
    return parsed.doc[phrase.head].dep_ in APPOSED


def by_reversed_apposition(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the name after the comma: “The head of the union, Jan Hale, said”."""
    comma = comma_after_fields(parsed, phrase)
    if phrase.is_of_several or not _is_opened(parsed, phrase, comma):
        return []
    # CASE nested: in "the wife of the head of the bank, Jan Hale," he is the head
    # CASE either: "an aide to the head of the bank, Jan Hale, said"
    if not phrase.may_be_named_after or _is_indefinite_object(parsed, phrase):
        return []
    name = _name_after_comma(parsed, phrase, comma)
    if name is None or not _is_name_for(phrase, name) or name.demonym:
        return []
    if phrase.partitive and not _is_one_apposed(parsed, phrase, name):
        return []
    # CASE bare noun: in "Analyst, Jan Hale" nothing connects them
    is_bare = not (phrase.determiner or phrase.owners)
    if is_bare and not is_inserted(parsed, phrase, name):
        return []
    # CASE introductory phrase: "Together with the head of the union, *Jan Hale* left"
    # CASE owner again: "will remain Delmore Bank's head, Delmore Bank said"
    speaks = is_speaker(parsed, phrase, name)
    is_another = speaks or follows_introduction(parsed, phrase, name)
    if is_another or _is_owner(parsed, phrase, name):
        return []
    # CASE time: "The head of the union, Jan Hale *this week* said"
    after = parsed.tag(name.end)
    is_closed = after in TAGS_AFTER_NAME or (
        after == "DT" and begins_time(parsed.doc[name.end])
    )
    is_here = is_closed and parsed.same_sentence(comma, phrase.head)
    return [Holder(name, HolderPattern.APPOSITION)] if is_here else []


def _is_one_apposed(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether commas enclose the name of one of several: "*one* of the heads, *Jan Hale*, said"."""
    one, noun = parsed.doc[phrase.start], parsed.head_of(name)
    is_beside = noun.dep_ == "appos" and noun.head in (one, parsed.doc[phrase.head])
    is_apposed = is_beside or bool(one.is_sent_start)
    return is_apposed and parsed.word(name.end) in CLOSING_MARKS


def _is_opened(parsed: ParsedText, phrase: RolePhrase, mark: int) -> bool:
    """Whether a mark sets off what names a role's holder: "the head of the union – *Hale* –"."""
    word = parsed.word(mark)
    if word not in ASIDE_DASHES:
        return word == ","
    return _titled_apposition(parsed, phrase, mark + 1) is not None


def _name_after_comma(
    parsed: ParsedText, phrase: RolePhrase, comma: int
) -> TokenMention | None:
    """Return the mention after a comma; after a possessive it may have an article.

    So "his party, *the* Movement" and "his deputy, *the* 43-year-old Jan Hale".
    """
    # CASE quotation mark: “The head of the "Brightwater,*"* Jan Hale”
    comma += parsed.tag(comma + 1) == "''"
    # CASE title: "The head, *Mr* Jan Hale, said", "the head, *former minister* Jan Hale, said"
    whole = _titled_apposition(parsed, phrase, comma + 1)
    name = parsed.covering(comma + 1) or whole
    if parsed.word(comma + 1) not in DEFINITE:
        return name
    # CASE opening: "*A native* of Oslo, the singer Jan Hale left"
    subject = parsed.doc[phrase.head].head
    if phrase.determiner in INDEFINITE and subject.left_edge.i <= phrase.start:
        return _titled_after(parsed, subject, comma)
    if phrase.is_possessed and name is None:
        name = parsed.covering(comma + 2)
    if name is None or name.is_organisation:
        return name
    # CASE list: "his party, the painter Jan Hale *and Ada Quint* left"
    is_alone = not parsed.head_of(name).conjuncts
    return name if phrase.is_possessed and name is whole and is_alone else None


def _titled_apposition(
    parsed: ParsedText, phrase: RolePhrase, start: int
) -> TokenMention | None:
    """Return the name in apposition to a role whose phrase begins at a token, or None."""
    for child in dependents(parsed.doc[phrase.head], "appos"):
        if child.left_edge.i == start:
            return parsed.covering(child.i)
    return None


def _titled_after(parsed: ParsedText, noun: Token, comma: int) -> TokenMention | None:
    """Return the name after a title that is a subject: "the singer *Jan Hale*"."""
    if noun.dep_ not in SUBJECTS or noun.i < comma:
        return None
    names = [noun, *dependents(noun, "appos")]
    mentions = (parsed.covering(word.i) for word in names if word.i > comma)
    return next(filter(None, mentions), None)


def _is_owner(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    text = parsed.mention_text(name)
    owners = [owner.mention for owner in phrase.owners]
    # CASE its region: "the suburb in Alderfen, *Norland*"
    return any(
        is_region_after_town(owner, name) or parsed.mention_text(owner) == text
        for owner in owners
    )


def _is_indefinite_object(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether the role is the indefinite object of a preposition.

    In "according to an official, Roth left" the official is not Roth.
    """
    if phrase.determiner not in INDEFINITE:
        return False
    return bool(parsed.doc[phrase.head].dep_ == "pobj")


def _is_name_for(phrase: RolePhrase, mention: TokenMention) -> bool:
    if not mention.is_name:
        return False
    return phrase.admits(mention)
