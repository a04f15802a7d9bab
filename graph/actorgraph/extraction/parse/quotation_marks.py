"""Quotation marks."""

QUOTE_OPENING = frozenset({"“", "„", "«", "``"})
QUOTE_CLOSING = frozenset({"”", "»"})
QUOTE_STRAIGHT = frozenset({'"', "''"})

#: Single marks; the closing one is also an apostrophe.
QUOTE_OPENING_SINGLE = frozenset({"‘", "'"})
QUOTE_CLOSING_SINGLE = frozenset({"’", "'"})

QUOTE_MARKS = (
    QUOTE_OPENING
    | QUOTE_CLOSING
    | QUOTE_STRAIGHT
    | QUOTE_OPENING_SINGLE
    | QUOTE_CLOSING_SINGLE
)
