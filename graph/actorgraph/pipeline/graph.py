"""A graph folder, opened for questions and for export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.dataset.store import open_graph
from actorgraph.errors import NotFound
from actorgraph.model import Actor, Claim, ClaimId, Corpus, Reading
from actorgraph.pipeline.graph_questions import GraphQuestions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import networkx as nx
    import rdflib

    from actorgraph.analysis.questions.difference import GraphDifference
    from actorgraph.analysis.questions.disagreements import ConflictAnswer
    from actorgraph.dataset.results import QueryResult
    from actorgraph.export import Exporter, Material
    from actorgraph.pipeline.pandas_tables import Tables
    from actorgraph.pipeline.polars_tables import PolarsTables


@dataclass(frozen=True, repr=False)
class Inline:
    """The interactive page as the output of a notebook's cell.

    Attributes:
        page: HTML.
        height: Of the frame, in pixels.
    """

    page: str
    height: int

    def __repr__(self) -> str:
        """Return a few words: a notebook stores this beside the page."""
        return f"<the interactive page, {len(self.page) // 1000:,} kB>"

    def _repr_html_(self) -> str:
        """Return what Jupyter shows: a frame whose script cannot reach the notebook around it."""
        return (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="allow-scripts allow-downloads" '
            f'width="100%" height="{self.height}" style="border: 0"></iframe>'
        )


class Graph(GraphQuestions):
    """A stored graph, and the answers to questions about it.

    The corpus, the network and its measures are computed when they are first used. Wherever a
    method takes an actor, it takes an ``Actor``, an id, a name, or the beginning of a name. If that
    matches no actor or several, the method raises ``NotFound`` and says which actors it may be.

    Example:
        >>> from pathlib import Path
        >>> import actorgraph
        >>> graph = actorgraph.load(Path("output"))  # doctest: +SKIP
        >>> graph.rank(measure="betweenness", limit=3)  # doctest: +SKIP
        >>> for step in graph.path("Steve Witkoff", "Vladimir Putin")[0]:  # doctest: +SKIP
        ...     print(step.sentence, step.quote.text)
    """

    def __repr__(self) -> str:
        """Return its counts, from the manifest."""
        manifest = self.stored.manifest
        return (
            f"<graph of {manifest.actors:,} actors and {manifest.claims:,} claims "
            f"in {manifest.documents:,} documents>"
        )

    @property
    def claims(self) -> Mapping[ClaimId, Claim]:
        """Each claim by its id, also those that are not accepted as plain facts."""
        return {claim.id: claim for claim in self.corpus.claims}

    def material(self, exporter: Exporter | None = None) -> Material:
        """Return what an exporter needs, by default any exporter."""
        if exporter is not None and exporter.from_quads:
            import networkx as nx

            return self._material(Corpus(), nx.MultiDiGraph())
        return self._material(self.corpus, self.measured)

    def surroundings(self, actor: Actor | str, depth: int) -> Material:
        """Return an actor and those up to ``depth`` relations away, measured in the full network.

        Args:
            actor: The centre.
            depth: Number of relations, from 1.

        Raises:
            NotFound: if no claim relates the actor to another.
        """
        import networkx as nx

        centre = self.find(actor)
        if centre.id not in self.measured:
            raise NotFound(
                f"no claim relates {centre.name} to another actor, so there is nothing to draw"
            )
        part = nx.ego_graph(self.measured, centre.id, radius=depth, undirected=True)
        return self._material(_spoken_by(self.corpus, part.nodes), part)

    def conflicts(self, actor: Actor | str | None = None) -> tuple[ConflictAnswer, ...]:
        """Return what the articles say that cannot all be so, each side with its quotes.

        Args:
            actor: Only conflicts of claims about this actor; None for all.
        """
        from actorgraph.analysis.questions.disagreements import disagreements

        subject = None if actor is None else self.find(actor)
        return disagreements(self.corpus, self.vocabulary, subject)

    def changes_since(
        self, since: str | None, until: str | None = None
    ) -> GraphDifference:
        """Return what the articles of some days changed, by their dates of publication.

        Args:
            since: The first day, ``YYYY-MM-DD``; None for the first of all.
            until: The last day; None for the last of all.
        """
        from actorgraph.analysis.questions import difference as room

        earlier = (
            Corpus()
            if since is None
            else room.until(self.corpus, since, is_before=True)
        )
        later = room.until(self.corpus, until)
        sides = (room.Side(part, self.vocabulary) for part in (earlier, later))
        return room.difference(*sides)

    def changes_from(self, earlier: Graph) -> GraphDifference:
        """Return what is new, gone or stated otherwise compared with another graph.

        Actors are the same if their ids are; those of two graphs of the same documents are.
        """
        from actorgraph.analysis.questions.difference import Side, difference

        before = Side(earlier.corpus, earlier.vocabulary)
        return difference(before, Side(self.corpus, self.vocabulary))

    def ask(
        self,
        name: str,
        *,
        actor: Actor | str | None = None,
        day: str | None = None,
        since: str | None = None,
        limit: int | None = None,
    ) -> QueryResult:
        """Ask a named question; ``actorgraph questions`` lists them with what each takes.

        Args:
            name: Its name, such as ``"envoys"``.
            actor: Only what concerns this actor.
            day: What was so on this day, ``YYYY-MM-DD`` or shorter.
            since: Only what documents from this day on report.
            limit: Maximum number of rows.

        Raises:
            NotFound: if there is no such question or actor.
            UsageError: if the question does not take one of these, or a day is none.
        """
        return self.query(self.question(name, actor, day, since), limit=limit)

    def question(
        self,
        name: str,
        actor: Actor | str | None = None,
        day: str | None = None,
        since: str | None = None,
    ) -> str:
        """Return the SPARQL of a named question, see ``ask``."""
        from actorgraph.dataset.named_questions import (
            actor_parameter,
            day_parameter,
            named_question,
        )

        terms: dict[str, str] = {}
        if actor is not None:
            terms["actor"] = actor_parameter(self.find(actor).id, self.base)
        for key, value in (("day", day), ("since", since)):
            if value is not None:
                terms[key] = day_parameter(value)
        return named_question(name).asked_of(terms)

    def show(self, height: int = 720) -> Inline:
        """Return the interactive page, for the output of a notebook's cell; it needs no network.

        Args:
            height: Of the frame, in pixels.
        """
        from actorgraph.export.html import page_of

        return Inline(page_of(self.material()), height)

    def export(self, form: str, path: str | Path | None = None) -> Path:
        """Write the graph in a format for other programs, and return the path of the file.

        Args:
            form: Name of the format, such as ``gexf`` or ``parquet``.
            path: The file; None is the usual name of the format, in the current folder.

        Raises:
            UsageError: if there is no such format, or the file cannot be written.
        """
        from actorgraph.export import exporter_named
        from actorgraph.files import replacing

        exporter = exporter_named(form)
        target = Path(path or exporter.file_name)
        with replacing(target) as stream:
            exporter.write(self.material(exporter), stream)
        return target

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return a copy of the measured network; ``actorgraph.columns`` lists its attributes.

        Actors without claims are not in it.  Edges that are no fact of the articles are, with
        ``accepted`` false.
        """
        return self.measured.copy()

    def to_pandas(self) -> Tables:
        """Return tables of actors, relations and claims; needs the extra ``pandas``.

        Actors without claims are not in them, and relations are as in ``to_networkx``.

        Raises:
            UsageError: if pandas is not installed.
        """
        from actorgraph.pipeline.pandas_tables import tables

        return tables(self.corpus, self.measured)

    def to_polars(self) -> PolarsTables:
        """Return the tables of ``export parquet`` as Polars frames; needs the extra ``tables``.

        Raises:
            UsageError: if Polars is not installed.
        """
        from actorgraph.pipeline.polars_tables import polars_tables

        return polars_tables(self.material())

    def to_rdflib(self) -> rdflib.Dataset:
        """Return all stored statements as an rdflib dataset, with a named graph for each document.

        It is a copy in memory, about 2 kB a statement; the extra ``rdflib`` queries the store
        itself.
        """
        from actorgraph.export.rdf import dataset

        return dataset(self.stored.lines())

    def _material(self, corpus: Corpus, network: nx.MultiDiGraph) -> Material:
        from actorgraph.export import Material

        manifest = self.stored.manifest
        return Material(
            corpus=corpus,
            network=network,
            vocabulary=self.vocabulary,
            quads=self.stored.lines,
            base=self.base,
            run={**manifest.info, "threshold": str(manifest.threshold)},
            extensions=self.stored.extensions,
        )


def _spoken_by(corpus: Corpus, speakers: Collection[str]) -> Corpus:
    """Return a corpus with the quotations of some speakers only."""
    readings: list[Reading] = []
    for reading in corpus.readings:
        kept = [item for item in reading.attributions if item.speaker in speakers]
        readings.append(replace(reading, attributions=tuple(kept)))
    return replace(corpus, readings=tuple(readings))


def load(folder: str | Path) -> Graph:
    """Open the graph of a folder for reading; nothing is created or changed.

    Raises:
        StoreError: if there is none, it is damaged, or a newer version wrote it.
    """
    stored = open_graph(Path(folder))
    return Graph(stored)
