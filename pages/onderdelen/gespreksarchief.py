"""Earlier talks, read back as they were: their agenda with the figures of then, and what was noted."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from core.begrippen import Rol
from core.export.agenda import Punt, ontdooi
from core.export.verslag import Verslag
from core.opmaak import datum
from core.opslag.geopend import geopend
from core.opslag.sturingsgesprekken import Sturingsgesprekken
from pages.onderdelen import agenda, bron, downloads


@lru_cache(maxsize=16)
def _punten(inhoud: str, buiten: bool) -> tuple[Punt, ...]:
    return ontdooi(inhoud, buiten)


def toon() -> None:
    """Draw the talk that is chosen, the newest at first."""
    alle = [g for g in geopend(Sturingsgesprekken).alle(bron.versie().stand.demo) if g.gesloten]
    if not alle:
        st.info(
            "Er is nog geen gesprek afgesloten. Begin er een bij Agenda en sluit het daar af; dan is het hier terug te lezen "
            "zoals het was.",
            icon=":material/history:",
        )
        return
    per = {g.nummer: g for g in alle}
    if st.session_state.get("eerder-gesprek") not in per:
        st.session_state.pop("eerder-gesprek", None)
    nummer = st.selectbox(
        "Gesprek", list(per), key="eerder-gesprek", width=360,
        format_func=lambda n: f"{datum(per[n].datum)}{f' (gesprek {n})'}",
    )  # fmt: skip
    gesprek = per[nummer]
    verslag = Verslag(bron.ingevuld().gemeente, gesprek, _punten(gesprek.inhoud, True))
    st.caption(verslag.kop)
    downloads.verslag(lambda: verslag, gesprek.datum, "eerder-verslag")
    for n, punt in enumerate(_punten(gesprek.inhoud, bron.rol() is Rol.LEZER), 1):
        agenda.toon_punt(n, punt)
        if notitie := gesprek.notitie(punt.sleutel):
            with st.container(border=True):
                st.caption("Besproken")
                st.text(notitie)
