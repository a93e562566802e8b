"""The theme: contrast by WCAG 2.1, and chart colours that colour-blind readers can tell apart."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

WORTEL = Path(__file__).parent.parent
CONFIG = tomllib.loads((WORTEL / ".streamlit/config.toml").read_text(encoding="utf-8"))
# Machado, Oliveira and Fernandes (2009), severity 1: how linear RGB is seen.
ZICHT = {
    "gewoon": np.eye(3),
    "deuteranopie": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "protanopie": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "tritanopie": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}  # fmt: skip
NAAR_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WIT = "#ffffff"


def lineair(kleur: str) -> np.ndarray:
    c = np.array([int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((float((NAAR_XYZ @ lineair(k))[1]) for k in (een, ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def meng(boven: str, onder: str, deel: float) -> str:
    """The colour of a layer that lets the rest of the colour under it through."""
    paren = ((int(boven[i : i + 2], 16), int(onder[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(deel * b + (1 - deel) * o):02x}" for b, o in paren)


def lab(rgb: np.ndarray) -> np.ndarray:
    x, y, z = np.cbrt((NAAR_XYZ @ np.clip(rgb, 0.009, 1)) / np.array([0.9505, 1, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_contrast_van_zwart_op_wit_is_21() -> None:
    assert contrast("#000000", WIT) == pytest.approx(21)


@pytest.mark.parametrize("schakering", ["light", "dark"])
def test_tekst_heeft_genoeg_contrast(schakering: str) -> None:
    t = CONFIG["theme"][schakering]
    vlakken = [t["backgroundColor"], t["secondaryBackgroundColor"], *(
        t["sidebar"][k] for k in ("backgroundColor", "secondaryBackgroundColor"))]  # fmt: skip
    assert min(contrast(t["textColor"], v) for v in vlakken) >= 7
    assert min(contrast(t["linkColor"], v) for v in vlakken) >= 4.5


@pytest.mark.parametrize("schakering", ["light", "dark"])
def test_hoofdkleur_is_leesbaar_als_tekst_als_vlak_en_onder_een_vinkje(schakering: str) -> None:
    """A chosen pill writes in the main colour on a tenth of it; a tick is white on it."""
    t = CONFIG["theme"][schakering]
    kleur = t["primaryColor"]
    for vlak in (t["backgroundColor"], t["sidebar"]["backgroundColor"]):
        assert contrast(kleur, meng(kleur, vlak, 0.1)) >= 4.5
    assert contrast(WIT, kleur) >= 3
    stijl = (WORTEL / "pages/onderdelen/stijl.css").read_text(encoding="utf-8")
    knop = re.search(r"stBaseButton-primary.*color: light-dark\((#\w+), (#\w+)\)", stijl)
    assert knop is not None
    assert contrast(knop[1 if schakering == "light" else 2], kleur) >= 4.5


@pytest.mark.parametrize("schakering", ["light", "dark"])
@pytest.mark.parametrize("zicht", list(ZICHT))
def test_grafiekkleuren_zijn_te_onderscheiden(schakering: str, zicht: str) -> None:
    t = CONFIG["theme"][schakering]
    kleuren = t["chartCategoricalColors"]
    gezien = [lab(np.array(ZICHT[zicht]) @ lineair(k)) for k in kleuren]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(gezien, 2)) >= 14
    assert min(contrast(k, t["backgroundColor"]) for k in kleuren) >= 3


def test_niets_wordt_van_elders_gehaald() -> None:
    tekst = str(CONFIG)
    assert "http" not in tekst
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "127.0.0.1"
