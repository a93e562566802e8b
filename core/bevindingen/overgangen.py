"""The findings about moves between segments, and about who turns 18."""

from __future__ import annotations

from core.begrippen import Niveau
from core.bevindingen.periode import maanden_van, reeks
from core.cijfers.doorstroom import NAAR_BUITEN, VAN_BUITEN
from core.cijfers.stromen import PAUZE_MAANDEN
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Herkomst
from core.opmaak import getal, geteld, kwartaal_lang, segment_kort


def doorstroomzin(van: BeveiligdeTabel) -> str:
    """The largest two moves from one segment to another."""
    tussen = [
        n
        for n in range(len(van))
        if van.cel("van", n) not in VAN_BUITEN and van.cel("naar", n) not in NAAR_BUITEN
    ]
    if not tussen:
        return "In deze periode stapte niemand over van het ene segment naar het andere."
    top = sorted((n for n in tussen if van.cel("jeugdigen", n)), key=lambda n: -van.cel("jeugdigen", n))
    if not top:
        return (
            "Er stapten te weinig jeugdigen over van het ene segment naar het andere om aantallen te tonen."
        )
    aantal = geteld(van.cel("jeugdigen", top[0]), "jeugdige", "jeugdigen")
    zin = f"De grootste stroom tussen segmenten is die {_stroom(van, top[0])}: {aantal}"
    daarna = f", daarna die {_stroom(van, top[1])}: {getal(van.cel('jeugdigen', top[1]))}" if top[1:] else ""
    return f"{zin}{daarna}."


def _stroom(van: BeveiligdeTabel, n: int) -> str:
    return f"van {segment_kort(van.cel('van', n))} naar {segment_kort(van.cel('naar', n))}"


def geteld_over(van: Herkomst) -> str:
    """Over which months moves were counted: the complete ones of the period, without the first of the data."""
    if not (maanden := _volledig(van.filter, van)):
        return "Van deze periode zijn er nog geen volledige maanden, dus is nog niet te zeggen wie er begon of stopte."
    return f"Geteld over de volledige maanden: {reeks(maanden)}. Een rij is waar jeugdigen vandaan komen, een kolom waar zij heen gaan."


def met_volledige_maanden(van: Herkomst) -> Filter:
    """The selection itself; when its period has no complete month, over the last twelve that are."""
    alle = _volledig(van.filter.zonder_periode(), van)[-12:]
    if not alle or _volledig(van.filter, van):
        return van.filter
    return van.filter.zonder_periode().met(van=alle[0], tot=alle[-1])


def _volledig(f: Filter, van: Herkomst) -> list[int]:
    """The months of a selection of which it is known who started and who stopped."""
    if van.laatste_maand is None:
        return []
    grens = min(van.voorlopig_vanaf or van.laatste_maand + 1, van.laatste_maand + 1 - PAUZE_MAANDEN)
    return [m for m in maanden_van(f, van) if m != van.eerste_maand and m < grens]


def wie_wordt_18(van: BeveiligdeTabel) -> str:
    """How many of who are in care now turn 18 in the coming quarters, and when most do."""
    komend = van.alleen(niveau=Niveau.TOTAAL.value, komend=True)
    if not len(komend):
        return "In deze selectie zijn er geen komende kwartalen."
    aantallen = komend.kolom("jeugdigen")
    getoond = [a for a in aantallen if a]
    kwartalen = geteld(len(komend), "kwartaal", "kwartalen")
    if not getoond and None in aantallen:
        return "Per kwartaal worden te weinig jeugdigen 18 om aantallen te tonen."
    if not getoond:
        return f"In de komende {kwartalen} wordt niemand die nu hulp heeft 18."
    meest = aantallen.index(max(getoond))
    wanneer = f"{getal(aantallen[meest])}, in {kwartaal_lang(komend.cel('kwartaal', meest))}"
    if None in aantallen:
        return f"Van de jeugdigen die nu hulp hebben worden de meesten 18 jaar in één kwartaal: {wanneer}."
    # Everybody turns 18 in one quarter, so these numbers do add up.
    samen = geteld(sum(getoond), "jeugdige", "jeugdigen")
    return f"In de komende {kwartalen} worden {samen} die nu hulp hebben 18 jaar; de meesten, {wanneer}."
