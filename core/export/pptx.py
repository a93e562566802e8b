"""Figures as slides: native charts and tables that can be edited, each with its finding as title.

The package for slides is imported where it is used: it takes longer than a page.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from core.export import dia, diagram, diakaart, diatabel
from core.export.figuur import Figuur, Gegevens
from core.export.reeksen import Reeksen, reeksen
from core.export.verantwoording import VOORBEELD, bron, is_voorbeeld, toelichting
from core.grafieken import Grafiek, Kaart
from core.onthulling import Kruistabel
from core.opmaak import aaneen

_GEEN_NUL = "Verborgen aantallen zijn niet getekend: een lege plek is geen nul."


def schrijf(figuren: Sequence[Figuur], sjabloon: bytes | None = None) -> bytes:
    """A presentation with one or more slides per figure.

    `sjabloon` is a .pptx whose design is used and whose slides are left out; without it our own
    plain layout. Raises ValueError without any figure.
    """
    if not figuren:
        raise ValueError("geen figuur om te exporteren")
    boek = dia.open_sjabloon(sjabloon)
    for figuur in figuren:
        for wat in _delen(figuur):
            _dia(boek, figuur, wat)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _delen(figuur: Figuur) -> list[Reeksen | Kaart | diatabel.Cellen]:
    """What goes on the slides of a figure, one by one: a chart, or a map and its rows, or a table."""
    if isinstance(figuur.beeld, Grafiek) and (getekend := reeksen(figuur.beeld)):
        return [getekend]
    if isinstance(figuur.beeld, Kaart):
        return [figuur.beeld, *diatabel.bladen(diatabel.van_tabel(figuur.van))]
    if isinstance(figuur.beeld, Kruistabel):
        return list(diatabel.bladen(diatabel.van_kruis(figuur.beeld)))
    return list(diatabel.bladen(diatabel.van_tabel(figuur.van)))


def _dia(boek: dia.Boek, figuur: Figuur, wat: Reeksen | Kaart | diatabel.Cellen) -> None:
    blad = dia.nieuw(boek, aaneen(figuur.zin))
    vak = dia.vak(boek, blad)
    opmerking = ""
    if isinstance(wat, Reeksen):
        diagram.teken(blad, vak, wat, _alt(figuur))
        opmerking = _GEEN_NUL if wat.onvolledig and _verbergt(figuur.van) else ""
    elif isinstance(wat, Kaart):
        diakaart.teken(blad, vak, wat)
    else:
        diatabel.teken(blad, vak, wat)
        opmerking = wat.opmerking
    dia.ondertitel(blad, vak, figuur.titel)
    dia.voet(blad, vak, [*filter(None, [opmerking]), bron(figuur.van)])
    if is_voorbeeld(figuur.van):
        dia.merk(blad, vak, VOORBEELD)
    blad.notes_slide.notes_text_frame.text = "\n".join(f"{w}: {t}" for w, t in toelichting(figuur))


def _verbergt(van: Gegevens) -> bool:
    return any(reden for rij in van.reden for reden in rij)


def _alt(figuur: Figuur) -> str:
    beeld: Any = figuur.beeld
    return f"{figuur.zin} {beeld.alt}"
