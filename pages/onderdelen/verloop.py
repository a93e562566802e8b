"""How a selection runs over all months: its cost and its jeugdigen, side by side."""

from __future__ import annotations

import streamlit as st

from core import grafieken
from core.cijfers.tabellen import passend
from core.cijfers.uitleg import UITLEG
from core.filters import Filter
from pages.onderdelen import bron, tonen


def toon(f: Filter, sleutels: tuple[str, str], breedtes: tuple[int, int] = (1, 1)) -> None:
    """Draw both, the period of the filter set aside; `sleutels` tell them from others on the page.

    What is still to be declared is known of whole segments only.
    """
    maanden = f.zonder_periode()
    links, rechts = st.columns(breedtes, gap="large")
    with links:
        tonen.grafiek(
            "Kosten per leveringsmaand",
            grafieken.kosten_per_maand(bron.tabel(passend("naijl", maanden), maanden)),
            sleutels[0],
            UITLEG["kosten-per-maand"],
        )
    with rechts:
        tonen.grafiek(
            "Jeugdigen met hulp per maand",
            grafieken.lijn_per_maand(bron.tabel("jeugdigen-per-maand", maanden), "jeugdigen"),
            sleutels[1],
            UITLEG["jeugdigen"],
        )
