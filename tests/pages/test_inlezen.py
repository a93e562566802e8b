"""Inlezen: check, report, decide, load, undo; and one name per aanbieder."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from core.inlezen.leveringen import Aangeboden, laad, lees, leveringen
from core.opslag import Opslag
from tests.pages.conftest import alles

PAGINA = "pages/beheer/inlezen.py"
KOP = "clientnummer;geboortedatum;aanbieder;product;leveringsmaand;bedrag"
GEHEIM = ("900100", "900200", "14-03-2012")
MAART = f"{KOP}\n900100;14-03-2012;Zorg Noord;Begeleiding Individueel;2024-03;100,25\n900200;01-02-2010;Zorg Noord;Begeleiding Individueel;2024-03;200,50\n"
Open = Callable[..., AppTest]


@pytest.fixture
def open_inlezen(open_app: Open, eigen_datamap: Path) -> Open:
    """The page over the data folder of this test: `open_inlezen(deel="Leveringen")`."""
    return lambda **parameters: open_app(eigen_datamap, PAGINA, **parameters)


def knop(at: AppTest, label: str) -> Any:
    return next(b for b in at.button if b.label == label)


def labels(at: AppTest) -> list[str]:
    return [b.label for b in at.button]


def controleer(at: AppTest, *bestanden: tuple[str, str | bytes]) -> AppTest:
    for naam, inhoud in bestanden:
        at.file_uploader[0].upload(naam, inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    at.run()
    return knop(at, "Controleren").click().run()


def lees_in(at: AppTest, *bestanden: tuple[str, str | bytes]) -> AppTest:
    controleer(at, *bestanden)
    return knop(at, "Inlezen").click().run()


def test_lege_database_biedt_de_voorbeeldgemeente_en_zegt_wat_er_dan_gebeurt(open_inlezen: Open) -> None:
    at = open_inlezen()
    assert "Er zijn nog geen gegevens in gebruik." in alles(at)
    assert "Voorbeeldgemeente inlezen" in labels(at)
    assert "gaat vanzelf uit gebruik zodra u de eerste echte export inleest" in alles(at)
    assert knop(at, "Controleren").disabled


def test_verslag_voor_het_inlezen_telt_elke_rij_en_elke_cent(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("maart.csv", MAART))
    assert "Alles is in orde: dit kan worden ingelezen." in alles(at)
    assert "2 rijen gelezen = 2 in te lezen + 0 afgekeurd + 0 dubbel" in alles(at)
    assert "€ 300,75" in alles(at)
    assert leveringen() == []  # nothing is loaded before a person says so


def test_inlezen_maakt_een_levering_en_een_tweede_laat_oud_en_nieuw_zien(open_inlezen: Open) -> None:
    at = lees_in(open_inlezen(), ("maart.csv", MAART))
    assert "Ingelezen als levering 1: 2 regels voor € 300,75, leveringsmaand mrt 2024." in alles(at)
    assert "1 levering is in gebruik, met leveringsmaanden t/m maart 2024" in alles(at)
    knop(at, "Nog een export inlezen").click().run()
    controleer(at, ("april.csv", MAART.replace("200,50", "250,00")))
    tabel = next(str(h.value) for h in at.html if "Straks in database" in str(h.value))
    cellen = re.findall(r"<td[^>]*>([^<]*)</td>", tabel)
    assert cellen == ["mrt 2024", "2", "€ 350,25", "€ 300,75", "€ 350,25", "€ 49,50"]


def test_afgekeurde_rij_houdt_tegen_tot_een_mens_het_toch_wil(open_inlezen: Open) -> None:
    fout = MAART + "900300;01-01-2011;Zorg Noord;Begeleiding Individueel;2024-03;veel\n"
    at = controleer(open_inlezen(), ("maart.csv", fout))
    assert "3 rijen gelezen = 2 in te lezen + 1 afgekeurd + 0 dubbel" in alles(at)
    assert knop(at, "Inlezen").disabled
    at.checkbox[0].check().run()
    assert at.checkbox[0].label == "Toch inlezen: 1 afgekeurde rij blijft buiten de cijfers."
    knop(at, "Inlezen").click().run()
    assert [(lev.regels, lev.afgekeurd) for lev in leveringen()] == [(2, 1)]


def test_afgekeurde_rijen_zijn_op_te_slaan_zonder_nummers(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("m.csv", MAART + "900300;01-01-2011;Zorg Noord;X;2024-03;veel\n"))
    inhoud = at.session_state["inlees"].proef.afgekeurd_csv().decode("utf-8-sig")
    rijen = list(csv.reader(io.StringIO(inhoud), delimiter=";"))
    assert len(rijen) == 2 and "bedrag" in rijen[1]
    assert "900300" not in inhoud
    assert [d.label for d in at.get("download_button")] == ["Afgekeurde rijen opslaan"]


def test_niets_op_het_scherm_of_in_het_log_verraadt_een_kind(open_inlezen: Open) -> None:
    kapot = MAART + "900300;14-03-2012;;Begeleiding Individueel;2024-03;1\n"
    at = controleer(open_inlezen(), ("m.csv", kapot))
    gelezen = alles(at) + "".join(str(h.value) for h in at.html)
    at.checkbox[0].check().run()
    at = knop(at, "Inlezen").click().run()
    gelezen += alles(at) + str(Opslag().logboek())
    assert not [g for g in (*GEHEIM, "900300") if g in gelezen]
    assert {"inlezen"} <= {r["wat"] for r in Opslag().logboek()}


@pytest.mark.parametrize("einde", ["Inlezen", "Niet inlezen"])
def test_de_bytes_van_het_bestand_blijven_niet_liggen(
    open_inlezen: Open, monkeypatch: pytest.MonkeyPatch, einde: str
) -> None:
    weg: list[str] = []
    echt = MemoryUploadedFileManager.remove_file
    monkeypatch.setattr(
        MemoryUploadedFileManager, "remove_file", lambda zelf, s, f: weg.append(f) or echt(zelf, s, f)
    )
    at = controleer(open_inlezen(), ("maart.csv", MAART))
    aangeboden = at.session_state["inlees"].bestanden.copy()
    knop(at, einde).click().run()
    assert len(aangeboden) == 1 and set(weg) == aangeboden
    assert "inlees-bestanden-0" not in at.session_state
    assert not list(Path(Opslag().pad.parent).rglob("tijdelijk/*"))


def test_niet_inlezen_laat_alles_zoals_het_was(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("maart.csv", MAART))
    knop(at, "Niet inlezen").click().run()
    assert leveringen() == []
    assert "rijen gelezen" not in alles(at)
    assert "levering verworpen" in [r["wat"] for r in Opslag().logboek()]


def test_een_andere_keuze_maakt_de_controle_ongeldig(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("maart.csv", MAART))
    at.radio[0].set_value("aanvullen").run()
    assert "rijen gelezen" not in alles(at) and "Inlezen" not in labels(at)


def test_onbekende_kop_is_aan_te_wijzen_en_wordt_onthouden(open_inlezen: Open) -> None:
    vreemd = MAART.replace("clientnummer", "Kenmerk").replace("bedrag", "Som")
    at = controleer(open_inlezen(), ("vreemd.csv", vreemd))
    assert "niet elke verplichte kolom is herkend" in alles(at)
    velden = {s.label: s for s in at.selectbox if s.label in ("Cliëntnummer", "Bedrag")}
    velden["Cliëntnummer"].select_index(0)
    velden["Bedrag"].select_index(1)
    at.run()
    knop(at, "Opnieuw controleren").click().run()
    assert "2 rijen gelezen = 2 in te lezen" in alles(at)
    knop(at, "Inlezen").click().run()
    knop(at, "Nog een export inlezen").click().run()
    volgende = vreemd.replace("2024-03", "2024-04").replace("100,25", "101,25")
    assert "2 rijen gelezen = 2 in te lezen" in alles(controleer(at, ("volgende.csv", volgende)))


def test_bron_wordt_een_keer_gevraagd(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("maart.csv", MAART))
    assert "Uit welke bron komt **maart.csv**?" in alles(at)
    next(s for s in at.selectbox if s.label == "Bron").set_value("GI").run()
    knop(at, "Controleren").click().run()
    assert "Uit welke bron" not in alles(at)
    knop(at, "Inlezen").click().run()
    knop(at, "Nog een export inlezen").click().run()
    controleer(at, ("april.csv", MAART.replace("2024-03", "2024-04")))
    assert "Uit welke bron" not in alles(at)
    assert at.session_state["inlees"].proef.rapport.bestanden[0].bron == "GI"


def _zip_zonder_werkmap() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        pakket.writestr("iets.txt", "niets")
    return uit.getvalue()


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("leeg.csv", b"", "leeg"),
        ("kop.csv", b"a;b\n1;2\n", "Geen kop gevonden"),
        ("nul.csv", b"clientnummer;\0\0\0" * 50, "geen tekstbestand"),
        ("stuk.xlsx", b"PK\x03\x04" + b"\xff" * 500, "beschadigd"),
        ("pakket.xlsx", _zip_zonder_werkmap(), "geen XLSX"),
        ("scan.pdf", b"%PDF-1.7 " + b"x" * 300, "geen CSV- of XLSX-bestand"),
    ],
)
def test_een_vijandig_bestand_krijgt_een_nederlandse_zin(
    open_inlezen: Open, naam: str, inhoud: bytes, zin: str
) -> None:
    at = controleer(open_inlezen(), (naam, inhoud))
    assert not at.exception
    assert any(zin in e.value and naam.split(".")[0] in e.value for e in at.error)
    assert "Inlezen" not in labels(at)


def test_hetzelfde_bestand_nog_eens_wordt_geweigerd_zonder_toch(open_inlezen: Open) -> None:
    at = lees_in(open_inlezen(), ("maart.csv", MAART))
    knop(at, "Nog een export inlezen").click().run()
    controleer(at, ("kopie.csv", MAART))
    assert "Dit kan niet worden ingelezen." in alles(at)
    assert "Inlezen" not in labels(at) and not at.checkbox


def test_ongedaan_maken_vraagt_om_bevestiging_en_brengt_terug(open_inlezen: Open) -> None:
    lees_in(open_inlezen(), ("maart.csv", MAART))
    at = open_inlezen(deel="Leveringen")
    assert "maart.csv" in alles(at) and "€ 300,75" in alles(at)
    at.selectbox[0].select_index(0).run()
    assert "ongedaan maken? Zij telt dan niet meer mee" in alles(at)
    knop(at, "Nee, laten staan").click().run()
    assert [lev.actief for lev in leveringen()] == [True]
    at.selectbox[0].select_index(0).run()
    knop(at, "Ja, ongedaan maken").click().run()
    assert "Levering 1 is ongedaan gemaakt." in alles(at)
    assert "Er zijn nog geen gegevens in gebruik." in alles(at)
    assert [lev.actief for lev in leveringen()] == [False]


VARIANTEN = MAART.replace("Zorg Noord", "Stichting Zorg Noord", 1)


def test_schrijfwijzen_gaan_met_een_klik_samen_en_weer_uit_elkaar(open_inlezen: Open) -> None:
    lees_in(open_inlezen(), ("maart.csv", VARIANTEN))
    at = open_inlezen(deel="Aanbieders")
    knoppen = [b for b in labels(at) if b.startswith("Samenvoegen tot")]
    assert len(knoppen) == 1
    knop(at, knoppen[0]).click().run()
    assert "telt nu als" in alles(at)
    assert not [b for b in labels(at) if b.startswith("Samenvoegen tot")]
    next(s for s in at.selectbox if s.label == "Een samenvoeging ongedaan maken").select_index(0).run()
    knop(at, "Weer scheiden").click().run()
    assert [b for b in labels(at) if b.startswith("Samenvoegen tot")] == knoppen
    assert {"aanbiedersindeling", "aanbiedersindeling weggehaald"} <= {r["wat"] for r in Opslag().logboek()}


def test_een_indeling_is_aan_te_bieden_en_een_slechte_verandert_niets(open_inlezen: Open) -> None:
    lees_in(open_inlezen(), ("maart.csv", VARIANTEN))
    at = open_inlezen(deel="Aanbieders")
    at.file_uploader[0].upload("indeling.csv", b"variant;aanbieder\nStichting Zorg Noord;\n").run()
    knop(at, "Indeling overnemen").click().run()
    assert "Rij 2: variant of aanbieder is leeg." in [e.value for e in at.error]
    assert len(Opslag().aanbiedersindeling()) == 0
    at = open_inlezen(deel="Aanbieders")
    at.file_uploader[0].upload("indeling.csv", b"variant;aanbieder\nStichting Zorg Noord;Zorg Noord\n").run()
    knop(at, "Indeling overnemen").click().run()
    assert "De indeling is overgenomen." in alles(at)
    assert "Stichting Zorg Noord" in alles(at)


@pytest.mark.volhard
def test_voorbeeldgemeente_en_dan_de_eerste_echte_export(open_inlezen: Open) -> None:
    at = knop(open_inlezen(), "Voorbeeldgemeente inlezen").click().run()
    assert "Ingelezen als leveringen 1, 2 en 3" in alles(at)
    assert "voorbeeldgegevens" in alles(at)
    knop(at, "Nog een export inlezen").click().run()
    controleer(at, ("maart.csv", MAART))
    assert "Met deze levering gaan de voorbeeldgegevens uit gebruik." in alles(at)
    knop(at, "Inlezen").click().run()
    assert "1 levering is in gebruik, met leveringsmaanden t/m maart 2024" in alles(at)


def _xlsx(csv_tekst: str) -> bytes:
    uit = io.BytesIO()
    boek = xlsxwriter.Workbook(uit)
    blad = boek.add_worksheet("Export")
    for rij, regel in enumerate(csv_tekst.splitlines()):
        blad.write_row(rij, 0, regel.split(";"))
    boek.close()
    return uit.getvalue()


def test_csv_en_xlsx_tegelijk_worden_een_verslag_en_twee_leveringen(open_inlezen: Open) -> None:
    april = _xlsx(MAART.replace("2024-03", "2024-04"))
    at = controleer(open_inlezen(), ("maart.csv", MAART), ("april.xlsx", april))
    assert "4 rijen gelezen = 4 in te lezen + 0 afgekeurd + 0 dubbel" in alles(at)
    knop(at, "Inlezen").click().run()
    assert (
        "Ingelezen als leveringen 1 en 2: 4 regels voor € 601,50, leveringsmaanden mrt t/m apr 2024."
        in alles(at)
    )


def test_wie_ondertussen_hetzelfde_inleest_gaat_voor(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("maart.csv", MAART))
    laad(lees([Aangeboden("elders.csv", MAART.encode())]))
    knop(at, "Inlezen").click().run()
    assert at.error and "Ingelezen als" not in alles(at)
    assert [lev.bestand for lev in leveringen()] == ["elders.csv"]


INWONERS = "buurt;jaar;0-9;10-17;vreemd\nMalberg;2024;300;200;x\nWyck;2024;60;40;x\n"


def test_inwoners_worden_herkend_getoond_ingelezen_en_weer_teruggedraaid(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("inwoners.csv", INWONERS))
    assert "Alles is in orde: dit kan worden ingelezen." in alles(at)
    assert (
        "**inwoners.csv**: inwoners per buurt. Bron onder de cijfers: ingelezen bestand inwoners.csv."
        in alles(at)
    )
    assert "600 inwoners van 0 tot en met 17 jaar in 2 buurten" in alles(at)
    assert "Niet overgenomen kolommen: vreemd." in alles(at)
    knop(at, "Inlezen").click().run()
    assert "Ingelezen als B1: inwoners per buurt (ingelezen bestand inwoners.csv), 4 rijen." in alles(at)
    at = open_inlezen(deel="Andere bestanden")
    assert "B1" in alles(at) and "inwoners.csv" in alles(at)
    at.selectbox(key="bijlage-terug-nummer").select(1).run()
    assert "ongedaan maken? Wat het had vervangen telt dan weer." in alles(at)
    knop(at, "Ja, ongedaan maken").click().run()
    assert "B1 is ongedaan gemaakt." in alles(at)
    assert not [s for s in at.selectbox if s.key == "bijlage-terug-nummer"]


def test_een_fout_in_inwoners_houdt_het_inlezen_tegen(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("inwoners.csv", INWONERS.replace("300", "veel")))
    assert "Dit kan niet worden ingelezen." in alles(at)
    assert "Rij 2, 0-9 jaar: 'veel' is geen aantal inwoners; verwacht een heel getal" in alles(at)
    assert "Inlezen" not in labels(at)


NJI = "gebied;jaar;vorm;verwacht_pct;bron\nMaastricht;2022;jeugdhulp;15,0;NJi 2022\n"


def test_een_verwachting_van_anderen_wordt_herkend_en_ingelezen(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("nji.csv", NJI))
    assert (
        "**nji.csv**: verwacht gebruik en kenmerken van gebieden. Bron onder de cijfers: NJi 2022."
        in alles(at)
    )
    assert "1 gebied, gemiddeld 15,0 %" in alles(at)
    assert "verwachting, 2022, jeugdhulp: niets voor" in alles(at)
    knop(at, "Inlezen").click().run()
    assert "Ingelezen als B1: verwacht gebruik en kenmerken van gebieden (NJi 2022), 1 rij." in alles(at)


def test_een_verwachting_zonder_bron_wordt_niet_ingelezen(open_inlezen: Open) -> None:
    at = controleer(open_inlezen(), ("nji.csv", NJI.replace("NJi 2022", "")))
    assert "Rij 2, bron: leeg; zet erin wie de verwachting maakte" in alles(at)
    assert "Inlezen" not in labels(at)
