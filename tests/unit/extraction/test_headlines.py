"""Headlines, where every word is capitalised: what they describe gets no name by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple

#: A headline, the text below it, and the claim that both make together.
RESOLVED = [
    # the envoy of the head of a state is that state's
    (
        "Castle Receives Norwegian Envoy",
        "Ida Falk, the envoy of Norwegian Prime Minister Dana Roth, arrived.",
        ("Ida Falk", "envoyOf", "Norway"),
    ),
    (
        "Norwegian Minister Resigns After Audit",
        "The finance minister of Norway, Nils Berg, left.",
        ("Nils Berg", "ministerOf", "Norway"),
    ),
    # the verb is read, though it is capitalised
    (
        "Poland Receives Norwegian Envoy",
        "Ida Falk, the Norwegian envoy, arrived.",
        ("Poland", "hosted", "Ida Falk"),
    ),
    # and though it is tagged as a noun, since an army is several people
    (
        "Mali army capture rebel base near Bamako",
        "The war went on.",
        ("Mali army", "occupied", "rebel base near Bamako"),
    ),
]


@pytest.mark.parametrize(("headline", "text", "claim"), RESOLVED)
def test_description_is_whom_the_text_names(
    claims_of: Callable[[str], set[Triple]], headline: str, text: str, claim: Triple
) -> None:
    assert claim in claims_of(f"{headline}\n\n{text}")


#: A headline, the text below it, and a word that is in the name of nobody.
UNRESOLVED = [
    ("Norwegian Envoy Meets Polish Mayor in Oslo", "It rained.", "Envoy"),
    ("Norwegian Brewer Sues Delmore Bank Over Losses", "It rained.", "Brewer"),
    # a short one, whose verb looks like a name
    ("US Envoy Lands in Oslo", "It rained.", "Lands"),
    # two people may be meant
    (
        "Norwegian Envoy Meets Polish Mayor in Oslo",
        "Norwegian envoy Ida Falk met Norwegian envoy Nils Berg.",
        "Envoy",
    ),
]


@pytest.mark.parametrize(("headline", "text", "word"), UNRESOLVED)
def test_description_alone_is_no_actor(
    types_in: Callable[[str], dict[str, str]], headline: str, text: str, word: str
) -> None:
    names = types_in(f"{headline}\n\n{text}")

    assert [name for name in names if word in name] == []


def test_description_is_whom_the_text_describes_in_the_same_words(
    read: Callable[[str], Reading],
) -> None:
    reading = read(
        "Norwegian Rebels Attack Poland After Talks\n\nNorwegian rebels attacked Poland."
    )

    (rebels,) = [actor for actor in reading.actors if "ebels" in actor.name]
    assert [mention.text for mention in rebels.mentions] == [
        "Norwegian Rebels",
        "Norwegian rebels",
    ]


def test_headline_introduces_whom_the_text_never_names(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "Knife Attack Suspect Held in Oslo After Raid\n\nThe suspect accused Nils Berg."
    )

    assert ("suspect", "accused", "Nils Berg") in claims


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Norwegian envoy met Nils Berg.", "Norwegian envoy"),
        ("A Norwegian brewer accused Nils Berg of fraud.", "Norwegian brewer"),
    ],
)
def test_description_of_a_sentence_is_an_actor(
    types_in: Callable[[str], dict[str, str]], text: str, name: str
) -> None:
    assert name in types_in(text)


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        # a comma joins the subjects of a verb in the plural
        ("Norway, Sweden hold talks", ("Norway", "negotiatedWith", "Sweden")),
        ("Norway, Sweden agree on a ceasefire", ("Norway", "agreedWith", "Sweden")),
        ("Dana Roth, Ada Quint meet in Oslo", ("Dana Roth", "metWith", "Ada Quint")),
        (
            "Norway, Sweden, Denmark hold joint talks",
            ("Sweden", "negotiatedWith", "Denmark"),
        ),
        # no verb is needed
        ("Dana Roth in talks with Ada Quint", ("Dana Roth", "metWith", "Ada Quint")),
        (
            "Delmore Bank in new deal with Norvale Oil",
            ("Delmore Bank", "agreedWith", "Norvale Oil"),
        ),
    ],
)
def test_headline_leaves_out_and_and_is(
    proposals_of: Callable[[str], set[Triple]], headline: str, claim: Triple
) -> None:
    assert claim in proposals_of(f"{headline}\nIt rained.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In Norway, Sweden hold talks.", ("Norway", "negotiatedWith", "Sweden")),
        (
            "Dana Roth, Ada Quint told Delmore News.",
            ("Ada Quint", "spokeWith", "Delmore News"),
        ),
    ],
)
def test_comma_in_a_sentence_joins_nobody(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)
