"""BeveiligdeTabel → chart. A hidden cell is not drawn: no bar, no point, no tooltip with a number."""

from __future__ import annotations

from core.grafieken.basis import KLEUR, KLEUR_NADRUK, SEGMENTKLEUR, Grafiek
from core.grafieken.kosten import kosten_per_maand
from core.grafieken.vormen import lijn_per_maand, staven

__all__ = [
    "KLEUR",
    "KLEUR_NADRUK",
    "SEGMENTKLEUR",
    "Grafiek",
    "kosten_per_maand",
    "lijn_per_maand",
    "staven",
]
