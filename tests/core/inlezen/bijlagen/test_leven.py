"""Another input from offer to undo: recognised, reported, loaded in a new version, taken back."""

import json
from pathlib import Path

import pytest

from core import database
from core.begrippen import Rol
from core.bevindingen import bronregel
from core.demo.laden import laad_demo
from core.filters import Filter
from core.inlezen import bewaren
from core.inlezen.bijlagen.bewaard import bijlagen
from core.inlezen.leveringen import (
    Aangeboden,
    Geweigerd,
    Opties,
    herbouw,
    laad,
    lees,
    leveringen,
    terug_bijlage,
    verwerp,
)  # fmt: skip
from core.onthulling import tabel
from core.opdrachten import voer_uit as main
from core.opslag import Opslag
from tests.core.inlezen.conftest import STAND_PER, tekst

pytestmark = pytest.mark.usefixtures("zonder_kind")
INWONERS = "buurt;jaar;0-9;10-17\nMalberg;2024;300;200\nBinnenstad;2024;60;40\n"
EXPORT = tekst([{"buurt": "Malberg", "clientnummer": str(n), "leveringsmaand": "2024-01"} for n in range(50)])


def lees_in(*bestanden, **opties):
    aangeboden = [Aangeboden(naam, inhoud.encode()) for naam, inhoud in bestanden]
    return laad(lees(aangeboden, Opties(stand_per=STAND_PER, **opties)))


def per_1000(buurt="Malberg", jaar=2024):
    van = tabel(database.actueel(), "buurten", Filter(jaar=(jaar,)), Rol.STURING)
    return van.alleen(niveau="buurt", buurt=buurt).cel("per_1000"), van.herkomst


def test_inwoners_geven_een_noemer_met_hun_bron_en_gaan_weer_weg():
    lees_in(("export.csv", EXPORT))
    assert per_1000()[0] is None  # geen noemer
    rapport = lees_in(("inwoners.csv", INWONERS), bron="CBS, 03759ned")
    assert rapport.bijlagenummers == (1,) and rapport.nummers == ()
    cijfer, herkomst = per_1000()
    assert cijfer == 100  # 50 of 500
    assert "inwoners: CBS, 03759ned" in bronregel(herkomst)
    terug_bijlage(1, "test")
    assert per_1000()[0] is None
    assert [(b.naam, b.actief) for b in bijlagen(database.actueel())] == [("B1", False)]
    assert [r["wat"] for r in Opslag().logboek()][:3] == ["terug", "inlezen", "inlezen"]
    # The file may be read in again afterwards, under a new number.
    assert lees_in(("inwoners.csv", INWONERS)).bijlagenummers == (2,)
    assert "inwoners: ingelezen bestand inwoners.csv" in bronregel(per_1000()[1])


def test_een_proef_verandert_niets():
    proef = lees([Aangeboden("inwoners.csv", INWONERS.encode())], Opties(stand_per=STAND_PER))
    (b,) = proef.rapport.bijlagen
    assert (b.titel, b.gelezen, b.geladen) == ("Inwoners per buurt", 2, 4)
    (v,) = b.veranderingen
    assert (v.wat, v.nu) == ("2024", "niets ingelezen")
    assert v.straks == "600 inwoners van 0 tot en met 17 jaar in 2 buurten, in 2 leeftijdsklassen"
    verwerp(proef)
    assert database.actueel() is None


def test_nieuwer_gaat_voor_per_jaar_en_terug_haalt_het_oude_op():
    lees_in(("export.csv", EXPORT))
    lees_in(("a.csv", INWONERS))
    lees_in(("b.csv", "buurt;jaar;0-17\nMalberg;2024;250\nMalberg;2023;100\n"))
    assert per_1000()[0] == 200  # 50 of 250
    # The whole year is replaced, not some of its buurten: Binnenstad has no inhabitants any more.
    assert database.actueel().rijen("SELECT jaar, sum(aantal)::INTEGER FROM bevolking GROUP BY 1 ORDER BY 1") == [
        (2023, 100), (2024, 250),
    ]  # fmt: skip
    terug_bijlage(2, "test")
    assert per_1000()[0] == 100


