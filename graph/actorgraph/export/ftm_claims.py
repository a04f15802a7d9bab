"""What becomes of the claims in FollowTheMoney: properties of things, links, or notes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from actorgraph.export.ftm_countries import countries
from actorgraph.export.ftm_schema import ANY, Link, Property, load_schemata
from actorgraph.model import (
    ActorId,
    Claim,
    Corpus,
    DocumentId,
    Status,
)
from actorgraph.remarks import reading_words

if TYPE_CHECKING:
    from actorgraph.export.corpus_lookup import Lookup
    from actorgraph.vocabulary import Vocabulary

Properties = dict[str, list[str]]
#: Id, schema and properties.
Parts = tuple[str, str, Properties]

#: Schemata of links whose words are their "relationship"; those of the others are their "role".
RELATIONSHIPS = frozenset({"Family", "Associate"})
#: Schemata of links that need no words.
WORDLESS = frozenset({"Occupancy", "Succession"})
#: Schemata of links that cannot say that they are over.
TIMELESS = RELATIONSHIPS | {"Succession"}
POST = "Position"
COUNTRY = "country"
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


class Claims:
    """The claims of a graph, sorted by what they are in FollowTheMoney.

    Attributes:
        noted: Those that no link states, sorted by id.
    """

    def __init__(self, corpus: Corpus, terms: Vocabulary, lookup: Lookup) -> None:
        self._schemata = load_schemata()
        self._terms = terms
        self._lookup = lookup
        self._properties: dict[ActorId, dict[str, set[str]]] = defaultdict(dict)
        self._linked: list[Claim] = []
        self.noted: list[Claim] = []
        plain = list(filter(self.is_fact, corpus.claims))
        located = [claim for claim in plain if self._is_about_a_country(claim)]
        self._countries = countries(corpus.actors, located)
        for claim in corpus.claims:
            self._sort(claim)

    def _sort(self, claim: Claim) -> None:
        is_fact = self.is_fact(claim)
        is_property = is_fact and claim.status is not Status.FORMER
        if is_property and self._is_stated_by_properties(claim):
            if not claim.is_background:
                self.noted.append(claim)
            return
        if is_fact and all(self._ends(claim)):
            self._linked.append(claim)
            return
        self.noted.append(claim)

    def is_fact(self, claim: Claim) -> bool:
        """Whether a claim is stated as a fact; a grave one has to be as certain as on the page."""
        relation = self._terms.relation(claim.relation)
        is_stated = claim.is_plain and not claim.attributed_to
        return is_stated and claim.confidence >= relation.threshold(0.0)

    def schema(self, actor: ActorId) -> str:
        """Return the schema of an actor, "" if there is none."""
        return self._schemata.of_actor(self._lookup.actors.get(actor))

    def is_legal_entity(self, schema: str) -> bool:
        """Whether things of a schema are people or bodies."""
        return self._schemata.is_a(schema, "LegalEntity")

    def label(self, claim: Claim) -> str:
        """Return the relation of a claim in words."""
        relation = self._terms.relation(claim.relation)
        return relation.label

    def properties(self, actor: ActorId) -> Mapping[str, set[str]]:
        """Return what the claims say of an actor as its properties."""
        values = {name: set(texts) for name, texts in self._properties[actor].items()}
        if codes := self._countries.get(actor):
            values.setdefault(COUNTRY, set()).update(codes)
        return values

    def posts(self) -> Iterator[Parts]:
        """Yield the posts that are nobody's actor: "head of state of" and a country is one."""
        posts: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._linked:
            if self._needs_post(claim):
                posts[_post_id(claim)].append(claim)
        for id_, claims in sorted(posts.items()):
            yield id_, POST, self._post(claims)

    def links(self) -> Iterator[Parts]:
        """Yield a link for each claim that is one."""
        for claim in self._linked:
            link, object_ = self._link(claim)
            yield (
                f"claim-{claim.id}",
                link.schema,
                self._link_facts(claim, link, object_),
            )

    def _ends(self, claim: Claim) -> tuple[str, str]:
        return self.schema(claim.subject), self.schema(claim.object)

    def _properties_of(self, claim: Claim) -> Iterator[Property]:
        schema = self.schema(claim.subject)
        return self._schemata.properties(claim.relation, schema, self._terms)

    def _is_about_a_country(self, claim: Claim) -> bool:
        subject = self.schema(claim.subject)
        if subject not in ("Territory", "Address"):
            return False
        return any(item.name == COUNTRY for item in self._properties_of(claim))

    def _is_stated_by_properties(self, claim: Claim) -> bool:
        """Set the properties that state a claim; False if none does."""
        facts = self._properties[claim.subject]
        is_stated = False
        for item in self._properties_of(claim):
            for value in self._values(claim.object, item):
                facts.setdefault(item.name, set()).add(value)
                is_stated = True
        return is_stated

    def _values(self, object_: ActorId, item: Property) -> set[str]:
        range_ = item.range
        name = self._lookup.name(object_)
        if range_ == COUNTRY:
            return self._countries.get(object_, set())
        if range_ == "date":
            return {name} if _DATE.fullmatch(name) else set()
        if range_ == "name":
            return {name}
        if range_ == self.schema(object_):
            return {object_}
        return set()

    def _link(self, claim: Claim) -> tuple[Link, str]:
        """Return the link of a claim, and what it leads to."""
        subject, object_ = self._ends(claim)
        link = self._schemata.link(claim.relation, (subject, object_), self._terms)
        if link is ANY:
            by_post = self._schemata.link(claim.relation, (subject, POST), self._terms)
            if by_post is not ANY:
                return by_post, _post_id(claim)
        return link, claim.object

    def _needs_post(self, claim: Claim) -> bool:
        _, object_ = self._link(claim)
        return object_ != claim.object

    def _post(self, claims: list[Claim]) -> Properties:
        place = claims[0].object
        documents: set[str] = set()
        for claim in claims:
            documents.update(self._proof(claim))
        return {
            "name": [f"{self.label(claims[0])} {self._lookup.name(place)}"],
            COUNTRY: sorted(self._countries.get(place, ())),
            "proof": sorted(documents),
        }

    def _link_facts(self, claim: Claim, link: Link, object_: str) -> Properties:
        return {
            link.subject: [claim.subject],
            link.object: [object_],
            **self._words(claim, link.schema),
            "startDate": [claim.valid_from or ""],
            "endDate": [claim.valid_until or ""],
            "summary": [] if claim.is_background else [e.quote for e in claim.evidence],
            "description": ["; ".join(reading_words(claim))],
            "recordId": [claim.id],
            "proof": self._proof(claim),
            "sourceUrl": [source.url or "" for source in self._lookup.sources(claim)],
        }

    def _proof(self, claim: Claim) -> list[str]:
        return [article_id(source.id) for source in self._lookup.sources(claim)]

    def _words(self, claim: Claim, schema: str) -> Properties:
        """Return the relation in words, and whether it is over, where the schema has room."""
        name = "relationship" if schema in RELATIONSHIPS else "role"
        words = {} if schema in WORDLESS else {name: [self.label(claim)]}
        if claim.status is Status.FORMER and schema not in TIMELESS:
            words["status"] = [claim.status.value]
        return words


def article_id(document: DocumentId) -> str:
    """Return the id of the entity of an article."""
    return f"document-{document}"


def _post_id(claim: Claim) -> str:
    return f"post-{claim.relation}-{claim.object}"
