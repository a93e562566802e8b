"""Read the budget of a year from a small CSV: segment, primitief and, after a change, gewijzigd (euros)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.inlezen.pseudoniem import bevat_bsn
from core.inlezen.teksttabel import (
    LEEG,
    OnbekendeKolom,
    OnbruikbareTabel,
    als_getallen,
    kop_en_rijen,
    zoek_kolom,
)
from core.opmaak import opsomming, sleutel
from core.opslag.begroting import Begrotingsregel


def lees_begroting(tekst: str, jaar: int, bekend: Sequence[str]) -> list[Begrotingsregel]:
    """The lines of the budget of `jaar`; names are matched with those in `bekend`, case and accents aside.

    A line under another name is kept as it is. With a column jaar only the rows of that year count.
    Raises OnbruikbareTabel with the line that is wrong.
    """
    kop, rijen = kop_en_rijen(tekst)
    if (kan := _kolom(kop, "jaar")) is not None:
        rijen = [(regel, rij) for regel, rij in rijen if rij[kan].strip() == str(jaar)]
    naam, eerst, later = zoek_kolom(kop, "segment"), _bedragkolom(kop), _kolom(kop, "gewijzigd")
    primitief = als_getallen([rij[eerst] for _, rij in rijen], True)
    gewijzigd = als_getallen(["" if later is None else rij[later] for _, rij in rijen], True)
    namen, uit = {sleutel(n): n for n in bekend}, {}
    for (regel, rij), een, twee in zip(rijen, primitief, gewijzigd, strict=True):
        segment = namen.get(sleutel(rij[naam]), rij[naam].strip())
        los = later is not None and np.isnan(twee) and sleutel(rij[later]) not in LEEG
        if not segment or np.isnan(een) or los:
            raise OnbruikbareTabel(f"Regel {regel}: hier hoort een segment met een bedrag in euro's.")
        if bevat_bsn(segment):
            raise OnbruikbareTabel(f"Regel {regel}: de naam van het segment bevat een burgerservicenummer.")
        if segment in uit:
            raise OnbruikbareTabel(f"Regel {regel}: {segment} staat er al eerder.")
        nieuw = None if np.isnan(twee) else round(float(twee) * 100)
        uit[segment] = Begrotingsregel(jaar, segment, round(float(een) * 100), nieuw)
    if not uit:
        raise OnbruikbareTabel(f"In de tabel staat geen begroting van {jaar}.")
    return list(uit.values())


_BEDRAG = ("primitief", "begroting", "bedrag")


def _bedragkolom(kop: Sequence[str]) -> int:
    for kolom in _BEDRAG:
        if (plek := _kolom(kop, kolom)) is not None:
            return plek
    raise OnbekendeKolom(f"Er is geen kolom met bedragen. Noem haar {opsomming(list(_BEDRAG), 'of')}.")


def _kolom(kop: Sequence[str], naam: str) -> int | None:
    gelijk = [n for n, k in enumerate(kop) if sleutel(k) == sleutel(naam)]
    return gelijk[0] if gelijk else None
