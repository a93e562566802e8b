"""Files that leave the building: made from a protected table only, when asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from core.export import sjabloon, veilig
from core.export.bestand import SOORTEN, schrijf
from core.export.figuur import Figuur, Stuk, openbaar
from core.export.samenvatting import Samenvatting
from core.export.samenvatting import bestand as samenvattingsbestand
from core.export.scherm import Scherm
from core.export.verslag import Verslag, als_markdown, als_pptx
from core.export.vertoning import Zaal
from core.inlezen.leveringen import Proef
from core.onthulling import Beheertabel, OpenbareTabel
from pages.onderdelen import bron


def bestand(soort: str, stukken: Sequence[Stuk], sleutel: str, titel: str) -> None:
    """A button that saves figures as a file, made when asked for: protected anew, for it leaves the building.

    That is after the run of the page, where there is no session: version, thresholds and who asks
    are taken along now.
    """
    maak_figuur, opslag, wie = bron.naar_buiten(), bron.winkel(), bron.wie()

    def maak() -> bytes:
        figuren = [maak_figuur(stuk) for stuk in stukken]
        opslag.log(wie, "export", figuren=[_wat(figuur) for figuur in figuren], soort=soort)
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


def _wat(figuur: Figuur) -> dict[str, Any]:
    """What the log keeps of a figure: its table and, of our own figures, the selection."""
    if isinstance(figuur.van, OpenbareTabel):
        return {"tabel": figuur.van.naam}
    return {"tabel": figuur.van.naam, "filter": figuur.van.herkomst.filter.to_dict()}


def presentatie(naam: str, schermen: Sequence[Scherm], zaal: Zaal, sleutel: str) -> None:
    """A button that saves the screens of a presentation as slides."""
    opslag, wie = bron.winkel(), bron.wie()

    def maak() -> bytes:
        figuren = [zaal.figuur(scherm) for scherm in schermen if zaal.mag(scherm)]
        opslag.log(wie, "export", figuren=[_wat(figuur) for figuur in figuren], soort=".pptx")
        return schrijf(".pptx", figuren, sjabloon.lees(opslag))

    st.download_button(
        "Opslaan als PPTX",
        data=maak,
        file_name=f"{naam}.pptx",
        mime=SOORTEN[".pptx"].mime,
        on_click="ignore",
        key=sleutel,
        icon=":material/download:",
    )


def werkboek(tabellen: Sequence[OpenbareTabel], naam: str, sleutel: str) -> None:
    """A button that saves published figures as a workbook, a sheet per table, with their sources."""
    figuren = [openbaar(Stuk(tabel.titel, tabel)) for tabel in tabellen]
    st.download_button(
        "Alles opslaan als Excel",
        data=bron.gelogd(naam, lambda: schrijf(".xlsx", figuren)),
        file_name=f"{naam}.xlsx",
        mime=SOORTEN[".xlsx"].mime,
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


def verslag(geef: Callable[[], Verslag], dag: date, sleutel: str) -> None:
    """Buttons that save the report of the talk of a day, as slides and as text, made when asked for.

    That is after the run of the page: `geef` may ask nothing of the session.
    """
    opslag, wie = bron.winkel(), bron.wie()

    def maak(soort: str) -> bytes:
        van = geef()
        opslag.log(wie, "export", sturingsgesprek=van.gesprek.nummer, soort=soort)
        return als_pptx(van, sjabloon.lees(opslag)) if soort == ".pptx" else als_markdown(van).encode("utf-8")

    with st.container(horizontal=True, gap="small"):
        for soort, titel, mime in (
            (".pptx", "Verslag als PPTX", SOORTEN[".pptx"].mime),
            (".md", "Verslag als tekst (Markdown)", "text/markdown"),
        ):
            st.download_button(
                titel, data=partial(maak, soort), file_name=f"sturingsgesprek-{dag}{soort}", mime=mime,
                on_click="ignore", key=f"{sleutel}{soort}", icon=":material/download:",
            )  # fmt: skip


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
