"""Charts about the model and its years: how use developed, and how good the expectation is."""

from __future__ import annotations

from typing import Any

from core.grafieken.basis import GRIJS, KLEUR, KLEUR_NADRUK, KLEUR_TWEE, RIJEN, Grafiek, gevuld, onthoud, vorm
from core.grafieken.vormbewaring import alt
from core.onthulling import OpenbareTabel

BREUK = 2021
"""From this year on more aanbieders report to CBS: years before it are another series."""
_GEKOZEN = "gekozen gebied"
_TINTEN = {"werkelijk": KLEUR_NADRUK, "verwacht": KLEUR}
"""As where both are put side by side; the country has a colour of its own."""


@onthoud
def over_de_jaren(van: OpenbareTabel) -> Grafiek:
    """Percentages over the years, a line per series that stops at the break of 2021."""
    rijen: list[dict[str, Any]] = []
    for n in range(len(van)):
        if van.cel("pct", n) is None:
            continue
        jaar = van.cel("jaar", n)
        rijen.append(
            {
                "reeks": _reeks(van, n),
                "gebied": van.cel("gebied", n),
                "jaar": jaar,
                "deel": jaar >= BREUK,
                "pct": van.cel("pct", n),
                "tekst": van.tekst("pct", n),
                "status": van.cel("cijferstatus", n) or "gepubliceerd of ingelezen",
            }
        )
    reeksen = tuple(dict.fromkeys(r["reeks"] for r in rijen))
    met_breuk = any(r["jaar"] < BREUK for r in rijen)
    return Grafiek(
        gevuld(_jaren(reeksen, met_breuk), rijen), van, f"Percentage per jaar: {', '.join(reeksen)}."
    )


def _reeks(van: OpenbareTabel, n: int) -> str:
    """What a line is called: without the name of the area, or every area would need a form of its own."""
    eigen = van.cel("cijferstatus", n) == ""
    return f"{_GEKOZEN.capitalize() if eigen else 'Nederland'}: {van.cel('reeks', n)}"


@vorm
def _jaren(reeksen: tuple[str, ...], met_breuk: bool) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("jaar:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1, tickCount=8), scale=alt.Scale(zero=False, padding=20)),
        y=alt.Y("pct:Q", title="%", scale=alt.Scale(zero=True)),
        color=alt.Color(
            "reeks:N",
            scale=alt.Scale(domain=list(reeksen), range=[_TINTEN.get(r.split()[-1], KLEUR_TWEE) for r in reeksen]),
            legend=alt.Legend(title=None, orient="top", columns=1, labelLimit=420),
        ),
        detail="deel:N",
        tooltip=[alt.Tooltip("gebied:N"), alt.Tooltip("reeks:N"), alt.Tooltip("jaar:Q", format="d"), alt.Tooltip("tekst:N", title="percentage"), alt.Tooltip("status:N")],
    )  # fmt: skip
    lagen = [basis.mark_line(strokeWidth=2.5), basis.mark_circle(size=60, opacity=1)]
    if met_breuk:
        streep = alt.Chart(RIJEN).transform_filter(f"datum.jaar == {BREUK}").transform_aggregate(n="count()")
        plek = alt.X(datum=BREUK - 0.5)
        lagen += [
            streep.mark_rule(aria=False, strokeDash=[4, 4], color=GRIJS).encode(x=plek),
            streep.mark_text(align="left", dx=5, dy=-8).encode(
                x=plek, y=alt.datum(0), text=alt.value(f"vanaf {BREUK} melden meer aanbieders")
            ),
        ]
    return alt.layer(*lagen).properties(height=330)


@onthoud
def ijking(van: OpenbareTabel) -> Grafiek:
    """Ten groups of gemeenten: expected along, actual upward; on the line they are the same."""
    rijen = [
        {"verwacht": van.cel("verwacht_pct", n), "werkelijk": van.cel("werkelijk_pct", n), "gebieden": van.cel("aantal_gebieden", n)}
        | {"t_verwacht": van.tekst("verwacht_pct", n), "t_werkelijk": van.tekst("werkelijk_pct", n)}
        for n in range(len(van))
    ]  # fmt: skip
    return Grafiek(
        gevuld(_ijking(), rijen), van, "Per tiende van de gemeenten: verwacht tegen werkelijk gebruik."
    )


@vorm
def _ijking() -> alt.TopLevelMixin:
    schaal = alt.Scale(zero=False, padding=14)
    basis = alt.Chart(RIJEN).encode(x=alt.X("verwacht:Q", title="verwacht, %", scale=schaal))
    return alt.layer(
        basis.mark_line(color=GRIJS, strokeDash=[4, 4]).encode(
            y=alt.Y("verwacht:Q", title="werkelijk, %", scale=schaal)
        ),
        basis.mark_circle(size=90, color=KLEUR, opacity=1).encode(
            y="werkelijk:Q",
            tooltip=[
                alt.Tooltip("gebieden:Q"),
                alt.Tooltip("t_verwacht:N", title="verwacht"),
                alt.Tooltip("t_werkelijk:N", title="werkelijk"),
            ],
        ),
    ).properties(height=260)
