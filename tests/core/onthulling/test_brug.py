"""What leaves of the bridge: its parts add up, so no small one may follow from the others."""

import pytest

from core import onthulling
from core.begrippen import Rol
from core.filters import Filter
from core.onthulling import Drempels
from tests.core.cijfers.test_brug import BUITEN, HEEL_2022, kind


@pytest.fixture
def brug(maak_database):
    def maak(pgb, elders, rol=Rol.STURING):
        regels = [*HEEL_2022]
        for n in range(30):
            regels += kind(f"hier{n}")
        for n in range(pgb):
            regels += kind(f"pgb{n}", leveringsvorm="PGB")
        for n in range(elders):
            regels += kind(f"elders{n}", buurt=BUITEN)
        van = onthulling.tabel(maak_database(regels), "brug", Filter(), rol, Drempels())
        return {
            van.cel("stap", n).split(":")[0]: (van.tekst("jeugdigen", n), van.tekst("onverklaard", n))
            for n in range(len(van))
        }

    return maak


def test_een_kleine_stap_neemt_de_volgende_mee(brug):
    uit = brug(3, 8)
    assert (uit["Alleen pgb"][0], uit["Woont buiten de gemeente"][0]) == ("<5", "verborgen")
    assert uit["Te vergelijken met het CBS"] == ("31", "+2.724")


def test_is_het_de_enige_stap_dan_blijft_ook_de_rest_en_het_onverklaarde_verborgen(brug):
    uit = brug(3, 0)
    assert uit["Te vergelijken met het CBS"] == ("verborgen", "verborgen")
    assert uit["Eigen aantal"][0] == "34"


def test_voor_een_lezer_is_het_verschil_dat_van_de_afgeronde_aantallen(brug):
    assert brug(8, 8, Rol.LEZER)["Te vergelijken met het CBS"] == ("30", "+2.725")
