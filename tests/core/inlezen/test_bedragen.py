"""Amounts: from every way of writing to whole cents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inlezen.bedragen import GETALCEL, Schrijfwijze, als_getal, in_centen, onduidelijk, schrijfwijze

KOMMA, PUNT, GEEN = Schrijfwijze(","), Schrijfwijze("."), Schrijfwijze(None)


@pytest.mark.parametrize(
    ("tekst", "centen"),
    [
        ("1.234,56", 123456),
        ("1234,56", 123456),
        ("1.234.567,8", 123456780),
        ("€ 12,50", 1250),
        ("12,50 €", 1250),
        ("EUR 12,50", 1250),
        ("12,50-", -1250),
        ("-12,50", -1250),
        ("€ -12,50", -1250),
        ("-€ 12,50", -1250),
        ("−12,50", -1250),
        ("(12,50)", -1250),
        ("€ (12,50)", -1250),
        ("12,-", 1200),
        ("€ 12,--", 1200),
        ("+12,50", 1250),
        ("1 234,56", 123456),
        ("1\u00a0234,56", 123456),
        ("1'234,56", 123456),
        (",50", 50),
        ("0", 0),
        ("12", 1200),
        ("1.234", 123400),
        ("12,345", 1235),
        ("12,344", 1234),
        ("-12,345", -1235),
    ],
)
def test_met_komma_als_decimaalteken(tekst, centen):
    assert in_centen(tekst, KOMMA) == centen


@pytest.mark.parametrize(
    ("tekst", "centen"), [("1,234.56", 123456), ("1234.56", 123456), ("1,234", 123400), ("-0.5", -50)]
)
def test_met_punt_als_decimaalteken(tekst, centen):
    assert in_centen(tekst, PUNT) == centen


@pytest.mark.parametrize(
    "tekst",
    ["twaalf", "12,50,10", "1.23.456,00", "--5", "-(5)", "(5", "1e5", "", "12.50", "٣", "99999999999999"],
)
def test_geen_bedrag(tekst):
    with pytest.raises(ValueError):
        in_centen(tekst, KOMMA)


@pytest.mark.parametrize(
    ("teksten", "decimaal"),
    [
        (["1.234", "12,50"], ","),
        (["1,234", "12.50"], "."),
        (["1.234,56"], ","),
        (["1,234.56"], "."),
        (["1.234.567"], ","),
        (["0,125"], ","),
        (["12345,678"], ","),
        (["1.234", "5"], None),
        (["100"], None),
    ],
)
def test_decimaalteken_blijkt_uit_ondubbelzinnige_bedragen(teksten, decimaal):
    assert schrijfwijze(dict.fromkeys(teksten, 1)).decimaal == decimaal


def test_de_meeste_regels_beslissen_over_het_decimaalteken():
    assert schrijfwijze({"1,50": 3, "2.50": 1}) == Schrijfwijze(",", gemengd=1)


def test_zonder_bewijs_is_1_punt_234_duizend_en_onduidelijk():
    assert in_centen("1.234", GEEN) == 123400
    assert in_centen("1,234", GEEN) == 123400
    assert onduidelijk("1.234") and onduidelijk("€ 1.234-") and not onduidelijk("1234")


@pytest.mark.parametrize(("tekst", "centen"), [("12345", 12345), ("1.234", 1234), ("-5", -5), ("12,00", 12)])
def test_kolom_in_centen(tekst, centen):
    assert in_centen(tekst, KOMMA, centen=True) == centen


def test_decimalen_in_een_kolom_met_centen():
    with pytest.raises(ValueError, match="centen"):
        in_centen("12,50", KOMMA, centen=True)


@pytest.mark.parametrize(
    ("cel", "centen"),
    [("1.234", 123), ("45.330000000000005", 4533), ("1.005", 101), ("-7", -700), ("1e-07", 0)],
)
def test_getalcel_heeft_een_punt_wat_het_bestand_ook_doet(cel, centen):
    assert in_centen(GETALCEL + cel, KOMMA) == centen


@given(st.integers(-(10**11), 10**11), st.sampled_from([",", "."]), st.booleans(), st.integers(0, 3))
def test_elk_bedrag_komt_terug(centen, decimaal, duizend, vorm):
    """Written with either sign, with or without thousands, in four notations of minus."""
    geheel, rest = divmod(abs(centen), 100)
    groot = f"{geheel:,}".replace(",", "." if decimaal == "," else ",") if duizend else str(geheel)
    kaal = f"{groot}{decimaal}{rest:02d}"
    tekst = kaal if centen >= 0 else (f"-{kaal}", f"{kaal}-", f"({kaal})", f"€ -{kaal}")[vorm]
    wijze = schrijfwijze({tekst: 1})
    assert wijze.decimaal == decimaal
    assert in_centen(tekst, wijze) == centen


@given(st.text(max_size=20))
def test_willekeurige_tekst_is_een_bedrag_of_een_nette_weigering(tekst):
    for wijze in (KOMMA, PUNT, GEEN):
        try:
            assert isinstance(in_centen(tekst, wijze), int)
        except (ValueError, ArithmeticError) as fout:
            assert not isinstance(fout, OverflowError)
    schrijfwijze({tekst: 1})


def test_hoeveelheid():
    assert als_getal("1.234,5", KOMMA) == 1234.5
    assert als_getal("12.5", GEEN) == 12.5
    assert als_getal(GETALCEL + "0.25", KOMMA) == 0.25
