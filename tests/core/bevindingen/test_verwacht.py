"""The findings of Verwacht en werkelijk: true for every area, and never more than the figures say."""

from __future__ import annotations

import pytest

from core import bevindingen as b
from core.onthulling import (
    OpenbareTabel,
    gelijkend_tabel,
    jaren_tabel,
    naast_elkaar,
    opbouw_tabel,
    staven_tabel,
)
from core.onthulling.openbaar import VERWACHT, Bijschrift, openbare_tabel
from core.referentie.gebieden import Gebiedssoort, gebieden
from core.verwacht.beeld import beeld
from core.verwacht.ingelezen import NIETS
from core.verwacht.kaart import Modelkaart
from core.verwacht.vormen import Vorm

VAN = beeld(Vorm.JEUGDHULP)


def rij(werkelijk: float | None, verwacht: float | None, laag: float | None = None, hoog: float | None = None) -> OpenbareTabel:  # fmt: skip
    pp = None if werkelijk is None or verwacht is None else werkelijk - verwacht
    waarden = ("Proefstad", 2022, werkelijk, verwacht, laag, hoog, pp, None, None, None)
    return openbare_tabel("verwacht", VERWACHT, [waarden], Bijschrift("Proef", "Bron: proef", 2022))


@pytest.mark.parametrize(
    ("tabel", "zin"),
    [
        (rij(12.0, 10.0, 8.0, 13.0), "In Proefstad had 12,0 % van de jeugdigen van 0 tot 18 jaar in 2022 jeugdhulp, waar 10,0 % te verwachten was: 2,0 procentpunt meer, en dat valt binnen wat bij zo'n gebied gewoon is."),
        (rij(14.0, 10.0, 8.0, 13.0), "4,0 procentpunt meer, en dat valt buiten wat bij zo'n gebied gewoon is."),
        (rij(7.0, 10.0, 8.0, 13.0), "3,0 procentpunt minder, en dat valt buiten"),
        (rij(10.02, 10.0, 8.0, 13.0), "gelijk aan wat te verwachten was, en dat valt binnen"),
        (rij(12.0, 10.0), "waar 10,0 % te verwachten was: 2,0 procentpunt meer."),
        (rij(None, 10.0, 8.0, 13.0), "10,0 % jeugdhulp te verwachten (95 %-interval 8,0 % tot 13,0 %); het werkelijke gebruik is niet bekend."),
        (rij(12.0, None), "voor dit gebied is er geen verwachting."),
        (rij(None, None), "geen cijfers bekend."),
    ],
)  # fmt: skip
def test_werkelijk_tegen_verwacht(tabel: OpenbareTabel, zin: str) -> None:
    assert zin in b.werkelijk_tegen_verwacht(tabel, Vorm.JEUGDHULP)


def test_zekerheid_noemt_het_interval_of_waarom_niet() -> None:
    assert "95 tussen 8,0 % en 13,0 %" in b.zekerheid(rij(12.0, 10.0, 8.0, 13.0))
    assert "niet bekend" in b.zekerheid(rij(12.0, 10.0))
    assert b.zekerheid(rij(12.0, None)) == ""
    assert all(
        "een verschil is geen oordeel" in b.zekerheid(r) for r in (rij(12.0, 10.0, 8.0, 13.0), rij(1.0, 2.0))
    )


def test_binnen_of_buiten_klopt_voor_elk_gebied() -> None:
    for g in gebieden():
        c, zin = VAN.van(g.code), b.werkelijk_tegen_verwacht(naast_elkaar(VAN, (g.code,)), Vorm.JEUGDHULP)
        assert ("valt buiten" in zin) == c.buiten


def test_plaats_tussen_twintig_staven_en_tussen_losse_regios() -> None:
    staven = staven_tabel(VAN, Gebiedssoort.GEMEENTE, "verschil_pp", "GM0935")
    assert b.plaats_onder_gebieden(staven, "Maastricht", Gebiedssoort.GEMEENTE) == (
        "Maastricht staat in staaf 13 van 20: ongeveer 60 % van de 345 gemeenten ligt lager."
    )
    lager = sum(c.verschil_pp < VAN.van("GM0935").verschil_pp for c in VAN.gemeenten())
    assert 0.60 <= lager / 345 <= 0.65
    vlieland = staven_tabel(VAN, Gebiedssoort.GEMEENTE, "werkelijk_pct", "GM0096")
    assert b.plaats_onder_gebieden(vlieland, "Vlieland", Gebiedssoort.GEMEENTE) == (
        "Vlieland hoort bij de laagste 5 % van de 345 gemeenten."
    )
    provincies = staven_tabel(VAN, Gebiedssoort.PROVINCIE, "werkelijk_pct", "PV31")
    lager = sum(
        c.werkelijk_pct < VAN.van("PV31").werkelijk_pct for c in VAN.per_soort(Gebiedssoort.PROVINCIE)
    )
    assert f"plaats {lager + 1} van 12 provincies" in b.plaats_onder_gebieden(
        provincies, "Limburg", Gebiedssoort.PROVINCIE
    )
    land = staven_tabel(VAN, Gebiedssoort.GEMEENTE, "verschil_pp", "NL")
    assert "staat er niet tussen" in b.plaats_onder_gebieden(land, "Nederland", Gebiedssoort.GEMEENTE)


