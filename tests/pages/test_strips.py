"""A strip's row is written piece by piece: as Dash would have written its components."""

import json

from dash import dcc, html
from plotly.io.json import to_json_plotly

from dashboard.i18n import language
from dashboard.pages.strips import row
from dashboard.viewmodels.company_figures import Strip
from dashboard.viewmodels.strip_places import Places

LIBRARIES = {"dash_html_components": html, "dash_core_components": dcc}
DRAWN = Strip(
    metric="headcount",
    label="Headcount",
    value="12.0",
    missing="",
    median="10.0",
    middle_half="8.0 to 14.0",
    position="close to the median",
    note="",
    places=Places((5.0, 95.0), (25.0, 75.0), 50.0, 60.0, "right"),
    description="Headcount: 12.0, close to the median. Median of the peers 10.0.",
)


def component(piece):
    """Dash refuses a property that its component does not have."""
    if isinstance(piece, list):
        return [component(one) for one in piece]
    if not isinstance(piece, dict):
        return piece
    properties = piece["props"] | {"children": component(piece["props"]["children"])}
    return getattr(LIBRARIES[piece["namespace"]], piece["type"])(**properties)


def test_a_row_is_what_dash_writes_of_its_components():
    written = row(DRAWN, language("en"), path="/clients/x/figures", query="compare=sector")

    assert written == json.loads(to_json_plotly(component(written)))
    assert "/clients/x/figures?compare=sector&metric=headcount" in str(written)
