"""What people decided about single actors: another name or class, notes, matches, hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from actorgraph.identifiers import parted_matches
from actorgraph.kinds import ACTOR_VERDICTS
from actorgraph.model import Actor, ActorId, ActorType, Judgement, Verdict
from actorgraph.resolution.claim_judgements import Ledger, Locate, rejection
from actorgraph.resolution.judgements import judgement_id
from actorgraph.vocabulary import Vocabulary

#: Verdicts that may be given several times about one actor.
_ADDED = frozenset({Verdict.NOTED, Verdict.ALIGNED})


@dataclass(slots=True)
class ActorJudgements:
    """The decisions about actors, by the ids that these have now.

    Attributes:
        hidden: Actor → why its claims are refused.
        ledger: Which decisions count.
    """

    hidden: dict[ActorId, str] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    _last: dict[tuple[ActorId, Verdict], Judgement] = field(default_factory=dict)
    _texts: dict[tuple[ActorId, Verdict], set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement], locate: Locate) -> ActorJudgements:
        """Return the decisions that count.

        Args:
            judgements: Those that were not undone, the earliest first.
            locate: Returns the actor that an id means.
        """
        decided = cls()
        for judgement in judgements:
            actor = locate(judgement.left)
            if actor is not None and judgement.verdict in ACTOR_VERDICTS:
                decided._take(actor.id, judgement)
        return decided

    def applied(
        self, actors: Mapping[ActorId, Actor], vocabulary: Vocabulary
    ) -> dict[ActorId, Actor]:
        """Return actors, by any key, with their new names, classes and notes."""
        revised: dict[ActorId, Actor] = {}
        for key, actor in actors.items():
            revised[key] = self._revised(actor, vocabulary)
        return revised

    def _take(self, actor: ActorId, judgement: Judgement) -> None:
        id_ = judgement_id(judgement)
        self.ledger.concerned.add(id_)
        self.ledger.deciding.add(id_)
        verdict = judgement.verdict
        key = actor, verdict
        if verdict in _ADDED:
            texts = self._texts.setdefault(key, set())
            texts.add(judgement.text)
            return
        earlier = self._last.get(key)
        if earlier is not None:
            self.ledger.deciding.discard(judgement_id(earlier))
        self._last[key] = judgement
        if verdict is Verdict.HIDDEN:
            self.hidden[actor] = rejection(judgement)

    def _revised(self, actor: Actor, vocabulary: Vocabulary) -> Actor:
        id_ = actor.id
        renaming = self._last.get((id_, Verdict.RENAMED))
        if renaming is not None:
            actor = _renamed(actor, renaming.text)
        retyping = self._last.get((id_, Verdict.RETYPED))
        if retyping is not None:
            actor = _retyped(actor, retyping.text, vocabulary)
        texts = self._texts
        notes = texts.get((id_, Verdict.NOTED), set())
        matches = texts.get((id_, Verdict.ALIGNED), set())
        item, others = parted_matches(matches)
        return replace(
            actor,
            wikidata=item or actor.wikidata,
            matches=others,
            notes=tuple(sorted(notes)),
        )


def main_type(class_: str, vocabulary: Vocabulary) -> ActorType | None:
    """Return the type of actors of a class; None if the ontology has no such class of actors."""
    if class_ not in vocabulary.classes:
        return None
    types = [type_ for type_ in ActorType if vocabulary.is_a(class_, type_)]
    if len(types) != 1:
        return None
    return types[0]


def _renamed(actor: Actor, name: str) -> Actor:
    names = {actor.name, *actor.aliases} - {name}
    return replace(actor, name=name, aliases=tuple(sorted(names)))


def _retyped(actor: Actor, class_: str, vocabulary: Vocabulary) -> Actor:
    """Return an actor of another class; of a class that the ontology lacks, as it was."""
    type_ = main_type(class_, vocabulary)
    if type_ is None:
        return actor
    subtype = None if class_ == type_ else class_
    return replace(actor, type=type_, subtype=subtype)
