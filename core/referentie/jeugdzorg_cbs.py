"""What CBS publishes about jeugdzorg in one gemeente, year by year."""

from __future__ import annotations

from core.referentie import gebieden

MAAT = "jeugdzorg_in_natura_tot_23"
BRON_CBS = "CBS, jongeren met jeugdzorg in natura (85075NED over 2021, 85335NED over 2022, voorlopig)"
AFRONDING = 5
"""CBS rounds numbers of youths to a multiple of this."""


def met_jeugdzorg(gemeentecode: str) -> dict[int, int]:
    """Youths under 23 with jeugdzorg in natura by year, rounded to 5; empty for an unknown gemeente."""
    naam = gebieden.gemeentenamen().get(gemeentecode)
    reeks = gebieden.landelijk()
    reeks = reeks[(reeks["gebied"] == naam) & (reeks["maat"] == MAAT)]
    uit = {int(j): int(n) for j, n in zip(reeks["jaar"], reeks["aantal"], strict=True)}
    los = gebieden.jeugdzorg().set_index("gemeentecode")["jongeren_met_jeugdzorg"]
    if gemeentecode in los and los[gemeentecode] == los[gemeentecode]:
        uit.setdefault(gebieden.JAAR, int(los[gemeentecode]))
    return dict(sorted(uit.items()))
