"""`terug`: take a levering out of use, as if it had never been loaded."""

from __future__ import annotations

import argparse
from typing import Any

from core.inlezen.leveringen import Geweigerd, terug
from core.opdrachten.ontleder import Weigering, zeg
from core.opdrachten.tabel import wie


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "terug",
        help="een levering terugdraaien",
        description="Neemt een levering uit gebruik; het bestand mag daarna opnieuw worden ingelezen.",
    )
    ontleder.add_argument("nummer", type=int, metavar="NUMMER", help="het nummer uit `leveringen`")
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Take it back; 0 when done. Raises Weigering with the reason."""
    try:
        terug(args.nummer, wie())
    except Geweigerd as fout:
        raise Weigering("\n".join(fout.redenen)) from fout
    zeg(f"Levering {args.nummer} is teruggedraaid.")
    return 0
