"""The findings of the page Verwacht en werkelijk, from published tables."""

from __future__ import annotations

from core.bevindingen.aanbieders import Cijfer
from core.cijfers.tabellen import Soort
from core.cijfers.uitleg import UITLEG
from core.onthulling import OpenbareTabel, opgemaakt
from core.onthulling.openbaar import GEEN_OORDEEL
from core.opmaak import getal, opsomming, procent
from core.referentie.gebieden import Gebiedssoort
from core.verwacht.beeld import Beeld
from core.verwacht.kaart import Modelkaart
from core.verwacht.vormen import Vorm

ZONDER_OPBOUW = (
    "De verwachting is ingelezen. Wie haar maakte geeft geen interval en geen bijdragen per kenmerk; daarom staan "
    "die hier niet."
)
EIGEN_MODEL = (
    "Draai het bestand bij Inlezen terug om het eigen model weer te zien, met zijn interval en opbouw."
)


def werkelijk_tegen_verwacht(van: OpenbareTabel, vorm: Vorm) -> str:
    """What an area used beside what was expected, and whether that is out of the ordinary: its first row."""
    naam, jaar = van.cel("gebied"), van.cel("jaar")
    werkelijk, verwacht = van.cel("werkelijk_pct"), van.cel("verwacht_pct")
    if werkelijk is None and verwacht is None:
        return f"Van {naam} zijn over {vorm} in {jaar} geen cijfers bekend."
    if werkelijk is None:
        return f"In {naam} was in {jaar} {van.tekst('verwacht_pct')} {vorm} te verwachten{_tussen(van)}; het werkelijke gebruik is niet bekend."
    begin = f"In {naam} had {van.tekst('werkelijk_pct')} van de {vorm.wie} in {jaar} {vorm}"
    if verwacht is None:
        return f"{begin}; voor dit gebied is er geen verwachting."
    return f"{begin}, waar {van.tekst('verwacht_pct')} te verwachten was: {_verschil(van)}."


def _verschil(van: OpenbareTabel) -> str:
    pp, laag, hoog = van.cel("verschil_pp"), van.cel("laag"), van.cel("hoog")
    grootte = (
        "gelijk aan wat te verwachten was"
        if leest_als_nul(pp, van.decimalen)
        else f"{getal(abs(pp), van.decimalen)} procentpunt {'meer' if pp > 0 else 'minder'}"
    )
    if laag is None:
        return grootte
    if laag <= van.cel("werkelijk_pct") <= hoog:
        return f"{grootte}, en dat valt binnen wat bij zo'n gebied gewoon is"
    return f"{grootte}, en dat valt buiten wat bij zo'n gebied gewoon is"


def _tussen(van: OpenbareTabel) -> str:
    if van.cel("laag") is None:
        return ""
    return f" (95 %-interval {van.tekst('laag')} tot {van.tekst('hoog')})"


def zekerheid(van: OpenbareTabel) -> str:
    """How sure the expectation of the first row is, in words."""
    if van.cel("verwacht_pct") is None:
        return ""
    if van.cel("laag") is None:
        return f"Hoe zeker deze verwachting is, is niet bekend. Let op: {GEEN_OORDEEL}."
    return (
        f"Van 100 gebieden met deze kenmerken en deze omvang komen er naar verwachting 95 tussen "
        f"{van.tekst('laag')} en {van.tekst('hoog')} uit. Let op: {GEEN_OORDEEL}."
    )


def kern_van_gebied(van: OpenbareTabel) -> tuple[Cijfer, ...]:
    """The key figures of the first row."""
    return (
        Cijfer("Werkelijk", van.tekst("werkelijk_pct"), uitleg=UITLEG["werkelijk_pct"]),
        Cijfer("Verwacht", van.tekst("verwacht_pct"), uitleg=UITLEG["verwacht_pct"]),
        Cijfer("Verschil in procentpunt", van.tekst("verschil_pp"), uitleg=UITLEG["verschil_pp"]),
        Cijfer("Verschil in jeugdigen", van.tekst("aantal"), uitleg=UITLEG["aantal"]),
        Cijfer("Index", van.tekst("index"), uitleg=UITLEG["index"]),
    )


