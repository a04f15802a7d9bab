"""Places on a map of the world: what is on it, and how it is moved, chosen from and saved."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from actorgraph.export.figure import drawing
from actorgraph.model import ActorType, Modality
from tests.browser import stories

DISCS = (
    "return [...document.querySelectorAll('#places [role=button]')]"
    ".map((disc) => [disc.getAttribute('aria-label'), disc.getBoundingClientRect().x])"
)
TITLE = "return document.querySelector('#panel h2')?.textContent"


@pytest.fixture
def page(open_page: Callable[..., WebDriver]) -> WebDriver:
    opened = open_page(stories.travels())
    opened.find_element(By.ID, "places-view").click()
    return opened


def discs(page: WebDriver) -> dict[str, float]:
    """Where each disc is from the left, by what it says."""
    found: list[Any] = page.execute_script(DISCS)
    return dict(found)


def test_visits_and_attacks_are_where_they_happened(page: WebDriver) -> None:
    found = discs(page)
    assert set(found) == {
        "Oslo: Ann Roth visited",
        "Lisbon: Ann Roth visited, planned",
        "Norway: accused France",
        "France: Norway accused",
    }
    assert found["France: Norway accused"] < found["Oslo: Ann Roth visited"]
    counts = page.find_element(By.ID, "counts").text
    assert counts.startswith("4 places and 3 relations")
    assert len(page.find_elements(By.CSS_SELECTOR, "#places .line")) == 1
    assert not [line for line in page.get_log("browser") if line["level"] == "SEVERE"]


def test_what_has_a_name_has_a_role(page: WebDriver) -> None:
    assert page.find_elements(By.CSS_SELECTOR, "#places [aria-label]")
    assert not page.find_elements(By.CSS_SELECTOR, "#places [aria-label]:not([role])")


def test_what_is_only_planned_is_hollow(page: WebDriver) -> None:
    fills = {
        disc.get_attribute("aria-label"): disc.get_attribute("fill")
        for disc in page.find_elements(By.CSS_SELECTOR, "#places .actor")
    }
    paper = page.find_element(By.CSS_SELECTOR, "#places rect[fill]").get_attribute(
        "fill"
    )
    assert fills["Lisbon: Ann Roth visited, planned"] == paper
    assert fills["Oslo: Ann Roth visited"] != paper


def test_a_place_is_chosen_by_click_and_key_and_a_filter_takes_it_away(
    page: WebDriver,
) -> None:
    page.find_element(By.CSS_SELECTOR, "[aria-label^=Oslo]").click()
    assert page.execute_script(TITLE) == "Oslo"
    norway = page.find_element(By.CSS_SELECTOR, "[aria-label^=Norway]")
    norway.send_keys(Keys.ENTER)
    assert page.execute_script(TITLE) == "Norway"
    box = page.find_element(By.XPATH, "//label[contains(., 'Diplomacy')]/input")
    box.click()
    assert "Oslo: Ann Roth visited" not in discs(page)


def test_it_is_dragged_zoomed_and_shown_whole_again(page: WebDriver) -> None:
    before = discs(page)
    place = page.find_element(By.ID, "places")
    ActionChains(page).drag_and_drop_by_offset(place, 80, 0).perform()
    dragged = discs(page)
    assert dragged == pytest.approx({name: x + 80 for name, x in before.items()}, abs=2)
    page.find_element(By.ID, "zoom-in").click()
    spread = [
        at["Oslo: Ann Roth visited"] - at["France: Norway accused"]
        for at in (dragged, discs(page))
    ]
    assert spread[1] == pytest.approx(1.35 * spread[0], rel=0.05)
    page.find_element(By.ID, "zoom-fit").click()
    assert discs(page) == before


#: Zooms by small steps; counts how often a name changes its place beside its disc.
ROAM = """
const places = document.getElementById("places");
const at = (element) => {
  const { left, top } = element.getBoundingClientRect();
  return [left, top];
};
const offsets = () => new Map([...places.querySelectorAll(".text")].flatMap((text) => {
  const name = text.getAttribute("aria-label");
  const disc = places.querySelector(`[role=button][aria-label^="${name}:"]`);
  return disc ? [[name, at(text).map((value, i) => value - at(disc)[i])]] : [];
}));
let jumps = 0, before = offsets();
const { left, top, width, height } = places.getBoundingClientRect();
for (let i = 0; i < 30; i++) {
  places.dispatchEvent(new WheelEvent("wheel",
    { deltaY: 20, clientX: left + width / 2, clientY: top + height / 2, cancelable: true }));
  const now = offsets();
  for (const [name, [x, y]] of now) {
    const [fromX, fromY] = before.get(name) ?? [x, y];
    if (Math.hypot(x - fromX, y - fromY) > 16) jumps += 1;
  }
  before = now;
}
return [jumps, before.size];
"""
CITIES = "Oslo Bergen Stockholm Copenhagen Hamburg Berlin Amsterdam Brussels Paris London Rotterdam"


def test_no_name_of_a_place_jumps_while_the_map_is_zoomed(
    open_page: Callable[..., WebDriver],
) -> None:
    ann = stories.actor("Ann Roth")
    cities = [stories.actor(name, ActorType.PLACE) for name in CITIES.split()]
    source = stories.document("a.txt", f"Ann Roth visited {CITIES}")
    claims = [stories.claim(ann, "visited", city, source, city.name) for city in cities]
    page = open_page(stories.material([ann, *cities], claims, [source]))
    page.find_element(By.ID, "places-view").click()
    jumps, named = page.execute_script(ROAM)
    assert jumps == 0
    page.execute_async_script("setTimeout(arguments[0], 400)")
    rested = page.execute_script(
        "return document.querySelectorAll('#places .text').length"
    )
    assert rested >= named


def test_the_address_opens_it_again(page: WebDriver) -> None:
    page.find_element(By.CSS_SELECTOR, "[aria-label^=Oslo]").click()
    address = page.current_url
    assert "view=places" in address
    page.get("about:blank")
    page.get(address)
    assert len(discs(page)) == 4
    assert page.execute_script(TITLE) == "Oslo"


def test_its_picture_is_that_of_the_command_line(page: WebDriver) -> None:
    script = "const { figureNow, svgOf } = window.actorgraph; return svgOf(figureNow())"
    on_page = page.execute_script(script)
    material = replace(stories.travels(), caption={"places": True})
    printed = drawing(material, "svg")
    for picture in (on_page, printed):
        assert picture.count('class="land"') == 2
        for name in ("Oslo", "France", "Where it happened"):
            assert f'aria-label="{name}' in picture
        assert "Not on the map: 1 place" in picture
    assert drawing(material, "pdf").startswith("%PDF")


def test_a_graph_without_places_has_no_such_view(
    open_page: Callable[..., WebDriver],
) -> None:
    opened = open_page(stories.apart(), "#view=places")
    assert not opened.find_element(By.ID, "places-view").is_displayed()
    assert opened.find_element(By.ID, "canvas").is_displayed()


def test_a_place_is_told_with_who_is_there(
    open_page: Callable[..., WebDriver],
) -> None:
    source = stories.document("a.txt", "Ann of Fjord Bank will visit Oslo")
    ann, bank = stories.actor("Ann"), stories.actor("Fjord Bank")
    oslo = stories.actor("Oslo", ActorType.PLACE)
    quote = "Fjord Bank will visit Oslo"
    planned = {"modality": Modality.PLANNED}
    claims = [
        stories.claim(ann, "visited", oslo, source, quote, **planned),
        stories.claim(bank, "capitalOf", oslo, source, quote),
        stories.claim(ann, "metWith", bank, source, quote),
    ]
    page = open_page(stories.material([ann, bank, oslo], claims, [source]))
    page.find_element(By.ID, "places-view").click()
    (words,) = discs(page)
    assert sorted(words.removeprefix("Oslo: ").split(", ")) == [
        "Ann visited",
        "Fjord Bank",
        "planned",
    ]


def test_on_a_phone_a_chosen_place_is_seen_above_the_panel_and_filters_close_it(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.travels())
    page.set_window_size(500, 800)
    try:
        page.find_element(By.ID, "places-view").click()
        page.find_element(By.CSS_SELECTOR, "#places [role=button]").click()
        disc, panel = page.execute_script(
            "const chosen = actorgraph.nodes.find((n) => n.name === "
            "  document.querySelector('#panel h2').textContent).id;"
            "const disc = document.querySelector(`#places [data-id='${chosen}']`);"
            "return [disc.getBoundingClientRect().bottom,"
            "  document.getElementById('panel').getBoundingClientRect().top]"
        )
        assert disc < panel
        page.find_element(By.ID, "filters").click()
        assert page.find_element(By.ID, "panel").is_displayed() is False
        assert page.find_element(By.ID, "legend").is_displayed() is True
    finally:
        page.set_window_size(1400, 900)


def test_the_name_of_the_place_with_the_most_relations_stands_also_in_a_crowd(
    open_page: Callable[..., WebDriver],
) -> None:
    """Six cities around Brussels, each with a disc where its name would be."""
    source = stories.document("a.txt", "Ann went there")
    people = [stories.actor(name) for name in ("Ann", "Bo", "Cy", "Di")]
    names = ["Brussels", "Antwerp", "Ghent", "Mechelen", "Leuven", "Liege", "Lille"]
    places = [stories.actor(name, ActorType.PLACE) for name in names]
    claims = [
        stories.claim(one, "visited", place, source, "Ann went there")
        for rank, place in enumerate(places)
        for one in people[: 4 - min(rank, 3)]
    ]
    page = open_page(stories.material([*people, *places], claims, [source]))
    page.find_element(By.ID, "places-view").click()
    for _ in range(6):
        page.find_element(By.ID, "zoom-out").click()
    drawn = page.execute_script(
        "return [...document.querySelectorAll('#places [aria-label]')]"
        ".map((one) => one.getAttribute('aria-label'))"
    )
    assert "Brussels" in drawn
    assert page.find_elements(By.CSS_SELECTOR, "#places .leader")
