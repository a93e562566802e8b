"""Tables about areas that need no protection: published figures, rounded by who published them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.cijfers.tabellen import JAAR, Kolom, Soort
from core.onthulling.recept import onthoudt_recept
from core.onthulling.tabel import OpenbareTabel
from core.referentie.gebieden import gebied
from core.verwacht.beeld import Beeld, beeld, jaren
from core.verwacht.ingelezen import NIETS, Ingelezen
from core.verwacht.vergelijk import Gebiedscijfer
from core.verwacht.vormen import Vorm

GEEN_OORDEEL = "een verschil is geen oordeel"
_ZONDER_ADRES = "wie geen bekend adres heeft telt mee bij de gemeente"
_BREUK = "vanaf 2021 melden meer aanbieders: niet te vergelijken met eerder"

GEBIED = Kolom("gebied", "Gebied", Soort.TEKST)
VERWACHT = (
    GEBIED,
    JAAR,
    Kolom("werkelijk_pct", "Werkelijk", Soort.PCT),
    Kolom("verwacht_pct", "Verwacht", Soort.PCT),
    Kolom("laag", "Ondergrens", Soort.PCT),
    Kolom("hoog", "Bovengrens", Soort.PCT),
    Kolom("verschil_pp", "Verschil in procentpunt", Soort.PROCENTPUNT),
    Kolom("index", "Index", Soort.INDEX),
    Kolom("aantal", "Verschil in jeugdigen", Soort.VERSCHIL),
    Kolom("ventiel", "Ventiel", Soort.RANG),
)
_DECIMALEN = {Soort.PCT: 4, Soort.PROCENTPUNT: 4, Soort.INDEX: 2, Soort.VERSCHIL: 1}


@dataclass(frozen=True)
class Bijschrift:
    """What stands around a table of published figures: title, source line, year and what to know first,
    and with how many decimals its percentages are read."""

    titel: str
    bron: str
    jaar: int | None = None
    noten: tuple[str, ...] = ()
    decimalen: int = 1


def openbare_tabel(
    naam: str, kolommen: tuple[Kolom, ...], rijen: Iterable[Sequence[Any]], bij: Bijschrift
) -> OpenbareTabel:
    """A table of published figures; numbers keep the decimals that mean something."""
    waarden = tuple(
        tuple(
            round(w, _DECIMALEN.get(k.soort, 4)) + 0.0 if isinstance(w, float) else w
            for k, w in zip(kolommen, rij, strict=True)
        )
        for rij in rijen
    )
    leeg = tuple(("",) * len(kolommen) for _ in waarden)
    rondom = (bij.bron, bij.jaar, bij.noten, bij.decimalen)
    return OpenbareTabel(naam, bij.titel, kolommen, waarden, leeg, *rondom)


def verwacht_tabel(vorm: Vorm = Vorm.JEUGDHULP, ingelezen: Ingelezen = NIETS) -> OpenbareTabel:
    """Actual beside expected use of one form of youth care: a row per gemeente, newest year first."""
    beelden = [beeld(vorm, jaar, ingelezen) for jaar in jaren(vorm, ingelezen)]
    rijen = [_rij(c, b.jaar) for b in beelden for c in b.gemeenten()]
    bron = " | ".join(dict.fromkeys(bronzin(b) for b in beelden))
    bij = Bijschrift(f"Verwacht en werkelijk: {vorm}", bron, beelden[0].jaar, noten(vorm), vorm.decimalen)
    return openbare_tabel("verwacht", VERWACHT, rijen, bij)


def gebiedentabel(titel: str, cijfers: Iterable[Gebiedscijfer], bron: str) -> OpenbareTabel:
    """Actual beside expected of any areas, of an unknown year, in the order given."""
    return openbare_tabel("verwacht", VERWACHT, [_rij(c, None) for c in cijfers], Bijschrift(titel, bron))


@onthoudt_recept
def naast_elkaar(van: Beeld, codes: tuple[str, ...]) -> OpenbareTabel:
    """Actual beside expected of these areas, each once, in the order given; of several kinds with their kind."""
    delen = [gebied(code) for code in dict.fromkeys(codes)]
    gemengd = len({d.soort for d in delen}) > 1
    rijen = [[d.titel if gemengd else d.naam, *_rij(van.van(d.code), van.jaar)[1:]] for d in delen]
    return openbare_tabel("verwacht", VERWACHT, rijen, bijschrift(van, "werkelijk en verwacht"))


@onthoudt_recept
def gelijkend_tabel(van: Beeld, code: str) -> OpenbareTabel:
    """An area and below it the ten of its kind that are most like it, nearest first."""
    return replace(naast_elkaar(van, (code, *van.gelijkend(code))), naam="verwacht-gelijkend")


def bijschrift(van: Beeld, wat: str) -> Bijschrift:
    """Around a figure of one picture: the form, what it shows, and the year."""
    titel = f"{van.vorm.titel}: {wat}, {van.jaar}"
    return Bijschrift(titel, bronzin(van), van.jaar, noten(van.vorm), van.vorm.decimalen)


def bronzin(van: Beeld) -> str:
    """The source line: where the use comes from, and who expects (our own model: from what)."""
    bron = van.bron if van.ingelezen else f"{van.bron}; {van.bron_kenmerken}"
    return f"Bron: {bron}; verwacht: {van.bron_verwacht}"


def noten(vorm: Vorm) -> tuple[str, ...]:
    """What stands under every figure: the denominator, and what not to conclude."""
    return f"% van de {vorm.wie}", GEEN_OORDEEL, _ZONDER_ADRES, _BREUK


def _rij(c: Gebiedscijfer, jaar: int | None) -> list[Any]:
    maten = {"gebied": c.naam, "jaar": jaar}
    return [maten[k.naam] if k.naam in maten else getattr(c, k.naam) for k in VERWACHT]


OPENBAAR: dict[str, Callable[..., OpenbareTabel]] = {"verwacht": verwacht_tabel}
"""The tables of `python -m core tabel` that ask nothing of the database, by name."""
