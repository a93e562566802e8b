"""Files that leave the building: made from a protected table only, when asked for."""

from __future__ import annotations

import csv as csv_
import io
from collections.abc import Sequence

import streamlit as st

from core.export import csv as csv_bestand
from core.export import veilig, xlsx
from core.export.samenvatting import Samenvatting
from core.export.samenvatting import bestand as samenvattingsbestand
from core.inlezen.leveringen import Proef
from core.onthulling import Beheertabel, BeveiligdeTabel, OpenbareTabel
from pages.onderdelen import bron


def csv(van: BeveiligdeTabel, sleutel: str) -> None:
    """A button that saves the table as CSV; a file leaves the building, so counts are rounded."""
    geef = bron.naar_buiten(van)
    st.download_button(
        "Opslaan als CSV",
        data=lambda: csv_bestand.schrijf(geef()),
        file_name=f"{van.naam}.csv",
        mime="text/csv",
        on_click="ignore",
        key=sleutel,
        help="Aantallen in een bestand zijn afgerond op vijftallen.",
        icon=":material/download:",
    )


def openbaar(van: OpenbareTabel, sleutel: str) -> None:
    """A button that saves published figures as CSV, with their source in every row."""
    st.download_button(
        "Opslaan als CSV",
        data=bron.gelogd(van.naam, lambda: csv_bestand.schrijf(van)),
        file_name=f"{van.naam}.csv",
        mime="text/csv",
        on_click="ignore",
        key=sleutel,
        help="De bron staat in de laatste kolom.",
        icon=":material/download:",
    )


def werkboek(tabellen: Sequence[OpenbareTabel], naam: str, sleutel: str) -> None:
    """A button that saves published figures as a workbook, a sheet per table, with their sources."""
    st.download_button(
        "Alles opslaan als Excel",
        data=bron.gelogd(naam, lambda: xlsx.schrijf(tabellen)),
        file_name=f"{naam}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        key=sleutel,
        help="Alle figuren van deze keuze als tabellen, met modelkaart en bronnen.",
        icon=":material/download:",
    )


def samenvatting(van: Samenvatting, sleutel: str) -> None:
    """A button that saves the page to take along: a file that any browser opens and prints."""
    st.download_button(
        "Samenvatting opslaan om af te drukken",
        data=bron.gelogd("samenvatting", lambda: samenvattingsbestand(van)),
        file_name="samenvatting-verwacht-en-werkelijk.html",
        mime="text/html",
        on_click="ignore",
        key=sleutel,
        help="Een pagina voor in uw browser: open het bestand en kies afdrukken, of bewaar het als PDF.",
        icon=":material/print:",
    )


def afgekeurd(van: Proef, sleutel: str) -> None:
    """A button that saves the rejected rows: where, why, and the value as far as it may be shown."""
    st.download_button(
        "Afgekeurde rijen opslaan",
        data=van.afgekeurd_csv,
        file_name="afgekeurde-rijen.csv",
        mime="text/csv",
        on_click="ignore",
        key=sleutel,
        help="Rijnummer, kolom en reden; cliëntnummers en geboortedatums zijn onleesbaar gemaakt.",
        icon=":material/download:",
    )


def beheer(van: Beheertabel, naam: str, sleutel: str) -> None:
    """A button that saves a table about files or settings as CSV."""
    st.download_button(
        "Opslaan als CSV",
        data=lambda: _beheer_als_csv(van),
        file_name=f"{naam}.csv",
        mime="text/csv",
        on_click="ignore",
        key=sleutel,
        icon=":material/download:",
    )


def _beheer_als_csv(van: Beheertabel) -> bytes:
    uit = io.StringIO()
    schrijver = csv_.writer(uit, delimiter=";")
    schrijver.writerow([k.titel for k in van.kolommen])
    schrijver.writerows([veilig(str(w)) for w in rij] for rij in van.waarden)
    return uit.getvalue().encode("utf-8-sig")
