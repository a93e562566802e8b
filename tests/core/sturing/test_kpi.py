"""A path, a verdict, what may be kept, and the path in euros: by numbers that can be redone by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.filters import Filter
from core.opslag.kpis import Kpi, Kpis, Per, Richting
from core.opslag.versies import NietBewaard
from core.sturing.kpi import Koers, Meting, doel_in, oordeel
from core.sturing.kpibewaren import bewaar_kpi, pad_uit, selectie_van, verwijder_kpi
from core.sturing.kpieuro import Volledig, grondslag, per_jaar

JAN = 2023 * 12
PAD = ((JAN, 120.0), (JAN + 10, 100.0), (JAN + 20, 90.0))
KPI = Kpi("minder zware hulp", "hoog-lang", "arrangementen", pad=PAD)


def test_tussen_twee_punten_loopt_een_rechte_lijn() -> None:
    assert doel_in(PAD, JAN - 1) is None
    assert [doel_in(PAD, JAN + n) for n in (0, 5, 10, 12, 20, 99)] == [120, 110, 100, 98, 90, 90]


@pytest.mark.parametrize(
    ("waarde", "richting", "koers"),
    [
        (110, Richting.OMLAAG, Koers.OP),
        (111, Richting.OMLAAG, Koers.VAN),
        (109, Richting.OMHOOG, Koers.VAN),
        (None, Richting.OMLAAG, Koers.ONBEKEND),
    ],
)
def test_de_laatste_volledige_periode_beslist(waarde, richting, koers) -> None:
    metingen = [Meting(JAN + 4, 500, False), Meting(JAN + 5, waarde, False)]
    assert oordeel(replace(KPI, richting=richting), metingen).koers is koers


def test_een_voorlopige_maand_is_nooit_een_succes() -> None:
    # Only 60 of the 130 of March were declared: March is not judged, February is.
    metingen = [Meting(JAN + 1, 130, False), Meting(JAN + 2, 60, True)]
    uit = oordeel(KPI, metingen)
    assert (uit.koers, uit.meting) == (Koers.VAN, metingen[0])
    assert oordeel(KPI, metingen[1:]).koers is Koers.ONBEKEND
    assert oordeel(KPI, [Meting(JAN - 1, 60, False)]).koers is Koers.ONBEKEND  # before the path begins


def test_wie_afgeronde_aantallen_ziet_krijgt_dicht_bij_het_pad_geen_oordeel() -> None:
    assert oordeel(KPI, [Meting(JAN, 120, False, 2.5)]).koers is Koers.ROND
    assert oordeel(KPI, [Meting(JAN, 115, False, 2.5)]).koers is Koers.OP


def test_wat_gelijk_gelezen_wordt_wordt_gelijk_beoordeeld() -> None:
    pad = ((JAN, 120.0), (JAN + 10, 104.0))  # 1,6 less a month: 118,4 and 116,8
    kpi = replace(KPI, pad=pad)
    assert oordeel(kpi, [Meting(JAN + 2, 117, False)]).koers is Koers.OP  # 116,8 reads 117
    assert oordeel(kpi, [Meting(JAN + 1, 119, False)]).koers is Koers.VAN  # 118,4 reads 118
    deel = replace(kpi, maat="aandeel_geheel", pad=((JAN, 25.0), (JAN + 1, 25.0)))
    assert oordeel(deel, [Meting(JAN, 25.04, False)]).koers is Koers.OP


GOED = replace(KPI, doel="  minder zware hulp ")


def test_bewaard_wordt_wat_te_meten_is_en_niemand_overschrijft_een_ander() -> None:
    een = bewaar_kpi(Kpis(), GOED, "anna")
    assert Kpis().alle(demo=False) == [replace(GOED, doel="minder zware hulp", nummer=1, versie=1)]
    assert Kpis().alle(demo=True) == []
    twee = bewaar_kpi(Kpis(), replace(een, eigenaar="Team beleid"), "bert")
    with pytest.raises(NietBewaard, match="Een ander"):
        bewaar_kpi(Kpis(), replace(een, eigenaar="Team inkoop"), "anna")
    with pytest.raises(NietBewaard, match="Een ander"):
        verwijder_kpi(Kpis(), een, "anna")
    with pytest.raises(NietBewaard, match="al een KPI met de naam"):
        bewaar_kpi(Kpis(), replace(GOED, naam="Hoog-Lang"), "anna")
    verwijder_kpi(Kpis(), twee, "bert")
    assert Kpis().alle(demo=False) == []
    logregels = [(r["wat"], r["wie"]) for r in Kpis().logboek()]
    assert logregels == [("kpi verwijderd", "bert"), ("kpi bewaard", "bert"), ("kpi bewaard", "anna")]


LANG = selectie_van(Filter(duur=("lang",)))


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"doel": ""}, "Schrijf het doel"),
        ({"naam": "gaat om 123456782"}, "burgerservicenummer"),
        ({"maat": "tevredenheid"}, "bestaat niet"),
        ({"maat": "gemiddeld_in_zorg"}, "alleen per kwartaal"),
        ({"selectie": selectie_van(Filter(leeftijd=("6-12",))), "per": Per.KWARTAAL}, "twee leeftijden"),
        ({"maat": "aandeel_geheel"}, "deel van een geheel"),
        ({"pad": PAD[:1]}, "twee punten"),
        ({"pad": ((JAN, -1.0), (JAN + 1, 2.0))}, "niet kleiner dan 0"),
    ],
)
def test_wat_niet_te_meten_is_wordt_niet_bewaard(velden, reden) -> None:
    with pytest.raises(NietBewaard, match=reden):
        bewaar_kpi(Kpis(), replace(GOED, **velden), "t")
    assert Kpis().alle(demo=False) == []


def test_een_selectie_heeft_geen_periode_en_komt_heel_terug() -> None:
    f = Filter(jaar=(2023,), duur=("lang",), buurt=("Wyck",), zoals_toen=True)
    assert replace(KPI, selectie=selectie_van(f)).filter == Filter(duur=("lang",), buurt=("Wyck",))


def test_een_pad_uit_losse_punten() -> None:
    assert pad_uit([("2024-12", 100), ("2023-01", 120), ("", 5), ("2024-01", None)]) == (
        (JAN, 120),
        (JAN + 23, 100),
    )
    for fout in ([("dec 2024", 100)], [("2024-12", 1), ("2024-12", 2)]):
        with pytest.raises(NietBewaard, match="niets bewaard"):
            pad_uit(fout)


def test_het_doelpad_in_euros() -> None:
    # Twelve months of 100 arrangementen of 80 jeugdigen; ten at € 100.000, one at 90.000, one at 122.000.
    kosten = [100_000.0] * 10 + [90_000.0, 122_000.0]
    volledig = [Volledig(JAN + n, 100, 80, k) for n, k in enumerate(kosten)]
    kpi = replace(KPI, pad=((JAN, 100.0), (JAN + 11, 100.0), (JAN + 23, 76.0)))
    basis = grondslag(kpi, volledig)
    assert basis is not None
    # 1.212.000 / 1.200 = € 1.010 a month; four of five months cost € 1.000.
    assert (basis.nu, basis.prijs, basis.laag, basis.hoog, basis.jeugdigen) == (100, 1010, 1000, 1000, 0.8)
    # 98, 96, … 76 in twelve months: 87 on average.
    (jaar,) = per_jaar(kpi, basis, JAN + 11)
    assert (jaar.jaar, jaar.perioden, jaar.doel, jaar.verschil) == (2024, 12, 87, -13)
    assert (jaar.effect, jaar.laag, jaar.hoog) == (12 * -13 * 1010, 12 * -13 * 1000, 12 * -13 * 1000)
    assert jaar.jeugdigen == pytest.approx(-13 * 0.8)
    # Per quarter, with data up to February: the quarter that has begun is past steering.
    kwartaal = replace(kpi, per=Per.KWARTAAL)
    assert [j.perioden for j in per_jaar(kwartaal, basis, JAN + 13)] == [3]


def test_zonder_twaalf_maanden_of_bij_starts_is_er_geen_bedrag() -> None:
    volledig = [Volledig(JAN + n, 100, 80, 100_000) for n in range(12)]
    assert grondslag(KPI, volledig[1:]) is None
    assert grondslag(replace(KPI, maat="gestart"), volledig) is None
    assert per_jaar(replace(KPI, pad=()), grondslag(KPI, volledig), JAN) == []
