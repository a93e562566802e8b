"""Filter: one value that is the question, the URL and the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.begrippen import Leeftijdsindeling, Verwijzer
from core.filters import LEEFTIJD_KEUZES, Filter, OnbekendeWaarde

FILTERS = st.builds(
    Filter,
    jaar=st.lists(st.integers(2015, 2030), max_size=3).map(tuple),
    maand=st.lists(st.integers(1, 12), max_size=3).map(tuple),
    van=st.none() | st.integers(2015 * 12, 2030 * 12),
    tot=st.none() | st.integers(2015 * 12, 2030 * 12),
    aanbieder=st.lists(st.text(min_size=1, max_size=8), max_size=2).map(tuple),
    leeftijd=st.lists(st.sampled_from(LEEFTIJD_KEUZES), max_size=2).map(tuple),
    verwijzer=st.lists(st.sampled_from([str(v) for v in Verwijzer]), max_size=2).map(tuple),
    leeftijdsindeling=st.sampled_from(Leeftijdsindeling),
    zoals_toen=st.booleans(),
)


@given(FILTERS)
def test_heen_en_terug_door_de_url(f):
    assert Filter.from_dict(f.to_dict()) == f


@given(FILTERS, st.integers(2015 * 12, 2031 * 12))
def test_een_jaar_eerder_zijn_dezelfde_maanden_een_jaar_terug(f, maand):
    assert f.past(maand) == f.jaar_eerder().past(maand - 12) or not f.heeft_periode()


def test_dezelfde_vraag_is_dezelfde_waarde():
    assert Filter(jaar=(2024, 2023, 2024)) == Filter(jaar=(2023, 2024))


def test_zin_noemt_periode_en_keuzes():
    f = Filter(jaar=(2024,), segment=("Segment Jeugd Wonen",), leeftijd=("0-5", "6-12"))
    assert f.describe() == "2024 · Segment Jeugd Wonen · leeftijd 0-5 of 6-12"


def test_hoofdletters_en_accenten_doen_er_niet_toe():
    f = Filter.from_dict({"aanbieder": ["ADÉLANTE"], "verwijzer": ["huisarts"]}, {"aanbieder": ["Adelante"]})
    assert f == Filter(aanbieder=("Adelante",), verwijzer=("Huisarts",))


def test_onbekende_naam_noemt_de_dichtstbijzijnde():
    with pytest.raises(OnbekendeWaarde, match="Bedoelt u Adelante"):
        Filter.from_dict({"aanbieder": ["Adelant"]}, {"aanbieder": ["Adelante", "Xonar"]})


@pytest.mark.parametrize(
    "ruw", [{"maand": ["13"]}, {"van": ["2024"]}, {"jaar": ["twee"]}, {"kleur": ["rood"]}]
)
def test_verkeerde_waarde_is_een_fout(ruw):
    with pytest.raises(ValueError):
        Filter.from_dict(ruw)


def test_leeftijd_is_ook_met_een_hoofdletter_te_vragen():
    assert Filter.from_dict({"leeftijd": ["Onbekend", "18+"]}).leeftijd == ("18+", "onbekend")
    with pytest.raises(OnbekendeWaarde):
        Filter.from_dict({"leeftijd": ["612"]})


def test_persoonlijk_en_gebied():
    assert Filter(geslacht=("M",)).persoonlijk() and not Filter(product=("x",)).persoonlijk()
    assert Filter(wijk=("Centrum",)).gebied() and not Filter(jaar=(2024,)).gebied()
