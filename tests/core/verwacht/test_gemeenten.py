"""The bundled model: what the documentation and the page claim about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.referentie import gebieden
from core.referentie.gebieden import Gebiedssoort
from core.verwacht import gemeenten as g
from core.verwacht.bijdragen import opbouw
from core.verwacht.kaart import coefficienten
from core.verwacht.kenmerken import KENMERKEN
from core.verwacht.keuze import kies
from core.verwacht.ventielen import staven
from core.verwacht.vormen import Vorm, gemeenten

DOC = (Path(__file__).parents[3] / "docs" / "model_verwacht.md").read_text(encoding="utf-8")
VORMEN = pytest.mark.parametrize("vorm", list(Vorm))


@VORMEN
def test_interval_dekt_tussen_92_en_98_procent(vorm: Vorm) -> None:
    assert 92 <= g.kaart(vorm).dekking_pct <= 98


@VORMEN
def test_beter_dan_het_gemiddelde_en_niet_aantoonbaar_slechter_dan_kleinste_kwadraten(vorm: Vorm) -> None:
    kaart = g.kaart(vorm)
    assert kaart.rmse_pp < 0.87 * kaart.rmse_gemiddelde_pp
    assert kaart.r2 > kaart.r2_kleinste_kwadraten or "kan toeval zijn" in kaart.vergelijking


@VORMEN
def test_de_keuze_van_kenmerken_is_na_te_doen(vorm: Vorm) -> None:
    tekens = {k.naam: k.teken for k in KENMERKEN.values()}
    assert tuple(s.kenmerk for s in kies(gemeenten(vorm, tuple(KENMERKEN)), tekens)) == vorm.kenmerken


@VORMEN
def test_tekens_zijn_die_van_wat_is_gepubliceerd(vorm: Vorm) -> None:
    for c in coefficienten(g.landelijk_model(vorm)):
        assert c.waarde * KENMERKEN[c.kenmerk].teken >= 0


@VORMEN
def test_de_tabel_in_de_documentatie_klopt(vorm: Vorm) -> None:
    naam = "jeugdzorg, total" if vorm is Vorm.JEUGDZORG else vorm.value
    (rij,) = re.findall(rf"^\| {naam} \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) %", DOC, re.M)  # fmt: skip
    k = g.kaart(vorm)
    echt = (
        k.gebieden,
        k.r2,
        k.r2_kleinste_kwadraten,
        k.rmse_pp,
        k.rmse_gemiddelde_pp,
        k.r2_met_regio,
        k.dekking_pct,
    )
    for tekst, waarde in zip(rij, echt, strict=True):
        decimalen = len(tekst.partition(".")[2])
        assert float(tekst) == pytest.approx(waarde, abs=0.51 * 10**-decimalen)


@VORMEN
def test_bijdragen_van_elke_gemeente_tellen_op(vorm: Vorm) -> None:
    model = g.landelijk_model(vorm)
    for cijfer in g.per_gemeente(vorm):
        o = opbouw(model, cijfer.code)
        assert o.begin_pct + sum(b.pp for b in o.bijdragen) == pytest.approx(cijfer.verwacht_pct, abs=0.01)


def test_maastricht_in_jeugdhulp() -> None:
    cijfer = g.van_gebied(Vorm.JEUGDHULP, "GM0935")
    assert cijfer.werkelijk_pct == pytest.approx(17.1)
    assert cijfer.verwacht_pct == pytest.approx(16.5, abs=0.05)
    assert cijfer.noemer == pytest.approx(15_300, abs=50)
    assert not cijfer.buiten
    assert abs(g.regio_aandeel_pp(Vorm.JEUGDHULP, "GM0935")) < 0.5


@VORMEN
def test_alle_gemeenten_samen_zijn_nederland(vorm: Vorm) -> None:
    """Summed by hand over the gemeenten with a figure, and over the provinces."""
    nederland = g.van_gebied(vorm, "NL")
    los = [c for c in g.per_gemeente(vorm) if c.werkelijk_pct is not None]
    assert nederland.noemer == pytest.approx(sum(c.noemer for c in los))
    assert nederland.gebruikers == pytest.approx(sum(c.gebruikers for c in los))
    assert nederland.verwacht_aantal == pytest.approx(sum(c.verwacht_aantal for c in los))
    provincies = g.per_soort(vorm, Gebiedssoort.PROVINCIE)
    assert nederland.gebruikers == pytest.approx(sum(c.gebruikers for c in provincies))


@pytest.mark.parametrize(
    ("vorm", "maat"), [(Vorm.JEUGDHULP, "pct_jeugdhulp"), (Vorm.JEUGDBESCHERMING, "pct_jeugdbescherming")]
)
def test_nederland_is_wat_het_cbs_voor_nederland_geeft(vorm: Vorm, maat: str) -> None:
    cijfers = gebieden.landelijk()
    rij = cijfers[(cijfers["gebied"] == "Nederland") & (cijfers["maat"] == maat)]
    assert round(g.van_gebied(vorm, "NL").werkelijk_pct, 1) == rij["pct"].item()


def test_noemers_van_nul_tot_achttien_zijn_samen_die_van_nederland() -> None:
    """459,010 users are 13.9 %: 3,302,230 jeugdigen."""
    assert gemeenten(Vorm.JEUGDHULP).noemer.sum() == pytest.approx(459_010 / 0.139)
    assert gemeenten(Vorm.JEUGDZORG).noemer.sum() == pytest.approx(476_560 / 0.108)


def test_werkelijk_is_het_gepubliceerde_percentage() -> None:
    gepubliceerd = gebieden.jeugdzorg().set_index("gemeentecode")["pct_jeugdhulp"]
    for cijfer in g.per_gemeente(Vorm.JEUGDHULP):
        assert cijfer.werkelijk_pct == pytest.approx(gepubliceerd[cijfer.code])


def test_jeugdregios_dekken_en_zijn_elk_een_staaf() -> None:
    regios = g.per_soort(Vorm.JEUGDHULP, Gebiedssoort.JEUGDREGIO)
    assert len(regios) == 42
    assert sum(r.buiten for r in regios) <= 4
    assert len(staven({r.code: r.verschil_pp for r in regios})) == 42
    assert len(staven({c.code: c.verschil_pp for c in g.per_gemeente(Vorm.JEUGDHULP)})) == 20


def test_gemeente_zonder_kenmerk_is_onbekend_en_telt_in_geen_groep_mee() -> None:
    """Weesp has no figure on income; it lies in Noord-Holland."""
    weesp = g.van_gebied(Vorm.JEUGDBESCHERMING, "GM0457")
    assert (weesp.werkelijk_pct, weesp.zonder) == (None, ("Weesp",))
    assert "Weesp" in g.van_gebied(Vorm.JEUGDBESCHERMING, "PV27").zonder
    assert g.regio_aandeel_pp(Vorm.JEUGDBESCHERMING, "GM0457") is None


def test_onbekende_code() -> None:
    with pytest.raises(KeyError):
        g.van_gebied(Vorm.JEUGDHULP, "GM9999")
