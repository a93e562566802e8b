"""Why our number of jeugdigen of a year is another than what CBS publishes of the same gemeente."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import BUITEN_GEMEENTE, PGB, Leveringsvorm
from core.cijfers.selectie import Per, Selectie, maanden_van, selecteer
from core.database import Database
from core.filters import Filter
from core.referentie.jeugdzorg_cbs import met_jeugdzorg

TOTAAL, DEEL, GENOEMD = "totaal", "deel", "genoemd"
VERGELIJKBAAR = "Te vergelijken met het CBS"
LEEFTIJD_CBS = 23
"""CBS counts those younger than this."""
LTA = "LTA"
_GENOEMD = (
    "Hulp van het lokale team of CJG: telt bij het CBS mee, staat niet in declaraties",
    "Wonen hier, maar een andere gemeente betaalt (woonplaatsbeginsel, gewijzigd in 2022)",
    "Trajecten die in het jaar liepen zonder declaratie; late declaraties en correcties",
    "Aanbieders die niet of te laat aan het CBS melden",
    "Afronding van het CBS op vijf",
)
_KOLOMMEN = ["jaar", "niveau", "stap", "jeugdigen", "cbs", "onverklaard"]


def per_jaar(db: Database, f: Filter) -> pd.DataFrame:
    """Per year with a figure of CBS and with all its months in the data: from our number to theirs.

    totaal: unieke jeugdigen of the year. deel: who would drop out next, each among those left by
    the steps before, so that the parts add up to the total; the last part is what CBS counts too,
    with the number of CBS and what stays unexplained (CBS − ours). genoemd: what else differs; only
    of LTA the data tell how many: they are in the last part, for CBS counts LTA when its aanbieder
    reports. Empty under any filter but years: CBS publishes no part that fits.
    """
    if f.met(jaar=()) != Filter(leeftijdsindeling=f.leeftijdsindeling):
        return pd.DataFrame(columns=_KOLOMMEN)
    maanden = set(maanden_van(db, f))
    rijen: list[dict[str, Any]] = []
    for jaar, cbs in met_jeugdzorg(_gemeentecode(db)).items():
        if {jaar * 12 + m for m in range(12)} <= maanden:
            rijen += [{"jaar": jaar} | rij for rij in _jaar(selecteer(db, Filter(jaar=(jaar,))), cbs)]
    return pd.DataFrame(rijen, columns=_KOLOMMEN)


def onverklaard(rij: Mapping[str, Any]) -> dict[str, Any]:
    """What stays unexplained in a row whose number was rounded."""
    return {} if rij["cbs"] is None else {"onverklaard": rij["cbs"] - rij["jeugdigen"]}


def _gemeentecode(db: Database) -> str:
    """The gemeente whose buurten the data know."""
    rijen = db.rijen("SELECT min(buurtcode) FROM buurt WHERE buurtcode IS NOT NULL")
    return f"GM{str(rijen[0][0])[2:6]}"


def _jaar(selectie: Selectie, cbs: int) -> Iterator[dict[str, Any]]:
    zorg = selectie["zorg"] > 0
    over = _wie(selectie, zorg)
    totaal = over.sum()
    yield {"niveau": TOTAAL, "stap": "Eigen aantal", "jeugdigen": int(totaal)}
    for stap, blijft in _stappen(selectie, zorg):
        over &= blijft
        yield {"niveau": DEEL, "stap": stap, "jeugdigen": int(totaal - over.sum())}
        totaal = over.sum()
    aantal = int(totaal)
    yield {
        "niveau": DEEL,
        "stap": VERGELIJKBAAR,
        "jeugdigen": aantal,
        "cbs": cbs,
        "onverklaard": cbs - aantal,
    }
    alleen_lta = over & ~_wie(selectie, zorg & ~_segment(selectie, LTA))
    yield {
        "niveau": GENOEMD,
        "stap": "Alleen LTA: telt bij het CBS mee als de aanbieder meldt",
        "jeugdigen": int(alleen_lta.sum()),
    }
    yield from ({"niveau": GENOEMD, "stap": stap} for stap in _GENOEMD)


def _stappen(s: Selectie, zorg: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Every step with who stays."""
    natura = zorg & ~_pgb(s)
    yield "Alleen pgb: het CBS telt alleen natura", _wie(s, natura)
    yield (
        f"{LEEFTIJD_CBS} jaar of ouder: het CBS telt tot {LEEFTIJD_CBS} jaar",
        _wie(s, s.leeftijd(Per.JAAR) < LEEFTIJD_CBS),
    )
    buiten = (s.kolommen.buurt["naam"] == BUITEN_GEMEENTE)[s["buurt"]]
    yield "Woont buiten de gemeente: het CBS telt naar woonplaats", _wie(s, natura & ~buiten)


def _wie(s: Selectie, welke: np.ndarray) -> np.ndarray:
    """Of every jeugdige, by number, whether it has one of these rows."""
    uit = np.zeros(int(s["jeugdige"].max(initial=0)) + 1, dtype=bool)
    uit[s["jeugdige"][welke]] = True
    return uit


def _segment(s: Selectie, naam: str) -> np.ndarray:
    return np.array([n == naam for n in s.kolommen.segment], dtype=bool)[s.segment()]


def _pgb(s: Selectie) -> np.ndarray:
    """Which rows are care by pgb: by their form of delivery, or bought in the segment PGB."""
    vorm = np.array([str(w) == str(Leveringsvorm.PGB) for w in Leveringsvorm], dtype=bool)
    return vorm[s["leveringsvorm"]] | _segment(s, PGB)
