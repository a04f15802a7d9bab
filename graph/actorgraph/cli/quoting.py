"""How claims and their quotes are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.cli import printing

if TYPE_CHECKING:
    from actorgraph.analysis.answers import ClaimAnswer, Quote


def print_claim(claim: ClaimAnswer) -> None:
    """Print the sentence of a claim and, below it, its first quote."""
    quote = first_quote(claim)
    printing.print_line(claim.sentence, 1)
    printing.print_line(quote, 2)


def first_quote(claim: ClaimAnswer) -> str:
    """Return the first quote of a claim with its document and offsets."""
    quote = claim.quotes[0]
    text = printing.shorten(quote.text)
    return f"“{text}” ({quote.source}, {quote.start}–{quote.end})"


def print_evidence(claim: ClaimAnswer, depth: int) -> None:
    """Print how a claim is stated, with its confidence and method and, below it, all its quotes."""
    printing.print_line(f"{claim.id}: {', '.join(claim.remarks)}", depth)
    for quote in claim.quotes:
        print_quote(quote, depth + 1)


def print_quote(quote: Quote, depth: int) -> None:
    """Print a quote with its document, date and offsets."""
    text = printing.shorten(quote.text)
    place = quote.source
    if quote.date:
        place += f", {quote.date}"
    place += f", {quote.start}–{quote.end}"
    if quote.copy_of:
        place += f", a near-copy of {quote.copy_of}"
    printing.print_line(f"“{text}” ({place})", depth)
