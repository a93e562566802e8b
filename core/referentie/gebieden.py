"""The areas of the Netherlands in 2022 and what is published about them.

Published figures of CBS, SCP and NJi about areas, with their sources in data/referentie/BRONNEN.md:
nothing here is about a person. Missing = unknown, or kept back by the publisher.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pandas as pd

from core.opmaak import sleutel
from core.referentie import REFERENTIE

JAAR = 2022
"""The year of the figures about youth care, and of the borders of the areas."""

BRON_GEBIEDEN = (
    "CBS, gebiedsindelingen 2022; Regeling regio-indeling samenwerkingsverbanden passend onderwijs"
)
BRON_JEUGDZORG = "CBS, jeugdzorg in natura 2022, voorlopig (85098NED, 85335NED)"
BRON_KENMERKEN = "CBS, kerncijfers en inkomen van gemeenten 2019-2021"

VORMEN = ("jeugdhulp", "jeugdbescherming", "jeugdreclassering", "jeugdzorg")
"""The forms of youth care of which something is published per gemeente; the last is all of it."""


class Gebiedssoort(StrEnum):
    """The kinds of areas a person can choose."""

    GEMEENTE = "gemeente"
    JEUGDREGIO = "jeugdregio"
    SWV_PO = "swv_po"
    SWV_VO = "swv_vo"
    VEILIGHEIDSREGIO = "veiligheidsregio"
    PROVINCIE = "provincie"
    NEDERLAND = "nederland"

    @property
    def titel(self) -> str:
        """The kind as a reader sees it."""
        return _TITELS.get(self, self.value.capitalize())

    @property
    def meervoud(self) -> str:
        """Several of this kind, in a sentence."""
        return _MEERVOUD[self]


_MEERVOUD = {
    Gebiedssoort.GEMEENTE: "gemeenten",
    Gebiedssoort.JEUGDREGIO: "jeugdregio's",
    Gebiedssoort.SWV_PO: "samenwerkingsverbanden primair onderwijs",
    Gebiedssoort.SWV_VO: "samenwerkingsverbanden voortgezet onderwijs",
    Gebiedssoort.VEILIGHEIDSREGIO: "veiligheidsregio's",
    Gebiedssoort.PROVINCIE: "provincies",
    Gebiedssoort.NEDERLAND: "landen",
}
_TITELS = {
    Gebiedssoort.SWV_PO: "Samenwerkingsverband primair onderwijs",
    Gebiedssoort.SWV_VO: "Samenwerkingsverband voortgezet onderwijs",
}
_KORT = {Gebiedssoort.SWV_PO: "SWV PO", Gebiedssoort.SWV_VO: "SWV VO"}


@dataclass(frozen=True)
class Gebied:
    """One area and the gemeenten (CBS codes) it consists of.

    `opmerking` says in Dutch when a gemeente lies in more than one samenwerkingsverband.
    """

    soort: Gebiedssoort
    code: str
    naam: str
    gemeenten: tuple[str, ...]
    opmerking: str = ""

    @property
    def titel(self) -> str:
        """Name and kind, so that Utrecht the gemeente is not Utrecht the province."""
        if self.soort in (*_KORT, Gebiedssoort.NEDERLAND):
            return self.naam
        return f"{self.naam} ({self.soort})"


@cache
def gebieden() -> tuple[Gebied, ...]:
    """Every area: Nederland, then per kind by name, gemeenten first."""
    namen = gemeentenamen()
    alle = [Gebied(Gebiedssoort.NEDERLAND, "NL", "Nederland", tuple(namen))]
    los = [Gebied(Gebiedssoort.GEMEENTE, code, naam, (code,)) for code, naam in namen.items()]
    alle += sorted(los, key=lambda g: sleutel(g.naam))
    regio = _tabel("gemeente_regio")
    for soort in Gebiedssoort:
        rijen = regio[regio["regiosoort"] == soort.value]
        delen = [_regio(soort, str(code), deel) for code, deel in rijen.groupby("regiocode")]
        alle += sorted(delen, key=lambda g: sleutel(g.naam))
    return tuple(alle)


def _regio(soort: Gebiedssoort, code: str, deel: pd.DataFrame) -> Gebied:
    codes = tuple(deel["gemeentecode"])
    naam, gedeeld = str(deel["regionaam"].iloc[0]), ""
    if soort in _KORT:
        inwoners = kenmerken().set_index("gemeentecode")["inwoners_2021"]
        grootste = max(codes, key=lambda c: inwoners[c])
        meer = " e.o." if len(codes) > 1 else ""
        naam = f"{_KORT[soort]} {naam.split('-', 1)[1]} ({gemeentenamen()[grootste]}{meer})"
        over = sorted(deel.loc[deel["opmerking"].notna(), "gemeentenaam"])
        if over:
            gedeeld = f"Ligt in meer dan één samenwerkingsverband, hier geheel meegeteld: {', '.join(over)}."
    return Gebied(soort, code, naam, codes, gedeeld)


def gebied(code: str) -> Gebied:
    """The area with this code. Raises KeyError when there is none."""
    return _op_code()[code]


def regio_van(gemeentecode: str, soort: Gebiedssoort) -> Gebied:
    """The area of a kind in which a gemeente lies. Raises KeyError for an unknown gemeente."""
    return _ligging()[gemeentecode, soort]


def gemeentenamen() -> dict[str, str]:
    """The name of each of the 345 gemeenten of 2022 by its CBS code."""
    tabel = _tabel("gemeenten_2022")
    return dict(zip(tabel["gemeentecode"], tabel["gemeentenaam"], strict=True))


def jeugdzorg() -> pd.DataFrame:
    """Youth care per gemeente in 2022: numbers rounded to 5 and published percentages (0-100)."""
    return _tabel("gemeenten_2022").copy()


def kenmerken() -> pd.DataFrame:
    """Background characteristics per gemeente; the year is in the name of the column."""
    return _tabel("gemeenten_kenmerken").copy()


def landelijk() -> pd.DataFrame:
    """Published figures of the Netherlands and Maastricht: gebied, jaar, maat, aantal, pct, status, bron."""
    return _tabel("landelijk").copy()


def scp_wijken() -> pd.DataFrame:
    """Use of help without stay per wijk of Maastricht in 2017, observed and expected by SCP (0-100)."""
    return _tabel("scp_maastricht_2017").copy()


def wijken_2021() -> pd.DataFrame:
    """Inhabitants, households and youth care per wijk of Maastricht in 2021 (CBS)."""
    return _tabel("maastricht_wijken_2021").copy()


@cache
def _op_code() -> dict[str, Gebied]:
    return {g.code: g for g in gebieden()}


@cache
def _ligging() -> dict[tuple[str, Gebiedssoort], Gebied]:
    return {(code, g.soort): g for g in gebieden() for code in g.gemeenten}


@cache
def _tabel(naam: str) -> pd.DataFrame:
    return pd.read_csv(REFERENTIE / f"{naam}.csv", encoding="utf-8")
