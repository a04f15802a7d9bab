"""How long a reader waits for the page, beside pyvis' stock page of the same network.

pyvis computes positions in the reader's browser, so that its page counts as usable when they have
settled. The product's page counts as usable two frames after it is drawn. Chromium and its driver
must be installed, as scripts/test does.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from actorgraph.export import EXPORTERS, Material
from benchmarks.drawing import material_of, pyvis_page, simple_network
from benchmarks.measuring import Scale, cost, wall
from benchmarks.table import Comparison, at_least, at_most

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--window-size=1400,900",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: Ends after two frames: the first may be requested before anything is drawn.
DRAWN = """
const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(done));
"""
#: Ends when pyvis' positions have settled.
SETTLED = """
const done = arguments[0];
const isSettled = () => network.physics.stabilized || !network.physics.physicsEnabled;
const look = () => isSettled() ? done() : setTimeout(look, 50);
look();
"""
#: Seconds after which a page is given up at the latest; selenium itself gives up after 120.
LONGEST_WAIT = 100.0


def opening(scale: Scale) -> Iterator[Comparison]:
    """Compare time and size of a small, a middling and a large page, and how time grows."""
    times = []
    with tempfile.TemporaryDirectory() as name:
        for claims in scale.pages:
            material = material_of(claims)
            ours, theirs = _write_pages(material, Path(name))
            bound = 2 if claims == scale.pages[0] else 20
            opened = _opening_times(ours, theirs, material, scale, bound)
            times.append(opened.product)
            yield opened
            yield _sizes(ours, theirs, material)
    what = "opening the largest; other: opening the middling"
    yield Comparison(what, times[-1], times[-2], at_most(3))


def _write_pages(material: Material, folder: Path) -> tuple[Path, Path]:
    """Write the page of the product and that of pyvis."""
    ours, theirs = folder / "ours.html", folder / "pyvis.html"
    content = io.BytesIO()
    EXPORTERS["html"].write(material, content)
    ours.write_bytes(content.getvalue())
    page = pyvis_page(simple_network(material.network), is_directed=True)
    theirs.write_text(page, encoding="utf-8")
    return ours, theirs


def _opening_times(
    ours: Path, theirs: Path, material: Material, scale: Scale, bound: float
) -> Comparison:
    open_ours = partial(_opening_time, ours, DRAWN, scale.patience)
    time = median(open_ours()[0] for _ in range(scale.rounds))
    their_time, was_stopped = _opening_time(theirs, SETTLED, scale.patience)
    what = f"opening the {_name(material)}; other: pyvis"
    return Comparison(what, time, their_time, at_least(bound), was_stopped=was_stopped)


def _sizes(ours: Path, theirs: Path, material: Material) -> Comparison:
    what = f"size of the {_name(material)}, articles inside; other: pyvis, none"
    return Comparison(what, _mebibytes(ours), _mebibytes(theirs), at_most(4), "MiB")


def _mebibytes(path: Path) -> float:
    return path.stat().st_size / 2**20


def _name(material: Material) -> str:
    network = material.network
    nodes, edges = network.number_of_nodes(), network.number_of_edges()
    return f"page of {nodes:,} actors, {edges:,} edges"


def _opening_time(page: Path, until: str, patience: float) -> tuple[float, bool]:
    """Open a page in a fresh browser and wait until a script ends.

    Returns:
        Seconds, and whether the browser was stopped because patience ended first.
    """
    from selenium.common.exceptions import TimeoutException
    from urllib3.exceptions import ReadTimeoutError

    was_stopped = False

    def open_page() -> None:
        nonlocal was_stopped
        try:
            browser.get(page.as_uri())
            browser.execute_async_script(until)
        # The second is raised where the page does not even let a script begin.
        except (TimeoutException, ReadTimeoutError):
            was_stopped = True

    with _browser(min(patience, LONGEST_WAIT)) as browser:
        return cost(open_page, wall), was_stopped


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
