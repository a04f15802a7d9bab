"""Attributions that only the learned reader hears: its cues, each with the speaker and the content nearest to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.learned import SpeechTags
from actorgraph.extraction.modality.attribution import (
    NO_SPEAKERS,
    SHORTEST_OBJECT,
    Speech,
    quoted,
    speaker_of,
    subject_of,
    trimmed,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.quotations import Quotation

#: Most tokens between a cue and what it says; the speaker may stand between.
FARTHEST = 12
HEARD = "heard"
#: Tags of what may speak: nouns and pronouns, by their first two letters.
SPEAKING = frozenset({"NN", "PR", "WP"})


def heard(
    parsed: ParsedText,
    parts: SpeechTags,
    known: Iterable[Speech],
    quotations: list[Quotation],
) -> Iterator[Speech]:
    """Attributions whose cue and content belong to no attribution that is known."""
    taken = {i for speech in known for i in (*speech.cue, *speech.content)}
    for cue in parts.cue:
        content = _nearest(parts.content, cue)
        if (
            content is None
            or not taken.isdisjoint(cue)
            or len(taken & set(content)) * 2 > len(content)
        ):
            continue
        source = _source(parsed, parts, cue)
        said = trimmed(parsed, sorted(_whole(parsed, content, cue) - {*cue, *source}))
        if len(said) >= SHORTEST_OBJECT and any(
            parsed.tags[i][:2] in SPEAKING for i in source
        ):
            speaker = speaker_of(parsed, parsed.doc[source[0] : source[-1] + 1].root)
            lemma, direct = parsed.text(cue.start, cue.stop), quoted(said, quotations)
            taken.update(said)
            yield Speech(list(cue), source, said, HEARD, lemma, speaker, direct)


def _source(parsed: ParsedText, parts: SpeechTags, cue: range) -> list[int]:
    """The speaker's words that are heard in the same sentence, or else the subject of the cue; none if it has none."""
    sentence = parsed.sentence_of[cue.start]
    run = _nearest(
        (run for run in parts.source if parsed.sentence_of[run.start] == sentence), cue
    )
    if run is not None:
        return list(run)
    subject = subject_of(parsed.doc[cue.start : cue.stop].root)
    if subject is None or subject.dep_ == "nsubjpass" or subject.lower_ in NO_SPEAKERS:
        return []
    return sorted(token.i for token in subject.subtree if token.i not in cue)


def _whole(parsed: ParsedText, content: range, cue: range) -> set[int]:
    """What is said, with all that hangs on its head where the head hangs on the cue."""
    root = parsed.doc[content.start : content.stop].root
    governed = root.head.i in cue
    return (
        {*content, *(token.i for token in root.subtree)} if governed else set(content)
    )


def _nearest(runs: Iterable[range], cue: range) -> range | None:
    """The run with the fewest tokens between it and the cue; the one after it, if two are as near."""
    near = [
        (gap, run.start < cue.start, run)
        for run in runs
        if (gap := _gap(run, cue)) <= FARTHEST
    ]
    return min(near, key=lambda one: one[:2])[2] if near else None


def _gap(run: range, cue: range) -> int:
    return max(run.start - cue.stop, cue.start - run.stop, 0)
