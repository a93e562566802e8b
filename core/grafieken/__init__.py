"""Protected or published table → chart. A hidden cell is not drawn: no bar, no point, no tooltip with a number."""

from __future__ import annotations

from core.grafieken.aanbieders import concentratie, naast_anderen, top_aanbieders
from core.grafieken.basis import KLEUR, KLEUR_NADRUK, SEGMENTKLEUR, Grafiek, gedimd
from core.grafieken.brug import waterval
from core.grafieken.buurten import aandelen, gebruik_per_jaar
from core.grafieken.buurtnorm import kaart_buiten_grenzen, trechter
from core.grafieken.clienten import leeftijd_geslacht, per_jaar, stand, stromen
from core.grafieken.gebeurtenissen import in_beeld, in_woorden, met_lijnen
from core.grafieken.jaren import ijking, over_de_jaren
from core.grafieken.kaart import Kaart, kaart
from core.grafieken.kosten import kosten_per_maand
from core.grafieken.kpi import kpi_per_kwartaal, kpi_per_maand
from core.grafieken.naast import eigen, met_naast, teken
from core.grafieken.naijl import terugblik, uitloop
from core.grafieken.overgangen import doorstroom, wordt_18
from core.grafieken.plafonds import plafonds
from core.grafieken.prognose import cumulatief, naar_prognose
from core.grafieken.signalen import signaal
from core.grafieken.verwacht import alle_gebieden, met_interval, opbouw, verschillen
from core.grafieken.vormen import lijn_per_maand, staven

__all__ = [
    "KLEUR",
    "KLEUR_NADRUK",
    "SEGMENTKLEUR",
    "Grafiek",
    "Kaart",
    "aandelen",
    "alle_gebieden",
    "concentratie",
    "cumulatief",
    "eigen",
    "doorstroom",
    "gebruik_per_jaar",
    "gedimd",
    "ijking",
    "in_beeld",
    "in_woorden",
    "kaart",
    "kaart_buiten_grenzen",
    "kosten_per_maand",
    "kpi_per_kwartaal",
    "kpi_per_maand",
    "leeftijd_geslacht",
    "lijn_per_maand",
    "met_interval",
    "met_lijnen",
    "met_naast",
    "naar_prognose",
    "naast_anderen",
    "opbouw",
    "over_de_jaren",
    "per_jaar",
    "plafonds",
    "signaal",
    "stand",
    "staven",
    "stromen",
    "teken",
    "terugblik",
    "top_aanbieders",
    "trechter",
    "uitloop",
    "verschillen",
    "waterval",
    "wordt_18",
]
