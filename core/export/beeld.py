"""A figure as one picture (SVG or PNG): finding, drawing, source line and demo mark, in one frame.

The drawing comes from the same protected spec as on the screen. Nothing is fetched: no data, no
font. The package that draws is imported where it is used: it is large.
"""

from __future__ import annotations

import re
import textwrap
from html import escape
from typing import Any

from core.export.diatabel import Cellen, van_kruis, van_tabel
from core.export.figuur import Figuur
from core.export.verantwoording import VOORBEELD, bron, is_voorbeeld
from core.export.vlakkaart import omtrekken
from core.grafieken import Grafiek, Kaart
from core.grafieken.basis import LOCALE
from core.grafieken.grenzen import Punt
from core.grafieken.kaart import DICHT
from core.onthulling import Kruistabel
from core.opmaak import getal

BREED = 960
"""Pixels of the frame; a PNG has twice as many, so that it stays sharp in a document."""
SCHERPTE = 2.0
_RAND, _REGEL = 24, 26
_INKT, _GRIJS = "#1b2733", "#5a6772"
_LETTER = "font-family='Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif'"
_RIJEN = 40
_VL_VERSIE = "6.1"
"""The Vega-Lite for which altair writes its charts."""


def svg(van: Figuur) -> str:
    """The figure as an SVG document that any program draws alike."""
    breed, hoog, tekening = _tekening(van)
    kop = textwrap.wrap(van.zin, 78)
    # A picture has no tooltip: what a line stands for is written below it.
    lijnen = van.beeld.gebeurtenissen if isinstance(van.beeld, Grafiek) else ""
    onder = [*textwrap.wrap(lijnen, 150), *textwrap.wrap(bron(van.van), 170)]
    boven = 20 + _REGEL * len(kop) + 24
    totaal = boven + hoog + 18 + 16 * len(onder) + 10
    delen = [
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{BREED}' height='{totaal:.0f}' "
        f"viewBox='0 0 {BREED} {totaal:.0f}' role='img' lang='nl'>",
        f"<title>{escape(van.zin)}</title><rect width='100%' height='100%' fill='#ffffff'/>",
        *(_tekst((_RAND, 20 + _REGEL * (n + 0.6)), regel, 20, True) for n, regel in enumerate(kop)),
        _tekst((_RAND, boven - 10), van.titel, 14, kleur=_GRIJS),
        f"<g transform='translate({max(_RAND, (BREED - breed) / 2):.0f},{boven:.0f})'>{tekening}</g>",
        *(_tekst((_RAND, boven + hoog + 18 + 16 * (n + 0.6)), r, 11, kleur=_GRIJS) for n, r in enumerate(onder)),
        _merk(boven - 18) if is_voorbeeld(van.van) else "",
        "</svg>",
    ]  # fmt: skip
    return "".join(delen)


