"""A process of its own that loads a file, for tests that kill it or run two at once."""

import sys
from datetime import date
from pathlib import Path

from core.inlezen.leveringen import Opties, laad, lees


def main() -> None:
    proef = lees([Path(sys.argv[1])], Opties(stand_per=date(2024, 5, 1)))
    print("klaar om te laden", flush=True)
    laad(proef, toch=True)
    print("geladen", flush=True)


if __name__ == "__main__":
    main()
