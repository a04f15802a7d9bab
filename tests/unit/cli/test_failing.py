"""Whatever happens: one line, a code, and never a traceback unless it is asked for."""

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from signal import Signals

import pytest

from actorgraph.cli.failing import exit_code_of
from actorgraph.cli.printing import print_json, print_json_line
from actorgraph.cli.streams import prepare_streams
from actorgraph.dataset.generations import current_generation
from actorgraph.errors import NotFound
from actorgraph.pipeline.reading_cache import READINGS
from tests.unit.conftest import Write

PACKAGE_FOLDER = Path(__file__).resolve().parents[3] / "graph"
COMMAND = (sys.executable, "-m", "actorgraph")
#: A shell lets what runs in its background ignore the interrupt; this gives it its usual effect
#: again.
INTERRUPTIBLE = ("env", "--default-signal=INT", *COMMAND)
SURROUNDINGS = os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)}


def fail() -> None:
    raise ZeroDivisionError("by\nzero")


def test_an_unexpected_error_is_one_line_that_says_how_to_report_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code_of(fail, debug=False) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "actorgraph: unexpected error, ZeroDivisionError: by zero; run actorgraph --debug"
    )
    assert said.count("\n") == 1


def test_debug_shows_where_it_arose() -> None:
    with pytest.raises(ZeroDivisionError):
        exit_code_of(fail, debug=True)


def test_help_is_shown_when_nothing_is_asked() -> None:
    done = subprocess.run(
        COMMAND, env=SURROUNDINGS, text=True, capture_output=True, check=True
    )
    assert done.stdout.startswith("Usage: actorgraph ")


def test_a_reader_that_stops_reading_is_no_error(built: Path) -> None:
    command = [*COMMAND, "export", "trig", "-o", "-", "-g", str(built)]
    with subprocess.Popen(
        command, env=SURROUNDINGS, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def count_readings(graph: Path) -> int:
    with closing(sqlite3.connect(graph / READINGS)) as readings:
        ((count,),) = readings.execute("SELECT count(*) FROM readings")
    return int(count)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
)
def test_a_signal_ends_a_build_and_leaves_the_graph(
    graph: Path, write: Write, number: Signals, code: int
) -> None:
    before = sorted(path.name for path in graph.iterdir())
    many = "".join(
        f'{{"text": "Ines Okoro met Pavel Brandt in Oslo on day {day}."}}\n'
        for day in range(3000)
    )
    story = write(many_jsonl=many)
    command = [*INTERRUPTIBLE, "add", str(story), "-g", str(graph)]
    with subprocess.Popen(
        command, env=SURROUNDINGS, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        known = count_readings(graph)
        while count_readings(graph) == known and running.poll() is None:
            time.sleep(0.05)
        running.send_signal(number)
        assert running.stderr is not None
        said = running.stderr.read().decode()
    assert running.returncode == code
    assert "Traceback" not in said
    assert sorted(path.name for path in graph.iterdir()) == before
    assert current_generation(graph).name == "000001"


ESCAPES = "evil\x1b]0;owned\x07\x9b2J\u202e"


def test_no_escape_sequence_of_a_document_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def complain() -> None:
        raise NotFound(f"no document; there is {ESCAPES}")

    exit_code_of(complain, debug=False)
    print_json({"name": ESCAPES})
    captured = capsys.readouterr()
    assert "evil" in captured.err
    assert json.loads(captured.out) == {"name": ESCAPES}
    for text in (captured.err, captured.out):
        assert not set("\x1b\x07\x9b\u202e") & set(text)


#: A command whose loading is interrupted, as far as a name of a module.
INTERRUPTED_AT = """
import os, signal, sys
from actorgraph.__main__ import start

class Interrupter:
    def find_spec(self, name, *_):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupter())
sys.argv = ["actorgraph", "relations"]
start()
"""


@pytest.mark.parametrize(
    ("name", "code", "lines"),
    [("typer", -signal.SIGINT, 0), ("actorgraph.vocabulary", 130, 1)],
)
def test_an_interrupt_while_a_command_is_loaded_shows_no_traceback(
    name: str, code: int, lines: int
) -> None:
    program = INTERRUPTED_AT.format(name=name)
    command = (*INTERRUPTIBLE[:-2], "-c", program)
    done = subprocess.run(
        command, env=SURROUNDINGS, text=True, capture_output=True, check=False
    )
    assert done.returncode == code
    assert done.stderr.count("\n") == lines
    assert "Traceback" not in done.stderr


def test_what_python_makes_of_an_interrupt_within_a_class_is_an_interrupt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Field:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def interrupted() -> None:
        type("Record", (), {"field": Field()})

    assert exit_code_of(interrupted, debug=False) == 130
    assert capsys.readouterr().err.startswith("actorgraph: stopped; the graph is whole")


#: How a shell starts a command, and what becomes of it.
STREAMS = [
    ("show 'Ines Okoro' > /dev/full", 2, "cannot print the answer: No space left"),
    ("query --name leaders > /dev/full", 2, "cannot print the answer: No space left"),
    ("export trig -o - > /dev/full", 2, "cannot print the answer: No space left"),
    ("show 'Ines Okoro' >&-", 2, "cannot print the answer: Bad file descriptor"),
    ("export trig -o - >&-", 2, "cannot print the answer: Bad file descriptor"),
    ("show 'Ines Okoro' <&- > /dev/null", 0, ""),
    ("show Nobody 2>&-", 1, ""),
]


@pytest.mark.parametrize(("words", "code", "reason"), STREAMS)
def test_a_stream_that_is_full_or_closed_costs_one_line(
    built: Path, words: str, code: int, reason: str
) -> None:
    words = words.replace(" ", f" -g '{built}' ", 1)
    done = subprocess.run(
        ("sh", "-c", f"'{sys.executable}' -m actorgraph {words}"),
        env=SURROUNDINGS,
        text=True,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == bool(reason)


def test_a_terminal_without_a_letter_shows_its_number(built: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        (*COMMAND, "show", "Tarek Haddad", "-g", str(built)),
        env=SURROUNDINGS | ascii_only,
        text=True,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u201c" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_json_whatever_letters_the_stream_takes(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding=encoding))
    prepare_streams()
    said = ["Zoë Łukasz 🙂", "bell\x9b"]
    print_json(said)
    print_json_line(said)
    sys.stdout.flush()
    long, short = raw.getvalue().decode(encoding).rsplit("\n", 2)[:2]
    assert json.loads(long) == json.loads(short) == said
    assert ("🙂" in short) == (encoding == "utf-8")
    assert "\x9b" not in long + short
