"""Print how code reads, in figures: density of lines, length of functions, use of names and words.

Needs the standard library only, so that it runs on any checkout.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).resolve().parents[2] / "graph" / "actorgraph"
WIDTH = 100
#: Names that say nothing of what they name.
VAGUE = frozenset(
    "given heard held known made near one ones other others own rest said seen "
    "thing things told whole found".split()
)
#: Words of a private dialect in docstrings and comments, per 1,000 words of them.
DIALECT = re.compile(
    r"\b(stands?|stood|tells?|told|holds?|held|somebody|whom|of which|so many|anew)\b",
    re.IGNORECASE,
)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class FunctionFigures:
    """The size of one function.

    Attributes:
        place: ``file:name``.
        lines: From ``def`` to the end, with the docstring.
        nodes: AST nodes of its body, without the docstring.
        body_lines: Lines of that body.
    """

    place: str
    lines: int
    nodes: int
    body_lines: int
    comprehensions: int

    @property
    def density(self) -> float:
        """AST nodes a body line."""
        return self.nodes / self.body_lines


@dataclass(frozen=True)
class ParsedFile:
    """One file, parsed."""

    name: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[FunctionFigures]:
        """Yield every function with a body besides its docstring."""
        for node in ast.walk(self.tree):
            if isinstance(node, FunctionNode):
                body = without_docstring(node)
                if body:
                    yield measured(f"{self.name}:{node.name}", node, body)

    def names(self) -> Iterator[str]:
        """Yield every use of a name: variables, arguments and attributes."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name):
                yield node.id
            elif isinstance(node, ast.arg):
                yield node.arg
            elif isinstance(node, ast.Attribute):
                yield node.attr

    def documentation(self) -> str:
        """Return all docstrings and comments."""
        documented = (ast.Module, ast.ClassDef, *FunctionNode.__args__)
        texts = re.findall(r"(?m)^\s*#:?(.*)$", self.text)
        for node in ast.walk(self.tree):
            if isinstance(node, documented):
                texts.append(ast.get_docstring(node) or "")
        return "\n".join(texts)


def without_docstring(node: FunctionNode) -> list[ast.stmt]:
    """Return the statements of a function without its docstring."""
    has_docstring = ast.get_docstring(node) is not None
    return node.body[1:] if has_docstring else node.body


def measured(place: str, node: FunctionNode, body: list[ast.stmt]) -> FunctionFigures:
    """Measure a function."""
    nodes = [inner for statement in body for inner in ast.walk(statement)]
    return FunctionFigures(
        place=place,
        lines=(node.end_lineno or node.lineno) - node.lineno + 1,
        nodes=len(nodes),
        body_lines=(body[-1].end_lineno or 0) - body[0].lineno + 1,
        comprehensions=sum(isinstance(inner, COMPREHENSIONS) for inner in nodes),
    )


def read(folder: Path) -> list[ParsedFile]:
    """Parse every Python file below a folder, in the order of their paths."""
    sources = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        sources.append(ParsedFile(str(path.relative_to(folder)), text, ast.parse(text)))
    return sources


def figures(sources: list[ParsedFile]) -> Iterator[tuple[str, str]]:
    """Yield each figure with its name."""
    yield from line_figures(sources)
    yield from function_figures(all_functions(sources))
    yield from word_figures(sources)


def line_figures(sources: list[ParsedFile]) -> Iterator[tuple[str, str]]:
    """Yield the figures about files and their lines."""
    files = [source.text.splitlines() for source in sources]
    lines = list(chain.from_iterable(files))
    yield "files, lines", f"{len(files)}, {len(lines)}"
    yield "longest file", f"{max(map(len, files))} lines"
    yield f"lines over {WIDTH} columns", str(sum(len(line) > WIDTH for line in lines))


def all_functions(sources: list[ParsedFile]) -> list[FunctionFigures]:
    """Return the functions of all files."""
    return list(chain.from_iterable(source.functions() for source in sources))


def function_figures(functions: list[FunctionFigures]) -> Iterator[tuple[str, str]]:
    """Yield the figures about functions."""
    lengths = sorted(map(attrgetter("lines"), functions))
    densities = map(attrgetter("density"), functions)
    comprehensions = Counter(map(attrgetter("comprehensions"), functions))
    many = sum(count for number, count in comprehensions.items() if number > 2)
    mean = sum(comprehensions.elements()) / len(functions)
    yield "functions", str(len(functions))
    yield "function, median and longest", f"{median(lengths):g}, {lengths[-1]} lines"
    yield "AST nodes a body line, median", f"{median(densities):.1f}"
    yield "comprehensions a function", f"{mean:.2f}"
    yield "functions with three or more", str(many)


def word_figures(sources: list[ParsedFile]) -> Iterator[tuple[str, str]]:
    """Yield the figures about names and words."""
    names = list(chain.from_iterable(source.names() for source in sources))
    vague = [name for name in names if name.strip("_") in VAGUE]
    text = "\n".join(map(ParsedFile.documentation, sources))
    dialect = DIALECT.findall(text)
    yield "vague names in 1,000", f"{1000 * len(vague) / len(names):.1f}"
    per_mille = 1000 * len(dialect) / len(text.split())
    yield "dialect in 1,000 words of docs", f"{per_mille:.1f}"


def main() -> None:
    """Print the figures of a folder, and its densest functions if asked."""
    parser = argparse.ArgumentParser(prog="scripts/metrics", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", default=PACKAGE, help="default: the package"
    )
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help="list the N densest functions"
    )
    arguments = parser.parse_args()
    sources = read(arguments.folder)
    for name, value in figures(sources):
        print(f"{name:32} {value}")
    densest = sorted(all_functions(sources), key=attrgetter("density"), reverse=True)
    for function in densest[: arguments.worst]:
        print(f"{function.density:5.1f} nodes a line  {function.place}")


if __name__ == "__main__":
    main()
