"""Pronouns in quotations that cannot be their speaker: "“*He* lied,” Roth said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.parsed_text import TokenMention


def release_speakers(entities: Entities, speeches: Iterable[Speech]) -> None:
    """Release each "he" or "she" in a quotation that was taken for the person who is quoted.

    Args:
        entities: The actors of the text, pronouns resolved.
        speeches: Who says what in the text.
    """
    by_length = sorted(speeches, key=lambda speech: len(speech.content))
    seen: set[int] = set()
    for speech in by_length:
        pronouns: Iterable[TokenMention] = ()
        if speech.direct and speech.speaker is not None:
            pronouns = _pronouns_of_speaker(entities, speech, speech.speaker)
        for pronoun in pronouns:
            if pronoun.root in seen:
                continue
            word = entities.text(pronoun)
            reason = f"“{word}” refers to someone other than the speaker"
            entities.release(pronoun)
            entities.doubt(pronoun, reason)
        seen.update(speech.content)


def _pronouns_of_speaker(
    entities: Entities, speech: Speech, speaker: TokenMention
) -> Iterator[TokenMention]:
    """Yield the third-person pronouns of a quotation that are taken for its speaker."""
    parsed = entities.parsed
    speaks_within = parsed.quotation_of(speaker.root)
    if not speaker.is_resolved or not speaker.is_person:
        return
    for token in speech.content:
        mention = parsed.covering(token)
        if mention is None or not mention.is_pronoun:
            continue
        around = parsed.quotation_of(token)
        # CASE words within words: "“*Marsh* said *he* left,” Roth said"
        is_outside = around is not None and around != speaks_within
        is_third = parsed.lower[token] not in FIRST_PERSON
        if is_outside and is_third and mention.actor == speaker.actor:
            yield mention
