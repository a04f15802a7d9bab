"""Which language a text is in.  English is read; another language is refused with its name rather than misread."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Characters at the start of a text that are looked at; more does not change the answer on news.
SAMPLE = 3000
#: Letters.  In shorter texts names outweigh words, so they are taken to be English unless the script is another.
ENOUGH_LETTERS = 60
#: Probability that another language must reach.  On 8,222 annotated English texts the highest wrong one was 0.86.
CERTAIN = 0.9

#: Words that no other language of ``LANGUAGES`` uses as often, and the share of them that English news never lacks.
SMALL_WORDS = frozenset(
    {
        "the",
        "of",
        "and",
        "to",
        "with",
        "that",
        "was",
        "for",
        "has",
        "by",
        "said",
        "from",
    }
)
ENGLISH_SHARE, ENOUGH_WORDS = 0.15, 50

#: The languages that are told apart, those of most of the world's news.
LANGUAGES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def objection_to(text: str) -> str | None:
    """Why a text cannot be read as English, or None when it can (or is too short to tell)."""
    sample = text[:SAMPLE]
    if _is_plainly_english(sample):
        return None
    letters = [letter for letter in sample if letter.isalpha()]
    latin = sum(map(_is_latin, letters))
    if letters and latin * 2 < len(letters):
        return _refusal(_likeliest(sample)[0])
    # Names repeated in their own script, in brackets, say nothing about the language of an English sentence.
    plain = "".join(
        letter for letter in sample if not letter.isalpha() or _is_latin(letter)
    )
    code, probability = _likeliest(plain) if latin >= ENOUGH_LETTERS else ("en", 1.0)
    return None if code == "en" or probability < CERTAIN else _refusal(code)


def _is_plainly_english(text: str) -> bool:
    """Whether the commonest small words of English are frequent, which spares loading the model (a second)."""
    words = text.lower().split()
    return len(words) >= ENOUGH_WORDS and sum(
        word in SMALL_WORDS for word in words
    ) >= ENGLISH_SHARE * len(words)


def _refusal(code: str) -> str:
    if code == "en":
        return "the text is in another script than the Latin one; English is read"
    return f"the text is in {LANGUAGES[code]} ({code}); English is read"


@lru_cache(maxsize=1024)
def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(
        ("LATIN", "FULLWIDTH LATIN", "MODIFIER")
    )


def _likeliest(text: str) -> tuple[str, float]:
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
