"""Charts about jeugdigen: age and sex, arrangementen per year, who comes and who goes."""

from __future__ import annotations

from typing import Any

from core.bevindingen import jaarlabel
from core.grafieken.basis import (
    AS_AANTAL,
    GRIJS,
    KLEUR,
    KLEUR_TWEE,
    RIJEN,
    Grafiek,
    as_maand,
    gevuld,
    helder,
    maandcode,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.kruisfilter import code
from core.onthulling import BeveiligdeTabel
from core.opmaak import maand_lang, maand_uit_iso

GESLACHTEN = {"M": "jongens", "V": "meisjes", "X": "X", "onbekend": "onbekend"}
GESLACHTKLEUR = dict(zip(GESLACHTEN.values(), (KLEUR, KLEUR_TWEE, "#33A580", GRIJS), strict=True))


@onthoud
def leeftijd_geslacht(van: BeveiligdeTabel) -> Grafiek:
    """Jeugdigen per age class, a bar for each sex; a hidden number has no bar but its reason."""
    rijen = [
        {
            "leeftijd": van.cel("leeftijd", n),
            "wie": GESLACHTEN[van.cel("geslacht", n)],
            "aantal": van.cel("jeugdigen", n),
            "tekst": van.tekst("jeugdigen", n),
            "kies": code(leeftijd=van.cel("leeftijd", n), geslacht=van.cel("geslacht", n)),
        }
        for n in range(len(van))
    ]
    # A sex of which no number may be shown would only be a row of empty places.
    getoond = {rij["wie"] for rij in rijen if rij["aantal"] is not None}
    soorten = tuple(naam for naam in GESLACHTKLEUR if naam in getoond)
    spec = gevuld(_naast_elkaar(soorten), [rij for rij in rijen if rij["wie"] in soorten])
    return Grafiek(spec, van, "Unieke jeugdigen per leeftijdsklasse en geslacht.")


@vorm
def _naast_elkaar(soorten: tuple[str, ...]) -> alt.TopLevelMixin:
    kleur = alt.Scale(domain=list(soorten), range=[GESLACHTKLEUR[naam] for naam in soorten])
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("leeftijd:N", sort=None, title="leeftijd", axis=alt.Axis(labelAngle=0)),
        xOffset=alt.XOffset("wie:N", scale=alt.Scale(domain=list(soorten))),
        tooltip=[
            alt.Tooltip("leeftijd:N"),
            alt.Tooltip("wie:N", title="geslacht"),
            alt.Tooltip("tekst:N", title="unieke jeugdigen"),
        ],
    )
    staaf = basis.mark_bar(cornerRadiusEnd=2, cursor="pointer").encode(
        y=alt.Y("aantal:Q", title="unieke jeugdigen", axis=AS_AANTAL),
        opacity=helder(),
        color=alt.Color("wie:N", scale=kleur, legend=alt.Legend(title=None, orient="bottom")),
    )
    return alt.layer(staaf, *_bijschriften(basis)).properties(height=320)


