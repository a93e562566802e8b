"""Segments that fold open to their products, heads across, total last: the table of the slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import streamlit as st

from core import kruisfilter
from core.begrippen import Niveau
from core.filters import Filter
from core.onthulling import Kruistabel
from core.onthulling.kruis import TOTAAL
from pages.onderdelen import klik, tonen, vastgezet
from pages.onderdelen.vastgezet import Cellen

Rij = tuple[str, tuple[tuple[str, str], ...]]
"""The name of a row, and its cells with what stands small under each."""


def toon(
    van: Kruistabel,
    dimensie: str,
    namen: Mapping[Any, str],
    totaal_heet: str = "Totaal (unieke jeugdigen)",
) -> None:
    """Draw it; `dimensie` is what the heads are values of, `namen` what they are called."""
    if not len(van):
        tonen.leeg()
        return
    koppen = tuple(_kort(namen.get(k, str(k))) for k in van.koppen)
    onder, naast = vastgezet.onder_cellen(van, {"segment", "product", dimensie})
    st.html(_html(van, (dimensie, koppen, totaal_heet), klik.gekozen(), onder))
    tonen.onder_tabel(naast)


@lru_cache(maxsize=64)
def _html(van: Kruistabel, woorden: tuple[str, tuple[str, ...], str], f: Filter | None, onder: Cellen) -> str:
    dimensie, koppen, totaal_heet = woorden
    groepen: dict[str, list[Rij]] = {}
    totaal = ""
    for ((niveau, segment, product), teksten), klein in zip(van.rijen, onder, strict=True):
        cellen = tuple(zip(teksten, klein, strict=True))
        if niveau == Niveau.TOTAAL:
            totaal = _rij(None, (totaal_heet, cellen), "totaal")
        elif niveau == Niveau.SEGMENT:
            groepen.setdefault(segment, []).insert(0, (segment, cellen))
        else:
            groepen.setdefault(segment, []).append((product, cellen))
    codes = [kruisfilter.code(**{dimensie: k}) if k != TOTAAL else "" for k in van.koppen]
    hoofd = "".join(
        f'<span class="getal{klik.klasse(f, wat)}"{klik.attribuut(f, wat, "kop")}>{klik.knop(f, naam, wat)}</span>'
        for wat, naam in zip(codes, koppen, strict=True)
    )
    return (
        f'<div class="vouw" style="--kolommen: {len(koppen)}" role="group" data-kruis>'
        f'<div class="rij hoofd"><span class="naam">Segment en product</span>{hoofd}</div>'
        f"{''.join(_groep(f, g) for g in groepen.values())}{totaal}</div>"
    )


def _kort(kop: str) -> str:
    """A head that breaks before its bracket only: `2024` above `(t/m feb)`."""
    voor, haakje, rest = kop.partition(" (")
    return voor + haakje + rest.replace(" ", "\u00a0")


def _groep(f: Filter | None, rijen: Sequence[Rij]) -> str:
    """One segment and its products; open when one of them is chosen, faint when none that is chosen is in it."""
    (segment, cellen), *producten = rijen
    codes = [kruisfilter.code(segment=segment, product=product) for product, _ in producten]
    naast = f is not None and bool(f.product) and all(kruisfilter.dof(f, wat) for wat in codes)
    vouwt = len(producten) > 1  # a segment that is its only product has nothing to fold open
    soort = f"segment{' dof' if naast else ''}{' vouwt' if vouwt else ''}"
    regel = _rij(f, (segment, cellen), soort, kruisfilter.code(segment=segment))
    if not vouwt:
        return regel
    open_ = " open" if f is not None and f.product and not naast else ""
    delen = "".join(_rij(f, rij, "product", wat) for rij, wat in zip(producten, codes, strict=True))
    return f"<details{open_}><summary>{regel}</summary>{delen}</details>"


def _rij(f: Filter | None, rij: Rij, soort: str, wat: str = "") -> str:
    label, cellen = rij
    vakken = "".join(f"<span class='getal'>{escape(c)}{tonen.klein(onder, c)}</span>" for c, onder in cellen)
    heet = klik.naam if soort.endswith("vouwt") else klik.knop
    return (
        f'<div class="rij {soort}{klik.klasse(f, wat)}"{klik.attribuut(f, wat, "rij")}>'
        f'<span class="naam">{heet(f, label, wat)}</span>{vakken}</div>'
    )
