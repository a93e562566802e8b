"""A part of the page Signalen: the events that charts show as lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from core.begrippen import maandnummer
from core.onthulling import gebeurtenissentabel
from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from core.opslag.geopend import geopend
from core.sturing.gebeurtenissen import LANGSTE_TITEL, bewaar_gebeurtenis, verwijder_gebeurtenis
from core.sturing.gesprekken import LANGSTE_ANTWOORD, LANGSTE_REGEL
from pages.onderdelen import bron, downloads, gebeurd, register, tonen
from pages.onderdelen.schrijven import melding


def toon() -> None:
    """The events by month, and the form to change them."""
    db, winkel = bron.versie(), geopend(Gebeurtenissen)
    alle = gebeurd.alle(db)
    melding(register.GEDAAN)
    st.markdown(
        "Wat hier staat, staat als dunne lijn in elke grafiek over de tijd, behalve waar die over een ander segment, een "
        "ander product of een andere aanbieder gaat. Bij één aanbieder staan alleen die van de aanbieder zelf en die over "
        "alle jeugdhulp."
    )
    if alle:
        tonen.tabel(gebeurtenissentabel(alle))
        downloads.beheer(gebeurtenissentabel(alle), "gebeurtenissen", "gebeurtenissen-csv")
    else:
        st.info("Er staan nog geen gebeurtenissen. Voeg hieronder de eerste toe.", icon=":material/event:")
    laatste = db.stand.laatste_maand or maandnummer(date.today().year, 1)
    nieuw = Gebeurtenis(laatste, "", demo=db.stand.demo)
    if (oud := register.kies(alle, nieuw, "gebeurtenis", str)) is not None:
        _formulier(winkel, oud)


def _formulier(winkel: Gebeurtenissen, oud: Gebeurtenis) -> None:
    sleutel = f"gebeurtenis-{oud.nummer}-{oud.versie}-{register.ronde()}"
    with st.form(sleutel):
        velden = _velden(oud, sleutel)
        klaar = st.form_submit_button("Bewaren", type="primary", icon=":material/save:")
    if klaar:
        nieuw = replace(oud, **velden)
        register.schrijf(
            lambda: bewaar_gebeurtenis(winkel, nieuw, bron.wie()),
            "De lijst met gebeurtenissen is bijgewerkt.",
        )
    register.verwijder(oud.nummer, lambda: verwijder_gebeurtenis(winkel, oud, bron.wie()), sleutel)


def _velden(oud: Gebeurtenis, sleutel: str) -> dict[str, Any]:
    links, rechts = st.columns([1, 3])
    dag = links.date_input(
        "Datum", date(oud.maand // 12, oud.maand % 12 + 1, 1), format="DD-MM-YYYY", key=f"{sleutel}-dag",
        help="De lijn staat bij het begin van de maand.",
    )  # fmt: skip
    titel = rechts.text_input(
        "Titel",
        oud.titel,
        max_chars=LANGSTE_TITEL,
        key=f"{sleutel}-titel",
        placeholder="kort: dit staat bij de lijn",
    )
    toelichting = st.text_area(
        "Toelichting", oud.toelichting, max_chars=LANGSTE_ANTWOORD, height=90, key=f"{sleutel}-tekst"
    )
    keuzes = bron.versie().keuzes
    over = {
        naam: register.een_van(plek, naam.capitalize(), keuzes[naam], getattr(oud, naam), f"{sleutel}-{naam}")
        for plek, naam in zip(st.columns(3), ("segment", "product", "aanbieder"), strict=True)
    }
    waar = st.text_input(
        "Bron", oud.bron, max_chars=LANGSTE_REGEL, key=f"{sleutel}-bron",
        placeholder="waar het staat, bijvoorbeeld een raadsbesluit",
    )  # fmt: skip
    maand = maandnummer(dag.year, dag.month)
    return over | {"maand": maand, "titel": titel, "toelichting": toelichting, "bron": waar}
