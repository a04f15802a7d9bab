"""Role phrases: "President Trump's special envoy", "an analyst at CEPA", "the Italian city of Potenza".

A role phrase is a noun phrase whose head is a role noun of the lexicon.  It is read off the words around that noun: what
stands before it (possessives, demonyms, names), which prepositional complements follow, and who bears the role – by
title, apposition, copula or appointment.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from actorgraph.extraction.lexicon import Lexicon, Sense
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import MentionKind, Status

MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "RB", "RBS", "AFX", "ADD"})
#: "Central and Eastern Europe" is one place.
COMPASS = frozenset({"central", "eastern", "western", "northern", "southern", "north", "south", "east", "west"})
COMPLEMENT_TAGS = MODIFIER_TAGS | {"DT", "IN", "TO", "CC", "POS", "PRP$", "FW"}

#: How far from its noun a complement or a bearer may stand, in tokens.
REACH = 14

#: Verbs that put a role on somebody, with or without "as".
COPULAS = frozenset({"be", "become", "remain", "stay"})
SERVING = frozenset({"serve", "work", "act", "continue", "return", "resign", "retire", "start", "begin", "play"})
APPOINTING = frozenset(
    {"appoint", "name", "elect", "nominate", "choose", "select", "make", "install", "confirm", "pick", "reelect", "re", "inaugurate", "swear", "designate", "hire", "replace"}
)


@dataclass(slots=True)
class RolePhrase:
    """A role noun with everything that was found around it.

    Attributes:
        start, end: Tokens of the phrase up to the head noun, without complements.
        word: The lexicon's form of the role noun.
        owners: Who the role is held for: (chunk, how), how being "possessive", "premodifier", "demonym" or a preposition.
        bearers: Who holds it: (chunk, how), how being "title", "apposition", "copula" or "appointment".
        last: End of the complements.
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
    adjectives: list[str] = field(default_factory=list)


def find_roles(page: Page, lexicon: Lexicon) -> list[RolePhrase]:
    """All role phrases of a page, in text order."""
    phrases: list[RolePhrase] = []
    i = 0
    while i < len(page.doc):
        phrase = _phrase_at(page, lexicon, i)
        if phrase is None:
            i += 1
            continue
        _read_before(page, lexicon, phrase)
        _read_after(page, phrase)
        phrases.append(phrase)
        i = phrase.end
    for previous, phrase in zip([None, *phrases], phrases, strict=False):
        _find_bearers(page, phrase, previous)
        if len(phrase.bearers) == 1 and not phrase.plural:
            page.let_stand_for(phrase.head, phrase.bearers[0][0])
    phrases = [part for phrase in phrases for part in _with_owners_after_names(page, phrase)]
    for previous, phrase in reversed(list(zip(phrases, phrases[1:], strict=False))):
        if not previous.bearers and _joined(page, previous, phrase):
            previous.bearers = [bearer for bearer in phrase.bearers if bearer[1] == "title"]
    return phrases


def _phrase_at(page: Page, lexicon: Lexicon, i: int) -> RolePhrase | None:
    for length in range(min(lexicon.role_length, len(page.doc) - i), 0, -1):
        head = i + length - 1
        if page.tags[head] not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        words = [*page.lower[i:head], page.lower[head]]
        word, plural = " ".join(words), False
        if word not in lexicon.roles and page.tags[head] in ("NNS", "NNPS"):
            word, plural = " ".join([*words[:-1], page.lemma(page.doc[head])]), True
        known = word in lexicon.roles or lexicon.actor_nouns.get(word) == "Person"
        if known and _is_role_here(page, i, head):
            return RolePhrase(i, head, head + 1, word, lexicon.roles.get(word, []), plural or page.tags[head] == "NNPS", last=head + 1)
    return None


def _is_role_here(page: Page, start: int, head: int) -> bool:
    """A role word inside a name is part of the name, unless the name is an organisation that ends in it."""
    chunk = page.covering(head)
    if chunk is None:
        return True
    return chunk.kind is MentionKind.NAME and chunk.type in ("Organization", "Group", "Place") and chunk.end == head + 1 and not chunk.demonym


