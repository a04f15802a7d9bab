"""The graph is that of its documents and of the decisions in force, however it came about."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.dataset.quads import corpus_lines
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Correction,
    Document,
    DocumentId,
    Evidence,
    JudgedPassage,
    Judgement,
    Reading,
    Verdict,
)
from actorgraph.resolution import (
    append_judgements,
    judgement_id,
    read_judgements,
    remaining,
    resolve,
)
from actorgraph.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
NAMES = ("Ann Lee", "Bo Dahl", "Cleo Hart", "Dag Moe")
RELATIONS = ("metWith", "warned", "leads")
NOBODY = ActorId("")


def reading(number: int) -> Reading:
    """A document in which everybody deals with the next."""
    document = Document(
        DocumentId(f"d{number}"), f"{number}.txt", "Ann Lee met Bo Dahl."
    )
    actors = tuple(
        Actor(ActorId(f"a{place}"), ActorType.PERSON, name)
        for place, name in enumerate(NAMES)
    )
    claims = tuple(
        Claim(
            ClaimId(f"{number}{place}"),
            actors[place].id,
            "metWith" if place % 2 else "warned",
            actors[place + 1].id,
            (Evidence.of(document, place, place + 5),),
        )
        for place in range(3)
    )
    return Reading(document, actors, claims)


READINGS = [reading(number) for number in range(3)]
PLAIN = resolve(READINGS, (), VOCABULARY)
IDS = [actor.id for actor in PLAIN.actors]
PLACES = [
    (claim, JudgedPassage(claim.id, p.document, p.start, p.end))
    for claim in PLAIN.claims
    for p in claim.evidence
]

moments = st.sampled_from(["", "1", "2", "3"])
actors = st.sampled_from(IDS)
about_pairs = st.builds(
    lambda ends, verdict, at: Judgement(ends[0], ends[1], verdict, at=at),
    st.lists(actors, min_size=2, max_size=2, unique=True),
    st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]),
    moments,
)
about_actors = st.builds(
    lambda actor, said, at: Judgement(actor, NOBODY, said[0], text=said[1], at=at),
    actors,
    st.sampled_from(
        [
            (Verdict.RENAMED, "Eva Lund"),
            (Verdict.RENAMED, "Ida Berg"),
            (Verdict.RETYPED, "Organization"),
            (Verdict.HIDDEN, ""),
            (Verdict.NOTED, "a note"),
            (Verdict.ALIGNED, "https://data.example/7"),
            (Verdict.ALIGNED, "http://www.wikidata.org/entity/Q77"),
        ]
    ),
    moments,
)
corrections = st.one_of(
    st.none(),
    st.builds(Correction, relation=st.sampled_from(RELATIONS)),
    st.builds(Correction, object=actors),
)
about_claims = st.builds(
    lambda place, correction, verdict, whole, at: Judgement(
        place[0].subject,
        place[0].object,
        Verdict.CORRECTED if correction else verdict,
        relation=place[0].relation,
        claim=None if whole and not correction else place[1],
        correction=correction,
        at=at,
    ),
    st.sampled_from(PLACES),
    corrections,
    st.sampled_from([Verdict.REJECTED, Verdict.CONFIRMED]),
    st.booleans(),
    moments,
)
decisions = st.lists(st.one_of(about_pairs, about_actors, about_claims), max_size=6)


def lines(readings: list[Reading], judgements: list[Judgement]) -> list[str]:
    corpus = resolve(readings, judgements, VOCABULARY)
    return corpus_lines(corpus, VOCABULARY, DEFAULT_BASE, 0.5)


@settings(deadline=None)
@given(decisions, st.data())
def test_any_history_gives_the_graph_of_the_decisions_in_force(
    judged: list[Judgement], data: st.DataObject
) -> None:
    undone = data.draw(st.sets(st.sampled_from(judged)) if judged else st.just(set()))
    undoing = [
        Judgement(NOBODY, NOBODY, Verdict.UNDONE, text=judgement_id(item))
        for item in undone
    ]
    history = data.draw(st.permutations([*judged, *undoing]))
    documents = data.draw(st.permutations(READINGS))
    gone = set(map(judgement_id, undone))
    in_force = [item for item in judged if judgement_id(item) not in gone]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "judgements.jsonl"
        for item in history:
            append_judgements(path, [item])
        recorded = list(read_judgements(path))
    assert lines(documents, recorded) == lines(READINGS, in_force)
    assert set(map(judgement_id, remaining(recorded))) == set(
        map(judgement_id, in_force)
    )


@settings(deadline=None)
@given(decisions)
def test_two_files_merge_in_either_order(judged: list[Judgement]) -> None:
    half = len(judged) // 2
    one, two = judged[:half], judged[half:]
    assert lines(READINGS, one + two) == lines(READINGS, two + one + one)


@settings(deadline=None)
@given(decisions)
def test_a_rejected_edge_is_nowhere_but_among_the_refusals(
    judged: list[Judgement],
) -> None:
    claim, _ = PLACES[0]
    edge = Judgement(
        claim.subject, claim.object, Verdict.REJECTED, relation=claim.relation, at="9"
    )
    corpus = resolve(READINGS, [*judged, edge], VOCABULARY)
    read_so = {
        other.id
        for other in PLAIN.claims
        if (other.subject, other.relation, other.object)
        == (claim.subject, claim.relation, claim.object)
    }
    assert read_so.isdisjoint(found.id for found in corpus.claims)
