"""What may be kept as a KPI: a goal, a measure that can be taken, and a path that goes forward in time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.filters import Filter
from core.opmaak import maand_uit_iso
from core.opslag.kpis import Kpi, Kpis, Per
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import netjes, onbetwist
from core.sturing.kpi import MATEN, perioden_van

LANGSTE_SELECTIE = 4000


def selectie_van(f: Filter) -> str:
    """A filter as a KPI keeps it: without its period."""
    return json.dumps(f.zonder_periode().met(zoals_toen=False).to_dict(), ensure_ascii=False)


def pad_uit(
    punten: Mapping[str, float | None] | Sequence[tuple[str, float | None]],
) -> tuple[tuple[int, float], ...]:
    """Points (`2024-12`, target) as a path in the order of time; those without a month or target are left out.

    Raises NietBewaard for a month that is none, or that comes twice.
    """
    paren = list(punten.items() if isinstance(punten, Mapping) else punten)
    uit: dict[int, float] = {}
    for tekst, doel in paren:
        if not str(tekst or "").strip() or doel is None:
            continue
        try:
            maand = maand_uit_iso(str(tekst))
        except ValueError as fout:
            raise NietBewaard(f"'{tekst}' is geen maand van de vorm jjjj-mm; er is niets bewaard.") from fout
        if maand in uit:
            raise NietBewaard(f"De maand {tekst} staat twee keer in het doelpad; er is niets bewaard.")
        uit[maand] = float(doel)
    return tuple(sorted(uit.items()))


def bewaar_kpi(opslag: Kpis, kpi: Kpi, wie: str) -> Kpi:
    """Keep a KPI, trimmed. Raises NietBewaard for a BSN, what is missing or cannot be, or a change by another."""
    selectie, kpi = kpi.selectie, netjes(replace(kpi, selectie=""), lang=("doel",))
    kpi = replace(kpi, selectie=selectie)
    if reden := _mist(kpi):
        raise NietBewaard(f"{reden} Er is niets bewaard.")
    if any(
        k.naam.casefold() == kpi.naam.casefold() and k.nummer != kpi.nummer for k in opslag.alle(kpi.demo)
    ):
        raise NietBewaard(f"Er is al een KPI met de naam '{kpi.naam}'. Er is niets bewaard.")
    with onbetwist():
        return opslag.bewaar(kpi, wie)


def _mist(kpi: Kpi) -> str:
    """Why a KPI cannot be kept; empty when it can."""
    if not kpi.doel or not kpi.naam:
        return "Schrijf het doel en wat er gemeten wordt."
    if kpi.maat not in MATEN:
        return f"De maat '{kpi.maat}' bestaat niet; kies uit {', '.join(MATEN)}."
    if kpi.per not in perioden_van(kpi.maat):
        return f"{MATEN[kpi.maat].titel} is er alleen per kwartaal."
    if kpi.filter.leeftijd and kpi.per is Per.KWARTAAL:
        return "Wie in een kwartaal jarig is heeft er twee leeftijden: kies bij een leeftijd per maand."
    if kpi.maat == "aandeel_geheel" and not kpi.filter.persoonlijk():
        return "Een aandeel is een deel van een geheel: kies bij de selectie bijvoorbeeld een intensiteit of duur."
    if len(kpi.pad) < 2:
        return "Een doelpad heeft ten minste twee punten: waar het begint en waar het heen moet."
    if any(doel < 0 for _, doel in kpi.pad):
        return "Een doel is niet kleiner dan 0."
    return "De selectie is te lang." if len(kpi.selectie) > LANGSTE_SELECTIE else ""


def verwijder_kpi(opslag: Kpis, kpi: Kpi, wie: str) -> None:
    """Remove a KPI. Raises NietBewaard when another changed it in the meantime."""
    with onbetwist():
        opslag.verwijder(kpi, wie)
