"""The path of a KPI in jeugdigen and euros, and beside the line of the budget that it touches.

Everything is computed from what the tables *kpi-reeks* and *prognose* show to who looks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from core.cijfers.register import JAAR, Kolom, Soort
from core.onthulling.kpi import kop_van, laatste_maand_van
from core.onthulling.recept import onthoudt_recept
from core.onthulling.tabel import BeveiligdeTabel
from core.opmaak import hoofdletter
from core.opslag.kpis import Kpi
from core.sturing.kpi import MATEN
from core.sturing.kpieuro import Grondslag, Jaareffect, Volledig, grondslag, per_jaar


def _volledig(van: BeveiligdeTabel, kpi: Kpi) -> Iterator[Volledig]:
    kop = kop_van(kpi.per)
    for n in range(len(van)):
        cellen = [van.cel(naam, n) for naam in (kpi.maat, "jeugdigen", "kosten")]
        if van.cel("voorlopig", n) or None in cellen:
            continue
        yield Volledig(laatste_maand_van(kop, van.cel(kop, n)), *map(float, cellen))


def _euro_kolommen(soort: Soort) -> tuple[Kolom, ...]:
    # A difference in a share is in points, in an amount in euros.
    verschil = {Soort.JEUGDIGEN: Soort.VERSCHIL, Soort.PCT: Soort.PROCENTPUNT}.get(soort, soort)
    return (
        JAAR,
        Kolom("perioden", "Perioden", Soort.AANTAL),
        Kolom("doelpad", "Gemiddeld doelpad", soort),
        Kolom("nu", "Stand nu", soort),
        Kolom("verschil_maat", "Verschil", verschil),
        Kolom("verschil_jeugdigen", "In jeugdigen", Soort.VERSCHIL),
        Kolom("prijs", "Euro per eenheid en periode", Soort.EURO_PER),
        Kolom("effect", "Effect", Soort.EURO),
        Kolom("laag", "Ondergrens", Soort.EURO),
        Kolom("hoog", "Bovengrens", Soort.EURO),
    )


@onthoudt_recept
def kpi_in_euro(van: BeveiligdeTabel, kpi: Kpi) -> BeveiligdeTabel:
    """The path in jeugdigen and euros, a row per year to come; no rows where no price can be told.

    `van` is the table *kpi-reeks* (or *-kwartaal*) of its selection over all months.
    """
    volledig, soort = list(_volledig(van, kpi)), MATEN[kpi.maat].soort
    basis = grondslag(kpi, volledig)
    rijen: list[tuple[Any, ...]] = []
    if basis is not None:
        rijen = [
            _euro_rij(e, basis)
            for e in per_jaar(kpi, basis, van.herkomst.laatste_maand or volledig[-1].maand)
        ]
    kolommen = _euro_kolommen(soort)
    leeg = tuple(("",) * len(kolommen) for _ in rijen)
    return BeveiligdeTabel(
        "kpi-euro", f"{hoofdletter(kpi.naam)} in euro's", kolommen, tuple(rijen), leeg, van.herkomst
    )


def _euro_rij(e: Jaareffect, basis: Grondslag) -> tuple[Any, ...]:
    jeugdigen = None if math.isnan(e.jeugdigen) else e.jeugdigen
    return e.jaar, e.perioden, e.doel, basis.nu, e.verschil, jeugdigen, basis.prijs, e.effect, e.laag, e.hoog


_REGEL = (
    Kolom("post", "Post", Soort.TEKST),
    Kolom("bedrag", "Bedrag", Soort.EURO),
    Kolom("laag", "Ondergrens", Soort.EURO),
    Kolom("hoog", "Bovengrens", Soort.EURO),
)


@onthoudt_recept
def kpi_begroting(prognose: BeveiligdeTabel, euro: BeveiligdeTabel, kpi: Kpi) -> BeveiligdeTabel:
    """The line of the budget that a KPI touches: budget, forecast, the effect of the path, and both together.

    `prognose` is the table *prognose* of one year, `euro` what `kpi_in_euro` gives. No rows without
    that line. Bounds are added, which makes them wider than they need be.
    """
    regel = prognose.alleen(segment=kpi.regel)
    rijen: list[tuple[Any, ...]] = []
    if len(regel):
        jaar = prognose.herkomst.filter.jaar[0]
        basis = tuple(regel.cel(naam) for naam in ("prognose", "laag", "hoog"))
        rijen = [(f"Begroting {jaar}", regel.cel("begroting"), None, None), (f"Prognose {jaar}", *basis)]
        effect = euro.alleen(jaar=jaar)
        if len(effect):
            deel = tuple(effect.cel(naam) for naam in ("effect", "laag", "hoog"))
            rijen.append(("Effect van het doelpad", *deel))
            samen = (None if None in paar else sum(paar) for paar in zip(basis, deel, strict=True))
            rijen.append(("Prognose als het doelpad wordt gehaald", *samen))
    redenen = tuple(_waarom(regel, rij) for rij in rijen)
    return BeveiligdeTabel("kpi-begroting", kpi.regel, _REGEL, tuple(rijen), redenen, prognose.herkomst)


def _waarom(regel: BeveiligdeTabel, rij: tuple[Any, ...]) -> tuple[str, ...]:
    """Why an amount that rests on a hidden forecast is not there."""
    dicht = regel.reden_van("prognose")
    return ("", *(dicht if waarde is None and rij[0].startswith("Prognose") else "" for waarde in rij[1:]))
