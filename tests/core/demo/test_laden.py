"""The demo read in through the door: the slides come out of the figures the app shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import database
from core.begrippen import NOG_IN_TE_DELEN, Rol
from core.cijfers import aanbieders, jeugdigen, kosten, leeftijd
from core.demo import klein, laden, schrijf, vergroot
from core.demo.gegevens import OVERSTAP
from core.filters import Filter
from core.inlezen.leveringen import Aangeboden, Opties, laad, lees, leveringen, verwerp
from core.onthulling import Drempels, signalen
from core.opdrachten import demo as opdracht
from core.opdrachten.ontleder import Ontleder, VerkeerdeAanroep, Weigering
from core.opslag import Opslag
from core.opslag.scenarios import Scenarios
from core.prognose import aansluiting, kalender, plafonds, productieverantwoording
from core.prognose.jaarprognose import jaarprognose
from core.prognose.methoden import seizoensnaief
from core.prognose.standen import reeksen
from core.prognose.tabellen import REGISTER
from core.referentie import presentatie_2023, presentatie_jeugdigen, presentatie_leeftijd

AMBULANT = "Segment Jeugd Ambulant"


@pytest.fixture(scope="module")
def geladen(demo_map: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[database.Database]:
    """The whole demo, as its command makes it, in a data folder of its own."""
    with pytest.MonkeyPatch.context() as omgeving:
        map_ = shutil.copytree(demo_map, tmp_path_factory.mktemp("geladen") / "data")
        omgeving.setenv("JEUGD_DATA", str(map_))
        db = database.actueel()
        assert db is not None
        yield db


@pytest.fixture
def met_demo(geladen: database.Database, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder that holds the demo."""
    monkeypatch.setenv("JEUGD_DATA", str(geladen.pad.parent))
    return geladen.pad.parent


def _per_cel(tabel, sleutel):
    return {
        (r["niveau"], r["segment"] or "", r["product"] or "", r[sleutel]): r["jeugdigen"]
        for r in tabel.astype(object).where(tabel.notna(), None).to_dict("records")
    }


@pytest.mark.parametrize(
    "rij", presentatie_jeugdigen().to_dict("records"), ids=lambda r: r["product"] or r["segment"] or "totaal"
)
def test_every_cell_of_the_slide_with_unique_jeugdigen(geladen, rij):
    cel = _per_cel(jeugdigen.per_product(geladen, Filter()), "jaar")
    for jaar in (2021, 2022, 2023, 2024):
        assert cel.get((rij["niveau"], rij["segment"], rij["product"], jaar), 0) == rij[str(jaar)], jaar


@pytest.mark.parametrize("f", [Filter(jaar=(2024,), segment=(AMBULANT,)), Filter(jaar=(2024,))])
def test_every_cell_of_the_slide_with_ages(geladen, f):
    cel = _per_cel(leeftijd.per_product(geladen, f), "leeftijd")
    for rij in presentatie_leeftijd().to_dict("records"):
        for klasse in ("0-5", "6-12", "13-17", "18+"):
            waar = (rij["niveau"], rij["segment"], rij["product"], klasse)
            assert cel.get(waar, 0) == rij[klasse], waar


def test_the_amounts_of_2023_are_within_a_tenth_of_the_slides(geladen):
    tabel = jeugdigen.per_product(geladen, Filter(jaar=(2023,)))
    euro = tabel[tabel["niveau"] == "segment"].set_index("segment")["kosten"]
    dia = presentatie_2023().dropna(subset="kosten_mln_ca").groupby("segment")["kosten_mln_ca"].sum()
    for segment, miljoen in dia.drop("Doelgroeparrangementen").items():
        assert euro[segment] == pytest.approx(miljoen * 1e6, rel=0.02), segment


