"""Which mentions of a document mean the same actor.

Names first: spelling, surnames, acronyms, territories.  Then descriptions ("the chancellor") by the roles that were
read, then pronouns by gender, recency and grammatical role.  Where two actors fit, none is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from actorgraph.extraction.gazetteer import Gazetteer
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.roles import RolePhrase
from actorgraph.model import ActorType, MentionKind

#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 2

FEMININE = frozenset({"she", "her", "hers", "herself"})
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMALE_WORDS = frozenset("mrs mrs. ms ms. miss madame frau lady queen princess spokeswoman chairwoman wife mother daughter sister congresswoman actress businesswoman widow".split())
MALE_WORDS = frozenset("mr mr. herr sir king prince spokesman chairman husband father son brother congressman businessman actor pope widower".split())

#: Small words that acronyms leave out.
SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "de", "la", "des", "du", "und", "für"})


@dataclass(slots=True, eq=False)
class Draft:
    """An actor while it is being read.

    Attributes:
        key: What the name normalises to.
        genders: Genders that its names and titles allow; empty when nothing is known.
    """

    type: ActorType
    key: str
    subtype: str | None = None
    wikidata: str | None = None
    label: str | None = None
    chunks: list[Chunk] = field(default_factory=list)
    genders: frozenset[str] = frozenset()
    roles: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)


class Cast:
    """The actors of a document."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self.page, self.gazetteer = page, gazetteer
        self.drafts: list[Draft] = []
        self.doubts: list[tuple[Chunk, str]] = []

    def new(self, chunk: Chunk, key: str, **known: str | None) -> Draft:
        """Add an actor with its first mention."""
        draft = Draft(chunk.type, key, subtype=chunk.subtype, **known)
        self.drafts.append(draft)
        return self.join(chunk, draft)

    def join(self, chunk: Chunk, draft: Draft) -> Draft:
        """Say that a chunk refers to an actor."""
        chunk.actor = self.drafts.index(draft)
        draft.chunks.append(chunk)
        draft.subtype = draft.subtype or (chunk.subtype if chunk.type is draft.type else None)
        return draft

    def of(self, chunk: Chunk) -> Draft | None:
        """The actor that a chunk refers to, if that is known."""
        return self.drafts[chunk.actor] if chunk.actor >= 0 else None


def link_names(page: Page, gazetteer: Gazetteer) -> Cast:
    """Make actors of the names of a page."""
    cast = Cast(page, gazetteer)
    names = [chunk for chunk in page.in_order() if chunk.kind is MentionKind.NAME]
    by_key: dict[tuple[str, str], Draft] = {}
    for chunk in sorted(names, key=lambda chunk: (chunk.type is ActorType.PERSON and -(chunk.end - chunk.start), chunk.start)):
        territory = _territory(page, gazetteer, chunk)
        if territory is not None:
            key = ("territory", territory.code)
        elif chunk.type is ActorType.TIME:
            key = ("Time", page.text(chunk.start, chunk.end).lower())
        else:
            key = (_family(chunk.type), normal_form(page.text(chunk.start, chunk.end)))
        draft = by_key.get(key) or _shorter_name(page, by_key, chunk, key[1])
        if draft is not None:
            cast.join(chunk, draft)
        elif territory is not None:
            draft = cast.new(chunk, territory.code, wikidata=territory.wikidata, label=territory.name)
            draft.type, draft.subtype = ActorType.PLACE, territory.subtype
        else:
            draft = cast.new(chunk, key[1])
        by_key.setdefault(key, draft)
    _join_acronyms(cast, by_key)
    for draft in cast.drafts:
        draft.genders = _genders(page, gazetteer, draft)
    return cast


