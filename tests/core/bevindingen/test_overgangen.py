"""Sentences and chart of moves between segments and of turning 18."""

from __future__ import annotations

from core import bevindingen, grafieken
from core.begrippen import Rol
from core.filters import Filter
from core.onthulling import tabel
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, VOLTIJD, reeks

ANDER = reeks("z", "2022-01", "2023-12", aanbieder="Zuyd")
EIGEN = Filter(aanbieder=("Adelante",))


def overstap(
    naam: str, aantal: int, eerst: dict[str, str], daarna: dict[str, str]
) -> list[dict[str, object]]:
    """So many jeugdigen, every one of whom goes from one segment to another on 1 July 2022."""
    wie = [f"{naam}{n}" for n in range(aantal)]
    return [
        r
        for w in wie
        for r in (*reeks(w, "2022-03", "2022-06", **eerst), *reeks(w, "2022-07", "2022-12", **daarna))
    ]


def test_de_twee_grootste_stromen_tussen_segmenten(maak_database):
    regels = [*ANDER, *overstap("a", 9, AMBULANT, VOLTIJD), *overstap("b", 6, BESCHERMING, AMBULANT)]
    van = tabel(maak_database(regels), "doorstroom", EIGEN, Rol.STURING)
    assert bevindingen.doorstroomzin(van) == (
        "De grootste stroom tussen segmenten is die van Ambulant naar Wonen: 9 jeugdigen, daarna die van JB/JR naar "
        "Ambulant: 6."
    )
    assert bevindingen.geteld_over(van.herkomst).startswith(
        "Geteld over de volledige maanden: feb 2022 t/m sep 2023."
    )
    vakken = {(r["van"], r["naar"]): r for r in grafieken.doorstroom(van).spec["data"]["values"]}
    assert vakken["Ambulant", "Wonen"]["tussen"] and not vakken["nieuw", "Ambulant"]["tussen"]
    # who comes in stands above the segments, who leaves at the right of them
    assert vakken["nieuw", "Ambulant"]["rij"] < vakken["Ambulant", "Wonen"]["rij"]
    assert vakken["Wonen", "uit zorg"]["kolom"] > vakken["Ambulant", "Wonen"]["kolom"]


def test_kleine_stromen_worden_niet_genoemd_en_zonder_stroom_staat_dat_er(maak_database):
    klein = tabel(
        maak_database([*ANDER, *overstap("a", 2, AMBULANT, VOLTIJD)]), "doorstroom", EIGEN, Rol.STURING
    )
    assert bevindingen.doorstroomzin(klein).startswith("Er stapten te weinig jeugdigen over")
    geen = tabel(maak_database(ANDER), "doorstroom", Filter(), Rol.STURING)
    assert bevindingen.doorstroomzin(geen).startswith("In deze periode stapte niemand over")


def test_zonder_volledige_maand_gaat_het_over_de_laatste_twaalf(maak_database):
    db = maak_database(ANDER)
    van = tabel(db, "doorstroom", Filter(van=2023 * 12 + 10), Rol.STURING)
    assert "nog geen volledige maanden" in bevindingen.geteld_over(van.herkomst)
    ruim = bevindingen.met_volledige_maanden(van.herkomst)
    assert (ruim.van, ruim.tot) == (2022 * 12 + 9, 2023 * 12 + 8)
    heel = Filter(jaar=(2022,))
    assert bevindingen.met_volledige_maanden(tabel(db, "doorstroom", heel, Rol.STURING).herkomst) == heel


def test_wie_18_wordt(maak_database):
    # born in May and in August 2006: 18 in 2024 K2 and K3
    regels = [r for n in range(9) for r in reeks(f"a{n}", "2023-01", "2023-12", geboortemaand="2006-05")]
    regels += [r for n in range(7) for r in reeks(f"b{n}", "2023-01", "2023-12", geboortemaand="2006-08")]
    van = tabel(maak_database(regels), "wordt-18", Filter(), Rol.STURING)
    assert bevindingen.wie_wordt_18(van) == (
        "In de komende 8 kwartalen worden 16 jeugdigen die nu hulp hebben 18 jaar; de meesten, 9, in het tweede kwartaal "
        "van 2024."
    )
    staven = {
        r["kwartaal"]: (r["aantal"], r["wanneer"]) for r in grafieken.wordt_18(van).spec["data"]["values"]
    }
    assert staven["2024 K2"] == (9, "hulp nu, wordt nog 18")
    assert staven["2023 K4"] == (0, "werd 18 met hulp")
    # with three in a quarter the sum would give them away, so it is not told
    regels += [r for n in range(3) for r in reeks(f"c{n}", "2023-01", "2023-12", geboortemaand="2007-02")]
    klein = tabel(maak_database(regels), "wordt-18", Filter(), Rol.STURING)
    assert bevindingen.wie_wordt_18(klein) == (
        "Van de jeugdigen die nu hulp hebben worden de meesten 18 jaar in één kwartaal: 9, in het tweede kwartaal van 2024."
    )
