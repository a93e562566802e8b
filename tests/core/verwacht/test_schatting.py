"""The estimator beside statsmodels, beside fitting again, and beside a known truth."""

from __future__ import annotations

import numpy as np
import pytest

from core.verwacht.schatting import NietTeSchatten, gewichten, glm, schat


def kolommen(g) -> np.ndarray:
    return np.column_stack([np.ones(len(g)), *g.kenmerken.values()])


def test_gelijk_aan_statsmodels_ook_de_standaardfouten(verzin) -> None:
    g = verzin(120, [0.3, -0.2], rho=0.01)
    fit = schat(kolommen(g), g.deel, g.noemer, np.ones((1, 120)))
    uit = glm(kolommen(g), g.deel, g.noemer, float(fit.rho[0]))
    assert fit.coef[0] == pytest.approx(uit.params, abs=1e-9)
    assert np.sqrt(np.diag(fit.covariantie[0])) == pytest.approx(uit.bse, rel=1e-7)
    assert uit.scale == pytest.approx(1)


def test_zonder_een_gebied_is_gelijk_aan_opnieuw_schatten_op_de_rest(verzin) -> None:
    g = verzin(40, [0.3], rho=0.01)
    x, mee = kolommen(g), np.vstack([np.ones(40), 1 - np.eye(40)])
    alle = schat(x, g.deel, g.noemer, mee)
    for n in (0, 17, 39):
        rest = np.arange(40) != n
        los = schat(x[rest], g.deel[rest], g.noemer[rest], np.ones((1, 39)))
        assert alle.coef[n + 1] == pytest.approx(los.coef[0], abs=1e-8)
        assert alle.rho[n + 1] == pytest.approx(los.rho[0], abs=1e-9)


@pytest.mark.parametrize("zaad", range(5))
def test_vindt_de_waarheid_terug(verzin, zaad: int) -> None:
    g = verzin(400, [0.4, -0.25], rho=0.008, zaad=zaad)
    fit = schat(kolommen(g), g.deel, g.noemer, np.ones((1, 400)))
    fout = np.sqrt(np.diag(fit.covariantie[0]))
    assert (np.abs(fit.coef[0] - [-2, 0.4, -0.25]) < 3.5 * fout).all()
    assert (fout < 0.02).all()
    assert fit.rho[0] == pytest.approx(0.008, rel=0.3)


def test_alleen_toeval_tussen_gebieden_geeft_vrijwel_geen_rho(verzin) -> None:
    g = verzin(400, [0.3])
    fit = schat(kolommen(g), g.deel, g.noemer, np.ones((1, 400)))
    assert fit.rho[0] < 0.0002
    assert fit.fi[0] == pytest.approx(1, abs=0.2)


def test_zonder_kenmerken_en_rho_is_het_de_som_gedeeld_door_de_som() -> None:
    """10 + 20 of 100 + 200: with shares alike there is nothing between areas, so 30 / 300."""
    fit = schat(np.ones((2, 1)), np.array([0.1, 0.1]), np.array([100.0, 200.0]), np.ones((1, 2)))
    assert 1 / (1 + np.exp(-fit.coef[0, 0])) == pytest.approx(0.1)
    assert fit.rho[0] == 0


def test_gewicht_van_een_gebied() -> None:
    """n / (1 + (n-1)·rho): 100 with rho 0, 100 / 10.9 with rho 0.1, 1 with rho 1."""
    gewicht = gewichten(np.array([100.0]), np.array([0, 0.1, 1]))[:, 0]
    assert gewicht == pytest.approx([100, 100 / 10.9, 1])


def test_een_kenmerk_dat_alles_voorspelt_geeft_een_nederlandse_zin() -> None:
    x = np.column_stack([np.ones(6), [-3, -2, -1, 1, 2, 3]])
    with pytest.raises(NietTeSchatten, match="voorspellen het gebruik volledig"):
        schat(x, np.array([0, 0, 0, 1, 1, 1.0]), np.full(6, 100.0), np.ones((1, 6)))
