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
from core.bevindingen.bijschrift import bronregel, selectie
from core.bevindingen.brug import brug_naar_cbs
from core.bevindingen.buurten import buurt_tegen_stad, hoogste_gebruik
from core.bevindingen.buurtnorm import buurten_naast_stad, over_toeval
from core.bevindingen.clienten import (
    combinatie_per_jaar,
    hoofdzin_leeftijd,
    mediaanzin,
    stroomzin,
    verborgen_maanden,
    waar_stromen_beginnen,
)
from core.bevindingen.overzicht import hoofdzin, overlap
from core.bevindingen.periode import jaarlabel, maanden_van, onvolledig
from core.bevindingen.vergelijking import Vergelijking, vergelijk

__all__ = [
    "NIET_GECORRIGEERD",
    "Cijfer",
    "Vergelijking",
    "bronregel",
    "brug_naar_cbs",
    "buurt_tegen_stad",
    "buurten_naast_stad",
    "combinatie_per_jaar",
    "concentratie",
    "hoofdzin",
    "hoofdzin_aanbieders",
    "hoofdzin_leeftijd",
    "hoogste_gebruik",
    "jaarlabel",
    "kern_van_aanbieder",
    "maanden_van",
    "mediaanzin",
    "naast_anderen",
    "onvolledig",
    "over_toeval",
    "overlap",
    "producten",
    "selectie",
    "stroomzin",
    "verborgen_aanbieders",
    "verborgen_maanden",
    "vergelijk",
    "waar_stromen_beginnen",
]
