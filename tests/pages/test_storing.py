"""A page that breaks: a Dutch sentence on the screen, no value in the log."""

from __future__ import annotations

import logging

from pages.onderdelen import bron, schil
from tests.pages.conftest import alles

_ECHT = schil.storing


def test_een_fout_wordt_een_zin_zonder_inhoud(open_app, volle_map, monkeypatch, caplog):
    def stuk(*_: object) -> None:
        raise RuntimeError("BSN 123456782")

    monkeypatch.setattr(schil, "storing", _ECHT)
    monkeypatch.setattr(bron, "tabel", stuk)
    with caplog.at_level(logging.ERROR):
        at = open_app(volle_map)
    assert "kan nu niet worden getoond" in alles(at)
    assert "RuntimeError in test_storing.py" in caplog.text
    assert "123456782" not in alles(at) + caplog.text
