"""Other inputs that were read in, which kinds there are, and the way back."""

from __future__ import annotations

import streamlit as st

from core.cijfers.tabellen import Kolom, Soort
from core.inlezen.bijlagen.bewaard import Bijlage, bijlagen
from core.inlezen.bijlagen.register import SOORTEN
from core.inlezen.leveringen import terug_bijlage
from core.onthulling import beheertabel
from core.opmaak import datum
from pages.onderdelen import bron, inleesterug, tonen
from pages.onderdelen.inleesverslag import als_markdown

_KOLOMMEN = (
    Kolom("naam", "Nr", Soort.TEKST),
    Kolom("titel", "Soort", Soort.TEKST),
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
    Kolom("ingelezen", "Ingelezen op", Soort.TEKST),
    Kolom("rijen", "Rijen", Soort.AANTAL),
    Kolom("gebruik", "In gebruik", Soort.TEKST),
)
_TERUG = inleesterug.Terugweg("Bestand", "bijlage-terug", terug_bijlage, teken="B")


def toon() -> None:
    """Draw the history, newest first, with what can be read in, and let one file be undone."""
    alle = bijlagen(bron.laatste())[::-1]
    inleesterug.gedaan(_TERUG)
    tonen.kop(
        "Andere bestanden",
        "Bestanden naast de exports, herkend aan hun kop. U biedt ze aan bij 'Export inlezen'. Een nieuwer bestand "
        "gaat voor; wat u ongedaan maakt telt niet meer mee, en wat het had vervangen telt weer wel.",
    )
    for soort in SOORTEN.values():
        st.markdown(f"- **{soort.titel}**. {soort.uitleg}")
    if not alle:
        st.info("Er zijn nog geen andere bestanden ingelezen.", icon=":material/inbox:")
        return
    tonen.tabel(beheertabel("Andere bestanden", _KOLOMMEN, [_rij(b) for b in alle]))
    actief = {b.nummer: b for b in alle if b.actief}
    inleesterug.kies(
        _TERUG,
        {n: f"{b.naam} · {b.bestand}" for n, b in actief.items()},
        lambda n: (
            f"**{als_markdown(actief[n].bestand)}** ({actief[n].naam}) ongedaan maken? Wat het had vervangen "
            "telt dan weer."
        ),
    )


def _rij(b: Bijlage) -> tuple[object, ...]:
    op = f"{datum(b.ingelezen_op.date())}, {b.ingelezen_op:%H.%M} uur"
    return b.naam, b.titel, b.bestand, b.bron, op, b.rijen, "ja" if b.actief else "nee"
