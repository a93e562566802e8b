"""The page Contracten en controle: what is entered shows at once, what is refused says why, and little or no data."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.opslag.begroting import Begrotingen
from core.opslag.jaarbladen import Jaarbladen, PencProduct, Plafond
from pages.onderdelen import standtabel
from tests.core.cijfers.hulp import reeks
from tests.pages.conftest import alles, html_met, vul

PAGINA, PROGNOSE = "pages/sturing/contracten.py", "pages/sturing/prognose.py"
DELEN = ["Plafonds", "Aansluiting", "P&C-kalender", "Productieverantwoording"]
PRODUCT = "Begeleiding Individueel"


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory) -> Path:
    """Adelante: 6 jeugdigen of € 1.000 a month, January 2022 - April 2024."""
    map_ = tmp_path_factory.mktemp("vlak")
    vul(map_, [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04", bedrag=1000)])
    return map_


@pytest.fixture
def vlak(gemaakt, tmp_path) -> Path:
    """The same in a folder of the test's own, for what is entered."""
    for naam in ("jeugd-000001.duckdb", "actueel"):
        (tmp_path / naam).symlink_to(gemaakt / naam)
    return tmp_path


def tekst(at: AppTest) -> str:
    """All text on the page, also what is kept on one line with plain spaces."""
    return alles(at).replace("\u00a0", " ")


def rijen(at: AppTest) -> list[str]:
    """The rows of the table as text."""
    (html,) = html_met(at, "tabel prognose standen")
    kaal = html.replace("</td>", " | ").replace("</th>", " | ")
    return ["".join(d.split(">", 1)[-1] for d in rij.split("<")).strip() for rij in kaal.split("<tr")[2:]]


def klap_uit(at: AppTest, luik: str) -> None:
    at.session_state[f"{luik}-luik"] = True
    at.run()


def druk(at: AppTest, knop: str) -> None:
    next(b for b in at.button if b.label == knop).click().run()
    assert not at.exception


def test_een_plafond_invoeren_veranderen_en_weghalen(open_app, vlak):
    at = open_app(vlak, PAGINA)
    assert "Van 2024 zijn nog geen budgetplafonds ingevoerd." in tekst(at)
    klap_uit(at, "plafond")
    at.selectbox(key="Plafond-2024-0-wie").set_value("Adelante")
    druk(at, "Plafonds bewaren")
    assert "vul een bedrag in. Er is niets bewaard." in tekst(at)
    at.number_input(key="Plafond-2024-0-nieuw").set_value(60_000)
    druk(at, "Plafonds bewaren")
    # Twelve months of 6.000: October brings it to 60.000, November over it.
    assert "het plafond wordt bereikt in november 2024" in tekst(at)
    assert rijen(at)[0].endswith("| 40,0 % | nov 2024 | ▲ gaat over het plafond |")
    at.number_input(key="Plafond-2024-1-Adelante").set_value(80_000)
    druk(at, "Plafonds bewaren")
    assert "gaat er naar verwachting geen overheen" in tekst(at) and "✓ past" in rijen(at)[0]
    at.number_input(key="Plafond-2024-2-Adelante").set_value(0)
    druk(at, "Plafonds bewaren")
    assert Jaarbladen().blad(Plafond, 2024, False).regels == ()


def test_wie_na_een_ander_bewaart_ziet_dat_en_overschrijft_niets(open_app, vlak):
    at = open_app(vlak, PAGINA)
    klap_uit(at, "plafond")
    at.selectbox(key="Plafond-2024-0-wie").set_value("Adelante")
    at.number_input(key="Plafond-2024-0-nieuw").set_value(60_000)
    # Between drawing the form and pressing the button somebody else was first.
    from pages.onderdelen import jaarblad

    echt = jaarblad.bewaar_blad

    def eerst_een_ander(bladen, blad, wie):
        bladen.bewaar(bladen.blad(Plafond, 2024, False).met(Plafond("Xonar", 1)), "ander")
        echt(bladen, blad, wie)

    with pytest.MonkeyPatch.context() as even:
        even.setattr(jaarblad, "bewaar_blad", eerst_een_ander)
        druk(at, "Plafonds bewaren")
    assert "Iemand anders heeft dit intussen gewijzigd" in tekst(at)
    assert Jaarbladen().blad(Plafond, 2024, False).regels == (Plafond("Xonar", 1),)