def png(van: Figuur) -> bytes:
    """The same as pixels."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg(van), scale=SCHERPTE))


def kaart_svg(van: Kaart) -> str:
    """A map with its legend as an SVG document without a frame, for a screen of 960 × 540."""
    breed, hoog, tekening = _kaart(van, 640, 350)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {breed:.0f} {hoog:.0f}' role='img' lang='nl'>"
        f"<rect width='100%' height='100%' fill='#ffffff'/>{tekening}</svg>"
    )


def _tekening(van: Figuur) -> tuple[float, float, str]:
    """Width, height and the drawing itself; a figure without a drawing is its table."""
    if isinstance(van.beeld, Grafiek) and van.beeld.van.toont_getal:
        return _grafiek(van.beeld)
    if isinstance(van.beeld, Kaart):
        return _kaart(van.beeld)
    cellen = van_kruis(van.beeld) if isinstance(van.beeld, Kruistabel) else van_tabel(van.van)
    return _tabel(cellen)


def _grafiek(van: Grafiek) -> tuple[float, float, str]:
    import vl_convert

    passend = {"width": BREED - 2 * _RAND, "autosize": {"type": "fit-x", "contains": "padding"}}
    tekening = str(
        vl_convert.vegalite_to_svg(
            van.spec | passend, vl_version=_VL_VERSIE, allowed_base_urls=[],
            format_locale=LOCALE["number"], time_format_locale=LOCALE["time"],
        )
    )  # fmt: skip
    breed, hoog = (float(w) for w in re.findall(r"<svg[^>]*?viewBox=\"0 0 ([\d.]+) ([\d.]+)\"", tekening)[0])
    return breed, hoog, tekening


def _kaart(van: Kaart, breed: float = BREED - 2 * _RAND, hoog: float = 560) -> tuple[float, float, str]:
    legenda = 190
    arcering = (
        "<defs><pattern id='dicht' width='5' height='5' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'>"
        "<rect width='5' height='5' fill='#cdd2d6'/><rect width='1.5' height='5' fill='#5f676e'/></pattern></defs>"
    )
    vlakken = []
    for vlak in omtrekken(van, breed - legenda, hoog):
        pad = " ".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z" for ring in vlak.ringen)
        vul = "url(#dicht)" if vlak.gearceerd else _kleur(vlak.kleur)
        vlakken.append(
            f"<path d='{pad}' fill='{vul}' stroke='#78828a' fill-rule='evenodd'>"
            f"<title>{escape(f'{vlak.naam}: {vlak.tekst}')}</title></path>"
        )
    regels = []
    for n, regel in enumerate(van.legenda):
        vul = "url(#dicht)" if regel.tekst == DICHT else regel.kleur or "none"
        x, y = breed - legenda + 20, 20 + 26 * n
        regels.append(f"<rect x='{x}' y='{y}' width='22' height='14' fill='{vul}' stroke='#78828a'/>")
        regels.append(_tekst((x + 30, y + 12), f"{regel.tekst} ({regel.aantal})", 13))
    return breed, hoog, arcering + "".join((*vlakken, *regels))


def _kleur(kleur: tuple[int, ...]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*kleur) if len(kleur) == 3 else "none"


def _tabel(van: Cellen) -> tuple[float, float, str]:
    breed = BREED - 2 * _RAND
    rijen = [van.koppen, *van.rijen[:_RIJEN]]
    letters = [max(len(rij[n]) for rij in rijen) + 2 for n in range(len(van.koppen))]
    plaatsen = [breed * sum(letters[:n]) / sum(letters) for n in range(len(letters) + 1)]
    punten = max(8, min(13, 1.6 * breed / sum(letters)))
    delen: list[str] = []
    for y, rij in enumerate(rijen):
        for n, tekst in enumerate(rij):
            x = plaatsen[n] if van.links[n] else plaatsen[n + 1] - 6
            einde = "" if van.links[n] else " text-anchor='end'"
            delen.append(_tekst((x, 22 * y + 14), tekst, punten, y == 0, meer=einde))
        lijn = 22 * y + 20
        delen.append(f"<line x1='0' x2='{breed}' y1='{lijn}' y2='{lijn}' stroke='#d9dee2'/>")
    over = len(van.rijen) - _RIJEN
    if over > 0:
        delen.append(
            _tekst((0, 22 * len(rijen) + 14), f"Nog {getal(over)} rijen staan in het rekenblad.", 11)
        )
    return breed, 22 * (len(rijen) + 1), "".join(delen)


def _tekst(plek: Punt, tekst: str, punten: float, vet: bool = False, **anders: Any) -> str:
    x, y = plek
    dikte = " font-weight='bold'" if vet else ""
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{punten:.1f}' fill='{anders.get('kleur', _INKT)}' xml:space='preserve' "
        f"{_LETTER}{dikte}{anders.get('meer', '')}>{escape(tekst)}</text>"
    )


def _merk(y: float) -> str:
    x = BREED - _RAND - 150
    blok = f"<rect x='{x}' y='{y - 8}' width='150' height='22' rx='6' fill='#b3541e'/>"
    return blok + _tekst((x + 75, y + 7), VOORBEELD, 12, True, kleur="#ffffff", meer=" text-anchor='middle'")
