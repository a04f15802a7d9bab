"""Descriptions: "the chancellor", "the party".

One is resolved by the roles that were read and by what is named before.  Where two actors fit, none is taken, and the
doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.coreference.name_links import gender_of
from actorgraph.extraction.coreference.pronoun_links import PRONOUN_REACH
from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType, MentionKind

#: The offices whose holders may be meant by "the German leader".
OFFICES = frozenset({"headOfStateOf", "headOfGovernmentOf", "chiefExecutiveOf"})

#: Nouns that any organisation may be called by.
ANY_ORGANISATION = frozenset({"company", "firm", "organization", "organisation"})


def link_descriptions(entities: Entities, roles: list[RolePhrase]) -> None:
    """Resolve descriptions by role; what stays unresolved and says enough becomes an actor of its own."""
    for phrase in roles:
        for holder, _ in phrase.holders:
            entity = entities.of(holder)
            if entity is not None:
                entity.roles.add((phrase.word, phrase.status))
                entity.offices.update(
                    (sense.relation, phrase.status) for sense in phrase.senses
                )
                entity.owners.update(owner.actor for owner, _ in phrase.owners)
                entity.genders = entity.genders or gender_of(phrase.word)
    _name_regions(entities, roles)
    by_nominal = {
        id(phrase.nominal): phrase for phrase in roles if phrase.nominal is not None
    }
    groups: dict[tuple[str, str], Entity] = {}
    for mention in entities.parsed.in_order():
        if mention.kind is MentionKind.NOMINAL:
            _link_description(entities, mention, by_nominal.get(id(mention)), groups)


def _name_regions(entities: Entities, roles: list[RolePhrase]) -> None:
    """A place that is always called "the Alderfen region" is that region, not the city of Alderfen."""
    called: dict[int, list[str]] = defaultdict(list)
    for phrase in roles:
        for holder, how in phrase.holders:
            if how == "name" and holder.type is ActorType.PLACE and holder.actor >= 0:
                called[holder.actor].append(phrase.word)
    for actor, words in called.items():
        entity = entities.all[actor]
        if (
            entity.label is None
            and len(words) == len(entity.mentions)
            and len(set(words)) == 1
        ):
            first = entity.mentions[0]
            name = entities.parsed.text(first.start, first.end)
            if not name.lower().endswith(words[0]):
                entity.label, entity.subtype = f"{name} {words[0]}", None


def _link_description(
    entities: Entities,
    mention: TokenMention,
    phrase: RolePhrase | None,
    groups: dict[tuple[str, str], Entity],
) -> None:
    known = (
        (
            _capital(entities, mention, phrase)
            or _holder_of_role(entities, mention, phrase)
        )
        if phrase is not None
        else None
    )
    known = known or _organisation(entities, mention)
    if known is not None:
        entities.join(mention, known)
        return
    place = _where(entities, mention, phrase)
    if not place and not _holds_name(entities, mention):
        return
    key = (mention.type.value, " ".join([_wording(entities, mention), place]))
    if key in groups:
        entities.join(mention, groups[key])
    else:
        label = " ".join([*_words(entities, mention), place]) if place else None
        groups[key] = entities.new(
            mention, f"described {key[1]} {mention.start}", label=label
        )


def _capital(
    entities: Entities, mention: TokenMention, phrase: RolePhrase
) -> Entity | None:
    """The city of the text that "the Bordurian capital" means, by the gazetteer."""
    if mention.type is not ActorType.PLACE or not phrase.word.startswith("capital"):
        return None
    owners = [entities.of(owner) for owner, _ in phrase.owners]
    codes = {
        owner.key
        for owner in owners
        if owner is not None and owner.type is ActorType.PLACE
    }
    fits = [
        entity
        for entity in entities.all
        if entity.type is ActorType.PLACE and _capital_code(entities, entity) in codes
    ]
    return fits[0] if len(fits) == 1 else None


def _capital_code(entities: Entities, entity: Entity) -> str | None:
    names = (
        entities.parsed.text(mention.start, mention.end) for mention in entity.mentions
    )
    return next(
        (code for name in names if (code := entities.gazetteer.capitals.get(name))),
        None,
    )


def _holder_of_role(
    entities: Entities, mention: TokenMention, phrase: RolePhrase
) -> Entity | None:
    """The one person of the text who is known to have the role; a doubt is noted where several do."""
    if phrase.plural or phrase.determiner not in ("the", ""):
        return None
    fits = [
        entity
        for entity in entities.all
        if entity.type is ActorType.PERSON
        and entity.mentions
        and _has_role(entity, phrase)
    ]
    return _only(
        entities,
        mention,
        fits,
        f"“{entities.parsed.text(mention.start, mention.end)}”",
        "people",
    )


def _organisation(entities: Entities, mention: TokenMention) -> Entity | None:
    """The one organisation named before that "the party" or "the company" means: called so, or else the only one."""
    words = entities.parsed.lower[mention.start : mention.end]
    if (
        mention.type is not ActorType.ORGANIZATION
        or len(words) != 2
        or words[0] not in ("the", "this")
    ):
        return None
    if _is_introduced(entities, mention, words[1]):
        return None
    fits = [
        entity
        for entity in entities.all
        if _is_called(entities, entity, words[1], mention.start)
    ]
    if not fits and words[1] in ANY_ORGANISATION:
        fits = [
            entity for entity in entities.all if _is_near(entities, entity, mention)
        ]
    return _only(entities, mention, fits, f"“{' '.join(words)}”", "organisations")


def _only(
    entities: Entities,
    mention: TokenMention,
    fits: list[Entity],
    description: str,
    kind: str,
) -> Entity | None:
    """The one that a description fits; where it fits several, none, and the doubt is noted."""
    if len(fits) > 1:
        entities.doubts.append(
            (mention, f"{description} fits {len(fits)} {kind} of the text")
        )
    return fits[0] if len(fits) == 1 else None


def _is_introduced(entities: Entities, mention: TokenMention, noun: str) -> bool:
    """Whether the text has spoken of "a new bank" before, which is then the one that "the bank" may mean."""
    parsed = entities.parsed
    return any(
        parsed.lower[one.root] == noun
        and parsed.lower[one.start] in ("a", "an", "another")
        for one in parsed.mentions
        if one.kind is MentionKind.NOMINAL and one.start < mention.start
    )


def _is_called(entities: Entities, entity: Entity, noun: str, before: int) -> bool:
    if entity.type is not ActorType.ORGANIZATION or not any(
        mention.start < before for mention in entity.mentions
    ):
        return False
    named = {
        entities.parsed.lower[mention.end - 1]
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME
    }
    return noun in named or any(word.split()[-1] == noun for word, _ in entity.roles)


def _is_near(entities: Entities, entity: Entity, mention: TokenMention) -> bool:
    """Whether an organisation is named within the sentences that a pronoun may reach back."""
    parsed = entities.parsed
    last = parsed.sentence_of[mention.start]
    return entity.type is ActorType.ORGANIZATION and any(
        one.start < mention.start
        and last - parsed.sentence_of[one.start] <= PRONOUN_REACH
        for one in entity.mentions
    )


def _where(entities: Entities, mention: TokenMention, phrase: RolePhrase | None) -> str:
    """Where a happening is: “in Zubrowka” after “a summit” tells it from other summits."""
    if phrase is None or mention.type is not ActorType.EVENT:
        return ""
    places = [
        (owner, mark)
        for owner, mark in phrase.owners
        if owner.type is ActorType.PLACE
        and owner.start > mention.root
        and owner.kind is MentionKind.NAME
    ]
    return (
        f"{places[0][1]} {entities.parsed.text(places[0][0].start, places[0][0].end)}"
        if places
        else ""
    )


def _wording(entities: Entities, mention: TokenMention) -> str:
    """The words of a description without articles, and where it stands if it is "a man": each is another man."""
    indefinite = (
        entities.parsed.lower[mention.start] in ("a", "an", "another")
        and mention.type is ActorType.PERSON
    )
    return " ".join(_words(entities, mention)).lower() + (
        f"@{mention.start}" if indefinite else ""
    )


def _words(entities: Entities, mention: TokenMention) -> list[str]:
    parsed = entities.parsed
    return [
        parsed.doc[i].text
        for i in range(mention.start, mention.end)
        if parsed.tags[i] not in ("DT", "PRP$")
    ]


def _has_role(entity: Entity, phrase: RolePhrase) -> bool:
    held = {word for word, status in entity.roles if status is phrase.status}
    owners = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    if phrase.word in held or any(word.endswith(" " + phrase.word) for word in held):
        return not owners or not entity.owners or bool(owners & entity.owners)
    return bool(owners & entity.owners) and _leads(entity, phrase)


def _leads(entity: Entity, phrase: RolePhrase) -> bool:
    """Whether the phrase says "leader", and somebody has an office that leads, whatever it is called."""
    return LEADING in (
        sense.relation for sense in phrase.senses
    ) and not OFFICES.isdisjoint(
        relation for relation, status in entity.offices if status is phrase.status
    )


def _holds_name(entities: Entities, mention: TokenMention) -> bool:
    """Whether a description tells its actor from others by a name in it."""
    parsed = entities.parsed
    inside = [parsed.covering(i) for i in range(mention.start, mention.root)]
    return any(
        other is not None
        and other is not mention
        and other.kind is MentionKind.NAME
        and other.type is not ActorType.TIME
        for other in inside
    )
