"""The rules that hide: primary, linked, secondary, and rounding for lezer (privacy.md, 2)."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import Rol
from core.cijfers.tabellen import Kolom, Soort, Tabel
from core.onthulling.tabel import BeveiligdeTabel, Drempels, Herkomst

VERBORGEN = "verborgen"
_DRAAGT_AANTAL = (Soort.EURO_PER, Soort.PER_1000)


def beveilig(
    vraag: Tabel, exact: pd.DataFrame, van: Herkomst, drempels: Drempels | None = None
) -> BeveiligdeTabel:
    """Hide what may not be shown: primary, linked, secondary; then round for lezer."""
    aantallen = [k.naam for k in vraag.kolommen if k.soort is Soort.JEUGDIGEN]
    reden = pd.DataFrame("", index=exact.index, columns=exact.columns, dtype=object)
    for naam in aantallen:
        klein = (exact[naam] > 0) & (exact[naam] < van.drempel)
        reden.loc[klein.fillna(False), naam] = f"<{van.drempel}"
    _dek_af(vraag, exact, reden)
    _verbind(vraag, reden, bedragen_exact=_bedragen_exact(vraag, van))
    if van.rol is Rol.LEZER:
        exact = _rond_af(vraag, exact, (drempels or Drempels()).afronding_lezer)
    return _bevries(vraag, exact, reden, van)


def _bedragen_exact(vraag: Tabel, van: Herkomst) -> bool:
    """Contracts, ceilings and the ledger need exact amounts, so sturing gets them."""
    kenmerk = vraag.persoonlijk or vraag.gebied or van.filter.persoonlijk() or van.filter.gebied()
    return van.rol is not Rol.LEZER and not kenmerk


def _dek_af(vraag: Tabel, exact: pd.DataFrame, reden: pd.DataFrame) -> None:
    """Secondary suppression: no hidden cell may follow from a total and its other parts."""
    for samenhang, mee in vraag.saldo:
        dicht = (reden[list(samenhang)] != "").any(axis=1)
        for kolom in mee:
            reden.loc[dicht & (reden[kolom] == ""), kolom] = VERBORGEN
    for niveau, sleutels in vraag.groepen:
        rijen = exact if not niveau else exact[exact["niveau"] == niveau]
        delen = rijen.groupby(list(sleutels), dropna=False, sort=False) if sleutels else [((), rijen)]
        for _, groep in delen:
            _verberg_tweede(vraag, groep, reden)


def _verberg_tweede(vraag: Tabel, groep: pd.DataFrame, reden: pd.DataFrame) -> None:
    for kolom in (k.naam for k in vraag.kolommen if k.soort is Soort.JEUGDIGEN and not k.volgt):
        dicht = reden.loc[groep.index, kolom] != ""
        if dicht.sum() != 1:
            continue
        over = groep.loc[~dicht, kolom]
        # With nothing else above zero the total itself is the hidden cell, and is hidden too.
        if not (over := over[over > 0]).empty:
            reden.loc[over.idxmin(), kolom] = VERBORGEN


def _verbind(vraag: Tabel, reden: pd.DataFrame, bedragen_exact: bool) -> None:
    """Linked suppression: what is computed from a hidden count goes with it."""
    for kolom in vraag.kolommen:
        if not kolom.volgt or (kolom.soort is Soort.EURO and bedragen_exact):
            continue
        mee = (reden[kolom.volgt] != "") & (reden[kolom.naam] == "")
        reden.loc[mee, kolom.naam] = VERBORGEN


def _rond_af(vraag: Tabel, exact: pd.DataFrame, stap: int) -> pd.DataFrame:
    """Counts to a multiple of `stap`; what is per jeugdige is taken over the rounded count, since
    an exact quotient beside its amount would give the exact count back."""
    rond = exact.copy()
    aantallen = {k.naam for k in vraag.kolommen if k.soort is Soort.JEUGDIGEN}
    for naam in aantallen:
        rond[naam] = (exact[naam] / stap).round() * stap
    for kolom in vraag.kolommen:
        if kolom.volgt in aantallen and kolom.soort in (*_DRAAGT_AANTAL, Soort.PCT):
            factor = (exact[kolom.volgt] / rond[kolom.volgt]).replace([np.inf, -np.inf], np.nan)
            rond[kolom.naam] = exact[kolom.naam] * (factor if kolom.soort is Soort.EURO_PER else 1 / factor)
    return rond


def _bevries(vraag: Tabel, exact: pd.DataFrame, reden: pd.DataFrame, van: Herkomst) -> BeveiligdeTabel:
    namen = [k.naam for k in vraag.kolommen]
    waarden, redenen = [], []
    for rij, waarom in zip(
        exact[namen].itertuples(index=False), reden[namen].itertuples(index=False), strict=True
    ):
        waarden.append(
            tuple(None if w else _cel(k, c) for k, c, w in zip(vraag.kolommen, rij, waarom, strict=True))
        )
        redenen.append(tuple(waarom))
    return BeveiligdeTabel(vraag.naam, vraag.titel, vraag.kolommen, tuple(waarden), tuple(redenen), van)


def _cel(kolom: Kolom, waarde: Any) -> Any:
    if waarde is None or waarde is pd.NA or waarde != waarde:
        return None
    if kolom.soort in (Soort.TEKST, Soort.MAAND):
        return str(waarde)
    if kolom.soort is Soort.JA_NEE:
        return bool(waarde)
    if (
        kolom.soort in (Soort.JAAR, Soort.RANG, Soort.INWONERS)
        or float(waarde).is_integer()
        and kolom.soort is Soort.JEUGDIGEN
    ):
        return int(waarde)
    return float(waarde)
