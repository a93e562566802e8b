"""Where exported figures come from and what they mean: for a sheet, notes under a slide, a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from core.begrippen import Rol
from core.bevindingen import bronregel, selectie
from core.cijfers import uitleg
from core.export.figuur import Figuur, Gegevens
from core.filters import DIMENSIES
from core.grafieken import Grafiek
from core.onthulling import Herkomst, OpenbareTabel
from core.opmaak import datum, getal, maand_lang, opsomming
from core.prognose.tabellen import REGISTER

Regel = tuple[str, str]
VOORBEELD = "voorbeeldgegevens"


def bron(van: Gegevens) -> str:
    """The source line of a file: as on the screen, and that counts are rounded when they are."""
    if isinstance(van, OpenbareTabel):
        return " · ".join((van.bron, *van.noten))
    h = van.herkomst
    return bronregel(h) + (f" · aantallen afgerond op {afronding(h)}" if h.afgerond else "")


def is_voorbeeld(van: Gegevens) -> bool:
    """Whether the figures are invented, and every file has to say so."""
    return not isinstance(van, OpenbareTabel) and van.herkomst.demo


def afspraken(van: Gegevens) -> list[Regel]:
    """What holds for all figures of one origin, as (what, explanation) rows."""
    gemaakt = ("Gemaakt op", f"{datetime.now():%d-%m-%Y %H:%M}")
    if isinstance(van, OpenbareTabel):
        return [gemaakt, ("Soort gegevens", "gepubliceerde of ingelezen cijfers over gebieden")]
    h = van.herkomst
    rijen = [
        ("Stand per", datum(h.stand_per) if h.stand_per else "onbekend"),
        ("Gegevensversie", h.dataversie),
        gemaakt,
        ("Soort gegevens", f"{VOORBEELD} (verzonnen)" if h.demo else "declaraties jeugdhulp"),
    ]
    if h.voorlopig_vanaf is not None and h.laatste_maand is not None and h.voorlopig_vanaf <= h.laatste_maand:
        rijen.append(("Voorlopig", f"Maanden vanaf {maand_lang(h.voorlopig_vanaf)} zijn voorlopig."))
    return rijen


def van_tabel(van: Gegevens) -> list[Regel]:
    """Selection, filters, thresholds and use of one table; of published figures their source."""
    if isinstance(van, OpenbareTabel):
        return [("Bron", bron(van))]
    h = van.herkomst
    rijen = [("Selectie", selectie(h.filter, h))]
    rijen += [(DIMENSIES[n].titel, opsomming([str(w) for w in ws])) for n, ws in h.filter.actief().items()]
    for veld, wat in ((h.filter.van, "Vanaf"), (h.filter.tot, "Tot en met")):
        if veld is not None:
            rijen.append((wat, maand_lang(veld)))
    return [*rijen, ("Verborgen cellen", verborgen(h)), ("Gebruik", gebruik(h)), ("Bron", bron(van))]


def definities(van: Gegevens) -> list[Regel]:
    """What the table shows and what each of its columns means, as far as it was written down."""
    rijen = [(van.titel, uitleg.van_tabel(van.naam))] if van.naam in REGISTER else []
    return rijen + [(k.titel, t) for k in van.kolommen if (t := _kolom(k.naam))]


def _kolom(naam: str) -> str:
    try:
        return uitleg.van_kolom(naam)
    except KeyError:
        return ""  # a column that a page put together: its title must do


def verborgen(van: Herkomst) -> str:
    """What stands in a hidden cell, and from which number."""
    return (
        f"Aantallen van 1 tot en met {van.drempel - 1} staan als <{van.drempel}; "
        "'verborgen' staat waar een getal zo'n aantal zou verraden, of een bedrag vooral van één jeugdige is. "
        "Verborgen is niet nul."
    )


def gebruik(van: Herkomst) -> str:
    """Whom a file is for: what leaves the building is rounded, what is exact stays inside."""
    if van.rol is Rol.DATABEHEER:
        return "Onbeveiligd: alleen voor controle van de gegevens, niet verspreiden."
    if van.afgerond:
        return f"Aantallen zijn afgerond op {afronding(van)}."
    return "Voor intern gebruik: aantallen vanaf de drempel zijn exact."


def toelichting(van: Figuur) -> list[Regel]:
    """All that belongs under one figure: definition, selection, source, thresholds."""
    lijnen = van.beeld.gebeurtenissen if isinstance(van.beeld, Grafiek) else ""
    eigen = [("Figuur", van.titel), ("Definitie", van.uitleg), ("Lijnen in de figuur", lijnen)]
    return [r for r in (*eigen, *van_tabel(van.van), *afspraken(van.van)) if r[1]]


def afronding(van: Herkomst) -> str:
    """To what counts are rounded, as words after `afgerond op`."""
    return "vijftallen" if van.afgerond == 5 else f"veelvouden van {getal(van.afgerond)}"


def bestandsnaam(figuren: Sequence[Figuur], soort: str) -> str:
    """A name for the file: what is in it, never who or which filter."""
    return f"{figuren[0].van.naam if len(figuren) == 1 else 'figuren'}{soort}"
