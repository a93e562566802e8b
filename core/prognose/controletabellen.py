"""The tables of the controller: ceilings, the ledger, the P&C calendar and the statements of aanbieders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.cijfers.register import AANBIEDER, JEUGDIGEN, MAAND, NIVEAU, PRODUCT, SEGMENT, Kolom, Soort, Tabel
from core.prognose import aansluiting, kalender, plafonds, productieverantwoording


def _euro(naam: str, titel: str, volgt: str = "jeugdigen") -> Kolom:
    return Kolom(naam, titel, Soort.EURO, volgt)


def _naar(volgt: str, naam: str, titel: str, soort: Soort = Soort.TEKST) -> Kolom:
    """What tells about an amount without being one: hidden with it, also where it is hidden to protect another."""
    return Kolom(naam, titel, soort, volgt)


_LAAGSTE = Kolom("laagste_aantal", "Laagste aantal", Soort.JEUGDIGEN)
_OVERIG = Kolom("jeugdigen_niet_toegekend", "Jeugdigen met niet toegekende regels", Soort.JEUGDIGEN)

_AANSLUITING = (
    NIVEAU,
    SEGMENT,
    Kolom("taakveld", "Taakveld", Soort.TEKST),
    JEUGDIGEN,
    _euro("dashboard", "Dashboard", "kleinste_product"),
    _euro("grootboek", "Grootboek", "dashboard"),
    _euro("verschil", "Verschil", "dashboard"),
    _euro("verklaard", "Verklaard", "dashboard"),
    _euro("onverklaard", "Onverklaard", "dashboard"),
    _naar("dashboard", "verklaring", "Verklaring"),
    _naar("dashboard", "aansluitstand", "Stand"),
    Kolom("kleinste_product", "Jeugdigen in het kleinste product", Soort.JEUGDIGEN),
)
_PER_SEGMENT = ((aansluiting.REGEL, ()), (aansluiting.REGEL, ("segment",)))
"""The amount of a year and of each of its segments is told elsewhere."""


def _verschil_in_aantal(rij: Mapping[str, Any]) -> dict[str, Any]:
    een, twee = rij["jeugdigen_verantwoord"], rij["jeugdigen"]
    return {"verschil_jeugdigen": None if een is None or twee is None else een - twee}


CONTROLETABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "plafonds",
        "Budgetplafonds van aanbieders",
        plafonds.plafonds,
        (
            AANBIEDER,
            Kolom("begrensd", "Heeft een plafond", Soort.JA_NEE),
            JEUGDIGEN,
            Kolom("plafond", "Plafond", Soort.EURO),
            _euro("gedeclareerd", "Gedeclareerd"),
            _euro("nog_te_declareren", "Nog te declareren", "gedeclareerd"),
            _euro("rest_jaar", "Rest van het jaar", "gedeclareerd"),
            _euro("prognose", "Prognose", "gedeclareerd"),
            _euro("ruimte", "Ruimte", "gedeclareerd"),
            _naar("gedeclareerd", "benut", "Benut", Soort.PCT),
            _naar("gedeclareerd", "uitgeput", "Plafond bereikt in", MAAND.soort),
            _naar("gedeclareerd", "plafondstand", "Stand"),
        ),
        groepen=(("", ()),),
        alle_maanden=True,
        kent=(),
    ),
    Tabel(
        "aansluiting",
        "Aansluiting met het grootboek, naar leveringsmaand",
        aansluiting.per_leveringsmaand,
        _AANSLUITING,
        groepen=_PER_SEGMENT,
        alle_maanden=True,
        kent=(),
    ),
    Tabel(
        "aansluiting-declaratiemaand",
        "Aansluiting met het grootboek, naar declaratiemaand",
        aansluiting.per_declaratiemaand,
        _AANSLUITING,
        groepen=_PER_SEGMENT,
        alle_maanden=True,
        kent=(),
    ),
    Tabel(
        "penc-kalender",
        "P&C-kalender",
        kalender.penc_kalender,
        (
            Kolom("penc_product", "P&C-product", Soort.TEKST),
            Kolom("datum", "Datum", Soort.TEKST),
            Kolom("kalenderstand", "Stand", Soort.TEKST),
            Kolom("gerapporteerd_als", "Gerapporteerd is", Soort.TEKST),
            Kolom("bevroren_op", "Bevroren op", Soort.TEKST),
            _euro("gerapporteerd", "Gerapporteerd", "jeugdigen_toen"),
            _euro("prognose", "Prognose nu"),
            _euro("verschil", "Verschil", "gerapporteerd"),
            _naar("gerapporteerd", "v_n", "V/N"),
            JEUGDIGEN,
            Kolom("jeugdigen_toen", "Jeugdigen in de grootste regel toen", Soort.JEUGDIGEN),
        ),
        saldo=((("jeugdigen", "jeugdigen_toen"), ("verschil", "v_n")),),
        alle_maanden=True,
        kent=(),
    ),
    Tabel(
        "productieverantwoording",
        "Productieverantwoording naast declaraties",
        productieverantwoording.productieverantwoording,
        (
            AANBIEDER,
            PRODUCT,
            _euro("toegekend", "Toegekend", "laagste_aantal"),
            _euro("niet_toegekend", "Afgewezen of in behandeling", "jeugdigen_niet_toegekend"),
            _euro("verantwoord", "Verantwoord", "toegekend"),
            _euro("verschil", "Verschil", "toegekend"),
            Kolom("jeugdigen_verantwoord", "Cliënten volgens aanbieder", Soort.JEUGDIGEN),
            JEUGDIGEN,
            Kolom("verschil_jeugdigen", "Verschil in jeugdigen", Soort.VERSCHIL, "jeugdigen"),
            Kolom("accountant", "Met accountantsverklaring", Soort.JA_NEE),
            _naar("toegekend", "verantwoordingsstand", "Stand"),
            _naar("niet_toegekend", "waardoor", "Waardoor"),
            _naar("toegekend", "toelichting", "Toelichting"),
            _LAAGSTE,
            _OVERIG,
        ),
        groepen=(("", ("aanbieder",)), ("", ("product",))),
        saldo=((("jeugdigen_verantwoord", "jeugdigen"), ("verschil_jeugdigen",)),),
        herreken=_verschil_in_aantal,
        alle_maanden=True,
        kent=(),
    ),
)
