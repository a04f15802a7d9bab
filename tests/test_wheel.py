"""What is shipped works away from the checkout: the wheel has the ontology, types and command."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STORY = """\
Harbour board names new director

Mara Lindqvist, the chief executive of Norvale Shipping, met with Tomas Ferreira in Lisbon on
Monday. Ferreira is the chairman of Atlantic Ports Group. Lindqvist said the two companies would
build a terminal together.
"""
LOOK = """\
from actorgraph.resources import ontology_folder
from actorgraph.vocabulary import load_vocabulary
print(ontology_folder())
print(*load_vocabulary().relations)
"""

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program with nothing of the checkout in its surroundings."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_"))
    }
    return subprocess.run(
        command, cwd=cwd, env=surroundings, text=True, capture_output=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (
        "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    )
    built = run(sys.executable, "-c", build, folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; its libraries are those of the tests."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    installed = run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=home,
    )
    assert installed.returncode == 0, installed.stderr
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(
        sysconfig.get_path("purelib") + "\n", encoding="utf-8"
    )
    return home / "bin"


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_the_whole_ontology(wheel: Path) -> None:
    ontology = {
        f"actorgraph/ontology/{path.relative_to(ROOT / 'ontology')}"
        for path in (ROOT / "ontology").rglob("*.*")
    }
    assert ontology | {"actorgraph/__init__.py", "actorgraph/py.typed"} <= contents(
        wheel
    )


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in contents(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"actorgraph"}


def test_the_package_is_the_installed_one_and_finds_its_ontology(
    environment: Path,
) -> None:
    found = run(environment / "python", "-c", LOOK, cwd=Path("/"))
    assert found.returncode == 0, found.stderr
    folder, relations = found.stdout.splitlines()
    assert Path(folder).is_relative_to(environment.parent)
    assert "envoyOf" in relations.split()


def test_the_installed_command_builds_a_graph_from_the_root_folder(
    environment: Path, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    built = run(
        environment / "actorgraph",
        "build",
        tmp_path / "story.txt",
        "--graph",
        tmp_path / "graph",
        cwd=Path("/"),
    )
    assert built.returncode == 0, built.stderr
    assert {"graph.html", "graph.gexf", "graph.trig"} <= {
        path.name for path in (tmp_path / "graph").iterdir()
    }
    assert "Lindqvist" in (tmp_path / "graph" / "graph.trig").read_text(
        encoding="utf-8"
    )
