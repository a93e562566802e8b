"""How a measure runs over years and months, in a sentence."""

from __future__ import annotations

from core.begrippen import Niveau
from core.bevindingen.periode import onvolledig, reeks
from core.bevindingen.vergelijking import MINSTENS_VOOR_PROCENT
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, getal, maand_uit_iso, procent

_JAAR = 12
_KLEIN = 100
"""Below this a rounded number says too little for a percentage."""


def jaarzin(van: BeveiligdeTabel) -> str:
    """How many jeugdigen got help in the last full year, beside the year before.

    `van` is the table *jeugdigen-per-product*. Empty without a full year that is shown. Of small
    numbers that were rounded both are told: their percentage would be that of the rounding.
    """
    totaal = van.alleen(niveau=Niveau.TOTAAL.value)
    per_jaar = {totaal.cel("jaar", n): totaal.cel("jeugdigen", n) for n in range(len(totaal))}
    vol = [j for j, a in per_jaar.items() if j and a and not onvolledig(j, van.herkomst)]
    if not vol:
        return ""
    jaar = max(vol)
    nu, toen = per_jaar[jaar], per_jaar.get(jaar - 1)
    segment = van.herkomst.filter.segment
    zin = f"In {jaar} kregen {getal(nu)} jeugdigen hulp{f' uit {segment[0]}' if len(segment) == 1 else ''}"
    if not toen or jaar - 1 not in vol:
        return f"{zin}."
    if nu == toen:
        return f"{zin}, evenveel als in {jaar - 1}."
    genoeg = _KLEIN if van.herkomst.afgerond else MINSTENS_VOOR_PROCENT
    if min(nu, toen) < genoeg:
        return f"{zin}, tegen {getal(toen)} in {jaar - 1}."
    return f"{zin}, {_tegen(nu, toen)} dan in {jaar - 1}."


def _tegen(nu: float, toen: float) -> str:
    return f"{procent(abs(100 * (nu - toen) / toen))} {'meer' if nu > toen else 'minder'}"


def maandzin(van: BeveiligdeTabel, maat: str) -> str:
    """A measure over the last twelve complete months, beside the twelve before; empty if it cannot be told.

    Kosten are added up; jeugdigen are not, so of them it is the average per month.
    """
    per_maand: dict[int, list[float | None]] = {}
    for n in range(len(van)):
        if not van.cel("voorlopig", n):
            per_maand.setdefault(maand_uit_iso(van.cel("maand", n)), []).append(van.cel(maat, n))
    maanden = sorted(per_maand)
    nu, toen = (_som(per_maand, deel) for deel in (maanden[-_JAAR:], maanden[-2 * _JAAR : -_JAAR]))
    if nu is None or len(maanden) < _JAAR or maanden[-1] - maanden[-_JAAR] != _JAAR - 1:
        return ""
    wanneer = reeks(maanden[-_JAAR:])
    zin = f"De kosten over {wanneer} zijn {euro_kort(nu)}" if maat == "kosten" else (
        f"In {wanneer} kregen gemiddeld {getal(nu / _JAAR)} jeugdigen per maand hulp"
    )  # fmt: skip
    if not toen or len(maanden) < 2 * _JAAR:
        return f"{zin}."
    return f"{zin}, {_tegen(nu, toen)} dan in de twaalf maanden ervoor."


def _som(per_maand: dict[int, list[float | None]], maanden: list[int]) -> float | None:
    cellen = [c for m in maanden for c in per_maand[m]]
    getoond = [c for c in cellen if c is not None]
    return sum(getoond) if getoond and len(getoond) == len(cellen) else None
