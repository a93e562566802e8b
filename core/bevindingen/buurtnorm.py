"""What stands out among the buurten beside the city's average, and what is only chance."""

from __future__ import annotations

from collections.abc import Sequence

from core.begrippen import Niveau
from core.cijfers.buurtnorm import BINNEN, BOVEN
from core.cijfers.toevalsgrenzen import GRENS_95
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal, opsomming

_GENOEMD = 3
"""So many buurten on each side are called by name."""


def buurten_naast_stad(van: BeveiligdeTabel) -> str:
    """How many buurten lie within the bounds of chance, and which lie far outside; never a lead by chance."""
    buurten = van.alleen(niveau=Niveau.BUURT.value)
    liggingen = buurten.kolom("ligging")
    bekend = [n for n, ligging in enumerate(liggingen) if ligging is not None]
    if not bekend:
        return "Voor deze selectie is geen stadsgemiddelde te berekenen."
    buiten = [n for n in bekend if liggingen[n] != BINNEN]
    ver = [n for n in buiten if str(liggingen[n]).endswith("99,8 %")]
    if not buiten:
        return f"Alle {getal(len(bekend))} buurten met een cijfer liggen binnen de grenzen: wat zij verschillen past bij toeval."
    binnen = len(bekend) - len(buiten)
    zin = f"{getal(binnen)} van de {getal(len(bekend))} buurten met een cijfer liggen binnen de grenzen van het toeval"
    if not ver and len(buiten) <= 2 * toevallig(len(bekend)):
        return f"{zin}; {getal(len(buiten))} erbuiten is niet meer dan bij toeval past."
    return f"{zin}{_ver(buurten, ver)}."


def toevallig(buurten: int) -> int:
    """How many of so many buurten chance alone puts outside the 95 % bounds; at least one."""
    return max(1, round((1 - GRENS_95) * buurten))


def _ver(buurten: BeveiligdeTabel, ver: Sequence[int]) -> str:
    """The buurten outside the widest bounds, by name, those furthest away first."""
    delen = []
    for boven, woord in ((True, "meer"), (False, "minder")):
        kant = [n for n in ver if str(buurten.cel("ligging", n)).startswith(BOVEN) is boven]
        kant.sort(key=lambda n: -abs(buurten.cel("verschil", n)))
        namen = [str(buurten.cel("buurt", n)) for n in kant[:_GENOEMD]]
        if over := len(kant) - len(namen):
            namen.append("nog één andere" if over == 1 else f"nog {getal(over)} andere")
        if namen:
            delen.append(f"{woord} jeugdigen dan de grens van 99,8 % in {opsomming(namen)}")
    return f"; {opsomming(delen)}" if delen else ""


def over_toeval(van: BeveiligdeTabel) -> str:
    """What a reader must know before looking at single buurten: chance, age and what is not shown."""
    buurten = van.alleen(niveau=Niveau.BUURT.value)
    met = [n for n in range(len(buurten)) if buurten.cel("stadsgemiddelde", n)]
    if not met:
        return (
            "Nodig zijn inwonertallen per buurt voor de gekozen jaren, en ten minste 25 jeugdigen met hulp in de hele "
            "gemeente. Inwonertallen leest u in bij Inlezen."
        )
    aantal = toevallig(len(met))
    zinnen = [
        f"Door toeval alleen {'ligt' if aantal == 1 else 'liggen'} van {getal(len(met))} buurten er ongeveer {aantal} buiten "
        "de grenzen van 95 %, en bijna nooit een buiten die van 99,8 %."
    ]
    if any(buurten.cel("klassen", n) == 1 for n in met):
        zinnen.append(
            "Er is niet gecorrigeerd voor leeftijd: alleen het aantal inwoners van 0-17 is bruikbaar."
        )
    if dicht := sum(bool(buurten.reden_van("ligging", n)) for n in met):
        woord = "buurt is" if dicht == 1 else "buurten zijn"
        zinnen.append(f"{getal(dicht)} {woord} verborgen: daar wonen te weinig jeugdigen met hulp.")
    return " ".join(zinnen)
