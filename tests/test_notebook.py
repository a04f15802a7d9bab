"""The example notebook runs from top to bottom, and shows what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def shown() -> list[str]:
    """What each code cell shows: what it prints, and its last value as plain text or HTML."""
    cells = json.loads(
        (ROOT / "scripts" / "example.ipynb").read_text(encoding="utf-8")
    )["cells"]
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT / "scripts")  # where Jupyter starts it
        patch.delenv(
            "VIRTUAL_ENV", raising=False
        )  # IPython warns where another environment is active than it runs in
        shell = InteractiveShell.instance()
        for cell in cells:
            if cell["cell_type"] == "code":
                with capture_output() as captured:
                    result = shell.run_cell("".join(cell["source"]), store_history=True)
                result.raise_error()
                value = result.result
                page = value._repr_html_() if hasattr(value, "_repr_html_") else ""
                found.append(f"{captured.stdout}\n{value!r}\n{page}")
    InteractiveShell.clear_instance()
    return found


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (0, "claims="),
        (1, "<iframe srcdoc="),
        (2, "1 "),
        (3, "Steve Witkoff – allied with – Donald Trump"),
        (4, "envoy of"),
        (5, "United States"),
        (6, "planned"),
        (7, "Steve Witkoff"),
        (8, "Steve Witkoff"),
        (9, "("),
    ],
)
def test_cell_shows_what_it_is_there_for(
    shown: list[str], cell: int, words: str
) -> None:
    assert words in shown[cell]


def test_a_notebook_stores_the_page_once(shown: list[str]) -> None:
    """IPython stores the plain text of a value beside its HTML."""
    plain, _, page = shown[1].partition("<iframe")
    assert "<the interactive page, " in plain
    assert len(plain) < 100
    assert len(page) > 100_000


def test_no_output_is_kept_in_the_file() -> None:
    cells = json.loads(
        (ROOT / "scripts" / "example.ipynb").read_text(encoding="utf-8")
    )["cells"]

    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
