"""Ratios, side by side in one run.  Only they can be compared between machines, and even they only roughly."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module

from measuring import QUICK, WHOLE, Scale
from table import HEAD, Row

#: Name of a measure → the module and function that take it.
MEASURES: Mapping[str, tuple[str, str]] = {
    "reading": ("reading", "reading"),
    "again": ("reading", "again"),
    "startup": ("startup", "startup"),
    "questions": ("questions", "questions"),
    "growth": ("questions", "growth"),
    "drawing": ("drawing", "drawing"),
    "opening": ("opening", "opening"),
    "memory": ("memory", "memory"),
}


def main() -> int:
    """Take the measures that are asked for and print each row as soon as it is known."""
    asked = arguments()
    scale = QUICK if asked.quick else WHOLE
    scale = replace(
        scale,
        many_claims=asked.claims or scale.many_claims,
        patience=asked.patience or scale.patience,
    )
    for library in (
        "OPENBLAS",
        "OMP",
        "MKL",
    ):  # as when the product reads; CPU time of idle threads says nothing
        os.environ[f"{library}_NUM_THREADS"] = "1"
    print(HEAD, flush=True)
    missed = 0
    for name in asked.only or MEASURES:
        for row in measure(name)(scale):
            missed += not row.aim.met_by(row.ratio)
            print(row, flush=True)
    return 1 if missed else 0


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds, and less of everything"
    )
    parser.add_argument(
        "--claims",
        type=int,
        metavar="N",
        help="claims of the large graph; default 100,000",
    )
    parser.add_argument(
        "--patience",
        type=float,
        metavar="S",
        help="seconds after which rdflib is stopped; default 120",
    )
    parser.add_argument(
        "--only", nargs="+", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES)
    )
    return parser.parse_args()


def measure(name: str) -> Callable[[Scale], Iterator[Row]]:
    """The function of a measure; its libraries are loaded when it is asked for."""
    module, function = MEASURES[name]
    found: Callable[[Scale], Iterator[Row]] = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    sys.exit(main())
