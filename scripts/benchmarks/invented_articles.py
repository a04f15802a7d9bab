"""News articles about nobody: sentences whose gaps are filled with invented names.

The same seed gives the same articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from actorgraph.identifiers import document_id
from actorgraph.model import Document
from benchmarks.invented_names import Urn, body, country, person

#: Words of an article at most; a short news story has about as many.
WORDS = 450
SENTENCES_A_PARAGRAPH = 3
SEED = 20_261_122
CITIES = "Geneva Vienna Oslo Cairo Jakarta Nairobi Lima Seoul".split()
#: ``{p}`` to ``{s}`` are people, ``{a}`` and ``{b}`` countries, ``{x}`` and ``{y}`` bodies, and
#: ``{c}`` is a city.
SENTENCES = (
    "{p}, the foreign minister of {a}, met {q}, a special envoy of {b}, in {c} on Tuesday.",
    "The talks were meant to settle who may use the harbour, officials on both sides said.",
    (
        "“Nobody has asked us to give up the pipeline, and nobody will,” {p} told reporters "
        "after the first round."
    ),
    "{q} said that {b} was ready to sign the treaty as soon as the border was open again.",
    "President {r} of {a} accused {b} of breaking the truce and threatened new sanctions.",
    (
        "{b}'s spokeswoman, {s}, rejected the accusation and called it a distraction from the "
        "elections."
    ),
    "According to {s}, {b} had never promised to withdraw its troops from the northern valley.",
    "{p}, who studied law in {c}, has led the {x} since 2019.",
    (
        "The {x}, a think tank based in {c}, warned that the price of grain could double before "
        "winter."
    ),
    "An analyst at the {x}, {q}, noted that earlier rounds had failed over the same question.",
    (
        "“If they come back with the old map, we will leave the room,” said {r}, an adviser to "
        "the prime minister."
    ),
    "The {y} bought a third of the {x} last year and has since dismissed its chief executive, {s}.",
    "{s} denied that he had been offered a post at the {y}.",
    (
        "Former president {r} is not a member of the delegation, although his brother {p} "
        "attended the dinner."
    ),
    (
        "The government of {a} plans to send aid to {b}, where floods have driven thousands from "
        "their homes."
    ),
    (
        "Protesters gathered outside the ministry in {c}, where police arrested two students and "
        "a journalist."
    ),
    "{a} and {b} had agreed in March to exchange prisoners, but the exchange was postponed twice.",
    "Lawyers for {q} said the charges were political and asked the court to drop them.",
    "The deputy chairman of the {y}, {r}, praised the decision and urged {a} to follow.",
    "{p} is expected to visit {c} next week at the invitation of {q}.",
    "Neither side wanted to say how long the ceasefire would last, and few in {c} believed in it.",
    "“We buy what we can today, because tomorrow it may be gone,” a shopkeeper said.",
    "The {x} and the {y} did not answer questions about the contract.",
    "It was the first time in six years that the two countries had spoken at this level.",
    "{q} was appointed ambassador to {a} after {s} had resigned in June.",
    (
        "Soldiers from {b} attacked a convoy near the bridge on Friday, killing three drivers, "
        "{a}'s army said."
    ),
    "Asked whether he trusted {r}, {p} smiled and said that trust was a matter for poets.",
    "A report by the {y}, which {s} founded with her husband {q}, put the damage at four billion.",
)


def articles(count: int, seed: int = SEED) -> Iterator[Document]:
    """Yield articles of some 450 words.

    The more articles, the more names; a few names come back often.
    """
    chance = Random(seed)
    people, countries, bodies = Urn(person), Urn(country), Urn(body)
    for number in range(count):
        names = {
            **dict(zip("pqrs", people.draw(chance, 4), strict=True)),
            **dict(zip("ab", countries.draw(chance, 2), strict=True)),
            **dict(zip("xy", bodies.draw(chance, 2), strict=True)),
            "c": chance.choice(CITIES),
        }
        yield _article(number, _text(names, chance))


def write_articles(documents: Iterable[Document], path: Path) -> None:
    """Write articles as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for article in documents:
            row = {"id": article.name, "text": article.text, "date": article.date}
            file.write(json.dumps(row) + "\n")


def _article(number: int, text: str) -> Document:
    """Return a text as a document; its date depends on its number."""
    date = f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    id_ = document_id(text, None, date, None)
    return Document(id_, f"article-{number:05d}", text, date=date)


def _text(names: dict[str, str], chance: Random) -> str:
    """Return paragraphs of sentences in random order, up to the length of an article."""
    order = chance.sample(SENTENCES, len(SENTENCES))
    sentences = [sentence.format(**names) for sentence in order]
    while len(" ".join(sentences).split()) > WORDS:
        sentences.pop()
    starts = range(0, len(sentences), SENTENCES_A_PARAGRAPH)
    return "\n\n".join(
        " ".join(sentences[start : start + SENTENCES_A_PARAGRAPH]) for start in starts
    )
