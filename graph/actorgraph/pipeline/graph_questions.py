"""The questions that a stored graph answers, as methods."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from actorgraph.errors import NotFound
from actorgraph.model import NOT_ACTING, Actor, ClaimId, DocumentId
from actorgraph.names import fold_name
from actorgraph.pipeline.opened_graph import OpenedGraph

if TYPE_CHECKING:
    from actorgraph.analysis.questions.brokers import Broker
    from actorgraph.analysis.questions.community_members import Community
    from actorgraph.analysis.questions.compare import ActorComparison
    from actorgraph.analysis.questions.delegation import Delegate
    from actorgraph.analysis.questions.document_claims import DocumentAnswer
    from actorgraph.analysis.questions.neighbourhood import Neighbourhood
    from actorgraph.analysis.questions.path import Step
    from actorgraph.analysis.questions.profile import ActorProfile
    from actorgraph.analysis.questions.proof import Proof
    from actorgraph.analysis.questions.quoted_words import QuotedWords
    from actorgraph.analysis.questions.rank import Ranked
    from actorgraph.analysis.questions.refusals import RefusalAnswer
    from actorgraph.analysis.questions.timeline import Dated
    from actorgraph.dataset.results import QueryResult


class GraphQuestions(OpenedGraph):
    """A stored graph, and the answers to questions about it; see ``Graph``."""

    def query(
        self, sparql: str, *, limit: int | None = None, seconds: float | None = None
    ) -> QueryResult:
        """Run a SPARQL 1.1 query; prefixes such as ``ag:`` need no declaration.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
            limit: Maximum number of rows, from 1; a longer result is cut off and says so in
                ``truncated``.
            seconds: Time limit; None for ``queries.TIME_LIMIT``.

        Raises:
            QueryRefused: if the query cannot be parsed, or would change the graph or leave the
                machine.
            QueryStopped: if it takes too much time or memory.
        """
        from actorgraph.dataset.queries import TIME_LIMIT, run_query

        time_limit = TIME_LIMIT if seconds is None else seconds
        return run_query(self.stored, sparql, time_limit=time_limit, max_rows=limit)

    def profile(self, actor: Actor | str) -> ActorProfile:
        """Return what the articles claim about an actor, with quotes, grouped by family.

        An actor that no claim is about has no groups.

        Example:
            >>> for group in graph.profile("Yuri Ushakov").groups:  # doctest: +SKIP
            ...     for relation in group.relations:
            ...         print(relation.sentence, relation.claims[0].quotes[0].text)
        """
        from actorgraph.analysis.questions.profile import profile

        subject = self.find(actor)
        corpus = self.about(subject)
        return profile(corpus, self.network_of(corpus), self.vocabulary, subject)

    def said(
        self, actor: Actor | str, about: Actor | str | None = None
    ) -> tuple[QuotedWords, ...]:
        """Return what an actor said, denied or would not say, in the order of the documents.

        Args:
            actor: The speaker.
            about: Only words that mention this actor.

        Returns:
            Quotations with their passages; none if nobody quotes the actor.
        """
        from actorgraph.analysis.questions.quoted_words import quotations

        topic = None if about is None else self.find(about)
        speaker = self.find(actor)
        return quotations(self.about(speaker), speaker, topic)

    def path(
        self,
        start: Actor | str,
        end: Actor | str,
        *,
        over_places: bool | None = None,
    ) -> tuple[tuple[Step, ...], ...]:
        """Return how two actors are connected: the shortest chains of accepted relations.

        Args:
            start, end: The actors.
            over_places: Whether two actors may be linked by belonging to one place; None if only
                where nothing else connects them.

        Returns:
            At most five paths of equal length, each a tuple of steps with a quote. From an actor to
            itself there is one path without steps.

        Raises:
            NotFound: if no chain of accepted relations connects them.
        """
        ends = self.find(start), self.find(end)
        if over_places is not None:
            return self._paths(*ends, over_places=over_places)
        try:
            return self._paths(*ends, over_places=False)
        except NotFound:
            return self._paths(*ends, over_places=True)

    def _paths(
        self, start: Actor, end: Actor, *, over_places: bool
    ) -> tuple[tuple[Step, ...], ...]:
        from actorgraph.analysis.questions.path import shortest_paths

        corpus = self.connecting(start, end, over_places=over_places)
        network = self.network_of(corpus)
        return shortest_paths(
            corpus, network, self.vocabulary, start, end, over_places=over_places
        )

    def rank(
        self,
        measure: str = "pagerank",
        limit: int = 20,
        *,
        leave_out: Collection[str] = NOT_ACTING,
    ) -> tuple[Ranked, ...]:
        """Return the most central actors; of two equal ones, the smaller id comes first.

        Args:
            measure: ``pagerank`` (a share of 1), ``betweenness`` (0–1), ``degree`` (number of
                neighbours), ``mentions`` or ``documents`` (numbers).
            limit: Maximum number of actors.
            leave_out: Types of actors that get no place, by default posts and dates.

        Returns:
            The actors with their places, from 1, and values; none of an empty graph.

        Raises:
            UsageError: if there is no such measure.
        """
        from actorgraph.analysis.questions.rank import rank_actors

        network = self.measured_by(measure)
        return rank_actors(network, measure, limit, leave_out=leave_out)

    def communities(self, number: int | None = None) -> tuple[Community, ...]:
        """Return groups of closely linked actors, the largest first, their members by PageRank.

        Args:
            number: Return only the community with this number, counted from 0.

        Raises:
            NotFound: if there is no community with this number.
        """
        from actorgraph.analysis.questions.community_members import community_members

        return community_members(self.measured_by("community", "pagerank"), number)

    def brokers(self, limit: int = 10) -> tuple[Broker, ...]:
        """Return the actors that connect communities, by betweenness, with their links into each.

        Args:
            limit: Maximum number of actors.
        """
        from actorgraph.analysis.questions.brokers import brokers

        return brokers(self.measured_by("betweenness", "community", "pagerank"), limit)

    def explain(self, left: Actor | str, right: Actor | str) -> tuple[Proof, ...]:
        """Return the proofs of all claims, accepted or not, that relate two actors.

        Raises:
            NotFound: if no claim relates them.
        """
        from actorgraph.analysis.questions.proof import edge_proofs

        start = self.find(left)
        end = self.find(right)
        claims = self.about(start)
        return edge_proofs(claims, self.vocabulary, start, end)

    def proof(self, claim: ClaimId) -> Proof:
        """Return a claim with its quotes, and with the claims that it follows from.

        Raises:
            NotFound: if there is no such claim.
        """
        from actorgraph.analysis.questions.proof import claim_proof

        corpus = self.claim_with_premises(claim)
        return claim_proof(corpus, self.vocabulary, claim)

    def refusals(self, *actors: Actor | str) -> tuple[RefusalAnswer, ...]:
        """Return what was considered and not claimed, with the reasons.

        Args:
            actors: None for all refusals, one for those about this actor, two for those between
                them.
        """
        from actorgraph.analysis.questions.refusals import refusals_about

        matches = map(self.find, actors)
        return refusals_about(self.corpus.readings, self.vocabulary, *matches)

    def timeline(self, actor: Actor | str | None = None) -> tuple[Dated, ...]:
        """Return the claims about an actor, or all, in the order of the days that they are about.

        A claim without a date takes the day when its document was published, if that is known;
        otherwise it is left out, as are claims that follow from others.
        """
        from actorgraph.analysis.questions.timeline import timeline

        if actor is None:
            return timeline(self.corpus, self.vocabulary)
        subject = self.find(actor)
        return timeline(self.about(subject), self.vocabulary, subject)

    def compare(self, left: Actor | str, right: Actor | str) -> ActorComparison:
        """Return how two actors are related, and to which actors both or only one of them is."""
        from actorgraph.analysis.questions.compare import compare_actors

        ends = self.find(left), self.find(right)
        corpus = self.about(*ends)
        network = self.network_of(corpus)
        return compare_actors(corpus, network, self.vocabulary, *ends)

    def neighbours(self, actor: Actor | str) -> Neighbourhood:
        """Return an actor and those that it is related to, accepted or not, as a small graph."""
        from actorgraph.analysis.questions.neighbourhood import neighbourhood

        centre = self.find(actor)
        return neighbourhood(self.network_of(self.about(centre)), centre)

    def document(self, document: DocumentId) -> DocumentAnswer:
        """Return a document with its claims and quotations.

        Raises:
            NotFound: if there is no document with this id.
        """
        from actorgraph.analysis.questions.document_claims import document_answer

        corpus = self._excerpt.document(document)
        for reading in corpus.readings:
            if reading.document.id == document:
                return document_answer(corpus, self.vocabulary, reading)
        raise NotFound(f"no document has the id {document!r}")

    def search(self, text: str, limit: int = 20) -> tuple[Actor, ...]:
        """Return actors that a text may mean, without their mentions.

        Those with a name that begins or is spelt like the text, or else those with the nearest
        names; sorted by id.
        """
        return self._excerpt.actors_like(fold_name(text))[:limit]

    def delegation(self, event: Actor | str) -> tuple[Delegate, ...]:
        """Return who takes part in an event or belongs to a body, and on whose behalf.

        The result is empty if no claim, accepted or not, says that anyone does.
        """
        from actorgraph.analysis.questions.delegation import delegation

        return delegation(self.corpus, self.vocabulary, self.find(event))