def _read_before(page: Page, lexicon: Lexicon, phrase: RolePhrase) -> None:
    inside = page.covering(phrase.head)
    i = (inside.start if inside else phrase.start) - 1
    while i >= 0 and phrase.head - i < REACH and not page.doc[i + 1].is_sent_start:
        chunk, tag, word = page.covering(i), page.tags[i], page.lower[i]
        if chunk is not None and chunk.kind is MentionKind.PRONOUN:
            _read_possessor(page, phrase, i)
            break
        if chunk is not None:
            distant = any(lexicon.actor_nouns.get(noun) == "Organization" for noun in phrase.adjectives)
            phrase.owners.append((chunk, "demonym" if chunk.demonym else "distant" if distant else "premodifier"))
            i = chunk.start - 1
            continue
        if tag == "POS":
            _read_possessor(page, phrase, i - 1)
            break
        if tag in ("DT", "PRP$", "CD") and word not in ("no",):
            phrase.determiner = word
            phrase.start = i
            break
        if tag not in MODIFIER_TAGS and not (tag == "CC" and page.lower[i - 1] in COMPASS):
            break
        _note_modifier(lexicon, phrase, word)
        phrase.start = i
        i -= 1
    if phrase.owners and phrase.owners[-1][0].start < phrase.start:
        phrase.start = phrase.owners[-1][0].start
    if phrase.start and page.tags[phrase.start - 1] in ("DT", "CD"):
        phrase.determiner = page.lower[phrase.start - 1]
        phrase.start -= 1


def _read_possessor(page: Page, phrase: RolePhrase, i: int) -> None:
    chunk = page.covering(i)
    if chunk is not None:
        phrase.owners.append((chunk, "possessive"))
        phrase.determiner = "the"
        phrase.start = chunk.start


def _note_modifier(lexicon: Lexicon, phrase: RolePhrase, word: str) -> None:
    phrase.adjectives.append(word)
    for status in (Status.FORMER, Status.ACTING, Status.DESIGNATE):
        if word in lexicon.cues[status.value]:
            phrase.status = status


def _read_after(page: Page, phrase: RolePhrase) -> None:
    """Read complements: "of the German Chamber", "at CEPA in Washington", "of X and Y"."""
    i = phrase.end
    if i + 1 < len(page.doc) and page.tags[i] == "HYPH":
        if page.lower[i + 1] in ("elect", "designate"):
            phrase.status, phrase.end = Status.DESIGNATE, i + 2
            i += 2
        else:
            return
    preposition, limit = "", i + REACH
    while i < min(len(page.doc), limit) and not page.doc[i].is_sent_start:
        chunk = page.covering(i)
        if chunk is not None:
            if not preposition or (i > phrase.end and chunk.kind is MentionKind.PRONOUN and page.tags[i] == "PRP"):
                break
            if not _is_modifier(page, chunk):
                phrase.owners.append((chunk, preposition))
                phrase.last = chunk.end
            i = chunk.end
            continue
        tag = page.tags[i]
        if tag in ("IN", "TO"):
            preposition = page.lower[i]
        elif tag not in COMPLEMENT_TAGS or (tag == "VBG" and page.doc[i].dep_ == "acl"):
            break
        i += 1


def _is_modifier(page: Page, chunk: Chunk) -> bool:
    """Whether a name only modifies the noun after it ("of the German employers", "of Siemens's board")."""
    after = page.tags[chunk.end] if chunk.end < len(page.tags) else ""
    return chunk.demonym or after in ("POS", "NN", "NNS")


def _find_bearers(page: Page, phrase: RolePhrase, previous: RolePhrase | None) -> None:
    inside = page.covering(phrase.head)
    if inside is not None:
        if not (phrase.senses and any(inside.type in sense.subject_types for sense in phrase.senses)):
            phrase.senses = []
        phrase.bearers.append((inside, "name"))
        return
    for find in (_by_title, _by_apposed_name, _by_apposition, _by_reversed_apposition, _by_grammar):
        phrase.bearers = find(page, phrase)
        if phrase.bearers:
            return
    if previous is not None and _joined(page, previous, phrase):
        phrase.bearers = [(chunk, how) for chunk, how in previous.bearers if how != "title"]


def _with_owners_after_names(page: Page, phrase: RolePhrase) -> list[RolePhrase]:
    """ "Presidents Dana Roth of Sylvania and Ilya Marsh of Borduria": each bearer with an owner of their own."""
    if any(mark in ("possessive", "premodifier") for _, mark in phrase.owners) or not all(how == "title" for _, how in phrase.bearers):
        return [phrase]
    owners = [(bearer, _owner_after(page, bearer)) for bearer, _ in phrase.bearers]
    if not any(owner for _, owner in owners):
        return [phrase]
    return [replace(phrase, bearers=[(bearer, "title")], owners=[*phrase.owners, *([(owner, "of")] if owner else [])]) for bearer, owner in owners]


