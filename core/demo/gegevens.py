"""What the demo municipality is made of: its products, aanbieders and habits, as data.

Everything in here is invented, except what the slides of 7 May 2024 give: the names of the
products and of fifteen aanbieders, the numbers of jeugdigen and the amounts of 2023.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from core.begrippen import NOG_IN_TE_DELEN, maandnummer
from core.opslag import begroting
from core.opslag.scenarios import Scenario

JAREN = (2021, 2022, 2023, 2024)
EERSTE_MAAND = maandnummer(2021, 1)
LAATSTE_MAAND = maandnummer(2024, 2)
LAATSTE_DECLARATIEMAAND = maandnummer(2024, 4)
PEILMAAND = {2021: maandnummer(2021, 12), 2022: maandnummer(2022, 12), 2023: maandnummer(2023, 12)} | {
    2024: LAATSTE_MAAND
}
"""The month in which the age class of a jeugdige is taken, per year."""

AMBULANT = "Segment Jeugd Ambulant"
WONEN = "Segment Jeugd Wonen"
JB_JR = "Segment Jeugd JB/JR"


@dataclass(frozen=True)
class Zorgproduct:
    """One product of the demo and how it behaves.

    `jeugdigen` per year where the slides have none by product; `leeftijd`: shares of the four
    age classes; `kleef`: chance that a jeugdige who stays keeps it; `maanden`: longest stay of
    short care, else 0; `volume` per month; `tarief` in euros; `kosten_2023` in millions (None: tarief rules).
    """

    code: str
    segment: str
    product: str
    eenheid: str
    volume: float
    tarief: float
    kosten_2023: float | None
    leeftijd: tuple[float, float, float, float]
    kleef: float = 0.92
    maanden: int = 0
    jeugdigen: tuple[int, int, int, int] | None = None


PRODUCTEN: dict[str, Zorgproduct] = {
    p.code: p
    for p in (
        Zorgproduct("VBO", "Verblijf (OUD)", "Verblijf (OUD)", "etmaal", 29, 165, None, (3, 22, 60, 15)),
        Zorgproduct("BOR", AMBULANT, "Begeleide Omgangs Regeling (BOR)", "uur", 4, 92, 0.11, (10, 10, 2, 0), 0.5, 8),
        Zorgproduct("BGG", AMBULANT, "Begeleiding Groep", "dagdeel", 11, 58, 1.3, (9, 90, 32, 1)),
        Zorgproduct("BGI", AMBULANT, "Begeleiding Individueel", "uur", 10, 84, 7.5, (62, 254, 242, 12)),
        Zorgproduct("BHG", AMBULANT, "Behandeling Groep incl. MKD", "dagdeel", 24, 118, 3.5, (50, 20, 16, 0)),
        Zorgproduct("BHI", AMBULANT, "Behandeling Individueel", "uur", 6, 119, 9.3, (139, 465, 454, 18)),
        Zorgproduct("CON", AMBULANT, "Consultatie", "uur", 6, 125, 0.02, (1, 6, 3, 0), 0.0, 2),
        Zorgproduct("DYS", AMBULANT, "Dyslexie", "uur", 5, 96, 0.27, (0, 38, 4, 0), 0.6),
        Zorgproduct("LOG", AMBULANT, "Logeren", "etmaal", 4, 190, 0.15, (1, 8, 4, 0)),
        Zorgproduct("PLA", AMBULANT, "Pleegzorg", "etmaal", 6, 47, 0.05, (1, 12, 3, 0)),
        Zorgproduct("REG", AMBULANT, "Regie", "maand", 1, 210, None, (2, 7, 7, 1)),
        Zorgproduct("CRI", "Segment Jeugd Crisis", "Crisis", "etmaal", 24, 340, 1.0, (10, 30, 55, 5), 0.1, 3),
        Zorgproduct("GIK", "Segment Jeugd GIKJ", "GIKJ", "maand", 1, 18000, 5.0, (0, 8, 82, 10), 0.9),
        Zorgproduct("JB", JB_JR, "Jeugdbescherming", "maand", 1, 980, 2.35, (14, 40, 42, 4), 0.95,
                    jeugdigen=(318, 296, 256, 186)),
        Zorgproduct("JR", JB_JR, "Jeugdreclassering", "maand", 1, 760, 0.35, (0, 3, 72, 25), 0.8,
                    jeugdigen=(76, 72, 66, 36)),
        Zorgproduct("BZW", WONEN, "Begeleid Zelfstandig Wonen", "etmaal", 29, 115, 1.0, (0, 0, 60, 40),
                    jeugdigen=(33, 45, 38, 26)),
        Zorgproduct("GEZ", WONEN, "Gezinshuizen", "etmaal", 29, 190, 1.3, (8, 42, 45, 5), 0.95,
                    jeugdigen=(22, 27, 25, 21)),
        Zorgproduct("LEE", WONEN, "Leefhuizen", "etmaal", 29, 225, 2.0, (2, 28, 62, 8), 0.9,
                    jeugdigen=(35, 45, 40, 28)),
        Zorgproduct("PLZ", WONEN, "Pleegzorg", "etmaal", 29, 52, 3.0, (16, 42, 37, 5), 0.97,
                    jeugdigen=(176, 218, 196, 150)),
        Zorgproduct("LTA", "LTA", "LTA", "maand", 1, 1450, 0.5, (2, 20, 68, 10)),
        Zorgproduct("MAA", "Maatwerk", "Maatwerk", "maand", 1, 1100, 0.35, (10, 36, 49, 5), 0.6),
        Zorgproduct("PGB", "PGB", "PGB", "maand", 1, 480, 0.2, (10, 52, 33, 5), 0.97),
    )
}  # fmt: skip

PRIJSPEIL = {2021: 1.0, 2022: 1.031, 2023: 1.092, 2024: 1.156}
"""Tariffs rise every January."""

LOOPTIJD = 12
"""Months after which a toewijzing is renewed."""

INSTROOM = (0.95, 1.0, 1.1, 1.0, 1.0, 0.95, 0.7, 0.6, 1.15, 1.2, 1.1, 0.85)
"""How much the months of a year see begin, against each other."""

BLIJFT = {2022: 0.64, 2023: 0.625, 2024: 0.92}
"""Which part of the jeugdigen of a year was there the year before."""

VERWIJZERS = ("Gemeente", "Huisarts", "Jeugdarts", "Gecertificeerde instelling", "Medisch specialist",
              "Rechter", "Geen verwijzer", "")  # fmt: skip
VERWIJZING = {
    "gemeente": (0.66, 0.26, 0.022, 0.02, 0.01, 0.004, 0.012, 0.012),
    "arts": (0.245, 0.69, 0.025, 0.006, 0.018, 0.001, 0.006, 0.009),
    "gi": (0.30, 0.18, 0.0, 0.48, 0.0, 0.04, 0.0, 0.0),
}
"""Chances of VERWIJZERS by the kind of care."""
SOORT_VERWIJZING = dict.fromkeys(("BHI", "BHG", "LTA", "CON"), "arts") | dict.fromkeys(("JB", "JR"), "gi")

INTENSITEIT = {
    "BGI": (0.30, 0.40, 0.30), "BHI": (0.45, 0.40, 0.15), "BGG": (0.35, 0.45, 0.20),
    "BHG": (0.15, 0.50, 0.35), "BOR": (0.50, 0.40, 0.10), "MAA": (0.2, 0.5, 0.3),
}  # fmt: skip
"""Chances of laag, midden, hoog; a product that is not in here carries no intensiteit."""
AANDEEL_LANG = {"BGI": 0.62, "BHI": 0.45, "BGG": 0.70, "BHG": 0.60, "BOR": 0.15, "MAA": 0.5}
HOOG_LANG = {2020: 0.30, 2021: 0.27, 2022: 0.22, 2023: 0.195, 2024: 0.18}
"""Share of hoog-lang among new arrangements Begeleiding Individueel: the slides' goal is less."""
ZWAARTE = {"laag": 0.62, "midden": 1.0, "hoog": 1.65, "": 1.0}

