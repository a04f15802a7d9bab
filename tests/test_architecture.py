"""The import graph is the one that was designed.

It goes from the command line down to the nouns, never sideways or up.  Every import statement
counts, wherever it stands: deferred into a function, or under ``if TYPE_CHECKING``.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from actorgraph.pipeline.reading_fingerprint import READING_CODE

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "graph"

STAGES = ("documents", "extraction", "resolution", "dataset", "analysis", "export")

#: From the top down.  A part may import what stands on a lower line; of its own line only what
#: ``BESIDE`` allows.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("mcp_server",),
    ("__init__",),
    ("serving",),
    ("corpus",),
    ("pipeline",),
    STAGES,
    (
        "vocabulary",
        "vocabulary_file",
        "body_names",
        "grammar",
        "territories",
        "turtle",
        "tables",
        "other_names",
        "state_bodies",
        "identifiers",
        "limited_process",
        "columns",
        "files",
        "codec",
        "counting",
        "remarks",
    ),
    (
        "model",
        "intake",
        "judgement",
        "kinds",
        "settings",
        "names",
        "relation_hierarchy",
        "resources",
        "errors",
        "process_limits",
        "platforms",
        "version",
    ),
)
BESIDE = {
    ("vocabulary", "turtle"),
    ("vocabulary", "vocabulary_file"),
    ("vocabulary_file", "identifiers"),
    ("vocabulary_file", "turtle"),
    ("turtle", "identifiers"),
    ("territories", "turtle"),
    ("territories", "identifiers"),
    ("body_names", "grammar"),
    ("grammar", "turtle"),
    ("grammar", "identifiers"),
    ("other_names", "grammar"),
    ("other_names", "tables"),
    ("state_bodies", "grammar"),
    ("state_bodies", "identifiers"),
    ("state_bodies", "tables"),
    ("state_bodies", "turtle"),
    ("resources", "errors"),
    ("platforms", "errors"),
    ("settings", "errors"),
    ("settings", "model"),
    ("model", "intake"),
    ("model", "judgement"),
    ("model", "kinds"),
    ("judgement", "kinds"),
}

#: The rooms of the reading, in the order in which a text goes through them; a room knows those
#: before it only.
ROOMS = (
    "parse",
    "knowledge",
    "mentions",
    "learned",
    "modality",
    "coreference",
    "patterns",
    "claims",
)

#: The folders of rooms that have some; a folder knows those before it only.
MENTIONS = ("clauses", "names", "roles", "described")
COREFERENCE = ("names", "descriptions", "pronouns")
MODALITY = ("dates", "factuality", "speech")
PATTERNS = ("verbs", "nouns", "events", "roles", "names", "stances", "network")

LONGEST_FILE = 300
LONGEST_FUNCTION = 45
MOST_COMPREHENSIONS = 2
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
#: Names of files that several packages have.
SHARED_NAMES = {"__init__.py", "__main__.py"}
#: Path below graph/actorgraph → why it may be longer.
LONGER_FILES: dict[str, str] = {}


def module_name(path: Path, source: Path = SOURCE) -> str:
    """Dotted name of a source file; that of a package for its ``__init__.py``."""
    parts = path.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules() -> dict[str, Path]:
    return {
        module_name(path): path
        for path in sorted((SOURCE / "actorgraph").rglob("*.py"))
    }


def imported_names(code: str, importer: str, is_package: bool) -> Iterator[str]:
    """Every dotted name that the code imports, absolute; ``from x import y`` gives ``x.y``."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _origin(node, importer, is_package)
            yield from (f"{start}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node.func) in {
            "import_module",
            "__import__",
        }:
            yield from (
                word.value
                for word in node.args
                if isinstance(word, ast.Constant) and isinstance(word.value, str)
            )


