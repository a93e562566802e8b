"""Charts of published figures: actual beside expected, one area among all, and why."""

from __future__ import annotations

from typing import Any, Literal

from core.grafieken.basis import (
    GRIJS,
    KLEUR,
    KLEUR_NADRUK,
    KLEUR_TWEE,
    RIJEN,
    Grafiek,
    gevuld,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import OpenbareTabel
from core.opmaak import getal

_WAT = {"werkelijk_pct": "werkelijk", "verwacht_pct": "verwacht"}
_WEINIG = {"tickCount": 6}
_NAMEN_IN_TIP = 6
VEEL = 25
"""Above this number of bars the places below them are not numbered."""


@onthoud
def met_interval(van: OpenbareTabel) -> Grafiek:
    """Per area its actual use as a point, the expectation as a mark and its 95 % interval as a band."""
    rijen: list[dict[str, Any]] = []
    for n in range(len(van)):
        vast = {"gebied": van.cel("gebied", n), "eigen": n == 0} | {
            f"t_{k}": van.tekst(k, n) for k in ("werkelijk_pct", "verwacht_pct", "verschil_pp")
        }
        laag, hoog = van.cel("laag", n), van.cel("hoog", n)
        vast |= {
            "t_interval": f"{van.tekst('laag', n)} tot {van.tekst('hoog', n)}"
            if laag is not None
            else "onbekend"
        }
        rijen.append(vast | {"wat": "interval", "laag": laag, "hoog": hoog})
        rijen += [vast | {"wat": wat, "waarde": van.cel(maat, n)} for maat, wat in _WAT.items()]
    band = any(r.get("laag") is not None for r in rijen)
    spec = gevuld(_interval(band), rijen, height=110 + 40 * len(van))
    return Grafiek(spec, van, f"Werkelijk en verwacht gebruik in {len(van)} gebieden naast elkaar.")


@vorm
def _interval(band: bool) -> alt.TopLevelMixin:
    titel = "% van de jeugdigen; grijs: interval van 95 %" if band else "% van de jeugdigen"
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("gebied:N", sort=None, title=None, axis=alt.Axis(labelLimit=300)),
        tooltip=[
            alt.Tooltip("gebied:N"),
            alt.Tooltip("t_werkelijk_pct:N", title="werkelijk"),
            alt.Tooltip("t_verwacht_pct:N", title="verwacht"),
            alt.Tooltip("t_interval:N", title="interval"),
            alt.Tooltip("t_verschil_pp:N", title="verschil in procentpunt"),
        ],
    )
    as_ = alt.X("waarde:Q", title=titel, axis=_WEINIG, scale=alt.Scale(zero=False, padding=12))
    boven = alt.Legend(title=None, orient="top")
    namen = list(_WAT.values())
    tekens = basis.transform_filter("datum.wat != 'interval'").encode(
        x=as_,
        color=alt.Color("wat:N", scale=alt.Scale(domain=namen, range=[KLEUR_NADRUK, KLEUR]), legend=boven),
        shape=alt.Shape("wat:N", scale=alt.Scale(domain=namen, range=["circle", "diamond"]), legend=boven),
    )
    balk = basis.transform_filter("datum.wat == 'interval'").mark_bar(color=GRIJS, opacity=0.4, height=12)
    return alt.layer(
        balk.encode(x=alt.X("laag:Q", title=titel), x2="hoog:Q"),
        tekens.mark_point(filled=True, size=130, opacity=1),
    )


