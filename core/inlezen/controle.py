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


_LOPEND = """
WITH vorige AS (
    SELECT max(nummer) AS nummer FROM levering WHERE bron = ? AND nummer IN (SELECT levering FROM regel)
),
laatste AS (
    SELECT max(maand) AS maand FROM regel WHERE levering = (SELECT nummer FROM vorige)
)
SELECT DISTINCT j.pseudoniem, (SELECT maand FROM laatste)
FROM regel r JOIN jeugdige j ON j.nr = r.jeugdige
WHERE r.levering = (SELECT nummer FROM vorige) AND r.status = 0 AND r.maand = (SELECT maand FROM laatste)
"""

_NU = """
WITH nieuw AS (
    SELECT DISTINCT jeugdige FROM aangenomen WHERE levering = $nummer
)
SELECT jeugdige FROM nieuw
UNION
SELECT z.naar FROM nieuw n JOIN zelfde z ON z.van = n.jeugdige
"""


def terugkeer(werk: Werkbank, nummer: int, bestand: Gelezen) -> Iterator[str]:
    """A refusal when fewer than 60 % of the running jeugdigen of last time come back.

    Asked only of a file that replaces and reaches at least as far as the last levering of its
    bron: older months, and lines that are added, need not name the same children.
    """
    if bestand.wijze != "vervang" or werk.db is None or not len(werk.lev):
        return
    lopend = werk.db.rijen(_LOPEND, [bestand.bron])
    sql = "SELECT max(leveringsmaand) FROM aangenomen WHERE levering = ?"
    nu_tot = werk.rijen(sql, [nummer])[0][0]
    if len(lopend) < _MINSTE_JEUGDIGEN or nu_tot is None or nu_tot < lopend[0][1]:
        return
    naar = dict(zip(werk.zelfde["van"], werk.zelfde["naar"], strict=True))
    nu = {rij[0] for rij in werk.rijen(_NU, {"nummer": nummer})}
    terug = sum(naar.get(pseudoniem, pseudoniem) in nu for pseudoniem, _ in lopend)
    if terug < GRENS_TERUGKEER * len(lopend):
        yield (
            f"van de {getal(len(lopend))} jeugdigen die in {maand_kort(lopend[0][1])} liepen komen er {getal(terug)} "
            "terug in dit bestand. Gebruikt de export andere nummers dan de vorige?"
        )
