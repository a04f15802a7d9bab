from typing import Any

import pytest

from actorgraph.errors import InvalidData
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Judgement,
    Mention,
    MentionKind,
    Reading,
    Verdict,
)
from actorgraph.resolution import effects, judgement_id, part_id, resolve
from actorgraph.vocabulary import Relation, Vocabulary

PERSON, BODY, PLACE = ActorType.PERSON, ActorType.ORGANIZATION, ActorType.PLACE
ANYBODY = frozenset({"Person", "Organization"})
VOCABULARY = Vocabulary(
    relations={
        "knows": Relation("knows", "a:k", "knows", "", "", "", ANYBODY, ANYBODY)
    },
    classes={"Place": (), "Country": ("Place",), "Settlement": ("Place",)},
)


def actor(
    name: str,
    type_: ActorType = PERSON,
    *aliases: str,
    kind: MentionKind = MentionKind.NAME,
    **facts: Any,
) -> Actor:
    mention = Mention(DocumentId(""), 0, len(name), kind, name)
    return Actor(
        ActorId(""), type_, name, aliases=aliases, mentions=(mention,), **facts
    )


def reading(document: str, *actors: Actor, **facts: Any) -> Reading:
    local = []
    for number, found in enumerate(actors):
        mentions = tuple(
            Mention(DocumentId(document), number, number + 1, m.kind, m.text)
            for m in found.mentions
        )
        local.append(
            Actor(
                ActorId(f"a{number}"),
                found.type,
                found.name,
                found.subtype,
                found.aliases,
                mentions,
                found.wikidata,
            )
        )
    return Reading(
        Document(DocumentId(document), document, "text"), tuple(local), **facts
    )


def resolved(
    *actors: Actor, judgements: list[Judgement] | tuple[Any, ...] = ()
) -> Corpus:
    """Each actor in a document of its own: d0, d1, …"""
    return resolve(
        [reading(f"d{number}", found) for number, found in enumerate(actors)],
        judgements,
        VOCABULARY,
    )


def names(corpus: Corpus) -> list[str]:
    return sorted(found.name for found in corpus.actors)


def reasons(corpus: Corpus) -> list[str]:
    return [doubt.reason for doubt in corpus.doubts]


