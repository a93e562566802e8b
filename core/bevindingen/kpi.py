"""What a KPI says: where it stands beside its path, what may still change, and what the path is in euros."""

from __future__ import annotations

from core.cijfers.register import Soort
from core.cijfers.uitleg import van_kolom
from core.filters import DIMENSIES
from core.onthulling import BeveiligdeTabel, kpi_oordeel, periode_kort
from core.opmaak import euro, euro_kort, getal, geteld, hoofdletter, maand_kort, opsomming, procent
from core.opslag.kpis import Kpi, Per
from core.sturing.kpi import MATEN, Koers
from core.sturing.kpieuro import ZONDER_PRIJS, decimalen

_IN_DUIZENDEN = 10_000
"""From this amount on a sentence tells thousands."""
_EURO = (Soort.EURO, Soort.EURO_PER)


def kpizin(reeks: BeveiligdeTabel, kpi: Kpi) -> str:
    """Where a KPI stands by its last complete period, in one sentence (table *kpi*)."""
    uit = kpi_oordeel(reeks, kpi)
    maat = MATEN[kpi.maat].titel.lower()
    if uit.meting is None:
        return f"{hoofdletter(kpi.naam)}: nog niet te zeggen, want er is nog geen volledige {_periode(kpi)} op het doelpad."
    wanneer = periode_kort(kpi.per, uit.meting.maand)
    doel = _waarde(kpi, uit.doel)
    if uit.meting.waarde is None:
        return f"{hoofdletter(kpi.naam)}: nog niet te zeggen, want in {wanneer} is het aantal te klein om te tonen of onbekend."
    stand = _waarde(kpi, uit.meting.waarde)
    return (
        f"{hoofdletter(kpi.naam)}: {stand} ({maat}) in {wanneer}, tegen {doel} op het doelpad: {uit.koers}."
    )


def kpi_van(van: BeveiligdeTabel) -> Kpi:
    """The KPI that a table was made for. Raises LookupError for a table of another kind."""
    for wat in van.recept.args if van.recept else ():
        if isinstance(wat, Kpi):
            return wat
    raise LookupError(f"{van.naam} is niet van een KPI")


def _periode(kpi: Kpi) -> str:
    return "maand" if kpi.per is Per.MAAND else "periode"


def _waarde(kpi: Kpi, waarde: float | None) -> str:
    """A value or target of the measure as a sentence has it."""
    soort = MATEN[kpi.maat].soort
    if soort in _EURO:
        return euro_kort(waarde)
    if soort is Soort.PCT:
        return procent(waarde)
    return getal(waarde, 0 if waarde is None or float(waarde).is_integer() else 1)


def kpi_volledigheid(reeks: BeveiligdeTabel) -> str:
    """Which periods of a KPI are still voorlopig and how complete they are; empty when none is (table *kpi*)."""
    kop = reeks.kolommen[0].naam
    jong = [n for n in range(len(reeks)) if reeks.cel("voorlopig", n)]
    if not jong:
        return ""
    delen = [f"{reeks.tekst(kop, n)} (volledigheid {reeks.tekst('volledigheid', n)})" for n in jong]
    een = len(jong) == 1
    return (
        f"{hoofdletter(opsomming(delen))} {'is' if een else 'zijn'} voorlopig en {'telt' if een else 'tellen'} niet als "
        "resultaat: er komen nog declaraties bij."
    )


def kpis_samen(standen: BeveiligdeTabel | None) -> str:
    """How many KPIs lie on their path and how many do not (table *kpi-stand*)."""
    if standen is None or not len(standen):
        return "Er is nog geen KPI om op te sturen."
    koersen = standen.kolom("koers")
    onbekend = koersen.count(Koers.ONBEKEND.value)
    if len(koersen) == 1:
        return (
            f"De KPI is {koersen[0]}." if not onbekend else "Hoe de KPI ervoor staat is nog niet te zeggen."
        )
    if onbekend == len(koersen):
        return f"Van de {len(koersen)} KPI's is nog niet te zeggen hoe zij ervoor staan."
    bekend = (Koers.OP, Koers.VAN, Koers.ROND)
    aantallen = [(koersen.count(koers.value), koers) for koers in bekend if koers.value in koersen]
    delen = [f"{aantal} {koers}" for aantal, koers in aantallen]
    rest = f"; van {onbekend} is het nog niet te zeggen" if onbekend else ""
    werkwoord = "is" if aantallen[0][0] == 1 else "zijn"
    return f"Van de {len(koersen)} KPI's {werkwoord} er {opsomming(delen)}{rest}."


