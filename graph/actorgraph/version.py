"""The version of the package; a test compares it with ``pyproject.toml``."""

from __future__ import annotations

VERSION = "0.2.0"
