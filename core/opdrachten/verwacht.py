"""`verwacht`: actual beside expected for any table of areas, or for the bundled gemeenten."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.export import markdown
from core.inlezen import bijwerken
from core.inlezen.teksttabel import OnbekendeKolom, OnbruikbareTabel
from core.onthulling import OpenbareTabel, gebiedentabel, verwacht_tabel
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef, zeg
from core.opmaak import getal, hoofdletter, opsomming, procent
from core.verwacht.beeld import beeld, jaren
from core.verwacht.gaten import Gat
from core.verwacht.ingelezen import in_gebruik
from core.verwacht.invoer import Invoer, Kolommen, lees
from core.verwacht.kaart import Modelkaart, modelkaart
from core.verwacht.model import LABEL, bereken
from core.verwacht.vergelijk import cijfers
from core.verwacht.vormen import Vorm

_KOLOMMEN = {
    "gebied": "de naam of code van het gebied",
    "aantal": "het aantal gebruikers",
    "pct": "of: gebruikers in procenten van de noemer",
    "noemer": "hoeveel jeugdigen gebruiker hadden kunnen zijn",
    "kenmerken": "kolommen met kenmerken, met komma's ertussen",
    "regio": "tot welke regio het gebied hoort (mag ontbreken)",
}


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "verwacht",
        help="verwacht naast werkelijk gebruik van gebieden",
        description=(
            "Wat de kenmerken van een gebied aan gebruik doen verwachten, naast wat er is. Zonder --bestand: de "
            "gemeenten van 2022. Alleen gebieden, geen personen; een verschil is geen oordeel."
        ),
    )
    ontleder.add_argument(
        "--bestand", type=Path, metavar="X.csv", help="een eigen tabel, een regel per gebied"
    )
    gebruik = ontleder.add_mutually_exclusive_group()
    for naam, uitleg in _KOLOMMEN.items():
        bij = gebruik if naam in ("aantal", "pct") else ontleder
        bij.add_argument(
            f"--{naam}", metavar="A,B,C" if naam == "kenmerken" else "KOLOM", default="", help=uitleg
        )
    ontleder.add_argument(
        "--vorm", choices=[str(v) for v in Vorm], help="zonder --bestand: welke vorm van jeugdzorg"
    )
    ontleder.add_argument("--json", action="store_true", help="als JSON, met de modelkaart")
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print every area, with --json also the model card; words about rows left out go to stderr."""
    if args.bestand is None:
        _zonder_bestand(args)
        vorm = Vorm(args.vorm or Vorm.JEUGDHULP)
        ingelezen = in_gebruik(bijwerken.actueel())
        van = beeld(vorm, jaren(vorm, ingelezen)[0], ingelezen)
        return _toon(
            args, verwacht_tabel(vorm, ingelezen), van.kaart, (*van.meldingen, vorm.noemer), van.model.gaten
        )
    if args.vorm:
        raise VerkeerdeAanroep("--vorm hoort bij de meegeleverde gemeenten en kan niet samen met --bestand.")
    invoer = _lees(args)
    model = bereken(invoer.gebieden)
    bron = f"Bron: {args.bestand.name}"
    tabel = gebiedentabel("Verwacht en werkelijk", cijfers(model), f"{bron}; verwacht: {LABEL}")
    meldingen = (*invoer.meldingen, *model.meldingen)
    return _toon(args, tabel, modelkaart(model, bron), meldingen, (*invoer.gaten, *model.gaten))


def _zonder_bestand(args: argparse.Namespace) -> None:
    teveel = [f"--{n}" for n in _KOLOMMEN if getattr(args, n)]
    if teveel:
        raise VerkeerdeAanroep(f"{opsomming(teveel)} noemt een kolom; noem ook het --bestand.")


def _lees(args: argparse.Namespace) -> Invoer:
    mist = [f"--{n}" for n in ("gebied", "noemer") if not getattr(args, n)]
    mist += [] if args.aantal or args.pct else ["--aantal of --pct"]
    if mist:
        raise VerkeerdeAanroep(f"Er ontbreekt: {opsomming(mist)}.")
    kenmerken = tuple(dict.fromkeys(k.strip() for k in args.kenmerken.split(",") if k.strip()))
    try:
        invoer = lees(
            args.bestand, Kolommen(args.gebied, args.noemer, kenmerken, args.aantal, args.pct, args.regio)
        )
    except OnbekendeKolom as fout:
        raise VerkeerdeAanroep(str(fout)) from fout
    except OnbruikbareTabel as fout:
        raise Weigering(str(fout)) from fout
    if not len(invoer.gebieden):
        raise Weigering(f"In {args.bestand.name} staat onder de kop geen enkel gebied.")
    return invoer


def _toon(
    args: argparse.Namespace,
    tabel: OpenbareTabel,
    kaart_: Modelkaart,
    meldingen: Sequence[str],
    gaten: Sequence[Gat],
) -> int:
    if args.json:
        geef(
            json.dumps(
                {
                    "gebieden": tabel.rijen(),
                    "modelkaart": asdict(kaart_),
                    "weggelaten": [asdict(g) for g in gaten if not g.erin],
                    "zonder_werkelijk": [asdict(g) for g in gaten if g.erin],
                    "meldingen": list(meldingen),
                },
                ensure_ascii=False,
                allow_nan=False,
                indent=1,
            )
        )
    else:
        geef(markdown.schrijf(tabel))
        zeg(_in_woorden(kaart_))
    for melding in (*meldingen, *_over_gaten(gaten)):
        zeg(melding)
    zeg(tabel.bron)
    return 0


def _over_gaten(gaten: Sequence[Gat]) -> list[str]:
    """One sentence per reason, with the names of the areas."""
    per_reden: dict[str, list[str]] = {}
    for gat in gaten:
        per_reden.setdefault(gat.reden, []).append(gat.naam)
    return [f"Niet meegerekend, want {reden}: {opsomming(namen)}." for reden, namen in per_reden.items()]


def _in_woorden(kaart_: Modelkaart) -> str:
    if kaart_.r2 is None:
        return (
            f"{hoofdletter(kaart_.label)}: te weinig gebieden of gebruik om iets over de kwaliteit te zeggen."
        )
    return (
        f"{hoofdletter(kaart_.label)}: {getal(kaart_.gebieden)} gebieden, R² {getal(kaart_.r2, 2)}, gemiddelde fout "
        f"{getal(kaart_.rmse_pp, 2)} procentpunt, {procent(kaart_.dekking_pct, 0)} binnen het interval van 95 %; steeds "
        "geschat zonder het gebied zelf. Een verschil is geen oordeel."
    )
