"""From our number of a year down to that of CBS, step by step."""

from __future__ import annotations

from typing import Any

from core.cijfers.brug import DEEL, TOTAAL, VERGELIJKBAAR
from core.grafieken.basis import (
    AS_EURO,
    GRIJS,
    KLEUR,
    KLEUR_TWEE,
    RIJEN,
    Grafiek,
    gevuld,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal

_VERBORGEN = "Verborgen stappen samen"
_NIET_VERKLAARD = "Niet verklaard"
_CBS = "Volgens het CBS"


@onthoud
def waterval(van: BeveiligdeTabel) -> Grafiek:
    """The table `brug` of one year: a bar for each whole, and between them what each step takes off or adds.

    Hidden steps are one bar: together they follow from what is shown, apart they do not.
    """
    eigen = van.alleen(niveau=TOTAAL).cel("jeugdigen")
    einde = van.alleen(stap=VERGELIJKBAAR)
    heel, cbs = einde.cel("jeugdigen"), einde.cel("cbs")
    rijen = [_heel("Eigen aantal", eigen)]
    if heel is not None and eigen is not None:
        rijen += _stappen(van, eigen, heel)
        rijen += [_heel(VERGELIJKBAAR, heel), _stap(_NIET_VERKLAARD, heel, cbs - heel)]
    rijen.append(_heel(_CBS, cbs))
    tekst = f"Van {rijen[0]['tekst']} jeugdigen volgens de eigen gegevens in {len(rijen) - 1} stappen naar {rijen[-1]['tekst']} volgens het CBS."
    # Bars from 0 would hide the steps: the axis begins a little below the lowest whole, and says so.
    bekend = [r["tot"] for r in rijen if r["tot"] is not None]
    begin = min(bekend) - 0.25 * max(max(bekend) - min(bekend), 20)
    rijen = [r | {"van": begin} if r["soort"] == "heel" else r for r in rijen]
    return Grafiek(gevuld(watervalvorm("jeugdigen", False), rijen, height=40 + 34 * len(rijen)), van, tekst)


def _stappen(van: BeveiligdeTabel, eigen: float, heel: float) -> list[dict[str, Any]]:
    delen = van.alleen(niveau=DEEL)
    uit, over = [], eigen
    for n in range(len(delen)):
        aantal = delen.cel("jeugdigen", n)
        if delen.cel("stap", n) != VERGELIJKBAAR and aantal:
            uit.append(_stap(delen.cel("stap", n).split(":")[0], over, -aantal))
            over -= aantal
    return uit if over == heel else [*uit, _stap(_VERBORGEN, over, heel - over)]


def _heel(naam: str, aantal: float | None) -> dict[str, Any]:
    return {"naam": naam, "soort": "heel", "van": aantal, "tot": aantal, "tekst": getal(aantal)}


def _stap(naam: str, begin: float, verandering: float) -> dict[str, Any]:
    teken = "+" if verandering > 0 else ""
    laag, hoog = sorted((begin, begin + verandering))
    return {
        "naam": naam, "soort": "rest" if naam == _NIET_VERKLAARD else "stap", "van": laag, "tot": hoog,
        "tekst": f"{teken}{getal(verandering)}",
    }  # fmt: skip


@vorm
def watervalvorm(eenheid: str, in_euro: bool) -> alt.TopLevelMixin:
    """Bars that float from `van` to `tot`, a row each, with its `tekst` behind it; `soort` gives the colour."""
    schaal = alt.Scale(zero=False, nice=False, padding=60)
    kleur = alt.Scale(domain=["heel", "stap", "rest"], range=[KLEUR, KLEUR_TWEE, GRIJS])
    as_: dict[str, Any] = {"tickCount": 6} | (AS_EURO if in_euro else {})
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("naam:N", sort=None, title=None, axis=alt.Axis(labelLimit=260, labelOverlap=False)),
        x=alt.X("tot:Q", title=f"{eenheid} (de as begint niet bij 0)", scale=schaal, axis=alt.Axis(**as_)),
        tooltip=[alt.Tooltip("naam:N", title="stap"), alt.Tooltip("tekst:N", title=eenheid)],
    )
    return alt.layer(
        basis.mark_bar(cornerRadius=2, height={"band": 0.6}).encode(
            x2="van:Q", color=alt.Color("soort:N", scale=kleur, legend=None)
        ),
        basis.mark_text(align="left", dx=5).encode(text="tekst:N"),
    )
