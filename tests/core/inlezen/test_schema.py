"""Headers: which column a header stands for, whatever its spelling."""

import pytest

from core.begrippen import Begrip
from core.database import REGEL_KOLOMMEN
from core.inlezen.schema import KOLOMMEN, VERPLICHT, handtekening, herken
from core.inlezen.woordenlijst import WAARDEN


@pytest.mark.parametrize(
    ("kop", "kolom"),
    [
        ("Cliëntnr", "clientnummer"),
        ("client-nummer", "clientnummer"),
        ("BSN", "bsn"),
        ("Persoonsnummer", "clientnummer"),
        ("Jeugdige", "clientnummer"),
        ("Geb.datum", "geboortedatum"),
        ("Zorgaanbieder", "aanbieder"),
        ("Leverancier", "aanbieder"),
        ("Productnaam", "product"),
        ("VOORZIENING", "product"),
        ("productcode", "product"),
        ("periode", "leveringsmaand"),
        ("Maand", "leveringsmaand"),
        ("jaar_maand", "leveringsmaand"),
        ("Begindatum prestatie", "leveringsmaand"),
        ("Ingediend bedrag", "bedrag"),
        ("netto", "bedrag"),
        ("Bedrag (€)", "bedrag"),
        ("bedrag in euro", "bedrag"),
        ("Toegekend bedrag", "toegekend_bedrag"),
        ("D/C", "debet_credit"),
        ("Afhandeling", "status"),
        ("Buurtcode", "buurt"),
        ("AGB-code", "agb"),
        ("Toewijzing nummer", "toewijzingnummer"),
        ("Declaratie datum", "declaratiemaand"),
        ("Regelnr.", "regelnummer"),
        ("Leverings-vorm", "leveringsvorm"),
    ],
)
def test_synoniem_ongeacht_hoofdletters_accenten_spaties_en_tekens(kop, kolom):
    assert herken([kop]).herkend == {kop: kolom}


@pytest.mark.parametrize(
    "kop", ["Bedrag (centen)", "bedrag in eurocenten", "bedrag_centen", "Netto in cent", "Bedrag [centen]"]
)
def test_centen_staat_in_de_kop(kop):
    assert herken([kop]).centen == {"bedrag"}


def test_gewoon_bedrag_is_niet_in_centen():
    assert herken(["Bedrag", "Toegekend bedrag"]).centen == frozenset()


def test_bsn_mag_in_plaats_van_clientnummer_en_toegekend_in_plaats_van_bedrag():
    kop = herken(["BSN", "geb.datum", "aanbieder", "product", "maand", "toegekend bedrag"])
    assert kop.ontbreekt == []
    assert herken(["BSN", "aanbieder"]).ontbreekt == ["geboortedatum", "product", "leveringsmaand", "bedrag"]


def test_kolom_buiten_het_schema_wordt_weggelaten_en_genoemd():
    kop = herken(["bsn", "Naam kind", "Postcode", ""])
    assert kop.weggelaten == ("Naam kind", "Postcode")
    assert kop.kolommen == {"bsn": 0}


def test_twee_koppen_voor_een_kolom_de_beste_wint_en_de_andere_wordt_gemeld():
    kop = herken(["Productcode", "Productnaam"])
    assert kop.herkend == {"Productnaam": "product"}
    assert kop.gelijk == (("Productnaam", "Productcode"),)


def test_met_de_hand_toegewezen_gaat_voor():
    kop = herken(
        ["Locatie", "Maand", "Peilmaand"], {"locatie": "buurt", "PEILMAAND": "leveringsmaand", "Maand": ""}
    )
    assert kop.herkend == {"Locatie": "buurt", "Peilmaand": "leveringsmaand"}
    assert kop.weggelaten == ("Maand",)


def test_met_de_hand_naar_een_kolom_die_niet_bestaat():
    with pytest.raises(ValueError, match="postcode"):
        herken(["x"], {"x": "postcode"})


def test_handtekening_gelijk_voor_dezelfde_koppen_in_andere_volgorde():
    assert handtekening(["Maand", "BSN"]) == handtekening(["b.s.n", "maand", " "])
    assert handtekening(["Maand"]) != handtekening(["Maand", "BSN"])


def test_geen_synoniem_staat_voor_twee_kolommen():
    alle = [s for k in KOLOMMEN.values() for s in k.synoniemen]
    assert len(alle) == len(set(alle))


def test_elke_lijst_heeft_woorden_uit_haar_eigen_begrip():
    for naam, woorden in WAARDEN.items():
        soort = KOLOMMEN[naam].begrip
        assert soort is not None and issubclass(soort, Begrip)
        assert {type(lid) for lid in woorden.values()} == {soort}


def test_elke_bewaarde_kolom_komt_uit_het_schema():
    elders = {"levering", "rij", "jeugdige", "geboortemaand", "debet", "toewijzing"}
    assert set(REGEL_KOLOMMEN) - elders <= set(KOLOMMEN)
    assert set(VERPLICHT) == {
        "clientnummer",
        "geboortedatum",
        "aanbieder",
        "product",
        "leveringsmaand",
        "bedrag",
    }
