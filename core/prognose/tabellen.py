"""The tables about the forecast of a year, and the registry of all tables that can be asked for."""

from __future__ import annotations

from dataclasses import replace

from core.cijfers.register import JEUGDIGEN, MAAND, NIVEAU, PRODUCT, SEGMENT, Kolom, Soort, Tabel
from core.cijfers.tabellen import TABELLEN
from core.prognose import (
    aannames,
    declaratiemaand,
    overzicht,
    producten,
    scenario,
    trefzekerheid,
    verloop,
    waterval,
)
from core.prognose.controletabellen import CONTROLETABELLEN


def _euro(naam: str, titel: str) -> Kolom:
    """An amount of a segment: hidden with its jeugdigen for whom amounts are not exact."""
    return Kolom(naam, titel, Soort.EURO, "jeugdigen")


def _per_maand(naam: str, titel: str) -> Kolom:
    """An amount up to a month: all months are hidden when one of them would be, for they follow from each other."""
    return Kolom(naam, titel, Soort.EURO, "kleinste_maand")


def _klein(naam: str, titel: str) -> Kolom:
    """An amount that would tell of a smaller group than the line is about: hidden with that."""
    return Kolom(naam, titel, Soort.EURO, "kleinste_groep")


_KLEINSTE = Kolom("kleinste_groep", "Jeugdigen waar het op rust", Soort.JEUGDIGEN)
_BEGROTING = Kolom("begroting", "Begroting", Soort.EURO)
"""What the council decided: public, and about no person."""
_GEDECLAREERD = _euro("gedeclareerd", "Gedeclareerd")
_PROGNOSE, _LAAG, _HOOG = (
    _euro(naam, titel)
    for naam, titel in (("prognose", "Prognose"), ("laag", "Ondergrens"), ("hoog", "Bovengrens"))
)
_JAAR = (
    _BEGROTING,
    _GEDECLAREERD,
    _euro("nog_te_declareren", "Nog te declareren"),
    _euro("rest_jaar", "Rest van het jaar"),
    _PROGNOSE,
    _LAAG,
    _HOOG,
    _euro("verschil", "Verschil"),
    Kolom("v_n", "V/N", Soort.TEKST, "jeugdigen"),
    _euro("laag_95", "Ondergrens (95 %)"),
    _euro("hoog_95", "Bovengrens (95 %)"),
    JEUGDIGEN,
)

_PER_PRODUCT = tuple(
    # Products taken together would give the only small one among them, for the others are told elsewhere.
    replace(kolom, rust_op="per_product")
    for kolom in (
        *_JAAR[1:5],
        _euro("afstemming", "Waarvan afstemming op het segment"),
    )
)

PROGNOSETABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "prognose",
        "Begroting en prognose per segment",
        overzicht.per_segment,
        (SEGMENT, *_JAAR, Kolom("methode_rest", "Rest van het jaar geschat naar", Soort.TEKST)),
        groepen=(("", ()),),
        tweede_naar="gedeclareerd",
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-totaal",
        "Begroting en prognose van het jaar",
        overzicht.totaal,
        _JAAR,
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-per-maand",
        "Kosten van het jaar, opgeteld per maand",
        verloop.per_maand,
        (
            MAAND,
            _per_maand("gedeclareerd_cumulatief", "Gedeclareerd t/m de maand"),
            _per_maand("prognose_cumulatief", "Prognose t/m de maand"),
            _per_maand("laag", "Ondergrens"),
            _per_maand("hoog", "Bovengrens"),
            Kolom("begroting_cumulatief", "Begroting t/m de maand", Soort.EURO),
            Kolom("kleinste_maand", "Jeugdigen in de kleinste maand", Soort.JEUGDIGEN),
        ),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-waterval",
        "Van begroting naar prognose",
        waterval.per_stap,
        (
            Kolom("onderdeel", "Onderdeel", Soort.TEKST),
            Kolom("soort", "Soort", Soort.TEKST),
            _euro("bedrag", "Bedrag"),
            Kolom("v_n", "V/N", Soort.TEKST, "jeugdigen"),
            JEUGDIGEN,
        ),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-per-product",
        "Prognose per product",
        producten.per_product,
        (
            SEGMENT,
            PRODUCT,
            *_PER_PRODUCT,
            JEUGDIGEN,
        ),
        groepen=(("", ("segment",)),),
        tweede_naar="gedeclareerd",
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-declaratiemaand",
        "Begroting en prognose per segment, op basis van declaratiemaand",
        declaratiemaand.per_segment,
        (
            NIVEAU,
            SEGMENT,
            _BEGROTING,
            _klein("eigen_jaar", "Geboekt, eigen jaar"),
            _klein("eerdere_jaren", "Geboekt, eerdere jaren"),
            _klein("nog_te_boeken", "Nog te boeken"),
            _klein("prognose", "Prognose"),
            _klein("laag", "Ondergrens"),
            _klein("hoog", "Bovengrens"),
            _klein("verschil", "Verschil"),
            Kolom("v_n", "V/N", Soort.TEKST, "kleinste_groep"),
            _klein("schuift_door", "Schuift door"),
            _KLEINSTE,
        ),
        groepen=(("segment", ()),),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-scenarios",
        "Scenario's naast de prognose",
        scenario.bewaard,
        (
            Kolom("scenario", "Scenario", Soort.TEKST),
            NIVEAU,
            SEGMENT,
            _klein("prognose", "Prognose"),
            _klein("door_instroom", "Instroom"),
            _klein("door_aanbieder", "Aanbieder stopt"),
            _klein("door_prijs", "Prijs"),
            _klein("uitkomst", "Met scenario"),
            _klein("laag", "Ondergrens"),
            _klein("hoog", "Bovengrens"),
            _BEGROTING,
            _klein("verschil", "Verschil"),
            Kolom("v_n", "V/N", Soort.TEKST, "kleinste_groep"),
            _KLEINSTE,
        ),
        groepen=(("segment", ("scenario",)),),
        tweede_naar="gedeclareerd",
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-aannames",
        "Waarop de prognose rust",
        aannames.per_segment,
        (
            SEGMENT,
            Kolom("methode_rest", "Rest van het jaar geschat naar", Soort.TEKST),
            Kolom("prijsontwikkeling", "Prijs naast een jaar eerder (%)", Soort.PROCENTPUNT, "jeugdigen"),
            _euro("rest_jaar", "Rest van het jaar"),
            _euro("prognose", "Prognose"),
            _euro("laag_95", "Ondergrens (95 %)"),
            _euro("hoog_95", "Bovengrens (95 %)"),
            JEUGDIGEN,
        ),
        groepen=(("", ()),),
        tweede_naar="gedeclareerd",
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-bevroren",
        "Eerdere prognoses",
        overzicht.bevroren,
        (
            Kolom("naam", "Prognose", Soort.TEKST),
            Kolom("bevroren_op", "Bevroren op", Soort.TEKST),
            SEGMENT,
            _BEGROTING,
            _GEDECLAREERD,
            _PROGNOSE,
            _LAAG,
            _HOOG,
            JEUGDIGEN,
        ),
        groepen=(("", ("naam",)),),
        tweede_naar="gedeclareerd",
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "prognose-terugtoets",
        "Hoe goed eerdere prognoses zouden zijn geweest",
        trefzekerheid.trefzekerheid,
        (
            SEGMENT,
            Kolom("vooruit", "Maanden vooruit", Soort.AANTAL),
            Kolom("voorspellingen", "Prognoses", Soort.AANTAL),
            Kolom("wape", "Gemiddelde fout", Soort.PCT),
            Kolom("wape_naief", "Laatste maand herhaald", Soort.PCT),
            Kolom("wape_seizoen", "Vorig jaar herhaald", Soort.PCT),
            Kolom("scheefheid", "Scheefheid", Soort.PCT),
            Kolom("dekking", "Binnen de marge", Soort.PCT),
        ),
        alle_maanden=True,
        kent=("segment",),
    ),
)

VOORUIT = frozenset(tabel.naam for tabel in PROGNOSETABELLEN)
"""The tables that know a year which has not begun yet, the first after the data."""

REGISTER: dict[str, Tabel] = TABELLEN | {
    tabel.naam: tabel for tabel in (*PROGNOSETABELLEN, *CONTROLETABELLEN)
}
"""Every table of `python -m core tabel`, by name: the figures, and the forecasts made of them."""
