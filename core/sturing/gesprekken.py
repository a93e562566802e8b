"""What may be kept of a talk: never who a jeugdige is, and nothing empty."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import TypeVar

from core.inlezen.pseudoniem import bevat_bsn
from core.opslag.gebeurtenissen import Gebeurtenis
from core.opslag.gesprekken import Actie, Gesprek, Gesprekken, Vraag
from core.opslag.kpis import Kpi
from core.opslag.opvolging import Opvolging
from core.opslag.risicos import Risico
from core.opslag.versies import Ingehaald, NietBewaard

LANGSTE_ANTWOORD = 800
LANGSTE_REGEL = 200
"""Characters, for who took part, the title of an action and its owner."""

BSN = (
    "Er staat een burgerservicenummer in de tekst. Haal het weg: wat u hier schrijft gaat over een gebied of een cijfer, "
    "nooit over een jeugdige. Er is niets bewaard."
)
INGEHAALD = (
    "Een ander heeft dit intussen gewijzigd of verwijderd; er is niets overschreven. Kopieer uw tekst, ververs de "
    "pagina en vul haar daar aan."
)


T = TypeVar("T", Gesprek, Actie, Opvolging, Gebeurtenis, Risico, Kpi)


@contextmanager
def onbetwist() -> Iterator[None]:
    """Turns what the store says when another was first into a NietBewaard that says so."""
    try:
        yield
    except Ingehaald as fout:
        raise NietBewaard(INGEHAALD) from fout


def bewaar_gesprek(opslag: Gesprekken, gesprek: Gesprek, wie: str) -> Gesprek:
    """Keep a talk, trimmed. Raises NietBewaard for a BSN, no answer at all, or a change by another."""
    gesprek = netjes(gesprek, lang=tuple(v.value for v in Vraag))
    if not any(gesprek.antwoord(vraag) for vraag in Vraag):
        raise NietBewaard("Schrijf bij ten minste één vraag een antwoord; er is niets bewaard.")
    with onbetwist():
        return opslag.bewaar_gesprek(gesprek, wie)


def bewaar_actie(opslag: Gesprekken, actie: Actie, wie: str) -> Actie:
    """Keep an action, trimmed. Raises NietBewaard for a BSN, no title, or a change by another."""
    actie = netjes(actie, lang=("opvolging",))
    if not actie.titel:
        raise NietBewaard("Geef de actie een titel: wat gaat er gebeuren? Er is niets bewaard.")
    with onbetwist():
        return opslag.bewaar_actie(actie, wie)


def netjes(wat: T, lang: tuple[str, ...] = ()) -> T:
    """The texts without white space around them. Raises NietBewaard for a BSN or a text that is too long."""
    teksten = {f.name: getattr(wat, f.name) for f in fields(wat)}
    teksten = {n: w.strip() for n, w in teksten.items() if type(w) is str}
    for naam, tekst in teksten.items():
        grens = LANGSTE_ANTWOORD if naam in lang else LANGSTE_REGEL
        if len(tekst) > grens:
            raise NietBewaard(
                f"De tekst bij {naam} is langer dan {grens} tekens; maak haar korter. Er is niets bewaard."
            )
    geen_bsn(*teksten.values())
    return replace(wat, **teksten)


def geen_bsn(*teksten: str) -> None:
    """Let texts through that hold no number that can be a BSN. Raises NietBewaard for the others."""
    if any(bevat_bsn(tekst) for tekst in teksten):
        raise NietBewaard(BSN)
