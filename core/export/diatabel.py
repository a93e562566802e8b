"""A protected table as native tables on slides: the texts of the screen, a few slides at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from core.begrippen import Niveau
from core.bevindingen import jaarlabel
from core.export.dia import Blad, Vak
from core.onthulling import Herkomst, Kruistabel, Rooster
from core.onthulling.opmaak import LINKS
from core.opmaak import getal, segment_kort

RIJEN = 14
"""So many rows fit on a slide and can still be read in a room."""
BLADEN = 4
"""After so many slides a table is a spreadsheet, not a presentation."""


@dataclass(frozen=True)
class Cellen:
    """Texts by row, with their heads; `links` says of each column whether it is text."""

    koppen: tuple[str, ...]
    links: tuple[bool, ...]
    rijen: tuple[tuple[str, ...], ...]
    opmerking: str = ""


def van_tabel(van: Rooster) -> Cellen:
    """The cells as on the screen; a table of one row is turned, so that it reads as a list."""
    kolommen = [k for k in van.kolommen if k.naam != "buurtcode"]
    if len(van) == 1 and not any(k.soort in LINKS for k in kolommen):
        rijen = tuple((k.titel, van.tekst(k.naam)) for k in kolommen)
        return Cellen(("Maat", "Waarde"), (True, False), rijen)
    return Cellen(
        tuple(k.titel for k in kolommen),
        tuple(k.soort in LINKS for k in kolommen),
        tuple(tuple(van.tekst(k.naam, n) for k in kolommen) for n in range(len(van))),
    )


def van_kruis(van: Kruistabel) -> Cellen:
    """A turned table: its labels and, per head, its texts; levels as on the screen, the total last."""
    koppen = tuple(_kop(k, van.herkomst) for k in van.koppen)
    if van.labels[0] == "Niveau":
        rijen = tuple(_per_niveau(van))
        return Cellen(("Segment en product", *koppen), (True,) + (False,) * len(koppen), rijen)
    return Cellen(
        (*van.labels, *koppen),
        (True,) * len(van.labels) + (False,) * len(koppen),
        tuple((*("" if w is None else str(w) for w in rij), *cellen) for rij, cellen in van.rijen),
    )


def _kop(kop: Any, van: Herkomst) -> str:
    if isinstance(kop, int):
        return jaarlabel(kop, van)
    return "-".join(map(str, kop)) if isinstance(kop, tuple) else segment_kort(str(kop))


def _per_niveau(van: Kruistabel) -> Iterator[tuple[str, ...]]:
    per_segment: dict[str, list[tuple[str, ...]]] = {}
    totaal: list[tuple[str, ...]] = []
    for (niveau, segment, product), cellen in van.rijen:
        if niveau == Niveau.TOTAAL:
            totaal.append(("Totaal (unieke jeugdigen)", *cellen))
        elif niveau == Niveau.SEGMENT:
            per_segment.setdefault(segment, []).insert(0, (segment, *cellen))
        else:
            per_segment.setdefault(segment, []).append((f"    {product}", *cellen))
    for rijen in per_segment.values():
        yield from rijen if len(rijen) > 2 else rijen[:1]  # a segment that is its only product is one row
    yield from totaal


def bladen(van: Cellen) -> Iterator[Cellen]:
    """The table cut to slides; the last one says how many rows are left out. One slide without rows too."""
    alles = [van.rijen[n : n + RIJEN] for n in range(0, len(van.rijen), RIJEN)] or [()]
    for nummer, rijen in enumerate(alles[:BLADEN], 1):
        opmerking = f"Deel {nummer} van {min(len(alles), BLADEN)}." if len(alles) > 1 else ""
        over = len(van.rijen) - BLADEN * RIJEN
        if nummer == BLADEN and over > 0:
            opmerking += f" Nog {getal(over)} rijen staan alleen in het rekenblad (XLSX of CSV)."
        yield replace(van, rijen=tuple(rijen), opmerking=opmerking)


def teken(blad: Blad, vak: Vak, van: Cellen) -> None:
    """Draw the table at the top of the room."""
    from pptx.util import Pt

    hoog = min(vak.hoog - 16, 24.0 * (len(van.rijen) + 1))  # heads may take a second line
    plek = Vak(vak.x, vak.y + 4, vak.breed, hoog)
    tabel = blad.shapes.add_table(len(van.rijen) + 1, len(van.koppen), *plek.emu).table
    for n, breedte in enumerate(_breedtes(van, vak.breed)):
        tabel.columns[n].width = Pt(breedte)
    punten = 12 if len(van.koppen) <= 6 else 10
    for rij, cellen in enumerate((van.koppen, *van.rijen)):
        tabel.rows[rij].height = Pt(hoog / (len(van.rijen) + 1))
        for kolom, tekst in enumerate(cellen):
            _cel(tabel.cell(rij, kolom), tekst, van.links[kolom], punten)


def _breedtes(van: Cellen, breed: float) -> list[float]:
    """In points: by the longest text of a column, so that numbers stay on one line."""
    letters = [
        min(40, max(len(tekst) for tekst in (kop.split(" ")[0], *(rij[n] for rij in van.rijen), "xxxxx")))
        for n, kop in enumerate(van.koppen)
    ]
    return [breed * aantal / sum(letters) for aantal in letters]


def _cel(cel: Any, tekst: str, links: bool, punten: int) -> None:
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    cel.margin_top = cel.margin_bottom = Pt(1)
    cel.margin_left = cel.margin_right = Pt(4)
    alinea = cel.text_frame.paragraphs[0]
    alinea.alignment = PP_ALIGN.LEFT if links else PP_ALIGN.RIGHT
    loop = alinea.add_run()
    loop.text = tekst
    loop.font.size, loop.font.language_id = Pt(punten), MSO_LANGUAGE_ID.DUTCH
