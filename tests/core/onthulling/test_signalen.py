"""Deviations tell only what is shown, whoever looks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.onthulling import Drempels, beveilig, naar_buiten, signalen, tabel
from core.onthulling.signalen import al_gedeclareerd, als_reeksen, signalen_van
from core.sturing.signalen import Gevonden, Maat, Signaal
from tests.core.onthulling.sprong import KLEIN, SPRONG, met_sprong
from tests.core.onthulling.test_tabellen import STURING


@pytest.fixture
def db(maak_database):
    return maak_database(met_sprong())


def test_de_sprong_wordt_gevonden_met_zijn_geschiedenis_ernaast(db) -> None:
    van = signalen(db, Rol.STURING, Drempels())
    plek = [van.lijst.cel("naam", n) for n in range(len(van.lijst))].index(SPRONG)
    assert van.lijst.cel("jeugdigen", plek) == 60 and van.lijst.cel("jeugdigen_verwacht", plek) in (30, 31)
    reeks = van.reeksen[plek]
    assert len(reeks) == 12 and reeks.cel("jeugdigen", 11) == 60
    assert [reeks.cel("jeugdigen_verwacht", n) is None for n in range(12)] == [True] * 11 + [False]


def test_een_verborgen_kwartaal_is_voor_de_toets_onbekend(db) -> None:
    van = als_reeksen("aanbieder", tabel(db, "kwartalen-aanbieder", Filter(), Rol.STURING), {})
    klein = van.namen.index((KLEIN,))
    assert np.isnan(van.jeugdigen[klein]).all() and np.isnan(van.per_jeugdige[klein]).all()
    assert van.laatste.tolist() == [11] * 6


def test_welk_deel_van_een_kwartaal_binnen_is() -> None:
    # January: 80 of 100 is in; February: all 60. Together 140 of 160; the other segment is whole.
    exact = pd.DataFrame(
        [("2023-01", "A", 9, 80.0, 80.0, False), ("2023-02", "A", 9, 60.0, 100.0, False), ("2023-02", "B", 9, 40.0, None, False)],
        columns=[k.naam for k in TABELLEN["kosten-per-maand"].kolommen],
    )  # fmt: skip
    van = beveilig(TABELLEN["kosten-per-maand"], exact, STURING)
    binnen = al_gedeclareerd(van)
    assert binnen == {
        ("A", "2023 K1"): pytest.approx(140 / 160),
        ("B", "2023 K1"): 1,
        ("", "2023 K1"): pytest.approx(180 / 200),
    }


def test_een_val_onder_de_drempel_noemt_geen_getal(maak_database) -> None:
    van = signalen(maak_database(met_sprong(3)), Rol.STURING, Drempels())
    assert SPRONG not in {van.lijst.cel("naam", n) for n in range(len(van.lijst))}


def test_wie_stopt_is_een_signaal_met_nul_jeugdigen(maak_database) -> None:
    van = signalen(maak_database(met_sprong(0)), Rol.STURING, Drempels())
    plek = [van.lijst.cel("naam", n) for n in range(len(van.lijst))].index(SPRONG)
    assert van.lijst.cel("jeugdigen", plek) == 0 and van.lijst.cel("kosten_per_jeugdige", plek) is None
    # Three months of € 100 each was what a jeugdige cost before.
    assert van.lijst.cel("kosten_verschil", plek) == 300 * van.lijst.cel("jeugdigen_verschil", plek)
    reeks = van.reeksen[plek]
    assert (reeks.cel("kwartaal", 11), reeks.cel("jeugdigen", 11)) == ("2023 K4", 0)


def test_lezer_ziet_dezelfde_signalen_op_vijftallen(db) -> None:
    exact, rond = (signalen(db, rol, Drempels()).lijst for rol in (Rol.STURING, Rol.LEZER))
    namen = [{(t.cel("dimensie", n), t.cel("naam", n)) for n in range(len(t))} for t in (exact, rond)]
    assert namen[0] == namen[1]
    kolommen = ("jeugdigen", "jeugdigen_verwacht", "jeugdigen_laag", "jeugdigen_hoog", "jeugdigen_verschil")
    assert all((rond.cel(k, n) or 0) % 5 == 0 for k in kolommen for n in range(len(rond)))


def test_een_bestand_is_afgerond_ook_voor_sturing(db) -> None:
    van = signalen(db, Rol.STURING, Drempels())
    buiten = naar_buiten(db, van.lijst)
    assert len(buiten) == len(van.lijst)
    assert all((buiten.cel("jeugdigen_verwacht", n) or 0) % 5 == 0 for n in range(len(buiten)))
    reeks = naar_buiten(db, van.reeksen[0])
    assert all((reeks.cel("jeugdigen", n) or 0) % 5 == 0 for n in range(len(reeks)))


def test_zonder_gegevens_is_er_niets_te_toetsen(maak_database) -> None:
    van = signalen(maak_database([]), Rol.STURING, Drempels())
    assert (len(van.lijst), van.reeksen, van.getoetst) == (0, (), 0)


def test_afgerond_heeft_een_verwacht_bedrag_twee_cijfers() -> None:
    s = Signaal("aanbieder", ("A",), 2023 * 4 + 3, Maat.KOSTEN_PER_JEUGDIGE, 2437.6, 2210.2, 2688.9, 0.001)
    exact = pd.DataFrame(
        [("A", "2023 K4", 103, 309_000.0, 3000.0, False)],
        columns=[k.naam for k in TABELLEN["kwartalen-aanbieder"].kolommen],
    )
    uit = {}
    for buiten in (False, True):
        van = beveilig(TABELLEN["kwartalen-aanbieder"], exact, replace(STURING, buiten=buiten))
        lijst = signalen_van({"segment": van, "aanbieder": van}, Gevonden((s,), 1)).lijst
        namen = ("verwacht", "laag", "hoog")
        uit[buiten] = [lijst.cel(f"kosten_per_jeugdige_{naam}") for naam in namen] + [
            lijst.cel("kosten_verschil")
        ]
    # 103 × (3000 - 2438); rounded 105 jeugdigen of 309,000 / 105 each
    assert uit[False] == [2438, 2210, 2689, 103 * 562]
    assert uit[True] == [2400, 2200, 2700, pytest.approx(309_000 - 105 * 2400)]
