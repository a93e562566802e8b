"""The difference with CBS in words."""

from __future__ import annotations

from core.cijfers.brug import DEEL, TOTAAL, VERGELIJKBAAR
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal
from core.referentie.jeugdzorg_cbs import AFRONDING


def brug_naar_cbs(van: BeveiligdeTabel) -> str:
    """Of one year: both numbers, how much the steps explain, and how much stays."""
    jaar, eigen = van.cel("jaar"), van.alleen(niveau=TOTAAL)
    einde = van.alleen(niveau=DEEL, stap=VERGELIJKBAAR)
    heel, cbs = einde.cel("jeugdigen"), einde.cel("cbs")
    zin = f"In {jaar} kregen {eigen.tekst('jeugdigen')} jeugdigen hulp; het CBS telt er {getal(cbs)}."
    if heel is None or eigen.cel("jeugdigen") is None:
        return f"{zin} Het verschil is niet uit te splitsen zonder een klein aantal te verraden."
    weg, rest = eigen.cel("jeugdigen") - heel, cbs - heel
    if abs(rest) <= AFRONDING:
        return f"{zin} De stappen hieronder verklaren het verschil, op de afronding na."
    richting = "meer" if rest > 0 else "minder"
    return (
        f"{zin} Van de eigen jeugdigen {'telt' if weg == 1 else 'tellen'} er {getal(weg)} bij het CBS niet mee; naast de overige "
        f"{getal(heel)} telt het CBS er {getal(abs(rest))} {richting}, en dat is niet uit de gegevens te verklaren."
    )
