"""The way from figures to the start sheet of a presentation, with what is chosen and opened on the tab."""

from __future__ import annotations

from dash import html

from dashboard.i18n import Language


def present_link(reader: Language, *, path: str, query: str) -> html.A:
    """An ordinary link: the start sheet is a page without Dash."""
    sheet = path.removesuffix("figures") + "present"
    return html.A(reader.text("Present"), href=f"{sheet}?{query}", className="btn")
