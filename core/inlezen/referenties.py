"""What a child must know of the municipality to read a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core import referentie
from core.opslag import Opslag


def voor_kind(map_: Path) -> dict[str, Any]:
    """The code of the own gemeente and its buurten as (code, name, wijk), as plain values."""
    buurten = referentie.buurten()
    return {
        "gemeentecode": str(Opslag(map_).instelling("gemeentecode")),
        "buurten": [list(rij) for rij in buurten[["buurtcode", "naam", "wijk"]].itertuples(index=False)],
    }
