"""Names on the map: readable on a small screen too, and still while the map is zoomed."""

from collections.abc import Callable

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By

from tests.browser import stories
from tests.browser.actions import phone, search
from tests.browser.test_first_picture import OVERLAPS, words

#: Words that lie partly outside the map.
OUTSIDE = """
const { network, words } = actorgraph;
const { clientWidth: width, clientHeight: height } = document.getElementById("canvas");
return words().filter(({ box: [left, top, right, bottom] }) => {
  const low = network.canvasToDOM({ x: left, y: top });
  const high = network.canvasToDOM({ x: right, y: bottom });
  return low.x < 0 || low.y < 0 || high.x > width || high.y > height;
}).map(({ lines }) => lines.join(" "));
"""

#: Zooms by small steps; counts how often one of the twenty most named changes its place beside its
#: actor, and how many texts are measured.
ZOOM = """
const { network, nodes, words } = actorgraph;
const scale = network.getScale(), position = network.getViewPosition();
const places = () => new Map(words().map(({ lines, box }) => [lines.join(" "), box]));
const offsets = () => nodes.slice(0, 20).map(({ name, x, y }) => {
  const box = places().get(name);
  return box && [box[0] - x, box[1] - y].map((value) => value * network.getScale());
});
let measured = 0, jumps = 0, before = offsets();
const measure = CanvasRenderingContext2D.prototype.measureText;
CanvasRenderingContext2D.prototype.measureText = function (text) {
  measured += 1;
  return measure.call(this, text);
};
for (let i = 1; i <= 20; i++) {
  network.moveTo({ position, scale: scale * arguments[0] ** i });
  network.redraw();
  const now = offsets();
  const isFar = ([x, y], [toX, toY]) => Math.hypot(toX - x, toY - y) > 16;
  jumps += now.filter((at, id) => at && before[id] && isFar(at, before[id])).length;
  before = now;
}
CanvasRenderingContext2D.prototype.measureText = measure;
return [jumps, measured];
"""

#: The box of each name.
BOXES = """
return Object.fromEntries(actorgraph.words().map(({ lines, box }) => [lines.join(" "), box]));
"""

#: Puts the last actor amid eight others, so that no spot beside it is free, and the rest around
#: them.
SURROUND_LAST = """
const { network, nodes } = actorgraph;
const last = nodes.at(-1), reach = 2.5 * last.size;
nodes.forEach((node, i) => {
  const far = i < 8 ? reach : 300;
  const angle = i < 8 ? i * Math.PI / 4 : i * Math.PI / 16;
  Object.assign(node, { x: far * Math.cos(angle), y: far * Math.sin(angle) });
  if (node === last) Object.assign(node, { x: 0, y: 0 });
  network.moveNode(node.id, node.x, node.y);
});
network.moveTo({ position: { x: 0, y: 0 }, scale: 1, animation: false });
network.redraw();
return last.name;
"""


@pytest.fixture
def crowd(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.crowd())


def test_the_twenty_most_named_are_readable_on_a_phone(crowd: WebDriver) -> None:
    with phone(crowd):
        leading = crowd.execute_script(
            "return actorgraph.nodes.slice(0, 20).map((node) => node.name)"
        )
        assert set(leading) <= set(words(crowd))
        assert crowd.execute_script(OVERLAPS) == []
        assert crowd.execute_script(OUTSIDE) == []


@pytest.mark.parametrize("factor", [1.02, 1 / 1.02])
def test_no_name_jumps_while_the_map_is_zoomed(crowd: WebDriver, factor: float) -> None:
    jumps, measured = crowd.execute_script(ZOOM, factor)
    assert jumps == 0
    assert measured <= 40  # each text once


def test_names_stay_when_the_map_rests_and_the_most_named_all_stand(
    crowd: WebDriver,
) -> None:
    crowd.execute_script(ZOOM, 1 / 1.1)
    moving = crowd.execute_script(BOXES)
    crowd.execute_async_script("setTimeout(arguments[0], 500)")
    resting = crowd.execute_script(BOXES)
    leading = crowd.execute_script(
        "return actorgraph.nodes.slice(0, 20).map((node) => node.name)"
    )
    assert set(leading) <= set(resting)
    moved = [name for name in moving if resting.get(name) != moving[name]]
    assert len(moved) <= len(moving) / 10
    assert crowd.execute_script(OVERLAPS) == []