def _bijschriften(basis: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    """The number above each bar; where it is hidden its reason, upright, in the place of the bar."""
    getoond = basis.transform_filter("isValid(datum.aantal)")
    dicht = basis.transform_filter("!isValid(datum.aantal)")
    return (
        getoond.mark_text(dy=-8).encode(y=alt.Y("aantal:Q"), text="tekst:N"),
        dicht.mark_text(angle=270, align="left", dx=4).encode(y=alt.datum(0), text="tekst:N"),
    )


@onthoud
def per_jaar(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per calendar year as bars; a partial year is labelled and lighter."""
    rijen = []
    for n in range(len(van)):
        jaar = van.cel("jaar", n)
        label = jaarlabel(jaar, van.herkomst)
        rijen.append(
            {
                "label": label,
                "deel": label != str(jaar),
                "aantal": van.cel(maat, n),
                "tekst": van.tekst(maat, n),
                "kies": code(jaar=jaar),
            }
        )
    titel = van.kolommen[van.plaats(maat)].titel
    tekst = f"{titel} per jaar; een jaar dat nog loopt is lichter."
    return Grafiek(gevuld(_jaren(titel.lower()), rijen), van, tekst)


@vorm
def _jaren(titel: str) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("label:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        tooltip=[alt.Tooltip("label:N", title="jaar"), alt.Tooltip("tekst:N", title=titel)],
    )
    staaf = basis.mark_bar(color=KLEUR, cornerRadiusEnd=2, cursor="pointer").encode(
        y=alt.Y("aantal:Q", title=titel, axis=AS_AANTAL),
        opacity=helder("datum.deel"),
    )
    return alt.layer(staaf, *_bijschriften(basis)).properties(height=300)


@onthoud
def stand(van: BeveiligdeTabel) -> Grafiek:
    """Running zorgperioden at the end of each month; voorlopige months are not drawn."""
    rijen = [
        _maand(van, n) | {"aantal": van.cel("stand_eind", n), "tekst": van.tekst("stand_eind", n)}
        for n in range(len(van))
        if not van.cel("voorlopig", n)
    ]
    tekst = "Lopende zorgperioden aan het eind van elke maand, voorlopige maanden weggelaten."
    return Grafiek(gevuld(_stand(), rijen), van, tekst)


@vorm
def _stand() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=as_maand(),
        y=alt.Y("aantal:Q", title="lopende zorgperioden", scale=alt.Scale(zero=True), axis=AS_AANTAL),
        tooltip=[
            alt.Tooltip("maandnaam:N", title="maand"),
            alt.Tooltip("tekst:N", title="stand aan het eind"),
        ],
    )
    return alt.layer(
        basis.mark_line(color=KLEUR, strokeWidth=2.5),
        basis.mark_circle(color=KLEUR, size=30, cursor="pointer").encode(opacity=helder()),
    ).properties(height=300)


@onthoud
def stromen(van: BeveiligdeTabel) -> Grafiek:
    """Instroom upwards and uitstroom downwards per month.

    Of a voorlopige month only the instroom is drawn, lighter: care that seems ended may go on.
    """
    rijen = []
    for n in range(len(van)):
        rijen.append(_stroom(van, n, "instroom", 1) | {"herhaald": van.tekst("herhaald", n)})
        if not van.cel("voorlopig", n):
            rijen.append(_stroom(van, n, "uitstroom", -1))
    tekst = "Instroom omhoog en uitstroom omlaag per maand; lichte maanden zijn voorlopig."
    return Grafiek(gevuld(_op_en_neer(), rijen), van, tekst)


def _stroom(van: BeveiligdeTabel, rij: int, soort: str, teken: int) -> dict[str, Any]:
    aantal = van.cel(soort, rij)
    hoogte = None if aantal is None else teken * aantal
    return _maand(van, rij) | {
        "soort": soort,
        "aantal": hoogte,
        "tekst": van.tekst(soort, rij),
        "herhaald": "",
    }


def _maand(van: BeveiligdeTabel, rij: int) -> dict[str, Any]:
    maand = van.cel("maand", rij)
    return {
        "datum": f"{maand}-01T00:00:00",
        "maandnaam": maand_lang(maand_uit_iso(maand)),
        "voorlopig": van.cel("voorlopig", rij),
        "kies": maandcode(maand),
    }


@vorm
def _op_en_neer() -> alt.TopLevelMixin:
    kleur = alt.Scale(domain=["instroom", "uitstroom"], range=[KLEUR, KLEUR_TWEE])
    as_maanden = alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True)
    as_aantal = alt.Axis(tickMinStep=1, labelExpr="format(abs(datum.value), ',.0f')")
    return (
        alt.Chart(RIJEN)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X("yearmonth(datum):T", bandPosition=0, title=None, axis=as_maanden),
            y=alt.Y("aantal:Q", title="zorgperioden", stack=None, axis=as_aantal),
            color=alt.Color("soort:N", scale=kleur, legend=alt.Legend(title=None, orient="bottom")),
            opacity=helder("datum.voorlopig"),
            tooltip=[
                alt.Tooltip("maandnaam:N", title="maand"),
                alt.Tooltip("soort:N", title="stroom"),
                alt.Tooltip("tekst:N", title="aantal"),
                alt.Tooltip("herhaald:N", title="waarvan herhaald"),
            ],
        )
        .properties(height=300)
    )
