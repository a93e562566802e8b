"""Budget and forecast as a controller lays them out: × € 1.000, the total last, earlier forecasts beside it."""

from __future__ import annotations

from html import escape

import streamlit as st

from core.onthulling import BeveiligdeTabel
from core.opmaak import aaneen, getal

_MARGE = aaneen("Marge (80 %)")
_MATEN = ("begroting", "gedeclareerd", "nog_te_declareren", "rest_jaar", "prognose")


def toon(van: BeveiligdeTabel, totaal: BeveiligdeTabel, eerder: BeveiligdeTabel) -> None:
    """Draw it; `totaal` is the row under it, `eerder` the frozen forecasts of the same lines."""
    bevroren = _bevroren(eerder)
    namen = list(dict.fromkeys(naam for naam, _ in bevroren))
    koppen = [van.kolommen[van.plaats(m)].titel for m in _MATEN]
    koppen += [_MARGE, "Verschil", "V/N", *namen]
    hoofd = "".join(f'<th scope="col" class="rechts">{escape(k)}</th>' for k in koppen)
    rijen = []
    for n in range(len(van)):
        segment = str(van.cel("segment", n))
        oud = [bevroren.get((naam, segment), "") for naam in namen]
        rijen.append(_rij(segment, [*_cellen(van, n), *oud], ""))
    if len(totaal) and len(van) > 1:
        oud = [_som(eerder, naam) for naam in namen]
        rijen.append(_rij("Totaal", [*_cellen(totaal, 0), *oud], ' class="totaal"'))
    st.html(
        '<div class="tabel prognose" tabindex="0"><table><thead><tr>'
        f'<th scope="col" class="links">× € 1.000</th>{hoofd}</tr></thead><tbody>{"".join(rijen)}</tbody></table></div>'
    )
    if namen:
        st.caption("Rechts de prognoses zoals zij zijn bevroren.")


_SCENARIO = ("prognose", "door_instroom", "door_aanbieder", "door_prijs", "uitkomst")
_GEBOEKT = ("begroting", "eigen_jaar", "eerdere_jaren", "nog_te_boeken", "prognose")


def scenario(van: BeveiligdeTabel) -> None:
    """Draw a scenario beside the forecast: what every assumption does, the total last."""
    _met_totaal(van, _SCENARIO, ())
    st.caption("Verschil: begroting min de uitkomst met het scenario.")


def declaratiemaand(van: BeveiligdeTabel) -> None:
    """Draw the year as a ledger books it, the total last."""
    _met_totaal(van, _GEBOEKT, ("schuift_door",))


def _met_totaal(van: BeveiligdeTabel, maten: tuple[str, ...], achter: tuple[str, ...]) -> None:
    """A table whose last row may be that of all together: the measures, margin and difference, and what is behind."""
    titels = {k.naam: k.titel for k in van.kolommen}
    koppen = [*(titels[m] for m in maten), _MARGE, "Verschil", "V/N", *(titels[m] for m in achter)]
    hoofd = "".join(f'<th scope="col" class="rechts">{escape(k)}</th>' for k in koppen)
    rijen = []
    for n in range(len(van)):
        totaal = van.cel("niveau", n) == "totaal"
        naam = "Totaal" if totaal else str(van.cel("segment", n))
        einde = [_marge(van, n), _duizend(van, "verschil", n), van.tekst("v_n", n)]
        cellen = [*(_duizend(van, m, n) for m in maten), *einde, *(_duizend(van, m, n) for m in achter)]
        rijen.append(_rij(naam, cellen, ' class="totaal"' if totaal else ""))
    st.html(
        '<div class="tabel prognose" tabindex="0"><table><thead><tr>'
        f'<th scope="col" class="links">× € 1.000</th>{hoofd}</tr></thead><tbody>{"".join(rijen)}</tbody></table></div>'
    )


def _rij(naam: str, cellen: list[str], klasse: str) -> str:
    vakken = "".join(f'<td class="rechts">{escape(cel)}</td>' for cel in cellen)
    return f'<tr{klasse}><th scope="row" class="links">{escape(naam)}</th>{vakken}</tr>'


def _cellen(van: BeveiligdeTabel, n: int) -> list[str]:
    einde = [_marge(van, n), _duizend(van, "verschil", n), van.tekst("v_n", n)]
    return [*(_duizend(van, maat, n) for maat in _MATEN), *einde]


def _marge(van: BeveiligdeTabel, n: int) -> str:
    laag, hoog = _duizend(van, "laag", n), _duizend(van, "hoog", n)
    if van.cel("laag", n) is not None and laag != hoog:
        return f"{laag} – {hoog}"
    return van.reden_van("laag", n) or "–"


def _duizend(van: BeveiligdeTabel, kolom: str, n: int) -> str:
    """An amount in thousands of euros, or why it is hidden."""
    waarde = van.cel(kolom, n)
    return van.reden_van(kolom, n) or getal(None if waarde is None else waarde / 1000)


def _bevroren(eerder: BeveiligdeTabel) -> dict[tuple[str, str], str]:
    """The frozen forecast by its heading and line."""
    return {
        (_kop(eerder, n), str(eerder.cel("segment", n))): _duizend(eerder, "prognose", n)
        for n in range(len(eerder))
    }


def _kop(eerder: BeveiligdeTabel, n: int) -> str:
    return f"{eerder.cel('naam', n)} ({eerder.cel('bevroren_op', n)})"


def _som(eerder: BeveiligdeTabel, kop: str) -> str:
    """The lines of a frozen forecast together; a dash when one of them is not shown."""
    cellen = [eerder.cel("prognose", n) for n in range(len(eerder)) if _kop(eerder, n) == kop]
    return getal(None if None in cellen else sum(cellen) / 1000)
