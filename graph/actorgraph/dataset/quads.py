"""The nouns as RDF: N-Quads lines, written as text and sorted.

The default graph has the current picture (actors, documents, direct triples); each document has a
named graph with its claims, their evidence and its quotations.  There are no blank nodes, so sorted
lines are the canonical form of a graph: equal input gives equal bytes, whatever the order it came
in.  ``checks`` decides what may be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.dataset.checks import check_corpus
from actorgraph.dataset.derivation import Triple, direct_triples
from actorgraph.dataset.quad_context import Context
from actorgraph.dataset.terms import (
    DCTERMS,
    OA,
    PROV,
    A,
    address,
    ag,
    decimal,
    iri_term,
    literal,
    moment,
)
from actorgraph.errors import InvalidData
from actorgraph.identifiers import (
    actor_iri,
    claim_iri,
    document_iri,
    match_iris,
    named_quotations,
    passage_iri,
)
from actorgraph.model import (
    Actor,
    ActorId,
    Attribution,
    Claim,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Reading,
)
from actorgraph.turtle import RDF, RDFS, SKOS
from actorgraph.vocabulary import Vocabulary

#: Predicate and object, as N-Quads terms.
Facts = Iterable[tuple[str, str]]


def corpus_lines(
    corpus: Corpus, vocabulary: Vocabulary, base: str, threshold: float
) -> list[str]:
    """Return all N-Quads lines of a corpus, sorted by code point, each once, without line ends.

    Args:
        corpus: Actors and readings; an empty one has no lines.
        vocabulary: Gives the IRIs of classes and relations.
        base: Base IRI of the data, absolute.
        threshold: Minimum confidence (0–1) of a claim that the default graph states as a direct
            triple.

    Raises:
        InvalidData: if the corpus breaks a rule of ``checks.check_corpus``, or the base is not an
            absolute IRI.
    """
    check_corpus(corpus, vocabulary)
    return unchecked_lines(corpus, vocabulary, base, threshold)


def unchecked_lines(
    corpus: Corpus, vocabulary: Vocabulary, base: str, threshold: float
) -> list[str]:
    """Return the lines of ``corpus_lines`` for a corpus that keeps the rules already."""
    context = Context.of(corpus, vocabulary, base)
    shared = default_lines(corpus, context, threshold)
    lines = set(shared)
    for reading in corpus.readings:
        lines.update(document_lines(reading, context))
    return sorted(lines)


def default_lines(corpus: Corpus, context: Context, threshold: float) -> Iterator[str]:
    """Yield the lines of the default graph, in no particular order.

    Args:
        corpus: Its actors, documents and direct triples are described.
        context: That of the corpus.
        threshold: Minimum confidence (0–1) of a claim behind a direct triple.
    """
    yield from described_lines(corpus.actors, context.documents.values(), context)
    triples = direct_triples(corpus, context.vocabulary, threshold)
    yield from triple_lines(triples, context)


def described_lines(
    actors: Iterable[Actor], documents: Iterable[Document], context: Context
) -> Iterator[str]:
    """Yield what the default graph says of actors and documents on their own."""
    base = context.base
    for actor in actors:
        facts = _actor(actor, context.vocabulary)
        node = iri_term(actor_iri(actor.id, base))
        yield from _described(node, facts)
    for document in documents:
        facts = _document(document, base)
        node = iri_term(document_iri(document.id, base))
        yield from _described(node, facts)


def triple_lines(triples: Iterable[Triple], context: Context) -> Iterator[str]:
    """Yield direct triples as lines of the default graph."""
    for subject, relation, object_ in triples:
        start = _actor_node(subject, context)
        end = _actor_node(object_, context)
        predicate = context.vocabulary.relations[relation].iri
        yield f"{start} <{predicate}> {end} ."


def document_lines(reading: Reading, context: Context) -> Iterator[str]:
    """Yield the lines of one document's named graph, unordered; shared evidence is repeated."""
    graph = iri_term(document_iri(reading.document.id, context.base))
    for claim in reading.claims:
        node = iri_term(claim_iri(claim.id, context.base))
        yield from _described(node, _claim(claim, context), graph)
        for evidence in claim.evidence:
            yield from _evidence(evidence, context.base, graph)
    for node, attribution in _quotation_nodes(reading, context.base):
        yield from _quotation(node, attribution, reading.document, context, graph)


def _described(subject: str, facts: Facts, graph: str = "") -> Iterator[str]:
    end = f" {graph} ." if graph else " ."
    for predicate, object_ in facts:
        yield f"{subject} {predicate} {object_}{end}"