@pytest.mark.parametrize(
    ("verschil", "regio", "zin"),
    [
        (
            0.6,
            0.4,
            "Van het verschil van +0,6 procentpunt geldt +0,4 procentpunt voor de hele jeugdregio Zuid",
        ),
        (-1.0, 0.3, "Van het verschil van -1,0 procentpunt geldt +0,3"),
        (0.6, 0.01, "geldt 0,0 procentpunt voor de hele jeugdregio Zuid: de regio als geheel wijkt niet af"),
        (None, 0.3, ""),
        (0.6, None, ""),
    ],
)
def test_deel_van_de_jeugdregio(verschil: float | None, regio: float | None, zin: str) -> None:
    gezegd = b.regio_aandeel((verschil, regio), "Zuid")
    assert zin in gezegd and bool(gezegd) == bool(zin)


def test_van_een_zeldzame_vorm_is_een_verschil_niet_steeds_nul() -> None:
    van = beeld(Vorm.JEUGDRECLASSERING)
    tabel = opbouw_tabel(van, "GM0935")
    bijdragen = [n for n in range(len(tabel)) if tabel.cel("bijdrage_pp", n) is not None]
    assert all(tabel.tekst("bijdrage_pp", n).strip("+-") not in ("0", "0,0") for n in bijdragen)
    gelezen = sum(float(tabel.tekst("bijdrage_pp", n).replace(",", ".")) for n in bijdragen)
    begin, eind = (
        float(tabel.tekst("stand_pct", n).split()[0].replace(",", ".")) for n in (0, len(tabel) - 1)
    )
    assert gelezen == pytest.approx(eind - begin, abs=0.005 * (len(bijdragen) + 2))
    zin = b.regio_aandeel((0.06, 0.02), "Zuid", van.vorm.decimalen)
    assert "+0,06 procentpunt geldt +0,02" in zin and "Dat deel" in zin


def test_het_grootste_deel_blijft_alleen_onverklaard_onder_de_helft() -> None:
    assert "Het grootste deel" in b.kwaliteit_van_model(VAN.kaart)
    goed = b.kwaliteit_van_model(beeld(Vorm.JEUGDBESCHERMING).kaart)
    assert "62 % van de verschillen" in goed and "0,28 procentpunt" in goed and "grootste" not in goed


def test_grootste_bijdragen_staan_voorop() -> None:
    zin = b.grootste_bijdragen(opbouw_tabel(VAN, "GM0935"))
    assert zin.startswith("Van 13,2 % landelijk naar 16,5 % in Maastricht")
    assert zin.index("uitkering (+1,6)") < zin.index("0-4 jaar (+1,2)") and "dichtheid" not in zin


def test_gelijkende_gebieden_geteld_met_de_hand() -> None:
    tabel = gelijkend_tabel(VAN, "GM0935")
    meer = sum(VAN.van(c).verschil_pp > 0 for c in VAN.gelijkend("GM0935"))
    assert f"gebruiken {meer} meer dan verwacht en gebruiken {10 - meer} evenveel of minder" in b.gelijkende_gebieden(tabel)  # fmt: skip


def test_over_de_jaren_vergelijkt_nooit_over_de_breuk_heen() -> None:
    zin = b.over_de_jaren(jaren_tabel(Vorm.JEUGDZORG, NIETS, "GM0935"))
    assert "van 10,6 % in 2021 naar 10,8 % in 2024" in zin and "2020" not in zin
    assert "2.855 in 2021 en 2.755 in 2022" in zin
    assert "alleen dit jaar bekend" in b.over_de_jaren(jaren_tabel(Vorm.JEUGDBESCHERMING, NIETS, "GM0935"))


def test_niet_meegeteld_noemt_er_hoogstens_acht() -> None:
    assert b.niet_meegeteld(()) == ""
    assert "A en B." in b.niet_meegeteld(("A", "B"))
    assert b.niet_meegeteld(tuple("ABCDEFGHIJ")).endswith("A, B, C, D, E, F, G, H en nog 2.")


def test_kwaliteit_van_een_model_zonder_schatting() -> None:
    assert "te weinig gebieden" in b.kwaliteit_van_model(Modelkaart("eigen", 2, ()))
    assert "verklaart het model 29 % van de verschillen" in b.kwaliteit_van_model(VAN.kaart)
