"""The external look at the wijken."""

from core.onthulling import scp_wijken


def test_scp_per_wijk_met_zijn_jaar_en_bron():
    van = scp_wijken()
    assert len(van) == 7 and van.jaar == 2017
    rij = van.alleen(wijk="Buitenwijk West")
    assert [rij.tekst(k) for k in ("pct_waargenomen", "pct_verwacht", "residu")] == [
        "15,5 %",
        "12,9 %",
        "+2,6",
    ]
    assert "SCP" in van.bron and "2017" in van.bron
