"""The parts of the page Cliënten: age, intensiteit and duur, who comes and goes, verwijzers."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.begrippen import LEEFTIJD_ONBEKEND, LEEFTIJDEN, Duur, Intensiteit, Niveau
from core.cijfers.uitleg import UITLEG
from core.filters import Filter
from core.grafieken.clienten import GESLACHTEN
from core.onthulling import in_volgorde, kruistabel, met_totaal
from pages.onderdelen import bron, kruis, tonen, vouwtabel

_NIVEAUS = ("niveau", "segment", "product")
_MATEN = {"jeugdigen": "Jeugdigen", "kosten": "Kosten"}
_VAN_ARRANGEMENT = {"arrangementen": "Arrangementen", "jeugdigen": "Jeugdigen"}
_ZWAARTE = [str(Intensiteit.HOOG), str(Intensiteit.MIDDEN), str(Intensiteit.LAAG), str(Intensiteit.ONBEKEND)]
_DUUR = [str(Duur.LANG), str(Duur.KORT), str(Duur.ONBEKEND)]
_COMBINATIES = {f"{zwaarte}-{duur}": (zwaarte, duur) for zwaarte in _ZWAARTE for duur in _DUUR}


def leeftijd(f: Filter) -> None:
    """Age by product as on the slide, and by sex."""
    tonen.kop("Leeftijd van jeugdigen", UITLEG["leeftijd"])
    maat = _keuze("Maat", "leeftijd-maat", _MATEN)
    los = f.met(leeftijd=(), segment=(), product=())
    van = bron.tabel("leeftijd-per-product", los)
    klassen = [*(k.naam for k in LEEFTIJDEN[f.leeftijdsindeling]), LEEFTIJD_ONBEKEND]
    per_klasse = in_volgorde(kruistabel(van, _NIVEAUS, "leeftijd", maat), klassen)
    vouwtabel.toon(
        met_totaal(per_klasse, bron.tabel("segmenten", los), _NIVEAUS, maat),
        "leeftijd",
        {k: f"{k} jr" for k in klassen if k != LEEFTIJD_ONBEKEND},
        "Totaal (unieke jeugdigen)" if maat == "jeugdigen" else "Totaal",
    )
    tonen.voet(van, "leeftijd")
    _geslacht(f, klassen)


def _geslacht(f: Filter, klassen: list[str]) -> None:
    f = f.met(leeftijd=(), geslacht=())
    van = bron.tabel("leeftijd-geslacht", f)
    tonen.kop("Leeftijd en geslacht", UITLEG["leeftijd-geslacht"])
    links, rechts = st.columns(2, gap="large")
    with links:
        tonen.figuur_met_voet(grafieken.leeftijd_geslacht(van), "leeftijd-geslacht")
    with rechts:
        per_leeftijd = in_volgorde(
            kruistabel(van, ("leeftijd",), "geslacht", "jeugdigen"), list(GESLACHTEN), klassen
        )
        samen = bron.tabel("leeftijd-per-product", f).alleen(niveau=Niveau.TOTAAL.value)
        kruis.toon(
            met_totaal(per_leeftijd, samen, ("leeftijd",), "jeugdigen"),
            "Leeftijd",
            (("leeftijd",), ("geslacht",)),
            lambda kop: GESLACHTEN.get(kop, kop),
        )


def intensiteit(f: Filter) -> None:
    """Intensiteit by duur, for all or for one product; one combination by year; all products."""
    een, twee, drie = st.columns([2, 2, 2], vertical_alignment="bottom")
    db = bron.data()
    with een:
        product = st.selectbox(
            "Product", db.keuzes["product"] if db else (), index=None, key="arrangement-product",
            bind="query-params", placeholder="alle producten in de selectie",
        )  # fmt: skip
    with twee:
        combinatie = st.selectbox(
            "Verloop van",
            list(_COMBINATIES),
            key="combinatie",
            bind="query-params",
            help="Intensiteit en duur.",
        )
    with drie:
        maat = _keuze("Maat", "arrangement-maat", _VAN_ARRANGEMENT)
    gekozen = f.met(product=(product,)) if product else f
    links, rechts = st.columns([2, 3], gap="large")
    with links:
        _kruis(gekozen, maat)
    with rechts:
        _verloop(gekozen, combinatie, maat, product or "")
    _per_product(f, maat)


def _kruis(f: Filter, maat: str) -> None:
    van = bron.tabel("intensiteit-duur", f.met(intensiteit=(), duur=()))
    tonen.kop(f"{_VAN_ARRANGEMENT[maat]} naar intensiteit en duur", UITLEG["intensiteit-duur"])
    tabel = in_volgorde(kruistabel(van, ("intensiteit",), "duur", maat), _DUUR, _ZWAARTE)
    kruis.toon(tabel, "Intensiteit", (("intensiteit",), ("duur",)))
    tonen.voet(van, "intensiteit-duur")


def _verloop(f: Filter, combinatie: str, maat: str, product: str) -> None:
    zwaarte, duur = _COMBINATIES[combinatie]
    jaren = bron.tabel("intensiteit-per-jaar", f.met(jaar=(), van=None, tot=None, intensiteit=(), duur=()))
    van = jaren.alleen(intensiteit=zwaarte, duur=duur)
    wat = f"{product.lower()} {combinatie}".strip()
    tonen.kop(f"{_VAN_ARRANGEMENT[maat]} {wat} per jaar", UITLEG["intensiteit-per-jaar"])
    if zin := bevindingen.combinatie_per_jaar(van, maat, wat):
        st.markdown(zin)
    tonen.figuur_met_voet(grafieken.per_jaar(van, maat), "combinatie-per-jaar")


def _per_product(f: Filter, maat: str) -> None:
    van = bron.tabel("intensiteit", f.met(segment=(), product=(), intensiteit=(), duur=()))
    tonen.kop(f"{_VAN_ARRANGEMENT[maat]} per product", UITLEG["intensiteit-duur"])
    tabel = kruistabel(van, ("segment", "product"), ("intensiteit", "duur"), maat)
    kruis.toon(
        in_volgorde(tabel, list(_COMBINATIES.values())),
        "Segment en product",
        (("segment", "product"), ("intensiteit", "duur")),
        _combinatie,
    )
    tonen.voet(van, "intensiteit")


def _combinatie(kop: tuple[str, str]) -> str:
    return "onbekend" if set(kop) == {str(Intensiteit.ONBEKEND)} else "-".join(kop)


def stromen(f: Filter) -> None:
    """Who comes and goes by month over all data, and how long care lasts."""
    los = f.zonder_periode()
    van = bron.tabel("stromen", los)
    waar = " in deze selectie" if los.actief() else ""
    st.markdown(bevindingen.stroomzin(van, f))
    if verborgen := bevindingen.verborgen_maanden(van):
        st.caption(verborgen)
    links, rechts = st.columns(2, gap="large")
    with links:
        tonen.grafiek(
            f"In- en uitstroom per maand{waar}", grafieken.stromen(van), "stromen", UITLEG["stromen"]
        )
    with rechts:
        tonen.grafiek(f"Lopende zorgperioden{waar}", grafieken.stand(van), "stand", UITLEG["stromen"])
    st.caption(bevindingen.waar_stromen_beginnen(van.herkomst))
    _duur(f, waar)


def _duur(f: Filter, waar: str) -> None:
    tonen.kop(f"Duur van zorgperioden{waar}", UITLEG["duur"])
    st.markdown(bevindingen.mediaanzin(bron.tabel("duur-mediaan", f)))
    van = bron.tabel("duur", f)
    if not len(van):
        tonen.leeg()
        return
    for plek, maat, titel in zip(
        st.columns(2, gap="large"),
        ("beeindigd", "lopend"),
        ("Beëindigd in de periode, duur in maanden", "Lopend aan het eind ervan, duur tot dan in maanden"),
        strict=True,
    ):
        with plek:
            st.markdown(f"**{titel}**")
            deel = van.met_kolommen("klasse", maat)
            tonen.figuur_met_voet(grafieken.staven(deel, "klasse", maat), f"duur-{maat}")


def verwijzers(f: Filter) -> None:
    """Who referred the jeugdigen, as shares and with the numbers beside them."""
    van = bron.tabel("verwijzers", f.met(verwijzer=()))
    links, rechts = st.columns(2, gap="large")
    with links:
        tonen.grafiek(
            "Verwijzers, aandeel van de jeugdigen",
            grafieken.staven(van.gesorteerd("aandeel"), "verwijzer", "aandeel"),
            "verwijzers",
            UITLEG["verwijzers"],
        )
    with rechts:
        tonen.kop("In aantallen en kosten", UITLEG["verwijzer"])
        if len(van):
            tonen.tabel(van.met_kolommen("verwijzer", "jeugdigen", "kosten"))
        else:
            tonen.leeg()


def _keuze(titel: str, sleutel: str, opties: dict[str, str]) -> str:
    return st.segmented_control(
        titel, list(opties), default=next(iter(opties)), required=True, key=sleutel, bind="query-params",
        format_func=opties.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
