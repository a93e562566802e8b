"""A second selection beside the one of the filter bar: pinned, and shown in each figure that can.

It lives in the session and in the URL (`naast`), so that a copied link shows both.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from core import grafieken
from core.bevindingen import waarover
from core.cijfers.tabellen import passend
from core.filters import DIMENSIES, Filter
from core.grafieken import Grafiek
from core.kruisfilter import LEVERINGSMAAND, PERIODE, onder
from core.onthulling import BeveiligdeTabel, Kruistabel, opnieuw
from pages.onderdelen import bron, klik

Cellen = tuple[tuple[str, ...], ...]
"""Texts by row and head of a turned table."""
_STAAT, _ADRES = "_vastgezet", "naast"


def begin() -> None:
    """Take what the URL says is pinned; nothing stands beside a choice yet."""
    adres = st.query_params.get(_ADRES, "")
    if _STAAT not in st.session_state:
        try:
            ruw = parse_qs(adres, strict_parsing=True) if adres else {}
            st.session_state[_STAAT] = Filter.from_dict(ruw, bron.versie().keuzes) if ruw else None
        except ValueError as fout:  # a link that was typed, or of before the last levering
            st.session_state[_STAAT] = None
            st.toast(str(fout), icon=":material/keep_off:")
    vast: Filter | None = st.session_state[_STAAT]
    nieuw = urlencode(vast.to_dict(), doseq=True) if vast is not None else ""
    if nieuw and nieuw != adres:
        st.query_params[_ADRES] = nieuw
    elif adres and not nieuw:
        del st.query_params[_ADRES]


def toon(f: Filter) -> None:
    """What is pinned with what unpins it, or the button that pins `f`."""
    ander: Filter | None = st.session_state[_STAAT]
    if ander is None:
        st.button(
            "Zet vast om te vergelijken", icon=":material/keep:", type="tertiary", key="zet-vast", on_click=_zet,
            args=(f,), help="Kies daarna iets anders: elke figuur die dat kan, toont beide.",
        )  # fmt: skip
        return
    wat = f"**Vergeleken met** {waarover(ander, bron.versie().stand)}"
    st.markdown(f"{wat}. Kies nu iets anders." if ander == f else wat, width="content")
    st.button(
        "Losmaken", icon=":material/keep_off:", type="tertiary", key="losmaken", on_click=_zet, args=(None,)
    )


def over(van: BeveiligdeTabel) -> str:
    """What a figure of what is pinned is about, in words."""
    return waarover(van.herkomst.filter, van.herkomst)


def tabel(van: BeveiligdeTabel, eigen: Set[str]) -> BeveiligdeTabel | None:
    """The same table of what is pinned, with all rows of the dimensions `eigen`; None without any."""
    uit: BeveiligdeTabel | None = _anders(van, eigen)
    return uit


def onder_cellen(van: Kruistabel, eigen: Set[str]) -> tuple[Cellen, str]:
    """Per row and cell of a turned table the same cell of what is pinned, and what that is about.

    A dash where only what is pinned has none; empty texts when nothing is.
    """
    ander: Kruistabel | None = _anders(van, eigen)
    if ander is None:
        return tuple(("",) * len(van.koppen) for _ in van.rijen), ""
    rijen = {labels: dict(zip(ander.koppen, cellen, strict=True)) for labels, cellen in ander.rijen}
    cellen = tuple(
        tuple(
            rijen.get(labels, {}).get(kop) or ("–" if tekst else "")
            for kop, tekst in zip(van.koppen, teksten, strict=True)
        )
        for labels, teksten in van.rijen
    )
    return cellen, waarover(ander.herkomst.filter, ander.herkomst)


def grafiek(van: Grafiek) -> Grafiek | None:
    """The same chart of what is pinned; None without any."""
    if not isinstance(van.van, BeveiligdeTabel):
        return None
    uit: Grafiek | None = _anders(van, grafieken.eigen(van))
    return uit


def _anders(wat: Any, eigen: Set[str]) -> Any:
    f, ander = klik.gekozen(), st.session_state.get(_STAAT)
    if f is None or ander is None or wat.recept is None and not isinstance(wat, BeveiligdeTabel):
        return None
    uit = opnieuw(
        wat, _vraag(f, ander, (eigen & DIMENSIES.keys()) | (PERIODE if eigen & _TIJD else set())), True
    )
    return uit if uit != wat else None


_TIJD = PERIODE | {LEVERINGSMAAND}


def _vraag(f: Filter, ander: Filter, eigen: Set[str]) -> Callable[[BeveiligdeTabel], BeveiligdeTabel]:
    def vraag(van: BeveiligdeTabel) -> BeveiligdeTabel:
        anders = onder(van.herkomst.filter, f, ander, eigen)
        return bron.tabel(passend(van.naam, anders), anders)

    return vraag


def _zet(f: Filter | None) -> None:
    st.session_state[_STAAT] = f
