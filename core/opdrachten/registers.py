"""`gebeurtenissen` and `risicos`: what people wrote in the registers."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any

from core.bevindingen import risicos_samen
from core.export import markdown
from core.inlezen import bijwerken
from core.onthulling import gebeurtenissentabel, risicotabel
from core.opdrachten.ontleder import geef, zeg
from core.opmaak import geteld, maand_iso
from core.opslag.gebeurtenissen import Gebeurtenissen
from core.opslag.risicos import Risicos


def voeg_toe(sub: Any) -> None:
    """Register both commands."""
    for naam, hulp, voer_uit in (
        ("gebeurtenissen", "wat er gebeurde: de lijnen in grafieken over de tijd", gebeurtenissen),
        ("risicos", "risico's, kansen en ontwikkelingen, wat het zwaarst weegt voorop", risicos),
    ):
        ontleder = sub.add_parser(naam, help=hulp, description=f"{hulp.capitalize()}.")
        ontleder.add_argument("--json", action="store_true", help="als JSON")
        ontleder.set_defaults(voer_uit=voer_uit)


def gebeurtenissen(args: argparse.Namespace) -> int:
    """Print the events by month; 0 also when there are none."""
    alle = Gebeurtenissen().alle(_demo())
    if args.json:
        rijen = [_zonder_beheer(asdict(g)) | {"maand": maand_iso(g.maand)} for g in alle]
        geef(json.dumps(rijen, ensure_ascii=False, indent=1))
    elif alle:
        geef(markdown.beheer(gebeurtenissentabel(alle)))
    zeg(f"{geteld(len(alle), 'gebeurtenis', 'gebeurtenissen')}.")
    return 0


def risicos(args: argparse.Namespace) -> int:
    """Print the register, amounts in euros; 0 also when it is empty."""
    alle = Risicos().alle(_demo())
    if args.json:
        rijen = [
            _zonder_beheer(asdict(r))
            | {
                naam: None if (w := getattr(r, naam)) is None else w / 100
                for naam in ("laag", "hoog", "verwacht")
            }
            | {"datum": r.datum.isoformat()}
            for r in alle
        ]
        geef(json.dumps(rijen, ensure_ascii=False, indent=1))
    elif alle:
        geef(markdown.beheer(risicotabel(alle)))
    zeg(risicos_samen(alle))
    return 0


def _demo() -> bool:
    db = bijwerken.actueel()
    return db is not None and db.stand.demo


def _zonder_beheer(rij: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in rij.items() if naam not in ("demo", "versie")}