def _owner_after(page: Page, bearer: Chunk) -> Chunk | None:
    if page.lower[bearer.end : bearer.end + 1] != ["of"]:
        return None
    i = bearer.end + (2 if page.lower[bearer.end + 1 : bearer.end + 2] == ["the"] else 1)
    return page.covering(i)


def _joined(page: Page, previous: RolePhrase, phrase: RolePhrase) -> bool:
    """Whether two role phrases are coordinated: "an academic and analyst at CEPA"."""
    gap = page.lower[max(previous.end, previous.last) : phrase.start]
    return gap in (["and"], [","], [",", "and"], ["or"]) and page.doc[previous.head].sent == page.doc[phrase.head].sent


def _fits(phrase: RolePhrase, chunk: Chunk) -> bool:
    if not phrase.senses:
        return chunk.type == "Person"
    return any(chunk.type in sense.subject_types or chunk.subtype in sense.subject_types for sense in phrase.senses)


def _by_title(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    i = phrase.end
    found = []
    chunk = page.covering(i)
    while chunk is not None and chunk.kind is MentionKind.NAME and _fits(phrase, chunk) and not chunk.demonym:
        found.append((chunk, "title"))
        owner = _owner_after(page, chunk)
        i = owner.end if owner is not None else chunk.end
        if not phrase.plural or page.lower[i : i + 1] not in (["and"], [","]):
            break
        chunk = page.covering(i + 1)
    if found and page.doc[found[0][0].start].sent != page.doc[phrase.head].sent:
        return []
    return found


def _kind(phrase: RolePhrase) -> str:
    """What a noun such as "region" or "party" says its bearer is; empty for roles of people."""
    kinds = {kind for sense in phrase.senses for kind in sense.subject_types}
    return kinds.pop() if len(kinds) == 1 and kinds <= {"Place", "Organization"} and not phrase.word.startswith("capital") else ""


def _by_apposed_name(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """ "the city of Potenza": the complement of "of" is the bearer itself where the role is a kind of place."""
    kind = _kind(phrase)
    named = [owner for owner in phrase.owners if owner[1] == "premodifier" and owner[0].end == phrase.head and owner[0].type == kind and owner[0].subtype != "Country"]
    if named and not any(kind in sense.object_types and kind == "Organization" for sense in phrase.senses):
        phrase.owners.remove(named[0])
        return [(named[0][0], "name")]
    if kind != "Place":
        return []
    apposed = [owner for owner in phrase.owners if owner[1] == "of" and owner[0].type == "Place"]
    if apposed and page.lower[phrase.end] == "of":
        phrase.owners.remove(apposed[0])
        return [(apposed[0][0], "apposition")]
    return []


def _by_apposition(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """ "Sam Greene, 45, an analyst": the name before the comma."""
    i = phrase.start - 1
    if i < 1 or page.lower[i] not in (",", "(", "–", "—") or phrase.plural or page.doc[phrase.start].is_sent_start:
        return []
    i -= 1
    if page.tags[i] == "CD" and i > 1 and page.lower[i - 1] == ",":
        i -= 2
    chunk = page.covering(i) or page.actor_at(i)
    if chunk is None or chunk.kind is not MentionKind.NAME or not _fits(phrase, chunk) or page.doc[i].sent != page.doc[phrase.head].sent:
        return []
    after = page.lower[max(phrase.last, phrase.end) : max(phrase.last, phrase.end) + 1]
    if _by_reversed_apposition(page, phrase) and not phrase.determiner:
        return []
    if not phrase.determiner and page.doc[phrase.head].dep_ not in ("appos", "conj", "attr") and after not in ([","], ["."], ["and"], [")"], ["who"], ["–"]):
        return []
    return [(chunk, "apposition")]


def _by_reversed_apposition(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """ "The head of the union, Martin Jansen, said": the name after the comma, closed by another comma or a verb."""
    i = max(phrase.last, phrase.end)
    if phrase.plural or page.lower[i : i + 1] != [","] or not (phrase.determiner or phrase.owners):
        return []
    chunk = page.covering(i + 1)
    if chunk is None or chunk.kind is not MentionKind.NAME or not _fits(phrase, chunk) or chunk.demonym:
        return []
    after = page.tags[chunk.end] if chunk.end < len(page.tags) else ""
    closed = after in (",", "IN", "-LRB-", ".", "VBD", "VBZ", ":", "-RRB-", "''", "MD")
    return [(chunk, "apposition")] if closed and page.doc[i].sent == page.doc[phrase.head].sent else []


def _by_grammar(page: Page, phrase: RolePhrase) -> list[tuple[Chunk, str]]:
    """Bearers by copula ("Dubovyk is an analyst"), by "as", and by verbs of appointment."""
    noun = page.doc[phrase.head]
    while noun.dep_ == "conj" and noun.head.tag_ in ("NN", "NNS", "NNP") and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    if noun.dep_ == "appos" and page.covering(verb.i) is not None:
        chunk = page.covering(verb.i)
        return [(chunk, "apposition")] if chunk and chunk.kind is MentionKind.NAME and _fits(phrase, chunk) and not phrase.plural else []
    lemma = page.lemma(verb)
    if noun.dep_ == "attr" and lemma in COPULAS:
        return _past(page, phrase, verb, arguments(page, verb, ("nsubj",)), "copula")
    if noun.dep_ == "pobj" and lemma in SERVING:
        return _past(page, phrase, verb, arguments(page, verb, ("nsubj",)), "copula")
    if noun.dep_ in ("oprd", "attr", "pobj", "dobj", "xcomp") and lemma in APPOINTING:
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or verb.dep_ == "acl"
        chunks = arguments(page, verb, ("nsubjpass",)) if passive else arguments(page, verb, ("dobj", "nsubj:small"))
        return [(chunk, "appointment") for chunk in chunks if _fits(phrase, chunk)]
    return []


def _past(page: Page, phrase: RolePhrase, verb: object, chunks: list[Chunk], how: str) -> list[tuple[Chunk, str]]:
    """ "was the head of" and "served as" tell of a role that ended; "has been" of one that lasts."""
    tag = getattr(verb, "tag_", "")
    perfect = any(child.lower_ in ("has", "have", "'ve") for child in getattr(verb, "children", ()))
    lemma = page.lemma(verb)  # type: ignore[arg-type]
    if tag in ("VBD", "VBN") and not perfect and lemma != "become" and phrase.status is Status.CURRENT:
        phrase.status = Status.FORMER
    return [(chunk, how) for chunk in chunks if _fits(phrase, chunk)]


def arguments(page: Page, verb: object, dependencies: tuple[str, ...]) -> list[Chunk]:
    """Chunks of a verb's arguments, coordinated ones too; relative pronouns and shared subjects are followed."""
    found: list[Chunk] = []
    for child in verb.children:  # type: ignore[attr-defined]
        if child.dep_ in dependencies:
            if child.tag_ in ("WP", "WDT"):
                found.extend(_antecedent(page, verb))
                continue
            for token in (child, *child.conjuncts):
                chunk = page.actor_at(token.i)
                if chunk is not None and chunk not in found:
                    found.append(chunk)
    if not found and any(dep.startswith("nsubj") for dep in dependencies):
        found.extend(_shared_subject(page, verb, dependencies))
    return found


def _antecedent(page: Page, verb: object) -> list[Chunk]:
    if verb.dep_ != "relcl":  # type: ignore[attr-defined]
        return []
    noun = verb.head  # type: ignore[attr-defined]
    chunk = page.actor_at(noun.i)
    return [chunk] if chunk is not None else []


def _shared_subject(page: Page, verb: object, dependencies: tuple[str, ...]) -> list[Chunk]:
    """The subject that a coordinated, participial or infinitive verb takes from the verb or noun above it."""
    above = verb.head  # type: ignore[attr-defined]
    dep = verb.dep_  # type: ignore[attr-defined]
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) or above is verb:  # type: ignore[attr-defined]
        return []
    if dep == "conj" or (dep == "xcomp" and not any(child.dep_ == "dobj" for child in above.children)) or dep == "advcl" and getattr(verb, "tag_", "") == "VBG":
        return arguments(page, above, ("nsubj", "nsubjpass"))
    if dep == "xcomp":
        return arguments(page, above, ("dobj",))
    if dep == "pcomp":
        return arguments(page, above.head, ("nsubj", "nsubjpass"))
    if dep == "acl":
        chunk = page.actor_at(above.i)
        if chunk is None and above.dep_ == "dobj" and getattr(verb, "tag_", "") == "VBG":
            return arguments(page, above.head, ("nsubj",))  # "filed a suit accusing …"
        return [chunk] if chunk is not None else []
    return []
