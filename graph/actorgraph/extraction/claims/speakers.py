"""Claims inside reported speech are attributed to whoever says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.mentions.entities import local_id
from actorgraph.extraction.modality.speech import Speech
from actorgraph.model import ActorId, Claim
from actorgraph.vocabulary import Vocabulary


def attribute_claims(
    claims: ClaimSet, speeches: Iterable[Speech], vocabulary: Vocabulary
) -> None:
    """Set the speaker of each claim inside a speech; of nested speeches, the innermost counts."""
    by_length = sorted(speeches, key=lambda speech: len(speech.content))
    for claim in list(claims):
        containing = _speeches_of(claim, claims, by_length, vocabulary)
        speaker = _speaker(next(containing, None))
        if speaker is not None and speaker != claim.subject:
            attributed = replace(claim, attributed_to=speaker)
            claims.by_id[claim.id] = attributed


def _speeches_of(
    claim: Claim, claims: ClaimSet, speeches: list[Speech], vocabulary: Vocabulary
) -> Iterator[Speech]:
    """Yield the speeches with a speaker that contain what a claim was read from."""
    origin = claims.origins[claim.id]
    if origin.background:
        return
    lasting = vocabulary.relation(claim.relation).lasting
    introduces = lasting or origin.template.is_introduction
    for speech in speeches:
        # CASE introduction: in "said that Norland's president …" or "said that Ada Quint
        # (1920–2001) …", the description is the document's own, unless the speech is quoted
        by_speaker = speech.speaker is not None and (speech.direct or not introduces)
        if by_speaker and origin.trigger in speech.content:
            yield speech


def _speaker(speech: Speech | None) -> ActorId | None:
    """Id of the speaker; None without a speech, or if it is not known whom the text means."""
    speaker = speech.speaker if speech is not None else None
    if speaker is None or speaker.actor < 0:
        return None
    return local_id(speaker.actor)
