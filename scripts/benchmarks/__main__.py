"""Compare what the product costs with what its parts and its alternatives cost, in one run.

Only the ratios can be compared between machines, and even these only roughly.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module

from benchmarks.measuring import FULL, QUICK, Scale
from benchmarks.table import HEAD, Comparison

#: Name of a measure → the module and the function that take it.
MEASURES: Mapping[str, tuple[str, str]] = {
    "reading": ("reading", "reading"),
    "again": ("reading", "again"),
    "startup": ("startup", "startup"),
    "questions": ("questions", "questions"),
    "growth": ("questions", "growth"),
    "changing": ("changing", "changing"),
    "drawing": ("drawing", "drawing"),
    "opening": ("opening", "opening"),
    "memory": ("memory", "memory"),
    "serving": ("serving", "lookups"),
}
#: Libraries that would use several threads. The product reads with one, and the CPU time of idle
#: threads means nothing.
THREADED_LIBRARIES = ("OPENBLAS", "OMP", "MKL")

Measure = Callable[[Scale], Iterator[Comparison]]


def main() -> int:
    """Take the chosen measures and print each row as soon as it is there.

    Returns:
        1 if a ratio misses its aim, else 0.
    """
    arguments = parse_arguments()
    for library in THREADED_LIBRARIES:
        os.environ[f"{library}_NUM_THREADS"] = "1"
    print(HEAD, flush=True)
    missed = 0
    for name in arguments.only or MEASURES:
        for comparison in load_measure(name)(scale_of(arguments)):
            missed += not comparison.meets_aim
            print(comparison, flush=True)
    return 1 if missed else 0


def parse_arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help="fewer rounds and smaller data")
    add(
        "--claims",
        type=int,
        metavar="N",
        help=f"claims of the large graph; default {FULL.many_claims:,}",
    )
    add(
        "--patience",
        type=float,
        metavar="S",
        help=f"seconds after which rdflib is stopped; default {FULL.patience:g}",
    )
    add(
        "--articles",
        type=int,
        metavar="N",
        help=f"articles of the largest graph that is changed; default {FULL.grown[-1]:,}",
    )
    names = ", ".join(MEASURES)
    add(
        "--only",
        nargs="+",
        choices=MEASURES,
        metavar="NAME",
        help=f"take only these measures: {names}",
    )
    return parser.parse_args()


def scale_of(arguments: argparse.Namespace) -> Scale:
    """Return how much to measure."""
    scale = QUICK if arguments.quick else FULL
    *smaller, largest = scale.grown
    return replace(
        scale,
        grown=(*smaller, arguments.articles or largest),
        many_claims=arguments.claims or scale.many_claims,
        patience=arguments.patience or scale.patience,
    )


def load_measure(name: str) -> Measure:
    """Import the function of a measure; its libraries are loaded only when it is asked for."""
    module, function = MEASURES[name]
    measure: Measure = getattr(import_module(f"benchmarks.{module}"), function)
    return measure


if __name__ == "__main__":
    sys.exit(main())
