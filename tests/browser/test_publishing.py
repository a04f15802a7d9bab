"""Pictures saved from the page, stories, and the page within another."""

import base64
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from lxml import etree
from PIL import Image
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from actorgraph.export import EXPORTERS
from tests.browser import stories
from tests.browser.actions import press, search

KEEP_SAVED = """
window.saved = null;
URL.createObjectURL = (blob) => {
  const reader = new FileReader();
  reader.onload = () => { window.saved = reader.result; };
  reader.readAsDataURL(blob);
  return '#';
};
document.getElementById(arguments[0]).click();
"""
CHOSEN = (
    "return [...document.querySelectorAll('#panel h2')].map((h) => h.textContent)[0]"
)


@pytest.fixture
def story(open_page: Callable[..., WebDriver]) -> WebDriver:
    return open_page(stories.story())


def saved(page: WebDriver, button: str) -> bytes:
    """Bytes of the file that a button saves."""
    page.execute_script(KEEP_SAVED, button)
    address = page.execute_async_script(
        "const done = arguments[0];"
        "const look = () => window.saved ? done(window.saved) : setTimeout(look, 50);"
        "look()"
    )
    return base64.b64decode(address.split(",", 1)[1])


def open_picture(page: WebDriver) -> None:
    page.find_element(By.CSS_SELECTOR, "#saving summary").click()
    page.find_element(By.ID, "open-picture").click()


def write(page: WebDriver, label: str, text: str) -> None:
    field = page.find_element(By.XPATH, f"//dialog//label[span='{label}']/input")
    field.clear()
    field.send_keys(text)


def labels(svg: bytes) -> set[str]:
    return set(etree.fromstring(svg).xpath("//*[local-name()='path']/@aria-label"))


def test_the_page_and_the_command_line_draw_the_same(story: WebDriver) -> None:
    target = BytesIO()
    EXPORTERS["svg"].write(stories.story(), target)
    drawn = story.execute_script(
        "const { firstFigure, firstCaption, svgOf } = actorgraph;"
        "return svgOf(firstFigure(firstCaption(), { width: 1200, height: 800 }))"
    )
    assert drawn == target.getvalue().decode()


def test_a_picture_holds_what_is_seen_and_what_was_written_around_it(
    story: WebDriver,
) -> None:
    open_picture(story)
    write(story, "Title", "On the <coast>")
    write(story, "Credit", "Ann Roth")
    drawing = etree.fromstring(saved(story, "save-drawing"))
    kinds = [path.get("class") for path in drawing.iter("{*}path")]
    shown = story.execute_script("return actorgraph.bundles().length")
    assert kinds.count("line") == shown
    assert kinds.count("cross") == 1
    assert {"On the <coast>", "Ann Roth", "Ilva Marn"} <= labels(
        etree.tostring(drawing)
    )
    assert story.get_log("browser") == []


def test_what_is_filtered_away_is_not_in_the_picture(story: WebDriver) -> None:
    assert "Dockers" in labels(saved(story, "save-drawing"))
    story.find_element(By.XPATH, "//aside//label[contains(., 'Groups')]/input").click()
    assert "Dockers" not in labels(saved(story, "save-drawing"))


def test_a_picture_is_saved_sharp_and_as_pdf(story: WebDriver) -> None:
    width = story.execute_script("return actorgraph.figureNow().width")
    for button, factor in (("save-2x", 2), ("save-3x", 3)):
        with Image.open(BytesIO(saved(story, button))) as picture:
            assert picture.size[0] == width * factor
            assert (
                len(picture.convert("RGB").resize((60, 40)).getcolors(2400) or ()) > 20
            )
    assert saved(story, "save-print").startswith(b"%PDF-1.4")


def test_no_words_of_a_picture_overlap(story: WebDriver) -> None:
    story.find_element(By.ID, "scope-all").click()
    boxes = story.execute_script(
        "return actorgraph.figureNow().map.shapes.filter((s) => s.text).map((s) => s.at)"
    )
    assert len(boxes) == len({tuple(box) for box in boxes})
    assert len(boxes) > 8


def tell_of(page: WebDriver, *actors: str) -> None:
    """Put the first relation of each actor into the story."""
    for actor in actors:
        search(page, actor)
        page.find_element(By.CSS_SELECTOR, "#panel .said button").click()
        page.find_element(
            By.XPATH, "//*[@id='panel']//button[.='Add to story']"
        ).click()


