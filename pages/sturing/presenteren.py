"""Presenteren: what was kept, and what can be shown in a meeting."""

from pages.onderdelen import presentaties, schil, weergaven

if not schil.leeg():
    presentaties.toon()
    weergaven.toon()
