"""Time, several actors at once, places, separate pairs, paths, the table, keys and the way back."""

from collections.abc import Callable

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from actorgraph.export.registry import Material
from actorgraph.model import Modality
from tests.browser import stories
from tests.browser.actions import press, search

DRAWN = "return actorgraph.bundles().flatMap((b) => b.edges).map((e) => e.r)"
PLACE = (
    "const node = actorgraph.nodes.find((n) => n.name === arguments[0]);"
    "return actorgraph.network.canvasToDOM(node)"
)
#: How wide the bars of the days are.
WIDTH = "return document.querySelector('.bars').offsetWidth"


@pytest.fixture
def story(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.story())


def drawn(page: WebDriver) -> set[str]:
    return set(page.execute_script(DRAWN))


def panel(page: WebDriver) -> str:
    return page.find_element(By.ID, "panel").text


def rest(page: WebDriver, milliseconds: int = 400) -> None:
    page.execute_async_script("setTimeout(arguments[1], arguments[0])", milliseconds)


def test_each_day_has_a_bar(story: WebDriver) -> None:
    bars = story.find_elements(By.CSS_SELECTOR, ".bars span")
    titles = [str(bar.get_attribute("title")) for bar in bars]
    assert titles[0].startswith("2 March 2031: ")
    assert len(titles) == 2


def test_on_a_day_what_happened_is_gone_and_what_holds_is_there(
    story: WebDriver,
) -> None:
    assert {"accused", "memberOf", "metWith"} <= drawn(story)
    press(story, "On a day")
    last = drawn(story)
    story.find_element(By.CSS_SELECTOR, "[aria-label='Day']").send_keys(Keys.HOME)
    first = drawn(story)
    assert "metWith" in first
    assert "metWith" not in last
    rest(story)
    assert "day=2031-03-02" in story.current_url
    press(story, "Between days")
    assert {"accused", "memberOf", "metWith"} <= drawn(story)


def test_days_are_played_to_the_last(story: WebDriver) -> None:
    press(story, "Play")
    assert "2 March 2031" in story.find_element(By.CSS_SELECTOR, "#time output").text
    rest(story, 4200)
    assert story.find_element(By.CSS_SELECTOR, "#time button").text == "Play"
    assert story.get_log("browser") == []


