"""The figures of one area: beside others, among all others, why, who is alike, over the years."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from core import bevindingen, grafieken, onthulling
from core.cijfers.uitleg import UITLEG
from core.referentie.gebieden import Gebiedssoort, gebied, gebieden, regio_van
from core.verwacht.beeld import Beeld
from core.verwacht.vormen import Vorm
from pages.onderdelen import bron, tonen

_TABELKOLOMMEN = ("gebied", "werkelijk_pct", "verwacht_pct", "verschil_pp")


@dataclass(frozen=True)
class Keuze:
    """What a person looks at: the code of an area, a form of youth care and a year."""

    code: str
    vorm: Vorm
    jaar: int


def toon(keuze: Keuze, van: Beeld, naast: tuple[str, ...]) -> None:
    """Draw all figures; `naast` are the areas it is put beside by itself."""
    _naast_elkaar(keuze, van, naast)
    _tussen_alle(keuze, van)
    links, rechts = st.columns(2, gap="large")
    with links:
        _waarom(keuze, van)
    with rechts:
        _gelijkend(keuze, van)
    links, rechts = st.columns(2, gap="large")
    with links:
        _jaren(keuze)
    with rechts:
        _model(van)
    verantwoording(van)


def _naast_elkaar(keuze: Keuze, van: Beeld, naast: tuple[str, ...]) -> None:
    """The area beside its regions, the country and any other area, as a chart and as a table."""
    links, rechts = st.columns([3, 2], gap="large")
    with rechts:
        ander = {g.titel: g.code for g in gebieden()}
        titel = st.selectbox(
            "Vergelijk ook met", list(ander), index=None, key="naast", bind="query-params",
            placeholder="Zoek een ander gebied",
        )  # fmt: skip
        tabel = bron.openbaar(
            onthulling.naast_elkaar, van, (keuze.code, *([ander[titel]] if titel else []), *naast)
        )
        tonen.tabel(tabel.met_kolommen(*_TABELKOLOMMEN))
    with links:
        tonen.grafiek(
            f"Werkelijk tegen verwacht, {van.jaar}",
            grafieken.met_interval(tabel),
            "naast-figuur",
            UITLEG["verwacht"],
        )


def _tussen_alle(keuze: Keuze, van: Beeld) -> None:
    """Twenty bars from low to high, for the measure that is chosen."""
    eigen = gebied(keuze.code)
    soort = Gebiedssoort.GEMEENTE if eigen.soort is Gebiedssoort.NEDERLAND else eigen.soort
    tonen.kop(f"Waar staat uw regio ten opzichte van andere regio's? ({van.jaar})", UITLEG["verwacht-staven"])
    maat = st.segmented_control(
        "Toon", list(onthulling.MATEN), format_func=lambda m: onthulling.MATEN[m].capitalize(),
        default="verschil_pp", required=True, key="staven", bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    tabel = bron.openbaar(onthulling.staven_tabel, van, soort, str(maat), keuze.code)
    st.markdown(bevindingen.plaats_onder_gebieden(tabel, eigen.naam, soort))
    tonen.figuur_met_voet(grafieken.alle_gebieden(tabel, eigen.naam), "staven-figuur")


def _waarom(keuze: Keuze, van: Beeld) -> None:
    tabel = bron.openbaar(onthulling.opbouw_tabel, van, keuze.code)
    if not len(tabel):
        tonen.kop(f"Waarom deze verwachting? ({van.jaar})", UITLEG["verwacht-opbouw"])
        st.info(bevindingen.ZONDER_OPBOUW if van.ingelezen else "Er is geen verwachting om uit te leggen.")
        return
    tonen.grafiek(
        f"Waarom deze verwachting? ({van.jaar})",
        grafieken.opbouw(tabel),
        "opbouw-figuur",
        UITLEG["verwacht-opbouw"],
    )
    st.markdown(bevindingen.grootste_bijdragen(tabel))
    regio = _jeugdregio(keuze.code)
    st.markdown(bevindingen.regio_aandeel(van.van(keuze.code).verschil_pp, van.regio_pp(keuze.code), regio))


def _jeugdregio(code: str) -> str:
    soort = gebied(code).soort
    return (
        regio_van(code, Gebiedssoort.JEUGDREGIO).naam if soort is Gebiedssoort.GEMEENTE else gebied(code).naam
    )


def _gelijkend(keuze: Keuze, van: Beeld) -> None:
    tabel = bron.openbaar(onthulling.gelijkend_tabel, van, keuze.code)
    titel = f"Gebieden die het meest lijken ({van.jaar})"
    if len(tabel) < 2:
        tonen.kop(titel, UITLEG["verwacht-gelijkend"])
        st.info("Hier is geen ander gebied van dezelfde soort om naast te leggen.")
        return
    tonen.grafiek(titel, grafieken.verschillen(tabel), "gelijkend-figuur", UITLEG["verwacht-gelijkend"])
    st.markdown(bevindingen.gelijkende_gebieden(tabel))


def _jaren(keuze: Keuze) -> None:
    tabel = bron.openbaar(onthulling.jaren_tabel, keuze.vorm, bron.ingelezen(), keuze.code)
    tonen.grafiek("Over de jaren", grafieken.over_de_jaren(tabel), "jaren-figuur", UITLEG["verwacht-jaren"])
    st.markdown(bevindingen.over_de_jaren(tabel))


def _model(van: Beeld) -> None:
    if van.ingelezen:
        tonen.kop(f"Hoe goed is de verwachting? ({van.jaar})", UITLEG["verwacht-ijking"])
        st.info(
            f"Deze verwachting komt van {van.bron_verwacht}; hoe goed zij is staat daar. {bevindingen.EIGEN_MODEL}"
        )
        return
    tonen.grafiek(
        f"Hoe goed is het model? ({van.jaar})", grafieken.ijking(bron.openbaar(onthulling.ijking_tabel, van)),
        "ijking-figuur", UITLEG["verwacht-ijking"],
    )  # fmt: skip
    st.markdown(bevindingen.kwaliteit_van_model(van.kaart))


def verantwoording(van: Beeld) -> None:
    """The model card and the explanation, folded: for who wants to know before using a figure."""
    if not van.ingelezen:
        kaart = bron.openbaar(onthulling.modelkaart_tabel, van)
        with st.expander(f"Modelkaart ({van.jaar})", icon=":material/fact_check:"):
            tonen.lijst(kaart)
            tonen.voet(kaart, "modelkaart")
    with st.expander("Toelichting", icon=":material/menu_book:"):
        st.markdown(bevindingen.toelichting(van))
