"""`make bench`: every measurement, each in a process of its own, in one run on one machine.

`python -m tests.bench paginas lezen` runs only those named.
"""

from __future__ import annotations

import os
import subprocess
import sys

# A module and its arguments; a process each, so that one does not warm up or fill the other.
METINGEN: dict[str, list[str]] = {
    "vragen": ["--regels", "500000", "5000000"],
    "paginas": [],
    "start": [],
    "browser": [],
    "lezen": ["--groot"],
}


def main() -> int:
    """Run what was asked, everything by default; 1 when a measurement could not be made."""
    namen = sys.argv[1:] or list(METINGEN)
    if vreemd := [naam for naam in namen if naam not in METINGEN]:
        print(f"Onbekend: {', '.join(vreemd)}. Kies uit {', '.join(METINGEN)}.", file=sys.stderr)
        return 2
    print(
        f"{os.cpu_count()} processoren, belasting vooraf {os.getloadavg()[0]:.1f}"
        if hasattr(os, "getloadavg")
        else ""
    )
    uitkomsten = []
    for naam in namen:
        opdracht = [sys.executable, "-W", "ignore", "-m", f"tests.bench.{naam}", *METINGEN[naam]]
        uitkomsten.append(
            subprocess.run(opdracht, env=os.environ | {"STREAMLIT_LOGGER_LEVEL": "error"}).returncode
        )
    return int(any(uitkomsten))


if __name__ == "__main__":
    sys.exit(main())
