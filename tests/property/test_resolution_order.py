from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies._internal.random import ArtificialRandom

from actorgraph.kinds import PAIR_VERDICTS
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    Judgement,
    Mention,
    MentionKind,
    Reading,
    Verdict,
)
from actorgraph.resolution import resolve
from actorgraph.resolution.clusters import Clusters
from actorgraph.resolution.comparison import compare
from actorgraph.resolution.gathering import gather
from actorgraph.resolution.name_forms import normal_name
from actorgraph.resolution.outlines import Outline
from actorgraph.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = Vocabulary(relations={}, classes={})
NAMES = (
    "Ann Lee",
    "Lee",
    "A. Lee",
    "Ann B. Lee",
    "Ann C. Lee",
    "Ann Lee Jr.",
    "Harbour Works",
    "HW",
    "Foreign Ministry",
)

#: Territory → its Wikidata item.
TERRITORIES = {"Ohio": "Q1397", "Oregon": "Q824", "United Kingdom": "Q145"}

actors = st.builds(
    Actor,
    id=st.just(ActorId("")),
    type=st.sampled_from([ActorType.PERSON, ActorType.ORGANIZATION, ActorType.PLACE]),
    name=st.sampled_from(NAMES),
    aliases=st.lists(st.sampled_from(NAMES), max_size=1).map(tuple),
    wikidata=st.sampled_from([None, None, None, "Q1", "Q2"]),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    readings = []
    for number in range(draw(st.integers(0, 4))):
        document = DocumentId(f"d{number}")
        local = [
            Actor(
                ActorId(f"a{place}"),
                found.type,
                found.name,
                aliases=found.aliases,
                mentions=(Mention(document, place, place + 1, MentionKind.NAME, "x"),),
                wikidata=found.wikidata,
            )
            for place, found in enumerate(draw(st.lists(actors, max_size=4)))
        ]
        readings.append(Reading(Document(document, document, "text"), tuple(local)))
    return readings


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter(
    readings: list[Reading], dice: ArtificialRandom
) -> None:
    shuffled = list(readings)
    dice.shuffle(shuffled)
    assert resolve(readings, (), VOCABULARY) == resolve(shuffled, (), VOCABULARY)


@st.composite
def stories_of_one_town(draw: st.DrawFn) -> list[Reading]:
    """Documents that name one town, each in territories or in none, and other actors."""
    readings = []
    for number in range(draw(st.integers(1, 5))):
        document = DocumentId(f"d{number}")
        within = draw(st.lists(st.sampled_from(sorted(TERRITORIES)), max_size=2))
        beside = draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))
        paper = Document(document, document, "Alderfen")
        local = [_named(document, 0, "Alderfen", None)]
        local += [
            _named(document, n, name, item)
            for n, (name, item) in enumerate(
                ((name, TERRITORIES[name]) for name in within), start=1
            )
        ]
        local += [_named(document, 9 + n, name, None) for n, name in enumerate(beside)]
        claims = tuple(
            Claim(
                ClaimId(f"{document}-{n}"),
                local[0].id,
                "locatedIn",
                local[n].id,
                (Evidence.of(paper, 0, 8),),
            )
            for n in range(1, len(within) + 1)
        )
        readings.append(Reading(paper, tuple(local), claims))
    return readings


def _named(document: DocumentId, number: int, name: str, item: str | None) -> Actor:
    mention = Mention(document, number, number + 1, MentionKind.NAME, "x")
    type_ = ActorType.PLACE
    return Actor(ActorId(f"a{number}"), type_, name, mentions=(mention,), wikidata=item)


@given(stories_of_one_town(), st.randoms(use_true_random=False))
def test_homonyms_do_not_depend_on_the_order_of_the_documents(
    readings: list[Reading], dice: ArtificialRandom
) -> None:
    vocabulary = load_vocabulary()
    shuffled = list(readings)
    dice.shuffle(shuffled)
    corpus = resolve(readings, (), vocabulary)
    assert corpus == resolve(shuffled, (), vocabulary)


@given(corpora())
def test_every_mention_is_kept_once_and_ids_are_unique(readings: list[Reading]) -> None:
    corpus = resolve(readings, (), VOCABULARY)
    given_mentions = sorted(
        mention
        for reading in readings
        for actor in reading.actors
        for mention in actor.mentions
    )
    assert (
        sorted(mention for actor in corpus.actors for mention in actor.mentions)
        == given_mentions
    )
    assert len({actor.id for actor in corpus.actors}) == len(corpus.actors)


@given(corpora())
def test_comparing_is_symmetric(readings: list[Reading]) -> None:
    outlines = [Outline.of(reading, VOCABULARY) for reading in readings]
    profiles = gather(outlines).profiles
    for left in profiles:
        for right in profiles:
            assert compare(left, right, VOCABULARY) == compare(right, left, VOCABULARY)


@given(corpora(), st.data())
def test_actors_that_were_judged_different_are_never_one(
    readings: list[Reading], data: st.DataObject
) -> None:
    before = [actor.id for actor in resolve(readings, (), VOCABULARY).actors]
    pairs = st.tuples(
        st.sampled_from(before),
        st.sampled_from(before),
        st.sampled_from(sorted(PAIR_VERDICTS)),
    )
    drawn = data.draw(st.lists(pairs, max_size=5)) if before else []
    judgements = [
        Judgement(left, right, verdict, at=str(number))
        for number, (left, right, verdict) in enumerate(drawn)
        if left != right
    ]
    final = {
        frozenset((found.left, found.right)): found.verdict for found in judgements
    }
    corpus = resolve(readings, judgements, VOCABULARY)
    after = {mention: actor.id for actor in corpus.actors for mention in actor.mentions}
    where = {
        actor.id: after[actor.mentions[0]]
        for actor in resolve(readings, (), VOCABULARY).actors
    }
    for pair, verdict in final.items():
        left, right = pair
        if verdict is Verdict.DIFFERENT:
            assert where[left] != where[right]


@given(st.text(max_size=30), st.sampled_from(ActorType))
def test_a_normal_name_is_never_empty_unless_the_name_is(
    name: str, type_: ActorType
) -> None:
    assert bool(normal_name(type_, name)) == bool(name.strip())


@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 7), st.integers(0, 7)), max_size=30
    )
)
def test_a_barrier_once_set_is_never_crossed(
    steps: list[tuple[bool, int, int]],
) -> None:
    ids = [ActorId(str(number)) for number in range(8)]
    clusters, apart = Clusters(ids), []
    for is_barrier, left, right in steps:
        if is_barrier and clusters.find(ids[left]) != clusters.find(ids[right]):
            clusters.keep_apart(ids[left], ids[right])
            apart.append((ids[left], ids[right]))
        elif not is_barrier:
            clusters.join(ids[left], ids[right])
    assert all(clusters.find(left) != clusters.find(right) for left, right in apart)
