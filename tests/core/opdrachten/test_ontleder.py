"""Every sentence of argparse that a person can meet is Dutch."""

import re

import pytest

from core.opdrachten.ontleder import Ontleder, VerkeerdeAanroep, onbekend, vertaal

ENGELS = re.compile(r"\b(argument|expected|invalid|choice|required|usage|show|options|following|the)\b")


@pytest.fixture
def ontleder() -> Ontleder:
    o = Ontleder(prog="p")
    o.add_argument("naam", metavar="NAAM")
    o.add_argument("--formaat", choices=["md", "json"])
    o.add_argument("--aantal", type=int)
    o.add_argument("--toch", action="store_true")
    return o


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ([], "Er ontbreekt: NAAM."),
        (["x", "--wat"], "Onbekend: --wat."),
        (["x", "--formaat"], "Achter --formaat hoort een waarde."),
        (["x", "--formaat", "jsn"], "--formaat 'jsn' bestaat niet. Bedoelt u json?"),
        (["x", "--formaat", "qqq"], "--formaat 'qqq' bestaat niet. Kies uit md of json."),
        (["x", "--aantal", "veel"], "--aantal: 'veel' past hier niet."),
        (["x", "--toch=ja"], "Achter --toch hoort geen waarde."),
        (["x", "--form", "md"], "Onbekend: --form md."),
    ],
)
def test_melding_is_nederlands(ontleder: Ontleder, woorden: list[str], zin: str) -> None:
    with pytest.raises(VerkeerdeAanroep) as fout:
        ontleder.parse_args(woorden)
    eerste, rest = str(fout.value).split("\n", 1)
    assert eerste == zin
    assert rest.startswith("Gebruik: p ")
    assert not ENGELS.search(str(fout.value))


def test_een_onbekende_melding_blijft_niet_engels() -> None:
    assert vertaal("some brand new sentence of argparse") == "De aanroep klopt niet."


def test_uitleg_is_nederlands(ontleder: Ontleder) -> None:
    assert not ENGELS.search(ontleder.format_help())


def test_onbekende_naam_noemt_de_dichtstbijzijnde() -> None:
    assert onbekend("Tabel", "aanbieder", ["aanbieders", "duur"]) == (
        "Tabel 'aanbieder' bestaat niet. Bedoelt u aanbieders?"
    )
