"""The rules that hide: primary, linked, secondary, and rounding for lezer (privacy.md, 2).

In plain Python over columns as lists: the tables are small, and frames cost more time here than
the question itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import Rol
from core.cijfers.dominantie import DOMINANT
from core.cijfers.tabellen import Kolom, Soort, Tabel
from core.onthulling.tabel import BeveiligdeTabel, Drempels, Herkomst
from core.onthulling.tweede import VERBORGEN, Blad, dek_groepen_af, omhoog

_DRAAGT_AANTAL = (Soort.EURO_PER, Soort.PER_1000, Soort.PCT)
"""Kinds that are a quotient of a count: exact, they would give exact counts back beside rounded ones."""


def beveilig(
    vraag: Tabel, exact: pd.DataFrame, van: Herkomst, drempels: Drempels | None = None
) -> BeveiligdeTabel:
    """Hide what may not be shown: primary, secondary, linked; then round for lezer."""
    blad, bedragen_exact = _blad(vraag, exact), zijn_bedragen_exact(vraag, van)
    for naam in blad.namen(Soort.JEUGDIGEN):
        for rij, aantal in enumerate(blad.cellen[naam]):
            if aantal is not None and 0 < aantal < van.drempel:
                blad.verberg(naam, rij, f"<{van.drempel}")
    if not bedragen_exact:
        for rij, van_een in enumerate(blad.naast.get(DOMINANT, ())):
            if van_een:
                blad.verberg_bedragen(rij)
    _dek_saldo_af(blad)
    if vraag.optelbaar:
        dek_groepen_af(blad, blad.namen(Soort.JEUGDIGEN), vraag.groepen)
    _dek_delen_af(blad, van.drempel, bedragen_exact)
    _verbind(blad, bedragen_exact)
    dek_groepen_af(blad, [k.naam for k in vraag.kolommen if k.optelbaar], omhoog(vraag))
    if not bedragen_exact:
        dek_groepen_af(blad, blad.namen(Soort.EURO), (*vraag.groepen, *vraag.bedraggroepen))
    _dek_volgorde_af(blad)
    if van.rol is Rol.LEZER or van.buiten:
        van = replace(van, afgerond=(drempels or Drempels()).afronding_lezer)
        _rond_af(blad, van.afgerond)
    return _bevries(blad, van)


def _blad(vraag: Tabel, exact: pd.DataFrame) -> Blad:
    # All columns at once: one by one they cost more than what is done with them.
    alle = exact.to_numpy(dtype=object)
    bekend = np.where(pd.isna(alle), np.array(None, dtype=object), alle)
    kolommen = dict(zip(map(str, exact.columns), bekend.T.tolist(), strict=True))
    cellen = {k.naam: kolommen[k.naam] for k in vraag.kolommen}
    naast = {naam: kolom for naam, kolom in kolommen.items() if naam not in cellen}
    return Blad(vraag, cellen, naast, {naam: [""] * len(exact) for naam in cellen}, list(range(len(exact))))


def zijn_bedragen_exact(vraag: Tabel, van: Herkomst) -> bool:
    """Contracts, ceilings and the ledger need exact amounts, so sturing gets them."""
    kenmerk = vraag.persoonlijk or vraag.gebied or van.filter.persoonlijk() or van.filter.gebied()
    return van.rol is not Rol.LEZER and not kenmerk


def _dek_saldo_af(blad: Blad) -> None:
    """In a row that must balance, one hidden cell alone would follow from the others."""
    for samenhang, mee in blad.vraag.saldo:
        for rij in {rij for kolom in samenhang for rij in blad.dichte(kolom)}:
            for kolom in mee:
                blad.verberg(kolom, rij)


def _dek_volgorde_af(blad: Blad) -> None:
    """Take a hidden amount out of the order of size, and what counts on past it."""
    dicht = [r != "" for r in blad.reden.get("kosten", [])]
    if not blad.vraag.op_grootte or not any(dicht):
        return
    op_naam = sorted(blad.orde, key=lambda rij: blad.cellen["aanbieder"][rij])
    if not blad.vraag.loopt_op:
        blad.orde = op_naam
        return
    for rij in range(dicht.index(True), len(dicht)):
        for naam in blad.vraag.loopt_op:
            blad.reden[naam][rij] = VERBORGEN
    # One row per aanbieder: the hidden ones go last, by name.
    blad.orde = [rij for rij in blad.orde if not dicht[rij]] + [rij for rij in op_naam if dicht[rij]]


def _dek_delen_af(blad: Blad, drempel: int, bedragen_exact: bool) -> None:
    """Hide what is made of counts of which just one is too small: beside the others it would give that one."""
    for kolom in blad.vraag.kolommen:
        if not kolom.rust_op or (kolom.soort is Soort.EURO and bedragen_exact):
            continue
        for rij, delen in enumerate(blad.naast.get(kolom.rust_op, ())):
            if sum(0 < deel < drempel for deel in delen) == 1:
                blad.verberg(kolom.naam, rij)


def _verbind(blad: Blad, bedragen_exact: bool) -> None:
    """Linked suppression: what is computed from a hidden count goes with it."""
    volgt = [k for k in blad.vraag.kolommen if k.volgt and not (k.soort is Soort.EURO and bedragen_exact)]
    for kolom in sorted(volgt, key=lambda k: _diepte(blad.vraag, k)):
        for rij in blad.dichte(kolom.volgt):
            blad.verberg(kolom.naam, rij)


def _diepte(vraag: Tabel, kolom: Kolom) -> int:
    """How many columns one goes with, through each other: what it follows is decided before it, wherever it stands."""
    return 1 + _diepte(vraag, vraag.kolom(kolom.volgt)) if kolom.volgt else 0


def _rond_af(blad: Blad, stap: int) -> None:
    """Counts to a multiple of `stap`, and what is a quotient of counts computed again from rounded ones."""
    exact = {naam: blad.cellen[naam] for naam in blad.namen(Soort.JEUGDIGEN)}
    for naam, cellen in exact.items():
        blad.cellen[naam] = [None if c is None else _veelvoud(c, stap) for c in cellen]
    for kolom in blad.vraag.kolommen:
        if kolom.volgt in exact and kolom.soort in _DRAAGT_AANTAL:
            blad.cellen[kolom.naam] = [
                waarde and _quotient(blad, kolom.soort, rij, (waarde, exact[kolom.volgt][rij]), stap)
                for rij, waarde in enumerate(blad.cellen[kolom.naam])
            ]
    _herreken(blad)


def _veelvoud(aantal: float, stap: int) -> int:
    return round(aantal / stap) * stap


def _quotient(
    blad: Blad, soort: Soort, rij: int, exact: tuple[float, float | None], stap: int
) -> float | None:
    """A quotient (`exact`: itself and the count it goes with) of which the counts are rounded.

    The counts that the table does not show (the whole of a share, zorgmaanden, who is under 18)
    follow from it, and so are rounded like those that it does show. None when nothing is left.
    """
    waarde, aantal = exact
    if soort is Soort.PER_1000:
        inwoners = blad.cellen[blad.namen(Soort.INWONERS)[0]][rij]
        return 1000 * _veelvoud(waarde * inwoners / 1000, stap) / inwoners if inwoners else None
    if not aantal:
        return None
    kosten = blad.cellen.get("kosten")
    teller = 100 * aantal if soort is Soort.PCT else kosten[rij] if kosten else waarde * aantal
    noemer = _veelvoud(teller / waarde, stap)
    if not noemer:
        return None
    return 100 * _veelvoud(aantal, stap) / noemer if soort is Soort.PCT else teller / noemer


def _herreken(blad: Blad) -> None:
    if blad.vraag.herreken is None:
        return
    for rij in blad.orde:
        cellen = {naam: kolom[rij] for naam, kolom in blad.cellen.items()}
        for naam, waarde in blad.vraag.herreken(cellen).items():
            blad.cellen[naam][rij] = waarde


def _bevries(blad: Blad, van: Herkomst) -> BeveiligdeTabel:
    kolommen = blad.vraag.kolommen
    waarden = [_vrij(blad, k) for k in kolommen]
    redenen = [blad.reden[k.naam] for k in kolommen]
    if blad.orde != [*range(len(blad.orde))]:
        waarden, redenen = (
            [[kolom[rij] for rij in blad.orde] for kolom in deel] for deel in (waarden, redenen)
        )
    rijen, reden = tuple(zip(*waarden, strict=True)), tuple(zip(*redenen, strict=True))
    return BeveiligdeTabel(blad.vraag.naam, blad.vraag.titel, kolommen, rijen, reden, van)


def _vrij(blad: Blad, kolom: Kolom) -> list[Any]:
    """The cells of a column that are not hidden, in the form of its kind; the others None. In the order of the answer."""
    vorm, cellen, reden = _VORM.get(kolom.soort, float), blad.cellen[kolom.naam], blad.reden[kolom.naam]
    if any(reden) or None in cellen:
        return [None if r or w is None else vorm(w) for w, r in zip(cellen, reden, strict=True)]
    return list(map(vorm, cellen))


def _aantal(waarde: Any) -> float:
    if type(waarde) is int:  # what nearly every count is already
        return waarde
    return int(waarde) if float(waarde).is_integer() else float(waarde)


_VORM: dict[Soort, Callable[[Any], Any]] = {
    Soort.TEKST: str, Soort.MAAND: str, Soort.JA_NEE: bool, Soort.JEUGDIGEN: _aantal, Soort.JAAR: int,
    Soort.RANG: int, Soort.INWONERS: int, Soort.AANTAL: int,
}  # fmt: skip
"""What the cells of a kind are made; all others a float."""
