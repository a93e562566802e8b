"""Tables that cross two things, coloured by how large a cell is; the text in it always says all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from math import sqrt
from typing import Any

import streamlit as st

from core import kruisfilter
from core.filters import Filter
from core.onthulling import Kruistabel
from core.onthulling.kruis import TOTAAL
from core.opmaak import segment_kort
from pages.onderdelen import klik, tonen, vastgezet
from pages.onderdelen.vastgezet import Cellen

Dimensies = tuple[tuple[str, ...], tuple[str, ...]]

STERKST = 45
"""Per cent of the colour in the largest cell: text on it keeps enough contrast in both themes."""


def toon(van: Kruistabel, eerste: str, dimensies: Dimensies, heet: Callable[[Any], str] = str) -> None:
    """Draw the table: `eerste` heads the labels, `heet` names the other heads.

    `dimensies` are those that its labels are values of, and those that its heads are (if any).
    """
    if not len(van):
        tonen.leeg()
        return
    namen, over = dimensies
    onder, naast = vastgezet.onder_cellen(van, {*namen, *over})
    koppen = tuple(heet(k) for k in van.koppen)
    st.html(_html(van, (eerste, dimensies, koppen), klik.gekozen(), onder))
    tonen.onder_tabel(naast)


@lru_cache(maxsize=64)
def _html(
    van: Kruistabel, woorden: tuple[str, Dimensies, tuple[str, ...]], f: Filter | None, onder: Cellen
) -> str:
    eerste, (namen, over), koppen = woorden
    codes = [_code(over, k) if over and k != TOTAAL else "" for k in van.koppen]
    klassen = [
        " totaal" if k == TOTAAL else klik.klasse(f, wat) for k, wat in zip(van.koppen, codes, strict=True)
    ]
    hoofd = "".join(
        f'<th scope="col" class="rechts{klasse}"{klik.attribuut(f, wat, "kop")}>{klik.knop(f, naam, wat)}</th>'
        for naam, wat, klasse in zip(koppen, codes, klassen, strict=True)
    )
    rijen = "".join(
        f'<tr class="{klik.klasse(f, wat).strip()}"{klik.attribuut(f, wat, "rij")}>'
        f'<th scope="row" class="links">{klik.knop(f, _naam(labels), wat)}</th>{vakken}</tr>'
        for (labels, _), vakken in zip(van.rijen, _vakken(van, klassen, onder), strict=True)
        for wat in [_code(namen, labels)]
    )
    return (
        f'<div class="tabel kruis" tabindex="0" data-kruis><table><thead><tr><th scope="col" class="links">{escape(eerste)}</th>'
        f"{hoofd}</tr></thead><tbody>{rijen}</tbody></table></div>"
    )


def _code(dimensies: tuple[str, ...], waarden: Any) -> str:
    """What a row or a head stands for; a head of one dimension is its value itself."""
    delen = waarden if isinstance(waarden, tuple) else (waarden,)
    return kruisfilter.code(**dict(zip(dimensies, delen, strict=True)))


def _sterkte(waarde: Any, hoogste: float) -> int:
    # The root keeps small cells apart: amounts differ by a factor of a hundred.
    return round(STERKST * sqrt(waarde / hoogste)) if waarde and waarde > 0 and hoogste else 0


def _vakken(van: Kruistabel, klassen: list[str], onder: Cellen) -> Iterator[str]:
    """The cells of each row, darker where the number is larger."""
    hoogste = max((w for rij in van.waarden for w in rij if w), default=0)
    for (_, teksten), waarden, klein in zip(van.rijen, van.waarden, onder, strict=True):
        sterkte = [_sterkte(w, hoogste) for w in waarden]
        yield "".join(
            f'<td class="rechts{klasse}"'
            + (f' style="--sterkte: {deel}%"' if deel else "")
            + f">{escape(tekst)}{tonen.klein(eronder, tekst)}</td>"
            for tekst, eronder, deel, klasse in zip(teksten, klein, sterkte, klassen, strict=True)
        )


def _naam(labels: tuple[Any, ...]) -> str:
    """The labels of a row as one; a segment that is its only product is said once."""
    delen = [segment_kort(str(label)) for label in labels if label is not None]
    return " – ".join(dict.fromkeys(delen))
