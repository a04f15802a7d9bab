"""A browser without a network."""

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chrome.webdriver import WebDriver

from actorgraph.export.html import EXPORTER
from actorgraph.export.registry import Material

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,900",
    "--proxy-server=127.0.0.1:9",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.fail(
            "these tests need a browser: apt-get install chromium chromium-driver"
        )
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability(
        "goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"}
    )
    started = webdriver.Chrome(options=options, service=Service(driver))
    yield started
    started.quit()


@pytest.fixture
def open_page(browser: WebDriver, tmp_path: Path) -> Callable[..., WebDriver]:
    """Writes the page of some material and opens it, at an address within it if one is given."""

    def opened(material: Material, fragment: str = "") -> WebDriver:
        target = io.BytesIO()
        EXPORTER.write(material, target)
        (tmp_path / "graph.html").write_bytes(target.getvalue())
        browser.get("about:blank")
        # What was said and asked for before, also by the browser's own first page, is not ours.
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get((tmp_path / "graph.html").as_uri() + fragment)
        return browser

    return opened
