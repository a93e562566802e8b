"""What exports write in columns with a closed list, and which term it stands for."""

from __future__ import annotations

from core.begrippen import Begrip, Duur, Geslacht, Intensiteit, Leveringsvorm, Status, Verwijzer


def _alle(woorden: str, lid: Begrip) -> dict[str, Begrip]:
    return dict.fromkeys(woorden.split(), lid)


WAARDEN: dict[str, dict[str, Begrip]] = {
    "status": _alle(
        "toegekend betaald uitbetaald goedgekeurd akkoord geaccepteerd toegewezen verwerkt", Status.TOEGEKEND
    )
    | _alle("afgewezen afgekeurd geweigerd niettoegekend nietakkoord vervallen", Status.AFGEWEZEN)
    | _alle("inbehandeling behandeling ingediend openstaand open nieuw ontvangen", Status.IN_BEHANDELING),
    "geslacht": _alle("m man mannelijk jongen 1", Geslacht.MAN)
    | _alle("v vrouw vrouwelijk meisje f 2", Geslacht.VROUW)
    | _alle("x nietgespecificeerd anders 9", Geslacht.X)
    | _alle("o u 0", Geslacht.ONBEKEND),
    "intensiteit": _alle("l licht", Intensiteit.LAAG)
    | _alle("m middel gemiddeld", Intensiteit.MIDDEN)
    | _alle("h zwaar", Intensiteit.HOOG),
    "duur": _alle("k kortdurend", Duur.KORT) | _alle("l langdurend langdurig", Duur.LANG),
    "leveringsvorm": _alle("zorginnatura natura", Leveringsvorm.ZIN)
    | _alle("persoonsgebondenbudget", Leveringsvorm.PGB),
    "verwijzer": _alle("toegang wijkteam teamjeugd 01 1", Verwijzer.GEMEENTE)
    | _alle("ha poh 02 2", Verwijzer.HUISARTS)
    | _alle("03 3", Verwijzer.JEUGDARTS)
    | _alle("gi 04 4", Verwijzer.GI)
    | _alle("specialist 05 5", Verwijzer.SPECIALIST)
    | _alle("geen zelfverwijzer zelfverwijzing 06 6", Verwijzer.GEEN)
    | _alle("07 7", Verwijzer.ONBEKEND)
    | _alle("rechtbank raadvoordekinderbescherming officiervanjustitie 08 8", Verwijzer.RECHTER),
}
"""Per column: the sleutel of a text → term; the terms themselves need no mention."""
