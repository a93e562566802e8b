"""Files that leave the building: made from a protected table only, when asked for."""

from __future__ import annotations

import csv as csv_
import io

import streamlit as st

from core.onthulling import BeveiligdeTabel
from pages.onderdelen import bron


def csv(van: BeveiligdeTabel, sleutel: str) -> None:
    """A button that saves the table as CSV; a file leaves the building, so counts are rounded."""
    st.download_button(
        "Opslaan als CSV",
        data=lambda: _als_csv(bron.naar_buiten(van)),
        file_name=f"{van.naam}.csv",
        mime="text/csv",
        on_click="ignore",
        key=sleutel,
        help="Aantallen in een bestand zijn afgerond op vijftallen.",
        icon=":material/download:",
    )


def _als_csv(van: BeveiligdeTabel) -> bytes:
    uit = io.StringIO()
    schrijver = csv_.writer(uit, delimiter=";")
    schrijver.writerow([k.titel for k in van.kolommen])
    for n in range(len(van)):
        schrijver.writerow([van.tekst(k.naam, n) for k in van.kolommen])
    return uit.getvalue().encode("utf-8-sig")
