"""Role phrases: “President Roth's special envoy”, “an analyst at a think tank”, “the port of Alderfen”.

A role phrase is a noun phrase whose head is a role noun of the lexicon.  It is read off the words around that noun:
what stands before it (possessives, demonyms, names), which prepositional complements follow, and who bears the role.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from actorgraph.extraction.knowledge.lexicon import COMPASS, Lexicon, Sense
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, MentionKind, Status

MODIFIER_TAGS = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "VBN",
        "VBG",
        "HYPH",
        "CD",
        "RB",
        "RBS",
        "AFX",
        "ADD",
    }
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
        stated_by: The verb that says that somebody bears the role ("may *become*"), if a verb does.
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
    owners: list[tuple[TokenMention, str]] = field(default_factory=list)
    holders: list[tuple[TokenMention, str]] = field(default_factory=list)
    last: int = 0
    nominal: TokenMention | None = None
    stated_by: int | None = None
    negated: bool = False
    partial: bool = False
    adjectives: list[str] = field(default_factory=list)

    def holders_or_description(self) -> list[tuple[TokenMention, str]]:
        """Who bears the role; where nobody is named, the phrase itself describes an actor."""
        return self.holders or (
            [(self.nominal, "description")] if self.nominal is not None else []
        )


def find_roles(parsed: ParsedText, lexicon: Lexicon) -> list[RolePhrase]:
    """All role phrases of a page, in text order, their bearers still unknown."""
    phrases: list[RolePhrase] = []
    i = 0
    while i < len(parsed.doc):
        phrase = _phrase_at(parsed, lexicon, i)
        if phrase is None:
            i += 1
            continue
        _read_before(parsed, lexicon, phrase)
        _read_after(parsed, lexicon, phrase)
        phrase.partial |= _is_of_part(parsed, phrase.end)
        phrases.append(phrase)
        i = phrase.end
    return phrases


def _phrase_at(parsed: ParsedText, lexicon: Lexicon, i: int) -> RolePhrase | None:
    for length in range(min(lexicon.role_length, len(parsed.doc) - i), 0, -1):
        head = i + length - 1
        if parsed.tags[head] not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        words = parsed.lower[i : head + 1]
        word, plural = " ".join(words), False
        if word not in lexicon.roles and parsed.tags[head] in ("NNS", "NNPS"):
            word, plural = " ".join([*words[:-1], parsed.lemma(parsed.doc[head])]), True
        known = word in lexicon.roles or lexicon.actor_nouns.get(word) == "Person"
        if known and _is_role_here(parsed, head):
            return RolePhrase(
                i,
                head,
                head + 1,
                word,
                lexicon.roles.get(word, []),
                plural or parsed.tags[head] == "NNPS",
                last=head + 1,
            )
    return None


def _is_role_here(parsed: ParsedText, head: int) -> bool:
    """A role word inside a name is part of the name, unless the name is an organisation that ends in it."""
    mention = parsed.covering(head)
    if mention is None:
        return True
    return (
        mention.kind is MentionKind.NAME
        and mention.type in ("Organization", "Group", "Place")
        and mention.end == head + 1
        and not mention.demonym
    )


def _read_before(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Read owners, modifiers and the determiner, from the noun to the left."""
    inside = parsed.covering(phrase.head)
    i = (inside.start if inside else phrase.start) - 1
    while i >= 0 and phrase.head - i < REACH and not parsed.doc[i + 1].is_sent_start:
        mention, tag = parsed.covering(i), parsed.tags[i]
        if tag == "POS" or (
            mention is not None and mention.kind is MentionKind.PRONOUN
        ):
            _read_possessor(parsed, lexicon, phrase, i - 1 if tag == "POS" else i)
            return
        if mention is not None:
            _read_premodifier(lexicon, phrase, mention)
            i = mention.start
        elif tag in ("DT", "PRP$", "CD") and parsed.lower[i] != "no":
            phrase.determiner, phrase.start = parsed.lower[i], i
            return
        elif tag in MODIFIER_TAGS or (tag == "CC" and parsed.lower[i - 1] in COMPASS):
            _read_modifier(lexicon, phrase, parsed.lower[i])
            phrase.start = i
        else:
            return
        i -= 1


