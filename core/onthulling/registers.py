"""What people wrote in the registers as tables: events, and risks with chances and developments."""

from __future__ import annotations

from collections.abc import Sequence

from core.cijfers.tabellen import Kolom, Soort
from core.onthulling.beheertabel import Beheertabel, beheertabel
from core.opmaak import datum, maand_iso, segment_kort
from core.opslag.gebeurtenissen import Gebeurtenis
from core.opslag.risicos import Risico
from core.sturing.risicos import kansklasse

_GEBEURTENIS = (
    Kolom("maand", "Maand", Soort.MAAND),
    Kolom("titel", "Gebeurtenis", Soort.TEKST),
    Kolom("over", "Waarover", Soort.TEKST),
    Kolom("toelichting", "Toelichting", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
)
_RISICO = (
    Kolom("titel", "Titel", Soort.TEKST),
    Kolom("soort", "Soort", Soort.TEKST),
    Kolom("omschrijving", "Omschrijving", Soort.TEKST),
    Kolom("segment", "Segment", Soort.TEKST),
    Kolom("kans", "Kans", Soort.TEKST),
    Kolom("laag", "Bedrag vanaf", Soort.EURO),
    Kolom("hoog", "Bedrag tot", Soort.EURO),
    Kolom("verwacht", "Kans × bedrag", Soort.EURO),
    Kolom("eigenaar", "Wie", Soort.TEKST),
    Kolom("status", "Status", Soort.TEKST),
    Kolom("datum", "Gewijzigd", Soort.TEKST),
)


def gebeurtenissentabel(alle: Sequence[Gebeurtenis]) -> Beheertabel:
    """Every event with what it is about and where it is written."""
    rijen = [(maand_iso(g.maand), g.titel, g.over, g.toelichting, g.bron) for g in alle]
    return beheertabel("Gebeurtenissen", _GEBEURTENIS, rijen)


def risicotabel(alle: Sequence[Risico], omschreven: bool = True) -> Beheertabel:
    """The register in its order, amounts in euros; with or without the descriptions."""
    rijen = [
        (
            r.titel, r.soort, r.omschrijving, segment_kort(r.segment) or "alle", f"{kansklasse(r.kans)} ({r.kans} %)",
            _euro(r.laag), _euro(r.hoog), _euro(r.verwacht), r.eigenaar, r.status, datum(r.datum),
        )
        for r in alle
    ]  # fmt: skip
    namen = [k.naam for k in _RISICO if omschreven or k.naam != "omschrijving"]
    return beheertabel("Risico's en ontwikkelingen", _RISICO, rijen).met_kolommen(namen)


def _euro(cent: int | None) -> float | None:
    return None if cent is None else cent / 100
