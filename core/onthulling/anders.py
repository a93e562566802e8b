"""A figure made again of other answers to its questions: for a file, or under another selection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from core.onthulling.kruis import Kruistabel
from core.onthulling.tabel import BeveiligdeTabel

Gemaakt = BeveiligdeTabel | Kruistabel


def opnieuw(wat: Any, maak: Callable[[BeveiligdeTabel], BeveiligdeTabel]) -> Any:
    """A table, or what was made of tables, with `maak(answer)` for every answer that it rests on.

    `wat` is a table or anything with a `recept`; the outcome is of the same kind.
    """
    if wat.recept is None:
        return maak(wat)
    return wat.recept.opnieuw(Gemaakt, lambda deel: opnieuw(deel, maak))


def antwoorden(wat: Any) -> Iterator[BeveiligdeTabel]:
    """The answers to questions of the registry that a table, or what was made of tables, rests on."""
    if wat.recept is None:
        yield wat
        return
    for deel in (*wat.recept.args, *wat.recept.kwargs.values()):
        if isinstance(deel, Gemaakt):
            yield from antwoorden(deel)
