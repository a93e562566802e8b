"""Lines of three years at five aanbieders, of which one suddenly has many more jeugdigen."""

from __future__ import annotations

from typing import Any

from core.begrippen import maandnummer
from core.opmaak import maand_iso

SPRONG = "Adelante"
KLEIN = "Praktijk Klein"


def met_sprong(hoeveel: int = 60) -> list[dict[str, Any]]:
    """Each month 30 or 31 jeugdigen per aanbieder, and `hoeveel` at one of them from October 2023 on.

    A sixth aanbieder has 3 in every month.
    """
    uit: list[dict[str, Any]] = []
    for maand in range(maandnummer(2021, 1), maandnummer(2024, 1)):
        wissel = maand // 3 % 2
        for naam in (SPRONG, "Accare", "Mutsaers", "Xonar", "Zuyd"):
            gesprongen = naam == SPRONG and maand >= maandnummer(2023, 10)
            uit += _maand(naam, maand, hoeveel if gesprongen else 30 + (wissel if naam < "N" else 1 - wissel))
        uit += _maand(KLEIN, maand, 3)
    return uit


def _maand(aanbieder: str, maand: int, hoeveel: int) -> list[dict[str, Any]]:
    return [
        {"aanbieder": aanbieder, "jeugdige": f"{aanbieder}{n}", "leveringsmaand": maand_iso(maand)}
        for n in range(hoeveel)
    ]