def kpi_over(kpi: Kpi) -> str:
    """What a KPI counts, of whom and in what direction it should go: its definition in words."""
    delen = [
        f"{DIMENSIES[naam].woord} {opsomming([str(w) for w in waarden], 'of')}"
        for naam, waarden in kpi.filter.actief().items()
    ]
    waarvan = " · ".join(delen) or "alle jeugdhulp"
    punten = opsomming([f"{_waarde(kpi, doel)} in {maand_kort(maand)}" for maand, doel in kpi.pad])
    return (
        f"{MATEN[kpi.maat].titel} per {kpi.per} van {waarvan}. Het moet {kpi.richting}, langs het doelpad: {punten}. "
        f"{van_kolom(kpi.maat)}"
    )


def kpi_sommen(euro_: BeveiligdeTabel, kpi: Kpi) -> list[str]:
    """The arithmetic of the path in euros, a line per year (table *kpi-euro*); says why when there is none."""
    if not len(euro_):
        waarom = (
            "wat een start kost hangt af van hoe lang de hulp duurt; kies lopende arrangementen of jeugdigen"
            if kpi.maat in ZONDER_PRIJS
            else "daarvoor zijn twaalf volledige maanden met getoonde aantallen en kosten nodig, en een doelpad dat verder loopt dan de gegevens"
        )
        return [f"Van deze KPI is het doelpad niet in euro's te zeggen: {waarom}."]
    return [_som(euro_, n, kpi) for n in range(len(euro_))]


def _som(euro_: BeveiligdeTabel, n: int, kpi: Kpi) -> str:
    achter = decimalen(kpi)
    jaar, aantal, doel, nu, verschil, prijs = (
        euro_.cel(naam, n) for naam in ("jaar", "perioden", "doelpad", "nu", "verschil_maat", "prijs")
    )
    per = (
        geteld(aantal, "maand", "maanden")
        if kpi.per is Per.MAAND
        else geteld(aantal, "kwartaal", "kwartalen")
    )
    effect, laag, hoog = (euro(euro_.cel(naam, n)) for naam in ("effect", "laag", "hoog"))
    keer = _keer(MATEN[kpi.maat].soort, prijs)
    marge = f" (tussen {laag} en {hoog})" if laag != hoog else ""
    stand = f"doelpad gemiddeld {getal(doel, achter)} min stand nu {getal(nu, achter)} is {getal(verschil, achter)}"
    return f"{jaar}: {stand}; {per} × {getal(verschil, achter)}{keer} = {effect}{marge}."


def _keer(soort: Soort, prijs: float) -> str:
    """What a difference is multiplied by: euros per unit, jeugdigen where the unit is euros per jeugdige, or nothing."""
    if soort is Soort.EURO:
        return ""
    return (
        f" × {getal(prijs)} jeugdigen"
        if soort is Soort.EURO_PER
        else f" × {euro(prijs, 0 if prijs >= 100 else 2)}"
    )


def kpi_naar_euro(euro_: BeveiligdeTabel) -> str:
    """What following the path makes up to its end, in jeugdigen and euros (table *kpi-euro*); empty without."""
    if not len(euro_):
        return ""
    jaren = euro_.kolom("jaar")
    effect = sum(euro_.kolom("effect"))
    jeugdigen = euro_.cel("verschil_jeugdigen", len(euro_) - 1)
    een = len(jaren) == 1
    wie = ""
    if jeugdigen is not None and round(jeugdigen):
        wanneer = "" if een else f"in {jaren[-1]} "
        wie = f", {wanneer}gemiddeld {geteld(round(abs(jeugdigen)), 'jeugdige', 'jeugdigen')} {_kant(jeugdigen)}"
    periode = str(jaren[0]) if een else f"{jaren[0]} tot en met {jaren[-1]}"
    return f"Het doelpad kost in {periode} {euro_kort(abs(_rond(effect)))} {_kant(effect)} dan blijven zoals nu{wie}."


