"""Claims inside reported speech are attributed to whoever says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.pronoun_words import PERFORMERS
from actorgraph.extraction.knowledge.relation_lists import BY_WORDS
from actorgraph.extraction.mentions.entities import local_id
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern
from actorgraph.extraction.modality.speech.speech import Speech, SpeechPattern
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import PRESENT_TAGS
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Pattern
from actorgraph.model import ActorId, Claim, Modality
from actorgraph.vocabulary import Relation, Vocabulary

#: Ways to report speech in which the content may be what the speaker does, not says.
DEEDS = frozenset(
    {
        SpeechPattern.INFINITIVE,
        SpeechPattern.OBJECT,
        SpeechPattern.PREPOSITION,
    }
)

#: What the writer calls a person or thing.
NAMING_IN_PASSING = frozenset({HolderPattern.APPOSITION, Construction.POSSESSIVE})

#: What speakers themselves do by what they say.
BY_SPEAKING = frozenset(
    {
        Construction.APPROVAL_IN_SPEECH,
        Construction.BLAME_IN_SPEECH,
        Construction.MODAL_IN_SPEECH,
        Construction.PRAISE_IN_SPEECH,
        Construction.WRONGDOING_IN_SPEECH,
    }
)


def attribute_claims(
    claims: ClaimSet,
    speeches: Iterable[Speech],
    parsed: ParsedText,
    vocabulary: Vocabulary,
) -> None:
    """Set the speaker of each claim inside a speech; of nested speeches, the innermost counts.

    A grave claim by an unnamed speaker is an allegation ("police say that …"), and so is one in a
    quotation that the text attributes to nobody.
    """
    contents = _by_content(speeches)
    for claim in list(claims):
        relation = vocabulary.relation(claim.relation)
        origin = claims.origins[claim.id]
        around = contents.get(origin.trigger, [])
        containing = list(_speeches_of(origin, around, parsed, relation))
        speaker = next(filter(None, map(_speaker, containing)), None)
        if speaker is not None:
            claims.by_id[claim.id] = replace(claim, attributed_to=speaker)
        elif relation.grave and not _is_done_by_saying(origin, parsed):
            quotation = parsed.quotation_of(origin.trigger)
            if containing or quotation is not None:
                claims.by_id[claim.id] = _alleged(claim)


def _alleged(claim: Claim) -> Claim:
    if claim.modality is not Modality.ASSERTED:
        return claim
    return replace(claim, modality=Modality.ALLEGED)


def _by_content(speeches: Iterable[Speech]) -> Mapping[int, list[Speech]]:
    """Return the speeches that contain each token, the shortest first."""
    containing: dict[int, list[Speech]] = defaultdict(list)
    for speech in sorted(speeches, key=lambda speech: len(speech.content)):
        for i in speech.content:
            containing[i].append(speech)
    return containing


def _speeches_of(
    origin: Candidate,
    speeches: list[Speech],
    parsed: ParsedText,
    relation: Relation,
) -> Iterator[Speech]:
    """Yield those of the speeches around a trigger in which its claim is said."""
    if origin.template.is_background:
        return
    # CASE demand: in "the union *must* act, Roth said", Roth's demand is that she says so
    if origin.template.pattern in BY_SPEAKING:
        speeches = [speech for speech in speeches if speech.speaker != origin.subject]
    # CASE act of speaking: "I *condemn* the raid, Roth said" is what she does
    elif _is_done_by_saying(origin, parsed):
        actor = origin.subject.actor
        speeches = [each for each in speeches if _speaker(each) != local_id(actor)]
    introduces = _is_in_passing(origin, relation)
    for speech in speeches:
        # CASE introduction: in "said that Norland's president …" or "said that Ada Quint
        # (1920–2001) …", the description is the document's own, unless the speech is quoted
        is_reported = speech.direct or not introduces
        if is_reported and not _is_deed(speech, origin, parsed):
            yield speech


def _is_done_by_saying(origin: Candidate, parsed: ParsedText) -> bool:
    """Whether speakers do something by saying so now: "I *condemn* it", not "I condemned it"."""
    is_own = parsed.head_word(origin.subject) in PERFORMERS
    is_now = parsed.tags[origin.trigger] in PRESENT_TAGS
    return is_own and is_now and origin.relation in BY_WORDS


def _is_in_passing(origin: Candidate, relation: Relation) -> bool:
    """Whether a relation is only how someone is called: "the mayor, Roth"."""
    template = origin.template
    if template.pattern is Pattern.LEARNED:
        return not relation.grave and not origin.is_in_clause
    if relation.lasting:
        return not template.is_predicate
    # CASE act in an apposition: "praised his predecessor, Marsh"; work: "rejected *Roth's plan*"
    is_beside_noun = template.pattern in NAMING_IN_PASSING and not relation.grave
    return is_beside_noun or template.is_introduction


def _is_deed(speech: Speech, origin: Candidate, parsed: ParsedText) -> bool:
    """Whether the text says something in its own voice although a speech contains it."""
    if speech.direct:
        return False
    # CASE source: in "*Roth's ally Marsh* said …" the text calls Marsh Roth's ally
    if origin.subject.root in speech.source:
        return True
    # CASE deed: in "Roth agreed *to meet Marsh*" she acts, while she says so in "Roth said that
    # she had met Marsh"
    if speech.pattern not in DEEDS and not _is_of_object(speech, parsed):
        return False
    mention = speech.speaker
    is_speaker = mention is not None and mention.actor == origin.subject.actor >= 0
    return is_speaker or _is_in_relative_clause(origin.trigger, speech, parsed)


def _is_of_object(speech: Speech, parsed: ParsedText) -> bool:
    """Whether a speech that the network found is about an object: "rejected *the bid of Roth*"."""
    if speech.pattern is not SpeechPattern.LEARNED:
        return False
    root = parsed.doc[speech.content[0] : speech.content[-1] + 1].root
    return root.dep_ == "dobj"


def _is_in_relative_clause(trigger: int, speech: Speech, parsed: ParsedText) -> bool:
    """Whether a clause within a content says it: "hopes to meet Marsh, *who praised Hale*"."""
    for word in (parsed.doc[trigger], *parsed.doc[trigger].ancestors):
        is_inside = speech.says(word.i) and speech.says(word.head.i)
        if word.dep_ == "relcl" and is_inside:
            return True
    return False


def _speaker(speech: Speech) -> ActorId | None:
    """Id of the speaker; None if it is unknown which actor the text means."""
    mention = speech.speaker
    if mention is None or not mention.is_resolved:
        return None
    return local_id(mention.actor)
