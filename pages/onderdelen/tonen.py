"""How protected tables reach the screen; with downloads.py the only place that draws figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import streamlit as st

from core.bevindingen import Cijfer, Vergelijking, bronregel, niets_te_tekenen, zonder_filter
from core.cijfers.tabellen import Soort
from core.cijfers.uitleg import UITLEG
from core.export.figuur import Gegevens, Stuk
from core.export.samenvatting import Samenvatting, blad
from core.filters import DIMENSIES, Filter
from core.grafieken import Grafiek, Kaart, gedimd, met_naast, teken
from core.grafieken.lagen import TIP
from core.onthulling import Beheertabel, BeveiligdeTabel, OpenbareTabel
from core.opmaak import aaneen, opsomming
from pages.onderdelen import ganaar, klik, lijnen, meenemen, vastgezet

_KERN = ("jeugdigen", "gemiddeld_in_zorg", "kosten", "kosten_per_jeugdige", "arrangementen")
_KORT = {"kosten_per_jeugdige": "Per jeugdige"}
_VORIG = {"jeugdigen": "{} jeugdigen", "kosten": "kosten {}", "arrangementen": "{} arrangementen"}
_LINKS = (Soort.TEKST, Soort.MAAND)
_PROZA = 40  # a longer text is broken into lines


def kerncijfers(kern: BeveiligdeTabel, tegen: Vergelijking, vorig: BeveiligdeTabel | None) -> None:
    """The key figures side by side, with their change over complete months and the last full year.

    No arrow gets a colour: more is neither good nor bad until a KPI says so.
    """
    naast = vastgezet.tabel(kern, set())
    kolommen = st.columns(len(_KERN))
    for plek, maat in zip(kolommen, _KERN, strict=True):
        kolom = kern.kolommen[kern.plaats(maat)]
        # The mean is one of complete months: without any it cannot be told yet.
        nog_niet = maat == "gemiddeld_in_zorg" and kern.kort(maat) == "–" and kern.cel("jeugdigen")
        plek.metric(
            _KORT.get(maat, kolom.titel), kern.kort(maat),
            delta="nog voorlopig" if nog_niet else tegen.verschil(maat) or None, delta_color="off",
            delta_arrow="off" if nog_niet else "auto", help=UITLEG[maat], border=True, height="stretch",
        )  # fmt: skip
        if naast is not None:
            plek.caption(f"vergeleken met **{naast.kort(maat)}**")
    regels = [tegen.zin()]
    if vorig is not None:
        delen = opsomming([w.format(vorig.tekst(m)) for m, w in _VORIG.items()])
        regels.append(f"Heel {vorig.herkomst.filter.jaar[0]}: {delen}.")
    st.caption(" ".join(regels))
    voet(kern, "kern")


def cijfers(van: Sequence[Cijfer], per_rij: int = 4, naast: Sequence[Cijfer] = ()) -> None:
    """Single numbers in words, side by side; `naast` are the same of what is pinned."""
    ander = {cijfer.titel: cijfer.tekst for cijfer in naast}
    for begin in range(0, len(van), per_rij):
        for plek, cijfer in zip(st.columns(per_rij), van[begin : begin + per_rij], strict=False):
            plek.metric(
                cijfer.titel, cijfer.tekst, delta=cijfer.verschil or None, delta_color="off", help=cijfer.uitleg,
                border=True, height="stretch",
            )  # fmt: skip
            if naast:
                plek.caption(f"vergeleken met **{ander.get(cijfer.titel, '–')}**")


def hoofdzin(zin: str) -> None:
    """The finding that a page opens with; an amount is never split over two lines."""
    st.markdown(f"### {aaneen(zin)}")


def kop(titel: str, uitleg: str) -> None:
    """The heading of a figure, with its definition one click away."""
    st.subheader(titel, anchor=False, help=uitleg)


def grafiek(titel: str, figuur: Grafiek, sleutel: str, uitleg: str, zin: str = "") -> None:
    """A chart under its title, with all around it; `zin`: the finding of published figures, for in a file."""
    kop(titel, uitleg)
    figuur_met_voet(figuur, sleutel, titel, uitleg, zin)


def figuur_met_voet(figuur: Grafiek, sleutel: str, titel: str = "", uitleg: str = "", zin: str = "") -> None:
    """A chart whose title stands above more than the chart; `titel` is how it is called in a file."""
    if not len(figuur.van):
        leeg(figuur.van)
        return
    if isinstance(figuur.van, OpenbareTabel) or (figuur.van.toont_getal and figuur.getekend):
        f = klik.gekozen()
        spec = figuur.spec if f is None else gedimd(figuur.spec, f)
        naast = vastgezet.grafiek(figuur)
        beide = met_naast(spec, figuur, naast)
        st.vega_lite_chart(lijnen.erbij(beide, figuur), width="stretch", key=sleutel, alt=lijnen.alt(figuur))
        if naast is not None and beide is not spec:
            st.caption(f"{teken(figuur)}: {vastgezet.over(naast.van)}.")
    else:
        st.info(niets_te_tekenen(figuur.van), icon=":material/visibility_off:")
    voet(figuur.van, sleutel, Stuk(titel or figuur.van.titel, figuur, uitleg, zin))


def kaart(figuur: Kaart, sleutel: str, bij_klik: Callable[[], None] | None = None) -> None:
    """A map with its legend; a click on an area calls `bij_klik` (if any), which reads the state of `sleutel`."""
    legenda = "".join(
        f'<span><i class="{"vlak" if r.kleur else "naast " + r.tekst.split()[0]}" style="--kleur: {r.kleur}"></i>'
        f"{escape(r.tekst)} <small>({r.aantal})</small></span>"
        for r in figuur.legenda
    )
    st.pydeck_chart(
        _Deck(figuur.json), on_select=bij_klik or "ignore", height=figuur.hoogte, key=sleutel, alt=figuur.alt
    )  # type: ignore[arg-type]
    st.html(f'<div class="legenda">{legenda}</div>')


class _Deck:
    """What st.pydeck_chart asks of a deck, made to JSON once instead of on every rerun."""

    layers = None
    _tooltip = TIP

    def __init__(self, json: str) -> None:
        self._json = json

    def to_json(self) -> str:
        """The deck as the browser reads it."""
        return self._json


def voet(van: BeveiligdeTabel | OpenbareTabel, sleutel: str, stuk: Stuk | None = None) -> None:
    """The line under a figure, and the way to the same figures as a table, a file or a sentence.

    `stuk` is the figure when it is more than its table.
    """
    st.caption(_onderregel(van))
    with st.container(horizontal=True, gap="small"):
        luik = st.popover(
            "Als tabel", type="tertiary", icon=":material/table:", on_change="rerun", key=f"{sleutel}-tabel"
        )
        if luik.open:
            with luik:
                st.html(_tabel(van, None, klik.gekozen()))
        meenemen.figuur(stuk or Stuk(van.titel, van), sleutel)
        if isinstance(van, BeveiligdeTabel):
            ganaar.menu(van.herkomst.filter, sleutel)
        lijnen.knop(stuk, sleutel)


def _onderregel(van: BeveiligdeTabel | OpenbareTabel) -> str:
    if isinstance(van, OpenbareTabel):
        return " · ".join((van.bron, *van.noten))
    f = klik.gekozen()
    naast = zonder_filter(f, van.herkomst.filter) if f is not None else ""
    return " · ".join(filter(None, (bronregel(van.herkomst), naast)))


def leeg(van: BeveiligdeTabel | OpenbareTabel | None = None) -> None:
    """The empty state of a figure: says why and what to do."""
    if isinstance(van, OpenbareTabel):
        st.info("Hierover is niets gepubliceerd of ingelezen.", icon=":material/search_off:")
        return
    st.info(
        "Geen gegevens in deze selectie. Haal een filter weg om meer te zien.",
        icon=":material/filter_alt_off:",
    )


def tabel(van: BeveiligdeTabel | OpenbareTabel | Beheertabel) -> None:
    """A plain table, numbers to the right, in the Dutch notation; hidden cells say why.

    With what is pinned in small under each number, in a table that has all rows of its dimensions.
    """
    eigen = {k.naam for k in van.kolommen if k.naam in DIMENSIES}
    naast = vastgezet.tabel(van, eigen) if isinstance(van, BeveiligdeTabel) else None
    st.html(_tabel(van, naast, klik.gekozen()))
    if naast is not None:
        onder_tabel(vastgezet.over(naast))


def onder_tabel(naast: str) -> None:
    """What the small numbers in a table are about; nothing where there are none."""
    if naast:
        st.caption(f"Klein eronder: {naast}.")


@lru_cache(maxsize=256)
def _tabel(van: Gegevens | Beheertabel, naast: BeveiligdeTabel | None, f: Filter | None) -> str:
    koppen = "".join(_kop(k.titel, k.soort) for k in van.kolommen)
    teksten = list(zip(*(van.teksten(k.naam) for k in van.kolommen), strict=True))
    kanten = [_kant(k.soort) for k in van.kolommen]
    # The first name in a row is the button of what the row stands for.
    eerste = next((n for n, k in enumerate(van.kolommen) if k.naam in DIMENSIES), None)
    kan, rijen = f is not None and isinstance(van, BeveiligdeTabel), []
    for n, rij in enumerate(teksten):
        wat = klik.van_rij(van.kolommen, van.waarden[n]) if kan else ""
        cellen = [klik.knop(f, tekst, wat) if m == eerste else escape(tekst) for m, tekst in enumerate(rij)]
        if naast is not None:
            cellen = [
                a + klein(b, tekst) for a, b, tekst in zip(cellen, _eronder(van, n, naast), rij, strict=True)
            ]
        vakken = "".join(
            f'<td class="{kant}{" proza" * (len(tekst) > _PROZA)}">{cel}</td>'
            for kant, tekst, cel in zip(kanten, rij, cellen, strict=True)
        )
        rijen.append(f'<tr class="{klik.klasse(f, wat).strip()}"{klik.attribuut(f, wat)}>{vakken}</tr>')
    return f'<div class="tabel" tabindex="0"><table><thead><tr>{koppen}</tr></thead><tbody>{"".join(rijen)}</tbody></table></div>'


def lijst(van: OpenbareTabel | Beheertabel) -> None:
    """A table of two columns of text as terms with their meaning: for texts too long for a row."""
    delen = "".join(f"<dt>{escape(str(wat))}</dt><dd>{escape(str(tekst))}</dd>" for wat, tekst in van.waarden)
    st.html(f'<dl class="begrippen">{delen}</dl>')


def samenvatting(van: Samenvatting) -> None:
    """The page to take along as it will be printed."""
    st.html(blad(van))


def _eronder(van: Any, rij: int, naast: BeveiligdeTabel) -> list[str]:
    """What stands under each cell of a row: the number of the same row of what is pinned."""
    namen = [k.naam for k in van.kolommen if k.soort in _LINKS and not k.volgt]  # not a verdict in words
    ander = naast.alleen(**{naam: van.cel(naam, rij) for naam in namen})
    getallen = [k.soort not in (*_LINKS, Soort.RANG) for k in van.kolommen]
    return [
        (ander.tekst(k.naam) if len(ander) else "–") if is_getal else ""
        for k, is_getal in zip(van.kolommen, getallen, strict=True)
    ]


def klein(tekst: str, boven: str) -> str:
    """A number of what is pinned, to stand under that of what is chosen, `boven` (also where that is empty)."""
    plek = "" if boven else "&nbsp;"
    return f'{plek}<small class="naast">{escape(tekst)}</small>' if tekst else ""


def _kop(titel: str, soort: Soort) -> str:
    return f'<th scope="col" class="{_kant(soort)}">{escape(aaneen(titel))}</th>'


def _kant(soort: Soort) -> str:
    return "links" if soort in _LINKS else "rechts"