@onthoud
def alle_gebieden(van: OpenbareTabel, naam: str) -> Grafiek:
    """Bars from low to high; the one in which the area `naam` is has a colour of its own and its name."""
    rijen = []
    for n in range(len(van)):
        namen = str(van.cel("namen", n)).split(", ")
        meer = len(namen) - _NAMEN_IN_TIP
        waarde, eigen = van.cel("gemiddelde", n), van.cel("eigen", n)
        rijen.append(
            {
                "nummer": van.cel("nummer", n),
                "waarde": waarde,
                "tekst": van.tekst("gemiddelde", n),
                "eigen": eigen,
                "naam": naam if eigen else "",
                "plek": _plek(waarde, (n + 1) / len(van)) if eigen else "",
                "wie": ", ".join(namen[:_NAMEN_IN_TIP]) + (f" en nog {meer}" if meer > 0 else ""),
            }
        )
    titel = van.kolommen[van.plaats("gemiddelde")].soort.value
    spec = gevuld(_staven(titel, len(rijen) <= VEEL), rijen)
    plek = next((str(r["nummer"]) for r in rijen if r["eigen"]), "")
    waar = f"; {naam} staat in staaf {plek}" if plek else ""
    return Grafiek(spec, van, f"{getal(len(rijen))} staven van laag naar hoog{waar}.")


def _plek(waarde: float, deel: float) -> str:
    """Where the name has no bar in its way: the bars rise from left to right."""
    if waarde < 0:
        return "nul links" if deel <= 0.5 else "nul rechts"
    return "boven" if deel <= 0.25 else "staaf"


@vorm
def _staven(titel: str, genummerd: bool) -> alt.TopLevelMixin:
    x = alt.X(
        "nummer:O",
        title="laagste  →  hoogste",
        axis=alt.Axis(labels=genummerd, ticks=False, labelAngle=0, domain=False),
    )
    wat = "verschil in procentpunt" if titel == "procentpunt" else "% van de jeugdigen"
    basis = alt.Chart(RIJEN).encode(x=x)
    staaf = basis.mark_bar(cornerRadiusEnd=2).encode(
        y=alt.Y("waarde:Q", title=wat),
        color=alt.condition("datum.eigen", alt.value(KLEUR_NADRUK), alt.value(KLEUR)),
        tooltip=[alt.Tooltip("tekst:N", title="gemiddelde"), alt.Tooltip("wie:N", title="gebieden")],
    )
    nul = alt.Chart(RIJEN).mark_rule(aria=False, strokeOpacity=0.4).encode(y=alt.datum(0))
    lijn = basis.transform_filter("datum.plek == 'boven'").mark_rule(aria=False, color=KLEUR_NADRUK)
    return alt.layer(
        staaf, nul, lijn.encode(y=alt.Y("waarde:Q"), y2=alt.value(18)), *_eigen_naam(basis)
    ).properties(height=300)


def _eigen_naam(basis: alt.Chart) -> list[alt.Chart]:
    """The name of the own area, in the place that `_plek` gives."""
    plekken: dict[str, tuple[Literal["left", "right"], int, Any]] = {
        "nul links": ("left", -9, alt.datum(0)),
        "nul rechts": ("right", -9, alt.datum(0)),
        "boven": ("left", 0, alt.value(10)),
        "staaf": ("right", -9, alt.Y("waarde:Q")),
    }
    return [
        basis.transform_filter(f"datum.plek == '{plek}'")
        .mark_text(align=kant, dy=dy, fontWeight="bold", fontSize=13)
        .encode(y=hoogte, text="naam:N")
        for plek, (kant, dy, hoogte) in plekken.items()
    ]


@onthoud
def opbouw(van: OpenbareTabel) -> Grafiek:
    """From the Netherlands to the expectation: each step a bar from where the last one ended."""
    rijen, vorige = [], van.cel("stand_pct")
    for n in range(len(van)):
        stand, stap = van.cel("stand_pct", n), van.cel("bijdrage_pp", n)
        rijen.append(
            {
                "kenmerk": van.cel("kenmerk", n),
                "van": vorige,
                "tot": stand,
                "soort": "stand" if stap is None else "meer" if stap >= 0 else "minder",
                "tekst": van.tekst("stand_pct" if stap is None else "bijdrage_pp", n),
                "eind": max(vorige, stand),
                "hier": van.cel("hier", n) or "–",
                "gemiddeld": van.cel("gemiddeld", n) or "–",
            }
        )
        vorige = stand
    return Grafiek(gevuld(_opbouw(), rijen, height=60 + 34 * len(rijen)), van, _opgeteld(van))