def _kant(verschil: float) -> str:
    return "minder" if verschil < 0 else "meer"


def kpi_bij_begroting(van: BeveiligdeTabel, kpi: Kpi) -> str:
    """What the path does to the line of the budget (table *kpi-begroting*); says why when it cannot be told."""
    if not kpi.regel:
        return "Deze KPI is nog niet aan een begrotingsregel gekoppeld; dat kan bij Wijzigen."
    if not len(van):
        return f"De begrotingsregel {kpi.regel} komt in de prognose van dit jaar niet voor."
    post = {van.cel("post", n): n for n in range(len(van))}
    laatste = len(van) - 1
    begroting, samen = van.cel("bedrag", 0), van.cel("bedrag", laatste)
    if samen is None:
        return f"Van {kpi.regel} is geen prognose te tonen."
    wat = "Als het doelpad wordt gehaald komt" if len(post) > 2 else "Naar verwachting komt"
    laag, hoog = (euro_kort(_rond(van.cel(naam, laatste))) for naam in ("laag", "hoog"))
    zin = f"{wat} {kpi.regel} uit op {euro_kort(_rond(samen))} (tussen {laag} en {hoog})"
    if begroting is None:
        return f"{zin}; er is geen begroting ingevoerd."
    verschil = begroting - samen
    return f"{zin}: {euro_kort(abs(_rond(verschil)))} {'onder' if verschil >= 0 else 'boven'} de begroting van {euro_kort(_rond(begroting))}."


def _rond(bedrag: float) -> float:
    return round(bedrag, -3) if abs(bedrag) >= _IN_DUIZENDEN else round(bedrag)


def reekszin(van: BeveiligdeTabel) -> str:
    """How the running arrangementen went over the last year of complete periods (tables *kpi-reeks*)."""
    kop = "maand" if "maand" in {k.naam for k in van.kolommen} else "kwartaal"
    jaar = 12 if kop == "maand" else 4
    vast = [n for n in range(len(van)) if not van.cel("voorlopig", n)]
    if len(vast) <= jaar:
        return ""
    nu, toen = vast[-1], vast[-1 - jaar]
    eind, begin = van.cel("arrangementen", nu), van.cel("arrangementen", toen)
    if eind is None or begin is None:
        return ""
    richting = "nam toe" if eind > begin else "nam af" if eind < begin else "bleef gelijk"
    waar = " in deze selectie" if van.herkomst.filter.zonder_periode().actief() else ""
    return (
        f"Het aantal lopende arrangementen{waar} {richting}: van {getal(begin)} in {van.tekst(kop, toen)} naar "
        f"{getal(eind)} in {van.tekst(kop, nu)}."
    )


def kpi_kernzin(van: BeveiligdeTabel) -> str:
    """The measures of the last complete period in one sentence (tables *kpi-reeks*); empty without one."""
    vast = [n for n in range(len(van)) if not van.cel("voorlopig", n)]
    if not vast:
        return ""
    n, kop = vast[-1], "maand" if van.kolommen[0].naam == "maand" else "kwartaal"
    delen = [
        f"{van.tekst('arrangementen', n)} lopende arrangementen",
        f"{van.tekst('gestart', n)} gestart",
        f"{van.tekst('jeugdigen', n)} jeugdigen",
    ]
    if van.cel("aandeel_geheel", n) is not None:
        delen.append(f"{van.tekst('aandeel_geheel', n)} van de jeugdigen in het geheel")
    return f"In {van.tekst(kop, n)}: {opsomming(delen)}."
