"""Charts of one buurt beside wijk and city."""

from __future__ import annotations

from core.grafieken.basis import (
    KLEUR,
    KLEUR_NADRUK,
    RIJEN,
    Grafiek,
    gevuld,
    helder,
    klaar,
    onthoud,
    records,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.kruisfilter import code
from core.onthulling import BeveiligdeTabel
from core.opmaak import geteld

_TINTEN = (KLEUR_NADRUK, KLEUR, "#8a949c")
"""The buurt stands out; wijk and city are its background."""


@onthoud
def gebruik_per_jaar(van: BeveiligdeTabel) -> Grafiek:
    """per_1000 by year, a line per area; a year that is not whole is an open point without a line."""
    frame = van.frame()
    frame["tekst"] = [van.tekst("per_1000", n) for n in range(len(van))]
    gebieden = tuple(dict.fromkeys(frame["gebied"]))
    spec = _per_jaar(gebieden, tuple(sorted(set(frame["jaar"]))))
    return klaar(spec, frame, van, f"Gebruik per 1.000 inwoners per jaar: {', '.join(gebieden)}.")


@vorm
def _per_jaar(gebieden: tuple[str, ...], jaren: tuple[str, ...]) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("jaar:N", title=None, sort=list(jaren), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("per_1000:Q", title="per 1.000", axis=alt.Axis(tickCount=5)),
        color=alt.Color(
            "gebied:N",
            scale=alt.Scale(domain=list(gebieden), range=list(_TINTEN[: len(gebieden)])),
            legend=alt.Legend(title=None, orient="top", columns=2),
        ),
        tooltip=[alt.Tooltip("gebied:N"), alt.Tooltip("jaar:N"), alt.Tooltip("tekst:N", title="per 1.000")],
    )
    heel, bekend = "!datum.onvolledig", "isValid(datum.per_1000)"
    return alt.layer(
        # A hidden year breaks the line: drawn through, it would be guessed from its neighbours.
        basis.transform_filter(heel).mark_line(strokeWidth=2.5),
        basis.transform_filter(f"{heel} && {bekend}").mark_circle(size=45, opacity=1),
        basis.transform_filter(f"datum.onvolledig && {bekend}").mark_point(
            size=60, strokeWidth=2, filled=False
        ),
    ).properties(height=280)


@onthoud
def aandelen(van: BeveiligdeTabel) -> Grafiek:
    """Per segment its share of the jeugdigen in the buurt as a bar, that in the city as a mark on it."""
    frame = van.frame()
    frame["hier"] = [van.tekst("aandeel", n) for n in range(len(van))]
    frame["daar"] = [van.tekst("aandeel_stad", n) for n in range(len(van))]
    frame["eind"] = frame[["aandeel", "aandeel_stad"]].max(axis=1).fillna(0)
    frame["ruimte"] = 1.25 * frame["eind"]  # for the number behind the longest bar
    frame["kies"] = [code(segment=segment) for segment in frame["segment"]]
    spec = gevuld(_aandelen(), records(frame), height=60 + 34 * len(frame))
    return Grafiek(
        spec,
        van,
        f"Aandeel van {geteld(len(frame), 'segment', 'segmenten')} in de buurt, met een streep voor de gemeente.",
    )


@vorm
def _aandelen() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("segment:N", sort=None, title=None, axis=alt.Axis(labelLimit=220)),
        tooltip=[
            alt.Tooltip("segment:N"),
            alt.Tooltip("hier:N", title="in deze buurt"),
            alt.Tooltip("daar:N", title="in de hele gemeente"),
        ],
    )
    as_ = alt.X(
        "aandeel:Q",
        title="% (streep: hele gemeente)",
        axis=alt.Axis(values=list(range(0, 101, 20))),
        scale=alt.Scale(domainMin=0, nice=True),
    )
    return alt.layer(
        basis.mark_bar(color=KLEUR, cornerRadiusEnd=2, height={"band": 0.55}, cursor="pointer").encode(
            x=as_, opacity=helder()
        ),
        basis.mark_tick(color=KLEUR_NADRUK, thickness=3, size=22).encode(x="aandeel_stad:Q"),
        basis.mark_text(align="left", dx=6).encode(x="eind:Q", text="hier:N"),
        basis.mark_point(opacity=0, aria=False).encode(x="ruimte:Q"),
    )
