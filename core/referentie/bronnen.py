"""Where everything on the screen comes from, in Dutch; for developers: data/referentie/BRONNEN.md."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PROJECT = Path(__file__).parents[2] / "pyproject.toml"


@dataclass(frozen=True)
class Bron:
    """One source: what it is used for, who published it, and the files it lies in."""

    wat: str
    bron: str
    opmerking: str
    bestanden: tuple[str, ...] = ()


_PRESENTATIE = "Presentatie Dashboard Jeugdwet, gemeente Maastricht, 7 mei 2024"

BRONNEN: tuple[Bron, ...] = (
    Bron(
        "Jeugdigen, arrangementen en kosten",
        "De exports van declaraties die op de pagina Inlezen zijn ingelezen",
        "Cliëntnummers worden bij het inlezen vervangen door een pseudoniem; namen en adressen worden niet bewaard.",
    ),
    Bron(
        "Segmenten en producten",
        _PRESENTATIE,
        "De toelichtingen zijn eigen tekst. Intensief specialistisch wordt gedeclareerd als Behandeling Individueel.",
        ("producten.csv", "segmenten.csv"),
    ),
    Bron(
        "Zorglandschap, en de aantallen waar de voorbeeldgemeente op is gemaakt",
        _PRESENTATIE,
        "Afgeronde aantallen en bedragen van de dia's.",
        ("landschap.csv", "presentatie_unieke_jeugdigen.csv", "presentatie_leeftijd_ambulant_2024.csv"),
    ),
    Bron(
        "Taakvelden waarop jeugdhulp wordt geboekt, als voorstel",
        "Iv3-informatievoorschrift gemeenten en gemeenschappelijke regelingen 2023, lijst van wijzigingen",
        "Overgenomen uit een aanhaling. Welk product op welk taakveld wordt geboekt, vult de gemeente zelf in.",
        ("taakvelden.csv",),
    ),
    Bron(
        "Buurten, wijken en hun grenzen",
        "CBS, Kadaster: gebiedsindelingen 2019 (CC BY 4.0)",
        "Grenzen vereenvoudigd, tot op ongeveer 100 meter; voor de kaart, niet om mee te meten.",
        ("buurten.csv", "buurtgrenzen.geojson"),
    ),
    Bron(
        "Inwoners van 0 tot en met 17 jaar, alleen in de voorbeeldgemeente",
        "Verzonnen, naar orde van grootte van CBS, Kerncijfers wijken en buurten 2021 en 2025",
        "Voorbeeld: deze inwonertallen en hun leeftijden zijn niet echt. Een gemeente leest haar eigen inwonertallen in; die "
        "gaan voor, met hun eigen bron onder de cijfers.",
        ("bevolking_voorbeeld.csv",),
    ),
    Bron(
        "Jeugdzorg per gemeente",
        "CBS, jeugdzorg in natura 2022, voorlopige cijfers, 85335NED en 85098NED (CC BY 4.0)",
        "Aantallen afgerond op vijf; leeg is onbekend of door het CBS niet gegeven. Jongeren met een bekende "
        "gemeente maar zonder bekend adres tellen bij de gemeente mee.",
        ("gemeenten_2022.csv",),
    ),
    Bron(
        "Gemeenten en hun regio's",
        "CBS, gebiedsindelingen 2022 (CC BY 4.0); Regeling regio-indeling samenwerkingsverbanden passend onderwijs",
        "Een gemeente die in meer dan één samenwerkingsverband ligt, telt bij het verband met de meeste van haar inwoners.",
        ("gemeente_regio.csv",),
    ),
    Bron(
        "Kenmerken van gemeenten, voor het verwachte gebruik",
        "CBS, regionale kerncijfers 2019 en 2021 (70072ned), kerncijfers wijken en buurten 2019 (84378NED) en inkomen "
        "per gemeente 2020 (maatwerk) (CC BY 4.0)",
        "Herkomst van inwoners is weggelaten. Gefuseerde gemeenten zijn samengevoegd.",
        ("gemeenten_kenmerken.csv",),
    ),
    Bron(
        "Landelijke cijfers over de jaren",
        "NJi, cijfers over jeugdzorg; CBS, StatLine en Jeugdmonitor",
        "Vanaf 2021 geven meer aanbieders gegevens door: niet te vergelijken met eerdere jaren.",
        ("landelijk.csv",),
    ),
    Bron(
        "Wijken van Maastricht",
        "SCP, Jeugdhulp in de wijk (2020), wijken 2017; CBS, kerncijfers wijken en buurten 2021 en 85075NED (CC BY 4.0)",
        "Een verschil tussen waargenomen en verwacht is geen oordeel, en zegt niets over jaren na 2017.",
        ("scp_maastricht_2017.csv", "maastricht_wijken_2021.csv"),
    ),
)
"""Every file of data/referentie is in exactly one of them."""


@cache
def versie() -> str:
    """The version of this app, as `0.1.0`."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
