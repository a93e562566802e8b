"""The figures of one area: beside others, among all others, why, who is alike, over the years."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from core import bevindingen, grafieken, onthulling
from core.cijfers.uitleg import UITLEG
from core.onthulling import OpenbareTabel
from core.referentie.gebieden import Gebiedssoort, gebied, gebieden, regio_van
from core.verwacht.beeld import Beeld
from core.verwacht.vormen import Vorm
from pages.onderdelen import bron, downloads, tonen

_TABELKOLOMMEN = ("gebied", "werkelijk_pct", "verwacht_pct", "verschil_pp")


@dataclass(frozen=True)
class Keuze:
    """What a person looks at: the code of an area, a form of youth care and a year."""

    code: str
    vorm: Vorm
    jaar: int


def toon(keuze: Keuze, van: Beeld, naast: tuple[str, ...]) -> None:
    """Draw all figures; `naast` are the areas it is put beside by itself."""
    tabellen = [_naast_elkaar(keuze, van, naast), _tussen_alle(keuze, van)]
    for links_en_rechts in ((_waarom, _gelijkend), (_jaren, _model)):
        for kolom, teken in zip(st.columns(2, gap="large"), links_en_rechts, strict=True):
            with kolom:
                tabellen.append(teken(keuze, van))
    tabellen += _verantwoording(van)
    downloads.werkboek([t for t in tabellen if len(t)], "verwacht-en-werkelijk", "verwacht-werkboek")


def _naast_elkaar(keuze: Keuze, van: Beeld, naast: tuple[str, ...]) -> OpenbareTabel:
    """The area beside its regions, the country and any other area, as a chart and as a table."""
    links, rechts = st.columns([11, 9], gap="large")
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
            bevindingen.werkelijk_tegen_verwacht(tabel, van.vorm),
        )
    return tabel


def _tussen_alle(keuze: Keuze, van: Beeld) -> OpenbareTabel:
    """Twenty bars from low to high, for the measure that is chosen."""
    eigen = gebied(keuze.code)
    soort = Gebiedssoort.GEMEENTE if eigen.soort is Gebiedssoort.NEDERLAND else eigen.soort
    tonen.kop(f"Waar staat uw regio ten opzichte van andere regio's? ({van.jaar})", UITLEG["verwacht-staven"])
    maat = st.segmented_control(
        "Toon", list(onthulling.MATEN), format_func=lambda m: onthulling.MATEN[m].capitalize(),
        default="verschil_pp", required=True, key="staven", bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    tabel = bron.openbaar(onthulling.staven_tabel, van, soort, str(maat), keuze.code)
    zin = bevindingen.plaats_onder_gebieden(tabel, eigen.naam, soort)
    st.markdown(zin)
    tonen.figuur_met_voet(grafieken.alle_gebieden(tabel, eigen.naam), "staven-figuur", zin=zin)
    return tabel


def _waarom(keuze: Keuze, van: Beeld) -> OpenbareTabel:
    tabel = bron.openbaar(onthulling.opbouw_tabel, van, keuze.code)
    titel = f"Waarom deze verwachting? ({van.jaar})"
    if not len(tabel):
        reden = bevindingen.ZONDER_OPBOUW if van.ingelezen else "Er is geen verwachting om uit te leggen."
        return _niets(tabel, titel, UITLEG["verwacht-opbouw"], reden)
    zin = bevindingen.grootste_bijdragen(tabel)
    tonen.grafiek(titel, grafieken.opbouw(tabel), "opbouw-figuur", UITLEG["verwacht-opbouw"], zin)
    st.markdown(zin)
    delen = (van.van(keuze.code).verschil_pp, van.regio_pp(keuze.code))
    st.markdown(bevindingen.regio_aandeel(delen, _jeugdregio(keuze.code), van.vorm.decimalen))
    return tabel


def _jeugdregio(code: str) -> str:
    deze = gebied(code)
    return (regio_van(code, Gebiedssoort.JEUGDREGIO) if deze.soort is Gebiedssoort.GEMEENTE else deze).naam


def _gelijkend(keuze: Keuze, van: Beeld) -> OpenbareTabel:
    tabel = bron.openbaar(onthulling.gelijkend_tabel, van, keuze.code)
    titel = f"Gebieden die het meest lijken ({van.jaar})"
    if len(tabel) < 2:
        reden = "Hier is geen ander gebied van dezelfde soort om naast te leggen."
        return _niets(tabel, titel, UITLEG["verwacht-gelijkend"], reden)
    zin = bevindingen.gelijkende_gebieden(tabel)
    tonen.grafiek(titel, grafieken.verschillen(tabel), "gelijkend-figuur", UITLEG["verwacht-gelijkend"], zin)
    st.markdown(zin)
    return tabel


def _jaren(keuze: Keuze, _van: Beeld) -> OpenbareTabel:
    tabel = bron.openbaar(onthulling.jaren_tabel, keuze.vorm, bron.ingelezen(), keuze.code)
    if len(set(tabel.kolom("jaar"))) < 2:
        return _niets(tabel, "Over de jaren", UITLEG["verwacht-jaren"], bevindingen.over_de_jaren(tabel))
    zin = bevindingen.over_de_jaren(tabel)
    tonen.grafiek(
        "Over de jaren", grafieken.over_de_jaren(tabel), "jaren-figuur", UITLEG["verwacht-jaren"], zin
    )
    st.markdown(zin)
    return tabel


def _model(_keuze: Keuze, van: Beeld) -> OpenbareTabel:
    tabel = bron.openbaar(onthulling.ijking_tabel, van)
    if van.ingelezen:
        reden = f"Deze verwachting komt van {van.bron_verwacht}; hoe goed zij is staat daar. {bevindingen.EIGEN_MODEL}"
        return _niets(tabel, f"Hoe goed is de verwachting? ({van.jaar})", UITLEG["verwacht-ijking"], reden)
    zin = bevindingen.kwaliteit_van_model(van.kaart)
    tonen.grafiek(
        f"Hoe goed is het model? ({van.jaar})",
        grafieken.ijking(tabel),
        "ijking-figuur",
        UITLEG["verwacht-ijking"],
        zin.split(". ")[0] + ".",
    )
    st.markdown(zin)
    return tabel


def _niets(tabel: OpenbareTabel, titel: str, uitleg: str, reden: str) -> OpenbareTabel:
    """The place of a figure that there is not, and why; gives the table without rows."""
    tonen.kop(titel, uitleg)
    st.info(reden)
    return tabel.eerste(0)


def _verantwoording(van: Beeld) -> list[OpenbareTabel]:
    """The model card and the explanation, folded: for who wants to know before using a figure."""
    kaart = [] if van.ingelezen else [bron.openbaar(onthulling.modelkaart_tabel, van)]
    for tabel in kaart:
        with st.expander(f"Modelkaart ({van.jaar})", icon=":material/fact_check:"):
            tonen.lijst(tabel)
            tonen.voet(tabel, "modelkaart")
    with st.expander("Toelichting", icon=":material/menu_book:"):
        st.markdown(bevindingen.toelichting(van))
    return kaart
