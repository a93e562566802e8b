"""What may be kept of a scenario: a name, assumptions that can be, and never a BSN."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from core.inlezen.pseudoniem import bevat_bsn
from core.opmaak import opsomming
from core.opslag.scenarios import BestaatAl, Scenario, Scenarios
from core.opslag.versies import Ingehaald, NietBewaard

LANGSTE_NAAM, LANGSTE_TOELICHTING = 80, 400
PRIJS, INSTROOM, VERHUIST = (-50.0, 100.0), (-100.0, 200.0), (0.0, 100.0)
"""Between which percentages an assumption lies."""


def bewaar_scenario(
    opslag: Scenarios, van: Scenario, wie: str, bestaan: tuple[Collection[str], Collection[str]]
) -> Scenario:
    """Keep a scenario, trimmed; `bestaan`: the segments and aanbieders there are.

    Raises NietBewaard with what is wrong with it, or when somebody else changed it meanwhile.
    """
    van = replace(van, naam=van.naam.strip(), toelichting=van.toelichting.strip())
    if waarom := bezwaar(van, *bestaan):
        raise NietBewaard(f"{waarom} Er is niets bewaard.")
    try:
        return opslag.bewaar(van, wie)
    except BestaatAl as fout:
        raise NietBewaard(
            f"Er is al een scenario van {van.jaar} met de naam '{van.naam}'. Kies een andere naam."
        ) from fout
    except Ingehaald as fout:
        raise NietBewaard(
            "Een ander heeft dit scenario intussen gewijzigd of verwijderd; er is niets overschreven. "
            "Ververs de pagina."
        ) from fout


def bezwaar(van: Scenario, segmenten: Collection[str], aanbieders: Collection[str]) -> str:
    """Why a scenario cannot be, in Dutch; empty when it can."""
    if not 0 < len(van.naam) <= LANGSTE_NAAM:
        return f"Geef het scenario een naam van ten hoogste {LANGSTE_NAAM} tekens."
    if len(van.toelichting) > LANGSTE_TOELICHTING:
        return f"De toelichting is langer dan {LANGSTE_TOELICHTING} tekens."
    if bevat_bsn(van.naam) or bevat_bsn(van.toelichting):
        return "Er staat een burgerservicenummer in de tekst. Haal het weg."
    for wat, waarde, (laag, hoog) in (
        ("De prijs", van.prijs, PRIJS),
        ("De instroom", van.instroom, INSTROOM),
        ("Wat elders doorgaat", van.verhuist, VERHUIST),
    ):
        if not laag <= waarde <= hoog:
            return f"{wat} ligt tussen {laag:.0f} % en {hoog:.0f} %."
    if not 1 <= van.vanaf <= 12:
        return "De maand waarin een aanbieder stopt is er een van 1 tot en met 12."
    if vreemd := [s for s in van.segmenten if s not in segmenten]:
        return f"Het segment {opsomming(vreemd)} komt niet voor."
    if van.aanbieder and van.aanbieder not in aanbieders:
        return f"De aanbieder {van.aanbieder} komt niet voor."
    return ""
