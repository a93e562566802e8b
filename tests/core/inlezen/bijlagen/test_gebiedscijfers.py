"""Figures about areas: recognised by the header, read in any notation, and what is odd is said."""

import pytest

from core.inlezen.bijlagen.gebiedscijfers import ALLE_VORMEN
from core.inlezen.csv_xlsx import OnleesbaarBestand
from core.referentie.gebieden import VORMEN
from core.verwacht.vormen import Vorm
from tests.core.inlezen.bijlagen.test_bevolking import keur, soort

KOP = "gebied;jaar;vorm;verwacht_pct;bron\n"


def rijen(tekst):
    gekeurd = keur(tekst)
    assert gekeurd.fouten == []
    return [(r["wat"], r["gebied"], r["jaar"], r["vorm"], r["waarde"]) for r in gekeurd.rijen]


def test_de_vormen_zijn_die_van_het_model():
    assert tuple(Vorm) == VORMEN


@pytest.mark.parametrize(
    "kop",
    [
        "gebied;jaar;vorm;verwacht_pct;bron",
        "Gemeentecode,Jaar,Vorm,Verwacht,Werkelijk,Noemer,Bron",
        "gemeente;jaar;kenmerk_eenouder",
        "regio\tjaar\tvorm\twerkelijk_pct\tnoemer",
    ],
)
def test_herkend_aan_de_kop(kop):
    assert soort(f"Titel\n\n{kop}\nGM0935;2022\n") == "gebiedscijfers"


@pytest.mark.parametrize(
    ("kop", "mist"),
    [
        ("gebied;jaar;vorm;verwacht_pct", "een kolom bron"),
        ("gebied;jaar;verwacht_pct;bron", "een kolom vorm"),
        ("gebied;vorm;verwacht_pct;bron", "een kolom jaar"),
    ],
)
def test_een_ontbrekende_kolom_wordt_genoemd(kop, mist):
    with pytest.raises(OnleesbaarBestand, match=mist):
        soort(f"{kop}\nMaastricht;2022;jeugdhulp;1\n")


def test_een_export_met_personen_is_het_nooit():
    assert (
        soort("clientnummer;gebied;jaar;vorm;verwacht_pct;bron\n1;Maastricht;2022;jeugdhulp;1;NJi\n") is None
    )


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("GM0935", "GM0935"), ("gm0935", "GM0935"), ("935", "GM0935"), ("0935", "GM0935"), ("maastricht", "GM0935"),
        ("Maastricht (gemeente)", "GM0935"), ("Utrecht", "GM0344"), ("Utrecht (provincie)", "PV26"), ("NL", "NL"),
        ("Nederland", "NL"), ("Súdwest-Fryslân", "GM1900"), ("Sudwest Fryslan", "GM1900"),
        ("Zuid-Limburg (jeugdregio)", "JZ41"),
    ],
)  # fmt: skip
def test_een_gebied_met_code_nummer_of_naam(tekst, code):
    assert rijen(f"{KOP}{tekst};2022;Jeugdhulp;16,5;NJi\n") == [
        ("verwachting", code, 2022, "jeugdhulp", 16.5)
    ]


@pytest.mark.parametrize(("tekst", "waarde"), [("16,5", 16.5), ("16.5", 16.5), ("16,5 %", 16.5), ("0", 0.0), ("100", 100.0)])  # fmt: skip
def test_een_percentage_in_elke_schrijfwijze(tekst, waarde):
    assert rijen(f"{KOP}Maastricht;2022;jeugdhulp;{tekst};NJi\n")[0][-1] == waarde


def test_een_rij_geeft_verwachting_gebruik_en_kenmerken():
    tekst = (
        "gebied;jaar;vorm;verwacht_pct;werkelijk_pct;noemer;bron;kenmerk_Bijstand\n"
        "Maastricht;2023;jeugdzorg totaal;9,3;9,5;28.950;NJi;16,2\n"
        "Heerlen;2023;jeugdzorg;.;;;;18\n"
    )
    assert rijen(tekst) == [
        ("verwachting", "GM0935", 2023, "jeugdzorg", 9.3),
        ("gebruik", "GM0935", 2023, "jeugdzorg", 9.5),
        ("kenmerk_bijstand", "GM0935", 2023, "jeugdzorg", 16.2),
        ("kenmerk_bijstand", "GM0917", 2023, "jeugdzorg", 18.0),
    ]
    assert [r.get("noemer") for r in keur(tekst).rijen][:2] == [None, 28950.0]


def test_kenmerken_zonder_vorm_gelden_voor_alle_vormen():
    assert rijen("gemeente;jaar;kenmerk_x\nMaastricht;2022;1.5\n") == [
        ("kenmerk_x", "GM0935", 2022, ALLE_VORMEN, 1.5)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ("Maastricht;22;jeugdhulp;16;NJi", "rij 2, jaar: '22' is geen jaar"),
        ("Maastricht;2022;jeugdhulp;160;NJi", "rij 2, verwacht_pct: 160,0 is geen percentage"),
        ("Maastricht;2022;jeugdhulp;-1;NJi", "geen percentage"),
        ("Maastricht;2022;jeugdhulp;veel;NJi", "rij 2, verwacht_pct: 'veel' is geen getal"),
        ("Maastricht;2022;zorg;16;NJi", "rij 2, vorm: 'zorg' is geen jeugdhulp, jeugdbescherming"),
        ("Maastricht;2022;jeugdhulp;16;", "rij 2, bron: leeg"),
        (
            "Maastricht;2022;jeugdhulp;16;NJi\nGM0935;2022;jeugdhulp;17;NJi",
            "rij 3, gebied: Maastricht in 2022 stond",
        ),
        (
            "Zuid-Limburg;2022;jeugdhulp;16;NJi",
            "kan Zuid-Limburg (jeugdregio) of Zuid-Limburg (veiligheidsregio) zijn",
        ),
        ("Verweggistan;2022;jeugdhulp;16;NJi", "geen enkele rij gaat over een gebied"),
    ],
)
def test_een_fout_zegt_wat_waar_en_wat_te_doen(rij, zin):
    assert any(zin in fout for fout in keur(f"{KOP}{rij}\n").fouten)


def test_dezelfde_rij_twee_keer_is_een_keer():
    rij = "Maastricht;2022;jeugdhulp;16;NJi\n"
    assert len(rijen(f"{KOP}{rij}{rij}")) == 1


def test_onbekende_gebieden_en_ontbrekende_gemeenten_worden_genoemd():
    zinnen = keur(
        f"{KOP}Maastricht;2022;jeugdhulp;16;NJi\nVoorne aan Zee;2022;jeugdhulp;12;NJi\n"
    ).waarschuwingen
    assert any("Voorne aan Zee" in zin for zin in zinnen)
    assert any(
        zin.startswith("verwachting, 2022, jeugdhulp: niets voor") and "en nog 336" in zin for zin in zinnen
    )


def test_delen_in_plaats_van_percentages_vallen_op():
    zinnen = keur(f"{KOP}Maastricht;2022;jeugdhulp;0,165;NJi\n").waarschuwingen
    assert any("een deel in plaats van een percentage" in zin for zin in zinnen)
    assert not any(
        "een deel" in z for z in keur(f"{KOP}Maastricht;2022;jeugdreclassering;0,3;NJi\n").waarschuwingen
    )


def test_veel_fouten_worden_geteld():
    fouten = keur(KOP + "Maastricht;2022;jeugdhulp;veel;NJi\n" * 30).fouten
    assert len(fouten) == 21 and fouten[-1] == "en nog 10 andere"
