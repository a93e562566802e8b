"""The tables per quarter, on which the page Signalen rests."""

from __future__ import annotations

from core.cijfers import kwartalen
from core.cijfers.register import (
    AANBIEDER,
    JEUGDIGEN,
    KOSTEN,
    KWARTAAL,
    LEEFTIJD,
    PER_JEUGDIGE,
    PRODUCT,
    SEGMENT,
    VOORLOPIG,
    Kolom,
    Soort,
    Tabel,
)

_MATEN = (KWARTAAL, JEUGDIGEN, KOSTEN, PER_JEUGDIGE, VOORLOPIG)
_PER_KWARTAAL = ("", ("kwartaal",))

KWARTAALTABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "kwartalen-segment",
        "Segmenten per kwartaal",
        kwartalen.per_segment,
        (SEGMENT, *_MATEN),
        groepen=(_PER_KWARTAAL,),
    ),
    Tabel(
        "kwartalen-product",
        "Producten per kwartaal",
        kwartalen.per_product,
        (SEGMENT, PRODUCT, *_MATEN),
        groepen=(("", ("segment", "kwartaal")),),
    ),
    Tabel(
        "kwartalen-aanbieder",
        "Aanbieders per kwartaal",
        kwartalen.per_aanbieder,
        (AANBIEDER, *_MATEN),
        groepen=(_PER_KWARTAAL,),
    ),
    Tabel(
        "kwartalen-buurt",
        "Buurten per kwartaal",
        kwartalen.per_buurt,
        (Kolom("wijk", "Wijk", Soort.TEKST), Kolom("buurt", "Buurt", Soort.TEKST), *_MATEN),
        gebied=True,
        groepen=(("", ("wijk", "kwartaal")), _PER_KWARTAAL),
        optelbaar=True,
    ),
    Tabel(
        "kwartalen-leeftijd",
        "Leeftijd per kwartaal",
        kwartalen.per_leeftijd,
        (LEEFTIJD, *_MATEN),
        persoonlijk=True,
        groepen=(_PER_KWARTAAL,),
        optelbaar=True,
    ),
    Tabel(
        "kwartalen-verwijzer",
        "Verwijzers per kwartaal",
        kwartalen.per_verwijzer,
        (Kolom("verwijzer", "Verwijzer", Soort.TEKST), *_MATEN),
        persoonlijk=True,
        groepen=(_PER_KWARTAAL,),
        optelbaar=True,
    ),
)
"""Named after the dimension that their rows are about."""
