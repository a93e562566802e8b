"""A figure by its code: the same again, or a reason; never another number."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from core import database
from core.begrippen import Rol
from core.export import bewijs, zin
from core.export.bewijs import NietHerhaalbaar
from core.export.figuur import Uitgang
from core.export.zin import Plaats
from core.filters import Filter
from core.inlezen.bijlagen.bewaard import bijlage_pad
from core.inlezen.leveringen import Aangeboden, Opties, herbouw, laad, lees, terug, voeg_samen
from core.inlezen.leveringtabel import levering_pad
from core.onthulling import Drempels
from core.opslag import Opslag
from tests.core.inlezen.conftest import jongeren

pytestmark = pytest.mark.usefixtures("zonder_kind")
JAN, FEB = {"leveringsmaand": "2024-01"}, {"leveringsmaand": "2024-02"}


def leg_vast(
    tabel: str = "kerncijfers", maat: str = "jeugdigen", woorden: tuple[str, ...] = ()
) -> bewijs.Bewijs:
    db = database.actueel()
    assert db is not None
    uitgang = Uitgang(db, Rol.LEZER, Drempels())
    van = uitgang.tabel(tabel, Filter(jaar=(2024,)))
    plaats = Plaats(zin.rijnaam(van, zin.zoek_woorden(van, woorden)), maat)
    return bewijs.maak(uitgang, van, plaats, "ik", Opslag())


def wis_versie(naam: str) -> None:
    (database.datamap() / f"{naam}.duckdb").unlink()


def test_zelfde_cijfer_uit_de_versie_van_toen_ook_na_een_nieuwe_levering(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast()
    assert "kregen 10 jeugdigen hulp" in een.tekst
    inlezen(jongeren(40, begin=5000, **FEB), toch=True)
    weer = bewijs.herhaal(een.code, Opslag())
    assert weer.alinea == een.alinea
    assert "opnieuw berekend uit gegevensversie jeugd-000001" in weer.hoe


def test_weg_versie_wordt_nagebouwd_uit_de_leveringen_die_toen_telden(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast("aanbieders", "kosten", ("Adelante",))
    assert "€ 1.200" in een.tekst
    inlezen(jongeren(40, begin=5000, **FEB), toch=True)
    wis_versie("jeugd-000001")
    weer = bewijs.herhaal(een.code, Opslag())
    assert weer.tekst == een.tekst
    assert "opnieuw opgebouwd uit levering 1" in weer.hoe
    assert list((database.datamap() / "tijdelijk").iterdir()) == []


def test_een_teruggedraaide_levering_telt_mee_als_zij_toen_telde(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    inlezen(jongeren(10, begin=5000, **FEB), toch=True)
    een = leg_vast()
    terug(2, "ik")
    wis_versie("jeugd-000002")
    assert bewijs.herhaal(een.code, Opslag()).tekst == een.tekst


def test_de_indeling_van_aanbieders_is_die_van_toen(inlezen) -> None:
    inlezen(jongeren(12, **JAN) + jongeren(9, begin=3000, aanbieder="Adelante Zorg", **JAN))
    een = leg_vast("aanbieders", "kosten", ("Adelante",))
    voeg_samen(["Adelante Zorg"], "Adelante", "ik")
    assert "€ 2.100" in leg_vast("aanbieders", "kosten", ("Adelante",)).tekst
    wis_versie("jeugd-000001")
    assert "€ 1.200" in bewijs.herhaal(een.code, Opslag()).tekst


def test_een_andere_versie_onder_dezelfde_naam_is_niet_die_van_toen(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast()
    inlezen(jongeren(40, begin=5000, **FEB), toch=True)
    map_ = database.datamap()
    (map_ / "jeugd-000002.duckdb").replace(map_ / "jeugd-000001.duckdb")
    # in a process of its own, for this one has the first version open still
    uit = subprocess.run([sys.executable, "-m", "core", "bewijs", een.code], capture_output=True, text=True)
    assert uit.stdout.strip() == een.alinea
    assert "opnieuw opgebouwd uit levering 1" in uit.stderr


def test_zonder_de_levering_geen_getal_maar_een_reden(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast()
    herbouw()
    wis_versie("jeugd-000001")
    levering_pad(database.datamap(), 1).unlink()
    with pytest.raises(NietHerhaalbaar, match="Levering 1 is er niet meer"):
        bewijs.herhaal(een.code, Opslag())


def test_inwoners_zijn_die_van_toen(inlezen) -> None:
    inlezen(jongeren(50, buurt="Malberg", **JAN))
    lees_inwoners(1000)
    een = leg_vast("buurten", "per_1000", ("Malberg",))
    assert ": 50,0." in een.tekst and "Inwoners: CBS" in een.tekst
    lees_inwoners(500)
    assert ": 100,0." in leg_vast("buurten", "per_1000", ("Malberg",)).tekst
    wis_versie("jeugd-000002")
    weer = bewijs.herhaal(een.code, Opslag())
    assert weer.tekst == een.tekst
    assert "levering 1 en bijlage B1" in weer.hoe
    bijlage_pad(database.datamap(), 1).unlink()
    with pytest.raises(NietHerhaalbaar, match="Bijlage B1 is er niet meer"):
        bewijs.herhaal(een.code, Opslag())


def lees_inwoners(aantal: int) -> None:
    inhoud = f"buurt;jaar;0-17\nMalberg;2024;{aantal}\n".encode()
    laad(lees([Aangeboden("inwoners.csv", inhoud)], Opties(bron="CBS")), toch=True)


def test_een_veranderde_levering_geeft_geen_ander_getal(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast()
    inlezen(jongeren(30, begin=5000, **FEB), toch=True)
    wis_versie("jeugd-000001")
    map_ = database.datamap()
    # as if retention had written the levering anew with other lines
    levering_pad(map_, 1).write_bytes(levering_pad(map_, 2).read_bytes())
    with pytest.raises(NietHerhaalbaar, match="iets anders uit") as fout:
        bewijs.herhaal(een.code, Opslag())
    assert een.tekst in str(fout.value)


def test_een_andere_drempel_van_nu_verandert_een_cijfer_van_toen_niet(inlezen) -> None:
    inlezen(jongeren(7, **JAN))
    een = leg_vast()
    Opslag().zet_instelling("drempel", 20, "ik")
    assert bewijs.herhaal(een.code, Opslag()).tekst == een.tekst


def test_dezelfde_zin_heeft_dezelfde_code_en_staat_in_het_logboek(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een, twee = leg_vast(), leg_vast()
    assert een == twee
    assert leg_vast(maat="kosten").code != een.code
    regel = Opslag().logboek()[-2]
    assert (regel["wat"], regel["details"]["code"]) == ("zin", een.code)


def test_een_code_mag_slordig_worden_overgetypt(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast()
    slordig = een.code.lower().replace("-", " ").replace("o", "0").replace("i", "1")
    assert bewijs.herhaal(slordig, Opslag()).code == een.code


def test_met_een_vastlegging_valt_niet_te_knoeien(inlezen) -> None:
    inlezen(jongeren(12, **JAN))
    een = leg_vast()
    with sqlite3.connect(Opslag().pad) as con:
        with pytest.raises(sqlite3.IntegrityError, match="een bewijs verandert niet"):
            con.execute("UPDATE bewijs SET inhoud = replace(inhoud, '10', '90')")
        con.execute("DROP TRIGGER bewijs_vast_update")
        con.execute("UPDATE bewijs SET inhoud = replace(inhoud, '10', '90')")
    with pytest.raises(NietHerhaalbaar, match="veranderd en bewijst niets meer"):
        bewijs.herhaal(een.code, Opslag())


def test_onbekende_code() -> None:
    with pytest.raises(KeyError):
        bewijs.herhaal("AAAA-BBBB", Opslag())
