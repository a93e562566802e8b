"""From protected tables to Dutch sentences: what is shown, how it compares, what stands out."""

from __future__ import annotations

from dataclasses import dataclass

from core.begrippen import Niveau, Rol
from core.database import Database, Stand
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels, Herkomst, tabel
from core.opmaak import datum, euro, euro_kort, getal, maand_kort, maand_lang, opsomming, procent

MINSTENS_VOOR_PROCENT = 25
"""Below this number on either side a change is given in absolute numbers only."""


@dataclass(frozen=True)
class Vergelijking:
    """The key figures of the complete months beside those of the same months a year before.

    `reden` says why there is nothing to compare; then `nu` and `toen` are None.
    """

    nu: BeveiligdeTabel | None
    toen: BeveiligdeTabel | None
    periode: str
    reden: str = ""

    def verschil(self, maat: str) -> str:
        """The change of a measure in words: `+3,2 %`, `-12` or empty when it cannot be told."""
        if self.nu is None or self.toen is None:
            return ""
        nieuw, oud = self.nu.cel(maat), self.toen.cel(maat)
        if nieuw is None or oud is None:
            return ""
        basis = [t.cel("jeugdigen") or 0 for t in (self.nu, self.toen)]
        teken = "+" if nieuw > oud else ""
        if min(basis) >= MINSTENS_VOOR_PROCENT and oud:
            return f"{teken}{procent(100 * (nieuw - oud) / oud)}"
        return f"{teken}{euro(nieuw - oud) if maat.startswith('kosten') else getal(nieuw - oud)}"


def vergelijk(db: Database, f: Filter, rol: Rol, drempels: Drempels | None = None) -> Vergelijking:
    """The selection, complete months only, against the same months one year before.

    Not comparable (reden is set) without a period, over more than twelve months, when no month is
    complete yet, or when the data begins too late.
    """
    maanden = maanden_van(f, db.stand)
    grens = db.stand.voorlopig_vanaf()
    volledig = [m for m in maanden if grens is None or m < grens]
    if not f.heeft_periode() or not maanden or maanden[-1] - maanden[0] > 11:
        return Vergelijking(None, None, "", "kies een periode van ten hoogste een jaar om te vergelijken")
    if not volledig:
        return Vergelijking(None, None, "", "nog niet te vergelijken: de maanden zijn nog voorlopig")
    if volledig[0] - 12 < (db.stand.eerste_maand or 0):
        return Vergelijking(None, None, "", "niet te vergelijken: de gegevens beginnen later")
    nu = f.met(tot=volledig[-1])
    toen = nu.jaar_eerder()
    return Vergelijking(
        nu=tabel(db, "kerncijfers", nu, rol, drempels),
        toen=tabel(db, "kerncijfers", toen, rol, drempels),
        periode=f"{_reeks(volledig)} tegen {_reeks([m - 12 for m in volledig])}",
    )


def maanden_van(f: Filter, stand: Stand | Herkomst) -> list[int]:
    """The maandnummers with data that lie in the period of a filter, ascending."""
    if stand.eerste_maand is None or stand.laatste_maand is None:
        return []
    return [m for m in range(stand.eerste_maand, stand.laatste_maand + 1) if f.past(m)]


def _reeks(maanden: list[int]) -> str:
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


def selectie(f: Filter, stand: Stand | Herkomst) -> str:
    """What is shown, as one Dutch sentence above the figures."""
    if f.jaar and not (f.maand or f.van is not None or f.tot is not None):
        periode = opsomming([jaarlabel(j, stand) for j in f.jaar])
    elif f.heeft_periode():
        periode = f.met(**{naam: () for naam in f.actief() if naam not in ("jaar", "maand")}).describe()
    else:
        periode = f"{_reeks(maanden_van(f, stand))}" if stand.eerste_maand is not None else "alle jaren"
    rest = f.zonder_periode()
    delen = rest.describe().split(" · ")[1:] if rest.actief() else []
    waarvan = f" met {opsomming(delen)}" if delen else ", alle segmenten, aanbieders en buurten"
    return f"U ziet jeugdigen met hulp in {periode}{waarvan}."


def hoofdzin(kern: BeveiligdeTabel, vergelijking: Vergelijking) -> str:
    """The finding of the overview: how many jeugdigen, at what cost, more or fewer than before."""
    aantal, kosten = kern.cel("jeugdigen"), kern.cel("kosten")
    if aantal is None:
        return f"Het aantal jeugdigen in deze selectie is {kern.reden_van('jeugdigen') or 'onbekend'}."
    if not aantal:
        return "In deze selectie kreeg niemand hulp."
    zin = f"{getal(aantal)} jeugdigen kregen hulp"
    zin += f" voor {euro_kort(kosten)}" if kosten is not None else ""
    verschil = vergelijking.verschil("jeugdigen")
    if not verschil:
        return f"{zin}."
    richting = "minder" if verschil.startswith("-") else "meer"
    if verschil.lstrip("+-") in ("0", "0,0 %"):
        return f"{zin}; in de volledige maanden evenveel jeugdigen als een jaar eerder."
    return f"{zin}; in de volledige maanden {verschil.lstrip('+-')} {richting} jeugdigen dan een jaar eerder ({vergelijking.periode})."


def overlap(segmenten: BeveiligdeTabel) -> str:
    """Why the parts add up to more than the whole, with the number; empty when nothing is hidden in it."""
    delen = [
        segmenten.cel("jeugdigen", n)
        for n in range(len(segmenten))
        if segmenten.cel("niveau", n) == Niveau.SEGMENT
    ]
    totaal = segmenten.alleen(niveau=Niveau.TOTAAL.value)
    if not len(totaal) or totaal.cel("jeugdigen") is None or None in delen or not delen:
        return (
            "Een jeugdige kan in meer dan één segment hulp krijgen: de delen tellen niet op tot het totaal."
        )
    meer = sum(delen) - totaal.cel("jeugdigen")
    return (
        f"De segmenten tellen samen op tot {getal(sum(delen))}, het totaal is "
        f"{getal(totaal.cel('jeugdigen'))} unieke jeugdigen: {getal(meer)} keer telt iemand in een "
        "tweede of derde segment mee."
    )


def bronregel(van: Herkomst) -> str:
    """The line under every figure: source, stand per, through which month, threshold."""
    delen = ["Bron: voorbeeldgegevens (verzonnen)" if van.demo else "Bron: declaraties jeugdhulp"]
    if van.stand_per is not None:
        delen.append(f"stand per {datum(van.stand_per)}")
    maanden = maanden_van(van.filter, van)
    if maanden:
        delen.append(f"t/m {maand_lang(maanden[-1])}")
    if van.voorlopig_vanaf is not None and maanden and maanden[-1] >= van.voorlopig_vanaf:
        eerste = max(van.voorlopig_vanaf, maanden[0])
        delen.append(
            f"{maand_kort(eerste) if eerste == maanden[-1] else 'vanaf ' + maand_kort(eerste)} voorlopig"
        )
    delen.append(f"aantallen onder {van.drempel} niet getoond")
    return " · ".join(delen)
