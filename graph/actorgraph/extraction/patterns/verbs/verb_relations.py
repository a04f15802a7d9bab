"""Relations that verbs express: "X accused Y", "Y was accused by X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from actorgraph.extraction.coreference.descriptions.wordings import is_named
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon, VerbFrame
from actorgraph.extraction.knowledge.relation_lists import STANCES
from actorgraph.extraction.mentions.clauses.titled_lists import is_title_of_several
from actorgraph.extraction.modality.factuality.factuality import PLAIN, factuality
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_END,
    BEFORE_GOAL,
    CHANGING_BODIES,
    OF_ORIGIN,
)
from actorgraph.extraction.parse.dependents import dependents, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import NAME_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate, most_specific
from actorgraph.extraction.patterns.template import Pattern, Template
from actorgraph.extraction.patterns.verbs.both_parties import peoples_of
from actorgraph.extraction.patterns.verbs.contests import (
    is_of_violent,
    meant_by_predicate,
    senses_meant,
    without_violence,
)
from actorgraph.extraction.patterns.verbs.frame_words import (
    has_literal,
)
from actorgraph.extraction.patterns.verbs.mutual import is_mutual, is_reciprocal
from actorgraph.extraction.patterns.verbs.other_agents import without_causers
from actorgraph.extraction.patterns.verbs.verb_slots import (
    compound_agent,
    fill_slots,
    is_adjective,
    is_loosely_attached,
)
from actorgraph.extraction.patterns.verbs.voice import has_lasted, is_passive, is_past
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Polarity, Status
from actorgraph.vocabulary import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies of what says when.
TEMPORAL_CLAUSES = ("prep", "mark")
#: Adverbs by which the items of one list belong to those of another.
PAIRING = grammar_words("adverb of pairing")

#: Verbs of taking part, for a while or for good: "*joined* the party in condemning Roth".
JOINING = grammar_words("verb of joining")


def verb_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield the relations of all verbs that the lexicon has a frame for.

    If no frame of a verb admits its arguments, one candidate with a ``misfit`` says so.
    """
    for token in parsed.doc:
        if not _is_predicate(token):
            continue
        reader = _VerbReader(parsed, token, knowledge)
        candidates = list(reader.candidates())
        fitting = [each for each in candidates if each.misfit is None]
        fitting = without_violence(fitting)
        yield from most_specific(fitting, knowledge.vocabulary) or candidates[:1]


def _is_predicate(token: Token) -> bool:
    """Whether a word may be a verb with arguments."""
    if token.tag_ != "JJ":
        return is_verb_form(token)
    # CASE adjective: "is *critical* of"; CASE verb mistaken for one: "Roth and Marsh *own* it"
    labels = {child.dep_ for child in token.children}
    return is_adjective(token) or labels >= {"nsubj", "dobj"}