def _origin(node: ast.ImportFrom, importer: str, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    package = importer.split(".") if is_package else importer.split(".")[:-1]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def _called(function: ast.expr) -> str:
    return (
        function.attr
        if isinstance(function, ast.Attribute)
        else getattr(function, "id", "")
    )


def module_of(name: str, known: dict[str, Path]) -> str | None:
    """The module of this project that a dotted name belongs to, None for a name from elsewhere."""
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name or None


def import_graph() -> dict[str, set[str]]:
    known = modules()
    graph = {}
    for module, path in known.items():
        names = imported_names(
            path.read_text(encoding="utf-8"), module, path.name == "__init__.py"
        )
        found = {
            module_of(name, known)
            for name in names
            if name.split(".")[0] == "actorgraph"
        }
        graph[module] = {
            target for target in found if target is not None and target != module
        }
    return graph


def part(module: str) -> str:
    """The part of the house that a module is in: ``cli`` for ``actorgraph.cli.render``."""
    return [*module.split("."), "__init__"][1]


def level(name: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def allowed(importer: str, imported: str) -> bool:
    """Whether a part may import another."""
    return (
        importer == imported
        or level(importer) < level(imported)
        or (importer, imported) in BESIDE
    )


def wrong_imports(graph: dict[str, set[str]]) -> list[str]:
    pairs = [
        (module, target) for module, targets in graph.items() for target in targets
    ]
    return sorted(
        f"{module} imports {target}"
        for module, target in pairs
        if not allowed(part(module), part(target))
    )


def test_every_module_belongs_to_a_part_of_the_house() -> None:
    known = {name for layer in LAYERS for name in layer}
    assert {part(module) for module in modules()} <= known


def test_imports_point_down_and_stages_do_not_know_each_other() -> None:
    assert wrong_imports(import_graph()) == []


def folder(module: str, package: str, folders: tuple[str, ...]) -> str | None:
    """The folder of a package that a module is in, None for one that is in none of them."""
    inside = module.removeprefix(f"actorgraph.{package}.").split(".")[0]
    return inside if inside in folders else None


@pytest.mark.parametrize(
    ("package", "folders"),
    [
        ("extraction", ROOMS),
        ("extraction.mentions", MENTIONS),
        ("extraction.coreference", COREFERENCE),
        ("extraction.modality", MODALITY),
        ("extraction.patterns", PATTERNS),
    ],
)
def test_a_room_of_the_reading_knows_only_those_before_it(
    package: str, folders: tuple[str, ...]
) -> None:
    pairs = [
        (folder(module, package, folders), folder(target, package, folders))
        for module, targets in import_graph().items()
        for target in targets
    ]
    backwards = {
        (here, there)
        for here, there in pairs
        if here and there and folders.index(there) > folders.index(here)
    }
    assert backwards == set()


def test_every_module_of_the_reading_is_in_a_room() -> None:
    inside = {name for name in modules() if name.startswith("actorgraph.extraction.")}
    assert {n for n in inside if folder(n, "extraction", ROOMS) is None} == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter(import_graph()).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_all_code_that_a_reading_depends_on_is_in_its_fingerprint() -> None:
    graph, paths = import_graph(), modules()
    waiting = [name for name in graph if name.startswith("actorgraph.extraction")]
    reached: set[str] = set()
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += graph[module]
    package = SOURCE / "actorgraph"
    files = {path for pattern in READING_CODE for path in package.glob(pattern)}
    assert {name for name in reached if paths[name] not in files} == set()


@pytest.mark.parametrize("folder", ["graph", "tests", "scripts"])
def test_nothing_imports_the_folder_that_the_package_is_in(folder: str) -> None:
    files = [
        path
        for path in (ROOT / folder).rglob("*.py")
        if "node_modules" not in path.parts
    ]
    guilty = [
        path
        for path in files
        for name in imported_names(path.read_text("utf-8"), "", is_package=False)
        if name.split(".")[0] == "graph"
    ]
    assert guilty == []


def test_files_are_short() -> None:
    package = SOURCE / "actorgraph"
    lines = {
        str(path.relative_to(package)): len(path.read_text("utf-8").splitlines())
        for path in package.rglob("*.py")
    }
    long = {name for name, count in lines.items() if count > LONGEST_FILE}
    assert long == set(LONGER_FILES)


def definitions(*kinds: type[Definition]) -> Iterator[tuple[str, Definition]]:
    """Yield every definition of some kinds, with the path of its file below the package."""
    package = SOURCE / "actorgraph"
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kinds):
                yield str(path.relative_to(package)), node


def test_functions_are_short() -> None:
    long = [
        f"{path}: {node.name}"
        for path, node in definitions(*FUNCTIONS)
        if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_functions_have_few_comprehensions() -> None:
    dense = [
        f"{path}: {node.name}"
        for path, node in definitions(*FUNCTIONS)
        if sum(isinstance(inner, COMPREHENSIONS) for inner in ast.walk(node))
        > MOST_COMPREHENSIONS
    ]
    assert dense == []


def test_no_two_files_have_one_name() -> None:
    package = SOURCE / "actorgraph"
    names = Counter(path.name for path in package.rglob("*.py"))
    assert {name for name in names if names[name] > 1} <= SHARED_NAMES


def test_no_two_classes_have_one_name() -> None:
    names = Counter(node.name for _, node in definitions(ast.ClassDef))
    assert {name for name in names if names[name] > 1} == set()


def constants(statement: ast.stmt) -> Iterator[str]:
    """Yield the names in capitals that a statement of a module gives a value."""
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        names = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
        for name in names:
            if isinstance(name.ctx, ast.Store) and name.id.isupper():
                yield name.id


def test_a_constant_that_rooms_of_the_reading_share_has_a_name_of_its_own() -> None:
    defined: Counter[str] = Counter()
    imported: set[str] = set()
    for path in (SOURCE / "actorgraph" / "extraction").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for statement in tree.body:
            defined.update(constants(statement))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                imported.update(alias.name for alias in node.names)
    assert {name for name in imported if defined[name] > 1} == set()


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("extraction", "resolution"),
        ("export", "dataset"),
        ("analysis", "pipeline"),
        ("dataset", "cli"),
        ("pipeline", "cli"),
        ("model", "vocabulary"),
        ("identifiers", "vocabulary"),
        ("errors", "resources"),
        ("extraction", "__init__"),
    ],
)
def test_an_import_up_or_sideways_is_refused(importer: str, imported: str) -> None:
    graph = {
        f"actorgraph.{importer}.x": {
            "actorgraph" if imported == "__init__" else f"actorgraph.{imported}"
        }
    }
    assert len(wrong_imports(graph)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "from actorgraph.dataset import store",
        "import actorgraph.dataset.store",
        "def f():\n    from actorgraph.dataset.store import Store",
        "if TYPE_CHECKING:\n    from actorgraph.dataset.store import Store",
        "import_module('actorgraph.dataset.store')",
        "from ..dataset import store",
        "from ..dataset.store import Store",
    ],
)
def test_an_import_is_seen_however_it_is_written(code: str) -> None:
    known = {
        "actorgraph": Path(),
        "actorgraph.dataset": Path(),
        "actorgraph.dataset.store": Path(),
    }
    names = imported_names(code, "actorgraph.export.page", is_package=False)
    assert [module_of(name, known) for name in names] == ["actorgraph.dataset.store"]
