"""A protected table as a CSV file that a Dutch spreadsheet opens as it should."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

from core.cijfers.tabellen import Kolom, Soort
from core.export import veilig
from core.onthulling import BeveiligdeTabel, OpenbareTabel, Rooster

_DECIMALEN = {
    Soort.EURO: 2,
    Soort.EURO_PER: 2,
    Soort.PCT: 2,
    Soort.PER_1000: 2,
    Soort.PROCENTPUNT: 2,
    Soort.VERSCHIL: 1,
    Soort.INDEX: 1,
}


def tekst(tabel: Rooster, titels: bool = False) -> str:
    """The table with `;` between the cells and a decimal comma; names or titles as header.

    A hidden cell holds its reason, an unknown one is empty; text cannot become a formula.
    """
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([k.titel if titels else k.naam for k in tabel.kolommen])
    for rij, redenen in zip(tabel.waarden, tabel.reden, strict=True):
        schrijver.writerow([r or _cel(k, w) for k, w, r in zip(tabel.kolommen, rij, redenen, strict=True)])
    return uit.getvalue()


def schrijf(tabel: BeveiligdeTabel | OpenbareTabel) -> bytes:
    """The same as a file for people: UTF-8 with the mark by which Excel recognises it.

    Published figures carry their source in a last column: a file gets loose from what stood around it.
    """
    if isinstance(tabel, OpenbareTabel):
        tabel = _met_bron(tabel)
    return tekst(tabel, titels=True).encode("utf-8-sig")


def _met_bron(tabel: OpenbareTabel) -> OpenbareTabel:
    bron = " · ".join((tabel.bron, *tabel.noten))
    return replace(
        tabel,
        kolommen=(*tabel.kolommen, Kolom("bron", "Bron", Soort.TEKST)),
        waarden=tuple((*rij, bron) for rij in tabel.waarden),
        reden=tuple((*rij, "") for rij in tabel.reden),
    )


def _cel(kolom: Kolom, waarde: Any) -> str:
    if waarde is None:
        return ""
    if kolom.soort is Soort.JA_NEE:
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return f"{waarde:.{_DECIMALEN.get(kolom.soort, 4)}f}".replace(".", ",")
    return veilig(str(waarde)) if kolom.soort is Soort.TEKST else str(waarde)
