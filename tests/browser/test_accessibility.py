"""In no state does axe find a fault: a control without a name, faint words, a role that is none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver

from tests.browser import stories
from tests.browser.actions import phone

Opener = Callable[..., WebDriver]

AXE = Path(__file__).parents[1] / "javascript/node_modules/axe-core/axe.min.js"
FAULTS = """
const done = arguments[0];
const told = ({ id, nodes }) => `${id}: ${nodes[0].html}`;
axe.run(document).then(({ violations }) => done(violations.map(told)));
"""

CLICK = "document.querySelector('{}').click();"
ACTOR = (
    "const field = document.getElementById('search'); field.value = 'ilva';"
    "field.dispatchEvent(new Event('input', { bubbles: true }));"
    "field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));"
)
PROOF = ACTOR + CLICK.format("#panel .said button")
TOLD = PROOF + CLICK.format("#panel .add")
OPENED = (
    "document.querySelectorAll('#panel details').forEach((box) => box.open = true);"
)
#: How each state is reached from the first view.
STATES = {
    "first view": "",
    "filters": "document.querySelectorAll('.opener').forEach((one) => one.click());",
    "everything": CLICK.format("#scope-all"),
    "actor": ACTOR + OPENED,
    "proof": PROOF + OPENED,
    "article": PROOF + CLICK.format("#panel .bar button"),
    "path": ACTOR + CLICK.format("#panel .bar button:last-of-type"),
    "story": TOLD + CLICK.format("#story"),
    "story as it is told": TOLD + CLICK.format("#story") + CLICK.format("#panel .bar button"),
    "table": CLICK.format("#table-view"),
    "places": CLICK.format("#places-view"),
    "picture to save": CLICK.format("#open-picture"),
    "keys": CLICK.format("#open-keys"),
}  # fmt: skip


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is not there: run scripts/setup --dev")
    return AXE.read_text(encoding="utf-8")


def faults(page: WebDriver, axe: str) -> list[str]:
    """What axe finds; its script comes by the driver, since the page lets no other in."""
    page.execute_script(axe)
    found: list[str] = page.execute_async_script(FAULTS)
    return found


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Opener, axe: str, state: str) -> None:
    told: Any = stories.travels() if state == "places" else stories.story()
    page = open_page(told)
    page.execute_script(STATES[state])
    assert faults(page, axe) == []
    page.execute_script("localStorage.clear();")
    dark = {"name": "prefers-color-scheme", "value": "dark"}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [dark]})
    try:
        with phone(page):
            page.execute_script(STATES[state])
            assert faults(page, axe) == []
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_axe_finds_what_is_wrong(open_page: Opener, axe: str) -> None:
    page = open_page(stories.story())
    page.execute_script("document.getElementById('zoom-in').ariaLabel = '';")
    page.execute_script("document.getElementById('zoom-in').textContent = '';")
    (fault,) = faults(page, axe)
    assert fault.startswith("button-name: ")
