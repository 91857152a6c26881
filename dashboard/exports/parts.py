"""A chart in parts that a slide or a sheet can hold: many strips would be too low to read."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.viewmodels.answers import Chart, Strips


def parts_of(chart: Chart, *, most: int) -> Iterator[Chart]:
    """Strips with scales of their own, so many at a time; any other chart is one part."""
    if not isinstance(chart, Strips) or chart.shared_scale:
        yield chart
        return
    for start in range(0, len(chart.rows), most):
        yield Strips(chart.rows[start : start + most], shared_scale=False)
