"""A KPI and its three questions: what does the dashboard say, how do we steer, what is the relation with P&C."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from core import bevindingen, onthulling
from core.begrippen import Rol
from core.cijfers.uitleg import UITLEG
from core.filters import Filter
from core.grafieken.kpi import naast_pad
from core.onthulling import BeveiligdeTabel
from core.opmaak import hoofdletter
from core.opslag.geopend import geopend
from core.opslag.kpis import Kpi, Kpis
from core.sturing.kpi import REEKS
from pages.onderdelen import bron, filterbalk, jaarblad, kpiacties, kpiformulier, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.schrijven import melding

_KERN = ("arrangementen", "gestart", "jeugdigen", "aandeel_geheel", "voorlopig")
_PERIODEN = 6


def onthoud_filter() -> None:
    """Keep what was chosen on the page before: a new KPI begins with it."""
    f = filterbalk.gekozen().zonder_periode()
    if f.actief():
        st.session_state[kpiformulier.MEEGEBRACHT] = f


def alle() -> list[Kpi]:
    """The KPIs of the data that is shown: those of the example, or the real ones."""
    return geopend(Kpis).alle(bron.versie().stand.demo)


def reeks(van: Kpi) -> BeveiligdeTabel:
    """The measure of a KPI beside its path."""
    return _reeks(bron.tabel(REEKS[van.per], van.filter), van)


# Kept per table that was asked: the same one comes back as long as nothing changed.
_reeks = lru_cache(maxsize=200)(onthulling.kpi_reeks)
_standen = lru_cache(maxsize=20)(onthulling.kpi_standen)
_in_euro = lru_cache(maxsize=50)(onthulling.kpi_in_euro)
_bij_begroting = lru_cache(maxsize=50)(onthulling.kpi_begroting)


def prognose() -> BeveiligdeTabel:
    """The forecast of the last year; asked anew when a budget was entered."""
    return jaarblad.tabel("prognose", Filter(jaar=((bron.versie().stand.laatste_maand or 0) // 12,)))


def standen(kpis: list[Kpi]) -> BeveiligdeTabel | None:
    """All KPIs as a table, or None without any."""
    return _standen(tuple(map(reeks, kpis)), tuple(kpis)) if kpis else None


def toon() -> None:
    """Draw how all KPIs stand, the one that is chosen, and the ways to change or add one."""
    melding(kpiformulier.GEDAAN)
    kpis = alle()
    overzicht = standen(kpis)
    tonen.hoofdzin(bevindingen.kpis_samen(overzicht))
    if overzicht is None:
        st.info(
            "Een KPI is een doel in woorden met een maat, een selectie, een richting en een doelpad. Maak er hieronder een.",
            icon=":material/flag:",
        )
        kpiformulier.nieuw()
        return
    tonen.tabel(overzicht)
    per_naam = {hoofdletter(k.naam): k for k in kpis}
    if st.session_state.get("kpi") not in per_naam:  # one that was removed or got another name
        st.session_state.pop("kpi", None)
    gekozen = per_naam[st.selectbox("KPI", list(per_naam), key="kpi", bind="query-params", width=560)]
    _een(gekozen)
    if bron.rol() is not Rol.LEZER:
        kpiformulier.wijzigen(gekozen)
        kpiformulier.nieuw()


def _een(van: Kpi) -> None:
    st.markdown(f"**Beleidsdoel:** {als_markdown(van.doel)}")
    st.caption(
        " ".join(
            filter(None, (bevindingen.kpi_over(van), f"Eigenaar: {van.eigenaar}." if van.eigenaar else ""))
        )
    )
    _dashboard(van)
    tonen.kop("Hoe sturen we (bij)?", "Welke acties worden uitgezet, en hoe vindt opvolging plaats?")
    kpiacties.toon(van.nummer)
    _begroting(van)


def _dashboard(van: Kpi) -> None:
    tonen.kop("Wat zegt het dashboard?", UITLEG["kpi"])
    maten, gemeten = bron.tabel(REEKS[van.per], van.filter), reeks(van)
    st.markdown(f"**{als_markdown(bevindingen.kpizin(gemeten, van))}**")
    links, rechts = st.columns(2, gap="large")
    with links:
        tonen.figuur_met_voet(naast_pad(gemeten, van.maat), "kpi-pad", van.naam, UITLEG["kpi"])
    with rechts:
        if zin := bevindingen.kpi_kernzin(maten):
            st.markdown(zin)
        if zin := bevindingen.kpi_volledigheid(gemeten):
            st.markdown(zin)
        tonen.tabel(_laatste(maten))
        st.page_link(
            "pages/dashboard/clienten.py", label="Bekijk deze selectie op Cliënten", icon=":material/arrow_forward:",
            query_params=filterbalk.meegegeven(van.filter.actief()),
        )  # fmt: skip


@lru_cache(maxsize=50)
def _laatste(maten: BeveiligdeTabel) -> BeveiligdeTabel:
    """The last periods of all measures, newest first; the whole only where there is one."""
    kop = "maand" if maten.kolommen[0].naam == "maand" else "kwartaal"
    geheel = any(
        maten.cel("geheel", n) is not None or maten.reden_van("geheel", n) for n in range(len(maten))
    )
    namen = [naam for naam in _KERN if geheel or naam != "aandeel_geheel"]
    return maten.gesorteerd(kop).eerste(_PERIODEN).met_kolommen(kop, *namen)


def _begroting(van: Kpi) -> None:
    tonen.kop("Wat is de relatie met het P&C-proces?", UITLEG["kpi-begroting"])
    euro = _in_euro(bron.tabel(REEKS[van.per], van.filter), van)
    regel = _bij_begroting(prognose(), euro, van)
    st.markdown(als_markdown(bevindingen.kpi_bij_begroting(regel, van)))
    if not st.toggle("Naar euro's", key="kpi-euro", bind="query-params", help=UITLEG["kpi-euro"]):
        return
    if zin := bevindingen.kpi_naar_euro(euro):
        st.markdown(als_markdown(zin))
    st.markdown("\n".join(f"- {als_markdown(som)}" for som in bevindingen.kpi_sommen(euro, van)))
    for tabel in (euro, regel):
        if len(tabel):
            tonen.tabel(tabel)
            tonen.voet(tabel, tabel.naam)
