"""The life of a levering: report, refusals, load, undo; figures to the cent."""

import re
from datetime import date
from pathlib import Path

import pytest

from core import database
from core.begrippen import maandnummer
from core.inlezen import bewaren, leveringen
from core.inlezen.leveringen import (
    Aangeboden,
    Geweigerd,
    KopNietHerkend,
    Opties,
    herbouw,
    laad,
    lees,
    terug,
    verwerp,
    voeg_samen,
)
from core.inlezen.leveringtabel import lees_gegevens, levering_pad
from core.opslag import Opslag
from tests.core.inlezen.conftest import STAND_PER, cijfers, jongeren, tekst

pytestmark = pytest.mark.usefixtures("zonder_kind")

JAN, FEB, MRT = {"leveringsmaand": "2024-01"}, {"leveringsmaand": "2024-02"}, {"leveringsmaand": "2024-03"}


def test_eerste_levering(inlezen, eigen_datamap):
    rapport = inlezen([JAN, JAN | {"bedrag": "20,50", "clientnummer": "2"}, FEB])
    assert (rapport.gelezen, rapport.geladen, rapport.afgekeurd, rapport.dubbel) == (3, 3, 0, 0)
    assert rapport.nummers == (1,) and rapport.dataversie == "jeugd-000001"
    assert cijfers() == {"2024-01": (2, 120.50), "2024-02": (1, 100.0)}
    (lev,) = leveringen.leveringen()
    assert (lev.nummer, lev.bestand, lev.bron, lev.wijze, lev.regels, lev.bedrag, lev.maanden, lev.actief, lev.demo) == (
        1, "export.csv", "ZIN", "vervang", 3, 22050, 2, True, False,
    )  # fmt: skip
    assert lev.stand_per == STAND_PER
    assert list((eigen_datamap / "tijdelijk").iterdir()) == []


def test_proef_verandert_niets(proef, eigen_datamap):
    p = proef([JAN])
    assert p.rapport.geladen == 1 and not p.rapport.is_geladen
    verwerp(p)
    verwerp(p)
    assert database.actueel() is None
    assert {x.name for x in eigen_datamap.iterdir()} <= {
        "sleutel",
        "sturing.sqlite",
        "tijdelijk",
        "sturing.sqlite-wal",
        "sturing.sqlite-shm",
    }


def test_rapport_toont_bestand_en_database_oud_en_nieuw_tot_op_de_cent(inlezen, proef):
    inlezen([JAN | {"bedrag": "10,01"}, FEB | {"bedrag": "20,00"}])
    rapport = proef([FEB | {"bedrag": "25,03"}, MRT | {"bedrag": "1,00"}]).rapport
    assert [(m.maand % 12 + 1, m.bedrag, m.oud_bedrag, m.nieuw_bedrag) for m in rapport.maanden] == [
        (2, 2503, 2000, 2503),
        (3, 100, 0, 100),
    ]
    tekst_ = rapport.als_tekst()
    assert "€ 20,00 → € 25,03" in tekst_ and "2 rijen gelezen = 2 geladen + 0 afgekeurd + 0 dubbel" in tekst_
    assert rapport.als_json()["maanden"][0]["nieuw_bedrag"] == 25.03


def test_status_telt_alleen_toegekend_maar_alles_wordt_bewaard(inlezen):
    rapport = inlezen(
        [
            JAN,
            JAN | {"status": "afgewezen", "bedrag": "5,00"},
            JAN | {"status": "in behandeling", "bedrag": "7,00"},
        ]
    )
    (b,) = rapport.bestanden
    assert (b.geladen, b.bedrag, b.bedrag_afgewezen, b.bedrag_in_behandeling) == (3, 10000, 500, 700)
    assert cijfers() == {"2024-01": (3, 100.0)}


def test_afgekeurde_regel_houdt_alles_tegen_tot_iemand_toch_zegt(proef, inlezen):
    rijen = [JAN, JAN | {"bedrag": "x"}]
    p = proef(rijen)
    with pytest.raises(Geweigerd, match="1 regel is afgekeurd, van 2 gelezen"):
        laad(p)
    assert database.actueel() is None
    verwerp(p)
    rapport = inlezen(rijen, toch=True)
    assert (rapport.gelezen, rapport.geladen, rapport.afgekeurd) == (2, 1, 1)
    assert cijfers() == {"2024-01": (1, 100.0)}


