"""Templates: what is counted is what the code can produce."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.reliability import load_reliability
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern, OwnerMark
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Pattern, Template, all_templates
from actorgraph.model import BACKGROUND_METHODS, LEARNED, ActorType, Reading

#: Templates without counts in ``ontology/reliability.tsv``, since no annotated article had such a
#: claim.  If a template is renamed without its counts, two tests fail.
UNCOUNTED = {
    "appointment, demonym",
    "appointment, possessive",
    "demonym, appointment",
    LEARNED,
    "metonym",
    "post, name",
}


def counted() -> set[str]:
    """The templates with counts."""
    return {template for template, _, _ in load_reliability().counts}


def test_every_counted_template_can_be_produced() -> None:
    assert counted() - set(map(str, all_templates())) == set()


def test_every_template_that_can_be_produced_is_counted_or_known_not_to_be() -> None:
    assert set(map(str, all_templates())) - counted() == UNCOUNTED


def test_templates_have_different_names() -> None:
    assert len(set(map(str, all_templates()))) == len(all_templates())


TEXTS = [
    "Norwegian President Dana Roth criticized Delmore Bank chairman Peter Hallam.",
    "Ada Quint (1920–2001), an aide to Dana Roth, was accused by Norway's Civic Party.",
    "Norwegian-born Otto Brandt of the Civic Party held talks with Peter Hallam in Bergen, Norway.",
    "Dana Roth was named head of the Oslo-based Delmore Bank. “Peter Hallam must go,” she said.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_claims_are_read_by_the_templates_of_the_list(
    read: Callable[[str], Reading], text: str
) -> None:
    claims = read(text).claims

    assert claims
    for claim in claims:
        template, _, _ = claim.method.partition(":")
        assert template in set(map(str, all_templates()))


def test_method_names_template_and_word() -> None:
    def method(template: Template, word: str = "") -> str:
        mention = TokenMention(0, 1, 0, ActorType.PERSON)
        return Candidate(mention, "leads", mention, 0, template, word).method

    assert method(Template(Pattern.VERB), "lead") == "verb: lead"
    assert method(Template(HolderPattern.TITLE, OwnerMark.DEMONYM), "head") == (
        "title, demonym: head"
    )
    assert method(Template(Construction.GAZETTEER)) == "gazetteer"


def test_methods_of_background_knowledge_are_constructions() -> None:
    assert set(Construction) >= BACKGROUND_METHODS
