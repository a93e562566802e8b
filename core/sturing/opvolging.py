"""What may be kept of a deviation: a status, and a note in which no jeugdige can be found."""

from __future__ import annotations

from core.opslag.opvolging import Opvolging, Opvolgingen, Status
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import netjes, onbetwist


def bewaar_opvolging(opslag: Opvolgingen, van: Opvolging, wie: str) -> Opvolging:
    """Keep the status of a deviation, its note trimmed.

    Raises NietBewaard for a BSN, a note too long, none where more than *gezien* is said, or a change
    by another.
    """
    van = netjes(van, lang=("notitie",))
    if van.status is not Status.GEZIEN and not van.notitie:
        raise NietBewaard(f"Schrijf bij {van.status} in een notitie waarom; er is niets bewaard.")
    with onbetwist():
        return opslag.bewaar(van, wie)
