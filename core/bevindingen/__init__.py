"""From protected tables to Dutch sentences: what is shown, how it compares, what stands out."""

from __future__ import annotations

from core.bevindingen.bijschrift import bronregel, selectie
from core.bevindingen.overzicht import hoofdzin, overlap
from core.bevindingen.periode import jaarlabel, maanden_van
from core.bevindingen.vergelijking import Vergelijking, vergelijk

__all__ = [
    "Vergelijking",
    "bronregel",
    "hoofdzin",
    "jaarlabel",
    "maanden_van",
    "overlap",
    "selectie",
    "vergelijk",
]
