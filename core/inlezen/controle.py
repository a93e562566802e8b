"""What stops a load until a person accepts it: lost lines, and other children than before."""

from __future__ import annotations

from collections.abc import Iterator

from core.inlezen.rapport import Maandregel
from core.inlezen.werkbank import Gelezen, Werkbank
from core.opmaak import euro, getal, geteld, maand_kort

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
        meer = f" (en nog {geteld(len(minder) - 1, 'maand', 'maanden')})" if len(minder) > 1 else ""
        yield (
            f"{maand_kort(m.maand)}{meer} verliest meer dan 20 %: van {geteld(m.oud_regels, 'regel', 'regels')}, "
            f"{euro(m.oud_bedrag / 100, 2)} naar {geteld(m.regels, 'regel', 'regels')}, {euro(m.bedrag / 100, 2)}. Bevat het bestand "
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

_LOPEND_HIER = """
SELECT DISTINCT jeugdige, leveringsmaand FROM aangenomen
WHERE levering = $nummer AND status = 0
    AND leveringsmaand = (SELECT max(leveringsmaand) FROM aangenomen WHERE levering = $nummer)
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
    bron: older months, and lines that are added, need not name the same children. That levering
    may be a file before it in the same load: two halves of one month must not replace each other.
    """
    if bestand.wijze != "vervang":
        return
    lopend, hulp = _lopend(werk, nummer, bestand)
    sql = "SELECT max(leveringsmaand) FROM aangenomen WHERE levering = ?"
    nu_tot = werk.rijen(sql, [nummer])[0][0]
    if len(lopend) < _MINSTE_JEUGDIGEN or nu_tot is None or nu_tot < lopend[0][1]:
        return
    naar = dict(zip(werk.zelfde["van"], werk.zelfde["naar"], strict=True))
    nu = {rij[0] for rij in werk.rijen(_NU, {"nummer": nummer})}
    terug = sum(naar.get(pseudoniem, pseudoniem) in nu for pseudoniem, _ in lopend)
    if terug < GRENS_TERUGKEER * len(lopend):
        yield (
            f"van de {getal(len(lopend))} jeugdigen die in {maand_kort(lopend[0][1])} liepen {'komt' if terug == 1 else 'komen'} er {getal(terug)} "
            f"terug in dit bestand. {hulp}"
        )


def _lopend(werk: Werkbank, nummer: int, bestand: Gelezen) -> tuple[list[tuple[str, int]], str]:
    """Who ran in the last month of the levering before (with that month), and what may be wrong."""
    eerdere = [(n, b.naam) for n, b in werk.nieuw if n < nummer and b.bron == bestand.bron]
    if eerdere:
        eerste, naam = eerdere[-1]
        hulp = f"Zijn {naam} en dit bestand delen van een export? Kies dan aanvullen in plaats van vervangen."
        return werk.rijen(_LOPEND_HIER, {"nummer": eerste}), hulp
    bekend = werk.db.rijen(_LOPEND, [bestand.bron]) if werk.db is not None and len(werk.lev) else []
    return bekend, "Gebruikt de export andere nummers dan de vorige?"
