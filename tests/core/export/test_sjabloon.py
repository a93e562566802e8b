"""A design for slides: what is taken, and what is refused with a reason."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from pptx import Presentation

from core.export import sjabloon
from core.export.sjabloon import SjabloonGeweigerd
from core.opslag import Opslag


@cache
def leeg() -> bytes:
    """The bytes hold the moment they were made, so they are made once."""
    uit = io.BytesIO()
    Presentation().save(uit)
    return uit.getvalue()


def met(naam: str, inhoud: str) -> bytes:
    """A template with one part more, or another in its place."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(leeg())) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.namelist():
            if deel != naam:
                nieuw.writestr(deel, oud.read(deel))
        nieuw.writestr(naam, inhoud)
    return uit.getvalue()


_RELATIE = '<Relationships><Relationship Id="r" Type="http://x/{soort}" Target="http://elders/x" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"geen zip", "geen PowerPoint-bestand"),
        (met("ppt/presentation.xml", "<x/>"), "geen PowerPoint-bestand"),
        (met("ppt/vbaProject.bin", "x"), "macro"),
        (met("ppt/extra.xml", "<!DOCTYPE x><x/>"), "verwijzing"),
        (met("ppt/slides/_rels/extra.xml.rels", _RELATIE.format(soort="image")), "van buiten het bestand"),
        (bytes(sjabloon.GROOTSTE + 1), "groter dan 20 MB"),
    ],
)
def test_wat_geen_sjabloon_kan_zijn(inhoud: bytes, zin: str) -> None:
    with pytest.raises(SjabloonGeweigerd, match=zin):
        sjabloon.keur(inhoud)


def test_een_link_om_op_te_klikken_mag() -> None:
    sjabloon.keur(met("ppt/slides/_rels/extra.xml.rels", _RELATIE.format(soort="hyperlink")))


def test_bewaren_lezen_en_weghalen() -> None:
    opslag = Opslag()
    assert sjabloon.lees(opslag) is None
    sjabloon.bewaar(opslag, leeg(), "ik")
    assert sjabloon.lees(opslag) == leeg()
    opslag.zet_bestand(sjabloon.NAAM, None, "ik")
    assert sjabloon.lees(opslag) is None
    assert [r["wat"] for r in opslag.logboek()] == ["sjabloon", "sjabloon"]


def test_een_geweigerd_sjabloon_laat_het_oude_staan() -> None:
    opslag = Opslag()
    sjabloon.bewaar(opslag, leeg(), "ik")
    with pytest.raises(SjabloonGeweigerd):
        sjabloon.bewaar(opslag, b"geen zip", "ik")
    assert sjabloon.lees(opslag) == leeg()
