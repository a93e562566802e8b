"""What may be kept as an event: something with a title, of a month, never about a jeugdige."""

from __future__ import annotations

from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import netjes, onbetwist

LANGSTE_TITEL = 60
"""Characters: it stands beside a line in a chart."""


def bewaar_gebeurtenis(opslag: Gebeurtenissen, van: Gebeurtenis, wie: str) -> Gebeurtenis:
    """Keep an event, trimmed.

    Raises NietBewaard for a BSN, no title or one too long, a product without its segment, or a change
    by another.
    """
    van = netjes(van, lang=("toelichting",))
    if not van.titel:
        raise NietBewaard("Geef de gebeurtenis een titel: wat gebeurde er? Er is niets bewaard.")
    if len(van.titel) > LANGSTE_TITEL:
        raise NietBewaard(
            f"De titel is langer dan {LANGSTE_TITEL} tekens; zet de rest in de toelichting. Er is niets bewaard."
        )
    if van.product and not van.segment:
        raise NietBewaard("Kies bij een product ook het segment waar het onder valt. Er is niets bewaard.")
    with onbetwist():
        return opslag.bewaar(van, wie)


def verwijder_gebeurtenis(opslag: Gebeurtenissen, van: Gebeurtenis, wie: str) -> None:
    """Remove an event. Raises NietBewaard when another changed it meanwhile."""
    with onbetwist():
        opslag.verwijder(van, wie)