def normal_form(name: str) -> str:
    """Lower case, without accents, punctuation, articles and possessive endings."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    plain = re.sub(r"['’]s$", "", plain.lower())
    return re.sub(r"[^a-z0-9 ]+", " ", plain.removeprefix("the ")).strip() or plain or name.lower()


def _territory(page: Page, gazetteer: Gazetteer, chunk: Chunk) -> object | None:
    text = page.text(chunk.start, chunk.end)
    if chunk.type is ActorType.PLACE:
        return gazetteer.territory(text)
    if chunk.demonym and not gazetteer.is_people(text):
        return gazetteer.demonym(text)
    return None


def _family(type_: ActorType) -> str:
    return "Thing" if type_ in (ActorType.OTHER, ActorType.WORK) else type_.value


def _shorter_name(page: Page, by_key: dict[tuple[str, str], Draft], chunk: Chunk, key: str) -> Draft | None:
    """The one longer name that a short one abbreviates: a surname or given name, or the start of an organisation's name."""
    words = key.split()
    if chunk.type is ActorType.PERSON and len(words) <= 2:
        fits = [draft for (kind, name), draft in by_key.items() if kind == "Person" and _abbreviates(words, name.split())]
    elif chunk.type is ActorType.ORGANIZATION and words:
        fits = [d for (kind, name), d in by_key.items() if kind == "Organization" and len(name.split()) > len(words) and name.split()[: len(words)] == words and len(words[0]) > 3]
    else:
        return None
    unique = list(dict.fromkeys(fits))
    return unique[0] if len(unique) == 1 else None


def _abbreviates(short: list[str], long: list[str]) -> bool:
    if len(short) >= len(long):
        return False
    return long[-len(short) :] == short or (len(short) == 1 and long[0] == short[0]) or (len(short) == 2 and short[0] == long[0] and short[1] == long[-1])


def _join_acronyms(cast: Cast, by_key: dict[tuple[str, str], Draft]) -> None:
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
    for chunk in draft.chunks:  # "Center for European Policy Analysis (CEPA)"
        if page.lower[chunk.start - 1 : chunk.start] == ["("]:
            before = page.covering(chunk.start - 2)
            if before is not None and before.type is ActorType.ORGANIZATION and before.actor != chunk.actor:
                return cast.of(before)
    fits = [d for d in cast.drafts if d.type is ActorType.ORGANIZATION and d.chunks and acronym in _initials(page.text(d.chunks[0].start, d.chunks[0].end))]
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


# descriptions ---------------------------------------------------------------------------------------------------


def link_described(cast: Cast, roles: list[RolePhrase]) -> None:
    """Resolve descriptions by role; what stays unresolved and says enough becomes an actor of its own."""
    for phrase in roles:
        for bearer, _ in phrase.bearers:
            draft = cast.of(bearer)
            if draft is not None:
                draft.roles.add(phrase.word)
                draft.owners.update(owner.actor for owner, _ in phrase.owners)
                draft.genders = draft.genders or _gender_of_word(phrase.word)
    by_nominal = {id(phrase.nominal): phrase for phrase in roles if phrase.nominal is not None}
    groups: dict[tuple[str, str], Draft] = {}
    for chunk in cast.page.in_order():
        if chunk.kind is MentionKind.NOMINAL:
            _link_description(cast, chunk, by_nominal.get(id(chunk)), groups)


def _gender_of_word(word: str) -> frozenset[str]:
    return frozenset({"f"}) if word in FEMALE_WORDS else frozenset({"m"}) if word in MALE_WORDS else frozenset()


def _link_description(cast: Cast, chunk: Chunk, phrase: RolePhrase | None, groups: dict[tuple[str, str], Draft]) -> None:
    if phrase is not None and not phrase.plural and phrase.determiner in ("the", "") and phrase.determiner + str(phrase.owners):
        fits = [draft for draft in cast.drafts if draft.type is ActorType.PERSON and draft.chunks and _has_role(cast, draft, phrase)]
        if len(fits) == 1:
            cast.join(chunk, fits[0])
            return
        if len(fits) > 1:
            cast.doubts.append((chunk, f"“{cast.page.text(chunk.start, chunk.end)}” fits {len(fits)} people of the text"))
    if not _says_enough(cast, chunk):
        return
    words = [w for w, t in zip(cast.page.lower[chunk.start : chunk.end], cast.page.tags[chunk.start : chunk.end], strict=True) if t not in ("DT", "PRP$")]
    indefinite = cast.page.lower[chunk.start] in ("a", "an", "another") and chunk.type is ActorType.PERSON
    key = (chunk.type.value, " ".join(words) + (f"@{chunk.start}" if indefinite else ""))
    if key in groups:
        cast.join(chunk, groups[key])
    else:
        groups[key] = cast.new(chunk, f"described {key[1]} {chunk.start}")


