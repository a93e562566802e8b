"""A number as a paragraph: every part that an answer needs, and every reserve that holds."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.export import zin
from core.export.figuur import Uitgang
from core.export.zin import GeenRij
from core.filters import Filter
from core.onthulling import Drempels
from tests.conftest import levering
from tests.core.cijfers.hulp import reeks

DEMO = [levering(1, demo=True)]


@pytest.fixture
def schrijf(maak_database):
    """The paragraph over some lines: `schrijf(regels, tabel, maat, *woorden, jaar=(2023,))`."""

    def maak(regels, tabel: str, maat: str, *woorden: str, leveringen=None, intern: bool = False, **f) -> str:
        uitgang = Uitgang(maak_database(regels, leveringen), Rol.STURING, Drempels(), intern)
        van = uitgang.tabel(tabel, Filter(**f))
        return zin.schrijf(van, zin.zoek_woorden(van, woorden), maat)

    return maak


def klas(aantal: int, begin: str = "2023-01", eind: str = "2023-12", **velden):
    return [r for n in range(aantal) for r in reeks(f"k{n}", begin, eind, **velden)]


def test_alles_staat_erin(schrijf) -> None:
    assert schrijf(klas(12), "kerncijfers", "jeugdigen", jaar=(2023,)) == (
        "In 2023, alle segmenten, aanbieders en buurten, kregen 10 jeugdigen hulp. Definitie: Aantal verschillende "
        "jeugdigen met ten minste één maand hulp in de selectie. Op elk niveau opnieuw geteld: wie twee producten "
        "heeft, telt bij beide producten één keer en in het totaal één keer. Daarom tellen delen niet op tot het "
        "geheel. Bron: declaraties jeugdhulp, stand per 1 mei 2024 (gegevensversie jeugd-test0). Aantallen zijn "
        "afgerond op vijftallen; wat daarvan is afgeleid ook."
    )


def test_rij_hoort_bij_de_selectie(schrijf) -> None:
    uit = schrijf(
        klas(12, aanbieder="Xonar"),
        "aanbieders",
        "kosten",
        "xonar",
        jaar=(2023,),
        segment=("Segment Jeugd Ambulant",),
    )
    assert uit.startswith("Kosten in 2023 met Segment Jeugd Ambulant en aanbieder Xonar: € 14.400.")
    assert "afgerond" not in uit


def test_een_maand_is_haar_eigen_periode_en_voorlopig(schrijf) -> None:
    uit = schrijf(klas(12, "2023-01", "2024-02"), "kosten-per-maand", "kosten", "2024-02")
    assert uit.startswith("Kosten in feb 2024 met Segment Jeugd Ambulant: € 1.200.")
    assert "De cijfers vanaf feb 2024 zijn voorlopig" in uit
    assert "voorlopig" not in schrijf(klas(12, "2023-01", "2024-02"), "kosten-per-maand", "kosten", "2023-02")


def test_een_jaar_dat_niet_heel_is(schrijf) -> None:
    uit = schrijf(klas(12, "2023-01", "2024-01"), "jeugdigen-per-product", "jeugdigen", "totaal", "2024")
    assert "Van 2024 is geen heel jaar bekend: 2024 (t/m jan)." in uit


def test_verborgen_is_een_reden_en_geen_getal(schrijf) -> None:
    uit = schrijf(klas(3), "kerncijfers", "jeugdigen", jaar=(2023,))
    assert "wordt 'unieke jeugdigen' niet getoond, omdat het kleiner dan 5 is." in uit
    assert "3 jeugdigen" not in uit
    assert "een klein aantal zou verraden" in schrijf(
        klas(3), "kerncijfers", "kosten_per_jeugdige", jaar=(2023,)
    )


def test_voorbeeld_is_geen_antwoord(schrijf) -> None:
    uit = schrijf(klas(12), "kerncijfers", "jeugdigen", leveringen=DEMO)
    assert "verzonnen voorbeeldgegevens" in uit
    assert uit.endswith("De gegevens zijn verzonnen: niet als antwoord te gebruiken.")


def test_intern_is_exact_en_noemt_geen_afronding(schrijf) -> None:
    uit = schrijf(klas(12), "kerncijfers", "jeugdigen", intern=True)
    assert "kregen 12 jeugdigen" in uit
    assert "afgerond" not in uit


def test_welke_rij_er_bedoeld_is(maak_database) -> None:
    regels = (
        klas(9) + klas(9, product="Pleegzorg") + klas(9, segment="Segment Jeugd Wonen", product="Pleegzorg")
    )
    van = Uitgang(maak_database(regels), Rol.STURING, Drempels()).tabel("segmenten", Filter())
    assert zin.leesbaar(van, zin.zoek_woorden(van, ["totaal"])) == "totaal"
    assert zin.leesbaar(van, zin.zoek_woorden(van, ["Segment Jeugd Ambulant"])) == "Segment Jeugd Ambulant"
    assert (
        zin.leesbaar(van, zin.zoek_woorden(van, ["pleegzorg", "segment jeugd wonen"]))
        == "Segment Jeugd Wonen, Pleegzorg"
    )
    with pytest.raises(GeenRij) as fout:
        zin.zoek_woorden(van, ["Pleegzorg"])
    assert fout.value.keuzes == ("Segment Jeugd Ambulant, Pleegzorg", "Segment Jeugd Wonen, Pleegzorg")


def test_elke_rij_van_elke_tabel_is_aan_haar_naam_terug_te_vinden(uitgang) -> None:
    from core.cijfers.tabellen import TABELLEN

    for naam in TABELLEN:
        van = uitgang.tabel(naam, Filter())
        for rij in range(len(van)):
            assert zin.zoek(van, zin.rijnaam(van, rij)) == rij
            for maat in zin.maten(van):
                assert zin.schrijf(van, rij, maat.naam).count("Definitie") == 1
