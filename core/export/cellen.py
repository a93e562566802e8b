"""One cell of a protected table as Dutch text, safe to put in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core import opmaak
from core.cijfers.tabellen import Kolom, Soort

_FORMULE = ("=", "+", "-", "@", "\t", "\r")

_TEKST: dict[Soort, Callable[[Any], str]] = {
    Soort.TEKST: str,
    Soort.MAAND: str,
    Soort.JAAR: str,
    Soort.JEUGDIGEN: lambda w: opmaak.getal(w, 0 if float(w).is_integer() else 1),
    Soort.INWONERS: opmaak.getal,
    Soort.RANG: opmaak.getal,
    Soort.EURO: lambda w: opmaak.euro(w, 2),
    Soort.EURO_PER: lambda w: opmaak.euro(w, 2),
    Soort.PCT: opmaak.procent,
    Soort.PER_1000: lambda w: opmaak.getal(w, 1),
    Soort.JA_NEE: lambda w: "ja" if w else "nee",
}


def tekst(kolom: Kolom, waarde: Any, reden: str = "") -> str:
    """A cell as a Dutch reader expects it: why it is hidden, else its value, else an en dash."""
    if reden:
        return reden
    if waarde is None:
        return "" if kolom.soort is Soort.TEKST else "–"
    return _TEKST[kolom.soort](waarde)


def veilig(cel: str) -> str:
    """Text that a spreadsheet will not run as a formula: an apostrophe before a sign that would."""
    return f"'{cel}" if cel.startswith(_FORMULE) else cel
