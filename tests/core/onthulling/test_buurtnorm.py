"""What leaves of the city's average by age: nothing from which a small count follows."""

from core import onthulling
from core.begrippen import Rol
from core.filters import Filter
from core.onthulling import Drempels
from tests.core.cijfers.test_buurtnorm import BINNENSTAD, JONG, MALBERG, OUD, WYCK, groep

J2023 = Filter(jaar=(2023,))
VOLGT = ("per_1000", "index", "verschil", "index_gekrompen", "ligging")


def stad_met_klein():
    """Binnenstad has 3, so with Wyck (30) it makes a wijk of 33; Malberg 60."""
    return [
        *groep(3, BINNENSTAD, JONG), *groep(14, WYCK, JONG), *groep(16, WYCK, OUD),
        *groep(30, MALBERG, JONG), *groep(30, MALBERG, OUD),
    ]  # fmt: skip


def vraag(db, f=J2023, rol=Rol.STURING):
    return onthulling.tabel(db, "buurtnorm", f, rol, Drempels())


def redenen(van, buurt):
    rij = van.alleen(niveau="buurt", buurt=buurt)
    return {k.naam: rij.reden_van(k.naam) for k in van.kolommen if rij.reden_van(k.naam)}


def test_wat_van_een_klein_aantal_komt_gaat_mee_en_de_stad_blijft(maak_database):
    van = vraag(maak_database(stad_met_klein()))
    assert redenen(van, "Binnenstad") == {"jeugd_met_hulp": "<5"} | dict.fromkeys(VOLGT, "verborgen")
    # 3 = 33 - 30: the other buurt of the wijk goes too.
    assert redenen(van, "Wyck") == dict.fromkeys(("jeugd_met_hulp", *VOLGT), "verborgen")
    assert redenen(van, "Malberg") == {}
    binnenstad = van.alleen(niveau="buurt", buurt="Binnenstad")
    assert binnenstad.cel("stadsgemiddelde") > 0 and binnenstad.cel("hoog_95") > 100


def test_een_voor_een_gevraagd_geeft_een_buurt_niets_meer(maak_database):
    db = maak_database(stad_met_klein())
    assert redenen(vraag(db, J2023.met(buurt=("Wyck",))), "Wyck")["jeugd_met_hulp"] == "verborgen"
    een = vraag(db, J2023.met(buurt=("Wyck",)))
    assert [een.cel("buurt", n) for n in range(len(een))] == ["Wyck"]
    wijk = vraag(db, J2023.met(wijk=("Buitenwijk West",)))
    assert [wijk.cel("niveau", n) for n in range(len(wijk))] == ["wijk", "buurt"]
    assert wijk.herkomst.filter.wijk == ("Buitenwijk West",)


def test_met_een_persoonskenmerk_geldt_de_hogere_drempel(maak_database):
    van = vraag(
        maak_database([r | {"verwijzer": "Huisarts"} for r in stad_met_klein()]),
        J2023.met(verwijzer=("Huisarts",)),
    )
    assert redenen(van, "Binnenstad")["jeugd_met_hulp"] == "<10"


def test_een_bestand_is_in_zichzelf_rond(maak_database):
    db = maak_database(stad_met_klein())
    van = onthulling.naar_buiten(db, vraag(db))
    malberg = van.alleen(niveau="buurt", buurt="Malberg")
    geteld, stad = malberg.cel("jeugd_met_hulp"), malberg.cel("stadsgemiddelde")
    assert geteld % 5 == 0 and stad == round(stad)
    assert malberg.cel("index") == 100 * geteld / stad
    assert malberg.cel("verschil") == geteld - stad


def test_een_selectie_van_weinigen_heeft_geen_stadsgemiddelde_dat_hen_verraadt(maak_database):
    van = vraag(maak_database(groep(4, MALBERG, JONG)))
    assert all(van.cel("stadsgemiddelde", n) is None for n in range(len(van)))
    assert redenen(van, "Malberg")["jeugd_met_hulp"] == "<5"
