"""A KPI of tiny data: beside its path, judged, in euros and beside its line of the budget; and what lezer sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core import bevindingen as zeg
from core.begrippen import Rol
from core.database import Database
from core.filters import Filter
from core.grafieken.kpi import naast_pad as grafiek
from core.onthulling import (
    kpi_begroting,
    kpi_in_euro,
    kpi_oordeel,
    kpi_reeks,
    kpi_standen,
    naar_buiten,
    tabel,
)
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.opslag.kpis import Kpi
from core.sturing.kpi import REEKS, Koers
from core.sturing.kpibewaren import selectie_van
from tests.core.cijfers.hulp import reeks

AMBULANT = "Segment Jeugd Ambulant"
JAN = 2023 * 12
KPI = Kpi(
    "minder", "jeugdigen met begeleiding", "jeugdigen", selectie_van(Filter(segment=(AMBULANT,))),
    pad=((JAN, 24), (JAN + 12, 24), (JAN + 23, 13)), regel=AMBULANT,
)  # fmt: skip


@pytest.fixture
def db(maak_database) -> Database:
    """23 jeugdigen of € 100 a month, January 2023 - April 2024, known on 1 May 2024: from February on voorlopig."""
    return maak_database(
        [r for n in range(23) for r in reeks(f"a{n}", "2023-01", "2024-04", toewijzing=f"t{n}")]
    )


def gemeten(db: Database, kpi: Kpi = KPI, rol: Rol = Rol.STURING):
    van = tabel(db, REEKS[kpi.per], kpi.filter, rol)
    return van, kpi_reeks(van, kpi)


def test_naast_het_doelpad_tot_het_einde_ervan(db) -> None:
    _, naast = gemeten(db)
    rijen = {r["maand"]: r for r in naast.rijen()}
    assert (rijen["2024-01"]["jeugdigen"], rijen["2024-01"]["doelpad"], rijen["2024-01"]["voorlopig"]) == (
        23,
        24,
        False,
    )
    assert (rijen["2024-04"]["jeugdigen"], rijen["2024-04"]["doelpad"], rijen["2024-04"]["voorlopig"]) == (
        23,
        21,
        True,
    )
    assert (rijen["2024-12"]["jeugdigen"], rijen["2024-12"]["doelpad"]) == (None, 13)
    # April lies above its path, January below: only January is complete.
    assert kpi_oordeel(naast, KPI).koers is Koers.OP
    assert zeg.kpizin(naast, KPI) == (
        "Jeugdigen met begeleiding: 23 (unieke jeugdigen) in jan 2024, tegen 24 op het doelpad: op koers."
    )
    assert "feb 2024" in zeg.kpi_volledigheid(naast).lower() and "niet als resultaat" in zeg.kpi_volledigheid(
        naast
    )
    wat = [
        (r["naam"], r["wat"])
        for r in grafiek(naast, "jeugdigen").spec["data"]["values"]
        if r["naam"] == "april 2024"
    ]
    assert wat == [("april 2024", "voorlopig"), ("april 2024", "doelpad")]


def test_in_euros_is_na_te_rekenen_en_komt_op_de_begrotingsregel(db) -> None:
    van, _ = gemeten(db)
    euro = kpi_in_euro(van, KPI)
    # May - December: 20, 19, … 13 is 16,5 on average, 6,5 less than 23; 8 months of € 100.
    assert zeg.kpi_sommen(euro, KPI) == [
        "2024: doelpad gemiddeld 16,5 min stand nu 23,0 is -6,5; 8 maanden × -6,5 × € 100 = -€ 5.200."
    ]
    assert zeg.kpi_naar_euro(euro) == (
        "Het doelpad kost in 2024 € 5.200 minder dan blijven zoals nu, gemiddeld 6 jeugdigen minder."
    )
    Begrotingen().zet_begroting([Begrotingsregel(2024, AMBULANT, 30_000_00)], 2024, demo=False, wie="t")
    regel = kpi_begroting(tabel(db, "prognose", Filter(jaar=(2024,)), Rol.STURING), euro, KPI)
    bedragen = {r["post"]: r["bedrag"] for r in regel.rijen()}
    assert bedragen["Begroting 2024"] == 30_000 and bedragen["Effect van het doelpad"] == -5200
    assert bedragen["Prognose als het doelpad wordt gehaald"] == bedragen["Prognose 2024"] - 5200
    assert "onder de begroting" in zeg.kpi_bij_begroting(regel, KPI)
    duurder = replace(KPI, maat="kosten_per_jeugdige", pad=((JAN, 100.0), (JAN + 23, 90.0)))
    assert "8 maanden × -8 × 23 jeugdigen = -€ 1.472" in zeg.kpi_sommen(kpi_in_euro(van, duurder), duurder)[0]
    assert "gekoppeld" in zeg.kpi_bij_begroting(regel, replace(KPI, regel=""))
    assert zeg.kpi_sommen(kpi_in_euro(van, replace(KPI, maat="gestart")), replace(KPI, maat="gestart"))[
        0
    ].startswith("Van deze KPI")


def test_lezer_ziet_vijftallen_en_dicht_bij_het_pad_geen_oordeel(db) -> None:
    _, naast = gemeten(db, rol=Rol.LEZER)
    assert (naast.cel("jeugdigen"), naast.cel("marge")) == (25, 2.5)
    assert kpi_oordeel(naast, KPI).koers is Koers.ROND
    ruim = replace(KPI, pad=((JAN, 40), (JAN + 23, 30)))
    assert kpi_oordeel(gemeten(db, ruim, Rol.LEZER)[1], ruim).koers is Koers.OP
    buiten = naar_buiten(db, gemeten(db)[1])
    assert buiten.cel("jeugdigen") == 25 and zeg.figuurzin(buiten, lambda naam, f: naast) == zeg.kpizin(
        buiten, KPI
    )


def test_te_klein_om_te_tonen_is_nog_niet_te_zeggen_en_staat_niet_in_euros(maak_database) -> None:
    db = maak_database([r for n in range(3) for r in reeks(f"a{n}", "2023-01", "2024-04")])
    van, naast = gemeten(db)
    assert kpi_oordeel(naast, KPI).koers is Koers.ONBEKEND and "te klein" in zeg.kpizin(naast, KPI)
    assert {r["jeugdigen"] for r in naast.rijen()} == {"<5", None}
    assert len(kpi_in_euro(van, KPI)) == 0
    standen = kpi_standen((naast,), (KPI,))
    assert standen.rijen()[0]["waarde"] == "<5"
    assert zeg.kpis_samen(standen) == "Hoe de KPI ervoor staat is nog niet te zeggen."
    assert zeg.kpis_samen(None) == "Er is nog geen KPI om op te sturen."
