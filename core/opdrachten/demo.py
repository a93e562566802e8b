"""`demo`: build the invented municipality, or leave its files for people to try."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import Any

from core.demo import maak
from core.demo.laden import STAND_PER, DemoGeweigerd, laad_demo
from core.demo.schrijf import BESTANDEN, schrijf
from core.inlezen.leveringen import Geweigerd
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, zeg
from core.opmaak import datum, euro_kort, geteld

_LEESMIJ = """# Voorbeeldgemeente

Drie verzonnen exports van een gemeente die op Maastricht lijkt: leveringsmaanden januari 2021 tot
en met februari 2024, zoals bekend op {stand}. Niemand in deze bestanden bestaat; aantallen en
bedragen volgen de presentatie van 7 mei 2024, al het andere is verzonnen.

De drie bestanden horen bij elkaar; elk is van een andere bron en heeft andere kolomkoppen:

    python -m core inlezen voorbeeld_zin.csv --bron ZIN --stand-per {iso}
    python -m core inlezen voorbeeld_pgb.csv --bron PGB --stand-per {iso}
    python -m core inlezen voorbeeld_gi.csv --bron GI --stand-per {iso}
"""


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "demo",
        help="de voorbeeldgemeente maken",
        description="Maakt een verzonnen gemeente en leest haar in, of zet haar bestanden in een map.",
    )
    ontleder.add_argument("--schaal", type=int, default=1, metavar="N", help="N keer zo groot (standaard 1)")
    ontleder.add_argument("--map", type=Path, metavar="MAP", help="zet alleen de drie bestanden in deze map")
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Build the demo or write its files; 0 when done.

    Raises VerkeerdeAanroep for a size below 1, Weigering with the Dutch reason when it cannot be.
    """
    if args.schaal < 1:
        raise VerkeerdeAanroep("--schaal is een geheel getal vanaf 1.")
    if args.map is not None:
        return _schrijf(args.map, args.schaal)
    try:
        rapport = laad_demo(args.schaal, getpass.getuser(), meld=_meld)
    except (DemoGeweigerd, Geweigerd) as fout:
        raise Weigering(str(fout)) from fout
    zeg(
        f"De voorbeeldgemeente staat klaar: {geteld(rapport.geladen, 'regel', 'regels')}, "
        f"{euro_kort(rapport.bedrag / 100)}, stand per {datum(STAND_PER)}."
    )
    return 0


def _meld(wat: str, deel: float) -> None:
    """Say what is being done; the last word comes from the command itself."""
    if deel < 1:
        zeg(f"{wat} …")


def _schrijf(map_: Path, schaal: int) -> int:
    namen = [b.naam for b in BESTANDEN] + ["LEESMIJ.md"]
    if bezet := [naam for naam in namen if (map_ / naam).exists()]:
        raise Weigering(f"In {map_} staat al {bezet[0]}. Kies een lege map.")
    try:
        map_.mkdir(parents=True, exist_ok=True)
        gemeente = maak(schaal)
        schrijf(gemeente.regels, gemeente.mensen, map_)
        uitleg = _LEESMIJ.format(stand=datum(STAND_PER), iso=STAND_PER.isoformat())
        (map_ / "LEESMIJ.md").write_text(uitleg, encoding="utf-8")
    except OSError as fout:
        raise Weigering(f"In {map_} is niet te schrijven ({fout.strerror}).") from fout
    zeg(f"De voorbeeldbestanden staan in {map_}: {', '.join(namen)}.")
    return 0
