"""The map of the buurten on a slide: one editable shape per area, with its legend."""

from __future__ import annotations

from typing import Any

from core.export.dia import Blad, Letter, Vak, zet
from core.export.vlakkaart import Omtrek, omtrekken
from core.grafieken import Kaart
from core.grafieken.kaart import DICHT

_LEGENDA = 200
"""Points of width for the legend."""
_FIJN = 20
"""Parts of a point in which corners are placed."""


def teken(blad: Blad, vak: Vak, van: Kaart) -> None:
    """Draw every area in its colour; a hidden one is hatched, one without a value is empty."""
    for omtrek in omtrekken(van, vak.breed - _LEGENDA, vak.hoog):
        _vlak(blad, vak, omtrek)
    _legenda(blad, vak, van)


def _vlak(blad: Blad, vak: Vak, van: Omtrek) -> None:
    from pptx.util import Pt

    ringen = [[((vak.x + x) * _FIJN, (vak.y + y) * _FIJN) for x, y in ring] for ring in van.ringen]
    bouw = blad.shapes.build_freeform(*ringen[0][0], scale=12_700 / _FIJN)
    for n, ring in enumerate(ringen):
        if n:
            bouw.move_to(*ring[0])
        bouw.add_line_segments(ring[1:], close=True)
    vorm = bouw.convert_to_shape()
    vorm.name = van.naam
    vorm._element.nvSpPr.cNvPr.set("descr", f"{van.naam}: {van.tekst}")
    vorm.shadow.inherit = False
    vorm.line.color.rgb, vorm.line.width = _rgb((120, 130, 138)), Pt(0.75)
    _vul(vorm, van)


def _vul(vorm: Any, van: Omtrek) -> None:
    from pptx.enum.dml import MSO_PATTERN

    if van.gearceerd:
        vorm.fill.patterned()
        vorm.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        vorm.fill.fore_color.rgb, vorm.fill.back_color.rgb = _rgb((95, 103, 110)), _rgb((205, 210, 214))
    elif len(van.kleur) == 3:
        vorm.fill.solid()
        vorm.fill.fore_color.rgb = _rgb(van.kleur)
    else:
        vorm.fill.background()


def _legenda(blad: Blad, vak: Vak, van: Kaart) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    links = vak.x + vak.breed - _LEGENDA + 10
    for n, regel in enumerate(van.legenda):
        boven = vak.y + 30 + 26 * n
        blok = blad.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Vak(links, boven, 22, 14).emu)
        blok.shadow.inherit = False
        blok.line.color.rgb = _rgb((120, 130, 138))
        kleur = tuple(bytes.fromhex(regel.kleur.lstrip("#"))) if regel.kleur else (0, 0, 0, 0)
        _vul(blok, Omtrek("", "", (), kleur, regel.tekst == DICHT))
        zet(
            blad, Vak(links + 30, boven - 1, _LEGENDA - 40, 18), f"{regel.tekst} ({regel.aantal})", Letter(12)
        )


def _rgb(kleur: tuple[int, ...]) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*kleur[:3])
