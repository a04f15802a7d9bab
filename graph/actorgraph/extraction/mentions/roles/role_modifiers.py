"""What precedes a role noun: owners, adjectives and adverbs, from the noun to the left."""

from __future__ import annotations

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import COMPASS, Lexicon
from actorgraph.extraction.knowledge.relation_lists import PLAYING
from actorgraph.extraction.mentions.roles.described_owners import described_owner
from actorgraph.extraction.mentions.roles.insertions import before_insertion
from actorgraph.extraction.mentions.roles.joint_names import (
    joins_club_and_country,
    joins_names,
)
from actorgraph.extraction.mentions.roles.past_phrases import (
    read_past_phrase,
    start_of_past,
)
from actorgraph.extraction.mentions.roles.premodifying_names import (
    add_premodifier,
    begins_compound,
    has_stance,
)
from actorgraph.extraction.mentions.roles.relative_owners import read_relative_owner
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE_ARTICLE,
    LOST,
    OF_WHOLE,
    ONE_OF_SEVERAL,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.repairs.days_before_subjects import is_time_of_verb
from actorgraph.extraction.parse.word_tags import (
    COMMON_NOUN_TAGS,
    PLURAL_TAGS,
    POSSESSIVE_TAG,
    WHOSE_TAG,
    may_modify,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

#: A modifier or owner is at most this many tokens before its noun.
REACH_BEFORE = 14

#: Returned in place of a token where nothing further to the left belongs to the phrase.
STOP = -1

#: Statuses that a word before the noun may give: "former", "acting", "future".
STATUSES = (Status.FORMER, Status.ACTING, Status.DESIGNATE)

#: Number of tokens before that name: "*pro*", "*-*".
STANCE_LENGTH = 2

#: Number of words in a partitive before the whole: "*one of* Roth's aides".
PARTITIVE_LENGTH = 2

DETERMINER_TAGS = frozenset({"DT", POSSESSIVE_TAG, "CD"})
#: Before a role that nobody has: "*no* chairman".
NO = grammar_words("negative article")
#: Before the role of a deputy's superior: "*deputy* chair".
DEPUTIES = grammar_words("word for a deputy")


def read_before(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Read owners, modifiers and the determiner, from the noun to the left."""
    name = phrase.name_in(parsed)
    i = (name.start if name else phrase.start) - 1
    while _is_in_reach(parsed, phrase, i):
        i = _read_word_before(parsed, lexicon, phrase, _before_letters(parsed, i))
    read_past_phrase(parsed, phrase)
    _read_partitive(parsed, phrase)


def _before_letters(parsed: ParsedText, i: int) -> int:
    """Return the token before the letters of a body: "*Harbour Union* (HU) leader"."""
    before = before_insertion(parsed, i) if parsed.tags[i] == "-RRB-" else i
    body = parsed.covering(before)
    return before if body is not None and body.is_organisation else i


def _read_partitive(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Read "one of" before a plural, which makes it the role of one holder."""
    if not phrase.plural:
        return
    # CASE title: "one of *President* Roth's aides"
    first = min(phrase.start, parsed.doc[phrase.head].left_edge.i)
    i = first - PARTITIVE_LENGTH
    if parsed.word(i) in ONE_OF_SEVERAL and parsed.word(i + 1) in OF_WHOLE:
        phrase.partitive = True
        phrase.start = i


def _is_in_reach(parsed: ParsedText, phrase: RolePhrase, i: int) -> bool:
    if i < 0 or phrase.head - i >= REACH_BEFORE:
        return False
    if parsed.doc[i + 1].is_sent_start:
        return False
    # CASE time: "On *Friday* lawmakers left"
    # CASE dash: "Time to solve the Bordurian crisis *-* Norwegian chancellor Dana Roth"
    return not is_time_of_verb(parsed.doc[i]) and not _is_dash(parsed, i)


def _is_dash(parsed: ParsedText, i: int) -> bool:
    """Whether a hyphen has blanks on both sides."""
    is_hyphen = parsed.lower[i] == "-"
    return is_hyphen and bool(
        parsed.doc[i].whitespace_ and parsed.doc[i - 1].whitespace_
    )


def _read_word_before(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> int:
    """Read token ``i``, and return the next token to read."""
    mention, tag = parsed.covering(i), parsed.tags[i]
    # CASE possessive: "*the bank's* chairman"
    if tag == "POS":
        return _read_possessor(parsed, lexicon, phrase, i - 1)
    # CASE relative: "Roth, *whose* adviser"
    if tag == WHOSE_TAG:
        read_relative_owner(parsed, lexicon, phrase, i)
        return STOP
    # CASE pronoun: "*her* adviser"
    if mention is not None and mention.is_pronoun:
        return _read_possessor(parsed, lexicon, phrase, i)
    # CASE stance: "pro-*Bordurian* leader"
    if mention is not None and has_stance(parsed, mention):
        phrase.unrelated.append(mention)
        phrase.start = mention.start - STANCE_LENGTH
        return phrase.start - 1
    # CASE compound: "*Norwegian*-held town", but not "*Norwegian*-Bordurian singer"
    if mention is not None and begins_compound(parsed, phrase, mention):
        phrase.unrelated.append(mention)
        phrase.start = mention.start
        return mention.start - 1
    # CASE name: "*Delmore Bank* chairman", "*Norwegian* chancellor"
    if mention is not None:
        add_premodifier(parsed, lexicon, phrase, mention)
        return mention.start - 1
    return _read_common_word(parsed, lexicon, phrase, i)


def _read_common_word(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> int:
    """Read token ``i``, which is in no mention, and return the next token to read."""
    tag, word = parsed.tags[i], parsed.lower[i]
    # CASE past: "Roth, *at the time* deputy chancellor"
    if start_of_past(parsed, i + 1) is not None:
        return STOP
    # CASE determiner: "*the* chairman", "*two* advisers", but not "*one*-time adviser"
    is_compound = parsed.lower[i + 1] == "-"
    if tag in DETERMINER_TAGS and word not in NO and not is_compound:
        phrase.determiner, phrase.start = word, i
        return STOP
    # CASE other phrase: "fears of future gas *crises* Norwegian chancellor Dana Roth …"
    if phrase.owners and tag in PLURAL_TAGS and parsed.covering(i + 1) is not None:
        return STOP
    is_of_next = _modifies_next(parsed, phrase) and _is_status(lexicon, word)
    if is_of_next or _is_apart(parsed, lexicon, i):
        return STOP
    # CASE owners: "*US and* Ukrainian officials"
    if phrase.owners and _joins_owners(parsed, phrase, i):
        phrase.joint, phrase.start = True, i
        return i - 1
    # CASE modifier: "*former* chairman", "central *and* eastern"
    if may_modify(parsed.doc[i]) or (tag == "CC" and _joins(parsed, phrase, i)):
        _add_modifier(lexicon, phrase, word)
        phrase.start = i
        return i - 1
    return STOP


def _joins_owners(parsed: ParsedText, phrase: RolePhrase, i: int) -> bool:
    if joins_names(parsed, i, phrase.head):
        return True
    # CASE player: "*Delmore and* Norway striker Dana Roth"
    return not PLAYING.isdisjoint(phrase.relations) and joins_club_and_country(
        parsed, i, phrase.head
    )


def _is_apart(parsed: ParsedText, lexicon: Lexicon, i: int) -> bool:
    """Whether a word is before a phrase, and no part of it."""
    # CASE heading in capitals: "MAYOR *CRITICISES* POLICE"
    are_capitals = parsed.doc[i].is_upper and parsed.doc[i + 1].is_upper
    if parsed.in_heading(i) and are_capitals:
        return True
    # CASE verb taken for a noun: "Dana Roth *poisons* Bishop Marsh"
    if _is_act_of_person(parsed, i):
        return True
    # CASE focus: "surprised *even* Norwegian officials", but not "*then* Norwegian official"
    is_adverb = parsed.tags[i] == "RB" and parsed.covering(i + 1) is not None
    return is_adverb and not _is_status(lexicon, parsed.lower[i])


def _is_status(lexicon: Lexicon, word: str) -> bool:
    return any(word in lexicon.cues[status.value] for status in STATUSES)


def _modifies_next(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether a noun belongs to the next, and so do its adjectives: "former *party* leader"."""
    is_compound = parsed.doc[phrase.head].dep_ == "compound"
    return is_compound and parsed.tag(phrase.end) in COMMON_NOUN_TAGS


def _is_act_of_person(parsed: ParsedText, i: int) -> bool:
    """Whether a plural is between a person's name and a title in capitals, as a verb would be."""
    before = parsed.covering(i - 1)
    is_after_person = before is not None and before.is_named_person
    is_plural = parsed.tags[i] == "NNS" and parsed.doc[i].is_lower
    return is_plural and is_after_person and parsed.doc[i + 1].is_title


def _joins(parsed: ParsedText, phrase: RolePhrase, i: int) -> bool:
    """Whether a conjunction is between modifiers: "work *and* pensions minister"."""
    if parsed.lower[i - 1] in COMPASS:
        return True
    first = parsed.doc[i].head
    if first.i >= i or first.head.i != phrase.head:
        return False
    return first.tag_ in COMMON_NOUN_TAGS


def _read_possessor(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> int:
    mention = parsed.covering(i) or described_owner(parsed, lexicon, i)
    if mention is not None:
        owner = Owner(mention, OwnerMark.POSSESSIVE)
        phrase.owners.append(owner)
        phrase.determiner, phrase.start = DEFINITE_ARTICLE, mention.start
        return STOP
    # CASE description: "*the president's* chief of staff"
    first = parsed.doc[i].left_edge.i
    is_close = phrase.head - first < REACH_BEFORE
    if is_close and parsed.tags[first] in DETERMINER_TAGS:
        phrase.determiner, phrase.start = DEFINITE_ARTICLE, first
    return STOP


def _add_modifier(lexicon: Lexicon, phrase: RolePhrase, word: str) -> None:
    phrase.adjectives.append(word)
    phrase.partial |= word in lexicon.cues[Cue.PARTIAL]
    phrase.deputy |= word in DEPUTIES
    words = {word, _compound(phrase.adjectives)}
    if not LOST.isdisjoint(words):
        phrase.status = Status.FORMER
    for status in STATUSES:
        if not lexicon.cues[status.value].isdisjoint(words):
            phrase.status = status


def _compound(adjectives: list[str]) -> str:
    """Return the word with a hyphen that the last three modifiers form: "one-time"."""
    if len(adjectives) < 3:
        return ""
    *_, first, hyphen, last = adjectives
    if hyphen != "-":
        return ""
    return f"{last}-{first}"