def _has_role(cast: Cast, draft: Draft, phrase: RolePhrase) -> bool:
    if phrase.word not in draft.roles and not any(role.endswith(" " + phrase.word) for role in draft.roles):
        return False
    owners = {owner.actor for owner, _ in phrase.owners if owner.actor >= 0}
    return not owners or not draft.owners or bool(owners & draft.owners)


def _says_enough(cast: Cast, chunk: Chunk) -> bool:
    """Whether a description tells its actor from others: it holds a name, or says of what kind."""
    page = cast.page
    inside = [page.covering(i) for i in range(chunk.start, chunk.root)]
    return any(other is not None and other is not chunk and other.kind is MentionKind.NAME and other.type is not ActorType.TIME for other in inside)


# pronouns -------------------------------------------------------------------------------------------------------


def link_pronouns(cast: Cast) -> None:
    """Resolve "he" and "she", and "it" and "they" where only one actor of the sentence fits."""
    page = cast.page
    sentence_of = _sentence_numbers(page)
    seen: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in page.in_order():
        number = sentence_of[chunk.root]
        if chunk.kind is MentionKind.PRONOUN:
            word = page.lower[chunk.root]
            draft = _person(cast, chunk, seen, number, word) if chunk.type is ActorType.PERSON else _thing(cast, chunk, seen, number, word)
            if draft is not None:
                cast.join(chunk, draft)
        if chunk.actor >= 0:
            seen[number].append(chunk)


def _sentence_numbers(page: Page) -> list[int]:
    numbers = [0] * len(page.doc)
    for number, sentence in enumerate(page.sentences()):
        numbers[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return numbers


def _person(cast: Cast, pronoun: Chunk, seen: dict[int, list[Chunk]], number: int, word: str) -> Draft | None:
    gender = "f" if word in FEMININE else "m"
    for back in range(PRONOUN_REACH + 1):
        fits = []
        for chunk in seen.get(number - back, ()):
            draft = cast.of(chunk)
            if draft is not None and draft.type is ActorType.PERSON and (not draft.genders or gender in draft.genders) and not _same_clause(cast.page, pronoun, chunk):
                fits.append(chunk)
        choice = _most_salient(cast, fits)
        if choice is not None:
            draft = cast.drafts[choice]
            draft.genders = draft.genders if len(draft.genders) == 1 else frozenset({gender})
            return draft
        if len({chunk.actor for chunk in fits}) > 1:
            cast.doubts.append((pronoun, f"“{word}” fits {len({chunk.actor for chunk in fits})} people of the sentence"))
            return None
    return None


def _same_clause(page: Page, pronoun: Chunk, chunk: Chunk) -> bool:
    """Whether "him" would be the subject of its own verb."""
    token, other = page.doc[pronoun.root], page.doc[chunk.root]
    return token.dep_ in ("dobj", "dative", "pobj") and other.dep_ in ("nsubj", "nsubjpass") and token.head == other.head


def _most_salient(cast: Cast, fits: list[Chunk]) -> int | None:
    actors = list(dict.fromkeys(chunk.actor for chunk in fits))
    if len(actors) <= 1:
        return actors[0] if actors else None
    subjects = list(dict.fromkeys(chunk.actor for chunk in fits if cast.page.doc[chunk.root].dep_ in ("nsubj", "nsubjpass")))
    return subjects[-1] if len(subjects) == 1 or len(subjects) > 1 and len(set(subjects)) == 1 else None


def _thing(cast: Cast, pronoun: Chunk, seen: dict[int, list[Chunk]], number: int, word: str) -> Draft | None:
    if word not in ("its", "their"):
        return None
    kinds = (ActorType.ORGANIZATION, ActorType.PLACE) if word == "its" else (ActorType.GROUP, ActorType.ORGANIZATION)
    fits = {chunk.actor for chunk in seen.get(number, ()) if cast.drafts[chunk.actor].type in kinds and cast.page.doc[chunk.root].dep_ in ("nsubj", "nsubjpass")}
    return cast.drafts[fits.pop()] if len(fits) == 1 else None
