"""`python -m core`: hands over to the commands."""

import sys
from io import TextIOWrapper

from core.opdrachten import voer_uit

if __name__ == "__main__":
    for stroom in (sys.stdout, sys.stderr):
        # Windows would write € and ë in its own code page.
        if isinstance(stroom, TextIOWrapper):
            stroom.reconfigure(encoding="utf-8")
    sys.exit(voer_uit(sys.argv[1:]))
