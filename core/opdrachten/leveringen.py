"""`leveringen`: what was read in, oldest first, also what was taken back."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any

from core.inlezen import bijwerken
from core.inlezen.bijlagen.bewaard import bijlagen
from core.inlezen.leveringen import Levering, leveringen
from core.opdrachten.ontleder import geef, zeg
from core.opmaak import euro, getal


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "leveringen", help="wat er is ingelezen", description="Alle leveringen, oudste eerst."
    )
    ontleder.add_argument("--json", action="store_true", help="als JSON")
    ontleder.add_argument(
        "--bijlagen", action="store_true", help="de andere bestanden, zoals inwoners per buurt"
    )
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print the leveringen, or the other inputs; 0, also when there are none."""
    if args.bijlagen:
        return _bijlagen(args.json)
    alle = leveringen()
    if args.json:
        geef(json.dumps([_json(lev) for lev in alle], ensure_ascii=False, allow_nan=False, indent=1))
        return 0
    if not alle:
        zeg("Er is nog niets ingelezen.")
        return 0
    geef(
        "| nr | bestand | bron | wijze | stand per | regels | afgekeurd | dubbel | bedrag | maanden | in gebruik |"
    )
    geef("|---:|---|---|---|---|---:|---:|---:|---:|---:|---|")
    for lev in alle:
        geef(_rij(lev))
    return 0


def _bijlagen(als_json: bool) -> int:
    alle = bijlagen(bijwerken.actueel())
    if als_json:
        rijen = [asdict(b) | {"nummer": b.naam, "ingelezen_op": b.ingelezen_op.isoformat()} for b in alle]
        geef(json.dumps(rijen, ensure_ascii=False, allow_nan=False, indent=1))
    elif not alle:
        zeg("Er zijn geen andere bestanden ingelezen.")
    else:
        geef("| nr | soort | bestand | bron | ingelezen op | rijen | in gebruik |")
        geef("|---|---|---|---|---|---:|---|")
        for b in alle:
            op, tekst = b.ingelezen_op.date().isoformat(), (b.bestand, b.bron)
            bestand, bron = (t.replace("|", "/") for t in tekst)
            geef(
                f"| {b.naam} | {b.titel} | {bestand} | {bron} | {op} | {getal(b.rijen)} | {'ja' if b.actief else 'nee'} |"
            )
    return 0


def _json(lev: Levering) -> dict[str, Any]:
    uit = asdict(lev) | {"bedrag": lev.bedrag / 100}
    return uit | {"stand_per": lev.stand_per.isoformat(), "ingelezen_op": lev.ingelezen_op.isoformat()}


def _rij(lev: Levering) -> str:
    cellen = [
        lev.nummer, lev.bestand.replace("|", "/"), lev.bron, lev.wijze, lev.stand_per.isoformat(), getal(lev.regels),
        getal(lev.afgekeurd), getal(lev.dubbel), euro(lev.bedrag / 100, 2), lev.maanden,
        ("ja" if lev.actief else "nee") + (" (voorbeeld)" if lev.demo else ""),
    ]  # fmt: skip
    return "| " + " | ".join(map(str, cellen)) + " |"
