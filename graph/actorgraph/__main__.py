"""``python -m actorgraph`` is the command ``actorgraph``."""

from __future__ import annotations

import signal


def start() -> None:
    """Run the command; until its parts are loaded, an interrupt just ends the process."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from actorgraph.cli import main

    main()


if __name__ == "__main__":
    start()
