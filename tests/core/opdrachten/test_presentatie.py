"""`presentatie` and `vraag`: the meeting from the command line."""

import json

from pptx import Presentation

from core.export.scherm import Scherm
from core.opslag.weergaven import Presentatie, Weergave, Weergaven


def test_de_domeinvergadering_als_dias(roep, drie_aanbieders, tmp_path) -> None:
    doel = tmp_path / "raad.pptx"
    uit = roep("presentatie", "--naar", doel)
    assert (uit.code, uit.uit) == (0, "")
    dias = Presentation(str(doel)).slides
    assert len(dias) >= 8
    assert "schermen" in uit.melding


def test_een_eigen_presentatie_bij_haar_titel(roep, drie_aanbieders, tmp_path) -> None:
    opslag = Weergaven()
    w = opslag.bewaar_weergave(Weergave("top", "aanbieders", "", figuur=Scherm("aanbieders").als_json()), "x")
    opslag.bewaar_presentatie(Presentatie("Voor de Raad", weergaven=(w.nummer,)), "x")
    doel = tmp_path / "raad.pptx"
    assert roep("presentatie", "voor de raad", "--naar", doel).code == 0
    assert len(Presentation(str(doel)).slides) == 1


def test_wat_niet_kan(roep, drie_aanbieders, tmp_path) -> None:
    anders = roep("presentatie", "onzin", "--naar", tmp_path / "a.pptx")
    assert anders.code == 2 and "domeinvergadering" in anders.melding
    assert roep("presentatie", "--naar", tmp_path / "a.pdf").code == 2
    assert roep("vraag", "xyzzy").code == 2
    assert not list(tmp_path.glob("a.*"))


def test_zonder_gegevens(roep, tmp_path) -> None:
    assert roep("presentatie", "--naar", tmp_path / "a.pptx").code == 1
    assert roep("vraag", "adelante").code == 1


def test_een_vraag_krijgt_een_antwoord(roep, drie_aanbieders) -> None:
    uit = roep("vraag", "adelante", "2023", "blub")
    assert uit.code == 0
    assert uit.uit.startswith("2023 · aanbieder Adelante: ")
    assert "Niet begrepen: blub." in uit.melding
    als_json = json.loads(roep("vraag", "--json", "adelante", "2023").uit)
    assert als_json["filter"] == {"jaar": ["2023"], "aanbieder": ["Adelante"]}
