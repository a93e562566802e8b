"""Buurt beside wijk and city: protected tables put together without giving a hidden cell away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.begrippen import BUITEN_GEMEENTE, ONBEKEND, Niveau
from core.cijfers.tabellen import JEUGDIGEN, SEGMENT, Kolom, Soort
from core.onthulling.recept import onthoudt_recept
from core.onthulling.tabel import BeveiligdeTabel
from core.onthulling.tweede import VERBORGEN

_MATEN = ("jeugdigen", "kosten", "per_1000")


@dataclass(frozen=True)
class Jaarstand:
    """One row of the table `buurten` in one year; `onvolledig` when the year is not whole, or not yet."""

    jaar: str
    onvolledig: bool
    gebied: str
    rij: BeveiligdeTabel


def elders(van: BeveiligdeTabel) -> BeveiligdeTabel:
    """The rows of jeugdigen who live outside the municipality, or nobody knows where."""
    return van.alleen(niveau=Niveau.WIJK.value, wijk=(BUITEN_GEMEENTE, ONBEKEND))


@onthoudt_recept
def stad(alles: BeveiligdeTabel, binnen: BeveiligdeTabel) -> BeveiligdeTabel:
    """The municipality itself: whoever lived in one of its buurten, as one row (or none).

    `alles` is the table `buurten` without a choice of area, `binnen` the same for the wijken of
    the municipality alone. The row is hidden when it would give away, beside the total of
    `alles`, a small number of jeugdigen who live elsewhere.
    """
    uit, geheel = (t.alleen(niveau=Niveau.TOTAAL.value) for t in (binnen, alles))
    if not len(uit) or not len(geheel):
        return uit
    rest = elders(alles)
    dicht = any(rest.reden_van(m, n) for n in range(len(rest)) for m in ("jeugdigen", "kosten"))
    aantallen = geheel.cel("jeugdigen"), uit.cel("jeugdigen")
    if None not in aantallen:
        dicht = dicht or 0 < aantallen[0] - aantallen[1] < alles.herkomst.drempel
    return _dicht(uit) if dicht else uit


def _dicht(rij: BeveiligdeTabel) -> BeveiligdeTabel:
    mee = {rij.plaats(m) for m in _MATEN}
    waarden = tuple(None if p in mee else w for p, w in enumerate(rij.waarden[0]))
    reden = tuple(r or (VERBORGEN if p in mee else "") for p, r in enumerate(rij.reden[0]))
    return replace(rij, waarden=(waarden,), reden=(reden,))


@onthoudt_recept
def door_de_jaren(standen: Sequence[Jaarstand]) -> BeveiligdeTabel:
    """jaar, gebied, jeugdigen and per_1000, a row per year and area, in the order given.

    Raises IndexError without a single row.
    """
    bron = standen[0].rij
    alle_jaren = replace(bron.herkomst, filter=bron.herkomst.filter.zonder_periode())
    kolommen = (
        Kolom("jaar", "Jaar", Soort.TEKST),
        Kolom("gebied", "Gebied", Soort.TEKST),
        JEUGDIGEN,
        bron.kolommen[bron.plaats("per_1000")],
        Kolom("onvolledig", "Deel van een jaar of voorlopig", Soort.JA_NEE),
    )
    waarden, redenen = [], []
    for s in standen:
        cellen = [(s.rij.cel(m), s.rij.reden_van(m)) for m in ("jeugdigen", "per_1000")]
        waarden.append((s.jaar, s.gebied, *(w for w, _ in cellen), s.onvolledig))
        redenen.append(("", "", *(r for _, r in cellen), ""))
    titel = "Jeugdigen per 1.000 inwoners 0-17, per jaar"
    return BeveiligdeTabel("gebied-per-jaar", titel, kolommen, tuple(waarden), tuple(redenen), alle_jaren)


@onthoudt_recept
def segmenten_naast(hier: BeveiligdeTabel, daar: BeveiligdeTabel) -> BeveiligdeTabel:
    """Per segment the jeugdigen here, and their share of all jeugdigen here and in the city.

    Both are the table `segmenten`. A share is hidden when one of its two numbers is. That of the
    city is in whole %, and hidden where 1 % is fewer jeugdigen than the threshold: else it would
    give the number in the city back, and beside the total the few who live elsewhere.
    """
    delen = hier.alleen(niveau=Niveau.SEGMENT.value)
    waarden, redenen = [], []
    for n in range(len(delen)):
        segment = delen.cel("segment", n)
        aantal = (delen.cel("jeugdigen", n), delen.reden_van("jeugdigen", n))
        cellen = [aantal, _aandeel(hier, segment), _grof(daar, _aandeel(daar, segment))]
        waarden.append((segment, *(w for w, _ in cellen)))
        redenen.append(("", *(r for _, r in cellen)))
    kolommen = (
        SEGMENT,
        JEUGDIGEN,
        Kolom("aandeel", "Aandeel in deze buurt", Soort.PCT, "jeugdigen"),
        Kolom("aandeel_stad", "Aandeel in de hele gemeente", Soort.PCT),
    )
    return BeveiligdeTabel(
        "segmenten-naast-stad", "Segmenten naast de gemeente", kolommen, tuple(waarden), tuple(redenen),
        hier.herkomst,
    )  # fmt: skip


def _aandeel(van: BeveiligdeTabel, segment: str) -> tuple[float | None, str]:
    deel = van.alleen(niveau=Niveau.SEGMENT.value, segment=segment)
    geheel = van.alleen(niveau=Niveau.TOTAAL.value)
    if not len(geheel) or not len(deel):
        return 0.0, ""
    if deel.reden_van("jeugdigen") or geheel.reden_van("jeugdigen"):
        return None, VERBORGEN
    if not geheel.cel("jeugdigen"):
        return None, ""
    return 100 * deel.cel("jeugdigen") / geheel.cel("jeugdigen"), ""


def _grof(van: BeveiligdeTabel, aandeel: tuple[float | None, str]) -> tuple[float | None, str]:
    aantal = van.alleen(niveau=Niveau.TOTAAL.value)
    if aandeel[0] is None:
        return aandeel
    if not len(aantal) or (aantal.cel("jeugdigen") or 0) < 100 * van.herkomst.drempel:
        return None, VERBORGEN
    return float(round(aandeel[0])), ""
