"""A part of the page Signalen: the register of risks, chances and developments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from core import bevindingen
from core.onthulling import risicotabel
from core.opslag.geopend import geopend
from core.opslag.risicos import KANSKLASSEN, Risico, Risicos, Risicosoort, Risicostatus
from core.sturing.gesprekken import LANGSTE_ANTWOORD, LANGSTE_REGEL
from core.sturing.risicos import bewaar_risico, kansklasse, verwijder_risico
from pages.onderdelen import bron, downloads, register, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.schrijven import melding

_ANDERS = "anders, namelijk"


def toon() -> None:
    """The register, what weighs most first, and the form to change it."""
    demo, winkel = bron.versie().stand.demo, geopend(Risicos)
    alle = winkel.alle(demo)
    melding(register.GEDAAN)
    st.markdown(als_markdown(bevindingen.risicos_samen(alle)))
    if alle:
        tonen.tabel(risicotabel(alle, omschreven=False))
        st.caption(
            "Kans × bedrag is de kans maal het midden van het bedrag: waarop de lijst geordend is, geen voorspelling. "
            "Bij de soort kans levert het bedrag geld op. De omschrijving staat in het formulier en in het bestand."
        )
        downloads.beheer(risicotabel(alle), "risicos", "risicos-csv")
    else:
        st.info("Het register is nog leeg. Voeg hieronder het eerste risico toe.", icon=":material/flag:")
    nieuw = Risico(Risicosoort.RISICO, "", datum=date.today(), demo=demo)
    if (oud := register.kies(alle, nieuw, "risico", lambda r: r.titel)) is not None:
        _formulier(winkel, oud)


def _formulier(winkel: Risicos, oud: Risico) -> None:
    sleutel = f"risico-{oud.nummer}-{oud.versie}-{register.ronde()}"
    with st.form(sleutel):
        velden = _wat(oud, sleutel) | _hoeveel(oud, sleutel) | _wie(oud, sleutel)
        klaar = st.form_submit_button("Bewaren", type="primary", icon=":material/save:")
    if klaar:
        nieuw = replace(oud, **velden)
        register.schrijf(lambda: bewaar_risico(winkel, nieuw, bron.wie()), "Het register is bijgewerkt.")
    register.verwijder(oud.nummer, lambda: verwijder_risico(winkel, oud, bron.wie()), sleutel)


def _wat(oud: Risico, sleutel: str) -> dict[str, Any]:
    links, rechts = st.columns([1, 3])
    soort = links.selectbox(
        "Soort", list(Risicosoort), list(Risicosoort).index(oud.soort), key=f"{sleutel}-soort",
        format_func=str.capitalize,
    )  # fmt: skip
    titel = rechts.text_input(
        "Titel",
        oud.titel,
        max_chars=LANGSTE_REGEL,
        key=f"{sleutel}-titel",
        placeholder="Wat kan er gebeuren?",
    )
    omschrijving = st.text_area(
        "Omschrijving", oud.omschrijving, max_chars=LANGSTE_ANTWOORD, height=90, key=f"{sleutel}-tekst",
        placeholder="Waardoor, met welk gevolg, en wat eraan te doen is. Nooit over een jeugdige.",
    )  # fmt: skip
    return {"soort": Risicosoort(soort), "titel": titel, "omschrijving": omschrijving}


def _hoeveel(oud: Risico, sleutel: str) -> dict[str, Any]:
    """The chance (a class, or a percentage of its own) and the amount in cents; of one bound alone both."""
    links, rechts = st.columns([3, 1])
    klasse = links.segmented_control(
        "Kans", [*KANSKLASSEN, _ANDERS], required=True, key=f"{sleutel}-kansklasse",
        default=kansklasse(oud.kans) if oud.kans in KANSKLASSEN.values() else _ANDERS,
        format_func=lambda k: f"{k} ({KANSKLASSEN[k]} %)" if k in KANSKLASSEN else k,
    )  # fmt: skip
    pct = rechts.number_input(
        "Kans in %", 0, 100, oud.kans, 5, key=f"{sleutel}-kans", help="Telt alleen bij *anders, namelijk*."
    )
    bedragen = {
        naam: plek.number_input(
            titel, min_value=0.0, value=None if (nu := getattr(oud, naam)) is None else nu / 100, step=10_000.0,
            format="%.0f", key=f"{sleutel}-{naam}", placeholder="leeg: niet te zeggen",
        )
        for plek, naam, titel in zip(
            st.columns(2), ("laag", "hoog"), ("Bedrag vanaf, in euro", "Bedrag tot, in euro"), strict=True
        )
    }  # fmt: skip
    laag, hoog = (None if e is None else round(e * 100) for e in bedragen.values())
    return {
        "kans": KANSKLASSEN.get(str(klasse), int(pct)),
        "laag": hoog if laag is None else laag,
        "hoog": laag if hoog is None else hoog,
    }


def _wie(oud: Risico, sleutel: str) -> dict[str, Any]:
    een, twee, drie = st.columns(3)
    segment = register.een_van(
        een, "Segment", bron.versie().keuzes["segment"], oud.segment, f"{sleutel}-segment"
    )
    eigenaar = twee.text_input(
        "Wie", oud.eigenaar, max_chars=LANGSTE_REGEL, key=f"{sleutel}-wie", placeholder="wie het volgt"
    )
    status = drie.selectbox(
        "Status", list(Risicostatus), list(Risicostatus).index(oud.status), key=f"{sleutel}-status",
        format_func=str.capitalize,
    )  # fmt: skip
    return {"segment": segment, "eigenaar": eigenaar, "status": Risicostatus(status)}
