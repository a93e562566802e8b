"""The menu of the app: its pages, what they are called, and the group in which each stands."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_MENU = {
    "": (
        ("dashboard/overzicht", "Overzicht", "dashboard"),
        ("dashboard/aanbieders", "Aanbieders", "domain"),
        ("dashboard/clienten", "Cliënten", "groups"),
        ("dashboard/buurten", "Buurten", "map"),
        ("dashboard/verwacht_werkelijk", "Verwacht en werkelijk", "compare_arrows"),
        ("sturing/presenteren", "Presenteren", "co_present"),
        ("sturing/presentatie", "Presentatie", ""),
    ),
    "Sturing": (
        ("sturing/signalen", "Signalen", "notifications"),
        ("sturing/prognose", "Prognose", "trending_up"),
        ("sturing/contracten", "Contracten en controle", "fact_check"),
        ("sturing/sturingsgesprek", "Sturingsgesprek", "flag"),
    ),
    "Beheer": (
        ("beheer/inlezen", "Inlezen", "upload_file"),
        ("beheer/kwaliteit", "Kwaliteit", "verified"),
        ("beheer/uitvoer", "Uitvoer", "ios_share"),
        ("beheer/toelichting", "Toelichting", "menu_book"),
    ),
}
"""By group: the file under pages/, the title and the icon; without an icon a page is not in the menu."""
_BEGIN = "dashboard/overzicht"
"""The page that the app opens on."""


def paginas() -> dict[str, list[StreamlitPage]]:
    """The pages by group, for one run: Streamlit remembers on a page that it may be run."""
    return {groep: [copy(p) for p in van] for groep, van in _paginas().items()}


@lru_cache(maxsize=1)
def _paginas() -> dict[str, list[StreamlitPage]]:
    """Made once: each looks for its file, which for all of them takes as long as a small page."""
    return {groep: [_pagina(*wat) for wat in van] for groep, van in _MENU.items()}


def _pagina(pad: str, titel: str, icoon: str) -> StreamlitPage:
    return st.Page(
        f"pages/{pad}.py",
        title=titel,
        icon=f":material/{icoon}:" if icoon else None,
        default=pad == _BEGIN,
        visibility="visible" if icoon else "hidden",
    )
