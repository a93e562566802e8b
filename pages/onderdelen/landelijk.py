"""Gemeenten and regions: what to look at, and everything about it in order."""

from __future__ import annotations

from functools import cache

import streamlit as st

from core import bevindingen, onthulling
from core.referentie.gebieden import Gebied, Gebiedssoort, gebied, gebieden, regio_van
from core.verwacht.beeld import jaren
from core.verwacht.vormen import Vorm
from pages.onderdelen import bron, gebiedsfiguren, gesprek, gesprekstabellen, tonen
from pages.onderdelen.gebiedsfiguren import Keuze

_VOOR_REGIOS = (Gebiedssoort.JEUGDREGIO, Gebiedssoort.PROVINCIE, Gebiedssoort.NEDERLAND)
_INLEIDING = """
**Jeugdzorg** is jeugdhulp, jeugdbescherming en jeugdreclassering samen.

- **Jeugdhulp**: hulp van het lokale team; begeleiding thuis; pleegzorg; verblijf in een gezinshuis, leefgroep of
  instelling; JeugdzorgPlus (gesloten); jeugd-ggz; hulp bij een verstandelijke beperking.
- **Jeugdbescherming**: ondertoezichtstelling en voogdij, uitgesproken door de rechter.
- **Jeugdreclassering**: begeleiding en toezicht na een strafbaar feit.

**Verwacht** is een schatting: hoeveel gebruik past bij de kenmerken van de inwoners, zoals uitkeringen en leeftijd,
gezien alle andere gemeenten. **Werkelijk** is wat het CBS telde. Ligt werkelijk hoger of lager, dan weet u nog niet
waarom: het verschil is het begin van een gesprek, geen oordeel.
"""


def toon() -> None:
    """Draw the choices, and of what is chosen all figures; without a choice what to do."""
    keuze = _kies()
    with st.expander("Wat is jeugdzorg, en wat is verwacht gebruik?", icon=":material/info:"):
        st.markdown(_INLEIDING)
    if keuze is None:
        _nog_niets()
        return
    van = bron.landelijk(keuze.vorm, keuze.jaar)
    zelf = bron.openbaar(onthulling.naast_elkaar, van, (keuze.code,))
    tonen.hoofdzin(bevindingen.werkelijk_tegen_verwacht(zelf, keuze.vorm))
    tonen.cijfers(bevindingen.kern_van_gebied(zelf), per_rij=5)
    st.caption(
        " ".join([
            bevindingen.zekerheid(zelf), van.noemer, gebied(keuze.code).opmerking,
            bevindingen.niet_meegeteld(van.van(keuze.code).zonder),
        ])
    )  # fmt: skip
    naast = _in_de_buurt(keuze.code)
    gebiedsfiguren.toon(keuze, van, naast)
    gesprekken = gesprek.toon(keuze)
    gesprekstabellen.samenvatting(keuze, van, naast, gesprekken)


def _kies() -> Keuze | None:
    """The area, form and year that are asked for; None without an area."""
    links, midden, rechts = st.columns([5, 6, 2], vertical_alignment="bottom")
    titel = links.selectbox(
        "Gemeente of regio", list(_titels(bron.ingevuld().gemeentecode)), index=None, key="gebied",
        bind="query-params", placeholder="Zoek een gemeente, regio of samenwerkingsverband",
    )  # fmt: skip
    vorm = Vorm(
        midden.segmented_control(
            "Vorm", [v.value for v in Vorm], format_func=lambda v: Vorm(v).titel, default=Vorm.JEUGDHULP.value,
            required=True, key="vorm", bind="query-params",
        )
    )  # fmt: skip
    keuzes = jaren(vorm, bron.ingelezen())
    jaar = (
        rechts.selectbox("Jaar", keuzes, key="cijferjaar", bind="query-params") if len(keuzes) > 1 else None
    )
    code = _titels(bron.ingevuld().gemeentecode).get(titel or "")
    return Keuze(code, vorm, jaar or keuzes[0]) if code else None


@cache
def _titels(eigen: str) -> dict[str, str]:
    """The code of every area by its title: the own gemeente and its regions first, then Nederland."""
    alles = {g.titel: g.code for g in gebieden()}
    voorop = [eigen, *(g.code for g in _van_gemeente(eigen))]
    eerst = {gebied(c).titel: c for c in voorop if c in alles.values()}
    return eerst | alles


def _van_gemeente(code: str) -> tuple[Gebied, ...]:
    return tuple(g for g in gebieden() if code in g.gemeenten and g.soort is not Gebiedssoort.GEMEENTE)


def _in_de_buurt(code: str) -> tuple[str, ...]:
    """The areas that an area is put beside by itself: of a gemeente its jeugdregio and provincie; the country."""
    if gebied(code).soort is not Gebiedssoort.GEMEENTE:
        return ("NL",)
    return tuple(regio_van(code, soort).code for soort in _VOOR_REGIOS)


def _nog_niets() -> None:
    """Before a choice: what will appear, and the own gemeente one click away."""
    st.info(
        "Kies hierboven een gemeente, jeugdregio, samenwerkingsverband, veiligheidsregio of provincie. U ziet dan het "
        "werkelijke gebruik naast het verwachte, waar het gebied staat tussen alle andere, en waarom dit de verwachting is.",
        icon=":material/travel_explore:",
    )
    titels = {code: titel for titel, code in _titels(bron.ingevuld().gemeentecode).items()}
    eigen = bron.ingevuld().gemeentecode
    codes = [eigen, regio_van(eigen, Gebiedssoort.JEUGDREGIO).code] if eigen in titels else []
    with st.container(horizontal=True):
        for n, code in enumerate([*codes, "NL"]):
            st.button(
                f"Toon {titels[code]}", key=f"toon-{code}", type="primary" if n == 0 else "secondary",
                on_click=_kies_gebied, args=(titels[code],),
            )  # fmt: skip


def _kies_gebied(titel: str) -> None:
    st.session_state["gebied"] = titel
