"""Reading in, step by step: choose files, check them, decide, and see what it brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from core.bevindingen.leveringen import oordeel, resultaat, toch_tekst
from core.demo.laden import DemoGeweigerd, laad_demo
from core.inlezen.fout import Geweigerd, KopNietHerkend
from core.inlezen.leveringen import Aangeboden, Opties, Proef, laad, lees, verwerp
from core.inlezen.rapport import Rapport
from pages.onderdelen import bron, downloads, inleesaanbieders, inleeskeuzes, inleesklus, inleesverslag

_SCHIJF = "Schrijven in de gegevensmap lukte niet ({}). Kijk of er ruimte is en of de app daar mag schrijven."


@dataclass
class Staat:
    """How far one person is with reading in. Holds no byte of a file, only where its check lies."""

    ronde: int = 0
    klus: inleesklus.Klus | None = None
    proef: Proef | None = None
    gedaan: Rapport | None = None
    redenen: list[str] = field(default_factory=list)
    kop: KopNietHerkend | None = None
    toewijzing: dict[str, str] = field(default_factory=dict)
    bestanden: set[str] = field(default_factory=set)


def staat() -> Staat:
    """Of this session; changed in place, so that a click elsewhere cannot come between."""
    if "inlees" not in st.session_state:
        st.session_state["inlees"] = Staat()
    uit: Staat = st.session_state["inlees"]
    return uit


def toon() -> None:
    """Draw the step that this person has come to."""
    nu = staat()
    if nu.klus is not None and nu.klus.laadt:
        _wacht_op(nu, nu.klus)
    if nu.gedaan is not None:
        _na_afloop(nu, nu.gedaan)
        return
    if bron.data() is None:
        _begin(nu)
    elif _is_demo():
        st.caption(
            "U kijkt naar voorbeeldgegevens. De eerste echte export die u inleest neemt hun plaats in."
        )
    keuzes = inleeskeuzes.vraag(nu.ronde, _vervalt)
    _vergeet(nu, keuzes.bestanden)
    _controle(nu, keuzes)
    for zin in nu.redenen:
        st.error(inleesverslag.als_markdown(zin), icon=":material/block:")
    if nu.kop is not None and keuzes.bestanden:
        _herstel(nu, keuzes, inleeskeuzes.wijs_toe(nu.kop, nu.ronde))
    if nu.proef is not None:
        _beslis(nu, nu.proef, keuzes)


def _controle(nu: Staat, keuzes: inleeskeuzes.Keuzes) -> None:
    """The button that has the files read, and its progress."""
    if st.button(
        "Controleren",
        key="inlees-controleren",
        type="secondary" if nu.proef else "primary",
        icon=":material/fact_check:",
        disabled=not keuzes.bestanden,
    ):
        nu.toewijzing = {}
        _controleer(nu, keuzes)
    if nu.klus is not None:
        _wacht_op(nu, nu.klus)


def verlaat() -> None:
    """This person looks elsewhere: the last report is read, the files are no longer on offer."""
    staat().gedaan = None
    _vergeet(staat(), [])


def _is_demo() -> bool:
    db = bron.data()
    return db is not None and db.stand.demo


def _begin(nu: Staat) -> None:
    """An empty database: the demo municipality is one click away."""
    with st.container(border=True):
        tekst, knop = st.columns([4, 1], vertical_alignment="center")
        tekst.markdown(
            "**Eerst rondkijken?** De voorbeeldgemeente is verzonnen en lijkt op Maastricht. Zij gaat vanzelf "
            "uit gebruik zodra u de eerste echte export inleest."
        )
        gevraagd = knop.button("Voorbeeldgemeente inlezen", icon=":material/science:", width="stretch")
    if gevraagd:
        wie = bron.wie()
        _laad(nu, lambda meld: laad_demo(1, wie, meld))


def _laad(nu: Staat, maak: Callable[[inleesklus.Meld], Rapport]) -> None:
    """Start what changes the figures, and look on."""
    nu.redenen = []
    nu.klus = inleesklus.begin(maak, laadt=True)
    _wacht_op(nu, nu.klus)


def _controleer(nu: Staat, keuzes: inleeskeuzes.Keuzes) -> None:
    """Have the files read; nothing becomes visible in the figures yet."""
    _vervalt()
    bestanden = [Aangeboden(b.name, b.getvalue(), keuzes.bronnen.get(b.name)) for b in keuzes.bestanden]
    opties = Opties(
        wijze=keuzes.wijze, stand_per=keuzes.stand_per, toewijzing_van_kolommen=dict(nu.toewijzing) or None
    )
    nu.klus = inleesklus.begin(lambda meld: lees(bestanden, opties, meld=meld), laadt=False)


def _wacht_op(nu: Staat, klus: inleesklus.Klus) -> None:
    """Look on until the work is done, keep its outcome and draw the page anew."""
    inleesklus.volg(klus)
    nu.klus = None
    try:
        _houd(nu, klus.toekomst.result())
    except KopNietHerkend as fout:
        nu.kop = fout
    except Geweigerd as fout:
        nu.redenen = list(fout.redenen)
    except DemoGeweigerd as fout:
        nu.redenen = [str(fout)]
    except OSError as fout:
        nu.redenen = [_SCHIJF.format(fout.strerror or type(fout).__name__)]
    st.rerun()


def _houd(nu: Staat, uitkomst: Proef | Rapport) -> None:
    if isinstance(uitkomst, Proef):
        nu.proef = uitkomst
        return
    nu.gedaan, nu.proef, nu.kop, nu.ronde = uitkomst, None, None, nu.ronde + 1
    _vergeet(nu, [])


def _herstel(nu: Staat, keuzes: inleeskeuzes.Keuzes, extra: dict[str, str] | None) -> None:
    """Check again with the headers that a person mapped."""
    if extra:
        nu.toewijzing |= extra
        _controleer(nu, keuzes)
        st.rerun()


def _beslis(nu: Staat, proef: Proef, keuzes: inleeskeuzes.Keuzes) -> None:
    """The report before the load, and the choice to read in or not."""
    rapport, wie = proef.rapport, bron.wie()
    st.subheader(oordeel(rapport), anchor=False, divider="gray")
    _bron_gekozen(rapport, keuzes)
    if _is_demo() and rapport.bestanden and not rapport.demo:
        st.info("Met deze levering gaan de voorbeeldgegevens uit gebruik.", icon=":material/science:")
    inleesverslag.toon(rapport)
    if rapport.afgekeurd:
        downloads.afgekeurd(proef, "inlees-afgekeurd")
    if keuzes.bestanden:
        _herstel(nu, keuzes, inleeskeuzes.wijs_extra_toe(rapport, nu.ronde))
    nodig = bool(rapport.weigeringen or rapport.afgekeurd)
    mag = not rapport.beletsels and bool(rapport.geladen or rapport.bijlagen)
    toch = mag and nodig and st.checkbox(toch_tekst(rapport), key=f"inlees-toch-{nu.ronde}")
    with st.container(horizontal=True):
        inlezen = mag and st.button(
            "Inlezen", type="primary", icon=":material/check:", disabled=nodig and not toch
        )
        niet = st.button("Niet inlezen", icon=":material/close:")
    if inlezen:
        _laad(nu, lambda meld: laad(proef, toch=bool(toch), wie=wie, meld=meld))
    if niet:
        bron.winkel().log(
            wie, "levering verworpen", bestanden=[b.bestand for b in (*rapport.bestanden, *rapport.bijlagen)]
        )
        _vervalt()
        nu.ronde += 1
        _vergeet(nu, [])
        st.rerun()


def _bron_gekozen(rapport: Rapport, keuzes: inleeskeuzes.Keuzes) -> None:
    """Ask the bron once: as long as nobody chose it for these headers, say what was assumed."""
    for b in rapport.bestanden:
        onthouden = bron.winkel().kop(b.handtekening) or {}
        if not keuzes.bronnen.get(b.bestand) and not onthouden.get("bron"):
            st.info(
                f"Uit welke bron komt **{b.bestand}**? Een bestand met deze kolommen is niet eerder ingelezen; "
                f"aangenomen is **{b.bron}**. Klopt dat niet, kies dan hierboven de bron en controleer opnieuw.",
                icon=":material/help:",
            )


def _na_afloop(nu: Staat, rapport: Rapport) -> None:
    st.success(resultaat(rapport), icon=":material/check_circle:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link("pages/dashboard/overzicht.py", label="Naar het overzicht", icon=":material/dashboard:")
        if st.button("Nog een export inlezen", icon=":material/upload_file:"):
            nu.gedaan = None
            st.rerun()
    inleesaanbieders.na_inlezen()
    inleesverslag.toon(rapport)


def _vervalt() -> None:
    """A choice changed: what was checked is thrown away. A load under way is past choosing."""
    nu = staat()
    if nu.klus is not None:
        if nu.klus.laadt:
            return
        nu.klus.toekomst.add_done_callback(_gooi_weg)
    if nu.proef is not None:
        verwerp(nu.proef)
    nu.klus, nu.proef, nu.kop, nu.redenen = None, None, None, []


def _gooi_weg(toekomst: Future[Proef]) -> None:
    """A check that nobody waits for any more leaves nothing behind."""
    if toekomst.exception() is None:
        verwerp(toekomst.result())


def _vergeet(nu: Staat, houd: Sequence[Any]) -> None:
    """Take the bytes of files that are no longer on offer out of the server's memory."""
    nodig = {b.file_id for b in houd}
    context = get_script_run_ctx()
    if context is not None:
        for weg in nu.bestanden - nodig:
            context.uploaded_file_mgr.remove_file(context.session_id, weg)
    nu.bestanden = nodig