def lasso(page: WebDriver) -> None:
    """Draw around the whole map."""
    canvas = page.find_element(By.ID, "canvas")
    width, height = canvas.size["width"] - 8, canvas.size["height"] - 8
    actions = ActionChains(page, duration=40).key_down(Keys.SHIFT)
    actions.move_to_element_with_offset(canvas, -width // 2, -height // 2)
    actions.click_and_hold().move_by_offset(width, 0).move_by_offset(0, height)
    actions.move_by_offset(-width, 0).release().key_up(Keys.SHIFT).perform()


def test_a_lasso_selects_and_what_is_selected_is_arranged_kept_and_put_back(
    story: WebDriver,
) -> None:
    places = "return actorgraph.nodes.map(({ x, y }) => [x, y].map(Math.round))"
    before = story.execute_script(places)
    lasso(story)
    count = len(set(story.execute_script("return actorgraph.shown()")))
    assert f"{count} actors selected" in story.find_element(By.ID, "choice").text
    press(story, "Circle")
    after = story.execute_script(places)
    assert before != after
    story.refresh()
    assert story.execute_script(places) == after
    lasso(story)
    press(story, "Put back")
    assert story.execute_script(places) == before
    story.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert story.find_element(By.ID, "choice").is_displayed() is False
    assert story.get_log("browser") == []


def test_lines_end_at_their_actors_as_soon_as_these_are_arranged(
    story: WebDriver,
) -> None:
    lasso(story)
    press(story, "Circle")
    rest(story)
    look = "return document.querySelector('#canvas canvas').toDataURL()"
    arranged = story.execute_script(look)
    story.execute_script("actorgraph.network.redraw()")
    assert story.execute_script(look) == arranged


def test_a_dragged_actor_stays_after_the_page_is_built_again(
    story: WebDriver, open_page: Callable[..., WebDriver]
) -> None:
    spot = story.execute_script(PLACE, "Anton Brask")
    canvas = story.find_element(By.ID, "canvas")
    x = round(spot["x"] - canvas.size["width"] / 2)
    y = round(spot["y"] - canvas.size["height"] / 2)
    actions = ActionChains(story, duration=40)
    actions.move_to_element_with_offset(canvas, x, y).click_and_hold()
    actions.move_by_offset(40, 30).move_by_offset(20, 10).release().perform()
    rest(story)
    node = (
        "const { x, y } = actorgraph.nodes.find((n) => n.name === 'Anton Brask');"
        "return [x, y].map(Math.round)"
    )
    moved = story.execute_script(node)
    assert open_page(stories.story()).execute_script(node) == moved
    story.execute_script("localStorage.clear()")
    assert open_page(stories.story()).execute_script(node) != moved


def test_what_is_left_out_comes_back_with_the_filters_reset(story: WebDriver) -> None:
    lasso(story)
    press(story, "Leave out")
    assert drawn(story) == set()
    press(story, "Reset filters")
    assert {"accused", "memberOf"} <= drawn(story)
    assert story.find_element(By.ID, "reset").is_displayed() is False


def pairs(count: int) -> Material:
    """A triangle of people, and pairs who deal with nobody else."""
    names = ["Ann", "Bob", "Cleo", *(f"Pair {number}" for number in range(2 * count))]
    people = [stories.actor(name) for name in names]
    source = stories.document("a.txt", "They met.", "T")
    ends = [(0, 1), (1, 2), (2, 0)]
    ends += [(3 + 2 * number, 4 + 2 * number) for number in range(count)]
    claims = [
        stories.claim(people[one], "metWith", people[other], source, "They met")
        for one, other in ends
    ]
    return stories.material(people, claims, [source])


def test_many_pairs_are_listed_and_drawn_when_asked(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(pairs(5))
    assert page.execute_script("return actorgraph.bundles().length") == 3
    assert "3 of 13 actors and 3 relations" in page.find_element(By.ID, "counts").text
    press(page, "Table")
    assert "13 actors and 8 relations" in page.find_element(By.ID, "counts").text
    press(page, "Map")
    press(page, "5 separate pairs")
    assert panel(page).count("met with") == 5
    page.find_element(By.CSS_SELECTOR, "#panel .said button").click()
    assert "They met" in panel(page)
    page.find_element(By.CSS_SELECTOR, "#panel .close").click()
    page.find_element(By.ID, "pairs").click()
    press(page, "Draw them too")
    assert page.execute_script("return actorgraph.bundles().length") == 8


def test_beside_the_list_of_pairs_the_whole_map_is_seen(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(pairs(5))
    page.find_element(By.ID, "pairs").click()
    rest(page)
    assert page.execute_script(
        "const canvas = document.querySelector('#canvas canvas');"
        "const { data } = canvas.getContext('2d')"
        "  .getImageData(0, 0, canvas.width, canvas.height);"
        "return data.some((part) => part)"
    )
    assert page.execute_script(
        "const { network, nodes, shown } = actorgraph;"
        "const { clientWidth } = document.getElementById('canvas');"
        "const places = shown().map((id) => network.canvasToDOM(nodes[id]).x);"
        "return places.every((x) => x > 0 && x < clientWidth)"
    )


def test_an_actor_that_was_hidden_is_drawn_at_once(story: WebDriver) -> None:
    """The map draws only actors whose boxes it knows to be in sight."""
    unseen = story.execute_script(
        """
        const { network, nodes, shown } = actorgraph;
        const before = new Set(shown());
        document.getElementById('scope-all').click();
        const around = ({ left, right, top, bottom }, { x, y }) =>
          left < x && x < right && top < y && y < bottom;
        const boxOf = (id) => network.body.nodes[id].shape.boundingBox;
        const added = shown().filter((id) => !before.has(id));
        return [added.length, added.filter((id) => !around(boxOf(id), nodes[id])).length];
        """
    )
    assert unseen[0] > 0
    assert unseen[1] == 0


def test_few_pairs_are_drawn(open_page: Callable[..., WebDriver]) -> None:
    page = open_page(pairs(3))
    assert page.execute_script("return actorgraph.bundles().length") == 6
    assert page.find_element(By.ID, "pairs").is_displayed() is False


def test_paths_avoid_places_unless_asked_and_have_an_address(story: WebDriver) -> None:
    search(story, "sela")
    press(story, "Path to …")
    search(story, "corland")
    assert "No chain of visible relations" in panel(story)
    press(story, "Over places too")
    assert "capital of" in panel(story)
    address = story.current_url
    assert "#path=" in address
    story.get("about:blank")
    story.get(address)
    assert "capital of" in panel(story)


def test_back_leads_to_what_was_chosen_before(story: WebDriver) -> None:
    search(story, "torben")
    search(story, "ilva")
    assert "Ilva Marn" in panel(story)
    story.back()
    assert "Torben Quist" in panel(story)
    story.back()
    assert story.find_element(By.ID, "panel").is_displayed() is False


def test_a_question_mark_shows_the_keys_and_escape_closes_them(
    story: WebDriver,
) -> None:
    story.find_element(By.TAG_NAME, "body").send_keys("?")
    keys = story.find_element(By.ID, "keys")
    assert keys.is_displayed()
    ActionChains(story).send_keys(Keys.ESCAPE).perform()
    assert keys.is_displayed() is False


def column(page: WebDriver, place: int) -> list[str]:
    cells = page.find_elements(By.CSS_SELECTOR, f"tbody td:nth-child({place})")
    return [cell.text for cell in cells]


def test_the_table_is_sorted_by_any_column(story: WebDriver) -> None:
    story.find_element(By.ID, "table-view").click()
    press(story, "Subject")
    assert column(story, 1) == sorted(column(story, 1))
    story.find_element(By.CSS_SELECTOR, "th:first-child button").click()
    assert column(story, 1) == sorted(column(story, 1), reverse=True)
    head = story.find_element(By.CSS_SELECTOR, "th:first-child")
    assert head.get_attribute("aria-sort") == "descending"


def test_the_table_is_copied_for_a_spreadsheet(story: WebDriver) -> None:
    story.execute_script(
        "Object.defineProperty(navigator, 'clipboard', { value: {"
        "  writeText: async (text) => { window.copied = text; } } })"
    )
    story.find_element(By.ID, "table-view").click()
    press(story, "Copy")
    lines = story.execute_script("return window.copied").split("\n")
    assert lines[0].startswith("Subject\tRelation\tObject")
    assert len(lines) == 1 + len(column(story, 1))


def test_a_drag_of_many_steps_is_drawn_once_a_frame(story: WebDriver) -> None:
    drawings = story.execute_async_script(
        """
        const done = arguments[0];
        const { network, nodes } = actorgraph;
        const canvas = document.querySelector('#canvas canvas');
        const { left, top } = canvas.getBoundingClientRect();
        const at = network.canvasToDOM(nodes[0]);
        const before = nodes[0].x;
        const point = (type, step) => canvas.dispatchEvent(new PointerEvent(type, {
          pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true,
          button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1,
          clientX: left + at.x + 2 * step, clientY: top + at.y + step,
        }));
        let drawings = 0;
        network.on('afterDrawing', () => { drawings += 1; });
        point('pointerdown', 0);
        for (let step = 1; step <= 40; step++) point('pointermove', step);
        requestAnimationFrame(() => requestAnimationFrame(() => {
          point('pointerup', 40);
          done([drawings, Math.round(nodes[0].x - before)]);
        }));
        """
    )
    assert drawings[0] <= 3
    assert drawings[1] > 20


#: Drags the first actor; counts lines and dashed lines of a frame of the drag, and of one after it.
DRAG = """
const [done] = arguments;
const { network, nodes } = actorgraph;
const canvas = document.querySelector('#canvas canvas');
const { left, top } = canvas.getBoundingClientRect();
const at = network.canvasToDOM(nodes[0]);
const point = (type, step) => canvas.dispatchEvent(new PointerEvent(type, {
  pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true,
  button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1,
  clientX: left + at.x + 2 * step, clientY: top + at.y + step,
}));
let count = { lines: 0, dashed: 0 }, frame;
const { stroke, setLineDash } = CanvasRenderingContext2D.prototype;
Object.assign(CanvasRenderingContext2D.prototype, {
  stroke(...path) { count.lines += 1; return stroke.apply(this, path); },
  setLineDash(dashes) {
    count.dashed += dashes.length ? 1 : 0;
    return setLineDash.call(this, dashes);
  },
});
network.on('afterDrawing', () => {
  frame = count;
  count = { lines: 0, dashed: 0 };
});
const drawn = (next) => requestAnimationFrame(() => requestAnimationFrame(next));
point('pointerdown', 0);
for (let step = 1; step <= 20; step++) point('pointermove', step);
drawn(() => {
  const during = frame;
  point('pointerup', 20);
  drawn(() => done([during, frame, actorgraph.bundles().length]));
});
"""


def planned_ring(people: int) -> Material:
    """People who may each meet the next three: all lines are dashed."""
    ring = [stories.actor(f"Person {number:03}") for number in range(people)]
    source = stories.document("a.txt", "They may meet")
    pairs = [
        (one, ring[(place + step) % people])
        for step in (1, 2, 3)
        for place, one in enumerate(ring)
    ]
    claims = [
        stories.claim(
            one, "metWith", other, source, "They may", modality=Modality.POSSIBLE
        )
        for one, other in pairs
    ]
    return stories.material(ring, claims, [source])


@pytest.mark.parametrize(("people", "is_crowded"), [(20, False), (140, True)])
def test_the_lines_of_a_crowded_map_are_plain_while_it_is_dragged(
    open_page: Callable[..., WebDriver], people: int, is_crowded: bool
) -> None:
    page = open_page(planned_ring(people))
    during, after, lines = page.execute_async_script(DRAG)
    assert lines == 3 * people
    assert min(during["lines"], after["lines"]) >= lines
    assert after["dashed"] >= lines
    assert during["dashed"] == (0 if is_crowded else after["dashed"])


def test_days_are_chosen_by_drawing_over_the_bars_and_all_are_one_click(
    open_page: Callable[..., WebDriver],
) -> None:
    ann, bo = stories.actor("Ann"), stories.actor("Bo")
    sources = [
        stories.document(f"{day}.txt", "Ann met Bo", date=f"2031-05-0{day}")
        for day in range(1, 6)
    ]
    claims = [stories.claim(ann, "metWith", bo, one, "Ann met Bo") for one in sources]
    page = open_page(stories.material([ann, bo], claims, sources))
    bars = page.find_elements(By.CSS_SELECTOR, ".bars span")
    width = page.execute_script(WIDTH)
    brush = ActionChains(page).move_to_element(bars[3]).click_and_hold()
    brush.move_to_element(bars[2]).move_to_element(bars[1]).release().perform()
    assert page.execute_script(WIDTH) == width
    assert "Told 2 May 2031 to 4 May 2031" in page.find_element(By.ID, "time").text
    values = [
        slider.get_property("value")
        for slider in page.find_elements(By.CSS_SELECTOR, "#time input")
    ]
    assert values == ["1", "3"]
    press(page, "All days")
    assert "Told 1 May 2031 to 5 May 2031" in page.find_element(By.ID, "time").text
    press(page, "On a day")
    page.find_elements(By.CSS_SELECTOR, ".bars span")[2].click()
    assert "on 3 May 2031" in page.find_element(By.ID, "time").text


@pytest.mark.parametrize("width", [900, 1024, 1280, 1400])
def test_long_names_in_the_table_are_not_cut_on_small_screens(
    open_page: Callable[..., WebDriver], width: int
) -> None:
    ann, bo = stories.actor("Ann Loranforfield-Featherstone"), stories.actor("Bo")
    source = stories.document("a.txt", "Kelselbridge-Shipping met them in the harbour")
    claim = stories.claim(ann, "spokespersonOf", bo, source, source.text)
    page = open_page(stories.material([ann, bo], [claim], [source]), "#view=table")
    page.set_window_size(width, 800)
    try:
        for _ in range(2):
            widths = page.execute_script(
                "const table = document.getElementById('table');"
                "return [table.scrollWidth, table.clientWidth]"
            )
            assert widths[0] <= widths[1]
            page.find_element(By.CSS_SELECTOR, "#table td button").click()
    finally:
        page.set_window_size(1400, 900)


def test_beside_the_panel_the_table_is_not_cut(story: WebDriver) -> None:
    press(story, "Table")
    story.find_element(By.CSS_SELECTOR, "#table td button").click()
    widths = story.execute_script(
        "const table = document.getElementById('table');"
        "return [table.scrollWidth, table.clientWidth]"
    )
    assert widths[0] <= widths[1]
    assert "First day" not in story.find_element(By.ID, "table").text
    story.find_element(By.CSS_SELECTOR, "#panel .close").click()
    assert "First day" in story.find_element(By.ID, "table").text
