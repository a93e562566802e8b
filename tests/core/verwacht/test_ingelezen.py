"""What a person read in takes the place of what came with the app."""

from __future__ import annotations

import numpy as np
import pytest

from core.inlezen.bijlagen.gebiedscijfers import GEBRUIK, VERWACHTING
from core.onthulling import naast_elkaar, opbouw_tabel, verwacht_tabel
from core.referentie.gebieden import Gebiedssoort, gebieden, gemeentenamen, regio_van
from core.verwacht.beeld import beeld, jaren
from core.verwacht.ingelezen import NIETS, Ingelezen, Regel, uit_rijen
from core.verwacht.vormen import Vorm

EIGEN = beeld(Vorm.JEUGDHULP)
NJI = "NJi, verwacht gebruik"
KLEIN = next(g for g in gebieden() if len(g.gemeenten) == 2)


def verwachting(pct: dict[str, float], jaar: int = 2022) -> list[Regel]:
    return [Regel(VERWACHTING, c, jaar, Vorm.JEUGDHULP, NJI, w) for c, w in pct.items()]


def gebruik(pct: dict[str, float], jaar: int, noemer: float | None = None) -> list[Regel]:
    return [Regel(GEBRUIK, c, jaar, Vorm.JEUGDHULP, "CBS 2023", w, noemer) for c, w in pct.items()]


def van(*regels: Regel, jaar: int = 2022):
    return beeld(Vorm.JEUGDHULP, jaar, Ingelezen(regels))


def test_een_verwachting_van_anderen_neemt_de_plaats_in_van_de_eigen() -> None:
    deze = van(*verwachting(dict.fromkeys(gemeentenamen(), 15.0)))
    maastricht = deze.van("GM0935")
    assert (maastricht.verwacht_pct, maastricht.laag, maastricht.hoog) == (15.0, None, None)
    assert maastricht.werkelijk_pct == pytest.approx(17.1)
    assert maastricht.verschil_pp == pytest.approx(2.1)
    assert deze.van("NL").verwacht_pct == pytest.approx(15.0)
    assert deze.van("NL").werkelijk_pct == pytest.approx(EIGEN.van("NL").werkelijk_pct)
    assert (deze.opbouw("GM0935"), deze.regio_pp("GM0935")) == (None, None)
    assert NJI in naast_elkaar(deze, ("NL",)).bron and "eigen" not in naast_elkaar(deze, ("NL",)).bron
    assert len(opbouw_tabel(deze, "GM0935")) == 0
    assert deze.gelijkend("GM0935") == EIGEN.gelijkend("GM0935")


def test_een_regio_telt_haar_gemeenten_op_met_de_hand() -> None:
    een, twee = KLEIN.gemeenten
    deze = van(*verwachting({een: 10.0, twee: 20.0}))
    n, m = EIGEN.van(een).noemer, EIGEN.van(twee).noemer
    assert deze.van(KLEIN.code).verwacht_pct == pytest.approx((10 * n + 20 * m) / (n + m))


def test_een_eigen_rij_van_een_regio_gaat_voor_de_som() -> None:
    een, twee = KLEIN.gemeenten
    deze = van(*verwachting({een: 10.0, twee: 20.0, KLEIN.code: 12.0}))
    assert deze.van(KLEIN.code).verwacht_pct == 12.0


def test_met_te_weinig_gemeenten_heeft_een_regio_geen_verwachting() -> None:
    """Of the whole country only Maastricht: less than 90 % of the jeugdigen."""
    deze = van(*verwachting({"GM0935": 15.0}))
    assert deze.van("NL").verwacht_pct is None
    assert deze.van("NL").werkelijk_pct == pytest.approx(EIGEN.van("NL").werkelijk_pct)
    assert deze.van("GM0917").verwacht_pct is None and deze.van("GM0917").werkelijk_pct is not None


def test_een_ander_jaar_met_gebruik_en_noemer() -> None:
    deze = van(*verwachting({"GM0935": 15.0}, 2023), *gebruik({"GM0935": 18.0}, 2023, 10_000), jaar=2023)
    maastricht = deze.van("GM0935")
    assert (maastricht.werkelijk_pct, maastricht.noemer, maastricht.aantal) == (
        18.0,
        10_000,
        pytest.approx(300),
    )
    assert deze.van("GM0917").werkelijk_pct is None  # CBS of 2022 says nothing about 2023
    assert "CBS 2023" in deze.bron


def test_nieuw_gebruik_zonder_verwachting_schat_het_eigen_model_op_dat_jaar() -> None:
    """Twice the use of 2022 everywhere: about twice the expectation."""
    dubbel = {c.code: 2 * c.werkelijk_pct for c in EIGEN.gemeenten()}
    deze = van(*gebruik(dubbel, 2023), jaar=2023)
    assert not deze.ingelezen
    assert deze.van("GM0935").verwacht_pct == pytest.approx(2 * EIGEN.van("GM0935").verwacht_pct, rel=0.05)
    assert deze.van("GM0935").laag is not None


def test_een_jaar_met_een_enkele_gemeente_breekt_niets() -> None:
    deze = van(*gebruik({"GM0935": 18.0}, 2023), jaar=2023)
    assert deze.van("GM0935").werkelijk_pct == 18.0
    assert deze.opbouw("GM0935") is None
    assert deze.van("NL").verwacht_pct is None


def test_jaren_zijn_2022_en_wat_is_ingelezen() -> None:
    alles = Ingelezen((*verwachting({"GM0935": 15.0}, 2023), *gebruik({"GM0935": 1.0}, 2020)))
    assert jaren(Vorm.JEUGDHULP, alles) == (2023, 2022, 2020)
    assert jaren(Vorm.JEUGDZORG, alles) == jaren(Vorm.JEUGDHULP, NIETS) == (2022,)


