"""One slide: its title, the room below it, what stands under that, and the design it is made with."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

Boek = Any
Blad = Any
"""A presentation and a slide; the types that the package gives do not fit its own calls."""
EMU = 12_700
"""English metric units in a point."""
_BREED, _HOOG = 960, 540
_RAND, _ONDERTITEL, _VOET = 36, 22, 46
_LANG = 110
"""A title of more letters than this is set smaller, so that it keeps to two lines."""


@dataclass(frozen=True)
class Vak:
    """Room on a slide, in points: left, top, width, height."""

    x: float
    y: float
    breed: float
    hoog: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same in the units of the file."""
        return tuple(int(w * EMU) for w in (self.x, self.y, self.breed, self.hoog))  # type: ignore[return-value]


@dataclass(frozen=True)
class Letter:
    """How text is set: its size in points, bold or not, its colour (empty: as the design has it)."""

    punten: int
    vet: bool = False
    kleur: str = ""


GRIJS = "5A6772"


def open_sjabloon(sjabloon: bytes | None) -> Boek:
    """A presentation without slides in the design of a template, or in our own plain one."""
    from pptx import Presentation as open_

    if sjabloon is None:
        return _eigen(open_())
    boek: Boek = open_(io.BytesIO(sjabloon))
    lijst = boek.slides._sldIdLst
    for dia in list(lijst):
        boek.part.drop_rel(dia.rId)
        lijst.remove(dia)
    return boek


def _eigen(boek: Boek) -> Boek:
    """The plain design that the package brings, made wide, with titles to the left."""
    from pptx.oxml.ns import qn

    breder = _BREED * EMU / boek.slide_width
    boek.slide_width, boek.slide_height = _BREED * EMU, _HOOG * EMU
    for blad in (boek.slide_master, *boek.slide_layouts):
        for vorm in blad.placeholders:
            vorm.left, vorm.width = int(vorm.left * breder), int(vorm.width * breder)
    titel = boek.slide_master.placeholders[0]
    titel.left, titel.top, titel.width, titel.height = Vak(_RAND, 18, _BREED - 2 * _RAND, 66).emu
    stijl = boek.slide_master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    stijl.set("algn", "l")
    kaal = _indeling(boek)
    for vorm in kaal.placeholders:
        if _is_titel(vorm):
            vorm.left, vorm.top, vorm.width, vorm.height = titel.left, titel.top, titel.width, titel.height
    return boek


def _indeling(boek: Boek) -> Any:
    """The layout with a title and the fewest other places to fill."""
    met_titel = [i for i in boek.slide_layouts if any(map(_is_titel, i.placeholders))]
    lijst = met_titel or list(boek.slide_layouts)
    return min(lijst, key=lambda i: len(list(i.placeholders)))


def _is_titel(vorm: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as SOORT

    return vorm.placeholder_format.type in (SOORT.TITLE, SOORT.CENTER_TITLE)


def nieuw(boek: Boek, titel: str) -> Blad:
    """A new slide with its title; other places of the layout that nobody fills are taken off."""
    blad = boek.slides.add_slide(_indeling(boek))
    for vorm in list(blad.placeholders):
        if not _is_titel(vorm):
            vorm._element.getparent().remove(vorm._element)
    if blad.shapes.title is None:
        zet(blad, Vak(_RAND, 18, boek.slide_width / EMU - 2 * _RAND, 66), titel, Letter(24, vet=True))
        return blad
    kader = blad.shapes.title.text_frame
    kader.word_wrap = True
    _schrijf(kader.paragraphs[0], titel, Letter(20 if len(titel) > _LANG else 24, vet=True))
    return blad


def vak(boek: Boek, blad: Blad) -> Vak:
    """The room between the title and the foot of a slide."""
    breed, hoog = boek.slide_width / EMU, boek.slide_height / EMU
    titel = blad.shapes.title
    top = 84.0 if titel is None else min((titel.top + titel.height) / EMU, hoog / 3)
    top += _ONDERTITEL
    return Vak(_RAND, top, breed - 2 * _RAND, hoog - top - _VOET)


def ondertitel(blad: Blad, ruimte: Vak, tekst: str) -> None:
    """What the figure is called, between title and figure."""
    zet(
        blad, Vak(ruimte.x, ruimte.y - _ONDERTITEL, ruimte.breed, _ONDERTITEL), tekst, Letter(14, kleur=GRIJS)
    )


def voet(blad: Blad, ruimte: Vak, regels: list[str]) -> None:
    """What a reader must know, and the source line, below the figure."""
    onder = Vak(ruimte.x, ruimte.y + ruimte.hoog + 4, ruimte.breed - 150, _VOET - 10)
    zet(blad, onder, "\n".join(regels), Letter(10, kleur=GRIJS))


def merk(blad: Blad, ruimte: Vak, tekst: str) -> None:
    """A mark that nobody overlooks: these figures are invented."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE

    plek = Vak(ruimte.x + ruimte.breed - 140, ruimte.y + ruimte.hoog + 8, 140, 22)
    vorm = blad.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *plek.emu)
    vorm.fill.solid()
    vorm.fill.fore_color.rgb = RGBColor.from_string("B3541E")
    vorm.line.fill.background()
    _schrijf(vorm.text_frame.paragraphs[0], tekst, Letter(11, vet=True, kleur="FFFFFF"))


def zet(blad: Blad, plek: Vak, tekst: str, letter: Letter) -> None:
    """Text in a box of its own, one paragraph per line."""
    kader = blad.shapes.add_textbox(*plek.emu).text_frame
    kader.word_wrap = True
    kader.margin_left = kader.margin_right = kader.margin_top = kader.margin_bottom = 0
    for n, regel in enumerate(tekst.split("\n")):
        _schrijf(kader.add_paragraph() if n else kader.paragraphs[0], regel, letter)


def _schrijf(alinea: Any, tekst: str, letter: Letter) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.util import Pt

    loop = alinea.add_run()
    loop.text = tekst
    loop.font.size, loop.font.bold = Pt(letter.punten), letter.vet
    loop.font.language_id = MSO_LANGUAGE_ID.DUTCH
    if letter.kleur:
        loop.font.color.rgb = RGBColor.from_string(letter.kleur)
