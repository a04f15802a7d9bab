"""Titles that are written short before a name: "*Sen.* Dana Roth" is a senator."""

from __future__ import annotations

from actorgraph.grammar import grammar_words

#: Abbreviation → the title in full, in small letters.
IN_FULL: dict[str, str] = {}
for _title in grammar_words("post with an abbreviation"):
    IN_FULL.update(dict.fromkeys(grammar_words(f"abbreviation of {_title}"), _title))
