"""The notation of frames: a small sentence with a SUBJECT and an OBJECT.

``SUBJECT accuse|blame OBJECT`` is two verbs with a direct object;
``SUBJECT impose sanction on|against OBJECT`` a verb, a literal object and a preposition;
``SUBJECT be born in OBJECT`` the passive only, but ``SUBJECT be against OBJECT`` the copula;
``SOMEBODY sell OBJECT to SUBJECT`` a verb whose own subject is neither end;
``visit|trip by SUBJECT to OBJECT`` two nouns with their prepositions;
``call by SUBJECT for OBJECT to`` a noun with an infinitive;
``charge by SUBJECT that OBJECT`` a noun with a clause whose subject is the object.
"""

from __future__ import annotations

from collections.abc import Sequence

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.lexicon import NounFrame, Sense, VerbFrame
from actorgraph.extraction.parse.closed_classes import BEING
from actorgraph.grammar import grammar_words

SUBJECT, OBJECT = SLOTS = ("SUBJECT", "OBJECT")
#: The subject of a verb that relates two others: "SOMEBODY sell OBJECT to SUBJECT".
SOMEBODY = "SOMEBODY"
#: Prepositions that make "be" a verb of its own: "SUBJECT be *against* OBJECT".
COPULA_PREPOSITIONS = grammar_words("preposition after the copula")
#: Words of the shortest frame: "SUBJECT accuse OBJECT", "visit by SUBJECT to OBJECT".
SHORTEST_VERB_FRAME, SHORTEST_NOUN_FRAME = 3, 5


def verb_frames(text: str, sense: Sense) -> list[VerbFrame]:
    """Return the frames of a sentence with a verb, one for each alternative verb.

    Raises:
        OntologyError: if the text is no such sentence.

    >>> sense = Sense("sanctioned", frozenset(), frozenset())
    >>> (frame,) = verb_frames("SUBJECT impose sanction on|against OBJECT", sense)
    >>> frame.verb, frame.literal, sorted(frame.prepositions)
    ('impose', frozenset({'sanction'}), ['against', 'on'])
    >>> [frame.subject for frame in verb_frames("OBJECT hire|employ SUBJECT", sense)]
    ['object', 'object']
    >>> (frame,) = verb_frames("SOMEBODY sell OBJECT to SUBJECT", sense)
    >>> frame.subject, frame.object, frame.literal
    ('oblique', 'object', frozenset())
    >>> (frame,) = verb_frames("SOMEBODY give OBJECT prize to SUBJECT", sense)
    >>> frame.literal
    frozenset({'prize'})
    """
    words = text.split()
    _check_verb_frame(text, words)
    passive = _is_passive(words)
    verbs, *complement = words[2:] if passive else words[1:]
    end = complement[-1] if words[0] == SOMEBODY else _last_slot(complement)
    literal, prepositions = _complement(complement, end)
    slots = {words[0]: "subject", end: "oblique" if prepositions else "object"}
    if words[0] == SOMEBODY:
        literal -= frozenset(SLOTS)
        slots[complement[0]] = "object"
    subject, object_ = slots[SUBJECT], slots[OBJECT]
    return [
        VerbFrame(sense, verb, subject, object_, literal, prepositions, passive)
        for verb in verbs.split("|")
    ]


def _is_passive(words: Sequence[str]) -> bool:
    """Whether a frame is written in the passive: "SUBJECT be born in OBJECT"."""
    if words[1] not in BEING or len(words) <= SHORTEST_VERB_FRAME:
        return False
    return words[2] not in COPULA_PREPOSITIONS


def _last_slot(words: Sequence[str]) -> str:
    return next(slot for slot in SLOTS if slot in words)


def _check_verb_frame(text: str, words: Sequence[str]) -> None:
    slots = [word for word in words if word in SLOTS]
    is_complete = sorted(slots) == [OBJECT, SUBJECT]
    begins_well = is_complete and words[0] in (slots[0], SOMEBODY)
    if begins_well and len(words) >= SHORTEST_VERB_FRAME:
        return
    raise OntologyError(
        f"the frame {text!r} must read like “SUBJECT accuse OBJECT” or “OBJECT hire SUBJECT”"
    )


def _complement(
    words: Sequence[str], end: str
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the literal words and the prepositions of what follows the verb."""
    position = words.index(end)
    before, after = words[:position], words[position + 1 :]
    prepositions = _alternatives(before[-1]) if before else frozenset()
    # CASE "SUBJECT supply OBJECT with weapon": a condition, not an argument
    if after:
        return _alternatives(after[-1]), prepositions
    # CASE "impose sanction on OBJECT", "come under fire from OBJECT"
    if len(before) > 1:
        return _alternatives(before[-2]), prepositions
    return frozenset(), prepositions


def noun_frames(text: str, sense: Sense) -> list[NounFrame]:
    """Return the frames of a phrase with a noun, one for each alternative noun.

    Raises:
        OntologyError: if the text is no such phrase.

    >>> sense = Sense("visited", frozenset(), frozenset())
    >>> [frame.noun for frame in noun_frames("visit|day trip by SUBJECT to OBJECT", sense)]
    ['visit', 'day trip']
    """
    words = text.split()
    if not set(SLOTS) <= set(words) or len(words) < SHORTEST_NOUN_FRAME:
        raise OntologyError(
            f"the frame {text!r} must read like “visit by SUBJECT to OBJECT”"
        )
    subject, object_ = words.index(SUBJECT), words.index(OBJECT)
    nouns = " ".join(words[: min(subject, object_) - 1])
    before_subject = _alternatives(words[subject - 1])
    before_object = _alternatives(words[object_ - 1])
    # CASE "call by SUBJECT for OBJECT to": a condition, as with verbs
    after = words[max(subject, object_) + 1 :]
    literal = _alternatives(after[-1]) if after else frozenset()
    frames = []
    for noun in nouns.split("|"):
        frame = NounFrame(sense, noun, before_subject, before_object, literal)
        frames.append(frame)
    return frames


def _alternatives(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))
