"""The one writer: the lock, and the instant in which a new version takes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

from core.inlezen import bewaren, opruimen
from core.inlezen.bijlagen.bewaard import Bijlage
from core.inlezen.fout import Geweigerd
from core.inlezen.standen import Stand


@contextmanager
def schrijver(map_: Path) -> Iterator[None]:
    """The lock, and a Dutch sentence for a full disk or a damaged file."""
    with bewaren.slot(map_):
        try:
            yield
        except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as fout:
            raise Geweigerd(
                "Het opslaan is niet gelukt; er is niets veranderd. Is de schijf vol, of de gegevensmap alleen-lezen?"
            ) from fout
        except duckdb.Error as fout:
            raise Geweigerd(
                f"Het opbouwen van de cijfers is niet gelukt ({type(fout).__name__}); er is niets veranderd. "
                "Meld dit aan de beheerder."
            ) from fout


def neem_in_gebruik(
    map_: Path, leveringen: pd.DataFrame, bijlagen: Sequence[Bijlage], wordt: Stand | None = None
) -> str:
    """Build the next version, check its sums, and make it the one in force; its name."""
    versie = bewaren.bouw_versie(map_, leveringen, bijlagen)
    if wordt is not None:
        bewaren.toets(versie, wordt)
    bewaren.wijs_aan(map_, versie)
    opruimen.ruim_op(map_, *nummers(leveringen, bijlagen), versie.name)
    return versie.stem


def nummers(leveringen: pd.DataFrame, bijlagen: Sequence[Bijlage]) -> tuple[list[int], list[int]]:
    """The numbers of all inputs, for telling rubbish from data."""
    return [int(n) for n in leveringen["nummer"]], [b.nummer for b in bijlagen]
