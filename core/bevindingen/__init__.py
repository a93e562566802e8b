"""From protected tables to Dutch sentences: what is shown, how it compares, what stands out."""

from __future__ import annotations

from core.bevindingen.aanbieders import (
    NIET_GECORRIGEERD,
    Cijfer,
    concentratie,
    hoofdzin_aanbieders,
    kern_van_aanbieder,
    naast_anderen,
    producten,
    verborgen_aanbieders,
)
from core.bevindingen.bijschrift import bronregel, niets_te_tekenen, selectie, waarover
from core.bevindingen.buurten import buurt_tegen_stad, hoogste_gebruik
from core.bevindingen.clienten import (
    combinatie_per_jaar,
    hoofdzin_leeftijd,
    mediaanzin,
    stroomzin,
    verborgen_maanden,
    waar_stromen_beginnen,
)
from core.bevindingen.figuurzin import figuurzin, jaarzin, maandzin
from core.bevindingen.overzicht import hoofdzin, overlap
from core.bevindingen.periode import jaarlabel, maanden_van, onvolledig
from core.bevindingen.vergelijking import Vergelijking, vergelijk

__all__ = [
    "NIET_GECORRIGEERD",
    "Cijfer",
    "Vergelijking",
    "bronregel",
    "buurt_tegen_stad",
    "combinatie_per_jaar",
    "concentratie",
    "figuurzin",
    "hoofdzin",
    "hoofdzin_aanbieders",
    "hoofdzin_leeftijd",
    "hoogste_gebruik",
    "jaarlabel",
    "jaarzin",
    "kern_van_aanbieder",
    "maanden_van",
    "maandzin",
    "mediaanzin",
    "naast_anderen",
    "niets_te_tekenen",
    "onvolledig",
    "overlap",
    "producten",
    "selectie",
    "stroomzin",
    "verborgen_aanbieders",
    "verborgen_maanden",
    "vergelijk",
    "waar_stromen_beginnen",
    "waarover",
]
