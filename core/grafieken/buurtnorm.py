"""Charts of buurten beside the city's average: a funnel, and maps that colour only what leaves it.

A hidden buurt has no point and is hatched on a map; a buurt within the bounds stays without colour
everywhere, so that nobody reads a pattern into chance.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from core.begrippen import Niveau
from core.cijfers.buurtnorm import BINNEN, BOVEN, GRENZEN, ONDER
from core.cijfers.toevalsgrenzen import poisson_grenzen
from core.grafieken.basis import GRIJS, KLEUR, KLEUR_NADRUK, RIJEN, Grafiek, gevuld, helder, onthoud, vorm
from core.grafieken.grenzen import Vlak, vlakken
from core.grafieken.kaart import DICHT, GEEN_NOEMER, SCHAAL, Kaart, Legendaregel, klassegrenzen, vergeleken
from core.grafieken.lagen import LETTER_OP_NIETS, Kleur, Plek, deck
from core.grafieken.vormbewaring import alt
from core.kruisfilter import code
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal

BINNEN_DE_GRENZEN = "binnen de grenzen"
HOOGTE_NAAST_ELKAAR = 330
"""Pixels of a map that has two beside it."""
_LEEG: Kleur = (0, 0, 0, 0)
_DICHT: Kleur = (205, 210, 214)
_LETTER: Kleur = (27, 39, 51)
_LIGT: dict[str, Kleur] = {
    "boven 99,8 %": (179, 73, 30), "boven 95 %": (240, 178, 148), "onder 95 %": (163, 201, 220),
    "onder 99,8 %": (36, 104, 143),
}  # fmt: skip
"""Two hues that colour-blind readers tell apart; neither is good or bad."""
_PUNTEN = 120
_LAAGSTE_TOP, _RUIMTE = 250, 1.1
"""The axis of the index runs at least so far, and by so much above the highest point."""
_MATEN = ("per_1000", "stad_per_1000")


@onthoud
def trechter(van: BeveiligdeTabel) -> Grafiek:
    """Every buurt by its city average (across) and its index (up), with the bounds of chance."""
    buurten = van.alleen(niveau=Niveau.BUURT.value)
    punten = [_punt(buurten, n) for n in range(len(buurten)) if buurten.cel("index", n) is not None]
    alle = [p["stad"] for p in punten]
    top = max([_LAAGSTE_TOP, *(_RUIMTE * p["index"] for p in punten)])
    randen = _randen(min(alle), max(alle), top) if alle else []
    buiten = sum(p["plek"] != BINNEN for p in punten)
    tekst = f"Trechter van {len(punten)} buurten: {buiten} liggen buiten de grenzen van het toeval."
    return Grafiek(gevuld(_trechter(), [*randen, *punten]), buurten, tekst)


def _punt(van: BeveiligdeTabel, n: int) -> dict[str, Any]:
    ligging = str(van.cel("ligging", n))
    return {
        "naam": van.cel("buurt", n), "stad": van.cel("stadsgemiddelde", n), "index": van.cel("index", n),
        "plek": ligging if ligging == BINNEN else ligging.split()[0],
        "noem": van.cel("buurt", n) if ligging.endswith("99,8 %") else "", "ligging": ligging,
        "aantal": van.tekst("jeugd_met_hulp", n), "stadtekst": van.tekst("stadsgemiddelde", n),
        "indextekst": van.tekst("index", n), "gewogen": van.tekst("index_gekrompen", n),
        "kies": code(buurt=van.cel("buurt", n)),
    }  # fmt: skip


def _randen(laagst: float, hoogst: float, top: float) -> list[dict[str, Any]]:
    """The bounds along the axis, evenly on the scale of the axis (a root), up to the index `top`.

    Of very small buurten they run to many times the average: drawn, they would press all points flat.
    """
    stad = np.linspace(np.sqrt(laagst * 0.8), np.sqrt(hoogst * 1.1), _PUNTEN) ** 2
    kolommen: dict[str, list[float | None]] = {"rand": stad.tolist()}
    for naam, binnen in GRENZEN.items():
        laag, hoog = (100 * grens / stad for grens in poisson_grenzen(stad, binnen))
        kolommen[f"laag_{naam}"] = laag.tolist()
        kolommen[f"hoog_{naam}"] = [hoogte if hoogte <= top else None for hoogte in hoog.tolist()]
    return [dict(zip(kolommen, rij, strict=True)) for rij in zip(*kolommen.values(), strict=True)]


@vorm
def _trechter() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN)
    schaal = alt.Scale(type="sqrt", zero=False, nice=False)
    langs = alt.X(
        "rand:Q",
        title="jeugdigen volgens stadsgemiddelde naar leeftijd",
        scale=schaal,
        axis=alt.Axis(tickCount=6),
    )
    randen = [
        basis.transform_filter("isValid(datum.rand)")
        .mark_line(color=GRIJS, strokeWidth=1.5, strokeDash=streep, aria=False)
        .encode(x=langs, y=alt.Y(f"{kant}_{naam}:Q", title="index (100 = stadsgemiddelde)"))
        for naam, streep in (("95", [1, 0]), ("998", [5, 4]))
        for kant in ("laag", "hoog")
    ]
    punten = basis.transform_filter("isValid(datum.index)").encode(x="stad:Q", y="index:Q")
    return alt.layer(
        basis.mark_rule(color=GRIJS, aria=False).encode(y=alt.datum(100)),
        *randen,
        _stippen(punten),
        punten.mark_text(align="left", dx=8, dy=-2, aria=False).encode(text="noem:N"),
    ).properties(height=380)


def _stippen(punten: alt.Chart) -> alt.Chart:
    """Colour and form say the same, for who cannot tell the colours apart."""
    titels = {
        "naam": "buurt", "aantal": "jeugdigen met hulp", "stadtekst": "volgens stadsgemiddelde", "indextekst": "index",
        "gewogen": "index, gewogen", "ligging": "ten opzichte van de grenzen",
    }  # fmt: skip
    kanten = [BOVEN, BINNEN, ONDER]
    return punten.mark_point(size=70, filled=True, cursor="pointer").encode(
        opacity=helder(),
        color=alt.Color(
            "plek:N",
            scale=alt.Scale(domain=kanten, range=[KLEUR_NADRUK, GRIJS, KLEUR]),
            legend=alt.Legend(title=None, orient="top"),
        ),
        shape=alt.Shape(
            "plek:N",
            scale=alt.Scale(domain=kanten, range=["triangle-up", "circle", "triangle-down"]),
            legend=None,
        ),
        tooltip=[alt.Tooltip(f"{veld}:N", title=titel) for veld, titel in titels.items()],
    )


@onthoud
def kaart_buiten_grenzen(van: BeveiligdeTabel, maat: str, naast: BeveiligdeTabel | None = None) -> Kaart:
    """The buurten outside the bounds, coloured by `maat`: per_1000 and stad_per_1000 on one scale, or index.

    `naast` is the same table of another selection, whose value is told beside that of each buurt.
    """
    rijen = {van.cel("buurtcode", n): n for n in range(len(van)) if van.cel("niveau", n) == Niveau.BUURT}
    grenzen = _schaal(van, list(rijen.values()))
    klassen = [_klasse(van, maat, rijen.get(vlak.buurtcode), grenzen) for vlak in vlakken()]
    plekken = [
        Plek(
            vlak,
            _tip(van, vlak, rijen.get(vlak.buurtcode)) + vergeleken(vlak, naast, maat),
            kleur,
            _letter(kleur),
            gearceerd=woord == DICHT,
        )
        for vlak, (woord, kleur) in zip(vlakken(), klassen, strict=True)
    ]
    titel = van.kolommen[van.plaats(maat)].titel.lower()
    buiten = sum(woord not in (BINNEN_DE_GRENZEN, DICHT, GEEN_NOEMER) for woord, _ in klassen)
    alt_tekst = f"Kaart van {len(plekken)} buurten naar {titel}; {buiten} liggen buiten de grenzen en hebben een kleur."
    return Kaart(
        deck(plekken, (), HOOGTE_NAAST_ELKAAR),
        _legenda(klassen),
        van,
        alt_tekst,
        tuple(plekken),
        HOOGTE_NAAST_ELKAAR,
    )


def _schaal(van: BeveiligdeTabel, rijen: list[int]) -> list[float]:
    """One scale for both maps of a use per 1.000: of what is shown, outside the bounds."""
    buiten = [n for n in rijen if van.cel("ligging", n) not in (None, BINNEN)]
    return klassegrenzen([w for n in buiten for m in _MATEN if (w := van.cel(m, n))])


def _klasse(van: BeveiligdeTabel, maat: str, rij: int | None, grenzen: list[float]) -> tuple[str, Kleur]:
    """What the legend says of a buurt, and its colour."""
    if rij is None or van.reden_van("ligging", rij):
        return (GEEN_NOEMER, _LEEG) if rij is None else (DICHT, _DICHT)
    ligging = van.cel("ligging", rij)
    if ligging in (None, BINNEN):
        return (BINNEN_DE_GRENZEN if ligging else GEEN_NOEMER), _LEEG
    if maat not in _MATEN:
        return ligging, _LIGT[ligging]
    klasse = sum(van.cel(maat, rij) >= g for g in grenzen)
    randen = [0.0, *grenzen]
    tot = f" tot {getal(grenzen[klasse])}" if klasse < len(grenzen) else " of meer"
    return f"{getal(randen[klasse])}{tot}", _rgb(
        SCHAAL[round(klasse * (len(SCHAAL) - 1) / max(len(grenzen), 1))]
    )


def _tip(van: BeveiligdeTabel, vlak: Vlak, rij: int | None) -> str:
    if rij is None:
        return "niet in de selectie"
    return (
        f"{van.tekst('jeugd_met_hulp', rij)} jeugdigen, volgens stadsgemiddelde {van.tekst('stadsgemiddelde', rij)}\n"
        f"per 1.000: {van.tekst('per_1000', rij)}, stadsgemiddelde {van.tekst('stad_per_1000', rij)}\n"
        f"index {van.tekst('index', rij)}, ten opzichte van de grenzen: {van.tekst('ligging', rij)}"
    )


def _legenda(klassen: list[tuple[str, Kleur]]) -> tuple[Legendaregel, ...]:
    woorden = [woord for woord, _ in klassen]
    kleuren = dict(klassen)
    schaal = sorted((w for w in kleuren if w not in (BINNEN_DE_GRENZEN, DICHT, GEEN_NOEMER)), key=_orde)
    regels = [Legendaregel(w, "#{:02x}{:02x}{:02x}".format(*kleuren[w]), woorden.count(w)) for w in schaal]
    return (
        *regels,
        *(
            Legendaregel(w, "", woorden.count(w))
            for w in (BINNEN_DE_GRENZEN, DICHT, GEEN_NOEMER)
            if w in kleuren
        ),
    )


def _orde(woord: str) -> tuple[int, float]:
    """High to low: places beside the bounds, or the classes of a scale by their lower end."""
    if woord in _LIGT:
        return 0, list(_LIGT).index(woord)
    return 1, -float(woord.split()[0].replace(".", "").replace(",", "."))


def _rgb(hex_: str) -> Kleur:
    return int(hex_[1:3], 16), int(hex_[3:5], 16), int(hex_[5:7], 16)


def _letter(kleur: Kleur) -> Kleur:
    if kleur == _LEEG:
        return LETTER_OP_NIETS
    return (255, 255, 255) if sum(kleur) < 3 * 140 else _LETTER
