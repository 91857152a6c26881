"""What every chart shares: its unit, its numbers as the reader writes them, and bare axes."""

from __future__ import annotations

import dataclasses
import textwrap
from typing import Any

from dashboard import theme
from dashboard.i18n import Language

Figure = dict[str, Any]
LABEL_WIDTH = 18
SEPARATORS = {"fr": ",\u202f", "nl": ",.", "de": ",.", "en": ".,"}


@dataclasses.dataclass(frozen=True)
class Scale:
    """How the numbers of one chart are read: in which unit, how finely, in which language."""

    unit: str
    digits: int
    language: Language

    @property
    def ticks(self) -> str:
        return f",.{self.digits}f"

    def values(self, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own names
        """The axis along which the values lie."""
        return axis(title={"text": self.unit}, tickformat=self.ticks, tickangle=0, nticks=4) | parts

    def layout(self, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own names
        return theme.layout(separators=SEPARATORS.get(self.language.code, ".,"), **parts)


def axis(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own names
    return {"gridcolor": theme.LINE, "zeroline": False, "fixedrange": True, "automargin": True} | parts


def broken(words: str) -> str:
    """Over several lines, so that they fit beside a drawing on a telephone."""
    return "<br>".join(textwrap.wrap(words, LABEL_WIDTH, break_long_words=False))


def rows_of(names: list[str]) -> dict[str, Any]:
    """An axis of one row for each name, also for a row in which nothing is drawn; long names are broken."""
    whole = [-1 / 2, len(names) - 1 / 2]
    return ordered(
        names, range=whole, tickmode="array", tickvals=names, ticktext=[broken(name) for name in names]
    )


def ordered(names: list[str], **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own names
    """An axis of names in their order: plotly would order them as traces happen to come."""
    return axis(showgrid=False, type="category", categoryorder="array", categoryarray=names) | parts
