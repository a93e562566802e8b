"""Presentations: the ready one of the month and those that people made; start, take along, change."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from core.export.scherm import als_weergave, schermen_van
from core.export.vertoning import DOMEIN, Zaal, vergaderjaar
from core.opmaak import datum, geteld
from core.opslag.versies import NietBewaard
from core.opslag.weergaven import Presentatie, Weergave
from core.sturing.weergaven import bewaar_presentatie
from pages.onderdelen import bron, downloads, tonen
from pages.onderdelen.vertoning import Vertoning


def gekozen(van: Zaal, welke: str) -> Vertoning | None:
    """The presentation of that name or nummer; None when there is none."""
    if welke == DOMEIN:
        return _domeinvergadering(van)
    alle = {str(p.nummer): p for p in bron.weergaven().presentaties(bron.wie())}
    return _eigen(alle[welke]) if welke in alle else None


def _domeinvergadering(van: Zaal) -> Vertoning:
    jaar = vergaderjaar(van.db)
    stand = van.db.stand.stand_per
    per = f", stand per {datum(stand)}" if stand else ""
    return Vertoning(
        f"{DOMEIN}-{van.db.dataversie}",
        f"Domeinvergadering jeugdhulp {bron.ingevuld().gemeente}",
        f"Cijfers over {jaar}{per}.",
        bron.vaste_schermen(van, bron.ingevuld().gemeentecode, bron.winkel().gewijzigd()),
    )


def _eigen(van: Presentatie) -> Vertoning:
    schermen = schermen_van(van, bron.weergaven().weergaven(bron.wie()))
    return Vertoning(f"presentatie-{van.nummer}", van.naam, van.ondertitel, schermen)


def toon() -> None:
    """Draw the ready presentation, those that were made, and a form for a new one."""
    nu = bron.zaal("")
    tonen.kop(
        "Klaar voor de vergadering",
        "Elke maand gemaakt van de nieuwste gegevens, in de volgorde van het zorglandschap tot de KPI. Altijd "
        "afgerond, en nooit een buurt naast een kenmerk van personen: de vergadering kan openbaar zijn.",
    )
    klaar = _domeinvergadering(nu)
    _regel(klaar, DOMEIN, nu)
    if st.button("Maak er een eigen presentatie van", key="domein-eigen", icon=":material/content_copy:"):
        _neem_over(klaar, nu)
    tonen.kop(
        "Eigen presentaties",
        "Een reeks van weergaven met een titelblad. De cijfers blijven tijdens de presentatie die van het begin.",
    )
    opslag, wie = bron.weergaven(), bron.wie()
    weergaven = [w for w in opslag.weergaven(wie) if w.figuur]
    for p in opslag.presentaties(wie):
        with st.container(border=True):
            _regel(_eigen(p), str(p.nummer), nu)
            _wijzig(p, weergaven)
    with st.expander("Nieuwe presentatie", icon=":material/add:"):
        _formulier(Presentatie(""), weergaven)


def _neem_over(van: Vertoning, nu: Zaal) -> None:
    """The ready presentation as views of one's own: to leave out, put in another order, or title anew."""
    opslag, wie = bron.weergaven(), bron.wie()
    nummers = []
    for scherm in van.schermen:
        naam = nu.figuur(scherm).zin[:120]
        nummers.append(opslag.bewaar_weergave(als_weergave(scherm, naam), wie).nummer)
    opslag.bewaar_presentatie(Presentatie(van.naam, van.ondertitel, tuple(nummers)), wie)
    st.rerun()


def _regel(van: Vertoning, welke: str, nu: Zaal) -> None:
    """One presentation: its name, to start it, to take it along."""
    st.markdown(f"**{van.naam}**  \n{van.ondertitel} {geteld(len(van.schermen), 'scherm', 'schermen')}.")
    if not van.schermen:
        st.caption("Nog zonder weergaven met een figuur; voeg ze toe bij Wijzigen.")
        return
    with st.container(horizontal=True):
        if st.button("Presenteren", key=f"start-{welke}", type="primary", icon=":material/play_arrow:"):
            bron.weergaven().houd_vast(nu.db.dataversie)
            st.switch_page(
                "pages/sturing/presentatie.py",
                query_params={"welke": welke, "versie": nu.db.dataversie},
            )
        downloads.presentatie(van.naam, van.schermen, nu, f"pptx-{welke}")


def _wijzig(van: Presentatie, weergaven: list[Weergave]) -> None:
    with st.expander("Wijzigen", icon=":material/edit:"):
        _formulier(van, weergaven)
        if st.button("Presentatie verwijderen", key=f"pres-weg-{van.nummer}", icon=":material/delete:"):
            bron.weergaven().verwijder_presentatie(van.nummer, bron.wie())
            st.rerun()


def _formulier(van: Presentatie, weergaven: list[Weergave]) -> None:
    if not weergaven:
        st.info(
            "Er zijn nog geen weergaven om te tonen. Open een pagina, kies filters en klik op Bewaar weergave.",
            icon=":material/bookmark:",
        )
        return
    namen = {w.nummer: w.naam for w in weergaven}
    with st.form(f"presentatie-{van.nummer}", border=False, clear_on_submit=not van.nummer):
        naam = st.text_input("Titel", van.naam, max_chars=120, key=f"pres-naam-{van.nummer}")
        onder = st.text_input("Ondertitel", van.ondertitel, max_chars=200, key=f"pres-onder-{van.nummer}")
        keuze = st.multiselect(
            "Weergaven, in de volgorde waarin u ze kiest", list(namen), [n for n in van.weergaven if n in namen],
            format_func=namen.__getitem__, key=f"pres-wat-{van.nummer}", placeholder="kies weergaven",
        )  # fmt: skip
        gedeeld = st.toggle("Zichtbaar voor anderen", van.gedeeld, key=f"pres-deel-{van.nummer}")
        if st.form_submit_button("Presentatie bewaren", type="primary"):
            _bewaar(replace(van, naam=naam, ondertitel=onder, weergaven=tuple(keuze), gedeeld=gedeeld))


def _bewaar(van: Presentatie) -> None:
    try:
        bewaar_presentatie(bron.weergaven(), van, bron.wie())
    except NietBewaard as fout:
        st.error(str(fout), icon=":material/block:")
        return
    st.rerun()
