"""Charts as numbers: every chart of the app can be read, and the same numbers come out."""

from __future__ import annotations

import inspect

from core import grafieken
from core.begrippen import Rol
from core.cijfers.tabellen import Soort
from core.export.reeksen import _LEZINGEN, ALS_TABEL, Tekenvorm, reeksen
from core.filters import Filter
from core.onthulling import tabel
from tests.core.cijfers.hulp import reeks


def test_elke_grafiek_is_te_lezen() -> None:
    """A chart that nobody wrote a reading for would leave as a table by accident."""
    tekent = {
        naam
        for naam in grafieken.__all__
        if inspect.isfunction(inspect.unwrap(getattr(grafieken, naam)))
        and inspect.signature(inspect.unwrap(getattr(grafieken, naam))).return_annotation == "Grafiek"
    }
    assert tekent == set(_LEZINGEN) | ALS_TABEL


def test_kosten_per_maand_tekent_geen_nul_voor_wat_verborgen_is(maak_database) -> None:
    wonen = {"segment": "Segment Jeugd Wonen", "product": "Pleegzorg", "bedrag": 900.0}
    regels = [r for n in range(8) for r in reeks(f"a{n}", "2023-01", "2023-03")]
    regels.append({"jeugdige": "w", "leveringsmaand": "2023-01"} | wonen)
    van = tabel(maak_database(regels), "kosten-per-maand", Filter(), Rol.LEZER)
    uit = reeksen(grafieken.kosten_per_maand(van))
    assert uit is not None
    assert (uit.vorm, uit.soort) == (Tekenvorm.GESTAPELD, Soort.EURO)
    assert uit.categorieen == ("jan 2023", "feb 2023", "mrt 2023")
    # one child in Wonen hides January of Ambulant, and that another month of Ambulant
    assert [(r.naam, r.waarden) for r in uit.reeksen] == [("Segment Jeugd Ambulant", (None, None, 800.0))]


def test_uitstroom_staat_omlaag(maak_database) -> None:
    regels = [r for n in range(9) for r in reeks(f"a{n}", "2022-01", "2022-06")]
    regels += [r for n in range(30) for r in reeks(f"b{n}", "2022-01", "2023-12")]
    van = tabel(maak_database(regels), "stromen", Filter(), Rol.STURING)
    uit = reeksen(grafieken.stromen(van))
    assert uit is not None
    per_naam = {r.naam: dict(zip(uit.categorieen, r.waarden, strict=True)) for r in uit.reeksen}
    assert per_naam["uitstroom"]["jul 2022"] == -9


def test_niets_te_tekenen_is_geen_grafiek(maak_database) -> None:
    van = tabel(
        maak_database([{"jeugdige": "a", "verwijzer": "Huisarts"}]), "verwijzers", Filter(), Rol.STURING
    )
    assert reeksen(grafieken.staven(van, "verwijzer", "aandeel")) is None


def test_een_maand_en_een_naam_heten_op_de_as_zoals_op_het_scherm(maak_database) -> None:
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2023-01", "2023-03")]
    van = tabel(maak_database(regels), "jeugdigen-per-maand", Filter(), Rol.STURING)
    uit = reeksen(grafieken.lijn_per_maand(van, "jeugdigen"))
    assert uit is not None
    assert (uit.categorieen[0], uit.reeksen[0].naam, uit.hoogste) == ("jan 2023", "Unieke jeugdigen", 6.0)
