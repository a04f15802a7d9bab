"""The option that prints how the sample stories are read."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--show-reading",
        action="store_true",
        help="print what is found, missed and wrong in each sample story",
    )


@pytest.fixture
def show_reading(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--show-reading", default=False))
