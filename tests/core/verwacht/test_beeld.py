"""The picture that comes with the app: what the documentation and the page claim about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.referentie import gebieden
from core.referentie.gebieden import Gebiedssoort
from core.verwacht.beeld import beeld
from core.verwacht.bijdragen import opbouw_samen
from core.verwacht.kaart import coefficienten
from core.verwacht.kenmerken import KENMERKEN
from core.verwacht.keuze import kies
from core.verwacht.ventielen import staven
from core.verwacht.vergelijk import groep
from core.verwacht.vormen import Vorm, gemeenten

DOC = (Path(__file__).parents[3] / "docs" / "model_verwacht.md").read_text(encoding="utf-8")
VORMEN = pytest.mark.parametrize("vorm", list(Vorm))


@VORMEN
def test_interval_dekt_tussen_92_en_98_procent(vorm: Vorm) -> None:
    assert 92 <= beeld(vorm).kaart.dekking_pct <= 98


@VORMEN
def test_beter_dan_het_gemiddelde_en_niet_aantoonbaar_slechter_dan_kleinste_kwadraten(vorm: Vorm) -> None:
    kaart = beeld(vorm).kaart
    assert kaart.rmse_pp < 0.87 * kaart.rmse_gemiddelde_pp
    assert kaart.r2 > kaart.r2_kleinste_kwadraten or "kan toeval zijn" in kaart.vergelijking


@VORMEN
def test_de_keuze_van_kenmerken_is_na_te_doen(vorm: Vorm) -> None:
    tekens = {k.naam: k.teken for k in KENMERKEN.values()}
    assert tuple(s.kenmerk for s in kies(gemeenten(vorm, tuple(KENMERKEN)), tekens)) == vorm.kenmerken


@VORMEN
def test_tekens_zijn_die_van_wat_is_gepubliceerd(vorm: Vorm) -> None:
    for c in coefficienten(beeld(vorm).model):
        assert c.waarde * KENMERKEN[c.kenmerk].teken >= 0


@VORMEN
def test_de_tabel_in_de_documentatie_klopt(vorm: Vorm) -> None:
    naam = "jeugdzorg, total" if vorm is Vorm.JEUGDZORG else vorm.value
    (rij,) = re.findall(rf"^\| {naam} \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) %", DOC, re.M)  # fmt: skip
    k = beeld(vorm).kaart
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
    for cijfer in beeld(vorm).gemeenten():
        o = beeld(vorm).opbouw(cijfer.code)
        assert o.begin_pct + sum(b.pp for b in o.bijdragen) == pytest.approx(cijfer.verwacht_pct, abs=0.01)


def test_maastricht_in_jeugdhulp() -> None:
    cijfer = beeld(Vorm.JEUGDHULP).van("GM0935")
    assert cijfer.werkelijk_pct == pytest.approx(17.1)
    assert cijfer.verwacht_pct == pytest.approx(16.5, abs=0.05)
    assert cijfer.noemer == pytest.approx(15_300, abs=50)
    assert not cijfer.buiten
    assert abs(beeld(Vorm.JEUGDHULP).regio_pp("GM0935")) < 0.5


@VORMEN
def test_alle_gemeenten_samen_zijn_nederland(vorm: Vorm) -> None:
    """Summed by hand over the gemeenten with a figure, and over the provinces."""
    nederland = beeld(vorm).van("NL")
    los = [c for c in beeld(vorm).gemeenten() if c.werkelijk_pct is not None]
    assert nederland.noemer == pytest.approx(sum(c.noemer for c in los))
    assert nederland.gebruikers == pytest.approx(sum(c.gebruikers for c in los))
    assert nederland.verwacht_aantal == pytest.approx(sum(c.verwacht_aantal for c in los))
    provincies = beeld(vorm).per_soort(Gebiedssoort.PROVINCIE)
    assert nederland.gebruikers == pytest.approx(sum(c.gebruikers for c in provincies))


@pytest.mark.parametrize(
    ("vorm", "maat"), [(Vorm.JEUGDHULP, "pct_jeugdhulp"), (Vorm.JEUGDBESCHERMING, "pct_jeugdbescherming")]
)
def test_nederland_is_wat_het_cbs_voor_nederland_geeft(vorm: Vorm, maat: str) -> None:
    cijfers = gebieden.landelijk()
    rij = cijfers[(cijfers["gebied"] == "Nederland") & (cijfers["maat"] == maat)]
    assert round(beeld(vorm).van("NL").werkelijk_pct, 1) == rij["pct"].item()


def test_noemers_van_nul_tot_achttien_zijn_samen_die_van_nederland() -> None:
    """459,010 users are 13.9 %: 3,302,230 jeugdigen."""
    assert gemeenten(Vorm.JEUGDHULP).noemer.sum() == pytest.approx(459_010 / 0.139)
    assert gemeenten(Vorm.JEUGDZORG).noemer.sum() == pytest.approx(476_560 / 0.108)


def test_werkelijk_is_het_gepubliceerde_percentage() -> None:
    gepubliceerd = gebieden.jeugdzorg().set_index("gemeentecode")["pct_jeugdhulp"]
    for cijfer in beeld(Vorm.JEUGDHULP).gemeenten():
        assert cijfer.werkelijk_pct == pytest.approx(gepubliceerd[cijfer.code])


def test_jeugdregios_dekken_en_zijn_elk_een_staaf() -> None:
    regios = beeld(Vorm.JEUGDHULP).per_soort(Gebiedssoort.JEUGDREGIO)
    assert len(regios) == 42
    assert sum(r.buiten for r in regios) <= 4
    assert len(staven({r.code: r.verschil_pp for r in regios})) == 42
    assert len(staven({c.code: c.verschil_pp for c in beeld(Vorm.JEUGDHULP).gemeenten()})) == 20


def test_gemeente_zonder_kenmerk_is_onbekend_en_telt_in_geen_groep_mee() -> None:
    """Weesp has no figure on income; it lies in Noord-Holland."""
    weesp = beeld(Vorm.JEUGDBESCHERMING).van("GM0457")
    assert (weesp.werkelijk_pct, weesp.zonder) == (None, ("Weesp",))
    assert "Weesp" in beeld(Vorm.JEUGDBESCHERMING).van("PV27").zonder
    assert beeld(Vorm.JEUGDBESCHERMING).regio_pp("GM0457") is None


def test_onbekende_code() -> None:
    with pytest.raises(KeyError):
        beeld(Vorm.JEUGDHULP).van("GM9999")


@VORMEN
def test_bijdragen_van_een_groep_tellen_op_tot_haar_verwachting(vorm: Vorm) -> None:
    for g in gebieden.gebieden():
        o, cijfer = beeld(vorm).opbouw(g.code), beeld(vorm).van(g.code)
        if o is not None:
            assert o.begin_pct + sum(b.pp for b in o.bijdragen) == pytest.approx(o.verwacht_pct, abs=0.01)
            assert o.verwacht_pct == pytest.approx(cijfer.verwacht_pct, abs=0.01)


def test_opbouw_van_twee_gemeenten_met_de_hand() -> None:
    """A region of two gemeenten: each step is the mean of both, weighed by their jeugdigen."""
    van = beeld(Vorm.JEUGDHULP)
    regio = next(g for g in gebieden.gebieden() if len(g.gemeenten) == 2)
    een, twee = (van.van(c) for c in regio.gemeenten)
    los = [van.opbouw(c) for c in regio.gemeenten]
    for n, stap in enumerate(van.opbouw(regio.code).bijdragen):
        hand = (los[0].bijdragen[n].pp * een.noemer + los[1].bijdragen[n].pp * twee.noemer) / (
            een.noemer + twee.noemer
        )
        assert stap.pp == pytest.approx(hand)


def test_effect_van_de_jeugdregio_alleen_waar_een_gebied_in_een_jeugdregio_ligt() -> None:
    """Of a jeugdregio it is the mean of its gemeenten: between the lowest and the highest."""
    van = beeld(Vorm.JEUGDHULP)
    for g in gebieden.gebieden():
        if g.soort is Gebiedssoort.JEUGDREGIO:
            los = [van.regio_pp(c) for c in g.gemeenten]
            assert min(los) - 1e-9 <= van.regio_pp(g.code) <= max(los) + 1e-9
        elif g.soort is not Gebiedssoort.GEMEENTE:
            assert van.regio_pp(g.code) is None


def test_gelijkende_gebieden_zijn_van_dezelfde_soort() -> None:
    van = beeld(Vorm.JEUGDHULP)
    assert "GM0935" not in van.gelijkend("GM0935")
    assert all(c.startswith("GM") for c in van.gelijkend("GM0935"))
    assert all(c.startswith("PV") for c in van.gelijkend("PV27"))
    assert van.gelijkend("NL") == ()


@VORMEN
def test_gebruikers_van_alle_gemeenten_zijn_die_van_nederland_op_afronding_na(vorm: Vorm) -> None:
    """CBS rounds each gemeente to 5 (jeugdzorg: 461,955 summed, 461,985 published) or to 0.1 %."""
    if vorm is Vorm.JEUGDZORG:
        som = sum(c.gebruikers for c in beeld(vorm).gemeenten() if c.gebruikers is not None)
        assert som == pytest.approx(461_955)
        assert abs(som - 461_985) <= 345 * 2.5
    elif vorm is not Vorm.JEUGDRECLASSERING:  # half of the gemeenten unknown
        heel = gebieden.landelijk().set_index(["gebied", "maat"]).loc["Nederland", "pct"][f"pct_{vorm}"]
        assert abs(beeld(vorm).van("NL").werkelijk_pct - heel) <= 0.05


@given(st.sets(st.sampled_from(sorted(gebieden.gemeentenamen())), min_size=1, max_size=60))
def test_van_welke_gemeenten_ook_tellen_de_bijdragen_op_tot_de_verwachting_samen(codes: set[str]) -> None:
    model = beeld(Vorm.JEUGDBESCHERMING).model
    samen, o = groep(model, "x", "x", codes), opbouw_samen(model, codes)
    assert (o is None) == (samen.verwacht_pct is None)
    if o is not None:
        assert o.begin_pct + sum(b.pp for b in o.bijdragen) == pytest.approx(samen.verwacht_pct, abs=1e-6)
        assert samen.laag < samen.verwacht_pct < samen.hoog
