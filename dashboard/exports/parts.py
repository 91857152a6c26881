"""A chart in parts that a slide or a sheet can hold: many strips would be too low to read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dashboard.viewmodels.answers import Chart, Columns, InAndOut, Strips


def rows_apart(chart: Chart, *, most: int) -> Iterator[Chart]:
    """Strips with scales of their own, so many at a time; any other chart is one part."""
    if not isinstance(chart, Strips) or chart.shared_scale:
        yield chart
        return
    for start in range(0, len(chart.rows), most):
        yield Strips(chart.rows[start : start + most], shared_scale=False)


def panels_apart(chart: Chart) -> Iterator[Chart]:
    """What the screen draws over or under a chart on axes of its own is a chart of its own."""
    if isinstance(chart, InAndOut) and chart.strip:
        yield Strips((chart.strip,), shared_scale=False)
        yield dataclasses.replace(chart, strip=None)
    elif isinstance(chart, Columns) and chart.below:
        yield dataclasses.replace(chart, below=None)
        yield chart.below
    else:
        yield chart
