"""Claims inside reported speech are attributed to whoever says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.entities import local_id
from actorgraph.extraction.modality.speech import Speech, SpeechPattern
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Pattern
from actorgraph.model import ActorId, Claim, Modality
from actorgraph.vocabulary import Relation, Vocabulary

#: Constructions whose content the speaker may do, rather than tell.
DEEDS = frozenset(
    {SpeechPattern.INFINITIVE, SpeechPattern.OBJECT, SpeechPattern.PREPOSITION}
)


def attribute_claims(
    claims: ClaimSet,
    speeches: Iterable[Speech],
    parsed: ParsedText,
    vocabulary: Vocabulary,
) -> None:
    """Set the speaker of each claim inside a speech; of nested speeches, the innermost counts.

    A grave claim of somebody whom the text does not name is an allegation: "police say that …",
    and so is one in a quotation of which the text does not say whose it is.
    """
    by_length = sorted(speeches, key=lambda speech: len(speech.content))
    for claim in list(claims):
        relation = vocabulary.relation(claim.relation)
        containing = list(_speeches_of(claim, claims, by_length, relation))
        speakers = filter(None, (_speaker(speech, claim) for speech in containing))
        speaker = next(speakers, None)
        if speaker is not None:
            claims.by_id[claim.id] = replace(claim, attributed_to=speaker)
        elif relation.grave:
            quotation = parsed.quotation_of(claims.origins[claim.id].trigger)
            if containing or quotation is not None:
                claims.by_id[claim.id] = _alleged(claim)


def _alleged(claim: Claim) -> Claim:
    if claim.modality is not Modality.ASSERTED:
        return claim
    return replace(claim, modality=Modality.ALLEGED)


def _speeches_of(
    claim: Claim, claims: ClaimSet, speeches: list[Speech], relation: Relation
) -> Iterator[Speech]:
    """Yield the speeches that contain what a claim was read from."""
    origin = claims.origins[claim.id]
    if origin.background:
        return
    # CASE demand: in "the union *must* act, Roth said", Roth's demand is that she says so
    if origin.template.pattern is Construction.MODAL_IN_SPEECH:
        speeches = [speech for speech in speeches if speech.speaker != origin.subject]
    introduces = _is_in_passing(origin, relation)
    for speech in speeches:
        # CASE introduction: in "said that Norland's president …" or "said that Ada Quint
        # (1920–2001) …", the description is the document's own, unless the speech is quoted
        is_reported = speech.direct or not introduces
        if is_reported and origin.trigger in speech.content:
            yield speech


def _is_in_passing(origin: Candidate, relation: Relation) -> bool:
    """Whether a relation is only how somebody is called: "the mayor, Roth"."""
    template = origin.template
    if template.pattern is Pattern.LEARNED:
        return relation.lasting and not origin.is_in_clause
    if relation.lasting:
        return not template.is_predicate
    return template.is_introduction


def _speaker(speech: Speech, claim: Claim) -> ActorId | None:
    """Id of the speaker; None if it is not known whom the text means."""
    mention = speech.speaker
    if mention is None or mention.actor < 0:
        return None
    speaker = local_id(mention.actor)
    # CASE deed: in "Roth agreed *to meet Marsh*" she acts, while she says so in "Roth said that
    # she had met Marsh"
    is_deed = speaker == claim.subject and speech.construction in DEEDS
    return None if is_deed else speaker
