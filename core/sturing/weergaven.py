"""What may be kept of a view or a presentation: a name, and never a BSN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

from core.inlezen.pseudoniem import bevat_bsn
from core.opslag.versies import NietBewaard
from core.opslag.weergaven import Presentatie, Weergave, Weergaven
from core.sturing.gesprekken import LANGSTE_ANTWOORD, LANGSTE_REGEL, onbetwist

_LANG = ("toelichting", "adres", "figuur")
_BSN = "Er staat een burgerservicenummer in de tekst. Haal het weg; er is niets bewaard."

T = TypeVar("T", Weergave, Presentatie)


def bewaar_weergave(opslag: Weergaven, van: Weergave, wie: str) -> Weergave:
    """Keep a view, trimmed. Raises NietBewaard for no name, a BSN, a text too long, a change by another."""
    return _bewaar(opslag.bewaar_weergave, van, wie)


def bewaar_presentatie(opslag: Weergaven, van: Presentatie, wie: str) -> Presentatie:
    """Keep a presentation, trimmed. Raises NietBewaard as `bewaar_weergave` does."""
    return _bewaar(opslag.bewaar_presentatie, van, wie)


def _bewaar(doe: Callable[[T, str], T], van: T, wie: str) -> T:
    netjes = _netjes(van)
    with onbetwist():
        return doe(netjes, wie)


def _netjes(van: T) -> T:
    teksten: dict[str, Any] = {
        f.name: w.strip() for f in fields(van) if type(w := getattr(van, f.name)) is str
    }
    if not teksten["naam"]:
        raise NietBewaard("Geef een naam; er is niets bewaard.")
    for naam, tekst in teksten.items():
        grens = LANGSTE_ANTWOORD * 5 if naam in _LANG else LANGSTE_REGEL
        if len(tekst) > grens:
            raise NietBewaard(f"De tekst bij {naam} is langer dan {grens} tekens; er is niets bewaard.")
    if any(bevat_bsn(tekst) for naam, tekst in teksten.items() if naam not in ("adres", "figuur")):
        raise NietBewaard(_BSN)
    return replace(van, **teksten)
