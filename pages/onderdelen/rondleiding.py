"""The short tour for who opens the app for the first time."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

_CODE = Path(__file__).with_name("rondleiding.js").read_text(encoding="utf-8")
STAPPEN = (
    ('[data-testid="stSidebar"]', "Hier kiest u wat u ziet: jaren, segment, aanbieder, buurt, leeftijd. Alles is te combineren."),
    (".st-key-chips", "Uw keuzes. Een klik op het kruis haalt er een weg. Het adres van de pagina bewaart ze: een gekopieerde link opent hetzelfde beeld."),
    ('[data-testid="stMetric"]', "De kerncijfers, naast dezelfde maanden van een jaar eerder. Het vraagteken legt uit wat een cijfer betekent."),
    ('[data-testid="stVegaLiteChart"]', "Klik op een staaf, een cel of een buurt om erop te filteren; nog een keer klikken neemt het terug."),
    (".st-key-kop", "Neem een figuur of de hele pagina mee als dia's of rekenblad, of bewaar de pagina als weergave."),
    ('[data-testid="stTopNav"], [data-testid="stHeader"]', "De andere pagina's nemen uw keuzes mee. Bij Presenteren staat de domeinvergadering klaar, bij Sturing staan signalen, prognose, contracten en het maandelijkse gesprek, en bij Beheer leest u een export in."),
)  # fmt: skip
"""What the tour points at, and what it says there; a step whose place is not on the page is passed over."""


def toon() -> None:
    """Offer the tour, until a person of this browser took or declined it."""
    stappen = json.dumps([{"waar": waar, "tekst": tekst} for waar, tekst in STAPPEN]).replace("<", "\\u003c")
    st.html(
        '<div class="rondleiding" hidden><span>Voor het eerst hier?</span> '
        '<span role="button" tabindex="0" data-rond="begin">Korte rondleiding</span> '
        '<span role="button" tabindex="0" data-rond="sluit">Niet nodig</span></div>'
        f"<script>{_CODE.replace('STAPPEN', stappen)}</script>",
        unsafe_allow_javascript=True,
    )