def test_afgekeurde_regels_als_csv(proef):
    csv = (
        proef([JAN, JAN | {"bedrag": "=1+x"}, JAN | {"clientnummer": ""}]).afgekeurd_csv().decode("utf-8-sig")
    )
    assert csv.splitlines() == [
        "bestand;rij;kolom;waarde;reden",
        "export.csv;3;bedrag;'=1+x;bedrag is niet te lezen als bedrag",
        "export.csv;4;clientnummer;;clientnummer is leeg",
    ]


class TestDubbel:
    def test_gelijk_regelnummer_en_gelijke_regel_telt_een_keer(self, inlezen):
        rapport = inlezen(
            [JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R2"}]
        )
        assert (rapport.geladen, rapport.dubbel, rapport.afgekeurd) == (2, 1, 0)
        assert cijfers() == {"2024-01": (2, 200.0)}

    def test_gelijk_regelnummer_en_andere_regel_keurt_beide_af(self, proef):
        p = proef([JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R1", "bedrag": "5,00"}, JAN])
        assert (p.rapport.geladen, p.rapport.dubbel, p.rapport.afgekeurd) == (1, 0, 2)
        assert "export.csv;2;regelnummer;•••;" in p.afgekeurd_csv().decode("utf-8-sig")

    def test_gelijk_regelnummer_met_ander_teken_is_een_correctie(self, inlezen):
        rapport = inlezen([JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R1", "bedrag": "-100,00"}])
        assert (rapport.geladen, rapport.dubbel) == (2, 0)
        assert cijfers() == {"2024-01": (2, 0.0)}

    def test_tegen_regels_die_blijven(self, inlezen, proef):
        inlezen([JAN | {"regelnummer": "R1"}])
        rapport = inlezen(
            [JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R2", "bedrag": "1,00"}],
            naam="b.csv",
            wijze="aanvullen",
        )
        assert (rapport.geladen, rapport.dubbel) == (1, 1)
        assert cijfers() == {"2024-01": (2, 101.0)}
        p = proef([JAN | {"regelnummer": "R1", "bedrag": "9,00"}, JAN], naam="c.csv", wijze="aanvullen")
        assert (p.rapport.geladen, p.rapport.afgekeurd) == (1, 1)

    def test_vervangen_maand_telt_niet_als_eerder(self, inlezen):
        inlezen([JAN | {"regelnummer": "R1"}])
        rapport = inlezen([JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R2"}], naam="b.csv")
        assert (rapport.geladen, rapport.dubbel) == (2, 0)
        assert cijfers() == {"2024-01": (2, 200.0)}

    def test_ander_bron_heeft_eigen_regelnummers_maar_dezelfde_regel_telt_een_keer(self, inlezen):
        inlezen([JAN | {"regelnummer": "R1"}])
        rapport = inlezen(
            [JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R1", "bedrag": "-3,00"}],
            bron="GI",
            naam="b.csv",
        )
        assert (rapport.geladen, rapport.dubbel) == (1, 1)

    def test_maand_die_door_afkeuring_leeg_raakt_vervangt_niets(self, inlezen):
        inlezen([JAN | {"regelnummer": "R1"}, FEB | {"regelnummer": "R2"}])
        rapport = inlezen([FEB | {"regelnummer": "R1"}, MRT | {"regelnummer": "R3"}], naam="b.csv", toch=True)
        assert (rapport.geladen, rapport.afgekeurd) == (1, 1)
        assert cijfers() == {"2024-01": (1, 100.0), "2024-02": (1, 100.0), "2024-03": (1, 100.0)}

    def test_zonder_regelnummer_tellen_gelijke_regels_beide_en_staat_het_in_het_rapport(self, inlezen):
        rapport = inlezen([JAN, JAN, JAN | {"bedrag": "1,00"}])
        assert rapport.geladen == 3
        assert any("mogelijk dubbel, samen € 100,00" in w for w in rapport.waarschuwingen)
        rapport = inlezen([JAN], naam="b.csv", wijze="aanvullen")
        assert any("mogelijk dubbel, samen € 100,00" in w for w in rapport.waarschuwingen)


class TestVervangenEnAanvullen:
    def test_vervang_neemt_de_plaats_in_van_dezelfde_maand_en_bron(self, inlezen):
        inlezen([JAN, FEB])
        inlezen([FEB | {"bedrag": "90,00"}], naam="b.csv")
        assert cijfers() == {"2024-01": (1, 100.0), "2024-02": (1, 90.0)}

    def test_andere_bron_blijft_staan(self, inlezen):
        inlezen([JAN])
        inlezen([JAN | {"bedrag": "7,00"}], naam="b.csv", bron="PGB")
        assert cijfers() == {"2024-01": (2, 107.0)}

    def test_aanvullen_telt_op(self, inlezen):
        inlezen([JAN])
        inlezen([JAN | {"bedrag": "7,00"}], naam="b.csv", wijze="aanvullen")
        assert cijfers() == {"2024-01": (2, 107.0)}

    def test_meer_dan_20_procent_regels_minder_wordt_geweigerd_en_biedt_aanvullen(self, inlezen, proef):
        inlezen(jongeren(5, **JAN))
        p = proef(jongeren(3, **JAN, bedrag="500,00"), naam="b.csv")
        assert len(p.rapport.weigeringen) == 1 and "aanvullen" in p.rapport.weigeringen[0]
        with pytest.raises(Geweigerd, match="jan 2024 verliest meer dan 20 %"):
            laad(p)
        assert laad(p, toch=True).nummers == (2,)

    def test_precies_20_procent_minder_mag(self, inlezen, proef):
        inlezen(jongeren(5, **JAN))
        assert proef(jongeren(4, **JAN), naam="b.csv").rapport.weigeringen == []

    def test_meer_dan_20_procent_bedrag_minder_wordt_geweigerd(self, inlezen, proef):
        inlezen([JAN])
        assert proef([JAN | {"bedrag": "79,99"}], naam="b.csv").rapport.weigeringen
        assert not proef([JAN | {"bedrag": "80,00"}], naam="c.csv").rapport.weigeringen

    def test_twee_bestanden_van_dezelfde_bron_en_maand_vervangen_elkaar_niet_stil(self, bestand):
        paden = [bestand(jongeren(3, **JAN), "a.csv"), bestand(jongeren(1, 2000, **JAN), "b.csv")]
        rapport = lees(paden, Opties(stand_per=STAND_PER)).rapport
        assert rapport.bestanden[0].weigeringen == ()
        assert "verliest meer dan 20 %" in rapport.bestanden[1].weigeringen[0]

    def test_even_grote_delen_van_een_maand_vervangen_elkaar_ook_niet_stil(self, bestand):
        # as many lines and euros in both: nothing is lost in number, everybody is lost in person
        paden = [bestand(jongeren(10, **JAN), "a.csv"), bestand(jongeren(10, 2000, **JAN), "b.csv")]
        rapport = lees(paden, Opties(stand_per=STAND_PER)).rapport
        zin = rapport.bestanden[1].weigeringen[0]
        assert "10 jeugdigen" in zin and "a.csv" in zin and "aanvullen" in zin
        assert lees(paden, Opties(stand_per=STAND_PER, wijze="aanvullen")).rapport.weigeringen == []

    def test_opeenvolgende_exports_in_een_keer_mogen_wel(self, bestand):
        paden = [
            bestand(jongeren(10, **JAN), "a.csv"),
            bestand(jongeren(10, **JAN, bedrag="110,00") + jongeren(10, **FEB), "b.csv"),
        ]
        assert lees(paden, Opties(stand_per=STAND_PER)).rapport.weigeringen == []


def test_een_bsn_in_een_bestandsnaam_blijft_nergens_staan(bestand):
    # 123456782 passes the elfproef, 123456789 does not: that is a date or a number
    pad = bestand([JAN], "jan_123456782.csv")
    assert laad(lees([pad], Opties(stand_per=STAND_PER))).bestanden[0].bestand == "jan_•••.csv"
    assert leveringen.leveringen()[0].bestand == "jan_•••.csv"
    assert Aangeboden("export_123456789.csv", b"").naam == "export_123456789.csv"


def test_een_versie_weet_niet_waar_haar_bestanden_lagen_ook_een_zonder_regels(inlezen, bestand):
    def views() -> list[tuple[str]]:
        return database.actueel().rijen("SELECT view_name FROM duckdb_views() WHERE NOT internal")

    inlezen([JAN])
    assert views() == []
    leveringen.terug(1, "test")
    assert views() == [] and [lev.actief for lev in leveringen.leveringen()] == [False]


class TestTerugkeer:
    def test_andere_nummers_wordt_geweigerd(self, inlezen, proef):
        inlezen(jongeren(10, **JAN))
        rapport = proef(jongeren(10, 5000, **JAN), naam="b.csv").rapport
        assert "van de 10 jeugdigen die in jan 2024 liepen komen er 0 terug" in rapport.weigeringen[0]

    def test_zes_van_de_tien_is_genoeg(self, inlezen, proef):
        inlezen(jongeren(10, **JAN))
        assert proef(jongeren(10, 1004, **JAN), naam="b.csv").rapport.weigeringen == []
        assert proef(jongeren(10, 1005, **JAN), naam="c.csv").rapport.weigeringen != []

    def test_oudere_maanden_hoeven_niet_dezelfde_jeugdigen_te_noemen(self, inlezen, proef):
        inlezen(jongeren(10, **FEB))
        assert proef(jongeren(10, 5000, **JAN), naam="b.csv").rapport.weigeringen == []


class TestTerug:
    def test_laatste_terug_toont_precies_wat_er_stond(self, inlezen):
        inlezen([JAN, FEB])
        voor = cijfers()
        inlezen([FEB | {"bedrag": "90,00"}, MRT], naam="b.csv")
        terug(2, "ik")
        assert cijfers() == voor
        assert [lev.actief for lev in leveringen.leveringen()] == [True, False]

    def test_eerdere_terug_alsof_zij_er_nooit_was(self, inlezen):
        inlezen([JAN, FEB])
        inlezen([FEB | {"bedrag": "90,00"}], naam="b.csv")
        terug(1, "ik")
        assert cijfers() == {"2024-02": (1, 90.0)}

    def test_wat_dubbel_was_telt_alsnog_als_het_eerdere_terug_is(self, inlezen):
        inlezen([JAN | {"regelnummer": "R1"}])
        inlezen([JAN | {"regelnummer": "R1"}, JAN | {"regelnummer": "R2"}], naam="b.csv", wijze="aanvullen")
        assert cijfers() == {"2024-01": (2, 200.0)}
        terug(1, "ik")
        assert cijfers() == {"2024-01": (2, 200.0)}
        inlezen([JAN | {"regelnummer": "R1"}, FEB], naam="c.csv", wijze="aanvullen")
        assert cijfers() == {"2024-01": (2, 200.0), "2024-02": (1, 100.0)}

    def test_alles_terug_is_een_lege_database(self, inlezen):
        inlezen([JAN])
        terug(1, "ik")
        assert cijfers() == {}

    def test_bestand_mag_daarna_opnieuw(self, inlezen):
        inlezen([JAN])
        terug(1, "ik")
        assert inlezen([JAN]).nummers == (2,)
        assert cijfers() == {"2024-01": (1, 100.0)}

    def test_onbekend_of_al_terug(self, inlezen):
        inlezen([JAN])
        with pytest.raises(Geweigerd, match="bestaat niet"):
            terug(9, "ik")
        terug(1, "ik")
        with pytest.raises(Geweigerd, match="al teruggedraaid"):
            terug(1, "ik")

    def test_staat_in_het_logboek(self, inlezen):
        inlezen([JAN])
        terug(1, "Els")
        assert [(r["wie"], r["wat"]) for r in Opslag().logboek()] == [("Els", "terug"), ("lokaal", "inlezen")]


class TestBeletsels:
    def test_actief_bestand_nog_eens_ook_niet_met_toch(self, inlezen, proef):
        inlezen([JAN])
        p = proef([JAN], naam="anders.csv")
        with pytest.raises(Geweigerd, match="al ingelezen als levering 1"):
            laad(p, toch=True)

    def test_twee_keer_hetzelfde_bestand_in_een_keer(self, bestand):
        p = lees(
            [bestand([JAN], "a.csv"), bestand([JAN], "b.csv")], Opties(stand_per=STAND_PER, wijze="aanvullen")
        )
        with pytest.raises(Geweigerd, match="gelijk aan a.csv"):
            laad(p, toch=True)

    def test_geen_regels(self, tmp_path):
        leeg = tmp_path / "leeg.csv"
        leeg.write_text(tekst([{}]).splitlines()[0])
        with pytest.raises(Geweigerd, match="geen regels"):
            laad(lees([leeg]), toch=True)

    def test_alles_al_eerder_ingelezen(self, inlezen, proef):
        inlezen([JAN | {"regelnummer": "R1"}, FEB])
        with pytest.raises(Geweigerd, match="al eerder ingelezen"):
            laad(proef([JAN | {"regelnummer": "R1"}], naam="b.csv", wijze="aanvullen"))

    def test_alles_afgekeurd(self, proef):
        with pytest.raises(Geweigerd, match="de enige regel van dit bestand"):
            laad(proef([{"bedrag": "x"}]), toch=True)

    def test_andere_sleutel_maakt_van_iedereen_een_ander(self, inlezen, proef, monkeypatch):
        inlezen([JAN])
        monkeypatch.setenv("JEUGD_SLEUTEL", "een heel ander lang geheim")
        with pytest.raises(Geweigerd, match="sleutel"):
            laad(proef([FEB], naam="b.csv"), toch=True)

    def test_verdwenen_sleutel(self, inlezen, proef, eigen_datamap):
        inlezen([JAN])
        (eigen_datamap / "sleutel").unlink()
        with pytest.raises(Geweigerd, match="sleutelbestand"):
            proef([FEB], naam="b.csv")


class TestVoorbeeld:
    def test_eerste_echte_levering_zet_voorbeeld_buiten_gebruik_en_terug_brengt_het_weer(
        self, inlezen, bestand
    ):
        demo = lees([Aangeboden("a", bestand([JAN], "a.csv"), "ZIN"), Aangeboden("b", bestand([FEB], "b.csv"), "GI")],
                    Opties(stand_per=STAND_PER, demo=True))  # fmt: skip
        laad(demo)
        assert cijfers() == {"2024-01": (1, 100.0), "2024-02": (1, 100.0)}
        rapport = inlezen([MRT | {"bedrag": "3,00"}], naam="echt.csv")
        assert [(m.maand % 12 + 1, m.oud_bedrag, m.nieuw_bedrag) for m in rapport.maanden] == [
            (1, 10000, 0),
            (2, 10000, 0),
            (3, 0, 300),
        ]
        assert cijfers() == {"2024-03": (1, 3.0)}
        assert [lev.actief for lev in leveringen.leveringen()] == [False, False, True]
        terug(3, "ik")
        assert cijfers() == {"2024-01": (1, 100.0), "2024-02": (1, 100.0)}

    def test_voorbeeld_naast_echt_wordt_geweigerd(self, inlezen, proef):
        inlezen([JAN])
        with pytest.raises(Geweigerd, match="voorbeeldgegevens"):
            laad(proef([FEB], naam="b.csv", demo=True), toch=True)


class TestMeerBestanden:
    def test_een_rapport_en_een_versie(self, bestand):
        paden = [bestand([JAN], "a.csv"), bestand([FEB | {"bedrag": "5,00"}], "b.csv")]
        rapport = laad(lees(paden, Opties(stand_per=STAND_PER)))
        assert (rapport.gelezen, rapport.bedrag, rapport.nummers, rapport.dataversie) == (
            2,
            10500,
            (1, 2),
            "jeugd-000001",
        )

    def test_alles_of_niets(self, bestand, tmp_path):
        kapot = tmp_path / "kapot.csv"
        kapot.write_bytes(b"\0\0\0")
        with pytest.raises(Geweigerd, match="kapot.csv"):
            lees([bestand([JAN]), kapot])
        p = lees([bestand([JAN]), bestand([JAN | {"bedrag": "x"}], "b.csv")], Opties(stand_per=STAND_PER))
        with pytest.raises(Geweigerd):
            laad(p)
        assert database.actueel() is None

    def test_geen_bestand(self):
        with pytest.raises(Geweigerd, match="geen bestand"):
            lees([])


class TestKop:
    def test_onbekende_kop_wordt_met_de_hand_toegewezen_en_onthouden(self, tmp_path):
        pad = tmp_path / "a.csv"
        pad.write_text(tekst([JAN]).replace("bedrag", "Waarde").replace("aanbieder", "Club"))
        with pytest.raises(KopNietHerkend) as fout:
            lees([pad])
        assert fout.value.ontbreekt == ["aanbieder", "bedrag"]
        hand = {"Waarde": "bedrag", "Club": "aanbieder"}
        laad(lees([pad], Opties(stand_per=STAND_PER, bron="GI", toewijzing_van_kolommen=hand)))
        tweede = tmp_path / "b.csv"
        tweede.write_text(tekst([FEB]).replace("bedrag", "Waarde").replace("aanbieder", "Club"))
        rapport = lees([tweede], Opties(stand_per=STAND_PER)).rapport
        assert rapport.bestanden[0].bron == "GI"
        assert rapport.bestanden[0].kolommen["Waarde"] == "bedrag"

    def test_weggelaten_kolommen_staan_in_het_rapport(self, proef):
        assert proef([JAN | {"Naam kind": "x", "telefoon": "06"}]).rapport.bestanden[0].weggelaten == (
            "Naam kind",
            "telefoon",
        )

    def test_bron_per_bestand_gaat_voor(self, bestand):
        p = lees([Aangeboden("a", bestand([JAN]), "GI")], Opties(stand_per=STAND_PER, bron="PGB"))
        assert p.rapport.bestanden[0].bron == "GI"

    def test_inhoud_als_bytes_geeft_hetzelfde_als_een_pad(self, bestand):
        pad = bestand([JAN])
        een, twee = (
            lees([Aangeboden("x.csv", i)], Opties(stand_per=STAND_PER)) for i in (pad, pad.read_bytes())
        )
        assert een.rapport == twee.rapport


class TestPersonen:
    def test_zelfde_kind_onder_bsn_en_clientnummer_is_een_jeugdige(self, inlezen, tmp_path):
        inlezen([JAN | {"clientnummer": "1001"}], bron="A")
        kop, rij = tekst([FEB | {"clientnummer": "123456782"}]).splitlines()
        pad = tmp_path / "bsn.csv"
        pad.write_text(kop.replace("clientnummer", "bsn") + "\n" + rij)
        laad(lees([pad], Opties(stand_per=STAND_PER, bron="B")))
        sql = "SELECT count(DISTINCT jeugdige) FROM zorgmaand"
        assert database.actueel().rijen(sql) == [(2,)]
        inlezen([MRT | {"clientnummer": "1001", "bsn": "123456782"}], naam="paar.csv", bron="C")
        assert database.actueel().rijen(sql) == [(1,)]
        terug(3, "ik")
        assert database.actueel().rijen(sql) == [(2,)]

    def test_nummer_dat_bij_veel_kinderen_hoort_koppelt_niemand(self, inlezen):
        inlezen([c | {"bsn": "123456782"} for c in jongeren(5, **JAN)])
        assert database.actueel().rijen("SELECT count(*) FROM jeugdige") == [(5,)]


class TestWaarschuwingen:
    @pytest.mark.parametrize(
        ("rijen", "woord"),
        [
            ([JAN | {"product": "Iets nieuws"}], r"product onbekend.*'Iets nieuws' \(1 regel\)"),
            ([JAN | {"product": "Pleegzorg"}], "meer dan een segment"),
            ([JAN | {"segment": "Segment Maan"}], "segment onbekend: 'Segment Maan'"),
            ([JAN | {"buurt": "Atlantis"}], "buurt komt niet voor.*'Atlantis'"),
            ([JAN | {"geboortedatum": "01-01-1990"}], "vreemde geboortedatum"),
            ([*jongeren(9, **JAN), JAN | {"bedrag": "1.001,00"}], "meer dan 10 keer zo groot"),
            ([JAN, MRT], "geen regels voor feb 2024"),
            ([JAN, JAN | {"geslacht": "M"}, FEB | {"geslacht": "V"}], "verschillende waarden voor geslacht"),
            ([JAN, FEB | {"geboortedatum": "14-04-2012"}], "verschillende geboortemaanden"),
        ],
    )
    def test_waarschuwing_houdt_niets_tegen(self, inlezen, rijen, woord):
        rapport = inlezen(rijen)
        assert any(re.search(woord, w) for w in rapport.waarschuwingen), rapport.waarschuwingen

    def test_gewone_export_geeft_geen_waarschuwing(self, inlezen):
        assert inlezen([JAN, FEB]).waarschuwingen == []

    def test_geslacht_tegen_wat_bekend_was(self, inlezen):
        inlezen([JAN | {"geslacht": "M"}])
        assert any("geslacht" in w for w in inlezen([FEB | {"geslacht": "V"}], naam="b.csv").waarschuwingen)

    def test_gat_tussen_leveringen(self, inlezen):
        inlezen([JAN])
        assert "geen regels voor feb 2024" in inlezen([MRT], naam="b.csv").waarschuwingen


class TestAanbieders:
    def test_variant_van_een_bekende_wordt_aangeboden_en_samengevoegd(self, inlezen):
        inlezen([JAN | {"aanbieder": "Zorggroep Zuid"}])
        rapport = inlezen([FEB | {"aanbieder": "Zorggroep Zuid B.V."}], naam="b.csv")
        (voorstel,) = rapport.samenvoegingen
        assert (voorstel.varianten, voorstel.aanbieder) == (
            ("Zorggroep Zuid", "Zorggroep Zuid B.V."),
            "Zorggroep Zuid",
        )
        voeg_samen(voorstel.varianten, voorstel.aanbieder, "ik")
        assert database.actueel().keuzes["aanbieder"] == ["Zorggroep Zuid"]
        assert inlezen([MRT | {"aanbieder": "ZORGGROEP ZUID BV"}], naam="c.csv").samenvoegingen == []
        assert database.actueel().keuzes["aanbieder"] == ["Zorggroep Zuid"]

    def test_ander_nummer_is_een_andere_aanbieder(self, inlezen):
        assert inlezen([JAN | {"aanbieder": "Huis 1"}, JAN | {"aanbieder": "Huis 2"}]).samenvoegingen == []


class TestBewaren:
    def test_levering_vertelt_zelf_wat_zij_is(self, inlezen, eigen_datamap):
        inlezen([JAN])
        gegevens = lees_gegevens(levering_pad(eigen_datamap, 1))
        assert (gegevens["nummer"], gegevens["bron"], gegevens["regels"], gegevens["bedrag"]) == (
            1,
            "ZIN",
            1,
            10000,
        )

    def test_herbouw_geeft_dezelfde_cijfers(self, inlezen):
        inlezen([JAN, FEB])
        inlezen([FEB | {"bedrag": "90,00"}], naam="b.csv")
        voor, versie = cijfers(), database.actueel().dataversie
        herbouw()
        assert cijfers() == voor and database.actueel().dataversie > versie

    def test_herbouw_uit_de_leveringen_alleen(self, inlezen, eigen_datamap):
        inlezen([JAN])
        inlezen([FEB], naam="b.csv")
        terug(1, "ik")
        voor, oude = cijfers(), leveringen.leveringen()
        for pad in [*eigen_datamap.glob("jeugd-*"), eigen_datamap / "actueel"]:
            pad.unlink()
        herbouw()
        assert cijfers() == voor and leveringen.leveringen() == oude

    def test_verloren_actueel_kost_geen_levering(self, inlezen, eigen_datamap):
        inlezen([JAN])
        (eigen_datamap / "actueel").unlink()
        inlezen([FEB], naam="b.csv")
        assert len(list((eigen_datamap / "leveringen" / "los").glob("*-1.parquet"))) == 1

    def test_laatste_drie_versies_blijven(self, inlezen, eigen_datamap):
        for nummer in range(5):
            inlezen([JAN | {"bedrag": f"{100 + nummer},00"}], naam=f"{nummer}.csv")
        assert sorted(p.name for p in eigen_datamap.glob("*.duckdb")) == [
            f"jeugd-{n:06d}.duckdb" for n in (3, 4, 5)
        ]

    def test_rommel_van_een_afgebroken_poging_gaat_weg(self, inlezen, eigen_datamap):
        inlezen([JAN])
        rommel = [
            eigen_datamap / "jeugd-000009.duckdb",
            eigen_datamap / "jeugd-000002.bouw",
            eigen_datamap / "leveringen" / "2.parquet",
        ]
        for pad in rommel:
            pad.write_bytes(b"half")
        uitgeweken = eigen_datamap / "jeugd-000002.bouw.tmp"
        uitgeweken.mkdir()
        (uitgeweken / "duckdb_temp_block.block").write_bytes(b"half")
        inlezen([FEB], naam="b.csv")
        assert not uitgeweken.exists()
        assert not any(p.exists() and p.read_bytes() == b"half" for p in rommel)
        assert cijfers() == {"2024-01": (1, 100.0), "2024-02": (1, 100.0)}

    def test_andere_levering_kwam_ertussen_dan_wordt_opnieuw_geoordeeld(self, proef, inlezen):
        p = proef(jongeren(3, **JAN), naam="a.csv")
        inlezen(jongeren(5, **JAN), naam="b.csv")
        with pytest.raises(Geweigerd, match="verliest"):
            laad(p)
        assert laad(p, toch=True).nummers == (2,)

    def test_cijfers_die_niet_aansluiten_worden_nooit_getoond(self, proef, eigen_datamap):
        p = proef([JAN])
        plek = ("ZIN", maandnummer(2024, 1))
        p.oordeel.wordt[plek] = p.oordeel.wordt[plek]._replace(bedrag=1)
        with pytest.raises(Geweigerd, match="sluiten niet aan"):
            laad(p)
        assert database.actueel() is None and list(eigen_datamap.glob("*.duckdb")) == []

    def test_volle_schijf_verandert_niets(self, proef, inlezen, monkeypatch):
        inlezen([JAN])
        voor = cijfers()

        def vol(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(bewaren, "wijs_aan", vol)
        with pytest.raises(Geweigerd, match="schijf vol"):
            laad(proef([FEB], naam="b.csv"))
        assert cijfers() == voor

    def test_zelfde_bestanden_zelfde_figuren(self, inlezen, tmp_path):
        """Two folders with the same exports hold the same rows, whatever happened in between."""
        rijen = [JAN, FEB | {"clientnummer": "2", "aanbieder": "B"}]
        inlezen(rijen)
        een = database.actueel().rijen("SELECT * FROM zorgmaand ORDER BY ALL")
        inlezen([MRT], naam="b.csv")
        terug(2, "ik")
        assert database.actueel().rijen("SELECT * FROM zorgmaand ORDER BY ALL") == een

    def test_opties_kennen_alleen_de_twee_wijzen(self):
        with pytest.raises(ValueError, match="vervang of aanvullen"):
            Opties(wijze="erbij")
        assert Opties().stand_per == date.today()

    def test_bestand_dat_er_niet_is(self):
        with pytest.raises(Geweigerd, match="bestaat niet"):
            lees([Path("bestaat-niet.csv")])


def test_een_bron_met_een_bsn_wordt_niet_onthouden(bestand) -> None:
    with pytest.raises(Geweigerd, match="burgerservicenummer"):
        lees([Aangeboden("a", bestand([JAN]), "van 123456782")], Opties(stand_per=STAND_PER))
