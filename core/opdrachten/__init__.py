"""The commands of `python -m core`: each module registers itself and carries itself out."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import duckdb

from core.cijfers.tabellen import NietTeVragen
from core.opdrachten import (
    bewijs,
    demo,
    export,
    inlezen,
    leveringen,
    presentatie,
    prognose,
    registers,
    signalen,
    sturing,
    tabel,
    terug,
    verwacht,
    zin,
)
from core.opdrachten.ontleder import Ontleder, VerkeerdeAanroep, Weigering, zeg

GEDAAN, GEWEIGERD, VERKEERD = 0, 1, 2
_OPDRACHTEN = (
    demo, inlezen, leveringen, terug, tabel, export, zin, bewijs, verwacht, prognose, signalen, registers, sturing, presentatie,
)  # fmt: skip


def ontleder() -> Ontleder:
    """The parser with every command."""
    hoofd = Ontleder(prog="python -m core", description="Dashboard Jeugdwet vanaf de opdrachtregel.")
    sub = hoofd.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    for opdracht in _OPDRACHTEN:
        opdracht.voeg_toe(sub)
    return hoofd


def voer_uit(woorden: Sequence[str]) -> int:
    """Carry out one call. 0 = done, 1 = refused with a reason, 2 = wrong call.

    Sentences go to stderr in Dutch; a fault of our own is named by its kind and place only, for
    its text could hold a value from the data.
    """
    try:
        args = ontleder().parse_args(woorden)
        uitkomst: int = args.voer_uit(args)
        sys.stdout.flush()
        return uitkomst
    except (VerkeerdeAanroep, NietTeVragen) as fout:
        zeg(str(fout))
        return VERKEERD
    except Weigering as fout:
        zeg(str(fout))
        return GEWEIGERD
    except BrokenPipeError:
        # The reader (`| head`) went away: that is its right. Point stdout elsewhere for the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GEDAAN
    except Exception as fout:  # noqa: BLE001
        zeg(_eigen_fout(fout))
        return GEWEIGERD


def _eigen_fout(fout: Exception) -> str:
    if isinstance(fout, duckdb.IOException):
        return (
            "De gegevens zijn niet te openen: het bestand ontbreekt, is beschadigd of is van een ander. "
            "Zet een back-up terug of bouw opnieuw uit de leveringen."
        )
    laatste = traceback.extract_tb(fout.__traceback__)[-1]
    plaats = f"{Path(laatste.filename).name}, regel {laatste.lineno}"
    return f"Er ging iets mis in het programma zelf ({type(fout).__name__} in {plaats}). Meld dit aan de beheerder."
