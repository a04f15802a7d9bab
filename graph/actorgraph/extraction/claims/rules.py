"""Claims that follow from claims of the same document, by rules that the ontology declares.

Every derived claim names the claims that it rests on and the rule, quotes the evidence of all of them, and is never
more certain than the least certain of them.  Nothing follows from what is denied, planned or possible, nor from what
two different speakers say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import Rule
from actorgraph.extraction.mentions.entities import Entities, number_of
from actorgraph.identifiers import digest
from actorgraph.model import ActorId, Claim, ClaimId, Modality, Polarity, Status

#: What is over, or still to come.
NOT_NOW = frozenset({Status.FORMER, Status.DESIGNATE})

#: Rules apply to what other rules derived, but not for ever.
ROUNDS = 2


def derive(
    entities: Entities, claims: Iterable[Claim], knowledge: Knowledge
) -> list[Claim]:
    """Claims that follow and are not among those given, sorted by id."""
    known = sorted(
        (claim for claim in claims if holds(claim)),
        key=lambda claim: (-claim.confidence, claim.id),
    )
    said = {(claim.subject, claim.relation, claim.object) for claim in known}
    made: dict[tuple[str, str, str], Claim] = {}
    for _ in range(ROUNDS):
        for rule in knowledge.lexicon.rules:
            for claim in _apply(rule, [*known, *made.values()], entities, knowledge):
                key = (claim.subject, claim.relation, claim.object)
                if key not in said and claim.subject != claim.object:
                    made.setdefault(key, claim)
    return sorted(made.values(), key=lambda claim: claim.id)


def holds(claim: Claim) -> bool:
    """Whether a text says plainly that something is so."""
    return claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED


def _apply(
    rule: Rule, claims: list[Claim], entities: Entities, knowledge: Knowledge
) -> Iterator[Claim]:
    for first in _about(claims, rule.source, rule.object_types, entities, knowledge):
        if rule.through is None:
            yield from _follow(rule, [first], first.object, knowledge)
        else:
            onward = [claim for claim in claims if claim.subject == first.object]
            for second in _about(
                onward, rule.through, rule.end_types, entities, knowledge
            ):
                if rule.endures or second.status not in NOT_NOW:
                    yield from _follow(rule, [first, second], second.object, knowledge)


def _follow(
    rule: Rule, premises: list[Claim], object_: ActorId, knowledge: Knowledge
) -> Iterator[Claim]:
    for claim in follow(premises, rule.derives, object_, rule.name, knowledge):
        yield (
            replace(claim, status=None, valid_from=None, valid_until=None)
            if rule.endures
            else claim
        )


def _about(
    claims: list[Claim],
    relation: str,
    classes: Iterable[str],
    entities: Entities,
    knowledge: Knowledge,
) -> Iterator[Claim]:
    """The claims of a relation, or one below it, whose object belongs to one of some classes."""
    for claim in claims:
        if relation in knowledge.vocabulary.ancestors(claim.relation):
            entity = entities.all[number_of(claim.object)]
            if knowledge.vocabulary.fits(entity.type, entity.subtype, classes):
                yield claim


def follow(
    premises: list[Claim],
    relation: str,
    object_: ActorId,
    rule: str,
    knowledge: Knowledge,
) -> Iterator[Claim]:
    """The claim about the subject of the first premise that follows from all of them by a rule.

    None where two premises are said by different speakers: neither of them says both.
    """
    speakers = {
        premise.attributed_to
        for premise in premises
        if premise.attributed_to is not None
    }
    if len(speakers) > 1:
        return
    ids = tuple(premise.id for premise in premises)
    own = knowledge.reliability.confidence("rule", relation, rule)
    yield replace(
        premises[0],
        id=ClaimId(digest(rule, relation, *ids)),
        relation=relation,
        object=object_,
        evidence=tuple(
            sorted({passage for premise in premises for passage in premise.evidence})
        ),
        status=premises[0].status
        if knowledge.vocabulary.relation(relation).lasting
        else None,
        confidence=min(own, *(premise.confidence for premise in premises)),
        method=f"rule: {rule}",
        premises=ids,
        attributed_to=next(iter(speakers), None),
    )
