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
from core.bevindingen.bijschrift import bronregel, niets_te_tekenen, selectie, waarover, zonder_filter
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
from core.bevindingen.controle import (
    met_plafond,
    sluit_het_aan,
    wat_aan_de_beurt_is,
    wie_over_het_plafond,
    wie_verantwoordde,
    zonder_accountant,
    zonder_plafond,
)
from core.bevindingen.figuurzin import figuurzin, jaarzin, maandzin
from core.bevindingen.naijl import (
    GANGBAAR,
    hoe_goed_geschat,
    nog_te_komen,
    wat_veranderde,
    wie_laat_declareert,
)
from core.bevindingen.overgangen import doorstroomzin, geteld_over, met_volledige_maanden, wie_wordt_18
from core.bevindingen.overzicht import hoofdzin, overlap
from core.bevindingen.periode import jaarlabel, maanden_van, onvolledig, voorlopig
from core.bevindingen.prognose import (
    aannames,
    grootste_verschillen,
    hoe_goed_voorspeld,
    jaar_op_declaratiemaand,
    jaar_tegen_begroting,
    scenario_naast_prognose,
    van_begroting_naar_prognose,
    waarop_het_rust,
)
from core.bevindingen.registers import risicos_samen
from core.bevindingen.signalen import signaalfeit, signaalkop, signaalzin, signalen_samen
from core.bevindingen.vergelijking import Vergelijking, vergelijk
from core.bevindingen.verwacht import (
    EIGEN_MODEL,
    ZONDER_OPBOUW,
    gelijkende_gebieden,
    grootste_bijdragen,
    kern_van_gebied,
    kwaliteit_van_model,
    niet_meegeteld,
    over_de_jaren,
    plaats_onder_gebieden,
    regio_aandeel,
    toelichting,
    werkelijk_tegen_verwacht,
    zekerheid,
)

__all__ = [
    "aannames",
    "EIGEN_MODEL",
    "GANGBAAR",
    "NIET_GECORRIGEERD",
    "ZONDER_OPBOUW",
    "Cijfer",
    "Vergelijking",
    "bronregel",
    "brug_naar_cbs",
    "buurt_tegen_stad",
    "buurten_naast_stad",
    "combinatie_per_jaar",
    "concentratie",
    "doorstroomzin",
    "figuurzin",
    "gelijkende_gebieden",
    "geteld_over",
    "grootste_bijdragen",
    "grootste_verschillen",
    "hoe_goed_geschat",
    "hoe_goed_voorspeld",
    "hoofdzin",
    "hoofdzin_aanbieders",
    "hoofdzin_leeftijd",
    "hoogste_gebruik",
    "jaar_op_declaratiemaand",
    "jaar_tegen_begroting",
    "jaarlabel",
    "jaarzin",
    "kern_van_aanbieder",
    "kern_van_gebied",
    "kwaliteit_van_model",
    "maanden_van",
    "maandzin",
    "mediaanzin",
    "met_volledige_maanden",
    "met_plafond",
    "naast_anderen",
    "niets_te_tekenen",
    "niet_meegeteld",
    "nog_te_komen",
    "onvolledig",
    "over_de_jaren",
    "over_toeval",
    "overlap",
    "plaats_onder_gebieden",
    "producten",
    "regio_aandeel",
    "risicos_samen",
    "scenario_naast_prognose",
    "selectie",
    "signaalfeit",
    "signaalkop",
    "signaalzin",
    "signalen_samen",
    "sluit_het_aan",
    "stroomzin",
    "toelichting",
    "verborgen_aanbieders",
    "verborgen_maanden",
    "van_begroting_naar_prognose",
    "vergelijk",
    "voorlopig",
    "waarop_het_rust",
    "wat_aan_de_beurt_is",
    "wat_veranderde",
    "werkelijk_tegen_verwacht",
    "wie_laat_declareert",
    "wie_wordt_18",
    "wie_over_het_plafond",
    "wie_verantwoordde",
    "zekerheid",
    "waar_stromen_beginnen",
    "waarover",
    "zonder_accountant",
    "zonder_filter",
    "zonder_plafond",
]
