"""The way back: a levering or another input out of use, as if it had never been loaded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.database import actueel, datamap
from core.inlezen.bijlagen.bewaard import bijlage_pad, bijlagen
from core.inlezen.fout import Geweigerd
from core.inlezen.leveringtabel import alle_leveringen, terug_pad
from core.inlezen.schrijver import neem_in_gebruik, schrijver
from core.opslag import Opslag


def terug(nummer: int, wie: str, map_: Path | None = None) -> None:
    """Take a levering out of use: figures are as if it had never been loaded.

    Raises Geweigerd when there is no such levering or it was taken back before.
    """
    map_ = map_ or datamap()
    with schrijver(map_):
        db = actueel(map_)
        tabel = alle_leveringen(db)
        welke = tabel["nummer"] == nummer
        if not welke.any():
            raise Geweigerd(
                f"Levering {nummer} bestaat niet. De nummers staan in de geschiedenis van leveringen."
            )
        if not bool(tabel.loc[welke, "actief"].iloc[0]):
            raise Geweigerd(f"Levering {nummer} is al teruggedraaid.")
        zonder = tabel.assign(actief=tabel["actief"].astype(bool) & ~welke)
        neem_in_gebruik(map_, zonder, bijlagen(db))
        terug_pad(map_, nummer).touch()
    Opslag(map_).log(wie, "terug", levering=nummer)


def terug_bijlage(nummer: int, wie: str, map_: Path | None = None) -> None:
    """Take another input (B1, B2 …) out of use; what it had replaced counts again.

    Raises Geweigerd when there is none of that number or it was taken back before.
    """
    map_ = map_ or datamap()
    with schrijver(map_):
        db = actueel(map_)
        alle = bijlagen(db)
        deze = next((b for b in alle if b.nummer == nummer), None)
        if deze is None:
            raise Geweigerd(f"B{nummer} bestaat niet. De nummers staan bij de andere bestanden.")
        if not deze.actief:
            raise Geweigerd(f"{deze.naam} is al teruggedraaid.")
        over = [replace(b, actief=b.actief and b is not deze) for b in alle]
        neem_in_gebruik(map_, alle_leveringen(db), over)
        bijlage_pad(map_, nummer).with_suffix(".terug").touch()
    Opslag(map_).log(wie, "terug", bijlage=deze.naam)
