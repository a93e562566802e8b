"""`bewijs`: the figure of a code again, from its version or built anew; or why that cannot be."""

from __future__ import annotations

import argparse
from typing import Any

from core.export.bewijs import NietHerhaalbaar, herhaal
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef, zeg
from core.opslag import Opslag


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "bewijs",
        help="het cijfer achter een code opnieuw berekenen",
        description="Herhaalt het cijfer van een zin uit de gegevens van toen; geeft nooit een ander getal.",
    )
    ontleder.add_argument("code", metavar="CODE", help="de code onder de zin, zoals K7QF-2M3X")
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print the sentence when its figure comes out again; raises Weigering with the reason when not."""
    try:
        uit = herhaal(args.code, Opslag())
    except KeyError as fout:
        raise VerkeerdeAanroep(
            f"De code '{args.code}' is hier nooit gegeven. Controleer de letters."
        ) from fout
    except NietHerhaalbaar as fout:
        raise Weigering(str(fout)) from fout
    geef(uit.alinea)
    zeg(uit.hoe)
    return 0
