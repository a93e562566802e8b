"""Events in charts: which, where their labels stand, and in the files that are made of those charts."""

from __future__ import annotations

import pytest

from core import grafieken
from core.begrippen import Rol, maandnummer
from core.database import Database
from core.export import beeld, pptx
from core.export.figuur import Stuk, Uitgang
from core.export.reeksen import _LEZINGEN, reeksen
from core.filters import Filter
from core.grafieken.gebeurtenissen import _TIJD, in_beeld, met_gebeurtenissen, met_lijnen
from core.onthulling import Drempels, signalen, tabel
from core.opslag.gebeurtenissen import Gebeurtenis
from tests.conftest import schrijf_versie
from tests.core.cijfers.hulp import AMBULANT, VOLTIJD, reeks
from tests.core.export.conftest import dias
from tests.core.onthulling.sprong import SPRONG, met_sprong

A, W = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"
CONTRACT = Gebeurtenis(maandnummer(2023, 1), "Nieuwe contracten")
WONEN = Gebeurtenis(maandnummer(2022, 7), "Wonen verhuist", segment=W)
PLEEGZORG = Gebeurtenis(maandnummer(2022, 7), "Pleegzorg begint", segment=A, product="Pleegzorg")
ZUYD = Gebeurtenis(maandnummer(2022, 10), "Zuyd stopt", aanbieder="Zuyd")
LATER = Gebeurtenis(maandnummer(2025, 1), "Nog niet")
ALLE = (WONEN, PLEEGZORG, ZUYD, CONTRACT, LATER)


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    """Six jeugdigen in Ambulant and seven in Wonen, January 2022 - December 2023."""
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2023-12", **AMBULANT)]
    regels += [r for n in range(7) for r in reeks(f"w{n}", "2022-01", "2023-12", **VOLTIJD)]
    db = Database(schrijf_versie(tmp_path_factory.mktemp("lijnen") / "jeugd-lijnen.duckdb", regels))
    yield db
    db.sluit()


def lijn(db, f: Filter | None = None) -> grafieken.Grafiek:
    f = f or Filter()
    return grafieken.lijn_per_maand(tabel(db, "jeugdigen-per-maand", f, Rol.STURING), "jeugdigen")


@pytest.mark.parametrize(
    ("f", "titels"),
    [
        (Filter(), ["Wonen verhuist", "Pleegzorg begint", "Zuyd stopt", "Nieuwe contracten"]),
        (Filter(segment=(W,)), ["Wonen verhuist", "Zuyd stopt", "Nieuwe contracten"]),
        (Filter(segment=(A,)), ["Pleegzorg begint", "Zuyd stopt", "Nieuwe contracten"]),
        (Filter(segment=(A, W)), ["Wonen verhuist", "Pleegzorg begint", "Zuyd stopt", "Nieuwe contracten"]),
        # Begeleiding is no Pleegzorg, and of Ambulant, not of Wonen
        (Filter(product=("Begeleiding Individueel",)), ["Zuyd stopt", "Nieuwe contracten"]),
        # whether Adelante has to do with Wonen is not known, unless that is chosen too
        (Filter(aanbieder=("Adelante",)), ["Nieuwe contracten"]),
        (Filter(aanbieder=("Adelante",), segment=(W,)), ["Wonen verhuist", "Nieuwe contracten"]),
    ],
)  # fmt: skip
def test_een_gebeurtenis_staat_waar_de_grafiek_er_niet_over_iets_anders_gaat(db, f, titels):
    assert [g.titel for g in in_beeld(lijn(db, f), ALLE)] == titels


def test_alleen_in_de_maanden_van_de_grafiek_en_alleen_in_een_grafiek_over_de_tijd(db):
    eind = lijn(db, Filter(van=2022 * 12 + 11))
    assert in_beeld(eind, ALLE) == (CONTRACT,)
    van = tabel(db, "verwijzers", Filter(), Rol.STURING)
    assert in_beeld(grafieken.staven(van, "verwijzer", "aandeel"), ALLE) == ()


def test_een_signaal_kent_zijn_onderwerp_en_telt_in_kwartalen(maak_database):
    van = signalen(maak_database(met_sprong()), Rol.STURING, Drempels())
    plek = [van.lijst.cel("naam", n) for n in range(len(van.lijst))].index(SPRONG)
    figuur = grafieken.signaal(van.reeksen[plek], "jeugdigen")
    eigen = Gebeurtenis(maandnummer(2023, 5), "Contract", aanbieder=SPRONG)
    assert in_beeld(figuur, (eigen, ZUYD, CONTRACT)) == (CONTRACT, eigen)
    lagen = met_lijnen(figuur.spec, figuur, (eigen,))["layer"]
    assert lagen[-1]["data"]["values"][0]["kwartaal"] == "2023 K2"


