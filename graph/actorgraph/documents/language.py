"""The language of a text.  English is read; another language is refused rather than misread."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from actorgraph.grammar import grammar_words
from actorgraph.resources import ontology_file

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Characters at the beginning of a text that are examined; more do not change the answer on news.
SAMPLE = 3000
#: Number of letters below which a text is taken for English, unless its script is another: in a
#: short text, names outweigh words.
ENOUGH_LETTERS = 60
#: Probability (0–1) from which a text is in another language.  On 8,222 annotated English texts the
#: highest wrong one was 0.86.
CERTAIN = 0.9
#: Share of English small words (0–1) that makes a text English; English news always has it.
ENGLISH_SHARE = 0.15
#: Number of words below which that share is not asked for.
ENOUGH_WORDS = 50
#: Beginnings of the Unicode names of letters in the Latin script.
LATIN = ("LATIN", "FULLWIDTH LATIN", "MODIFIER")


def objection_to(text: str) -> str | None:
    """Return why a text cannot be read as English, or None if it can, or is too short to judge."""
    sample = text[:SAMPLE]
    if _is_plainly_english(sample):
        return None
    letters = sum(map(str.isalpha, sample))
    latin = sum(map(_is_latin_letter, sample))
    if letters and latin * 2 < letters:
        return _refusal(_likeliest(sample)[0])
    if latin < ENOUGH_LETTERS:
        return None
    code, probability = _likeliest(_without_other_scripts(sample))
    if code == "en" or probability < CERTAIN:
        return None
    return _refusal(code)


def _is_plainly_english(text: str) -> bool:
    """Whether small words of English are frequent: then a model need not be loaded (a second)."""
    words = text.lower().split()
    if len(words) < ENOUGH_WORDS:
        return False
    small_words = grammar_words("small word")
    frequency = sum(word in small_words for word in words)
    fewest = ENGLISH_SHARE * len(words)
    return frequency >= fewest


def _without_other_scripts(text: str) -> str:
    """Drop what says nothing about the language: a name repeated in its own script, in brackets."""
    kept = (
        letter for letter in text if not letter.isalpha() or _is_latin_letter(letter)
    )
    return "".join(kept)


def _refusal(code: str) -> str:
    if code == "en":
        return "the text is not in the Latin script; only English is read"
    return f"the text is in {_languages()[code]} ({code}); only English is read"


@lru_cache(maxsize=1024)
def _is_latin_letter(character: str) -> bool:
    if not character.isalpha():
        return False
    if character.isascii():
        return True
    name = unicodedata.name(character, "")
    return name.startswith(LATIN)


def _likeliest(text: str) -> tuple[str, float]:
    """Return the most probable language of a text, as its code, and its probability (0–1)."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_languages()))
    return identifier


@cache
def _languages() -> dict[str, str]:
    """Return the languages that are distinguished: ISO 639-1 code → English name."""
    with ontology_file("languages.tsv").open(encoding="utf-8") as lines:
        return {
            row["code"]: row["name"] for row in csv.DictReader(lines, delimiter="\t")
        }
