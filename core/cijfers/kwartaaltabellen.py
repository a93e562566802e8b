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


def _over_tijd(*namen: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The quarters of a row add up to its year and to its whole, which other tables tell."""
    return (("", (*namen, "jaar")), ("", namen))


KWARTAALTABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "kwartalen-segment",
        "Segmenten per kwartaal",
        kwartalen.per_segment,
        (SEGMENT, *_MATEN),
        groepen=(_PER_KWARTAAL,),
        bedraggroepen=_over_tijd("segment"),
    ),
    Tabel(
        "kwartalen-product",
        "Producten per kwartaal",
        kwartalen.per_product,
        (SEGMENT, PRODUCT, *_MATEN),
        groepen=(("", ("segment", "kwartaal")),),
        bedraggroepen=_over_tijd("segment", "product"),
    ),
    Tabel(
        "kwartalen-aanbieder",
        "Aanbieders per kwartaal",
        kwartalen.per_aanbieder,
        (AANBIEDER, *_MATEN),
        groepen=(_PER_KWARTAAL,),
        bedraggroepen=_over_tijd("aanbieder"),
    ),
    Tabel(
        "kwartalen-buurt",
        "Buurten per kwartaal",
        kwartalen.per_buurt,
        (Kolom("wijk", "Wijk", Soort.TEKST), Kolom("buurt", "Buurt", Soort.TEKST), *_MATEN),
        gebied=True,
        groepen=(("", ("wijk", "kwartaal")), _PER_KWARTAAL),
        optelbaar=True,
        bedraggroepen=_over_tijd("wijk", "buurt"),
    ),
    Tabel(
        "kwartalen-leeftijd",
        "Leeftijd per kwartaal",
        kwartalen.per_leeftijd,
        (LEEFTIJD, *_MATEN),
        persoonlijk=True,
        groepen=(_PER_KWARTAAL,),
        optelbaar=True,
        bedraggroepen=_over_tijd("leeftijd"),
    ),
    Tabel(
        "kwartalen-verwijzer",
        "Verwijzers per kwartaal",
        kwartalen.per_verwijzer,
        (Kolom("verwijzer", "Verwijzer", Soort.TEKST), *_MATEN),
        persoonlijk=True,
        groepen=(_PER_KWARTAAL,),
        optelbaar=True,
        bedraggroepen=_over_tijd("verwijzer"),
    ),
)
"""Named after the dimension that their rows are about."""
