"""Filters by document, speaker, day and confidence, the surroundings of an actor, and saving."""

import csv
import io
from collections.abc import Callable

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from actorgraph.export.registry import Material
from tests.browser import stories
from tests.browser.actions import search

#: Keeps the text that the page saves as ``window.saved``.
KEEP_SAVED = (
    "URL.createObjectURL = (blob) => {"
    "  blob.text().then((text) => { window.saved = text; });"
    "  return location.hash || '#';"
    "}"
)


@pytest.fixture
def story(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.story(), "#geography=1")


def relations(page: WebDriver) -> set[str]:
    """The visible relations as words."""
    return set(
        page.execute_script(
            "return actorgraph.bundles().flatMap(b => b.edges)"
            ".map(e => [actorgraph.nodes[e.from].name, e.r, actorgraph.nodes[e.to].name].join(' '))"
        )
    )


def actors(page: WebDriver) -> set[str]:
    return set(
        page.execute_script(
            "const { nodes, network } = actorgraph;"
            "const isShown = (n) => !network.body.nodes[n.id].options.hidden;"
            "return nodes.filter(isShown).map((n) => n.name)"
        )
    )


def section(page: WebDriver, title: str) -> WebElement:
    return page.find_element(By.XPATH, f"//aside//section[h2[text()='{title}']]")


def toggle(page: WebDriver, title: str, label: str) -> None:
    section(page, title).find_element(
        By.XPATH, f".//label[.//*[normalize-space()='{label}']]"
    ).click()


def press(page: WebDriver, within: WebElement, words: str) -> None:
    within.find_element(By.XPATH, f".//button[normalize-space()='{words}']").click()


def slide(page: WebDriver, label: str, value: int) -> None:
    page.execute_script(
        "const slider = document.querySelector(`[aria-label='${arguments[0]}']`);"
        "slider.value = arguments[1]; slider.dispatchEvent(new Event('input'))",
        label,
        value,
    )


def fragment(page: WebDriver) -> str:
    """The address's fragment, once it has come to rest."""
    return page.execute_async_script(
        "setTimeout(() => arguments[0](location.hash.slice(1)), 400)"
    )


def test_document_that_is_left_out_takes_what_only_it_says(story: WebDriver) -> None:
    toggle(story, "Documents", "Talks over the harbour")

    assert "Torben Quist envoyOf Corland" not in relations(story)
    assert "Ilva Marn presidentOf Veshta" in relations(
        story
    )  # another document says it too
    toggle(story, "Documents", "Talks over the harbour")
    assert "Torben Quist envoyOf Corland" in relations(story)


def test_one_document_alone_is_two_clicks_away(story: WebDriver) -> None:
    press(story, section(story, "Documents"), "None")
    assert relations(story) == set()
    toggle(story, "Documents", "Council meets")

    assert relations(story) == {
        "Sela Oduya visited Harrow Bay",
        "Anton Brask memberOf Council of the Straits",
        "Torben Quist accused Veshta",
        "Harrow Bay capitalOf Veshta",
    }


def test_what_a_speaker_says_can_be_left_out(story: WebDriver) -> None:
    toggle(story, "Who says it", "Torben Quist")

    assert "Anton Brask attacked Dockers" not in relations(story)
    assert "Torben Quist envoyOf Corland" in relations(story)


def test_what_the_articles_say_themselves_can_be_left_out(story: WebDriver) -> None:
    toggle(story, "Who says it", "The articles themselves")

    assert relations(story) == {
        "Anton Brask attacked Dockers",
        "Anton Brask memberOf Council of the Straits",
    }


def test_slider_keeps_the_days_between_its_ends_and_what_has_none(
    story: WebDriver,
) -> None:
    slide(story, "Earliest day", 1)

    assert "Torben Quist envoyOf Corland" not in relations(story)
    assert {
        "Torben Quist accused Veshta",
        "Corland supports Council of the Straits",
    } <= relations(story)
    assert "since=2031-03-09" in fragment(story)


def test_slider_of_confidence_keeps_what_is_at_least_as_sure(story: WebDriver) -> None:
    slide(story, "Least confidence in per cent", 75)

    assert "Anton Brask attacked Dockers" not in relations(story)
    assert "Torben Quist envoyOf Corland" in relations(story)


