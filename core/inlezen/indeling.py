"""The aanbiedersindeling: which names and AGB codes are one aanbieder, offered or uploaded."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from core.database import Database
from core.inlezen.fout import Geweigerd
from core.inlezen.leveringen import herbouw
from core.inlezen.namen import varianten
from core.inlezen.pseudoniem import bevat_bsn
from core.inlezen.rapport import Samenvoeging
from core.inlezen.waarden import agb
from core.opmaak import geteld, sleutel
from core.opslag import Opslag

GROOTSTE = 1_000_000
"""Most bytes of an indeling: some ten thousand rows."""
_LANGSTE = 120
_VARIANT = ("variant", "naam", "naamvariant", "agb", "agbcode", "zorgaanbieder")
_DOEL = ("aanbieder", "samennaam", "hoofdaanbieder")

_GESCHREVEN = """
SELECT aanbieder_ruw FROM aanbieder_van_regel GROUP BY aanbieder_ruw ORDER BY aanbieder_ruw
"""

Rij = tuple[str, str, str]
"""soort (agb or naam), sleutel, aanbieder: as Opslag.voeg_indeling_toe takes it."""


@dataclass(frozen=True)
class Schrijfwijze:
    """One row of the indeling in words: a variant as it was written, and the aanbieder it counts as."""

    soort: str
    sleutel: str
    variant: str
    aanbieder: str


def schrijfwijzen(db: Database | None, opslag: Opslag) -> list[Schrijfwijze]:
    """The indeling as people read it; names that stand for themselves left out."""
    namen = {sleutel(naam): naam for (naam,) in db.rijen(_GESCHREVEN)} if db else {}
    rijen = opslag.aanbiedersindeling().itertuples(index=False, name=None)
    return [
        Schrijfwijze(soort, s, s if soort == "agb" else namen.get(s, s), aanbieder)
        for soort, s, aanbieder in rijen
        if soort == "agb" or s != sleutel(aanbieder)
    ]


def voeg_toe(rijen: Iterable[Rij], wie: str) -> None:
    """Take rows over in the indeling and rebuild the figures by it. Raises Geweigerd."""
    Opslag().voeg_indeling_toe(rijen, wie)
    herbouw()


def scheid(rij: Schrijfwijze, wie: str) -> None:
    """Let a variant stand for itself again and rebuild the figures. Raises Geweigerd."""
    Opslag().haal_indeling_weg([(rij.soort, rij.sleutel)], wie)
    herbouw()


def voorstellen(db: Database) -> list[Samenvoeging]:
    """Aanbieders of a version that look like one and the same, by AGB code or by name."""
    rijen = db.rijen("SELECT DISTINCT aanbieder, agb FROM aanbieder_van_regel ORDER BY ALL")
    return varianten([(naam, code) for naam, code in rijen], [])


def lees_indeling(inhoud: bytes) -> list[Rij]:
    """The rows of an uploaded indeling: CSV with a column `variant` and a column `aanbieder`.

    A variant of 7 or 8 digits is an AGB code, anything else a name. Raises Geweigerd with Dutch
    sentences; then nothing of the file counts.
    """
    if len(inhoud) > GROOTSTE:
        raise Geweigerd(
            "Het bestand is te groot voor een indeling (meer dan 1 MB). Is dit wel het goede bestand?"
        )
    rijen = _rijen(_tekst(inhoud))
    van, naar = _kop(rijen[0] if rijen else [])
    uit: list[Rij] = []
    fouten: list[str] = []
    for nummer, rij in enumerate(rijen[1:], 2):
        if not any(cel.strip() for cel in rij):
            continue
        variant, doel = (rij[p].strip() if p < len(rij) else "" for p in (van, naar))
        if reden := _bezwaar(variant, doel):
            fouten.append(f"Rij {nummer}: {reden}.")
        else:
            uit.append(_rij(variant, doel))
    if fouten:
        meer = [f"En nog {geteld(len(rest), 'andere rij', 'andere rijen')}."] if (rest := fouten[20:]) else []
        raise Geweigerd([*fouten[:20], *meer])
    if not uit:
        raise Geweigerd("Er staan geen rijen onder de kop: er is niets om over te nemen.")
    return uit


def _kop(rij: list[str]) -> tuple[int, int]:
    """Where the variant and the aanbieder are in a row."""
    kop = [sleutel(cel) for cel in rij]
    van = next((kop.index(k) for k in _VARIANT if k in kop), None)
    naar = next((kop.index(k) for k in _DOEL if k in kop), None)
    if van is None or naar is None:
        raise Geweigerd(
            "De eerste rij moet de kolommen 'variant' en 'aanbieder' noemen, gescheiden door een puntkomma."
        )
    return van, naar


def _tekst(inhoud: bytes) -> str:
    if inhoud.startswith((b"PK", b"\xd0\xcf")) or b"\0" in inhoud:
        raise Geweigerd(
            "Dit is geen CSV. Sla de indeling in Excel op als 'CSV UTF-8' en bied haar opnieuw aan."
        )
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def _rijen(tekst: str) -> list[list[str]]:
    kop = tekst.split("\n", 1)[0]
    scheiding = max(";,\t|", key=kop.count)
    try:
        return list(csv.reader(tekst.splitlines(), delimiter=scheiding))
    except csv.Error as fout:
        raise Geweigerd("Het bestand is niet te lezen als CSV: een waarde houdt nergens op.") from fout


def _bezwaar(variant: str, doel: str) -> str:
    """Why a row cannot be taken over; empty when it can."""
    if not variant or not doel:
        return "variant of aanbieder is leeg"
    if max(len(variant), len(doel)) > _LANGSTE:
        return f"een naam is langer dan {_LANGSTE} tekens"
    if bevat_bsn(variant) or bevat_bsn(doel):
        return "een naam bevat een burgerservicenummer"
    return ""


def _rij(variant: str, doel: str) -> Rij:
    try:
        return "agb", agb(variant), doel
    except ValueError:
        return "naam", sleutel(variant), doel
