"""Add, change or remove a KPI: its goal, measure, selection, direction, path, owner and line of the budget."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from core.filters import DIMENSIES, Filter
from core.opmaak import maand_iso
from core.opslag.begroting import Begrotingen
from core.opslag.geopend import geopend
from core.opslag.kpis import Kpi, Kpis, Per, Richting
from core.sturing.gesprekken import LANGSTE_ANTWOORD, LANGSTE_REGEL
from core.sturing.kpi import MATEN
from core.sturing.kpibewaren import bewaar_kpi, pad_uit, selectie_van, verwijder_kpi
from pages.onderdelen import bron, filterbalk
from pages.onderdelen.luik import luik
from pages.onderdelen.schrijven import schrijf

MEEGEBRACHT = "kpi-filter"
GEDAAN = "kpi-gedaan"
_GEEN_REGEL = "geen"
_PUNTEN = 4
"""So many points of a path at least can be filled in."""


def nieuw() -> None:
    """The form of a new KPI, which begins with the selection that was brought from another page."""
    f: Filter = st.session_state.get(MEEGEBRACHT, Filter())
    leeg = Kpi("", "", next(iter(MATEN)), selectie_van(f), demo=bron.versie().stand.demo)
    luik("Nieuwe KPI", "add", "kpi-nieuw", lambda: _formulier(leeg))


def wijzigen(van: Kpi) -> None:
    """The form that changes a KPI, and the button that removes it."""
    luik("KPI wijzigen of verwijderen", "edit", "kpi-wijzig", lambda: _wijzigen(van))


def _wijzigen(van: Kpi) -> None:
    _formulier(van)
    st.caption("Verwijderen laat de acties en eerdere gesprekken staan.")
    if st.button("KPI verwijderen", icon=":material/delete:", key=f"kpi-weg-{van.nummer}"):
        schrijf(
            lambda: verwijder_kpi(geopend(Kpis), van, bron.wie()),
            GEDAAN,
            f"De KPI '{van.naam}' is verwijderd.",
        )


def _formulier(oud: Kpi) -> None:
    sleutel = f"kpi-{oud.nummer}-{oud.versie}"
    with st.form(sleutel, border=False):
        doel = st.text_input(
            "Beleidsdoel in woorden", oud.doel, max_chars=LANGSTE_ANTWOORD, key=f"{sleutel}-doel"
        )
        naam = st.text_input(
            "KPI: wat wordt er geteld?", oud.naam, max_chars=LANGSTE_REGEL, key=f"{sleutel}-naam"
        )
        maat, per, richting = _hoe(oud, sleutel)
        f = _selectie(oud.filter, sleutel)
        punten = _pad(oud, sleutel)
        links, rechts = st.columns(2)
        wie = links.text_input("Eigenaar", oud.eigenaar, max_chars=LANGSTE_REGEL, key=f"{sleutel}-wie")
        regels = _regels(oud)
        regel = rechts.selectbox(
            "Begrotingsregel", regels, regels.index(oud.regel or _GEEN_REGEL), key=f"{sleutel}-regel"
        )
        klaar = st.form_submit_button("KPI bewaren", type="primary", icon=":material/save:")
    if klaar:
        anders = replace(
            oud, doel=doel, naam=naam, maat=maat, per=per, richting=richting, selectie=selectie_van(f), eigenaar=wie,
            regel="" if regel == _GEEN_REGEL else regel,
        )  # fmt: skip
        schrijf(lambda: _bewaar(anders, punten), GEDAAN, "De KPI is bewaard.")


def _bewaar(kpi: Kpi, punten: list[tuple[str, float | None]]) -> None:
    bewaar_kpi(geopend(Kpis), replace(kpi, pad=pad_uit(punten)), bron.wie())


def _hoe(oud: Kpi, sleutel: str) -> tuple[str, Per, Richting]:
    een, twee, drie = st.columns(3)
    maat = een.selectbox(
        "Maat",
        list(MATEN),
        list(MATEN).index(oud.maat),
        key=f"{sleutel}-maat",
        format_func=lambda m: MATEN[m].titel,
    )
    per = twee.selectbox("Per", list(Per), list(Per).index(oud.per), key=f"{sleutel}-per")
    richting = drie.selectbox(
        "Moet", list(Richting), list(Richting).index(oud.richting), key=f"{sleutel}-richting"
    )
    return maat, per, richting


def _selectie(f: Filter, sleutel: str) -> Filter:
    """Whom it is about: the dimensions of the filter bar without the period."""
    st.markdown("**Selectie.** Leeg is alles.")
    namen = [naam for naam in DIMENSIES if naam not in ("jaar", "maand")]
    kolommen = st.columns(3)
    keuze = {
        naam: kolommen[n % 3].multiselect(
            DIMENSIES[naam].titel, _opties(naam, getattr(f, naam)), list(getattr(f, naam)),
            key=f"{sleutel}-{naam}", placeholder="alles",
        )
        for n, naam in enumerate(namen)
    }  # fmt: skip
    return f.met(**{naam: tuple(waarden) for naam, waarden in keuze.items()})


def _opties(naam: str, nu: tuple[str, ...]) -> list[str]:
    """What can be chosen: what is in the data, and what was chosen when it was."""
    return list(dict.fromkeys([*filterbalk.opties(bron.versie(), naam), *nu]))


def _pad(oud: Kpi, sleutel: str) -> list[tuple[str, float | None]]:
    """The points of the path; between two of them it is a straight line."""
    st.markdown(
        "**Doelpad.** Tussen twee punten loopt een rechte lijn; voor een kwartaal telt zijn laatste maand."
    )
    punten: list[tuple[str, float | None]] = []
    bekend: list[tuple[int, float] | None] = [*oud.pad, None]
    bekend += [None] * (_PUNTEN - len(bekend))
    for n, kolom in enumerate(st.columns(len(bekend))):
        punt = bekend[n]
        maand = kolom.text_input(
            f"Maand {n + 1}",
            "" if punt is None else maand_iso(punt[0]),
            key=f"{sleutel}-maand-{n}",
            placeholder="jjjj-mm",
        )
        doel = kolom.number_input(
            f"Doel {n + 1}",
            value=None if punt is None else punt[1],
            min_value=0.0,
            key=f"{sleutel}-punt-{n}",
            format="%g",
        )
        punten.append((maand, doel))
    return punten


def _regels(oud: Kpi) -> list[str]:
    """The lines that a KPI can touch: none, the segments, what the budget of this year names, and its own."""
    db = bron.versie()
    begroot = geopend(Begrotingen).begroting((db.stand.laatste_maand or 0) // 12, db.stand.demo)
    eigen = [oud.regel] if oud.regel else []
    return list(dict.fromkeys([_GEEN_REGEL, *db.keuzes["segment"], *(b.segment for b in begroot), *eigen]))
