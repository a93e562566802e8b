"""Verwacht en werkelijk: one area beside what was expected of it, among all others, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from core.export.figuur import openbaar
from core.inlezen.leveringen import Aangeboden, Opties, laad, lees, terug_bijlage
from core.onthulling import MATEN
from core.opslag import Opslag
from core.opslag.gesprekken import Actie, Actiesoort, Gesprek, Gesprekken, Vraag
from core.referentie.gebieden import gebieden, gemeentenamen
from core.verwacht.beeld import beeld
from core.verwacht.ventielen import staven
from core.verwacht.vormen import Vorm
from pages.onderdelen import bron
from tests.pages.conftest import alles

PAGINA = "pages/dashboard/verwacht_werkelijk.py"
MAASTRICHT = "Maastricht (gemeente)"
Openen = Callable[..., AppTest]


def grafiek(at: AppTest, alt: str) -> list[dict]:
    """The rows of the chart whose text for who cannot see it holds `alt`."""
    (proto,) = [g.proto for g in at.get("vega_lite_chart") if alt in g.proto.alt]
    return pa.ipc.open_stream(proto.data.data).read_all().to_pylist()


def koppen(at: AppTest) -> list[str]:
    return [s.value for s in at.subheader]


def test_zonder_keuze_staat_er_wat_te_doen_is_en_de_eigen_gemeente_voorop(
    open_app: Openen, tmp_path: Path
) -> None:
    at = open_app(tmp_path, PAGINA)
    assert not at.exception
    assert "Kies hierboven een gemeente" in alles(at)
    assert koppen(at) == []
    assert at.selectbox(key="gebied").options[0] == MAASTRICHT
    assert at.button[0].label == f"Toon {MAASTRICHT}"
    at.button[0].click().run()
    assert "In Maastricht had 17,1" in alles(at)


def test_zonder_ingelezen_declaraties_werkt_alles(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    assert not at.exception
    assert "nog geen gegevens ingelezen" not in alles(at)
    assert "Waarom deze verwachting? (2022)" in koppen(at)


@pytest.mark.parametrize("vorm", [v.titel for v in Vorm])
@pytest.mark.parametrize(
    "titel", [MAASTRICHT, "Zuid-Limburg (jeugdregio)", "Limburg (provincie)", "Nederland", "Vlieland (gemeente)"]
)  # fmt: skip
def test_elk_gebied_en_elke_vorm(open_app: Openen, tmp_path: Path, titel: str, vorm: str) -> None:
    at = open_app(tmp_path, PAGINA, gebied=titel, vorm=vorm)
    assert not at.exception
    assert titel.split(" (")[0] in next(m.value for m in at.markdown if m.value.startswith("###"))
    assert "een verschil is geen oordeel" in alles(at)
    assert "vanaf 2021 melden meer aanbieders" in alles(at)
    assert "wie geen bekend adres heeft telt mee bij de gemeente" in alles(at)


def test_kerncijfers_zijn_die_van_het_model(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    c = beeld(Vorm.JEUGDHULP).van("GM0935")
    waarden = {m.label: m.value for m in at.metric}
    assert waarden["Werkelijk"] == "17,1 %"
    assert waarden["Verwacht"] == f"{c.verwacht_pct:.1f} %".replace(".", ",")
    assert waarden["Verschil in jeugdigen"] == f"+{round(c.aantal)}"


@pytest.mark.parametrize("maat", list(MATEN))
def test_twintig_staven_met_de_eigen_gemarkeerd_en_omschakelbaar(
    open_app: Openen, tmp_path: Path, maat: str
) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT, staven=MATEN[maat].capitalize())
    rijen = grafiek(at, "staven van laag naar hoog")
    hand = staven({c.code: getattr(c, maat) for c in beeld(Vorm.JEUGDHULP).gemeenten()})
    assert len(rijen) == 20
    assert [r["waarde"] for r in rijen] == [pytest.approx(s.gemiddelde, abs=1e-4) for s in hand]
    assert [r["eigen"] for r in rijen] == ["GM0935" in s.codes for s in hand]
    assert [r["naam"] for r in rijen if r["eigen"]] == ["Maastricht"]


def test_bij_een_jeugdregio_is_elke_jeugdregio_een_staaf(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied="Zuid-Limburg (jeugdregio)")
    assert len(grafiek(at, "staven van laag naar hoog")) == 42
    assert "van 42 jeugdregio's" in alles(at)


def test_een_ander_gebied_ernaast(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT, naast="Heerlen (gemeente)")
    namen = list(dict.fromkeys(r["gebied"] for r in grafiek(at, "Werkelijk en verwacht gebruik")))
    assert namen == [
        MAASTRICHT, "Heerlen (gemeente)", "Zuid-Limburg (jeugdregio)", "Limburg (provincie)", "Nederland"
    ]  # fmt: skip


def test_bijdragen_tellen_zichtbaar_op(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    rijen = grafiek(at, "Inwoners met een uitkering")
    assert [r["van"] for r in rijen[1:]] == [r["tot"] for r in rijen[:-1]]
    assert rijen[-1]["tot"] == pytest.approx(beeld(Vorm.JEUGDHULP).van("GM0935").verwacht_pct, abs=0.01)
    assert "geldt 0,0 procentpunt voor de hele jeugdregio Zuid-Limburg" in alles(at)


def test_over_de_jaren_breekt_de_lijn_in_2021(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT, vorm="Jeugdzorg totaal")
    land = [r for r in grafiek(at, "Percentage per jaar") if r["reeks"].startswith("Nederland")]
    assert [r["jaar"] for r in land if not r["deel"]] == [2016, 2017, 2018, 2019, 2020]
    assert [r["jaar"] for r in land if r["deel"]] == [2021, 2022, 2023, 2024]
    assert "2.855 in 2021 en 2.755 in 2022" in alles(at)


def test_modelkaart_en_toelichting_staan_op_de_pagina(open_app: Openen, tmp_path: Path) -> None:
    tekst = alles(open_app(tmp_path, PAGINA, gebied=MAASTRICHT))
    for zin in (
        "eigen indicatief model, niet het NJi-model",
        "kleinste kwadraten",
        "Niet om budget te verdelen",
    ):
        assert zin in tekst
    assert "95,7 %" in tekst


def test_een_gemeente_zonder_cijfer_staat_er_netjes(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied="Weesp (gemeente)", vorm="Jeugdbescherming")
    assert not at.exception
    assert "geen cijfers bekend" in alles(at)
    assert "Weesp staat er niet tussen" in alles(at)


def test_een_eigen_gemeente_die_niet_meer_bestaat(open_app: Openen, tmp_path: Path) -> None:
    Opslag(tmp_path).zet_instelling("gemeentecode", "GM9999", "proef")
    at = open_app(tmp_path, PAGINA)
    assert not at.exception
    assert [b.label for b in at.button] == ["Toon Nederland"]


def test_elk_gebied_heeft_een_eigen_titel() -> None:
    titels = [g.titel for g in gebieden()]
    assert len(set(titels)) == len(titels)


def schrijf(at: AppTest, begin: str, **teksten: str) -> None:
    """Fill in the fields of the open form by the end of their keys."""
    velden = [*at.text_area, *at.text_input]
    for naam, tekst in teksten.items():
        (veld,) = [v for v in velden if str(v.key).startswith(begin) and str(v.key).endswith(naam)]
        veld.set_value(tekst)


def klik(at: AppTest, label: str) -> AppTest:
    return next(b for b in at.button if b.label == label).click().run()


def test_een_gesprek_een_actie_en_de_samenvatting(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    assert "Er is nog geen gesprek over dit beeld vastgelegd" in alles(at)
    schrijf(at, "gesprek-", herkennen="Ja, in West <b>", wie="scholen")
    klik(at, "Gesprek bewaren")
    assert not at.exception
    assert "Ja, in West &lt;b&gt;" in alles(at) and "Het gesprek is bewaard" in alles(at)
    klik(at, "Maak er een actie van")
    schrijf(at, "actie-", titel="POH jeugd", wie="Team Jeugd")
    klik(at, "Actie bewaren")
    blad = next(h.value for h in at.html if 'class="samenvatting"' in str(h.value))
    for zin in ("Ja, in West &lt;b&gt;", "scholen", "POH jeugd", "Team Jeugd", "17,1", "Bron: CBS"):
        assert zin in blad
    assert [r["wat"] for r in Opslag(tmp_path).logboek()] == ["actie bewaard", "gesprek bewaard"]


def test_een_gesprek_wijzigen_en_verwijderen(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    schrijf(at, "gesprek-", vinden="Te veel")
    klik(at, "Gesprek bewaren")
    klik(at, "Wijzigen")
    schrijf(at, "gesprek-", vinden="Precies goed")
    klik(at, "Gesprek bewaren")
    assert "Precies goed" in alles(at) and "Te veel" not in alles(at)
    klik(at, "Verwijderen")
    klik(at, "Nee, laten staan")
    assert "Precies goed" in alles(at)
    klik(at, "Verwijderen")
    klik(at, "Ja, verwijderen")
    assert "Precies goed" not in alles(at)
    assert Gesprekken(tmp_path).gesprekken("GM0935", 2022, "jeugdhulp") == []


def test_een_actie_wijzigen_en_verwijderen(open_app: Openen, tmp_path: Path) -> None:
    winkel = Gesprekken(tmp_path)
    van = winkel.bewaar_gesprek(Gesprek("GM0935", 2022, "jeugdhulp", date(2024, 5, 1), vinden="veel"), "anna")
    winkel.bewaar_actie(Actie(van.nummer, Vraag.VINDEN, Actiesoort.BELEID, "Oud plan"), "anna")
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    klik(at, "Actie wijzigen")
    schrijf(at, "actie-", titel="Nieuw plan")
    klik(at, "Actie bewaren")
    assert [a.titel for a in winkel.acties([van.nummer])] == ["Nieuw plan"]
    klik(at, "Actie verwijderen")
    klik(at, "Ja, verwijderen")
    assert winkel.acties([van.nummer]) == []


def test_een_bsn_wordt_geweigerd_en_de_tekst_blijft_staan(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    schrijf(at, "gesprek-", vinden="Het gaat om 123456782")
    klik(at, "Gesprek bewaren")
    assert "Haal het weg" in at.error[0].value
    assert any(v.value == "Het gaat om 123456782" for v in at.text_area)
    assert Gesprekken(tmp_path).gesprekken("GM0935", 2022, "jeugdhulp") == []


def test_gesprekken_horen_bij_hun_gebied_en_vorm(open_app: Openen, tmp_path: Path) -> None:
    Gesprekken(tmp_path).bewaar_gesprek(
        Gesprek("GM0935", 2022, "jeugdhulp", date(2024, 5, 1), vinden="alleen hier"), "anna"
    )
    assert "alleen hier" in alles(open_app(tmp_path, PAGINA, gebied=MAASTRICHT))
    assert "alleen hier" not in alles(open_app(tmp_path, PAGINA, gebied=MAASTRICHT, vorm="Jeugdbescherming"))
    assert "alleen hier" not in alles(open_app(tmp_path, PAGINA, gebied="Heerlen (gemeente)"))


NJI = "gebied;jaar;vorm;verwacht_pct;bron;werkelijk_pct\n" + "".join(
    f"{code};{jaar};jeugdhulp;15,0;NJi, verwacht gebruik;{pct}\n"
    for code in gemeentenamen()
    for jaar, pct in ((2022, ""), (2023, "16,0"))
)


def lees_in(map_: Path, naam: str, tekst: str) -> None:
    laad(lees([Aangeboden(naam, tekst.encode())], Opties(), map_=map_))


def test_een_ingelezen_verwachting_met_haar_bron_op_elke_figuur(open_app: Openen, tmp_path: Path) -> None:
    lees_in(tmp_path, "nji.csv", NJI)
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    assert not at.exception
    assert at.selectbox(key="cijferjaar").value == 2023  # the newest year first
    tekst = alles(at)
    assert "16,0\u00a0% van de jeugdigen" in tekst and "waar 15,0\u00a0% te verwachten was" in tekst
    assert "De verwachting is ingelezen" in tekst and "Hoe zeker deze verwachting is, is niet bekend" in tekst
    assert "eigen indicatief model" not in " ".join(c.value for c in at.caption)
    assert "Werkelijk gebruik en aantallen jeugdigen zijn ingelezen" in tekst
    bronnen = [c.value for c in at.caption if c.value.startswith("Bron:")]
    assert bronnen and all("NJi, verwacht gebruik" in b for b in bronnen)
    assert {r["jaar"] for r in grafiek(at, "Percentage per jaar") if r["reeks"] == "Gekozen gebied: jeugdhulp werkelijk"} == {2022, 2023}  # fmt: skip
    at.selectbox(key="cijferjaar").select(2022).run()
    assert "In Maastricht had 17,1" in alles(at) and "waar 15,0" in alles(at)
    at.segmented_control(key="vorm").set_value("jeugdzorg").run()
    assert not at.exception and "Waarom deze verwachting? (2022)" in koppen(at)
    assert "eigen indicatief model" in alles(at)


def test_eigen_kenmerken_staan_met_hun_keuze_op_de_modelkaart(open_app: Openen, tmp_path: Path) -> None:
    rijen = (f"{c.code};2022;{c.werkelijk_pct}\n" for c in beeld(Vorm.JEUGDHULP).gemeenten())
    lees_in(tmp_path, "kenmerken.csv", "gemeente;jaar;kenmerk_gebruik_elders\n" + "".join(rijen))
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    assert not at.exception
    assert "Gebruik elders" in alles(at)
    assert "Gekozen uit de meegeleverde en de ingelezen kenmerken" in alles(at)
    assert any(r["kenmerk"] == "Gebruik elders" for r in grafiek(at, "Gebruik elders"))


def test_terugdraaien_brengt_het_eigen_model_terug(open_app: Openen, tmp_path: Path) -> None:
    lees_in(tmp_path, "nji.csv", NJI)
    terug_bijlage(1, "proef", tmp_path)
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    assert "waar 16,5" in alles(at) and not [s for s in at.selectbox if s.key == "cijferjaar"]


def test_een_bestand_dat_wordt_gemaakt_staat_in_het_logboek(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JEUGD_DATA", str(tmp_path))
    maak = bron.gelogd("verwacht-staven", lambda: b"inhoud")
    assert Opslag(tmp_path).logboek() == []
    assert maak() == b"inhoud"
    assert [(r["wat"], r["details"]) for r in Opslag(tmp_path).logboek()] == [
        ("export", {"tabel": "verwacht-staven"})
    ]


def test_wat_meegaat_heeft_de_bevinding_als_titel(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, gebied=MAASTRICHT)
    zinnen = {sleutel: openbaar(stuk).zin for sleutel, stuk in at.session_state["_stukken"].items()}
    assert zinnen["naast-figuur"].startswith("In Maastricht (gemeente) had 17,1")
    assert zinnen["staven-figuur"].startswith("Maastricht staat in staaf 13 van 20")
    assert "naar 16,5 % in Maastricht; het meeste komt door" in zinnen["opbouw-figuur"]
    assert (
        zinnen["ijking-figuur"]
        == "Op gemeenten die het niet zag verklaart het model 29 % van de verschillen."
    )
    assert all("?" not in zin for sleutel, zin in zinnen.items() if sleutel != "modelkaart")
