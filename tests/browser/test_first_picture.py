"""What the page opens with: who deals with whom, and the names that matter."""

from collections.abc import Callable

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from actorgraph.model import ActorType
from tests.browser import stories
from tests.browser.actions import search, type_name

#: Pairs of words on the map whose boxes overlap.
OVERLAPS = """
const words = actorgraph.words();
const apart = (a, b) => a[0] >= b[2] || a[2] <= b[0] || a[1] >= b[3] || a[3] <= b[1];
return words.flatMap((one, i) =>
  words.slice(i + 1).filter((two) => !apart(one.box, two.box)).map((two) => [one, two]));
"""


@pytest.fixture
def page(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.story())


def drawn(page: WebDriver) -> set[str]:
    return set(
        page.execute_script(
            "return actorgraph.bundles().flatMap(b => b.edges).map(e => e.r)"
        )
    )


def words(page: WebDriver) -> list[str]:
    """All words on the map, each name as a line."""
    return page.execute_script("return actorgraph.words().map(w => w.lines.join(' '))")


def pressed(page: WebDriver, id_: str) -> str | None:
    return page.find_element(By.ID, id_).get_attribute("aria-pressed")


def test_where_somebody_belongs_is_folded_and_what_they_do_is_drawn(
    page: WebDriver,
) -> None:
    assert {"presidentOf", "envoyOf", "capitalOf"}.isdisjoint(drawn(page))
    assert {"accused", "supports", "visited", "memberOf", "metWith"} <= drawn(page)
    assert page.get_log("browser") == []


def test_what_is_folded_stands_under_the_name(page: WebDriver) -> None:
    assert "President of Veshta" in words(page)
    assert "envoy of Corland" in words(page)


def test_everything_is_one_click_and_so_is_the_way_back(page: WebDriver) -> None:
    first = drawn(page)
    assert (pressed(page, "scope-first"), pressed(page, "scope-all")) == (
        "true",
        "false",
    )
    page.find_element(By.ID, "scope-all").click()
    assert {"presidentOf", "envoyOf", "capitalOf", "holdsPost"} <= drawn(page)
    assert (pressed(page, "scope-first"), pressed(page, "scope-all")) == (
        "false",
        "true",
    )
    page.find_element(By.ID, "scope-first").click()
    assert drawn(page) == first


def test_a_chosen_actor_unfolds_what_it_belongs_to(page: WebDriver) -> None:
    search(page, "torben")
    assert "envoyOf" in drawn(page)
    assert "capitalOf" not in drawn(page)
    page.find_element(By.CSS_SELECTOR, "#panel .close").click()
    assert "envoyOf" not in drawn(page)


def test_the_address_keeps_that_everything_is_shown(page: WebDriver) -> None:
    page.find_element(By.ID, "scope-all").click()
    page.execute_async_script("setTimeout(arguments[0], 500)")
    page.refresh()
    assert "capitalOf" in drawn(page)
    assert pressed(page, "scope-all") == "true"


def test_a_graph_of_nothing_but_geography_is_shown(
    open_page: Callable[..., WebDriver],
) -> None:
    source = stories.document("a.txt", "Ann leads Bo")
    ann, bo = stories.actor("Ann"), stories.actor("Bo", ActorType.PLACE)
    claim = stories.claim(ann, "presidentOf", bo, source, "Ann leads Bo")
    page = open_page(stories.material([ann, bo], [claim], [source]))
    assert drawn(page) == {"presidentOf"}
    assert page.find_element(By.ID, "scope").is_displayed() is False


def test_the_names_of_the_twenty_most_named_stand_on_the_map_and_none_overlap(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.crowd())
    leading = page.execute_script(
        "return actorgraph.nodes.slice(0, 20).map(n => n.name)"
    )
    assert set(leading) <= set(words(page))
    assert page.execute_script(OVERLAPS) == []


def test_a_name_away_from_its_actor_has_a_line_to_it(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.crowd())
    for _ in range(4):
        page.find_element(By.ID, "zoom-out").click()
        page.execute_async_script("setTimeout(arguments[0], 300)")
    drawing = page.execute_script("return actorgraph.svgOf(actorgraph.figureNow())")
    assert 'class="leader"' in drawing
    assert page.execute_script(OVERLAPS) == []


