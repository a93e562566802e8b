"""Warnings: what a person should know about a file and that never stops a load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core import referentie
from core.inlezen.dubbel import mogelijk_dubbel
from core.inlezen.namen import varianten
from core.inlezen.rapport import Samenvoeging
from core.inlezen.werkbank import Gelezen, Werkbank
from core.opmaak import geteld, maand_kort, opsomming, sleutel

_UITSCHIETER = 10
_OUDSTE_JAREN = 24
_TOON = 5


def waarschuwingen(werk: Werkbank, nummer: int, bestand: Gelezen) -> list[str]:
    """All warnings about one file, in the order in which a person would want them."""
    return [
        *_uit_het_lezen(bestand),
        *_producten(werk, nummer),
        *mogelijk_dubbel(werk, nummer, bestand),
        *_uitschieters(werk, nummer),
        *_leeftijd(werk, nummer),
        *_botsingen(werk, nummer),
        *_gaten(werk, nummer, bestand),
    ]


def _uit_het_lezen(bestand: Gelezen) -> Iterator[str]:
    for b in bestand.feiten["bevindingen"]:
        rijen = f", bijvoorbeeld rij {opsomming([str(r) for r in b['rijen'][:3]])}" if b["rijen"] else ""
        yield f"{b['tekst']} ({geteld(b['aantal'], 'regel', 'regels')}{rijen})"
    for gebruikt, ongebruikt in bestand.feiten["gelijk"]:
        yield f"kolommen '{gebruikt}' en '{ongebruikt}' betekenen hetzelfde: '{gebruikt}' is gebruikt"


def _producten(werk: Werkbank, nummer: int) -> Iterator[str]:
    """Products that the productindeling does not know, or knows in more than one segment."""
    tabel = referentie.producten()
    plaatsen: dict[str, set[str]] = {}
    for segment, product in zip(tabel["segment"], tabel["product"], strict=True):
        plaatsen.setdefault(sleutel(product), set()).add(sleutel(segment))
    segmenten = set().union(*plaatsen.values()) if plaatsen else set()
    sql = "SELECT segment, product, count(*) FROM aangenomen WHERE levering = ? GROUP BY ALL ORDER BY 3 DESC, 2, 1"
    onbekend, dubbelzinnig, vreemd = [], [], []
    for segment, product, aantal in werk.rijen(sql, [nummer]):
        bekend = plaatsen.get(sleutel(product))
        tekst = f"'{product}' ({geteld(aantal, 'regel', 'regels')})"
        if segment and sleutel(segment) not in segmenten:
            vreemd.append(f"'{segment}'")
        if bekend is None:
            onbekend.append(tekst)
        elif len(bekend) > 1 and not (segment and sleutel(segment) in segmenten):
            dubbelzinnig.append(tekst)
    if onbekend:
        yield f"product onbekend, komt in Nog in te delen als ook het segment ontbreekt: {_lijst(onbekend)}"
    if dubbelzinnig:
        yield f"product staat in meer dan een segment en de regel noemt er geen: {_lijst(dubbelzinnig)}"
    if vreemd:
        yield f"segment onbekend: {_lijst(sorted(set(vreemd)))}"


def _lijst(teksten: list[str]) -> str:
    over = len(teksten) - _TOON
    return ", ".join(teksten[:_TOON]) + (f" en nog {over}" if over > 0 else "")


def _uitschieters(werk: Werkbank, nummer: int) -> Iterator[str]:
    sql = f"""
        WITH regel AS (
            SELECT rij, product, segment, abs(bedrag) AS bedrag FROM aangenomen
            WHERE levering = ? AND status = 0 AND bedrag <> 0
        ),
        midden AS (SELECT product, segment, median(bedrag) AS mediaan FROM regel GROUP BY ALL),
        groot AS (
            SELECT r.product, r.rij FROM regel r
            JOIN midden m ON m.product = r.product AND m.segment IS NOT DISTINCT FROM r.segment
            WHERE r.bedrag > {_UITSCHIETER} * m.mediaan
        )
        SELECT count(*), list(DISTINCT product ORDER BY product), min(rij) FROM groot"""
    aantal, producten, rij = werk.rijen(sql, [nummer])[0]
    if aantal:
        yield (
            f"{geteld(aantal, 'bedrag is', 'bedragen zijn')} meer dan {_UITSCHIETER} keer zo groot als gewoon is voor het product "
            f"({_lijst(producten)}; eerste in rij {rij})"
        )


def _leeftijd(werk: Werkbank, nummer: int) -> Iterator[str]:
    sql = f"""
        SELECT count(*), min(rij) FROM aangenomen
        WHERE levering = ? AND (leveringsmaand - geboortemaand >= {_OUDSTE_JAREN * 12} OR geboortemaand > leveringsmaand)"""
    aantal, rij = werk.rijen(sql, [nummer])[0]
    if aantal:
        yield (
            f"{geteld(aantal, 'regel', 'regels')} met een vreemde geboortedatum: {_OUDSTE_JAREN} jaar of ouder, of na de "
            f"leveringsmaand geboren (eerste in rij {rij})"
        )


def _botsingen(werk: Werkbank, nummer: int) -> Iterator[str]:
    """Jeugdigen with two birth months or two sexes, in the file or against what was known."""
    for kolom, woord in (("geboortemaand", "geboortemaanden"), ("geslacht", "waarden voor geslacht")):
        sql = f"""
            SELECT count(*) FROM (
                SELECT n.jeugdige FROM aangenomen n LEFT JOIN bekend b ON b.pseudoniem = n.jeugdige
                WHERE n.levering = ? GROUP BY n.jeugdige
                HAVING count(DISTINCT n.{kolom}) > 1 OR max(n.{kolom}) <> any_value(b.{kolom}))"""
        aantal = werk.rijen(sql, [nummer])[0][0]
        if aantal:
            yield f"{geteld(aantal, 'jeugdige heeft', 'jeugdigen hebben')} verschillende {woord}; de laatste telt"


def _gaten(werk: Werkbank, nummer: int, bestand: Gelezen) -> Iterator[str]:
    sql = "SELECT list(DISTINCT leveringsmaand ORDER BY leveringsmaand) FROM aangenomen WHERE levering = ?"
    hier = werk.rijen(sql, [nummer])[0][0] or []
    bekend = {maand for (bron, maand) in werk.stand if bron == bestand.bron}
    if not hier:
        return
    begin = max((m for m in bekend if m < hier[0]), default=hier[0])
    mist = [m for m in range(begin, hier[-1]) if m not in bekend and m not in hier]
    if mist:
        yield f"geen regels voor {_lijst([maand_kort(m) for m in mist])}"


def samenvoegingen(werk: Werkbank, nummer: int) -> tuple[Samenvoeging, ...]:
    """Aanbieders of this file that may be a known one, or each other, under another name."""
    sql = "SELECT DISTINCT aanbieder, agb FROM aangenomen WHERE levering = ? ORDER BY ALL"
    nieuw: list[tuple[str, str | None]] = werk.rijen(sql, [nummer])
    indeling: Any = werk.indeling
    geregeld = set(indeling["sleutel"])
    los = [(n, a) for n, a in nieuw if sleutel(n) not in geregeld and a not in geregeld]
    bekend = [] if werk.db is None else [str(a) for a in werk.db.keuzes["aanbieder"]]
    return tuple(varianten(los, {*bekend, *indeling["aanbieder"]}))
