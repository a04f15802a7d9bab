import random

from actorgraph.model import Actor, ActorId, ActorType, DocumentId
from actorgraph.resolution.blocking import MAX_BLOCK, candidate_pairs
from actorgraph.resolution.profiles import Key, Profile, make_profile


def profile(
    name: str, type_: ActorType = ActorType.PERSON, home: str | None = None
) -> Profile:
    key = Key(type_, f"{name}{home or ''}", DocumentId(home) if home else None)
    return make_profile(
        key, [(DocumentId(home or "d"), Actor(ActorId("a"), type_, name))]
    )


def invented_name(dice: random.Random) -> str:
    syllables = (
        "ka",
        "lo",
        "mi",
        "re",
        "so",
        "tu",
        "va",
        "ne",
        "di",
        "bor",
        "gan",
        "tel",
        "mar",
        "vin",
        "dor",
        "sha",
    )
    given, family = (
        "".join(dice.choices(syllables, k=length)).title() for length in (2, 3)
    )
    return f"{given} {family}"


def test_the_pairs_to_compare_grow_with_the_names_and_not_with_their_square() -> None:
    dice = random.Random(7)  # repeatable names, no secrets
    profiles = [
        profile(name) for name in sorted({invented_name(dice) for _ in range(20_000)})
    ]
    assert len(profiles) > 19_000
    assert len(candidate_pairs(profiles)) < 10 * len(profiles)


def test_a_common_word_makes_no_pairs() -> None:
    bodies = [
        profile(f"Harbour Number{number}", ActorType.ORGANIZATION)
        for number in range(MAX_BLOCK + 1)
    ]
    assert candidate_pairs(bodies) == set()


def test_a_lone_name_in_many_documents_makes_one_pair_for_each() -> None:
    lone = [profile("Lee", home=f"d{number}") for number in range(100)]
    assert len(candidate_pairs(lone)) == 99
    assert len(candidate_pairs([*lone, profile("Ann Lee")])) == 100
