"""Months and years in words."""

from __future__ import annotations

from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database, Stand
from core.filters import Filter
from core.onthulling import Herkomst
from core.opmaak import maand_kort


def maanden_van(f: Filter, stand: Stand | Herkomst) -> list[int]:
    """The maandnummers with data that lie in the period of a filter, ascending."""
    if stand.eerste_maand is None or stand.laatste_maand is None:
        return []
    return [m for m in range(stand.eerste_maand, stand.laatste_maand + 1) if f.past(m)]


def buiten_gegevens(f: Filter, stand: Stand | Herkomst) -> str:
    """That the data does not reach into the period of a filter, and how far it does; else empty."""
    alle = maanden_van(Filter(), stand)
    if not alle or maanden_van(f, stand):
        return ""
    return f"Van deze periode zijn er geen gegevens; die gaan over {reeks(alle)}."


def reeks(maanden: list[int]) -> str:
    """Maandnummers in words: a year, one month or `jan t/m mrt 2024`; dots when months are left out."""
    eerste, laatste = maanden[0], maanden[-1]
    if eerste == laatste:
        return maand_kort(eerste)
    if laatste - eerste + 1 == len(maanden) == 12 and eerste % 12 == 0:
        return str(eerste // 12)
    begin = maand_kort(eerste).split()[0] if eerste // 12 == laatste // 12 else maand_kort(eerste)
    voeg = " t/m " if laatste - eerste + 1 == len(maanden) else " … "
    return f"{begin}{voeg}{maand_kort(laatste)}"


def jaarlabel(jaar: int, stand: Stand | Herkomst) -> str:
    """A calendar year as it must be labelled: `2023`, or `2024 (t/m feb)` when it is partial."""
    delen = []
    if stand.eerste_maand is not None and stand.eerste_maand // 12 == jaar and stand.eerste_maand % 12:
        delen.append(f"vanaf {maand_kort(stand.eerste_maand).split()[0]}")
    if (
        stand.laatste_maand is not None
        and stand.laatste_maand // 12 == jaar
        and stand.laatste_maand % 12 != 11
    ):
        delen.append(f"t/m {maand_kort(stand.laatste_maand).split()[0]}")
    return f"{jaar} ({', '.join(delen)})" if delen else str(jaar)


def voorlopig(db: Database) -> str:
    """Which months of all data are voorlopig, in words: `vanaf feb 2024` or `geen`."""
    grens, laatste = voorlopig_vanaf(db, Filter()), db.stand.laatste_maand
    return f"vanaf {maand_kort(grens)}" if laatste is not None and grens <= laatste else "geen"


def onvolledig(jaar: int, stand: Herkomst) -> bool:
    """Whether a calendar year is not whole in the data, or has months that are still voorlopig."""
    grens = stand.voorlopig_vanaf
    return jaarlabel(jaar, stand) != str(jaar) or (grens is not None and grens < 12 * (jaar + 1))
