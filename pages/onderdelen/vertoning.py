"""A presentation as the room sees it: one finding per screen, all of one version of the data."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import streamlit as st

from core.bevindingen import selectie
from core.export.scherm import Scherm
from core.export.vertoning import NietOpenbaar, Zaal, vergaderjaar
from core.filters import DIMENSIES, Filter
from core.opmaak import opsomming
from core.sturing.zaalvraag import Begrepen, begrijp
from pages.onderdelen import bron, zaalfiguur

_STIJL = Path(__file__).with_name("vertoning.css").read_text(encoding="utf-8")
_CODE = Path(__file__).with_name("vertoning.js").read_text(encoding="utf-8")
_LANGE_TITEL = 95
_HULP = (
    "Volgende en vorige: pijltjes, spatie, een presentatieafstandsbediening of vegen. "
    "O: overzicht. V: vraag uit de zaal. Esc: terug. F: volledig scherm."
)


@dataclass(frozen=True)
class Vertoning:
    """What is presented: a title page and the screens, in order."""

    sleutel: str
    naam: str
    ondertitel: str
    schermen: tuple[Scherm, ...]


def toon(van: Vertoning, zaal: Zaal) -> None:
    """Draw every screen at once; the browser shows one of them."""
    st.html(_STIJL + _zichtbaar(len(van.schermen) + 1))
    _kaft(van, zaal)
    begrepen = _vraag(zaal)
    titels = [van.naam]
    for n, scherm in enumerate(van.schermen, 1):
        with st.container(key=f"dia-{n}"):
            titels.append(_scherm(_gevraagd(scherm, begrepen), zaal, n))
    _rondom(van, titels)


def _zichtbaar(aantal: int) -> str:
    regels = ", ".join(f'html[data-dia="{n}"] .st-key-dia-{n}' for n in range(aantal))
    return f"<style>{regels} {{ visibility: visible; }}</style>"


def _kaft(van: Vertoning, zaal: Zaal) -> None:
    merk = '<p class="zaalmerk">voorbeeldgegevens</p>' if zaal.db.stand.demo else ""
    with st.container(key="dia-0"):
        st.html(
            f'<div class="zaalkaft">{merk}<h1>{escape(van.naam)}</h1><p>{escape(van.ondertitel)}</p>'
            f"<p>Aantallen zijn afgerond op {zaal.drempels.afronding_lezer}.</p>"
            f'<p class="zaalregel">{_HULP}</p></div>'
        )


def _scherm(scherm: Scherm, zaal: Zaal, nummer: int) -> str:
    """One screen; returns its title."""
    try:
        figuur = bron.zaalfiguur(zaal, scherm)
    except NietOpenbaar as fout:
        _kop(str(fout), scherm.regel)
        _wijk_aanbieden(scherm, zaal, nummer)
        return str(fout)
    _kop(figuur.zin, scherm.regel or figuur.titel)
    zaalfiguur.teken(figuur, f"zaal-{nummer}")
    if not any(figuur.van.waarden) or not getattr(figuur.van, "toont_getal", True):
        _wijk_aanbieden(scherm, zaal, nummer)
    return figuur.zin


def _kop(zin: str, regel: str) -> None:
    lang = " lang" if len(zin) > _LANGE_TITEL else ""
    onder = f'<p class="zaalregel">{escape(regel)}</p>' if regel else ""
    st.html(f'<h2 class="zaaltitel{lang}">{escape(zin)}</h2>{onder}')


def _wijk_aanbieden(scherm: Scherm, zaal: Zaal, nummer: int) -> None:
    """Where a buurt may not be shown or is too small, its wijk is one click away."""
    if wijken := zaal.wijken_van(scherm.filter):
        st.button(
            f"Toon de wijk: {opsomming(list(wijken))}",
            key=f"zaal-wijk-{nummer}",
            on_click=st.session_state.__setitem__,
            args=("zaal-wijken", wijken),
        )


def _vraag(zaal: Zaal) -> Begrepen:
    """The question from the room, with what was understood of it and the way back."""
    with st.container(key="zaalvraag", horizontal=True, vertical_alignment="center"):
        tekst = st.text_input(
            "Vraag uit de zaal", key="zaaltekst", placeholder="bijvoorbeeld: begeleiding groep 6-12 malberg 2023",
            max_chars=200, on_change=_andere_vraag, label_visibility="collapsed",
        )  # fmt: skip
        if not tekst:
            return Begrepen()
        begrepen = begrijp(tekst, zaal.db.keuzes)
        if wijken := st.session_state.get("zaal-wijken"):
            begrepen = replace(begrepen, keuzes={**begrepen.keuzes, "buurt": (), "wijk": wijken})
        st.html(f'<p class="zaalbegrepen">{_antwoord(begrepen, zaal)}</p>', width="content")
        st.button("Terug (Esc)", key="zaal-terug", on_click=_terug)
        return begrepen


def _antwoord(begrepen: Begrepen, zaal: Zaal) -> str:
    """What was understood, what was not, and how many jeugdigen that are."""
    rest = f" Niet begrepen: {', '.join(begrepen.onbegrepen)}." if begrepen.onbegrepen else ""
    delen = [
        f"{DIMENSIES[d].titel}: {opsomming([str(w) for w in ws], 'of')}"
        for d, ws in begrepen.keuzes.items()
        if ws
    ]
    if not delen:
        return escape(f"Geen naam, jaar of leeftijd herkend.{rest}")
    scherm = Scherm("kerncijfers", begrepen.over(Filter(jaar=(vergaderjaar(zaal.db),))))
    zin = bron.zaalfiguur(zaal, scherm).zin if zaal.mag(scherm) else ""
    return f"<b>{escape(' · '.join(delen))}</b>. {escape(zin)}{escape(rest)}"


def _andere_vraag() -> None:
    st.session_state.pop("zaal-wijken", None)


def _terug() -> None:
    st.session_state["zaaltekst"] = ""
    _andere_vraag()


def _gevraagd(scherm: Scherm, begrepen: Begrepen) -> Scherm:
    """The screen with what the room asked for; the title it was given no longer fits then."""
    if not begrepen.keuzes or not scherm.te_filteren:
        return scherm
    f = begrepen.over(scherm.filter)
    return replace(scherm, filter=f, titel="", regel=selectie(f, bron.versie().stand))


def _rondom(van: Vertoning, titels: list[str]) -> None:
    """The counter, the overview, and the code that goes from one screen to the next."""
    regels = "".join(
        f'<li data-dia="{n}" role="link" tabindex="0">{escape(t)}</li>' for n, t in enumerate(titels)
    )
    knoppen = {"vorige": "‹", "volgende": "›", "overzicht": "≡", "vraag": "?"}
    namen = {
        "vorige": "Vorige",
        "volgende": "Volgende",
        "overzicht": "Overzicht",
        "vraag": "Vraag uit de zaal",
    }
    rij = "".join(
        f'<span role="button" tabindex="0" data-doe="{wat}" aria-label="{namen[wat]}" title="{namen[wat]}">{teken}</span>'
        for wat, teken in knoppen.items()
    )
    code = _CODE.replace("AANTAL", str(len(titels))).replace("NAAM", json.dumps(van.sleutel))
    code = code.replace("TITELS", json.dumps(titels).replace("<", "\\u003c"))
    st.html(
        f'<div class="zaalknoppen"><span class="zaalteller"></span>{rij}</div>'
        f'<div class="zaaloverzicht"><h2>{escape(van.naam)}</h2><ol start="1">{regels}</ol>'
        f'<p><a href="presenteren" target="_self">Presentatie sluiten</a> · {_HULP}</p></div>'
        f'<p class="zaalmelding" role="status" aria-live="polite"></p><script>{code}</script>',
        unsafe_allow_javascript=True,
    )
