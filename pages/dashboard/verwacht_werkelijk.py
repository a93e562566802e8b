"""Verwacht en werkelijk: use of youth care beside what one would expect of it, down to the buurt."""

import streamlit as st

from pages.onderdelen import brug, buurtnorm

DELEN = {
    "Wijken en buurten": buurtnorm.toon,
    "Brug naar het CBS": brug.toon,
}

deel = st.segmented_control(
    "Onderdeel", list(DELEN), default=next(iter(DELEN)), required=True, key="verwacht", bind="query-params",
    label_visibility="collapsed",
)  # fmt: skip
DELEN[deel]()
