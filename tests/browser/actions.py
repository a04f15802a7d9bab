"""What people do on the page."""

from collections.abc import Iterator
from contextlib import contextmanager

from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


def type_name(page: WebDriver, *keys: str) -> None:
    """Type into the field that finds actors."""
    page.find_element(By.ID, "search").send_keys(*keys)


def search(page: WebDriver, name: str) -> None:
    """Open the first actor that a name, or its beginning, finds."""
    type_name(page, name, Keys.ENTER)


def press(page: WebDriver, words: str) -> None:
    """Press the first button with these words."""
    page.find_element(By.XPATH, f"//button[.='{words}']").click()


@contextmanager
def phone(page: WebDriver) -> Iterator[None]:
    """Open the page again on a telephone, held upright."""
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.refresh()
        yield
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
