"""Definitions on the screen, read from the registries of the code: nothing here is written twice."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from core import bevindingen, referentie
from core.begrippen import LEEFTIJDEN
from core.cijfers.tabellen import Kolom, Soort
from core.cijfers.uitleg import van_filter, van_kolom, van_tabel
from core.filters import DIMENSIES
from core.inlezen.leveringen import leveringen
from core.onthulling import LANDELIJK, REGISTER, beheertabel
from core.opmaak import datum, hoofdletter, maand_lang, opsomming
from core.referentie.bronnen import BRONNEN, versie
from pages.onderdelen import bron, tonen

Regel = tuple[str, str]
_LEVERING = (
    Kolom("nummer", "Nr", Soort.RANG),
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
    Kolom("stand_per", "Stand per", Soort.TEKST),
    Kolom("ingelezen", "Ingelezen op", Soort.TEKST),
    Kolom("regels", "Regels", Soort.AANTAL),
    Kolom("gebruik", "Telt mee", Soort.JA_NEE),
)


def maten() -> list[Regel]:
    """Every column of every table by its titles, with its meaning, in order of the alphabet."""
    titels: dict[str, list[str]] = {}
    openbaar = [k for _, kolommen in LANDELIJK.values() for k in kolommen]
    for kolom in (*(k for t in REGISTER.values() for k in t.kolommen), *openbaar):
        if kolom.titel not in titels.setdefault(van_kolom(kolom.naam), []):
            titels[van_kolom(kolom.naam)].append(kolom.titel)
    regels = [(" / ".join(namen), tekst) for tekst, namen in titels.items()]
    return sorted(regels, key=lambda regel: regel[0].lower())


def tabellen() -> list[Regel]:
    """Every table with what it shows and its columns."""
    alle = [(t.naam, t.titel, t.kolommen) for t in REGISTER.values()]
    alle += [(naam, titel, kolommen) for naam, (titel, kolommen) in LANDELIJK.items()]
    return [
        (titel, f"{van_tabel(naam)} Kolommen: {opsomming([k.titel.lower() for k in kolommen])}.")
        for naam, titel, kolommen in alle
    ]


def filters() -> list[Regel]:
    """Every filter with what it selects and, of a closed list, its values."""
    uit = []
    for d in DIMENSIES.values():
        tekst = van_filter(d.naam)
        if d.begrip is not None:
            tekst += f" Keuzes: {opsomming([str(lid) for lid in d.begrip], 'of')}."
        uit.append((d.titel, tekst))
    klassen = [f"{naam}: {opsomming([k.naam for k in delen])}" for naam, delen in LEEFTIJDEN.items()]
    periode = [("Vanaf", van_filter("van")), ("Tot en met", van_filter("tot"))]
    indeling = f"{van_filter('leeftijdsindeling')} {hoofdletter('; '.join(klassen)).replace('cbs', 'CBS')}."
    return [
        *uit[:2],
        *periode,
        *uit[2:],
        ("Leeftijdsklassen", indeling),
        ("Zoals toen bekend", van_filter("zoals_toen")),
    ]


def producten() -> list[Regel]:
    """Every segment, followed by its products, with a line that explains each."""
    uit = []
    for segment, tekst in referentie.segment_uitleg().items():
        uit.append((segment, tekst))
        uit += [(f"– {p}", regel) for (s, p), regel in referentie.product_uitleg().items() if s == segment]
    return uit


def bronnen() -> list[Regel]:
    """Every source with who published it."""
    return [(b.wat, f"{b.bron}. {b.opmerking}") for b in BRONNEN]


def met_woord(regels: Iterable[Regel], zoek: str) -> list[Regel]:
    """The definitions that hold the searched word, in the term or in its meaning."""
    woord = zoek.strip().lower()
    return [(naam, tekst) for naam, tekst in regels if woord in f"{naam} {tekst}".lower()]


def toon(regels: Iterable[Regel]) -> None:
    """Draw definitions as a list of terms with their meaning."""
    delen = "".join(f"<dt>{escape(naam)}</dt><dd>{escape(tekst)}</dd>" for naam, tekst in regels)
    st.html(f'<dl class="begrippen">{delen}</dl>')


def versies() -> None:
    """Which app and which data the figures come from, and the leveringen behind them."""
    toon([("App", f"versie {versie()}"), *_gegevens()])
    alle = leveringen()[::-1]
    if not alle:
        st.caption("Er zijn nog geen leveringen ingelezen.")
        return
    rijen = [
        (v.nummer, v.bestand, v.bron, datum(v.stand_per), datum(v.ingelezen_op.date()), v.regels, v.actief)
        for v in alle
    ]
    tonen.tabel(beheertabel("Leveringen", _LEVERING, rijen))


def _gegevens() -> list[Regel]:
    db = bron.data()
    if db is None or db.stand.stand_per is None:
        return []
    stand = db.stand
    eerste, laatste = stand.eerste_maand or 0, stand.laatste_maand or 0
    soort = "voorbeeldgegevens (verzonnen)" if stand.demo else "ingelezen exports"
    return [
        ("Gegevens", f"{soort}, dataversie {db.dataversie}"),
        ("Stand per", datum(db.stand.stand_per)),
        ("Leveringsmaanden", f"{maand_lang(eerste)} tot en met {maand_lang(laatste)}"),
        ("Voorlopig", bevindingen.voorlopig(db)),
    ]
