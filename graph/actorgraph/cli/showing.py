"""Commands about the surroundings of an actor: show and path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import QuestionOptions
from actorgraph.cli.parameters import (
    FirstName,
    Name,
    SecondName,
    find_named,
)
from actorgraph.cli.speaking import print_quotations
from actorgraph.counting import count
from actorgraph.errors import NotFound

if TYPE_CHECKING:
    from actorgraph.analysis.questions.path import Step
    from actorgraph.analysis.questions.profile import (
        ActorProfile,
        RelationAnswer,
        RelationGroup,
    )
    from actorgraph.model import Actor
    from actorgraph.pipeline.graph import Graph
    from actorgraph.vocabulary import Vocabulary

#: What a claim that is a plain fact says of itself; "" is the status of what happens.
PLAIN = frozenset({"affirmed", "asserted", "current", ""})
#: Quotations that show prints; said prints all.
QUOTATIONS = 5


@example('actorgraph show "Yuri Ushakov"')
def show(
    actor: Name,
    *,
    asking: QuestionOptions,
) -> None:
    """Show what the articles claim about an actor, with quotes."""
    from actorgraph.analysis.questions.profile import profile_query

    opened = asking.open()
    subject = find_named(opened, actor)
    asking.answer(
        lambda: opened.profile(subject),
        _print_profile,
        lambda: profile_query(subject.id, opened.base),
    )


def _print_profile(profile: ActorProfile) -> None:
    mentions = count(profile.mentions, "mention")
    documents = count(profile.documents, "document")
    type_ = profile.subtype or profile.type
    printing.print_line(
        f"{profile.name} ({type_}, {profile.id}), {mentions} in {documents}"
    )
    if profile.aliases:
        aliases = printing.enumerate_names(profile.aliases)
        printing.print_line(f"also called {aliases}", 1)
    for match in profile.matches:
        printing.print_line(f"same as {match}", 1)
    for note in profile.notes:
        printing.print_line(f"Note: {note}", 1)
    if not profile.groups:
        printing.print_line("no claim relates it to another actor", 1)
    for group in profile.groups:
        _print_group(group)
    if profile.quotations:
        _print_words(profile)


def _print_words(profile: ActorProfile) -> None:
    """Print the first things that the actor said, and how to see the others."""
    quotations = profile.quotations
    printing.print_line()
    printing.print_line("What they said")
    print_quotations(quotations[:QUOTATIONS], 1)
    more = len(quotations) - QUOTATIONS
    if more > 0:
        printing.print_line(f"and {more} more: actorgraph said {profile.id}", 1)


def _print_group(group: RelationGroup) -> None:
    printing.print_line()
    printing.print_line(group.family)
    for relation in group.relations:
        printing.print_line(f"{relation.sentence}{_standing(relation)}", 1)
        for claim in relation.claims:
            quoting.print_evidence(claim, 2)


def _standing(relation: RelationAnswer) -> str:
    """Return why a relation is no edge: what its surest claim says, or that none is sure enough."""
    if relation.accepted:
        return ""
    surest = max(relation.claims, key=lambda claim: claim.confidence)
    stated = (surest.polarity, surest.modality, surest.status)
    words = [word for word in stated if word not in PLAIN]
    if surest.said_by:
        words.append(f"according to {surest.said_by}")
    return f" ({', '.join(words) or 'too doubtful to be an edge'})"


Places = Annotated[
    bool,
    typer.Option("--places", help="Count citizenship, seats and locations as links."),
]


@example('actorgraph path "Steve Witkoff" "Vladimir Putin"')
def path(
    start: FirstName,
    end: SecondName,
    *,
    places: Places = False,
    asking: QuestionOptions,
) -> None:
    """Show how two actors are connected, with a quote for each step.

    Citizenship, seats and locations count as links only with --places, or where nothing else
    connects the two.
    """
    from actorgraph.analysis.questions.path import path_query

    opened = asking.open()
    first = find_named(opened, start)
    last = find_named(opened, end)
    paths, over_places = _paths(opened, first, last, over_places=places)
    length = max(1, len(paths[0]))
    belonging = () if over_places else opened.vocabulary.belonging()
    asking.answer(
        lambda: paths,
        lambda paths: _print_paths(paths, opened.vocabulary),
        lambda: path_query(first.id, last.id, length, opened.base, belonging),
    )


def _paths(
    graph: Graph, first: Actor, last: Actor, *, over_places: bool
) -> tuple[tuple[tuple[Step, ...], ...], bool]:
    """Return the paths, over places where nothing else connects two actors, and whether so."""
    try:
        return graph.path(first, last, over_places=over_places), over_places
    except NotFound:
        if over_places:
            raise
        paths = graph.path(first, last, over_places=True)
        printing.warn("nothing but citizenship, seats and locations connects them")
        return paths, True


def _print_paths(paths: tuple[tuple[Step, ...], ...], vocabulary: Vocabulary) -> None:
    if paths == ((),):
        printing.print_line("Both names mean the same actor.")
        return
    for number, steps in enumerate(paths, start=1):
        length = count(len(steps), "step")
        printing.print_line(f"Path {number} of {len(paths)}, {length}")
        for step in steps:
            _print_step(step, vocabulary)


def _print_step(step: Step, vocabulary: Vocabulary) -> None:
    sentence = step.sentence
    relations = step.other_relations
    if relations:
        labels = [vocabulary.relation(name).label for name in relations]
        others = printing.enumerate_names(labels)
        sentence += f" (also {others})"
    printing.print_line(sentence, 1)
    quoting.print_quote(step.quote, 2)
