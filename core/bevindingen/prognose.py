"""What a year is going to cost beside its budget, where the difference lies, and how far forecasts can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, maand_kort, maand_lang, opsomming, procent
from core.opslag import BuitenDeclaraties
from core.opslag.scenarios import Scenario
from core.prognose.waterval import DEEL, GEHEEL

_GEEN = "Er is te weinig geschiedenis om te zeggen waar het jaar op uitkomt."
HALF_JAAR = 6
"""Months ahead at which forecasts are judged in words."""


def jaar_tegen_begroting(van: BeveiligdeTabel) -> str:
    """What the year comes to with its bounds, and how that lies to the budget (table *prognose-totaal*)."""
    if not len(van) or van.cel("prognose") is None:
        return _GEEN
    jaar, h = jaar_van_prognose(van), van.herkomst
    voorbij = h.laatste_maand is not None and h.laatste_maand >= jaar * 12 + 11
    prognose, laag, hoog = (euro_kort(_afgerond(van.cel(naam))) for naam in ("prognose", "laag", "hoog"))
    zin = f"{jaar} komt naar verwachting uit op {prognose}"
    zin += f" (vier van de vijf keer tussen {laag} en {hoog})" if laag != hoog else ""
    begroting, verschil = van.cel("begroting"), van.cel("verschil")
    if begroting is None:
        return f"{zin}; er is nog geen begroting ingevoerd."
    if van.cel("laag") <= begroting <= van.cel("hoog") and not voorbij:
        return f"{zin}: de begroting van {euro_kort(_afgerond(begroting))} ligt binnen de marge."
    kant = "minder" if verschil >= 0 else "meer"
    return f"{zin}: {euro_kort(abs(_afgerond(verschil)))} {kant} dan begroot."


def grootste_verschillen(van: BeveiligdeTabel) -> str:
    """Which lines lie furthest above and below their budget (table *prognose*); empty without a budget."""
    rijen = [(van.cel("verschil", n), van.cel("segment", n)) for n in range(len(van))]
    bekend = sorted((r for r in rijen if r[0] is not None), key=lambda r: r[0])
    delen = []
    if bekend and bekend[0][0] < 0:
        delen.append(f"Het grootste nadeel is {bekend[0][1]} ({euro_kort(_afgerond(-bekend[0][0]))})")
    if bekend and bekend[-1][0] > 0:
        voordeel = f"grootste voordeel is {bekend[-1][1]} ({euro_kort(_afgerond(bekend[-1][0]))})"
        delen.append(f"het {voordeel}" if delen else f"Het {voordeel}")
    zonder = [str(naam) for verschil, naam in rijen if verschil is None]
    zin = f"{', '.join(delen)}." if delen else ""
    if zonder and bekend:
        zin += f" Zonder begroting of prognose: {opsomming(zonder)}."
    return zin.strip()


def van_begroting_naar_prognose(van: BeveiligdeTabel) -> str:
    """Which two steps do most between budget and forecast (table *prognose-waterval*); empty when hidden."""
    gehelen, delen = van.alleen(soort=GEHEEL), van.alleen(soort=DEEL)
    if not len(gehelen) or gehelen.cel("bedrag") is None:
        return ""
    begin, einde = (euro_kort(_afgerond(gehelen.cel("bedrag", n))) for n in (0, len(gehelen) - 1))
    stappen = [(delen.cel("bedrag", n), str(delen.cel("onderdeel", n))) for n in range(1, len(delen))]
    grootste = sorted(stappen, key=lambda stap: -abs(stap[0]))[:2]
    zin = f"Van {begin} begroot naar {einde} verwacht."
    woorden = [
        f"{naam.split(' (')[0]} ({euro_kort(abs(_afgerond(bedrag)))} {'meer' if bedrag > 0 else 'minder'})"
        for bedrag, naam in grootste
    ]
    return (
        f"{zin} De grootste {'stap' if len(woorden) == 1 else 'stappen'} sinds {jaar_van_prognose(van) - 1}: {opsomming(woorden)}."
        if woorden
        else zin
    )


def scenario_naast_prognose(van: BeveiligdeTabel) -> str:
    """What each scenario makes of the year (table *prognose-scenarios*); empty when hidden or without any."""
    zinnen = []
    for naam in dict.fromkeys(van.kolom("scenario")):
        rijen = van.alleen(scenario=naam, niveau="totaal")
        rijen = rijen if len(rijen) else van.alleen(scenario=naam)
        prognose, uitkomst = rijen.cel("prognose"), rijen.cel("uitkomst")
        if prognose is None or uitkomst is None:
            continue
        verschil = _afgerond(uitkomst - prognose)
        anders = (
            f"{euro_kort(abs(verschil))} {'meer' if verschil > 0 else 'minder'} dan"
            if verschil
            else "gelijk aan"
            if uitkomst == prognose
            else "vrijwel gelijk aan"
        )
        wie = f"Met {naam}" if naam else "Met deze aannames"
        zinnen.append(
            f"{wie} komt {jaar_van_prognose(van)} uit op {euro_kort(_afgerond(uitkomst))}, {anders} de prognose."
        )
    return " ".join(zinnen)


def aannames(s: Scenario) -> list[str]:
    """The assumptions of a scenario in words, one by one; what is left as the forecast has it too."""
    waar = f" in {opsomming(list(s.segmenten))}" if s.segmenten else ""
    uit = []
    for wat, anders in (("Prijs", s.prijs), ("Instroom", s.instroom)):
        hoe = "hoger" if anders > 0 else "lager"
        zelf = "zoals de prognose die uit de geschiedenis haalt (0 %)"
        uit.append(
            f"{wat}{waar if anders else ''}: {f'{procent(abs(anders))} {hoe} dan in de prognose' if anders else zelf}."
        )
    if not s.aanbieder:
        return [*uit, "Alle aanbieders gaan door."]
    maand = maand_lang(s.jaar * 12 + s.vanaf - 1)
    return [
        *uit,
        f"{s.aanbieder} stopt vanaf {maand}; {procent(s.verhuist, 0)} van die hulp gaat elders door.",
    ]


def grootste_producten(van: BeveiligdeTabel) -> str:
    """Which product is expected to cost most, and its part of all that are shown (table *prognose-per-product*)."""
    top = van.gesorteerd("prognose")
    bedragen = top.kolom("prognose")
    if not bedragen or not bedragen[0]:
        return ""
    grootste = f"{top.cel('product')} in {top.cel('segment')} ({euro_kort(_afgerond(bedragen[0]))})"
    if None in bedragen:
        return f"Het grootste product is {grootste}."
    return f"Het grootste product is {grootste}: {procent(100 * bedragen[0] / sum(bedragen))} van het geheel."


def jaar_op_declaratiemaand(van: BeveiligdeTabel) -> str:
    """What is booked in the year and what of it is of earlier ones (table *prognose-declaratiemaand*)."""
    rijen = van.alleen(niveau="totaal")
    rijen = rijen if len(rijen) else van
    if not len(rijen) or rijen.cel("prognose") is None or rijen.cel("eerdere_jaren") is None:
        return "Niet van alle regels is te zeggen in welke maand zij zijn gedeclareerd." if len(rijen) else ""
    namen = ("prognose", "eerdere_jaren", "schuift_door")
    prognose, eerder, door = (euro_kort(_afgerond(rijen.cel(naam))) for naam in namen)
    jaar = jaar_van_prognose(van)
    if not rijen.cel("nog_te_boeken"):
        return f"In {jaar} is {prognose} geboekt, waarvan {eerder} over eerdere jaren; {door} van {jaar} schoof door naar later."
    return (
        f"In {jaar} wordt naar verwachting {prognose} geboekt, waarvan tot nu toe {eerder} over eerdere "
        f"jaren; {door} van dit jaar schuift door naar het volgende."
    )


def hoe_goed_voorspeld(van: BeveiligdeTabel) -> str:
    """In how many segments half a year ahead beat repeating last year (table *prognose-terugtoets*)."""
    rijen = van.alleen(vooruit=HALF_JAAR)
    paren = [(rijen.cel("wape", n), rijen.cel("wape_seizoen", n)) for n in range(len(rijen))]
    bekend = [(eigen, naast) for eigen, naast in paren if eigen is not None and naast is not None]
    if not bekend:
        return "Er zijn nog geen prognoses uitgekomen om na te gaan."
    beter = sum(eigen < naast for eigen, naast in bekend)
    alle = [(rijen.cel("voorspellingen", n), rijen.cel("dekking", n)) for n in range(len(rijen))]
    binnen = sum(aantal * deel for aantal, deel in alle) / sum(aantal for aantal, _ in alle)
    return (
        f"Een half jaar vooruit zat de prognose er in {beter} van de {len(bekend)} segmenten minder ver naast dan "
        f"wie vorig jaar herhaalt; {procent(binnen)} van de uitkomsten lag binnen de marge (bedoeld is 80 %)."
    )


def waarop_het_rust(van: BeveiligdeTabel) -> str:
    """On which months a forecast rests (table *prognose-totaal*)."""
    laatste = van.herkomst.laatste_maand
    return "" if laatste is None else f"Met gegevens t/m {maand_kort(laatste)}."


def zonder_uitgaven_buiten(jaar: int, buiten: Sequence[BuitenDeclaraties]) -> str:
    """That nothing was entered outside the declarations of a year while the year before had it; else empty."""
    bedragen = {j: sum(b.bedrag for b in buiten if b.jaar == j) / 100 for j in (jaar - 1, jaar)}
    if bedragen[jaar] or not bedragen[jaar - 1]:
        return ""
    return (
        f"Zonder uitgaven buiten de declaraties: van {jaar} zijn die nog niet ingevoerd (in {jaar - 1} "
        f"{euro_kort(_afgerond(bedragen[jaar - 1]))})."
    )


def jaar_van_prognose(van: BeveiligdeTabel) -> int:
    """The year that a table of forecasts is about: the one asked for, else the last of the data."""
    f, laatste = van.herkomst.filter, van.herkomst.laatste_maand or 0
    return int(f.jaar[0]) if f.jaar else laatste // 12


def _afgerond(bedrag: float) -> float:
    return round(bedrag, -3)
