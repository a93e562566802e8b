"""The events in the charts of a page: which are drawn, and the button that hides them everywhere."""

from __future__ import annotations

from typing import Any

import streamlit as st

from core.export.figuur import Stuk
from core.grafieken import Grafiek, in_beeld, in_woorden, met_lijnen
from core.opslag.gebeurtenissen import Gebeurtenis
from pages.onderdelen import bron, gebeurd


def erbij(spec: dict[str, Any], figuur: Grafiek) -> dict[str, Any]:
    """The chart as it is drawn, with its events unless they are hidden."""
    return met_lijnen(spec, figuur, _getekend(figuur))


def alt(figuur: Grafiek) -> str:
    """The text of a chart for who cannot see it, with its events unless they are hidden."""
    return f"{figuur.alt} {in_woorden(_getekend(figuur))}".strip()


def _getekend(figuur: Grafiek) -> tuple[Gebeurtenis, ...]:
    return in_beeld(figuur, gebeurd.getoond(db)) if (db := bron.data()) is not None else ()


def knop(stuk: Stuk | None, sleutel: str) -> None:
    """The button under a chart in which events lie: shows or hides them in every chart."""
    figuur = stuk.wat if stuk is not None else None
    db = bron.data()
    if db is None or not isinstance(figuur, Grafiek) or not in_beeld(figuur, gebeurd.alle(db)):
        return
    zichtbaar = gebeurd.zichtbaar()
    st.button(
        "Gebeurtenissen",
        type="tertiary",
        icon=":material/visibility_off:" if zichtbaar else ":material/visibility:",
        key=f"{sleutel}-lijnen",
        on_click=gebeurd.zet,
        args=(not zichtbaar,),
        help=f"{'Verberg' if zichtbaar else 'Toon'} de lijnen bij gebeurtenissen, in alle grafieken. "
        "De lijst staat bij *Signalen*.",
    )
