"""How long a reader waits for the page: ours beside pyvis' stock page of the same network, in headless Chromium.

pyvis lays its graph out in the reader's browser; its page counts as usable when that has come to rest.  Ours counts as
usable two frames after it is drawn.  Chromium and its driver must be installed, as scripts/test does.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from drawing import material_of, pyvis_page, simple_network
from measuring import Scale, cost, wall
from table import Row, at_least, at_most

from actorgraph.export import EXPORTERS

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

FLAGS = (
    *(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1400,900",
        "--no-first-run",
    ),
    *(
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ),
)
#: Two frames: the first may be asked for before anything is drawn.
DRAWN = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))"
#: Seconds after which a page is given up at the latest; selenium gives a driver that does not answer up after 120.
LONGEST_WAIT = 100.0
AT_REST = """
const done = arguments[0];
const look = () => network.physics.stabilized || !network.physics.physicsEnabled ? done() : setTimeout(look, 50);
look();
"""


def opening(scale: Scale) -> Iterator[Row]:
    """Time to the first usable view of small, middling and large pages, the size of the files, and how time grows."""
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for claims in scale.pages:
            material = material_of(claims)
            what = f"page of {material.network.number_of_nodes():,} actors, {material.network.number_of_edges():,} edges"
            ours, theirs = Path(folder, "ours.html"), Path(folder, "pyvis.html")
            content = io.BytesIO()
            EXPORTERS["html"].write(material, content)
            ours.write_bytes(content.getvalue())
            theirs.write_text(
                pyvis_page(simple_network(material.network), directed=True),
                encoding="utf-8",
            )
            times.append(
                median(
                    _seconds(ours, DRAWN, scale.patience)[0]
                    for _ in range(scale.rounds)
                )
            )
            waited, is_cut = _seconds(theirs, AT_REST, scale.patience)
            yield Row(
                f"opening the {what}; other: pyvis",
                times[-1],
                waited,
                at_least(2 if claims == scale.pages[0] else 20),
                cut=is_cut,
            )
            sizes = (path.stat().st_size / 2**20 for path in (ours, theirs))
            yield Row(
                f"size of the {what}, articles inside; other: pyvis, none",
                *sizes,
                at_most(4),
                unit="MiB",
            )
        yield Row(
            "opening the largest; other: opening the middling",
            times[-1],
            times[-2],
            at_most(3),
        )


def _seconds(page: Path, until: str, patience: float) -> tuple[float, bool]:
    """Seconds from asking a fresh browser for a page until a script says so, and whether patience ended first."""
    from selenium.common.exceptions import TimeoutException
    from urllib3.exceptions import ReadTimeoutError

    is_cut = False

    def open_it() -> None:
        nonlocal is_cut
        try:
            browser.get(page.as_uri())
            browser.execute_async_script(until)
        except (
            TimeoutException,
            ReadTimeoutError,
        ):  # the second where the page does not even let a script begin
            is_cut = True

    with _browser(min(patience, LONGEST_WAIT)) as browser:
        return cost(open_it, wall), is_cut


@contextmanager
def _browser(patience: float) -> Iterator[WebDriver]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        raise SystemExit(
            "this measure needs a browser: apt-get install chromium chromium-driver"
        )
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        browser = webdriver.Chrome(options=options, service=Service(driver))
        browser.set_page_load_timeout(patience)
        browser.set_script_timeout(patience)
        try:
            yield browser
        finally:
            browser.quit()
