"""Whom "they" refers to, where that is several people: "*Roth and Marsh* met. They slept."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.arguments import SUBJECTS
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.word_tags import PLURAL_TAGS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Span

#: Types of actors that may be coordinated; all have to be of one type.
TYPES = frozenset({ActorType.PERSON, ActorType.ORGANIZATION, ActorType.PLACE})
PLURAL_PRONOUN_TAG = "PRP"


def link_coordinated(entities: Entities) -> None:
    """Resolve "they" and "them" to the coordinated subjects of the sentence before.

    Such a pronoun stays without an entity of its own: as an argument it means these names.
    """
    parsed = entities.parsed
    sentences = list(parsed.sentences())
    for pronoun in parsed.in_order():
        number = parsed.sentence_of[pronoun.root]
        if number == 0 or not _is_plural(entities, pronoun):
            continue
        names = _coordinated_subjects(entities, sentences[number - 1])
        if names and parsed.same_paragraph(names[0].start, pronoun.start):
            parsed.set_members(pronoun.root, names)


def _is_plural(entities: Entities, pronoun: TokenMention) -> bool:
    """Whether a mention is an unresolved "they" or "them" outside of quotations."""
    parsed = entities.parsed
    is_pronoun = pronoun.kind is MentionKind.PRONOUN and pronoun.actor < 0
    is_plural = pronoun.type is ActorType.GROUP
    is_personal = parsed.tags[pronoun.root] == PLURAL_PRONOUN_TAG
    in_quotation = parsed.quotation_of(pronoun.root) is not None
    return is_pronoun and is_plural and is_personal and not in_quotation


def _coordinated_subjects(entities: Entities, sentence: Span) -> list[TokenMention]:
    """Return the names that are together the subject of a sentence; none if in doubt."""
    parsed = entities.parsed
    subjects = [child for child in sentence.root.children if child.dep_ in SUBJECTS]
    if len(subjects) != 1:
        return []
    names: list[TokenMention] = []
    for token in (subjects[0], *subjects[0].conjuncts):
        name = parsed.actor_at(token.i)
        if name is None or name.kind is not MentionKind.NAME or name.actor < 0:
            return []
        names.append(name)
    is_clear = _are_alike(names) and not _has_plural_noun(entities, sentence)
    return names if is_clear else []


def _are_alike(names: list[TokenMention]) -> bool:
    types = {name.type for name in names}
    return len(names) > 1 and len(types) == 1 and types <= TYPES


def _has_plural_noun(entities: Entities, sentence: Span) -> bool:
    """Whether a plural noun may be meant too: "Roth and Marsh met the *miners*"."""
    parsed = entities.parsed
    for token in sentence:
        is_name = parsed.covering(token.i) is not None and token.tag_ == "NNPS"
        if token.tag_ in PLURAL_TAGS and not is_name:
            return True
    return False
