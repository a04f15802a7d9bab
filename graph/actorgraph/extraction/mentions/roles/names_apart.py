"""Names after a role: those whose title it is not, and those that commas enclose."""

from __future__ import annotations

from actorgraph.extraction.mentions.roles.role_parts import comma_after_fields
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

#: Before a closing quotation mark: “Doctor Hale*.*”
STOPS = frozenset({",", "."})


def is_apart(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether a role does not introduce the name after it."""
    # CASE owner, where a stop is lost: "Hale was *Roth*'s driver *Roth* was born in Oslo"
    text, before = parsed.mention_text(name), phrase.end
    owners = [owner.mention for owner in phrase.owners if owner.mention.end <= before]
    is_owner = text in map(parsed.mention_text, owners)
    return is_owner or _is_quoted(parsed, phrase, name)


def _is_quoted(parsed: ParsedText, phrase: RolePhrase, name: TokenMention) -> bool:
    """Whether quotation marks enclose no more, as they do a work: the film “Doctor Hale”."""
    end = name.end + (parsed.word(name.end) in STOPS)
    return parsed.tag(phrase.start - 1) == "``" and parsed.tag(end) == "''"


def is_name_enclosed(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether commas enclose a name between a role and its verb: "the head, *Jan Hale*, left"."""
    comma = comma_after_fields(parsed, phrase)
    name = parsed.name_at(comma + 1)
    if parsed.word(comma) != "," or name is None or not phrase.admits(name):
        return False
    return parsed.word(name.end) == "," and parsed.tag(name.end + 1) in FINITE_TAGS
