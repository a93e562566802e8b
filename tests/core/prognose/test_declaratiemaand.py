"""A year as it is booked: its own care, that of earlier years, and what moves on to the next, by hand."""

from __future__ import annotations

from datetime import date

import pytest

from core.begrippen import Rol
from core.bevindingen import jaar_op_declaratiemaand
from core.filters import Filter
from core.onthulling import VERBORGEN, tabel
from core.prognose.declaratiemaand import per_segment
from tests.conftest import levering
from tests.core.cijfers.hulp import VOLTIJD, reeks
from tests.core.prognose.test_waterval import laat

NU = 2024 * 12 + 2
DELEN = ["eigen_jaar", "eerdere_jaren", "nog_te_boeken", "prognose", "schuift_door"]


@pytest.fixture
def db(maak_database):
    """600 a month, half declared in the month and half two months later; known up to February 2024."""
    regels = [r for m in range(2021 * 12, NU) for r in laat(m, NU)]
    return maak_database(regels, [levering(1, stand_per=date(2024, 3, 1))])


def test_een_jaar_dat_voorbij_is(db):
    # Of 2023 twelve first halves and ten second ones; of 2022 the last two; and two halves came in 2024.
    (rij,) = per_segment(db, Filter(jaar=(2023,))).to_dict("records")
    assert [rij[naam] for naam in DELEN] == pytest.approx([6600, 600, 0, 7200, 600])
    assert rij["laag"] == rij["hoog"] == 7200
    van = tabel(db, "prognose-declaratiemaand", Filter(jaar=(2023,)), Rol.STURING)
    assert jaar_op_declaratiemaand(van).replace("\u00a0", " ") == (
        "In 2023 is € 7.000 geboekt, waarvan € 1.000 over eerdere jaren; € 1.000 van 2023 schoof door naar later."
    )


def test_een_jaar_dat_loopt(db):
    # Booked: two halves of 2024, two of 2023. To come: two halves and ten months, less two halves.
    van = tabel(db, "prognose-declaratiemaand", Filter(jaar=(2024,)), Rol.STURING)
    assert [van.cel(naam) for naam in DELEN] == pytest.approx([600, 600, 6000, 7200, 600])
    assert jaar_op_declaratiemaand(van).replace("\u00a0", " ") == (
        "In 2024 wordt naar verwachting € 7.000 geboekt, waarvan tot nu toe € 1.000 over eerdere jaren; "
        "€ 1.000 van dit jaar schuift door naar het volgende."
    )


def test_zonder_declaratiemaand_is_er_geen_boekjaar_en_een_gestopt_segment_telt_mee(maak_database):
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04")]
    oud = reeks("w0", "2022-12", "2022-12", declaratiemaand="2023-02", **VOLTIJD)
    db = maak_database([*regels, *oud])
    een, twee, samen = per_segment(db, Filter(jaar=(2023,))).to_dict("records")
    assert een["prognose"] != een["prognose"] and samen["prognose"] != samen["prognose"]  # not known
    assert (twee["segment"], twee["eerdere_jaren"], twee["prognose"]) == ("Segment Jeugd Wonen", 100, 100)
    lezer = tabel(db, "prognose-declaratiemaand", Filter(jaar=(2023,)), Rol.LEZER)
    assert lezer.rijen()[1]["eerdere_jaren"] == VERBORGEN  # of one jeugdige
    assert jaar_op_declaratiemaand(lezer).startswith("Niet van alle regels")
