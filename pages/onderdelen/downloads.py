"""Files that leave the building: made from a protected table only, when asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import streamlit as st

from core.export import sjabloon, veilig
from core.export.bestand import SOORTEN, schrijf
from core.export.figuur import Stuk
from core.inlezen.leveringen import Proef
from core.onthulling import Beheertabel
from pages.onderdelen import bron


def bestand(soort: str, stukken: Sequence[Stuk], sleutel: str, titel: str) -> None:
    """A button that saves figures as a file, made when asked for: protected anew, for it leaves the building.

    That is after the run of the page, where there is no session: version, thresholds and who asks
    are taken along now.
    """
    uit, opslag, wie = bron.uitgang(), bron.winkel(), bron.wie()

    def maak() -> bytes:
        figuren = [uit.van_scherm(stuk) for stuk in stukken]
        wat = [{"tabel": f.van.naam, "filter": f.van.herkomst.filter.to_dict()} for f in figuren]
        opslag.log(wie, "export", figuren=wat, soort=soort)
        return schrijf(soort, figuren, sjabloon.lees(opslag))

    naam = stukken[0].tabel.naam if len(stukken) == 1 else "figuren"
    st.download_button(
        titel,
        data=maak,
        file_name=f"{naam}{soort}",
        mime=SOORTEN[soort].mime,
        on_click="ignore",
        key=sleutel,
        type="tertiary",
        icon=":material/download:",
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
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow([k.titel for k in van.kolommen])
    schrijver.writerows([veilig(str(w)) for w in rij] for rij in van.waarden)
    return uit.getvalue().encode("utf-8-sig")