def test_two_steps_show_more_than_one_and_the_trail_leads_back(
    story: WebDriver,
) -> None:
    search(story, "Sela Oduya")
    press(story, story.find_element(By.ID, "panel"), "Only neighbours")
    assert actors(story) == {"Sela Oduya", "Harrow Bay"}
    focus = story.find_element(By.ID, "focus")
    press(story, focus, "2 steps")
    assert actors(story) == {"Sela Oduya", "Harrow Bay", "Veshta"}
    search(story, "Veshta")
    press(story, story.find_element(By.ID, "panel"), "Back to everything")
    press(story, story.find_element(By.ID, "panel"), "Close")

    assert len(actors(story)) > 6


def test_trail_names_those_looked_at_before(story: WebDriver) -> None:
    search(story, "Sela Oduya")
    press(story, story.find_element(By.ID, "panel"), "Only neighbours")
    press(story, story.find_element(By.ID, "focus"), "2 steps")
    story.execute_script(
        "const { network, nodes } = actorgraph;"
        "const { id } = nodes.find((n) => n.name === 'Harrow Bay');"
        "network.body.emitter.emit('doubleClick', { nodes: [id] })"
    )
    focus = story.find_element(By.ID, "focus")
    assert "Sela Oduya › Harrow Bay" in focus.text.replace("\n", " ")
    press(story, focus, "Sela Oduya")

    assert "›" not in focus.text
    assert story.find_element(By.CSS_SELECTOR, "#panel h2").text == "Sela Oduya"


def test_address_brings_the_filters_back(
    story: WebDriver, open_page: Callable[..., WebDriver]
) -> None:
    toggle(story, "Documents", "Council meets")
    slide(story, "Least confidence in per cent", 75)
    toggle(story, "How it is said", "Denied")
    search(story, "Ilva Marn")
    press(story, story.find_element(By.ID, "panel"), "Only neighbours")
    before, kept = relations(story), fragment(story)
    page = open_page(stories.story(), f"#{kept}")

    assert relations(page) == before
    assert page.find_element(By.CSS_SELECTOR, "#panel h2").text == "Ilva Marn"
    assert fragment(page) == kept


def test_address_that_is_pasted_into_an_open_page_gives_its_view_and_no_other(
    story: WebDriver,
) -> None:
    toggle(story, "How it is said", "Denied")
    search(story, "Ilva Marn")
    press(story, story.find_element(By.ID, "panel"), "Only neighbours")
    story.execute_script("location.hash = 'since=2031-03-09&geography=1'")
    assert fragment(story) == "since=2031-03-09&geography=1"
    assert not story.find_element(By.ID, "panel").is_displayed()
    assert "Anton Brask memberOf Council of the Straits" in relations(story)
    assert "Torben Quist envoyOf Corland" not in relations(story)
    story.execute_script("location.hash = 'geography=1'")

    fragment(story)
    assert "Torben Quist envoyOf Corland" in relations(story)


def test_address_keeps_what_else_is_shown_and_names_documents_by_name(
    story: WebDriver, open_page: Callable[..., WebDriver]
) -> None:
    toggle(story, "Documents", "Council meets")
    toggle(story, "Who says it", "Anton Brask")
    toggle(story, "Also show", "Uncertain readings, below the threshold")
    toggle(story, "Actors", "Posts")
    toggle(story, "Actors", "Posts")
    kept = fragment(story)

    assert "off.document=council.txt" in kept
    assert "weak=1" in kept
    assert "off.type" not in kept  # on and off again is no change
    assert relations(open_page(stories.story(), f"#{kept}")) == relations(story)


@pytest.mark.parametrize(
    "made_up",
    [
        "off.group=nobody&least=abc",
        "around=nobody/7&since=yesterday",
        "%E0%A4%A",
        "&&==",
    ],
)
def test_address_that_names_nothing_known_is_passed_over(
    open_page: Callable[..., WebDriver], made_up: str
) -> None:
    page = open_page(stories.story(), f"#{made_up}")

    assert relations(page) == relations(open_page(stories.story()))
    assert [
        entry for entry in page.get_log("browser") if entry["level"] == "SEVERE"
    ] == []


