"""The bundled model: the gemeenten of the Netherlands, and every group of them."""

from __future__ import annotations

from functools import cache

from core.referentie.gebieden import (
    BRON_JEUGDZORG,
    BRON_KENMERKEN,
    JAAR,
    Gebied,
    Gebiedssoort,
    gebied,
    gebieden,
)
from core.verwacht.kaart import Modelkaart, modelkaart
from core.verwacht.model import Uitkomst, bereken
from core.verwacht.regio import Regioeffect, regio_pp, regioeffect
from core.verwacht.vergelijk import Gebiedscijfer, cijfers, groep
from core.verwacht.vormen import Vorm, gemeenten


@cache
def landelijk_model(vorm: Vorm) -> Uitkomst:
    """The model of one form of youth care over the 345 gemeenten of 2022; fitted once per process."""
    return bereken(gemeenten(vorm))


@cache
def kaart(vorm: Vorm) -> Modelkaart:
    """The model card of one form."""
    return modelkaart(landelijk_model(vorm), f"{BRON_JEUGDZORG}; {BRON_KENMERKEN}", JAAR)


@cache
def per_gemeente(vorm: Vorm) -> tuple[Gebiedscijfer, ...]:
    """Actual beside expected of every gemeente, in the order of the source (by name)."""
    return cijfers(landelijk_model(vorm))


@cache
def per_soort(vorm: Vorm, soort: Gebiedssoort) -> tuple[Gebiedscijfer, ...]:
    """Actual beside expected of every area of a kind, by name."""
    if soort is Gebiedssoort.GEMEENTE:
        return per_gemeente(vorm)
    return tuple(_groep(vorm, g) for g in gebieden() if g.soort is soort)


def van_gebied(vorm: Vorm, code: str) -> Gebiedscijfer:
    """Actual beside expected of one area of any kind. Raises KeyError for an unknown code.

    A gemeente that the model had to leave out has None for every figure.
    """
    return _per_code(vorm)[code] if code in _per_code(vorm) else _groep(vorm, gebied(code))


def regio_aandeel_pp(vorm: Vorm, gemeentecode: str) -> float | None:
    """How many percentage points of a gemeente's difference hold for its whole jeugdregio; None = unknown."""
    effect, model = _effect(vorm), landelijk_model(vorm)
    if effect is None or gemeentecode not in model.plaats:
        return None
    return regio_pp(model, effect, gemeentecode)


def _groep(vorm: Vorm, gebied: Gebied) -> Gebiedscijfer:
    return groep(landelijk_model(vorm), gebied.code, gebied.naam, gebied.gemeenten)


@cache
def _per_code(vorm: Vorm) -> dict[str, Gebiedscijfer]:
    return {c.code: c for c in per_gemeente(vorm)}


@cache
def _effect(vorm: Vorm) -> Regioeffect | None:
    return regioeffect(landelijk_model(vorm))
