"""Every example in a docstring of the package and its scripts gives what it shows."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT / "graph", ROOT / "scripts")


def modules_with_examples() -> list[str]:
    """Return the dotted names of the modules that have an example."""
    return [
        ".".join(path.relative_to(source).with_suffix("").parts)
        for source in SOURCES
        for path in sorted(source.rglob("*.py"))
        if ">>> " in path.read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("name", modules_with_examples())
def test_examples_give_what_they_show(name: str) -> None:
    module = import_module(name.removesuffix(".__init__"))
    result = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0
