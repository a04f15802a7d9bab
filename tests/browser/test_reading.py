"""Reading the article beside the map, and the path between two actors."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from actorgraph.export.html import page_of
from actorgraph.model import Modality
from actorgraph.pipeline.graph import Inline
from tests.browser import stories
from tests.browser.actions import phone, search


@pytest.fixture
def story(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.story(), "#geography=1")


@pytest.fixture
def article(story: WebDriver) -> WebDriver:
    """The page with an article open beside the map."""
    story.find_element(By.ID, "read").click()
    return story


def text(page: WebDriver) -> str:
    return page.execute_script(
        "return document.querySelector('#text .prose').textContent"
    )


def test_on_a_phone_the_passage_that_is_read_stands_above_the_panel(
    story: WebDriver,
) -> None:
    with phone(story):
        search(story, "torben")
        story.find_element(By.CSS_SELECTOR, "#panel .said button").click()
        button(story, "Read in the article").click()
        here, panel = story.execute_script(
            "const of = (name) => document.querySelector(name).getBoundingClientRect();"
            "return [of('#text .here').bottom, of('#panel').top]"
        )
        assert here < panel


def choose_article(page: WebDriver, title: str) -> None:
    (option,) = [
        one
        for one in page.find_elements(By.CSS_SELECTOR, "#articles option")
        if one.text.startswith(title)
    ]
    option.click()


def passage(page: WebDriver, words: str) -> WebElement:
    """The first piece of the text that holds these words."""
    pieces = page.find_elements(By.CSS_SELECTOR, "#text [role=button]")
    return next(one for one in pieces if words in str(one.get_property("textContent")))


def button(page: WebDriver, words: str) -> WebElement:
    return next(
        one
        for one in page.find_elements(By.CSS_SELECTOR, "#panel button")
        if one.text == words
    )


@pytest.mark.parametrize("name", ["harbour.txt", "council.txt", "wedding.txt"])
def test_the_pieces_of_an_article_are_its_whole_text(
    article: WebDriver, name: str
) -> None:
    title, _, body = stories.TEXTS[name]
    choose_article(article, title or name)

    assert text(article) == body


def test_the_articles_are_listed_with_how_much_each_proves(article: WebDriver) -> None:
    options = [
        one.text for one in article.find_elements(By.CSS_SELECTOR, "#articles option")
    ]

    assert len(options) == 3
    assert all(one.endswith("relations)") for one in options)


def test_a_passage_opens_the_relation_that_it_proves(article: WebDriver) -> None:
    choose_article(article, "Talks over the harbour")
    passage(article, "an envoy of Corland").click()

    assert "Torben Quist envoy of Corland" in article.find_element(
        By.ID, "panel"
    ).text.replace("\n", " ")


def test_choosing_a_relation_turns_to_its_passage_in_whatever_article(
    article: WebDriver,
) -> None:
    choose_article(article, "Talks over the harbour")
    search(article, "Harrow Bay")
    next(
        one
        for one in article.find_elements(By.CSS_SELECTOR, ".said button")
        if "capital of" in one.text
    ).click()

    marked = article.find_elements(By.CSS_SELECTOR, "#text .here")
    assert "".join(one.text for one in marked) == "Harrow Bay is the capital of Veshta"


def test_the_panel_leads_to_the_passage(story: WebDriver) -> None:
    search(story, "Harrow Bay")
    next(
        one
        for one in story.find_elements(By.CSS_SELECTOR, ".said button")
        if "capital of" in one.text
    ).click()
    button(story, "Read in the article").click()

    assert story.find_element(By.ID, "article").is_displayed()
    assert "capital of" in story.find_element(By.CSS_SELECTOR, "#text .here").text


def test_the_pointer_on_a_passage_lights_its_relation_on_the_map(
    article: WebDriver,
) -> None:
    choose_article(article, "Council meets")
    piece = passage(article, "will visit")
    opacities = (
        "return actorgraph.bundles().map(b => [b.edges.some(e => e.r === 'visited'),"
        " actorgraph.network.body.edges[b.id].options.color.opacity])"
    )
    ActionChains(article).move_to_element(piece).pause(0.2).perform()

    lit = article.execute_script(opacities)
    assert {opacity for visited, opacity in lit if visited} == {1}
    assert all(opacity < 0.5 for visited, opacity in lit if not visited)


def test_a_face_before_a_quote_does_not_move_it(
    open_page: Callable[..., WebDriver],
) -> None:
    said = "😀 In Oslo 👩‍🚀 Ann Roth met Bob Marsh."
    page = open_page(stories.one_claim(said, "Ann Roth met Bob Marsh"))
    page.find_element(By.ID, "read").click()

    assert text(page) == said
    pieces = page.find_elements(By.CSS_SELECTOR, "#text .proof")
    assert "".join(one.text for one in pieces) == "Ann Roth met Bob Marsh"


def test_markup_in_an_article_is_only_text(open_page: Callable[..., WebDriver]) -> None:
    said = "<img src=x onerror=document.title='run'> Ann Roth met Bob Marsh. </script><b>bold</b>"
    page = open_page(stories.one_claim(said, "Ann Roth met Bob Marsh"))
    page.find_element(By.ID, "read").click()

    assert text(page) == said
    assert page.title != "run"


def test_the_page_works_in_the_frame_of_a_notebook(
    story: WebDriver, tmp_path: Path
) -> None:
    page = Inline(page_of(stories.story()), 700)
    (tmp_path / "notebook.html").write_text(
        f"<!DOCTYPE html>{page._repr_html_()}", encoding="utf-8"
    )
    story.get((tmp_path / "notebook.html").as_uri())
    story.switch_to.frame(0)
    search(story, "Harrow Bay")

    assert "capital of" in story.find_element(By.ID, "panel").text
    assert not [
        entry for entry in story.get_log("browser") if entry["level"] == "SEVERE"
    ]


def test_the_path_between_two_actors_is_told_with_quotes(story: WebDriver) -> None:
    search(story, "Sela Oduya")
    button(story, "Path to …").click()
    search(story, "Corland")
    button(story, "Over places too").click()

    told = story.find_element(By.ID, "panel").text
    assert "Sela Oduya to Corland" in told
    assert "Sela Oduya will visit Harrow Bay" in told
    assert "Harrow Bay is the capital of Veshta" in told


def test_of_paths_of_a_length_the_best_founded_is_the_first(
    open_page: Callable[..., WebDriver],
) -> None:
    text = "Ann met Cy. Cy met Bo. Ann met Di. Di met Bo."
    source = stories.document("a.txt", text)
    people = {name: stories.actor(name) for name in ("Ann", "Bo", "Cy", "Di")}
    claims = [
        stories.claim(people[one], "metWith", people[two], source, words, **more)
        for one, two, words, more in (
            ("Ann", "Cy", "Ann met Cy", {"modality": Modality.PLANNED}),
            ("Cy", "Bo", "Cy met Bo", {}),
            ("Ann", "Di", "Ann met Di", {}),
            ("Di", "Bo", "Di met Bo", {}),
        )
    ]
    page = open_page(stories.material(people.values(), claims, [source]))
    search(page, "Ann")
    button(page, "Path to …").click()
    search(page, "Bo")
    told = page.find_element(By.CSS_SELECTOR, "#panel .bundle").text
    assert told == "2 steps: Ann – met with – Di – met with – Bo"


def test_where_no_path_leads_the_page_says_so(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.apart())
    search(page, "Ann Roth")
    button(page, "Path to …").click()
    search(page, "Otto Brandt")

    assert "No chain of visible relations" in page.find_element(By.ID, "panel").text


def test_a_text_that_begins_with_its_title_is_headed_by_it_once(
    open_page: Callable[..., WebDriver],
) -> None:
    words = "Ann Roth met Bob Marsh"
    ann, bob = stories.actor("Ann Roth"), stories.actor("Bob Marsh")
    source = stories.document("a.txt", f"{words}\n\nIn Oslo, {words}.", words)
    claims = [stories.claim(ann, "metWith", bob, source, words)]
    page = open_page(stories.material([ann, bob], claims, [source]))
    page.find_element(By.ID, "read").click()
    assert page.find_element(By.CSS_SELECTOR, "#text h2").text == words
    assert text(page) == f"In Oslo, {words}."
    page.find_element(By.CSS_SELECTOR, "#text h2 [role=button]").click()
    assert "met with" in page.find_element(By.ID, "panel").text


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2031-05-03", "on 3 May 2031"),
        ("2031-05", "in May 2031"),
        ("2031", "in 2031"),
    ],
)
def test_what_happened_on_a_day_is_not_said_to_last_from_and_until_it(
    open_page: Callable[..., WebDriver], date: str, words: str
) -> None:
    ann, bob = stories.actor("Ann Roth"), stories.actor("Bob Marsh")
    source = stories.document("a.txt", "Ann Roth met Bob Marsh")
    day = {"valid_from": date, "valid_until": date}
    met = stories.claim(ann, "metWith", bob, source, "Ann Roth met Bob Marsh", **day)
    page = open_page(stories.material([ann, bob], [met], [source]))
    search(page, "Ann")
    page.find_element(By.CSS_SELECTOR, "#panel .said button").click()
    told = page.find_element(By.ID, "panel").text
    assert f"stated as fact, {words}." in told
    assert "until" not in told


def test_a_relation_that_follows_from_others_is_read_where_these_stand(
    story: WebDriver,
) -> None:
    story.execute_script(
        "const { nodes, edges } = actorgraph;"
        "const derived = edges.find((edge) => edge.r === 'metWith' &&"
        "  nodes[edge.from].name === 'Veshta');"
        "const keys = [nodes[derived.from].key, derived.r, nodes[derived.to].key];"
        "location.hash = 'relation=' + keys.map(encodeURIComponent).join('/');"
    )
    story.execute_async_script("setTimeout(arguments[0], 200)")
    button(story, "Read in the article").click()
    passages = story.find_elements(By.CSS_SELECTOR, "#text .here")
    words = " ".join(str(one.get_property("textContent")) for one in passages)
    assert "Ilva Marn" in words
