"""`presentatie` and `vraag`: the meeting without a screen: its slides, and what a question means."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from core.export import bestand
from core.export.scherm import Scherm, schermen_van
from core.export.vertoning import DOMEIN, Zaal, domeinvergadering, vergaderjaar
from core.filters import Filter
from core.onthulling import Drempels
from core.opdrachten.export import lees_sjabloon, schrijf_naar
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef, onbekend, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database
from core.opmaak import geteld, sleutel
from core.opslag import Opslag
from core.opslag.gebeurtenissen import Gebeurtenissen
from core.opslag.weergaven import Weergaven
from core.sturing.zaalvraag import begrijp


def voeg_toe(sub: Any) -> None:
    """Register both commands."""
    ontleder = sub.add_parser("presentatie", help="de dia's van een presentatie als .pptx")
    ontleder.add_argument(
        "naam", nargs="?", default=DOMEIN, metavar="NAAM", help=f"{DOMEIN} (standaard) of de titel van een eigen presentatie"
    )  # fmt: skip
    ontleder.add_argument("--naar", required=True, type=Path, metavar="BESTAND", help="een .pptx")
    ontleder.add_argument(
        "--sjabloon", type=Path, metavar="PPTX", help="huisstijl van de presentatie: een eigen .pptx"
    )
    ontleder.set_defaults(voer_uit=presenteer)
    vraag = sub.add_parser(
        "vraag", help="een vraag in gewone woorden: wat ervan is begrepen, en het antwoord"
    )
    vraag.add_argument(
        "woorden", nargs="+", metavar="WOORD", help="zoals: begeleiding groep 6-12 malberg 2023"
    )
    vraag.add_argument("--json", action="store_true", help="als JSON")
    vraag.set_defaults(voer_uit=beantwoord)


def presenteer(args: argparse.Namespace) -> int:
    """Write the slides; raises VerkeerdeAanroep for a presentation that does not exist."""
    if args.naar.suffix.lower() != ".pptx":
        raise VerkeerdeAanroep(f"'{args.naar.name}' is geen .pptx; een presentatie kan alleen zo heten.")
    zaal = _zaal()
    opslag = Weergaven()
    schermen = _schermen(args.naam, zaal, opslag)
    figuren = [zaal.figuur(scherm) for scherm in schermen if zaal.mag(scherm)]
    if not figuren:
        raise Weigering("Deze presentatie heeft geen schermen om te tonen.")
    schrijf_naar(args.naar, bestand.schrijf(".pptx", figuren, lees_sjabloon(args.sjabloon, opslag)))
    opslag.log(wie(), "export", schermen=len(figuren), soort=".pptx")
    zeg(f"Geschreven: {args.naar} ({geteld(len(figuren), 'scherm', 'schermen')}).")
    return 0


def _schermen(naam: str, zaal: Zaal, opslag: Weergaven) -> tuple[Scherm, ...]:
    if sleutel(naam) == sleutel(DOMEIN):
        return domeinvergadering(zaal, str(opslag.instelling("gemeentecode")))
    eigen = {sleutel(p.naam): p for p in opslag.presentaties(wie())}
    if sleutel(naam) not in eigen:
        raise VerkeerdeAanroep(onbekend("Presentatie", naam, [DOMEIN, *(p.naam for p in eigen.values())]))
    return schermen_van(eigen[sleutel(naam)], opslag.weergaven(wie()))


def beantwoord(args: argparse.Namespace) -> int:
    """Print what was understood and the key figures of it, rounded as for a room."""
    zaal = _zaal()
    begrepen = begrijp(" ".join(args.woorden), zaal.db.keuzes)
    if not begrepen.keuzes:
        raise VerkeerdeAanroep(
            "Geen naam, jaar of leeftijd herkend. Noem een product, aanbieder, wijk, buurt of jaar."
        )
    f = begrepen.over(Filter(jaar=(vergaderjaar(zaal.db),)))
    scherm = Scherm("kerncijfers", f)
    if not zaal.mag(scherm):
        raise Weigering("Een buurt met een kenmerk van personen is niet voor de zaal; vraag het per wijk.")
    zin = zaal.figuur(scherm).zin
    if args.json:
        uit = {"filter": f.to_dict(), "niet_begrepen": list(begrepen.onbegrepen), "antwoord": zin}
        geef(json.dumps(uit, ensure_ascii=False))
        return 0
    geef(f"{f.describe()}: {zin}")
    if begrepen.onbegrepen:
        zeg(f"Niet begrepen: {', '.join(begrepen.onbegrepen)}.")
    return 0


def _zaal() -> Zaal:
    db = gevulde_database()
    if db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen.")
    return Zaal(db, Drempels.uit(Opslag()), Gebeurtenissen().alle(db.stand.demo))
