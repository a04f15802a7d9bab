"""The option that pins the golden files anew: ``python -m pytest tests/golden --repin``."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--repin",
        action="store_true",
        help="write the golden files from what is read now; look at the difference before you commit it",
    )


@pytest.fixture
def repin(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--repin", default=False))
