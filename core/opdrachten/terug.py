"""`terug`: take a levering or another input out of use, as if it had never been loaded."""

from __future__ import annotations

import argparse
import re
from typing import Any

from core.inlezen.leveringen import Geweigerd, terug, terug_bijlage
from core.opdrachten.ontleder import Weigering, zeg
from core.opdrachten.tabel import wie


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "terug",
        help="een levering of ander bestand terugdraaien",
        description=(
            "Neemt een levering (2) of een ander bestand (B2) uit gebruik; het mag daarna opnieuw worden ingelezen."
        ),
    )
    ontleder.add_argument("nummer", type=_nummer, metavar="NUMMER", help="het nummer uit `leveringen`")
    ontleder.set_defaults(voer_uit=voer_uit)


def _nummer(tekst: str) -> tuple[bool, int]:
    treffer = re.fullmatch(r"([Bb]?)(\d{1,9})", tekst.strip())
    if not treffer:
        raise argparse.ArgumentTypeError(
            f"'{tekst}' is geen nummer van een levering (2) of ander bestand (B2)."
        )
    return bool(treffer[1]), int(treffer[2])


def voer_uit(args: argparse.Namespace) -> int:
    """Take it back; 0 when done. Raises Weigering with the reason."""
    ander, nummer = args.nummer
    try:
        (terug_bijlage if ander else terug)(nummer, wie())
    except Geweigerd as fout:
        raise Weigering("\n".join(fout.redenen)) from fout
    zeg(f"{f'B{nummer}' if ander else f'Levering {nummer}'} is teruggedraaid.")
    return 0
