"""The interactive page, as a reader with a browser and no network meets it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser import stories
from tests.browser.actions import phone, press, type_name

Opener = Callable[..., WebDriver]

HOSTILE = (
    "<img src=x onerror=document.title='run'>",
    '</script><script>document.title="run"</script>',
    '"><a href="javascript:document.title=1">href</a>',
    "\u202eevil\u2066 name\u2028next",
    "{{ 7*7 }}${7*7}",
)


@pytest.fixture
def story(open_page: Opener) -> WebDriver:
    return open_page(stories.story(), "#geography=1")


def panel(page: WebDriver) -> str:
    return page.find_element(By.ID, "panel").text


def shown(page: WebDriver) -> set[str]:
    """Names of the actors on the map."""
    return set(
        page.execute_script(
            "const { nodes, network } = actorgraph;"
            "const isShown = (n) => !network.body.nodes[n.id].options.hidden;"
            "return nodes.filter(isShown).map((n) => n.name)"
        )
    )


def click_on_map(page: WebDriver, point: dict[str, float]) -> None:
    canvas = page.find_element(By.ID, "canvas")
    x, y = point["x"] - canvas.size["width"] / 2, point["y"] - canvas.size["height"] / 2
    ActionChains(page).move_to_element_with_offset(canvas, round(x), round(y)).pause(
        0.1
    ).click().pause(0.3).perform()


def line_of(page: WebDriver, relation: str) -> dict[str, float]:
    """Where on the canvas the line of a relation can be clicked, away from others that cross it."""
    return page.execute_script(
        "const found = actorgraph.bundles().find(b => b.edges.some(e => e.r === arguments[0]));"
        "const { network, pointOn } = actorgraph;"
        "const shares = [0.5, 0.4, 0.6, 0.3, 0.7];"
        "const spots = shares.map((share) => network.canvasToDOM(pointOn(found, share)));"
        "return spots.find(spot => network.getEdgeAt(spot) === found.id)",
        relation,
    )


def place_of(page: WebDriver, name: str) -> dict[str, float]:
    return page.execute_script(
        "const { nodes, network } = actorgraph;"
        "return network.canvasToDOM(nodes.find((n) => n.name === arguments[0]))",
        name,
    )


def toggle(page: WebDriver, label: str) -> None:
    page.find_element(
        By.XPATH, f"//aside//label[.//*[normalize-space()='{label}']]"
    ).click()


def search(page: WebDriver, words: str, *keys: str) -> None:
    type_name(page, words, *keys)


def requests(page: WebDriver) -> list[str]:
    messages = [
        json.loads(entry["message"])["message"] for entry in page.get_log("performance")
    ]
    sent = [
        m["params"]["request"]["url"]
        for m in messages
        if m["method"] == "Network.requestWillBeSent"
    ]
    return [
        url
        for url in sent
        if not url.startswith(("file:", "data:", "about:", "chrome:"))
    ]


def test_the_page_opens_quietly_and_asks_for_nothing(story: WebDriver) -> None:
    assert story.get_log("browser") == []
    assert requests(story) == []
    assert "12 relations from 3 documents" in story.find_element(By.ID, "counts").text


def test_clicking_a_line_opens_its_quote_in_its_sentence(story: WebDriver) -> None:
    click_on_map(story, line_of(story, "capitalOf"))
    passage = story.find_element(By.CSS_SELECTOR, "#panel blockquote")
    assert passage.text == "Harrow Bay is the capital of Veshta."
    assert (
        passage.find_element(By.TAG_NAME, "mark").text
        == "Harrow Bay is the capital of Veshta"
    )
    assert "According to the document “Council meets”, 9 March 2031" in panel(story)
    assert "Very likely read right (95 %)" in panel(story)
    assert "How it was read: verb: capitalOf" in panel(story)


def test_a_claim_says_who_says_it_and_how_firmly(story: WebDriver) -> None:
    click_on_map(story, line_of(story, "attacked"))
    assert "According to Torben Quist, in “Talks over the harbour”" in panel(story)
    assert "Affirmed, alleged" in panel(story)


def test_all_relations_of_a_pair_are_listed_with_the_sum_of_their_claims(
    story: WebDriver,
) -> None:
    click_on_map(story, line_of(story, "accused"))
    assert "2 claims from 2 documents" in panel(story)
    assert "Torben Quist accused Veshta" in panel(story)
    assert "Veshta met with Torben Quist" in panel(story)


def test_a_derived_claim_shows_what_it_follows_from(story: WebDriver) -> None:
    click_on_map(story, line_of(story, "accused"))
    premises = [
        item.text
        for item in story.find_elements(By.CSS_SELECTOR, ".premises > li > .sentence")
    ]
    assert premises == [
        "Ilva Marn is president of Veshta",
        "Ilva Marn met with Torben Quist",
    ]
    assert len(story.find_elements(By.CSS_SELECTOR, ".premises blockquote")) == 2
    assert (
        story.find_elements(
            By.CSS_SELECTOR, ".relation:last-child > .claim > blockquote"
        )
        == []
    )


def test_clicking_an_actor_tells_its_relations_in_words(story: WebDriver) -> None:
    click_on_map(story, place_of(story, "Ilva Marn"))
    relations = [
        item.text for item in story.find_elements(By.CSS_SELECTOR, ".said button")
    ]
    assert relations[0] == "president of Veshta"
    assert "has the support of Dockers" in relations
    assert "holds the post of President of Veshta" in relations


def test_a_person_is_introduced_with_the_post_held(story: WebDriver) -> None:
    search(story, "ilva", Keys.ENTER)
    assert (
        story.find_element(By.CSS_SELECTOR, "#panel .kind").text
        == "Person · President of Veshta"
    )


def test_closing_the_panel_gives_the_map_back_as_it_was(story: WebDriver) -> None:
    def camera() -> list[float]:
        return story.execute_script(
            "const { network } = actorgraph;"
            "const { x, y } = network.getViewPosition();"
            "return [x, y, 99 * network.getScale()]"
        )

    before = camera()
    story.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]},
    )
    search(story, "corland", Keys.ENTER)
    assert camera() != pytest.approx(before, abs=1)
    story.find_element(By.CSS_SELECTOR, "#panel .close").click()
    assert camera() == pytest.approx(before, abs=1)
    story.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_relation_in_the_panel_opens_its_claims(story: WebDriver) -> None:
    click_on_map(story, place_of(story, "Ilva Marn"))
    story.find_element(
        By.XPATH, "//section//button[contains(., 'president of')]"
    ).click()
    assert "2 claims from 2 documents" in panel(story)
    assert (
        next(mark.text for mark in story.find_elements(By.TAG_NAME, "mark"))
        == "Ilva Marn, the president of Veshta"
    )


def test_focus_leaves_the_neighbours_and_back_brings_all(story: WebDriver) -> None:
    everybody = shown(story)
    click_on_map(story, place_of(story, "Harrow Bay"))
    press(story, "Only neighbours")
    assert shown(story) == {"Harrow Bay", "Veshta", "Sela Oduya"}
    story.find_element(
        By.XPATH, "//div[@id='focus']//button[.='Back to everything']"
    ).click()
    assert shown(story) == everybody


def test_neighbours_of_one_actor_are_added_to_the_surroundings_and_folded(
    story: WebDriver,
) -> None:
    shown = (
        "return window.actorgraph.shown().map((id) => window.actorgraph.nodes[id].name)"
    )
    search(story, "Free Coast", Keys.ENTER)
    press(story, "Only neighbours")
    before = set(story.execute_script(shown))
    assert "Torben Quist" not in before
    search(story, "Marn", Keys.ENTER)
    press(story, "Add its neighbours")
    assert "Torben Quist" in story.execute_script(shown)
    press(story, "Fold its neighbours")
    assert set(story.execute_script(shown)) == before


def test_a_double_click_shows_only_the_neighbours(story: WebDriver) -> None:
    canvas = story.find_element(By.ID, "canvas")
    point = place_of(story, "Harrow Bay")
    x = round(point["x"] - canvas.size["width"] / 2)
    y = round(point["y"] - canvas.size["height"] / 2)
    actions = ActionChains(story).move_to_element_with_offset(canvas, x, y)
    actions.pause(0.2).click().pause(0.05).click().pause(0.6).perform()
    assert story.find_element(By.CSS_SELECTOR, "#panel h2").text == "Harrow Bay"
    assert shown(story) == {"Harrow Bay", "Veshta", "Sela Oduya"}


def test_search_finds_by_the_middle_of_a_name_and_enter_opens_the_actor(
    story: WebDriver,
) -> None:
    search(story, "oduy")
    assert [
        item.text.split("\n")[0]
        for item in story.find_elements(By.CSS_SELECTOR, "#found li")
    ] == ["Sela Oduya"]
    search(story, Keys.ENTER)
    assert panel(story).startswith("Only neighbours")
    assert story.find_element(By.CSS_SELECTOR, "#panel h2").text == "Sela Oduya"


def test_search_reaches_an_actor_that_is_not_on_the_map(story: WebDriver) -> None:
    assert "President of Veshta" not in shown(story)
    search(story, "president", Keys.ENTER)
    assert "President of Veshta" in shown(story)


def test_the_legend_hides_a_family_and_brings_it_back(story: WebDriver) -> None:
    everybody = shown(story)
    toggle(story, "Affiliation")
    assert "Free Coast Party" not in shown(story)
    toggle(story, "Affiliation")
    assert shown(story) == everybody


def test_the_legend_hides_a_type_and_a_manner(story: WebDriver) -> None:
    toggle(story, "Groups")
    assert "Dockers" not in shown(story)
    toggle(story, "Planned")
    assert "Sela Oduya" not in shown(story)


def test_posts_wait_until_they_are_asked_for(story: WebDriver) -> None:
    assert "President of Veshta" not in shown(story)
    toggle(story, "Posts")
    assert "President of Veshta" in shown(story)


def test_uncertain_readings_wait_until_they_are_asked_for(story: WebDriver) -> None:
    def married() -> bool:
        return story.execute_script(
            "return actorgraph.bundles().some(b => b.edges.some(e => e.r === 'spouseOf'))"
        )

    assert not married()
    toggle(story, "Uncertain readings, below the threshold")
    assert married()


def background() -> object:
    """Three people who meet, two also neighbours by the gazetteer, which alone knows a fourth."""
    text = "Ann met Bo. Bo met Cy. Dee"
    source = stories.document("walk.txt", text)
    ann, bo, cy, dee = actors = [
        stories.actor(name) for name in ("Ann", "Bo", "Cy", "Dee")
    ]
    known = {"method": "gazetteer"}
    claims = [
        stories.claim(ann, "metWith", bo, source, "Ann met Bo"),
        stories.claim(bo, "metWith", cy, source, "Bo met Cy"),
        stories.claim(ann, "capitalOf", cy, source, "Ann", **known),
        stories.claim(cy, "capitalOf", dee, source, "Dee", **known),
    ]
    return stories.material(actors, claims, [source])


def drawn(page: WebDriver) -> list[str]:
    """Relations on the map, each line's first."""
    return page.execute_script("return actorgraph.bundles().map(b => b.edges[0].r)")


