"""What may be kept in the register of risks: something with a title and an amount, never about a jeugdige."""

from __future__ import annotations

from core.opslag.risicos import KANSKLASSEN, Risico, Risicos
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import netjes, onbetwist


def kansklasse(kans: int) -> str:
    """The class whose percentage lies nearest to a chance; halfway the higher one."""
    return min(KANSKLASSEN, key=lambda naam: (abs(KANSKLASSEN[naam] - kans), -KANSKLASSEN[naam]))


def bewaar_risico(opslag: Risicos, van: Risico, wie: str) -> Risico:
    """Keep an entry, trimmed; of one amount both bounds.

    Raises NietBewaard for a BSN, no title, a chance outside 0-100, bounds that are negative or the
    wrong way around, or a change by another.
    """
    van = netjes(van, lang=("omschrijving",))
    if not van.titel:
        raise NietBewaard("Geef een titel: wat kan er gebeuren? Er is niets bewaard.")
    if not 0 <= van.kans <= 100:
        raise NietBewaard(
            f"Een kans van {van.kans} % bestaat niet; kies 0 tot en met 100. Er is niets bewaard."
        )
    if (van.laag is None) != (van.hoog is None):
        raise NietBewaard("Vul beide bedragen in, of geen van beide. Er is niets bewaard.")
    if van.laag is not None and van.hoog is not None and not 0 <= van.laag <= van.hoog:
        raise NietBewaard(
            "Het laagste bedrag is groter dan het hoogste, of kleiner dan 0. Vul gewone bedragen in: dat een kans geld "
            "oplevert zegt de soort. Er is niets bewaard."
        )
    with onbetwist():
        return opslag.bewaar(van, wie)


def verwijder_risico(opslag: Risicos, van: Risico, wie: str) -> None:
    """Remove an entry. Raises NietBewaard when another changed it meanwhile."""
    with onbetwist():
        opslag.verwijder(van, wie)
