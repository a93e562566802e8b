"""The chart of ceilings: what each aanbieder declared and is expected to, as part of its ceiling."""

from __future__ import annotations

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


@onthoud
def plafonds(van: BeveiligdeTabel) -> Grafiek:
    """A bar per aanbieder of rows of the table *plafonds* that have a ceiling, beside the line of 100 %."""
    rijen: list[dict[str, Any]] = []
    for n in range(len(van)):
        rijen += _balk(van, n)
    over = sum(r["deel"] == "gedeclareerd" and str(r["kort"]).startswith("▲") for r in rijen)
    tekst = f"Prognose als deel van het plafond, per aanbieder; {geteld(over, 'aanbieder komt', 'aanbieders komen')} erboven."
    return Grafiek(gevuld(_plafonds(), rijen, height=60 + 30 * len(van)), van, tekst)


def _balk(van: BeveiligdeTabel, n: int) -> list[dict[str, Any]]:
    naam, plafond = van.cel("aanbieder", n), van.cel("plafond", n)
    delen = {d: van.cel(d, n) for d in _DELEN}
    prognose = van.cel("prognose", n)
    samen = prognose if prognose is not None else delen["gedeclareerd"]
    kan = bool(plafond) and samen is not None
    kort = _kort(van, n, _VOL * samen / plafond) if kan else van.reden_van("prognose", n) or "–"
    return [
        {
            "naam": naam, "deel": titel, "volgorde": plek, "kort": kort if plek == 0 else "", "vol": _VOL,
            "pct": max(_VOL * delen[d] / plafond, 0) if kan and delen[d] is not None else None,
            "plek": max(_VOL * samen / plafond, 0) if kan else 0,
            "tekst": van.tekst(d, n), "plafond": van.tekst("plafond", n),
        }
        for plek, (d, titel) in enumerate(_DELEN.items())
    ]  # fmt: skip


def _kort(van: BeveiligdeTabel, n: int, deel: float) -> str:
    """What stands behind a bar: how much of the ceiling, and a mark with the month where it is passed."""
    maand, stand = van.cel("uitgeput", n), van.cel("plafondstand", n)
    if stand in (Stand.OVERSCHREDEN, Stand.GAAT_OVER) and maand is not None:
        wat = "overschreden" if stand == Stand.OVERSCHREDEN else "bereikt"
        return f"▲ {procent(deel, 0)}, {wat} in {maand_kort(maand_uit_iso(maand))}"
    return procent(deel, 0)


@vorm
def _plafonds() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("naam:N", sort=None, title=None, axis=alt.Axis(labelLimit=280, labelOverlap=False)),
        tooltip=[alt.Tooltip("naam:N", title="aanbieder"), alt.Tooltip("deel:N", title="deel"),
                 alt.Tooltip("tekst:N", title="bedrag"), alt.Tooltip("plafond:N", title="plafond")],
    )  # fmt: skip
    schaal = alt.Scale(domain=list(_DELEN.values()), range=list(_KLEUREN))
    balken = basis.mark_bar(height={"band": 0.65}).encode(
        x=alt.X(
            "pct:Q", title="deel van het plafond", stack="zero", axis=alt.Axis(labelExpr="datum.value + ' %'")
        ),
        color=alt.Color("deel:N", scale=schaal, legend=alt.Legend(title=None, orient="top")),
        order=alt.Order("volgorde:Q"),
    )
    lijn = (
        alt.Chart(RIJEN)
        .mark_rule(strokeWidth=2, strokeDash=[6, 4], color=GRIJS, aria=False)
        .encode(x="max(vol):Q")
    )
    woorden = basis.transform_filter("datum.kort !== ''").mark_text(align="left", dx=5)
    ruimte = basis.transform_calculate(eind="max(datum.plek, 100) * 1.3").mark_point(opacity=0, aria=False)
    return alt.layer(balken, lijn, woorden.encode(x="plek:Q", text="kort:N"), ruimte.encode(x="eind:Q"))
