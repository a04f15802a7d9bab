"""What the help, the README and the model card say of the thresholds is what ``settings`` has."""

import re
from pathlib import Path

import pytest
from typer.main import get_group

from actorgraph import settings
from actorgraph.cli import app
from actorgraph.pipeline.options import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CARD = (ROOT / "graph/actorgraph/weights/README.md").read_text(encoding="utf-8")
COMMANDS = get_group(app).commands
NUMBER = re.compile(r"\d\.\d+")


def helps(option: str) -> dict[str, str]:
    """The help of an option in each command that has it."""
    return {
        name: vars(parameter)["help"]
        for name, command in COMMANDS.items()
        for parameter in command.params
        if option in parameter.opts
    }


def readme_row(option: str) -> str:
    """What the README's table of options says of one."""
    (row,) = re.findall(rf"^\| `{option}[^|]*\|[^|]*\|(.*)\|$", README, re.MULTILINE)
    return row


@pytest.mark.parametrize("command", helps("--min-confidence"))
def test_help_tells_the_floor(command: str) -> None:
    assert NUMBER.findall(helps("--min-confidence")[command]) == [
        str(settings.CONFIDENCE_FLOOR)
    ]


@pytest.mark.parametrize("command", helps("--threshold"))
def test_help_tells_the_threshold(command: str) -> None:
    assert NUMBER.findall(helps("--threshold")[command]) == [
        str(settings.CONFIDENCE_THRESHOLD)
    ]


@pytest.mark.parametrize("command", helps("--reader"))
def test_help_tells_the_reader(command: str) -> None:
    assert settings.DEFAULT_READER.value in helps("--reader")[command]


def test_the_readme_tells_the_floor_the_threshold_and_the_reader() -> None:
    assert NUMBER.findall(readme_row("--min-confidence")) == [
        str(settings.CONFIDENCE_FLOOR)
    ]
    assert NUMBER.findall(readme_row("--threshold")) == [
        str(settings.CONFIDENCE_THRESHOLD)
    ]
    assert f"`{settings.DEFAULT_READER}` (default)" in readme_row("--reader")


def test_the_model_card_tells_the_floor() -> None:
    assert re.findall(r"Claims below (\d\.\d+)", CARD) == [
        str(settings.CONFIDENCE_FLOOR)
    ]


def test_what_is_in_force_by_default_is_what_the_settings_have() -> None:
    defaults = Settings()
    assert defaults.floor == settings.CONFIDENCE_FLOOR
    assert defaults.threshold == settings.CONFIDENCE_THRESHOLD
    assert defaults.reader is settings.DEFAULT_READER
    assert defaults.pipeline == settings.DEFAULT_PIPELINE


def test_readme_tells_from_which_size_betweenness_is_estimated() -> None:
    (row,) = re.findall(r"^\| `rank`.*$", README, re.MULTILINE)
    exact, pivots = settings.EXACT_BETWEENNESS, settings.BETWEENNESS_PIVOTS
    assert re.findall(r"\d,\d+", row) == [f"{exact:,}", f"{pivots:,}", f"{pivots:,}"]
