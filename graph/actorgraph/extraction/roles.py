"""Role phrases: “President Roth's special envoy”, “an analyst at a think tank”, “the port of Alderfen”.

A role phrase is a noun phrase whose head is a role noun of the lexicon.  It is read off the words around that noun:
what stands before it (possessives, demonyms, names), which prepositional complements follow, and who bears the role.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from actorgraph.extraction.lexicon import COMPASS, Lexicon, Sense
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import ActorType, MentionKind, Status

MODIFIER_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "RB", "RBS", "AFX", "ADD"}
)
COMPLEMENT_TAGS = MODIFIER_TAGS | {"DT", "IN", "TO", "CC", "POS", "PRP$", "FW"}

#: Stands for an "of" that belongs to the noun before it: "leader of the miners in the state *of* Borduria".
NESTED = "nested of"

#: Whoever is at the head of these is at the head of all: "the bank's chairman of the board".
WHOLE = frozenset({"board", "management", "state", "government", "staff"})
#: A part is named by the first noun after "of", in so many tokens from the role.
NEXT_TO = 3

#: How far from its noun a complement or a bearer may stand, in tokens.
REACH = 14


@dataclass(slots=True)
class RolePhrase:
    """A role noun with everything that was found around it.

    Attributes:
        start, end: Tokens of the phrase up to the head noun, without complements.
        word: The lexicon's form of the role noun.
        owners: Who the role is held for: (chunk, how), how being "possessive", "premodifier", "demonym", "distant" (a
            noun stands between) or a preposition.
        bearers: Who holds it: (chunk, how), how being "title", "apposition", "copula" or "appointment".
        last: End of the complements.
        told_by: The verb that says that somebody bears the role ("may *become*"), if a verb does.
        negated: Whether "not" stands before the phrase.
        partial: Whether it is told to be for a part only: "the bank's head *of research*", "*political* director".
    """

    start: int
    head: int
    end: int
    word: str
    senses: list[Sense]
    plural: bool = False
    status: Status = Status.CURRENT
    determiner: str = ""
    owners: list[tuple[Chunk, str]] = field(default_factory=list)
    bearers: list[tuple[Chunk, str]] = field(default_factory=list)
    last: int = 0
    nominal: Chunk | None = None
    told_by: int | None = None
    negated: bool = False
    partial: bool = False
    adjectives: list[str] = field(default_factory=list)

    def bearers_or_description(self) -> list[tuple[Chunk, str]]:
        """Who bears the role; where nobody is named, the phrase itself describes an actor."""
        return self.bearers or ([(self.nominal, "description")] if self.nominal is not None else [])


def find_roles(page: Page, lexicon: Lexicon) -> list[RolePhrase]:
    """All role phrases of a page, in text order, their bearers still unknown."""
    phrases: list[RolePhrase] = []
    i = 0
    while i < len(page.doc):
        phrase = _phrase_at(page, lexicon, i)
        if phrase is None:
            i += 1
            continue
        _read_before(page, lexicon, phrase)
        _read_after(page, lexicon, phrase)
        phrase.partial |= _is_of_part(page, phrase.end)
        phrases.append(phrase)
        i = phrase.end
    return phrases


def _phrase_at(page: Page, lexicon: Lexicon, i: int) -> RolePhrase | None:
    for length in range(min(lexicon.role_length, len(page.doc) - i), 0, -1):
        head = i + length - 1
        if page.tags[head] not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        words = page.lower[i : head + 1]
        word, plural = " ".join(words), False
        if word not in lexicon.roles and page.tags[head] in ("NNS", "NNPS"):
            word, plural = " ".join([*words[:-1], page.lemma(page.doc[head])]), True
        known = word in lexicon.roles or lexicon.actor_nouns.get(word) == "Person"
        if known and _is_role_here(page, head):
            return RolePhrase(
                i, head, head + 1, word, lexicon.roles.get(word, []), plural or page.tags[head] == "NNPS", last=head + 1
            )
    return None


def _is_role_here(page: Page, head: int) -> bool:
    """A role word inside a name is part of the name, unless the name is an organisation that ends in it."""
    chunk = page.covering(head)
    if chunk is None:
        return True
    return (
        chunk.kind is MentionKind.NAME
        and chunk.type in ("Organization", "Group", "Place")
        and chunk.end == head + 1
        and not chunk.demonym
    )


def _read_before(page: Page, lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Read owners, modifiers and the determiner, from the noun to the left."""
    inside = page.covering(phrase.head)
    i = (inside.start if inside else phrase.start) - 1
    while i >= 0 and phrase.head - i < REACH and not page.doc[i + 1].is_sent_start:
        chunk, tag = page.covering(i), page.tags[i]
        if tag == "POS" or (chunk is not None and chunk.kind is MentionKind.PRONOUN):
            _read_possessor(page, lexicon, phrase, i - 1 if tag == "POS" else i)
            return
        if chunk is not None:
            _read_premodifier(lexicon, phrase, chunk)
            i = chunk.start
        elif tag in ("DT", "PRP$", "CD") and page.lower[i] != "no":
            phrase.determiner, phrase.start = page.lower[i], i
            return
        elif tag in MODIFIER_TAGS or (tag == "CC" and page.lower[i - 1] in COMPASS):
            _read_modifier(lexicon, phrase, page.lower[i])
            phrase.start = i
        else:
            return
        i -= 1


