"""A question in plain words becomes the filter a person meant, and says what it did not understand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.filters import Filter
from core.sturing.zaalvraag import begrijp

KEUZES = {
    "jaar": [2021, 2022, 2023],
    "segment": ["Segment Jeugd Ambulant", "Segment Jeugd Wonen", "Segment Jeugd JB/JR", "PGB"],
    "product": ["Begeleiding Groep", "Begeleiding Individueel", "Pleegzorg", "PGB"],
    "wijk": ["Centrum", "Buitenwijk Zuidwest", "Onbekend"],
    "buurt": ["Belvédère", "Malberg", "Mariaberg", "Sint Pieter", "Wyck", "Onbekend"],
    "aanbieder": [
        "Adelante",
        "Praktijk De Brug",
        "Praktijk Denkwolk",
        *(f"Huis nummer {n}" for n in range(9)),
    ],
}


@pytest.mark.parametrize(
    ("vraag", "begrepen"),
    [
        (
            "begeleiding groep 6-12 malberg 2023",
            {"product": ("Begeleiding Groep",), "leeftijd": ("6-12",), "buurt": ("Malberg",), "jaar": (2023,)},
        ),
        ("Hoeveel meisjes in AMBULANT, 2021 - 2022?", {"geslacht": ("V",), "segment": ("Segment Jeugd Ambulant",), "jaar": (2021, 2022)}),
        ("begeleiding", {"product": ("Begeleiding Groep", "Begeleiding Individueel")}),
        ("belvedere", {"buurt": ("Belvédère",)}),
        ("mariabreg", {"buurt": ("Mariaberg",)}),
        ("zuidwest 13 tot 17 jaar", {"wijk": ("Buitenwijk Zuidwest",), "leeftijd": ("13-17",)}),
        ("jb/jr 18+", {"segment": ("Segment Jeugd JB/JR",), "leeftijd": ("18+",)}),
        ("hoog en lang, huisarts", {"intensiteit": ("hoog",), "duur": ("lang",), "verwijzer": ("Huisarts",)}),
        ("pleegzorg februari 2022", {"product": ("Pleegzorg",), "maand": (2,), "jaar": (2022,)}),
        ("praktijk de brug of adelante", {"aanbieder": ("Praktijk De Brug", "Adelante")}),
    ],
)  # fmt: skip
def test_wat_een_vraag_betekent(vraag: str, begrepen: dict) -> None:
    uit = begrijp(vraag, KEUZES)
    assert (dict(uit.keuzes), uit.onbegrepen) == (begrepen, ())


def test_wat_niet_te_plaatsen_is_komt_terug() -> None:
    uit = begrijp("wachttijd pleegzorg 1999 xyz", KEUZES)
    assert dict(uit.keuzes) == {"product": ("Pleegzorg",)}
    assert uit.onbegrepen == ("wachttijd", "1999", "xyz")


def test_een_woord_dat_op_te_veel_namen_past_zegt_niets() -> None:
    assert begrijp("huis", KEUZES).onbegrepen == ("huis",)


def test_een_buurt_neemt_de_plaats_in_van_een_wijk_en_een_jaar_van_een_periode() -> None:
    f = Filter(wijk=("Centrum",), van=2022 * 12, tot=2022 * 12 + 5, aanbieder=("Adelante",))
    over = begrijp("malberg 2023", KEUZES).over(f)
    assert over == Filter(buurt=("Malberg",), jaar=(2023,), aanbieder=("Adelante",))
    assert begrijp("pleegzorg", KEUZES).over(Filter(segment=("PGB",))) == Filter(product=("Pleegzorg",))
    assert begrijp("niets", KEUZES).over(f) == f


@given(st.text(max_size=300))
def test_elke_tekst_geeft_alleen_waarden_die_bestaan(tekst: str) -> None:
    uit = begrijp(tekst, KEUZES)
    for dimensie, waarden in uit.keuzes.items():
        if dimensie in KEUZES:
            assert set(waarden) <= set(KEUZES[dimensie])
    uit.over(Filter())


@given(st.permutations(["pleegzorg", "malberg", "2022", "6-12", "meisjes"]))
def test_de_volgorde_van_de_woorden_maakt_niet_uit(woorden: list[str]) -> None:
    assert begrijp(" ".join(woorden), KEUZES).over(Filter()) == Filter(
        product=("Pleegzorg",), buurt=("Malberg",), jaar=(2022,), leeftijd=("6-12",), geslacht=("V",)
    )
