"""The picture of one form of youth care in one year: every gemeente, and every group of them.

The figures that came with the app are those of 2022 with our own model. What a person read in
takes their place: an expectation of others, newer use, more characteristics to choose from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from core.opmaak import opsomming
from core.referentie.gebieden import (
    BRON_JEUGDZORG,
    BRON_KENMERKEN,
    JAAR,
    Gebied,
    Gebiedssoort,
    gebied,
    gebieden,
)
from core.verwacht.bijdragen import Opbouw, gelijkend, opbouw, opbouw_samen, plek
from core.verwacht.ingelezen import NIETS, Ingelezen, Regel, bronnen
from core.verwacht.kaart import Modelkaart, modelkaart
from core.verwacht.kenmerken import KENMERKEN
from core.verwacht.keuze import Stap, kies
from core.verwacht.model import LABEL, Gebieden, Uitkomst, bereken
from core.verwacht.officieel import met_opgave
from core.verwacht.regio import regio_pp, regioeffect
from core.verwacht.schatting import Reeks
from core.verwacht.vergelijk import Gebiedscijfer, cijfers, groep
from core.verwacht.vormen import Vorm, gemeenten

BEKEND_VOOR = 0.9
"""The part of the gemeenten for which an own characteristic must be known to join the candidates."""

GENOEG_OM_TE_KIEZEN = 100
"""Gemeenten with a known use; on fewer the choice of characteristics would be chance."""
INGELEZEN_NOEMER = "Werkelijk gebruik en aantallen jeugdigen zijn ingelezen; waar geen aantal is gegeven, is dat van 2022 gebruikt."


@dataclass(frozen=True, eq=False)
class Beeld:
    """Actual beside expected of one form in one year, by code of the area.

    `model` is our own, also when the expectation was read in (`ingelezen`): what areas look like
    each other does not depend on who expects. `noemer` says in Dutch whom the percentages are of and
    how their number was had. `gekozen` says which characteristics were chosen
    when a person read in more of them. `meldingen`: what could not be done, in Dutch.
    """

    vorm: Vorm
    jaar: int
    cijfers: Mapping[str, Gebiedscijfer]
    model: Uitkomst
    bron: str
    bron_kenmerken: str
    noemer: str
    bron_verwacht: str = LABEL
    ingelezen: bool = False
    gekozen: tuple[Stap, ...] = ()
    meldingen: tuple[str, ...] = ()

    def van(self, code: str) -> Gebiedscijfer:
        """One area of any kind; None for every figure that is unknown. Raises KeyError for an unknown code."""
        return self.cijfers[code]

    def per_soort(self, soort: Gebiedssoort) -> tuple[Gebiedscijfer, ...]:
        """Every area of a kind, by name."""
        return tuple(self.cijfers[g.code] for g in gebieden() if g.soort is soort)

    def gemeenten(self) -> tuple[Gebiedscijfer, ...]:
        """Every gemeente that has an expectation or a use, by name."""
        alle = self.per_soort(Gebiedssoort.GEMEENTE)
        return tuple(c for c in alle if (c.werkelijk_pct, c.verwacht_pct) != (None, None))

    @cached_property
    def kaart(self) -> Modelkaart:
        """How well our own model does."""
        return modelkaart(self.model, f"{self.bron}; {self.bron_kenmerken}", self.jaar)

    def opbouw(self, code: str) -> Opbouw | None:
        """Why this expectation; None when it was read in, or there is none."""
        if self.ingelezen or self.van(code).verwacht_pct is None:
            return None
        # A gemeente of unknown use has an expectation, though it counts in no group.
        return (
            opbouw(self.model, code)
            if code in self.model.plaats
            else opbouw_samen(self.model, gebied(code).gemeenten)
        )

    def gelijkend(self, code: str, aantal: int = 10) -> tuple[str, ...]:
        """The areas of the same kind that are most like this one in the characteristics of the model."""
        return gelijkend(_plekken(self.model, gebied(code).soort), code, aantal)

    def regio_pp(self, code: str) -> float | None:
        """How many percentage points of the difference hold for the whole jeugdregio; None = not to say.

        Of a gemeente or a jeugdregio; other areas lie in several of them.
        """
        effect, deel = regioeffect(self.model), gebied(code)
        if self.ingelezen or effect is None or deel.soort not in _MET_REGIO:
            return None
        mee = [c for c in deel.gemeenten if c in self.model.plaats]
        noemer = np.array([self.model.gebieden.noemer[self.model.plaats[c]] for c in mee])
        pp = np.array([regio_pp(self.model, effect, c) for c in mee])
        return float(noemer @ pp / noemer.sum()) if mee else None


@lru_cache(maxsize=64)
def _plekken(model: Uitkomst, soort: Gebiedssoort) -> dict[str, Reeks]:
    """Where the areas of a kind lie in the characteristics; those that lie nowhere are left out."""
    deze = (g for g in gebieden() if g.soort is soort)
    return {g.code: p for g in deze if (p := plek(model, g.gemeenten)) is not None}


_MET_REGIO = (Gebiedssoort.GEMEENTE, Gebiedssoort.JEUGDREGIO)


def jaren(vorm: Vorm, ingelezen: Ingelezen = NIETS) -> tuple[int, ...]:
    """The years of which there is a picture of this form, newest first."""
    return tuple(sorted({JAAR} | ingelezen.jaren(vorm), reverse=True))


@lru_cache(maxsize=32)
def beeld(vorm: Vorm, jaar: int = JAAR, ingelezen: Ingelezen = NIETS) -> Beeld:
    """The picture of one form and year; a tenth of a second, once per process and per reading in."""
    gebieden_, gekozen, meldingen = _invoer(vorm, jaar, ingelezen)
    model = bereken(gebieden_)
    los = {c.code: c for c in cijfers(model)}
    alles = {g.code: los.get(g.code) or _groep(model, g) for g in gebieden()}
    uit = Beeld(
        vorm,
        jaar,
        alles,
        model,
        _bron(vorm, jaar, ingelezen),
        _bron_kenmerken(vorm, jaar, ingelezen),
        INGELEZEN_NOEMER if ingelezen.gebruik(vorm, jaar) else vorm.noemer,
        gekozen=gekozen,
        meldingen=(*meldingen, *model.meldingen),
    )
    opgave = ingelezen.verwachting(vorm, jaar)
    if not opgave:
        return uit
    cijfers_ = met_opgave(alles, gebieden_, opgave, ingelezen.gebruik(vorm, jaar))
    return replace(uit, cijfers=cijfers_, bron_verwacht=bronnen(opgave.values()), ingelezen=True)


def _groep(model: Uitkomst, deel: Gebied) -> Gebiedscijfer:
    return groep(model, deel.code, deel.naam, deel.gemeenten)


def _bron(vorm: Vorm, jaar: int, ingelezen: Ingelezen) -> str:
    """Where the use comes from."""
    delen = [bronnen(ingelezen.gebruik(vorm, jaar).values()), BRON_JEUGDZORG if jaar == JAAR else ""]
    return "; ".join(d for d in delen if d) or "werkelijk gebruik onbekend"


def _bron_kenmerken(vorm: Vorm, jaar: int, ingelezen: Ingelezen) -> str:
    eigen = ingelezen.kenmerken(vorm, jaar).values()
    delen = [BRON_KENMERKEN, bronnen(r for deel in eigen for r in deel.values())]
    return "; ".join(d for d in delen if d)


def _invoer(
    vorm: Vorm, jaar: int, ingelezen: Ingelezen
) -> tuple[Gebieden, tuple[Stap, ...], tuple[str, ...]]:
    """What the model is fitted on: the gemeenten with the characteristics that earn a place."""
    eigen, gewoon = ingelezen.kenmerken(vorm, jaar), _met_regels(gemeenten(vorm), ingelezen, (vorm, jaar))
    if not eigen:
        return gewoon, (), ()
    if (bekend := int(gewoon.bekend.sum())) < GENOEG_OM_TE_KIEZEN:
        zin = (
            f"Van {bekend} gemeenten is het gebruik in {jaar} bekend: te weinig om kenmerken te kiezen; de ingelezen "
            "kenmerken doen niet mee."
        )
        return gewoon, (), (zin,)
    alle = _met_regels(gemeenten(vorm, tuple(KENMERKEN)), ingelezen, (vorm, jaar))
    reeksen = {n: np.array([_waarde(deel.get(c)) for c in alle.codes]) for n, deel in eigen.items()}
    te_weinig = [n for n, w in reeksen.items() if np.isfinite(w).mean() < BEKEND_VOOR]
    kandidaten = dict(alle.kenmerken) | {n: w for n, w in reeksen.items() if n not in te_weinig}
    meldingen = [
        f"Kenmerk {n} is bekend voor {int(np.isfinite(reeksen[n]).sum())} van de {len(alle)} gemeenten; het doet mee "
        f"vanaf {int(np.ceil(BEKEND_VOOR * len(alle)))}."
        for n in te_weinig
    ]
    stappen = kies(replace(alle, kenmerken=kandidaten), {k.naam: k.teken for k in KENMERKEN.values()})
    namen = [s.kenmerk for s in stappen]
    niet = [n for n in reeksen if n not in namen and n not in te_weinig]
    if niet:
        meldingen.append(
            f"Ingelezen, maar niet gekozen omdat de voorspelling er niet beter van wordt: {opsomming(niet)}."
        )
    return replace(alle, kenmerken={n: kandidaten[n] for n in namen}), stappen, tuple(meldingen)


def _waarde(regel: Regel | None) -> float:
    return np.nan if regel is None or regel.waarde is None else regel.waarde


def _met_regels(g: Gebieden, ingelezen: Ingelezen, wat: tuple[Vorm, int]) -> Gebieden:
    """The gemeenten with the use and jeugdigen that were read in; of another year no use is known by itself."""
    gebruik = ingelezen.gebruik(*wat)
    deel = g.deel.copy() if wat[1] == JAAR else np.full(len(g), np.nan)
    noemer = g.noemer.copy()
    for n, code in enumerate(g.codes):
        regel = gebruik.get(code)
        if regel is not None:
            noemer[n] = regel.noemer or noemer[n]
            deel[n] = regel.waarde / 100 if regel.waarde is not None else deel[n]
    # Not by way of the share where nothing was read in: that would cost the last decimals.
    zelfde = wat[1] == JAAR and not gebruik
    return g if zelfde else replace(g, aantal=deel * noemer, noemer=noemer)
