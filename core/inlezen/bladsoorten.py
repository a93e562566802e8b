"""The kinds of yearly sheets as data: their columns, what headers may call them, and by what a line is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.opslag.jaarbladen import (
    Grootboekregel,
    PencProduct,
    Plafond,
    Taakveldregel,
    Verantwoording,
    Verklaring,
)


class Soort(StrEnum):
    """What a column holds; the words are those of the message when a cell does not."""

    TEKST = "een tekst"
    EURO = "een bedrag in euro's"
    AANTAL = "een heel getal van 0 of meer"
    DAG = "een dag zoals 15-5-2024"
    JA_NEE = "ja of nee"
    BASIS = "leveringsmaand of declaratiemaand"


@dataclass(frozen=True)
class Veld:
    """One column: the field it fills, what a header may call it (the first name is ours), and what it holds."""

    naam: str
    koppen: tuple[str, ...]
    soort: Soort = Soort.TEKST
    verplicht: bool = True


@dataclass(frozen=True)
class Bladsoort:
    """One kind of sheet: its name on the command line, its lines, its columns, and by what a line is known."""

    naam: str
    regel: type[Any]
    velden: tuple[Veld, ...]
    bekend_aan: tuple[str, ...]
    woorden: tuple[str, str]
    uitleg: str


_SEGMENT = Veld("segment", ("segment",), verplicht=False)
_TAAKVELD = Veld("taakveld", ("taakveld",), verplicht=False)
_AANBIEDER = Veld("aanbieder", ("aanbieder", "zorgaanbieder", "naam"))
_PRODUCT = Veld("product", ("product",))

BLADEN: dict[str, Bladsoort] = {
    s.naam: s
    for s in (
        Bladsoort(
            "plafond", Plafond, (_AANBIEDER, Veld("bedrag", ("plafond", "budgetplafond", "bedrag"), Soort.EURO)),
            ("aanbieder",), ("plafond", "plafonds"), "de budgetplafonds van aanbieders",
        ),
        Bladsoort(
            "grootboek", Grootboekregel,
            (_SEGMENT, _TAAKVELD, Veld("bedrag", ("grootboek", "bedrag", "saldo"), Soort.EURO)),
            ("segment", "taakveld"), ("regel", "regels"), "wat in het grootboek staat, per segment en taakveld",
        ),
        Bladsoort(
            "taakvelden", Taakveldregel, (Veld("segment", ("segment",)), _PRODUCT, Veld("taakveld", ("taakveld",))),
            ("segment", "product"), ("product", "producten"), "op welk taakveld elk product wordt geboekt",
        ),
        Bladsoort(
            "verklaringen", Verklaring,
            (
                _SEGMENT, _TAAKVELD, Veld("basis", ("basis",), Soort.BASIS, verplicht=False),
                Veld("bedrag", ("verklaard", "bedrag"), Soort.EURO), Veld("tekst", ("verklaring", "toelichting")),
            ),
            ("segment", "taakveld", "basis"), ("verklaring", "verklaringen"),
            "waarom het grootboek van het dashboard verschilt",
        ),
        Bladsoort(
            "kalender", PencProduct,
            (
                Veld("product", ("product", "penc-product")), Veld("datum", ("datum", "dag"), Soort.DAG),
                Veld("prognose", ("prognose",), verplicht=False),
            ),
            ("product",), ("product", "producten"), "de P&C-producten met hun dag en wat erin is gerapporteerd",
        ),
        Bladsoort(
            "verantwoording", Verantwoording,
            (
                _AANBIEDER, _PRODUCT, Veld("bedrag", ("verantwoord", "bedrag", "omzet"), Soort.EURO),
                Veld("clienten", ("cliënten", "jeugdigen", "aantal"), Soort.AANTAL, verplicht=False),
                Veld("accountant", ("accountant", "accountantsverklaring", "controleverklaring"), Soort.JA_NEE,
                     verplicht=False),
                Veld("toelichting", ("toelichting",), verplicht=False),
            ),
            ("aanbieder", "product"), ("regel", "regels"), "de productieverantwoording van aanbieders",
        ),
    )
}  # fmt: skip
"""By the name that the command line knows them by."""

BIJ_SOORT: dict[type[Any], Bladsoort] = {s.regel: s for s in BLADEN.values()}
