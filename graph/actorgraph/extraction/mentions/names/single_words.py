"""Words of names that occur alone elsewhere: "Norvale" of Norvale Shipping, "Roth" of Dana Roth."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import SETTLEMENT
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.parsed_text import TokenMention


def first_words_of_bodies(
    evidence: NameEvidence, names: list[TokenMention]
) -> set[str]:
    """Return the first words of the longer names of organisations."""
    words: set[str] = set()
    for name in names:
        if name.is_organisation and name.length > 1:
            first = evidence.doc[name.start]
            words.add(first.text)
    return words


def surnames_of_bodies(evidence: NameEvidence, names: list[TokenMention]) -> set[str]:
    """Return the last words of bodies named like people: "the firm Ada *Quint*"."""
    return {
        evidence.last_word(name)
        for name in names
        if name.is_organisation
        and name.length > 1
        and evidence.is_given_name(name.start)
        and not evidence.ends_organisation(name.end - 1)
    }


def surnames_of_people(
    evidence: NameEvidence, names: list[TokenMention]
) -> dict[str, int]:
    """Return the surnames of people, and the first token of a name in which each comes first."""
    surnames: dict[str, int] = {}
    for name in names:
        # CASE longer name: "Dana *Lisbon*"
        if name.is_person and name.length > 1:
            surnames.setdefault(evidence.last_word(name), name.start)
        # CASE title, which makes this name a person's too: "Mr *Lisbon*", "Senator *Lisbon*"
        elif _is_titled_surname(evidence, name):
            surnames.setdefault(evidence.doc[name.start].text, name.start - 1)
    return surnames


def _is_titled_surname(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether a title precedes a word that is no country: "Senator *Lisbon*"."""
    before = name.start - 1
    if name.length > 1 or before < 0 or not evidence.doc[before].is_title:
        return False
    listed = evidence.listed(name.start, name.end)
    if listed is not None and listed.subtype != SETTLEMENT:
        return False
    return evidence.introduces_person(before)
