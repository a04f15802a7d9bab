"""What speaks against a relation that only the learned reader sees."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
    UNDIVIDED,
    relation_list,
)
from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.mentions.clauses.relative_pronouns import is_of_relative
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.network.noun_phrases import share_any_phrase
from actorgraph.extraction.patterns.network.rule_facts import Fact, RuleFacts
from actorgraph.grammar import grammar_words

CITIZENSHIP = relation_list("citizenship")
MARRIAGE = relation_list("marriage")
#: Of those who are not married yet: "his *fiancée*".
UNMARRIED = grammar_words("word for a couple before marriage")


def speaks_against(
    entities: Entities, by_rules: RuleFacts, fact: Fact, score: PairScore
) -> bool:
    """Whether the words say otherwise: that another acts, governs elsewhere, or is not married yet.

    Args:
        by_rules: What the rules read.
        score: What the learned reader thinks of the fact.
    """
    person, relation, other = fact
    if _is_said_of_possession(entities.parsed, score):
        return True
    if relation in CITIZENSHIP:
        return not _may_be_citizen(entities, by_rules, person, other)
    return relation in MARRIAGE and _are_engaged(entities.parsed, score)


def _may_be_citizen(
    entities: Entities, by_rules: RuleFacts, person: int, place: int
) -> bool:
    """Whether a place is a state in a noun phrase with a person, who governs no other state."""
    if entities.all[place].subtype != COUNTRY:
        return False
    # CASE office: "Praising *Norland*, Borduria's president *Roth* left"
    governed: set[int] = set()
    for office in NATIONAL_OFFICES | UNDIVIDED:
        governed |= by_rules.objects[person, office]
    governed = {each for each in governed if entities.all[each].subtype == COUNTRY}
    is_free = not governed or place in governed
    # CASE act: "Norland's *detention* of Roth" may be that of a foreigner
    relations = by_rules.between[frozenset((person, place))]
    is_acted_on = any(person in by_rules.objects[place, name] for name in relations)
    return is_free and not is_acted_on and share_any_phrase(entities, person, place)


def _are_engaged(parsed: ParsedText, score: PairScore) -> bool:
    """Whether a word between two people says that they are not married yet."""
    first, last = sorted((score.subject.root, score.object.root))
    return not UNMARRIED.isdisjoint(parsed.lower[first:last])


def _is_said_of_possession(parsed: ParsedText, score: PairScore) -> bool:
    """Whether a clause is about a possession: "*Roth*, whose brother sued *Norland*"."""
    subject = parsed.head_of(score.subject)
    object_ = parsed.head_of(score.object)
    for clause in object_.ancestors:
        if clause.head != subject or clause.dep_ != "relcl":
            continue
        for noun in dependents(clause, *SUBJECTS):
            if is_of_relative(noun) and object_ not in noun.subtree:
                return True
    return False
