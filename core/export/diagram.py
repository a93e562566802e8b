"""Series of numbers as a native chart on a slide, with the numbers behind it as a small workbook."""

from __future__ import annotations

import io
from typing import Any

from core.export import veilig
from core.export.dia import Blad, Vak
from core.export.getalvorm import getalvorm, op_as, spiegel
from core.export.reeksen import Reeks, Reeksen, Tekenvorm

_MEESTE_LABELS = 40
"""With more values than this the numbers beside them would lie over each other."""


def teken(blad: Blad, vak: Vak, van: Reeksen, alt: str) -> None:
    """Draw the series; what is None is not drawn and has no cell in the workbook either."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE as SOORT

    soorten = {
        Tekenvorm.BALKEN: SOORT.BAR_CLUSTERED,
        Tekenvorm.KOLOMMEN: SOORT.COLUMN_CLUSTERED,
        Tekenvorm.SPIEGEL: SOORT.COLUMN_CLUSTERED,
        Tekenvorm.GESTAPELD: SOORT.COLUMN_STACKED,
        Tekenvorm.LIJN: SOORT.LINE_MARKERS,
    }
    data = CategoryChartData(number_format=getalvorm(van.soort, van.decimalen))
    data.categories = van.categorieen
    for reeks in van.reeksen:
        data.add_series(reeks.naam, reeks.waarden)
    kader = blad.shapes.add_chart(soorten[van.vorm], *vak.emu, data)
    kader._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    grafiek = kader.chart
    grafiek.part.chart_workbook.update_from_xlsx_blob(_werkboek(van))
    _maak_op(grafiek, van)
    for naast, reeks in zip(grafiek.plots[0].series, van.reeksen, strict=True):
        _kleur(naast, reeks, van.vorm)


def _maak_op(grafiek: Any, van: Reeksen) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
    from pptx.util import Pt

    grafiek.font.size = Pt(11)
    grafiek.has_title = False
    grafiek.has_legend = len(van.reeksen) > 1
    if grafiek.has_legend:
        grafiek.legend.position = XL_LEGEND_POSITION.BOTTOM
        grafiek.legend.include_in_layout = False
    plot, as_ = grafiek.plots[0], grafiek.value_axis
    vorm = spiegel() if van.vorm is Tekenvorm.SPIEGEL else op_as(van.soort, van.hoogste, van.decimalen)
    as_.tick_labels.number_format, as_.tick_labels.number_format_is_linked = vorm, False
    as_.major_gridlines.format.line.color.rgb = _rgb("#D9DEE2")
    grafiek.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if van.vorm is Tekenvorm.BALKEN:
        # A reader begins at the top; the axis would move there too, and the numbers say it all.
        grafiek.category_axis.reverse_order, as_.visible = True, False
        as_.has_major_gridlines = False
    if van.vorm is not Tekenvorm.LIJN:
        plot.gap_width = 40
        plot.overlap = 100 if van.vorm in (Tekenvorm.GESTAPELD, Tekenvorm.SPIEGEL) else 0
    if _met_labels(van):
        _labels(plot, vorm)


def _met_labels(van: Reeksen) -> bool:
    aantal = sum(w is not None for r in van.reeksen for w in r.waarden)
    return van.vorm in (Tekenvorm.BALKEN, Tekenvorm.KOLOMMEN) and aantal <= _MEESTE_LABELS


def _labels(plot: Any, vorm: str) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = vorm, False
    plot.data_labels.position, plot.data_labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(10)


def _kleur(naast: Any, reeks: Reeks, vorm: Tekenvorm) -> None:
    from pptx.util import Pt

    if vorm is Tekenvorm.LIJN:
        naast.smooth = False
        naast.format.line.color.rgb, naast.format.line.width = _rgb(reeks.kleur), Pt(2.25)
        naast.marker.size = 5
        vulling = naast.marker.format
        vulling.line.color.rgb = _rgb(reeks.kleur)
    else:
        naast.invert_if_negative = False
        vulling = naast.format
    vulling.fill.solid()
    vulling.fill.fore_color.rgb = _rgb(reeks.kleur)


def _rgb(kleur: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(kleur.lstrip("#").upper())


def _werkboek(van: Reeksen) -> bytes:
    """The workbook that opens on *edit data*: our own, for the package's runs text as formulas."""
    import xlsxwriter  # loaded when it is needed: no page waits for it

    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad = boek.add_worksheet("Sheet1")  # the name that the chart refers to
        vorm = boek.add_format({"num_format": getalvorm(van.soort, van.decimalen)})
        blad.set_column(0, 0, 40)
        for rij, naam in enumerate(van.categorieen, 1):
            blad.write_string(rij, 0, veilig(naam))
        for kolom, reeks in enumerate(van.reeksen, 1):
            blad.write_string(0, kolom, veilig(reeks.naam))
            for rij, waarde in enumerate(reeks.waarden, 1):
                if waarde is not None:
                    blad.write_number(rij, kolom, waarde, vorm)
    return uit.getvalue()
