"""Where things lie on a strip: each has its own scale, a little beyond what is released."""

from __future__ import annotations

import dataclasses

from dashboard.domain.peers import Quantiles


@dataclasses.dataclass(frozen=True)
class Places:
    """Where things lie on a strip, in hundredths of its width; None where a quantile is not released."""

    outer: tuple[float, float] | None
    inner: tuple[float, float] | None
    median: float
    client: float
    overflow: str
    target: float | None = None


def places(value: float, peers: Quantiles, *, step: float, target: float | None = None) -> Places:
    """The client stands at the edge when outside, and so does what was agreed as its target."""
    low, high = extent(peers, step=step)
    wide = high - low

    def across(one: float) -> float:
        return round(100 * min(max((one - low) / wide, 0.0), 1.0), 1)

    def band(lower: float, upper: float) -> tuple[float, float] | None:
        ends = peers.at(lower), peers.at(upper)
        return None if ends[0] is None or ends[1] is None else (across(ends[0]), across(ends[1]))

    return Places(
        outer=band(0.1, 0.9),
        inner=band(0.25, 0.75),
        median=across(peers.median),
        client=across(value),
        overflow="right" if value > high else "left" if value < low else "",
        target=None if target is None else across(target),
    )


def extent(peers: Quantiles, *, step: float) -> tuple[float, float]:
    """The ends of the scale: a third of the released spread is added on either side."""
    released = [one for probability, one in sorted(peers.values.items())]
    spread = max(released[-1] - released[0], 10 * step)
    return released[0] - spread / 3, released[-1] + spread / 3
