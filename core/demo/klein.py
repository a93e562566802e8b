"""The small export in `data/voorbeeld`: forty invented jeugdigen, nine months, one file."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.begrippen import maandnummer
from core.demo import ZAAD, Gemeente, maak
from core.demo.gegevens import LAATSTE_MAAND
from core.demo.schrijf import BESTANDEN, kolommen, naar_csv

NAAM = "export_klein.csv"
_JEUGDIGEN = 40
_VANAF = maandnummer(2023, 6)


def kleine_export(gemeente: Gemeente) -> Gemeente:
    """The ZIN lines of forty jeugdigen who were in care in the last month, June 2023 and later."""
    zin = gemeente.regels[(gemeente.regels["bestand"] == "ZIN") & (gemeente.regels["maand"] >= _VANAF)]
    laatst = np.sort(zin.loc[zin["maand"] == LAATSTE_MAAND, "jeugdige"].unique())
    gekozen = np.random.default_rng(ZAAD).choice(laatst, _JEUGDIGEN, replace=False)
    return Gemeente(zin[zin["jeugdige"].isin(gekozen)], gemeente.mensen)


def schrijf_klein(map_: Path, gemeente: Gemeente | None = None) -> Path:
    """Write the small export of the demo (made when not given) into a folder."""
    klein = kleine_export(gemeente or maak())
    pad = map_ / NAAM
    naar_csv(kolommen(klein.regels, klein.mensen, BESTANDEN[0]), pad, BESTANDEN[0].codering)
    return pad
