"""Which mentions of a document mean the same actor.

Here names: spelling, surnames, acronyms, territories.  A short name joins the one longer name that it abbreviates;
where two fit, it joins none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from actorgraph.extraction.cast import Cast, Draft
from actorgraph.extraction.gazetteer import Gazetteer, Territory
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import ActorType, MentionKind

FEMALE_WORDS = frozenset(
    "mrs mrs. ms ms. miss madame frau lady queen princess spokeswoman chairwoman wife mother daughter sister "
    "congresswoman actress businesswoman widow".split()
)
MALE_WORDS = frozenset(
    "mr mr. herr sir king prince spokesman chairman husband father son brother congressman businessman actor pope "
    "widower".split()
)

#: Types of names of which the longest are taken first, so that shorter ones can join them.
LONGEST_FIRST = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

PARTY = "PoliticalParty"

#: Small words that acronyms leave out.
SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "de", "la", "des", "du", "und", "für"})


def link_names(page: Page, gazetteer: Gazetteer) -> Cast:
    """Make actors of the names of a page."""
    cast = Cast(page, gazetteer)
    names = [chunk for chunk in page.in_order() if chunk.kind is MentionKind.NAME]
    by_key: dict[tuple[str, str], Draft] = {}
    for chunk in sorted(
        names, key=lambda chunk: (chunk.type in LONGEST_FIRST and -(chunk.end - chunk.start), chunk.start)
    ):
        territory = _territory(page, gazetteer, chunk)
        if territory is not None:
            key = ("territory", territory.code)
        elif chunk.type is ActorType.TIME:
            key = ("Time", page.text(chunk.start, chunk.end).lower())
        else:
            key = (_family(chunk.type), normal_form(page.text(chunk.start, chunk.end)))
        draft = by_key.get(key) or _shorter_name(by_key, chunk, key[1])
        if draft is not None:
            cast.join(chunk, draft)
        elif territory is not None:
            draft = cast.new(chunk, territory.code, wikidata=territory.wikidata, label=territory.name)
            draft.type, draft.subtype = ActorType.PLACE, territory.subtype
        else:
            draft = cast.new(chunk, key[1])
        if draft.key == key[1] or len(key[1].split()) > 1 or chunk.type is not ActorType.PERSON:
            by_key.setdefault(key, draft)  # a bare surname is looked up anew each time: who it means can change
    _join_acronyms(cast)
    for draft in cast.drafts:
        draft.genders = _genders(page, gazetteer, draft)
    return cast


def normal_form(name: str) -> str:
    """Lower case, without accents, punctuation, articles and possessive endings."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    plain = re.sub(r"['’]s$", "", plain.lower())
    return re.sub(r"[^a-z0-9 ]+", " ", plain.removeprefix("the ")).strip() or plain or name.lower()


def _territory(page: Page, gazetteer: Gazetteer, chunk: Chunk) -> Territory | None:
    text = page.text(chunk.start, chunk.end)
    if chunk.type is ActorType.PLACE:
        return gazetteer.territory(text)
    if chunk.demonym and not gazetteer.is_people(text):
        return gazetteer.demonym(text)
    return None


def _family(type_: ActorType) -> str:
    return "Thing" if type_ in (ActorType.OTHER, ActorType.WORK) else type_.value


def _shorter_name(by_key: dict[tuple[str, str], Draft], chunk: Chunk, key: str) -> Draft | None:
    """The one longer name that a short one abbreviates: a surname, a given name, the start of a company's name.

    A party's name abbreviates no body that is not one: a "Democratic" adviser need not be one of its committee.
    """
    words = key.split()
    if chunk.type is ActorType.PERSON and len(words) <= 2:
        fits = [
            draft for (kind, name), draft in by_key.items() if kind == "Person" and _abbreviates(words, name.split())
        ]
    elif chunk.type is ActorType.ORGANIZATION and words:
        fits = [
            d
            for (kind, name), d in by_key.items()
            if kind == "Organization"
            and len(name.split()) > len(words)
            and name.split()[: len(words)] == words
            and len(words[0]) > 3
            and (chunk.subtype != PARTY or d.subtype == PARTY)
        ]
    else:
        return None
    unique = list(dict.fromkeys(fits))
    if len(unique) > 1:  # who was introduced before counts; who comes later was not meant yet
        unique = [draft for draft in unique if min(c.start for c in draft.chunks) < chunk.start]
    return unique[0] if len(unique) == 1 else None


def _abbreviates(short: list[str], long: list[str]) -> bool:
    if len(short) >= len(long):
        return False
    return (
        long[-len(short) :] == short
        or (len(short) == 1 and long[0] == short[0])
        or (len(short) == 2 and short[0] == long[0] and short[1] == long[-1])
    )


def _join_acronyms(cast: Cast) -> None:
    page = cast.page
    for draft in list(cast.drafts):
        text = page.text(draft.chunks[0].start, draft.chunks[0].end)
        if draft.type is not ActorType.ORGANIZATION or not (2 <= len(text) <= 8 and text.isupper() and " " not in text):
            continue
        spelled = _spelled_out(cast, draft, text)
        if spelled is not None and spelled is not draft:
            for chunk in draft.chunks:
                chunk.actor = -1
                cast.join(chunk, spelled)
            draft.chunks = []


def _spelled_out(cast: Cast, draft: Draft, acronym: str) -> Draft | None:
    page = cast.page
    for chunk in draft.chunks:  # "Norland Institute of Trade (NIT)"
        if page.lower[chunk.start - 1 : chunk.start] == ["("]:
            before = page.covering(chunk.start - 2)
            if before is not None and before.type is ActorType.ORGANIZATION and before.actor != chunk.actor:
                return cast.of(before)
    fits = [
        d
        for d in cast.drafts
        if d.type is ActorType.ORGANIZATION
        and d.chunks
        and acronym in _initials(page.text(d.chunks[0].start, d.chunks[0].end))
    ]
    return fits[0] if len(fits) == 1 else None


def _initials(name: str) -> set[str]:
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w.lower() not in SMALL_WORDS).upper()}


def _genders(page: Page, gazetteer: Gazetteer, draft: Draft) -> frozenset[str]:
    if draft.type is not ActorType.PERSON:
        return frozenset()
    found: Counter[str] = Counter()
    for chunk in draft.chunks:
        before = set(page.lower[max(0, chunk.start - 2) : chunk.start])
        found["f"] += bool(before & FEMALE_WORDS)
        found["m"] += bool(before & MALE_WORDS)
    if found["f"] or found["m"]:
        return frozenset({"f"} if found["f"] > found["m"] else {"m"})
    longest = max(draft.chunks, key=lambda chunk: chunk.end - chunk.start)
    return gazetteer.genders(page.doc[longest.start].text)


def gender_of(word: str) -> frozenset[str]:
    """Gender that a word such as "spokeswoman" or "king" tells; empty for most words."""
    return frozenset({"f"}) if word in FEMALE_WORDS else frozenset({"m"}) if word in MALE_WORDS else frozenset()
