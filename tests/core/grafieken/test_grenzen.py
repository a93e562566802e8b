"""Centre, width and hatching of an area, on shapes that can be checked by hand."""

from __future__ import annotations

import pytest

from core.grafieken.grenzen import arcering, breedte, kader, midden, vlakken

VIERKANT = [(5.0, 50.0), (5.4, 50.0), (5.4, 50.2), (5.0, 50.2), (5.0, 50.0)]
# Two legs standing on a beam: a slanted line crosses both legs and the gap between them.
U_VORM = [(0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3), (0, 0)]


def test_midden_van_een_rechthoek_is_het_kruispunt_van_de_diagonalen() -> None:
    assert midden(VIERKANT) == pytest.approx((5.2, 50.1))


def test_midden_weegt_naar_oppervlak_niet_naar_hoekpunten() -> None:
    met_extra_punten = [*VIERKANT[:1], (5.1, 50.0), (5.2, 50.0), (5.3, 50.0), *VIERKANT[1:]]
    assert midden(met_extra_punten) == pytest.approx((5.2, 50.1))


def test_breedte_is_twee_keer_de_kortste_kant() -> None:
    assert breedte(VIERKANT, (5.2, 50.1)) == pytest.approx(0.4)
    assert breedte(VIERKANT, (5.1, 50.1)) == pytest.approx(0.2)


def test_breedte_buiten_het_vlak_is_nul() -> None:
    assert breedte(VIERKANT, (6.0, 51.0)) == 0


def test_arcering_blijft_binnen_het_vlak() -> None:
    lijnen = arcering([VIERKANT], afstand=0.05)
    assert len(lijnen) >= 5
    for x, y in (punt for lijn in lijnen for punt in lijn):
        assert 5.0 - 1e-4 <= x <= 5.4 + 1e-4
        assert 50.0 - 1e-4 <= y <= 50.2 + 1e-4


def test_arcering_slaat_een_inham_over() -> None:
    for (x1, y1), (x2, y2) in arcering([[(float(x), float(y)) for x, y in U_VORM]], afstand=0.25):
        assert not (1 < (x1 + x2) / 2 < 2 and (y1 + y2) / 2 > 1.01)


def test_alle_44_buurten_hebben_een_vlak_binnen_het_kader() -> None:
    (west, zuid), (oost, noord) = kader()
    assert len({v.buurtcode for v in vlakken()}) == 44
    for vlak in vlakken():
        assert west < vlak.midden[0] < oost and zuid < vlak.midden[1] < noord
        assert vlak.arcering