def plaats_onder_gebieden(van: OpenbareTabel, naam: str, soort: Gebiedssoort) -> str:
    """In which bar the chosen area is; says so when it is in none."""
    eigen = [n for n in range(len(van)) if van.cel("eigen", n)]
    alle = sum(van.kolom("aantal_gebieden"))
    if not eigen:
        return f"{naam} staat er niet tussen; de staven gaan over {getal(alle)} {soort.meervoud}."
    nummer = van.cel("nummer", eigen[0])
    if alle == len(van):
        return f"{naam} staat op plaats {nummer} van {getal(alle)} {soort.meervoud}; 1 is de laagste."
    if nummer in (1, len(van)):
        kant = "laagste" if nummer == 1 else "hoogste"
        return f"{naam} hoort bij de {kant} 5 % van de {getal(alle)} {soort.meervoud}."
    laag = getal(100 * (nummer - 1) / len(van))
    return f"{naam} staat in staaf {nummer} van {len(van)}: ongeveer {laag} % van de {getal(alle)} {soort.meervoud} ligt lager."


def regio_aandeel(delen: tuple[float | None, float | None], regio: str, decimalen: int = 1) -> str:
    """Which part of a difference holds for the whole jeugdregio; empty when it cannot be told.

    `delen`: the difference of the area, and what of it is the region's, in percentage points.
    """
    verschil_pp, regio_pp = delen
    if verschil_pp is None or regio_pp is None:
        return ""
    geheel, deel = (opgemaakt(Soort.PROCENTPUNT, pp, decimalen) for pp in (verschil_pp, regio_pp))
    zin = (
        f"Van het verschil van {geheel} procentpunt geldt {deel} procentpunt voor de hele jeugdregio {regio}"
    )
    if leest_als_nul(regio_pp, decimalen):
        return f"{zin}: de regio als geheel wijkt niet af van wat haar kenmerken doen verwachten."
    return f"{zin}. Dat deel hoort niet bij de verwachting: die rust op kenmerken alleen."


def grootste_bijdragen(van: OpenbareTabel) -> str:
    """Which characteristics move the expectation most."""
    stappen = [n for n in range(len(van)) if van.cel("hier", n)]
    stappen.sort(key=lambda n: -abs(van.cel("bijdrage_pp", n)))
    delen = [f"{van.cel('kenmerk', n).lower()} ({van.tekst('bijdrage_pp', n)})" for n in stappen[:2]]
    waar = van.cel("kenmerk", len(van) - 1).removeprefix("Verwacht ")
    if not delen:
        return (
            "Er is geen kenmerk dat de verwachting verklaart; zij is het gemiddelde van de andere gebieden."
        )
    return (
        f"Van {van.tekst('stand_pct')} landelijk naar {van.tekst('stand_pct', len(van) - 1)} {waar}; het meeste komt door "
        f"{opsomming(delen)}, in procentpunt."
    )


def gelijkende_gebieden(van: OpenbareTabel) -> str:
    """How the areas most like the first one do: how many use more than expected."""
    bekend = [n for n in range(1, len(van)) if van.cel("verschil_pp", n) is not None]
    if not bekend:
        return "Van gebieden die hierop lijken is geen verschil bekend."
    meer = sum(van.cel("verschil_pp", n) > 0 for n in bekend)
    return (
        f"Van de {len(bekend)} gebieden die het meest op {van.cel('gebied')} lijken, {_gebruiken(meer)} meer dan verwacht "
        f"en {_gebruiken(len(bekend) - meer)} evenveel of minder."
    )


def _gebruiken(aantal: int) -> str:
    return f"gebruikt {aantal}" if aantal == 1 else f"gebruiken {aantal}"


