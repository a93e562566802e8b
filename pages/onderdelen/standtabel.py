"""A table whose rows have a state: a mark, the word and (where something is to be done) a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from core.begrippen import Niveau
from core.cijfers.tabellen import Kolom, Soort
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal

LET_OP = "let-op"
"""The class of a state in which something is to be done."""
_TEKST = (Soort.TEKST, Soort.MAAND)
Merken = Mapping[str, tuple[str, str]]
"""Per state its mark and its class."""


_HOOGSTENS = 40
"""So many rows are drawn before somebody asks for all of them."""


def toon(van: BeveiligdeTabel, kolommen: Sequence[str], stand: str, merken: Merken) -> None:
    """Draw these columns; `stand` is the one that holds the state. A row of niveau totaal is the total.

    Of a long table the first rows, with a switch for all; one that ends in a total is drawn whole.
    """
    lang = len(van) > _HOOGSTENS and not _heeft_niveau(van)
    if lang and not st.toggle(
        f"Toon alle {getal(len(van))} regels", key=f"{stand}-alles", bind="query-params"
    ):
        van = _begin(van)
    st.html(_html(van, tuple(kolommen), stand, tuple(merken.items())))
    if lang and len(van) == _HOOGSTENS:
        st.caption(f"Dit zijn de eerste {_HOOGSTENS} regels.")


@lru_cache(maxsize=64)
def _begin(van: BeveiligdeTabel) -> BeveiligdeTabel:
    return van.eerste(_HOOGSTENS)


@lru_cache(maxsize=64)
def _html(
    van: BeveiligdeTabel,
    kolommen: tuple[str, ...],
    stand: str,
    merken: tuple[tuple[str, tuple[str, str]], ...],
) -> str:
    soorten = [van.kolommen[van.plaats(k)] for k in kolommen]
    hoofd = "".join(f'<th scope="col" class="{_kant(k.soort)}">{escape(k.titel)}</th>' for k in soorten)
    niveaus = van.kolom("niveau") if _heeft_niveau(van) else [None] * len(van)
    namen, *overige = (_teksten(van, k, dict(merken) if k.naam == stand else {}) for k in soorten)
    begin = [f'<td class="{_kant(k.soort)}">' for k in soorten[1:]]
    rijen = [
        f'<tr class="{"totaal" if niveau == Niveau.TOTAAL else ""}"><th scope="row" class="links">'
        f"{'Totaal' if niveau == Niveau.TOTAAL else naam}</th>"
        f"{''.join(f'{kant}{tekst}</td>' for kant, tekst in zip(begin, rij, strict=True))}</tr>"
        for niveau, naam, *rij in zip(niveaus, namen, *overige, strict=True)
    ]
    return (
        f'<div class="tabel prognose standen" tabindex="0"><table><thead><tr>{hoofd}</tr></thead>'
        f"<tbody>{''.join(rijen)}</tbody></table></div>"
    )


def _heeft_niveau(van: BeveiligdeTabel) -> bool:
    return any(k.naam == "niveau" for k in van.kolommen)


def _teksten(van: BeveiligdeTabel, kolom: Kolom, merken: Mapping[str, tuple[str, str]]) -> list[str]:
    """The cells of a column as HTML: one without a text is empty, not a dash; a state stands with its mark."""
    teksten = [escape(tekst) for tekst in van.teksten(kolom.naam)]
    if kolom.soort in _TEKST:
        leeg = [w is None and not van.reden_van(kolom.naam, n) for n, w in enumerate(van.kolom(kolom.naam))]
        teksten = ["" if geen else tekst for geen, tekst in zip(leeg, teksten, strict=True)]
    return [_stand(tekst, merken) for tekst in teksten] if merken else teksten


def _stand(tekst: str, merken: Mapping[str, tuple[str, str]]) -> str:
    teken, klasse = merken.get(tekst, ("", ""))
    return f'<span class="stand {klasse}"><span aria-hidden="true">{teken}</span> {tekst}</span>'


def _kant(soort: Soort) -> str:
    return "links" if soort in _TEKST else "rechts"
