"""What those say who are critics by name: "*critics* say the reform favours the rich"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.candidate import (
    Candidate,
    construction_candidates,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who is against what they speak of: "*critics* say", "*opponents* argue".
CRITICS = grammar_words("noun for a critic")


def partisan_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield what critics are against by speaking of it, speech by speech."""
    for speech in speeches:
        critic = speech.speaker
        if critic is None or not _is_mere_critic(parsed, critic):
            continue
        for verb in _main_verbs(parsed, speech):
            for target in arguments(parsed, verb, ("nsubj",)):
                if _is_target(speech, target):
                    yield from construction_candidates(
                        parsed,
                        Construction.BLAME_IN_SPEECH,
                        critic,
                        target,
                        knowledge,
                        trigger=verb.i,
                    )


def _is_mere_critic(parsed: ParsedText, speaker: TokenMention) -> bool:
    """Whether speakers are only known as critics, and not as "critics *of Roth*"."""
    noun = parsed.head_of(speaker)
    if parsed.lemma(noun) not in CRITICS:
        return False
    return not dependents(noun, "poss", "prep", "compound")


def _main_verbs(parsed: ParsedText, speech: Speech) -> Iterator[Token]:
    """Yield the highest verb of a content, unless it gives another's view."""
    for i in speech.content:
        verb = parsed.doc[i]
        if not is_verb_form(verb):
            continue
        governor = verb.head.i
        if governor == i or not speech.says(governor):
            yield verb
            return


def _is_target(speech: Speech, mention: TokenMention) -> bool:
    if mention.is_pronoun:
        return False
    return speech.says(mention.start)
