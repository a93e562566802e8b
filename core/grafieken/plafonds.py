"""The chart of ceilings: what each aanbieder declared and is expected to, as part of its ceiling."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from core.grafieken.basis import GRIJS, KLEUR, RIJEN, Grafiek, gevuld, onthoud, vorm
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel
from core.opmaak import geteld, maand_kort, maand_uit_iso, procent
from core.prognose.plafonds import Stand

_DELEN = {
    "gedeclareerd": "gedeclareerd",
    "nog_te_declareren": "nog te declareren",
    "rest_jaar": "rest van het jaar",
}
_KLEUREN = (KLEUR, "#7FB2D5", "#BFD3DF")
_VOL = 100.0
HOOGSTE = 200.0
"""A bar is cut off here (in %), or one that is far over would make all others short; the words tell how far."""
_OVER = "▲"


@onthoud
def plafonds(van: BeveiligdeTabel) -> Grafiek:
    """A bar per aanbieder of rows of the table *plafonds* that have a ceiling, beside the line of 100 %."""
    rijen = [rij for n in range(len(van)) for rij in _balk(van, n)]
    over = sum(str(r["kort"]).startswith(_OVER) for r in rijen)
    tekst = f"Prognose als deel van het plafond, per aanbieder; {geteld(over, 'aanbieder komt', 'aanbieders komen')} erboven."
    return Grafiek(gevuld(_plafonds(), rijen, height=60 + 30 * len(van)), van, tekst)


def _balk(van: BeveiligdeTabel, n: int) -> list[dict[str, Any]]:
    plafond, prognose = van.cel("plafond", n), van.cel("prognose", n)
    delen = [van.cel(d, n) or 0.0 for d in _DELEN]
    kan = bool(plafond) and van.cel("gedeclareerd", n) is not None
    einden = [min(max(_VOL * euro / plafond, 0), HOOGSTE) if kan else 0.0 for euro in accumulate(delen)]
    samen = sum(delen) if prognose is None else prognose
    kort = _kort(van, n, _VOL * samen / plafond) if kan else van.reden_van("gedeclareerd", n) or "–"
    vast = {"naam": van.cel("aanbieder", n), "plafond": van.tekst("plafond", n), "vol": _VOL}
    vast |= {"plek": max(einden[-1], _VOL), "ruimte": 1.35 * max(einden[-1], _VOL)}
    stukken = zip(_DELEN.items(), [0.0, *einden[:-1]], einden, strict=True)
    return [
        vast
        | {"deel": titel, "kort": "" if plek else kort, "van": begin, "tot": eind, "tekst": van.tekst(d, n)}
        for plek, ((d, titel), begin, eind) in enumerate(stukken)
    ]


def _kort(van: BeveiligdeTabel, n: int, deel: float) -> str:
    """What stands behind a bar: how much of the ceiling, and a mark with the month where it is passed."""
    maand, stand = van.cel("uitgeput", n), van.cel("plafondstand", n)
    if stand in (Stand.OVERSCHREDEN, Stand.GAAT_OVER) and maand is not None:
        wat = "overschreden" if stand == Stand.OVERSCHREDEN else "bereikt"
        return f"{_OVER} {procent(deel, 0)}, {wat} in {maand_kort(maand_uit_iso(maand))}"
    return procent(deel, 0)


@vorm
def _plafonds() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("naam:N", sort=None, title=None, axis=alt.Axis(labelLimit=280, labelOverlap=False)),
        tooltip=[alt.Tooltip("naam:N", title="aanbieder"), alt.Tooltip("deel:N", title="deel"),
                 alt.Tooltip("tekst:N", title="bedrag"), alt.Tooltip("plafond:N", title="plafond")],
    )  # fmt: skip
    schaal = alt.Scale(domain=list(_DELEN.values()), range=list(_KLEUREN))
    as_ = alt.Axis(labelExpr="datum.value + ' %'", tickCount=6)
    lengte = alt.X("van:Q", title="deel van het plafond", axis=as_)
    lijn = alt.Chart(RIJEN).mark_rule(strokeWidth=2, strokeDash=[6, 4], color=GRIJS, aria=False)
    return alt.layer(
        basis.mark_bar(height={"band": 0.65}).encode(
            x=lengte,
            x2="tot:Q",
            color=alt.Color("deel:N", scale=schaal, legend=alt.Legend(title=None, orient="top")),
        ),
        lijn.encode(x="max(vol):Q"),
        basis.transform_filter("datum.kort !== ''")
        .mark_text(align="left", dx=6)
        .encode(x="plek:Q", text="kort:N"),
        basis.mark_point(opacity=0, aria=False).encode(x="ruimte:Q"),
    )