DECLARATIE_NA = {
    "snel": (0.80, 0.125, 0.04, 0.02, 0.01, 0.005),
    "traag": (0.36, 0.30, 0.17, 0.10, 0.05, 0.02),
}
"""Chances that a line is declared 1-6 months after the month of care, by kind of aanbieder."""

FUSIE = ("Verzonnen Jeugdteam Heuvelland", "Denkbeeld Jeugd en Gezin", maandnummer(2023, 1))
"""Who goes up in whom, and from which month on."""

BUURTFACTOR = {
    "Malberg": 1.35, "Pottenberg": 1.25, "Mariaberg": 1.3, "Caberg": 1.15, "Wittevrouwenveld": 1.3,
    "Nazareth": 1.3, "Limmel": 1.2, "Wyckerpoort": 1.1, "De Heeg": 1.2, "Heugemerveld": 1.05,
    "Daalhof": 0.9, "Oud-Caberg": 0.85, "Dousberg-Hazendans": 0.8, "Amby": 0.65, "Scharn": 0.75,
    "Heer": 0.95, "Vroendaal": 0.5, "Campagne": 0.85, "Itteren": 0.75,
    "Sint Pieter": 0.5, "Bosscherveld": 0.5, "Belvédère": 0.5, "Lanakerveld": 0.5, "Beatrixhaven": 0.5,
    "Meerssenhoven": 0.5,
}  # fmt: skip
"""Invented: use of care in a buurt against the other buurten of its wijk; 1 when not in here."""

