"""What a reader decides on the page: seen at once, kept, undone, saved and taken in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from actorgraph.pipeline.changes import build, judge
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.judgement_intake import read_file
from tests.browser import stories
from tests.browser.actions import search, type_name

STORY = (
    "Ann Roth, the chief executive of Fjord Bank, met Bob Marsh in Oslo on Monday. "
    "Greta Holm accused Bob Marsh of lying. Holm met Ann Roth."
)


@pytest.fixture
def story(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.story(), "#geography=1")


def press(page: WebDriver, words: str) -> None:
    """Press a button within an opened question of the panel."""
    page.execute_script(
        "document.querySelectorAll('.judge').forEach((d) => d.open = true)"
    )
    page.find_element(By.XPATH, f"//*[@id='panel']//button[.='{words}']").click()


def write(page: WebDriver, label: str, text: str) -> None:
    page.execute_script(
        "document.querySelectorAll('.judge').forEach((d) => d.open = true)"
    )
    path = f"//*[@id='panel']//label[span='{label}']/*[self::input or self::select]"
    field = page.find_element(By.XPATH, path)
    if field.tag_name == "input":
        field.clear()
    field.send_keys(text)


def open_relation(page: WebDriver, actor: str, words: str) -> None:
    search(page, actor)
    page.find_element(By.XPATH, f"//section//button[contains(., '{words}')]").click()


def chord(page: WebDriver, key: str, *held: str) -> None:
    page.execute_script("document.activeElement.blur()")
    actions = ActionChains(page)
    for modifier in (Keys.CONTROL, *held):
        actions.key_down(modifier)
    actions.send_keys(key)
    for modifier in (Keys.CONTROL, *held):
        actions.key_up(modifier)
    actions.perform()


def drawn(page: WebDriver) -> set[str]:
    return set(
        page.execute_script(
            "return actorgraph.bundles().flatMap(b => b.edges).map(e => e.r)"
        )
    )


def names(page: WebDriver) -> set[str]:
    return set(page.execute_script("return actorgraph.nodes.map((n) => n.name)"))


def heading(page: WebDriver) -> str:
    return page.find_element(By.CSS_SELECTOR, "#panel h2").text


def saved(page: WebDriver) -> list[dict[str, Any]]:
    page.execute_script(
        "URL.createObjectURL = (blob) => {"
        "  blob.text().then((text) => { window.saved = text; }); return '#'; }"
    )
    page.execute_script("document.getElementById('save-decisions').click()")
    text = page.execute_async_script(
        "const done = arguments[0]; setTimeout(() => done(window.saved), 300)"
    )
    return [json.loads(line) for line in text.splitlines()]


def test_a_rejected_claim_takes_its_relation_off_the_map_until_it_is_undone(
    story: WebDriver,
) -> None:
    open_relation(story, "torben", "accused")
    assert "accused" in drawn(story)
    write(story, "Why", "misread")
    press(story, "Reject this claim")
    assert "accused" not in drawn(story)
    assert story.find_element(By.ID, "decided").text == "1"
    assert heading(story) == "Veshta met with Torben Quist"
    chord(story, "z")
    assert "accused" in drawn(story)
    chord(story, "z", Keys.SHIFT)
    assert "accused" not in drawn(story)
    (line,) = saved(story)
    assert (line["verdict"], line["why"]) == ("rejected", "misread")
    assert len(line["claim"]) == 16
    assert story.get_log("browser") == []


def test_what_holds_no_longer_is_told_as_past(story: WebDriver) -> None:
    open_relation(story, "anton", "member of")
    assert heading(story).startswith("Anton Brask is a member of")
    write(story, "Status", "Former")
    press(story, "Correct it")
    assert heading(story).startswith("Anton Brask was a member of")


def test_the_actor_is_shown_whose_only_relation_to_another_was_rejected(
    story: WebDriver,
) -> None:
    open_relation(story, "ilva", "member of")
    press(story, "Reject this claim")
    assert heading(story) == "Ilva Marn"
    assert "member of" not in story.find_element(By.ID, "panel").text


def test_a_claim_is_corrected_at_once_and_taken_back(story: WebDriver) -> None:
    open_relation(story, "torben", "accused")
    write(story, "Relation", "supports")
    write(story, "Status", "Former")
    press(story, "Correct it")
    assert "accused" not in drawn(story)
    chosen = story.find_element(By.CSS_SELECTOR, "#panel .chosen > .sentence")
    assert chosen.text == "Torben Quist supports Veshta (no longer)"
    search(story, "torben")
    assert "supports" in story.find_element(By.ID, "panel").text
    (line,) = saved(story)
    assert line["correction"] == {"relation": "supports", "status": "former"}
    chord(story, "z")
    assert "accused" in drawn(story)
    assert story.get_log("browser") == []


def test_a_note_on_a_claim_is_kept(story: WebDriver) -> None:
    open_relation(story, "torben", "accused")
    write(story, "Note", "Ask the court.")
    press(story, "Keep")
    story.refresh()
    assert "Your note: Ask the court." in story.find_element(By.ID, "panel").text


def test_of_several_claims_the_rejected_one_is_marked(story: WebDriver) -> None:
    open_relation(story, "ilva", "president of")
    press(story, "Reject this claim")
    assert "presidentOf" in drawn(story)
    (claim,) = story.find_elements(By.CSS_SELECTOR, ".claim.rejected")
    assert "Rejected by you" in claim.text
    press(story, "Reject every claim of it")
    assert "presidentOf" not in drawn(story)


def test_an_actor_is_renamed_retyped_noted_and_found_so(story: WebDriver) -> None:
    search(story, "torben")
    write(story, "Name", "Torben Qvist")
    press(story, "Rename")
    assert story.find_element(By.CSS_SELECTOR, "#panel h2").text == "Torben Qvist"
    assert "Also called Torben Quist" in story.find_element(By.ID, "panel").text
    write(story, "Kind", "Group")
    press(story, "Change")
    write(story, "Note", "asked twice")
    press(story, "Add")
    panel = story.find_element(By.ID, "panel").text
    assert "Note: asked twice" in panel
    assert story.find_element(By.CSS_SELECTOR, "#panel .kind").text.startswith("Group")
    type_name(story, "qvist")
    assert story.find_elements(By.CSS_SELECTOR, "#found li")[0].text.startswith(
        "Torben Qvist"
    )


def test_a_hidden_actor_is_gone_with_its_lines_and_from_the_search(
    story: WebDriver,
) -> None:
    search(story, "torben")
    press(story, "Leave out of the graph")
    assert {"accused", "envoyOf"}.isdisjoint(drawn(story))
    assert story.find_element(By.ID, "panel").is_displayed() is False
    type_name(story, "torben")
    assert story.find_element(By.CSS_SELECTOR, "#found li").text.startswith("No name")


def test_decisions_are_kept_when_the_page_is_opened_again_and_taken_back_singly(
    story: WebDriver,
) -> None:
    search(story, "torben")
    write(story, "Name", "Torben Qvist")
    press(story, "Rename")
    story.refresh()
    assert "Torben Qvist" in names(story)
    story.find_element(By.CSS_SELECTOR, "#deciding summary").click()
    item = story.find_element(By.CSS_SELECTOR, "#decisions li")
    assert item.text.startswith("Renamed: Torben Quist → Torben Qvist")
    item.find_element(By.TAG_NAME, "button").click()
    assert "Torben Quist" in names(story)


def test_a_page_without_decisions_does_not_speak_of_them(story: WebDriver) -> None:
    assert story.find_element(By.ID, "deciding").is_displayed() is False


def test_what_the_page_saves_is_taken_in_and_the_new_page_has_nothing_left_to_save(
    browser: WebDriver, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    graph = tmp_path / "graph"
    build([tmp_path / "story.txt"], graph)
    browser.get((graph / "graph.html").as_uri())
    open_relation(browser, "greta", "accused")
    press(browser, "Reject this claim")
    open_relation(browser, "Bob Marsh", "met with")
    offered = browser.find_element(By.XPATH, "//label[span='Relation']/select")
    fitting = str(offered.get_property("textContent"))
    assert "supports" in fitting
    assert "capital of" not in fitting
    write(browser, "Relation", "spoke with")
    press(browser, "Correct it")
    search(browser, "Ann Roth")
    write(browser, "Name", "Anna Roth")
    press(browser, "Rename")
    lines = saved(browser)
    file = tmp_path / "decisions.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    judge(read_file(file, load(graph)), graph)
    corpus = load(graph).corpus
    relations = {claim.relation for claim in corpus.claims}
    assert "accused" not in relations
    assert "spokeWith" in relations
    assert "Anna Roth" in {actor.name for actor in corpus.actors}
    browser.get("about:blank")
    browser.get((graph / "graph.html").as_uri())
    assert "Anna Roth" in names(browser)
    assert "accused" not in drawn(browser)
    assert browser.find_element(By.ID, "deciding").is_displayed() is False


def test_actors_are_joined_at_once_and_parted_again(story: WebDriver) -> None:
    before = relations_of(story, "Torben Quist")
    search(story, "torben")
    write(story, "Same as", "Sela Oduya")
    press(story, "Join")
    search(story, "torben")
    kept = story.find_element(By.CSS_SELECTOR, "#panel h2").text
    assert f"Also called {({'Torben Quist', 'Sela Oduya'} - {kept}).pop()}" in (
        story.find_element(By.ID, "panel").text
    )
    assert relations_of(story, kept) == {*before, "visited"}
    (line,) = saved(story)
    assert line["verdict"] == "same"
    story.refresh()
    assert {"accused", "visited"} <= relations_of(story, kept)
    story.find_element(By.CSS_SELECTOR, "#deciding summary").click()
    item = story.find_element(By.CSS_SELECTOR, "#decisions li")
    assert item.text.startswith("Torben Quist is the same as Sela Oduya")
    item.find_element(By.TAG_NAME, "button").click()
    assert "visited" not in relations_of(story, "Torben Quist")
    assert "accused" in relations_of(story, "Torben Quist")
    assert relations_of(story, "Sela Oduya") == {"visited"}
    assert story.get_log("browser") == []


def relations_of(page: WebDriver, name: str) -> set[str]:
    """The relations on the map that an actor has."""
    return set(
        page.execute_script(
            "const id = actorgraph.nodes.find((n) => n.name === arguments[0]).id;"
            "return actorgraph.bundles().flatMap((b) => b.edges)"
            ".filter((e) => e.from === id || e.to === id).map((e) => e.r)",
            name,
        )
    )


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        ("Torben", "No actor has exactly this name"),
        ("Dockers", "of another kind, Group"),
        ("Sela Oduya", "the actor itself"),
    ],
)
def test_only_actors_of_one_kind_are_joined_and_by_exact_names(
    story: WebDriver, other: str, problem: str
) -> None:
    search(story, "sela")
    write(story, "Same as", other)
    press(story, "Join")
    field = story.find_element(By.XPATH, "//label[span='Same as']/input")
    assert problem in str(field.get_property("validationMessage"))
    assert story.find_element(By.ID, "deciding").is_displayed() is False


def test_the_ends_of_a_claim_are_corrected(story: WebDriver) -> None:
    open_relation(story, "torben", "accused")
    write(story, "Object", "Dockers" + Keys.TAB)
    press(story, "Correct it")
    assert "accused" in relations_of(story, "Dockers")
    assert "accused" not in relations_of(story, "Veshta")
    (line,) = saved(story)
    assert set(line["correction"]) == {"object"}
    story.find_element(By.CSS_SELECTOR, "#deciding summary").click()
    assert "to Dockers" in story.find_element(By.ID, "decisions").text
    chord(story, "z")
    open_relation(story, "torben", "accused")
    press(story, "Other way round")
    fields = story.find_elements(By.CSS_SELECTOR, "#panel .judge input[list]")
    assert [field.get_property("value") for field in fields[:2]] == [
        "Veshta",
        "Torben Quist",
    ]
