"""Which tables can be asked for, and what each of their columns is: the registry.

The command line, the pages, disclosure control, exports and the page Toelichting all read it;
a new table is a new row here and a function beside its question.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from core.cijfers import (
    aanbieders,
    buurten,
    intensiteit,
    jeugdigen,
    kosten,
    leeftijd,
    prijs_volume,
    stromen,
    verwijzers,
)
from core.database import Database
from core.filters import Filter


class Soort(StrEnum):
    """What kind of value a column holds: decides its format and its protection."""

    TEKST = "tekst"
    JAAR = "jaar"
    MAAND = "maand"
    JEUGDIGEN = "jeugdigen"
    """A number of jeugdigen (or of things of jeugdigen): the primary threshold applies."""
    EURO = "euro"
    """An amount of money: exact for sturing where no personal attribute or buurt is involved."""
    EURO_PER = "euro per"
    """An amount per jeugdige or month: gives a count away beside its amount, so goes with it."""
    PCT = "pct"
    PER_1000 = "per 1.000"
    INWONERS = "inwoners"
    MAANDEN = "maanden"
    """A number of months, with one decimal at most."""
    PROCENTPUNT = "procentpunt"
    """A difference between two percentages, with its sign."""
    VERSCHIL = "verschil"
    """A difference between two numbers of published figures, with its sign: never of our jeugdigen."""
    INDEX = "index"
    """A ratio × 100, of published figures."""
    RANG = "rang"
    JA_NEE = "ja/nee"
    AANTAL = "aantal"
    """A number of lines, files or months: never of jeugdigen."""
    CENTEN = "centen"
    """An amount in whole cents, shown to the cent: for tables about files."""


@dataclass(frozen=True)
class Kolom:
    """One column: its name in JSON, its Dutch title, its kind and what it goes with.

    `volgt` names the JEUGDIGEN column whose hiding hides this one too (linked suppression).
    """

    naam: str
    titel: str
    soort: Soort
    volgt: str = ""


@dataclass(frozen=True)
class Tabel:
    """One question: its function, columns, and whether its rows split by person or by area.

    For secondary suppression: `groepen` says where amounts add up to a total that is shown
    somewhere, as (niveau or "" for all rows, key columns of a group); `optelbaar`, that there the
    numbers of jeugdigen add up too, or nearly; `saldo`, which columns of a row follow from each
    other, as (all of them, those to hide when one is hidden).

    `op_grootte`: the rows are in the order of their kosten, by aanbieder, so the place of a hidden
    amount would tell between which others it lies; `loopt_op` names the columns that count on from
    row to row in that order.
    """

    naam: str
    titel: str
    functie: Callable[[Database, Filter], pd.DataFrame]
    kolommen: tuple[Kolom, ...]
    persoonlijk: bool = False
    gebied: bool = False
    groepen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    optelbaar: bool = False
    saldo: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    op_grootte: bool = False
    loopt_op: tuple[str, ...] = ()

    def kolom(self, naam: str) -> Kolom:
        """The column of that name. Raises KeyError when the table has no such column."""
        return {k.naam: k for k in self.kolommen}[naam]


NIVEAU = Kolom("niveau", "Niveau", Soort.TEKST)
SEGMENT = Kolom("segment", "Segment", Soort.TEKST)
PRODUCT = Kolom("product", "Product", Soort.TEKST)
MAAND = Kolom("maand", "Maand", Soort.MAAND)
JAAR = Kolom("jaar", "Jaar", Soort.JAAR)
AANBIEDER = Kolom("aanbieder", "Aanbieder", Soort.TEKST)
LEEFTIJD = Kolom("leeftijd", "Leeftijd", Soort.TEKST)
INTENSITEIT = Kolom("intensiteit", "Intensiteit", Soort.TEKST)
DUUR = Kolom("duur", "Duur", Soort.TEKST)
VOORLOPIG = Kolom("voorlopig", "Voorlopig", Soort.JA_NEE)
JEUGDIGEN = Kolom("jeugdigen", "Unieke jeugdigen", Soort.JEUGDIGEN)
ARRANGEMENTEN = Kolom("arrangementen", "Arrangementen", Soort.JEUGDIGEN, "jeugdigen")
KOSTEN = Kolom("kosten", "Kosten", Soort.EURO, "jeugdigen")
PER_JEUGDIGE = Kolom("kosten_per_jeugdige", "Kosten per jeugdige", Soort.EURO_PER, "jeugdigen")
PER_ZORGMAAND = Kolom("kosten_per_zorgmaand", "Kosten per zorgmaand", Soort.EURO_PER, "jeugdigen")

TABELLEN: dict[str, Tabel] = {
    t.naam: t
    for t in (
        Tabel(
            "kerncijfers",
            "Kerncijfers",
            jeugdigen.kerncijfers,
            (
                JEUGDIGEN,
                Kolom("gemiddeld_in_zorg", "Gemiddeld in zorg", Soort.JEUGDIGEN, "jeugdigen"),
                KOSTEN,
                PER_JEUGDIGE,
                PER_ZORGMAAND,
                ARRANGEMENTEN,
            ),
        ),
        Tabel(
            "jeugdigen-per-product",
            "Aantallen unieke jeugdigen",
            jeugdigen.per_product,
            (NIVEAU, SEGMENT, PRODUCT, JAAR, JEUGDIGEN, ARRANGEMENTEN, KOSTEN),
            groepen=(("product", ("segment", "jaar")), ("segment", ("jaar",))),
        ),
        Tabel(
            "leeftijd-per-product",
            "Leeftijd van jeugdigen",
            leeftijd.per_product,
            (NIVEAU, SEGMENT, PRODUCT, LEEFTIJD, JEUGDIGEN, KOSTEN),
            persoonlijk=True,
            groepen=(("", ("niveau", "segment", "product")),),
            optelbaar=True,
        ),
        Tabel(
            "aanbieders",
            "Aanbieders",
            aanbieders.ranglijst,
            (
                Kolom("rang", "Rang", Soort.RANG),
                AANBIEDER,
                JEUGDIGEN,
                KOSTEN,
                Kolom("aandeel", "Aandeel in de kosten", Soort.PCT, "kosten"),
                Kolom("cumulatief", "Cumulatief aandeel", Soort.PCT, "kosten"),
            ),
            groepen=(("", ()),),
            op_grootte=True,
            loopt_op=("rang", "cumulatief"),
        ),
        Tabel(
            "kosten-per-maand",
            "Kosten per maand",
            kosten.per_maand,
            (MAAND, SEGMENT, JEUGDIGEN, KOSTEN, Kolom("volledigheid", "Volledigheid", Soort.PCT), VOORLOPIG),
            groepen=(("", ("maand",)),),
        ),
        Tabel(
            "buurten",
            "Wijken en buurten",
            buurten.per_buurt,
            (
                NIVEAU,
                Kolom("wijk", "Wijk", Soort.TEKST),
                Kolom("buurtcode", "Buurtcode", Soort.TEKST),
                Kolom("buurt", "Buurt", Soort.TEKST),
                JEUGDIGEN,
                KOSTEN,
                Kolom("jeugd_0_17", "Inwoners 0-17", Soort.INWONERS),
                Kolom("per_1000", "Per 1.000 inwoners 0-17", Soort.PER_1000, "jeugdigen"),
            ),
            gebied=True,
            groepen=(("buurt", ("wijk",)), ("wijk", ())),
            optelbaar=True,
        ),
        Tabel(
            "intensiteit",
            "Intensiteit en duur van arrangementen",
            intensiteit.per_product,
            (
                SEGMENT,
                PRODUCT,
                INTENSITEIT,
                DUUR,
                JEUGDIGEN,
                ARRANGEMENTEN,
                KOSTEN,
            ),
            persoonlijk=True,
            groepen=(("", ("segment", "product")),),
            optelbaar=True,
        ),
        Tabel(
            "verwijzers",
            "Verwijzers",
            verwijzers.per_verwijzer,
            (
                Kolom("verwijzer", "Verwijzer", Soort.TEKST),
                JEUGDIGEN,
                KOSTEN,
                Kolom("aandeel", "Aandeel van de jeugdigen", Soort.PCT, "jeugdigen"),
            ),
            persoonlijk=True,
            groepen=(("", ()),),
            optelbaar=True,
        ),
        Tabel(
            "stromen",
            "In- en uitstroom",
            stromen.per_maand,
            (
                MAAND,
                *(
                    Kolom(naam, titel, Soort.JEUGDIGEN)
                    for naam, titel in (
                        ("stand_begin", "Stand begin"),
                        ("instroom", "Instroom"),
                        ("herhaald", "waarvan herhaald"),
                        ("uitstroom", "Uitstroom"),
                        ("stand_eind", "Stand eind"),
                    )
                ),
                VOORLOPIG,
            ),
            saldo=((("stand_begin", "instroom", "uitstroom", "stand_eind"), ("instroom", "uitstroom")),),
        ),
        Tabel(
            "duur",
            "Duur van zorgperioden",
            stromen.duur,
            (
                Kolom("klasse", "Duur", Soort.TEKST),
                Kolom("beeindigd", "Beëindigd", Soort.JEUGDIGEN),
                Kolom("lopend", "Lopend", Soort.JEUGDIGEN),
            ),
        ),
        Tabel(
            "prijs-volume",
            "Prijs en volume",
            prijs_volume.per_product,
            (
                SEGMENT,
                PRODUCT,
                Kolom("q0", "Jeugdigen jaar eerder", Soort.JEUGDIGEN),
                Kolom("p0", "Kosten per jeugdige jaar eerder", Soort.EURO_PER, "q0"),
                Kolom("q1", "Jeugdigen", Soort.JEUGDIGEN),
                Kolom("p1", "Kosten per jeugdige", Soort.EURO_PER, "q1"),
                Kolom("volume_effect", "Volume-effect", Soort.EURO_PER, "q0"),
                Kolom("kosten_per_jeugdige_effect", "Effect kosten per jeugdige", Soort.EURO_PER, "q0"),
                Kolom("samenloop", "Samenloop", Soort.EURO_PER, "q0"),
            ),
        ),
        Tabel(
            "duur-mediaan",
            "Mediane duur van beëindigde zorgperioden",
            stromen.duur_mediaan,
            (
                Kolom("beeindigd", "Beëindigd", Soort.JEUGDIGEN),
                Kolom("mediaan", "Mediaan in maanden", Soort.MAANDEN, "beeindigd"),
            ),
        ),
        Tabel(
            "segmenten",
            "Segmenten en producten",
            jeugdigen.segmenten,
            (NIVEAU, SEGMENT, PRODUCT, JEUGDIGEN, KOSTEN),
            groepen=(("product", ("segment",)), ("segment", ())),
        ),
        Tabel(
            "jeugdigen-per-maand",
            "Jeugdigen in zorg per maand",
            jeugdigen.per_maand,
            (MAAND, JEUGDIGEN, KOSTEN, VOORLOPIG),
            groepen=(("", ()),),
        ),
        Tabel(
            "aanbieder-segment",
            "Aanbieders per segment",
            aanbieders.per_segment,
            (AANBIEDER, SEGMENT, JEUGDIGEN, KOSTEN),
            groepen=(("", ("aanbieder",)), ("", ("segment",))),
            op_grootte=True,
        ),
        Tabel(
            "aanbieder-product",
            "Aanbieders per product",
            aanbieders.per_product,
            (AANBIEDER, SEGMENT, PRODUCT, JEUGDIGEN, KOSTEN, PER_JEUGDIGE, PER_ZORGMAAND),
            groepen=(("", ("aanbieder",)), ("", ("segment", "product"))),
            op_grootte=True,
        ),
        Tabel(
            "leeftijd-geslacht",
            "Leeftijd en geslacht van jeugdigen",
            leeftijd.per_geslacht,
            (LEEFTIJD, Kolom("geslacht", "Geslacht", Soort.TEKST), JEUGDIGEN),
            persoonlijk=True,
            groepen=(("", ("leeftijd",)),),
            optelbaar=True,
        ),
        Tabel(
            "intensiteit-duur",
            "Arrangementen naar intensiteit en duur",
            intensiteit.over_selectie,
            (INTENSITEIT, DUUR, ARRANGEMENTEN, JEUGDIGEN),
            persoonlijk=True,
            groepen=(("", ()),),
            optelbaar=True,
        ),
        Tabel(
            "intensiteit-per-jaar",
            "Arrangementen per jaar naar intensiteit en duur",
            intensiteit.per_jaar,
            (JAAR, INTENSITEIT, DUUR, ARRANGEMENTEN, JEUGDIGEN),
            persoonlijk=True,
            groepen=(("", ("jaar",)),),
            optelbaar=True,
        ),
        Tabel(
            "verwijzergroepen",
            "Toegang tot jeugdhulp",
            verwijzers.per_groep,
            (
                Kolom("groep", "Toegang", Soort.TEKST),
                JEUGDIGEN,
                KOSTEN,
                Kolom("aandeel", "Aandeel van de jeugdigen", Soort.PCT, "jeugdigen"),
            ),
            persoonlijk=True,
            groepen=(("", ()),),
            optelbaar=True,
        ),
    )
}
"""Every table of `python -m core tabel`, by name."""