def test_export_en_inwoners_in_een_keer_en_alles_of_niets():
    rapport = lees_in(("export.csv", EXPORT), ("inwoners.csv", INWONERS))
    assert rapport.nummers == (1,) and rapport.bijlagenummers == (1,)
    assert per_1000()[0] == 100
    fout = INWONERS.replace("300", "veel")
    with pytest.raises(Geweigerd, match="fout.csv: rij 2, 0-9 jaar: 'veel' is geen aantal inwoners"):
        lees_in(("meer.csv", EXPORT.replace("100,00", "5,00")), ("fout.csv", fout))
    assert len(leveringen()) == 1


def test_hetzelfde_bestand_wordt_geweigerd():
    lees_in(("a.csv", INWONERS))
    with pytest.raises(Geweigerd, match="al ingelezen als B1"):
        lees_in(("b.csv", INWONERS))
    anders = INWONERS.replace("300", "301")
    with pytest.raises(Geweigerd, match="gelijk aan c.csv"):
        lees_in(("c.csv", anders), ("d.csv", anders))
    with pytest.raises(Geweigerd, match="B7 bestaat niet"):
        terug_bijlage(7, "test")
    terug_bijlage(1, "test")
    with pytest.raises(Geweigerd, match="B1 is al teruggedraaid"):
        terug_bijlage(1, "test")


def test_het_voorbeeld_wijkt_voor_de_jaren_die_zijn_ingelezen():
    laad_demo(1, "test")
    assert "voorbeeld (verzonnen inwonertallen)" in per_1000(jaar=2023)[1].inwoners
    lees_in(("inwoners.csv", INWONERS.replace("2024", "2023")), bron="CBS")
    assert per_1000(jaar=2023)[1].inwoners == "CBS"
    assert per_1000(jaar=2022)[1].inwoners == "voorbeeld (verzonnen inwonertallen)"
    lees_in(("export.csv", EXPORT))  # real data: the example goes, what was read in stays
    db = database.actueel()
    assert db.inwonerbronnen == {2023: "CBS"}


def test_zonder_versie_vertellen_de_bestanden_zelf_wat_er_was(eigen_datamap):
    lees_in(("export.csv", EXPORT))
    lees_in(("a.csv", INWONERS))
    lees_in(("b.csv", INWONERS.replace("300", "100")))
    terug_bijlage(2, "test")
    (eigen_datamap / "actueel").unlink()
    herbouw()
    assert per_1000()[0] == 100
    assert [(b.naam, b.actief) for b in bijlagen(database.actueel())] == [("B1", True), ("B2", False)]


def test_een_kapotte_bouw_laat_alles_zoals_het_was(monkeypatch, eigen_datamap):
    lees_in(("export.csv", EXPORT))

    def vol(*args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as m:
        m.setattr(bewaren, "wijs_aan", vol)
        with pytest.raises(Geweigerd, match="Is de schijf vol"):
            lees_in(("a.csv", INWONERS))
    assert bijlagen(database.actueel()) == []
    lees_in(("b.csv", INWONERS.replace("300", "100")))  # clears what the crash left
    assert sorted(p.name for p in (eigen_datamap / "bijlagen").iterdir()) == ["1.json"]
    assert per_1000()[0] == pytest.approx(1000 * 50 / 300)


def test_opdrachten(tmp_path: Path, capsys):
    pad = tmp_path / "inwoners.csv"
    pad.write_text(INWONERS)
    assert main(["inlezen", str(pad), "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["bijlagenummers"] == ["B1"] and uit["bijlagen"][0]["soort"] == "bevolking"
    assert main(["leveringen", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["leveringen", "--bijlagen", "--json"]) == 0
    assert [(b["nummer"], b["actief"]) for b in json.loads(capsys.readouterr().out)] == [("B1", True)]
    assert main(["leveringen", "--bijlagen"]) == 0
    assert "| B1 | Inwoners per buurt | inwoners.csv |" in capsys.readouterr().out
    assert main(["terug", "b1"]) == 0
    assert main(["terug", "B1"]) == 1
    assert main(["terug", "nee"]) == 2
