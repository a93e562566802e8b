"""`verwacht` and `tabel verwacht`: the same model from the command line, on any table of areas."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.verwacht.ventielen import ventielen

VELDEN = [
    "gebied",
    "jaar",
    "werkelijk_pct",
    "verwacht_pct",
    "laag",
    "hoog",
    "verschil_pp",
    "index",
    "aantal",
    "ventiel",
]


@pytest.fixture
def tabel(tmp_path: Path) -> Path:
    """Forty areas whose use rises with k; one without noemer, one without k, one without use."""
    regels = [f"G{n:02d};{50 + 3 * n + 7 * (n % 3)};1000;{n};R{n % 4}" for n in range(40)]
    regels += ["Zonder noemer;60;;5;R0", "Zonder k;60;1000;;R0", "Zonder gebruik;;1000;20;R0"]
    pad = tmp_path / "gebieden.csv"
    pad.write_text("naam;n;alle;k;streek\n" + "\n".join(regels) + "\n", encoding="utf-8")
    return pad


def test_eigen_tabel_als_json(roep, tabel: Path) -> None:
    uit = roep(
        "verwacht",
        "--bestand",
        tabel,
        "--gebied",
        "naam",
        "--aantal",
        "n",
        "--noemer",
        "alle",
        "--kenmerken",
        "k",
        "--json",
    )
    assert uit.code == 0
    rijen = {r["gebied"]: r for r in uit.json["gebieden"]}
    assert list(rijen["G00"]) == VELDEN
    for rij in rijen.values():
        if rij["werkelijk_pct"] is not None:
            assert rij["verschil_pp"] == pytest.approx(rij["werkelijk_pct"] - rij["verwacht_pct"], abs=2e-4)
            assert rij["index"] == pytest.approx(100 * rij["werkelijk_pct"] / rij["verwacht_pct"], abs=0.02)
            assert rij["aantal"] == pytest.approx(10 * rij["verschil_pp"], abs=0.06)
        assert rij["laag"] < rij["verwacht_pct"] < rij["hoog"]
    assert rijen["G21"]["werkelijk_pct"] == 11.3
    bekend = {g: r["verschil_pp"] for g, r in rijen.items() if r["verschil_pp"] is not None}
    assert {g: rijen[g]["ventiel"] for g in bekend} == ventielen(bekend)


def test_rijen_met_ontbrekende_waarden_worden_genoemd(roep, tabel: Path) -> None:
    uit = roep(
        "verwacht",
        "--bestand",
        tabel,
        "--gebied",
        "naam",
        "--aantal",
        "n",
        "--noemer",
        "alle",
        "--kenmerken",
        "k",
        "--json",
    )
    assert [(g["naam"], g["reden"]) for g in uit.json["weggelaten"]] == [
        ("Zonder noemer", "de noemer ontbreekt"),
        ("Zonder k", "k ontbreekt"),
    ]
    assert [g["naam"] for g in uit.json["zonder_werkelijk"]] == ["Zonder gebruik"]
    zonder = next(r for r in uit.json["gebieden"] if r["gebied"] == "Zonder gebruik")
    assert zonder["werkelijk_pct"] is None and zonder["verschil_pp"] is None and zonder["verwacht_pct"] > 5
    assert "Zonder noemer" in uit.melding and "Zonder k" in uit.melding


def test_modelkaart_in_json(roep, tabel: Path) -> None:
    woorden = [
        "--bestand",
        tabel,
        "--gebied",
        "naam",
        "--aantal",
        "n",
        "--noemer",
        "alle",
        "--kenmerken",
        "k",
        "--regio",
        "streek",
    ]
    kaart = roep("verwacht", *woorden, "--json").json["modelkaart"]
    assert kaart["gebieden"] == 40 and kaart["kenmerken"] == ["k"]
    assert 0.5 < kaart["r2"] < 1 and kaart["rmse_pp"] < kaart["rmse_gemiddelde_pp"]
    assert isinstance(kaart["r2_met_regio"], float)
    assert 80 <= kaart["dekking_pct"] <= 100
    assert len(kaart["ijking"]) == 10 and sum(t["gebieden"] for t in kaart["ijking"]) == 40
    assert any("oordeel" in zin for zin in kaart["niet_voor"])


def test_percentages_in_plaats_van_aantallen(roep, tmp_path: Path) -> None:
    pad = tmp_path / "p.csv"
    pad.write_text("g;p;n\nA;10;100\nB;20;200\nC;30;300\n", encoding="utf-8")
    uit = roep("verwacht", "--bestand", pad, "--gebied", "g", "--pct", "p", "--noemer", "n", "--json")
    assert [r["werkelijk_pct"] for r in uit.json["gebieden"]] == [10, 20, 30]


def test_een_gebied_geeft_geen_verwachting_en_een_melding(roep, tmp_path: Path) -> None:
    pad = tmp_path / "een.csv"
    pad.write_text("g;a;n;k\nA;10;100;1\n", encoding="utf-8")
    uit = roep(
        "verwacht",
        "--bestand",
        pad,
        "--gebied",
        "g",
        "--aantal",
        "a",
        "--noemer",
        "n",
        "--kenmerken",
        "k",
        "--json",
    )
    assert uit.code == 0
    assert uit.json["gebieden"][0]["werkelijk_pct"] == 10 and uit.json["gebieden"][0]["verwacht_pct"] is None
    assert uit.json["modelkaart"]["r2"] is None
    assert "Met minder dan drie gebieden" in uit.json["meldingen"][0]


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        (["--gebied", "naam"], 2, "noem ook het --bestand"),
        (["--bestand", "T", "--noemer", "alle"], 2, "Er ontbreekt: --gebied en --aantal of --pct."),
        (
            ["--bestand", "T", "--gebied", "naam", "--aantal", "n", "--pct", "n", "--noemer", "alle"],
            2,
            "niet samen",
        ),
        (["--bestand", "T", "--gebied", "naam", "--aantal", "n", "--noemer", "ale"], 2, "Bedoelt u alle"),
        (["--bestand", "T", "--vorm", "jeugdzorg"], 2, "kan niet samen met --bestand"),
        (
            ["--bestand", "weg.csv", "--gebied", "naam", "--aantal", "n", "--noemer", "alle"],
            1,
            "niet te lezen",
        ),
        (["--vorm", "jeugd"], 2, "bestaat niet"),
    ],
)
def test_verkeerde_aanroep(roep, tabel: Path, woorden: list[str], code: int, zin: str) -> None:
    uit = roep("verwacht", *[str(tabel) if w == "T" else w for w in woorden])
    assert (uit.code, uit.uit) == (code, "")
    assert zin in uit.melding


def test_lege_tabel_wordt_geweigerd(roep, tmp_path: Path) -> None:
    pad = tmp_path / "leeg.csv"
    pad.write_text("g;a;n\n", encoding="utf-8")
    uit = roep("verwacht", "--bestand", pad, "--gebied", "g", "--aantal", "a", "--noemer", "n")
    assert (uit.code, uit.uit) == (1, "") and "geen enkel gebied" in uit.melding


def test_zonder_bestand_de_gemeenten_in_woorden(roep) -> None:
    uit = roep("verwacht", "--vorm", "jeugdbescherming")
    assert uit.uit.count("\n") > 340
    assert uit.melding.startswith("Eigen indicatief model, niet het NJi-model:")
    assert "Een verschil is geen oordeel." in uit.melding
    assert "Weesp" in uit.melding


def test_tabel_verwacht_werkt_zonder_gegevens(roep) -> None:
    uit = roep("tabel", "verwacht", "--formaat", "json")
    assert uit.code == 0 and len(uit.json) == 345
    assert list(uit.json[0]) == VELDEN
    maastricht = next(r for r in uit.json if r["gebied"] == "Maastricht")
    assert (maastricht["jaar"], maastricht["werkelijk_pct"]) == (2022, 17.1)
    assert sum(r["laag"] <= r["werkelijk_pct"] <= r["hoog"] for r in uit.json) / 345 > 0.92
    assert {r["ventiel"] for r in uit.json} == set(range(1, 21))
    assert "CBS" in uit.melding and "niet het NJi-model" in uit.melding


def test_tabel_verwacht_kent_alleen_het_jaar(roep) -> None:
    assert roep("tabel", "verwacht", "--jaar", "2021", "--formaat", "json").json == []
    assert len(roep("tabel", "verwacht", "--jaar", "2022", "--formaat", "json").json) == 345
    uit = roep("tabel", "verwacht", "--segment", "PGB")
    assert (uit.code, uit.uit) == (2, "") and "kent alleen --jaar, niet --segment" in uit.melding


def test_tabel_verwacht_in_nederlandse_notatie(roep) -> None:
    regel = next(r for r in roep("tabel", "verwacht").uit.splitlines() if r.startswith("| Maastricht |"))
    assert "| 17,1 % | 16,5 % |" in regel and "| +0,6 | 104 | +91 |" in regel
    assert ";17,10;16,50;" in roep("tabel", "verwacht", "--formaat", "csv").uit


def test_een_ingelezen_verwachting_geldt_ook_hier_tot_zij_wordt_teruggedraaid(roep, tmp_path: Path) -> None:
    pad = tmp_path / "nji.csv"
    rijen = "".join(f"GM{n};2022;jeugdhulp;15,0;NJi 2022\n" for n in ("0935", "0917"))
    pad.write_text(f"gebied;jaar;vorm;verwacht_pct;bron\n{rijen}", encoding="utf-8")
    assert roep("inlezen", pad).code == 0
    uit = roep("tabel", "verwacht", "--formaat", "json")
    maastricht = next(r for r in uit.json if r["gebied"] == "Maastricht")
    assert (maastricht["verwacht_pct"], maastricht["laag"], maastricht["werkelijk_pct"]) == (15.0, None, 17.1)
    assert "verwacht: NJi 2022" in uit.melding
    assert "NJi 2022" in roep("verwacht").melding
    assert roep("terug", "B1").code == 0
    weer = next(r for r in roep("tabel", "verwacht", "--formaat", "json").json if r["gebied"] == "Maastricht")
    assert weer["verwacht_pct"] == pytest.approx(16.5, abs=0.05)
