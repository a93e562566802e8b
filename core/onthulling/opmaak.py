"""How the value of a cell is written, by the kind of its column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from core.cijfers.tabellen import Soort
from core.opmaak import euro, getal, maand_kort, maand_uit_iso, procent

LINKS = (Soort.TEKST, Soort.MAAND, Soort.JAAR, Soort.JA_NEE)
"""Kinds whose cells stand to the left of their column in a file."""


def opgemaakt(soort: Soort, waarde: Any, decimalen: int = 1) -> str:
    """A value in the Dutch notation of its kind; None is an en dash.

    `decimalen` are those of percentages and points.
    """
    return allemaal_opgemaakt(soort, [waarde], decimalen)[0]


def allemaal_opgemaakt(soort: Soort, waarden: Iterable[Any], decimalen: int = 1) -> list[str]:
    """The values of a column, each as `opgemaakt`."""
    opmaak = _OPMAAK.get(soort, _als_tekst)
    return ["–" if waarde is None else opmaak(waarde, decimalen) for waarde in waarden]


def _als_tekst(waarde: Any, decimalen: int) -> str:
    return str(waarde)


def _als_euro(waarde: Any, decimalen: int) -> str:
    return euro(waarde)


def _als_aantal(waarde: Any, decimalen: int) -> str:
    return getal(waarde, 0 if float(waarde).is_integer() else 1)


def _met_teken(waarde: Any, decimalen: int) -> str:
    return f"{'+' if round(waarde, decimalen) > 0 else ''}{getal(waarde, decimalen)}"


_OPMAAK: dict[Soort, Callable[[Any, int], str]] = {
    Soort.EURO: _als_euro, Soort.EURO_PER: _als_euro,
    Soort.CENTEN: lambda waarde, decimalen: euro(waarde / 100, 2),
    Soort.PCT: procent, Soort.PER_1000: lambda waarde, decimalen: getal(waarde, 1),
    Soort.PROCENTPUNT: _met_teken, Soort.VERSCHIL: lambda waarde, decimalen: _met_teken(waarde, 0),
    Soort.INDEX: lambda waarde, decimalen: getal(waarde, 0),
    Soort.NORM: lambda waarde, decimalen: getal(waarde, 1),
    Soort.JEUGDIGEN: _als_aantal, Soort.INWONERS: _als_aantal, Soort.AANTAL: _als_aantal, Soort.MAANDEN: _als_aantal,
    Soort.JA_NEE: lambda waarde, decimalen: "ja" if waarde else "nee",
    Soort.MAAND: lambda waarde, decimalen: maand_kort(maand_uit_iso(waarde)),
}  # fmt: skip
"""How a value of a kind is written; of all others as it is."""
