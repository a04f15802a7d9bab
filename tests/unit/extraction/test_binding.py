"""Pronouns of those whom a text only describes, and names that a pronoun cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A gunman opened fire in Oslo. He killed Dana Roth.",
            ("gunman", "killed", "Dana Roth"),
        ),
        (
            "Nils Berg was attacked on Monday. A man hit him. He had threatened Dana Roth.",
            ("man", "threatened", "Dana Roth"),
        ),
        # a participle and what depends on it have the subject that follows
        (
            "Otto Brandt slept. But speaking after he met Dana Roth, Nils Berg said it rained.",
            ("Nils Berg", "metWith", "Dana Roth"),
        ),
        (
            (
                "Otto Brandt slept. Speaking after he met Dana Roth in Oslo, the leader of the "
                "Harbour Party, Nils Berg, said it rained."
            ),
            ("Nils Berg", "metWith", "Dana Roth"),
        ),
        (
            "Otto Brandt slept. Speaking after he met Dana Roth, he said it rained.",
            ("Otto Brandt", "metWith", "Dana Roth"),
        ),
        # whoever speaks for somebody speaks of somebody else
        (
            "Nils Berg leads the bank. A spokesman said he had met Dana Roth.",
            ("Nils Berg", "metWith", "Dana Roth"),
        ),
    ],
)
def test_pronoun_is_of_the_subject_that_a_text_describes(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # somebody described is the subject
        (
            "Nils Berg slept. A driver saw Berg in Oslo. He had praised Dana Roth.",
            ("Nils Berg", "praised", "Dana Roth"),
        ),
        # whose government it is: that of the minister who speaks
        (
            "Nils Berg fled. The foreign minister said his government had met Dana Roth.",
            ("Nils Berg", "leads", "government of Nils Berg"),
        ),
    ],
)
def test_pronoun_is_nobody_whom_grammar_keeps_apart(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)


def test_name_below_a_pronoun_is_another(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "Otto Brandt left. He praised the aide of Brandt and criticized Ida Falk."
    )

    assert ("Otto Brandt", "criticized", "Ida Falk") not in claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brandt had met Ida Falk, he said.", "Nils Berg"),
        ("When Brandt came home, he said he had met Ida Falk.", "Otto Brandt"),
    ],
)
def test_nobody_is_called_by_name_and_then_he_in_what_he_says(
    speaker_of: Callable[[str, Triple], str | None], text: str, speaker: str
) -> None:
    beginning = "Otto Brandt was ill, Nils Berg said. "
    met = ("Otto Brandt", "metWith", "Ida Falk")

    assert speaker_of(beginning + text, met) == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("He was a cerebral man.", "Nils Berg"), ("I like music.", "Otto Brandt")],
)
def test_whoever_speaks_of_him_is_another(
    claims_of: Callable[[str], set[Triple]], words: str, speaker: str
) -> None:
    claims = claims_of(
        "Otto Brandt died on Monday. Brandt was born in Oslo. Nils Berg praised Brandt. "
        f"“{words[:-1]},” he told Ida Falk."
    )

    assert (speaker, "spokeWith", "Ida Falk") in claims


@pytest.mark.parametrize(
    ("ending", "claim"),
    [
        ("he was killed by rebels", ("rebels", "killed", "Nils Berg")),
        ("he resigned and praised Ida Falk", ("Nils Berg", "praised", "Ida Falk")),
        ("he met Ida Falk", ("Otto Brandt", "metWith", "Ida Falk")),
    ],
)
def test_whoever_is_replaced_after_an_end_has_come_to_it(
    claims_of: Callable[[str], set[Triple]], ending: str, claim: Triple
) -> None:
    text = f"Otto Brandt had waited. He replaced Nils Berg after {ending}."

    assert claim in claims_of(text)


def test_a_clause_before_a_deed_is_not_what_somebody_says(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "Ada Quint slept. Ida Falk saw it on Monday; she praised Otto Brandt."
    )

    assert ("Ida Falk", "praised", "Otto Brandt") in claims


def test_name_that_says_who_somebody_is_is_no_other(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "Otto Brandt left. He is Otto Brandt of Oslo, and he praised Ida Falk."
    )

    assert ("Otto Brandt", "praised", "Ida Falk") in claims


@pytest.mark.parametrize(
    ("act", "claim"),
    [
        ("criticized her", ("Robin Berg", "criticized", "Ada Quint")),
        ("met with her", ("Robin Berg", "metWith", "Ada Quint")),
        ("was sued by her", ("Ada Quint", "accused", "Robin Berg")),
    ],
)
def test_object_is_nobody_whom_the_subject_names_again(
    claims_of: Callable[[str], set[Triple]], act: str, claim: Triple
) -> None:
    assert claim in claims_of(
        f"Robin Berg wrote to Ada Quint in May. Later Berg {act}."
    )
