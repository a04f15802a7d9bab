"""Other names that a text gives an actor: "also known as Abu Salim", "née Marsh"."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.past_phrases import OPENING_MARKS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.names import fold_name

#: Between a name and another name of the same actor: "also known as", "alias".
BEFORE_ALIAS = grammar_words("phrase before another name")
#: Between a name and the surname at birth: "née".
BEFORE_BIRTH_NAME = grammar_words("word before a name at birth")
COLON = ":"
OPENING_BRACKET = "("
#: After what an editor adds to a quotation: "[Dana*]* Roth".
CLOSING_BRACKETS = frozenset({")", "]"})
#: Longest phrase before another name, in tokens.
LONGEST_PHRASE = 7


def join_aliases(entities: Entities) -> None:
    """Join each actor to the one whose other name it is."""
    for mention in entities.parsed.in_order():
        entity = entities.of(mention)
        if not mention.is_name or entity is None:
            continue
        alias = _alias(entities, mention) or _with_birth_name(entities, mention)
        if alias is None or alias is entity:
            continue
        # CASE person: "Dana Roth (born *Ada Sophie Marsh*)" is shown as Dana Roth
        if entity.is_person and entity.label is None:
            names = entities.names(entity)
            entity.label = max(names, key=len, default=None)
        entities.merge(alias, entity)


def join_bracketed_names(entities: Entities) -> None:
    """Join a given name that an editor adds to the surname after it: "(President *Dana*) Roth"."""
    for given_name in entities.parsed.in_order():
        person = entities.of(given_name)
        surname = _surname_after_bracket(entities, given_name)
        bearer = None if surname is None else entities.of(surname)
        if person is not None and bearer is not None:
            entities.merge(person, bearer)


def _surname_after_bracket(
    entities: Entities, given_name: TokenMention
) -> TokenMention | None:
    parsed = entities.parsed
    if not given_name.is_named_person or given_name.length > 1:
        return None
    is_given_name = entities.gazetteer.genders(entities.text(given_name))
    if not is_given_name or parsed.word(given_name.end) not in CLOSING_BRACKETS:
        return None
    # CASE nickname: "William (*Billy*) Roth"
    if parsed.tag(given_name.start - 2) in NAME_TAGS:
        return None
    surname = parsed.name_at(given_name.end + 1)
    return surname if surname is not None and surname.is_named_person else None


def _alias(entities: Entities, name: TokenMention) -> Entity | None:
    """Return the entity of the other name: "Dana Roth, also known as *Abu Salim*"."""
    parsed = entities.parsed
    words: list[str] = []
    end = min(name.end + LONGEST_PHRASE, len(parsed.doc))
    for i in range(name.end, end):
        following = parsed.covering(i)
        if following is None:
            if parsed.lower[i] not in OPENING_MARKS:
                words.append(parsed.lower[i])
        elif not _is_language(entities, following):
            is_alias = _is_other_name(entities, name, words, following)
            return entities.of(following) if is_alias else None
    return None


def _is_other_name(
    entities: Entities, name: TokenMention, words: list[str], following: TokenMention
) -> bool:
    """Whether the words between two names say that they are of one actor: "alias"."""
    if following.type is not name.type:
        return False
    if " ".join(words) in BEFORE_ALIAS:
        return True
    is_direct = not words or words == [COLON]
    return is_direct and _is_original(entities, name, following)


def _is_language(entities: Entities, name: TokenMention) -> bool:
    """Whether a name says in which language another is written: "Roth (*Russian*: Рот)"."""
    if not name.demonym:
        return False
    return entities.parsed.word(name.end) == COLON


def _is_original(entities: Entities, name: TokenMention, other: TokenMention) -> bool:
    """Whether a name in brackets is written in other letters: "Roth (*Рот*)"."""
    if entities.parsed.word(name.end) != OPENING_BRACKET:
        return False
    letters = filter(str.isalpha, entities.text(other))
    return not any(map(str.isascii, letters))


def _with_birth_name(entities: Entities, name: TokenMention) -> Entity | None:
    """Return the entity that has the given name with another surname: "Dana Roth (née *Marsh*)"."""
    if not name.is_person:
        return None
    parsed, i = entities.parsed, name.end
    while parsed.word(i) in OPENING_MARKS:
        i += 1
    if parsed.word(i) not in BEFORE_BIRTH_NAME or i + 1 >= len(parsed.doc):
        return None
    given_name, *_ = fold_name(entities.text(name)).split()
    surname = fold_name(parsed.doc[i + 1].text)
    for entity in entities.all:
        if not entity.is_person or not entity.mentions:
            continue
        if entity.key == f"{given_name} {surname}":
            return entity
    return None
