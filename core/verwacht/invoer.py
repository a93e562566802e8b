"""Any table of areas as a text file: delimiter, encoding and decimal sign are found out, not asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.inlezen.teksttabel import LEEG, OnbruikbareTabel, als_getallen, kop_en_rijen, lees_tekst, zoek_kolom
from core.opmaak import getal, opsomming, sleutel
from core.verwacht.gaten import Gat
from core.verwacht.model import Gebieden
from core.verwacht.schatting import Reeks


@dataclass(frozen=True)
class Kolommen:
    """Which column holds what: `aantal` (users) or `pct` (users per 100), one of the two; `regio` may be none."""

    gebied: str
    noemer: str
    kenmerken: tuple[str, ...]
    aantal: str = ""
    pct: str = ""
    regio: str = ""


@dataclass(frozen=True)
class Invoer:
    """A table as areas, the rows that could not be read, and what a person should know about it."""

    gebieden: Gebieden
    gaten: tuple[Gat, ...]
    meldingen: tuple[str, ...]


def lees(pad: Path, kolommen: Kolommen) -> Invoer:
    """Read the areas of a table. Raises OnbruikbareTabel; OnbekendeKolom names the nearest column."""
    kop, inhoud = kop_en_rijen(lees_tekst(pad))
    naam_in = zoek_kolom(kop, kolommen.gebied)
    tellend = [k for k in (kolommen.noemer, kolommen.aantal) if k]
    gevraagd = [*tellend, *([kolommen.pct] if kolommen.pct else []), *kolommen.kenmerken]
    plaats = {k: zoek_kolom(kop, k) for k in gevraagd}
    rijen = [rij for _, rij in inhoud if rij[naam_in].strip()]
    namen = tuple(rij[naam_in].strip() for rij in rijen)
    _eenmaal(namen)
    gelezen = {k: als_getallen([rij[p] for rij in rijen], k in tellend) for k, p in plaats.items()}
    noemer = gelezen[kolommen.noemer]
    aantal = gelezen[kolommen.aantal] if kolommen.aantal else gelezen[kolommen.pct] / 100 * noemer
    gaten = [
        Gat(f"regel {n}", f"regel {n}", "de naam van het gebied ontbreekt")
        for n, rij in inhoud
        if not rij[naam_in].strip()
    ]
    meldingen = [
        m for k, p in plaats.items() for m in _geen_getal(k, namen, [rij[p] for rij in rijen], gelezen[k])
    ]
    regio = tuple(rij[zoek_kolom(kop, kolommen.regio)].strip() for rij in rijen) if kolommen.regio else ()
    gebieden = Gebieden(namen, namen, aantal, noemer, {k: gelezen[k] for k in kolommen.kenmerken}, regio)
    return Invoer(gebieden, tuple(gaten), tuple(meldingen))


def _eenmaal(namen: Sequence[str]) -> None:
    dubbel = sorted({naam for naam, keer in Counter(namen).items() if keer > 1})
    if dubbel:
        meer = " en andere" if len(dubbel) > 3 else ""
        raise OnbruikbareTabel(
            f"Elk gebied hoort één regel te hebben; meer dan één: {', '.join(dubbel[:3])}{meer}. "
            "Kies een kolom met unieke codes, of één jaar."
        )


def _geen_getal(kolom: str, namen: Sequence[str], cellen: Sequence[str], reeks: Reeks) -> list[str]:
    """A sentence when something else than nothing stands where a number belongs."""
    fout = [
        naam
        for naam, cel, waarde in zip(namen, cellen, reeks, strict=True)
        if np.isnan(waarde) and sleutel(cel) not in LEEG
    ]
    if not fout:
        return []
    wie = opsomming(fout[:5]) + (f" en nog {getal(len(fout) - 5)}" if len(fout) > 5 else "")
    return [f"Kolom {kolom}: bij {wie} staat geen getal; dat telt als ontbrekend."]
