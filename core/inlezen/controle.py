"""What stops a load until a person accepts it: lost lines, and other children than before."""

from __future__ import annotations

from collections.abc import Iterator

from core.inlezen.rapport import Maandregel
from core.inlezen.werkbank import Gelezen, Werkbank
from core.opmaak import euro, getal, maand_kort

GRENS_VERLIES = 0.8
GRENS_TERUGKEER = 0.6
_MINSTE_JEUGDIGEN = 5
"""Below this number of running jeugdigen a share of them says nothing."""


def verlies(maanden: tuple[Maandregel, ...], bestand: Gelezen) -> Iterator[str]:
    """A refusal when replacing would lose more than 20 % of a month's lines or amount."""
    if bestand.wijze != "vervang":
        return
    minder = [
        m for m in maanden if m.regels and (_veel(m.oud_regels, m.regels) or _veel(m.oud_bedrag, m.bedrag))
    ]
    if minder:
        m = minder[0]
        meer = f" (en nog {len(minder) - 1} maanden)" if len(minder) > 1 else ""
        yield (
            f"{maand_kort(m.maand)}{meer} verliest meer dan 20 %: van {getal(m.oud_regels)} regels, "
            f"{euro(m.oud_bedrag / 100, 2)} naar {getal(m.regels)} regels, {euro(m.bedrag / 100, 2)}. Bevat het bestand "
            "alleen wat erbij komt? Kies dan aanvullen in plaats van vervangen."
        )


def _veel(oud: int, nieuw: int) -> bool:
    return oud > 0 and nieuw < GRENS_VERLIES * oud


_TERUG = """
WITH vorige AS (
    SELECT max(nummer) AS nummer FROM lev WHERE bron = $bron AND NOT nieuw
),
laatste AS (
    SELECT max(leveringsmaand) AS maand FROM oud WHERE levering = (SELECT nummer FROM vorige)
),
lopend AS (
    SELECT DISTINCT jeugdige FROM oud
    WHERE levering = (SELECT nummer FROM vorige) AND status = 0 AND leveringsmaand = (SELECT maand FROM laatste)
),
nu AS (
    SELECT jeugdige FROM aangenomen WHERE levering = $nummer
    UNION
    SELECT z.naar FROM aangenomen n JOIN zelfde z ON z.van = n.jeugdige WHERE n.levering = $nummer
)
SELECT
    count(*),
    count(*) FILTER (WHERE l.jeugdige IN (FROM nu) OR z.naar IN (FROM nu)),
    (SELECT maand FROM laatste),
    (SELECT max(leveringsmaand) FROM aangenomen WHERE levering = $nummer)
FROM lopend l LEFT JOIN zelfde z ON z.van = l.jeugdige
"""


def terugkeer(werk: Werkbank, nummer: int, bestand: Gelezen) -> Iterator[str]:
    """A refusal when fewer than 60 % of the running jeugdigen of last time come back.

    Asked only of a file that replaces and reaches at least as far as the last levering of its
    bron: older months, and lines that are added, need not name the same children.
    """
    if bestand.wijze != "vervang":
        return
    lopend, terug, tot, nu_tot = werk.rijen(_TERUG, {"bron": bestand.bron, "nummer": nummer})[0]
    if lopend < _MINSTE_JEUGDIGEN or nu_tot is None or nu_tot < tot:
        return
    if terug < GRENS_TERUGKEER * lopend:
        yield (
            f"van de {getal(lopend)} jeugdigen die in {maand_kort(tot)} liepen komen er {getal(terug)} terug in dit "
            "bestand. Gebruikt de export andere nummers dan de vorige?"
        )
