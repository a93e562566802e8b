"""Overzicht: the key figures, the landscape, jeugdigen per product and year, cost per month."""

import streamlit as st

from core import bevindingen, grafieken
from core.cijfers.uitleg import UITLEG
from core.onthulling import kruistabel
from pages.onderdelen import bron, filterbalk, landschap, rondleiding, schil, tonen, verloop, vouwtabel

if schil.leeg():
    st.stop()

rondleiding.toon()
f = filterbalk.gekozen()
kern = bron.tabel("kerncijfers", f)
vergelijking = bron.vergelijking(f)

st.markdown(f"### {bevindingen.hoofdzin(kern, vergelijking)}")
tonen.kerncijfers(kern, vergelijking, bron.vorig_jaar(f))

links, rechts = st.columns([3, 2], gap="large")
with links:
    los = f.met(segment=(), product=())
    jaren = bron.tabel("jeugdigen-per-product", los.met(jaar=(), van=None, tot=None))
    tonen.kop("Aantallen unieke jeugdigen", UITLEG["jeugdigen"])
    vouwtabel.toon(
        kruistabel(jaren, ("niveau", "segment", "product"), "jaar", "jeugdigen"),
        "jaar",
        {jaar: bevindingen.jaarlabel(jaar, jaren.herkomst) for jaar in range(2000, 2100)},
    )
    if zin := bevindingen.overlap(bron.tabel("segmenten", los)):
        st.caption(zin)
    tonen.voet(jaren, "jaren")
with rechts:
    verwijzers = bron.tabel("verwijzers", f.met(verwijzer=()))
    tonen.grafiek(
        "Verwijzers, aandeel van de jeugdigen",
        grafieken.staven(verwijzers.gesorteerd("aandeel"), "verwijzer", "aandeel"),
        "verwijzers",
        UITLEG["verwijzers"],
    )

verloop.toon(f, ("kosten-per-maand", "jeugdigen-per-maand"), (3, 2))
landschap.toon(f)
