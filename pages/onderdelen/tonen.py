"""How protected tables reach the screen; with downloads.py the only place that draws figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from core.begrippen import Niveau
from core.bevindingen import Cijfer, Vergelijking, bronregel, niets_te_tekenen
from core.cijfers.tabellen import Soort
from core.cijfers.uitleg import UITLEG
from core.export.figuur import Stuk
from core.export.samenvatting import Samenvatting, blad
from core.grafieken import Grafiek, Kaart
from core.grafieken.lagen import TIP
from core.onthulling import Beheertabel, BeveiligdeTabel, Kruistabel, OpenbareTabel, Rooster, opgemaakt
from core.opmaak import aaneen, opsomming
from pages.onderdelen import meenemen

_KERN = ("jeugdigen", "gemiddeld_in_zorg", "kosten", "kosten_per_jeugdige", "arrangementen")
_KORT = {"kosten_per_jeugdige": "Per jeugdige"}
_VORIG = {"jeugdigen": "{} jeugdigen", "kosten": "kosten {}", "arrangementen": "{} arrangementen"}
_LINKS = (Soort.TEKST, Soort.MAAND)


def kerncijfers(kern: BeveiligdeTabel, tegen: Vergelijking, vorig: BeveiligdeTabel | None) -> None:
    """The key figures side by side, with their change over complete months and the last full year.

    No arrow gets a colour: more is neither good nor bad until a KPI says so.
    """
    kolommen = st.columns(len(_KERN))
    for plek, maat in zip(kolommen, _KERN, strict=True):
        kolom = kern.kolommen[kern.plaats(maat)]
        plek.metric(
            _KORT.get(maat, kolom.titel),
            kern.kort(maat),
            delta=tegen.verschil(maat) or None,
            delta_color="off",
            help=UITLEG[maat],
            border=True,
            height="stretch",
        )
    regels = [tegen.zin()]
    if vorig is not None:
        delen = opsomming([w.format(vorig.tekst(m)) for m, w in _VORIG.items()])
        regels.append(f"Heel {vorig.herkomst.filter.jaar[0]}: {delen}.")
    st.caption(" ".join(regels))
    voet(kern, "kern")


def cijfers(van: Sequence[Cijfer], per_rij: int = 4) -> None:
    """Single numbers in words, side by side."""
    for begin in range(0, len(van), per_rij):
        for plek, cijfer in zip(st.columns(per_rij), van[begin : begin + per_rij], strict=False):
            plek.metric(
                cijfer.titel,
                cijfer.tekst,
                delta=cijfer.verschil or None,
                delta_color="off",
                help=cijfer.uitleg,
                border=True,
                height="stretch",
            )


def hoofdzin(zin: str) -> None:
    """The finding that a page opens with; an amount is never split over two lines."""
    st.markdown(f"### {aaneen(zin)}")


def bijzin(zin: str) -> None:
    """A small sentence under a figure; nothing when there is nothing to say."""
    if zin:
        st.caption(zin)


def kop(titel: str, uitleg: str) -> None:
    """The heading of a figure, with its definition one click away."""
    st.subheader(titel, anchor=False, help=uitleg)


def grafiek(titel: str, figuur: Grafiek, sleutel: str, uitleg: str, zin: str = "") -> None:
    """A chart under its title, with definition, source line and the same as a table.

    `zin`: the finding of published figures, for above them in a file.
    """
    kop(titel, uitleg)
    figuur_met_voet(figuur, sleutel, titel, uitleg, zin)


def figuur_met_voet(figuur: Grafiek, sleutel: str, titel: str = "", uitleg: str = "", zin: str = "") -> None:
    """A chart whose title stands above more than the chart; `titel` is how it is called in a file."""
    if not len(figuur.van):
        leeg(figuur.van)
        return
    if isinstance(figuur.van, OpenbareTabel) or (figuur.van.toont_getal and figuur.getekend):
        st.vega_lite_chart(figuur.spec, width="stretch", key=sleutel, alt=figuur.alt)
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
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_onderregel(van))
        luik = st.popover(
            "Als tabel", type="tertiary", icon=":material/table:", on_change="rerun", key=f"{sleutel}-tabel"
        )
        if luik.open:
            with luik:
                tabel(van)
        meenemen.figuur(stuk or Stuk(van.titel, van), sleutel)


def _onderregel(van: BeveiligdeTabel | OpenbareTabel) -> str:
    if isinstance(van, OpenbareTabel):
        return " · ".join((van.bron, *van.noten))
    return bronregel(van.herkomst)


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
    """A plain table, numbers to the right, in the Dutch notation; hidden cells say why."""
    koppen = "".join(_kop(k.titel, k.soort) for k in van.kolommen)
    rijen = []
    for n in range(len(van.waarden)):
        cellen = (
            _cel(
                van.tekst(k.naam, n) if isinstance(van, Rooster) else opgemaakt(k.soort, van.waarden[n][p]),
                k.soort,
            )
            for p, k in enumerate(van.kolommen)
        )
        rijen.append(f"<tr>{''.join(cellen)}</tr>")
    st.html(
        f'<div class="tabel" tabindex="0"><table><thead><tr>{koppen}</tr></thead><tbody>{"".join(rijen)}</tbody></table></div>'
    )


def lijst(van: OpenbareTabel | Beheertabel) -> None:
    """A table of two columns of text as terms with their meaning: for texts too long for a row."""
    delen = "".join(f"<dt>{escape(str(wat))}</dt><dd>{escape(str(tekst))}</dd>" for wat, tekst in van.waarden)
    st.html(f'<dl class="begrippen">{delen}</dl>')


def samenvatting(van: Samenvatting) -> None:
    """The page to take along as it will be printed."""
    st.html(blad(van))


def vouwtabel(
    van: Kruistabel, koppen: dict[Any, str] | None = None, totaal_heet: str = "Totaal (unieke jeugdigen)"
) -> None:
    """Segments that fold open to their products, heads across, total last."""
    if not len(van):
        leeg()
        return
    tekst = [_kort((koppen or {}).get(k, str(k))) for k in van.koppen]
    stijl = f"--kolommen: {len(tekst)}"
    hoofd = _rij("Segment en product", tekst, "hoofd")
    groepen: dict[str, list[str]] = {}
    totaal = ""
    for (niveau, segment, product), cellen in van.rijen:
        if niveau == Niveau.TOTAAL:
            totaal = _rij(totaal_heet, cellen, "totaal")
        elif niveau == Niveau.SEGMENT:
            groepen.setdefault(segment, []).insert(0, _rij(segment, cellen, "segment"))
        else:
            groepen.setdefault(segment, []).append(_rij(product, cellen, "product"))
    st.html(
        f'<div class="vouw" style="{stijl}" role="group">{hoofd}{"".join(map(_vouw, groepen.values()))}{totaal}</div>'
    )


def _kort(kop: str) -> str:
    """A head that breaks before its bracket only: `2024` above `(t/m feb)`."""
    voor, haakje, rest = kop.partition(" (")
    return voor + haakje + rest.replace(" ", "\u00a0")


def _vouw(rijen: list[str]) -> str:
    if len(rijen) < 3:  # a segment that is its only product has nothing to fold open
        return rijen[0]
    return f"<details><summary>{rijen[0]}</summary>{''.join(rijen[1:])}</details>"


def _rij(label: str, cellen: Any, soort: str) -> str:
    vakken = "".join(f"<span class='getal'>{escape(c)}</span>" for c in cellen)
    return f'<div class="rij {soort}"><span class="naam">{escape(str(label))}</span>{vakken}</div>'


def _kop(titel: str, soort: Soort) -> str:
    return f'<th scope="col" class="{"links" if soort in _LINKS else "rechts"}">{escape(titel)}</th>'


def _cel(tekst: str, soort: Soort) -> str:
    klasse = "links" if soort in _LINKS else "rechts"
    return f'<td class="{klasse}">{escape(tekst)}</td>'