def test_labels_in_een_rij_raken_elkaar_niet_en_een_maand_heeft_een_lijn(db):
    figuur = lijn(db)
    spec = met_lijnen(figuur.spec, figuur, (WONEN, PLEEGZORG, ZUYD, CONTRACT))
    erbij = spec["layer"][len(figuur.spec["layer"]) :]
    # a line in the plot, and one beside the label
    lijnen = [rij for laag in erbij if "strokeDash" in laag["mark"] for rij in laag["data"]["values"]]
    assert [rij["label"] for rij in lijnen] == ["Wonen verhuist (+1)", "Zuyd stopt", "Nieuwe contracten"]
    assert lijnen[0]["tip"] == "juli 2022: Wonen verhuist; juli 2022: Pleegzorg begint"
    hoogtes = {
        rij["label"]: laag["encoding"]["y"]["value"]
        for laag in erbij
        if laag["mark"]["type"] == "text"
        for rij in laag["data"]["values"]
    }
    # three months apart is too close for two labels side by side
    assert len({hoogtes["Wonen verhuist (+1)"], hoogtes["Zuyd stopt"]}) == 2
    assert spec["height"] > figuur.spec["height"]
    assert spec["data"] == figuur.spec["data"]  # its own rows are left alone


@pytest.mark.parametrize("naam", ["kosten_per_maand", "stromen", "stand"])
def test_elke_grafiek_per_maand_krijgt_de_lijnen(db, naam):
    bron = "kosten-per-maand" if naam == "kosten_per_maand" else "stromen"
    figuur = getattr(grafieken, naam)(tabel(db, bron, Filter(), Rol.STURING))
    uit = met_gebeurtenissen(figuur, ALLE)
    assert "januari 2023: Nieuwe contracten" in uit.alt and uit.alt.startswith(figuur.alt)
    assert (
        sum(laag["mark"]["type"] == "rule" for laag in uit.spec["layer"] if isinstance(laag["mark"], dict))
        >= 1
    )
    assert reeksen(uit) == reeksen(figuur)  # a slide shows the same numbers


def test_een_bestand_heeft_ze_ook_in_de_notities_en_in_het_plaatje(db):
    uit = Uitgang(db, Rol.STURING, Drempels(), gebeurtenissen=ALLE)
    figuren = [uit.figuur("kosten-per-maand", Filter()), uit.van_scherm(Stuk("Jeugdigen", lijn(db)))]
    for dia in dias(pptx.schrijf(figuren)):
        assert (
            "Lijnen in de figuur: Gebeurtenissen: juli 2022: Wonen verhuist"
            in dia.notes_slide.notes_text_frame.text
        )
    assert "Gebeurtenissen: juli 2022: Wonen verhuist" in beeld.svg(figuren[1])
    zonder = Uitgang(db, Rol.STURING, Drempels()).figuur("kosten-per-maand", Filter())
    assert "Nieuwe contracten" not in beeld.svg(zonder)


def test_geen_grafiek_over_maanden_of_kwartalen_is_vergeten():
    over_tijd = {naam for naam, lezing in _LEZINGEN.items() if lezing.categorie in ("datum", "kwartaal")}
    assert over_tijd <= set(_TIJD)


def test_lijnen_veranderen_de_volgorde_van_kwartalen_niet(db):
    # In the order of the rows the quarters of the lines would come first, for their rows are drawn first.
    figuur = grafieken.wordt_18(tabel(db, "wordt-18", Filter(), Rol.STURING))
    tweede = Gebeurtenis(maandnummer(2024, 5), "Nog een")
    spec = met_lijnen(figuur.spec, figuur, (CONTRACT, tweede))
    assen = [laag["encoding"]["x"] for laag in spec["layer"]]
    assert len(assen) > 3 and not any("sort" in x for x in assen)


def test_in_een_maand_staat_voorop_waar_de_grafiek_over_gaat(db):
    eigen = Gebeurtenis(maandnummer(2023, 1), "Fusie", aanbieder="Adelante")
    assert in_beeld(lijn(db), (CONTRACT, eigen)) == (CONTRACT, eigen)
    assert in_beeld(lijn(db, Filter(aanbieder=("Adelante",))), (CONTRACT, eigen)) == (eigen, CONTRACT)
