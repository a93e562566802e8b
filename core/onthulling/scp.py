"""An external look at the wijken: help without stay as SCP published it for 2017."""

from __future__ import annotations

from core.cijfers.tabellen import Kolom, Soort
from core.onthulling.tabel import OpenbareTabel
from core.referentie import gebieden

_KOLOMMEN = (
    Kolom("wijk", "Wijk", Soort.TEKST),
    Kolom("pct_waargenomen", "Waargenomen", Soort.PCT),
    Kolom("pct_verwacht", "Volgens model SCP", Soort.PCT),
    Kolom("residu", "Verschil in procentpunt", Soort.PROCENTPUNT),
)
BRON_SCP = "Bron: SCP (2020), Jeugdhulp in de wijk, wijken 2017"


def scp_wijken() -> OpenbareTabel:
    """Per wijk of Maastricht the share of jeugdigen with help without stay in 2017, observed and by SCP's model."""
    tabel = gebieden.scp_wijken()
    rijen = tabel[["wijknaam", "pct_waargenomen", "pct_verwacht", "residu"]].itertuples(
        index=False, name=None
    )
    waarden = tuple((str(wijk), *(float(w) for w in cijfers)) for wijk, *cijfers in rijen)
    leeg = tuple(("",) * len(_KOLOMMEN) for _ in waarden)
    titel = "Jeugdhulp zonder verblijf per wijk, 2017"
    return OpenbareTabel("scp-wijken", titel, _KOLOMMEN, waarden, leeg, BRON_SCP, 2017)
