"""The tables that KPIs are measured by, per month and per quarter."""

from __future__ import annotations

from core.cijfers import kpireeks
from core.cijfers.register import (
    GEMIDDELD_IN_ZORG,
    JEUGDIGEN,
    KOSTEN,
    MAAND,
    PER_JEUGDIGE,
    VOORLOPIG,
    Kolom,
    Soort,
    Tabel,
)
from core.filters import DIMENSIES

KWARTAAL = Kolom("kwartaal", "Kwartaal", Soort.TEKST)
_MATEN = (
    # Who is in care in a month or quarter is so in the next one too: only starts and kosten add up.
    Kolom("arrangementen", "Lopende arrangementen", Soort.JEUGDIGEN, "jeugdigen"),
    Kolom("gestart", "Gestarte arrangementen", Soort.JEUGDIGEN, "jeugdigen", optelbaar=True),
    JEUGDIGEN,
    Kolom("overig", "Overige jeugdigen", Soort.JEUGDIGEN),
    Kolom("geheel", "Jeugdigen in het geheel", Soort.JEUGDIGEN),
    Kolom("aandeel_geheel", "Aandeel in het geheel", Soort.PCT, "jeugdigen"),
    KOSTEN,
    PER_JEUGDIGE,
)
_STAND = (Kolom("volledigheid", "Volledigheid", Soort.PCT), VOORLOPIG)
_AANDEEL = ((("jeugdigen", "overig", "geheel"), ("overig", "geheel", "aandeel_geheel")),)
"""Who is not in the selection is the whole minus who is; a few of them are as few as a few in it."""

KPITABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "kpi-reeks",
        "KPI-maten per maand",
        kpireeks.per_maand,
        (MAAND, KWARTAAL, *_MATEN, *_STAND),
        groepen=(("", ("kwartaal",)), ("", ("jaar",)), ("", ())),
        saldo=_AANDEEL,
        alle_maanden=True,
    ),
    Tabel(
        "kpi-reeks-kwartaal",
        "KPI-maten per kwartaal",
        kpireeks.per_kwartaal,
        (
            KWARTAAL,
            *_MATEN,
            GEMIDDELD_IN_ZORG,
            *_STAND,
        ),
        groepen=(("", ("jaar",)), ("", ())),
        saldo=_AANDEEL,
        alle_maanden=True,
        kent=tuple(naam for naam in DIMENSIES if naam != "leeftijd"),
        anders="kpi-reeks",
    ),
)
"""An age is one per month: in a quarter somebody may have two, so a quarter knows no filter on it."""
