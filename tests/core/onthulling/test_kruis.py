"""A protected table turned, with the whole beside its parts."""

from __future__ import annotations

from core.begrippen import Rol
from core.cijfers.tabellen import Kolom, Soort
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Herkomst, in_volgorde, kruistabel, met_totaal

VAN = Herkomst("v1", None, False, Filter(), 5, Rol.STURING, None, None, None)
PRODUCT = Kolom("product", "Product", Soort.TEKST)
KLASSE = Kolom("klasse", "Klasse", Soort.TEKST)
JEUGDIGEN = Kolom("jeugdigen", "Jeugdigen", Soort.JEUGDIGEN)

DELEN = BeveiligdeTabel(
    "delen",
    "Delen",
    (PRODUCT, KLASSE, JEUGDIGEN),
    (("Logeren", "6-12", 8), ("Logeren", "13-17", None), ("Dyslexie", "0-5", 1200)),
    (("", "", ""), ("", "", "<5"), ("", "", "")),
    VAN,
)
GEHEEL = BeveiligdeTabel(
    "geheel", "Geheel", (PRODUCT, JEUGDIGEN), (("Logeren", None),), (("", "verborgen"),), VAN
)


def test_een_verborgen_cel_houdt_haar_reden_en_geen_getal():
    kruis = kruistabel(DELEN, ("product",), "klasse", "jeugdigen")
    assert kruis.koppen == ("6-12", "13-17", "0-5")
    assert kruis.rijen == ((("Logeren",), ("8", "<5", "")), (("Dyslexie",), ("", "", "1.200")))
    assert kruis.waarden == ((8, None, None), (None, None, 1200))


def test_het_totaal_komt_uit_een_eigen_telling_en_telt_niet_mee_als_cel():
    kruis = met_totaal(
        kruistabel(DELEN, ("product",), "klasse", "jeugdigen"), GEHEEL, ("product",), "jeugdigen"
    )
    assert kruis.koppen[-1] == "Totaal"
    assert [cellen[-1] for _, cellen in kruis.rijen] == ["verborgen", ""]
    assert [rij[-1] for rij in kruis.waarden] == [None, None]


def test_koppen_in_de_volgorde_van_de_lezer():
    kruis = in_volgorde(
        kruistabel(DELEN, ("product",), "klasse", "jeugdigen"), ["0-5", "6-12", "13-17", "18+"]
    )
    assert kruis.koppen == ("0-5", "6-12", "13-17")
    assert kruis.rijen[0] == (("Logeren",), ("", "8", "<5"))
    assert kruis.waarden[1] == (1200, None, None)


def test_namen_op_alfabet_zoals_een_lezer_ze_zoekt():
    rijen = tuple((naam, 9) for naam in ("Xonar", "AHMW", "Ëva", "Accare", "adelante"))
    tabel = BeveiligdeTabel("t", "T", (PRODUCT, JEUGDIGEN), rijen, (("", ""),) * 5, VAN)
    namen = tabel.gesorteerd("product", aflopend=False)
    assert [namen.cel("product", n) for n in range(5)] == ["Accare", "adelante", "AHMW", "Ëva", "Xonar"]
