"""Charts of moves between segments, and of who turns 18."""

from __future__ import annotations

from typing import Any

from core.begrippen import Niveau
from core.cijfers.doorstroom import LOOPT_DOOR, NAAR_BUITEN, VAN_BUITEN
from core.grafieken.basis import (
    AS_AANTAL,
    KLEUR,
    KLEUR_TWEE,
    RIJEN,
    SEGMENTKLEUR,
    Grafiek,
    gevuld,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel
from core.opmaak import geteld, segment_kort

_RIJHOOGTE, _RAND = 40, 60
"""Pixels per row, and of the heads above them."""
_BLAUW = ("#DCE9F2", "#B5D1E3", "#7FAFCF", "#3A7FB0", "#1F587F")
_NEUTRAAL, _DONKER, _WIT = "#E9EBED", "#1B2733", "#FFFFFF"
_OP_TWEE_REGELS = {LOOPT_DOOR: "andere hulp|loopt door"}
_KOMEND, _VOORBIJ = "hulp nu, wordt nog 18", "werd 18 met hulp"


@onthoud
def doorstroom(van: BeveiligdeTabel) -> Grafiek:
    """A row per origin, a column per destination, the number in the cell.

    Moves between segments are darker the more there are; who comes from outside or leaves is grey,
    for those numbers are so much larger that they would be all that has a colour.
    """
    rijen = [_vak(van, n) for n in range(len(van))]
    hoogste = max((r["aantal"] for r in rijen if r["tussen"] and r["aantal"]), default=1)
    for r in rijen:
        trap = int(4.999 * ((r["aantal"] or 0) / hoogste) ** 0.5) if r["tussen"] else -1
        r["kleur"] = _BLAUW[trap] if trap >= 0 else _NEUTRAAL
        r["letter"] = _WIT if trap >= 3 else _DONKER
    hoogte = _RAND + _RIJHOOGTE * len({r["van"] for r in rijen})
    tekst = (
        f"Jeugdigen per overgang: van een rij naar een kolom, {geteld(len(rijen), 'vak', 'vakken')}. "
        "Overstappen tussen segmenten zijn blauw, donkerder naarmate het er meer zijn."
    )
    return Grafiek(gevuld(_matrix(), rijen, height=hoogte), van, tekst)


def _vak(van: BeveiligdeTabel, n: int) -> dict[str, Any]:
    bron, doel = van.cel("van", n), van.cel("naar", n)
    return {
        "van": segment_kort(bron),
        "naar": segment_kort(doel),
        "kop": _OP_TWEE_REGELS.get(doel, segment_kort(doel)),
        # Who comes from outside stands above the segments, who leaves at the right of them.
        "rij": _plek(bron) - 100 * (bron in VAN_BUITEN),
        "kolom": _plek(doel) + 100 * (doel in NAAR_BUITEN),
        "aantal": van.cel("jeugdigen", n),
        "tekst": van.tekst("jeugdigen", n),
        "tussen": bron not in VAN_BUITEN and doel not in NAAR_BUITEN,
    }


def _plek(naam: str) -> int:
    """The place of a name on an axis: segments in the same order on both."""
    if naam in (*VAN_BUITEN, *NAAR_BUITEN):
        return -(*VAN_BUITEN, *NAAR_BUITEN).index(naam)
    bekend = list(SEGMENTKLEUR)
    return bekend.index(naam) if naam in bekend else len(bekend)


@vorm
def _matrix() -> alt.TopLevelMixin:
    koppen = alt.Axis(
        orient="top", labelAngle=0, labelOverlap=False, labelFlush=False, labelPadding=18,
        labelExpr="split(datum.label, '|')",
    )  # fmt: skip
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("kop:N", sort=alt.EncodingSortField("kolom", op="min"), title="naar", axis=koppen),
        y=alt.Y("van:N", sort=alt.EncodingSortField("rij", op="min"), title="van", axis=alt.Axis(labelOverlap=False, labelFlush=False)),
        tooltip=[alt.Tooltip("van:N"), alt.Tooltip("naar:N"), alt.Tooltip("tekst:N", title="unieke jeugdigen")],
    )  # fmt: skip
    return alt.layer(
        basis.mark_rect(cornerRadius=3, stroke="white", strokeWidth=1).encode(
            color=alt.Color("kleur:N", scale=None)
        ),
        basis.mark_text(fontSize=12, aria=False).encode(
            text="tekst:N", color=alt.Color("letter:N", scale=None)
        ),
    )


@onthoud
def wordt_18(van: BeveiligdeTabel) -> Grafiek:
    """Jeugdigen who turn 18 per quarter, of all segments together: those behind us and those to come."""
    samen = van.alleen(niveau=Niveau.TOTAAL.value)
    rijen = [
        {
            "kwartaal": samen.cel("kwartaal", n),
            "wanneer": _KOMEND if samen.cel("komend", n) else _VOORBIJ,
            "aantal": samen.cel("jeugdigen", n),
            "tekst": samen.tekst("jeugdigen", n),
        }
        for n in range(len(samen))
    ]
    tekst = (
        "Jeugdigen met hulp die 18 worden, per kwartaal; van komende kwartalen tellen zij die nu hulp hebben."
    )
    return Grafiek(gevuld(_kwartalen(), rijen), van, tekst)


@vorm
def _kwartalen() -> alt.TopLevelMixin:
    kleur = alt.Scale(domain=[_VOORBIJ, _KOMEND], range=[KLEUR_TWEE, KLEUR])
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("kwartaal:O", title=None, axis=alt.Axis(labelAngle=0)),
        tooltip=[
            alt.Tooltip("kwartaal:N"),
            alt.Tooltip("wanneer:N", title="wie"),
            alt.Tooltip("tekst:N", title="unieke jeugdigen"),
        ],
    )
    getoond = basis.transform_filter("isValid(datum.aantal)")
    return alt.layer(
        getoond.mark_bar(cornerRadiusEnd=2).encode(
            y=alt.Y("aantal:Q", title="unieke jeugdigen", axis=AS_AANTAL),
            color=alt.Color("wanneer:N", scale=kleur, legend=alt.Legend(title=None, orient="bottom")),
        ),
        getoond.mark_text(dy=-8).encode(y="aantal:Q", text="tekst:N"),
        basis.transform_filter("!isValid(datum.aantal)")
        .mark_text(dy=-8)
        .encode(y=alt.datum(0), text="tekst:N"),
    ).properties(height=300)