def kenmerk(naam: str, waarden: dict[str, float]) -> list[Regel]:
    return [Regel(naam, c, 2022, None, "KWB 2021", w) for c, w in waarden.items()]


def test_een_eigen_kenmerk_dat_helpt_wordt_gekozen_en_draagt_bij() -> None:
    """It is the actual use with some noise: no better characteristic can be had."""
    ruis = np.random.default_rng(1).normal(0, 1, 345)
    waarden = {c.code: c.werkelijk_pct + r for c, r in zip(EIGEN.gemeenten(), ruis, strict=True)}
    deze = van(*kenmerk("kenmerk_goed", waarden))
    assert deze.gekozen[0].kenmerk == "kenmerk_goed"
    assert deze.kaart.r2 > EIGEN.kaart.r2 + 0.3
    assert 92 <= deze.kaart.dekking_pct <= 98
    assert "kenmerk_goed" in [b.kenmerk for b in deze.opbouw("GM0935").bijdragen]
    assert "Goed" in [r["kenmerk"] for r in opbouw_tabel(deze, "GM0935").rijen()]
    assert "KWB 2021" in naast_elkaar(deze, ("NL",)).bron


def test_een_eigen_kenmerk_van_toeval_wordt_niet_gekozen_en_dat_staat_er() -> None:
    ruis = np.random.default_rng(2).normal(0, 1, 345)
    deze = van(*kenmerk("kenmerk_toeval", dict(zip(gemeentenamen(), ruis, strict=True))))
    assert deze.model.ontwerp.kenmerken == EIGEN.model.ontwerp.kenmerken
    assert any("niet gekozen" in zin and "kenmerk_toeval" in zin for zin in deze.meldingen)


@pytest.mark.parametrize("waarden", [dict.fromkeys(gemeentenamen(), 5.0), {"GM0935": 1.0, "GM0917": 2.0}])
def test_een_kenmerk_dat_overal_gelijk_of_bijna_nergens_bekend_is_doet_niet_mee(
    waarden: dict[str, float],
) -> None:
    deze = van(*kenmerk("kenmerk_x", waarden))
    assert deze.van("GM0935").verwacht_pct == pytest.approx(EIGEN.van("GM0935").verwacht_pct)
    assert any("kenmerk_x" in zin for zin in deze.meldingen)


def test_een_kopie_van_een_meegeleverd_kenmerk_breekt_niets() -> None:
    z = EIGEN.model.ontwerp.x[:, 1]
    deze = van(*kenmerk("kenmerk_kopie", dict(zip(EIGEN.model.gebieden.codes, z, strict=True))))
    assert deze.kaart.r2 == pytest.approx(EIGEN.kaart.r2, abs=1e-6)


def test_een_gemeente_zonder_het_gekozen_kenmerk_wordt_genoemd() -> None:
    waarden = {c.code: c.werkelijk_pct for c in EIGEN.gemeenten() if c.code != "GM0935"}
    deze = van(*kenmerk("kenmerk_goed", waarden))
    assert deze.van("GM0935").verwacht_pct is None
    limburg = regio_van("GM0935", Gebiedssoort.JEUGDREGIO).code
    assert deze.van(limburg).zonder == ("Maastricht",)


def test_tabel_verwacht_heeft_een_regel_per_gemeente_en_jaar() -> None:
    tabel = verwacht_tabel(Vorm.JEUGDHULP, Ingelezen(tuple(verwachting({"GM0935": 15.0}, 2023))))
    assert len(tabel.alleen(jaar=2022)) == 345
    (rij,) = tabel.alleen(jaar=2023).rijen()
    assert (rij["gebied"], rij["verwacht_pct"], rij["laag"]) == ("Maastricht", 15.0, None)
    assert NJI in tabel.bron


def test_rijen_van_een_versie_worden_regels() -> None:
    rij = {
        "wat": "kenmerk_x",
        "gebied": "GM0935",
        "jaar": 2022,
        "vorm": "alle vormen",
        "bron": "b",
        "waarde": 1.0,
    }
    assert uit_rijen([rij]).regels == (Regel("kenmerk_x", "GM0935", 2022, None, "b", 1.0),)
    assert uit_rijen([]) is NIETS


@pytest.mark.parametrize("pct", [0.0, 100.0, 12.0])
def test_overal_hetzelfde_gebruik_met_een_eigen_kenmerk_breekt_niets(pct: float) -> None:
    overal = gebruik(dict.fromkeys(gemeentenamen(), pct), 2022)
    deze = van(*overal, *kenmerk("kenmerk_x", {c: float(n) for n, c in enumerate(gemeentenamen())}))
    assert deze.gekozen == ()
    assert deze.van("NL").werkelijk_pct == pytest.approx(pct)
    assert deze.van("GM0935").verwacht_pct == pytest.approx(pct, abs=1e-3)
    assert deze.kaart.r2 is None


def test_kenmerken_van_een_jaar_zonder_gebruik_doen_niet_mee_en_dat_staat_er() -> None:
    regels = [Regel("kenmerk_x", c, 2023, None, "KWB", float(n)) for n, c in enumerate(gemeentenamen())]
    deze = van(*verwachting({"GM0935": 15.0}, 2023), *regels, jaar=2023)
    assert deze.van("GM0935").verwacht_pct == 15.0
    assert any("Van 0 gemeenten" in zin for zin in deze.meldingen)