@pytest.fixture
def saved(story: WebDriver) -> Callable[[str], str]:
    """What a choice of the menu saves, as text."""

    def save(choice: str) -> str:
        story.execute_script(KEEP_SAVED)
        story.find_element(By.CSS_SELECTOR, "#saving summary").click()
        story.find_element(By.ID, choice).click()
        return story.execute_async_script(
            "const done = arguments[0]; setTimeout(() => done(window.saved), 400)"
        )

    return save


def test_visible_relations_can_be_saved(
    story: WebDriver, saved: Callable[[str], str]
) -> None:
    rows = list(csv.DictReader(io.StringIO(saved("save-table").lstrip("\ufeff"))))

    assert {f"{row['Subject']} {row['Object']}" for row in rows} == {
        f"{relation.split(' ' + name + ' ')[0]} {relation.split(' ' + name + ' ')[1]}"
        for relation in relations(story)
        for name in stories.FAMILIES
        if f" {name} " in relation
    }
    assert {
        "Subject": "Torben Quist",
        "Relation": "envoy of",
        "Object": "Corland",
    }.items() <= next(row for row in rows if row["Relation"] == "envoy of").items()


@pytest.fixture(scope="module")
def crowd() -> Material:
    """400 people in a ring, each met by the next five, each with a neighbour who is named once."""
    people = [stories.actor(f"Person {i:03}") for i in range(400)]
    text = "They met. " * 10
    source = stories.document("a.txt", text, "T")
    claims = [
        stories.claim(people[i], relation, people[(i + step) % 400], source, "They met")
        for i in range(400)
        for step, relation in enumerate(
            ("metWith", "accused", "supports", "attacked", "visited"), start=1
        )
    ]
    return stories.material(people, claims, [source])


def test_large_graph_opens_with_its_backbone_and_says_so(
    open_page: Callable[..., WebDriver], crowd: Material
) -> None:
    page = open_page(crowd)
    note = page.find_element(By.ID, "part")

    assert len(actors(page)) == 300
    assert len(relations(page)) < 700
    assert note.text.startswith("The backbone")
    press(page, note, "Show all 2,000")
    assert (len(actors(page)), len(relations(page))) == (400, 2000)
    assert not note.is_displayed()


def test_actor_outside_the_backbone_is_shown_with_all_its_relations(
    open_page: Callable[..., WebDriver], crowd: Material
) -> None:
    page = open_page(crowd)
    (hidden, *_) = sorted({one.name for one in crowd.corpus.actors} - actors(page))
    search(page, hidden)

    assert len([relation for relation in relations(page) if hidden in relation]) == 10
    press(page, page.find_element(By.ID, "panel"), "Only neighbours")
    assert len(actors(page)) == 11


def test_backbone_does_not_keep_back_what_is_asked_for(
    open_page: Callable[..., WebDriver], crowd: Material
) -> None:
    people = [
        actor
        for actor in crowd.corpus.actors
        if actor.name in ("Person 000", "Person 200")
    ]
    source = crowd.corpus.readings[0].document
    first, second = people
    doubtful = stories.claim(
        first, "spouseOf", second, source, "They met", confidence=0.3
    )
    claims = [*crowd.corpus.readings[0].claims, doubtful]
    page = open_page(stories.material(crowd.corpus.actors, claims, [source]))
    before = relations(page)
    toggle(page, "Also show", "Uncertain readings, below the threshold")

    assert len(relations(page) - before) == 1


def test_small_graph_is_shown_whole_without_a_note(story: WebDriver) -> None:
    assert not story.find_element(By.ID, "part").is_displayed()


def test_documents_behind_the_first_few_come_when_asked_for(
    open_page: Callable[..., WebDriver],
) -> None:
    people = [stories.actor(f"Person {i:02}") for i in range(13)]
    documents = [
        stories.document(f"{i:02}.txt", f"They met {i} times.", f"Story {i:02}")
        for i in range(12)
    ]
    claims = [
        stories.claim(people[i], "metWith", people[i + 1], one, "They met")
        for i, one in enumerate(documents)
    ]
    page = open_page(stories.material(people, claims, documents))
    titles = section(page, "Documents")
    assert len(titles.find_elements(By.TAG_NAME, "input")) == 8
    press(page, titles, "4 more")

    assert len(titles.find_elements(By.TAG_NAME, "input")) == 12
