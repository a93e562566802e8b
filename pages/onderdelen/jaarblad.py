"""What the parts of *Contracten en controle* share: the year, the answer, and entering a sheet by form or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from core import onthulling
from core.begrippen import Rol
from core.database import Database
from core.filters import Filter
from core.inlezen.bladsoorten import BLADEN
from core.inlezen.jaarbladen import bewaar as bewaar_blad
from core.inlezen.jaarbladen import lees_blad, namen_van, vreemd
from core.inlezen.teksttabel import OnbruikbareTabel, als_tekst
from core.onthulling import BeveiligdeTabel, Drempels
from core.opmaak import geteld, opsomming
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import Blad, Jaarbladen, R
from pages.onderdelen import bron
from pages.onderdelen.schrijven import melding, schrijf

_GEDAAN = "jaarblad-gedaan"


def kies_jaar(deel: str, begin: int | None = None, komend: bool = False) -> Filter:
    """The year that a part is about: at first `begin`, else the last of the data; `komend`: also the next one."""
    alle = sorted(bron.versie().keuzes["jaar"], reverse=True)
    eerste = alle.index(begin) if begin in alle else 0
    if komend:
        alle, eerste = [alle[0] + 1, *alle], eerste + 1
    jaar = st.selectbox("Jaar", alle, index=eerste, key=f"{deel}-jaar", bind="query-params", width=160)
    melding(_GEDAAN)
    return Filter(jaar=(jaar,))


def jaren(soort: type[Any]) -> list[int]:
    """The years of which such a sheet was entered, ascending."""
    return geopend(Jaarbladen).jaren(soort, bron.versie().stand.demo)


def marge() -> float:
    """Up to how many euros a difference is rounding."""
    return float(bron.winkel().instelling("aansluiting_marge"))


def laatste_met(soort: type[Any]) -> int | None:
    """The last of them; None when nothing was entered."""
    return next(reversed(jaren(soort)), None)


def tabel(naam: str, f: Filter) -> BeveiligdeTabel:
    """The protected answer; asked anew when something was entered."""
    return _tabel((bron.versie(), bron.rol(), bron.drempels()), naam, f, bron.winkel().gewijzigd())


@lru_cache(maxsize=200)
def _tabel(
    wie: tuple[Database, Rol, Drempels], naam: str, f: Filter, gewijzigd: tuple[int, ...]
) -> BeveiligdeTabel:
    db, rol, grens = wie
    return onthulling.tabel(db, naam, f, rol, grens)


def blad(soort: type[R], jaar: int) -> Blad[R]:
    """The sheet of a year as it was entered."""
    return geopend(Jaarbladen).blad(soort, jaar, bron.versie().stand.demo)


def mag_invoeren() -> bool:
    """Whether who looks may enter anything."""
    return bron.rol() is not Rol.LEZER


def bewaar(nieuw: Blad[Any], gedaan: str) -> None:
    """Write a sheet and draw the page anew; what is refused stays on the screen with the reason."""
    schrijf(lambda: bewaar_blad(geopend(Jaarbladen), nieuw, bron.wie()), _GEDAAN, gedaan)


def half(naam: object, bedrag: object, wat: str) -> bool:
    """Whether only one of two fields that belong together was filled in; says so, or it would be lost silently."""
    uit = (not naam) != (bedrag is None)
    if uit:
        st.error(f"{wat} Er is niets bewaard.", icon=":material/block:")
    return uit


def sleutel(van: Blad[Any], *delen: object) -> str:
    """The key of a field of a form: another one after each change, so that it shows what is there now."""
    return "-".join(map(str, (van.soort.__name__, van.jaar, van.versie, *delen)))


def uit_csv(naam: str, jaar: int) -> None:
    """A place for a CSV that replaces the sheet of the year."""
    soort = BLADEN[naam]
    wel = opsomming([v.koppen[0] for v in soort.velden if v.verplicht])
    niet = opsomming([v.koppen[0] for v in soort.velden if not v.verplicht] + ["jaar"])
    with st.form(f"{naam}-csv", border=False, clear_on_submit=True):
        st.markdown(
            f"**Of uit een CSV** met de kolommen {wel}, en eventueel {niet}. Vervangt wat er van {jaar} staat."
        )
        bestand = st.file_uploader(
            f"CSV met {soort.woorden[1]}",
            type=["csv", "txt"],
            label_visibility="collapsed",
            key=f"{naam}-bestand",
        )
        if st.form_submit_button("Uit CSV bewaren", key=f"{naam}-csv-bewaren") and bestand is not None:
            try:
                tekst = als_tekst(bestand.getvalue(), "Het bestand")
                namen = namen_van(bron.versie())
                regels: Sequence[Any] = lees_blad(soort, tekst, jaar, namen)
            except OnbruikbareTabel as fout:
                st.error(str(fout), icon=":material/error:")
                return
            aantal = geteld(len(regels), *soort.woorden)
            gedaan = f"Uit de CSV: nu {aantal} van {jaar}. {vreemd(regels, namen)}"
            bewaar(blad(soort.regel, jaar).met(*regels), gedaan.strip())
