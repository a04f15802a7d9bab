"""html and export."""

from pathlib import Path

import pytest

from actorgraph.export import EXPORTERS
from tests.unit.cli.conftest import Command


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_is_written(
    actorgraph: Command, built: Path, tmp_path: Path, name: str
) -> None:
    said = actorgraph("export", name, "-o", tmp_path / "file", "-g", built)
    assert said.code == 0
    assert said.out == f"wrote {tmp_path / 'file'} ({EXPORTERS[name].title})\n"
    assert (tmp_path / "file").stat().st_size


def test_the_exported_page_is_the_one_that_was_built(
    actorgraph: Command, built: Path, tmp_path: Path
) -> None:
    actorgraph("html", "-o", tmp_path / "page.html", "-g", built)
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()


@pytest.mark.parametrize("name", ["gexf", "trig"])
def test_an_export_is_the_file_that_was_built(
    actorgraph: Command, built: Path, tmp_path: Path, name: str
) -> None:
    actorgraph("export", name, "-o", tmp_path / "file", "-g", built)
    assert (tmp_path / "file").read_bytes() == (built / f"graph.{name}").read_bytes()


def test_a_focus_leaves_out_what_is_far_away(
    actorgraph: Command, built: Path, tmp_path: Path
) -> None:
    actorgraph(
        "html",
        "--focus",
        "Greta Solheim",
        "--depth",
        "1",
        "-o",
        tmp_path / "page.html",
        "-g",
        built,
    )
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "Coast Party" in page
    assert "Tarek Haddad" not in page


def test_a_file_can_go_to_standard_output(actorgraph: Command, built: Path) -> None:
    said = actorgraph("export", "turtle", "-o", "-", "-g", built)
    assert said.out.startswith("@prefix")
    assert "Greta Solheim" in said.out


def test_a_picture_takes_a_title_and_a_credit(
    actorgraph: Command, built: Path, tmp_path: Path
) -> None:
    file = tmp_path / "graph.svg"
    texts = ("--title", "On the coast", "--credit", "Ann Roth", "--date", "May 2031")
    assert actorgraph("export", "svg", *texts, "-o", file, "-g", built).code == 0
    svg = file.read_text("utf-8")
    assert all(f'aria-label="{text}"' in svg for text in texts[1::2])


def test_only_pictures_take_a_title(actorgraph: Command, built: Path) -> None:
    said = actorgraph("export", "gexf", "--title", "On the coast", "-g", built)
    assert said.code == 2
    assert "titles and the like are for svg, pdf and png" in said.err
