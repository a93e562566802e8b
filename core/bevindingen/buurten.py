"""The findings of the page Buurten."""

from __future__ import annotations

from core.begrippen import Niveau
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal, geteld, opsomming

MINSTENS_INWONERS = 100
"""Below this number of inhabitants 0-17 a use per 1.000 says more about chance than about a buurt."""


def hoogste_gebruik(van: BeveiligdeTabel, stad: BeveiligdeTabel) -> str:
    """Which buurt uses most per 1.000 inhabitants, beside the city; else where most jeugdigen live."""
    buurten = van.alleen(niveau=Niveau.BUURT.value)
    if not len(buurten):
        return "In deze selectie kreeg niemand hulp."
    gebruik = buurten.gesorteerd("per_1000")
    for n in range(len(gebruik)):
        if gebruik.cel("per_1000", n) is None:
            break
        if (gebruik.cel("jeugd_0_17", n) or 0) >= MINSTENS_INWONERS:
            naam, deel = gebruik.cel("buurt", n), van.herkomst.filter.gebied()
            zin = f"Binnen deze selectie kregen in {naam}" if deel else f"In {naam} kregen"
            zin = f"{zin} naar verhouding de meeste jeugdigen hulp: "
            return f"{zin}{getal(gebruik.cel('per_1000', n))} per 1.000 inwoners van 0 tot en met 17 jaar{_stad(stad)}."
    met_code = [n for n in range(len(buurten)) if buurten.cel("buurtcode", n) and buurten.cel("jeugdigen", n)]
    if not met_code and not any(buurten.kolom("buurtcode")):
        return "In deze selectie woont niemand in een bekende buurt van de gemeente."
    if not met_code:
        return "De aantallen per buurt zijn te klein om te tonen."
    top = max(met_code, key=lambda n: buurten.cel("jeugdigen", n))
    return f"De meeste jeugdigen met hulp wonen in {buurten.cel('buurt', top)}: {buurten.tekst('jeugdigen', top)}."


def _stad(stad: BeveiligdeTabel) -> str:
    if not len(stad) or stad.cel("per_1000") is None:
        return ""
    return f", tegen {getal(stad.cel('per_1000'))} in de hele gemeente"


def buurt_tegen_stad(buurt: BeveiligdeTabel, stad: BeveiligdeTabel) -> str:
    """One row of a buurt beside the row of the city, in a sentence."""
    naam = buurt.cel("buurt")
    if buurt.reden_van("jeugdigen"):
        return f"Het aantal jeugdigen met hulp in {naam} is {_klein(buurt)}."
    wie = geteld(buurt.cel("jeugdigen") or 0, "jeugdige", "jeugdigen")
    zin = f"In {naam} {'kreeg' if buurt.cel('jeugdigen') == 1 else 'kregen'} {wie} hulp"
    if buurt.cel("per_1000") is None:
        return f"{zin}."
    return f"{zin}, {getal(buurt.cel('per_1000'))} per 1.000 inwoners van 0 tot en met 17 jaar{_stad(stad)}."


def gebruik_over_de_jaren(van: BeveiligdeTabel) -> str:
    """The use per 1.000 in a buurt in its last whole year beside its other areas (table of `door_de_jaren`).

    Empty when no whole year of it is shown.
    """
    heel = van.alleen(onvolledig=False)
    buurt = heel.cel("gebied") if len(heel) else ""
    eigen = heel.alleen(gebied=buurt)
    bekend = [n for n in range(len(eigen)) if eigen.cel("per_1000", n) is not None]
    if not bekend:
        return ""
    jaar = eigen.cel("jaar", bekend[-1])
    rijen = heel.alleen(jaar=jaar)
    naast = [
        f"{getal(rijen.cel('per_1000', n))} in {_gebied(rijen.cel('gebied', n))}"
        for n in range(len(rijen))
        if rijen.cel("gebied", n) != buurt and rijen.cel("per_1000", n) is not None
    ]
    tegen = f", tegen {opsomming(naast)}" if naast else ""
    return f"In {jaar} kregen in {buurt} {getal(eigen.cel('per_1000', bekend[-1]))} van de 1.000 inwoners van 0 tot en met 17 jaar hulp{tegen}."


def _gebied(naam: str) -> str:
    return "de hele gemeente" if naam == "Hele gemeente" else naam


def grootste_aandeel(van: BeveiligdeTabel) -> str:
    """The segment with the largest share in a buurt, beside that in the city (table of `segmenten_naast`).

    Empty when no share is shown.
    """
    top = van.gesorteerd("aandeel")
    if not len(top) or not top.cel("aandeel"):
        return ""
    stad = f", in de hele gemeente {top.tekst('aandeel_stad')}" if top.cel("aandeel_stad") is not None else ""
    return f"{top.tekst('aandeel')} van de jeugdigen met hulp kreeg die uit {top.cel('segment')}{stad}."


def _klein(buurt: BeveiligdeTabel) -> str:
    if buurt.reden_van("jeugdigen").startswith("<"):
        return f"kleiner dan {buurt.herkomst.drempel} en wordt niet getoond"
    return "verborgen, omdat het anders een klein aantal in een andere buurt zou verraden"
