"""What a finger does on a phone."""

from collections.abc import Callable

from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By

from tests.browser import stories
from tests.browser.actions import phone, search

#: Where the second button of the panel stands, once the panel is at rest.
BUTTON = """
const done = arguments[0];
setTimeout(() => {
  const { x, y, width, height } = document
    .querySelector("#panel .bar button:nth-of-type(2)").getBoundingClientRect();
  document.querySelector("#panel .close").click();
  setTimeout(() => done([x + width / 2, y + height / 2]), 600);
}, 600);
"""
#: Moves an actor to a point of the screen, and all others out of the way.
MOVE = """
const [name, x, y] = arguments, { network, nodes } = actorgraph;
const { left, top } = document.getElementById("canvas").getBoundingClientRect();
const point = network.DOMtoCanvas({ x: x - left, y: y - top });
for (const node of nodes) {
  Object.assign(node, node.name === name ? point : { x: 9000, y: 9000 });
  network.moveNode(node.id, node.x, node.y);
}
"""


def tap(page: WebDriver, x: float, y: float) -> None:
    for kind, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
        event = {"type": kind, "touchPoints": points}
        page.execute_cdp_cmd("Input.dispatchTouchEvent", event)
    page.execute_async_script("setTimeout(arguments[0], 600)")


def test_a_tap_on_an_actor_presses_nothing_of_the_panel_that_it_opens(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.story())
    with phone(page):
        search(page, "torben")
        x, y = page.execute_async_script(BUTTON)
        page.execute_script(MOVE, "Torben Quist", x, y)
        tap(page, x, y)
        heading = page.find_element(By.CSS_SELECTOR, "#panel h2")
        assert heading.text == "Torben Quist"
        assert page.find_element(By.ID, "focus").is_displayed() is False
