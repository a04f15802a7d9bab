"""What the learned reader adds to the reading, in whole texts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import (
    LEARNED,
    Document,
    DocumentId,
    Modality,
    Polarity,
    Reading,
    Status,
)
from actorgraph.settings import CONFIDENCE_FLOOR, ReaderMode

#: No template of the rules foresees these relations.
TEXTS = (
    (
        "Dana Roth (born 12 May 1961 in Alderfen) was an English engineer "
        "who graduated from Lisbon University in 1984."
    ),
    (
        "Ada Quint, Founder and CEO of Delmore Mills, lives in Oslo, Norway, "
        "with her husband Peter Hallam."
    ),
    "At Delmore Bank, Dana Roth rose from clerk to chief executive.",
    (
        "French President Dana Roth said the European Union should talk to Russia. "
        "She flew to Berlin on Monday."
    ),
)


@pytest.fixture(scope="module")
def readings_of() -> Callable[..., list[Reading]]:
    """The readings of texts by each mode."""
    readers = {mode: Reader(mode=mode) for mode in ReaderMode}

    def read(mode: ReaderMode, *texts: str) -> list[Reading]:
        return list(
            readers[mode].read(
                Document(DocumentId(text[:9]), text[:9], text) for text in texts
            )
        )

    return read


def _methods(readings: list[Reading]) -> list[str]:
    return [claim.method for reading in readings for claim in reading.claims]


def test_rules_alone_never_ask_the_model(
    readings_of: Callable[..., list[Reading]],
) -> None:
    methods = _methods(readings_of(ReaderMode.RULES, *TEXTS))

    assert methods
    assert not any("learned reader" in method for method in methods)


def test_the_model_alone_never_asks_the_rules(
    readings_of: Callable[..., list[Reading]],
) -> None:
    read = _methods(readings_of(ReaderMode.MODEL, *TEXTS))

    assert any(method.startswith("learned reader") for method in read)
    assert all(method.startswith(("learned reader", "rule: ")) for method in read)


def test_both_say_of_each_claim_who_found_it(
    readings_of: Callable[..., list[Reading]],
) -> None:
    article = " ".join(TEXTS) + " The harbour of Lisbon slept in the sun." * 20
    methods = _methods(readings_of(ReaderMode.BOTH, article))

    assert any(re.fullmatch(r"learned reader [01]\.\d\d", method) for method in methods)
    assert any(
        re.fullmatch(r"(?!learned reader).+; learned reader [01]\.\d\d", method)
        for method in methods
    )


@pytest.mark.parametrize("mode", ReaderMode)
def test_every_claim_is_proved_fits_the_ontology_and_is_sure_enough(
    readings_of: Callable[..., list[Reading]], mode: ReaderMode, reader: Reader
) -> None:
    for reading in readings_of(mode, *TEXTS):
        actors = {actor.id: actor for actor in reading.actors}
        for claim in reading.claims:
            ends = [
                reader.knowledge.vocabulary.class_of(
                    actors[end].type, actors[end].subtype
                )
                for end in (claim.subject, claim.object)
            ]
            assert all(proof.holds_in(reading.document) for proof in claim.evidence)
            assert reader.knowledge.vocabulary.objection(claim.relation, *ends) is None
            assert claim.confidence >= CONFIDENCE_FLOOR


def test_what_is_read_does_not_depend_on_what_is_read_beside_it(
    readings_of: Callable[..., list[Reading]],
) -> None:
    together = readings_of(ReaderMode.BOTH, *TEXTS)
    alone = [
        reading
        for text in reversed(TEXTS)
        for reading in readings_of(ReaderMode.BOTH, text)
    ]

    assert together == alone[::-1]


def test_an_article_is_read_alike_by_another_reader(
    readings_of: Callable[..., list[Reading]],
) -> None:
    again = Reader(mode=ReaderMode.BOTH).read(
        [Document(DocumentId(TEXTS[0][:9]), TEXTS[0][:9], TEXTS[0])]
    )

    assert list(again) == readings_of(ReaderMode.BOTH, TEXTS[0])


@pytest.mark.parametrize(
    "before", ["", "\U0001f6a2\U0001f6a2 ", "Ελλάδα, Россия, 中国. "]
)
def test_names_after_other_scripts_stand_where_they_are(
    readings_of: Callable[..., list[Reading]], before: str
) -> None:
    (reading,) = readings_of(ReaderMode.BOTH, before + TEXTS[0])

    mention = next(
        mention
        for actor in reading.actors
        for mention in actor.mentions
        if mention.text == "Dana Roth"
    )
    assert mention.start == len(before)


def test_a_sentence_longer_than_a_window_is_read_in_parts(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = (
        "Dana Roth praised Ada Quint, "
        + "and the harbour of Lisbon slept, " * 400
        + "and Peter Hallam left Oslo."
    )

    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.name for actor in reading.actors}
    assert {"Dana Roth", "Ada Quint", "Peter Hallam"} <= names


def test_attributions_are_found_beyond_the_lexicon(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Dana Roth had grumbled for months about how slowly the harbour was being built."

    both, rules = (
        [len(reading.attributions) for reading in readings_of(mode, text)]
        for mode in (ReaderMode.BOTH, ReaderMode.RULES)
    )

    assert both >= rules


def test_presidents_of_several_countries_have_one_each(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "The talks were led by Presidents Ada Quint of Brazil and Peter Hallam of Norway."
    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.id: actor.name for actor in reading.actors}
    assert {
        (names[c.subject], names[c.object])
        for c in reading.claims
        if c.relation == "headOfStateOf"
    } == {
        ("Ada Quint", "Brazil"),
        ("Peter Hallam", "Norway"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Mary Poole quit Delmore Mills.",
        "Mary Poole was elected to the Norwegian Storting.",
        "Mary Poole criticized the Civic Party in Oslo.",
    ],
)
def test_what_only_the_model_believes_and_no_word_tells_is_not_claimed(
    readings_of: Callable[..., list[Reading]], text: str
) -> None:
    (reading,) = readings_of(ReaderMode.BOTH, text)

    assert {claim.relation for claim in reading.claims}.isdisjoint(
        {"chiefExecutiveOf", "founderOf", "educatedAt", "livesIn"}
    )


def test_the_model_adds_no_leader_to_one_that_the_rules_read(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Otto Brandt, the president of Norway, met Ada Quint, the head of the Civic Party."
    (reading,) = readings_of(ReaderMode.BOTH, text)
    names = {actor.id: actor.name for actor in reading.actors}

    leaders = {
        names[claim.subject]
        for claim in reading.claims
        if names[claim.object] == "Civic Party"
    }
    assert leaders == {"Ada Quint"}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            (
                "The mayor of Lisbon wants Germany's weather service to explain why nobody "
                "had warned Delmore Bank of the storm."
            ),
            [],
        ),
        (
            "Dana Roth told Italian daily Corriere Nuovo that she would go.",
            ["Corriere Nuovo"],
        ),
    ],
)
def test_a_body_is_based_only_where_its_own_phrase_says(
    readings_of: Callable[..., list[Reading]], text: str, bodies: list[str]
) -> None:
    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.id: actor.name for actor in reading.actors}
    claims = [
        claim
        for claim in reading.claims
        if claim.relation == "basedIn" and not claim.premises
    ]
    assert [names[claim.subject] for claim in claims] == bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # CASE dateline
        (
            (
                "Larkin Foods Names Miriam Katz Chief Executive\n\nLONDON - Larkin Foods said "
                "on Monday that it had named Miriam Katz chief executive."
            ),
            {"Larkin Foods", "Miriam Katz"},
        ),
        # CASE two companies
        (
            "Workers left Delmore Steel Inc. Brandt & Co. was glad.",
            {"Delmore Steel Inc.", "Brandt & Co."},
        ),
        # CASE adjective and post before a name
        (
            (
                "Norwegian Defence Minister Rita Borg met Maltese Defence Minister Juri Falk "
                "in Riga."
            ),
            {"Malta", "Rita Borg", "Juri Falk"},
        ),
    ],
)
def test_a_name_ends_where_another_begins(
    readings_of: Callable[..., list[Reading]], text: str, names: set[str]
) -> None:
    (reading,) = readings_of(ReaderMode.BOTH, text)

    assert names <= {actor.name for actor in reading.actors}


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        (
            "Ada Quint trailed Bo Lind, the front-runner for the Labour nomination, in Ohio.",
            "Ada Quint",
            "Labour",
        ),
        ("Kari Moe, a writer on Norway, lives in Rome.", "Kari Moe", "Norway"),
        ("Oslo police chief Ada Quint spoke.", "Ada Quint", "Oslo"),
        # CASE office of another country
        (
            "Praising Ghana, Kenya's president Amos Lund left for Accra.",
            "Amos Lund",
            "Ghana",
        ),
        # CASE abroad
        (
            "Norway's ambassador to Ghana, Kari Moe, was summoned; Amos Lund was not.",
            "Kari Moe",
            "Ghana",
        ),
        # CASE somebody whom she has
        (
            "Ada Quint, whose husband leads Delmore Bank, thanked Norway.",
            "Ada Quint",
            "Delmore Bank",
        ),
        (
            "Ada Quint, whose brother Luis accused Portugal, wept.",
            "Ada Quint",
            "Portugal",
        ),
        # CASE not married yet
        ("Peter Hallam is engaged to Ada Quint.", "Peter Hallam", "Ada Quint"),
        (
            "Ada Quint and Delmore Bank share a stand at the fair, where Bo Lind spoke.",
            "Ada Quint",
            "Delmore Bank",
        ),
        (
            "Kari Moe is still counted as one of Norway's most admired painters.",
            "Kari Moe",
            "one of Norway's most admired painters",
        ),
        (
            (
                "The strike delayed a ship that used to travel between Stavanger, in southern "
                "Norway, and the Swedish town of Lysekil."
            ),
            "Lysekil",
            "Norway",
        ),
        (
            "Ada Quint left. Authorities say the Quint brothers shot officer Bo Lind to death.",
            "Ada Quint",
            "Bo Lind",
        ),
        ("The brothers fatally shot a police officer and fled.", "brothers", "police"),
        (
            (
                "Norway sanctioned three people, including Bo Lind's brother, Karl Lind, and the "
                "Swedish broker Egon Falk. Falk is the head of Gamix Trading."
            ),
            "Karl Lind",
            "Egon Falk",
        ),
        (
            "Hassan Abdi, who was Kenya's ambassador to Ethiopia, met Dana Roth.",
            "Hassan Abdi",
            "Ethiopia",
        ),
        (
            "Dana Roth met a man whose wife, Ada Marsh, left.",
            "Ada Marsh",
            "Dana Roth",
        ),
        (
            "Dana Roth was sentenced to death in the June 2013 attack which killed three people.",
            "Dana Roth",
            "June 2013",
        ),
    ],
)
def test_the_model_claims_nothing_that_the_grammar_excludes(
    text: str, subject: str, object_: str
) -> None:
    (reading,) = Reader(floor=0.1).read([Document(DocumentId("a"), "a", text)])

    names = {actor.id: actor.name for actor in reading.actors}
    pairs = {
        (names[claim.subject], names[claim.object])
        for claim in reading.claims
        if claim.method.startswith(LEARNED)
    }
    assert (subject, object_) not in pairs


def test_what_the_network_reads_is_told_by_the_verb_and_not_by_a_preposition() -> None:
    text = "The paper has retracted a report that Dana Roth visited Ada Lind in Oslo."
    reader = Reader(floor=0.0)
    (reading,) = reader.read([Document(DocumentId("a"), "a", text)])

    visits = [claim for claim in reading.claims if claim.relation == "visited"]
    assert {claim.method for claim in visits} >= {LEARNED}
    assert {claim.polarity for claim in visits} == {Polarity.DENIED}


def test_who_set_a_body_up_has_done_so(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Two brothers set up a trading house called Norvale Trust."

    (reading,) = readings_of(ReaderMode.BOTH, text)

    founded = [claim for claim in reading.claims if claim.relation == "founderOf"]
    assert [claim.modality for claim in founded] == [Modality.ASSERTED]


def test_who_once_belonged_to_a_party_is_no_member_now(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Once a pillar of the Justice Party, Nora Lind left Norway."

    (reading,) = readings_of(ReaderMode.BOTH, text)

    members = [claim for claim in reading.claims if claim.relation == "memberOf"]
    assert [claim.status for claim in members] == [Status.FORMER]


def test_whoever_comes_from_a_town_at_an_age_is_the_one_before(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Nora Lind won the race. The 24-year-old from Bergen thanked Peter Hallam."

    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.id: actor.name for actor in reading.actors}
    thanked = [claim for claim in reading.claims if claim.relation == "praised"]
    assert [names[claim.subject] for claim in thanked] == ["Nora Lind"]


def test_head_of_a_part_with_a_name_works_for_the_whole(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Dana Roth, head of Digital Products at Delmore Bank, left."
    (reading,) = readings_of(ReaderMode.BOTH, text)

    relations = {claim.relation for claim in reading.claims}
    assert "worksFor" in relations
    assert "leads" not in relations


@pytest.mark.parametrize(
    ("text", "mayor", "town"),
    [
        # the network takes "Trenton Mayor" for a person, and Mercer
        (
            (
                "Trenton Mayor Ida Falk, her brother Nils and convicted thief Otto Brandt, "
                "a Falk supporter, were each accused of fraud."
            ),
            "Ida Falk",
            "Trenton",
        ),
        (
            "Mercer Mayor Nils Berg met Springfield Mayor Dan Roth.",
            "Nils Berg",
            "Mercer",
        ),
    ],
)
def test_word_before_mayor_is_a_town_and_no_part_of_the_name(
    readings_of: Callable[..., list[Reading]], text: str, mayor: str, town: str
) -> None:
    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.id: actor.name for actor in reading.actors}
    assert (mayor, "mayorOf", town) in {
        (names[claim.subject], claim.relation, names[claim.object])
        for claim in reading.claims
    }


def test_town_of_several_words_is_one_name(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "The Newcastle-under-Lyme MP met Dana Roth."
    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.name for actor in reading.actors}
    assert "Newcastle-under-Lyme" in names
    assert "Newcastle" not in names


def test_pronoun_is_of_the_name_that_tells_the_gender(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = (
        "Kesh Moran was rebuilding the board on Friday after Anna Quint walked away from her "
        "jobs (treasurer and deputy chair) following an audit of her expenses by Nils Berg. "
        "Moran's club has lost its sponsor."
    )
    (reading,) = readings_of(ReaderMode.BOTH, text)

    meant = {
        actor.name
        for actor in reading.actors
        if any(mention.text == "her" for mention in actor.mentions)
    }
    assert meant == {"Anna Quint"}


@pytest.mark.parametrize(
    "text",
    ["Shops closed in Norwegian-controlled Vardin.", "Norwegian-held Vardin was calm."],
)
def test_what_a_power_holds_is_a_place(
    readings_of: Callable[..., list[Reading]], text: str
) -> None:
    (reading,) = readings_of(ReaderMode.BOTH, text)

    types = {actor.name: actor.type.value for actor in reading.actors}
    assert types["Vardin"] == "Place"


def test_town_in_the_name_of_a_subject_is_a_given_name(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "Adelaide Brandt flew from Adelaide to Oslo."
    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.name for actor in reading.actors}
    assert names == {"Adelaide Brandt", "Adelaide", "Oslo"}


def test_body_of_two_trades_is_one_name(
    readings_of: Callable[..., list[Reading]],
) -> None:
    text = "The Federation of Bakers and Millers sued Delmore Bank."
    (reading,) = readings_of(ReaderMode.BOTH, text)

    names = {actor.name for actor in reading.actors}
    assert names == {"Federation of Bakers and Millers", "Delmore Bank"}
