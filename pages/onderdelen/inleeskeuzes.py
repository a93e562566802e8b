"""What a person chooses before reading in: the files, their bron, how, and as known on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from core.inlezen.bijlagen.register import SOORTEN
from core.inlezen.fout import KopNietHerkend
from core.inlezen.rapport import Rapport
from core.opmaak import opsomming
from pages.onderdelen.inleesverslag import kolomtitel, kopnaam, vrije_kolommen

BRONNEN = ("ZIN", "PGB", "GI")
_WIJZEN = {
    "vervang": "Elke maand in het bestand komt in de plaats van wat er van deze bron al was.",
    "aanvullen": "De regels komen erbij: voor een export met alleen wat deze maand binnenkwam.",
}
_EERSTE_DAG = date(2015, 1, 1)


@dataclass(frozen=True)
class Keuzes:
    """The choices for one load; `bronnen` by file name, None where it is to be remembered."""

    bestanden: Sequence[Any]
    bronnen: Mapping[str, str | None]
    wijze: str
    stand_per: date


def vraag(ronde: int, opnieuw: Callable[[], None]) -> Keuzes:
    """Draw the choices; `opnieuw` is called when one changes, for then the last check is void."""
    bestanden = st.file_uploader(
        "Exports en andere bestanden (CSV of XLSX, een of meer tegelijk)",
        accept_multiple_files=True,
        key=f"inlees-bestanden-{ronde}",
        on_change=opnieuw,
        help="Cliëntnummers worden bij het lezen vervangen door een pseudoniem; namen, adressen en vrije "
        "tekst worden niet overgenomen. Het bestand zelf wordt niet bewaard. Een bestand mag tot 200 MB groot zijn. "
        f"Ook herkend aan de kop: {opsomming([s.titel.lower() for s in SOORTEN.values()])}.",
    )
    links, midden, rechts = st.columns([3, 5, 2], gap="large")
    with links:
        bronnen = {b.name: _bron(b.name, len(bestanden), ronde, opnieuw) for b in bestanden or []}
        if not bestanden:
            _bron("", 1, ronde, opnieuw)
    wijze = midden.radio(
        "Wijze", list(_WIJZEN), captions=list(_WIJZEN.values()), format_func=str.capitalize,
        key=f"inlees-wijze-{ronde}", on_change=opnieuw,
    )  # fmt: skip
    stand_per = rechts.date_input(
        "Stand per", format="DD-MM-YYYY", min_value=_EERSTE_DAG, max_value="today",
        key=f"inlees-stand-{ronde}", on_change=opnieuw,
        help="De dag waarop de export is gemaakt: tot dan is bekend wat er gedeclareerd is.",
    )  # fmt: skip
    return Keuzes(bestanden or [], bronnen, wijze, stand_per or date.today())


def _bron(bestand: str, aantal: int, ronde: int, opnieuw: Callable[[], None]) -> str | None:
    titel = f"Bron van {bestand}" if aantal > 1 else "Bron"
    gekozen = st.selectbox(
        titel, BRONNEN, index=None, accept_new_options=True, placeholder="zoals eerder, anders ZIN",
        key=f"inlees-bron-{ronde}-{bestand if aantal > 1 else ''}", on_change=opnieuw,
        help="Uit welke administratie het bestand komt. U kiest dit één keer: bij een volgend bestand met "
        "dezelfde kolommen is het onthouden. Een eigen naam typen kan ook. Bij inwonertallen en andere cijfers van "
        "derden: wie ze uitgaf, bijvoorbeeld CBS; dat komt onder de cijfers te staan.",
    )  # fmt: skip
    return gekozen.strip()[:40] if gekozen else None


def wijs_toe(kop: KopNietHerkend, ronde: int) -> dict[str, str] | None:
    """Let a person say which header stands for a required column; None until all are chosen."""
    st.warning(
        f"**{kop.bestand}**: niet elke verplichte kolom is herkend. Wijs hieronder aan welke kolom van het "
        "bestand het is; dat wordt onthouden voor bestanden met dezelfde kolommen.",
        icon=":material/view_column:",
    )
    vrij = [plek for plek, tekst in enumerate(kop.kop) if tekst.strip() and tekst not in kop.herkend]
    keuze: dict[str, str] = {}
    plaatsen = st.columns(min(max(len(kop.ontbreekt), 2), 4))
    for nummer, kolom in enumerate(kop.ontbreekt):
        plek = plaatsen[nummer % len(plaatsen)].selectbox(
            kolomtitel(kolom), vrij, index=None, placeholder="kies een kolom",
            format_func=lambda p: f"{p + 1}. {kopnaam(kop.kop[p])}", key=f"inlees-kolom-{ronde}-{kolom}",
        )  # fmt: skip
        if plek is not None:
            keuze[kop.kop[plek]] = kolom
    klaar = st.button("Opnieuw controleren", type="primary", disabled=len(keuze) < len(kop.ontbreekt))
    return keuze if klaar else None


def wijs_extra_toe(van: Rapport, ronde: int) -> dict[str, str] | None:
    """Let a person map headers that were dropped; None until asked to check again."""
    over = [(b, kop) for b in van.bestanden for kop in b.weggelaten]
    if not over:
        return None
    luik = st.expander(
        "Een niet herkende kolom toch overnemen", key=f"inlees-extra-{ronde}", on_change="rerun"
    )
    if not luik.open:
        return None
    keuze: dict[str, str] = {}
    with luik:
        plaatsen = st.columns(4)
        for nummer, (b, kop) in enumerate(over[:24]):
            gekozen = plaatsen[nummer % 4].selectbox(
                kopnaam(kop), vrije_kolommen(b), index=None, placeholder="niet overnemen",
                format_func=kolomtitel, key=f"inlees-extra-{ronde}-{nummer}",
            )  # fmt: skip
            if gekozen:
                keuze[kop] = gekozen
        klaar = st.button("Met deze kolommen opnieuw controleren", disabled=not keuze)
    return keuze if klaar else None
