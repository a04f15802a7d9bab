"""People without a name: the author, and a pronoun with no antecedent.

Within quotation marks and in an interview "I" is the speaker; elsewhere it is the author.  A text
that was cut out of a longer one may mention "him" without ever naming him.  Such people are actors
of this document only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON, pronoun_gender
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.modality.speech.speech import Speech, SpeechPattern
from actorgraph.extraction.parse.parsed_text import TokenMention

GENDERS = frozenset({"f", "m"})
LABELS = {"f": "unnamed woman", "m": "unnamed man"}
AUTHOR = "author of the text"


# first person ---------------------------------------------------------------------------


def link_first_person(entities: Entities, speeches: Iterable[Speech]) -> None:
    """Resolve "I" and "my" to the speaker of their quotation or turn, else to the author.

    Args:
        speeches: Who says what in the text.
    """
    said = list(speeches)
    direct = [speech for speech in said if speech.direct]
    in_turns = _tokens_of_turns(direct)
    author: Entity | None = None
    for pronoun in _unresolved_pronouns(entities):
        if not _is_first_person(entities, pronoun):
            continue
        is_quoted = entities.parsed.quotation_of(pronoun.root) is not None
        if is_quoted or pronoun.root in in_turns:
            _link_speaker(entities, pronoun, direct)
        # CASE lost quotation marks: "We had a deal and *I* kept it, Roth said"
        elif any(_is_of_other(entities, pronoun, speech) for speech in said):
            _doubt(entities, pronoun)
        elif author is None:
            author = entities.new(pronoun, "author", label=AUTHOR)
        else:
            entities.join(pronoun, author)


def _is_of_other(entities: Entities, pronoun: TokenMention, speech: Speech) -> bool:
    """Whether "I" is in the words of someone other than the author."""
    speaker = speech.speaker
    if speaker is None or pronoun.root not in speech.content:
        return False
    return not _is_first_person(entities, speaker)


def _tokens_of_turns(speeches: list[Speech]) -> set[int]:
    tokens: set[int] = set()
    for speech in speeches:
        if speech.pattern is SpeechPattern.TURN:
            tokens.update(speech.content)
    return tokens


def _is_first_person(entities: Entities, pronoun: TokenMention) -> bool:
    return entities.parsed.head_word(pronoun) in FIRST_PERSON


def _link_speaker(
    entities: Entities, pronoun: TokenMention, speeches: list[Speech]
) -> None:
    """Resolve "I" to the speaker of the innermost speech, if that is a person."""
    entity = innermost_speaker(entities, pronoun, speeches)
    if entity is not None and entity.is_person:
        entities.join(pronoun, entity)
    else:
        _doubt(entities, pronoun)


def innermost_speaker(
    entities: Entities, pronoun: TokenMention, speeches: list[Speech]
) -> Entity | None:
    """Return whoever says the innermost of the speeches around a pronoun, if that is known."""
    around = list(_speeches_around(entities, pronoun, speeches))
    innermost = min(around, key=lambda speech: len(speech.content), default=None)
    speaker = None if innermost is None else innermost.speaker
    return None if speaker is None else entities.of(speaker)


def _doubt(entities: Entities, pronoun: TokenMention) -> None:
    word = entities.parsed.head_word(pronoun)
    entities.doubt(pronoun, f"cannot tell who says “{word}”")


def _speeches_around(
    entities: Entities, pronoun: TokenMention, speeches: list[Speech]
) -> Iterator[Speech]:
    """Yield what is said around "I" by someone who is not in the same quotation.

    In “I left before Roth said that …” within one quotation, "I" is not Roth.
    """
    quotation = entities.parsed.quotation_of(pronoun.root)
    for speech in speeches:
        if pronoun.root not in speech.content:
            continue
        if not _is_quoted_in(entities, speech.speaker, quotation):
            yield speech


def _is_quoted_in(
    entities: Entities, speaker: TokenMention | None, quotation: int | None
) -> bool:
    """Whether a speaker is mentioned within a quotation."""
    if speaker is None or quotation is None:
        return False
    quotation_of = entities.parsed.quotation_of
    return quotation_of(speaker.root) == quotation


# third person ---------------------------------------------------------------------------


def link_third_person(entities: Entities) -> None:
    """Make an actor of a "he" or "she" that can be no one the text has mentioned."""
    parsed = entities.parsed
    first_mentions = _first_mentions(entities)
    unnamed: dict[str, Entity] = {}
    for pronoun in _unresolved_pronouns(entities):
        if not pronoun.is_person or _is_first_person(entities, pronoun):
            continue
        gender = pronoun_gender(parsed.head_word(pronoun))
        first_sentence = first_mentions.get(gender, len(parsed.doc))
        if gender in unnamed:
            entities.join(pronoun, unnamed[gender])
        elif parsed.sentence_of[pronoun.root] < first_sentence:
            key, label = f"unnamed {gender}", LABELS[gender]
            unnamed[gender] = entities.new(pronoun, key, label=label)


def _first_mentions(entities: Entities) -> dict[str, int]:
    """Return the first sentence that mentions a person who may have each gender."""
    first: dict[str, int] = {}
    for entity in entities.all:
        if not entity.is_person or not entity.mentions or entity.bare:
            continue
        sentence = entities.parsed.sentence_of[entity.start]
        for gender in entity.genders or GENDERS:
            earliest = first.get(gender, sentence)
            first[gender] = min(sentence, earliest)
    return first


def _unresolved_pronouns(entities: Entities) -> list[TokenMention]:
    return [
        mention
        for mention in entities.parsed.in_order()
        if mention.is_pronoun and not mention.is_resolved
    ]
