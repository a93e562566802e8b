"""Charts of how declarations come in, and of how good earlier estimates were."""

from __future__ import annotations

from typing import Any

from core.grafieken.basis import (
    AS_EURO,
    GRIJS,
    KLEUR,
    KLEUR_NADRUK,
    RIJEN,
    Grafiek,
    as_maand,
    gevuld,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel
from core.opmaak import geteld, maand_kort, maand_lang, maand_uit_iso

_RIJHOOGTE, _RAND = 19, 60
"""Pixels per leveringsmaand, and of the axis above them."""


@onthoud
def uitloop(van: BeveiligdeTabel) -> Grafiek:
    """The run-off triangle: a row per leveringsmaand, newest below, a column per month after it."""
    rijen = [
        {
            "maand": maand_kort(maand_uit_iso(van.cel("maand", n))),
            "plek": van.cel("maand", n),
            "maandnaam": maand_lang(maand_uit_iso(van.cel("maand", n))),
            "na": van.cel("na", n),
            "deel": van.cel("aandeel_gedeclareerd", n),
            "tekst": van.tekst("aandeel_gedeclareerd", n),
            "bedrag": van.tekst("kosten", n),
            "label": _label(van.cel("aandeel_gedeclareerd", n)),
        }
        for n in range(len(van))
    ]
    maanden = len({r["plek"] for r in rijen})
    tekst = f"Uitloopdriehoek van {geteld(maanden, 'leveringsmaand', 'leveringsmaanden')}: het deel dat na elke maand was gedeclareerd."
    return Grafiek(gevuld(_uitloop(), rijen, height=_RAND + _RIJHOOGTE * maanden), van, tekst)


def _label(deel: float | None) -> str:
    return "" if deel is None else f"{deel:.0f}"


@vorm
def _uitloop() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("na:O", title="maanden na de leveringsmaand (in het vak: % gedeclareerd)", axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("maand:N", sort=alt.EncodingSortField("plek", op="min"), title=None, axis=alt.Axis(labelOverlap=False)),
        tooltip=[alt.Tooltip("maandnaam:N", title="leveringsmaand"), alt.Tooltip("na:O", title="maanden erna"), alt.Tooltip("tekst:N", title="deel gedeclareerd"), alt.Tooltip("bedrag:N", title="gedeclareerd")],
    )  # fmt: skip
    # Most happens near the end: the steps follow what matters, 95 % is where voorlopig ends.
    schaal = alt.Scale(type="threshold", domain=[25, 50, 75, 90, 95, 99], range=_BLAUW)
    vakken = basis.mark_rect(stroke="white", strokeWidth=0.5)
    letters = basis.mark_text(fontSize=10, aria=False).encode(
        text="label:N", color=alt.condition("datum.deel >= 75", alt.value("white"), alt.value("#1b2733"))
    )
    return alt.layer(vakken.encode(color=alt.Color("deel:Q", scale=schaal, legend=None)), letters)


_BLAUW = ["#EFF4F8", "#D5E4EE", "#AFCDE0", "#3F83B3", "#2F6F9F", "#1F587F", "#12405F"]
"""From light to dark; letters on the first three are dark, on the others white."""


@onthoud
def terugblik(van: BeveiligdeTabel, na: int) -> Grafiek:
    """Each month as it was estimated `na` months later, with its margin, beside what it came to."""
    rijen: list[dict[str, Any]] = []
    for n in range(len(van)):
        if van.cel("na", n) != na or van.cel("geschat", n) is None:
            continue
        rijen.append(
            {
                "datum": f"{van.cel('maand', n)}-01T00:00:00",
                "maandnaam": maand_lang(maand_uit_iso(van.cel("maand", n))),
                "geschat": van.cel("geschat", n),
                "laag": van.cel("geschat_laag", n),
                "hoog": van.cel("geschat_hoog", n),
                "eind": van.cel("eindstand", n),
                **{
                    f"{maat}_tekst": van.tekst(maat, n)
                    for maat in ("geschat", "eindstand", "bekend_toen", "fout")
                },
            }
        )
    binnen = sum(r["laag"] <= r["eind"] <= r["hoog"] for r in rijen)
    tekst = f"Schattingen naast eindstanden van {geteld(len(rijen), 'maand', 'maanden')}: {binnen} keer binnen de marge."
    return Grafiek(gevuld(_terugblik(), rijen), van.alleen(na=na), tekst)


@vorm
def _terugblik() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=as_maand().scale(padding=24),
        tooltip=[alt.Tooltip("maandnaam:N", title="maand"), alt.Tooltip("bekend_toen_tekst:N", title="toen gedeclareerd"), alt.Tooltip("geschat_tekst:N", title="toen geschat"), alt.Tooltip("eindstand_tekst:N", title="eindstand nu"), alt.Tooltip("fout_tekst:N", title="fout")],
    )  # fmt: skip
    schaal = alt.Scale(zero=False)
    kleur = alt.Scale(domain=["toen geschat, met marge", "eindstand nu"], range=[KLEUR, KLEUR_NADRUK])
    legende = alt.Legend(title=None, orient="top")
    punten = basis.transform_calculate(wat="'toen geschat, met marge'").mark_point(
        filled=True, size=60, opacity=1
    )
    nu = basis.transform_calculate(wat="'eindstand nu'").mark_tick(thickness=3, width=16, orient="horizontal")
    return alt.layer(
        basis.mark_rule(color=GRIJS, strokeWidth=2, aria=False).encode(
            y=alt.Y("laag:Q", title="bedrag van de maand", scale=schaal, axis=AS_EURO), y2="hoog:Q"
        ),
        nu.encode(y="eind:Q", color=alt.Color("wat:N", scale=kleur, legend=legende)),
        punten.encode(y="geschat:Q", color=alt.Color("wat:N", scale=kleur, legend=legende)),
    ).properties(height=300)
