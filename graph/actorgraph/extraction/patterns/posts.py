"""Posts: the offices that people hold, as the text words them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.role_phrases import HolderPattern, RolePhrase
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Template
from actorgraph.model import ActorType, MentionKind

#: Tags of words that belong to the name of a post.
POST_TAGS = frozenset({"JJ", "NN", "NNP", "HYPH", "NNS", "VBG"})

#: The family of relations that come with a post.  Relatives, allies and citizens hold none.
POST_FAMILY = "Affiliation"


def post_candidates(
    entities: Entities, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield who holds which post, and add the posts to the entities."""
    posts = _Posts(entities, knowledge.lexicon)
    for phrase in roles:
        holders = [pair for pair in phrase.holders if pair[0].type is ActorType.PERSON]
        if holders and is_post(phrase, knowledge):
            post = posts.add(phrase)
            for holder, pattern in holders:
                yield from _candidates(phrase, holder, pattern, post, knowledge)


def is_post(phrase: RolePhrase, knowledge: Knowledge) -> bool:
    """True if a role phrase names an office: a role in a body, or in somebody's service."""
    for sense in phrase.senses:
        relation = knowledge.vocabulary.relation(sense.relation)
        if relation.family == POST_FAMILY and ActorType.PERSON in sense.subject_types:
            return True
    return False


def _candidates(
    phrase: RolePhrase,
    holder: TokenMention,
    pattern: HolderPattern,
    post: TokenMention,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    for sense in knowledge.lexicon.constructions.get(Construction.POST, ()):
        yield Candidate(
            holder,
            sense.relation,
            post,
            phrase.head,
            Template(Construction.POST, pattern),
            status=phrase.status,
            stated_by=phrase.stated_by,
            negated=phrase.negated,
        )


class _Posts:
    """The posts of a document; posts of the same wording are one actor."""

    def __init__(self, entities: Entities, lexicon: Lexicon) -> None:
        self.entities = entities
        self.parsed = entities.parsed
        self.cues = lexicon.cues
        self.by_key: dict[str, Entity] = {}

    def add(self, phrase: RolePhrase) -> TokenMention:
        """Add the post that a role phrase names; return its mention."""
        start = self._start(phrase)
        post = TokenMention(
            start, phrase.end, phrase.head, ActorType.ROLE, MentionKind.NOMINAL
        )
        self.parsed.mentions.append(post)
        label = phrase.word if phrase.plural else self.parsed.text(start, phrase.end)
        key = label.lower()
        if key in self.by_key:
            self.entities.join(post, self.by_key[key])
        else:
            self.by_key[key] = self.entities.new(post, key, label=label)
        return post

    def _start(self, phrase: RolePhrase) -> int:
        """Return the first token of a post, without article, owner and status ("former")."""
        start = phrase.head + 1 - len(phrase.word.split())
        while start > phrase.start and self._is_part(start - 1):
            start -= 1
        # CASE field: in "the Balkans expert", the region is part of the post
        field = self.parsed.covering(start - 1) if start > phrase.start else None
        if field is None or field.end != start:
            return start
        is_region = field.type is ActorType.PLACE and field.subtype == "Region"
        return field.start if is_region else start

    def _is_part(self, i: int) -> bool:
        """True if token ``i``, which precedes a post, belongs to its name."""
        if self.parsed.covering(i) is not None:
            return False
        if self.parsed.tags[i] not in POST_TAGS:
            return False
        word = self.parsed.lower[i]
        status = self.cues[Cue.FORMER] | self.cues[Cue.ACTING]
        return word not in status
