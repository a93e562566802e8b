"""A KPI as protected tables: beside its path, and all KPIs together.

Everything is computed from what the tables *kpi-reeks* show to who looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.cijfers.register import VOORLOPIG, Kolom, Soort
from core.onthulling.recept import onthoudt_recept
from core.onthulling.tabel import BeveiligdeTabel
from core.opmaak import hoofdletter, kwartaal_kort, kwartaal_uit_kort, maand_iso, maand_kort, maand_uit_iso
from core.opslag.kpis import Kpi, Per
from core.sturing.kpi import LENGTE, MATEN, Koers, Meting, Oordeel, doel_van, oordeel

HISTORIE = 24
"""So many months before its path a KPI is shown."""
_VOLLEDIGHEID = Kolom("volledigheid", "Volledigheid", Soort.PCT)


def kop_van(per: Per) -> str:
    """The column that names the periods."""
    return "maand" if per is Per.MAAND else "kwartaal"


def laatste_maand_van(kop: str, tekst: str) -> int:
    """The last maandnummer of a period as its table names it."""
    return maand_uit_iso(tekst) if kop == "maand" else 3 * kwartaal_uit_kort(tekst) + 2


def periode_kort(per: Per, maand: int) -> str:
    """A period by its last maandnummer, for a sentence: `dec 2023` or `2023 K4`."""
    return maand_kort(maand) if per is Per.MAAND else kwartaal_kort(maand // 3)


@onthoudt_recept
def kpi_reeks(van: BeveiligdeTabel, kpi: Kpi) -> BeveiligdeTabel:
    """The measure of a KPI beside its path, a row per period; periods to come hold the path only.

    `van` is the table *kpi-reeks* (or *-kwartaal*) of its selection over all months. The path has a point.
    """
    kop, maat = kop_van(kpi.per), MATEN[kpi.maat]
    doelkolom = Kolom("doelpad", "Doelpad", maat.soort)
    kolommen = (
        van.kolommen[van.plaats(kop)],
        Kolom(maat.naam, maat.titel, maat.soort),
        doelkolom,
        _VOLLEDIGHEID,
        VOORLOPIG,
        Kolom("marge", "Afronding", maat.soort),
    )
    cellen = [*_gemeten(van, kpi), *_komend(van, kpi)]
    breed = len(kolommen) if van.herkomst.afgerond else len(kolommen) - 1  # exact numbers have no margin
    return BeveiligdeTabel(
        "kpi",
        hoofdletter(kpi.naam),
        kolommen[:breed],
        tuple(waarden[:breed] for waarden, _ in cellen),
        tuple(("", reden, *[""] * (breed - 2)) for _, reden in cellen),
        van.herkomst,
    )


def _gemeten(van: BeveiligdeTabel, kpi: Kpi) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The cells of the periods of the data from some time before the path on, and why the value is hidden."""
    kop, begin = kop_van(kpi.per), kpi.pad[0][0] - HISTORIE
    for n in range(len(van)):
        periode = van.cel(kop, n)
        maand = laatste_maand_van(kop, periode)
        if maand >= begin:
            naast = (van.cel("volledigheid", n), van.cel("voorlopig", n), _marge(van, kpi.maat, n))
            yield (periode, van.cel(kpi.maat, n), doel_van(kpi, maand), *naast), van.reden_van(kpi.maat, n)


