"""Verwacht en werkelijk: use of youth care beside what the population leads one to expect."""

import streamlit as st

from pages.onderdelen import landelijk

DELEN = {
    "Gemeenten en regio's": landelijk.toon,
}

deel = st.segmented_control(
    "Onderdeel", list(DELEN), default=next(iter(DELEN)), required=True, key="verwacht", bind="query-params",
    label_visibility="collapsed",
)  # fmt: skip
DELEN[deel]()
