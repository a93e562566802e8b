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
    """Hide what may not be shown: primary, secondary, linked; then round for lezer."""
    reden = pd.DataFrame("", index=exact.index, columns=exact.columns, dtype=object)
    for naam in _namen(vraag, Soort.JEUGDIGEN):
        klein = (exact[naam] > 0) & (exact[naam] < van.drempel)
        reden.loc[klein.fillna(False).astype(bool), naam] = f"<{van.drempel}"
    _dek_saldo_af(vraag, reden)
    if vraag.optelbaar:
        _dek_groepen_af(vraag, exact, reden, _namen(vraag, Soort.JEUGDIGEN))
    bedragen_exact = _bedragen_exact(vraag, van)
    _verbind(vraag, reden, bedragen_exact)
    if not bedragen_exact:
        _dek_groepen_af(vraag, exact, reden, _namen(vraag, Soort.EURO))
    exact, reden = _dek_volgorde_af(vraag, exact, reden)
    if van.rol is Rol.LEZER or van.buiten:
        exact = _rond_af(vraag, exact, (drempels or Drempels()).afronding_lezer)
    return _bevries(vraag, exact, reden, van)


def _namen(vraag: Tabel, *soorten: Soort) -> list[str]:
    return [k.naam for k in vraag.kolommen if k.soort in soorten]


def _bedragen_exact(vraag: Tabel, van: Herkomst) -> bool:
    """Contracts, ceilings and the ledger need exact amounts, so sturing gets them."""
    kenmerk = vraag.persoonlijk or vraag.gebied or van.filter.persoonlijk() or van.filter.gebied()
    return van.rol is not Rol.LEZER and not kenmerk


def _dek_saldo_af(vraag: Tabel, reden: pd.DataFrame) -> None:
    """In a row that must balance, one hidden cell alone would follow from the others."""
    for samenhang, mee in vraag.saldo:
        dicht = (reden[list(samenhang)] != "").any(axis=1)
        for kolom in mee:
            reden.loc[dicht & (reden[kolom] == ""), kolom] = VERBORGEN


def _dek_groepen_af(vraag: Tabel, exact: pd.DataFrame, reden: pd.DataFrame, kolommen: list[str]) -> None:
    """In a group with a known total, one hidden cell alone would follow: the next smallest goes too."""
    voor = -1
    # What is hidden in a row may leave one hidden cell alone in its column, and so on.
    while voor != (voor := int((reden != "").to_numpy().sum())):
        for niveau, sleutels in vraag.groepen:
            rijen = exact if not niveau else exact[exact["niveau"] == niveau]
            delen = rijen.groupby(list(sleutels), dropna=False, sort=False) if sleutels else [((), rijen)]
            for _, groep in delen:
                for kolom in kolommen:
                    _verberg_tweede(vraag, groep[kolom], reden)
        if len(vraag.groepen) < 2:
            break


def _verberg_tweede(vraag: Tabel, groep: pd.Series, reden: pd.DataFrame) -> None:
    kolom = str(groep.name)
    dicht = reden.loc[groep.index, kolom] != ""
    over = groep[~dicht & (groep != 0) & groep.notna()]
    # With nothing else in the group the total itself is the hidden cell, and is hidden too.
    if dicht.sum() != 1 or over.empty:
        return
    rij = over.abs().idxmin()
    reden.loc[rij, kolom] = VERBORGEN
    if vraag.kolom(kolom).soort is Soort.EURO:  # an amount follows from its quotients as well
        for naam in _namen(vraag, Soort.EURO_PER, Soort.PCT):
            reden.loc[rij, naam] = reden.loc[rij, naam] or VERBORGEN


def _dek_volgorde_af(
    vraag: Tabel, exact: pd.DataFrame, reden: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Take a hidden amount out of the order of size, and what counts on past it."""
    if not vraag.op_grootte or not (dicht := reden["kosten"] != "").any():
        return exact, reden
    op_naam = exact["aanbieder"].argsort(kind="stable")
    if vraag.loopt_op:  # one row per aanbieder: the hidden ones go last, by name
        reden.loc[dicht.cummax(), list(vraag.loopt_op)] = VERBORGEN
        orde = [n for n in range(len(exact)) if not dicht.iloc[n]] + [n for n in op_naam if dicht.iloc[n]]
    else:
        orde = list(op_naam)
    return exact.iloc[orde], reden.iloc[orde]


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