def test_declared_and_outside_make_about_the_45_million_of_the_slides(geladen, met_demo):
    gedeclareerd = jeugdigen.kerncijfers(geladen, Filter(jaar=(2023,)))["kosten"].item()
    buiten = [r for r in Opslag().buiten_declaraties(demo=True) if r.jaar == 2023]
    assert {r.segment for r in buiten} == {"Doelgroeparrangementen", NOG_IN_TE_DELEN}
    assert gedeclareerd + sum(r.bedrag for r in buiten) / 100 == pytest.approx(45e6, rel=0.01)
    assert Opslag().buiten_declaraties(demo=False) == []


def test_the_controller_of_the_demo_meets_every_state(geladen, met_demo):
    def standen(naam: str, kolom: str, *jaren: int) -> set[str]:
        vragen = (REGISTER[naam].functie(geladen, Filter(jaar=(jaar,))) for jaar in jaren)
        return {stand for antwoord in vragen for stand in antwoord[kolom].dropna()}

    alle = {
        ("plafonds", "plafondstand"): set(plafonds.Stand) - {plafonds.Stand.ONBEKEND},
        ("aansluiting", "aansluitstand"): set(aansluiting.Stand),
        ("penc-kalender", "kalenderstand"): set(kalender.Stand) - {kalender.Stand.WEG},
        ("productieverantwoording", "verantwoordingsstand"): set(productieverantwoording.Stand),
    }
    assert {vraag: standen(*vraag, 2023, 2024) for vraag in alle} == alle
    oorzaken = set(productieverantwoording.Waardoor) - {productieverantwoording.Waardoor.NIET_HIER}
    assert standen("productieverantwoording", "waardoor", 2023) == oorzaken


def test_the_demo_is_one_load_of_three_files_without_a_rejected_line(geladen, met_demo):
    stand = geladen.stand
    assert stand.demo
    assert stand.stand_per == laden.STAND_PER
    rijen = leveringen()
    assert sorted(lev.bron for lev in rijen) == ["GI", "PGB", "ZIN"]
    assert all(lev.demo and lev.actief and lev.afgekeurd == 0 and lev.dubbel == 0 for lev in rijen)


def test_the_pgb_has_one_aanbieder_and_some_names_ask_to_be_merged(geladen):
    namen = set(aanbieders.ranglijst(geladen, Filter())["aanbieder"])
    assert len(namen) >= 60
    assert "PGB" in namen
    assert {"Adelante", "Stichting Adelante"} <= namen
    assert not any("budgethouder" in naam for naam in namen)


def test_the_last_months_are_not_final(geladen):
    tabel = kosten.per_maand(geladen, Filter(segment=(AMBULANT,)))
    voorlopig = tabel.set_index("maand")["voorlopig"]
    assert voorlopig["2024-02"]
    assert not voorlopig["2023-10"]


def test_the_demo_is_refused_beside_real_leveringen(klein_ingelezen):
    with pytest.raises(laden.DemoGeweigerd, match="echte leveringen"):
        laden.laad_demo()


def test_the_example_scenarios_are_there_once(met_demo):
    namen = [s.naam for s in Scenarios().scenarios(2024, demo=True)]
    assert len(namen) == 2 and all(naam.endswith("(voorbeeld)") for naam in namen)
    laden.zet_scenarios("t")
    assert len(Scenarios().scenarios(2024, demo=True)) == 2


@pytest.fixture
def klein_ingelezen(gemeente, tmp_path) -> None:
    """Real leveringen: the small export read in as a municipality would."""
    pad = klein.schrijf_klein(tmp_path, gemeente)
    laad(lees([Aangeboden(pad.name, pad, "ZIN")], Opties(stand_per=laden.STAND_PER)), toch=True)


def test_the_small_export_is_accepted_as_it_is(gemeente, tmp_path):
    pad = klein.schrijf_klein(tmp_path, gemeente)
    proef = lees([pad], Opties(stand_per=laden.STAND_PER))
    assert proef.rapport.geladen == proef.rapport.gelezen > 300
    assert proef.rapport.weigeringen == []
    verwerp(proef)


