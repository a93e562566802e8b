"""Inhabitants per buurt: recognised by the header, read from what CBS and municipalities write."""

import pytest

from core.inlezen.bijlagen.register import zoek
from core.inlezen.bijlagen.soort import Inhoud, Omgeving
from core.inlezen.csv_xlsx import OnleesbaarBestand, open_bestand
from tests.core.inlezen.conftest import BUURTEN

OMGEVING = Omgeving("Maastricht", BUURTEN, {"BU09350000": "Binnenstad", "BU09350207": "Malberg"})
BINNENSTAD, MALBERG = "BU09350000", "BU09350207"


def soort(tekst):
    gevonden = zoek(open_bestand(tekst.encode(), 10**9).bladen())
    return gevonden.soort.naam if gevonden else None


def keur(tekst):
    gevonden = zoek(open_bestand(tekst.encode(), 10**9).bladen())
    return gevonden.soort.keur(Inhoud(gevonden.kop, gevonden.rijen(), OMGEVING))


def rijen(tekst):
    gekeurd = keur(tekst)
    assert gekeurd.fouten == []
    return [tuple(r.values()) for r in gekeurd.rijen]


def test_een_kolom_per_leeftijdsklasse():
    tekst = "Titel\n\nbuurtcode;jaar;0-4;5-9;10-14;15-17\nBU09350000;2024;1.200;2;3;4\n"
    assert soort(tekst) == "bevolking"
    assert rijen(tekst) == [
        (BINNENSTAD, 2024, 0, 4, 1200), (BINNENSTAD, 2024, 5, 9, 2),
        (BINNENSTAD, 2024, 10, 14, 3), (BINNENSTAD, 2024, 15, 17, 4),
    ]  # fmt: skip


def test_lange_tabel_met_naam_periode_en_geslacht():
    tekst = (
        "Wijken en buurten,Perioden,Geslacht,Leeftijd,Aantal\n"
        "Malberg,1 januari 2023,Totaal mannen en vrouwen,0 tot 10 jaar,40\n"
        "Malberg,1 januari 2023,Mannen,0 tot 10 jaar,19\n"
        "Malberg,1 januari 2023,Totaal mannen en vrouwen,10 tot 18 jaar,32\n"
        "Malberg,1 januari 2023,Totaal mannen en vrouwen,Totaal,900\n"
        "Amsterdam,1 januari 2023,Totaal mannen en vrouwen,0 tot 10 jaar,7\n"
    )
    assert rijen(tekst) == [(MALBERG, 2023, 0, 9, 40), (MALBERG, 2023, 10, 17, 32)]
    assert any("overgeslagen: 1 van de 5" in zin for zin in keur(tekst).waarschuwingen)


def test_alleen_0_17_en_de_bron_uit_het_bestand():
    gekeurd = keur("buurt;jaar;jeugd_0_17;bron\nMalberg;2024;510;CBS, 03759ned\n")
    assert [tuple(r.values()) for r in gekeurd.rijen] == [(MALBERG, 2024, 0, 17, 510)]
    assert gekeurd.bron == "CBS, 03759ned"


def test_klasse_na_17_wordt_geschat_en_dat_staat_erbij():
    gekeurd = keur("gwb_code;jaar;a_00_14;a_15_24\nBU09350207;2024;150;900\n")
    assert [tuple(r.values())[2:] for r in gekeurd.rijen] == [(0, 14, 150), (15, 17, 30)]
    assert any("15-17 is geschat naar de klasse eronder" in zin for zin in gekeurd.waarschuwingen)


def test_onbekend_is_niet_nul():
    gekeurd = keur("buurt;jaar;0-9;10-17\nMalberg;2024;40;32\nBinnenstad;2024;.;32\n")
    assert {r["buurtcode"] for r in gekeurd.rijen} == {MALBERG}
    assert any("geen inwonertal voor Binnenstad" in zin for zin in gekeurd.waarschuwingen)


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ("Malberg;2024;veel;3", "rij 2, 0-9 jaar: 'veel' is geen aantal inwoners"),
        ("Malberg;2024;12,5;3", "rij 2, 0-9 jaar: '12,5' is geen aantal inwoners"),
        ("Malberg;2024;-4;3", "rij 2, 0-9 jaar: '-4' is geen aantal inwoners"),
        ("Malberg;vorig jaar;4;3", "rij 2, jaar: 'vorig jaar' is geen jaar zoals 2024"),
        ("Malberg;2024;4;3\nMalberg;2024;5;3", "rij 3, 0-9 jaar: BU09350207 in 2024 stond hierboven al"),
        ("Amsterdam;2024;4;3", "geen enkele rij gaat over een buurt van Maastricht"),
    ],
)
def test_een_fout_zegt_wat_en_waar(rij, zin):
    gekeurd = keur(f"buurt;jaar;0-9;10-17\n{rij}\n")
    assert any(fout.startswith(zin) for fout in gekeurd.fouten), gekeurd.fouten


def test_klassen_met_een_gat_zijn_een_fout():
    assert keur("buurt;jaar;0-4;10-17\nMalberg;2024;4;3\n").fouten == [
        "jaar 2024: de leeftijdsklassen dekken niet elke leeftijd van 0 tot en met 17 jaar"
    ]


def test_onbekende_code_van_de_eigen_gemeente_wordt_genoemd():
    gekeurd = keur("buurt;jaar;0-17\nMalberg;2024;4\nBU09359999;2024;4\n")
    assert any(
        "kent deze buurtcodes niet, zij zijn overgeslagen: BU09359999" in z for z in gekeurd.waarschuwingen
    )


def test_wat_er_bijna_een_is_hoort_wat_er_ontbreekt():
    with pytest.raises(
        OnleesbaarBestand, match="lijkt een bestand met inwoners per buurt, maar er ontbreekt: een kolom jaar"
    ):
        soort("buurtcode;0-4;5-9;10-14\nBU09350207;1;2;3\n")


@pytest.mark.parametrize(
    "kop",
    [
        "clientnummer;buurt;jaar;leeftijd;aantal",  # persons
        "geboortedatum;buurt;jaar;leeftijd;aantal",
        "product;bedrag;buurt;jaar;leeftijd;aantal",  # an export whose clientnummer was not recognised
        "a;b;c",
    ],
)
def test_een_bestand_met_personen_is_het_nooit(kop):
    assert soort(f"{kop}\n{';'.join('1' * len(kop.split(';')))}\n") is None