def _komend(van: BeveiligdeTabel, kpi: Kpi) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The cells of the periods after the data, up to the end of the path."""
    kop, stap = kop_van(kpi.per), LENGTE[kpi.per]
    laatste = laatste_maand_van(kop, van.cel(kop, len(van) - 1)) if len(van) else kpi.pad[0][0] - stap
    for maand in range(laatste + stap, kpi.pad[-1][0] + 1, stap):
        naam = maand_iso(maand) if kpi.per is Per.MAAND else kwartaal_kort(maand // 3)
        yield (naam, None, doel_van(kpi, maand), None, False, None), ""


def _marge(van: BeveiligdeTabel, maat: str, n: int) -> float | None:
    """How far a value may lie from the exact one, as its counts were rounded; None for one that was not."""
    half, waarde, aantal = van.herkomst.afgerond / 2, van.cel(maat, n), van.cel("jeugdigen", n)
    soort = MATEN[maat].soort
    if not half or waarde is None or soort is Soort.EURO:
        return None
    if soort is Soort.JEUGDIGEN:
        return half
    deler = van.cel("geheel", n) if soort is Soort.PCT else aantal
    if not deler:
        return None
    return half * (100 + waarde) / deler if soort is Soort.PCT else half * waarde / deler


def kpi_oordeel(reeks: BeveiligdeTabel, kpi: Kpi) -> Oordeel:
    """How a KPI stands by what is shown of it (the table `kpi_reeks` gives)."""
    kop, rond = kop_van(kpi.per), bool(reeks.herkomst.afgerond)
    metingen = [
        Meting(
            laatste_maand_van(kop, reeks.cel(kop, n)),
            reeks.cel(kpi.maat, n),
            bool(reeks.cel("voorlopig", n)),
            (reeks.cel("marge", n) or 0.0) if rond else 0.0,
        )
        for n in range(len(reeks))
        if _van_nu(reeks, kop, n)
    ]
    return oordeel(kpi, metingen)


def _van_nu(reeks: BeveiligdeTabel, kop: str, n: int) -> bool:
    """Whether a row is of a period of the data, and not of one to come."""
    laatste = reeks.herkomst.laatste_maand
    return laatste is not None and laatste_maand_van(kop, reeks.cel(kop, n)) <= laatste


_STAND = (
    Kolom("kpi", "KPI", Soort.TEKST),
    Kolom("maat", "Gemeten", Soort.TEKST),
    Kolom("periode", "Laatste volledige", Soort.TEKST),
    Kolom("waarde", "Stand", Soort.TEKST),
    Kolom("doel", "Doelpad", Soort.TEKST),
    Kolom("koers", "Koers", Soort.TEKST),
    Kolom("eigenaar", "Eigenaar", Soort.TEKST),
)


@onthoudt_recept
def kpi_standen(reeksen: tuple[BeveiligdeTabel, ...], kpis: tuple[Kpi, ...]) -> BeveiligdeTabel:
    """All KPIs, a row each in words: those off their path first. Raises IndexError without any."""
    rijen = [_stand(reeks, kpi) for reeks, kpi in zip(reeksen, kpis, strict=True)]
    volgorde = [Koers.VAN, Koers.ROND, Koers.ONBEKEND, Koers.OP]
    rijen.sort(key=lambda rij: volgorde.index(Koers(rij[5])))
    leeg = tuple(("",) * len(_STAND) for _ in rijen)
    return BeveiligdeTabel("kpi-stand", "KPI's", _STAND, tuple(rijen), leeg, reeksen[0].herkomst)


def _stand(reeks: BeveiligdeTabel, kpi: Kpi) -> tuple[str, ...]:
    uit = kpi_oordeel(reeks, kpi)
    maat = f"{MATEN[kpi.maat].titel} per {kpi.per}"
    if uit.meting is None:
        return hoofdletter(kpi.naam), maat, "–", "–", "–", uit.koers.value, kpi.eigenaar
    kop, maand = kop_van(kpi.per), uit.meting.maand
    n = next(n for n in range(len(reeks)) if laatste_maand_van(kop, reeks.cel(kop, n)) == maand)
    periode = periode_kort(kpi.per, maand)
    return (
        hoofdletter(kpi.naam),
        maat,
        periode,
        reeks.tekst(kpi.maat, n),
        reeks.tekst("doelpad", n),
        uit.koers.value,
        kpi.eigenaar,
    )