WIJKGEBRUIK = {
    "Centrum": 0.116, "Buitenwijk Zuidwest": 0.103, "Buitenwijk West": 0.168, "Buitenwijk Noordwest": 0.151,
    "Buitenwijk Oost": 0.165, "Buitenwijk Noordoost": 0.172, "Buitenwijk Zuidoost": 0.156,
}  # fmt: skip
"""Jeugdigen with care per inhabitant of 0-17, from the jeugdigen per wijk in 2021 (Bron: CBS)."""

BUITEN = 0.04
BUURT_ONBEKEND = 0.015
VERHUIST = 0.10

DOELGROEP = {2021: 720_000, 2022: 750_000, 2023: 780_000, 2024: 800_000}
NIET_VERKLAARD = {
    2021: 4_600_000,
    2022: 4_800_000,
    2023: 45_000_000 - 38_900_000 - DOELGROEP[2023] - 350_000,
    2024: 5_000_000,
}
"""Euros. Of the presentation's 45 million its slides explain 38.9 in declared segments and 0.78 in
Doelgroeparrangementen; the demo's Maatwerk (0.35, no amount on the slides) is declared as well. Of other years the presentation gives no total: about as much, invented."""

BEGROTING = {
    "Segment Jeugd Ambulant": 22.0, "Segment Jeugd Crisis": 1.0, "Segment Jeugd GIKJ": 4.5, JB_JR: 2.8,
    "Segment Jeugd Wonen": 7.2, "LTA": 0.5, "Maatwerk": 0.4, "PGB": 0.2,
    begroting.BUITEN.format("Doelgroeparrangementen"): 0.8, begroting.BUITEN.format(NOG_IN_TE_DELEN): 4.8,
}  # fmt: skip
"""Millions of euros that the demo budgets for 2023, by line: round, and invented like the rest."""
BEGROTINGSGROEI = {2023: 1.0, 2024: 1.04}
"""How the budget of each year lies to that of 2023."""


SCENARIOS = (
    Scenario(
        "Indexatie en minder instroom (voorbeeld)", 2024, prijs=3.0, instroom=-5.0, demo=True,
        toelichting="Tarieven 3 % hoger dan de geschiedenis laat zien, en 5 % minder nieuwe arrangementen.",
    ),
    Scenario(
        "Denkbeeld stopt in juli (voorbeeld)", 2024, aanbieder="Denkbeeld Jeugd en Gezin", vanaf=7, verhuist=70.0,
        demo=True, toelichting="Zeven van de tien jeugdigen gaan naar een andere aanbieder.",
    ),
)  # fmt: skip
"""Invented assumptions, so that a scenario can be seen before anyone made one."""


@dataclass(frozen=True)
class Overstap:
    """From `vanaf` (maandnummer) on half of the new toewijzingen of a product go to another aanbieder."""

    code: str
    vanaf: int
    van: str
    naar: str


OVERSTAP = Overstap("BGI", maandnummer(2023, 10), "Denkbeeld Jeugd en Gezin", "Thuisbegeleiding Fantasieveld")
"""Invented, so that the page Signalen has something to point out."""


@cache
def aanbieders() -> pd.DataFrame:
    """The aanbieders: naam, agb, variant (another spelling or empty), grootte, producten (codes)."""
    pad = Path(__file__).with_name("aanbieders.csv")
    tabel = pd.read_csv(pad, dtype={"agb": "string"}, keep_default_na=False, encoding="utf-8")
    return tabel.assign(producten=tabel["producten"].str.split())
