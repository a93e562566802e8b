"""What is shown, above the figures, and where it comes from, below them."""

from __future__ import annotations

from core.bevindingen.periode import jaarlabel, maanden_van, reeks
from core.database import Stand
from core.filters import DIMENSIES, Filter
from core.onthulling import BeveiligdeTabel, Herkomst
from core.opmaak import MAANDEN_KORT, datum, maand_kort, maand_lang, opsomming


def selectie(f: Filter, stand: Stand | Herkomst) -> str:
    """What is shown, as one Dutch sentence above the figures."""
    return f"U ziet jeugdigen met hulp in {waarover(f, stand)}."


def waarover(f: Filter, stand: Stand | Herkomst) -> str:
    """Period and selection as words within a sentence: `2023 met segment PGB`."""
    bekend, f = toen_bekend(f, stand), f.met(zoals_toen=False)
    rest = f.zonder_periode()
    delen = rest.describe().split(" · ")[1:] if rest.actief() else []
    waarvan = f" met {opsomming(delen)}" if delen else ", alle segmenten, aanbieders en buurten"
    return f"{wanneer(f, stand)}{waarvan}{bekend}"


def wanneer(f: Filter, stand: Stand | Herkomst) -> str:
    """The period of a selection as words within a sentence: `2024 (t/m feb)`."""
    los = f.van is not None or f.tot is not None
    if f.jaar and not f.maand and not los:
        return opsomming([jaarlabel(j, stand) for j in f.jaar])
    periode = Filter(jaar=f.jaar, maand=f.maand, van=f.van, tot=f.tot)
    if los and (binnen := maanden_van(periode.met(maand=()), stand)):
        kalender = opsomming([MAANDEN_KORT[m - 1] for m in f.maand])
        return f"{kalender} van {reeks(binnen)}" if kalender else reeks(binnen)
    if f.heeft_periode():
        return f"{'de periode ' if los else ''}{periode.describe()}"
    return reeks(maanden_van(f, stand)) if stand.eerste_maand is not None else "alle jaren"


def toen_bekend(f: Filter, stand: Stand | Herkomst) -> str:
    """That figures are as they were known on an earlier day; empty for those known now."""
    if not f.zoals_toen or stand.stand_per is None:
        return ""
    return f" zoals toen bekend, op {datum(stand.stand_per)}"


def bronregel(van: Herkomst) -> str:
    """The line under every figure: source, stand per, through which month, threshold."""
    delen = ["Bron: voorbeeldgegevens (verzonnen)" if van.demo else "Bron: declaraties jeugdhulp"]
    if van.stand_per is not None:
        zoals = "zoals bekend op" if van.filter.zoals_toen else "stand per"
        delen.append(f"{zoals} {datum(van.stand_per)}")
    maanden = maanden_van(van.filter, van)
    if maanden:
        delen.append(f"t/m {maand_lang(maanden[-1])}")
    if van.voorlopig_vanaf is not None and maanden and maanden[-1] >= van.voorlopig_vanaf:
        eerste = max(van.voorlopig_vanaf, maanden[0])
        delen.append(
            f"{maand_kort(eerste) if eerste == maanden[-1] else 'vanaf ' + maand_kort(eerste)} voorlopig"
        )
    if van.inwoners:
        delen.append(f"inwoners: {van.inwoners}")
    delen.append(f"aantallen onder {van.drempel} niet getoond")
    return " · ".join(delen)


def zonder_filter(f: Filter, van: Filter) -> str:
    """By what the page is filtered and a figure is not, periods aside; empty when by all."""
    weg = [DIMENSIES[n].woord for n in f.zonder_periode().actief() if not getattr(van, n)]
    return f"niet gefilterd op {opsomming(weg)}" if weg else ""


def niets_te_tekenen(van: BeveiligdeTabel) -> str:
    """Why a figure with rows shows no chart: every number is hidden, or 0, or of a month that is not drawn."""
    if any(reden for rij in van.reden for reden in rij):
        return (
            f"De aantallen zijn hier te klein om te tekenen: onder {van.herkomst.drempel} jeugdigen blijven ze verborgen. "
            "Kies een langere periode of haal een filter weg om meer te zien."
        )
    if van.toont_getal:
        return "Hier is nog niets te tekenen. Wat er wel bekend is, staat in de tabel hieronder."
    return "In deze selectie is er niets te tekenen: alle aantallen en bedragen zijn 0."
