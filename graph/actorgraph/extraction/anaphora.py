"""Descriptions: "the chancellor", "the party".

One is resolved by the roles that were read and by what is named before.  Where two actors fit, none is taken, and the
doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.cast import Cast, Draft
from actorgraph.extraction.coreference import gender_of
from actorgraph.extraction.lexicon import LEADING
from actorgraph.extraction.page import Chunk
from actorgraph.extraction.pronouns import PRONOUN_REACH
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorType, MentionKind

#: The offices whose holders may be meant by "the German leader".
OFFICES = frozenset({"headOfStateOf", "headOfGovernmentOf", "chiefExecutiveOf"})

#: Nouns that any organisation may be called by.
ANY_ORGANISATION = frozenset({"company", "firm", "organization", "organisation"})


def link_described(cast: Cast, roles: list[RolePhrase]) -> None:
    """Resolve descriptions by role; what stays unresolved and says enough becomes an actor of its own."""
    for phrase in roles:
        for bearer, _ in phrase.bearers:
            draft = cast.of(bearer)
            if draft is not None:
                draft.roles.add((phrase.word, phrase.status))
                draft.offices.update((sense.relation, phrase.status) for sense in phrase.senses)
                draft.owners.update(owner.actor for owner, _ in phrase.owners)
                draft.genders = draft.genders or gender_of(phrase.word)
    _name_regions(cast, roles)
    by_nominal = {id(phrase.nominal): phrase for phrase in roles if phrase.nominal is not None}
    groups: dict[tuple[str, str], Draft] = {}
    for chunk in cast.page.in_order():
        if chunk.kind is MentionKind.NOMINAL:
            _link_description(cast, chunk, by_nominal.get(id(chunk)), groups)


def _name_regions(cast: Cast, roles: list[RolePhrase]) -> None:
    """A place that is always called "the Alderfen region" is that region, not the city of Alderfen."""
    called: dict[int, list[str]] = defaultdict(list)
    for phrase in roles:
        for bearer, how in phrase.bearers:
            if how == "name" and bearer.type is ActorType.PLACE and bearer.actor >= 0:
                called[bearer.actor].append(phrase.word)
    for actor, words in called.items():
        draft = cast.drafts[actor]
        if draft.label is None and len(words) == len(draft.chunks) and len(set(words)) == 1:
            first = draft.chunks[0]
            name = cast.page.text(first.start, first.end)
            if not name.lower().endswith(words[0]):
                draft.label, draft.subtype = f"{name} {words[0]}", None


def _link_description(
    cast: Cast, chunk: Chunk, phrase: RolePhrase | None, groups: dict[tuple[str, str], Draft]
) -> None:
    known = (_capital(cast, chunk, phrase) or _bearer_of_role(cast, chunk, phrase)) if phrase is not None else None
    known = known or _organisation(cast, chunk)
    if known is not None:
        cast.join(chunk, known)
        return
    place = _where(cast, chunk, phrase)
    if not place and not _holds_name(cast, chunk):
        return
    key = (chunk.type.value, " ".join([_wording(cast, chunk), place]))
    if key in groups:
        cast.join(chunk, groups[key])
    else:
        label = " ".join([*_words(cast, chunk), place]) if place else None
        groups[key] = cast.new(chunk, f"described {key[1]} {chunk.start}", label=label)


def _capital(cast: Cast, chunk: Chunk, phrase: RolePhrase) -> Draft | None:
    """The city of the text that "the Bordurian capital" means, by the gazetteer."""
    if chunk.type is not ActorType.PLACE or not phrase.word.startswith("capital"):
        return None
    owners = [cast.of(owner) for owner, _ in phrase.owners]
    codes = {owner.key for owner in owners if owner is not None and owner.type is ActorType.PLACE}
    fits = [draft for draft in cast.drafts if draft.type is ActorType.PLACE and _capital_code(cast, draft) in codes]
    return fits[0] if len(fits) == 1 else None


def _capital_code(cast: Cast, draft: Draft) -> str | None:
    names = (cast.page.text(mention.start, mention.end) for mention in draft.chunks)
    return next((code for name in names if (code := cast.gazetteer.capitals.get(name))), None)


def _bearer_of_role(cast: Cast, chunk: Chunk, phrase: RolePhrase) -> Draft | None:
    """The one person of the text who is known to have the role; a doubt is noted where several do."""
    if phrase.plural or phrase.determiner not in ("the", ""):
        return None
    fits = [
        draft for draft in cast.drafts if draft.type is ActorType.PERSON and draft.chunks and _has_role(draft, phrase)
    ]
    return _only(cast, chunk, fits, f"“{cast.page.text(chunk.start, chunk.end)}”", "people")


def _organisation(cast: Cast, chunk: Chunk) -> Draft | None:
    """The one organisation named before that "the party" or "the company" means: called so, or else the only one."""
    words = cast.page.lower[chunk.start : chunk.end]
    if chunk.type is not ActorType.ORGANIZATION or len(words) != 2 or words[0] not in ("the", "this"):
        return None
    if _is_introduced(cast, chunk, words[1]):
        return None
    fits = [draft for draft in cast.drafts if _is_called(cast, draft, words[1], chunk.start)]
    if not fits and words[1] in ANY_ORGANISATION:
        fits = [draft for draft in cast.drafts if _is_near(cast, draft, chunk)]
    return _only(cast, chunk, fits, f"“{' '.join(words)}”", "organisations")


def _only(cast: Cast, chunk: Chunk, fits: list[Draft], description: str, kind: str) -> Draft | None:
    """The one that a description fits; where it fits several, none, and the doubt is noted."""
    if len(fits) > 1:
        cast.doubts.append((chunk, f"{description} fits {len(fits)} {kind} of the text"))
    return fits[0] if len(fits) == 1 else None


def _is_introduced(cast: Cast, chunk: Chunk, noun: str) -> bool:
    """Whether the text has spoken of "a new bank" before, which is then the one that "the bank" may mean."""
    page = cast.page
    return any(
        page.lower[one.root] == noun and page.lower[one.start] in ("a", "an", "another")
        for one in page.chunks
        if one.kind is MentionKind.NOMINAL and one.start < chunk.start
    )


def _is_called(cast: Cast, draft: Draft, noun: str, before: int) -> bool:
    if draft.type is not ActorType.ORGANIZATION or not any(chunk.start < before for chunk in draft.chunks):
        return False
    named = {cast.page.lower[chunk.end - 1] for chunk in draft.chunks if chunk.kind is MentionKind.NAME}
    return noun in named or any(word.split()[-1] == noun for word, _ in draft.roles)


def _is_near(cast: Cast, draft: Draft, chunk: Chunk) -> bool:
    """Whether an organisation is named within the sentences that a pronoun may reach back."""
    page = cast.page
    last = page.sentence_of[chunk.start]
    return draft.type is ActorType.ORGANIZATION and any(
        one.start < chunk.start and last - page.sentence_of[one.start] <= PRONOUN_REACH for one in draft.chunks
    )


def _where(cast: Cast, chunk: Chunk, phrase: RolePhrase | None) -> str:
    """Where a happening is: “in Zubrowka” after “a summit” tells it from other summits."""
    if phrase is None or chunk.type is not ActorType.EVENT:
        return ""
    places = [
        (owner, mark)
        for owner, mark in phrase.owners
        if owner.type is ActorType.PLACE and owner.start > chunk.root and owner.kind is MentionKind.NAME
    ]
    return f"{places[0][1]} {cast.page.text(places[0][0].start, places[0][0].end)}" if places else ""


def _wording(cast: Cast, chunk: Chunk) -> str:
    """The words of a description without articles, and where it stands if it is "a man": each is another man."""
    indefinite = cast.page.lower[chunk.start] in ("a", "an", "another") and chunk.type is ActorType.PERSON
    return " ".join(_words(cast, chunk)).lower() + (f"@{chunk.start}" if indefinite else "")


def _words(cast: Cast, chunk: Chunk) -> list[str]:
    page = cast.page
    return [page.doc[i].text for i in range(chunk.start, chunk.end) if page.tags[i] not in ("DT", "PRP$")]


def _has_role(draft: Draft, phrase: RolePhrase) -> bool:
    held = {word for word, status in draft.roles if status is phrase.status}
    owners = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    if phrase.word in held or any(word.endswith(" " + phrase.word) for word in held):
        return not owners or not draft.owners or bool(owners & draft.owners)
    return bool(owners & draft.owners) and _leads(draft, phrase)


def _leads(draft: Draft, phrase: RolePhrase) -> bool:
    """Whether the phrase says "leader", and somebody has an office that leads, whatever it is called."""
    return LEADING in (sense.relation for sense in phrase.senses) and not OFFICES.isdisjoint(
        relation for relation, status in draft.offices if status is phrase.status
    )


def _holds_name(cast: Cast, chunk: Chunk) -> bool:
    """Whether a description tells its actor from others by a name in it."""
    page = cast.page
    inside = [page.covering(i) for i in range(chunk.start, chunk.root)]
    return any(
        other is not None and other is not chunk and other.kind is MentionKind.NAME and other.type is not ActorType.TIME
        for other in inside
    )
