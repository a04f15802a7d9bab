"""What an actor said, in the panel and in the search."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from actorgraph.export.registry import Material
from actorgraph.model import Attribution, Mention, MentionKind
from tests.browser import stories
from tests.browser.actions import search, type_name

TEXT = "Ann Roth met Bob Marsh. “It went well,” said Cleo Hale. Hale declined to name Ann Roth."


def spoken(cue: str = "declined", unsaid: str = "to name Ann Roth") -> Material:
    """Cleo speaks, and no claim relates her to anybody."""
    text = TEXT.replace("declined to name Ann Roth", f"{cue} {unsaid}")
    source = stories.document("a.txt", text, "A meeting", "2031-04-02")
    ann, bob, cleo = (
        stories.actor(name) for name in ("Ann Roth", "Bob Marsh", "Cleo Hale")
    )
    start = text.rindex("Ann Roth")
    ann = replace(
        ann,
        mentions=(Mention(source.id, start, start + 8, MentionKind.NAME, "Ann Roth"),),
    )
    material = stories.material(
        [ann, bob],
        [stories.claim(ann, "metWith", bob, source, "Ann Roth met Bob Marsh")],
        [source],
    )

    def words(cue: str, content: str, *, direct: bool) -> Attribution:
        spans = [(text.index(w), text.index(w) + len(w)) for w in (cue, content)]
        return Attribution(None, cleo.id, spans[0], (spans[1],), direct)

    (reading,) = material.corpus.readings
    reading = replace(
        reading,
        attributions=(
            words("said", "“It went well,”", direct=True),
            words(cue, unsaid, direct=False),
        ),
    )
    corpus = replace(
        material.corpus, readings=(reading,), actors=(*material.corpus.actors, cleo)
    )
    return replace(material, corpus=corpus)


@pytest.fixture
def page(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(spoken())


def texts(page: WebDriver, selector: str) -> list[str]:
    return [item.text for item in page.find_elements(By.CSS_SELECTOR, selector)]


def test_search_finds_a_name_that_is_spelt_otherwise(page: WebDriver) -> None:
    type_name(page, "Kleo Hayle")
    assert texts(page, "#found li") == ["Cleo Hale\n2 quotations"]
    page.find_element(By.ID, "search").clear()
    type_name(page, "Wilhelmina Ott")
    assert texts(page, "#found li") == ["No name, post or quote is like this"]


def test_a_speaker_without_relations_is_found_with_her_words(page: WebDriver) -> None:
    type_name(page, "cleo")
    assert texts(page, "#found li") == ["Cleo Hale\n2 quotations"]
    type_name(page, Keys.ENTER)
    assert texts(page, "#panel h3") == ["No relations", "What they said (2)"]
    assert texts(page, ".words .how") == [
        "Said, word for word",
        "Declined, in the words of the article (does not say) · about Ann Roth",
    ]
    assert texts(page, ".words mark") == ["“It went well,”", "to name Ann Roth"]
    assert texts(page, ".words .who")[0] == "“A meeting”, 2 April 2031 · a.txt"
    assert page.get_log("browser") == []


def test_whom_the_words_are_about_can_be_opened(page: WebDriver) -> None:
    search(page, "cleo")
    page.find_element(By.XPATH, "//*[@class='words']//button[.='Ann Roth']").click()
    assert texts(page, "#panel h2") == ["Ann Roth"]


def test_search_finds_the_words_of_a_quotation(page: WebDriver) -> None:
    type_name(page, "went well")
    assert texts(page, "#found li") == ["Cleo Hale\nin a quote"]


def test_who_is_found_by_another_name_is_listed_with_it(
    open_page: Callable[..., WebDriver],
) -> None:
    source = stories.document("a.txt", "Ann Roth met Bob Marsh")
    ann, bob = (stories.actor(name) for name in ("Ann Roth", "Bob Marsh"))
    ann = replace(ann, aliases=("Анна Рот",))
    claims = [stories.claim(ann, "metWith", bob, source, "Ann Roth met Bob Marsh")]
    page = open_page(stories.material([ann, bob], claims, [source]))
    type_name(page, "рот")
    assert texts(page, "#found li") == ["Ann Roth\nАнна Рот"]


def test_what_a_cue_says_itself_is_not_told_twice(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(spoken("denied", "that she met Ann Roth"))
    search(page, "cleo")
    told = "Denied, in the words of the article · about Ann Roth"
    assert texts(page, ".words .how")[1] == told


def test_a_speaker_without_relations_is_not_on_the_first_map(page: WebDriver) -> None:
    assert "2 of 3 actors and 1 relation" in page.find_element(By.ID, "counts").text
    assert page.find_element(By.TAG_NAME, "h1").text == "A meeting"


def test_who_speaks_about_whom_is_a_line_of_its_own_that_leads_to_the_words(
    page: WebDriver,
) -> None:
    lines = (
        "return window.actorgraph.bundles().filter((line) => line.family === 'Speaks about')"
        ".map(({ from, to }) => [from, to].map((id) => window.actorgraph.nodes[id].name))"
    )
    assert page.execute_script(lines) == []
    row = page.find_element(By.XPATH, "//label[contains(., 'Who speaks about whom')]")
    row.click()
    assert page.execute_script(lines) == [["Cleo Hale", "Ann Roth"]]
    page.execute_script(
        "const { pointOn, bundles, network } = window.actorgraph;"
        "const line = bundles().find(({ family }) => family === 'Speaks about');"
        "const { x, y } = network.canvasToDOM(pointOn(line, 0.5));"
        "const { left, top } = document.getElementById('canvas').getBoundingClientRect();"
        "window.spot = [left + x, top + y]"
    )
    x, y = page.execute_script("return window.spot.map(Math.round)")
    pointer = ActionBuilder(page)
    pointer.pointer_action.move_to_location(x, y).click()
    pointer.perform()
    title = "return document.querySelector('#panel h2')?.textContent"
    assert page.execute_script(title) == "Cleo Hale"
    assert "talk=1" in WebDriverWait(page, 3).until(
        lambda _: "talk=1" in page.current_url and page.current_url
    )
    assert not [line for line in page.get_log("browser") if line["level"] == "SEVERE"]