@pytest.mark.volhard
def test_a_larger_demo_takes_the_place_of_a_smaller_one(gemeente, monkeypatch):
    """Shown on the PGB export alone: the same road, in less time."""
    for module in (schrijf, laden):
        monkeypatch.setattr(module, "BESTANDEN", [b for b in schrijf.BESTANDEN if b.bron == "PGB"])
    monkeypatch.setattr(laden, "maak", lambda schaal: vergroot(gemeente, schaal))
    aantallen = []
    for schaal in (1, 2, 1):
        laden.laad_demo(schaal)
        db = database.actueel()
        assert db is not None
        aantallen.append(int(jeugdigen.kerncijfers(db, Filter(jaar=(2023,)))["jeugdigen"].item()))
    assert aantallen == [49, 98, 49]
    assert [lev.nummer for lev in leveringen() if lev.actief] == [3]
    with pytest.raises(laden.DemoGeweigerd, match="staat er al"):
        laden.laad_demo(1)
    assert Opslag().buiten_declaraties(demo=True) == sorted(
        laden.buiten_declaraties(), key=lambda r: (r.jaar, r.segment)
    )


def _roep_aan(*woorden: str) -> int:
    hoofd = Ontleder()
    opdracht.voeg_toe(hoofd.add_subparsers())
    args = hoofd.parse_args(["demo", *woorden])
    return int(args.voer_uit(args))


def test_the_command_leaves_the_files_and_an_explanation(gemeente, exports, tmp_path, monkeypatch):
    monkeypatch.setattr(opdracht, "maak", lambda schaal: gemeente)
    map_ = tmp_path / "proberen"
    assert _roep_aan("--map", str(map_)) == 0
    assert {p.name for p in map_.iterdir()} == {p.name for p in exports} | {"LEESMIJ.md"}
    assert all((map_ / p.name).read_bytes() == p.read_bytes() for p in exports)
    assert database.actueel() is None
    with pytest.raises(Weigering, match="staat al"):
        _roep_aan("--map", str(map_))


def test_the_command_refuses_beside_real_leveringen(klein_ingelezen):
    with pytest.raises(Weigering, match="echte leveringen"):
        _roep_aan()


def test_the_command_knows_no_size_below_one():
    with pytest.raises(VerkeerdeAanroep, match="vanaf 1"):
        _roep_aan("--schaal", "0")


def test_de_jaarprognose_wint_van_het_seizoen_in_elk_groot_segment(geladen):
    """From April on, with only what was known then; both start from the same estimate of past months."""
    namen, gezien = [naam for (naam,) in geladen.rijen("SELECT naam FROM segment ORDER BY nr")], set()
    for reeks in reeksen(geladen):
        fouten, naast = [], []
        for jaar in (2022, 2023):
            begin = jaar * 12 - reeks.eerste
            heel = slice(max(begin, 0), begin + 12)
            gedeclareerd, werkelijk = (r[heel].sum() for r in (reeks.standen[-1].nu, reeks.standen[-1].reeks))
            for maand in range(jaar * 12 + 3, jaar * 12 + 12):
                standen = reeks.zoals_bekend(maand)
                uit = jaarprognose(standen, begin, reeks.segment) if standen else None
                if uit is None or gedeclareerd <= 0.9e6:  # Crisis lies at a million
                    continue
                rest = standen[-1].verder(seizoensnaief, jaar * 12 + 11 - maand).sum()
                fouten.append(abs(uit.prognose - werkelijk))
                naast.append(abs(uit.gedeclareerd + uit.nog_te_declareren + rest - werkelijk))
        if fouten:
            gezien.add(namen[reeks.segment])
            assert sum(fouten) < sum(naast), namen[reeks.segment]
    assert gezien == {AMBULANT, *(f"Segment Jeugd {naam}" for naam in ("Crisis", "GIKJ", "JB/JR", "Wonen"))}


def test_een_aanbieder_van_de_demo_springt_eruit(geladen):
    gevonden = signalen(geladen, Rol.STURING, Drempels()).lijst
    assert [gevonden.cel("naam", n) for n in range(len(gevonden))] == [OVERSTAP.naar]
    assert gevonden.cel("kwartaal") == "2023 K4"
