"""Happenings: who did what to whom, by verbs and by the nouns made of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Reading
from tests.unit.extraction.conftest import Triple

ACTIVE_AND_PASSIVE = [
    ("Peter Hallam criticized Dana Roth.", ("Peter Hallam", "criticized", "Dana Roth")),
    (
        "Dana Roth was criticized by Peter Hallam.",
        ("Peter Hallam", "criticized", "Dana Roth"),
    ),
    ("Dana Roth invited Otto Brandt.", ("Dana Roth", "invited", "Otto Brandt")),
    ("Dana Roth was invited by Otto Brandt.", ("Otto Brandt", "invited", "Dana Roth")),
    ("Poland was visited by Dana Roth.", ("Dana Roth", "visited", "Poland")),
    ("Poland was invaded by Norway.", ("Norway", "attacked", "Poland")),
    ("Dana Roth sued Delmore Bank.", ("Dana Roth", "accused", "Delmore Bank")),
    ("Delmore Bank was sued by Dana Roth.", ("Dana Roth", "accused", "Delmore Bank")),
    (
        "Peter Hallam was accused by Dana Roth of lying.",
        ("Dana Roth", "accused", "Peter Hallam"),
    ),
    ("Delmore Bank fired Dana Roth.", ("Delmore Bank", "dismissed", "Dana Roth")),
    (
        "Dana Roth was fired by Delmore Bank.",
        ("Delmore Bank", "dismissed", "Dana Roth"),
    ),
    ("Dana Roth succeeded Ada Quint.", ("Dana Roth", "succeeded", "Ada Quint")),
    ("Dana Roth was succeeded by Ada Quint.", ("Ada Quint", "succeeded", "Dana Roth")),
    ("Ada Quint owns Delmore Bank.", ("Ada Quint", "ownerOf", "Delmore Bank")),
    ("Delmore Bank is owned by Ada Quint.", ("Ada Quint", "ownerOf", "Delmore Bank")),
    (
        "Delmore Bank was founded by Ada Quint in 1987.",
        ("Ada Quint", "founderOf", "Delmore Bank"),
    ),
    ("The Civic Party is led by Dana Roth.", ("Dana Roth", "leads", "Civic Party")),
    ("Ada Quint co-founded Delmore Bank.", ("Ada Quint", "founderOf", "Delmore Bank")),
    (
        "Delmore Bank was co-founded by Ada Quint.",
        ("Ada Quint", "founderOf", "Delmore Bank"),
    ),
]

EACH_OTHER = [
    ("Dana Roth and Otto Brandt accused each other of lying.", "accused"),
    ("Dana Roth and Otto Brandt praised one another in Oslo.", "praised"),
]

INVERTED_FRAMES = [
    ("Peter Hallam lost to Dana Roth.", ("Dana Roth", "defeated", "Peter Hallam")),
    (
        "Carver Holdings acquired Delmore Bank in 2020.",
        ("Delmore Bank", "subsidiaryOf", "Carver Holdings"),
    ),
    ("NATO includes Norway.", ("Norway", "memberOf", "NATO")),
    ("Norway gave 10 million euros to Poland.", ("Norway", "gaveAidTo", "Poland")),
    ("Norway provided Poland with weapons.", ("Norway", "gaveAidTo", "Poland")),
    ("Delmore Bank hired Dana Roth.", ("Dana Roth", "worksFor", "Delmore Bank")),
    ("Dana Roth was hired by Delmore Bank.", ("Dana Roth", "worksFor", "Delmore Bank")),
]

WITH_PREPOSITIONS = [
    ("Dana Roth flew to Oslo.", ("Dana Roth", "visited", "Oslo")),
    (
        "Dana Roth met with Peter Hallam in Oslo.",
        ("Dana Roth", "metWith", "Peter Hallam"),
    ),
    (
        "Dana Roth called on Peter Hallam to resign.",
        ("Dana Roth", "demanded", "Peter Hallam"),
    ),
    (
        "Dana Roth held talks with Otto Brandt.",
        ("Dana Roth", "negotiatedWith", "Otto Brandt"),
    ),
    ("Norway imposed sanctions on Poland.", ("Norway", "sanctioned", "Poland")),
    ("Sanctions were imposed on Poland by Norway.", ("Norway", "sanctioned", "Poland")),
    (
        "Dana Roth studied at the University of Bergen.",
        ("Dana Roth", "educatedAt", "University of Bergen"),
    ),
    (
        "Carver School Alderfen was founded by Dana Roth.",
        ("Dana Roth", "founderOf", "Carver School Alderfen"),
    ),
    (
        "Otto Brandt gave Peter Hallam 5,000 euros.",
        ("Otto Brandt", "paid", "Peter Hallam"),
    ),
    (
        "Peter Hallam was given a warning by Otto Brandt.",
        ("Otto Brandt", "warned", "Peter Hallam"),
    ),
    (
        "Otto Brandt named Peter Hallam finance minister.",
        ("Otto Brandt", "appointed", "Peter Hallam"),
    ),
    (
        "Otto Brandt promoted Peter Hallam to chief of staff.",
        ("Otto Brandt", "appointed", "Peter Hallam"),
    ),
    (
        "Norwegian-backed rebels seized the town.",
        ("Norway", "supports", "Norwegian-backed rebels"),
    ),
    (
        "Dana Roth was met with criticism from Otto Brandt.",
        ("Otto Brandt", "criticized", "Dana Roth"),
    ),
    (
        "Delmore Bank was fined ten million euros by Norway.",
        ("Norway", "sanctioned", "Delmore Bank"),
    ),
    (
        "Norway jailed Dana Roth for six years.",
        ("Norway", "sentenced", "Dana Roth"),
    ),
    (
        "Dana Roth invited Otto Brandt as well as Ada Quint.",
        ("Dana Roth", "invited", "Ada Quint"),
    ),
    ("Ada Quint was born in Oslo in 1960.", ("Ada Quint", "bornIn", "Oslo")),
    ("Ada Quint was born in Oslo in 1960.", ("Ada Quint", "bornOn", "1960")),
]

REDUCED_AND_RELATIVE_CLAUSES = [
    (
        "The Civic Party, headed by Dana Roth, won.",
        ("Dana Roth", "leads", "Civic Party"),
    ),
    (
        "Otto Brandt, praised by Dana Roth, smiled.",
        ("Dana Roth", "praised", "Otto Brandt"),
    ),
    (
        "Peter Hallam, who leads the Carver Institute, wrote a book.",
        ("Peter Hallam", "leads", "Carver Institute"),
    ),
    (
        "Ada Quint, who was criticized by Peter Hallam, resigned.",
        ("Peter Hallam", "criticized", "Ada Quint"),
    ),
    (
        "Ada Quint, whom Peter Hallam criticized, resigned.",
        ("Peter Hallam", "criticized", "Ada Quint"),
    ),
    (
        "It was Peter Hallam who criticized Ada Quint.",
        ("Peter Hallam", "criticized", "Ada Quint"),
    ),
]

NOUNS = [
    ("Dana Roth's visit to Poland was short.", ("Dana Roth", "visited", "Poland")),
    ("France's invasion of Poland was long ago.", ("France", "attacked", "Poland")),
    (
        "Dana Roth's criticism of Otto Brandt was harsh.",
        ("Dana Roth", "criticized", "Otto Brandt"),
    ),
    (
        "Dana Roth's support for Otto Brandt grew.",
        ("Dana Roth", "supports", "Otto Brandt"),
    ),
    (
        "Norway's sanctions against Poland hurt farmers.",
        ("Norway", "sanctioned", "Poland"),
    ),
]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        *ACTIVE_AND_PASSIVE,
        *INVERTED_FRAMES,
        *WITH_PREPOSITIONS,
        *REDUCED_AND_RELATIVE_CLAUSES,
        *NOUNS,
    ],
)
def test_happening_is_read_and_never_turned_round(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    subject, relation, object_ = claim

    found = claims_of(text)

    assert claim in found
    assert (object_, relation, subject) not in found


LITERAL_AND_NESTED = [
    ("Dana Roth told the BBC a story.", ("Dana Roth", "spokeWith", "BBC")),
    ("Norway gave Poland a loan.", ("Norway", "gaveAidTo", "Poland")),
    ("Poland got a loan from Norway.", ("Norway", "gaveAidTo", "Poland")),
    (
        "Dana Roth accepted money from Delmore Bank.",
        ("Delmore Bank", "paid", "Dana Roth"),
    ),
    (
        "Dana Roth holds a majority stake in Delmore Bank.",
        ("Dana Roth", "ownerOf", "Delmore Bank"),
    ),
    (
        "Carver Holdings sold Delmore Bank to Dana Roth.",
        ("Dana Roth", "ownerOf", "Delmore Bank"),
    ),
    ("Ada Quint was against Dana Roth.", ("Ada Quint", "opposes", "Dana Roth")),
    (
        "Dana Roth was in Bern this week for talks with Otto Brandt.",
        ("Dana Roth", "visited", "Bern"),
    ),
    (
        "Dana Roth was in Bern this week for talks with Otto Brandt.",
        ("Dana Roth", "negotiatedWith", "Otto Brandt"),
    ),
    ("Dana Roth left Riga for Bern.", ("Dana Roth", "visited", "Bern")),
    ("Guards held Dana Roth for two nights.", ("guards", "arrested", "Dana Roth")),
    ("Dana Roth signed the Oslo Compact.", ("Dana Roth", "signed", "Oslo Compact")),
    ("Dana Roth cut short a stay in Bern.", ("Dana Roth", "visited", "Bern")),
    (
        "Otto Brandt praised Dana Roth's courage.",
        ("Otto Brandt", "praised", "Dana Roth"),
    ),
    (
        "Carver Holdings moved its seat from Riga to Bergen.",
        ("Carver Holdings", "basedIn", "Bergen"),
    ),
    (
        "Dana Roth received a doctorate from the University of Bergen.",
        ("Dana Roth", "educatedAt", "University of Bergen"),
    ),
]

OTHER_SENSES = [
    ("Dana Roth moved closer to Beijing.", "livesIn"),
    (
        "Dana Roth received an honorary degree from the University of Bergen.",
        "educatedAt",
    ),
    ("Dana Roth and Otto Brandt worked in Oslo.", "cooperatesWith"),
    ("Dana Roth and Otto Brandt spoke at length.", "spokeWith"),
    ("Dana Roth and Otto Brandt faced a vote.", "fought"),
    ("Otto Brandt condemned Dana Roth's arrest.", "criticized"),
    ("Dana Roth fell in the attack on Norway.", "attacked"),
    ("Dana Roth went to the boarding school Carver College.", "visited"),
]


@pytest.mark.parametrize(("text", "claim"), LITERAL_AND_NESTED)
def test_frame_with_its_own_words_is_read(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    subject, relation, object_ = claim

    claims = claims_of(text)

    assert claim in claims
    assert (object_, relation, subject) not in claims


@pytest.mark.parametrize(("text", "relation"), OTHER_SENSES)
def test_other_sense_of_a_verb_is_not_read(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    relation: str,
) -> None:
    assert {claim for claim in claims_of(text) if claim[1] == relation} == set()


@pytest.mark.parametrize("word", ["due", "expected"])
def test_what_is_due_is_planned(
    claim_in: Callable[[str, Triple], Claim], word: str
) -> None:
    claim = claim_in(f"Dana Roth is {word} in Bern.", ("Dana Roth", "visited", "Bern"))

    assert claim.modality == "planned"


def test_who_is_received_was_there(claim_in: Callable[[str, Triple], Claim]) -> None:
    text = "Dana Roth was welcomed in Bern."

    assert claim_in(text, ("Dana Roth", "visited", "Bern")).modality == "asserted"


def test_who_goes_over_to_a_party_left_the_old_one(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Dana Roth defected from the Civic Party to the Harbour Party."

    old = claim_in(text, ("Dana Roth", "memberOf", "Civic Party"))
    new = claim_in(text, ("Dana Roth", "memberOf", "Harbour Party"))

    assert (old.status, new.status) == ("former", None)


TOGETHER = [
    (
        "Dana Roth and Peter Hallam met in Oslo.",
        ("Dana Roth", "metWith", "Peter Hallam"),
    ),
    (
        "Talks between Dana Roth and Peter Hallam began on Monday.",
        ("Dana Roth", "negotiatedWith", "Peter Hallam"),
    ),
    (
        "A meeting between Dana Roth and Otto Brandt took place.",
        ("Dana Roth", "metWith", "Otto Brandt"),
    ),
    (
        "An agreement between Norway and Sweden was signed.",
        ("Norway", "agreedWith", "Sweden"),
    ),
    ("The war between Norway and Sweden ended.", ("Norway", "fought", "Sweden")),
    ("Norway and Sweden signed a trade deal.", ("Norway", "agreedWith", "Sweden")),
    (
        "Dana Roth and Peter Hallam held talks in Oslo.",
        ("Dana Roth", "negotiatedWith", "Peter Hallam"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOGETHER)
def test_what_two_do_together_is_read(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Dana Roth and Peter Hallam criticized Ada Quint.",
            {
                ("Dana Roth", "criticized", "Ada Quint"),
                ("Peter Hallam", "criticized", "Ada Quint"),
            },
        ),
        (
            "Dana Roth criticized Peter Hallam and Ada Quint.",
            {
                ("Dana Roth", "criticized", "Peter Hallam"),
                ("Dana Roth", "criticized", "Ada Quint"),
            },
        ),
        (
            "Dana Roth thanked Otto Brandt and criticized Peter Hallam.",
            {
                ("Dana Roth", "praised", "Otto Brandt"),
                ("Dana Roth", "criticized", "Peter Hallam"),
            },
        ),
        (
            "Dana Roth visited Norway, Sweden and Poland.",
            {
                ("Dana Roth", "visited", "Norway"),
                ("Dana Roth", "visited", "Sweden"),
                ("Dana Roth", "visited", "Poland"),
            },
        ),
        (
            "Dana Roth, Peter Hallam and Anna Quint founded Delmore Bank.",
            {
                ("Dana Roth", "founderOf", "Delmore Bank"),
                ("Peter Hallam", "founderOf", "Delmore Bank"),
                ("Anna Quint", "founderOf", "Delmore Bank"),
            },
        ),
    ],
)
def test_coordination_gives_a_claim_for_each_member_and_no_other(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claims: set[tuple[str, str, str]],
) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth, but not Ada Quint, visited Lisbon.",
        "Not Ada Quint but Dana Roth visited Lisbon.",
    ],
)
def test_one_who_is_left_out_has_no_part(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert claims_of(text) == {("Dana Roth", "visited", "Lisbon")}


def test_those_who_only_appear_together_are_not_related(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of("Dana Roth smiled, and Peter Hallam slept.") == set()


def test_subject_of_a_relative_clause_is_not_the_subject_of_the_main_clause_alone(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of(
        "Dana Roth, who criticized Otto Brandt, praised Peter Hallam."
    ) == {
        ("Dana Roth", "criticized", "Otto Brandt"),
        ("Dana Roth", "praised", "Peter Hallam"),
    }


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Dana Roth met Peter Hallam.", "affirmed", "asserted"),
        ("Dana Roth did not meet Peter Hallam.", "denied", "asserted"),
        ("Dana Roth never met Peter Hallam.", "denied", "asserted"),
        ("Dana Roth denied meeting Peter Hallam.", "denied", "asserted"),
        ("Dana Roth refused to meet Peter Hallam.", "denied", "asserted"),
        ("Dana Roth will meet Peter Hallam on Monday.", "affirmed", "planned"),
        ("Dana Roth plans to meet Peter Hallam.", "affirmed", "planned"),
        ("Dana Roth has applied to meet Peter Hallam.", "affirmed", "planned"),
        ("Dana Roth may meet Peter Hallam.", "affirmed", "possible"),
        ("Dana Roth could meet Peter Hallam.", "affirmed", "possible"),
        ("Dana Roth reportedly met Peter Hallam.", "affirmed", "alleged"),
        ("Dana Roth allegedly met Peter Hallam.", "affirmed", "alleged"),
        ("Dana Roth must meet Peter Hallam.", "affirmed", "demanded"),
        ("Dana Roth should meet Peter Hallam.", "affirmed", "demanded"),
        ("Dana Roth should not meet Peter Hallam.", "denied", "demanded"),
        ("Dana Roth will not meet Peter Hallam.", "denied", "planned"),
        ("Dana Roth ruled out meeting Peter Hallam.", "denied", "asserted"),
        (
            "The court ruled that Dana Roth had met Peter Hallam.",
            "affirmed",
            "asserted",
        ),
        ("Nobody believes that Dana Roth met Peter Hallam.", "denied", "asserted"),
        ("Reports that Dana Roth met Peter Hallam are false.", "denied", "asserted"),
        ("It is untrue that Dana Roth met Peter Hallam.", "denied", "asserted"),
        ("Dana Roth called off a meeting with Peter Hallam.", "denied", "asserted"),
    ],
)
def test_text_says_how_firmly_it_claims(
    claim_in: Callable[[str, Triple], Claim], text: str, polarity: str, modality: str
) -> None:
    claim = claim_in(text, ("Dana Roth", "metWith", "Peter Hallam"))

    assert (claim.polarity, claim.modality) == (polarity, modality)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth did not meet Peter Hallam.",
        "Dana Roth will meet Peter Hallam on Monday.",
        "Dana Roth may meet Peter Hallam.",
        "Dana Roth allegedly met Peter Hallam.",
        "Dana Roth must meet Peter Hallam.",
    ],
)
def test_what_is_not_said_to_be_so_never_stands_as_an_edge(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    assert not claim_in(text, ("Dana Roth", "metWith", "Peter Hallam")).is_accepted(0.0)


def test_demand_is_made_of_the_one_who_must_act(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Dana Roth said that Ada Quint must resign.")

    assert ("Dana Roth", "demanded", "Ada Quint") in found
    assert ("Ada Quint", "demanded", "Dana Roth") not in found


def test_verb_that_admits_no_such_actors_is_refused_and_says_so(
    read: Callable[[str], Reading],
) -> None:
    reading = read("Norway married Sweden.")

    assert reading.claims == ()
    assert [(refusal.relation, refusal.reason) for refusal in reading.refusals] == [
        ("spouseOf", "“marry” does not express “spouse of” between a place and a place")
    ]


def test_frame_that_fits_silences_those_that_do_not(
    read: Callable[[str], Reading],
) -> None:
    assert read("Dana Roth led Delmore Bank.").refusals == ()


@pytest.mark.parametrize(("text", "relation"), EACH_OTHER)
def test_each_other_is_read_both_ways(
    claims_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert {
        ("Dana Roth", relation, "Otto Brandt"),
        ("Otto Brandt", relation, "Dana Roth"),
    } <= claims_of(text)


def test_one_who_is_praised_by_others_is_not_each_other(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert not [
        claim
        for claim in claims_of("Dana Roth and Otto Brandt praised the other man.")
        if "praised" in claim
    ]


def test_whom_a_text_cites_is_not_whom_it_happens_to(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "According to NATO, Norway gave 10 million euros to Poland."

    assert {
        object_ for _, relation, object_ in claims_of(text) if relation == "gaveAidTo"
    } == {"Poland"}


def test_those_who_hold_talks_with_a_third_do_not_hold_them_with_each_other(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Dana Roth and Peter Hallam held talks with Otto Brandt."

    assert ("Dana Roth", "negotiatedWith", "Peter Hallam") not in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth and Peter Hallam met {}.",
        "Dana Roth and Peter Hallam came late. They met with {}.",
        "Those who met {} were Dana Roth and Peter Hallam.",
    ],
)
@pytest.mark.parametrize("third", ["Otto Brandt", "Delmore Bank", "Norway"])
def test_those_who_meet_a_third_do_not_meet_each_other(
    claims_of: Callable[[str], set[Triple]], text: str, third: str
) -> None:
    met = {triple for triple in claims_of(text.format(third)) if triple[1] == "metWith"}

    assert met == {
        ("Dana Roth", "metWith", third),
        ("Peter Hallam", "metWith", third),
    }


def test_who_replaces_one_with_another_succeeds_nobody(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "President Otto Brandt replaced Peter Hallam with Dana Roth."
    succeeded = {triple for triple in claims_of(text) if triple[1] == "succeeded"}

    assert succeeded == {("Dana Roth", "succeeded", "Peter Hallam")}


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("Dana Roth flew to Oslo.", {"Dana Roth"}),
        ("Delmore Bank flew Dana Roth to Oslo.", {"Dana Roth"}),
    ],
)
def test_who_is_flown_somewhere_visits_it(
    claims_of: Callable[[str], set[Triple]], text: str, visitors: set[str]
) -> None:
    claims = claims_of(text)
    assert {one for one, relation, _ in claims if relation == "visited"} == visitors


def test_what_a_row_is_over_is_nobodys_deed(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Dana Roth shut down the ministry over funding Delmore Bank."

    assert ("Dana Roth", "gaveAidTo", "Delmore Bank") not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norland asked that Borduria leave.",
            ("Norland", "demanded", "Borduria"),
        ),
        (
            "Dana Roth gave Peter Hallam until Monday to leave.",
            ("Dana Roth", "demanded", "Peter Hallam"),
        ),
        ("Dana Roth repealed the ban.", ("Dana Roth", "rejected", "ban")),
        ("Dana Roth reneged on the deal.", ("Dana Roth", "rejected", "deal")),
        ("Dana Roth opposes the idea.", ("Dana Roth", "opposes", "idea")),
        ("Dana Roth stands for peace.", ("Dana Roth", "supports", "peace")),
        (
            "Dana Roth is a donor to Delmore Hospital.",
            ("Dana Roth", "gaveAidTo", "Delmore Hospital"),
        ),
        (
            "Peter Hallam campaigned in Lisbon.",
            ("Peter Hallam", "visited", "Lisbon"),
        ),
        (
            "Dana Roth told Delmore News in Lisbon that it rained.",
            ("Dana Roth", "visited", "Lisbon"),
        ),
        (
            "Dana Roth replaced Peter Hallam with Ada Quint.",
            ("Ada Quint", "succeeded", "Peter Hallam"),
        ),
        (
            "Dana Roth alleges that Peter Hallam paid doctors.",
            ("Dana Roth", "accused", "Peter Hallam"),
        ),
        (
            "The Harbour Court remanded Dana Roth to prison.",
            ("Harbour Court", "arrested", "Dana Roth"),
        ),
        (
            "Dana Roth sits on the board of Delmore Bank.",
            ("Dana Roth", "memberOf", "Delmore Bank"),
        ),
        (
            "Dana Roth visited Peter Hallam in hospital.",
            ("Dana Roth", "metWith", "Peter Hallam"),
        ),
    ],
)
def test_words_of_one_sense(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


def test_the_same_words_in_another_sense(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    text = (
        "Dana Roth gave Peter Hallam a pen. Otto Brandt asked that question of Ada Quint. "
        "Delmore Bank charged Norland a fee. Ilya Marsh reversed the car."
    )
    acts = {"accused", "demanded", "rejected"}
    assert not {claim for claim in proposals_of(text) if claim[1] in acts}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Dana Roth replaced Peter Hallam with Ada Quint.",
            ("Dana Roth", "succeeded", "Peter Hallam"),
        ),
        (
            "Dana Roth alleges that Peter Hallam was robbed.",
            ("Dana Roth", "accused", "Peter Hallam"),
        ),
        (
            "Dana Roth visited Peter Hallam's grave in Lisbon.",
            ("Dana Roth", "metWith", "Peter Hallam"),
        ),
    ],
)
def test_near_neighbours_of_an_act_are_none(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)


def test_whose_protege_somebody_endorses_is_not_endorsed(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Dana Roth has endorsed Nils Berg's protégé, Otto Brandt.")

    assert ("Dana Roth", "supports", "Otto Brandt") in claims
    assert ("Dana Roth", "supports", "Nils Berg") not in claims