class _VerbReader:
    """Reads all frames of a verb."""

    def __init__(self, parsed: ParsedText, verb: Token, knowledge: Knowledge) -> None:
        self.parsed = parsed
        self.verb = verb
        self.knowledge = knowledge
        self.lemma = parsed.lemma(verb)

    def candidates(self) -> Iterator[Candidate]:
        """Yield what the frames of the verb express, also between arguments that do not fit."""
        if self._only_does_the_same():
            return
        frames = list(self._worded_frames())
        lexicon = self.knowledge.lexicon
        # CASE violent actors: "*police* beat Marsh", as "beat Marsh *to death*", is no contest
        possible = self._frames(lexicon) if is_of_violent(self.verb) else frames
        is_violent = any(
            frame.literal and self._relation(frame).grave for frame in possible
        )
        frames = senses_meant(self.verb, frames, is_violent=is_violent)
        frames = meant_by_predicate(self.parsed, self.verb, frames, lexicon)
        for frame in without_causers(self.parsed, self.verb, frames):
            yield from self._read(frame)

    def _worded_frames(self) -> Iterator[VerbFrame]:
        """Yield the frames whose literal words are there; of leaving only if someone left."""
        is_open = self._is_open()
        for frame in self._frames(self.knowledge.lexicon):
            if not has_literal(self.parsed, self.verb, frame):
                continue
            is_over = is_open and self._is_of_leaving(frame)
            if not is_over and not self._is_of_a_thing(frame):
                yield frame

    def _is_of_a_thing(self, frame: VerbFrame) -> bool:
        """Whether a grave word has a thing for its object: "charged Marsh *ten euros*"."""
        if frame.literal or not self._relation(frame).grave:
            return False
        affected = dependents(self.verb, "dobj", "dative", "nsubjpass")
        for noun in list(affected):
            affected += _taken_for_appositions(noun)
        things = [noun for noun in affected if not self._is_time(noun)]
        return len(things) - sum(map(is_title_of_several, things)) > 1

    def _is_time(self, noun: Token) -> bool:
        mention = self.parsed.covering(noun.i)
        return mention is not None and mention.is_time

    def _only_does_the_same(self) -> bool:
        """Whether nobody joins anything: "joined Marsh's party *in condemning* Roth"."""
        if self.lemma not in JOINING:
            return False
        following = dependents(self.verb, "prep")
        return any(dependents(preposition, "pcomp") for preposition in following)

    def _relation(self, frame: VerbFrame) -> Relation:
        return self.knowledge.vocabulary.relation(frame.sense.relation)

    def _frames(self, lexicon: Lexicon) -> Iterator[VerbFrame]:
        """Frames of the dictionary form and, as in "be born in", of the participle.

        A participle may have frames of its own in compounds: "the Bordurian-held town".
        """
        words = {self.lemma, self.verb.lower_}
        if compound_agent(self.parsed, self.verb) is not None:
            words.add(f"-{self.verb.lower_}")
        for word in sorted(words):
            yield from lexicon.verbs.get(word, ())

    def _is_open(self) -> bool:
        """Whether someone never left, or will leave: then a membership is not over."""
        stated = factuality(self.parsed, self.verb.i, self.knowledge.lexicon)
        return stated != PLAIN

    def _is_of_leaving(self, frame: VerbFrame) -> bool:
        """Whether a frame says that a relation is over: "left", but not "defected *to*"."""
        # CASE stance: "*threw* her support behind Marsh" ends none
        if not self._relation(frame).lasting or frame.sense.relation in STANCES:
            return False
        # CASE source: "was hired *from* Norvale", "joined Delmore Bank *from* Norvale"
        if self.lemma in CHANGING_BODIES and frame.prepositions == OF_ORIGIN:
            return True
        is_leaving = self.lemma in self.knowledge.lexicon.cues[Cue.LEAVING]
        return is_leaving and BEFORE_GOAL.isdisjoint(frame.prepositions)

    def _read(self, frame: VerbFrame) -> Iterator[Candidate]:
        status = self._status(frame)
        # CASE loose: "Roth left when the tower fell, killing Marsh", which need not be Roth's act
        if self._relation(frame).grave and is_loosely_attached(self.verb):
            return
        for subject, object_ in self._pairs(frame):
            candidate = Candidate(
                subject,
                frame.sense.relation,
                object_,
                self.verb.i,
                self._template(frame),
                " ".join([frame.verb, *_used_preposition(self.verb, frame)]),
                status,
                self.verb.i,
            )
            candidate.misfit = self._misfit(candidate, frame)
            # Misfits are worth a refusal only between two named actors.
            reported = is_named(subject) and is_named(object_)
            if not candidate.same_actor and (reported or candidate.misfit is None):
                yield candidate

    def _template(self, frame: VerbFrame) -> Template:
        if frame.passive:
            return Template(Pattern.VERB)
        # CASE compound: "*Bordurian-backed* rebels"
        if compound_agent(self.parsed, self.verb) is not None:
            return Template(Pattern.COMPOUND)
        passive = is_passive(self.verb)
        return Template(Pattern.PASSIVE if passive else Pattern.VERB)

    def _pairs(self, frame: VerbFrame) -> Iterable[tuple[TokenMention, TokenMention]]:
        """Return subjects and objects of the relation."""
        slots = fill_slots(self.parsed, self.verb, frame)
        # CASE two arguments: "Roth accused Marsh"
        first, second = slots[frame.subject], slots[frame.object]
        if first and second:
            # CASE pairs: "Roth and Marsh lead Delmore and Norvale, respectively"
            is_paired = len(first) == len(second) and self._is_respective()
            return (
                zip(first, second, strict=True) if is_paired else product(first, second)
            )
        # CASE reciprocal: "Roth and Marsh accused each other"
        subjects = slots["subject"]
        if frame.subject == "subject" and is_reciprocal(self.parsed, self.verb, frame):
            return permutations(subjects, 2)
        # CASE symmetric: "Roth and Marsh met", "Roth and Marsh held talks"
        if self._relation(frame).symmetric and is_mutual(self.parsed, self.verb, frame):
            parties = peoples_of(self.parsed, subjects)
            return () if self._denies_of_many(parties) else combinations(parties, 2)
        return ()

    def _denies_of_many(self, subjects: list[TokenMention]) -> bool:
        """Whether it is denied of a list, which says nothing of its pairs: "A, B, C did not"."""
        stated = factuality(self.parsed, self.verb.i, self.knowledge.lexicon)
        return len(subjects) > 2 and stated[0] is Polarity.DENIED

    def _is_respective(self) -> bool:
        sentence = self.verb.sent
        words = self.parsed.lower[sentence.start : sentence.end]
        return not PAIRING.isdisjoint(words)

    def _misfit(self, candidate: Candidate, frame: VerbFrame) -> str | None:
        subject, object_ = candidate.subject, candidate.object
        if self.knowledge.fits_sense(self.parsed, subject, object_, frame.sense):
            return None
        label = self._relation(frame).label
        subject_type = _with_article(subject.type)
        object_type = _with_article(object_.type)
        ends = f"{subject_type} and {object_type}"
        return f"“{candidate.word}” does not express “{label}” between {ends}"

    def _status(self, frame: VerbFrame) -> Status | None:
        """Return ``FORMER`` if words beside the verb say so of a lasting relation, else None."""
        if not self._relation(frame).lasting:
            return None
        # CASE removed: "was sacked by the bank"
        if frame.passive and self.lemma in self.knowledge.lexicon.cues[Cue.REMOVING]:
            return Status.FORMER
        is_over = self._is_of_leaving(frame) or self._is_over()
        return Status.FORMER if is_over else None

    def _is_over(self) -> bool:
        verb, cues = self.verb, self.knowledge.lexicon.cues
        # CASE adverb: "previously worked for", "no longer leads"
        over = cues[Cue.FORMER] | cues[Cue.ENDED]
        if has_dependent(verb, over, "advmod"):
            return True
        # CASE state in the past tense: "was based in", "lived in"
        if self.lemma in cues[Cue.STATE] and is_past(verb):
            return True
        # CASE end: "led the bank until 2019", "*owned* by Roth until 2019, the bank …"
        is_participle = verb.tag_ == "VBN" and not dependents(verb, "aux")
        if has_lasted(verb) or ((is_past(verb) or is_participle) and _has_end(verb)):
            return True
        # CASE ended: "used to work for", "stopped leading"
        return verb.dep_ == "xcomp" and self.parsed.lemma(verb.head) in cues[Cue.ENDED]


def _taken_for_appositions(noun: Token) -> list[Token]:
    """Return the second object that the parse gives to the first: "charged Marsh *ten euros*"."""
    words = dependents(noun, "appos")
    adjacent = [word for word in words if word.left_edge.i == noun.i + 1]
    # CASE name: "accused the prime minister *Marsh*"
    return [word for word in adjacent if word.tag_ not in NAME_TAGS]


def _with_article(type_: ActorType) -> str:
    """Return a type as users read it in a sentence.

    >>> _with_article(ActorType.ORGANIZATION)
    'an organization'
    """
    if type_ is ActorType.OTHER:
        return "an actor of another type"
    noun = type_.lower()
    article = "an" if noun[0] in "aeiou" else "a"
    return f"{article} {noun}"


def _has_end(verb: Token) -> bool:
    """Whether a date or time beside a verb says until when: "until May"."""
    return has_dependent(verb, BEFORE_END, *TEMPORAL_CLAUSES)


def _used_preposition(verb: Token, frame: VerbFrame) -> list[str]:
    """The preposition of the frame that the verb has here, if any."""
    words = (child.lower_ for child in verb.children)
    return sorted(frame.prepositions.intersection(words))[:1]
