"""What the README says exists, and what exists the README says."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_group

import actorgraph
from actorgraph.cli import app
from actorgraph.cli.parameters import Inputs
from actorgraph.documents import READERS
from actorgraph.export import EXPORTERS
from actorgraph.settings import FORMATS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DEMO = (
    (ROOT / "scripts" / "demo")
    .read_text(encoding="utf-8")
    .replace('"$actorgraph"', "actorgraph")
)
COMMANDS = get_group(app).commands
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("ontology/**/*.md"), *ROOT.glob("graph/**/*.md")]
)
QUERIES = sorted((ROOT / "ontology" / "queries").glob("*.rq"))

#: The public nouns and verbs.  Taking one away breaks somebody's program.
PUBLIC = (
    "Actor",
    "ActorType",
    "ActorgraphError",
    "Attribution",
    "Claim",
    "Corpus",
    "Document",
    "Evidence",
    "Graph",
    "Judgement",
    "Mention",
    "Modality",
    "Options",
    "Polarity",
    "Reading",
    "Refusal",
    "Report",
    "Status",
    "Vocabulary",
    "__version__",
    "add",
    "build",
    "build_from_readings",
    "extract",
    "load",
    "load_readings",
    "load_vocabulary",
    "read",
    "reading_from_record",
    "reading_to_record",
    "rebuild",
    "remove",
    "save_readings",
)


def section(title: str) -> str:
    """What the README says under a heading."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def code_lines(language: str) -> list[str]:
    """Lines of the README's code blocks in a language, continued lines joined."""
    blocks = re.findall(
        rf"^```{language}\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE
    )
    return [
        line.strip()
        for block in blocks
        for line in block.replace("\\\n", " ").splitlines()
    ]


def shown_commands(text: str) -> list[list[str]]:
    """The words of every ``actorgraph`` command that begins a line; quoted text may span lines."""
    return [
        shlex.split(found, comments=True)
        for found in re.findall(
            r"^ *(actorgraph (?:[^'\n]|'[^']*')*)", text, flags=re.MULTILINE
        )
    ]


SHOWN_BY_README = shown_commands("\n".join(code_lines("sh")))
SHOWN_BY_DEMO = shown_commands(DEMO)


def options_of(command: str) -> set[str]:
    return {"--help"} | {
        option
        for parameter in COMMANDS[command].params
        for option in parameter.opts + parameter.secondary_opts
    }


def test_the_readme_has_every_ending_that_is_read_and_no_other() -> None:
    assert set(re.findall(r"`(\.[a-z.]+)`", section("What it reads"))) == set(READERS)


def test_the_help_names_the_formats_of_the_readme() -> None:
    rows = re.findall(r"^\| ([^|`]+) \| `\.", section("What it reads"), re.MULTILINE)
    assert sorted(", ".join(rows).split(", ")) == sorted(re.split(", | or ", FORMATS))
    assert FORMATS in get_args(Inputs)[1].help


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`(?:actorgraph )?{re.escape(command)}\b", README)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str) -> None:
    assert COMMANDS[command].help


@pytest.mark.parametrize("words", [*SHOWN_BY_README, *SHOWN_BY_DEMO], ids=" ".join)
def test_every_command_that_is_shown_exists_with_its_options(words: list[str]) -> None:
    _, command, *arguments = words
    assert command in COMMANDS
    assert {
        word.split("=")[0] for word in arguments if re.match(r"--?[a-z]", word)
    } <= options_of(command)


@pytest.mark.parametrize(
    "shown", [SHOWN_BY_README, SHOWN_BY_DEMO], ids=["README", "demo"]
)
def test_commands_are_shown_at_all(shown: list[list[str]]) -> None:
    assert len(shown) >= 5


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"\b(?:scripts|ontology)/[\w./-]*\w", README)))
)
def test_every_file_that_the_readme_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_that_a_page_for_developers_names_exists(page: str) -> None:
    package = ROOT / "graph" / "actorgraph"
    folders = (ROOT, package, package / "extraction")
    text = (ROOT / page).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:\w+/)+(?:\w+(?:\.\w+)?)?)`", text)
    assert len(paths) > 20
    for path in paths:
        candidates = [
            folder / name for folder in folders for name in (path, f"{path}.py")
        ]
        assert any(candidate.exists() for candidate in candidates), path


def test_the_own_relation_is_read_as_the_readme_says(tmp_path: Path) -> None:
    own = tmp_path / "shipping.ttl"
    own.write_text("\n".join(code_lines("turtle")), encoding="utf-8")
    (text,) = re.findall(r'^echo "(.*)" > charter.txt$', README, re.MULTILINE)

    reading = actorgraph.read(text, actorgraph.Options(extensions=(own,)))

    assert [claim.relation for claim in reading.claims] == ["chartersFrom"]


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_exporter_is_in_the_readme_and_says_what_it_writes(name: str) -> None:
    assert f"`{name}`" in README
    assert EXPORTERS[name].name == name
    assert EXPORTERS[name].title
    assert EXPORTERS[name].file_name


def test_there_are_named_questions() -> None:
    assert QUERIES


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_every_named_question_opens_with_its_question_in_words(path: Path) -> None:
    assert re.match(r"# \S.+", path.read_text(encoding="utf-8"))


def test_the_public_names_are_these_and_are_what_a_shell_completes() -> None:
    assert tuple(actorgraph.__all__) == PUBLIC
    assert set(dir(actorgraph)) == set(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(actorgraph, name).__doc__


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    assert actorgraph.__version__ == project["version"]


@pytest.mark.parametrize(
    "row", re.findall(r"^\| `(\w+)[ `].*\|$", section("Commands"), flags=re.MULTILINE)
)
def test_every_command_and_format_in_the_tables_of_the_readme_exists(row: str) -> None:
    assert row in COMMANDS or row in EXPORTERS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_table_has_rows(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if re.fullmatch(r"\|[-:| ]+\|", line):
            assert after.startswith("|")
