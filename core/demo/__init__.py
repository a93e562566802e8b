"""The demo municipality: a believable, invented Maastricht in the export format.

Seeded: the same call writes the same bytes. It reproduces the two tables of the presentation
exactly and the amounts of 2023 nearly; everything else in it is made up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.demo.aantallen import doel
from core.demo.loopbanen import maak_loopbanen
from core.demo.mensen import maak_mensen
from core.demo.regels import maak_regels
from core.demo.trajecten import maak_zorgmaanden

ZAAD = 935


@dataclass(frozen=True)
class Gemeente:
    """The demo in memory: its lines (core.demo.regels) and its jeugdigen (core.demo.mensen)."""

    regels: pd.DataFrame
    mensen: pd.DataFrame


def maak(schaal: int = 1, zaad: int = ZAAD) -> Gemeente:
    """Make the demo municipality; `schaal` N has N copies of everybody under other numbers."""
    rng = np.random.default_rng(zaad)
    bevolking, leden = maak_loopbanen(rng, doel())
    mensen = maak_mensen(rng, bevolking)
    regels = maak_regels(rng, maak_zorgmaanden(rng, leden, bevolking.geboren))
    return vergroot(Gemeente(regels, mensen), schaal)


def vergroot(gemeente: Gemeente, schaal: int) -> Gemeente:
    """The same municipality N times beside itself. Raises ValueError when `schaal` is below 1."""
    if schaal < 1:
        raise ValueError("de schaal is een geheel getal vanaf 1")
    aantal, hoogste = len(gemeente.mensen), int(gemeente.regels["toewijzing"].max())
    regels = [
        gemeente.regels.assign(
            jeugdige=gemeente.regels["jeugdige"] + k * aantal,
            toewijzing=gemeente.regels["toewijzing"] + k * hoogste,
        )
        for k in range(schaal)
    ]
    mensen = [gemeente.mensen.assign(client=gemeente.mensen["client"] + k * aantal) for k in range(schaal)]
    return Gemeente(pd.concat(regels, ignore_index=True), pd.concat(mensen, ignore_index=True))
