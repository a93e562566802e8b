"""The leveringen that were read in, and the way back."""

from __future__ import annotations

import streamlit as st

from core.cijfers.tabellen import Kolom, Soort
from core.inlezen.leveringen import Levering, leveringen, terug
from core.onthulling import beheertabel
from core.opmaak import datum
from pages.onderdelen import inleesterug, tonen
from pages.onderdelen.inleesverslag import als_markdown

_KOLOMMEN = (
    Kolom("nummer", "Nr", Soort.RANG),
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
    Kolom("wijze", "Wijze", Soort.TEKST),
    Kolom("stand_per", "Stand per", Soort.TEKST),
    Kolom("ingelezen", "Ingelezen op", Soort.TEKST),
    Kolom("regels", "Regels", Soort.AANTAL),
    Kolom("afgekeurd", "Afgekeurd", Soort.AANTAL),
    Kolom("dubbel", "Dubbel", Soort.AANTAL),
    Kolom("bedrag", "Bedrag", Soort.CENTEN),
    Kolom("maanden", "Maanden", Soort.AANTAL),
    Kolom("gebruik", "In gebruik", Soort.TEKST),
)
_TERUG = inleesterug.Terugweg("Levering", "terug", terug)


def toon() -> None:
    """Draw the history, newest first, and let one levering be undone."""
    alle = leveringen()[::-1]
    inleesterug.gedaan(_TERUG)
    if not alle:
        st.info("Er is nog niets ingelezen.", icon=":material/inbox:")
        return
    tonen.kop(
        "Leveringen",
        "Elke export die is ingelezen. Een levering die u ongedaan maakt telt niet meer mee; de cijfers zijn "
        "dan alsof zij nooit is ingelezen. Hetzelfde bestand kan daarna opnieuw worden ingelezen.",
    )
    tonen.tabel(beheertabel("Leveringen", _KOLOMMEN, [_rij(lev) for lev in alle]))
    actief = {lev.nummer: lev for lev in alle if lev.actief}
    inleesterug.kies(
        _TERUG,
        {n: f"{n} · {lev.bestand} ({lev.bron})" for n, lev in actief.items()},
        lambda n: _vraag(actief, n),
    )


def _rij(lev: Levering) -> tuple[object, ...]:
    gebruik = "ja" if lev.actief else "nee"
    return (
        lev.nummer, lev.bestand, lev.bron, lev.wijze, datum(lev.stand_per),
        f"{datum(lev.ingelezen_op.date())}, {lev.ingelezen_op:%H.%M} uur", lev.regels, lev.afgekeurd,
        lev.dubbel, lev.bedrag, lev.maanden, f"{gebruik} (voorbeeld)" if lev.demo else gebruik,
    )  # fmt: skip


def _vraag(actief: dict[int, Levering], nummer: int) -> str:
    lev = actief[nummer]
    gevolg = "Zij telt dan niet meer mee in de cijfers; wat zij had vervangen telt weer wel."
    laatste_echte = not lev.demo and sum(not a.demo for a in actief.values()) == 1
    if laatste_echte:
        gevolg += " Het is de laatste levering met echte gegevens: eventuele voorbeeldgegevens komen terug."
    return f"Levering {nummer}, **{als_markdown(lev.bestand)}**, ongedaan maken? {gevolg}"
