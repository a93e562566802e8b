"""The agenda of the monthly talk: filled by itself, noted on while people talk, and closed as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

import streamlit as st

from core.begrippen import Rol
from core.cijfers.uitleg import UITLEG
from core.export.agenda import Punt, agenda, bevries, op_scherm, voor_buiten
from core.export.figuur import Uitgang
from core.export.verslag import Verslag
from core.grafieken.kpi import naast_pad
from core.opmaak import aaneen, datum
from core.opslag.geopend import geopend
from core.opslag.kpis import Kpis
from core.opslag.sturingsgesprekken import Sturingsgesprek, Sturingsgesprekken
from core.opslag.versies import NietBewaard
from core.sturing.agenda import LANGSTE_NOTITIE, Verloop
from core.sturing.gesprekken import LANGSTE_REGEL
from pages.onderdelen import bron, downloads, kpiacties, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.schrijven import melding, schrijf

_GEDAAN = "sturing-gedaan"


def verloop() -> Verloop:
    """The store of the talks, for who is looking."""
    return Verloop(geopend(Sturingsgesprekken), bron.wie())


@lru_cache(maxsize=8)
def _agenda(van: Uitgang, gewijzigd: tuple[int, ...], vandaag: date) -> tuple[Punt, ...]:
    # A day later more actions are late.
    return agenda(van)


def _nu(buiten: bool) -> Callable[[], tuple[Punt, ...]]:
    """What makes the agenda of now, as it is shown or as it may leave the building; asks nothing of the session."""
    return partial(
        _agenda,
        (voor_buiten if buiten else op_scherm)(bron.uitgang()),
        bron.winkel().gewijzigd(),
        date.today(),
    )


def toon() -> None:
    """Draw the talk that is going on, or the way to begin one, and the items of now."""
    melding(_GEDAAN)
    demo, schrijft = bron.versie().stand.demo, bron.rol() is not Rol.LEZER
    gesprek = geopend(Sturingsgesprekken).open(demo) if schrijft else None
    if gesprek is not None:
        st.markdown(f":material/forum: **Gesprek van {datum(gesprek.datum)}** {als_markdown(_wie(gesprek))}")
    elif schrijft:
        _begin(demo)
    with st.spinner("De agenda wordt gevuld …"):
        punten = _nu(buiten=False)()
    for nummer, punt in enumerate(punten, 1):
        if punt.sleutel == "acties":  # here they can be brought up to date
            toon_punt(nummer, replace(punt, tabellen=()))
            kpiacties.openstaand({k.nummer: k.naam for k in geopend(Kpis).alle(demo)})
        else:
            toon_punt(nummer, punt)
        if gesprek is not None:
            _noteer(gesprek, punt)
    concept = gesprek or Sturingsgesprek(date.today(), demo=demo)
    gemeente, buiten = bron.ingevuld().gemeente, _nu(buiten=True)
    downloads.verslag(lambda: Verslag(gemeente, concept, buiten()), concept.datum, "verslag")
    if gesprek is not None:
        _sluit(gesprek, punten)


def _wie(gesprek: Sturingsgesprek) -> str:
    return f"met {gesprek.deelnemers}" if gesprek.deelnemers else ""


def toon_punt(nummer: int, punt: Punt) -> None:
    """Draw one item: its finding, its lines, its tables, and its charts two by two."""
    st.subheader(f"{nummer}. {punt.titel}", anchor=False)
    st.markdown(f"**{als_markdown(aaneen(punt.zin))}**")
    if punt.regels:
        st.markdown("\n".join(f"- {als_markdown(aaneen(regel))}" for regel in punt.regels))
    for tabel in punt.tabellen:
        tonen.tabel(tabel)
    for begin in range(0, len(punt.kpis), 2):
        for plek, reeks in zip(st.columns(2, gap="large"), punt.kpis[begin : begin + 2], strict=False):
            with plek:
                st.caption(als_markdown(reeks.titel))
                figuur = naast_pad(reeks, reeks.kolommen[1].naam)
                tonen.figuur_met_voet(
                    figuur, f"agenda-{nummer}-{begin}-{reeks.titel}", reeks.titel, UITLEG["kpi"]
                )


def _begin(demo: bool) -> None:
    with st.form("sturing-begin"):
        links, midden, rechts = st.columns([1, 3, 1], vertical_alignment="bottom")
        dag = links.date_input("Datum van het gesprek", date.today(), format="DD-MM-YYYY", key="sturing-dag")
        wie = midden.text_input(
            "Wie doen mee?",
            max_chars=LANGSTE_REGEL,
            key="sturing-wie",
            placeholder="Bijvoorbeeld beleid, contractmanagement, control",
        )
        if rechts.form_submit_button("Gesprek beginnen", type="primary", icon=":material/forum:"):
            schrijf(
                lambda: verloop().begin(dag, wie, demo),
                _GEDAAN,
                "Het gesprek is begonnen: noteer per punt wat wordt besproken.",
            )


def _noteer(gesprek: Sturingsgesprek, punt: Punt) -> None:
    """The note with an item; who began to write when another kept a note is told so."""
    sleutel = f"notitie-{gesprek.nummer}-{punt.sleutel}"
    was: str = st.session_state.setdefault(f"{sleutel}-was", gesprek.notitie(punt.sleutel))
    with st.form(sleutel, border=False):
        tekst = st.text_area(
            "Besproken", was, max_chars=LANGSTE_NOTITIE, key=f"{sleutel}-tekst", height=90,
            placeholder="Wat is besproken en besloten? Nooit over een jeugdige.",
        )  # fmt: skip
        klaar = st.form_submit_button("Notitie bewaren", icon=":material/save:")
    if not klaar:
        return
    try:
        bewaard = verloop().noteer(gesprek, punt.sleutel, was, tekst)
    except NietBewaard as fout:
        st.error(str(fout), icon=":material/block:")
        return
    st.session_state[f"{sleutel}-was"] = bewaard.notitie(punt.sleutel)
    st.toast("De notitie is bewaard.", icon=":material/check:")
    st.rerun()


def _sluit(gesprek: Sturingsgesprek, punten: tuple[Punt, ...]) -> None:
    with st.popover("Gesprek afsluiten", icon=":material/lock:"):
        st.markdown(
            "De agenda wordt bewaard zoals zij nu is, met de notities. Daarna verandert er niets meer aan."
        )
        if st.button("Ja, afsluiten", type="primary", key="sturing-sluit"):
            inhoud = bevries(punten, _nu(buiten=True)())
            versie = bron.versie().dataversie
            schrijf(
                lambda: verloop().sluit(gesprek, inhoud, versie),
                _GEDAAN,
                "Het gesprek is afgesloten; u vindt het bij Eerdere gesprekken.",
            )
