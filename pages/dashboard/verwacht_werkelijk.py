"""Verwacht en werkelijk: use of youth care beside what one would expect of it, down to the buurt."""

import streamlit as st

from pages.onderdelen import brug, buurtnorm, filterbalk, landelijk

DELEN = {
    "Gemeenten en regio's": landelijk.toon,
    "Wijken en buurten": buurtnorm.toon,
    "Brug naar het CBS": brug.toon,
}

deel = st.segmented_control(
    "Onderdeel", list(DELEN), default=next(iter(DELEN)), required=True, key="verwacht", bind="query-params",
    label_visibility="collapsed",
)  # fmt: skip
# Published figures of areas and the bridge of a whole year know nothing of our filters.
filterbalk.toon(op_pagina=DELEN[deel] is buurtnorm.toon)
DELEN[deel]()
