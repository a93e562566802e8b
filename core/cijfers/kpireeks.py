"""What a KPI is measured by: arrangementen, jeugdigen, their share and kosten, per month or quarter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.cijfers import maandtelling
from core.cijfers.arrangementen import startmaanden
from core.cijfers.kwartalen import hele_kwartalen
from core.cijfers.selectie import (
    HEEL_JAAR,
    Per,
    Selectie,
    maanden_als_tekst,
    maanden_van,
    selecteer,
)
from core.cijfers.tellen import groepeer
from core.cijfers.volledigheid import van_selectie, voorlopig_vanaf
from core.database import Database
from core.filters import DIMENSIES, Filter
from core.opmaak import kwartaal_kort

Perioden = list[tuple[int, ...]]
"""The maandnummers of each row."""

_PER_KWARTAAL = np.array(
    [sum(1 << 3 * k for k in range(4) if bits >> 3 * k & 7) for bits in range(HEEL_JAAR + 1)]
)
"""Of every set of months the quarters they lie in, each as the bit of its first month."""


def geheel(f: Filter) -> Filter | None:
    """The same selection without attributes of persons: what a share is of. None when it has none."""
    if not f.persoonlijk():
        return None
    weg: dict[str, tuple[str, ...]] = {naam: () for naam, d in DIMENSIES.items() if d.persoonlijk}
    return f.met(**weg)


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """The measures of a KPI in each month of the period, also months with none; see `_tabel`.

    An age is that at the end of the month.
    """
    maanden = maanden_van(db, f)
    tabel = _tabel(db, f, [(m,) for m in maanden])
    tabel.insert(0, "maand", maanden_als_tekst(np.array(maanden, dtype=np.int64)))
    tabel.insert(1, "kwartaal", pd.Series([kwartaal_kort(m // 3) for m in maanden], dtype=object))
    return tabel


def per_kwartaal(db: Database, f: Filter) -> pd.DataFrame:
    """The same per quarter of which all three months are in the period; jeugdigen and arrangementen are unique in it.

    gemiddeld_in_zorg: the mean of the numbers of unieke jeugdigen of its three months.
    """
    kwartalen = hele_kwartalen(maanden_van(db, f))
    perioden: Perioden = [(3 * k, 3 * k + 1, 3 * k + 2) for k in kwartalen]
    tabel = _tabel(db, f, perioden)
    tabel.insert(0, "kwartaal", pd.Series([kwartaal_kort(k) for k in kwartalen], dtype=object))
    alles = groepeer(_selectie(db, f, perioden))
    maanden = [m for periode in perioden for m in periode]
    aantallen = maandtelling.jeugdigen(alles, maanden).reshape(-1, 3)
    tabel.insert(tabel.columns.get_loc("volledigheid"), "gemiddeld_in_zorg", aantallen.mean(axis=1))
    tabel["per_volledige_maand"] = aantallen.tolist()
    return tabel


@dataclass(frozen=True)
class _Telling:
    """Counts and sums of a selection per period."""

    selectie: Selectie
    perioden: Perioden

    def aantal(self, wie: str, zorg: np.ndarray) -> np.ndarray:
        """How many different values of a column have a bit of `zorg` (months, per row) in each period."""
        s = self.selectie
        telt = np.flatnonzero((zorg != 0) & (s[wie] >= 0))
        bits = zorg[telt].astype(np.int64)
        if any(len(periode) > 1 for periode in self.perioden):
            bits = _PER_KWARTAAL[bits]
        sleutel = s[wie][telt].astype(np.int64) << 12 | s["jaar"][telt]
        volgorde = np.argsort(sleutel, kind="stable")
        sleutel = sleutel[volgorde]
        plek = np.flatnonzero(np.diff(sleutel, prepend=-1))
        samen = np.bitwise_or.reduceat(bits[volgorde], plek) if len(plek) else bits
        jaar = sleutel[plek] & 0xFFF
        return np.array(
            [(samen[jaar == p[0] // 12] >> p[0] % 12 & 1).sum() for p in self.perioden], dtype=np.int64
        )

    def kosten(self) -> np.ndarray:
        """Kosten in euros in each period."""
        maanden = [m for periode in self.perioden for m in periode]
        per_maand = maandtelling.kosten(groepeer(self.selectie), maanden)[0]
        uit: np.ndarray = per_maand.reshape(len(self.perioden), -1).sum(axis=1) if maanden else per_maand
        return uit


def _selectie(db: Database, f: Filter, perioden: Perioden) -> Selectie:
    return selecteer(db, f, Per.MAAND, maanden=[m for periode in perioden for m in periode])


def _tabel(db: Database, f: Filter, perioden: Perioden) -> pd.DataFrame:
    """A row per period: arrangementen in care and gestart, unieke jeugdigen and their share, kosten in euros.

    `gestart`: by `startmaanden`; null in a period that holds the first month of the data. `geheel` and
    `overig`: jeugdigen of the selection without attributes of persons, and those of them who are not in
    the selection itself; null, as the share, without such an attribute. kosten_per_jeugdige is null
    without jeugdigen and where all is lumpsum or svb. `volledigheid` (0-100) is that of the segments.
    """
    selectie = _selectie(db, f, perioden)
    telling = _Telling(selectie, perioden)
    jeugdigen, alle = telling.aantal("jeugdige", selectie["zorg"]), _van_geheel(db, f, perioden)
    kosten, gedeclareerd = telling.kosten(), selectie.kolommen.product["gedeclareerd"].to_numpy()
    prijs = _quotient(kosten, jeugdigen)
    return pd.DataFrame(
        {
            "arrangementen": telling.aantal("toewijzing", selectie["zorg"]),
            "gestart": _gestart(db, telling),
            "jeugdigen": jeugdigen,
            "overig": alle - jeugdigen,
            "geheel": alle,
            "aandeel_geheel": _quotient(100 * jeugdigen, alle),
            "kosten": kosten,
            "kosten_per_jeugdige": prijs if gedeclareerd[selectie["product"]].any() else np.nan,
            "volledigheid": van_selectie(db, f, perioden),
            "voorlopig": np.array([p[-1] for p in perioden], dtype=np.int64) >= voorlopig_vanaf(db, f),
        }
    )


def _quotient(teller: np.ndarray, noemer: np.ndarray) -> np.ndarray:
    """NaN where there is nothing to divide by."""
    uit: np.ndarray = np.divide(teller, noemer, out=np.full(len(teller), np.nan), where=noemer > 0)
    return uit


def _gestart(db: Database, telling: _Telling) -> np.ndarray:
    s = telling.selectie
    uit = telling.aantal("toewijzing", startmaanden(db)[s.rijen] & s["zorg"]).astype(np.float64)
    uit[[db.stand.eerste_maand in periode for periode in telling.perioden]] = np.nan
    return uit


def _van_geheel(db: Database, f: Filter, perioden: Perioden) -> np.ndarray:
    ruim = geheel(f)
    if ruim is None:
        return np.full(len(perioden), np.nan)
    selectie = _selectie(db, ruim, perioden)
    return _Telling(selectie, perioden).aantal("jeugdige", selectie["zorg"]).astype(np.float64)
