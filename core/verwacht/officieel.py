"""An expectation of others (NJi, SCP) in the place of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.referentie.gebieden import gebied
from core.verwacht.ingelezen import Gebiedsregel
from core.verwacht.model import Gebieden
from core.verwacht.ventielen import ventielen
from core.verwacht.vergelijk import Gebiedscijfer

BEKEND_VOOR = 0.9
"""The part of the jeugdigen of a group whose gemeenten must have an expectation before it is summed."""


def met_opgave(
    eigen: Mapping[str, Gebiedscijfer], gemeenten: Gebieden, opgave: Mapping[str, Gebiedsregel]
) -> dict[str, Gebiedscijfer]:
    """The figures of our own model (`eigen`, every area) with the expectation of `opgave` instead.

    No interval: others do not publish one. An area of which nothing was given has no expectation;
    a group is its own row, or else the sum of its gemeenten when those with an expectation hold at
    least BEKEND_VOOR of its jeugdigen.
    """
    los = {
        code: _gemeente(eigen[code], opgave.get(code), float(noemer))
        for code, noemer in zip(gemeenten.codes, gemeenten.noemer, strict=True)
    }
    alles = {code: los.get(code) or _groep(c, los, opgave.get(code)) for code, c in eigen.items()}
    nummers = ventielen({code: v for code, c in los.items() if (v := c.verschil_pp) is not None})
    return {code: replace(c, ventiel=nummers.get(code)) for code, c in alles.items()}


def _gemeente(eigen: Gebiedscijfer, regel: Gebiedsregel | None, noemer: float) -> Gebiedscijfer:
    """A gemeente that our own model had to leave out still has what was given of it."""
    verwacht = regel.verwacht_pct if regel else None
    werkelijk = regel.werkelijk_pct if regel and regel.werkelijk_pct is not None else eigen.werkelijk_pct
    return Gebiedscijfer(eigen.code, eigen.naam, werkelijk, verwacht, None, None, noemer)


def _groep(
    eigen: Gebiedscijfer, los: Mapping[str, Gebiedscijfer], regel: Gebiedsregel | None
) -> Gebiedscijfer:
    leden = [los[c] for c in gebied(eigen.code).gemeenten if c in los]
    vol = [c for c in leden if c.verschil_pp is not None]
    som = sum(c.noemer for c in vol)
    zonder = tuple(c.naam for c in leden if c not in vol)
    werkelijk, verwacht, noemer = eigen.werkelijk_pct, None, eigen.noemer
    if vol and som >= BEKEND_VOOR * sum(c.noemer for c in leden):
        werkelijk = 100 * sum(c.gebruikers or 0.0 for c in vol) / som
        verwacht, noemer = 100 * sum(c.verwacht_aantal or 0.0 for c in vol) / som, som
    if regel is not None:
        verwacht, zonder = regel.verwacht_pct, ()
        werkelijk = regel.werkelijk_pct if regel.werkelijk_pct is not None else werkelijk
        noemer = regel.noemer or noemer or sum(c.noemer for c in leden)
    return Gebiedscijfer(eigen.code, eigen.naam, werkelijk, verwacht, None, None, noemer, zonder=zonder)
