"""Small exports, written as people write them, and a short way to the door."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core import database
from core.inlezen import kind
from core.inlezen.csv_xlsx import GeenKop, OnleesbaarBestand, Ruw, open_bestand
from core.inlezen.deur import Doorgelaten, laat_door
from core.inlezen.leveringen import Aangeboden, Geweigerd, KopNietHerkend, Opties, Proef, Rapport, laad, lees
from core.inlezen.omzetten import Regels
from core.inlezen.proces import UITGEPAKT
from core.inlezen.waarden import Buurten
from core.opmaak import maand_iso

STAND_PER = date(2024, 5, 1)
SLEUTEL = b"geheim voor de tests"
REGEL = {
    "clientnummer": "1001",
    "geboortedatum": "14-03-2012",
    "aanbieder": "Adelante",
    "product": "Begeleiding Individueel",
    "leveringsmaand": "2024-01",
    "bedrag": "100,00",
}
BUURTEN = Buurten(
    "GM0935",
    frozenset({"BU09350000", "BU09350207"}),
    {"binnenstad": "BU09350000", "malberg": "BU09350207"},
    frozenset({"buitenwijkwest", "centrum"}),
)


def tekst(rijen: Sequence[Mapping[str, Any]], scheiding: str = ";") -> str:
    """An export with these lines; what a line leaves out is ordinary."""
    vol = [REGEL | dict(r) for r in rijen]
    uit = io.StringIO(newline="")
    kop = list(dict.fromkeys(k for r in vol for k in r))
    schrijver = csv.DictWriter(uit, kop, delimiter=scheiding, restval="", lineterminator="\r\n")
    schrijver.writeheader()
    schrijver.writerows(vol)
    return uit.getvalue()


def ruw(inhoud: str | bytes) -> Ruw:
    """An export as columns of text, read in this process."""
    return open_bestand(inhoud.encode() if isinstance(inhoud, str) else inhoud, 10**9).lees(lambda h: {})


def door(inhoud: str | bytes, bron: str = "ZIN", stand_per: date = STAND_PER) -> Doorgelaten:
    """An export past the door, read in this process."""
    return laat_door(ruw(inhoud), Regels(stand_per, bron, SLEUTEL, BUURTEN))


def kolom(uit: Doorgelaten, naam: str) -> list[Any]:
    """A column of the accepted rows; months as `2024-01`."""
    waarden = uit.tabel[naam].to_pylist()
    if "maand" in naam:
        return [None if w is None else maand_iso(w) for w in waarden]
    return waarden


def lees_kolom(naam: str, waarde: Any, **velden: Any) -> Any:
    """What one column of one line becomes; the line must be accepted."""
    doel = velden.pop("doel", naam)
    uit = door(tekst([{naam: waarde} | velden]))
    assert afgekeurd(uit) == []
    return kolom(uit, doel)[0]


def afgekeurd(uit: Doorgelaten) -> list[tuple[int, str, str]]:
    """Rejections as (rij, kolom, reden)."""
    return [(r["rij"], r["kolom"], r["reden"]) for r in uit.afgekeurd.to_pylist()]


@pytest.fixture
def bestand(tmp_path: Path) -> Callable[..., Path]:
    """Write an export: `bestand([{...}, ...], naam="a.csv")`."""

    def maak(rijen: Sequence[Mapping[str, Any]], naam: str = "export.csv") -> Path:
        pad = tmp_path / naam
        pad.write_text(tekst(rijen), encoding="utf-8", newline="")
        return pad

    return maak


@pytest.fixture
def proef(bestand: Callable[..., Path]) -> Callable[..., Proef]:
    """Read lines without loading: `proef([{...}], wijze="aanvullen")`."""

    def doe(rijen: Sequence[Mapping[str, Any]], naam: str = "export.csv", **opties: Any) -> Proef:
        return lees([bestand(rijen, naam)], Opties(**({"stand_per": STAND_PER} | opties)))

    return doe


@pytest.fixture
def inlezen(proef: Callable[..., Proef]) -> Callable[..., Rapport]:
    """Read lines in: `inlezen([{...}], toch=True)`."""

    def doe(rijen: Sequence[Mapping[str, Any]], toch: bool = False, **opties: Any) -> Rapport:
        return laad(proef(rijen, **opties), toch=toch)

    return doe


def cijfers(map_: Path | None = None) -> dict[str, tuple[int, float]]:
    """What the version in force counts: leveringsmaand → (lines, euros)."""
    db = database.actueel(map_)
    assert db is not None
    sql = "SELECT maand, count(*), sum(bedrag) FILTER (WHERE status = 0)::BIGINT FROM regel GROUP BY 1 ORDER BY 1"
    return {maand_iso(m): (n, (b or 0) / 100) for m, n, b in db.rijen(sql)}


def jongeren(aantal: int, begin: int = 1000, **velden: Any) -> list[dict[str, Any]]:
    """Lines of as many different jeugdigen."""
    return [{"clientnummer": str(begin + n)} | velden for n in range(aantal)]


class _Hier(kind.Gesprek):
    """The child's side of the conversation, held in this process."""

    def __init__(
        self, bestand: Aangeboden, opdracht: Mapping[str, Any], antwoord: Callable[..., Any]
    ) -> None:
        self.opdracht = dict(opdracht) | {"naam": bestand.naam, "uitgepakt": UITGEPAKT}
        self.bron = bestand.inhoud
        self._antwoord = antwoord
        self._keuzes = {}

    def zeg(self, **bericht: Any) -> None:
        pass

    def keuzes(self, handtekeningen: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
        self._keuzes = self._antwoord(handtekeningen)
        return {h: k["kolommen"] for h, k in self._keuzes.items()}


def _lees_hier(bestand: Aangeboden, opdracht: Any, keuzes: Any, meld: Any) -> dict[str, Any]:
    try:
        return kind.verwerk(_Hier(bestand, opdracht, keuzes))
    except GeenKop as fout:
        raise KopNietHerkend(bestand.naam, fout.kop.tekst, fout.kop.herkend, fout.kop.ontbreekt) from fout
    except OnleesbaarBestand as fout:
        raise Geweigerd(f"{bestand.naam}: {fout}") from fout


@pytest.fixture
def zonder_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process: the same code without the second it takes to start a child."""
    monkeypatch.setattr("core.inlezen.proef.lees_in_kind", _lees_hier)