def _opgeteld(van: OpenbareTabel) -> str:
    stappen = [
        f"{van.cel('kenmerk', n)} {van.tekst('bijdrage_pp', n)}"
        for n in range(len(van))
        if van.cel("bijdrage_pp", n) is not None
    ]
    return f"Van {van.tekst('stand_pct')} naar {van.tekst('stand_pct', len(van) - 1)}: {', '.join(stappen)}."


@vorm
def _opbouw() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("kenmerk:N", sort=None, title=None, axis=alt.Axis(labelLimit=300)),
        tooltip=[
            alt.Tooltip("kenmerk:N", title="stap"),
            alt.Tooltip("tekst:N", title="bijdrage of stand"),
            alt.Tooltip("hier:N", title="in dit gebied"),
            alt.Tooltip("gemiddeld:N", title="gemiddelde gemeente"),
        ],
    )
    as_ = alt.X("van:Q", title="% van de jeugdigen", axis=_WEINIG, scale=alt.Scale(zero=False, padding=34))
    kleur = alt.Color(
        "soort:N", scale=alt.Scale(domain=["meer", "minder"], range=[KLEUR_TWEE, KLEUR]), legend=None
    )
    stand = basis.transform_filter("datum.soort == 'stand'")
    return alt.layer(
        # First the layer with all rows: it fixes their order.
        basis.mark_text(align="left", dx=9).encode(x="eind:Q", text="tekst:N"),
        basis.transform_filter("datum.soort != 'stand'")
        .mark_bar(height={"band": 0.6})
        .encode(x=as_, x2="tot:Q", color=kleur),
        stand.mark_point(filled=True, size=110, shape="diamond", color=GRIJS, opacity=1).encode(x="tot:Q"),
    )


@onthoud
def verschillen(van: OpenbareTabel) -> Grafiek:
    """Per area how much its use differs from its expectation; the first has a colour of its own."""
    rijen = [
        {
            "gebied": van.cel("gebied", n),
            "waarde": van.cel("verschil_pp", n),
            "tekst": van.tekst("verschil_pp", n),
            "werkelijk": van.tekst("werkelijk_pct", n),
            "verwacht": van.tekst("verwacht_pct", n),
            "eigen": n == 0,
        }
        for n in range(len(van))
    ]
    spec = gevuld(_verschillen(), rijen, height=60 + 28 * len(rijen))
    return Grafiek(spec, van, f"Verschil tussen werkelijk en verwacht in {len(rijen)} gebieden.")


@vorm
def _verschillen() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("gebied:N", sort=None, title=None, axis=alt.Axis(labelLimit=220)),
        tooltip=[
            alt.Tooltip("gebied:N"),
            alt.Tooltip("werkelijk:N"),
            alt.Tooltip("verwacht:N"),
            alt.Tooltip("tekst:N", title="verschil in procentpunt"),
        ],
    )
    lengte = alt.X("waarde:Q", title="verschil in procentpunt", axis=_WEINIG, scale=alt.Scale(padding=36))
    kleur = alt.condition("datum.eigen", alt.value(KLEUR_NADRUK), alt.value(KLEUR))
    erachter, ervoor = basis.transform_filter("datum.waarde >= 0"), basis.transform_filter("datum.waarde < 0")
    return alt.layer(
        basis.mark_bar(cornerRadiusEnd=2, height={"band": 0.65}).encode(x=lengte, color=kleur),
        erachter.mark_text(align="left", dx=5).encode(x="waarde:Q", text="tekst:N"),
        ervoor.mark_text(align="right", dx=-5).encode(x="waarde:Q", text="tekst:N"),
    )
