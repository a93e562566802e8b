"""The bridge to CBS: who drops out at which step, and what stays."""

import pandas as pd

from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.referentie.jeugdzorg_cbs import met_jeugdzorg
from tests.core.cijfers.hulp import reeks

BINNEN, BUITEN = "BU09350000", "Buiten gemeente"
HEEL_2022 = [*reeks("eerste", "2022-01", "2022-12", buurt=BINNEN, geboortemaand="2012-01")]


def kind(naam, **velden):
    return [
        {"jeugdige": naam, "leveringsmaand": "2022-05", "buurt": BINNEN, "geboortemaand": "2012-01"} | velden
    ]


def stappen(db, f=None):
    tabel = TABELLEN["brug"].functie(db, f or Filter())
    return {r.stap.split(":")[0]: r for r in tabel.itertuples()}


def test_elke_stap_telt_wie_er_dan_nog_afvalt(maak_database):
    db = maak_database([
        *HEEL_2022,
        *kind("pgb", leveringsvorm="PGB"), *kind("pgb en oud", leveringsvorm="PGB", geboortemaand="1998-01"),
        *kind("pgb2", segment="PGB", product="PGB"), *kind("beide", leveringsvorm="PGB"), *kind("beide", leveringsvorm="ZIN"),
        *kind("oud", geboortemaand="1999-04"), *kind("bijna", geboortemaand="1999-07"),  # 23 in April, in July
        *kind("elders", buurt=BUITEN), *kind("verhuisd", buurt=BUITEN), *kind("verhuisd", leveringsmaand="2022-06"),
        *kind("onbekend", buurt=None, geboortemaand=None),
    ])  # fmt: skip
    uit = stappen(db)
    assert uit["Eigen aantal"].jeugdigen == 10
    assert uit["Alleen pgb"].jeugdigen == 3  # also the old one: who drops out first drops out once
    assert uit["23 jaar of ouder"].jeugdigen == 1
    assert uit["Woont buiten de gemeente"].jeugdigen == 1
    rest = uit["Te vergelijken met het CBS"]
    assert rest.jeugdigen == 10 - 3 - 1 - 1
    assert (rest.cbs, rest.onverklaard) == (2755, 2755 - 5)


def test_pgb_in_natura_en_elders_in_natura(maak_database):
    # With pgb at home and natura elsewhere, the natura is what CBS would count, and it is elsewhere.
    db = maak_database(
        [*HEEL_2022, *kind("a", leveringsvorm="PGB"), *kind("a", leveringsvorm="ZIN", buurt=BUITEN)]
    )
    assert stappen(db)["Woont buiten de gemeente"].jeugdigen == 1


def test_alleen_hele_jaren_met_een_cijfer_van_het_cbs(maak_database):
    tabel = TABELLEN["brug"].functie
    db = maak_database([*HEEL_2022, *reeks("b", "2023-01", "2023-12")])
    assert set(tabel(db, Filter())["jaar"]) == {2022}  # of 2023 CBS has no figure here
    assert tabel(db, Filter(jaar=(2023,))).empty
    deels = maak_database(reeks("a", "2022-02", "2022-12"))
    assert tabel(deels, Filter()).empty


def test_met_een_ander_filter_is_er_niets_te_vergelijken(maak_database):
    db = maak_database(HEEL_2022)
    for f in (Filter(segment=("Segment Jeugd Ambulant",)), Filter(maand=(1,)), Filter(wijk=("Centrum",))):
        assert TABELLEN["brug"].functie(db, f).empty


def test_wat_niet_te_tellen_is_staat_genoemd_zonder_getal(maak_database):
    tabel = TABELLEN["brug"].functie(maak_database(HEEL_2022), Filter())
    genoemd = tabel[tabel["niveau"] == "genoemd"]
    assert genoemd["jeugdigen"].tolist()[0] == 0  # only LTA can be counted
    assert all(pd.isna(n) for n in genoemd["jeugdigen"].tolist()[1:])
    assert any("lokale team" in stap for stap in genoemd["stap"])


def test_cijfers_van_het_cbs_per_gemeente():
    assert met_jeugdzorg("GM0935") == {2021: 2855, 2022: 2755}
    assert met_jeugdzorg("GM0358") == {2022: 870}  # Aalsmeer, of the table of gemeenten
    assert met_jeugdzorg("GM9999") == {}