def test_background_knowledge_brings_nobody_to_the_map(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(background())
    assert shown(page) == {"Ann", "Bo", "Cy"}
    assert drawn(page) == ["metWith", "metWith", "capitalOf"]
    toggle(page, "Actors only known from it")
    assert "Dee" in shown(page)


def test_background_knowledge_is_last_in_the_table_however_often_it_is_told(
    open_page: Callable[..., WebDriver],
) -> None:
    ann, bo = stories.actor("Ann"), stories.actor("Bo")
    sources = [stories.document(f"{day}.txt", f"Ann met Bo. {day}") for day in (1, 2)]
    known = {"method": "gazetteer"}
    claims = [
        *(
            stories.claim(ann, "capitalOf", bo, source, "Ann", **known)
            for source in sources
        ),
        stories.claim(ann, "metWith", bo, sources[0], "Ann met Bo"),
    ]
    page = open_page(stories.material([ann, bo], claims, sources), "#view=table")
    told = page.find_elements(By.CSS_SELECTOR, "#table tbody td:nth-child(4)")
    assert [one.text for one in told] == ["Stated as fact", "Known anyway"]


def test_background_knowledge_can_be_left_out(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(background())
    toggle(page, "Background knowledge")
    assert drawn(page) == ["metWith", "metWith"]


def test_a_graph_of_nothing_but_background_is_shown(
    open_page: Callable[..., WebDriver],
) -> None:
    source = stories.document("list.txt", "Ann")
    ann, bo = stories.actor("Ann"), stories.actor("Bo")
    claim = stories.claim(ann, "capitalOf", bo, source, "Ann", method="gazetteer")
    page = open_page(
        stories.material([ann, bo], [claim], [source]),
        f"#relation={ann.id}/capitalOf/{bo.id}",
    )
    assert shown(page) == {"Ann", "Bo"}
    assert "Known anyway, not said here. Very likely read right (95 %)." in panel(page)


def test_where_somebody_is_joins_the_line_that_says_more(
    open_page: Callable[..., WebDriver],
) -> None:
    source = stories.document("post.txt", "Ann, head of Bo")
    ann, bo = stories.actor("Ann"), stories.actor("Bo")
    claims = [
        stories.claim(ann, relation, bo, source, "Ann")
        for relation in ("capitalOf", "presidentOf")
    ]
    page = open_page(stories.material([ann, bo], claims, [source]))
    lines = page.execute_script(
        "return actorgraph.bundles().map(b => b.edges.map(e => e.r))"
    )
    assert lines == [["presidentOf", "capitalOf"]]


def test_an_actor_without_relations_waits_until_it_is_asked_for(
    story: WebDriver,
) -> None:
    assert "Mira Lund" not in shown(story)
    toggle(story, "Actors without relations")
    assert "Mira Lund" in shown(story)


def test_lines_show_how_a_relation_is_put(story: WebDriver) -> None:
    drawn = story.execute_script(
        "const key = ({ edges: [first] }) => first.r + first.manner;"
        "return Object.fromEntries(actorgraph.bundles().map((b) => [key(b), b.tone]))"
    )
    assert drawn["visitedplanned"] == "dashed"
    assert drawn["memberOfdenied"] == "denied"
    assert drawn["memberOfstated"] == "firm"


def test_the_table_lists_every_visible_relation_and_opens_it_by_keyboard(
    story: WebDriver,
) -> None:
    story.find_element(By.ID, "table-view").click()
    rows = [row.text for row in story.find_elements(By.CSS_SELECTOR, "tbody tr")]
    assert len(rows) == 12
    assert "Ilva Marn president of Veshta" in rows[0]
    assert any("Denied" in row for row in rows)
    story.find_element(By.CSS_SELECTOR, "tbody button").send_keys(Keys.ENTER)
    assert "Ilva Marn is president of Veshta" in panel(story)


def test_the_table_follows_the_filters(story: WebDriver) -> None:
    story.find_element(By.ID, "table-view").click()
    toggle(story, "Affiliation")
    assert len(story.find_elements(By.CSS_SELECTOR, "tbody tr")) == 8


@pytest.mark.parametrize(
    ("find", "name", "heading"),
    [
        (place_of, "Corland", "Corland"),
        (line_of, "visited", "Sela Oduya visited Harrow Bay (planned)"),
    ],
)
def test_the_address_leads_back_to_what_was_open(
    story: WebDriver,
    open_page: Callable[..., WebDriver],
    find: Callable[..., Any],
    name: str,
    heading: str,
) -> None:
    click_on_map(story, find(story, name))
    again = open_page(stories.story(), "#" + story.current_url.partition("#")[2])
    assert again.find_element(By.CSS_SELECTOR, "#panel h2").text == heading


def test_escape_closes_the_panel_and_forgets_the_address(story: WebDriver) -> None:
    search(story, "corland", Keys.ENTER)
    ActionChains(story).send_keys(Keys.ESCAPE).perform()
    assert not story.find_element(By.ID, "panel").is_displayed()
    assert story.current_url.endswith("graph.html#geography=1")


@pytest.mark.parametrize("hostile", [*HOSTILE, "x" * 10_000])
def test_a_hostile_name_is_shown_and_runs_nothing(
    open_page: Callable[..., WebDriver], hostile: str
) -> None:
    text = f"{hostile} met with Ann Other, href={hostile}"
    source = stories.document(hostile[:50], text, hostile, "2031-01-01")
    one, other = stories.actor(hostile), stories.actor("Ann Other")
    claim = stories.claim(one, "metWith", other, source, text, method=hostile)
    page = open_page(
        stories.material([one, other], [claim], [source]),
        f"#relation={one.id}/metWith/{other.id}",
    )
    title = page.title
    assert page.get_log("browser") == []
    assert (
        page.execute_script("return document.querySelector('#panel mark').textContent")
        == text
    )
    page.find_element(By.CSS_SELECTOR, "#panel h2 button").click()
    assert (
        page.execute_script("return document.querySelector('#panel h2').textContent")
        == hostile
    )
    page.find_element(By.ID, "table-view").click()
    search(page, "ann")
    assert page.find_elements(By.CSS_SELECTOR, "img, iframe, a") == []
    assert page.title == title
    assert title != "run"
    assert page.get_log("browser") == []
    assert requests(page) == []


def test_an_empty_graph_says_so(open_page: Callable[..., WebDriver]) -> None:
    page = open_page(stories.material([], [], []))
    assert (
        page.find_element(By.ID, "empty").text
        == "No actors were found in these documents."
    )
    assert page.get_log("browser") == []


def test_a_phone_has_the_whole_page_without_scrolling_sideways(
    story: WebDriver,
) -> None:
    with phone(story):
        assert (
            story.execute_script("return document.documentElement.scrollWidth") <= 390
        )
        story.find_element(By.ID, "filters").click()
        assert story.find_element(By.ID, "legend").is_displayed()


def test_the_header_is_as_high_with_a_story_and_decisions(story: WebDriver) -> None:
    before, after = story.execute_script(
        """
        document.querySelector("h1").textContent = "Maren Holmqvist, Corland and others";
        const { offsetHeight } = document.querySelector(".head");
        for (const id of ["story", "deciding"]) document.getElementById(id).hidden = false;
        return [offsetHeight, document.querySelector(".head").offsetHeight];
        """
    )
    assert after == before