def judgement(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(ActorId(left), ActorId(right), verdict)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Ann Lee"), actor("Dr. Ann Lee")),
        (actor("Ann Beth Lee", PERSON, "Ann Lee"), actor("Ann Lee")),
        (actor("Harbour Works", BODY), actor("The Harbour Works Inc.", BODY)),
        (actor("Harbour Works Association", BODY, "HWA"), actor("HWA", BODY)),
        # CASE two names that everybody knows
        (actor("The European Union", BODY), actor("E.U.", BODY)),
        (actor("ISIL", BODY), actor("Daesh", BODY)),
        (actor("State Department", BODY), actor("State Department", BODY)),
        (actor("Kiev", PLACE), actor("Kyiv", PLACE)),
        (actor("West", ActorType.GROUP), actor("Western", ActorType.GROUP)),
        (actor("Democrats", BODY), actor("Democratic Party", BODY)),
        # CASE body that a state has once, named or only described
        (
            actor("Norwegian Finance Ministry", BODY),
            actor("Ministry of Finance of Norway", BODY),
        ),
        (
            actor("the Norwegian government", BODY, kind=MentionKind.NOMINAL),
            actor("Norway’s government", BODY, kind=MentionKind.NOMINAL),
        ),
        (
            actor("Ruritania", PLACE, wikidata="Q1"),
            actor("Ruritanian Kingdom", PLACE, wikidata="Q1"),
        ),
        (actor("Ruritania", PLACE, wikidata="Q1"), actor("Ruritania", PLACE)),
        (actor("Ruritania", PLACE, subtype="Country"), actor("Ruritania", PLACE)),
        (
            actor("Mayor of Zenda", ActorType.ROLE, kind=MentionKind.NOMINAL),
            actor("mayor of Zenda", ActorType.ROLE),
        ),
        (actor("2 March 2024", ActorType.TIME), actor("2 March 2024", ActorType.TIME)),
    ],
)
def test_names_of_one_actor_make_one_actor(one: Actor, other: Actor) -> None:
    corpus = resolved(one, other)
    assert len(corpus.actors) == 1
    assert len(corpus.actors[0].mentions) == 2
    assert corpus.doubts == ()


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (actor("Ann Lee"), actor("Lee"), "only the surname"),
        (actor("Lee Lee"), actor("Lee"), "only the surname"),
        (actor("Lee"), actor("Lee"), "could be anybody’s"),
        (actor("Ann Lee"), actor("A. Lee"), "an initial that fits"),
        (actor("Ann Lee"), actor("Ann B. Lee"), "a middle name"),
        (actor("Ann B. Lee"), actor("Ann Brown Lee"), "a middle name"),
        (actor("Ann Lee"), actor("Ann Lee Jr."), "only one is called Jr."),
        (actor("Ann Muellner"), actor("Ann Mullner"), "the spelling is close"),
        (actor("Muhammad Karim"), actor("Mohammed Kareem"), "the consonants"),
        (actor("Evgeny Sorokin"), actor("Yevgeny Sorokin"), "the spelling is close"),
        (actor("Harbour Works Association", BODY), actor("HWA", BODY), "the initials"),
        (
            actor("Foreign Ministry", BODY),
            actor("Foreign Ministry", BODY),
            "could be anybody’s",
        ),
        (actor("Zenda", PLACE), actor("Zenda", BODY), "of two kinds"),
    ],
)
def test_these_stay_apart_as_a_doubt(one: Actor, other: Actor, why: str) -> None:
    corpus = resolved(one, other)
    assert len(corpus.actors) == 2
    assert [why in reason for reason in reasons(corpus)] == [True]
    assert 0.6 <= corpus.doubts[0].score < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Ann Lee"), actor("Bob Lee")),
        (actor("Ena Lu"), actor("Ino Le")),
        # CASE short: one other letter makes another name
        (actor("Norla", PLACE), actor("Norle", PLACE)),
        (actor("Ann Lee"), actor("Ann Lee", PLACE)),
        (actor("Ann C. Lee"), actor("Ann B. Lee")),
        (actor("Ann Lee Jr."), actor("Ann Lee Sr.")),
        # CASE another body that has the letters of one that everybody knows
        (
            actor("Alderfen National Congress", BODY, "ANC"),
            actor("African National Congress", BODY),
        ),
        (actor("Zenda", PLACE, wikidata="Q1"), actor("Zenda", PLACE, wikidata="Q2")),
        (
            actor("Zenda", PLACE, subtype="Country"),
            actor("Zenda", PLACE, subtype="Settlement"),
        ),
        (
            actor("senior official", kind=MentionKind.NOMINAL),
            actor("senior official", kind=MentionKind.NOMINAL),
        ),
        (
            actor("new Norwegian government", BODY, kind=MentionKind.NOMINAL),
            actor("new Norwegian government", BODY, kind=MentionKind.NOMINAL),
        ),
        # CASE state of that name, and a part of another
        (
            actor("Georgia’s government", BODY, kind=MentionKind.NOMINAL),
            actor("Georgia’s government", BODY, kind=MentionKind.NOMINAL),
        ),
        (actor("Monday", ActorType.TIME), actor("Monday", ActorType.TIME)),
    ],
)
def test_these_stay_apart_without_a_doubt(one: Actor, other: Actor) -> None:
    corpus = resolved(one, other)
    assert len(corpus.actors) == 2
    assert corpus.doubts == ()


def test_a_surname_in_another_document_is_a_doubt_with_each_bearer_of_it() -> None:
    corpus = resolved(actor("Ann Lee"), actor("Bob Lee"), actor("Lee"))
    assert len(corpus.actors) == 3
    lone = next(found.id for found in corpus.actors if found.name == "Lee")
    assert [lone in (doubt.left, doubt.right) for doubt in corpus.doubts] == [
        True,
        True,
    ]


def test_a_name_that_two_actors_have_joins_nobody() -> None:
    corpus = resolved(
        actor("Harbour Works Association", BODY, "HWA"),
        actor("Highland Wool Alliance", BODY, "HWA"),
        actor("HWA", BODY),
    )
    assert len(corpus.actors) == 3
    assert any("others have that name too" in reason for reason in reasons(corpus))


def test_a_plain_name_joins_neither_of_two_homonyms() -> None:
    corpus = resolved(
        actor("Zenda", PLACE, subtype="Country"),
        actor("Zenda", PLACE, subtype="Settlement"),
        actor("Zenda", PLACE),
    )
    assert len(corpus.actors) == 3


