"""The linter and the type check of the page's script, which scripts/check runs, report faults."""

import json
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TOOLS = HERE / "node_modules" / ".bin"
SCRIPT = Path("graph/actorgraph/export/page/web/script")


@pytest.fixture(scope="module", autouse=True)
def node_packages() -> None:
    if not TOOLS.is_dir():
        pytest.fail(
            "the node packages are not there: run scripts/setup --dev, "
            f"or npm install --no-package-lock in {HERE}"
        )


def lint(code: str) -> set[str]:
    """The rules that code of the page breaks."""
    linter = ["--config", HERE / "eslint.config.js", "--format", "json"]
    file = ["--stdin", "--stdin-filename", SCRIPT / "start.js"]
    finished = subprocess.run(
        [TOOLS / "eslint", *map(str, (*linter, *file))],
        cwd=ROOT,
        input=code,
        capture_output=True,
        text=True,
        check=False,
    )
    (result,) = json.loads(finished.stdout)
    return {message["ruleId"] for message in result["messages"]}


@pytest.mark.slow
def test_linter_reports_unknown_names_unused_names_and_text_as_markup() -> None:
    faults = "nowhere(); const unheard = 1; $('panel').innerHTML = 'x';"
    expected = {"no-undef", "page/unused-shared", "no-restricted-properties"}
    assert lint(faults) == expected


@pytest.mark.slow
def test_type_check_knows_the_columns_of_a_claim(tmp_path: Path) -> None:
    settings = {
        "extends": str(HERE / "tsconfig.json"),
        "include": [str(ROOT / SCRIPT.parent / "**/*"), str(tmp_path / "*.js")],
        "exclude": [str(ROOT / SCRIPT.parent / "*.min.js")],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings))
    (tmp_path / "fault.js").write_text(
        "/** @param {ClaimRecord} claim */\n"
        "const wrong = ({ quote, method }) => [quote, method];\n"
    )
    finished = subprocess.run(
        [TOOLS / "tsc", "--project", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "'quote' does not exist on type 'ClaimRecord'" in finished.stdout
    assert finished.stdout.count("error") == 1