def test_a_story_says_of_what_is_denied_that_it_is(story: WebDriver) -> None:
    address = story.execute_script(
        "const { nodes, bundles } = actorgraph;"
        "const { from, r, to } = bundles().find(({ tone }) => tone === 'denied').edges[0];"
        "return `relation=${nodes[from].key}/${r}/${nodes[to].key}`"
    )
    story.execute_script("location.hash = arguments[0]", address)
    press(story, "Add to story")
    story.find_element(By.ID, "story").click()
    words = story.find_element(By.CSS_SELECTOR, ".steps button").text
    assert words == "Anton Brask is a member of Council of the Straits (denied)"
    press(story, "Tell it")
    assert words in story.find_element(By.ID, "telling").text


def test_a_story_is_written_ordered_told_and_kept(story: WebDriver) -> None:
    tell_of(story, "sela", "anton")
    story.find_element(By.ID, "story").click()
    first, second = story.find_elements(By.CSS_SELECTOR, ".steps textarea")
    first.send_keys("First the visit.")
    second.send_keys("Then the <quarrel>.")
    story.find_element(By.CSS_SELECTOR, "[aria-label='Move step 2 up']").click()
    story.refresh()
    story.find_element(By.ID, "story").click()
    press(story, "Tell it")
    telling = story.find_element(By.ID, "telling")
    assert "Then the <quarrel>." in telling.text
    assert "Anton Brask" in story.execute_script(CHOSEN)
    press(story, "Next")
    assert "First the visit." in telling.text
    assert "Sela Oduya" in story.execute_script(CHOSEN)
    story.find_element(By.TAG_NAME, "body").send_keys(Keys.ARROW_LEFT)
    assert "1 of 2" in telling.text
    assert "story=1" in story.current_url
    assert story.get_log("browser") == []


def test_a_story_is_saved_as_markdown_with_its_proofs(story: WebDriver) -> None:
    tell_of(story, "sela")
    story.find_element(By.ID, "story").click()
    story.find_element(By.CSS_SELECTOR, ".steps textarea").send_keys("A *bold* visit.")
    story.execute_script(
        "[...document.querySelectorAll('#panel button')]"
        ".find((b) => b.textContent === 'Save as Markdown').id = 'markdown'"
    )
    text = saved(story, "markdown").decode()
    assert "1. **Sela Oduya" in text
    assert "A \\*bold\\* visit." in text
    assert "> — " in text


def test_a_saved_page_carries_story_places_decisions_and_caption(
    story: WebDriver, tmp_path: Path
) -> None:
    tell_of(story, "sela")
    open_picture(story)
    write(story, "Title", "My </script> title")
    story.find_element(By.ID, "close-picture").click()
    (tmp_path / "handed-on.html").write_bytes(saved(story, "save-page"))
    story.execute_script("localStorage.clear()")
    story.get((tmp_path / "handed-on.html").as_uri() + "#story=1")
    assert "Sela Oduya" in story.find_element(By.ID, "telling").text
    assert story.execute_script("return actorgraph.figureNow().title") == (
        "My </script> title"
    )
    assert story.get_log("browser") == []


def test_what_a_page_keeps_is_checked_before_it_is_used(story: WebDriver) -> None:
    bad = {
        "story": [{"left": 1}, "x", {"text": "t", "left": "a"}],
        "places": {"nobody": [1, 2], "ilva": "x"},
        "caption": {"title": 3},
        "out": 7,
    }
    story.execute_script(
        "localStorage.setItem('actorgraph.page:' + location.pathname, arguments[0])",
        json.dumps(bad),
    )
    story.refresh()
    assert story.find_element(By.ID, "story").is_displayed() is False
    assert story.get_log("browser") == []


@pytest.mark.parametrize("address", ["?embed", "#embed"])
def test_within_another_page_only_the_map_and_a_link_are_seen(
    story: WebDriver, tmp_path: Path, address: str
) -> None:
    frame = f'<iframe src="graph.html{address}" width="900" height="600"></iframe>'
    (tmp_path / "site.html").write_text(f"<!DOCTYPE html>{frame}")
    story.get((tmp_path / "site.html").as_uri())
    story.switch_to.frame(0)
    assert story.find_element(By.ID, "search").is_displayed() is False
    assert story.find_element(By.ID, "legend").is_displayed() is False
    link = story.find_element(By.CSS_SELECTOR, "#whole a")
    assert str(link.get_attribute("href")).endswith("graph.html")
    names = story.execute_script("return actorgraph.words().length")
    assert names > 5
    assert story.get_log("browser") == []


