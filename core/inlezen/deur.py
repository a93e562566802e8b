"""The door itself: each column of the schema by its own rule, identifiers by pseudonym."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.begrippen import PGB, Leveringsvorm, Status
from core.inlezen import bedragen, waarden
from core.inlezen.csv_xlsx import Ruw
from core.inlezen.omzetten import Bevinding, Omzetting, Regels, is_leeg, kolomlezers
from core.inlezen.pseudoniem import Pseudonimiseerder, Ruimte, elfproef, normaal_bsn, normaal_nummer
from core.opmaak import datum as datum_tekst
from core.opmaak import euro, sleutel

_PGB = re.compile(r"(?<![a-z])(?:pgb|svb)(?![a-z])|persoonsgebonden", re.IGNORECASE)
_ZIN = re.compile(r"(?<![a-z])zin(?![a-z])|zorg in natura", re.IGNORECASE)


@dataclass(frozen=True)
class Doorgelaten:
    """A file past the door: accepted rows, rejected rows, pairs of pseudonyms, findings.

    `tabel` has the columns of a levering but its number; `paren` has `clientnummer` and `bsn`.
    """

    tabel: pa.Table
    afgekeurd: pa.Table
    paren: pa.Table
    bevindingen: list[Bevinding]


def laat_door(ruw: Ruw, regels: Regels) -> Doorgelaten:
    """Read every column of a file and keep what may be kept."""
    o = Omzetting(ruw, regels)
    client, bsn = _nummers(o)
    kolommen: dict[str, pa.Array] = {"rij": pa.array(o.rij), "jeugdige": pc.coalesce(client, bsn)}
    o.keur_af(
        "clientnummer" if o.heeft("clientnummer") else "bsn",
        _leeg(kolommen["jeugdige"]) & ~o.fout,
        "clientnummer is leeg",
    )
    kolommen["geboortemaand"] = _geboortemaand(o)
    kolommen["leveringsmaand"] = _leveringsmaand(o)
    kolommen |= _bedrag(o)
    kolommen["status"] = _status(o)
    for naam, (lezer, soort) in kolomlezers(regels).items():
        kolommen[naam] = o.vrij(naam, lezer, soort)
    kolommen["buurt"] = _buurt(o)
    kolommen |= _namen(o, kolommen)
    for naam, ruimte in (("toewijzingnummer", Ruimte.TOEWIJZING), ("regelnummer", Ruimte.REGEL)):
        kolommen[naam] = o.nummers(naam, Pseudonimiseerder(regels.sleutel, ruimte))
    kolommen["toewijzing"] = kolommen.pop("toewijzingnummer")
    goed = pa.array(~o.fout)
    paren = (
        pa.table({"clientnummer": client, "bsn": bsn})
        .filter(goed)
        .drop_null()
        .group_by(["clientnummer", "bsn"])
        .aggregate([])
    )
    return Doorgelaten(pa.table(kolommen).filter(goed), o.afgekeurde_rijen(), paren, o.bevindingen)


def _leeg(kolom: pa.Array) -> Any:
    return pc.is_null(kolom).to_numpy(zero_copy_only=False)


def _nummers(o: Omzetting) -> tuple[pa.Array, pa.Array]:
    """Pseudonyms of clientnummer and BSN; a BSN that cannot be one is noted, never shown."""
    als_client = Pseudonimiseerder(o.regels.sleutel, Ruimte.CLIENT)
    als_bsn = Pseudonimiseerder(o.regels.sleutel, Ruimte.BSN)
    client, _, fout = o.lees("clientnummer", lambda t: als_client(normaal_nummer(t)), pa.string())
    o.keur_af("clientnummer", fout, "clientnummer is afgekapt door een rekenblad (wetenschappelijke notatie)")
    bsn, _, onleesbaar = o.lees("bsn", lambda t: als_bsn(normaal_bsn(t)), pa.string())
    alleen_bsn = onleesbaar & _leeg(client)
    o.keur_af("bsn", alleen_bsn, "bsn is geen nummer van negen cijfers")
    o.meld(
        "bsn", onleesbaar & ~alleen_bsn, "bsn is geen nummer van negen cijfers; het clientnummer is gebruikt"
    )
    verdacht, _, _ = o.lees("bsn", _zakt, pa.bool_())
    zakt = pc.fill_null(verdacht, False).to_numpy(zero_copy_only=False)
    o.meld("bsn", zakt, "bsn voldoet niet aan de elfproef")
    koppelbaar = pa.array(~zakt) if o.heeft("clientnummer") else pa.array(np.ones(len(zakt), dtype=bool))
    return client, pc.if_else(pc.or_(koppelbaar, pc.is_null(client)), bsn, pa.scalar(None, pa.string()))


def _zakt(tekst: str) -> bool:
    return not elfproef(normaal_bsn(tekst))


def _geboortemaand(o: Omzetting) -> pa.Array:
    uit, leeg, onleesbaar = o.lees("geboortedatum", waarden.geboortemaand, pa.int16())
    o.meld("geboortedatum", leeg, "geboortedatum is leeg, gelezen als onbekend")
    o.meld("geboortedatum", onleesbaar, "geboortedatum is niet te lezen, gelezen als onbekend")
    o.meld(
        "geboortedatum", _leeg(uit) & ~leeg & ~onleesbaar, "geboortedatum is 1-1-1900, gelezen als onbekend"
    )
    grens = o.regels.stand_per.year * 12 + o.regels.stand_per.month - 1
    getal = pc.fill_null(uit, grens).to_numpy(zero_copy_only=False)
    o.meld("geboortedatum", getal > grens, "geboortedatum ligt in de toekomst, gelezen als onbekend")
    return pc.if_else(pa.array(getal > grens), pa.scalar(None, pa.int16()), uit)


def _leveringsmaand(o: Omzetting) -> pa.Array:
    uit = o.moet("leveringsmaand", waarden.maand, pa.int16())
    grens = o.regels.stand_per.year * 12 + o.regels.stand_per.month - 1
    te_laat = pc.fill_null(uit, 0).to_numpy(zero_copy_only=False) > grens
    o.keur_af(
        "leveringsmaand", te_laat, f"leveringsmaand ligt na de stand per {datum_tekst(o.regels.stand_per)}"
    )
    return uit


def _status(o: Omzetting) -> pa.Array:
    uit, _, onleesbaar = o.lees("status", _status_code, pa.uint8(), frozenset({""}))
    o.keur_af("status", onleesbaar, "status is niet bekend (toegekend, afgewezen of in behandeling)")
    return pc.fill_null(uit, pa.scalar(Status.TOEGEKEND.code, pa.uint8()))


_status_code = waarden.begrip("status", Status)


def _buurt(o: Omzetting) -> pa.Array:
    uit, _, onbekend = o.lees("buurt", o.regels.buurten.lees, pa.string())
    namen = (
        {t.strip() for t in o.teksten("buurt") if not is_leeg(t) and _onbekend(o, t)}
        if o.heeft("buurt")
        else set()
    )
    voorbeeld = ", ".join(
        f"'{n[:40]}'" for n in sorted(namen)[:5] if not any(c.isdigit() for c in n) or n[:2].lower() == "bu"
    )
    o.meld(
        "buurt",
        onbekend,
        f"buurt komt niet voor, gelezen als Onbekend{': ' + voorbeeld if voorbeeld else ''}",
    )
    return uit


def _onbekend(o: Omzetting, tekst: str) -> bool:
    try:
        o.regels.buurten.lees(tekst)
    except ValueError:
        return True
    return False


def _namen(o: Omzetting, kolommen: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """Aanbieder, segment, product and eenheid. The aanbieder of a PGB is PGB: it may be a parent."""
    product, leeg = o.tekst("product")
    o.keur_af("product", leeg, "product is leeg")
    segment, _ = o.tekst("segment")
    eenheid, _ = o.tekst("eenheid")
    pgb = pc.fill_null(pc.equal(kolommen["leveringsvorm"], Leveringsvorm.PGB.code), False).to_numpy(
        zero_copy_only=False
    )
    pgb = pgb | _is_pgb(o, "product") | _is_pgb(o, "segment") | _noemt_pgb(o.regels.bron)
    aanbieder, leeg = o.tekst("aanbieder", ~pgb)
    o.keur_af("aanbieder", leeg & ~pgb, "aanbieder is leeg")
    masker = pa.array(pgb)
    return {
        "product": product,
        "segment": segment,
        "eenheid": eenheid,
        "aanbieder": pc.if_else(masker, pa.scalar(PGB), aanbieder),
        "agb": pc.if_else(masker, pa.scalar(None, pa.string()), kolommen["agb"]),
    }


def _is_pgb(o: Omzetting, naam: str) -> Any:
    uit, _, _ = o.lees(naam, _noemt_pgb, pa.bool_())
    return pc.fill_null(uit, False).to_numpy(zero_copy_only=False)


def _noemt_pgb(tekst: str) -> bool:
    """Whether a name is about pgb alone: `PGB-begeleiding`, `Begeleiding (pgb)`, but not `ZIN en PGB`."""
    return bool(_PGB.search(tekst) or sleutel(tekst).startswith("pgb")) and not _ZIN.search(tekst)


def _bedrag(o: Omzetting) -> dict[str, pa.Array]:
    """Signed cents and whether the line is debit. Toegekend wins over ingediend; D/C gives the sign."""
    wijze = _schrijfwijze(o)
    centen = o.ruw.kop.centen
    gelezen = {}
    for naam in ("bedrag", "toegekend_bedrag"):
        lezer = lambda t, c=naam in centen: bedragen.in_centen(t, wijze, c)  # noqa: E731
        gelezen[naam], _, fout = o.lees(naam, lezer, pa.int64())
        o.keur_af(naam, fout, f"{naam} is niet te lezen als bedrag")
    uit = pc.coalesce(gelezen["toegekend_bedrag"], gelezen["bedrag"])
    leidend = "bedrag" if o.heeft("bedrag") else "toegekend_bedrag"
    o.keur_af(leidend, _leeg(uit) & ~o.fout, "bedrag is leeg")
    _meld_verschil(o, gelezen["bedrag"], gelezen["toegekend_bedrag"])
    dc, _, onbekend = o.lees("debet_credit", waarden.debet, pa.bool_())
    o.keur_af("debet_credit", onbekend, "debet_credit is geen D of C")
    negatief = pc.fill_null(uit, 0).to_numpy(zero_copy_only=False) < 0
    debet = pc.fill_null(dc, False).to_numpy(zero_copy_only=False)
    credit = ~debet & ~_leeg(dc)
    o.keur_af(leidend, negatief & credit, "minteken naast C: het teken is niet duidelijk")
    o.meld("min_bij_debet", negatief & debet, "minteken naast D, gelezen als een correctie (credit)")
    uit = pc.if_else(pa.array(credit), pc.negate(uit), uit)
    volume, _, fout = o.lees("volume", lambda t: bedragen.als_getal(t, wijze), pa.float64())
    o.meld("volume", fout, "volume is niet te lezen, gelezen als onbekend")
    return {"bedrag": uit, "debet": pa.array(~negatief & ~credit), "volume": volume}


def _meld_verschil(o: Omzetting, ingediend: pa.Array, toegekend: pa.Array) -> None:
    verschil = pc.fill_null(pc.subtract(ingediend, toegekend), 0)
    som = euro((pc.sum(verschil).as_py() or 0) / 100, 2)
    tekst = f"toegekend bedrag wijkt af van ingediend bedrag (samen {som}); het toegekende telt"
    o.meld("toegekend", verschil.to_numpy(zero_copy_only=False) != 0, tekst)


def _schrijfwijze(o: Omzetting) -> bedragen.Schrijfwijze:
    """The decimal sign of the file, with warnings for what was not certain."""
    aantallen: dict[str, int] = {}
    kolommen = [k for k in ("bedrag", "toegekend_bedrag") if o.heeft(k) and k not in o.ruw.kop.centen]
    for naam in kolommen:
        per_code = np.bincount(o.codes(naam), minlength=len(o.teksten(naam))).tolist()
        for tekst, aantal in zip(o.teksten(naam), per_code, strict=True):
            aantallen[tekst] = aantallen.get(tekst, 0) + aantal
    wijze = bedragen.schrijfwijze(aantallen)
    if wijze.decimaal is None:
        for naam in kolommen:
            twijfel, _, _ = o.lees(naam, bedragen.onduidelijk, pa.bool_())
            welke = pc.fill_null(twijfel, False).to_numpy(zero_copy_only=False)
            o.meld(
                "decimaalteken",
                welke,
                "bedrag zoals 1.234 gelezen als 1234 euro: het bestand laat geen decimaalteken zien",
            )
    if fijn := bedragen.meer_dan_centen(aantallen, wijze):
        o.bevindingen.append(
            Bevinding("afronding", "bedragen met meer dan twee decimalen, afgerond op centen", fijn)
        )
    return wijze
