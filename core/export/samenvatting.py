"""The talk about one area on one page: to print, to send, or to put in a slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from core.bevindingen import Cijfer
from core.onthulling import Beheertabel, OpenbareTabel, Rooster, opgemaakt

_STIJL = """
.samenvatting { background: #fff; color: #1b2733; font: 10.5pt/1.4 system-ui, sans-serif; max-width: 19cm; padding: 1.2rem; }
.samenvatting h1 { font-size: 17pt; margin: 0 0 .2rem; padding: 0; color: inherit; }
.samenvatting h2 { font-size: 11.5pt; margin: .8rem 0 .2rem; padding: 0; color: #0b5c7a; }
.samenvatting p { margin: .2rem 0; }
.samenvatting .kern { display: flex; gap: .5rem; margin: .6rem 0; }
.samenvatting .kern div { flex: 1; border: 1px solid #c3ced6; border-radius: 4px; padding: .3rem .5rem; font-size: 9pt; }
.samenvatting .kern b { display: block; font-size: 15pt; font-weight: 600; }
.samenvatting table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
.samenvatting th, .samenvatting td { text-align: left; padding: .15rem .4rem; border-bottom: 1px solid #dbe2e7; vertical-align: top; }
.samenvatting .antwoord { white-space: pre-line; overflow-wrap: anywhere; }
.samenvatting .lijn { position: relative; height: 58px; font-size: 9pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.samenvatting .lijn i { position: absolute; top: 24px; height: 10px; }
.samenvatting .lijn .band { background: #c9d0d5; }
.samenvatting .lijn .verwacht { width: 11px; height: 11px; background: #3a7fb0; transform: translate(-50%, 0) rotate(45deg); }
.samenvatting .lijn .werkelijk { width: 13px; height: 13px; top: 22px; background: #d1603d; border-radius: 50%; transform: translate(-50%, 0); }
.samenvatting .lijn span { position: absolute; transform: translate(-50%, 0); white-space: nowrap; }
.samenvatting .lijn .boven { top: 2px; color: #a8452a; }
.samenvatting .lijn .onder { top: 38px; color: #2b638b; }
.samenvatting .bron { font-size: 8pt; color: #4d5b66; margin-top: .8rem; border-top: 1px solid #c3ced6; padding-top: .3rem; }
"""
_PAGINA = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>{titel}</title>
<style>@page {{ size: A4; margin: 12mm; }} body {{ margin: 0; }} {stijl}
@media print {{ .samenvatting {{ padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.3; }} .samenvatting h1 {{ font-size: 14pt; }}
.samenvatting h2 {{ font-size: 10pt; margin-top: .5rem; }} .samenvatting table {{ font-size: 8pt; }} .samenvatting .kern b {{ font-size: 12pt; }} }}</style></head>
<body>{inhoud}</body></html>
"""


@dataclass(frozen=True)
class Samenvatting:
    """What the page says: the finding, the key figures, where the area is, what was answered and agreed.

    `naast` has the area itself as its first row. `gesprek` holds a question and its answer per row,
    `acties` what will be done; both may be empty. `zinnen` go below the figures.
    """

    titel: str
    bevinding: str
    kern: Sequence[Cijfer]
    naast: OpenbareTabel
    zinnen: Sequence[str]
    gesprek: Beheertabel
    acties: Beheertabel


def blad(van: Samenvatting) -> str:
    """The page as a piece of HTML with its own style, for on the screen."""
    return f"<style>{_STIJL}</style>{_inhoud(van)}"


def bestand(van: Samenvatting) -> bytes:
    """The page as a file that any browser opens and prints on one A4."""
    return _PAGINA.format(titel=escape(van.titel), stijl=_STIJL, inhoud=_inhoud(van)).encode()


def _inhoud(van: Samenvatting) -> str:
    kern = "".join(f"<div>{escape(c.titel)}<b>{escape(c.tekst)}</b></div>" for c in van.kern)
    zinnen = "".join(f"<p>{escape(zin)}</p>" for zin in van.zinnen if zin)
    antwoorden = "".join(
        f'<h2>{escape(str(vraag))}</h2><p class="antwoord">{escape(str(tekst))}</p>'
        for vraag, tekst in van.gesprek.waarden
    )
    leeg = "<h2>Gesprek</h2><p>Er is nog geen gesprek over dit beeld vastgelegd.</p>"
    acties = f"<h2>Acties</h2>{_tabel(van.acties)}" if van.acties.waarden else ""
    bron = " · ".join((van.naast.bron, *van.naast.noten))
    tekst = (
        f'<article class="samenvatting"><h1>{escape(van.titel)}</h1><p><b>{escape(van.bevinding)}</b></p>'
        f'<div class="kern">{kern}</div>{_figuur(van.naast)}{zinnen}{_tabel(van.naast)}'
        f'{antwoorden or leeg}{acties}<p class="bron">{escape(bron)}</p></article>'
    )
    return tekst.replace(" %", "\u00a0%")


def _tabel(van: OpenbareTabel | Beheertabel) -> str:
    koppen = "".join(f"<th>{escape(k.titel)}</th>" for k in van.kolommen)
    rijen = "".join(
        f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in _cellen(van, n))}</tr>"
        for n in range(len(van.waarden))
    )
    return f"<table><thead><tr>{koppen}</tr></thead><tbody>{rijen}</tbody></table>"


def _cellen(van: OpenbareTabel | Beheertabel, n: int) -> list[str]:
    if isinstance(van, Rooster):
        return [van.tekst(k.naam, n) for k in van.kolommen]
    return [opgemaakt(k.soort, w) for k, w in zip(van.kolommen, van.waarden[n], strict=True)]


def _figuur(van: OpenbareTabel) -> str:
    """Interval, expectation and actual use of the first row on one line; nothing when one is unknown."""
    werkelijk, verwacht = van.cel("werkelijk_pct"), van.cel("verwacht_pct")
    if werkelijk is None or verwacht is None:
        return ""
    laag, hoog = (van.cel(k) if van.cel(k) is not None else verwacht for k in ("laag", "hoog"))
    links, rechts = min(laag, werkelijk), max(hoog, werkelijk)

    def plek(waarde: float) -> str:
        return f"left: {10 + 80 * (waarde - links) / ((rechts - links) or 1):.1f}%"

    breed = 80 * (hoog - laag) / ((rechts - links) or 1)
    return (
        f'<div class="lijn"><i class="band" style="{plek(laag)}; width: {breed:.1f}%"></i>'
        f'<i class="verwacht" style="{plek(verwacht)}"></i><span class="onder" style="{plek(verwacht)}">verwacht '
        f'{escape(van.tekst("verwacht_pct"))}</span><i class="werkelijk" style="{plek(werkelijk)}"></i>'
        f'<span class="boven" style="{plek(werkelijk)}">werkelijk {escape(van.tekst("werkelijk_pct"))}</span></div>'
    )
