"""The parts of the store that are open: each is opened once, so what it read stays in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from core.database import datamap
from core.opslag import Opslag

_Deel = TypeVar("_Deel", bound=Opslag)


def geopend(soort: Callable[[Path], _Deel]) -> _Deel:
    """A part of the store, by its class, in the data folder in force; opened once."""
    return _deel(soort, datamap())


@lru_cache(maxsize=64)
def _deel(soort: Callable[[Path], _Deel], map_: Path) -> _Deel:
    return soort(map_)
