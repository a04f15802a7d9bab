"""Posts: the offices that people hold, and what follows when a post stands for its holder.

"A Russian presidential aide" names no president.  Where the same text says who holds that post, the aide is that
person's aide: a derived claim that names both of its premises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import ActorType, MentionKind, Status

#: Words that belong to the name of a post.
POST_TAGS = frozenset({"JJ", "NN", "NNP", "HYPH", "NNS", "VBG"})


def post_candidates(
    entities: Entities, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Who holds which post, as the text words it."""
    posts: dict[str, Entity] = {}
    for phrase in roles:
        holders = [
            (holder, how)
            for holder, how in phrase.holders
            if holder.type is ActorType.PERSON
        ]
        if holders and _is_post(phrase, knowledge):
            post = _add_post(entities, phrase, posts, knowledge.lexicon)
            for holder, how in holders:
                for sense in knowledge.lexicon.constructions["post"]:
                    yield Candidate(
                        holder,
                        sense.relation,
                        post,
                        phrase.head,
                        f"post, {how}",
                        "",
                        phrase.status,
                        phrase.stated_by,
                        phrase.negated,
                    )


def _is_post(phrase: RolePhrase, knowledge: Knowledge) -> bool:
    """Kin, allies and citizens hold no post; those with a role in a body or at somebody's side do."""
    relations = [
        knowledge.vocabulary.relation(s.relation)
        for s in phrase.senses
        if "Person" in s.subject_types
    ]
    return any(relation.family == "Affiliation" for relation in relations)


def _add_post(
    entities: Entities, phrase: RolePhrase, posts: dict[str, Entity], lexicon: Lexicon
) -> TokenMention:
    parsed = entities.parsed
    start = _start_of_post(parsed, phrase, lexicon)
    post = TokenMention(
        start, phrase.end, phrase.head, ActorType.ROLE, MentionKind.NOMINAL
    )
    parsed.mentions.append(post)
    label = phrase.word if phrase.plural else parsed.text(start, phrase.end)
    if label.lower() in posts:
        entities.join(post, posts[label.lower()])
    else:
        posts[label.lower()] = entities.new(post, label.lower(), label=label)
    return post


def _start_of_post(parsed: ParsedText, phrase: RolePhrase, lexicon: Lexicon) -> int:
    """Where the words of the post begin, without article, owner and status; a field ("Russia expert") belongs to it."""
    start = phrase.head + 1 - len(phrase.word.split())
    while (
        start > phrase.start
        and parsed.covering(start - 1) is None
        and parsed.tags[start - 1] in POST_TAGS
    ):
        if any(
            parsed.lower[start - 1] in lexicon.cues[status]
            for status in (Status.FORMER, Status.ACTING)
        ):
            break
        start -= 1
    field = parsed.covering(start - 1) if start > phrase.start else None
    if (
        field is not None
        and field.end == start
        and field.type is ActorType.PLACE
        and field.subtype == "Region"
    ):
        return field.start
    return start