def test_a_name_is_not_beside_another_actor_where_there_is_room(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.apart())
    name, gap = page.execute_script(
        """
        const { network, nodes, words } = actorgraph;
        const [first, second] = nodes;
        const scale = network.getScale();
        const box = words().find((one) => one.lines.join(' ') === first.name).box;
        // Move the second beside the name of the first, a hair away.
        Object.assign(second, { x: box[2] + second.size + 1 / scale, y: (box[1] + box[3]) / 2 });
        network.moveNode(second.id, second.x, second.y);
        network.redraw();
        const moved = words().find((one) => one.lines.join(' ') === first.name).box;
        const dx = Math.max(moved[0] - second.x, second.x - moved[2], 0);
        const dy = Math.max(moved[1] - second.y, second.y - moved[3], 0);
        return [first.name, (Math.hypot(dx, dy) - second.size) * scale];
        """
    )
    assert name in words(page)
    assert gap > 5


def test_in_a_small_picture_few_lines_lead_to_names(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.crowd())
    small = page.execute_script(
        "const { firstFigure, firstCaption, svgOf } = actorgraph;"
        "return svgOf(firstFigure(firstCaption(), { width: 300, height: 300 }))"
    )
    assert small.count('class="leader"') <= 5


def test_a_name_with_no_room_beside_its_actor_goes_away_rather_than_over_another(
    open_page: Callable[..., WebDriver],
) -> None:
    """Eight actors stand around the most named one, so that each spot beside it is taken."""
    page = open_page(stories.crowd())
    covered, lines = page.execute_script(SURROUND)
    assert covered == []
    assert lines >= 1


#: Moves eight actors around the first and all others out of sight; returns whom its name covers.
SURROUND = """
const { network, nodes, words, leaders } = actorgraph;
const reach = 2.5 * nodes[0].size;
nodes.forEach((node, i) => {
  const angle = (i - 1) * Math.PI / 4;
  const near = { x: reach * Math.cos(angle), y: reach * Math.sin(angle) };
  const away = i > 8 ? { x: 1e5 + i, y: 1e5 } : near;
  Object.assign(node, i === 0 ? { x: 0, y: 0 } : away);
  network.moveNode(node.id, node.x, node.y);
});
network.moveTo({ position: { x: 0, y: 0 }, scale: 1, animation: false });
network.redraw();
const { box } = words().find((one) => one.lines.join(' ') === nodes[0].name);
const [left, top, right, bottom] = box;
const covers = ({ x, y, size }) =>
  left < x + size && right > x - size && top < y + size && bottom > y - size;
return [
  nodes.slice(1, 9).filter(covers).map((node) => node.name),
  leaders().length,
];
"""


def test_events_of_one_actor_are_folded_and_search_counts_what_the_panel_lists(
    open_page: Callable[..., WebDriver],
) -> None:
    source = stories.document("a.txt", "Ann met Bo. Ann and Cy joined talks")
    ann, bo, cy = (stories.actor(name) for name in ("Ann", "Bo", "Cy"))
    talks = stories.actor("talks", ActorType.EVENT)
    gala = stories.actor("gala", ActorType.EVENT)
    claims = [
        stories.claim(one, "visited", other, source, "Ann met Bo")
        for one, other in ((ann, talks), (cy, talks), (ann, gala))
    ]
    claims.append(stories.claim(ann, "metWith", bo, source, "Ann met Bo"))
    page = open_page(stories.material([ann, bo, cy, talks, gala], claims, [source]))
    shown = page.execute_script(
        "return actorgraph.shown().map((id) => actorgraph.nodes[id].name)"
    )
    assert set(shown) == {"Ann", "Bo", "Cy", "talks"}
    type_name(page, "Ann")
    counted = page.find_element(By.CSS_SELECTOR, "#found small").text
    type_name(page, Keys.ENTER)
    assert counted == "3 relations"
    assert counted in page.find_element(By.ID, "panel").text


def test_the_cross_on_what_is_denied_is_not_under_words(page: WebDriver) -> None:
    crosses = page.execute_script(
        """
        const { bundles, pointOn, network, nodes } = actorgraph;
        const denied = () => bundles().filter((found) => found.tone === 'denied');
        // Bring the ends so close together that the cross is where a name would be.
        const [found] = denied();
        const [from, to] = [nodes[found.from], nodes[found.to]];
        Object.assign(to, { x: from.x, y: from.y + 2 * from.size + 2 * to.size + 30 });
        network.moveNode(to.id, to.x, to.y);
        network.redraw();
        return denied().map((one) => pointOn(one, 0.5));
        """
    )
    assert crosses
    boxes = page.execute_script("return actorgraph.words().map((w) => w.box)")
    for cross in crosses:
        for left, top, right, bottom in boxes:
            assert not (left < cross["x"] < right and top < cross["y"] < bottom)
