"""`prognose driehoek`: a run-off triangle from a file, carried to its end."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from core.cijfers.driehoek import Afloop, Driehoek, OnbruikbareDriehoek, afloop
from core.inlezen.teksttabel import (
    LEEG,
    OnbekendeKolom,
    OnbruikbareTabel,
    als_getallen,
    kop_en_rijen,
    lees_tekst,
    zoek_kolom,
)
from core.opdrachten import jaarbladen, prognosejaar, prognosescenario
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef
from core.opmaak import getal, sleutel

_KOLOMMEN = ("oorsprong", "ontwikkeling", "waarde")
_MATEN = ("laatste", "ultimate", "reserve", "se")


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser("prognose", help="wat nog te declareren is, en wat een jaar gaat kosten")
    delen = ontleder.add_subparsers(title="onderdelen", metavar="ONDERDEEL", required=True)
    driehoek = delen.add_parser(
        "driehoek",
        help="een uitloopdriehoek uit een bestand",
        description=(
            "Rekent een driehoek met de kolommen oorsprong, ontwikkeling en waarde (cumulatief) door met de "
            "ketting van factoren en de standaardfout van Mack."
        ),
    )
    driehoek.add_argument(
        "bestand", type=Path, metavar="BESTAND.csv", help="een regel per oorsprong en ontwikkeling"
    )
    driehoek.add_argument(
        "--oorsprongen",
        type=_aantal,
        metavar="N",
        help="factoren van de laatste N oorsprongen (standaard alle)",
    )
    driehoek.add_argument("--json", action="store_true", help="als JSON")
    driehoek.set_defaults(voer_uit=_driehoek)
    prognosejaar.voeg_toe(delen)
    jaarbladen.voeg_toe(delen)
    prognosescenario.voeg_toe(delen)


def _aantal(tekst: str) -> int:
    if not tekst.isdecimal() or not int(tekst):
        raise argparse.ArgumentTypeError("hier hoort een heel getal van 1 of meer.")
    return int(tekst)


def _driehoek(args: argparse.Namespace) -> int:
    try:
        uit = afloop(_lees(args.bestand), args.oorsprongen)
    except OnbekendeKolom as fout:
        raise VerkeerdeAanroep(str(fout)) from fout
    except (OnbruikbareTabel, OnbruikbareDriehoek) as fout:
        raise Weigering(str(fout)) from fout
    maten = list(zip(uit.laatste, uit.ultimate, uit.reserve, uit.se, strict=True))
    per_oorsprong = dict(zip(uit.oorsprongen, maten, strict=True))
    geef(_als_json(per_oorsprong, _totaal(uit)) if args.json else _als_tabel(per_oorsprong, _totaal(uit)))
    return 0


Maten = tuple[float, float, float, float]


def _als_json(per_oorsprong: dict[str, Maten], totaal: Maten) -> str:
    rijen = [{"oorsprong": naam} | _benoemd(maten) for naam, maten in per_oorsprong.items()]
    return json.dumps(
        {"oorsprongen": rijen, "totaal": _benoemd(totaal)}, ensure_ascii=False, allow_nan=False, indent=1
    )


def _benoemd(maten: Maten) -> dict[str, Any]:
    return {naam: float(maat) for naam, maat in zip(_MATEN, maten, strict=True)}


def _als_tabel(per_oorsprong: dict[str, Maten], totaal: Maten) -> str:
    kop = "| Oorsprong | Laatste stand | Eindstand | Nog te komen | Standaardfout |\n| --- | ---: | ---: | ---: | ---: |"
    rijen = {**per_oorsprong, "Totaal": totaal}
    return "\n".join(
        [kop, *(f"| {naam} | {' | '.join(map(getal, maten))} |" for naam, maten in rijen.items())]
    )


def _totaal(uit: Afloop) -> Maten:
    return float(uit.laatste.sum()), float(uit.ultimate.sum()), float(uit.reserve.sum()), uit.totaal_se


def _lees(pad: Path) -> Driehoek:
    """The triangle of a text file. Raises OnbruikbareTabel with the line that is wrong."""
    kop, rijen = kop_en_rijen(lees_tekst(pad))
    plaatsen = [zoek_kolom(kop, kolom) for kolom in _KOLOMMEN]
    namen, *teksten = ([rij[p].strip() for _, rij in rijen] for p in plaatsen)
    ontwikkeling, waarde = als_getallen(teksten[0], False), als_getallen(teksten[1], True)
    gezien: dict[tuple[str, float], float] = {}
    for (regel, _), naam, stap, tekst, bedrag in zip(
        rijen, namen, ontwikkeling, teksten[1], waarde, strict=True
    ):
        if not naam or np.isnan(stap) or (np.isnan(bedrag) and sleutel(tekst) not in LEEG):
            raise OnbruikbareTabel(
                f"Regel {regel}: hier hoort een oorsprong, een getal als ontwikkeling en een waarde."
            )
        if (naam, stap) in gezien:
            raise OnbruikbareTabel(
                f"Regel {regel}: oorsprong {naam} heeft ontwikkeling {getal(stap)} al eerder."
            )
        gezien[naam, stap] = bedrag
    if not gezien:
        raise OnbruikbareTabel(f"In {pad.name} staat onder de kop geen enkele waarde.")
    oorsprongen = sorted(
        dict.fromkeys(namen), key=lambda n: (not n.isdecimal(), int(n) if n.isdecimal() else 0, n)
    )
    stappen = sorted(set(ontwikkeling))
    waarden = [[gezien.get((naam, stap), np.nan) for stap in stappen] for naam in oorsprongen]
    return Driehoek(tuple(oorsprongen), np.array(waarden))
