"""Starting Spark, and what goes wrong with it in one line."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from actorgraph.errors import StoreError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: All processors of this machine.
THIS_MACHINE = "local[*]"
#: Seconds to wait for the address of a cluster.
PATIENCE = 5
#: Rows that Spark keeps in memory, or sends to a Python process, at a time: each may be a whole
#: document.
ROWS_AT_ONCE = 64
_SETTINGS = {
    "spark.app.name": "actorgraph",
    "spark.log.level": "OFF",  # what went wrong is in its exceptions
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS_AT_ONCE),
    "spark.sql.parquet.columnarReaderBatchSize": str(ROWS_AT_ONCE),
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
#: The same where it runs on this machine only: nobody else can reach it, and parts are few.
_ALONE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
}
#: Maximum length of what Spark says is wrong.
_LONGEST = 300
_STANDARD_ERROR = 2
#: How lines begin that say what is wrong: exceptions of Python, and causes of those of Java.
_EXCEPTIONS = ("actorgraph.", "OSError")
_CAUSE = "Caused by: "


@contextmanager
def spark_session(master: str) -> Iterator[SparkSession]:
    """Start Spark, and stop it when the block ends, unless it was running before.

    It listens to this machine only where it runs on this machine only, and has no web page.

    Args:
        master: ``local[2]``, ``local[*]``, or the address of a cluster, as Spark writes it.

    Raises:
        StoreError: if Spark fails within the block.
        UsageError: if Spark or Java is missing, or the cluster cannot be reached.
    """
    _check_java()
    _check_master(master)
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(
            "Spark is not installed: pip install 'actorgraph[spark]'"
        ) from error
    is_running = SparkSession.getActiveSession() is not None
    with spark_failures(), warnings.catch_warnings():
        # It warns of a version of pandas, which is not used.
        warnings.simplefilter("ignore", FutureWarning)
        session = _started(SparkSession.builder, master)
        try:
            yield session
        finally:
            if not is_running:
                session.stop()


@contextmanager
def spark_failures() -> Iterator[None]:
    """Raise what Spark raises as one line.

    Raises:
        StoreError: with what is wrong.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        raise StoreError(
            f"Spark failed: {_reason(error)}; what was read stays read: mend it and run the "
            "command again"
        ) from error


def _reason(error: Exception) -> str:
    """Return what is wrong; of an exception of Java, only Java knows, unless it has ended."""
    from py4j.protocol import Py4JError

    with suppress(ConnectionError, Py4JError):
        if not isinstance(error, ConnectionError):
            return _cause(str(error))
    return "Java has ended, most often for want of memory"


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java") if home else None
    if not (java and java.is_file()) and shutil.which("java") is None:
        raise UsageError(
            "Java is not installed, which Spark needs: install version 17 or later, such as "
            "Debian's openjdk-17-jre-headless, or set JAVA_HOME"
        )


def _check_master(master: str) -> None:
    """Refuse an address that nobody answers: Spark would try it for minutes."""
    if master.startswith("local"):
        return
    first = urlsplit(master.split(",", maxsplit=1)[0])
    if first.scheme != "spark":
        return
    try:
        with socket.create_connection((first.hostname, first.port or 7077), PATIENCE):
            pass
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Spark cluster answers at {master} ({error}); start it, or use --master local[*]"
        ) from error


def _started(builder: SparkSession.Builder, master: str) -> SparkSession:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = dict(_SETTINGS)
    if master.startswith("local"):
        settings |= _ALONE
    for name, value in settings.items():
        builder = builder.config(name, value)
    with _silenced():
        return builder.master(master).getOrCreate()


@contextmanager
def _silenced() -> Iterator[None]:
    """Give the programs that are started within the block no terminal to write to."""
    sys.stderr.flush()
    terminal = os.dup(_STANDARD_ERROR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(terminal, _STANDARD_ERROR)
        os.close(terminal)
        os.close(nowhere)


def _cause(message: str) -> str:
    """Return the line of a report of Spark that says what is wrong."""
    stripped = map(str.strip, message.splitlines())
    lines = list(filter(None, stripped))
    # The last line of a traceback of Python is the exception, as is the last cause of Java.
    ends = [line for line in lines if line.startswith(_EXCEPTIONS)]
    causes = [line for line in lines if line.startswith(_CAUSE)]
    line, *_ = ends or causes[::-1] or lines or ["it did not say why"]
    cause = line.removeprefix(_CAUSE)[:_LONGEST]
    return cause.rstrip(".;")