def _read_possessor(page: Page, lexicon: Lexicon, phrase: RolePhrase, i: int) -> None:
    chunk = page.covering(i) or _organisation(page, lexicon, i)
    if chunk is not None:
        phrase.owners.append((chunk, "possessive"))
        phrase.determiner, phrase.start = "the", chunk.start


def _organisation(page: Page, lexicon: Lexicon, i: int) -> Chunk | None:
    """A chunk for "the party" in "the party's leader"; which party is meant is found later."""
    if i == 0 or page.lower[i - 1] != "the" or lexicon.actor_nouns.get(page.lower[i]) != ActorType.ORGANIZATION:
        return None
    return page.add(Chunk(i - 1, i + 1, i, ActorType.ORGANIZATION, MentionKind.NOMINAL))


def _read_premodifier(lexicon: Lexicon, phrase: RolePhrase, chunk: Chunk) -> None:
    phrase.owners.append((chunk, _mark_of(lexicon, phrase, chunk)))
    phrase.start = min(phrase.start, chunk.start)


def _mark_of(lexicon: Lexicon, phrase: RolePhrase, chunk: Chunk) -> str:
    """How a name stands before the noun; "distant" where it belongs to a word between ("a party *board* member")."""
    between = {lexicon.actor_nouns.get(word) for word in phrase.adjectives}
    if "born" in phrase.adjectives or "Group" in between or ("Organization" in between and not chunk.demonym):
        return "distant"
    return "demonym" if chunk.demonym else "premodifier"


def _read_modifier(lexicon: Lexicon, phrase: RolePhrase, word: str) -> None:
    phrase.adjectives.append(word)
    phrase.partial |= word in lexicon.cues["partial"]
    for status in (Status.FORMER, Status.ACTING, Status.DESIGNATE):
        if word in lexicon.cues[status.value]:
            phrase.status = status


def _read_after(page: Page, lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Read complements: "of the Chamber", "at an institute in Alderfen", "of X and Y"."""
    if page.tags[phrase.end : phrase.end + 1] == ["HYPH"]:
        if page.lower[phrase.end + 1 : phrase.end + 2] not in (["elect"], ["designate"]):
            return
        phrase.status, phrase.end = Status.DESIGNATE, phrase.end + 2
    i, preposition = phrase.end, ""
    while i < min(len(page.doc), phrase.end + REACH) and not page.doc[i].is_sent_start:
        chunk, tag = page.covering(i), page.tags[i]
        if chunk is not None:
            if not preposition or page.tags[i] == "PRP" or _follows_complement(phrase, i):
                return
            _read_complement(page, phrase, chunk, preposition)
            i = chunk.end - 1
        elif _ends_complement(page, lexicon, i):
            phrase.last = i if tag == "," and preposition else phrase.last
            return
        elif tag in ("IN", "TO"):
            nested = page.lower[i] == "of" and preposition != "" and page.tags[i - 1] in ("NN", "NNS")
            preposition = NESTED if nested else page.lower[i]
        i += 1


def _is_of_part(page: Page, end: int) -> bool:
    """Whether what follows a role names no actor, but what a part of one does: "head *of research*"."""
    if page.lower[end : end + 1] != ["of"]:
        return False
    nearest = (i for i in range(end + 1, min(end + 1 + NEXT_TO, len(page.doc))) if page.tags[i] not in ("DT", "JJ"))
    noun = next(nearest, end)
    plain = page.covering(noun) is None and page.tags[noun].startswith("N")
    return plain and page.lower[noun] not in WHOLE


def _follows_complement(phrase: RolePhrase, i: int) -> bool:
    """Whether nothing stands between a complement and token ``i``: "ambassador to Borduria Peter Hallam"."""
    return bool(phrase.owners) and phrase.last == i > phrase.end


def _ends_complement(page: Page, lexicon: Lexicon, i: int) -> bool:
    """Whether a complement cannot go on at token ``i``: a verb, a comma, or another role after "and"."""
    tag = page.tags[i]
    if tag == "CC":
        return any(_phrase_at(page, lexicon, j) for j in (i + 1, i + 2) if j < len(page.doc))
    return tag not in COMPLEMENT_TAGS or (tag == "VBG" and page.doc[i].dep_ == "acl")


def _read_complement(page: Page, phrase: RolePhrase, chunk: Chunk, preposition: str) -> None:
    if not _is_modifier(page, chunk):
        phrase.owners.append((chunk, preposition))
        phrase.last = chunk.end


def _is_modifier(page: Page, chunk: Chunk) -> bool:
    """Whether a name only modifies the noun after it ("of the German employers", "of Siemens's board")."""
    after = page.tags[chunk.end] if chunk.end < len(page.tags) else ""
    return chunk.demonym or after in ("POS", "NN", "NNS", "JJ")