def over_de_jaren(van: OpenbareTabel) -> str:
    """The national series from its break on, and the numbers known of the area itself."""
    land = [n for n in range(len(van)) if van.cel("jongeren", n) and van.cel("pct", n) is not None]
    na = [n for n in land if van.cel("jaar", n) >= 2021]
    zinnen = []
    if len(na) > 1:
        begin, eind = na[0], na[-1]
        zinnen.append(
            f"In Nederland ging {van.cel('reeks', begin)} van {van.tekst('pct', begin)} in {van.cel('jaar', begin)} naar "
            f"{van.tekst('pct', eind)} in {van.cel('jaar', eind)}."
        )
    eigen = [n for n in range(len(van)) if van.cel("jongeren", n) and van.cel("pct", n) is None]
    if eigen:
        delen = [f"{van.tekst('jongeren', n)} in {van.cel('jaar', n)}" for n in eigen]
        zinnen.append(
            f"In {van.cel('gebied', eigen[0])} telde het CBS {opsomming(delen)}, in natura en tot 23 jaar."
        )
    return (
        " ".join(zinnen)
        or "Van deze vorm is alleen dit jaar bekend. Lees cijfers van andere jaren in om het verloop te zien."
    )


def kwaliteit_van_model(kaart: Modelkaart) -> str:
    """How much the model explains, how far off it is and how often it is right; the finding comes first."""
    if kaart.r2 is None or kaart.rmse_pp is None:
        return "Er zijn te weinig gebieden om te zeggen hoe goed het model is."
    return (
        f"Op gemeenten die het niet zag verklaart het model {getal(100 * kaart.r2)} % van de verschillen. De typische fout "
        f"is {getal(kaart.rmse_pp, 1 if kaart.rmse_pp >= 1 else 2)} procentpunt, en "
        f"{procent(kaart.dekking_pct, 0)} ligt binnen het interval. {_onverklaard(kaart.r2)}"
    )


def _onverklaard(r2: float) -> str:
    wat = "Het grootste deel" if r2 < 0.5 else "Een flink deel"
    return f"{wat} van de verschillen blijft onverklaard."


def toelichting(van: Beeld) -> str:
    """What the figures are, how they came about and what they cannot say: a Dutch text in Markdown."""
    wie = (
        f"ingelezen ({van.bron_verwacht}); zij neemt de plaats in van het eigen model"
        if van.ingelezen
        else f"van een {van.bron_verwacht}: elke gemeente wordt geschat op alle andere"
    )
    return f"""
- **Werkelijk** is het percentage jongeren met {van.vorm} in {van.jaar}, zorg in natura. {van.noemer}
- **Verwacht** is {wie}. Kenmerken van personen komen er niet in voor.
- **Interval**: waar 95 van de 100 gebieden met deze kenmerken en omvang uitkomen. Voor een kleine gemeente is het
  breder. Ligt het werkelijke gebruik erbinnen, dan kan het verschil toeval zijn of iets wat het model niet kent.
- **Regio's** zijn hun gemeenten samen: gebruikers, jeugdigen en verwachte gebruikers zijn opgeteld. Het CBS rondt per
  gemeente af op vijf jongeren of een tiende procent; alle gemeenten samen zijn daarom niet precies Nederland.
- **Zonder bekend adres**: jongeren van wie wel de gemeente maar niet het adres bekend is, tellen mee bij de gemeente.
- **Breuk**: vanaf 2021 geven meer aanbieders gegevens door aan het CBS. Eerdere jaren zijn een andere reeks.
- **Een verschil is geen oordeel.** Toegang, aanbod, inkoop, scholen en het werk van het lokale team zitten niet in de
  kenmerken. Vergelijk een grote stad met grote steden: zij liggen vaker onder hun verwachting. Het model telt elke
  gemeente ongeveer even zwaar; daarom kan ook Nederland als geheel iets onder of boven zijn verwachting liggen.
"""


def niet_meegeteld(namen: tuple[str, ...]) -> str:
    """Which gemeenten of a group are not in its figures; empty when all are."""
    if not namen:
        return ""
    meer = f" en nog {getal(len(namen) - 8)}" if len(namen) > 8 else ""
    lijst = ", ".join(namen[:8]) if meer else opsomming(list(namen))
    return f"Niet meegeteld, want gebruik of verwachting is onbekend: {lijst}{meer}."


def leest_als_nul(pp: float, decimalen: int) -> bool:
    """Whether a difference in percentage points reads 0 with so many decimals."""
    return round(abs(pp), decimalen) == 0