def test_a_name_stands_beside_the_line_of_its_actor_rather_than_on_it(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.apart())
    page.execute_script(
        """
        const { network, nodes, bundles } = actorgraph;
        bundles().forEach(({ from, to }, i) => [from, to].forEach((id, end) => {
          Object.assign(nodes[id], { x: 300 * i, y: 200 * end });
          network.moveNode(id, nodes[id].x, nodes[id].y);
        }));
        """
    )
    page.find_element(By.ID, "zoom-fit").click()
    page.execute_async_script("setTimeout(arguments[0], 600)")
    covered = page.execute_script(
        """
        const { words, bundles, nodes, pointOn } = actorgraph;
        const names = new Set(nodes.map(({ name }) => name));
        const points = bundles().flatMap((line) =>
          [...Array(40).keys()].map((i) => pointOn(line, i / 40)));
        return words().filter(({ lines, box: [left, top, right, bottom] }) =>
          names.has(lines.join(" ")) && points.some(({ x, y }) =>
            left < x && x < right && top < y && y < bottom)).map(({ lines }) => lines);
        """
    )
    assert covered == []


def test_the_map_opens_as_large_as_it_is_when_all_is_shown(crowd: WebDriver) -> None:
    opened = crowd.execute_script("return actorgraph.network.getScale()")
    crowd.find_element(By.ID, "zoom-fit").click()
    crowd.execute_async_script("setTimeout(arguments[0], 500)")
    fitted = crowd.execute_script("return actorgraph.network.getScale()")
    assert opened == pytest.approx(fitted, rel=1e-3)


def test_a_community_with_a_colour_has_a_name_where_there_is_no_room(
    crowd: WebDriver,
) -> None:
    """The last actor is not among the twenty, yet the first in sight of its community."""
    crowd.execute_script(
        "const { nodes } = actorgraph, last = nodes.at(-1);"
        "nodes.forEach((node) => { if (node !== last && node.group === last.group)"
        " node.group = -1; });"
    )
    assert crowd.execute_script(SURROUND_LAST) in words(crowd)


def test_what_stands_under_a_name_is_not_cut_off(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.story())
    page.execute_script(
        """
        const { network, nodes } = actorgraph;
        const { x, y } = nodes.find(({ name }) => name === "Ilva Marn");
        const { clientWidth, clientHeight } = document.getElementById("canvas");
        const scale = network.getScale();
        const half = { x: clientWidth / 2 / scale, y: clientHeight / 2 / scale };
        // Her name just fits beside the left edge, what she is does not.
        network.moveTo({ position: { x: x + half.x - 46 / scale, y } });
        network.redraw();
        """
    )
    assert "Ilva Marn" in words(page)
    assert page.execute_script(OUTSIDE) == []


def test_names_on_a_phone_are_not_under_the_panel(crowd: WebDriver) -> None:
    with phone(crowd):
        search(crowd, "Maximiliane Featherstone 00")
        crowd.execute_async_script("setTimeout(arguments[0], 600)")
        top = crowd.execute_script(
            "return document.getElementById('panel').getBoundingClientRect().top"
            " - document.getElementById('canvas').getBoundingClientRect().top"
        )
        bottoms = crowd.execute_script(
            "return actorgraph.words().map(({ box: [x, , , y] }) =>"
            " actorgraph.network.canvasToDOM({ x, y }).y)"
        )
        assert max(bottoms) < top


def test_few_names_stand_far_away_above_the_panel_of_a_phone(crowd: WebDriver) -> None:
    with phone(crowd):
        search(crowd, "Maximiliane Featherstone 00")
        for button in ("#panel .said button", "#panel .add", "#story"):
            crowd.find_element(By.CSS_SELECTOR, button).click()
        crowd.execute_async_script("setTimeout(arguments[0], 600)")
        lengths = crowd.execute_script(
            "const { leaders, network } = actorgraph, scale = network.getScale();"
            "return leaders().map(([[x, y], [toX, toY]]) =>"
            "  scale * Math.hypot(toX - x, toY - y))"
        )
        assert max(lengths) < 200


def test_the_legend_of_a_picture_lists_the_largest_community_first(
    crowd: WebDriver,
) -> None:
    legend, listed = crowd.execute_script(
        """
        const rows = [...document.querySelectorAll(".legend section")]
          .find((part) => part.querySelector("h2").textContent === "Communities")
          .querySelectorAll(".row:has(.dot)");
        const colours = [...rows].map((row) => row.querySelector(".dot").style.background);
        const { shapes } = actorgraph.figureNow();
        const hex = (colour) => "#" + colour.match(/\\d+/g)
          .map((part) => Number(part).toString(16).padStart(2, "0")).join("");
        const legend = colours.map(hex);
        return [legend, shapes.map(({ fill }) => fill).filter((fill) => legend.includes(fill))];
        """
    )
    assert listed == legend
