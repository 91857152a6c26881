"""How each part of a native chart is drawn: the grammar of the screen's charts, for slides."""

from __future__ import annotations

import dataclasses

from dashboard import theme


@dataclasses.dataclass(frozen=True)
class Look:
    """One series: what fills it, its line in points, its mark, and whether its values are written."""

    fill: str = ""
    line: str = ""
    width: float = 0
    dash: bool = False
    mark: str = ""
    size: int = 0
    labelled: bool = False


UNSEEN = Look()
OUTER = Look(fill=theme.BAND_OUTER, line=theme.BAND_EDGE, width=1.5)
INNER = Look(fill=theme.BAND_INNER, line=theme.BAND_EDGE, width=1.5)
EDGE = Look(line=theme.BAND_EDGE, width=2)
CLIENT_BAR = Look(fill=theme.CLIENT, labelled=True)
PEERS_BAR = Look(fill=theme.BAND_INNER, line=theme.BAND_EDGE, width=1.5, labelled=True)
CLIENT_MARK = Look(mark="diamond", size=16, fill=theme.CLIENT, labelled=True)
MEDIAN_MARK = Look(mark="dash", size=20, fill=theme.MEDIAN, labelled=True)
CLIENT_LINE = Look(line=theme.CLIENT, width=4, mark="diamond", size=10, fill=theme.CLIENT)
MEDIAN_LINE = Look(line=theme.MEDIAN, width=2.5, dash=True)
MEAN_LINE = Look(line=theme.INK_2, width=2)
LIMIT_LINE = Look(line=theme.INK_2, width=2, dash=True)
EARLIER_LINE = Look(line=theme.INK_2, width=2)
SIGNAL_MARK = Look(mark="circle", size=16, fill=theme.CLIENT, labelled=True)
NET_MARK = Look(mark="circle", size=10, fill=theme.INK)


def number_format(digits: int) -> str:
    """How a spreadsheet writes a number: in groups, with so many decimals."""
    return "#,##0" + ("." + "0" * digits if digits else "")
