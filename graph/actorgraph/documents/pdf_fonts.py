"""The letters that the codes of a PDF show, and how wide they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf.generic._font import Font

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00a0": " "}
)


@dataclass(slots=True)
class FontCache:
    """The fonts of a page, each parsed once."""

    _fonts: dict[int, tuple[Any, Font]] = field(default_factory=dict)

    def get(self, resource: Any) -> Font | None:  # noqa: ANN401  untyped in pypdf
        """Return the font that a resource describes; None if it is missing."""
        from pypdf.generic._font import Font

        if resource is None:
            return None
        key = id(resource)
        if key not in self._fonts:  # the resource is kept, so that its id stays its own
            self._fonts[key] = resource, Font.from_font_resource(resource)
        return self._fonts[key][1]


def decoded(raw: str | bytes, font: Font) -> tuple[str, str]:
    """Return the codes of a string, one character each, and the text that they show."""
    data = raw.encode("latin-1", "replace") if isinstance(raw, str) else bytes(raw)
    if isinstance(font.encoding, str):
        codes = characters = data.decode(font.encoding, "replace")
    else:
        codes = data.decode("latin-1")
        characters = "".join(font.encoding.get(code, chr(code)) for code in data)
    letters = (font.character_map.get(letter, letter) for letter in characters)
    return codes, "".join(map(str, letters)).translate(LIGATURES)
