"""The parts of the page Cliënten about moves: from segment to segment, and to adulthood."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.begrippen import Niveau
from core.cijfers.uitleg import UITLEG
from core.filters import Filter
from core.onthulling import in_volgorde, kruistabel
from pages.onderdelen import bron, kruis, tonen


def doorstroom(f: Filter) -> None:
    """Who moved between segments in the period, who came from outside and who left.

    Of a period without a complete month nothing is known yet: then over the last twelve.
    """
    van = bron.tabel("doorstroom", f.met(segment=(), product=()))
    van = bron.tabel("doorstroom", bevindingen.met_volledige_maanden(van.herkomst))
    st.markdown(bevindingen.doorstroomzin(van))
    st.caption(bevindingen.geteld_over(van.herkomst))
    tonen.grafiek(
        "Doorstroom tussen segmenten", grafieken.doorstroom(van), "doorstroom", UITLEG["doorstroom"]
    )


def wordt_18(f: Filter) -> None:
    """Who turns 18 by quarter: together as bars, per segment as a table."""
    van = bron.tabel("wordt-18", f.zonder_periode())
    st.markdown(bevindingen.wie_wordt_18(van))
    tonen.grafiek(
        "Jeugdigen die 18 worden, per kwartaal", grafieken.wordt_18(van), "wordt-18", UITLEG["wordt-18"]
    )
    st.caption(
        "Van komende kwartalen tellen de jeugdigen die nu hulp hebben. Een deel van hen stopt voor die tijd, en wie nog "
        "moet beginnen ontbreekt: het is geen voorspelling."
    )
    per_segment = van.alleen(niveau=Niveau.SEGMENT.value)
    if len(per_segment):
        tonen.kop("Per segment", UITLEG["wordt-18"])
        kwartalen = sorted(set(per_segment.kolom("kwartaal")))
        tabel = in_volgorde(kruistabel(per_segment, ("segment",), "kwartaal", "jeugdigen"), kwartalen)
        kruis.toon(tabel, "Segment", (("segment",), ()))
