"""The findings about jeugdigen: the largest age class, arrangementen, who comes and who goes."""

from __future__ import annotations

from core.begrippen import Niveau
from core.cijfers.stromen import PAUZE_MAANDEN
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Herkomst
from core.opmaak import getal, geteld, maand_kort, maand_lang, maand_uit_iso, procent


def hoofdzin_leeftijd(leeftijden: BeveiligdeTabel) -> str:
    """The finding of the page: the largest age class and its share of all jeugdigen.

    `leeftijden` is the table *leeftijd-per-product*; its classes add up to the whole.
    """
    totaal = leeftijden.alleen(niveau=Niveau.TOTAAL.value)
    aantallen = totaal.kolom("jeugdigen")
    zichtbaar = [a for a in aantallen if a]
    if not len(totaal) or not any(a != 0 for a in aantallen):
        return "In deze selectie kreeg niemand hulp."
    if not zichtbaar:
        return "De aantallen in deze selectie zijn te klein om te tonen."
    groot = aantallen.index(max(zichtbaar))
    klasse = totaal.cel("leeftijd", groot)
    wie = "met onbekende leeftijd" if klasse == "onbekend" else f"van {klasse} jaar"
    alles = None not in aantallen and not leeftijden.herkomst.filter.leeftijd
    aandeel = procent(100 * aantallen[groot] / sum(zichtbaar))
    deel = f", {aandeel} van alle jeugdigen in de selectie" if alles else ""
    return f"De grootste groep is die {wie}: {geteld(aantallen[groot], 'jeugdige', 'jeugdigen')}{deel}."


def combinatie_per_jaar(van: BeveiligdeTabel, maat: str, wat: str) -> str:
    """How often a combination occurred in each full year, first against last: `wat` names it.

    Empty without two full years that are shown.
    """
    vol = [n for n in range(len(van)) if van.cel(maat, n) is not None and _vol_jaar(van, van.cel("jaar", n))]
    if len(vol) < 2:
        return ""
    eerste, laatste = vol[0], vol[-1]
    oud, nieuw = van.cel(maat, eerste), van.cel(maat, laatste)
    richting = "nam toe" if nieuw > oud else "nam af" if nieuw < oud else "bleef gelijk"
    return (
        f"Het aantal {van.kolommen[van.plaats(maat)].titel.lower()} {wat} {richting}: van {getal(oud)} in "
        f"{van.cel('jaar', eerste)} naar {getal(nieuw)} in {van.cel('jaar', laatste)}."
    )


def _vol_jaar(van: BeveiligdeTabel, jaar: int) -> bool:
    h = van.herkomst
    if h.eerste_maand is None or h.laatste_maand is None:
        return False
    volledig = h.voorlopig_vanaf is None or jaar * 12 + 11 < h.voorlopig_vanaf
    return h.eerste_maand <= jaar * 12 and jaar * 12 + 11 <= h.laatste_maand and volledig


def stroomzin(stromen: BeveiligdeTabel, f: Filter) -> str:
    """Who came and went in the last twelve complete months, and what runs now."""
    vol = [n for n in range(len(stromen)) if not stromen.cel("voorlopig", n)][-12:]
    if len(vol) < 12:
        return "Er zijn nog geen twaalf volledige maanden om in- en uitstroom over te vertellen."
    erbij = [stromen.cel("instroom", n) for n in vol]
    eraf = [stromen.cel("uitstroom", n) for n in vol]
    begin, eind = (maand_kort(maand_uit_iso(stromen.cel("maand", n))) for n in (vol[0], vol[-1]))
    waar = " in deze selectie" if f.zonder_periode().actief() else ""
    if None in erbij or None in eraf:
        return f"Van {begin} t/m {eind} zijn er maanden met te kleine aantallen om in- en uitstroom op te tellen."
    saldo = sum(erbij) - sum(eraf)
    slot = (
        f"per saldo {getal(abs(saldo))} {'meer' if saldo > 0 else 'minder'}"
        if saldo
        else "per saldo evenveel"
    )
    return (
        f"Van {begin} t/m {eind} begonnen{waar} {getal(sum(erbij))} zorgperioden en eindigden er "
        f"{getal(sum(eraf))}: {slot}."
    )


def waar_stromen_beginnen(van: Herkomst) -> str:
    """How far back a return can be seen, and what is left out of the charts of flows."""
    sinds = maand_lang(van.eerste_maand) if van.eerste_maand is not None else "het begin"
    return (
        f"De gegevens beginnen in {sinds}; van die maand is geen in- of uitstroom te zeggen en wie eerder hulp "
        "had, telt daarna als nieuw. Het CBS telt na één dag zonder hulp een nieuw traject, hier na meer dan "
        f"{PAUZE_MAANDEN} lege maanden. Van voorlopige maanden zijn stand en uitstroom niet getekend."
    )


def verborgen_maanden(stromen: BeveiligdeTabel) -> str:
    """How many months of flows are not drawn because a number is too small; empty when all are."""
    dicht = sum(bool(stromen.reden_van("instroom", n)) for n in range(len(stromen)))
    if not dicht:
        return ""
    return (
        f"Van {dicht} van de {geteld(len(stromen), 'maand', 'maanden')} zijn in- en uitstroom verborgen: een van beide is kleiner dan "
        f"{stromen.herkomst.drempel}. Een lege plek in de grafiek is dus geen nul."
    )


def mediaanzin(mediaan: BeveiligdeTabel) -> str:
    """How long the zorgperioden lasted that ended in the selection."""
    if not len(mediaan):
        return "In deze periode eindigde geen zorgperiode."
    if mediaan.cel("mediaan") is None:
        return "Er eindigden te weinig zorgperioden om een mediaan te tonen."
    return (
        f"De helft van de {mediaan.tekst('beeindigd')} beëindigde zorgperioden duurde ten hoogste "
        f"{mediaan.tekst('mediaan')} {'maand' if mediaan.cel('mediaan') == 1 else 'maanden'}."
    )
