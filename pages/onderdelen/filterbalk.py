"""The filter bar: widgets in the sidebar that together are one Filter, with chips above the page.

Every choice lives in the URL (bind="query-params"), so a copied link opens the same view and a
change of page keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from core import kruisfilter
from core.begrippen import Duur, Geslacht, Intensiteit, Leeftijdsindeling, Leveringsvorm, Verwijzer
from core.bevindingen import selectie
from core.database import Database
from core.filters import DIMENSIES, LEEFTIJD_KEUZES, Filter, OnbekendeWaarde
from core.opmaak import MAANDEN_KORT, maand_iso, maand_kort, maand_uit_iso
from pages.onderdelen import bron, klik, vastgezet, vraagbalk

_VAST: dict[str, list[str]] = {
    "leeftijd": list(LEEFTIJD_KEUZES),
    "intensiteit": [str(w) for w in Intensiteit],
    "duur": [str(w) for w in Duur],
    "verwijzer": [str(w) for w in Verwijzer],
    "geslacht": [str(w) for w in Geslacht],
    "leveringsvorm": [str(w) for w in Leveringsvorm],
}
_GEVOUWEN = {
    "Buurt en wijk": ("wijk", "buurt"),
    "Jeugdige en verwijzer": ("leeftijd", "geslacht", "verwijzer"),
    "Arrangement": ("intensiteit", "duur", "leveringsvorm"),
}
_MEERVOUD = {
    "segment": "Alle segmenten", "product": "Alle producten", "aanbieder": "Alle aanbieders",
    "wijk": "Alle wijken", "buurt": "Alle buurten", "leeftijd": "Alle leeftijden",
    "intensiteit": "Elke intensiteit", "duur": "Elke duur", "verwijzer": "Alle verwijzers",
    "geslacht": "Alle jeugdigen", "leveringsvorm": "Elke vorm",
}  # fmt: skip
Chip = tuple[str, Any, str]
"""Name, value and text of a choice."""
_MEE = "mee"
_HOE = "Klik in een figuur om erop te filteren, nog eens om dat terug te nemen; met Ctrl kiest u er meer."
CHIPS_PER_FILTER = 4
"""Above this many values a filter shows as one chip with its number."""


def gekozen() -> Filter:
    """The Filter that the widgets now hold; read by every page."""
    staat = st.session_state
    return Filter(
        **{naam: tuple(staat.get(naam) or ()) for naam in DIMENSIES},
        van=maand_uit_iso(staat["van"]) if staat.get("van") else None,
        tot=maand_uit_iso(staat["tot"]) if staat.get("tot") else None,
        leeftijdsindeling=Leeftijdsindeling.CBS if staat.get("cbs") else Leeftijdsindeling.JEUGDWET,
    )


def toon(op_pagina: bool) -> None:
    """Draw the bar, then chips and sentence; nothing on pages without figures or without data."""
    klik.begin()
    db = bron.data()
    if db is None or not op_pagina:
        return
    _neem_mee()
    vastgezet.begin()
    with st.sidebar:
        _balk(db)
        f = gekozen()
        klik.luister(f, klik_op)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chips"):
        _chips(f)
        vastgezet.toon(f)
    st.caption(f"{selectie(f, db.stand)} {_HOE}")
    vraagbalk.bied_wijk_aan(f, zet)


def _balk(db: Database) -> None:
    vraagbalk.toon(db, gekozen, zet)
    _periode(db)
    for naam in ("segment", "product", "aanbieder"):
        _keuze(db, naam)
    for titel, namen in _GEVOUWEN.items():
        with st.expander(titel, expanded=any(st.session_state.get(naam) for naam in namen)):
            for naam in namen:
                _keuze(db, naam)
            if "leeftijd" in namen:
                st.toggle("Leeftijdsklassen van het CBS", key="cbs", bind="query-params")


def klik_op(wat: str, erbij: bool = False) -> None:
    """What was clicked in a figure becomes a filter, or is taken away (core.kruisfilter).

    The one buurt that is chosen is also the one that *Buurten* shows in detail.
    """
    oud = gekozen()
    nieuw = kruisfilter.klik(oud, wat, erbij)
    db = bron.versie()
    try:
        Filter.from_dict(nieuw.to_dict(), db.keuzes)
    except OnbekendeWaarde as fout:  # clicked on a page that was drawn before the last levering
        st.toast(str(fout), icon=":material/filter_alt_off:")
        return
    zet(nieuw)
    if nieuw.buurt != oud.buurt:
        st.session_state["buurtdetail"] = nieuw.buurt[0] if len(nieuw.buurt) == 1 else None


def meegegeven(keuzes: Mapping[str, tuple[Any, ...]]) -> dict[str, list[str]]:
    """What a link to another page adds to its URL, to choose there what is not chosen here."""
    return {_MEE: [f"{naam}={w}" for naam, waarden in keuzes.items() for w in waarden]} if keuzes else {}


def _neem_mee() -> None:
    """Choose what a link brought along: the widgets themselves read the URL when they are new only."""
    mee = [tekst.partition("=") for tekst in st.query_params.get_all(_MEE)]
    if not mee:
        return
    st.query_params.pop(_MEE)
    nieuw: dict[str, list[str]] = {}
    for naam, _, waarde in mee:
        nieuw.setdefault(naam, []).append(waarde)
    try:
        erbij = Filter.from_dict(nieuw, bron.versie().keuzes).actief()
    except ValueError as fout:  # a link that was typed, or of before the last levering
        st.toast(str(fout), icon=":material/filter_alt_off:")
        return
    for naam, waarden in (({"wijk": ()} if "buurt" in erbij else {}) | erbij).items():
        st.session_state[naam] = list(waarden)


def zet(f: Filter) -> None:
    """Make the widgets hold this filter; before they are drawn only."""
    oud = gekozen()
    for naam in DIMENSIES:
        if getattr(f, naam) != getattr(oud, naam):
            st.session_state[naam] = list(getattr(f, naam))
    for naam in ("van", "tot"):
        maand = getattr(f, naam)
        if maand != getattr(oud, naam):
            st.session_state[naam] = None if maand is None else maand_iso(maand)


def _periode(db: Database) -> None:
    # A link to a month or a range holds no year, and must not get the last one.
    vrij = any(st.session_state.get(naam) or naam in st.query_params for naam in ("van", "tot"))
    st.pills(
        "Jaar", db.keuzes["jaar"], selection_mode="multi", default=[] if vrij else db.keuzes["jaar"][-1:], key="jaar",
        bind="query-params", on_change=_wis, args=(("van", "tot"),),
    )  # fmt: skip
    stand = db.stand
    maanden = [maand_iso(m) for m in range(stand.eerste_maand or 0, (stand.laatste_maand or -1) + 1)]
    links, rechts = st.columns(2)
    for kolom, sleutel, titel in ((links, "van", "Vanaf"), (rechts, "tot", "Tot en met")):
        kolom.selectbox(
            titel, maanden, index=None, key=sleutel, placeholder="maand", bind="query-params",
            format_func=_maandnaam, on_change=_wis, args=(("jaar",),),
        )  # fmt: skip
    st.pills(
        "Maanden", list(range(1, 13)), selection_mode="multi", key="maand", bind="query-params",
        format_func=lambda m: MAANDEN_KORT[m - 1], help="Alleen deze kalendermaanden van elk jaar.",
    )  # fmt: skip


def _maandnaam(iso: str) -> str:
    return maand_kort(maand_uit_iso(iso))


def opties(db: Database, naam: str) -> list[str]:
    """What can be chosen of a dimension in the data."""
    return db.keuzes.get(naam) or _VAST[naam]


def _keuze(db: Database, naam: str) -> None:
    st.multiselect(
        DIMENSIES[naam].titel, opties(db, naam), key=naam, bind="query-params", placeholder=_MEERVOUD[naam]
    )


def _wis(namen: tuple[str, ...]) -> None:
    for naam in namen:
        st.session_state[naam] = None if naam in ("van", "tot") else []


def _neem_weg(naam: str, waarde: Any) -> None:
    if naam in ("van", "tot"):
        eenmaal = st.session_state["van"] == st.session_state["tot"]  # one month, one chip
        _wis(("van", "tot") if eenmaal else (naam,))
    elif waarde is None:
        st.session_state[naam] = []
    else:
        st.session_state[naam] = [w for w in st.session_state[naam] if w != waarde]


def _chips(f: Filter) -> None:
    """Every choice as a button that takes it away; the last one takes all away."""
    chips = [*_gekozen_waarden(f), *_einden(f)]
    for naam, waarde, tekst in chips:
        st.button(
            tekst, key=f"chip-{naam}-{waarde}", icon=":material/close:", on_click=_neem_weg,
            args=(naam, waarde), help=f"Haal het filter {DIMENSIES[naam].titel if naam in DIMENSIES else 'periode'} weg",
        )  # fmt: skip
    if len(chips) > 1:
        st.button(
            "Alles wissen",
            key="chips-alles",
            type="tertiary",
            on_click=_wis,
            args=((*DIMENSIES, "van", "tot"),),
        )


def _gekozen_waarden(f: Filter) -> Iterator[Chip]:
    for naam, waarden in f.actief().items():
        if len(waarden) > CHIPS_PER_FILTER:
            yield naam, None, f"{DIMENSIES[naam].titel}: {len(waarden)} gekozen"
        else:
            yield from ((naam, w, _chiptekst(naam, w)) for w in waarden)


def _einden(f: Filter) -> Iterator[Chip]:
    """The two ends of a period; one chip where they are one month."""
    if f.van is not None and f.van == f.tot:
        yield "van", f.van, maand_kort(f.van)
        return
    for naam, maand, woord in (("van", f.van, "vanaf"), ("tot", f.tot, "t/m")):
        if maand is not None:
            yield naam, maand, f"{woord} {maand_kort(maand)}"


def _chiptekst(naam: str, waarde: Any) -> str:
    if naam == "maand":
        return MAANDEN_KORT[waarde - 1]
    return f"{waarde} jaar" if naam == "leeftijd" and waarde != "onbekend" else str(waarde)
