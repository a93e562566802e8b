"""What the register of risks says together, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from core.opmaak import euro, geteld, opsomming
from core.opslag.risicos import Risico, Risicosoort

_WEEGT = {
    Risicosoort.RISICO: "de risico's wegen samen {} (nadelig)",
    Risicosoort.KANS: "de kansen {} (voordelig)",
}


def risicos_samen(alle: Sequence[Risico]) -> str:
    """How many entries are open and what they weigh (chance × amount), risks and chances apart."""
    lopend = [r for r in alle if r.open]
    if not lopend:
        return "Er staan geen open risico's of ontwikkelingen in het register."
    aantallen = [
        geteld(aantal, str(soort), f"{soort}{meer}")
        for soort, meer in (
            (Risicosoort.RISICO, "'s"),
            (Risicosoort.KANS, "en"),
            (Risicosoort.ONTWIKKELING, "en"),
        )
        if (aantal := sum(r.soort is soort for r in lopend))
    ]
    gewogen = []
    for soort, woorden in _WEEGT.items():
        bedragen = [r.verwacht for r in lopend if r.soort is soort and r.verwacht is not None]
        if bedragen:
            gewogen.append(woorden.format(euro(sum(bedragen) / 100)))
    open_ = f"Open {'staat' if len(lopend) == 1 else 'staan'} {opsomming(aantallen)}"
    return f"{open_}; kans × bedrag: {opsomming(gewogen)}." if gewogen else f"{open_}."