def test_the_page_prints_the_picture_as_it_is_and_the_table_as_text(
    story: WebDriver,
) -> None:
    sheet = printed(story)
    assert "Who deals with whom, as told in 3 documents" not in sheet  # in outlines
    assert "Find a name" not in sheet
    assert "Torben Quist" not in sheet
    search(story, "torben")
    assert "Torben Quist" in printed(story)  # the panel
    story.find_element(By.ID, "table-view").click()
    assert "First day" in printed(story)
    shape = story.execute_script(
        "document.getElementById('map-view').click();"
        "dispatchEvent(new Event('beforeprint'));"
        "const drawn = document.querySelector('#printed svg');"
        "const { clientWidth, clientHeight } = document.getElementById('canvas');"
        "const map = drawn.querySelector('clipPath rect');"
        "return [map.getAttribute('width') / map.getAttribute('height'),"
        " clientWidth / clientHeight, drawn.querySelectorAll('path.actor').length]"
    )
    assert abs(shape[0] - shape[1]) < 0.01
    assert shape[2] == story.execute_script("return actorgraph.shown().length")
    assert story.get_log("browser") == []


def test_the_printed_map_of_places_is_white_and_keeps_off_its_title(
    open_page: Callable[..., WebDriver],
) -> None:
    page = open_page(stories.travels(), "#view=places")
    paper, frames = page.execute_script(
        "dispatchEvent(new Event('beforeprint'));"
        "const drawn = document.querySelector('#printed svg');"
        "const name = (one) => one.querySelector('clipPath').id;"
        "const others = [...document.querySelectorAll('#places svg')];"
        "return [drawn.querySelector('rect:not(clipPath rect)').getAttribute('fill'),"
        "  [drawn, ...others].map(name)]"
    )
    assert paper == "#ffffff"
    assert len(frames) == len(set(frames)) == 2


def test_on_a_phone_all_buttons_and_the_menu_of_what_to_save_are_on_the_screen(
    story: WebDriver,
) -> None:
    screen = {"width": 340, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    story.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    try:
        story.find_element(By.CSS_SELECTOR, "#saving summary").click()
        left, right = story.execute_script(
            "const { left, right } ="
            "  document.querySelector('#saving div').getBoundingClientRect();"
            "return [left, right]"
        )
        assert left >= 0
        assert right <= 340
        story.find_element(By.CSS_SELECTOR, "#saving summary").click()
        tell_of(story, "ilva")
        story.find_element(By.CSS_SELECTOR, "#panel .close").click()
        assert story.execute_script(
            "const button = document.getElementById('table-view');"
            "const { left, right, top, bottom } = button.getBoundingClientRect();"
            "const { right: end } = button.parentElement.getBoundingClientRect();"
            "return left >= 0 && right <= end"
            "  && document.elementFromPoint(right - 4, (top + bottom) / 2) === button"
        )
    finally:
        story.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_date_of_a_picture_is_that_of_the_days_that_are_shown(
    story: WebDriver,
) -> None:
    date = "return [...document.querySelectorAll('#caption input')][3].value"
    dates = []
    for choice in ("All days", "On a day"):
        words = f"//*[@id='time']//button[.='{choice}']"
        for button in story.find_elements(By.XPATH, words):
            story.execute_script("arguments[0].click()", button)
        story.execute_script("document.getElementById('open-picture').click()")
        dates.append(story.execute_script(date))
        story.execute_script("document.getElementById('close-picture').click()")
    assert dates == ["2 March 2031 to 9 March 2031", "9 March 2031"]


def test_the_head_keeps_its_height_when_there_is_a_story_and_a_decision(
    story: WebDriver,
) -> None:
    height = "return document.querySelector('.head').offsetHeight"
    story.execute_script(
        "document.querySelector('h1').textContent = arguments[0];",
        "Edita Varga, Norvale Shipping and several others",
    )
    before = story.execute_script(height)
    tell_of(story, "ilva")
    story.execute_script(
        "[...document.querySelectorAll('#panel button')]"
        ".find((one) => one.textContent === 'It is right: confirm it').click()"
    )
    shown = [story.find_element(By.ID, name) for name in ("story", "deciding")]
    assert all(part.is_displayed() for part in shown)
    assert story.execute_script(height) == before


def test_on_a_tablet_the_panel_takes_the_room_of_the_legend(story: WebDriver) -> None:
    screen = {"width": 820, "height": 1100, "deviceScaleFactor": 1, "mobile": True}
    story.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    try:
        assert story.find_element(By.ID, "legend").is_displayed()
        search(story, "ilva")
        assert not story.find_element(By.ID, "legend").is_displayed()
        width = story.execute_script(
            "return document.getElementById('stage').clientWidth"
        )
        assert width > 400
    finally:
        story.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def printed(page: WebDriver) -> str:
    """The text on the sheets that the browser prints."""
    sheets = page.execute_cdp_cmd("Page.printToPDF", {})["data"]
    pages = pypdf.PdfReader(BytesIO(base64.b64decode(sheets))).pages
    return "\n".join(sheet.extract_text() for sheet in pages)
