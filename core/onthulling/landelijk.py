"""The tables of the page Verwacht en werkelijk: one area among all others, and why."""

from __future__ import annotations

from functools import cache
from typing import Any

from core.cijfers.tabellen import JAAR, Kolom, Soort
from core.onthulling.openbaar import GEBIED, VERWACHT, Bijschrift, bijschrift, bronzin, noten, openbare_tabel
from core.onthulling.recept import onthoudt_recept
from core.onthulling.tabel import OpenbareTabel
from core.opmaak import getal, procent
from core.referentie.gebieden import Gebiedssoort, gebied, landelijk
from core.verwacht.beeld import Beeld, beeld
from core.verwacht.beeld import jaren as jaren_van
from core.verwacht.ingelezen import Ingelezen
from core.verwacht.kenmerken import in_eenheid, titel
from core.verwacht.ventielen import staven
from core.verwacht.vormen import Vorm

STAVEN = (
    Kolom("nummer", "Staaf", Soort.RANG),
    Kolom("gemiddelde", "Gemiddelde", Soort.PROCENTPUNT),
    Kolom("aantal_gebieden", "Gebieden", Soort.AANTAL),
    Kolom("eigen", "Gekozen gebied", Soort.JA_NEE),
    Kolom("namen", "Welke gebieden", Soort.TEKST),
)
OPBOUW = (
    Kolom("kenmerk", "Stap", Soort.TEKST),
    Kolom("hier", "In dit gebied", Soort.TEKST),
    Kolom("gemiddeld", "Gemiddelde gemeente", Soort.TEKST),
    Kolom("bijdrage_pp", "Bijdrage in procentpunt", Soort.PROCENTPUNT),
    Kolom("stand_pct", "Stand", Soort.PCT),
)
JAREN = (
    GEBIED,
    Kolom("reeks", "Wat", Soort.TEKST),
    JAAR,
    Kolom("pct", "Percentage", Soort.PCT),
    Kolom("jongeren", "Jongeren", Soort.AANTAL),
    Kolom("cijferstatus", "Status", Soort.TEKST),
)
MODELKAART = (Kolom("maat", "Maat", Soort.TEKST), Kolom("waarde", "Waarde", Soort.TEKST))
IJKING = (
    Kolom("tiende", "Tiende", Soort.RANG),
    Kolom("aantal_gebieden", "Gebieden", Soort.AANTAL),
    Kolom("verwacht_pct", "Verwacht", Soort.PCT),
    Kolom("werkelijk_pct", "Werkelijk", Soort.PCT),
)
MATEN = {"verschil_pp": "verschil", "werkelijk_pct": "werkelijk", "verwacht_pct": "verwacht"}
"""What the bars can show, and what it is called."""
_REEKSEN: dict[Vorm, tuple[str, str]] = {
    Vorm.JEUGDHULP: ("jeugdzorg_tot_18", "jeugdzorg van 0 tot 18 jaar (natura en pgb)"),
    Vorm.JEUGDZORG: ("jeugdzorg_tot_23", "jeugdzorg van 0 tot 23 jaar (natura en pgb)"),
}


@onthoudt_recept
def staven_tabel(van: Beeld, soort: Gebiedssoort, maat: str, code: str) -> OpenbareTabel:
    """All areas of a kind from low to high: twenty bars, or one per area when there are few.

    `eigen` marks the bar in which the area `code` is. Areas without the figure are in none.
    """
    leden = {c.code: c for c in van.per_soort(soort)}
    waarden = {k: w for k, c in leden.items() if (w := getattr(c, maat)) is not None}
    rijen = [
        (s.nummer, s.gemiddelde, len(s.codes), code in s.codes, ", ".join(leden[c].naam for c in s.codes))
        for s in staven(waarden)
    ]
    bij = bijschrift(van, f"{MATEN[maat]}, van de laagste tot de hoogste {soort.meervoud}")
    gemiddelde = STAVEN[1] if maat == "verschil_pp" else Kolom("gemiddelde", "Gemiddelde", Soort.PCT)
    return openbare_tabel("verwacht-staven", (STAVEN[0], gemiddelde, *STAVEN[2:]), rijen, bij)


@onthoudt_recept
def opbouw_tabel(van: Beeld, code: str) -> OpenbareTabel:
    """From the Netherlands to the expectation of one area, a step per row; empty when nothing is to explain."""
    o, bij = van.opbouw(code), bijschrift(van, "waarom deze verwachting")
    if o is None:
        return openbare_tabel("verwacht-opbouw", OPBOUW, [], bij)
    rijen: list[tuple[Any, ...]] = [("Nederland, werkelijk", "", "", None, o.begin_pct)]
    stand = o.begin_pct
    plaats = {naam: n for n, naam in enumerate(van.model.ontwerp.kenmerken)}
    for stap in o.bijdragen:
        stand += stap.pp
        hier = gemiddeld = ""
        if stap.kenmerk in plaats:
            midden, spreiding = _schaal(van, plaats[stap.kenmerk])
            hier = in_eenheid(stap.kenmerk, midden + stap.afwijking * spreiding)
            gemiddeld = in_eenheid(stap.kenmerk, midden)
        rijen.append((titel(stap.kenmerk), hier, gemiddeld, stap.pp, stand))
    rijen.append((f"Verwacht in {van.van(code).naam}", "", "", None, o.verwacht_pct))
    return openbare_tabel("verwacht-opbouw", OPBOUW, rijen, bij)


