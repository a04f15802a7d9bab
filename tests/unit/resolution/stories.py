"""Documents for resolution: each tells of one actor, what it is to whom, and who is beside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Mention,
    MentionKind,
    Reading,
)
from actorgraph.resolution import resolve
from actorgraph.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
#: Name of a place → its class and its Wikidata item.
PLACES = {
    "Alderfen": (None, None),
    "Ohio": ("Region", "Q1397"),
    "Oregon": ("Region", "Q824"),
    "United States": ("Country", "Q30"),
    "England": ("Region", "Q21"),
    "United Kingdom": ("Country", "Q145"),
    "Norland": ("Country", None),
    "Westmark": ("Country", None),
}
#: Name of a body → its class.
BODIES = {
    "Coast Party": "PoliticalParty",
    "Harbour League": None,
    "Foreign Ministry": "GovernmentBody",
    "Delmore": None,
}


@dataclass(frozen=True)
class Story:
    """What a document says of an actor.

    Attributes:
        facts: Relation and name of the object.
        beside: Who else is named.
        after: What follows the name.
        method: How the facts are read.
    """

    name: str
    facts: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()
    date: str | None = None
    after: str = ""
    method: str = ""


def told(name: str, *facts: tuple[str, str], **more: str) -> Story:
    beside = tuple(filter(None, more.pop("beside", "").split(", ")))
    return Story(name, facts, beside, **more)


def reading(document: str, story: Story) -> Reading:
    objects = [name for _, name in story.facts]
    names = [story.name, *objects, *story.beside]
    text = " and ".join([story.name + story.after, *names[1:]])
    paper = Document(DocumentId(document), document, text, date=story.date)
    actors = tuple(actor(n, name, paper) for n, name in enumerate(names))
    claims = tuple(
        Claim(
            ClaimId(f"{document}-{n}"),
            actors[0].id,
            relation,
            ActorId(f"a{n}"),
            (Evidence.of(paper, 0, len(story.name)),),
            method=story.method,
        )
        for n, (relation, _) in enumerate(story.facts, start=1)
    )
    return Reading(paper, actors, claims)


def actor(number: int, name: str, paper: Document) -> Actor:
    type_, subtype, wikidata = kind(name)
    start = paper.text.index(name)
    mention = Mention(paper.id, start, start + len(name), MentionKind.NAME, name)
    id_ = ActorId(f"a{number}")
    return Actor(id_, type_, name, subtype, mentions=(mention,), wikidata=wikidata)


def kind(name: str) -> tuple[ActorType, str | None, str | None]:
    if name in PLACES:
        return ActorType.PLACE, *PLACES[name]
    if name in BODIES:
        return ActorType.ORGANIZATION, BODIES[name], None
    is_day = any(letter.isdigit() for letter in name)
    return (ActorType.TIME if is_day else ActorType.PERSON), None, None


def resolved(*stories: Story) -> Corpus:
    readings = [reading(f"d{n}", story) for n, story in enumerate(stories)]
    return resolve(readings, (), VOCABULARY)


def resolved_in_any_order(*stories: Story) -> set[Corpus]:
    """Return all that resolution makes of some documents, whichever comes first."""
    readings = [reading(f"d{n}", story) for n, story in enumerate(stories)]
    return {resolve(order, (), VOCABULARY) for order in permutations(readings)}


def bearers(corpus: Corpus, name: str) -> list[str]:
    """Return the documents of each actor whose name ends so: ``["d0 d2", "d1"]``."""
    groups = []
    for bearer in corpus.actors:
        if bearer.name.endswith(name):
            documents = sorted({mention.document for mention in bearer.mentions})
            groups.append(" ".join(documents))
    return sorted(groups)
