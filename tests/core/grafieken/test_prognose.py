"""The line of a year: declared up to the last month, expected with its margin, and the budget when there is one."""

from __future__ import annotations

from core import grafieken
from core.begrippen import Rol
from core.export.reeksen import Tekenvorm, reeksen
from core.filters import Filter
from core.onthulling import tabel
from core.opslag.begroting import Begrotingen, Begrotingsregel
from tests.core.cijfers.hulp import reeks


def test_de_lijnen_van_een_jaar(maak_database):
    db = maak_database([r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04")])
    f = Filter(jaar=(2024,))
    zonder = grafieken.cumulatief(tabel(db, "prognose-per-maand", f, Rol.STURING))
    assert {r["wat"] for r in zonder.spec["data"]["values"]} == {"gedeclareerd", "prognose, met marge"}
    Begrotingen().zet_begroting(
        [Begrotingsregel(2024, "Segment Jeugd Ambulant", 12_000_00)], 2024, demo=False, wie="t"
    )
    met = grafieken.cumulatief(tabel(db, "prognose-per-maand", f, Rol.STURING))
    lijnen = reeksen(met)
    assert lijnen is not None and lijnen.vorm is Tekenvorm.LIJN
    per_naam = {r.naam: r.waarden for r in lijnen.reeksen}
    assert per_naam["gedeclareerd"] == (600, 1200, 1800, 2400, *[None] * 8)
    assert per_naam["prognose, met marge"][-1] == 7200 and per_naam["begroting"][-1] == 12_000
    assert met.alt.endswith("prognose van het hele jaar € 7.200, tussen € 7.200 en € 7.200.")


def test_een_te_klein_segment_wordt_voor_lezer_niet_getekend(maak_database):
    db = maak_database([r for n in range(2) for r in reeks(f"a{n}", "2022-01", "2024-04")])
    figuur = grafieken.cumulatief(tabel(db, "prognose-per-maand", Filter(jaar=(2024,)), Rol.LEZER))
    assert not figuur.getekend
