"""The characteristics of gemeenten that the bundled model may choose from, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from core.inlezen.bijlagen.gebiedscijfers import KENMERK
from core.opmaak import getal
from core.referentie import gebieden
from core.verwacht.schatting import Reeks


@dataclass(frozen=True)
class Kenmerk:
    """One characteristic: where it is found, and what is known about it beforehand.

    `teken`: +1 when more of it goes with more youth care in what is published, -1 when with less,
    0 when nothing is known. `logaritme`: the model takes its logarithm.
    """

    naam: str
    titel: str
    kolom: str
    jaar: int
    eenheid: str = "%"
    teken: int = 0
    logaritme: bool = False


KENMERKEN: dict[str, Kenmerk] = {
    k.naam: k
    for k in (
        Kenmerk("uitkering", "Inwoners met een uitkering", "pct_uitkering_tot_aow_2021", 2021, teken=1, logaritme=True),
        Kenmerk("laag_inkomen", "Huishoudens met een laag inkomen (laagste 40 %)", "pct_huishoudens_laagste_40_inkomen_2020", 2020, teken=1),
        Kenmerk("hoog_inkomen", "Huishoudens met een hoog inkomen (hoogste 20 %)", "pct_huishoudens_hoogste_20_inkomen_2020", 2020, teken=-1),
        Kenmerk("inkomen", "Inkomen per inwoner", "inkomen_per_inwoner_x1000_2020", 2020, "× € 1.000", -1, True),
        Kenmerk("vermogen", "Mediaan vermogen van huishoudens", "mediaan_vermogen_hh_x1000_2021", 2021, "× € 1.000", -1),
        Kenmerk("dichtheid", "Bevolkingsdichtheid", "bevolkingsdichtheid_2021", 2021, "inwoners per km²", logaritme=True),
        Kenmerk("adressen", "Omgevingsadressendichtheid", "omgevingsadressendichtheid_2019", 2019, "adressen per km²", logaritme=True),
        Kenmerk("jong_0_4", "Inwoners van 0-4 jaar", "pct_0_4_jaar_2019", 2019),
        Kenmerk("jong_5_9", "Inwoners van 5-9 jaar", "pct_5_9_jaar_2019", 2019),
        Kenmerk("jong_10_14", "Inwoners van 10-14 jaar", "pct_10_14_jaar_2019", 2019),
        Kenmerk("jong_15_19", "Inwoners van 15-19 jaar", "pct_15_19_jaar_2019", 2019),
        Kenmerk("jong_20_24", "Inwoners van 20-24 jaar", "pct_20_24_jaar_2019", 2019),
        Kenmerk("ouder_65", "Inwoners van 65 jaar en ouder", "pct_65plus_2021", 2021),
    )
}  # fmt: skip
"""Of these, `core.verwacht.vormen` names the chosen ones; docs/model_verwacht.md says why."""

NIET_GEVRAAGD: dict[str, str] = {
    "besteedbaar en gestandaardiseerd inkomen van huishoudens": "onbekend voor zes gemeenten",
    "herkomst van inwoners": "gevoelig, en geen kenmerk waarop een gemeente kan sturen",
    "eenouderhuishoudens, kinderen in armoede of bijstand, speciaal onderwijs": (
        "de bekendste voorspellers, maar niet meegeleverd: haal ze bij het CBS op of lees ze in"
    ),
}
"""What is known to matter or could be had but is not among the candidates, and why."""


def waarden(naam: str) -> Reeks:
    """The values of a characteristic over the gemeenten as the model uses them; NaN = unknown."""
    kenmerk = KENMERKEN[naam]
    ruw = _tabel()[kenmerk.kolom].to_numpy(float)
    return np.log(ruw) if kenmerk.logaritme else ruw


def titel(naam: str) -> str:
    """A characteristic (or another step of an expectation) as a reader sees it; an own one by its own name."""
    if naam in KENMERKEN:
        return KENMERKEN[naam].titel
    return naam.removeprefix(KENMERK).replace("_", " ").capitalize()


def in_eenheid(naam: str, waarde: float) -> str:
    """A value as the model uses it, in the units in which it was published: `16,2 %`."""
    kenmerk = KENMERKEN.get(naam)
    if kenmerk is None:
        return getal(waarde, 1)
    gewoon = float(np.exp(waarde)) if kenmerk.logaritme else waarde
    return f"{getal(gewoon, 1 if gewoon < 100 else 0)} {kenmerk.eenheid}"


@cache
def _tabel() -> pd.DataFrame:
    return gebieden.kenmerken().set_index("gemeentecode").loc[list(gebieden.gemeentenamen())]
