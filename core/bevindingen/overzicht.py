"""The findings of the overview."""

from __future__ import annotations

from core.begrippen import Niveau
from core.bevindingen.bijschrift import wanneer
from core.bevindingen.periode import buiten_gegevens
from core.bevindingen.vergelijking import Vergelijking
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, getal, geteld


def hoofdzin(kern: BeveiligdeTabel, vergelijking: Vergelijking) -> str:
    """The finding of the overview: how many jeugdigen, at what cost, more or fewer than before."""
    aantal, kosten = kern.cel("jeugdigen"), kern.cel("kosten")
    if aantal is None:
        return f"Het aantal jeugdigen in deze selectie is {kern.reden_van('jeugdigen') or 'onbekend'}."
    if not aantal:
        return buiten_gegevens(kern.herkomst.filter, kern.herkomst) or "In deze selectie kreeg niemand hulp."
    zin = f"{geteld(aantal, 'jeugdige kreeg', 'jeugdigen kregen')} hulp"
    zin += f" voor {euro_kort(kosten)}" if kosten is not None else ""
    verschil = vergelijking.verschil("jeugdigen")
    if not verschil:
        return f"{zin}."
    waarin = "" if vergelijking.zoals_toen else "in de volledige maanden "
    if verschil.lstrip("+-") in ("0", "0,0 %"):
        return f"{zin}; {waarin}evenveel jeugdigen als een jaar eerder ({vergelijking.periode})."
    richting = "minder" if verschil.startswith("-") else "meer"
    return f"{zin}; {waarin}{verschil.lstrip('+-')} {richting} jeugdigen dan een jaar eerder ({vergelijking.periode})."


def overlap(segmenten: BeveiligdeTabel) -> str:
    """Why the parts add up to more than the whole, with the number where none of them is hidden.

    Empty when there is no more than one part.
    """
    delen = [
        segmenten.cel("jeugdigen", n)
        for n in range(len(segmenten))
        if segmenten.cel("niveau", n) == Niveau.SEGMENT
    ]
    totaal = segmenten.alleen(niveau=Niveau.TOTAAL.value)
    if not len(totaal) or totaal.cel("jeugdigen") is None or None in delen or not delen:
        return (
            "Een jeugdige kan in meer dan één segment hulp krijgen: de delen tellen niet op tot het totaal."
        )
    som, aantal = sum(delen), totaal.cel("jeugdigen")
    if len(delen) == 1:
        return ""
    waar = f"In {wanneer(segmenten.herkomst.filter, segmenten.herkomst)}"
    if som == aantal:
        return f"{waar} telt niemand in meer dan één segment mee."
    return (
        f"{waar} tellen de segmenten samen op tot {getal(som)}; het totaal is {getal(aantal)} unieke jeugdigen: "
        f"{getal(som - aantal)} keer telt iemand in een tweede of derde segment mee."
    )
