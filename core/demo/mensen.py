"""What the export tells about an invented jeugdige: number, birth, sex and buurt."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.begrippen import BUITEN_GEMEENTE
from core.demo.gegevens import (
    BUITEN,
    BUURT_ONBEKEND,
    BUURTFACTOR,
    EERSTE_MAAND,
    LAATSTE_MAAND,
    VERHUIST,
    WIJKGEBRUIK,
)
from core.demo.loopbanen import Bevolking
from core.referentie import bevolking as inwoners
from core.referentie import buurten

CLIENT_VANAF = 1_000_001
_GEEN_GEBOORTEDATUM = 4


def maak_mensen(rng: np.random.Generator, bevolking: Bevolking) -> pd.DataFrame:
    """One row per jeugdige (by position): client, geboortedatum, geslacht, buurt, buurt_later, verhuist.

    `geboortedatum` is datetime or missing; `buurt_later` holds from maandnummer `verhuist` on
    (0 = never moves); an unknown buurt is empty text.
    """
    aantal = len(bevolking.geboren)
    eerste = pd.DataFrame({"client": rng.permutation(aantal) + CLIENT_VANAF})
    eerste["geboren"] = bevolking.geboren
    eerste["geboortedatum"] = _geboortedatum(rng, bevolking)
    eerste["geslacht"] = rng.choice(["M", "V", "X", ""], aantal, p=[0.545, 0.449, 0.003, 0.003])
    eerste["buurt"] = _adres(rng, aantal)
    verhuist = rng.integers(EERSTE_MAAND + 1, LAATSTE_MAAND + 1, aantal)
    eerste["verhuist"] = np.where(rng.random(aantal) < VERHUIST, verhuist, 0)
    # Who lives elsewhere stays elsewhere here: moving in and out again would be noise.
    binnen = ~eerste["buurt"].isin(["", BUITEN_GEMEENTE])
    eerste["buurt_later"] = np.where(binnen, _adres(rng, aantal), eerste["buurt"])
    return eerste


def _geboortedatum(rng: np.random.Generator, bevolking: Bevolking) -> pd.Series:
    geboren = bevolking.geboren
    maand = pd.to_datetime(pd.DataFrame({"year": geboren // 12, "month": geboren % 12 + 1, "day": 1}))
    datum = maand + pd.to_timedelta(rng.integers(0, 28, len(geboren)), unit="D")
    # Only people who left before 2023: the slide of 2024 knows every age.
    weg = np.flatnonzero(bevolking.laatste_jaar < 2023)
    datum.iloc[rng.choice(weg, _GEEN_GEBOORTEDATUM, replace=False)] = pd.NaT
    return datum


def _adres(rng: np.random.Generator, aantal: int) -> np.ndarray:
    """A buurt for each: by invented inhabitants and use of care; some outside, some unknown."""
    tabel = buurten()
    jeugd = inwoners(demo=True).groupby(["buurtcode", "jaar"])["aantal"].sum().groupby("buurtcode").mean()
    gewicht = tabel["buurtcode"].map(jeugd) * tabel["naam"].map(BUURTFACTOR).fillna(1.0)
    per_wijk = gewicht.groupby(tabel["wijk"]).transform("sum")
    jeugd_wijk = tabel["buurtcode"].map(jeugd).groupby(tabel["wijk"]).transform("sum")
    kans = (gewicht / per_wijk * jeugd_wijk * tabel["wijk"].map(WIJKGEBRUIK)).to_numpy()
    kans = kans / kans.sum() * (1 - BUITEN - BUURT_ONBEKEND)
    namen = [*tabel["naam"], BUITEN_GEMEENTE, ""]
    return rng.choice(namen, aantal, p=[*kans, BUITEN, BUURT_ONBEKEND])
