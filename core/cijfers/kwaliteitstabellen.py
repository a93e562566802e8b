"""The tables about how complete declarations are: those of the page Kwaliteit."""

from __future__ import annotations

from core.cijfers import declaratiegedrag, naijltabellen, terugblik, veranderd
from core.cijfers.register import (
    AANBIEDER,
    JAAR,
    JEUGDIGEN,
    KOSTEN,
    MAAND,
    NIVEAU,
    SEGMENT,
    VOORLOPIG,
    Kolom,
    Soort,
    Tabel,
)

NA = Kolom("na", "Maanden erna", Soort.AANTAL)


def _euro(naam: str, titel: str) -> Kolom:
    """An amount that is hidden with the kosten of its row."""
    return Kolom(naam, titel, Soort.EURO, "kosten")


KWALITEITSTABELLEN: tuple[Tabel, ...] = (
    Tabel(
        "naijl",
        "Nog te declareren",
        naijltabellen.per_maand,
        (
            MAAND,
            SEGMENT,
            JEUGDIGEN,
            KOSTEN,
            _euro("nog_te_declareren", "Nog te declareren"),
            _euro("eindstand", "Eindstand"),
            _euro("eindstand_laag", "Eindstand, ondergrens"),
            _euro("eindstand_hoog", "Eindstand, bovengrens"),
            Kolom("volledigheid", "Volledigheid", Soort.PCT),
            VOORLOPIG,
            Kolom("methode", "Geschat naar", Soort.TEKST),
        ),
        groepen=(("", ("maand",)), ("", ("segment",))),
        alle_maanden=True,
        kent=("segment",),
        anders="kosten-per-maand",
    ),
    Tabel(
        "naijl-driehoek",
        "Hoe declaraties binnenkomen",
        naijltabellen.driehoek,
        (
            MAAND,
            NA,
            JEUGDIGEN,
            KOSTEN,
            Kolom("aandeel_gedeclareerd", "Deel gedeclareerd", Soort.PCT, "kosten"),
        ),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "laat-gedeclareerd",
        "Wie laat declareert",
        declaratiegedrag.per_aanbieder,
        (
            AANBIEDER,
            JEUGDIGEN,
            Kolom("gedeclareerd", "Gedeclareerd", Soort.EURO, "jeugdigen"),
            Kolom("mediaan_na", "Helft binnen na (maanden)", Soort.MAANDEN, "jeugdigen"),
            Kolom("laat", "Later dan 2 maanden", Soort.EURO, "gedeclareerd"),
            Kolom("aandeel_laat", "Aandeel later dan 2 maanden", Soort.PCT, "gedeclareerd"),
        ),
        groepen=(("", ()),),
        alle_maanden=True,
        kent=("segment", "aanbieder"),
    ),
    Tabel(
        "naijl-terugblik",
        "Eerdere schattingen naast wat nu bekend is",
        terugblik.per_schatting,
        (
            MAAND,
            NA,
            JEUGDIGEN,
            _euro("bekend_toen", "Toen gedeclareerd"),
            _euro("geschat", "Toen geschat"),
            _euro("geschat_laag", "Ondergrens"),
            _euro("geschat_hoog", "Bovengrens"),
            KOSTEN,
            _euro("eindstand", "Eindstand nu"),
            Kolom("fout", "Fout", Soort.PCT, "kosten"),
            Kolom("binnen", "Binnen de marge", Soort.JA_NEE),
        ),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "naijl-trefzekerheid",
        "Hoe goed de schattingen waren",
        terugblik.trefzekerheid,
        (
            NA,
            Kolom("schattingen", "Schattingen", Soort.AANTAL),
            Kolom("gemiddelde_fout", "Gemiddelde fout", Soort.PCT),
            Kolom("scheefheid", "Scheefheid", Soort.PCT),
            Kolom("dekking", "Binnen de marge", Soort.PCT),
        ),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "veranderd",
        "Wat is er veranderd, en waardoor",
        veranderd.oorzaken,
        (
            Kolom("oorzaak", "Oorzaak", Soort.TEKST),
            JEUGDIGEN,
            Kolom("erbij", "Erbij", Soort.EURO, "jeugdigen"),
            Kolom("eraf", "Eraf", Soort.EURO, "jeugdigen"),
            Kolom("saldo", "Saldo", Soort.EURO, "jeugdigen"),
        ),
        groepen=(("", ()),),
        alle_maanden=True,
        kent=("segment",),
    ),
    Tabel(
        "veranderde-cijfers",
        "Welke cijfers zijn veranderd",
        veranderd.per_cijfer,
        (
            NIVEAU,
            SEGMENT,
            JAAR,
            Kolom("jeugdigen_toen", "Jeugdigen, eerder", Soort.JEUGDIGEN),
            JEUGDIGEN,
            Kolom("jeugdigen_verschil", "Verschil in jeugdigen", Soort.VERSCHIL, "jeugdigen"),
            _euro("kosten_toen", "Kosten, eerder"),
            KOSTEN,
            _euro("kosten_verschil", "Verschil in kosten"),
        ),
        groepen=(("segment", ("jaar",)),),
        # Too few then or now: nothing of the difference, or the few would follow from it.
        saldo=((("jeugdigen_toen", "jeugdigen"), ("jeugdigen_verschil", "kosten_toen", "kosten_verschil")),),
        herreken=veranderd.verschillen,
        alle_maanden=True,
        kent=("segment",),
    ),
)
