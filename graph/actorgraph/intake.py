"""What became of inputs, besides documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusedDocument:
    """An input that was not read, and why, as a sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Omission:
    """What was left out of a document that was read, such as hidden text, as a phrase."""

    name: str
    content: str
