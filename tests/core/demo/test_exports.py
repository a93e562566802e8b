"""The three files, counted line by line: the slides exactly, the rest believable."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from core import demo
from core.demo import klein
from core.demo.schrijf import schrijf
from core.referentie import REFERENTIE, presentatie_2023, presentatie_jeugdigen, presentatie_leeftijd
from tests.core.demo.teller import Regel, lees, zorgmaanden

AMBULANT = "Segment Jeugd Ambulant"
MILJOEN = 100_000_000


@pytest.fixture(scope="module")
def regels(exports) -> list[Regel]:
    return [regel for pad in exports for regel in lees(pad)]


@pytest.fixture(scope="module")
def zorg(regels):
    return zorgmaanden(regels)


def _uniek(zorg, jaar, segment="", product=""):
    return {
        client
        for (client, _, _, s, p, maand) in zorg
        if maand[0] == jaar and segment in ("", s) and product in ("", p)
    }


@pytest.mark.parametrize(
    "rij", presentatie_jeugdigen().to_dict("records"), ids=lambda r: r["product"] or r["segment"] or "totaal"
)
def test_every_cell_of_the_slide_with_unique_jeugdigen(zorg, rij):
    verwacht = {jaar: rij[str(jaar)] for jaar in (2021, 2022, 2023, 2024)}
    geteld = {jaar: len(_uniek(zorg, jaar, rij["segment"], rij["product"])) for jaar in verwacht}
    assert geteld == verwacht


def test_no_product_of_ambulant_beside_those_of_the_slide(zorg):
    op_dia = presentatie_jeugdigen().query("niveau == 'product'")
    assert {p for (_, _, _, s, p, _) in zorg if s == AMBULANT} == set(op_dia["product"])


@pytest.mark.parametrize("alleen_ambulant", [True, False])
@pytest.mark.parametrize(
    "rij", presentatie_leeftijd().to_dict("records"), ids=lambda r: r["product"] or "segment"
)
def test_every_cell_of_the_slide_with_ages(zorg, rij, alleen_ambulant):
    """Also without the filter on the segment: then another month can be somebody's last."""
    laatste: dict[str, tuple[int, int]] = {}
    geboren = {}
    for (client, _, _, segment, _, maand), lijst in zorg.items():
        if maand[0] == 2024 and (segment == AMBULANT or not alleen_ambulant):
            laatste[client] = max(maand, laatste.get(client, maand))
            geboren[client] = lijst[0].geboren
    leden = _uniek(zorg, 2024, AMBULANT, rij["product"])
    klassen = Counter(_klasse(geboren[c], laatste[c]) for c in leden)
    assert {k: klassen[k] for k in ("0-5", "6-12", "13-17", "18+")} == {
        k: rij[k] for k in ("0-5", "6-12", "13-17", "18+")
    }


def _klasse(geboren: tuple[int, int], maand: tuple[int, int]) -> str:
    leeftijd = ((maand[0] - geboren[0]) * 12 + maand[1] - geboren[1]) // 12
    return "0-5" if leeftijd < 6 else "6-12" if leeftijd < 13 else "13-17" if leeftijd < 18 else "18+"


def test_the_amounts_of_2023_are_within_a_tenth_of_the_slides(regels):
    euro: Counter = Counter()
    for r in regels:
        if r.jaar == 2023 and r.status == "Toegekend":
            euro[r.segment] += r.centen
            euro[r.segment, r.product] += r.centen
    dia = presentatie_2023().dropna(subset="kosten_mln_ca")
    dia = dia[dia["segment"] != "Doelgroeparrangementen"]
    for segment, bedrag in dia.groupby("segment")["kosten_mln_ca"].sum().items():
        assert euro[segment] == pytest.approx(bedrag * MILJOEN, rel=0.02), segment
    samen = {
        "Behandeling Individueel": 9.3,
        "Dyslexie": None,
        "Intensief specialistisch": None,
        "Jeugdbescherming": None,
    }
    for r in dia.itertuples():
        doel = samen.get(r.product, r.kosten_mln_ca)
        if doel is not None:
            assert euro[r.segment, r.product] == pytest.approx(doel * MILJOEN, rel=0.05), r.product


def test_months_and_lags(regels):
    assert min(r.maand for r in regels) == (2021, 1)
    assert max(r.maand for r in regels) == (2024, 2)
    assert max(r.declaratie for r in regels) == (2024, 4)
    wacht = Counter(r.wacht for r in regels)
    assert set(wacht) == {1, 2, 3, 4, 5, 6}
    assert wacht[1] > wacht[2] > wacht[3] > wacht[4] > wacht[5] > wacht[6] > 0


def test_the_last_month_is_not_yet_complete(regels):
    """Of December nearly all is known, of February what came within two months."""

    def binnen_twee(maand):
        return sum(r.wacht <= 2 for r in regels if r.maand == maand) / sum(r.maand == maand for r in regels)

    assert binnen_twee((2024, 2)) == 1
    assert binnen_twee((2023, 6)) < 0.93


