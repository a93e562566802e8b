"""How numbers are written in files of an office program: codes in which the Dutch locale is fixed.

`[$-413]` is that locale. A program that reads it writes 1.234,5; one that does not follows the
settings of its own machine, and the number stays a number.
"""

from __future__ import annotations

from core.cijfers.tabellen import Soort

NL = "[$-413]"
GEHEEL = f"{NL}#,##0"
_EURO = f'{NL}"€ "#,##0'
_MIN = f'{NL}-"€ "#,##0'
_BEDRAG = f"{_EURO}.00;{_MIN}.00"

GETALVORM: dict[Soort, str] = {
    Soort.JEUGDIGEN: GEHEEL,
    Soort.INWONERS: GEHEEL,
    Soort.AANTAL: GEHEEL,
    Soort.RANG: "0",
    Soort.JAAR: "0",
    Soort.EURO: _BEDRAG,
    Soort.EURO_PER: _BEDRAG,
    Soort.CENTEN: _BEDRAG,
    Soort.PCT: f'{NL}0.0" %"',
    Soort.PER_1000: f"{NL}0.0",
    Soort.MAANDEN: f"{NL}0.0",
    Soort.PROCENTPUNT: f"{NL}+0.0;{NL}-0.0;{NL}0.0",
    Soort.VERSCHIL: f"{NL}+#,##0;{NL}-#,##0;{NL}0",
    Soort.INDEX: "0",
    Soort.NORM: f"{NL}0.0",
    Soort.MAAND: f"{NL}mmm yyyy",
}
"""Of every kind of column that holds numbers; the others are text."""


def getalvorm(soort: Soort, decimalen: int = 1) -> str:
    """The code of a kind, General for text; `decimalen` are those of percentages and points."""
    code = GETALVORM.get(soort, f"{NL}General")
    return code.replace("0.0", f"0.{'0' * decimalen}") if soort in (Soort.PCT, Soort.PROCENTPUNT) else code


def op_as(soort: Soort, hoogste: float, decimalen: int = 1) -> str:
    """The form of the numbers along an axis and beside bars: no decimals, large amounts in millions.

    `decimalen` are those of percentages and points.
    """
    if soort in (Soort.EURO, Soort.EURO_PER):
        return f'{_EURO}.0,," mln";{_MIN}.0,," mln"' if hoogste >= 1_000_000 else f"{_EURO};{_MIN}"
    return getalvorm(soort, decimalen) if soort in GETALVORM else GEHEEL


def spiegel() -> str:
    """The same for counts that are drawn upwards and downwards: neither is negative."""
    return f"{GEHEEL};{GEHEEL}"
