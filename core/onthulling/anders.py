"""A figure made again of other answers to its questions: for a file, or under another selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.onthulling.kruis import Kruistabel
from core.onthulling.tabel import BeveiligdeTabel

Gemaakt = BeveiligdeTabel | Kruistabel


def opnieuw(wat: Any, maak: Callable[[BeveiligdeTabel], BeveiligdeTabel], uit_geheugen: bool = False) -> Any:
    """A table, or what was made of tables, with `maak(answer)` for every answer that it rests on.

    `wat` is a table or anything with a `recept`; the outcome is of the same kind. With
    `uit_geheugen` it may be one that was kept, which is for a screen only.
    """
    if wat.recept is None:
        return maak(wat)
    return wat.recept.opnieuw(Gemaakt, lambda deel: opnieuw(deel, maak, uit_geheugen), uit_geheugen)
