"""The program: `python -m cutline` and the command `cutline` are the C program that the package carries."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn


def main() -> NoReturn:
    """Becomes the program, so that signals, pipes and the exit status are its own."""
    program = Path(__file__).parent / "bin" / "cutline"
    try:
        os.execv(program, ["cutline", *sys.argv[1:]])
    except OSError as error:
        sys.exit(f"cutline: the package is damaged, its program can't be run: {error}. Install it anew.")


if __name__ == "__main__":
    main()