def test_two_lone_surnames_of_one_document_stay_two() -> None:
    corpus = resolve([reading("d", actor("Lee"), actor("Lee"))], (), VOCABULARY)
    assert len({found.id for found in corpus.actors}) == 2


def test_a_merged_actor_has_the_most_used_full_name_and_the_others_as_aliases() -> None:
    corpus = resolved(
        actor("Dr. Ann Lee", PERSON, "Lee"),
        actor("Ann Lee"),
        actor("Ann Lee", PERSON, "the Doctor"),
    )
    (merged,) = corpus.actors
    assert (merged.name, merged.aliases) == (
        "Ann Lee",
        ("Dr. Ann Lee", "Lee", "the Doctor"),
    )
    assert [mention.document for mention in merged.mentions] == ["d0", "d1", "d2"]


def test_an_id_stays_when_documents_come_and_go() -> None:
    alone = resolved(actor("Ann Lee"))
    assert (
        alone.actors[0].id
        == resolved(actor("Ann Lee"), actor("Dr. Ann Lee"), actor("Bob Moss"))
        .actors[0]
        .id
    )


def test_claims_and_speakers_get_global_ids() -> None:
    ann, works = actor("Ann Lee"), actor("Harbour Works", BODY)
    claim = _claim("c1", "a0", "a1", attributed_to=ActorId("a0"))
    said = Attribution(
        source=(0, 1), speaker=ActorId("a0"), cue=None, content=((2, 3),), direct=False
    )
    corpus = resolve(
        [reading("d", ann, works, claims=(claim,), attributions=(said,))],
        (),
        VOCABULARY,
    )
    by_name = {found.name: found.id for found in corpus.actors}
    (found,) = corpus.claims
    assert (found.subject, found.object, found.attributed_to) == (
        by_name["Ann Lee"],
        by_name["Harbour Works"],
        by_name["Ann Lee"],
    )
    assert corpus.readings[0].attributions[0].speaker == by_name["Ann Lee"]
    assert corpus.readings[0].actors == ()


def test_a_claim_of_an_actor_about_itself_is_refused_with_what_follows_from_it() -> (
    None
):
    ann, again = actor("Ann Lee"), actor("Dr. Ann Lee")
    claims = (
        _claim("c1", "a0", "a1"),
        _claim("c2", "a0", "a2", premises=(ClaimId("c1"),)),
    )
    corpus = resolve(
        [reading("d", ann, again, actor("Bob Moss"), claims=claims)], (), VOCABULARY
    )
    assert corpus.claims == ()
    assert [refusal.reason for refusal in corpus.readings[0].refusals] == [
        "both sides turned out to be the same actor",
        "it follows from a claim that was refused",
    ]


def test_a_claim_about_an_unknown_actor_is_an_error() -> None:
    with pytest.raises(InvalidData, match="a9"):
        resolve(
            [reading("d", actor("Ann Lee"), claims=(_claim("c1", "a0", "a9"),))],
            (),
            VOCABULARY,
        )


def _claim(id_: str, subject: str, object_: str, **facts: Any) -> Claim:
    proof = Evidence(DocumentId("d"), 0, 4, "text")
    return Claim(
        ClaimId(id_), ActorId(subject), "knows", ActorId(object_), (proof,), **facts
    )


def test_a_judgement_joins_what_was_a_doubt() -> None:
    documents = (actor("Ann Lee"), actor("Lee"))
    doubt = resolved(*documents).doubts[0]
    corpus = resolved(
        *documents, judgements=[judgement(doubt.left, doubt.right, Verdict.SAME)]
    )
    assert names(corpus) == ["Ann Lee"]
    assert corpus.doubts == ()


def test_a_judgement_settles_a_doubt_and_being_unsure_leaves_it() -> None:
    documents = (actor("Ann Lee"), actor("Lee"))
    doubt = resolved(*documents).doubts[0]
    for verdict, left in ((Verdict.DIFFERENT, 0), (Verdict.UNSURE, 1)):
        corpus = resolved(
            *documents, judgements=[judgement(doubt.left, doubt.right, verdict)]
        )
        assert (len(corpus.actors), len(corpus.doubts)) == (2, left)


def test_a_judgement_keeps_apart_whole_clusters() -> None:
    documents = (actor("Ann Lee"), actor("A. Lee"), actor("Lee"))
    by_name = {found.name: found.id for found in resolved(*documents).actors}
    corpus = resolved(
        *documents,
        judgements=[
            judgement(by_name["Ann Lee"], by_name["A. Lee"], Verdict.DIFFERENT),
            judgement(by_name["Ann Lee"], by_name["Lee"], Verdict.SAME),
            judgement(by_name["A. Lee"], by_name["Lee"], Verdict.SAME),
        ],
    )
    assert len(corpus.actors) == 2