def _read_possessor(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> None:
    mention = parsed.covering(i) or _organisation(parsed, lexicon, i)
    if mention is not None:
        phrase.owners.append((mention, "possessive"))
        phrase.determiner, phrase.start = "the", mention.start


def _organisation(parsed: ParsedText, lexicon: Lexicon, i: int) -> TokenMention | None:
    """A chunk for "the party" in "the party's leader"; which party is meant is found later."""
    if (
        i == 0
        or parsed.lower[i - 1] != "the"
        or lexicon.actor_nouns.get(parsed.lower[i]) != ActorType.ORGANIZATION
    ):
        return None
    return parsed.add(
        TokenMention(i - 1, i + 1, i, ActorType.ORGANIZATION, MentionKind.NOMINAL)
    )


def _read_premodifier(
    lexicon: Lexicon, phrase: RolePhrase, mention: TokenMention
) -> None:
    phrase.owners.append((mention, _mark_of(lexicon, phrase, mention)))
    phrase.start = min(phrase.start, mention.start)


def _mark_of(lexicon: Lexicon, phrase: RolePhrase, mention: TokenMention) -> str:
    """How a name stands before the noun; "distant" where it belongs to a word between ("a party *board* member")."""
    between = {lexicon.actor_nouns.get(word) for word in phrase.adjectives}
    if (
        "born" in phrase.adjectives
        or "Group" in between
        or ("Organization" in between and not mention.demonym)
    ):
        return "distant"
    return "demonym" if mention.demonym else "premodifier"


def _read_modifier(lexicon: Lexicon, phrase: RolePhrase, word: str) -> None:
    phrase.adjectives.append(word)
    phrase.partial |= word in lexicon.cues["partial"]
    for status in (Status.FORMER, Status.ACTING, Status.DESIGNATE):
        if word in lexicon.cues[status.value]:
            phrase.status = status


def _read_after(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Read complements: "of the Chamber", "at an institute in Alderfen", "of X and Y"."""
    if parsed.tags[phrase.end : phrase.end + 1] == ["HYPH"]:
        if parsed.lower[phrase.end + 1 : phrase.end + 2] not in (
            ["elect"],
            ["designate"],
        ):
            return
        phrase.status, phrase.end = Status.DESIGNATE, phrase.end + 2
    i, preposition = phrase.end, ""
    while (
        i < min(len(parsed.doc), phrase.end + REACH) and not parsed.doc[i].is_sent_start
    ):
        mention, tag = parsed.covering(i), parsed.tags[i]
        if mention is not None:
            if (
                not preposition
                or parsed.tags[i] == "PRP"
                or _follows_complement(phrase, i)
            ):
                return
            _read_complement(parsed, phrase, mention, preposition)
            i = mention.end - 1
        elif _ends_complement(parsed, lexicon, i):
            phrase.last = i if tag == "," and preposition else phrase.last
            return
        elif tag in ("IN", "TO"):
            nested = (
                parsed.lower[i] == "of"
                and preposition != ""
                and parsed.tags[i - 1] in ("NN", "NNS")
            )
            preposition = NESTED if nested else parsed.lower[i]
        i += 1


def _is_of_part(parsed: ParsedText, end: int) -> bool:
    """Whether what follows a role names no actor, but what a part of one does: "head *of research*"."""
    if parsed.lower[end : end + 1] != ["of"]:
        return False
    nearest = (
        i
        for i in range(end + 1, min(end + 1 + NEXT_TO, len(parsed.doc)))
        if parsed.tags[i] not in ("DT", "JJ")
    )
    noun = next(nearest, end)
    plain = parsed.covering(noun) is None and parsed.tags[noun].startswith("N")
    return plain and parsed.lower[noun] not in WHOLE


def _follows_complement(phrase: RolePhrase, i: int) -> bool:
    """Whether nothing stands between a complement and token ``i``: "ambassador to Borduria Peter Hallam"."""
    return bool(phrase.owners) and phrase.last == i > phrase.end


def _ends_complement(parsed: ParsedText, lexicon: Lexicon, i: int) -> bool:
    """Whether a complement cannot go on at token ``i``: a verb, a comma, or another role after "and"."""
    tag = parsed.tags[i]
    if tag == "CC":
        return any(
            _phrase_at(parsed, lexicon, j)
            for j in (i + 1, i + 2)
            if j < len(parsed.doc)
        )
    return tag not in COMPLEMENT_TAGS or (tag == "VBG" and parsed.doc[i].dep_ == "acl")


def _read_complement(
    parsed: ParsedText, phrase: RolePhrase, mention: TokenMention, preposition: str
) -> None:
    if not _is_modifier(parsed, mention):
        phrase.owners.append((mention, preposition))
        phrase.last = mention.end


def _is_modifier(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a name only modifies the noun after it ("of the German employers", "of Siemens's board")."""
    after = parsed.tags[mention.end] if mention.end < len(parsed.tags) else ""
    return mention.demonym or after in ("POS", "NN", "NNS", "JJ")
