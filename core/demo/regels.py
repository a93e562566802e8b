"""From months of care to declaratieregels: lag, price, corrections, credits and refusals."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.demo.gegevens import (
    DECLARATIE_NA,
    FUSIE,
    JB_JR,
    LAATSTE_DECLARATIEMAAND,
    LAATSTE_MAAND,
    PRIJSPEIL,
    PRODUCTEN,
    ZWAARTE,
    aanbieders,
)

TOEGEKEND, AFGEWEZEN, IN_BEHANDELING = "Toegekend", "Afgewezen", "In behandeling"
_CORRECTIE = 0.012
_TE_VEEL = 0.01
_AFGEWEZEN = 0.008
_NOG_IN_BEHANDELING = 0.3
_TRAAG = 5
"""Every fifth aanbieder declares late."""
_ANDERE_SPELLING = 9
"""One in nine jeugdigen of an aanbieder with two spellings is declared under the other one."""


def maak_regels(rng: np.random.Generator, zorg: pd.DataFrame) -> pd.DataFrame:
    """Every line that was declared up to 1 May 2024, in order of declaration.

    Adds to the months of care: declaratiemaand, volume, bedrag (cents, never negative), credit
    (bool), status, and the names as an export has them (bestand, aanbieder, agb, segment, product).
    """
    t = _prijzen(rng, _declareer(rng, zorg))
    t = t.assign(credit=False, status=np.where(t["te_laat"], IN_BEHANDELING, TOEGEKEND))
    wacht = t["te_laat"] & (rng.random(len(t)) < _NOG_IN_BEHANDELING)
    t["declaratiemaand"] = t["declaratiemaand"].clip(upper=LAATSTE_DECLARATIEMAAND)
    goed = t[~t["te_laat"]]
    alles = [goed, t[wacht], *_correcties(rng, goed), *_te_veel(rng, goed), _afgewezen(rng, goed)]
    regels = pd.concat(alles, ignore_index=True).drop(columns=["te_laat"])
    volgorde = ["declaratiemaand", "jeugdige", "maand", "toewijzing", "credit"]
    return _benoem(regels.sort_values(volgorde, kind="stable", ignore_index=True))


def _declareer(rng: np.random.Generator, zorg: pd.DataFrame) -> pd.DataFrame:
    """When each month is declared; `te_laat` = after the last declaratiemaand, so not yet known.

    Every (jeugdige, product, jaar) keeps one line that is known: the slides count what was known.
    """
    traag = (zorg["aanbieder"] % _TRAAG == _TRAAG - 1).to_numpy()
    wacht = np.zeros(len(zorg), dtype=int)
    for rijen, kansen in ((~traag, DECLARATIE_NA["snel"]), (traag, DECLARATIE_NA["traag"])):
        wacht[rijen] = rng.choice(np.arange(1, 7), int(rijen.sum()), p=kansen)
    t = zorg.assign(declaratiemaand=zorg["maand"] + wacht)
    t["te_laat"] = t["declaratiemaand"] > LAATSTE_DECLARATIEMAAND
    groep = t.groupby(["jeugdige", "code", "jaar"])["te_laat"]
    houd = groep.transform("all") & (groep.cumcount() == 0)
    t["te_laat"] &= ~houd
    t["declaratiemaand"] = t["declaratiemaand"].mask(
        houd, rng.integers(t["maand"] + 1, LAATSTE_DECLARATIEMAAND + 1)
    )
    return t


def _prijzen(rng: np.random.Generator, t: pd.DataFrame) -> pd.DataFrame:
    """Volume and amount of every month, so that 2023 costs what the slides say."""
    per_bezoek = t["code"].map({p.code: p.eenheid in ("uur", "dagdeel") for p in PRODUCTEN.values()})
    eigen = rng.lognormal(0, 0.05, len(aanbieders()))[t["aanbieder"]]
    tarief = t["code"].map({p.code: p.tarief for p in PRODUCTEN.values()}) * t["jaar"].map(PRIJSPEIL) * eigen
    tarief = tarief.mask(_al_betaald(t), 0.0)
    volume = pd.Series(_volume(rng, t), index=t.index)
    telt = ~t["te_laat"] & (t["jaar"] == 2023)
    bedrag_2023 = (tarief * volume)[telt].groupby(t["code"]).sum()
    doel = {p.code: p.kosten_2023 * 1e6 for p in PRODUCTEN.values() if p.kosten_2023}
    factor = t["code"].map({code: euro / bedrag_2023[code] for code, euro in doel.items()}).fillna(1.0)
    # Hours are scaled in volume, so that a tariff stays one a reader knows; days cannot be.
    volume = volume.mask(per_bezoek, (volume * factor * 4).round().clip(lower=1) / 4)
    tarief = tarief.where(per_bezoek, tarief * factor).round(2)
    return t.assign(tarief=tarief, volume=volume, bedrag=_centen(tarief, volume))


def _al_betaald(t: pd.DataFrame) -> pd.Series:
    """JR beside JB in one month: the contract pays such a measure once, so JR is declared at € 0."""
    met_jb = pd.MultiIndex.from_frame(t.loc[t["code"] == "JB", ["jeugdige", "maand"]])
    return (t["code"] == "JR") & pd.MultiIndex.from_frame(t[["jeugdige", "maand"]]).isin(met_jb)


def _centen(tarief: pd.Series, volume: pd.Series) -> pd.Series:
    return (tarief * volume * 100).round().astype("int64")


def _volume(rng: np.random.Generator, t: pd.DataFrame) -> np.ndarray:
    eenheid = t["code"].map({p.code: p.eenheid for p in PRODUCTEN.values()})
    gemiddeld = t["code"].map({p.code: p.volume for p in PRODUCTEN.values()}).to_numpy()
    gemiddeld = gemiddeld * t["intensiteit"].map(ZWAARTE).to_numpy()
    wisselt = rng.gamma(6, 1 / 6, len(t)) * gemiddeld
    eerste = pd.to_datetime(pd.DataFrame({"year": t["jaar"], "month": t["maand"] % 12 + 1, "day": 1}))
    dagen = eerste.dt.days_in_month.to_numpy()
    etmalen = np.where(gemiddeld >= 20, dagen, np.maximum(1, np.round(wisselt)))
    per_maand = np.where(eenheid == "maand", 1.0, etmalen)
    return np.where(eenheid.isin(["uur", "dagdeel"]), np.maximum(wisselt, 0.25), per_maand)


def _correcties(rng: np.random.Generator, goed: pd.DataFrame) -> list[pd.DataFrame]:
    """A line taken back and declared again with another volume, one or two months later."""
    later = goed["declaratiemaand"] + rng.integers(1, 3, len(goed))
    op_tijd = (later <= LAATSTE_DECLARATIEMAAND) & (later <= goed["maand"] + len(DECLARATIE_NA["snel"]))
    kies = (rng.random(len(goed)) < _CORRECTIE) & op_tijd & (goed["bedrag"] > 0)
    oud = goed[kies].assign(declaratiemaand=later[kies])
    volume = ((oud["volume"] * rng.uniform(0.75, 1.2, len(oud))) * 4).round().clip(lower=1) / 4
    nieuw = oud.assign(volume=volume, bedrag=_centen(oud["tarief"], volume))
    return [oud.assign(credit=True), nieuw]


def _te_veel(rng: np.random.Generator, goed: pd.DataFrame) -> list[pd.DataFrame]:
    """A month after the end of a toewijzing, declared by mistake and credited in full."""
    laatste = goed.drop_duplicates("toewijzing", keep="last")
    kan = (laatste["maand"] % 12 != 11) & (laatste["maand"] < LAATSTE_MAAND) & (laatste["bedrag"] > 0)
    fout = laatste[kan & (rng.random(len(laatste)) < _TE_VEEL)]
    fout = fout.assign(maand=fout["maand"] + 1, declaratiemaand=fout["maand"] + 2)
    return [fout, fout.assign(credit=True, declaratiemaand=fout["declaratiemaand"] + 1)]


def _afgewezen(rng: np.random.Generator, goed: pd.DataFrame) -> pd.DataFrame:
    kies = (rng.random(len(goed)) < _AFGEWEZEN) & (goed["bedrag"] > 0)
    return goed[kies].assign(status=AFGEWEZEN)


def _benoem(t: pd.DataFrame) -> pd.DataFrame:
    """The names: product and segment, the aanbieder as spelled, and which file the line is in."""
    lijst = aanbieders()
    naam = lijst["naam"].to_numpy()[t["aanbieder"]]
    agb = lijst["agb"].to_numpy()[t["aanbieder"]]
    variant = lijst["variant"].to_numpy()[t["aanbieder"]]
    anders = (variant != "") & (t["jeugdige"] % _ANDERE_SPELLING == 0).to_numpy()
    oud, nieuw, vanaf = FUSIE
    over = (naam == oud) & (t["maand"] >= vanaf).to_numpy()
    agb_nieuw = lijst.loc[lijst["naam"] == nieuw, "agb"].item()
    bestand = t["code"].map({p.code: "GI" if p.segment == JB_JR else "ZIN" for p in PRODUCTEN.values()})
    return t.assign(
        aanbieder=np.where(over, nieuw, np.where(anders, variant, naam)),
        agb=np.where(over, agb_nieuw, agb),
        segment=t["code"].map({p.code: p.segment for p in PRODUCTEN.values()}),
        product=t["code"].map({p.code: p.product for p in PRODUCTEN.values()}),
        eenheid=t["code"].map({p.code: p.eenheid for p in PRODUCTEN.values()}),
        bestand=bestand.mask(t["code"] == "PGB", "PGB"),
    )
