"""An expectation of others (NJi, SCP) in the place of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import isnan

from core.referentie.gebieden import gebied
from core.verwacht.ingelezen import Regel
from core.verwacht.model import Gebieden
from core.verwacht.ventielen import ventielen
from core.verwacht.vergelijk import Gebiedscijfer

BEKEND_VOOR = 0.9
"""The part of the jeugdigen of a group whose gemeenten must have an expectation before it is summed."""


def met_opgave(
    eigen: Mapping[str, Gebiedscijfer],
    gemeenten: Gebieden,
    opgave: Mapping[str, Regel],
    gebruik: Mapping[str, Regel],
) -> dict[str, Gebiedscijfer]:
    """The figures of our own model (`eigen`, every area) with the expectation of `opgave` instead.

    `gebruik` is the actual use that was read in; of gemeenten it is in `gemeenten` already.

    No interval: others do not publish one. An area of which nothing was given has no expectation;
    a group is its own row, or else the sum of its gemeenten when those with an expectation hold at
    least BEKEND_VOOR of its jeugdigen.
    """
    los = {}
    for code, noemer, deel in zip(gemeenten.codes, gemeenten.noemer, gemeenten.deel, strict=True):
        verwacht = opgave[code].waarde if code in opgave else None
        werkelijk = None if isnan(deel) else float(100 * deel)
        los[code] = Gebiedscijfer(code, eigen[code].naam, werkelijk, verwacht, None, None, float(noemer))
    alles = {
        code: los.get(code) or _groep(c, los, opgave.get(code), gebruik.get(code))
        for code, c in eigen.items()
    }
    nummers = ventielen({code: v for code, c in los.items() if (v := c.verschil_pp) is not None})
    return {code: replace(c, ventiel=nummers.get(code)) for code, c in alles.items()}


def _groep(
    eigen: Gebiedscijfer, los: Mapping[str, Gebiedscijfer], regel: Regel | None, gebruik: Regel | None
) -> Gebiedscijfer:
    leden = [los[c] for c in gebied(eigen.code).gemeenten if c in los]
    vol = [c for c in leden if c.verschil_pp is not None]
    som = sum(c.noemer for c in vol)
    zonder = tuple(c.naam for c in leden if c not in vol)
    werkelijk, verwacht, noemer = eigen.werkelijk_pct, None, eigen.noemer
    if vol and som >= BEKEND_VOOR * sum(c.noemer for c in leden):
        werkelijk = 100 * sum(c.gebruikers or 0.0 for c in vol) / som
        verwacht, noemer = 100 * sum(c.verwacht_aantal or 0.0 for c in vol) / som, som
    if gebruik is not None:
        werkelijk = gebruik.waarde if gebruik.waarde is not None else werkelijk
        noemer = gebruik.noemer or noemer
    if regel is not None:
        verwacht, zonder = regel.waarde, ()
        noemer = noemer or sum(c.noemer for c in leden)
    return Gebiedscijfer(eigen.code, eigen.naam, werkelijk, verwacht, None, None, noemer, zonder=zonder)