def _schaal(van: Beeld, n: int) -> tuple[float, float]:
    return float(van.model.ontwerp.gemiddelde[n]), float(van.model.ontwerp.spreiding[n])


@onthoudt_recept
def jaren_tabel(vorm: Vorm, ingelezen: Ingelezen, code: str) -> OpenbareTabel:
    """What is known over the years: the national series, and of this area what was published or read in."""
    naam, jaren = gebied(code).naam, sorted(jaren_van(vorm, ingelezen))
    rijen = list(_gepubliceerd("Nederland", *_REEKSEN.get(vorm, ("", ""))))
    for jaar in jaren:
        c = beeld(vorm, jaar, ingelezen).van(code)
        delen = (("werkelijk", c.werkelijk_pct), ("verwacht", c.verwacht_pct))
        rijen += [(naam, f"{vorm} {wat}", jaar, pct, None, "") for wat, pct in delen if pct is not None]
    if vorm is Vorm.JEUGDZORG and gebied(code).soort is Gebiedssoort.GEMEENTE:
        rijen += _gepubliceerd(naam, "jeugdzorg_in_natura_tot_23", "jeugdzorg in natura, aantal")
    bron = f"{bronzin(beeld(vorm, jaren[-1], ingelezen))}; reeksen: NJi en CBS"
    bij = Bijschrift(f"{vorm.titel} over de jaren, {jaren[0]}", bron, None, noten(vorm), vorm.decimalen)
    return openbare_tabel("verwacht-jaren", JAREN, rijen, bij)


@cache
def _gepubliceerd(naam: str, maat: str, reeks: str) -> tuple[tuple[Any, ...], ...]:
    """The published numbers of one measure, oldest first."""
    cijfers = landelijk()
    cijfers = cijfers[(cijfers["gebied"] == naam) & (cijfers["maat"] == maat)]
    return tuple(
        (naam, reeks, int(r.jaar), None if r.pct != r.pct else float(r.pct), int(r.aantal), r.status)
        for r in cijfers.sort_values("jaar").itertuples()
    )


def modelkaart_tabel(van: Beeld) -> OpenbareTabel:
    """What the model is made of and how well it does on areas it had not seen, in words and numbers."""
    k = van.kaart
    rijen = [
        ("Wat het is", k.label),
        ("Gegevens", f"{getal(k.gebieden)} gemeenten, gebruik van {van.jaar}. {k.bron}"),
        ("Kenmerken", "; ".join(titel(n) for n in k.kenmerken) or "geen"),
        ("R² op gemeenten die het model niet zag", getal(k.r2, 2)),
        ("R² van gewone kleinste kwadraten", getal(k.r2_kleinste_kwadraten, 2)),
        ("R² met de jeugdregio erbij (hoort niet bij de verwachting)", getal(k.r2_met_regio, 2)),
        ("Gemiddelde fout (RMSE)", f"{getal(k.rmse_pp, 2)} procentpunt"),
        ("Die van gewone kleinste kwadraten", f"{getal(k.rmse_kleinste_kwadraten_pp, 2)} procentpunt"),
        ("Die van het gemiddelde van de anderen", f"{getal(k.rmse_gemiddelde_pp, 2)} procentpunt"),
        ("Gemeenten binnen hun interval van 95 %", procent(k.dekking_pct)),
        ("Vergeleken met kleinste kwadraten", k.vergelijking or "–"),
        *(("Keuze van kenmerken", zin) for zin in _keuze(van)),
        *(("Waarvoor niet", zin) for zin in k.niet_voor),
    ]
    return openbare_tabel("verwacht-modelkaart", MODELKAART, rijen, bijschrift(van, "modelkaart"))


def _keuze(van: Beeld) -> list[str]:
    """With characteristics that were read in: which were chosen in what order, and what was left out."""
    stappen = [f"{titel(s.kenmerk)} (R² {getal(s.r2, 2)})" for s in van.gekozen]
    zin = f"Gekozen uit de meegeleverde en de ingelezen kenmerken, in deze volgorde: {', '.join(stappen)}."
    return [*([zin] if stappen else []), *van.meldingen]


@onthoudt_recept
def ijking_tabel(van: Beeld) -> OpenbareTabel:
    """The gemeenten in ten groups by expectation: what was expected of each group and what it used."""
    rijen = [(n, t.gebieden, t.verwacht_pct, t.werkelijk_pct) for n, t in enumerate(van.kaart.ijking, 1)]
    return openbare_tabel("verwacht-ijking", IJKING, rijen, bijschrift(van, "ijking van het model"))


LANDELIJK: dict[str, tuple[str, tuple[Kolom, ...]]] = {
    "verwacht": ("Verwacht en werkelijk", VERWACHT),
    "verwacht-staven": ("Alle gebieden van laag naar hoog", STAVEN),
    "verwacht-opbouw": ("Waarom deze verwachting", OPBOUW),
    "verwacht-gelijkend": ("Gebieden die het meest lijken", VERWACHT),
    "verwacht-jaren": ("Jeugdzorg over de jaren", JAREN),
    "verwacht-modelkaart": ("Modelkaart", MODELKAART),
    "verwacht-ijking": ("IJking van het model", IJKING),
}
"""The tables of published figures by name, each with its title and columns, to be explained."""
