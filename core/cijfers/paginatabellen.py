"""The tables that the pages need besides those of the data model."""

from __future__ import annotations

from core.cijfers import aanbieders, intensiteit, jeugdigen, leeftijd, stromen, verwijzers
from core.cijfers.register import (
    AANBIEDER,
    ARRANGEMENTEN,
    DUUR,
    INTENSITEIT,
    JAAR,
    JEUGDIGEN,
    KOSTEN,
    LEEFTIJD,
    MAAND,
    NIVEAU,
    PER_JEUGDIGE,
    PER_ZORGMAAND,
    PRODUCT,
    SEGMENT,
    VOORLOPIG,
    Kolom,
    Soort,
    Tabel,
)

PAGINATABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "duur-mediaan",
        "Mediane duur van beëindigde zorgperioden",
        stromen.duur_mediaan,
        (
            Kolom("beeindigd", "Beëindigd", Soort.JEUGDIGEN),
            Kolom("mediaan", "Mediaan in maanden", Soort.MAANDEN, "beeindigd"),
        ),
        alle_maanden=True,
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