def test_a_judgement_outranks_the_names() -> None:
    documents = (actor("Harbour Works Association", BODY, "HWA"), actor("HWA", BODY))
    apart = {
        found.name: found.id for name in documents for found in resolved(name).actors
    }
    pair = judgement(
        apart["HWA"], apart["Harbour Works Association"], Verdict.DIFFERENT
    )
    assert len(resolved(*documents, judgements=[pair]).actors) == 2


def test_the_last_judgement_of_a_pair_counts() -> None:
    documents = (actor("Ann Lee"), actor("Lee"))
    doubt = resolved(*documents).doubts[0]
    pair = [
        judgement(doubt.left, doubt.right, Verdict.SAME),
        judgement(doubt.right, doubt.left, Verdict.DIFFERENT),
    ]
    assert len(resolved(*documents, judgements=pair).actors) == 2


def test_one_documents_part_can_be_taken_out_of_an_actor() -> None:
    documents = (actor("Ann Lee"), actor("Ann Lee"), actor("Ann Lee"))
    (whole,) = resolved(*documents).actors
    pair = judgement(whole.id, part_id(whole.id, "d1"), Verdict.DIFFERENT)
    corpus = resolved(*documents, judgements=[pair])
    shares = {
        found.id: {mention.document for mention in found.mentions}
        for found in corpus.actors
    }
    assert shares.pop(whole.id) == {"d0", "d2"}
    assert list(shares.values()) == [{"d1"}]


def test_a_part_is_found_under_the_id_of_the_actor_it_was_merged_into() -> None:
    documents = (actor("Harbour Works Association", BODY, "HWA"), actor("HWA", BODY))
    (whole,) = resolved(*documents).actors
    pair = judgement(whole.id, part_id(whole.id, "d1"), Verdict.DIFFERENT)
    assert names(resolved(*documents, judgements=[pair])) == [
        "HWA",
        "Harbour Works Association",
    ]


def test_a_part_can_be_given_to_another_actor() -> None:
    documents = (actor("Ann Lee"), actor("Ann Lee"), actor("Ann Lee Jr."))
    by_name = {found.name: found.id for found in resolved(*documents).actors}
    pair = judgement(
        by_name["Ann Lee Jr."], part_id(by_name["Ann Lee"], "d1"), Verdict.SAME
    )
    shares = [
        {mention.document for mention in found.mentions}
        for found in resolved(*documents, judgements=[pair]).actors
    ]
    assert sorted(shares, key=len) == [{"d0"}, {"d1", "d2"}]


def test_a_judgement_about_nobody_is_told_and_harms_nothing() -> None:
    pair = judgement(
        "nobody-00000000", part_id(ActorId("nobody-00000000"), "d0"), Verdict.DIFFERENT
    )
    assert names(resolved(actor("Ann Lee"), judgements=[pair])) == ["Ann Lee"]
    counted = effects([reading("d0", actor("Ann Lee"))], [pair], VOCABULARY)
    assert (counted.concerned, counted.deciding) == (frozenset(), frozenset())


def test_a_used_judgement_is_not_called_unused() -> None:
    readings = [reading("d0", actor("Ann Lee")), reading("d1", actor("Lee"))]
    doubt = resolve(readings, (), VOCABULARY).doubts[0]
    pair = judgement(doubt.left, doubt.right, Verdict.SAME)
    counted = effects(readings, [pair], VOCABULARY)
    assert counted.concerned == counted.deciding == {judgement_id(pair)}


def test_an_id_is_found_by_its_hash_when_its_words_have_changed() -> None:
    documents = (actor("Ruritania", PLACE, wikidata="Q1"), actor("Strelsau", PLACE))
    by_name = {found.name: found.id for found in resolved(*documents).actors}
    old = "ruritanian-kingdom-" + by_name["Ruritania"].rpartition("-")[2]
    assert (
        len(
            resolved(
                *documents,
                judgements=[judgement(old, by_name["Strelsau"], Verdict.SAME)],
            ).actors
        )
        == 1
    )


def test_no_readings_give_an_empty_corpus() -> None:
    assert resolve([], (), VOCABULARY) == Corpus()
