"""What the controller of the demo municipality has entered: invented, so that every state can be seen.

The ledger and the statements of aanbieders follow from what the demo declares, with a few differences
put in; the rest is round figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.database import Database
from core.demo.gegevens import AMBULANT, JB_JR, WONEN
from core.filters import Filter
from core.opslag.begroting import Begrotingen, Bevroren
from core.opslag.jaarbladen import (
    PRIMITIEF,
    Basis,
    Blad,
    Grootboekregel,
    Jaarbladen,
    PencProduct,
    Plafond,
    R,
    Taakveldregel,
    Verantwoording,
    Verklaring,
)
from core.prognose import aansluiting
from core.prognose.geboekt import NOG, RESULTAAT
from core.prognose.overzicht import per_segment
from core.prognose.productieverantwoording import per_product

PLAFONDS: dict[int, dict[str, int]] = {
    2023: {
        "Denkbeeld Jeugd en Gezin": 7_500_000, "Pleegzorg Voorbeeldland": 3_100_000, "Fictiva Jeugd-ggz": 3_300_000,
        "Kliniek Denkbeeld Zuid": 2_400_000, "De Bedachte Brug": 2_100_000, "Luchtkasteel Jeugdhulp": 2_000_000,
        "Stichting Regenboogeiland": 1_900_000, "Kindercentrum Nergenshuizen": 1_250_000,
        "Fantasia Begeleiding": 1_300_000, "Praktijk Papieren Vliegtuig": 600_000, "Kamers met Fantasie": 120_000,
    },
    2024: {
        "Denkbeeld Jeugd en Gezin": 7_400_000, "Pleegzorg Voorbeeldland": 3_000_000, "Fictiva Jeugd-ggz": 2_900_000,
        "Kliniek Denkbeeld Zuid": 2_400_000, "De Bedachte Brug": 2_100_000, "Luchtkasteel Jeugdhulp": 1_600_000,
        "Stichting Regenboogeiland": 1_900_000, "Kindercentrum Nergenshuizen": 1_300_000,
        "Fantasia Begeleiding": 1_050_000, "Praktijk Papieren Vliegtuig": 450_000, "Kamers met Fantasie": 110_000,
    },
}  # fmt: skip
"""Euros per year and aanbieder."""

_BEGELEIDING, _BEHANDELING = "6.72a Jeugdhulp begeleiding", "6.72b Jeugdhulp behandeling"
_DAGBESTEDING, _OVERIG = "6.72c Jeugdhulp dagbesteding", "6.72d Jeugdhulp zonder verblijf overig"
_PLEEGZORG, _GEZIN = "6.73a Pleegzorg", "6.73b Gezinsgericht"
_VERBLIJF, _GESLOTEN = "6.73c Jeugdhulp met verblijf overig", "6.74c Gesloten plaatsing"
_CRISIS = "6.74b Jeugdhulp crisis/LTA/GGZ-verblijf"
_JB, _JR = "6.82a Jeugdbescherming", "6.82b Jeugdreclassering"
TAAKVELDEN: dict[tuple[str, str], str] = {
    (AMBULANT, "Begeleiding Individueel"): _BEGELEIDING,
    (AMBULANT, "Begeleide Omgangs Regeling (BOR)"): _BEGELEIDING,
    (AMBULANT, "Begeleiding Groep"): _DAGBESTEDING,
    (AMBULANT, "Behandeling Individueel"): _BEHANDELING,
    (AMBULANT, "Behandeling Groep incl. MKD"): _BEHANDELING,
    (AMBULANT, "Dyslexie"): _BEHANDELING,
    (AMBULANT, "Consultatie"): _OVERIG,
    (AMBULANT, "Logeren"): _VERBLIJF,
    (AMBULANT, "Pleegzorg"): _PLEEGZORG,
    (WONEN, "Pleegzorg"): _PLEEGZORG,
    (WONEN, "Gezinshuizen"): _GEZIN,
    (WONEN, "Leefhuizen"): _VERBLIJF,
    (WONEN, "Begeleid Zelfstandig Wonen"): _VERBLIJF,
    ("Segment Jeugd Crisis", "Crisis"): _CRISIS,
    ("Segment Jeugd GIKJ", "GIKJ"): _GESLOTEN,
    ("LTA", "LTA"): _CRISIS,
    ("Maatwerk", "Maatwerk"): _OVERIG,
    ("PGB", "PGB"): _BEGELEIDING,
    (JB_JR, "Jeugdbescherming"): _JB,
    (JB_JR, "Jeugdreclassering"): _JR,
}
"""An example: taakvelden are those of the Iv3-informatievoorschrift of 2023, which product goes where is invented."""

ANDERS: dict[tuple[str, str], tuple[int, str]] = {
    ("LTA", _CRISIS): (12_500, "Regionale bijdrage LTA, rechtstreeks geboekt (voorbeeld)"),
    (RESULTAAT, ""): (
        -35_000,
        "Over 2022 was meer gereserveerd dan het dashboard toen verwachtte (voorbeeld)",
    ),
    (NOG, ""): (24_000, "Reservering bij de jaarrekening is ruimer geschat (voorbeeld)"),
    (WONEN, _VERBLIJF): (-7_318, ""),
    (AMBULANT, _DAGBESTEDING): (2_940, ""),
}
"""How far (euros) the ledger of 2023 lies from the dashboard, and how that was explained."""

KALENDER: dict[int, tuple[PencProduct, ...]] = {
    2023: (
        PencProduct("Begroting", "2022-11-10", PRIMITIEF),
        PencProduct("1e bestuursrapportage", "2023-05-23"),
        PencProduct("2e bestuursrapportage", "2023-09-26", "2e bestuursrapportage 2023 (voorbeeld)"),
        PencProduct("Jaarrekening", "2024-05-21"),
    ),
    2024: (
        PencProduct("Begroting", "2023-11-09", PRIMITIEF),
        PencProduct("Maandrapportage maart", "2024-03-28", "Maandrapportage maart 2024 (voorbeeld)"),
        PencProduct("1e bestuursrapportage", "2024-05-28"),
        PencProduct("2e bestuursrapportage", "2024-09-24"),
        PencProduct("Jaarrekening", "2025-05-20"),
    ),
}
BEVROREN: dict[int, tuple[str, date, dict[str, float]]] = {
    2023: ("2e bestuursrapportage 2023 (voorbeeld)", date(2023, 9, 12), {AMBULANT: 1.021, WONEN: 0.986}),
    2024: ("Maandrapportage maart 2024 (voorbeeld)", date(2024, 3, 20), {AMBULANT: 0.974, JB_JR: 1.035}),
}
"""Per year a frozen forecast: its name and day, and how its segments lay to the forecast of now."""

VERANTWOORD: dict[str, dict[str, tuple[float, int]]] = {
    "Denkbeeld Jeugd en Gezin": {"Begeleiding Groep": (1.043, 2)},
    "Fictiva Jeugd-ggz": {},
    "Pleegzorg Voorbeeldland": {"Pleegzorg": (1.0, 3)},
    "De Bedachte Brug": {"Behandeling Groep incl. MKD": (0.981, -1)},
    "Luchtkasteel Jeugdhulp": {"Crisis": (0.0, 0)},
    "Kindercentrum Nergenshuizen": {},
    "Fantasia Begeleiding": {"Begeleiding Individueel": (1.002, 0)},
    "Stichting Regenboogeiland": {"Leefhuizen": (1.012, 1)},
}
"""Who sent a statement over 2023, and for which products it differs: amounts by a factor, clients by a number."""
MET_AFGEWEZEN = ("Fictiva Jeugd-ggz", "Behandeling Individueel")
"""This one states what was refused as well."""
ZONDER_ACCOUNTANT = "Kindercentrum Nergenshuizen"


def vul(db: Database, schaal: int, wie: str) -> None:
    """Enter all of it for the demo version `db`, in the place of what an earlier demo had."""
    for jaar, plafonds in PLAFONDS.items():
        _zet(Plafond, jaar, [Plafond(naam, euro * 100 * schaal) for naam, euro in plafonds.items()], wie)
    _zet(Taakveldregel, 2023, [Taakveldregel(*plek, veld) for plek, veld in TAAKVELDEN.items()], wie)
    for jaar, producten in KALENDER.items():
        _zet(PencProduct, jaar, producten, wie)
        _bevries(db, jaar, wie)
    _grootboek(db, schaal, wie)
    _zet(Verantwoording, 2023, _verantwoordingen(db), wie)


def _zet(soort: type[R], jaar: int, regels: Sequence[R], wie: str) -> None:
    bladen = Jaarbladen()
    nu: Blad[R] = bladen.blad(soort, jaar, True)
    bladen.bewaar(nu.met(*regels), wie)


def _bevries(db: Database, jaar: int, wie: str) -> None:
    naam, dag, factoren = BEVROREN[jaar]
    opslag = Begrotingen()
    if any(b.naam == naam for b in opslag.bevroren(jaar, True)):
        return
    cijfers = per_segment(db, Filter(jaar=(jaar,)))
    rijen = cijfers.where(cijfers.notna(), None).to_dict("records")
    for rij in rijen:
        for maat in ("prognose", "laag", "hoog"):
            bedrag = rij[maat]
            rij[maat] = None if bedrag is None else round(bedrag * factoren.get(rij["segment"], 1.0), 2)
    benoemd = tuple({str(kolom): waarde for kolom, waarde in rij.items()} for rij in rijen)
    opslag.bevries(Bevroren(naam, jaar, dag, db.dataversie, benoemd), True, wie)


def _grootboek(db: Database, schaal: int, wie: str) -> None:
    """The ledger of 2023 in whole euros, and of 2024 what was booked of the largest segments so far."""
    for jaar in (2023, 2024):
        _zet(Grootboekregel, jaar, [], wie)  # or what an earlier demo had would count as a line
    regels, verklaard = [], []
    for r in aansluiting.regels(db, 2023, Basis.LEVERINGSMAAND, Jaarbladen()):
        verschil, tekst = ANDERS.get(r.plek, (0, ""))
        geboekt = round(r.dashboard.euro) + verschil * schaal
        regels.append(Grootboekregel(*r.plek, geboekt * 100))
        if tekst:
            cent = geboekt * 100 - round(r.dashboard.euro * 100)
            verklaard.append(Verklaring(*r.plek, Basis.LEVERINGSMAAND.value, cent, tekst))
    _zet(Grootboekregel, 2023, regels, wie)
    _zet(Verklaring, 2023, verklaard, wie)
    nu = aansluiting.regels(db, 2024, Basis.LEVERINGSMAAND, Jaarbladen())
    begonnen = [
        Grootboekregel(*r.plek, round(r.dashboard.euro) * 100) for r in nu if r.plek[0] in (WONEN, JB_JR)
    ]
    _zet(Grootboekregel, 2024, begonnen, wie)


def _verantwoordingen(db: Database) -> list[Verantwoording]:
    uit = []
    for (aanbieder, product), (hier, overig) in per_product(db, 2023).items():
        anders = VERANTWOORD.get(aanbieder)
        if anders is None:
            continue
        factor, meer = anders.get(product, (1.0, 0))
        euro = hier.euro * factor + (overig[0] if (aanbieder, product) == MET_AFGEWEZEN else 0)
        clienten = hier.jeugdigen + meer if hier.jeugdigen else 0
        if factor:
            goedgekeurd = aanbieder != ZONDER_ACCOUNTANT
            uit.append(Verantwoording(aanbieder, product, round(euro * 100), clienten, goedgekeurd))
    return uit
