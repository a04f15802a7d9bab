"""Bodies and groups that a text describes in two ways, and those that are two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader


@pytest.fixture(scope="module")
def entities_of(reader: Reader) -> Callable[[str], list[set[str]]]:
    """The actors of a text, each by the words that refer to it."""

    def find(text: str) -> list[set[str]]:
        (doc,) = reader.parser.parse([text])
        parsed, _ = reader._parse(doc)
        roles = reader._mention(parsed, None)
        entities = reader._refer(parsed, roles, None)
        return [set(map(entities.text, entity.mentions)) for entity in entities.all]

    return find


def _are_same(actors: list[set[str]], first: str, second: str) -> bool:
    assert any(first in words for words in actors), f"{first} is no mention"
    assert any(second in words for words in actors), f"{second} is no mention"
    return any({first, second} <= words for words in actors)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # CASE one owner, by a pronoun and by name, and by another noun
        (
            "Dana Roth was tried. Her lawyers appealed. Roth's attorneys left.",
            "Her lawyers",
            "Roth's attorneys",
        ),
        # CASE body of one country, in its capital
        (
            "A Norwegian court tried Dana Roth. The court in Oslo freed her.",
            "A Norwegian court",
            "The court",
        ),
        # CASE army of one state
        (
            (
                "Norway won the war. Norway thanked its armed forces. "
                "The Norwegian military left."
            ),
            "its armed forces",
            "The Norwegian military",
        ),
        (
            "Norway's army left Oslo. The army of Norway won.",
            "Norway's army",
            "The army",
        ),
        # CASE only state
        (
            "Norwegian opposition parties met. Opposition parties blamed Dana Roth.",
            "Norwegian opposition parties",
            "Opposition parties",
        ),
        (
            "Norwegian government forces fled. Government troops shot at Dana Roth.",
            "Norwegian government forces",
            "Government troops",
        ),
        # CASE only government
        (
            "The government raised taxes. Dana Roth praised it. Roth's government fell.",
            "The government",
            "Roth's government",
        ),
        # CASE government of the ruler's state
        (
            (
                "Norwegian president Dana Roth won. Roth's government is old. "
                "The Norwegian regime fell. The Swedish government slept."
            ),
            "Roth's government",
            "The Norwegian regime",
        ),
        # CASE name before the kind
        (
            "Roth told the Reuters news agency that he left. Reuters called him.",
            "the Reuters news agency",
            "Reuters",
        ),
        # CASE people of a state
        (
            "The people of Norway slept. Norwegians praised Dana Roth.",
            "The people",
            "Norwegians",
        ),
        # CASE stance
        (
            "Police fought pro-Norwegian rebels. Pro-Norway rebels fled.",
            "pro-Norwegian rebels",
            "Pro-Norway rebels",
        ),
        # CASE aside
        (
            "Oslo residents, who are poor, left. Oslo residents blamed Norway.",
            "Oslo residents",
            "Oslo residents",
        ),
        # CASE parliament by its name
        (
            "Norway's parliament met. The Storting sued Dana Roth.",
            "Storting",
            "Norway's parliament",
        ),
        # CASE government by the capital
        (
            "Norwegian authorities arrested Dana Roth. Oslo authorities left.",
            "Norwegian authorities",
            "Oslo authorities",
        ),
        (
            "The Norwegian regime fell. Dana Roth left the regime in Oslo.",
            "The Norwegian regime",
            "the regime",
        ),
        # CASE army by another word
        (
            "The Norwegian military left. Later, the army arrested Dana Roth.",
            "The Norwegian military",
            "the army",
        ),
        # CASE vague number
        (
            "Several civil rights groups left. Civil rights groups praised Dana Roth.",
            "Several civil rights groups",
            "Civil rights groups",
        ),
        # CASE focus
        (
            "It surprised even Norwegian officials, whom Dana Roth praised.",
            "Norwegian officials",
            "Norwegian officials",
        ),
        # CASE consequence
        (
            "The Norwegian government met. If Oslo falls, then the government left.",
            "The Norwegian government",
            "the government",
        ),
    ],
)
def test_a_body_may_be_described_in_two_ways(
    entities_of: Callable[[str], list[set[str]]], text: str, first: str, second: str
) -> None:
    assert _are_same(entities_of(text), first, second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # CASE bodies of two countries, one named before and one after the noun
        (
            "The Norwegian government won. The government of Kenya praised Oslo.",
            "The Norwegian government",
            "The government",
        ),
        (
            "The Norwegian army won. The army in Nairobi praised Oslo.",
            "The Norwegian army",
            "The army",
        ),
        # CASE two owners
        (
            (
                "Dana Roth and Otto Marsh were tried. Marsh's lawyers appealed. "
                "Roth's attorneys left."
            ),
            "Marsh's lawyers",
            "Roth's attorneys",
        ),
        # CASE other words
        (
            "Norway's special forces won. The Norwegian military left.",
            "Norway's special forces",
            "The Norwegian military",
        ),
        # CASE two states
        (
            (
                "Norwegian opposition parties met. Swedish opposition parties slept. "
                "Opposition parties blamed Dana Roth."
            ),
            "Norwegian opposition parties",
            "Opposition parties",
        ),
        # CASE adjective: such people are others each time
        (
            "Senior Norwegian officials met. Senior officials blamed Dana Roth.",
            "Senior Norwegian officials",
            "Senior officials",
        ),
        # CASE number
        (
            (
                "Three Norwegian opposition parties met. "
                "Three opposition parties blamed Dana Roth."
            ),
            "Three Norwegian opposition parties",
            "Three opposition parties",
        ),
        # CASE government of another state
        (
            (
                "Norwegian president Dana Roth won. Roth's government is old. "
                "The Swedish government fell."
            ),
            "Roth's government",
            "The Swedish government",
        ),
        # CASE beside each other
        (
            "Dana Roth left Oslo. Her regime fears the government.",
            "Her regime",
            "the government",
        ),
        # CASE broadcaster of a body
        (
            "Roth praised the Hezbollah broadcaster. Hezbollah fell.",
            "the Hezbollah broadcaster",
            "Hezbollah",
        ),
        # CASE some of a people
        (
            "Several people of Norway slept. Norwegians praised Dana Roth.",
            "Several people",
            "Norwegians",
        ),
        # CASE stances
        (
            "Police fought pro-Norwegian rebels. Anti-Norwegian rebels fled.",
            "pro-Norwegian rebels",
            "Anti-Norwegian rebels",
        ),
        # CASE parliament of another state
        (
            "Sweden's parliament met. The Storting sued Dana Roth.",
            "Storting",
            "Sweden's parliament",
        ),
        # CASE government of a town that is no capital
        (
            "Norwegian authorities arrested Dana Roth. Bergen authorities left.",
            "Norwegian authorities",
            "Bergen authorities",
        ),
        # CASE army of either of two states, or of the one where it acts
        (
            (
                "The Norwegian military left. The Swedish military stayed. "
                "Later, the army arrested Dana Roth."
            ),
            "The Norwegian military",
            "the army",
        ),
        (
            "The Norwegian military left. In Sweden, the army arrested Dana Roth.",
            "The Norwegian military",
            "the army",
        ),
    ],
)
def test_bodies_that_are_told_apart_are_two(
    entities_of: Callable[[str], list[set[str]]], text: str, first: str, second: str
) -> None:
    assert not _are_same(entities_of(text), first, second)