def _actor(actor: Actor, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    classes = filter(None, (actor.type.value, actor.subtype))
    for class_ in classes:
        yield A, f"<{vocabulary.class_iris[class_]}>"
    count = str(len(actor.mentions))
    yield f"<{RDFS}label>", literal(actor.name)
    yield ag("mentionCount"), literal(count, "integer")
    for alias in actor.aliases:
        yield f"<{SKOS}altLabel>", literal(alias)
    for note in actor.notes:
        yield f"<{SKOS}note>", literal(note)
    for iri in match_iris(actor):
        yield f"<{SKOS}exactMatch>", iri_term(iri)


def _document(document: Document, base: str) -> Iterator[tuple[str, str]]:
    yield A, ag("Document")
    yield ag("name"), literal(document.name)
    yield f"<{DCTERMS}language>", literal(document.language)
    for name, text in (("title", document.title), ("creator", document.author)):
        if text is not None:
            yield f"<{DCTERMS}{name}>", literal(text)
    if document.date is not None:
        yield f"<{DCTERMS}date>", moment(document.date, f"document {document.id}")
    if document.url is not None:
        yield f"<{DCTERMS}source>", address(document.url)
    if document.copy_of is not None:
        yield ag("copyOf"), iri_term(document_iri(document.copy_of, base))


def _claim(claim: Claim, context: Context) -> Iterator[tuple[str, str]]:
    yield A, ag("Claim")
    yield A, f"<{RDF}Statement>"
    yield f"<{RDF}subject>", _actor_node(claim.subject, context)
    yield f"<{RDF}predicate>", f"<{context.vocabulary.relations[claim.relation].iri}>"
    yield f"<{RDF}object>", _actor_node(claim.object, context)
    yield ag("polarity"), ag(claim.polarity.capitalize())
    yield ag("modality"), ag(claim.modality.capitalize())
    yield ag("confidence"), literal(decimal(claim.confidence), "decimal")
    yield ag("method"), literal(claim.method)
    for evidence in claim.evidence:
        yield (
            f"<{PROV}wasDerivedFrom>",
            _passage(evidence.document, evidence.start, evidence.end, context.base),
        )
    for premise in claim.premises:
        yield ag("premise"), iri_term(claim_iri(premise, context.base))
    if (words := claim.trigger) is not None:
        place = _passage(words.document, words.start, words.end, context.base)
        yield ag("trigger"), place
        yield ag("triggerWords"), literal(words.quote)
    yield from _claim_circumstances(claim, context)


def _claim_circumstances(claim: Claim, context: Context) -> Iterator[tuple[str, str]]:
    if claim.status is not None:
        yield ag("status"), ag(claim.status.capitalize())
    if claim.valid_from is not None:
        yield ag("validFrom"), moment(claim.valid_from, f"claim {claim.id}")
    if claim.valid_until is not None:
        yield ag("validUntil"), moment(claim.valid_until, f"claim {claim.id}")
    if claim.attributed_to is not None:
        yield ag("attributedTo"), _actor_node(claim.attributed_to, context)


def _evidence(evidence: Evidence, base: str, graph: str) -> Iterator[str]:
    document, start, end = evidence.document, evidence.start, evidence.end
    passage = _passage(document, start, end, base)
    selector = f"{base}selector/{document}/{start}-{end}"
    position = iri_term(f"{selector}/position")
    quote = iri_term(f"{selector}/quote")
    place = [
        (A, ag("Evidence")),
        (A, f"<{OA}SpecificResource>"),
        (f"<{OA}hasSource>", iri_term(document_iri(document, base))),
        (f"<{OA}hasSelector>", position),
        (f"<{OA}hasSelector>", quote),
    ]
    offsets = [
        (A, f"<{OA}TextPositionSelector>"),
        (f"<{OA}start>", literal(str(start), "nonNegativeInteger")),
        (f"<{OA}end>", literal(str(end), "nonNegativeInteger")),
    ]
    words = [(A, f"<{OA}TextQuoteSelector>"), (f"<{OA}exact>", literal(evidence.quote))]
    yield from _described(passage, place, graph)
    yield from _described(position, offsets, graph)
    yield from _described(quote, words, graph)


def _quotation_nodes(reading: Reading, base: str) -> Iterator[tuple[str, Attribution]]:
    """Yield quotations with their nodes."""
    document = reading.document
    if not all(attribution.content for attribution in reading.attributions):
        raise InvalidData(f"document {document.name}: a quotation without content")
    for name, attribution in named_quotations(reading.attributions):
        yield iri_term(f"{base}quotation/{document.id}/{name}"), attribution


def _quotation(
    node: str,
    attribution: Attribution,
    document: Document,
    context: Context,
    graph: str,
) -> Iterator[str]:
    facts = [
        (A, ag("Quotation")),
        (ag("direct"), literal(str(attribution.direct).lower(), "boolean")),
    ]
    if attribution.speaker is not None:
        facts.append((ag("speaker"), _actor_node(attribution.speaker, context)))
    if attribution.cue is not None:
        cue = document.text[slice(*attribution.cue)]
        facts.append((ag("cue"), literal(cue)))
    for start, end in attribution.content:
        passage = _passage(document.id, start, end, context.base)
        facts.append((f"<{PROV}wasDerivedFrom>", passage))
        evidence = _quoted(document, start, end)
        yield from _evidence(evidence, context.base, graph)
    yield from _described(node, facts, graph)


def _quoted(document: Document, start: int, end: int) -> Evidence:
    try:
        return Evidence.of(document, start, end)
    except ValueError as error:
        raise InvalidData(f"a quotation is not in its text: {error}") from error


def _actor_node(actor: ActorId, context: Context) -> str:
    iri = actor_iri(actor, context.base)
    return f"<{iri}>"


def _passage(document: DocumentId, start: int, end: int, base: str) -> str:
    iri = passage_iri(document, start, end, base)
    return f"<{iri}>"