def test_sixty_or_more_aanbieders_of_very_different_size(zorg):
    mensen: dict[str, set[str]] = defaultdict(set)
    for client, _, aanbieder, _, _, maand in zorg:
        if maand[0] == 2023:
            mensen[aanbieder].add(client)
    grootte = sorted(len(m) for m in mensen.values())
    assert len(grootte) >= 60
    assert grootte[-1] > 800
    assert grootte[len(grootte) // 10] < 6


def test_an_aanbieder_goes_up_in_another(regels):
    maanden = {r.maand for r in regels if r.aanbieder == "Verzonnen Jeugdteam Heuvelland"}
    assert min(maanden) == (2021, 1)
    assert max(maanden) == (2022, 12)


@pytest.mark.parametrize("jaar", [2021, 2022, 2023])
def test_verwijzers_are_about_45_40_10_5(zorg, jaar):
    mensen: dict[str, set[str]] = defaultdict(set)
    for (client, *_, maand), lijst in zorg.items():
        if maand[0] == jaar:
            mensen[lijst[-1].verwijzer].add(client)
    totaal = len(_uniek(zorg, jaar))
    deel = {wie: 100 * len(m) / totaal for wie, m in mensen.items()}
    overig = sum(
        p for wie, p in deel.items() if wie not in ("Gemeente", "Huisarts", "Gecertificeerde instelling")
    )
    assert deel["Gemeente"] == pytest.approx(45, abs=4)
    assert deel["Huisarts"] == pytest.approx(40, abs=4)
    assert deel["Gecertificeerde instelling"] == pytest.approx(10, abs=2.5)
    assert overig == pytest.approx(5, abs=2.5)


def test_all_buurten_some_outside_some_unknown_some_moves(zorg):
    buurten: dict[str, set[str]] = defaultdict(set)
    van: dict[str, set[str]] = defaultdict(set)
    for (client, *_), lijst in zorg.items():
        buurten[lijst[-1].buurt].add(client)
        van[client].add(lijst[-1].buurt)
    totaal = len(van)
    assert 0.02 < len(buurten["Buiten gemeente"]) / totaal < 0.06
    assert 0 < len(buurten[""]) / totaal < 0.03
    assert len(buurten) > 40
    assert sum(len(b) > 1 for b in van.values()) > 100


def test_begeleiding_individueel_hoog_lang_declines_slowly(zorg):
    per_maand: Counter = Counter()
    for (_, _, _, _, product, maand), lijst in zorg.items():
        if product == "Begeleiding Individueel" and (lijst[-1].intensiteit, lijst[-1].duur) == (
            "hoog",
            "lang",
        ):
            per_maand[maand] += 1
    jaar = {j: sum(per_maand[j, m] for m in range(1, 13)) / 12 for j in (2021, 2022, 2023)}
    assert jaar[2021] > jaar[2022] > jaar[2023] > 0.6 * jaar[2021]


def test_prices_rise_each_january(gemeente):
    r = gemeente.regels[
        (gemeente.regels["product"] == "Begeleiding Individueel") & ~gemeente.regels["credit"]
    ]
    tarief = r.groupby(r["maand"] // 12)["tarief"].median()
    assert tarief.is_monotonic_increasing
    assert tarief[2024] > tarief[2021] * 1.1


def test_credits_refusals_and_lines_still_open(regels):
    assert sum(r.credit for r in regels) > 500
    assert {r.status for r in regels} == {"Toegekend", "Afgewezen", "In behandeling"}
    assert len({r.nummer for r in regels}) == len(regels)


def test_the_same_seed_gives_the_same_bytes(exports, tmp_path):
    opnieuw = demo.maak()
    for eerst, nu in zip(exports, schrijf(opnieuw.regels, opnieuw.mensen, tmp_path), strict=True):
        assert eerst.read_bytes() == nu.read_bytes()


def test_twice_the_size_has_twice_the_people_under_other_numbers(gemeente):
    dubbel = demo.vergroot(gemeente, 2)
    assert len(dubbel.regels) == 2 * len(gemeente.regels)
    assert dubbel.mensen["client"].is_unique
    assert dubbel.regels["jeugdige"].nunique() == 2 * gemeente.regels["jeugdige"].nunique()
    assert dubbel.regels["toewijzing"].nunique() == 2 * gemeente.regels["toewijzing"].nunique()
    with pytest.raises(ValueError, match="vanaf 1"):
        demo.vergroot(gemeente, 0)


def test_the_small_export_in_the_repository_is_what_the_code_writes(gemeente, tmp_path):
    pad = klein.schrijf_klein(tmp_path, gemeente)
    assert pad.read_bytes() == (REFERENTIE.parent / "voorbeeld" / klein.NAAM).read_bytes()
    regels = lees(pad)
    assert len({r.client for r in regels}) == 40
    assert 300 <= len(regels) <= 800
