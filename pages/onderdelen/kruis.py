"""Tables that cross two things, coloured by how large a cell is; the text in it always says all."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from math import sqrt
from typing import Any

import streamlit as st

from core.onthulling import Kruistabel
from core.onthulling.kruis import TOTAAL
from pages.onderdelen import tonen

STERKST = 45
"""Per cent of the colour in the largest cell: text on it keeps enough contrast in both themes."""


def toon(van: Kruistabel, eerste: str, heet: Callable[[Any], str] = str) -> None:
    """Draw the table: `eerste` heads the labels, `heet` names the other heads."""
    if not len(van):
        tonen.leeg()
        return
    hoogste = max((w for rij in van.waarden for w in rij if w), default=0)
    koppen = "".join(
        f'<th scope="col" class="rechts{" totaal" if k == TOTAAL else ""}">{escape(heet(k))}</th>'
        for k in van.koppen
    )
    rijen = (
        _rij(van, rij, cellen, [_sterkte(w, hoogste) for w in waarden])
        for (rij, cellen), waarden in zip(van.rijen, van.waarden, strict=True)
    )
    st.html(
        f'<div class="tabel kruis" tabindex="0"><table><thead><tr><th scope="col" class="links">{escape(eerste)}</th>'
        f"{koppen}</tr></thead><tbody>{''.join(rijen)}</tbody></table></div>"
    )


def _sterkte(waarde: Any, hoogste: float) -> int:
    # The root keeps small cells apart: amounts differ by a factor of a hundred.
    return round(STERKST * sqrt(waarde / hoogste)) if waarde and waarde > 0 and hoogste else 0


def _rij(van: Kruistabel, labels: tuple[Any, ...], cellen: tuple[str, ...], sterkte: list[int]) -> str:
    vakken = "".join(
        f'<td class="rechts{" totaal" if kop == TOTAAL else ""}"'
        + (f' style="--sterkte: {deel}%"' if deel else "")
        + f">{escape(cel)}</td>"
        for kop, cel, deel in zip(van.koppen, cellen, sterkte, strict=True)
    )
    delen = [str(label).removeprefix("Segment Jeugd ") for label in labels if label is not None]
    naam = " – ".join(dict.fromkeys(delen))  # a segment that is its only product is said once
    return f'<tr><th scope="row" class="links">{escape(naam)}</th>{vakken}</tr>'
