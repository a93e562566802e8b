"""`signalen`: the last complete quarters that are not what their own history leads one to expect."""

from __future__ import annotations

import argparse
from typing import Any

from core import onthulling
from core.begrippen import Rol
from core.bevindingen import bronregel, signaalzin, signalen_samen
from core.onthulling import Drempels
from core.opdrachten.ontleder import geef, zeg
from core.opdrachten.tabel import als_json
from core.opdrachten.vraag import gevulde_database
from core.opslag import Opslag


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "signalen",
        help="wat in het laatste volledige kwartaal afwijkt van de eigen geschiedenis",
        description=(
            "Per segment, product, aanbieder, buurt, leeftijd en verwijzer: jeugdigen en kosten per jeugdige van het "
            "laatste volledige kwartaal naast wat niveau, trend en seizoen deden verwachten. Van alles wat hier staat "
            "is naar verwachting hoogstens 5 % toeval."
        ),
    )
    ontleder.add_argument(
        "--rol", choices=[Rol.LEZER.value, Rol.STURING.value], default=Rol.STURING.value,
        help="sturing (standaard): exacte aantallen; lezer: op vijftallen",
    )  # fmt: skip
    ontleder.add_argument("--json", action="store_true", help="als JSON")
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print a line per signal, most euros first, or with --json their numbers; 0 also when there are none."""
    db = gevulde_database()
    if db is None:
        zeg("Er zijn nog geen gegevens ingelezen.")
        geef("[]" if args.json else "")
        return 0
    van = onthulling.signalen(db, Rol(args.rol), Drempels.uit(Opslag()))
    lijst = van.lijst
    geef(als_json(lijst) if args.json else "\n".join(signaalzin(lijst, n) for n in range(len(lijst))))
    zeg(signalen_samen(lijst, van.getoetst))
    zeg(bronregel(lijst.herkomst))
    return 0
