"""A plain count of the exported lines, from the text in the files and nothing else."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

LUMPSUM_OF_SVB = {"Jeugdbescherming", "Jeugdreclassering", "GIKJ", "PGB"}


class Regel(NamedTuple):
    """One declaratieregel as written: months as (year, month), amount in cents with its sign."""

    client: str
    geboren: tuple[int, int] | None
    aanbieder: str
    segment: str
    product: str
    maand: tuple[int, int]
    declaratie: tuple[int, int]
    centen: int
    credit: bool
    status: str
    toewijzing: str
    intensiteit: str
    duur: str
    buurt: str
    verwijzer: str
    nummer: str

    @property
    def jaar(self) -> int:
        return self.maand[0]

    @property
    def wacht(self) -> int:
        return (self.declaratie[0] - self.maand[0]) * 12 + self.declaratie[1] - self.maand[1]


def lees(pad: Path) -> list[Regel]:
    codering = {"voorbeeld_pgb.csv": "cp1252"}.get(pad.name, "utf-8-sig")
    with pad.open(encoding=codering, newline="") as f:
        return [_regel(rij) for rij in csv.DictReader(f, delimiter=";")]


def _regel(r: dict[str, str]) -> Regel:
    def een(*namen: str) -> str:
        return next((r[n] for n in namen if n in r), "")

    tekst = (
        een("Bedrag", "Netto bedrag", "Bedrag (€)").replace("€", "").replace(".", "").replace(",", "").strip()
    )
    centen = int(tekst)
    credit = r["D/C"] == "C" if "D/C" in r else centen < 0
    return Regel(
        een("Cliëntnummer", "Jeugdige", "Cliëntnr"),
        _geboren(een("Geboortedatum", "Geb.datum")),
        een("Zorgaanbieder", "Instelling"),
        r["Segment"],
        een("Product", "Voorziening", "Productnaam"),
        _maand(een("Leveringsmaand", "Periode", "Maand")),
        _maand(een("Declaratiemaand", "Declaratieperiode")),
        -abs(centen) if credit else centen,
        credit,
        r.get("Status", "Toegekend"),
        een("Toewijzingnummer", "Beschikkingnummer", "Toewijzing"),
        r.get("Intensiteit", ""),
        r.get("Duur", ""),
        een("Buurt", "Buurtnaam"),
        r["Verwijzer"],
        een("Regelnummer", "Regel-ID", "Regelnr"),
    )


def _maand(tekst: str) -> tuple[int, int]:
    if tekst.isdigit():
        return int(tekst[:4]), int(tekst[4:])
    a, b = tekst.split("-")
    return (int(a), int(b)) if len(a) == 4 else (int(b), int(a))


def _geboren(tekst: str) -> tuple[int, int] | None:
    if tekst in ("", "01-01-1900"):
        return None
    return int(tekst[6:]), int(tekst[3:5])


def zorgmaanden(regels: list[Regel]) -> dict[tuple, list[Regel]]:
    """The granted lines by (client, toewijzing, aanbieder, segment, product, maand), if in care."""
    groepen: dict[tuple, list[Regel]] = defaultdict(list)
    for r in regels:
        if r.status == "Toegekend":
            groepen[r.client, r.toewijzing, r.aanbieder, r.segment, r.product, r.maand].append(r)
    return {s: lijst for s, lijst in groepen.items() if in_zorg(lijst)}


def in_zorg(lijst: list[Regel]) -> bool:
    if lijst[0].product in LUMPSUM_OF_SVB:
        return sum(-1 if r.credit else 1 for r in lijst) > 0
    return sum(r.centen for r in lijst) > 0
