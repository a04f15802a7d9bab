"""How code reads, in figures: how much a line carries, how long functions are, what names say.

Needs the standard library only, so that it runs on any checkout.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

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
class Function:
    """One function: its place, and how much it holds.

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
class Source:
    """One file, parsed."""

    name: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        """Yield every function with a body besides its docstring."""
        for node in ast.walk(self.tree):
            if isinstance(node, FunctionNode) and (body := without_docstring(node)):
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
        nodes = [node for node in ast.walk(self.tree) if isinstance(node, documented)]
        docstrings = [ast.get_docstring(node) or "" for node in nodes]
        return "\n".join([*docstrings, *re.findall(r"(?m)^\s*#:?(.*)$", self.text)])


def without_docstring(node: FunctionNode) -> list[ast.stmt]:
    """Return the statements of a function without its docstring."""
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def measured(place: str, node: FunctionNode, body: list[ast.stmt]) -> Function:
    """Measure a function."""
    nodes = [inner for statement in body for inner in ast.walk(statement)]
    return Function(
        place=place,
        lines=(node.end_lineno or node.lineno) - node.lineno + 1,
        nodes=len(nodes),
        body_lines=(body[-1].end_lineno or 0) - body[0].lineno + 1,
        comprehensions=sum(isinstance(inner, COMPREHENSIONS) for inner in nodes),
    )


def read(folder: Path) -> list[Source]:
    """Parse every Python file below a folder, in the order of their paths."""
    sources = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        sources.append(Source(str(path.relative_to(folder)), text, ast.parse(text)))
    return sources


def figures(sources: list[Source]) -> Iterator[tuple[str, str]]:
    """Yield each figure by its name."""
    functions = [function for source in sources for function in source.functions()]
    lines = [line for source in sources for line in source.text.splitlines()]
    lengths = sorted(function.lines for function in functions)
    comprehensions = [function.comprehensions for function in functions]
    yield "files, lines", f"{len(sources)}, {len(lines)}"
    yield "longest file", f"{max(s.text.count(chr(10)) for s in sources)} lines"
    yield "functions", str(len(functions))
    yield "function, median and longest", f"{median(lengths):g}, {lengths[-1]} lines"
    yield "AST nodes a body line, median", f"{median(f.density for f in functions):.1f}"
    yield "comprehensions a function", f"{sum(comprehensions) / len(functions):.2f}"
    yield "functions with three or more", str(sum(n > 2 for n in comprehensions))
    yield f"lines over {WIDTH} columns", str(sum(len(line) > WIDTH for line in lines))
    yield from word_figures(sources)


def word_figures(sources: list[Source]) -> Iterator[tuple[str, str]]:
    """Yield the figures about names and words."""
    names = [name.strip("_") for source in sources for name in source.names()]
    text = "\n".join(source.documentation() for source in sources)
    vague = 1000 * sum(name in VAGUE for name in names) / len(names)
    dialect = 1000 * len(DIALECT.findall(text)) / len(text.split())
    yield "vague names in 1,000", f"{vague:.1f}"
    yield "dialect in 1,000 words of docs", f"{dialect:.1f}"


def main() -> None:
    """Print the figures of a folder, and its densest functions if asked."""
    parser = argparse.ArgumentParser(prog="scripts/metrics", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--worst", type=int, default=0, help="densest functions to list"
    )
    arguments = parser.parse_args()
    sources = read(arguments.folder)
    for name, value in figures(sources):
        print(f"{name:32} {value}")
    functions = [function for source in sources for function in source.functions()]
    functions.sort(key=lambda function: -function.density)
    for function in functions[: arguments.worst]:
        print(f"{function.density:5.1f} nodes a line  {function.place}")


if __name__ == "__main__":
    main()
