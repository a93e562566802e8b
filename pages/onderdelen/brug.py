"""The bridge to CBS: why its number of a year is another than ours."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.cijfers.uitleg import van_tabel
from core.filters import Filter
from core.onthulling import BeveiligdeTabel
from core.referentie.jeugdzorg_cbs import BRON_CBS
from pages.onderdelen import bron, schil, tonen


def toon() -> None:
    """Draw the bridge of one year; filters other than the year have no place in it."""
    if schil.leeg():
        return
    alles = bron.tabel("brug", Filter())
    jaren = sorted(set(alles.kolom("jaar")))
    if not jaren:
        st.info(
            "Er is geen jaar om te vergelijken: nodig is een heel kalenderjaar met gegevens waarvan het CBS een cijfer van "
            "deze gemeente heeft gepubliceerd.",
            icon=":material/search_off:",
        )
        return
    jaar = st.segmented_control(
        "Jaar van de brug",
        jaren,
        default=jaren[-1],
        required=True,
        key="brugjaar",
        bind="query-params",
        label_visibility="collapsed",
    )
    van = bron.tabel("brug", Filter(jaar=(int(str(jaar)),)))
    tonen.hoofdzin(bevindingen.brug_naar_cbs(van))
    st.caption("Over het hele jaar en alle hulp: de filters van de andere pagina's tellen hier niet mee.")
    tonen.grafiek(f"Van eigen aantal naar CBS, {jaar}", grafieken.waterval(van), "brug", van_tabel("brug"))
    st.caption(f"Cijfer van het CBS: {BRON_CBS}.")
    _genoemd(van)


def _genoemd(van: BeveiligdeTabel) -> None:
    """What else differs, with its number where there is one."""
    tonen.kop("Wat verder verschilt", "De gegevens kunnen dit niet tellen, behalve waar een getal staat.")
    rest = van.alleen(niveau="genoemd")
    regels = []
    for n in range(len(rest)):
        bekend = rest.cel("jeugdigen", n) is not None or rest.reden_van("jeugdigen", n)
        getal = f" ({rest.tekst('jeugdigen', n)} jeugdigen)" if bekend else ""
        regels.append(f"- {rest.cel('stap', n)}{getal}")
    st.markdown("\n".join(regels))
