"""The forms of charts, kept on disk as Python keeps its bytecode: made once per version of the code.

Loading altair and making the forms of the first page takes half a second of every start, for a
result that depends on the code alone. So altair is loaded when a form is made that is not kept.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import threading
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.database import datamap

__all__ = ["BESTAND", "HOOGSTENS", "alt", "bewaard"]

BESTAND = "vormen.json"
"""In the data folder; it can be thrown away at any time."""
HOOGSTENS = 400
"""So many forms are kept; some forms hold the names of the areas they compare."""

_SLOT = threading.RLock()
_BEKEND: dict[Path, dict[str, dict[str, Any]]] = {}


class _Later:
    """altair, loaded when something of it is first used."""

    def __getattr__(self, naam: str) -> Any:
        return getattr(importlib.import_module("altair"), naam)


if TYPE_CHECKING:
    import altair as alt
else:
    alt = _Later()


def bewaard(sleutel: str, maak: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The form under this key: as it was kept for this version of the code, else made now and kept."""
    # One at a time: two threads must not load altair at once.
    with _SLOT:
        vormen = _vormen(datamap() / BESTAND)
        if sleutel not in vormen:
            spec = maak()
            if len(vormen) >= HOOGSTENS:
                return spec
            vormen[sleutel] = spec
            _schrijf(datamap() / BESTAND, vormen)
        return vormen[sleutel]


def _vormen(pad: Path) -> dict[str, dict[str, Any]]:
    if pad not in _BEKEND:
        try:
            inhoud = json.loads(pad.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            inhoud = {}
        klopt = isinstance(inhoud, dict) and inhoud.get("code") == _code()
        _BEKEND[pad] = inhoud["vormen"] if klopt else {}
    return _BEKEND[pad]


def _schrijf(pad: Path, vormen: dict[str, dict[str, Any]]) -> None:
    """Write all forms as one new file; a folder that cannot be written to costs time, not the page."""
    tijdelijk = pad.with_name(f"{BESTAND}.{os.getpid()}")
    try:
        tijdelijk.write_text(json.dumps({"code": _code(), "vormen": vormen}), encoding="utf-8")
        tijdelijk.replace(pad)
    except OSError as fout:
        logging.getLogger(__name__).warning("vormen van grafieken niet bewaard: %s", fout.strerror)


@cache
def _code() -> str:
    """What the forms depend on: the files of `core` by size and time, and the version of altair."""
    stempel = sha256(version("altair").encode())
    for pad in sorted(Path(__file__).parents[1].rglob("*.py")):
        stand = pad.stat()
        stempel.update(f"{pad}{stand.st_size}{stand.st_mtime_ns}".encode())
    return stempel.hexdigest()