def test_het_grootboek_invoeren_en_een_verschil_verklaren(open_app, vlak):
    at = open_app(vlak, PAGINA, contracten="Aansluiting", **{"aansluiting-jaar": 2023})
    assert "Van 2023 zijn nog geen grootboekbedragen ingevoerd." in tekst(at)
    klap_uit(at, "taakveld")
    at.selectbox(key=f"Taakveldregel-2023-0-Segment Jeugd Ambulant-{PRODUCT}").set_value(
        "6.72a Jeugdhulp begeleiding"
    )
    druk(at, "Taakvelden bewaren")
    assert "| 6.72a Jeugdhulp begeleiding | € 72.000 |" in rijen(at)[0]
    klap_uit(at, "grootboek")
    sleutel = "Grootboekregel-2023-0-Segment Jeugd Ambulant-6.72a Jeugdhulp begeleiding"
    at.text_input(key="Grootboekregel-2023-0-naam").set_value("Vervoer")
    druk(at, "Grootboek bewaren")
    assert "heeft een omschrijving en een bedrag. Er is niets bewaard." in tekst(at)
    at.text_input(key="Grootboekregel-2023-0-naam").set_value("")
    at.number_input(key=sleutel).set_value(72_500.0)
    druk(at, "Grootboek bewaren")
    assert "1 regel is onverklaard (Segment Jeugd Ambulant, € 500 meer in het grootboek)" in tekst(at)
    klap_uit(at, "verklaar")
    veld = "Verklaring-2023-0-leveringsmaand-Segment Jeugd Ambulant-6.72a Jeugdhulp begeleiding-tekst"
    at.text_input(key=veld).set_value("subsidie 123456782")
    druk(at, "Verklaring bewaren")
    assert "burgerservicenummer" in tekst(at) and "onverklaard" in tekst(at)
    at.text_input(key=veld).set_value("subsidie, rechtstreeks geboekt")
    druk(at, "Verklaring bewaren")
    assert "2023 sluit aan op het grootboek: 0 regels sluiten aan, 1 verschil is verklaard." in tekst(at)
    assert rijen(at)[0].endswith("| ✎ verklaard | subsidie, rechtstreeks geboekt |")
    klap_uit(at, "marge")
    at.number_input[-1].set_value(500)
    druk(at, "Afronding bewaren")
    assert "2023 sluit aan op het grootboek: 1 regel sluit aan." in tekst(at)
    # What is spent outside the declarations can be entered where the ledger is.
    klap_uit(at, "buiten")
    at.selectbox(key="buiten-segment").set_value("LTA")
    at.number_input(key="buiten-jaar").set_value(2023)
    at.text_input(key="buiten-wat").set_value("contract")
    at.number_input(key="buiten-bedrag").set_value(900.0)
    druk(at, "Bewaren")
    assert "LTA (buiten declaraties) |  | € 900 |" in " ".join(rijen(at))


def test_de_kalender_en_een_prognose_die_erin_komt(open_app, vlak):
    at = open_app(vlak, PAGINA, contracten="P&C-kalender")
    klap_uit(at, "kalender")
    druk(at, "Kalender bewaren")
    assert "Vul een datum in bij Begroting" in tekst(at)
    Jaarbladen().bewaar(
        Jaarbladen().blad(PencProduct, 2024, False).met(PencProduct("Berap 1", "2024-06-01")), "t"
    )
    prognose = open_app(vlak, PROGNOSE)
    klap_uit(prognose, "bevries")
    prognose.text_input[-1].set_value("Eerste")
    prognose.selectbox(key="bevries-product").set_value(PencProduct("Berap 1", "2024-06-01"))
    druk(prognose, "Bevriezen")
    assert [b.naam for b in Begrotingen().bevroren(2024, False)] == ["Eerste"]
    weer = open_app(vlak, PAGINA, contracten="P&C-kalender")
    assert rijen(weer) == [
        "Berap 1 | 1 juni 2024 | ✓ gerapporteerd | Eerste | € 72.000 | € 72.000 | € 0 | V |"
    ]


def test_een_verantwoording_met_de_hand_en_uit_een_csv(open_app, vlak):
    at = open_app(vlak, PAGINA, contracten="Productieverantwoording", **{"verantwoording-jaar": 2023})
    klap_uit(at, "verantwoording")
    at.selectbox(key="verantwoording-wie").set_value("Adelante").run()
    at.number_input(key=f"Verantwoording-2023-0-Adelante-{PRODUCT}-euro").set_value(73_000.0)
    at.number_input(key=f"Verantwoording-2023-0-Adelante-{PRODUCT}-aantal").set_value(7)
    at.text_input(key=f"Verantwoording-2023-0-Adelante-{PRODUCT}-tekst").set_value("nagevraagd")
    druk(at, "Verantwoording bewaren")
    assert "1 van de 1 aanbieder verantwoordde 2023: 100,0 % van wat hier is toegekend" in tekst(at)
    assert rijen(at) == [
        f"Adelante | {PRODUCT} | € 73.000 | € 72.000 | € 1.000 | 7 | 6 | ▲ verschil | onverklaard | nagevraagd |"
    ]
    assert "Zonder accountantsverklaring: Adelante." in tekst(at)
    for inhoud, zin in (
        (b"veel", "Regel 2, verantwoord: hier hoort een bedrag"),
        (b"72.000", "Alle bedragen sluiten aan"),
    ):
        at.file_uploader[0].upload(
            "p.csv", b"aanbieder;product;verantwoord\nadelante;begeleiding individueel;" + inhoud + b"\n"
        )
        druk(at, "Uit CSV bewaren")
        assert zin in tekst(at)


def test_elk_deel_met_het_voorbeeld_en_met_een_enkele_regel(open_app, volle_map, kleine_map):
    for map_ in (volle_map, kleine_map):
        at = open_app(map_, PAGINA)
        for deel in DELEN:
            at.segmented_control(key="contracten").set_value(deel).run()
            assert not at.exception and len(tekst(at)) > 200


def test_lege_database_zegt_wat_te_doen(open_app, eigen_datamap):
    at = open_app(eigen_datamap, PAGINA)
    assert not at.exception and "nog geen gegevens ingelezen" in tekst(at)


def test_wie_niets_indiende_staat_op_een_regel_en_een_lange_tabel_begint_kort(
    open_app, volle_map, monkeypatch
):
    at = open_app(volle_map, PAGINA, contracten="Productieverantwoording", **{"verantwoording-jaar": 2023})
    at.segmented_control(key="verantwoording-welke").set_value("Ook wie niets indiende").run()
    alle = rijen(at)
    assert len(alle) == 4 and all(
        "| Alle producten |" in rij and "○ geen verantwoording" in rij for rij in alle
    )
    monkeypatch.setattr(standtabel, "_HOOGSTENS", 3)
    at.run()
    assert rijen(at) == alle[:3] and "Dit zijn de eerste 3 regels." in tekst(at)
    at.toggle(key="verantwoordingsstand-alles").set_value(True).run()
    assert rijen(at) == alle and "Dit zijn de eerste" not in tekst(at)
