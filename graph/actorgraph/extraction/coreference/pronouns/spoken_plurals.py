"""Whom "we" means in a quotation: the body that speaks, or that someone speaks for.

What a body did, several did: "We arrested Roth", a police officer says of the police.  Nothing but
what is done by saying so is done by a person who says "we": "We urge Norland to pay", Marsh said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from actorgraph.extraction.coreference.pronouns.unnamed import innermost_speaker
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.relation_lists import BY_WORDS, SPEAKING_FOR
from actorgraph.extraction.mentions.clauses.relative_pronouns import WHOLES
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import PRESENT_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind, Status

#: "*We* condemn it".
WE = grammar_words("plural pronoun of the first person")
PRONOUN_TAG = "PRP"


def link_spoken_plurals(
    entities: Entities,
    roles: Iterable[RolePhrase],
    speeches: Iterable[Speech],
    lexicon: Lexicon,
) -> None:
    """Resolve "we" and "us" in quotations, where it is clear who is meant."""
    direct = [speech for speech in speeches if speech.direct]
    bodies = _bodies_spoken_for(entities, roles)
    for pronoun in list(_spoken(entities)):
        speaker = innermost_speaker(entities, pronoun, direct)
        if speaker is None:
            continue
        if speaker.is_person:
            body = entities.only(bodies[speaker.number])
            meant = body or _by_words(entities, pronoun, speaker, lexicon)
        else:
            meant = speaker
        if meant is not None:
            pronoun.type, pronoun.subtype = meant.type, meant.subtype
            entities.parsed.add(pronoun)
            entities.join(pronoun, meant)


def _spoken(entities: Entities) -> Iterator[TokenMention]:
    """Yield a mention, not yet in the text, for each "we" in a quotation."""
    parsed = entities.parsed
    for i, word in enumerate(parsed.lower):
        if word not in WE or parsed.tags[i] != PRONOUN_TAG:
            continue
        # CASE everybody: "we *all* need the harbour"
        is_everybody = parsed.word(i + 1) in WHOLES
        if parsed.quotation_of(i) is not None and not is_everybody:
            yield TokenMention(i, i + 1, i, ActorType.GROUP, MentionKind.PRONOUN)


def _bodies_spoken_for(
    entities: Entities, roles: Iterable[RolePhrase]
) -> dict[int, set[int]]:
    """Return the numbers of the bodies for which each entity speaks."""
    bodies: dict[int, set[int]] = defaultdict(set)
    for phrase in roles:
        is_speaker = not SPEAKING_FOR.isdisjoint(phrase.relations)
        if not is_speaker or phrase.status is not Status.CURRENT:
            continue
        speakers = [holder.mention for holder in phrase.holders]
        if phrase.nominal is not None:
            speakers.append(phrase.nominal)
        for owner in phrase.owners:
            body = entities.of(owner.mention)
            if body is not None and not body.is_person:
                for speaker in speakers:
                    bodies[speaker.actor].add(body.number)
    return bodies


def _by_words(
    entities: Entities, pronoun: TokenMention, speaker: Entity, lexicon: Lexicon
) -> Entity | None:
    """Return a speaker who does something by these words: "We *condemn* the raid"."""
    token = entities.parsed.doc[pronoun.root]
    verb = token.head
    is_said_now = token.dep_ == "nsubj" and verb.tag_ in PRESENT_TAGS
    lemma = entities.parsed.lemma(verb)
    return speaker if is_said_now and lexicon.says(lemma, BY_WORDS) else None
