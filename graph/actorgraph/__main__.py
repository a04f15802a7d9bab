"""``python -m actorgraph`` is the command ``actorgraph``."""

from __future__ import annotations

from actorgraph.cli import main

if __name__ == "__main__":
    main()
